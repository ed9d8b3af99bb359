"""Revert data and logs as the classes that the package knows."""

from __future__ import annotations

import pickle

import eth_abi
import pytest

from lazai_py._chain.engine import Log
from lazai_py._contract.bindings.data_anchoring_token import Claimed, DataAnchoringToken, ProofAdded, UsageRecorded
from lazai_py._contract.bindings.erc20 import Erc20, Transfer
from lazai_py._contract.decode import decode_error, decode_events, decoded, errors_by_selector
from lazai_py._contract.errors import ALL, InsufficientValue, NotController, NotMinter, UnknownClass, ZeroAmount
from lazai_py._errors import ContractError, LazAIError, Panic, RevertReason, UnknownRevert
from lazai_py._types import Address, Hash, keccak, to_address

ALICE = to_address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266")
BOB = to_address("0x70997970c51812dc3a010c7d01b50e0d17dc79c8")
DAT = to_address("0x" + "da" * 20)
TOKEN = to_address("0x" + "70" * 20)


def reverted(signature: str, *values: object) -> bytes:
    """Revert data as Solidity makes it."""
    types = signature[signature.index("(") + 1 : -1]
    return keccak(signature.encode())[:4] + eth_abi.encode(types.split(",") if types else [], values)


def log(signature: str, indexed: list[bytes], data: bytes, address: Address = DAT) -> Log:
    """A log as the chain keeps it."""
    return Log(address, (keccak(signature.encode()), *indexed), data, 7, Hash("0x" + "11" * 32), 3)


def word(value: int | Address) -> bytes:
    """A topic."""
    return value.to_bytes(32, "big") if isinstance(value, int) else bytes.fromhex(value[2:]).rjust(32, b"\0")


# --- errors ---


def test_a_custom_error_is_the_exception_of_its_name_with_its_arguments() -> None:
    """`InsufficientValue` carries token, available and required, under both naming styles."""
    data = reverted("InsufficientValue(uint256,uint256,uint256)", 2**128 + 1, 5, 9)
    error = decode_error(data)
    assert type(error) is InsufficientValue
    assert (error.token_id, error.available, error.required, error.data) == (2**128 + 1, 5, 9, data)
    assert error.args_by_name == {"tokenId": 2**128 + 1, "available": 5, "required": 9}
    assert error.fields == {"token_id": 2**128 + 1, "available": 5, "required": 9}


def test_the_message_of_a_custom_error_says_what_happened_with_its_values_and_what_to_do() -> None:
    """Notice, arguments and remedy make one sentence each."""
    assert str(decode_error(reverted("InsufficientValue(uint256,uint256,uint256)", 17, 5, 9))) == (
        "The token has less quota than asked for (token_id=17, available=5, required=9). "
        "Use less, or top the token up from another token of its class."
    )


def test_an_error_without_arguments_shows_none() -> None:
    """`ZeroAmount` has an empty pair of brackets in Solidity and none in the message."""
    error = decode_error(reverted("ZeroAmount()"))
    assert type(error) is ZeroAmount
    assert error.message == "The amount is 0"
    assert error.fields == {}


def test_errors_are_builtin_errors_where_that_is_apt() -> None:
    """A missing right is a PermissionError, a missing thing a LookupError, and all are LazAIErrors."""
    refused = decode_error(reverted("NotController(uint256,address,address)", 1, BOB, ALICE))
    assert type(refused) is NotController
    assert refused.caller == BOB
    missing = decode_error(reverted("UnknownClass(uint256)", 4))
    assert type(missing) is UnknownClass
    assert missing.class_id == 4
    assert issubclass(NotController, PermissionError)
    assert issubclass(UnknownClass, LookupError)
    assert issubclass(ContractError, LazAIError)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_is_found_by_its_selector_and_survives_a_process_pool(kind: type[ContractError]) -> None:
    """Data of zeros decode to the class, and its pickle to an equal one."""
    inputs = errors_by_selector()[kind.selector].INPUTS
    zeros = {"address": ALICE, "string": "", "bytes": b"", "bytes32": bytes(32)}
    types = [str(parameter.kind) for parameter in inputs]
    values = [[] if each.endswith("[]") else zeros.get(each, 0) for each in types]
    data = kind.selector + eth_abi.encode(types, values)
    error = decode_error(data)
    assert type(error) is kind
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.data, vars(again)) == (kind, str(error), data, vars(error))
    assert again.remedy


def test_a_revert_text_is_a_reason() -> None:
    """`require(false, "paused")` raises `RevertReason`."""
    error = decode_error(reverted("Error(string)", "paused"))
    assert type(error) is RevertReason
    assert error.reason == "paused"


def test_a_panic_has_a_meaning() -> None:
    """0x11 is an arithmetic overflow, and an ArithmeticError."""
    error = decode_error(reverted("Panic(uint256)", 0x11))
    assert type(error) is Panic
    assert (error.code, error.meaning) == (0x11, "arithmetic overflow or underflow")


@pytest.mark.parametrize(
    "data",
    [b"", b"\x01", bytes.fromhex("deadbeef"), reverted("NotMinter(uint256,address)", 1, ALICE)[:-1]],
    ids=["nothing", "half a selector", "a stranger", "one byte short"],
)
def test_data_that_mean_nothing_are_kept_as_they_are(data: bytes) -> None:
    """`UnknownRevert` keeps the data and the engine's word."""
    error = decode_error(data, "out of gas")
    assert type(error) is UnknownRevert
    assert (error.data, error.reason) == (data, "out of gas")


def test_an_engines_refusal_is_decoded_with_what_it_knew() -> None:
    """The transaction that an engine noted is not lost."""
    raw = UnknownRevert(reverted("NotMinter(uint256,address)", 1, BOB)).during(tx_hash="0x01")
    error = decoded(raw)
    assert type(error) is NotMinter
    assert (error.class_id, error.caller, error.tx_hash) == (1, BOB, "0x01")


def test_a_refusal_that_is_decoded_already_stays() -> None:
    """Nothing is decoded twice."""
    panic = Panic(1)
    assert decoded(panic) is panic


# --- events ---


def test_an_event_is_a_frozen_value_with_snake_case_fields() -> None:
    """Indexed and other arguments come back in the order of the contract."""
    raw = log(
        "Claimed(uint256,address,address,uint256)",
        [word(17), word(BOB), word(TOKEN)],
        eth_abi.encode(["uint256"], [99]),
    )
    (event,) = decode_events([raw], {DAT: DataAnchoringToken})
    assert event == Claimed(token_id=17, to=BOB, asset=TOKEN, amount=99)
    assert event.log == raw
    assert str(event) == f"Claimed(token_id=17, to={BOB}, asset={TOKEN}, amount=99)"


def test_where_an_event_was_emitted_does_not_count_for_equality() -> None:
    """Two blocks, one event."""
    first = log("Expired(uint256)", [word(17)], b"")
    second = Log(first.address, first.topics, first.data, 8, first.tx_hash, 0)
    one, other = decode_events([first, second], {DAT: DataAnchoringToken})
    assert one == other
    assert hash(one) == hash(other)
    assert (one.log, other.log) == (first, second)


def test_labels_and_signatures_are_bytes_and_show_as_hex() -> None:
    """bytes32 and bytes are not mistaken for text."""
    usage = log(
        "UsageRecorded(uint256,bytes32,uint256,address)",
        [word(17)],
        eth_abi.encode(["bytes32", "uint256", "address"], [keccak(b"inference_calls"), 3, BOB]),
    )
    proof = log(
        "ProofAdded(uint256,bytes32,string,bytes)",
        [word(17)],
        eth_abi.encode(["bytes32", "string", "bytes"], [bytes(32), "ipfs://x", b"\x01\x02"]),
    )
    assert decode_events([usage, proof], {DAT: DataAnchoringToken}) == (
        UsageRecorded(17, keccak(b"inference_calls"), 3, BOB),
        ProofAdded(17, bytes(32), "ipfs://x", b"\x01\x02"),
    )
    assert "uri='ipfs://x', signature=0x0102" in str(decode_events([proof], {})[0])


def test_the_transfer_of_an_asset_is_recognised_wherever_it_comes_from() -> None:
    """A settlement's receipt holds the ERC-20's event beside the contract's own."""
    raw = log("Transfer(address,address,uint256)", [word(BOB), word(DAT)], word(5), TOKEN)
    assert decode_events([raw], {DAT: DataAnchoringToken}) == (Transfer(from_=BOB, to=DAT, value=5),)
    assert decode_events([raw], {TOKEN: Erc20}) == (Transfer(from_=BOB, to=DAT, value=5),)


def test_logs_that_nobody_knows_are_left_out() -> None:
    """A stranger's event, one without topics, and one whose data do not fit."""
    logs = [
        log("Stranger(uint256)", [word(1)], b""),
        Log(DAT, (), b"", 1, Hash("0x" + "11" * 32), 0),
        log("Transfer(address,address,uint256)", [word(BOB), word(DAT)], b"\x01", TOKEN),
    ]
    assert decode_events(logs, {DAT: DataAnchoringToken}) == ()
