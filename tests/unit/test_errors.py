"""The tree of errors: what descends from what, what each says, and that each survives a process."""

from __future__ import annotations

import copy
import inspect
import pickle
import re

import pytest

from lazai_py import _errors
from lazai_py._errors import (
    BulkFailed,
    ContractError,
    InsufficientFunds,
    LazAIError,
    NodeFailed,
    NotConnected,
    Panic,
    RevertReason,
    UnknownRevert,
)
from lazai_py._types import ether, wei

KINDS = [kind for _, kind in inspect.getmembers(_errors, inspect.isclass) if issubclass(kind, LazAIError)]
SAMPLES: list[LazAIError] = [
    _errors.AuthorizationExpired(1, 2),
    _errors.InvalidAddress("0x1", "it is short"),
    _errors.InvalidAmount(1.5, "a float is not exact"),
    _errors.InvalidCid("bafy", "it is short"),
    _errors.InvalidJson(1.5, "a float is not exact"),
    _errors.InvalidKey("the words are not a mnemonic"),
    _errors.InvalidLabel(""),
    _errors.InvalidNetwork("it has no layers"),
    _errors.InvalidPrompt("it is empty"),
    _errors.InvalidProvingKey("it ends early"),
    _errors.NoAccount(),
    _errors.NotProvable("the answer is another"),
    _errors.NotSignable("0x1", "permits", remedy="Allow it by a transaction"),
    _errors.UnitMismatch(wei(1), 1),
    _errors.UnknownDomain("0x1", "it says nothing"),
    _errors.UnknownNetwork("mars"),
    _errors.WrongSigner("0x1", None),
    _errors.MissingDependency("anvil", remedy="Install Foundry"),
    NotConnected("http://127.0.0.1:1", "connection refused"),
    NodeFailed("Anvil ended", "last words"),
    _errors.ChainMismatch(1, 31337),
    _errors.NotDeployed("DataAnchoringToken", 1, address="0x1"),
    _errors.Unsupported("reading block 1", "revm"),
    _errors.RpcError("eth_call", -32000, "no"),
    _errors.Timeout("mining 0x1", 2.5),
    _errors.NonceConflict("0x1", 7, "nonce too low"),
    _errors.FeeTooLow(1, "underpriced"),
    _errors.Replaced("0x1", "0x2", 7),
    BulkFailed({1: RevertReason("closed")}, [None, None]),
    InsufficientFunds("0x1", wei(1), ether(2)),
    _errors.NotInVault("bafy", "the folder"),
    _errors.IntegrityError("0x1", "0x2", "the metadata"),
    _errors.UnreadableContent("bafy", "it is a folder"),
    _errors.VaultUnavailable("the folder", "the disk is full"),
    RevertReason("closed", data=b"\x01"),
    Panic(0x12, data=b"\x02"),
    UnknownRevert(b"\x01\x02\x03\x04"),
]


def test_the_drawing_is_the_tree() -> None:
    """Every class of the module is drawn in its docstring, under its parent."""
    assert _errors.__doc__ is not None
    depths: dict[int, str] = {}
    drawn: dict[str, str] = {}
    for line in _errors.__doc__.splitlines():
        found = re.match(r"^    ([│ ]*)(?:[├└]── )?([A-Z]\w+)", line)
        if found:
            depth = len(found[1]) // 4 + ("──" in line)
            depths[depth] = found[2]
            drawn[found[2]] = depths.get(depth - 1, "")
    parents = {
        kind.__name__: next(base.__name__ for base in kind.__bases__ if issubclass(base, LazAIError))
        for kind in KINDS
        if kind is not LazAIError
    }
    assert {name: parent for name, parent in drawn.items() if parent} == parents


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (_errors.InputError, ValueError),
        (_errors.UnitMismatch, TypeError),
        (_errors.MissingDependency, ImportError),
        (NotConnected, ConnectionError),
        (_errors.Timeout, TimeoutError),
        (_errors.NotInVault, LookupError),
        (Panic, ArithmeticError),
    ],
)
def test_errors_are_also_what_python_calls_them(kind: type[LazAIError], builtin: type[Exception]) -> None:
    """So that code which knows nothing of this package handles them."""
    assert issubclass(kind, builtin)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_every_error_says_what_to_do(error: LazAIError) -> None:
    """The message first, then the remedy, as sentences in one text."""
    assert error.remedy
    assert str(error) == f"{error.message}. {error.remedy}."


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_every_error_survives_a_process(error: LazAIError) -> None:
    """Class, text and fields come back from a pickle and from a copy."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert twin.__dict__.keys() == error.__dict__.keys()


def test_every_concrete_error_has_a_sample() -> None:
    """A new class is tested from the day it is written."""
    abstract = {kind for kind in KINDS if kind.__subclasses__()}
    assert {type(sample) for sample in SAMPLES} == set(KINDS) - abstract


def test_missing_money_is_named_exactly() -> None:
    """What there is, what is needed, and the difference to send."""
    text = str(InsufficientFunds("0x1", ether("0.5"), ether("2")))
    assert text == "0x1 has 0.5 ETH and needs 2 ETH. Send at least 1.5 ETH to it."


def test_a_refusal_remembers_the_call() -> None:
    """What is known is added where it is known, and nothing is lost."""
    error: ContractError = RevertReason("closed")
    assert error.during(contract="Shop", function="buy").during(tx_hash="0x1") is error
    assert (error.contract, error.function, error.tx_hash) == ("Shop", "buy", "0x1")


def test_a_bulk_failure_counts_and_names_the_first() -> None:
    """Positions are those of the calls that were handed over."""
    error = BulkFailed({5: RevertReason("later"), 3: RevertReason("closed")}, [None] * 8)
    assert error.message == "2 of 8 calls failed, first call 3: the contract refused: closed"


def test_panics_have_meanings() -> None:
    """Those of the compiler, and a word for those it will invent."""
    assert Panic(0x11).meaning == "arithmetic overflow or underflow"
    assert Panic(0x99).meaning == "unknown panic"
