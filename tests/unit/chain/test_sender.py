"""Sending on every engine: one at a time, many at once, and from many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from lazai_py._chain.accounts import PrivateKey, Unlocked
from lazai_py._chain.engine import Call, DevEngine, Fees, LogFilter
from lazai_py._chain.nonces import line_of
from lazai_py._chain.sender import Sender
from lazai_py._chain.transaction import Transaction
from lazai_py._errors import BulkFailed, ContractError, InsufficientFunds, RevertReason, UnknownRevert
from lazai_py._types import Address, Wei
from tests.unit.chain import bytecode
from tests.unit.chain.bytecode import word
from tests.unit.chain.conftest import Deploy

STRANGER = Address("0x" + "5A" * 20)


def counted(engine: DevEngine, counter: Address) -> int:
    """Return how often a counter was called, this read not included."""
    return int.from_bytes(engine.call(Call(counter)), "big") - 1


class TestOne:
    """A single call."""

    def test_a_call_is_sent_and_waited_for(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """The receipt is that of a mined transaction."""
        counter = deploy(bytecode.COUNT)
        receipt = sender.send(Call(counter))
        assert receipt.succeeded
        assert counted(engine, counter) == 1

    def test_a_call_that_would_be_refused_is_not_sent(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """The error is the contract's, and no nonce is spent."""
        contract = deploy(bytecode.REFUSE)
        before = engine.nonce(sender.address)
        with pytest.raises(UnknownRevert) as refusal:
            sender.send(Call(contract, b"because"))
        assert refusal.value.data == b"because"
        assert refusal.value.tx_hash is None
        assert engine.nonce(sender.address) == before

    def test_a_mined_refusal_is_raised(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """It is never returned as a success, and names its transaction."""
        contract = deploy(bytecode.REFUSE)
        with pytest.raises(UnknownRevert) as refusal:
            sender.send(Call(contract, b"because", gas=60_000))
        assert refusal.value.data == b"because"
        receipt = engine.receipt(refusal.value.tx_hash)  # type: ignore[arg-type]
        assert receipt is not None
        assert receipt.status == 0

    def test_running_out_of_gas_is_raised(self, sender: Sender, deploy: Deploy) -> None:
        """There are no data, so the reason is the engine's."""
        with pytest.raises(UnknownRevert) as refusal:
            sender.send(Call(deploy(bytecode.BURN), gas=60_000))
        assert refusal.value.data == b""
        assert "OutOfGas" in refusal.value.reason.replace(" ", "").title().replace("Outofgas", "OutOfGas")

    def test_refusals_are_decoded_by_whoever_knows_the_contract(
        self, engine: DevEngine, deploy: Deploy, actors: tuple[PrivateKey, ...]
    ) -> None:
        """Before sending and after mining alike."""

        def decode(data: bytes, reason: str) -> ContractError:
            return RevertReason(f"decoded {data.decode()}", data=data)

        contract = deploy(bytecode.REFUSE)
        knowing = Sender(engine, actors[1], decode=decode)
        for gas in (None, 60_000):
            with pytest.raises(RevertReason, match="decoded because"):
                knowing.send(Call(contract, b"because", gas=gas))

    def test_a_poor_account_is_told_what_is_missing(self, engine: DevEngine) -> None:
        """Before anything is sent, with what is there and what is needed."""
        poor = PrivateKey(b"\x07" * 32)
        engine.set_balance(poor.address, 1_000)
        with pytest.raises(InsufficientFunds) as refusal:
            Sender(engine, poor).send(Call(STRANGER, value=1))
        fee = refusal.value.need.raw - 1
        assert refusal.value.have == Wei(1_000)
        assert (refusal.value.address, fee % 26_250) == (poor.address, 0)
        assert str(refusal.value.need - refusal.value.have) in str(refusal.value)

    def test_the_node_can_sign(self, engine: DevEngine, actors: tuple[PrivateKey, ...], deploy: Deploy) -> None:
        """An unlocked account sends by the same path."""
        counter = deploy(bytecode.COUNT)
        sender = Sender(engine, Unlocked(actors[6].address))
        assert sender.send(Call(counter)).sender == actors[6].address
        assert len(sender.send_many([Call(counter)] * 3)) == 3
        assert counted(engine, counter) == 4


class TestNonces:
    """The line of an account."""

    def test_five_hundred_threads_get_five_hundred_nonces(
        self, engine: DevEngine, sender: Sender, deploy: Deploy
    ) -> None:
        """All are mined, each under its own nonce, and none is left over."""
        counter = deploy(bytecode.COUNT)
        first = engine.nonce(sender.address)
        with ThreadPoolExecutor(32) as pool:
            pending = list(pool.map(sender.submit, [Call(counter, gas=60_000)] * 500))
            receipts = list(pool.map(sender.wait, pending))
        assert sorted(each.nonce for each in pending) == list(range(first, first + 500))
        assert len({receipt.tx_hash for receipt in receipts}) == 500
        assert counted(engine, counter) == 500
        assert engine.nonce(sender.address) == first + 500

    def test_senders_of_one_account_share_a_line(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """Whoever sends for it on this engine."""
        assert Sender(engine, actors[0]).line is Sender(engine, actors[0]).line
        assert Sender(engine, actors[0]).line is not Sender(engine, actors[1]).line

    def test_an_unused_nonce_is_handed_out_again(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """The lowest first, while something is under way."""
        line = line_of(engine, actors[7].address)
        start = engine.nonce(actors[7].address)
        assert line.reserve(4) == [start, start + 1, start + 2, start + 3]
        line.release([start + 2, start + 1])
        assert line.reserve(3) == [start + 1, start + 2, start + 4]
        line.settle(range(start, start + 5))
        assert line.reserve() == [start]
        line.settle([start])

    def test_a_gap_is_filled_for_those_who_wait(
        self, engine: DevEngine, sender: Sender, actors: tuple[PrivateKey, ...]
    ) -> None:
        """A nonce that came back too late is spent on nothing, so that the later one is mined."""
        [gap] = sender.line.reserve()
        pending = sender.submit(Call(STRANGER, gas=21_000))
        sender.line.release([gap])
        assert sender.wait(pending).succeeded
        assert pending.nonce == gap + 1
        assert engine.nonce(sender.address) == gap + 2

    def test_a_nonce_that_somebody_else_took_is_passed_over(
        self, engine: DevEngine, sender: Sender, actors: tuple[PrivateKey, ...]
    ) -> None:
        """Two programs with one account do not lose a call."""
        held = sender.line.reserve()
        taken = Transaction(31337, held[0], 21_000, Fees(10**10, 10**9), STRANGER, 1, b"")
        other = Transaction(31337, held[0] + 1, 21_000, Fees(10**10, 10**9), STRANGER, 1, b"")
        hashes = [engine.send_raw(actors[0].sign_transaction(each)) for each in (taken, other)]
        receipt = sender.send(Call(STRANGER, value=2))
        assert receipt.succeeded
        assert engine.nonce(sender.address) == held[0] + 3
        assert None not in engine.receipts(hashes)

    def test_a_chain_that_was_set_back_is_noticed(self, engine: DevEngine, sender: Sender) -> None:
        """After a revert to a snapshot the next call is mined like any other."""
        before = engine.nonce(sender.address)
        mark = engine.snapshot()
        for _ in range(3):
            sender.send(Call(STRANGER))
        engine.revert(mark)
        assert sender.send(Call(STRANGER)).succeeded
        assert engine.nonce(sender.address) == before + 1


class TestMany:
    """Bulk sending."""

    def test_hundreds_are_mined_in_order(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """Every receipt is there, in the order of the calls, over several groups."""
        contract = deploy(bytecode.LOG)
        receipts = sender.send_many([Call(contract, word(n) + word(1)) for n in range(450)])
        assert [int.from_bytes(receipt.logs[0].data, "big") for receipt in receipts] == list(range(450))
        assert len(engine.logs(LogFilter(address=contract))) == 450

    def test_calls_may_need_the_ones_before(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """The group is tried as a whole."""
        counter = deploy(bytecode.COUNT)
        assert len(sender.send_many([Call(counter)] * 5)) == 5
        assert counted(engine, counter) == 5

    def test_creations_can_be_sent_in_bulk(self, engine: DevEngine, sender: Sender) -> None:
        """Also where an engine cannot try them together."""
        receipts = sender.send_many([Call(None, bytecode.creation(bytecode.ECHO))] * 3)
        addresses = {receipt.contract_address for receipt in receipts}
        assert len(addresses) == 3
        assert {engine.code(address) for address in addresses if address} == {bytecode.ECHO}

    def test_a_group_with_a_refusal_is_not_sent(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """Groups before it are, and the error tells them apart."""
        counter, refusing = deploy(bytecode.COUNT), deploy(bytecode.REFUSE)
        calls = [*[Call(counter)] * 205, Call(refusing, b"no"), Call(counter)]
        with pytest.raises(BulkFailed) as failed:
            sender.send_many(calls)
        assert list(failed.value.failures) == [205]
        [error] = failed.value.failures.values()
        assert isinstance(error, UnknownRevert)
        assert error.data == b"no"
        assert [receipt is not None for receipt in failed.value.receipts] == [True] * 200 + [False] * 7
        assert counted(engine, counter) == 200

    def test_a_mined_refusal_is_found_among_many(self, engine: DevEngine, sender: Sender, deploy: Deploy) -> None:
        """Calls with a gas limit are sent untried; each status is checked."""
        counter, refusing = deploy(bytecode.COUNT), deploy(bytecode.REFUSE)
        calls = [Call(counter, gas=60_000), Call(refusing, b"no", gas=60_000), Call(counter, gas=60_000)]
        with pytest.raises(BulkFailed, match="1 of 3 calls failed, first call 1") as failed:
            sender.send_many(calls)
        error = failed.value.failures[1]
        assert isinstance(error, UnknownRevert)
        assert (error.data, error.tx_hash) == (b"no", failed.value.receipts[1].tx_hash)  # type: ignore[union-attr]
        assert counted(engine, counter) == 2

    def test_the_whole_group_must_be_payable(self, engine: DevEngine, deploy: Deploy) -> None:
        """A balance for one of two calls is not enough to begin."""
        poor = PrivateKey(b"\x08" * 32)
        engine.set_balance(poor.address, 10**17)
        with pytest.raises(InsufficientFunds) as refusal:
            Sender(engine, poor).send_many([Call(STRANGER, value=6 * 10**16, gas=21_000)] * 2)
        assert refusal.value.have == Wei(10**17)
        assert engine.nonce(poor.address) == 0

    def test_nothing_is_sent_for_nothing(self, sender: Sender) -> None:
        """No calls, no receipts."""
        assert sender.send_many([]) == []
