"""Sending: quote, sign, send, wait, and tell a success from a refusal."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lazai_py._chain.accounts import Account, Signer
from lazai_py._chain.engine import Call, DevEngine, Engine, Fees, Receipt, Simulation
from lazai_py._chain.nonces import line_of
from lazai_py._chain.reverts import RevertDecoder, standard_revert
from lazai_py._chain.transaction import Transaction
from lazai_py._errors import ContractError, InsufficientFunds, NonceConflict, Replaced, Timeout
from lazai_py._types import Address, Hash, Wei

# Nodes ask for an eighth more at most; one wei on top makes up for the rounding.
_RAISE_BY = 8
_TRIES = 8
_PLAIN_TRANSFER_GAS = 21_000
# Seconds after which something may be wrong: on a local chain, and on others.
_PATIENCE_LOCAL, _PATIENCE = 0.1, 10.0
# Seconds after which a local chain should have mined everything.
_OVERLOOKED = 1.0

Outcome = Receipt | Replaced | Timeout
"""What became of a transaction: it was mined, another one was in its place, or neither happened in time."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A transaction that the node has and that is not known to be mined.

    Parameters:
        tx_hash: what the chain knows it by.
        call: what it does; its sender is set.
        nonce, gas, fees: what it was sent with.
    """

    tx_hash: Hash
    call: Call
    nonce: int
    gas: int
    fees: Fees


class Sender:
    """Sends for one account on one engine, in any number of threads.

    Parameters:
        engine: the chain.
        account: signs here, or names an account that the node signs for.
        decode: turns revert data into an error; the standard one knows `Panic` and `Error(string)` only.
        timeout: seconds to wait for a transaction to be mined.
    """

    def __init__(
        self, engine: Engine, account: Account, *, decode: RevertDecoder = standard_revert, timeout: float = 120.0
    ) -> None:
        self.engine = engine
        self.account = account
        self.timeout = timeout
        self.line = line_of(engine, account.address)
        self._decode = decode

    @property
    def address(self) -> Address:
        """The account's address."""
        return self.account.address

    def send(self, call: Call) -> Receipt:
        """Send a call and return its receipt; see `submit` and `wait` for what may go wrong."""
        return self.wait(self.submit(call))

    def send_many(self, calls: Sequence[Call]) -> list[Receipt]:
        """Send many calls in order, as fast as the chain takes them; see `bulk.send_many`."""
        from lazai_py._chain import bulk

        return bulk.send_many(self, calls)

    def submit(self, call: Call) -> Pending:
        """Send a call without waiting; each result must be handed to `wait`.

        A call without a gas limit is tried first, and one that would be refused is not sent.

        Raises:
            ContractError: it would be refused.
            InsufficientFunds: the account cannot pay the value and the highest possible fee.
            NotConnected, FeeTooLow, NonceConflict, ChainMismatch, RpcError: the node did not take it.
        """
        call = call.by(self.address)
        gas, fees = self._affordable(call)
        for _ in range(_TRIES):
            [nonce] = self.line.reserve()
            try:
                return self.dispatch(Call(call.to, call.data, call.value, self.address, gas), nonce, fees)
            except NonceConflict as error:
                self.line.skip(nonce)
                conflict = error
            except BaseException:
                self.line.release([nonce])
                raise
        raise conflict

    def wait(self, pending: Pending) -> Receipt:
        """Wait until a transaction is mined and return its receipt.

        Raises:
            ContractError: it was mined and refused; `tx_hash` names it.
            Replaced: another transaction with its nonce was mined.
            Timeout: it is not mined yet.
        """
        outcome = self.outcomes({pending.nonce: pending.tx_hash})[pending.nonce]
        if not isinstance(outcome, Receipt):
            raise outcome
        if not outcome.succeeded:
            raise self.refusal(outcome)
        return outcome

    def outcomes(self, sent: Mapping[int, Hash]) -> dict[int, Outcome]:
        """Wait for transactions together and return what became of each, by nonce; their nonces are settled.

        A gap below them is filled, and a local chain mines what it overlooked.

        Raises:
            NotConnected, RpcError: the node does not answer.
        """
        try:
            known = self._known_in_time(sent)
        finally:
            self.line.settle(sent)
        late = {nonce: Timeout(f"mining {tx_hash}", self.timeout) for nonce, tx_hash in sent.items()}
        return {**late, **known}

    def replace(self, pending: Pending, call: Call | None = None) -> Pending:
        """Put another transaction in a pending one's place, with a higher fee.

        Parameters:
            pending: what is stuck.
            call: what to do instead; left out, the same once more.

        Raises:
            NonceConflict: the pending transaction was mined in the meantime.
        """
        fees = _raised(pending.fees, self.engine.fees())
        if call is None:
            return self.dispatch(pending.call, pending.nonce, fees)
        call = call.by(self.address)
        gas, _ = self._affordable(call)
        return self.dispatch(replace(call, gas=gas), pending.nonce, fees)

    def cancel(self, pending: Pending) -> Pending:
        """Put a transaction that does nothing in a pending one's place."""
        return self.replace(pending, Call(self.address, gas=_PLAIN_TRANSFER_GAS))

    def refusal(self, receipt: Receipt) -> ContractError:
        """Return the error that a mined and refused transaction stands for."""
        return self.refused(self.engine.refusal(receipt)).during(tx_hash=receipt.tx_hash)

    def refused(self, trial: Simulation) -> ContractError:
        """Return the error that a call which would be refused stands for."""
        return self._decode(trial.data, trial.reason)

    def dispatch(self, call: Call, nonce: int, fees: Fees) -> Pending:
        """Sign a call that has a gas limit, and hand it to the node under a nonce of the line."""
        gas = call.gas or 0
        if isinstance(self.account, Signer):
            tx_hash = self.engine.send_raw(self.account.sign_transaction(self.transaction(call, nonce, fees)))
        else:
            tx_hash = self.engine.send_unlocked(call, nonce=nonce, fees=fees)
        return Pending(tx_hash, call, nonce, gas, fees)

    def transaction(self, call: Call, nonce: int, fees: Fees) -> Transaction:
        """Return what is to be signed for a call that has a gas limit."""
        return Transaction.of(call, chain_id=self.engine.chain_id(), nonce=nonce, gas=call.gas or 0, fees=fees)

    def fill_gap(self, below: int) -> bool:
        """Fill a nonce that was given back and that a pending one waits for; returns whether there was one."""
        gap = self.line.take_gap(below)
        if gap is None:
            return False
        try:
            self.dispatch(Call(self.address, sender=self.address, gas=_PLAIN_TRANSFER_GAS), gap, self.engine.fees())
        finally:
            self.line.settle([gap])
        return True

    def check_funds(self, balance: int, need: int) -> None:
        """Raise `InsufficientFunds` when a balance does not cover what is needed, in wei."""
        if balance < need:
            raise InsufficientFunds(self.address, Wei(balance), Wei(need))

    def _affordable(self, call: Call) -> tuple[int, Fees]:
        """Return the gas limit and fees for a call, once it is known to work and to be paid for."""
        if call.gas is None:
            try:
                quote = self.engine.quote(call)
            except ContractError as error:
                raise self._decode(error.data, getattr(error, "reason", "")) from None
            gas, fees, balance = quote.gas, quote.fees, quote.balance
        else:
            gas, fees, balance = call.gas, self.engine.fees(), self.engine.balance(self.address)
        self.check_funds(balance, gas * fees.max_fee + call.value)
        return gas, fees

    def _known_in_time(self, sent: Mapping[int, Hash]) -> dict[int, Receipt | Replaced]:
        known: dict[int, Receipt | Replaced] = {}
        missing, spent = dict(sent), 0
        for passed in polls(self.engine, self.timeout):
            receipts = self.engine.receipts(list(missing.values()))
            for (nonce, tx_hash), receipt in zip(missing.items(), receipts, strict=True):
                if receipt is not None or nonce < spent:
                    known[nonce] = receipt or Replaced(tx_hash, self.address, nonce)
            missing = {nonce: tx_hash for nonce, tx_hash in missing.items() if nonce not in known}
            if not missing:
                break
            spent = self._hurry(missing, passed)
        return known

    def _hurry(self, missing: Mapping[int, Hash], passed: float) -> int:
        """Do what can be done for what is not mined after `passed` seconds; returns below which nonce all are spent."""
        if passed > _OVERLOOKED and isinstance(self.engine, DevEngine):
            self.engine.mine_overlooked()
        patience = _PATIENCE_LOCAL if self.engine.is_local else _PATIENCE
        if passed <= patience or self.fill_gap(max(missing)):
            return 0
        # The receipts are read once more before this is believed: nodes count before they answer.
        return self.engine.nonce(self.address, pending=False)


def polls(engine: Engine, timeout: float) -> Iterator[float]:
    """Pause between polls, ever longer; yields the seconds that passed, until time is up."""
    pause, longest = (0.001, 0.05) if engine.is_local else (0.2, 2.0)
    start = time.monotonic()
    while (passed := time.monotonic() - start) < timeout:
        yield passed
        time.sleep(pause)
        pause = min(pause * 1.5, longest)


def _raised(old: Fees, current: Fees) -> Fees:
    priority = None
    if old.priority_fee is not None:
        priority = max(_more(old.priority_fee), current.priority_fee or 0)
    return Fees(max(_more(old.max_fee), current.max_fee), priority)


def _more(fee: int) -> int:
    return fee + fee // _RAISE_BY + 1
