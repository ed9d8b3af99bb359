"""Where the contracts are on a chain, and how they get there.

Every contract is created by the standard deterministic deployer with one fixed salt, so a build of the contracts has
the same addresses on every chain, and deploying twice finds what is there. A deployment is written down as
`deployments/<chain-id>.json`:

    {"DataAnchoringToken": {"address": "0x...", "block": 7, "arguments": [], "codeHash": "0x..."}}
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lazai_py import _create2
from lazai_py._chain.creation import first_block
from lazai_py._chain.engine import Call, Engine
from lazai_py._contract import codec
from lazai_py._contract.bindings.access_store import AccessStore
from lazai_py._contract.bindings.aigc_factory import AigcFactory
from lazai_py._contract.bindings.dat_exchange import DatExchange
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory
from lazai_py._contract.bindings.model_registry import ModelRegistry
from lazai_py._contract.bindings.optimistic_verifier import OptimisticVerifier
from lazai_py._contract.bindings.payout import Payout
from lazai_py._contract.bindings.reexecution_verifier import ReexecutionVerifier
from lazai_py._contract.bindings.rev_share_token_factory import RevShareTokenFactory
from lazai_py._contract.bindings.rev_share_votes_token_factory import RevShareVotesTokenFactory
from lazai_py._contract.bindings.revenue_router import RevenueRouter
from lazai_py._contract.bindings.service_registry import ServiceRegistry
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Sender
from lazai_py._errors import ChainMismatch, InputError, NotDeployed
from lazai_py._types import Address, Wei, keccak, to_address

CONTRACTS: tuple[type[Contract], ...] = (
    DataAnchoringToken,
    ServiceRegistry,
    RevenueRouter,
    RevShareTokenFactory,
    RevShareVotesTokenFactory,
    ModelOfferingFactory,
    ModelRegistry,
    ReexecutionVerifier,
    OptimisticVerifier,
    AigcFactory,
    AccessStore,
    DatExchange,
    Payout,
)
"""What a deployment consists of, in the order in which it is created."""

NEEDS: Mapping[type[Contract], tuple[type[Contract] | int, ...]] = {
    RevenueRouter: (DataAnchoringToken,),
    RevShareTokenFactory: (DataAnchoringToken,),
    RevShareVotesTokenFactory: (DataAnchoringToken,),
    ModelOfferingFactory: (RevShareTokenFactory, RevShareVotesTokenFactory),
    # Window and clock in blocks, the bond in wei.
    OptimisticVerifier: (100, 100, 10**16),
    AccessStore: (DataAnchoringToken, RevenueRouter),
    DatExchange: (DataAnchoringToken, RevenueRouter),
}
"""What a constructor is given: numbers, and the addresses of contracts that come earlier. Others are given nothing.

A constructor may keep these addresses and must not call them: a plan is made before anything is there.
"""

FOLDER = Path("deployments")
"""Where deployments are written down, in the working directory."""


@dataclass(frozen=True, slots=True)
class Deployed:
    """One contract on a chain.

    Parameters:
        address: where it is.
        block: the number of the block that created it; its events start there.
        arguments: what its constructor was given.
        code_hash: the Keccak-256 hash of its code on the chain.
    """

    address: Address
    block: int
    arguments: tuple[Any, ...]
    code_hash: bytes


@dataclass(frozen=True, slots=True)
class Deployment:
    """The contracts of this package on one chain, by name."""

    chain_id: int
    contracts: Mapping[str, Deployed]

    def __getitem__(self, name: str) -> Deployed:
        """Return one contract.

        Raises:
            NotDeployed: this deployment does not have it.
        """
        if name not in self.contracts:
            raise NotDeployed(name, self.chain_id)
        return self.contracts[name]

    def text(self) -> str:
        """Return the deployment as it is written down."""
        entries = {
            name: {
                "address": each.address,
                "block": each.block,
                "arguments": list(each.arguments),
                "codeHash": f"0x{each.code_hash.hex()}",
            }
            for name, each in self.contracts.items()
        }
        return json.dumps(entries, indent=2) + "\n"

    def save(self, folder: Path = FOLDER) -> Path:
        """Write `<chain-id>.json` into a folder, which is made when it is missing; returns the file."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{self.chain_id}.json"
        file.write_text(self.text(), "utf-8")
        return file

    @classmethod
    def read(cls, file: Path) -> Deployment:
        """Read `<chain-id>.json`.

        Raises:
            InputError: it is no such file.
        """
        try:
            written = json.loads(file.read_text("utf-8"))
            return cls(int(file.stem), {name: _deployed(entry) for name, entry in written.items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{file} is no deployment: {error}", remedy="Pass a <chain-id>.json that `lazai deploy` wrote"
            ) from None


def _deployed(entry: Mapping[str, Any]) -> Deployed:
    code_hash = bytes.fromhex(entry["codeHash"].removeprefix("0x"))
    return Deployed(to_address(entry["address"]), int(entry["block"]), tuple(entry["arguments"]), code_hash)


@dataclass(frozen=True, slots=True)
class Step:
    """What deploying one contract takes. `gas` and `fee` are 0 for one that is there already."""

    name: str
    address: Address
    gas: int
    fee: Wei

    @property
    def is_done(self) -> bool:
        """Whether the contract is there already."""
        return self.gas == 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A contract that is not what the deployment or this package says."""

    name: str
    address: Address
    reason: str


def load(chain_id: int, folder: Path = FOLDER) -> Deployment:
    """Return the deployment that is written down for a chain.

    Raises:
        NotDeployed: `folder` has none.
        InputError: the file cannot be read as a deployment.
    """
    file = folder / f"{chain_id}.json"
    if not file.is_file():
        raise NotDeployed(CONTRACTS[0].NAME, chain_id)
    return Deployment.read(file)


def predicted(contract: type[Contract]) -> Address:
    """Return where a contract is, on every chain where it was deployed by this package."""
    return _create2.address_of(_creation(contract, arguments(contract)))


def arguments(contract: type[Contract]) -> tuple[Address | int, ...]:
    """Return what the constructor of a contract is given: numbers, and where those that it needs are."""
    return tuple(each if isinstance(each, int) else predicted(each) for each in NEEDS.get(contract, ()))


def find(engine: Engine) -> Deployment:
    """Return what of this package is on a chain, found by looking where it would be.

    Raises:
        NotDeployed: nothing is there.
    """
    found = {each.NAME: _found(engine, each) for each in CONTRACTS if engine.code(predicted(each))}
    if not found:
        raise NotDeployed(CONTRACTS[0].NAME, engine.chain_id(), address=predicted(CONTRACTS[0]))
    return Deployment(engine.chain_id(), found)


def plan(engine: Engine, sender: Address) -> tuple[Step, ...]:
    """Return what `deploy_all` would do and cost for a sender, in order, without sending.

    Raises:
        NotDeployed: the chain lacks the deterministic deployer, and is not a local one.
    """
    has_deployer = _create2.check(engine)
    return tuple(_step(engine, each, sender, has_deployer=has_deployer) for each in CONTRACTS)


def deploy_all(sender: Sender, *, known: Deployment | None = None) -> Deployment:
    """Create every contract that is not there yet, and return where all of them are.

    May be interrupted and run again: what is there is left alone. On a local chain the deterministic deployer is put in
    place first where it is missing.

    Parameters:
        sender: who signs and pays; gets no rights by it.
        known: what was written down before; saves looking for the blocks of contracts that are there.

    Raises:
        NotDeployed: the chain lacks the deterministic deployer, and is not a local one.
        ChainMismatch: `known` belongs to another chain.
        ChainError: funds, fees, nonces or the way to the chain stood against it.
    """
    engine = sender.engine
    if known is not None and known.chain_id != engine.chain_id():
        raise ChainMismatch(known.chain_id, engine.chain_id())
    if not _create2.check(engine):
        _create2.place(sender)
    written = {} if known is None else known.contracts
    done = {each.NAME: _ensure(sender, each, written.get(each.NAME)) for each in CONTRACTS}
    return Deployment(engine.chain_id(), done)


def verify(engine: Engine, deployment: Deployment) -> tuple[Difference, ...]:
    """Compare the code on a chain with the artifacts of this package; returns what differs.

    Raises:
        ChainMismatch: the deployment belongs to another chain.
    """
    if deployment.chain_id != engine.chain_id():
        raise ChainMismatch(deployment.chain_id, engine.chain_id())
    reasons = [(each.NAME, _difference(engine, each, deployment)) for each in CONTRACTS]
    return tuple(Difference(name, deployment[name].address, reason) for name, reason in reasons if reason)


def _step(engine: Engine, contract: type[Contract], sender: Address, *, has_deployer: bool) -> Step:
    address = predicted(contract)
    if engine.code(address):
        return Step(contract.NAME, address, 0, Wei(0))
    # Before the deployer is in place, a plain creation is the nearest thing that can be estimated.
    creation = _creation(contract, arguments(contract))
    gas = engine.estimate_gas(
        _create2.creating(creation, sender) if has_deployer else Call(None, creation, sender=sender)
    )
    return Step(contract.NAME, address, gas, Wei(gas * engine.fees().max_fee))


def _ensure(sender: Sender, contract: type[Contract], known: Deployed | None) -> Deployed:
    engine, address = sender.engine, predicted(contract)
    code_hash = keccak(engine.code(address))
    if known is not None and (known.address, known.code_hash) == (address, code_hash):
        return known
    if engine.code(address):
        return _found(engine, contract)
    receipt = sender.send(_create2.creating(_creation(contract, arguments(contract)), sender.address))
    return Deployed(address, receipt.block_number, arguments(contract), keccak(engine.code(address)))


def _found(engine: Engine, contract: type[Contract]) -> Deployed:
    address = predicted(contract)
    return Deployed(address, first_block(engine, address), arguments(contract), keccak(engine.code(address)))


def _creation(contract: type[Contract], given: Sequence[object]) -> bytes:
    return contract.artifact().bytecode + codec.encode(contract.CONSTRUCTOR, given)


def _difference(engine: Engine, contract: type[Contract], deployment: Deployment) -> str:
    deployed = deployment[contract.NAME]
    code = engine.code(deployed.address)
    if not code:
        return "there is no code at the address"
    if not contract.artifact().is_code(code):
        return "the code at the address is not that of this package"
    needed = NEEDS.get(contract, ())
    if deployed.arguments != tuple(each if isinstance(each, int) else deployment[each.NAME].address for each in needed):
        return "its constructor was not given the contracts of this deployment"
    # Code is compared without its immutable values; these are proven by the address, which is a hash over them.
    proven = _create2.address_of(_creation(contract, deployed.arguments))
    if contract.artifact().immutables and deployed.address != proven:
        return "the address is not that of a contract with these arguments"
    return "" if keccak(code) == deployed.code_hash else "the code's hash is not the one written down"
