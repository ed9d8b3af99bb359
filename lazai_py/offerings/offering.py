"""One offering, as one account sees and uses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings import model_offering as events
from lazai_py._contract.bindings.model_offering import ModelOffering
from lazai_py._contract.bindings.model_offering import OfferingTerms as Struct
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sent
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Address, Amount, Number, TokenAmount, Wei
from lazai_py.dat.terms import check_one
from lazai_py.offerings import state
from lazai_py.offerings.context import Context
from lazai_py.offerings.quotes import Quote, reckon
from lazai_py.offerings.state import OfferingState
from lazai_py.revshare import RevShare


@dataclass(frozen=True, slots=True)
class Collection:
    """What a collection paid.

    Parameters:
        account: whose deposit it was.
        tokens: what it bought.
        refund: what went back.
    """

    account: Address
    tokens: TokenAmount
    refund: Amount


class Offering(Handle[ModelOffering]):
    """An offering by its address. Everything that is due to somebody can be triggered by anybody, and goes to them.

    Parameters:
        context: the surroundings.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.contract, context.sender)
        self._context = context

    @property
    def token(self) -> RevShare:
        """The token that is sold."""
        return self._context.revshare(self._context.token)

    # --- reads ---

    def terms(self) -> Struct:
        """Return what is fixed for good, as the contract has it."""
        return self._context.terms

    def state(self) -> OfferingState:
        """Return how it stands."""
        return state.look_up(self._context)

    def deposited(self, account: AddressLike | None = None) -> Amount:
        """Return the deposit of an account that was not collected or refunded; this account's when left out."""
        return self._context.money(self.contract.deposit_of(self._own(account)))

    def quote(self, more: Amount | None = None, *, account: AddressLike | None = None) -> Quote:
        """Return what an account's deposit, with `more` added to it, becomes if nobody deposits after it.

        Once the sale is over it is what `collect` or `refund` pays, to the smallest unit.

        Parameters:
            more: what would be deposited in addition; nothing when left out.
            account: the account at hand when left out.
        """
        added = 0 if more is None else self._context.raw_money(more)
        deposit, raised = self.contract.deposit_of(self._own(account)) + added, self.contract.raised() + added
        tokens, refund = reckon(self._context.terms, deposit, raised)
        money = self._context.money
        return Quote(money(deposit), self._context.tokens(tokens), money(deposit - refund), money(refund))

    # --- the sale ---

    @write
    def deposit(self, amount: Amount, *, permit: bool | None = None) -> Intent[Amount]:
        """Deposit into the sale; returns what was credited.

        An ERC-20 is paid by a permit (EIP-2612) for exactly the amount where the token has permits and the account
        signs here: one transaction. Elsewhere the amount is allowed to the contract by a transaction first.

        Parameters:
            amount: how much of what is paid in.
            permit: True for a permit or an error that says why there can be none, False for no permit; left out, a
                permit where there can be one and the contract may not take the amount already.

        Raises:
            NotOpen, WalletCapExceeded, DepositTooLarge, ZeroAmount: the contract refuses.
            UnitMismatch, InvalidAmount: it is no amount of what is paid in.
            InputError: with `permit=True`, what is paid in is the native coin.
            NotSignable, UnknownDomain, NoAccount: with `permit=True`, there can be no permit.
        """
        raw = self._context.raw_money(amount)
        if isinstance(amount, Wei):
            if permit:
                raise InputError("the native coin has no permits", remedy="Leave permit out: coins are sent along")
            return self.contract.deposit(raw, pay=amount).then(self._credited)
        signed = self._context.permit(amount, wanted=permit) if raw else None
        if signed is not None:
            return self.contract.deposit_with_permit(raw, signed.deadline, *signed.parts).then(self._credited)
        return self.contract.deposit(raw, pay=Wei(0)).after(*self._context.allowing(amount)).then(self._credited)

    @write
    def close(self) -> Intent[bool]:
        """Take note of the end, and give the treasury what is due to it; returns whether the sale succeeded.

        Nothing else waits for it.
        """
        return self.contract.close().then(lambda sent: sent.only(events.OfferingClosed).succeeded)

    @write
    def collect(self, account: AddressLike | None = None, *, to: AddressLike | None = None) -> Intent[Collection]:
        """Give an account its tokens, and its part of what was raised above the target.

        Parameters:
            account: whose deposit; the account at hand when left out. Anyone may do it for anyone.
            to: who gets both; only the account at hand may say.
        """
        check_one(account, to)
        intent = self.contract.collect(self._own(account)) if to is None else self.contract.collect_to(to)
        return intent.then(self._collected)

    @write
    def refund(self, account: AddressLike | None = None, *, to: AddressLike | None = None) -> Intent[Amount]:
        """Give an account its deposit back when the sale failed; see `collect` for the parameters."""
        check_one(account, to)
        intent = self.contract.refund(self._own(account)) if to is None else self.contract.refund_to(to)
        return intent.then(lambda sent: self._context.money(sent.only(events.Refunded).amount))

    # --- the creator and the treasury ---

    @write
    def release(self, *, to: AddressLike | None = None) -> Intent[Amount]:
        """Pay the creator what is due; returns it. Only the creator may name another receiver."""
        intent = self.contract.release() if to is None else self.contract.release_to(to)
        return intent.then(lambda sent: self._context.money(sent.only(events.ProceedsReleased).amount))

    @write
    def claim_vested(self) -> Intent[TokenAmount]:
        """Give the creator its vested tokens; returns them."""
        return self.contract.release_vested().then(self._released)

    @write
    def release_treasury(self) -> Intent[TokenAmount]:
        """Give the treasury its tokens, those not sold, and the dust; returns them."""
        return self.contract.release_treasury().then(self._released)

    @write
    def recycle(self, assets: Sequence[AddressLike] = (NATIVE,)) -> Intent[dict[Address, Amount]]:
        """Give what tokens in custody earned back to the token, so to all holders; returns it by asset."""
        return self.contract.recycle(assets).then(self._recycled)

    # --- the veto ---

    @write
    def veto(self, amount: Number | TokenAmount) -> Intent[bool]:
        """Lock tokens against the next tranche until it is due; returns whether the tranche is vetoed by it.

        Parameters:
            amount: whole tokens; exactly that many are allowed to the contract first.

        Raises:
            NothingToVeto, LockedBefore, ZeroAmount: the contract refuses.
        """
        raw = self._context.raw_tokens(amount)
        intent = self.contract.lock(raw).after(*self._context.allowing(self._context.tokens(raw)))
        return intent.then(lambda sent: bool(sent.all(events.TranchesVetoed)))

    @write
    def unlock(self, account: AddressLike | None = None) -> Intent[TokenAmount]:
        """Give an account its locked tokens back, once the tranche is due or vetoed; returns them."""
        intent = self.contract.unlock(self._own(account))
        return intent.then(lambda sent: self._context.tokens(sent.only(events.TokensUnlocked).amount))

    @write
    def burn_for_proceeds(self, amount: Number | TokenAmount, *, to: AddressLike | None = None) -> Intent[Amount]:
        """After a veto, burn tokens for their part of the remaining proceeds; returns what was paid.

        What the token itself redeems comes in addition.
        """
        raw = self._context.raw_tokens(amount)
        intent = self.contract.burn_for_proceeds(raw, self.sender.address if to is None else to)
        prepared = intent.after(*self._context.allowing(self._context.tokens(raw)))
        return prepared.then(lambda sent: self._context.money(sent.only(events.ProceedsReturned).amount))

    @write
    def forfeit(self) -> Intent[TokenAmount]:
        """After a veto, burn the tokens in custody of creator and treasury; returns them."""
        return self.contract.forfeit().then(lambda sent: self._context.tokens(sent.only(events.TokensForfeited).amount))

    @write
    def settle_veto(self) -> Intent[Amount]:
        """After a veto, when nobody holds a token any more, pay the treasury what is left; returns it."""
        return self.contract.settle_veto().then(
            lambda sent: self._context.money(sent.only(events.ProceedsReleased).amount)
        )

    # --- results ---

    def _credited(self, sent: Sent) -> Amount:
        return self._context.money(sent.only(events.Deposited).amount)

    def _collected(self, sent: Sent) -> Collection:
        event = sent.only(events.Collected)
        return Collection(event.account, self._context.tokens(event.tokens), self._context.money(event.refunded))

    def _released(self, sent: Sent) -> TokenAmount:
        return self._context.tokens(sent.only(events.TokensReleased).amount)

    def _recycled(self, sent: Sent) -> dict[Address, Amount]:
        amount = self._context.assets.amount
        return {event.asset: amount(event.asset, event.amount) for event in sent.all(events.RevenueRecycled)}
