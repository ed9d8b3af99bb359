"""The generated bindings against the standard and the artifacts."""

from __future__ import annotations

import inspect
import re
import typing

import pytest

from lazai_py import errors as public_errors
from lazai_py._contract import bindings, errors
from lazai_py._contract.abi import CustomError, Event, Function
from lazai_py._contract.bindings import data_anchoring_token as dat
from lazai_py._contract.bindings import erc20
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent
from lazai_py._errors import LazAIError

# From the text of the ERC-8028 draft.
TOPICS = {
    "ClassCreated": "cbf4ceec2e5c8865b509fd65a97a450ff709dd1d0c9aeae52f474abe06dfb974",
    "ClassPolicyUpdated": "24f901353f9b15125ed7f539fcad3b7fc50110d676d3b4298d3d3808df39e65b",
    "MetadataUpdated": "eab02659d82f207d7ba3d346964d09c280396a4798fae5bd584257ca14376475",
    "Minted": "04cd2cb07f7dd64bac6ce0436354822231650e9bf1a1e4d74932a3efa6a6e552",
    "TransferToken": "883cf583b77e18ff7c8e1a0e71a7cb0a9820e3af728c467709769c1a0e035c20",
    "ValueTransferred": "08fdc9b4581fc254e3e52b2c48704fb0d46ce55b2994a2ee7387f87229a1396d",
    "Expired": "f80dbaea4785589e52984ca36a31de106adc77759539a5c7d92883bf49692fe9",
    "UsageRecorded": "bcb77240b51e5ddedd76eb0d4dc554941237485a5801d9083681e97b2fe3e531",
    "RevenueSettled": "8066141f58a3e577c2951d2908ae9e935232ae42f3f2a18c5dfc13b5d2aae98f",
    "Claimed": "ce3bcb6e219596cf26007ffdfaae8953bc3f76e3f36c0a79b23e28020da3222e",
    "ApprovalForClass": "5c3b9a34af8ecb94c7bef73773568e163cf361fa5d76fa5d52dab8f4498817cf",
    "ProofAdded": "c0e7adc38a1c7019b393a30383bfb487d98ae418e0e57e1ff87b39e9265e2056",
}
SELECTORS = {
    "getClassMeta": "0a4fda67",
    "classOf": "4324aa21",
    "valueOf": "cadf338f",
    "shareRatioOf": "36d98ca1",
    "expireAtOf": "56626b7f",
    "ownerOf": "6352211e",
    "pendingRevenue": "bb0bc514",
    "createClass": "e0fc0eca",
    "updateClassMetadata": "38b40dc2",
    "updateClassPolicy": "4f2b75e2",
    "mint": "741e3723",
    "transferToken": "bad42590",
    "approveForClass": "14050fab",
    "isApprovedForClass": "766e346c",
    "transferValue": "54e26179",
    "recordUsage": "48904648",
    "settleRevenueETH": "8ccd0350",
    "settleRevenueERC20": "90f1e29d",
    "claim": "2cd1b113",
    "addProof": "c40b0372",
}
FUNCTIONS: dict[str, Function[object]] = {
    value.name: value for value in vars(dat).values() if isinstance(value, Function)
}
CONTRACTS = pytest.mark.parametrize("contract", bindings.CONTRACTS, ids=lambda contract: contract.__name__)


@pytest.mark.parametrize(("name", "topic"), TOPICS.items())
def test_events_of_the_standard_have_its_topics(name: str, topic: str) -> None:
    """Topic0 is the one in the text of the standard."""
    event: type[Event] = getattr(dat, name)
    assert event.TOPIC.hex() == topic


@pytest.mark.parametrize(("name", "selector"), SELECTORS.items())
def test_functions_of_the_standard_have_its_selectors(name: str, selector: str) -> None:
    """The first four bytes of call data are those in the text of the standard."""
    assert FUNCTIONS[name].selector.hex() == selector


@CONTRACTS
def test_every_function_event_and_error_of_the_artifact_is_bound(contract: type[Contract]) -> None:
    """Nothing of the ABI is missing in Python, and nothing is there that the ABI has not."""
    module = inspect.getmodule(contract)
    abi = contract.artifact().abi
    functions = sorted(value.name for value in vars(module).values() if isinstance(value, Function))
    assert functions == sorted(entry["name"] for entry in abi if entry["type"] == "function")
    assert [event.__name__ for event in contract.EVENTS] == [e["name"] for e in abi if e["type"] == "event"]
    known = {error.__name__ for error in errors.ALL}
    assert {entry["name"] for entry in abi if entry["type"] == "error"} <= known


@CONTRACTS
def test_views_return_values_and_the_others_intents(contract: type[Contract]) -> None:
    """The state mutability of the ABI decides."""
    views = {
        entry["name"]: entry["stateMutability"] in {"view", "pure"}
        for entry in contract.artifact().abi
        if entry["type"] == "function"
    }
    module = inspect.getmodule(contract)
    for constant, function in [(n, v) for n, v in vars(module).items() if isinstance(v, Function)]:
        method = getattr(contract, constant.strip("_").lower())
        returned = typing.get_type_hints(method)["return"]
        assert (typing.get_origin(returned) is not Intent) == views[function.name]


@CONTRACTS
def test_every_method_and_event_is_documented_and_annotated(contract: type[Contract]) -> None:
    """NatSpec notices are docstrings, and every parameter has a type."""
    methods = [value for name, value in vars(contract).items() if inspect.isfunction(value) and name[0] != "_"]
    assert methods
    for documented in [*methods, *contract.EVENTS]:
        # Without a notice, the name in backquotes would stand for it.
        assert re.match(r"`?[A-Z\w].* ", documented.__doc__ or "")
    for method in methods:
        assert set(inspect.signature(method).parameters) - {"self"} == set(typing.get_type_hints(method)) - {"return"}


def test_units_and_ranges_reach_the_docstrings() -> None:
    """`@param` lines become a section under the names of Python."""
    assert inspect.getdoc(dat.DataAnchoringToken.mint) == (
        "Mints a token.\n\nOnly the controller or a minter that it named.\n\n"
        "Parameters:\n"
        "    value: quota in the smallest unit of the class, at most 2**128 - 1; more reverts.\n"
        "    share_ratio: weight in the class's revenue; saturates at 2**32 - 1.\n"
        "    expire_at: last second at which the token works, not in the past; 0 for never.\n\n"
        "A plan's result:\n"
        "    token_id: `classId << 128 | serial`, serials count from 1."
    )


def test_paying_is_a_keyword_that_cannot_be_left_out() -> None:
    """`settle_revenue_eth` wants to know how much to send along."""
    pay = inspect.signature(dat.DataAnchoringToken.settle_revenue_eth).parameters["pay"]
    assert (pay.kind, pay.default) == (pay.KEYWORD_ONLY, pay.empty)


@pytest.mark.parametrize("name", ["TransferFailed", "TransferFromFailed", "ReentrancyGuardReentrantCall"])
def test_errors_of_libraries_are_known_although_assembly_throws_them(name: str) -> None:
    """The ABI does not list what assembly throws."""
    kind: type[CustomError] = getattr(errors, name)
    assert kind.selector.hex() in dat.DataAnchoringToken.artifact().deployed_bytecode.hex()


def test_an_asset_refuses_by_the_names_of_eip_6093() -> None:
    """The errors of an ERC-20 that is called through the SDK are known."""
    listed = {entry["name"] for entry in erc20.Erc20.artifact().abi if entry["type"] == "error"}
    assert listed == {
        "ERC20InsufficientAllowance",
        "ERC20InsufficientBalance",
        "ERC20InvalidApprover",
        "ERC20InvalidReceiver",
        "ERC20InvalidSender",
        "ERC20InvalidSpender",
    }


@pytest.mark.parametrize("kind", errors.ALL, ids=lambda kind: kind.__name__)
def test_every_error_has_a_notice_and_a_remedy_of_its_own(kind: type[CustomError]) -> None:
    """What happened and what to do are written for each error, as clauses without a full stop."""
    notice, solidity = (inspect.getdoc(kind) or "").rsplit("\n\n", 1)
    assert notice.endswith(".")
    assert solidity.startswith(f"Solidity: `{kind.__name__}(")
    assert kind.remedy not in {"", CustomError.remedy}
    assert not kind.remedy.endswith(".")


def test_no_two_errors_share_a_selector() -> None:
    """Four bytes tell them all apart."""
    assert len({kind.selector for kind in errors.ALL}) == len(errors.ALL)


def test_every_error_is_public() -> None:
    """`lazai_py.errors` has the whole tree with its generated part; what is imported on demand has its own `errors`."""
    tree: set[type[LazAIError]] = {LazAIError}
    while True:
        grown = tree.union(*(kind.__subclasses__() for kind in tree))
        if grown == tree:
            break
        tree = grown
    homes = [f"lazai_py.{noun}." for noun in ("gateway", "metering", "offerings", "revshare")]
    beside = {kind for kind in tree if kind.__module__.startswith(tuple(homes))}
    assert {kind.__module__ for kind in beside} <= {f"{home}errors" for home in homes}
    names = {kind.__name__ for kind in tree - beside if kind.__module__.startswith("lazai_py.")} - {"CustomError"}
    assert names == set(public_errors.__all__)
    assert all(getattr(public_errors, name).__name__ == name for name in names)
