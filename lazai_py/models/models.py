"""`lz.models`: models are registered, installed for re-execution, and asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from lazai_py._chain.engine import Engine
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.model_registry import Model, ModelRegistered, ModelRegistry
from lazai_py._contract.bindings.reexecution_verifier import NetworkInstalled, ReexecutionVerifier, Statement
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import ContractError, InvalidNetwork
from lazai_py._types import NATIVE, Address, to_address
from lazai_py.dat import DatClass
from lazai_py.errors import AlreadyInstalled
from lazai_py.models.terms import ModelVersion, Way
from lazai_py.networks.network import IntegerNetwork
from lazai_py.networks.words import blobs_of
from lazai_py.vault import Cid, Json, Vault

Description = Mapping[str, Json] | str | Cid | None
"""What is said of a model, or where that is."""


class Models:
    """The registry of models and the verifier by re-execution, as one account sees and uses them.

    Parameters:
        registry: the registry.
        reexecution: the verifier by re-execution.
        sender: who signs for writes.
        vault: where descriptions and networks are kept.
        inlet_of: tells the address that takes plain transfers for everybody behind a class.
    """

    def __init__(
        self,
        registry: ModelRegistry,
        reexecution: ReexecutionVerifier,
        sender: Sender,
        vault: Vault,
        inlet_of: Callable[[int], Address],
    ) -> None:
        self.registry = registry
        self.reexecution = reexecution
        self.sender = sender
        self._vault = vault
        self._inlet_of = inlet_of

    def __repr__(self) -> str:
        return f"Models({self.registry.address})"

    @property
    def engine(self) -> Engine:
        """The chain."""
        return self.registry.engine

    # --- the registry ---

    @write
    def register(
        self,
        model: IntegerNetwork | bytes,
        *,
        cls: DatClass | int,
        revenue: AddressLike | None = None,
        revshare: AddressLike | None = None,
        metadata: Description = None,
        verifiers: Mapping[Way, AddressLike] | None = None,
        previous: ModelVersion | int | None = None,
    ) -> Intent[ModelVersion]:
        """Register a version of a model; this account becomes its owner.

        Parameters:
            model: an integer network, which is put into the vault, or the commitment of any model.
            cls: the class of Data Anchoring Tokens that earnings and quota belong to.
            revenue: who receives the fees and royalties of its works. Left out, the inlet of the class, from which they
                go to everybody behind it by the terms that it published.
            revshare: the model's ERC-7641 token.
            metadata: what is said of it, as a dict that is put into the vault, or where that is.
            verifiers: who verifies, by the way. Left out, an integer network is verified by re-execution, and another
                model not at all.
            previous: the version before, which this account registered.

        Raises:
            NotModelOwner: somebody else registered the version before.
            AlreadySucceeded: it has a successor.
            InvalidVerifier: a verifier has no code.
        """
        is_network = isinstance(model, IntegerNetwork)
        class_id = cls.id if isinstance(cls, DatClass) else cls
        if verifiers is None:
            verifiers = {Way.REEXECUTION: self.reexecution.address} if is_network else {}
        registered = Model(
            commitment=_commitment(model),
            previous=previous.id if isinstance(previous, ModelVersion) else previous or 0,
            class_id=class_id,
            rev_share=NATIVE if revshare is None else to_address(revshare),
            revenue=self._inlet_of(class_id) if revenue is None else to_address(revenue),
            uri=self._described(model, metadata),
            verifiers=tuple(to_address(verifiers.get(way, NATIVE)) for way in Way),
        )
        return self.registry.register(registered).then(_registered)

    def get(self, model_id: int) -> ModelVersion:
        """Return a version of a model.

        Raises:
            UnknownModel: there is none of this id.
        """
        return ModelVersion.of(model_id, self.registry.owner_of(model_id), self.registry.model_of(model_id))

    def versions(self, model_id: int) -> list[ModelVersion]:
        """Return every version of a model, the first one first, given any of them.

        Raises:
            UnknownModel: there is none of this id.
        """
        return [self.get(each) for each in (*reversed([*self._before(model_id)]), model_id, *self._after(model_id))]

    def description(self, model: ModelVersion | int) -> Any:
        """Return what is said of a model, from the vault; None when it says nothing.

        Raises:
            InvalidCid: it is somewhere else than under a CID.
            VaultError: the vault does not have it, or not unchanged.
        """
        uri = self._version(model).uri
        return self._vault.get_json(uri) if uri else None

    def network(self, model: ModelVersion | int) -> IntegerNetwork:
        """Return the integer network of a model, from the vault, checked against the model's commitment.

        Raises:
            InvalidNetwork: the model's description names none, or one with another commitment.
            VaultError: the vault does not have it.
        """
        version = self._version(model)
        description = self.description(version)
        uri = description.get("network") if isinstance(description, dict) else None
        if not isinstance(uri, str):
            raise InvalidNetwork(f"the description of model {version.id} names no network")
        found = IntegerNetwork.from_json(self._vault.get(uri).decode("utf-8", "replace"))
        if found.commitment != version.commitment:
            raise InvalidNetwork(f"the network at {uri} is not the one that model {version.id} commits to")
        return found

    # --- re-execution ---

    def install(self, network: IntegerNetwork) -> bytes:
        """Put a network on the chain, so that it can be run there; returns its commitment.

        What is there already is left alone: the network, or some of its weights. It takes a transaction for each
        24,544 bytes of weights and one more, each waited for; see `installing` for a look at them before.
        """
        if not self.is_installed(network):
            # Somebody else may be faster, and it is the same network.
            with suppress(AlreadyInstalled):
                self.installing(network).send(self.sender)
        return network.commitment

    def installing(self, network: IntegerNetwork) -> Intent[NetworkInstalled]:
        """Return the intent to install a network: what `install` sends, to be planned."""
        blobs = [(blob, self.reexecution.blob_of(blob)) for blob in blobs_of(network)]
        missing = {address: blob for blob, address in blobs if not self.engine.code(address)}
        biases = [bias for layer in network.biases for bias in layer]
        addresses = [address for _, address in blobs]
        install = self.reexecution.install(network.sizes, network.shifts, biases, addresses)
        storing = [self.reexecution.store(blob) for blob in missing.values()]
        return install.then(lambda sent: sent.only(NetworkInstalled)).after(*storing)

    def is_installed(self, model: IntegerNetwork | ModelVersion | bytes) -> bool:
        """Return whether a network can be run on the chain."""
        return self.reexecution.is_installed(_commitment(model))

    def answer(self, model: IntegerNetwork | ModelVersion | bytes, prompt: str) -> str:
        """Return what the chain answers to a prompt; empty when the network is not installed or the prompt is none."""
        return self.reexecution.answer(_commitment(model), prompt.encode()).decode("ascii")

    def verify(
        self,
        model: ModelVersion | int,
        prompt: str | bytes,
        content: str | bytes,
        *,
        way: Way = Way.REEXECUTION,
        proof: bytes = b"",
        collection: AddressLike = NATIVE,
    ) -> bool:
        """Ask a model's verifier whether the model made a content from a prompt.

        The verifier gets the gas of a whole block: estimating would find the least gas that lets it say anything, and
        one that runs short says no. What it says instead of yes or no counts as no.

        Parameters:
            model: the version.
            prompt: what was asked.
            content: what is said to have been answered.
            way: in which way.
            proof: what the way needs besides.
            collection: the collection of the work; it matters where there is a proof or a bond.

        Raises:
            UnknownModel: there is no such version.
            InputError: the model does not offer the way.
        """
        version = self._version(model)
        statement = Statement(version.commitment, to_address(collection), _bytes(prompt), _bytes(content))
        verifier = ReexecutionVerifier(self.engine, version.verifier(way)).giving(self.engine.block().gas_limit)
        try:
            return verifier.verify(statement, proof)
        except ContractError:
            return False

    # --- helpers ---

    def _version(self, model: ModelVersion | int) -> ModelVersion:
        return model if isinstance(model, ModelVersion) else self.get(model)

    def _before(self, model_id: int) -> Iterator[int]:
        while model_id := self.registry.model_of(model_id).previous:
            yield model_id

    def _after(self, model_id: int) -> Iterator[int]:
        while model_id := self.registry.successor_of(model_id):
            yield model_id

    def _described(self, model: IntegerNetwork | bytes, metadata: Description) -> str:
        if isinstance(metadata, str | Cid):
            return metadata if isinstance(metadata, str) else metadata.uri
        described = dict(metadata or {})
        if isinstance(model, IntegerNetwork):
            network = self._vault.put(model.to_json().encode()).uri
            described |= {"network": network, "sizes": list(model.sizes), "multiplications": model.multiplications}
        return self._vault.put_json(described).uri if described else ""


def _registered(sent: Sent) -> ModelVersion:
    event = sent.only(ModelRegistered)
    return ModelVersion.of(event.model_id, event.owner, event.model)


def _commitment(model: IntegerNetwork | ModelVersion | bytes) -> bytes:
    return model if isinstance(model, bytes) else model.commitment


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
