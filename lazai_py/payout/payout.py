"""`lz.payout(account)`: what an account would get if everything were claimed now, and claiming it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lazai_py._contract.abi import AddressLike, Event
from lazai_py._contract.bindings import payout as abi
from lazai_py._contract.bindings.erc20 import Transfer
from lazai_py._contract.bindings.payout import ClaimPassedOver, PaidOut
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._types import NATIVE, Address, Amount, Wei, to_address
from lazai_py.dat.context import Context
from lazai_py.payout.due import Due, Later
from lazai_py.payout.rehearsal import Rehearsal, claiming, claims_of
from lazai_py.payout.sources import Sources

E = TypeVar("E", bound=Event)

_NOTHING = Wei(0)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a payout would bring now. Nothing was sent.

    Parameters:
        account: who would be paid.
        received: what would come in, by asset, to the smallest unit.
        claims: the calls that are worth making, in their order.
        passed_over: those that would fail now or bring nothing, or do not fit into one transaction.
        later: revenue that has to wait for a snapshot.
        sure: the coins of it that come in whatever strangers' contracts do.
    """

    account: Address
    received: Mapping[Address, Amount]
    claims: tuple[Due, ...]
    passed_over: tuple[Due, ...]
    later: tuple[Later, ...] = ()
    sure: Wei = _NOTHING

    def __str__(self) -> str:
        total = ", ".join(map(str, self.received.values())) or "nothing"
        lines = [f"{self.account} would get {total}", *(f"  {due.what}" for due in self.claims)]
        left_out = (f"  {due.what}: passed over" for due in self.passed_over)
        return "\n".join([*lines, *left_out, *(f"  {each}" for each in self.later)])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a payout brought.

    Parameters:
        account: who was paid.
        received: what came in, by asset.
        passed_over: how many of the calls failed after all.
    """

    account: Address
    received: Mapping[Address, Amount]
    passed_over: int


class Payout:
    """Everything that an account is owed: Data Anchoring Tokens, what the router owes or holds up the way, fees
    of works, referrals, RevShare snapshots, and what offerings give out or back to buyers, creators and treasuries.

    What RevShare tokens of the account are owed themselves is pushed into them, and split by a snapshot where one is
    due; the account claims its part by the next payout.

    Parameters:
        context: the surroundings of DAT handles.
        contract: the helper that makes many claims in one transaction.
        sources: what pays the account.
        shares: RevShare tokens to look at, besides those found.
    """

    def __init__(self, context: Context, contract: abi.Payout, sources: Sources, shares: Sequence[Address]) -> None:
        self._context = context
        self._sources = sources
        self._shares = shares
        self._rehearsal = Rehearsal(contract, sources.account)
        self.contract = contract

    def __repr__(self) -> str:
        return f"Payout({self.account})"

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._context.sender

    @property
    def account(self) -> Address:
        """Who is paid."""
        return self._sources.account

    def preview(self) -> Preview:
        """Return what a payout would bring now: what the chain says when it is asked to do it."""
        found = self._sources.find(self._shares)
        worth = self._rehearsal.worth_making(found.dues)
        outlook = self._rehearsal.outlook(worth)
        claims = tuple(due for due, works in zip(worth, outlook.done, strict=True) if works)
        made = set(map(id, claims))
        passed_over = tuple(due for due in found.dues if id(due) not in made)
        amounts = {asset: self._context.amount(asset, raw) for asset, raw in outlook.received.items()}
        return Preview(self.account, amounts, claims, passed_over, found.later, Wei(outlook.sure))

    @write
    def run(self, preview: Preview | None = None, *, insist: Sequence[AddressLike] = ()) -> Intent[Outcome]:
        """Claim everything in one transaction; anyone may, the account is paid. Returns what came in.

        Parameters:
            preview: what was looked at before; looked up when left out. At least its `sure` coins come in, or nothing.
            insist: ERC-20s of which all must come in as well. Name none that you do not trust: one that answers
                otherwise than it did before stops the whole payout, which it cannot when it is not insisted on.

        Raises:
            PayoutBelowMinimum: somebody claimed a part of it in the meantime, so there is less to come in.
        """
        looked_at = self.preview() if preview is None else preview
        minimums = _minimums(looked_at, insist)
        intent = claiming(self.contract, self.account, looked_at.claims, minimums)
        return intent.then(lambda sent: self._outcome(sent, looked_at))

    @write
    def run_for_tip(self, preview: Preview | None = None) -> Intent[Wei]:
        """`run` as a keeper of the account; returns the tip, by the account's terms. See `set_tips`."""
        looked_at = self.preview() if preview is None else preview
        minimums = _minimums(looked_at, ())
        claims = claims_of(looked_at.claims)
        intent = self.contract.claim_for(self.account, claims, list(minimums), list(minimums.values()))
        return intent.then(lambda sent: Wei(sum(event.amount for event in self._own(sent, abi.Tipped))))

    # --- tips ---

    @write
    def set_tips(self, *, bps: int, cap: Wei, minimum: Wei = _NOTHING, add: Wei = _NOTHING) -> Intent[Sent]:
        """Set what the account that signs here gives whoever pays it out, and set coins aside for that.

        Parameters:
            bps: the part of the native coin that comes in.
            cap: the most for one payout.
            minimum: the least that must come in for a tip at all.
            add: what is set aside more.
        """
        setting = self.contract.set_tip_terms(abi.TipTerms(bps, cap.raw, minimum.raw))
        return setting.after(self.contract.add_tips(pay=add)) if add else setting

    @write
    def withdraw_tips(self, amount: Wei) -> Intent[Sent]:
        """Take back what the account that signs here set aside."""
        return self.contract.withdraw_tips(amount.raw)

    def tips(self) -> Wei:
        """Return what the account has set aside."""
        return Wei(self.contract.tip_balance_of(self.account))

    # --- the parts ---

    def _outcome(self, sent: Sent, preview: Preview) -> Outcome:
        raw = {asset: _grown(sent, asset, self.account) for asset in preview.received if asset != NATIVE}
        raw |= {event.asset: event.amount for event in self._own(sent, PaidOut)}
        received = {asset: self._context.amount(asset, raw[asset]) for asset in preview.received if raw.get(asset)}
        return Outcome(self.account, received, len(self._own(sent, ClaimPassedOver)))

    def _own(self, sent: Sent, kind: type[E]) -> list[E]:
        """Return the helper's own events of a kind: whoever is called may emit others like them."""
        return [each for each in sent.all(kind) if each.log is not None and each.log.address == self.contract.address]


def _minimums(preview: Preview, insist: Sequence[AddressLike]) -> dict[Address, int]:
    wanted = set(map(to_address, insist)) - {NATIVE}
    tokens = {asset: amount.raw for asset, amount in preview.received.items() if asset in wanted}
    return {NATIVE: preview.sure.raw, **tokens} if NATIVE in preview.received else tokens


def _grown(sent: Sent, asset: Address, account: Address) -> int:
    """Return what an ERC-20 says it moved to an account, less what it moved away; not less than nothing."""
    moved = [event for event in sent.all(Transfer) if event.log is not None and event.log.address == asset]
    came = sum(event.value for event in moved if event.to == account)
    return max(0, came - sum(event.value for event in moved if event.from_ == account))
