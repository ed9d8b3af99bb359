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
        done: which of the calls work, by position.
    """

    received: Mapping[Address, int]
    done: Sequence[bool]


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
        honest = [due for due, brings in zip(dues, self._bring_alone(dues), strict=True) if brings]
        groups = _groups(honest)
        trials = self._simulate((payee, group, (asset,)) for (payee, asset), group in groups.items())
        worth: set[int] = set()
        for group, trial in zip(groups.values(), trials, strict=True):
            received, done = self._answer(trial)
            if any(received):
                worth |= {id(due) for due, works in zip(group, done, strict=True) if works}
        return self._fitting(tuple(due for due in honest if not due.assets or id(due) in worth))

    def outlook(self, dues: Sequence[Due]) -> Outlook:
        """Return what calls would bring together.

        Raises:
            ContractError: they cannot be made.
        """
        assets = list(dict.fromkeys(asset for due in dues if due.payee == self.account for asset in due.assets))
        whole, *trials = self._simulate((self.account, dues, each) for each in ((), *((asset,) for asset in assets)))
        if not whole.ok:
            raise claiming(self.contract, self.account, dues, {}).explained(decode_error(whole.data, whole.reason))
        amounts = {asset: sum(self._answer(trial)[0]) for asset, trial in zip(assets, trials, strict=True)}
        return Outlook({asset: amount for asset, amount in amounts.items() if amount}, self._answer(whole)[1])

    # --- the parts ---

    def _bring_alone(self, dues: Sequence[Due]) -> list[bool]:
        """Return which calls are to be thought of: those of strangers only if they bring something by themselves."""
        trials = self._simulate((self.account, [due], due.assets) for due in dues if due.is_strange)
        brought = iter([any(self._answer(trial)[0]) for trial in trials])
        return [next(brought) if due.is_strange else True for due in dues]

    def _fitting(self, dues: tuple[Due, ...]) -> tuple[Due, ...]:
        """Return what fits: of what is not in coins, what was found first. The rest can be had by the next payout."""
        others = [due for due in dues if set(due.assets) - {NATIVE}]
        while others and not self._fits(dues):
            kept = len(others) // 2
            left_out = {id(due) for due in others[kept:]}
            dues, others = tuple(due for due in dues if id(due) not in left_out), others[:kept]
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


def _groups(dues: Sequence[Due]) -> dict[tuple[Address, Address], list[Due]]:
    """Return the calls that may bring somebody an asset, by these two, with those that move it on its way."""
    payments = dict.fromkeys((due.payee, asset) for due in dues if due.payee for asset in due.assets)
    return {
        (payee, asset): [due for due in dues if asset in due.assets and due.payee in (None, payee)]
        for payee, asset in payments
        if payee
    }
