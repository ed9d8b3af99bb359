"""RevShare tokens: made, fed, split, claimed and redeemed, each in a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from lazai_py import NATIVE, LazAI, Wei, ether, wei
from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.rev_share_token import SnapshotTaken
from lazai_py._types import keccak
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import (
    BulkFailed,
    ClaimFailed,
    ERC20InsufficientBalance,
    ExceedsSupply,
    InputError,
    InvalidAmount,
    NoAccount,
    NothingToClaim,
    SnapshotTooEarly,
    UnitMismatch,
    UnknownRevenueToken,
    UnknownSnapshot,
    ZeroSupply,
)
from lazai_py.revshare import (
    AlreadyCreated,
    Facts,
    QuoteNotMet,
    RevShare,
    RevShareTerms,
)
from tests.bindings.false_token import FalseToken
from tests.sdk.conftest import NothingSent, deploy_token

TERMS = RevShareTerms(
    name="Digits", symbol="DGT", supply="1000000", claim_percent="60", min_interval=timedelta(minutes=1)
)


@pytest.fixture
def token(lz: LazAI, alice: LazAI, usdc: Erc20Asset) -> RevShare:
    """A token whose tokens Alice holds, in her hands; USDC is revenue, and the first account governs."""
    made = lz.revshare.create(_terms(holder=alice.address, governor=lz.address, revenue_tokens=[usdc.address]))
    return alice.revshare(made.address)


def _terms(**changes: object) -> RevShareTerms:
    return replace(TERMS, **changes)  # type: ignore[arg-type]


def pay(lz: LazAI, token: RevShare, amount: Wei) -> None:
    """The first account pays revenue."""
    lz.revshare(token).pay(amount)


def take_snapshot(lz: LazAI, token: RevShare) -> int:
    """A snapshot as soon as it may be, and the end of its block."""
    lz.chain.advance(timedelta(minutes=1))
    taken = token.snapshot()
    lz.chain.mine()
    return taken


# --- a token comes to be ---


def test_a_token_is_created_at_the_address_that_its_terms_give(
    lz: LazAI, alice: LazAI, cls: DatClass, usdc: Erc20Asset
) -> None:
    """Everything that was agreed on is on the chain, and nothing can change it."""
    terms = _terms(
        claim_percent=Decimal("33.33"),
        governor=alice.address,
        revenue_tokens=[usdc],
        model_commitment=keccak(b"weights"),
        model_uri="ipfs://model",
        dat_class=cls.id,
    )
    predicted = lz.revshare.address_of(terms)

    token = lz.revshare.create(terms)

    assert token.address == predicted
    assert token == lz.revshare(predicted)
    assert repr(token) == f"RevShare({predicted})"
    assert token.balance() == token.supply() == token.amount(1_000_000)
    facts = token.facts()
    assert facts == Facts(
        address=predicted,
        name="Digits",
        symbol="DGT",
        supply=token.amount("1000000"),
        claim_percent=Decimal("33.33"),
        snapshots=0,
        next_snapshot_at=token.next_snapshot_at(),
        min_interval=timedelta(minutes=1),
        revenue_tokens=(usdc.address,),
        governor=alice.address,
        model_commitment=keccak(b"weights"),
        model_uri="ipfs://model",
        dat_class=1,
    )


def test_the_same_terms_make_one_token_unless_they_are_salted(lz: LazAI, nothing_sent: NothingSent) -> None:
    """The second is refused before it is sent, and says where the first one is."""
    first = lz.revshare.create(TERMS)

    with nothing_sent(lz), pytest.raises(AlreadyCreated) as refused:
        lz.revshare.create(TERMS)

    assert refused.value.address == first.address
    second = lz.revshare.create(TERMS, salt=keccak(b"another"))
    assert second.address == lz.revshare.address_of(TERMS, salt=keccak(b"another")) != first.address
    with pytest.raises(InputError, match="bytes32"):
        lz.revshare.create(TERMS, salt=b"short")


def test_a_creation_is_planned(lz: LazAI, nothing_sent: NothingSent) -> None:
    """With its cost, and without a page of code."""
    with nothing_sent(lz):
        plan = lz.revshare.create.plan(TERMS)

    assert plan.ok
    assert plan.gas is not None
    assert 3_000_000 < plan.gas < 8_000_000
    assert len(str(plan).splitlines()[0]) < 250


def test_votes_are_a_matter_of_choice(lz: LazAI) -> None:
    """The same token with the same terms, elsewhere; everything else works alike."""
    voting = lz.revshare.create(TERMS, votes=True)

    assert voting.address == lz.revshare.address_of(TERMS, votes=True) != lz.revshare.address_of(TERMS)
    pay(lz, voting, ether(10))
    assert take_snapshot(lz, voting) == 1
    assert voting.claim_all() == {NATIVE: ether(6)}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"supply": 1.5}, InvalidAmount),
        ({"supply": 0}, InvalidAmount),
        ({"supply": "79228162514.264337593543950336"}, InvalidAmount),
        ({"claim_percent": "100.01"}, InvalidAmount),
        ({"claim_percent": "60.001"}, InvalidAmount),
        ({"claim_percent": 60.0}, InvalidAmount),
        ({"min_interval": -1}, InputError),
        ({"min_interval": timedelta(days=-1)}, InputError),
        ({"min_interval": "1h"}, InputError),
        ({"name": ""}, InputError),
        ({"symbol": 7}, InputError),
        ({"model_commitment": b"short"}, InputError),
        ({"revenue_tokens": [NATIVE]}, InputError),
        ({"revenue_tokens": ["0x" + "11" * 20] * 2}, InputError),
        ({"revenue_tokens": ["0x" + f"{i:040x}" for i in range(1, 18)]}, InputError),
        ({"dat_class": -1}, InvalidAmount),
    ],
)
def test_terms_that_cannot_be_meant_are_refused(
    lz: LazAI, nothing_sent: NothingSent, wrong: dict[str, object], error: type[InputError]
) -> None:
    """Before anything is sent."""
    with nothing_sent(lz), pytest.raises(error):
        lz.revshare.create(_terms(**wrong))


# --- revenue ---


def test_revenue_is_split_and_claimed_by_its_snapshot(lz: LazAI, alice: LazAI, bob: LazAI, token: RevShare) -> None:
    """By balance, exactly; once."""
    token.transfer(bob, 100_000)
    pay(lz, token, ether("1.5"))
    first = take_snapshot(lz, token)

    assert first == 1
    assert token.claimable()[NATIVE] == ether("0.81")
    before = alice.balance()
    assert token.claim(first) == {NATIVE: ether("0.81")}
    receipt = alice.last_receipt
    assert receipt is not None
    assert alice.balance() == before + ether("0.81") - receipt.fee
    with pytest.raises(NothingToClaim):
        token.claim(first)
    assert bob.revshare(token).claim(first) == {NATIVE: ether("0.09")}


def test_revenue_is_paid_in_any_asset_that_is_revenue(
    lz: LazAI, alice: LazAI, bob: LazAI, token: RevShare, usdc: Erc20Asset
) -> None:
    """Coins as by a plain transfer; an ERC-20 with its booking; of another token nothing is sent."""
    paying = lz.revshare(token)

    assert paying.pay(ether(1)) == ether(1) == lz.balance(token)
    assert "paying 1 ETH" in str(paying.pay.plan(ether(1)))
    assert paying.pay(usdc.amount(3)) == usdc.amount(3) == usdc.balance(token)
    other = deploy_token(lz, "DAI", 18, fund=(lz,))
    with pytest.raises(UnknownRevenueToken):
        paying.pay(other.amount(1))
    with pytest.raises(InvalidAmount):
        paying.pay(1)  # type: ignore[arg-type]
    assert (other.balance(token).raw, lz.balance(token)) == (0, ether(1))
    token.redeem(1_000_000)
    with pytest.raises(ZeroSupply):
        bob.revshare(token).pay(ether(1))
    assert alice.revshare(token).supply().raw == 0


def test_erc20_revenue_is_booked_and_claimed(lz: LazAI, alice: LazAI, token: RevShare, usdc: Erc20Asset) -> None:
    """After a plain transfer; booked by anybody, or by the snapshot."""
    usdc.transfer(token, usdc.amount("12.5"))

    assert lz.revshare(token).sync(usdc) == usdc.amount("12.5")
    assert lz.revshare(token).sync(usdc) == usdc.raw(0)
    take_snapshot(lz, token)
    before = usdc.balance(alice)
    assert token.claim(1) == {usdc.address: usdc.amount("7.5")}
    assert usdc.balance(alice) == before + usdc.amount("7.5")


def test_everything_is_claimed_in_every_asset_at_once(
    lz: LazAI, bob: LazAI, token: RevShare, usdc: Erc20Asset, nothing_sent: NothingSent
) -> None:
    """Over all snapshots, in tokens that are revenue no longer too, and by anybody; nothing owed sends nothing."""
    alice = token.sender.address
    for amount in (1, 2):
        pay(lz, token, ether(amount))
        usdc.transfer(token, usdc.amount(amount))
        take_snapshot(lz, token)
    token.contract.set_revenue_token(usdc, False).send(lz.sender)

    assert token.assets() == (NATIVE, usdc.address)
    assert token.claimable() == {NATIVE: ether("1.8"), usdc.address: usdc.amount("1.8")}
    plan = token.claim_all.plan()
    assert plan.ok
    before = lz.balance(alice)
    assert bob.revshare(token).claim_all(account=alice) == {NATIVE: ether("1.8"), usdc.address: usdc.amount("1.8")}
    assert lz.balance(alice) == before + ether("1.8")
    with nothing_sent(bob):
        assert bob.revshare(token).claim_all(account=alice) == {}


def test_some_assets_and_some_snapshots_can_be_claimed_alone(
    lz: LazAI, bob: LazAI, token: RevShare, usdc: Erc20Asset
) -> None:
    """To wherever the holder says."""
    for _ in range(3):
        pay(lz, token, wei(1_000))
        usdc.transfer(token, usdc.raw(10))
        take_snapshot(lz, token)

    before = bob.balance()
    assert token.claim(2, to=bob) == {NATIVE: wei(600), usdc.address: usdc.raw(6)}
    assert bob.balance() == before + wei(600)
    assert token.claim_many([1, 2]) == {NATIVE: wei(600), usdc.address: usdc.raw(6)}
    assert token.claim_all([usdc], to=bob) == {usdc.address: usdc.raw(6)}
    assert bob.revshare(token).claim(3, account=token.sender) == {NATIVE: wei(600)}
    with pytest.raises(InputError, match="both named"):
        token.claim(3, to=bob, account=bob)
    with pytest.raises(UnknownSnapshot):
        token.claim(4)


def test_a_snapshot_says_when_it_can_be_taken(lz: LazAI, token: RevShare, nothing_sent: NothingSent) -> None:
    """Too early is refused with the time from which on it works."""
    due = token.next_snapshot_at()
    assert due is not None

    with nothing_sent(lz), pytest.raises(SnapshotTooEarly) as refused:
        lz.revshare(token).snapshot()
    assert datetime.fromtimestamp(refused.value.earliest, UTC) == due

    lz.chain.travel_to(due)
    plan = token.snapshot.plan()
    assert plan.effects == (SnapshotTaken(1, token.supply().raw),)
    assert token.snapshot() == 1


def test_revenue_of_positions_that_the_token_holds_is_pulled(
    lz: LazAI, bob: LazAI, token: RevShare, cls: DatClass, usdc: Erc20Asset
) -> None:
    """By anybody, in every asset in which they are owed something; nothing owed sends nothing."""
    held = [cls.mint(token, share=1).id for _ in range(2)]
    cls.mint(bob, share=2)
    cls.settle(wei(400))
    cls.settle(usdc.raw(40))

    assert bob.revshare(token).harvest() == {NATIVE: wei(200), usdc.address: usdc.raw(20)}
    nonce = bob.engine.nonce(bob.address)
    assert bob.revshare(token).harvest() == {}
    assert bob.engine.nonce(bob.address) == nonce
    cls.settle(wei(400))
    assert bob.revshare(token).harvest(held[:1], assets=[NATIVE]) == {NATIVE: wei(100)}
    assert bob.revshare(token).harvest(held) == {NATIVE: wei(100)}
    take_snapshot(lz, token)
    assert token.claimable() == {NATIVE: wei(240), usdc.address: usdc.raw(12)}


# --- redemption ---


def test_a_redemption_pays_exactly_what_was_quoted(lz: LazAI, alice: LazAI, token: RevShare, usdc: Erc20Asset) -> None:
    """In every asset, to the smallest unit; what no snapshot has split stays claimable."""
    pay(lz, token, ether("1") + wei(7))
    usdc.transfer(token, usdc.raw(1_001))

    quote = token.quote_redeem("333333.333333333333333333")
    assert quote.burns == token.amount("333333.333333333333333333")
    assert quote.pays == {NATIVE: wei(133_333_333_333_333_334), usdc.address: usdc.raw(133)}
    assert str(quote) == "burning 333333.333333333333333333 DGT pays 0.133333333333333334 ETH, 0.000133 USDC"
    before = alice.balance(), usdc.balance(alice)
    redeemed = token.redeem("333333.333333333333333333", at_least=quote)

    receipt = alice.last_receipt
    assert receipt is not None
    assert (redeemed.burnt, redeemed.paid, redeemed.owed) == (quote.burns, quote.pays, {})
    assert str(redeemed).startswith("burnt 333333.333333333333333333 DGT for 0.133333333333333334 ETH")
    assert alice.balance() == before[0] + wei(133_333_333_333_333_334) - receipt.fee
    assert usdc.balance(alice) == before[1] + usdc.raw(133)
    take_snapshot(lz, token)
    assert token.claimable()[NATIVE].raw + quote.pays[NATIVE].raw + lz.revshare(token).quote_redeem(
        token.supply()
    ).pays[NATIVE].raw in range(10**18 + 4, 10**18 + 8)


def test_a_quote_that_is_not_met_sends_nothing(lz: LazAI, alice: LazAI, token: RevShare, usdc: Erc20Asset) -> None:
    """Whether the amount is another one, or an asset is revenue no longer."""
    pay(lz, token, ether(10))
    usdc.transfer(token, usdc.amount(10))
    quote = token.quote_redeem(1_000)
    nonce = alice.engine.nonce(alice.address)

    with pytest.raises(QuoteNotMet) as refused:
        token.redeem(999, at_least=quote)
    assert (refused.value.least, refused.value.pays) == (ether("0.004"), ether("0.003996"))
    token.contract.set_revenue_token(usdc, False).send(lz.sender)
    with pytest.raises(QuoteNotMet) as refused:
        token.redeem(1_000, at_least=quote)
    assert (refused.value.least, refused.value.pays) == (usdc.amount("0.004"), usdc.raw(0))
    with pytest.raises(QuoteNotMet):
        token.redeem.plan(1_000, at_least={NATIVE: ether("0.004") + wei(1)})
    assert alice.engine.nonce(alice.address) == nonce
    assert token.redeem(1_000, at_least={NATIVE: ether("0.004")}).paid == {NATIVE: ether("0.004")}


def test_a_quote_never_gets_worse_by_what_others_burn(lz: LazAI, bob: LazAI, token: RevShare) -> None:
    """Rounding is against who burns."""
    token.transfer(bob, "500000.000000000000000001")
    pay(lz, token, wei(101))
    before = token.quote_redeem(1_000)

    bob.revshare(token).redeem("499999.7")

    assert token.quote_redeem(1_000).pays[NATIVE].raw >= before.pays[NATIVE].raw


def test_pools_of_tokens_that_were_removed_are_redeemed_by_name(lz: LazAI, token: RevShare, usdc: Erc20Asset) -> None:
    """The parts in the other pools are left to the other holders."""
    pay(lz, token, ether(10))
    usdc.transfer(token, usdc.amount(10))
    token.contract.set_revenue_token(usdc, False).send(lz.sender)

    assert token.quote_redeem(1_000, assets=[usdc]).pays == {usdc.address: usdc.amount("0.01")}
    assert token.redeem(1_000, assets=[usdc]).paid == {usdc.address: usdc.amount("0.01")}
    assert token.quote_redeem(token.supply()).pays == {NATIVE: ether(10)}


def test_what_cannot_be_paid_for_a_redemption_stays_owed(lz: LazAI, alice: LazAI) -> None:
    """The other assets are paid; it is claimed when the token works again."""
    receipt = lz.sender.send(Call(None, FalseToken.creation()))
    assert receipt.contract_address is not None
    moody = FalseToken(lz.engine, receipt.contract_address)
    made = lz.revshare.create(_terms(holder=alice.address, revenue_tokens=[moody.address]))
    token = alice.revshare(made)
    moody.mint(token, 1_000).send(lz.sender)
    pay(lz, token, wei(1_000))
    moody.stop(True).send(lz.sender)

    redeemed = token.redeem(500_000)

    unit = lz.erc20(moody)
    assert (redeemed.paid, redeemed.owed) == ({NATIVE: wei(200)}, {moody.address: unit.raw(200)})
    assert str(redeemed).endswith("; still owed 0.0000000000000002 NO")
    with pytest.raises(BulkFailed) as refused:
        token.claim_all([moody])
    assert isinstance(refused.value.failures[0], ClaimFailed)
    moody.stop(False).send(lz.sender)
    assert token.claimable()[moody.address] == unit.raw(200)
    assert token.claim_all([moody]) == {moody.address: unit.raw(200)}


def test_amounts_of_tokens_are_exact(token: RevShare, usdc: Erc20Asset, bob: LazAI) -> None:
    """No floats, no other token's amounts, no more than there is."""
    with pytest.raises(InvalidAmount):
        token.redeem(0.5)  # type: ignore[arg-type]
    with pytest.raises(InvalidAmount):
        token.transfer(bob, "0.0000000000000000001")
    with pytest.raises(UnitMismatch):
        token.transfer(bob, usdc.amount(1))
    with pytest.raises(ExceedsSupply):
        token.quote_redeem(1_000_001)
    with pytest.raises(ERC20InsufficientBalance):
        bob.revshare(token).redeem(1)


# --- permits ---


def test_a_signature_lets_somebody_spend_tokens(lz: LazAI, alice: LazAI, bob: LazAI, token: RevShare) -> None:
    """Anybody hands it in."""
    until = lz.chain.now() + timedelta(hours=1)

    signed = token.sign_permit(bob.address, "1.5", deadline=until)
    lz.revshare(token).permit(signed)

    assert token.contract.allowance(alice.address, bob.address) == 15 * 10**17
    token.contract.transfer_from(alice, bob, 15 * 10**17).send(bob.sender)
    assert bob.revshare(token).balance() == token.amount("1.5")
    reader = LazAI(lz._shared, None)
    with pytest.raises(NoAccount):
        reader.revshare(token).sign_permit(bob.address, 1, deadline=until)
