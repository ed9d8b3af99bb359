"""`lz.revshare(address)`: one RevShare token, as one account sees and uses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.rev_share_token import RevenueClaimed, RevShareToken, SnapshotTaken
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._contract.bulk import Batch, write_many
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sent
from lazai_py._contract.write import write
from lazai_py._types import Address, Amount, Number, TokenAmount, to_address
from lazai_py.dat.reads import read_many
from lazai_py.dat.terms import check_one, expire_at, moment, total
from lazai_py.erc20 import Permit, permits
from lazai_py.revshare import harvests, history, payments, redemption
from lazai_py.revshare.context import Context
from lazai_py.revshare.facts import Facts, look_up
from lazai_py.revshare.history import History
from lazai_py.revshare.redemption import Redemption, RedemptionQuote

TokenNumber = Number | TokenAmount
"""An amount of a RevShare token, in whole tokens or with its unit."""

# Claims in this many assets stay far below every chain's limit for one transaction.
_ASSETS = 16


class RevShare(Handle[RevShareToken]):
    """A RevShare token (ERC-7641). Nothing is asked of the chain until a method is called.

    Parameters:
        context: the surroundings.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.contract, context.sender)
        self._context = context

    # --- reads ---

    def facts(self) -> Facts:
        """Return what the token is, and how it stands."""
        return look_up(self._context)

    def amount(self, whole: Number) -> TokenAmount:
        """Return an amount of this token given in whole tokens, such as `amount("1.5")`."""
        return self._context.tokens(self._context.raw(whole))

    def balance(self, account: AddressLike | None = None) -> TokenAmount:
        """Return what an account holds; the account that signs here when left out."""
        return self._context.tokens(self.contract.balance_of(self._own(account)))

    def supply(self) -> TokenAmount:
        """Return how many tokens there are."""
        return self._context.tokens(self.contract.total_supply())

    def assets(self) -> tuple[Address, ...]:
        """Return every asset in which something may be owed: the native coin, what is and what was revenue."""
        return self._context.assets()

    def next_snapshot_at(self) -> datetime | None:
        """Return from when on the next snapshot can be taken, in UTC."""
        return moment(self.contract.next_snapshot_at())

    def claimable(self, account: AddressLike | None = None) -> dict[Address, Amount]:
        """Return what `claim_all` would pay an account now, in every asset that is or was revenue, zeros included."""
        owner, assets = self._own(account), self.assets()
        raws = read_many(self.contract, [_total_of(owner, asset) for asset in assets])
        return self._context.amounts(assets, raws)

    def history(self, account: AddressLike | None = None, *, last: int | None = None) -> History:
        """Return the snapshots as a table, with an account's part in each.

        Parameters:
            account: the account that signs here when left out.
            last: only so many of the latest snapshots; all when left out.
        """
        return history.look_up(self._context, self._own(account), last)

    def quote_redeem(self, amount: TokenNumber, *, assets: Sequence[AddressLike] | None = None) -> RedemptionQuote:
        """Return what burning tokens pays now, exactly.

        Parameters:
            amount: whole tokens.
            assets: see `redeem`.

        Raises:
            ExceedsSupply: there are fewer tokens.
            InvalidAmount: `amount` is a float, negative, or more precise than the token.
        """
        return redemption.quote(self._context, self._context.raw(amount), _addresses(assets))

    # --- revenue ---

    @write
    def pay(self, amount: Amount) -> Intent[Amount]:
        """Pay revenue: coins, as a plain transfer does, or an ERC-20 that is revenue; returns what was paid or booked.

        Parameters:
            amount: `ether("1.5")`, or `lz.erc20(asset).amount("1.5")`, of which less may arrive if transfers cost.

        Raises:
            UnknownRevenueToken: the ERC-20 is no revenue, so nobody would have it.
            ZeroSupply: there are no tokens.
        """
        return payments.intent(self._context, amount)

    @write
    def snapshot(self) -> Intent[int]:
        """Split the revenue since the last snapshot among who holds at the end of this block; returns the new id.

        Raises:
            SnapshotTooEarly: it names the time from which on it can be taken.
        """
        return self.contract.snapshot().then(lambda sent: sent.only(SnapshotTaken).snapshot_id)

    @write
    def sync(self, asset: AddressLike) -> Intent[Amount]:
        """Book what a plain transfer of an accepted ERC-20 brought; returns how much that was, possibly 0."""
        unit = self._context.amount(asset, 0)
        return self.contract.sync(asset).then(lambda sent: payments.booked(self._context, sent, unit))

    @write_many
    def harvest(
        self, tokens: Sequence[int] | None = None, *, assets: Sequence[AddressLike] | None = None
    ) -> Batch[dict[Address, Amount]]:
        """Pull the revenue of the Data Anchoring Tokens that this token holds; returns what came, by asset.

        Parameters:
            tokens: their ids; all that are owed something when left out. Nothing owed sends nothing.
            assets: in which assets; every one in which they are owed something when left out.

        Raises:
            NotOwnedPosition: this token does not hold one of them.
        """
        return harvests.batch(self._context, tokens, _addresses(assets))

    # --- claims: anyone may trigger one, and only the account that is owed says where to ---

    @write
    def claim(
        self, snapshot_id: int, *, to: AddressLike | None = None, account: AddressLike | None = None
    ) -> Intent[dict[Address, Amount]]:
        """Claim one snapshot, in every asset that is revenue; returns what was paid, by asset.

        Parameters:
            snapshot_id: counted from 1.
            to: who is paid; the account that signs when left out.
            account: claim for somebody else, who is paid.

        Raises:
            NothingToClaim, UnknownSnapshot, SnapshotNotClosed, ClaimFailed: the contract refuses.
        """
        check_one(account, to)
        if account is not None:
            return self.contract.claim_for(account, snapshot_id).then(self._claimed)
        intent = self.contract.claim(snapshot_id) if to is None else self.contract.claim_to(snapshot_id, to)
        return intent.then(self._claimed)

    @write
    def claim_many(self, snapshot_ids: Sequence[int]) -> Intent[dict[Address, Amount]]:
        """Claim several snapshots, in every asset that is revenue; what is empty or claimed is skipped."""
        return self.contract.claim_many(snapshot_ids).then(self._claimed)

    @write_many
    def claim_all(
        self,
        assets: Sequence[AddressLike] | None = None,
        *,
        to: AddressLike | None = None,
        account: AddressLike | None = None,
    ) -> Batch[dict[Address, Amount]]:
        """Claim everything that is owed, of all snapshots; returns what was paid, by asset. Nothing owed sends nothing.

        Parameters:
            assets: those that are or were revenue and in which something is owed, when left out.
            to: who is paid; the account that signs when left out.
            account: claim for somebody else, who is paid.
        """
        check_one(account, to)
        wanted = _addresses(assets)
        if wanted is None:
            wanted = tuple(asset for asset, amount in self.claimable(account).items() if amount)
        chunks = [wanted[start : start + _ASSETS] for start in range(0, len(wanted), _ASSETS)]
        if account is not None:
            intents = [self.contract.claim_all_for(account, chunk) for chunk in chunks]
        elif to is not None:
            intents = [self.contract.claim_all_to(chunk, to) for chunk in chunks]
        else:
            intents = [self.contract.claim_all(chunk) for chunk in chunks]
        return Batch(tuple(intent.then(self._claimed) for intent in intents), _merged)

    # --- tokens ---

    @write
    def redeem(
        self,
        amount: TokenNumber,
        *,
        at_least: RedemptionQuote | Mapping[Address, Amount] | None = None,
        assets: Sequence[AddressLike] | None = None,
    ) -> Intent[Redemption]:
        """Burn tokens for their part of the redemption pools; returns what was paid.

        Their part of revenue that no snapshot has split yet stays claimable under the id of the next snapshot.

        Parameters:
            amount: whole tokens.
            at_least: a quote from `quote_redeem`, or least amounts by asset; checked right before it is sent.
            assets: only these pools are paid, and the parts in the others are given up; for when one of the tokens
                cannot be moved, or is revenue no longer.

        Raises:
            QuoteNotMet: it would pay less than `at_least`.
            ERC20InsufficientBalance: the account has fewer tokens.
        """
        raw, wanted = self._context.raw(amount), _addresses(assets)
        if at_least is not None:
            redemption.check(at_least, redemption.quote(self._context, raw, wanted))
        intent = self.contract.burn(raw) if wanted is None else self.contract.redeem(raw, wanted)
        return intent.then(lambda sent: redemption.outcome(self._context, raw, sent))

    @write
    def transfer(self, to: AddressLike, amount: TokenNumber) -> Intent[Sent]:
        """Move tokens. What was split before stays claimable by this account."""
        return self.contract.transfer(to, self._context.raw(amount))

    def sign_permit(self, spender: AddressLike, amount: TokenNumber, *, deadline: datetime | int) -> Permit:
        """Sign that `spender` may take tokens of this account until a time, for anybody to hand in by `permit`.

        Raises:
            NoAccount: no account at hand signs here.
            InputError: the deadline is no point in time.
        """
        engine, value = self._context.engine, self._context.raw(amount)
        until = expire_at(deadline, lambda: engine.block().timestamp)
        token = SignedErc20(engine, self.address)
        return permits.sign(self._context.account, token, spender=to_address(spender), value=value, deadline=until)

    @write
    def permit(self, signed: Permit) -> Intent[Sent]:
        """Hand in what somebody signed with `sign_permit`."""
        return self.contract.permit(signed.owner, signed.spender, signed.value, signed.deadline, *signed.parts)

    def _claimed(self, sent: Sent) -> dict[Address, Amount]:
        return total([self._context.amount(event.asset, event.amount) for event in sent.all(RevenueClaimed)])


def _total_of(account: Address, asset: Address) -> Any:
    return lambda token: token.claimable_total(account, asset)


def _addresses(assets: Sequence[AddressLike] | None) -> tuple[Address, ...] | None:
    return None if assets is None else tuple(map(to_address, assets))


def _merged(claimed: list[dict[Address, Amount]]) -> dict[Address, Amount]:
    return {asset: amount for each in claimed for asset, amount in each.items()}
