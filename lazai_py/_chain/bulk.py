"""Many calls of one account: tried together, signed here, sent in batches, every status checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lazai_py._chain.accounts import Signer
from lazai_py._chain.engine import Call, Receipt
from lazai_py._chain.gas import limit_from_use
from lazai_py._chain.sender import Sender
from lazai_py._errors import BulkFailed, LazAIError
from lazai_py._types import Hash

_GROUP = 200


def send_many(sender: Sender, calls: Sequence[Call]) -> list[Receipt]:
    """Send calls in order and return their receipts in the same order.

    They go in groups. A group is tried as a whole, each call seeing the ones before it, and nothing of it is sent
    when one would be refused. When every call of a group has a gas limit, the group is sent untried.

    Raises:
        BulkFailed: it names the calls that failed, and has the receipts of those that were mined.
        InsufficientFunds, NotConnected: as in `Sender.submit`, before anything of the group was sent.
    """
    receipts: list[Receipt | None] = []
    for start in range(0, len(calls), _GROUP):
        try:
            receipts += _send_group(sender, [call.by(sender.address) for call in calls[start : start + _GROUP]])
        except BulkFailed as failed:
            raise _of_whole(failed, receipts, len(calls)) from None
    return [receipt for receipt in receipts if receipt is not None]


def _send_group(sender: Sender, calls: Sequence[Call]) -> Sequence[Receipt | None]:
    limited = _with_gas(sender, calls)
    if limited is None:
        return _one_by_one(sender, calls)
    receipts: list[Receipt | None] = []
    for part in _by_block(limited, sender.engine.block().gas_limit):
        try:
            receipts += _send_at_once(sender, part)
        except BulkFailed as failed:
            raise _of_whole(failed, receipts, len(calls)) from None
    return receipts


def _by_block(calls: Sequence[Call], most: int) -> Iterator[list[Call]]:
    """Yield the calls in parts that fit a block: Anvil never mines by itself what it has to leave over."""
    part: list[Call] = []
    for call in calls:
        if part and sum(each.gas or 0 for each in (*part, call)) > most:
            yield part
            part = []
        part.append(call)
    yield part


def _of_whole(failed: BulkFailed, before: Sequence[Receipt | None], total: int) -> BulkFailed:
    """Return the failure of a part as one of the whole, given the receipts before it."""
    failures = {len(before) + place: error for place, error in failed.failures.items()}
    known = [*before, *failed.receipts]
    return BulkFailed(failures, [*known, *[None] * (total - len(known))])


def _send_at_once(sender: Sender, limited: Sequence[Call]) -> Sequence[Receipt | None]:
    if not isinstance(sender.account, Signer):
        return _one_by_one(sender, limited)
    fees = sender.engine.fees()
    need = sum((call.gas or 0) * fees.max_fee + call.value for call in limited)
    sender.check_funds(sender.engine.balance(sender.address), need)
    nonces = sender.line.reserve(len(limited))
    try:
        transactions = [sender.transaction(call, nonce, fees) for call, nonce in zip(limited, nonces, strict=True)]
        sent = sender.engine.send_raw_many(list(map(sender.account.sign_transaction, transactions)))
    except BaseException:
        sender.line.release(nonces)
        raise
    return _mined(sender, sent, nonces)


def _with_gas(sender: Sender, calls: Sequence[Call]) -> Sequence[Call] | None:
    """Return the calls with gas limits, or None when the engine cannot try them together."""
    if all(call.gas for call in calls):
        return calls
    trials = sender.engine.simulate_many(calls)
    if trials is None:
        return None
    failures = {place: sender.refused(trial) for place, trial in enumerate(trials) if not trial.ok}
    if failures:
        raise BulkFailed(failures, [None] * len(calls))
    most = sender.engine.block().gas_limit
    return [
        replace(call, gas=call.gas or limit_from_use(trial.gas_used, most))
        for call, trial in zip(calls, trials, strict=True)
    ]


def _one_by_one(sender: Sender, calls: Sequence[Call]) -> list[Receipt | None]:
    receipts: list[Receipt | None] = []
    for place, call in enumerate(calls):
        try:
            receipts.append(sender.send(call))
        except LazAIError as error:
            raise BulkFailed({place: error}, [*receipts, *[None] * (len(calls) - place)]) from error
    return receipts


def _mined(sender: Sender, sent: Sequence[Hash | LazAIError], nonces: Sequence[int]) -> Sequence[Receipt | None]:
    refused = {place: answer for place, answer in enumerate(sent) if isinstance(answer, LazAIError)}
    sender.line.release([nonces[place] for place in refused])
    taken = {nonce: answer for nonce, answer in zip(nonces, sent, strict=True) if not isinstance(answer, LazAIError)}
    outcomes = sender.outcomes(taken)
    ends = [refused.get(place) or outcomes[nonce] for place, nonce in enumerate(nonces)]
    failures = {place: error for place, end in enumerate(ends) if (error := _failure(sender, end)) is not None}
    receipts = [end if isinstance(end, Receipt) else None for end in ends]
    if failures:
        raise BulkFailed(failures, receipts)
    return receipts


def _failure(sender: Sender, end: Receipt | LazAIError) -> LazAIError | None:
    if isinstance(end, LazAIError):
        return end
    return None if end.succeeded else sender.refusal(end)
