"""A collection, and a network that people bond results of."""

from __future__ import annotations

import pytest

from lazai_py.networks import IntegerNetwork
from lazai_py.testing import alice, bob, carol, local_chain, lz
from tests.disputes.lies import network_of

__all__ = ["alice", "bob", "carol", "local_chain", "lz", "network"]


@pytest.fixture(scope="session")
def network() -> IntegerNetwork:
    """A network whose trace is two moves deep for seven images."""
    return network_of(70, 40, 3)
