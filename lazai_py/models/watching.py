"""Which networks are watched, and where, when somebody names models."""

from __future__ import annotations

from collections.abc import Sequence

from lazai_py._errors import InputError
from lazai_py._types import Address
from lazai_py.models.models import Models
from lazai_py.models.terms import ModelVersion, Way
from lazai_py.networks.network import IntegerNetwork

Watched = IntegerNetwork | ModelVersion | int
"""A network, or a model or its id."""


def networks_of(models: Models, watched: Sequence[Watched]) -> list[IntegerNetwork]:
    """Return the networks; those of models come from the vault and are checked against what the models commit to.

    Raises:
        InvalidNetwork, VaultError: the network of a model cannot be found.
        UnknownModel: there is none of this id.
    """
    return [each if isinstance(each, IntegerNetwork) else models.network(each) for each in watched]


def verifier_of(models: Models, watched: Sequence[Watched]) -> Address | None:
    """Return the contract where the models' results are bonded; None when only networks are watched.

    Raises:
        InputError: a model is not verified by fraud proofs, or they name different contracts.
        UnknownModel: there is none of this id.
    """
    versions = [
        each if isinstance(each, ModelVersion) else models.get(each)
        for each in watched
        if not isinstance(each, IntegerNetwork)
    ]
    found = {version.verifier(Way.FRAUD) for version in versions}
    if len(found) > 1:
        raise InputError(
            f"the models name {len(found)} verifiers of fraud proofs", remedy="Watch the models of each on their own"
        )
    return next(iter(found), None)
