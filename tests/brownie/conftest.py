"""The contract and the people of the tests that run by Brownie's own API."""

from __future__ import annotations

import pytest

NATIVE = "0x" + "0" * 40


@pytest.fixture
def people(accounts):
    """A controller, two holders and a payer."""
    return accounts[0], accounts[1], accounts[2], accounts[3]


@pytest.fixture
def dat(DataAnchoringToken, people):
    """A freshly deployed DataAnchoringToken."""
    return DataAnchoringToken.deploy({"from": people[0]})


@pytest.fixture
def dataset(dat, people):
    """A class and two tokens in it, of which the first has three quarters of the shares."""
    controller, first, second, _ = people
    created = dat.createClass("ipfs://metadata", b"\x11" * 32, 0, "ipfs://policy", {"from": controller})
    class_id = created.events["ClassCreated"]["classId"]
    tokens = [
        dat.mint(class_id, holder, 100, share, 0, {"from": controller}).events["Minted"]["tokenId"]
        for holder, share in ((first, 750), (second, 250))
    ]
    return class_id, *tokens
