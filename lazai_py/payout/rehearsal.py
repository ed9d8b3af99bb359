"""What the chain says when it is asked to pay an account out: which calls are worth making, and what they bring.

Nothing that a contract says of itself counts here, only what comes in. Each asset is tried by itself, so that one which
answers what it likes, or not at all, stands in the way of no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lazai_py._chain.engine import Simulation
from lazai_py._contract.bindings.payout import Claim
from lazai_py._contract.bindings.payout import Payout as Contract
from lazai_py._contract.decode import decode_error
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Address
from lazai_py.payout.due import Due

# A payout fills at most this part of a block, so that it is mined soon.
_PARTS_OF_A_BLOCK = 2


@dataclass(frozen=True, slots=True)
class Outlook:
    """What calls would bring now.

    Parameters:
        received: what comes in, by asset.
        sure: the coins among it that no stranger has a say in.
        done: which of the calls work, by position.
    """

    received: Mapping[Address, int]
    sure: int
    done: Sequence[bool]


_Group = tuple[Address, Address, Sequence[Due]]
"""Who is paid, in what, and the calls that it takes."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Calls that belong together: what brings somebody an asset, or what a stranger is asked for; and what they use."""

    asset: Address
    dues: tuple[Due, ...]
    gas: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Tries calls for an account.

    Parameters:
        contract: the helper that makes many claims in one transaction.
        account: who is paid.
    """

    contract: Contract
    account: Address

    def worth_making(self, dues: Sequence[Due]) -> tuple[Due, ...]:
        """Return the calls that work and bring something to whom they pay, as far as they fit into one transaction."""
        strange = self._tried([(self.account, each, (due,)) for due in dues if due.is_strange for each in due.assets])
        groups = self._tried(_groups([due for due in dues if not due.is_strange]))
        worth = {id(due) for part in (*strange, *groups) for due in part.dues}
        kept = tuple(due for due in dues if not due.assets or id(due) in worth)
        return self._fitting(kept, [*strange, *(part for part in groups if part.asset != NATIVE)])

    def outlook(self, dues: Sequence[Due]) -> Outlook:
        """Return what calls would bring together.

        Raises:
            ContractError: they cannot be made.
        """
        assets = list(dict.fromkeys(asset for due in dues if due.payee == self.account for asset in due.assets))
        sure = [due for due in dues if NATIVE in due.assets and not due.is_strange]
        whole, coins, *others = self._simulate(
            [
                (self.account, dues, ()),
                (self.account, sure, (NATIVE,)),
                *((self.account, dues, (each,)) for each in assets),
            ]
        )
        if not whole.ok:
            raise claiming(self.contract, self.account, dues, {}).explained(decode_error(whole.data, whole.reason))
        amounts = {asset: sum(self._answer(trial)[0]) for asset, trial in zip(assets, others, strict=True)}
        received = {asset: amount for asset, amount in amounts.items() if amount}
        return Outlook(received, sum(self._answer(coins)[0]), self._answer(whole)[1])

    # --- the parts ---

    def _tried(self, groups: Sequence[_Group]) -> list[_Part]:
        """Return what is worth making of each group, where that is anything."""
        trials = self._simulate((payee, dues, (asset,)) for payee, asset, dues in groups)
        parts = []
        for (_, asset, dues), trial in zip(groups, trials, strict=True):
            received, done = self._answer(trial)
            if any(received):
                working = tuple(due for due, works in zip(dues, done, strict=True) if works)
                parts.append(_Part(asset, working, trial.gas_used))
        return parts

    def _fitting(self, dues: tuple[Due, ...], parts: Sequence[_Part]) -> tuple[Due, ...]:
        """Return what fits. What is left out can be had by the next payout.

        Parameters:
            dues: the calls.
            parts: what of them may be left out, first what uses most gas: who wastes it must not crowd others out.
        """
        rest = sorted(parts, key=lambda part: part.gas)
        while rest and not self._fits(dues):
            half = len(rest) // 2
            left_out = {id(due) for part in rest[half:] for due in part.dues}
            dues, rest = tuple(due for due in dues if id(due) not in left_out), rest[:half]
        return dues

    def _fits(self, dues: Sequence[Due]) -> bool:
        (trial,) = self._simulate([(self.account, dues, ())])
        return trial.ok and trial.gas_used <= self.contract.engine.block().gas_limit // _PARTS_OF_A_BLOCK

    def _simulate(self, asked: Iterable[tuple[Address, Sequence[Due], Sequence[Address]]]) -> list[Simulation]:
        # Nobody sends this, so nobody has to be able to pay for it.
        calls = [
            claiming(self.contract, payee, dues, dict.fromkeys(assets, 0)).call(NATIVE) for payee, dues, assets in asked
        ]
        return self.contract.engine.simulate_each(calls)

    def _answer(self, trial: Simulation) -> tuple[Sequence[int], Sequence[bool]]:
        """Return what came in and which calls worked; nothing at all when the asset does not answer."""
        if not trial.ok:
            return (), ()
        asking = claiming(self.contract, self.account, (), {})
        received, done = self.contract.decode_result(asking.function, trial.data)
        return received, done


def claiming(
    contract: Contract, account: Address, dues: Sequence[Due], minimums: Mapping[Address, int]
) -> Intent[Sent]:
    """Return the call that makes calls, and sees to it that at least so much comes in."""
    return contract.claim_everything(account, claims_of(dues), list(minimums), list(minimums.values()))


def claims_of(dues: Sequence[Due]) -> list[Claim]:
    """Return calls as the contract takes them."""
    return [Claim(due.intent.contract.address, due.gas, due.intent.data) for due in dues]


def _groups(dues: Sequence[Due]) -> list[_Group]:
    """Return the calls that may bring somebody an asset, with those that move it on its way."""
    payments = dict.fromkeys((due.payee, asset) for due in dues if due.payee for asset in due.assets)
    return [
        (payee, asset, [due for due in dues if asset in due.assets and due.payee in {None, payee}])
        for payee, asset in payments
        if payee
    ]
