"""Buying quota by signatures: permits in one transaction, and purchases that somebody else sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from lazai_py import LazAI, ether
from lazai_py._chain.accounts import PrivateKey, Unlocked
from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.access_store import Bought
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._types import Units, keccak
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset, permits
from lazai_py.erc20.domains import domain_of
from lazai_py.errors import (
    AuthorizationExpired,
    ContractError,
    ERC3009InvalidSignature,
    ERC3009UsedAuthorization,
    InputError,
    NoAccount,
    NotAnErc20,
    NotSignable,
    PaymentMismatch,
    TransferFromFailed,
    UnknownDomain,
    WrongSigner,
)
from lazai_py.market import Offer, SignedPurchase, Trial
from tests.bindings.old_auth_token import OldAuthToken
from tests.bindings.posing_token import PosingToken
from tests.bindings.signer_wallet import SignerWallet
from tests.sdk.conftest import NothingSent, deploy_signed


@pytest.fixture
def offer(lz: LazAI, cls: DatClass, auth: Erc20Asset) -> Offer:
    """Ten calls at two and a half tokens each, a tenth for referrers."""
    return lz.store.offer(cls, auth.amount("2.5"), supply=10, referral_bps=1_000)


@pytest.fixture
def signed(alice: LazAI, offer: Offer) -> SignedPurchase:
    """Alice's signature for four calls."""
    return alice.store.sign_purchase(offer, 4)


def sell_for(lz: LazAI, cls: DatClass, creation: bytes, *, fund: LazAI) -> tuple[Offer, Erc20Asset]:
    """Offer calls for one of a new token each."""
    token = deploy_signed(lz, creation, fund=(fund,))
    return lz.store.offer(cls, token.amount(1), supply=10), token


# --- permits ---


def test_a_permit_buys_in_one_transaction(
    lz: LazAI, cls: DatClass, alice: LazAI, offer: Offer, auth: Erc20Asset
) -> None:
    """For exactly the cost, with nothing left allowed; without being asked for."""
    before = lz.engine.nonce(alice.address)

    bought = alice.store.buy(offer, 3, referrer=lz)

    assert (bought.owner(), bought.quota()) == (alice.address, Units(3, 0))
    assert lz.engine.nonce(alice.address) == before + 1
    assert auth.balance(alice) == auth.amount("92.5")
    assert auth.allowance(alice, lz.store.contract) == auth.raw(0)
    assert lz.router.pots(cls, asset=auth).held == auth.amount("6.75")
    assert lz.store.referral(asset=auth.address) == auth.amount("0.75")


def test_a_permit_is_planned_before_anything_is_sent(
    lz: LazAI, alice: LazAI, offer: Offer, auth: Erc20Asset, nothing_sent: NothingSent
) -> None:
    """With what it would emit; its signature was worth nothing to anybody else."""
    with nothing_sent(alice):
        plan = alice.store.buy.plan(offer, 2)
    assert (plan.failure, plan.intent.preparing, plan.intent.function.name) == (None, (), "buyWithPermit")
    assert [event for event in plan.effects or () if isinstance(event, Bought)] == [
        Bought(offer.id, plan.result, alice.address, 2, auth.amount(5).raw, "0x" + "0" * 40, 0)  # type: ignore[arg-type]
    ]
    assert auth.allowance(alice, lz.store.contract) == auth.raw(0)


def test_a_permit_that_somebody_sent_first_still_buys(
    lz: LazAI, alice: LazAI, bob: LazAI, offer: Offer, auth: Erc20Asset
) -> None:
    """It has done its work then; what was made ready with it is good once."""
    buying = alice.store.buy.intent(offer, 2)
    permit = buying.args[1]
    assert isinstance(permit, tuple)
    store = lz.store.contract.address
    SignedErc20(lz.engine, auth.address).permit(alice.address, store, *permit).send(bob.sender)
    assert auth.allowance(alice, store) == auth.amount(5)

    assert buying.send(alice.sender).quota() == 2
    assert auth.allowance(alice, store) == auth.raw(0)
    with pytest.raises(TransferFromFailed):
        buying.send(alice.sender)


def test_what_is_allowed_already_needs_no_permit(lz: LazAI, alice: LazAI, offer: Offer, auth: Erc20Asset) -> None:
    """Unless one is asked for, and then nothing is left allowed."""
    store, mine = lz.store.contract, alice.erc20(auth)
    mine.approve(store, auth.amount(9))

    assert alice.store.buy.intent(offer, 2).function.name == "buy"
    alice.store.buy(offer, 2)
    assert auth.allowance(alice, store) == auth.amount(4)
    alice.store.buy(offer, 1, permit=True)

    assert auth.allowance(alice, store) == auth.raw(0)
    assert auth.balance(alice) == auth.amount("92.5")


def test_nobody_has_to_sign_a_permit(lz: LazAI, alice: LazAI, offer: Offer, auth: Erc20Asset) -> None:
    """Who does not want to, or cannot because the node has the key, allows the cost by a transaction."""
    of_the_node = LazAI(lz._shared, Unlocked(alice.address))
    for buying in (alice.store.buy.intent(offer, 1, permit=False), of_the_node.store.buy.intent(offer, 1)):
        assert [each.function.name for each in (*buying.preparing, buying)] == ["approve", "buy"]
    with pytest.raises(NoAccount):
        of_the_node.store.buy.plan(offer, 1, permit=True)
    alice.store.buy(offer, 1, permit=False)
    assert auth.allowance(alice, lz.store.contract) == auth.raw(0)


def test_a_token_without_permits_says_so_when_one_is_wanted(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset, nothing_sent: NothingSent
) -> None:
    """The native coin has none either."""
    in_usdc, in_coins = (lz.store.offer(cls, price, supply=9) for price in (usdc.amount(1), ether(1)))
    with nothing_sent(alice), pytest.raises(NotSignable, match="EIP-2612") as refused:
        alice.store.buy(in_usdc, 1, permit=True)
    assert (refused.value.asset, "permit=True" in refused.value.remedy) == (usdc.address, True)
    with nothing_sent(alice), pytest.raises(NotAnErc20):
        alice.store.buy(in_coins, 1, permit=True)
    assert alice.store.buy(in_coins, 1).quota() == 1


def test_a_token_is_asked_whether_it_takes_the_permit(lz: LazAI, alice: LazAI, auth: Erc20Asset) -> None:
    """What has permits of another kind under the same name does not."""
    token, deadline = SignedErc20(lz.engine, auth.address), lz.engine.block().timestamp + 100
    signed = permits.sign(alice.account, token, spender=lz.address, value=7, deadline=deadline)
    permits.check(token, signed)
    assert auth.allowance(alice, lz) == auth.raw(0)
    with pytest.raises(NotSignable):
        permits.check(token, replace(signed, value=8))


# --- domains ---


@pytest.mark.parametrize("version", ["1", ""])
def test_a_domain_is_guessed_when_the_separator_confirms_it(
    lz: LazAI, cls: DatClass, alice: LazAI, version: str
) -> None:
    """Tokens of before ERC-5267 buy in both ways, with a version or without."""
    offer, token = sell_for(lz, cls, OldAuthToken.creation(version), fund=alice)
    assert alice.store.buy(offer, 1, permit=True).quota() == 1
    assert lz.store.relay(alice.store.sign_purchase(offer, 2)).owner() == alice.address
    assert token.balance(alice) == token.amount(97)


@pytest.mark.parametrize("posing", [False, True])
def test_nothing_is_signed_in_a_domain_that_is_not_the_tokens(
    lz: LazAI, cls: DatClass, alice: LazAI, auth: Erc20Asset, posing: bool
) -> None:
    """A guess that is wrong, or the domain of another token; what is left is an allowance."""
    creation = PosingToken.creation(auth) if posing else OldAuthToken.creation("2")
    offer, token = sell_for(lz, cls, creation, fund=alice)
    said = f"it names {auth.address}" if posing else "'Auth token' in version '2'"

    with pytest.raises(UnknownDomain, match=said) as refused:
        alice.store.buy(offer, 1, permit=True)
    assert (refused.value.asset, "permit=False" in refused.value.remedy) == (token.address, True)
    with pytest.raises(UnknownDomain):
        alice.store.sign_purchase(offer, 1)

    assert alice.store.buy(offer, 1).quota() == 1
    assert token.allowance(alice, lz.store.contract) == token.raw(0)


def test_a_token_that_says_nothing_has_no_domain(lz: LazAI, usdc: Erc20Asset) -> None:
    """Neither by ERC-5267 nor by a separator."""
    with pytest.raises(UnknownDomain, match="neither"):
        domain_of(SignedErc20(lz.engine, usdc.address))


# --- purchases that are only signed ---


def test_a_buyer_without_coins_has_its_purchase_sent(
    lz: LazAI, alice: LazAI, bob: LazAI, offer: Offer, auth: Erc20Asset
) -> None:
    """By anyone, from a text; the buyer pays the price and nothing else."""
    poor = lz.as_account(PrivateKey(keccak(b"a buyer without coins")))
    alice.erc20(auth).transfer(poor, auth.amount(25))
    signed = SignedPurchase.read(poor.store.sign_purchase(offer, 4, referrer=lz).text())
    assert (signed.payer, signed.purchase.to) == (poor.address, poor.address)
    sending = bob.store.relay.intent(signed).then(lambda sent: sent.only(Bought))

    event = sending.send(bob.sender)

    cost, referral = auth.amount(10).raw, auth.amount(1).raw
    assert event == Bought(offer.id, event.token_id, poor.address, 4, cost, lz.address, referral)
    token = lz.dat.token(event.token_id)
    assert (token.owner(), token.quota()) == (poor.address, Units(4, 0))
    assert (poor.balance(), auth.balance(poor)) == (ether(0), auth.amount(15))
    assert auth.allowance(poor, lz.store.contract) == auth.raw(0)
    assert lz.router.pots(offer.class_id, asset=auth).held == auth.amount(9)


def test_a_signed_purchase_is_given_away_or_tops_up(
    lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, offer: Offer
) -> None:
    """As its buyer said; the plan tells it before."""
    given = lz.store.relay(alice.store.sign_purchase(offer, 1, to=bob))
    assert given.owner() == bob.address
    topping_up = alice.store.sign_purchase(offer, 2, top_up=given)
    assert bob.store.relay.plan(topping_up).ok
    assert bob.store.relay(topping_up) == given
    assert given.quota() == 3


Change = Callable[[SignedPurchase, LazAI], SignedPurchase]


def buys_for_another(signed: SignedPurchase, other: LazAI) -> SignedPurchase:
    """The token would be the relayer's."""
    return replace(signed, purchase=replace(signed.purchase, to=other.address))


def names_another_referrer(signed: SignedPurchase, other: LazAI) -> SignedPurchase:
    """The referral would be the relayer's."""
    return replace(signed, purchase=replace(signed.purchase, referrer=other.address))


def buys_less(signed: SignedPurchase, other: LazAI) -> SignedPurchase:
    """The buyer would pay for more than it gets."""
    return replace(signed, purchase=replace(signed.purchase, quantity=3))


def lasts_longer(signed: SignedPurchase, other: LazAI) -> SignedPurchase:
    """It could be sent for ever."""
    return replace(signed, authorization=replace(signed.authorization, valid_before=2**256 - 1))


def is_another_payers(signed: SignedPurchase, other: LazAI) -> SignedPurchase:
    """Somebody who signed nothing would pay."""
    return replace(signed, authorization=replace(signed.authorization, from_=other.address))


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (buys_for_another, ERC3009InvalidSignature),
        (names_another_referrer, ERC3009InvalidSignature),
        (buys_less, PaymentMismatch),
        (lasts_longer, ERC3009InvalidSignature),
        (is_another_payers, ERC3009InvalidSignature),
    ],
)
def test_a_relayer_changes_nothing(
    bob: LazAI, signed: SignedPurchase, nothing_sent: NothingSent, change: Change, refusal: type[ContractError]
) -> None:
    """It is told before it sends, and the contract refuses it when it sends all the same."""
    changed = change(signed, bob)
    with nothing_sent(bob), pytest.raises(WrongSigner) as refused:
        bob.store.relay(changed)
    assert refused.value.account == changed.payer != refused.value.signer
    with pytest.raises(refusal):
        bob.store.contract.buy_with_authorization(changed.purchase, changed.authorization).send(bob.sender)
    assert bob.store.relay(signed).quota() == 4


def test_a_signed_purchase_is_sent_once(
    lz: LazAI, bob: LazAI, offer: Offer, signed: SignedPurchase, auth: Erc20Asset
) -> None:
    """The second time, the token knows its nonce; another signature for the same is another purchase."""
    bob.store.relay(signed)
    with pytest.raises(ERC3009UsedAuthorization) as refused:
        lz.store.relay(signed)
    nonce = lz.store.contract.authorization_nonce(signed.purchase, signed.authorization.salt)
    assert (refused.value.authorizer, refused.value.nonce) == (signed.payer, nonce)
    assert auth.balance(signed.payer) == auth.amount(90)
    assert lz.store.get(offer.id).left == 6


def test_a_signed_purchase_ends(lz: LazAI, alice: LazAI, bob: LazAI, offer: Offer, nothing_sent: NothingSent) -> None:
    """At the second that it says."""
    signed = alice.store.sign_purchase(offer, 1, valid=timedelta(minutes=10))
    assert signed.valid_before is not None
    assert signed.valid_before.timestamp() == signed.authorization.valid_before
    lz.chain.advance(600)
    with nothing_sent(bob), pytest.raises(AuthorizationExpired) as refused:
        bob.store.relay(signed)
    assert refused.value.valid_before == signed.authorization.valid_before <= refused.value.timestamp


def test_what_cannot_be_signed_is_refused_before(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset, signed: SignedPurchase
) -> None:
    """Coins, a token without authorisations, nobody to sign, the wrong offer, no text of one."""
    in_usdc, in_coins = (lz.store.offer(cls, price, supply=9) for price in (usdc.amount(1), ether(1)))
    with pytest.raises(NotAnErc20):
        alice.store.sign_purchase(in_coins, 1)
    with pytest.raises(NotSignable, match="EIP-3009") as refused:
        alice.store.sign_purchase(in_usdc, 1)
    assert refused.value.asset == usdc.address
    for nobody in (LazAI(lz._shared, None), LazAI(lz._shared, Unlocked(alice.address))):
        with pytest.raises(NoAccount):
            nobody.store.sign_purchase(signed.purchase.offer_id, 1)
    with pytest.raises(NotAnErc20):
        lz.store.relay(replace(signed, purchase=replace(signed.purchase, offer_id=in_coins.id)))
    with pytest.raises(InputError, match="no SignedPurchase"):
        SignedPurchase.read("{}")


def test_of_a_contract_that_pays_the_token_alone_can_tell(lz: LazAI, alice: LazAI, signed: SignedPurchase) -> None:
    """This token asks no wallets."""
    wallet = lz.sender.send(Call(None, SignerWallet.creation(alice))).contract_address
    assert wallet is not None
    with pytest.raises(ERC3009InvalidSignature):
        lz.store.relay(replace(signed, authorization=replace(signed.authorization, from_=wallet)))


def test_a_trial_travels_as_text(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """Whoever reads it sends it."""
    offer = lz.store.offer(cls, ether(1), supply=10, trial=2)
    trial = lz.store.sign_trial(offer, alice)
    assert Trial.read(trial.text()) == trial
    assert bob.store.take_trial(Trial.read(trial.text())).owner() == alice.address
    with pytest.raises(InputError, match="no Trial"):
        Trial.read("[]")
