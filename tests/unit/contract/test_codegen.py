"""From an artifact to a Python module, for what the project's own contracts do not contain."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lazai_py._contract.codec import type_name
from scripts.codegen import bindings, errors, model, naming
from scripts.codegen.sources import Project, Unit

UNIT = Unit("Market", "contracts/markets/Market.sol")


def parameter(name: str, kind: str, **more: Any) -> dict[str, Any]:
    """A parameter as the ABI lists it."""
    return {"name": name, "type": kind, "internalType": kind, **more}


def function(name: str, inputs: list[dict[str, Any]], outputs: list[dict[str, Any]], mutability: str) -> dict[str, Any]:
    """A function as the ABI lists it."""
    return {"type": "function", "name": name, "inputs": inputs, "outputs": outputs, "stateMutability": mutability}


def artifact(abi: list[dict[str, Any]], methods: dict[str, str] | None = None) -> dict[str, Any]:
    """An artifact with the parts that a binding is made from."""
    notices = {signature: {"notice": notice} for signature, notice in (methods or {}).items()}
    return {
        "name": "Market",
        "abi": abi,
        "libraryErrors": [],
        "bytecode": "0x60",
        "userdoc": {"notice": "Sells quota.", "methods": notices},
        "devdoc": {},
    }


Load = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Generates the module of an artifact, runs it, and returns its names."""

    def run(written: dict[str, Any]) -> dict[str, Any]:
        module = ModuleType("market")
        monkeypatch.setitem(sys.modules, "market", module)
        exec(bindings.render(model.read(written, is_mock=False), UNIT), vars(module))
        return vars(module)

    return run


SPLIT = parameter(
    "split",
    "tuple",
    internalType="struct Market.Split",
    components=[parameter("receiver", "address"), parameter("bps", "uint16")],
)
TERMS = parameter(
    "terms",
    "tuple[]",
    internalType="struct Market.Terms[]",
    components=[parameter("price", "uint256"), {**SPLIT, "name": "splits", "type": "tuple[2][]"}],
)


def test_structs_become_frozen_values_inner_ones_first(load: Load) -> None:
    """A struct, and arrays of it inside another, have the type that Solidity hashes."""
    source = function("termsOf", [parameter("id", "uint256")], [TERMS], "view")
    names = load(artifact([source], {"termsOf(uint256)": "The terms."}))
    split, terms = names["Split"], names["Terms"]
    assert split("0x", 5) == split(receiver="0x", bps=5)
    assert split.KINDS == ("address", "uint16")
    assert terms.__annotations__["splits"] == "tuple[tuple[Split, ...], ...]"
    (output,) = names["_TERMS_OF"].outputs
    assert type_name(output.kind) == "(uint256,(address,uint16)[2][])[]"


def test_a_struct_may_be_handed_over(load: Load) -> None:
    """Structs are taken in sequences and returned in tuples."""
    source = function("offer", [TERMS, parameter("to", "address")], [], "payable")
    names = load(artifact([source], {"offer((uint256,(address,uint16)[2][])[],address)": "Offers."}))
    annotations = names["Market"].offer.__annotations__
    assert annotations == {
        "terms": "Sequence[Terms]",
        "to": "AddressLike",
        "pay": "Wei",
        "return": "Intent[Sent]",
    }
    assert names["_OFFER"].selector.hex() == "584ca265"


def test_an_overload_is_named_by_its_last_parameter(load: Load) -> None:
    """The shorter one keeps the name."""
    shorter = [parameter("from", "address"), parameter("to", "address")]
    abi = [
        function("move", [*shorter, parameter("data", "bytes")], [], "nonpayable"),
        function("move", shorter, [], "nonpayable"),
    ]
    names = load(artifact(abi, {"move(address,address)": "Moves.", "move(address,address,bytes)": "Moves more."}))
    assert names["Market"].move.__doc__ == "Moves."
    assert names["Market"].move_with_data.__doc__ == "Moves more."
    assert list(names["Market"].move.__annotations__) == ["from_", "to", "return"]


def test_the_hash_of_an_indexed_text_is_bytes(load: Load) -> None:
    """The chain keeps no more of it."""
    event = {
        "type": "event",
        "name": "Named",
        "inputs": [parameter("name", "string", indexed=True), parameter("size", "uint8", indexed=False)],
    }
    written = artifact([event])
    written["userdoc"]["events"] = {"Named(string,uint8)": {"notice": "It has a name."}}
    assert load(written)["Named"].__annotations__["name"] == "bytes"


def test_a_constructor_is_asked_for_its_arguments(load: Load) -> None:
    """`creation` takes what the constructor does."""
    constructor = {"type": "constructor", "inputs": [parameter("owner_", "address"), parameter("max", "uint8")]}
    creation = load(artifact([constructor]))["Market"].creation
    assert creation.__func__.__annotations__ == {"owner": "AddressLike", "max_": "int", "return": "bytes"}


def test_a_function_without_a_notice_stops_the_build() -> None:
    """Everything that is shipped is documented."""
    with pytest.raises(ValueError, match=r"`offer` has no @notice: write one, or one in scripts/codegen/notices\.py"):
        model.read(artifact([function("offer", [], [], "nonpayable")]), is_mock=False)


def test_an_error_without_a_remedy_stops_the_build() -> None:
    """Every error says what to do about it."""
    written = artifact([{"type": "error", "name": "NobodyKnowsThis", "inputs": []}])
    written["userdoc"]["errors"] = {"NobodyKnowsThis()": [{"notice": "Nothing is left."}]}
    with pytest.raises(ValueError, match=r"no remedy for NobodyKnowsThis: write one in scripts/codegen/remedies\.py"):
        errors.render([model.read(written, is_mock=False)])


def test_a_remedy_without_an_error_stops_the_build() -> None:
    """What no contract raises any more is removed."""
    with pytest.raises(ValueError, match=r"no contract raises .*ZeroAmount.*: remove them"):
        errors.render([])


def test_one_name_for_two_errors_stops_the_build() -> None:
    """Python has one class for a name, so Solidity has one error."""
    both = []
    for inputs in ([], [parameter("id", "uint256")]):
        error = {"type": "error", "name": "SoldOut", "inputs": inputs}
        written = artifact([error])
        written["userdoc"]["errors"] = {f"SoldOut({'uint256' * len(inputs)})": [{"notice": "Nothing is left."}]}
        both.append(model.read(written, is_mock=False))
    with pytest.raises(ValueError, match="two errors are named SoldOut, with different arguments: rename one"):
        errors.render(both)


@pytest.mark.parametrize(
    ("solidity", "python"),
    [
        ("expireAt", "expire_at"),
        ("metadataURI", "metadata_uri"),
        ("settleRevenueETH", "settle_revenue_eth"),
        ("eip712Domain", "eip712_domain"),
        ("onERC1155Received", "on_erc1155_received"),
        ("DataAnchoringToken", "data_anchoring_token"),
        ("ERC20", "erc20"),
        ("_fromTokenId", "from_token_id"),
        ("uri_", "uri"),
        ("from", "from_"),
    ],
)
def test_names_become_snake_case(solidity: str, python: str) -> None:
    """Acronyms are one word, underscores at the ends go, keywords get one."""
    assert naming.snake(solidity) == python


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of one contract with a library of its own, a comment that looks like an import, and a package."""
    (tmp_path / "foundry.toml").write_text(
        '[profile.default]\nremappings = ["@openzeppelin/=node_modules/@openzeppelin/"]\n'
        'evm_version = "prague"\noptimizer = true\noptimizer_runs = 10\n'
    )
    packages = {
        "": {},
        "node_modules/solc": {"version": "0.8.37"},
        "node_modules/@openzeppelin/contracts": {"version": "5"},
    }
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": packages}))
    for file, text in {
        "contracts/a/A.sol": 'import {B} from "../b/B.sol";\nimport "@openzeppelin/contracts/C.sol";\ncontract A {}\n',
        "contracts/b/B.sol": '// import "./Gone.sol";\n/* contract\ncontract X {} */\nabstract contract B {}\n',
        "contracts/mocks/M.sol": "contract M {}\n",
        "scripts/codegen/Erc20.sol": "interface Erc20 {}\n",
        "scripts/codegen/SignedErc20.sol": "interface SignedErc20 {}\n",
        "node_modules/@openzeppelin/contracts/C.sol": 'import "./D.sol";\n',
        "node_modules/@openzeppelin/contracts/D.sol": "",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    return Project(tmp_path)


def test_contracts_are_found_and_abstract_ones_passed_over(project: Project) -> None:
    """What can be deployed gets an artifact, and so do the interfaces of others; comments count for nothing."""
    assert project.units() == [
        Unit("A", "contracts/a/A.sol"),
        Unit("Erc20", "scripts/codegen/Erc20.sol"),
        Unit("M", "contracts/mocks/M.sol"),
        Unit("SignedErc20", "scripts/codegen/SignedErc20.sol"),
    ]
    assert [unit.is_mock for unit in project.units()] == [False, False, True, False]


def test_the_closure_of_a_source_is_all_it_imports(project: Project) -> None:
    """Relative imports and remapped ones are followed, the packages' own too."""
    package = "node_modules/@openzeppelin/contracts"
    assert project.closure("contracts/a/A.sol") == [
        "contracts/a/A.sol",
        "contracts/b/B.sol",
        f"{package}/C.sol",
        f"{package}/D.sol",
    ]


def test_two_contracts_of_one_name_are_refused(project: Project) -> None:
    """Artifacts are known by their names."""
    (project.root / "contracts/b/A.sol").write_text("contract A {}")
    with pytest.raises(ValueError, match="more than one contract is named A: rename all but one"):
        project.units()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("contracts/a/A.sol", "contract A {}", "contract A { uint256 x; }"),
        ("contracts/b/B.sol", "abstract contract B {}", "abstract contract B { uint256 x; }"),
        ("foundry.toml", "optimizer_runs = 10", "optimizer_runs = 11"),
        ("package-lock.json", '"0.8.37"', '"0.8.38"'),
        ("package-lock.json", '"version": "5"', '"version": "6"'),
    ],
)
def test_the_hash_changes_with_sources_settings_compiler_and_packages(
    project: Project, file: str, old: str, new: str
) -> None:
    """Whatever the bytecode depends on makes an artifact stale."""
    before = project.source_hash(Unit("A", "contracts/a/A.sol"))
    text = (project.root / file).read_text()
    assert old in text
    (project.root / file).write_text(text.replace(old, new))
    assert Project(project.root).source_hash(Unit("A", "contracts/a/A.sol")) != before


def test_the_hash_does_not_change_with_what_a_contract_does_not_import(project: Project) -> None:
    """Nothing elsewhere makes an artifact stale, and the installed packages need not be there."""
    unit = Unit("A", "contracts/a/A.sol")
    before = project.source_hash(unit)
    (project.root / "contracts/mocks/M.sol").write_text("contract M { uint256 x; }")
    (project.root / "node_modules/@openzeppelin/contracts/C.sol").unlink()
    assert Project(project.root).source_hash(unit) == before
