"""`lz.payout(account)`: what an account would get if everything were claimed now, and claiming it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lazai_py._contract.bindings import payout as abi
from lazai_py._contract.bindings.payout import ClaimPassedOver, PaidOut
from lazai_py._contract.decode import decode_error
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._types import NATIVE, Address, Amount, Wei
from lazai_py.dat.context import Context
from lazai_py.payout.due import Due
from lazai_py.payout.sources import Sources
from lazai_py.revshare import RevShare

_NOTHING = Wei(0)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a payout would bring now. Nothing was sent.

    Parameters:
        account: who would be paid.
        received: what would come in, by asset, to the smallest unit.
        claims: the calls that work, in their order.
        passed_over: those that would fail now, and are left out.
    """

    account: Address
    received: Mapping[Address, Amount]
    claims: tuple[Due, ...]
    passed_over: tuple[Due, ...]

    def __str__(self) -> str:
        total = ", ".join(map(str, self.received.values())) or "nothing"
        lines = [f"{self.account} would get {total}", *(f"  {due.what}" for due in self.claims)]
        return "\n".join([*lines, *(f"  {due.what}: fails now" for due in self.passed_over)])


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
    of works, RevShare snapshots, and what offerings give out or back.

    Parameters:
        context: the surroundings of DAT handles.
        contract: the helper that makes many claims in one transaction.
        sources: what pays the account.
        shares: RevShare tokens to look at, besides those of offerings.
    """

    def __init__(self, context: Context, contract: abi.Payout, sources: Sources, shares: Sequence[RevShare]) -> None:
        self._context = context
        self._sources = sources
        self._shares = shares
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
        _, done = self._asked(found, [])
        claims = tuple(due for due, works in zip(found, done, strict=True) if works)
        passed_over = tuple(due for due, works in zip(found, done, strict=True) if not works)
        assets = _assets(claims)
        received, _ = self._asked(claims, assets)
        amounts = {asset: self._context.amount(asset, raw) for asset, raw in zip(assets, received, strict=True) if raw}
        return Preview(self.account, amounts, claims, passed_over)

    @write
    def run(self, preview: Preview | None = None) -> Intent[Outcome]:
        """Claim everything in one transaction; anyone may, the account is paid. Returns what came in.

        Parameters:
            preview: what was looked at before; looked up when left out. At least that comes in, or nothing.

        Raises:
            PayoutBelowMinimum: somebody claimed a part of it in the meantime, so there is less to come in.
        """
        looked_at = self.preview() if preview is None else preview
        minimums = {asset: amount.raw for asset, amount in looked_at.received.items()}
        return self._claiming(looked_at.claims, minimums).then(self._outcome)

    @write
    def run_for_tip(self, preview: Preview | None = None) -> Intent[Wei]:
        """`run` as a keeper of the account; returns the tip, by the account's terms. See `set_tips`."""
        looked_at = self.preview() if preview is None else preview
        minimums = {asset: amount.raw for asset, amount in looked_at.received.items()}
        claiming = self.contract.claim_for(self.account, _calls(looked_at.claims), *_columns(minimums))
        return claiming.then(lambda sent: Wei(sum(event.amount for event in sent.all(abi.Tipped))))

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

    def _claiming(self, claims: Sequence[Due], minimums: Mapping[Address, int]) -> Intent[Sent]:
        return self.contract.claim_everything(self.account, _calls(claims), *_columns(minimums))

    def _asked(self, claims: Sequence[Due], assets: Sequence[Address]) -> tuple[Sequence[int], Sequence[bool]]:
        """Return what comes in of each asset, and which claims work."""
        asking = self._claiming(claims, dict.fromkeys(assets, 0))
        # Nobody sends this, so nobody has to be able to pay for it.
        simulation = self._context.engine.simulate(asking.call(NATIVE))
        if not simulation.ok:
            raise asking.explained(decode_error(simulation.data, simulation.reason))
        received, done = self.contract.decode_result(asking.function, simulation.data)
        return received, done

    def _outcome(self, sent: Sent) -> Outcome:
        received = {event.asset: self._context.amount(event.asset, event.amount) for event in sent.all(PaidOut)}
        return Outcome(self.account, received, len(sent.all(ClaimPassedOver)))


def _calls(claims: Sequence[Due]) -> list[abi.Claim]:
    return [abi.Claim(due.intent.contract.address, due.gas, due.intent.data) for due in claims]


def _columns(minimums: Mapping[Address, int]) -> tuple[list[Address], list[int]]:
    return list(minimums), list(minimums.values())


def _assets(claims: Sequence[Due]) -> list[Address]:
    return list({asset: None for due in claims for asset in due.assets})
