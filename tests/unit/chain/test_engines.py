"""What every engine does, in this process or over JSON-RPC."""

from __future__ import annotations

import pytest
from eth_abi.abi import encode
from eth_account import Account as EthAccount

from lazai_py._chain import rlp
from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.engine import Call, DevEngine, Engine, Fees, LogFilter
from lazai_py._chain.sender import Sender
from lazai_py._chain.transaction import Transaction
from lazai_py._errors import (
    ChainMismatch,
    InputError,
    InsufficientFunds,
    NonceConflict,
    Panic,
    RevertReason,
    RpcError,
    UnknownRevert,
)
from lazai_py._types import Address, Hash, Wei, keccak, to_address
from tests.unit.chain import bytecode
from tests.unit.chain.bytecode import word
from tests.unit.chain.conftest import Deploy

STRANGER = to_address("0x" + "5a" * 20)


def signed(engine: Engine, actor: PrivateKey, *, chain_id: int = 31337, **changes: int) -> bytes:
    """Return a signed transfer of one wei to a stranger."""
    nonce = engine.nonce(actor.address) + changes.get("ahead", 0)
    fees = Fees(10**10, 10**9)
    return actor.sign_transaction(Transaction(chain_id, nonce, 21_000, fees, STRANGER, changes.get("value", 1), b""))


def mined(engine: Engine, tx_hash: Hash) -> bool:
    """Return whether a transaction was mined, within the moment that a node needs for it."""
    import time

    for _ in range(200):
        if engine.receipt(tx_hash):
            return True
        time.sleep(0.005)
    return False


class TestReading:
    """Calls that change nothing."""

    def test_an_engine_keeps_the_protocol(self, engine: DevEngine) -> None:
        """Both protocols hold, the plain one and that of local chains."""
        assert isinstance(engine, Engine)
        assert isinstance(engine, DevEngine)

    def test_the_chain_says_its_id(self, engine: DevEngine) -> None:
        """A local chain is 31337."""
        assert engine.chain_id() == 31337

    def test_a_call_returns_what_the_contract_returns(self, engine: DevEngine, deploy: Deploy) -> None:
        """The echo comes back byte for byte."""
        assert engine.call(Call(deploy(bytecode.ECHO), b"hello")) == b"hello"

    def test_code_is_what_was_deployed(self, engine: DevEngine, deploy: Deploy) -> None:
        """No padding, and nothing at all for an account."""
        assert engine.code(deploy(bytecode.COUNT)) == bytecode.COUNT
        assert engine.code(STRANGER) == b""

    def test_a_custom_refusal_keeps_its_data(self, engine: DevEngine, deploy: Deploy) -> None:
        """What cannot be decoded here is handed on whole."""
        with pytest.raises(UnknownRevert) as refusal:
            engine.call(Call(deploy(bytecode.REFUSE), b"\x01\x02\x03\x04" + word(7)))
        assert refusal.value.data == b"\x01\x02\x03\x04" + word(7)

    def test_a_refusal_with_a_text_says_it(self, engine: DevEngine, deploy: Deploy) -> None:
        """Error(string) needs no ABI."""
        data = RevertReason.selector + encode(["string"], ["no more tea"])
        with pytest.raises(RevertReason, match="no more tea") as refusal:
            engine.call(Call(deploy(bytecode.REFUSE), data))
        assert refusal.value.reason == "no more tea"

    def test_a_panic_says_its_meaning(self, engine: DevEngine, deploy: Deploy) -> None:
        """Panic(0x11) is an arithmetic error."""
        with pytest.raises(Panic, match="overflow") as refusal:
            engine.call(Call(deploy(bytecode.REFUSE), Panic.selector + word(0x11)))
        assert refusal.value.code == 0x11
        assert isinstance(refusal.value, ArithmeticError)

    def test_a_halt_is_a_refusal_without_data(self, engine: DevEngine, deploy: Deploy) -> None:
        """An invalid opcode leaves nothing to decode but a reason."""
        with pytest.raises(UnknownRevert) as refusal:
            engine.call(Call(deploy(bytecode.HALT)))
        assert refusal.value.data == b""
        assert "InvalidFEOpcode" in refusal.value.reason

    def test_transient_storage_ends_with_the_transaction(
        self, engine: DevEngine, sender: Sender, deploy: Deploy
    ) -> None:
        """A lock that one transaction leaves closed is open for the next."""
        contract = deploy(bytecode.COUNT_TRANSIENTLY)
        sender.send(Call(contract))
        assert engine.call(Call(contract)) == word(1)

    def test_an_unknown_block_is_an_error(self, engine: DevEngine) -> None:
        """A number beyond the chain's end names no block."""
        with pytest.raises(RpcError, match="there is no block 999999"):
            engine.block(999_999)


class TestTrying:
    """Calls that would change something."""

    def test_a_simulation_shows_events_and_changes_nothing(self, engine: DevEngine, deploy: Deploy) -> None:
        """The event is there, with data and topic, and the log of the chain stays empty."""
        contract = deploy(bytecode.LOG)
        trial = engine.simulate(Call(contract, word(0xAA) + word(0xBB)))
        assert trial.ok
        assert trial.logs is not None
        assert [(log.address, log.topics, log.data) for log in trial.logs] == [(contract, (word(0xBB),), word(0xAA))]
        assert engine.logs(LogFilter(address=contract)) == []

    def test_a_simulated_refusal_has_its_data(self, engine: DevEngine, deploy: Deploy) -> None:
        """It is a result, not an exception."""
        trial = engine.simulate(Call(deploy(bytecode.REFUSE), b"because"))
        assert (trial.ok, trial.data, trial.logs) == (False, b"because", ())

    def test_simulated_calls_see_the_ones_before(self, engine: DevEngine, deploy: Deploy) -> None:
        """A counter counts through the series and is back at zero afterwards."""
        contract = deploy(bytecode.COUNT)
        trials = engine.simulate_many([Call(contract)] * 3)
        assert trials is not None
        assert [trial.data for trial in trials] == [word(1), word(2), word(3)]
        assert engine.call(Call(contract)) == word(1)

    def test_calls_that_are_simulated_each_do_not_see_another(self, engine: DevEngine, deploy: Deploy) -> None:
        """Nor does one that is refused, or uses up its gas, keep the others from an answer."""
        count, refuse, burn = map(deploy, (bytecode.COUNT, bytecode.REFUSE, bytecode.BURN))
        calls = [Call(count), Call(refuse, b"no"), Call(burn, gas=100_000), Call(count)]
        trials = engine.simulate_each(calls)
        assert [(trial.ok, trial.data) for trial in trials] == [
            (True, word(1)),
            (False, b"no"),
            (False, b""),
            (True, word(1)),
        ]
        assert engine.simulate_each([]) == []

    def test_a_creation_can_be_tried(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """The created code is what a trial returns."""
        trial = engine.simulate(Call(None, bytecode.creation(bytecode.ECHO), sender=actors[0].address))
        assert (trial.ok, trial.data) == (True, bytecode.ECHO)

    def test_an_estimate_suffices_and_is_close(
        self, engine: DevEngine, deploy: Deploy, actors: tuple[PrivateKey, ...]
    ) -> None:
        """A transaction with exactly that limit succeeds, and uses nearly all of it."""
        contract = deploy(bytecode.COUNT)
        call = Call(contract, sender=actors[0].address)
        gas = engine.estimate_gas(call)
        receipt = Sender(engine, actors[0]).send(Call(contract, gas=gas))
        assert receipt.succeeded
        assert receipt.gas_used <= gas <= receipt.gas_used * 102 // 100 + 1

    def test_what_is_tried_is_tried_in_the_next_block(self, engine: DevEngine, sender: Sender) -> None:
        """It would be mined there; what is read is read in the latest one."""
        following = engine.block().number + 1
        only_then = bytes.fromhex(f"4361{following:04x}14600b575f5ffd5b00")
        engine.set_code(STRANGER, only_then)

        assert engine.simulate(Call(STRANGER, sender=sender.address)).ok
        assert engine.estimate_gas(Call(STRANGER, sender=sender.address)) > 21_000
        with pytest.raises(UnknownRevert):
            engine.call(Call(STRANGER))
        assert sender.send(Call(STRANGER)).block_number == following

    def test_an_estimate_of_a_refusal_raises_it(
        self, engine: DevEngine, deploy: Deploy, actors: tuple[PrivateKey, ...]
    ) -> None:
        """The revert data are there too."""
        with pytest.raises(UnknownRevert) as refusal:
            engine.estimate_gas(Call(deploy(bytecode.REFUSE), b"because", sender=actors[0].address))
        assert refusal.value.data == b"because"

    def test_a_quote_is_gas_fees_and_balance(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """A plain transfer takes 21,000 gas, with a quarter to spare."""
        actor = actors[1].address
        quote = engine.quote(Call(STRANGER, value=1, sender=actor))
        assert quote.gas == 26_250
        assert quote.balance == engine.balance(actor)
        assert quote.fees.max_fee > 0


class TestSending:
    """Raw transactions."""

    def test_money_is_accounted_for_to_the_wei(
        self, engine: DevEngine, sender: Sender, actors: tuple[PrivateKey, ...]
    ) -> None:
        """The sender pays value and fee, the receiver has the value."""
        before, had = engine.balance(actors[0].address), engine.balance(STRANGER)
        receipt = sender.send(Call(STRANGER, value=12_345))
        assert receipt.gas_used == 21_000
        assert receipt.fee == Wei(21_000 * receipt.effective_gas_price)
        assert engine.balance(STRANGER) == had + 12_345
        assert engine.balance(actors[0].address) == before - 12_345 - receipt.fee.raw

    def test_a_receipt_tells_what_happened(
        self, engine: DevEngine, sender: Sender, deploy: Deploy, actors: tuple[PrivateKey, ...]
    ) -> None:
        """Block, parties and events are those of the transaction."""
        contract = deploy(bytecode.LOG)
        receipt = sender.send(Call(contract, word(1) + word(2)))
        block = engine.block(receipt.block_number)
        assert (receipt.sender, receipt.to, receipt.contract_address) == (actors[0].address, contract, None)
        assert (receipt.block_hash, block.number) == (block.hash, receipt.block_number)
        [log] = receipt.logs
        assert (log.tx_hash, log.block_number, log.index) == (receipt.tx_hash, receipt.block_number, 0)
        assert engine.receipts([receipt.tx_hash, Hash("0x" + "00" * 32)]) == [receipt, None]

    @pytest.mark.parametrize("kind", [{"gasPrice": 10**10}, {"maxFeePerGas": 10**10, "maxPriorityFeePerGas": 0}])
    def test_transactions_that_others_signed_are_taken(
        self, engine: DevEngine, actors: tuple[PrivateKey, ...], kind: dict[str, int]
    ) -> None:
        """Legacy and EIP-1559, as eth_account writes them."""
        other = EthAccount.from_key("0x" + "42" * 32)
        engine.set_balance(to_address(other.address), 10**18)
        fields = {"chainId": 31337, "nonce": 0, "gas": 21_000, "to": STRANGER, "value": 1, "data": "0x", **kind}
        tx_hash = engine.send_raw(bytes(other.sign_transaction(fields).raw_transaction))
        assert mined(engine, tx_hash)

    def test_sending_twice_is_sending_once(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """The same bytes have the same hash, before and after they are mined."""
        raw = signed(engine, actors[2])
        had = engine.balance(STRANGER)
        hashes = {engine.send_raw(raw), engine.send_raw(raw)}
        assert len(hashes) == 1
        assert mined(engine, hashes.pop())
        assert engine.send_raw(raw) == Hash("0x" + keccak(raw).hex())
        assert engine.balance(STRANGER) == had + 1

    def test_another_chains_transaction_is_refused(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """Both chains are named."""
        with pytest.raises(ChainMismatch) as refusal:
            engine.send_raw(signed(engine, actors[0], chain_id=1))
        assert (refusal.value.expected, refusal.value.actual) == (1, 31337)

    def test_a_used_nonce_is_refused(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """The account and the nonce are named."""
        used = engine.nonce(actors[0].address)
        assert mined(engine, engine.send_raw(signed(engine, actors[0])))
        with pytest.raises(NonceConflict) as refusal:
            engine.send_raw(signed(engine, actors[0], ahead=-1, value=2))
        assert (refusal.value.address, refusal.value.nonce) == (actors[0].address, used)

    def test_an_unpayable_transaction_is_refused(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """What is there and what is needed are named, to the wei."""
        balance = engine.balance(actors[0].address)
        with pytest.raises(InsufficientFunds) as refusal:
            engine.send_raw(signed(engine, actors[0], value=balance))
        assert (refusal.value.have, refusal.value.need) == (Wei(balance), Wei(balance + 21_000 * 10**10))

    def test_garbage_is_refused(self, engine: DevEngine) -> None:
        """Bytes that are no transaction reach no block."""
        with pytest.raises(RpcError):
            engine.send_raw(b"\x12\x34")

    def test_a_later_nonce_waits_for_the_earlier(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """The second is mined when the first arrives, and not before."""
        second = engine.send_raw(signed(engine, actors[3], ahead=1))
        assert engine.receipt(second) is None
        first = engine.send_raw(signed(engine, actors[3]))
        assert mined(engine, first)
        assert mined(engine, second)

    def test_many_come_back_in_order(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """A refusal takes the place of its hash."""
        good = [signed(engine, actors[4], ahead=place) for place in range(3)]
        outcomes = engine.send_raw_many([good[0], signed(engine, actors[4], chain_id=5), *good[1:]])
        assert isinstance(outcomes.pop(1), ChainMismatch)
        assert outcomes == [Hash("0x" + keccak(raw).hex()) for raw in good]

    def test_an_address_follows_from_the_nonce(
        self, engine: DevEngine, sender: Sender, actors: tuple[PrivateKey, ...], deploy: Deploy
    ) -> None:
        """Calls count as much as creations do, refused creations included."""
        for _ in range(3):
            sender.send(Call(STRANGER))
        with pytest.raises(UnknownRevert):
            sender.send(Call(None, bytes.fromhex("5f5ffd"), gas=100_000))
        owner = actors[0].address
        nonce = engine.nonce(owner)
        expected = keccak(rlp.encode([bytes.fromhex(owner[2:]), rlp.number(nonce)]))[12:]
        assert deploy(bytecode.ECHO) == to_address(expected)

    def test_a_mined_refusal_can_be_explained(
        self, engine: DevEngine, deploy: Deploy, actors: tuple[PrivateKey, ...]
    ) -> None:
        """The receipt has status 0 and the data can be had again."""
        contract = deploy(bytecode.REFUSE)
        nonce = engine.nonce(actors[0].address)
        transaction = Transaction(31337, nonce, 50_000, Fees(10**10, 0), contract, 0, b"because")
        tx_hash = engine.send_raw(actors[0].sign_transaction(transaction))
        assert mined(engine, tx_hash)
        receipt = engine.receipt(tx_hash)
        assert receipt is not None
        assert (receipt.status, receipt.succeeded) == (0, False)
        assert engine.refusal(receipt).data == b"because"

    def test_the_node_signs_for_its_own_accounts(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """Those it lists, and no others."""
        assert engine.accounts() == [actor.address for actor in actors]
        assert mined(engine, engine.send_unlocked(Call(STRANGER, value=5, sender=actors[5].address)))
        with pytest.raises(RpcError):
            engine.send_unlocked(Call(STRANGER, sender=STRANGER))


class TestLogs:
    """Finding events."""

    def test_logs_are_found_by_contract_topic_and_range(
        self, engine: DevEngine, sender: Sender, deploy: Deploy
    ) -> None:
        """Alternatives, any topic and both ends of a range."""
        contract, other = deploy(bytecode.LOG), deploy(bytecode.LOG)
        blocks = [
            sender.send(Call(to, word(n) + word(n))).block_number
            for n, to in ((1, contract), (2, contract), (3, other))
        ]

        def found(wanted: LogFilter) -> list[int]:
            return [int.from_bytes(log.data, "big") for log in engine.logs(wanted)]

        assert found(LogFilter(address=contract)) == [1, 2]
        assert found(LogFilter(address=(contract, other), from_block=blocks[1])) == [2, 3]
        assert found(LogFilter(address=(contract, other), to_block=blocks[1])) == [1, 2]
        assert found(LogFilter(topics=((word(1), word(3)),), from_block=blocks[0])) == [1, 3]
        assert found(LogFilter(topics=(word(2),), from_block=blocks[0])) == [2]
        assert found(LogFilter(topics=(None, word(2)), from_block=blocks[0])) == []


class TestTimeAndState:
    """What only local chains do."""

    def test_time_is_set_exactly(self, engine: DevEngine, deploy: Deploy) -> None:
        """Contracts see the second that was set."""
        clock = deploy(bytecode.CLOCK)
        now = engine.block().timestamp
        engine.set_time(now + 1_000)
        assert engine.block().timestamp == now + 1_000
        assert engine.call(Call(clock)) == word(now + 1_000)
        engine.advance(60)
        assert engine.block().timestamp == now + 1_060

    def test_the_next_transaction_has_the_time_that_was_set(self, engine: DevEngine, sender: Sender) -> None:
        """So that the last second before an expiry can be met."""
        at = engine.block().timestamp + 500
        engine.set_next_time(at)
        assert engine.block(sender.send(Call(STRANGER)).block_number).timestamp == at

    def test_time_does_not_go_back(self, engine: DevEngine) -> None:
        """The time that was asked for and the latest one are named."""
        with pytest.raises(InputError, match="is not later than"):
            engine.set_time(engine.block().timestamp)

    def test_transactions_can_share_a_block(self, engine: DevEngine, actors: tuple[PrivateKey, ...]) -> None:
        """In the order in which they were sent; the next one has a block of its own again."""
        senders = [Sender(engine, actor, timeout=20) for actor in actors[:2]]
        before = engine.block().number

        with engine.one_block():
            pending = [sender.submit(Call(STRANGER, value=1, gas=21_000)) for sender in (*senders, senders[0])]
        receipts = [sender.wait(each) for sender, each in zip((*senders, senders[0]), pending, strict=True)]

        assert {receipt.block_number for receipt in receipts} == {before + 1}
        assert engine.block().number == before + 1
        assert engine.balance(STRANGER) == 3
        assert senders[1].send(Call(STRANGER, value=1)).block_number == before + 2

    def test_blocks_can_be_mined_empty(self, engine: DevEngine) -> None:
        """The number grows by as many, and time does not go back."""
        before = engine.block()
        engine.mine(3)
        after = engine.block()
        assert after.number == before.number + 3
        assert after.timestamp >= before.timestamp

    def test_a_snapshot_brings_everything_back(
        self, engine: DevEngine, sender: Sender, deploy: Deploy, actors: tuple[PrivateKey, ...]
    ) -> None:
        """Storage, balances, nonces, blocks, logs and what was deployed."""
        counter = deploy(bytecode.COUNT)
        owner = actors[0].address
        before = (engine.balance(owner), engine.balance(STRANGER), engine.nonce(owner), engine.block())
        mark = engine.snapshot()
        sender.send(Call(counter))
        sender.send(Call(STRANGER, value=77))
        late = deploy(bytecode.ECHO)
        engine.set_balance(STRANGER, 3)
        engine.revert(mark)
        assert (engine.balance(owner), engine.balance(STRANGER), engine.nonce(owner), engine.block()) == before
        assert engine.code(late) == b""
        assert engine.call(Call(counter)) == word(1)
        assert deploy(bytecode.ECHO)

    def test_a_snapshot_is_spent_by_its_revert(self, engine: DevEngine) -> None:
        """So are those taken after it."""
        outer, inner = engine.snapshot(), engine.snapshot()
        engine.revert(outer)
        for spent in (outer, inner):
            with pytest.raises(InputError, match="is no snapshot"):
                engine.revert(spent)

    def test_balances_are_set_exactly(self, engine: DevEngine, deploy: Deploy) -> None:
        """Up and down for accounts; a contract gets coins without being asked."""
        for amount in (10**20, 7, 0):
            engine.set_balance(STRANGER, amount)
            assert engine.balance(STRANGER) == amount
        contract = deploy(bytecode.REFUSE)
        engine.set_balance(contract, 9)
        assert engine.balance(contract) == 9

    def test_code_can_be_put_anywhere(self, engine: DevEngine) -> None:
        """The balance of the address stays."""
        place = Address("0x" + "c0" * 20)
        engine.set_balance(place, 5)
        engine.set_code(place, bytecode.ECHO)
        assert engine.call(Call(place, b"x")) == b"x"
        assert (engine.code(place), engine.balance(place)) == (bytecode.ECHO, 5)

    def test_any_account_can_be_impersonated(self, engine: DevEngine) -> None:
        """Within the block, and no longer."""
        engine.set_balance(STRANGER, 10**18)
        call = Call(Address("0x" + "5b" * 20), value=1, sender=STRANGER)
        with engine.impersonate(STRANGER):
            assert mined(engine, engine.send_unlocked(call))
        with pytest.raises(RpcError):
            engine.send_unlocked(call)
