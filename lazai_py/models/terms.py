"""What is said of a model: its ways of verification, and one version of it as the chain has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from lazai_py._contract.bindings.model_registry import Model
from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Address


class Way(IntEnum):
    """How a work of a model can be verified; the numbers are those of the contract."""

    REEXECUTION = 0
    """The chain computes it again."""
    PROOF = 1
    """A validity proof is checked."""
    FRAUD = 2
    """A bonded result stands until somebody refutes it."""


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """One version of a model. It never changes.

    Attributes:
        id: counts from 1.
        owner: who registered it.
        commitment: the hash of weights and program.
        previous: the version before; None for the first.
        class_id: the class of Data Anchoring Tokens that earnings and quota belong to.
        revshare: the model's ERC-7641 token; None when it has none.
        revenue: who receives the fees and royalties of the model's works.
        uri: where the description is.
        verifiers: who verifies, by the ways that are offered.
    """

    id: int
    owner: Address
    commitment: bytes
    previous: int | None
    class_id: int
    revshare: Address | None
    revenue: Address
    uri: str
    verifiers: Mapping[Way, Address]

    @classmethod
    def of(cls, model_id: int, owner: Address, model: Model) -> ModelVersion:
        """Return what the contract says, with what is empty left out."""
        offered = {way: model.verifiers[way] for way in Way if model.verifiers[way] != NATIVE}
        revshare = None if model.rev_share == NATIVE else model.rev_share
        return cls(
            id=model_id,
            owner=owner,
            commitment=model.commitment,
            previous=model.previous or None,
            class_id=model.class_id,
            revshare=revshare,
            revenue=model.revenue,
            uri=model.uri,
            verifiers=offered,
        )

    def verifier(self, way: Way) -> Address:
        """Return who verifies in a way.

        Raises:
            InputError: the model does not offer it.
        """
        if way not in self.verifiers:
            offered = ", ".join(each.name.lower() for each in self.verifiers) or "none"
            raise InputError(
                f"model {self.id} does not offer {way.name.lower()}", remedy=f"Choose a way that it offers: {offered}"
            )
        return self.verifiers[way]
