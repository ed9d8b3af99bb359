"""What happens when a node is gone, stuck, killed or wrong."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.anvil import Anvil, find_anvil
from lazai_py._chain.engine import Call, Fees, Receipt
from lazai_py._chain.rpc import RpcEngine
from lazai_py._chain.sender import Pending, Sender, polls
from lazai_py._chain.transport import HttpTransport
from lazai_py._errors import (
    BulkFailed,
    FeeTooLow,
    MissingDependency,
    NodeFailed,
    NonceConflict,
    NotConnected,
    Replaced,
    Timeout,
)
from lazai_py._types import Address
from tests.unit.chain import bytecode

STRANGER = Address("0x" + "5A" * 20)
_ROOT = Path(__file__).parents[3]


@pytest.fixture
def stuck() -> Iterator[Anvil]:
    """A node that mines only when it is told to."""
    with Anvil(options=["--no-mining"]) as node:
        yield node


def is_alive(pid: int) -> bool:
    """Return whether a process group has a member that runs."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, 0)
        return True
    return False


def ends(pid: int) -> bool:
    """Return whether a process group is gone within five seconds."""
    deadline = time.monotonic() + 5
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not is_alive(pid)


class TestReaching:
    """Nodes that do not answer."""

    def test_a_node_that_is_gone_is_named(self) -> None:
        """The error is a ConnectionError too, names the URL, and says what to do."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(NotConnected, match="Start the node, check the URL") as failure:
            RpcEngine(HttpTransport(url)).chain_id()
        assert failure.value.url == url
        assert isinstance(failure.value, ConnectionError)

    def test_a_node_killed_underneath_is_not_a_success(self, actors: tuple[PrivateKey, ...]) -> None:
        """A send raises, and so does the wait for what was sent before."""
        with Anvil() as node:
            sender = Sender(node.engine, actors[0])
            sender.send(Call(STRANGER))
            pending = sender.submit(Call(STRANGER))
            os.killpg(node.pid, signal.SIGKILL)
            while node.is_running:
                time.sleep(0.01)
            with pytest.raises(NotConnected):
                sender.send(Call(STRANGER))
            with pytest.raises(NotConnected):
                sender.wait(pending)


class TestStuck:
    """Transactions that are not mined."""

    def test_waiting_ends(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """With an error that names the transaction; it can be waited for again."""
        sender = Sender(stuck.engine, actors[0], timeout=0.3)
        pending = sender.submit(Call(STRANGER))
        with pytest.raises(Timeout, match=pending.tx_hash):
            sender.wait(pending)
        stuck.engine.mine()
        assert sender.wait(pending).succeeded

    def test_what_anvil_overlooks_in_its_pool_is_mined(self, actors: tuple[PrivateKey, ...]) -> None:
        """Of a batch that does not fit one block, a part stays in the pool, until whoever waits has it mined."""
        with Anvil(options=["--gas-limit", "100000"]) as node:
            engine, sender = node.engine, Sender(node.engine, actors[0])
            fees = engine.fees()
            nonces = sender.line.reserve(40)
            calls = [sender.transaction(Call(STRANGER, gas=60_000), nonce, fees) for nonce in nonces]
            sent = engine.send_raw_many([actors[0].sign_transaction(call) for call in calls])
            hashes = [each for each in sent if isinstance(each, str)]
            last = Pending(hashes[-1], Call(STRANGER, gas=60_000), nonces[-1], 60_000, fees)
            assert sender.wait(last).succeeded
            outcomes = sender.outcomes(dict(zip(nonces, hashes, strict=True)))
            assert [isinstance(each, Receipt) and each.status for each in outcomes.values()] == [1] * len(calls)

    def test_a_stuck_transaction_is_replaced_under_its_nonce(
        self, stuck: Anvil, actors: tuple[PrivateKey, ...]
    ) -> None:
        """The replacement is mined, and whoever waits for the first learns of it."""
        sender = Sender(stuck.engine, actors[0], timeout=10)
        first = sender.submit(Call(STRANGER, value=1))
        second = sender.replace(first, Call(STRANGER, value=2))
        assert second.nonce == first.nonce
        assert second.fees.max_fee >= first.fees.max_fee * 9 // 8
        stuck.engine.mine()
        assert sender.wait(second).succeeded
        with pytest.raises(Replaced) as replaced:
            sender.wait(first)
        assert (replaced.value.tx_hash, replaced.value.nonce) == (first.tx_hash, first.nonce)
        assert stuck.engine.balance(STRANGER) == 2

    def test_of_many_the_replaced_one_is_named(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """At once, with the receipts of the others: nobody waits for what cannot come any more."""
        engine, sender = stuck.engine, Sender(stuck.engine, actors[0], timeout=60)
        calls = [Call(STRANGER, value=value, gas=21_000) for value in (1, 2, 4)]
        with ThreadPoolExecutor(1) as pool:
            bulk = pool.submit(sender.send_many, calls)
            for _ in polls(engine, 10):
                if engine.nonce(sender.address) == len(calls):
                    break
            fees = Fees(engine.fees().max_fee * 2, engine.fees().max_fee)
            other = sender.dispatch(Call(STRANGER, value=8, sender=sender.address, gas=21_000), 1, fees)
            engine.mine()
            with pytest.raises(BulkFailed) as failed:
                bulk.result()
        [(place, error)] = failed.value.failures.items()
        assert isinstance(error, Replaced)
        assert (place, error.nonce, engine.receipt(other.tx_hash) is None) == (1, 1, False)
        assert [receipt is None for receipt in failed.value.receipts] == [False, True, False]
        assert engine.balance(STRANGER) == 1 + 8 + 4

    def test_a_stuck_transaction_is_hurried(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """The same call goes out again for a higher fee."""
        sender = Sender(stuck.engine, actors[0], timeout=10)
        second = sender.replace(sender.submit(Call(STRANGER, value=3)))
        stuck.engine.mine()
        assert sender.wait(second).succeeded
        assert stuck.engine.balance(STRANGER) == 3

    def test_a_stuck_transaction_is_cancelled(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """Nothing happens but that the nonce is spent."""
        sender = Sender(stuck.engine, actors[0], timeout=10)
        nothing = sender.cancel(sender.submit(Call(STRANGER, value=4)))
        stuck.engine.mine()
        assert sender.wait(nothing).to == actors[0].address
        assert stuck.engine.balance(STRANGER) == 0

    def test_what_is_mined_cannot_be_replaced(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """The nonce is named."""
        sender = Sender(stuck.engine, actors[0], timeout=10)
        pending = sender.submit(Call(STRANGER))
        stuck.engine.mine()
        sender.wait(pending)
        with pytest.raises(NonceConflict) as refusal:
            sender.replace(pending)
        assert refusal.value.nonce == pending.nonce

    def test_a_fee_below_the_base_fee_is_refused(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """The fee is named."""
        sender = Sender(stuck.engine, actors[0])
        call = Call(STRANGER, sender=actors[0].address, gas=21_000)
        with pytest.raises(FeeTooLow) as refusal:
            sender.dispatch(call, 0, Fees(1, 1))
        assert refusal.value.max_fee == 1

    def test_a_chain_set_back_under_a_transaction_goes_on(self, stuck: Anvil, actors: tuple[PrivateKey, ...]) -> None:
        """What was under way is forgotten and stands in nobody's way."""
        sender = Sender(stuck.engine, actors[0], timeout=10)
        mark = stuck.engine.snapshot()
        for _ in range(3):
            sender.submit(Call(STRANGER, value=1))
        stuck.engine.revert(mark)
        pending = sender.submit(Call(STRANGER, value=5))
        stuck.engine.mine()
        assert sender.wait(pending).succeeded
        assert pending.nonce == 0
        assert stuck.engine.balance(STRANGER) == 5

    def test_slow_blocks_are_waited_for(self, actors: tuple[PrivateKey, ...]) -> None:
        """With a block every second, many calls share one."""
        with Anvil(block_time=1) as node:
            sender = Sender(node.engine, actors[0], timeout=20)
            receipts = sender.send_many([Call(STRANGER, value=1)] * 50)
            assert len({receipt.block_number for receipt in receipts}) <= 2
            assert node.engine.balance(STRANGER) == 50


class TestLifeCycle:
    """Starting and stopping."""

    def test_a_taken_port_is_reported_with_the_log(self, anvil: Anvil) -> None:
        """The other node on that port is not mistaken for ours."""
        port = int(anvil.url.rsplit(":", 1)[1])
        with pytest.raises(NodeFailed, match="take a free one") as failure:
            Anvil(port=port)
        assert "Address already in use" in failure.value.log_tail
        assert anvil.engine.chain_id() == 31337

    def test_a_wrong_option_is_reported_with_the_log(self) -> None:
        """The program's own words are in the error."""
        with pytest.raises(NodeFailed) as failure:
            Anvil(options=["--no-such-option"])
        assert "--no-such-option" in failure.value.log_tail

    def test_a_missing_program_is_reported_with_the_remedy(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """It says what to install, and what works without it."""
        monkeypatch.delenv("ANVIL", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("lazai_py._chain.anvil.__file__", str(tmp_path / "anvil.py"))
        with pytest.raises(MissingDependency, match=r"npm install.*engine='revm'") as failure:
            find_anvil()
        assert isinstance(failure.value, ImportError)

    def test_the_program_can_be_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """ANVIL comes before everything else."""
        monkeypatch.setenv("ANVIL", "/opt/anvil")
        assert find_anvil() == Path("/opt/anvil")

    def test_a_with_block_stops_it(self) -> None:
        """The process is gone; its last words are kept."""
        with Anvil() as node:
            pid = node.pid
            assert is_alive(pid)
        assert ends(pid)
        assert "Listening on" in node.log_tail()
        node.stop()

    def test_an_error_in_a_with_block_stops_it(self) -> None:
        """The error is not swallowed."""
        with pytest.raises(ZeroDivisionError), Anvil() as node:
            raise ZeroDivisionError
        assert ends(node.pid)

    def test_an_object_that_is_dropped_stops_it(self) -> None:
        """Nobody has to remember."""
        node = Anvil()
        pid = node.pid
        del node
        gc.collect()
        assert ends(pid)

    @pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
    def test_it_ends_with_its_parent(self, sign: signal.Signals) -> None:
        """Also when the parent has no time to clean up."""
        program = "from lazai_py._chain.anvil import Anvil; n = Anvil(); print(n.pid, flush=True); input()"
        parent = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
        )
        with parent:
            assert parent.stdout is not None
            pid = int(parent.stdout.readline())
            assert is_alive(pid)
            parent.send_signal(sign)
            parent.wait(10)
            assert ends(pid)

    def test_a_fork_does_not_stop_it(self) -> None:
        """A child process that ends leaves its parent's node alone."""
        program = (
            "import os, sys; from lazai_py._chain.anvil import Anvil; n = Anvil()\n"
            "child = os.fork()\n"
            "if child == 0: sys.exit(0)\n"
            "os.waitpid(child, 0); print(n.engine.chain_id()); n.stop()"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=_ROOT, check=True)
        assert done.stdout == "31337\n"

    def test_state_moves_to_another_node(self, tmp_path: Path, actors: tuple[PrivateKey, ...]) -> None:
        """Balances, code and nonces are there again."""
        with Anvil() as first:
            sender = Sender(first.engine, actors[0])
            contract = sender.send(Call(None, bytecode.creation(bytecode.ECHO))).contract_address
            assert contract is not None
            sender.send(Call(STRANGER, value=99))
            first.dump_state(tmp_path / "state")
        with Anvil() as second:
            second.load_state(tmp_path / "state")
            assert second.engine.balance(STRANGER) == 99
            assert second.engine.call(Call(contract, b"again")) == b"again"
            assert second.engine.nonce(actors[0].address) == 2
            assert Sender(second.engine, actors[0]).send(Call(STRANGER, value=1)).succeeded
