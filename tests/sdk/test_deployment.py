"""Deployments: the same addresses everywhere, found again, resumed, and compared with what is on the chain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lazai_py import LazAI, _create2, deployment
from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._chain.transaction import read
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._types import keccak
from lazai_py.deployment import Deployed, Deployment
from lazai_py.errors import ChainMismatch, InputError, NotDeployed
from lazai_py.testing import ENGINES
from tests.bindings.signer_wallet import SignerWallet
from tests.sdk.conftest import NothingSent

NAME = DataAnchoringToken.NAME


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest) -> Iterator[LazAI]:
    """A chain that nobody deployed anything on."""
    with LazAI.local(request.param, deploy=False) as lz:
        yield lz


def test_the_contracts_are_where_they_were_predicted(empty: LazAI) -> None:
    """And their code is that of the artifacts."""
    done = empty.deploy()

    last = empty.engine.block().number
    blocks = range(last + 1 - len(deployment.CONTRACTS), last + 1)
    for kind, block in zip(deployment.CONTRACTS, blocks, strict=True):
        deployed = done[kind.NAME]
        assert deployed.address == deployment.predicted(kind)
        assert deployed.code_hash == keccak(empty.engine.code(deployed.address))
        assert deployed.block == block
        assert deployed.arguments == deployment.arguments(kind)
    assert deployment.verify(empty.engine, done) == ()
    assert empty.dat.address == done[NAME].address


def test_deploying_twice_sends_nothing(empty: LazAI, nothing_sent: NothingSent) -> None:
    """What is there is left alone, whether or not it was written down."""
    first = empty.deploy()
    empty.chain.mine(3)

    with nothing_sent(empty):
        assert deployment.deploy_all(empty.sender, known=first) == first


def test_a_lost_file_is_made_again_with_the_same_block() -> None:
    """The block is found by looking where the code begins."""
    with LazAI.local("anvil", deploy=False) as lz:
        lz.chain.mine(5)
        first = lz.deploy()
        lz.chain.mine(20)

        assert deployment.deploy_all(lz.sender) == first
        assert deployment.find(lz.engine) == first


def test_where_the_node_keeps_no_past_events_are_sought_from_the_start() -> None:
    """Slower, and never wrong."""
    with LazAI.local("revm") as lz:
        lz.chain.mine()
        assert deployment.find(lz.engine)[NAME] == replace(lz.deployment[NAME], block=0)


def test_the_deployer_is_put_in_place_by_its_well_known_transaction() -> None:
    """On a local chain that lacks it, with the nonce of its keyless account spent."""
    with LazAI.local("revm", deploy=False) as lz:
        author = read(_create2._TRANSACTION).sender
        assert (lz.engine.code(_create2.DEPLOYER), lz.engine.nonce(author)) == (b"", 0)

        lz.deploy()

        assert lz.engine.code(_create2.DEPLOYER) == _create2._CODE
        assert lz.engine.nonce(author) == 1


def test_the_deployer_is_put_in_place_by_force_where_its_account_was_used() -> None:
    """Its transaction is valid once only."""
    with LazAI.local("revm", deploy=False) as lz:
        snapshot = lz.engine.code(_create2.DEPLOYER)
        lz.deploy()
        lz.chain.engine.set_code(_create2.DEPLOYER, snapshot)

        _create2.place(lz.sender)

        assert lz.engine.code(_create2.DEPLOYER) == _create2._CODE


def test_anvil_has_the_very_deployer_that_is_placed_elsewhere() -> None:
    """Otherwise addresses would differ."""
    with LazAI.local("anvil", deploy=False) as lz:
        assert lz.engine.code(_create2.DEPLOYER) == _create2._CODE


def test_a_foreign_chain_without_the_deployer_is_refused() -> None:
    """Only a local chain is changed without being asked."""
    engine = RevmEngine(chain_id=5)
    with pytest.raises(NotDeployed) as refused:
        deployment.plan(engine, _create2.DEPLOYER)
    assert (refused.value.chain_id, refused.value.address) == (5, _create2.DEPLOYER)


def test_the_plan_tells_address_gas_and_fee(empty: LazAI, nothing_sent: NothingSent) -> None:
    """Of what is missing; what is there costs nothing."""
    with nothing_sent(empty):
        steps = deployment.plan(empty.engine, empty.address)

    for step, kind in zip(steps, deployment.CONTRACTS, strict=True):
        assert (step.name, step.address, step.is_done) == (kind.NAME, deployment.predicted(kind), False)
        assert step.fee.raw == step.gas * empty.engine.fees().max_fee
    assert 3_000_000 < steps[0].gas < 6_500_000
    assert 300_000 < steps[1].gas < 2_000_000

    empty.deploy()
    after = deployment.plan(empty.engine, empty.address)
    assert [(step.is_done, step.gas, step.fee.raw) for step in after] == [(True, 0, 0)] * len(steps)


def test_a_deployment_is_written_and_read_back(lz: LazAI, tmp_path: Path) -> None:
    """In the agreed shape, under the chain's id."""
    file = lz.deployment.save(tmp_path / "deployments")

    assert file.name == "31337.json"
    assert json.loads(file.read_text()) == {
        kind.NAME: {
            "address": lz.deployment[kind.NAME].address,
            "block": lz.deployment[kind.NAME].block,
            "arguments": list(deployment.arguments(kind)),
            "codeHash": f"0x{lz.deployment[kind.NAME].code_hash.hex()}",
        }
        for kind in deployment.CONTRACTS
    }
    assert deployment.load(31337, tmp_path / "deployments") == lz.deployment
    assert Deployment.read(file) == lz.deployment


def test_a_chain_without_a_file_is_not_deployed(tmp_path: Path) -> None:
    """The error says what to do."""
    with pytest.raises(NotDeployed, match="lazai deploy") as refused:
        deployment.load(5, tmp_path)
    assert (refused.value.contract, refused.value.chain_id) == (NAME, 5)


@pytest.mark.parametrize(
    ("name", "text"),
    [("5.json", "no json"), ("5.json", "[]"), ("5.json", '{"A": {"address": "0x1"}}'), ("main.json", "{}")],
)
def test_a_file_that_is_no_deployment_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """By its path."""
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=f"{name} is no deployment"):
        Deployment.read(tmp_path / name)


def test_a_deployment_that_lacks_a_contract_says_so() -> None:
    """By the contract's name."""
    with pytest.raises(NotDeployed, match="DataAnchoringToken is not deployed on chain 5"):
        Deployment(5, {})[NAME]


def test_deployments_of_another_chain_are_refused(lz: LazAI) -> None:
    """To deploy on top of, and to verify."""
    foreign = Deployment(1, lz.deployment.contracts)
    for attempt in (
        lambda: deployment.deploy_all(lz.sender, known=foreign),
        lambda: deployment.verify(lz.engine, foreign),
    ):
        with pytest.raises(ChainMismatch) as refused:
            attempt()
        assert (refused.value.expected, refused.value.actual) == (1, 31337)


def test_verify_finds_every_difference(lz: LazAI) -> None:
    """No code, other code, another hash."""
    right = lz.deployment[NAME]

    def reasons(**changes: object) -> list[str]:
        changed: Deployed = replace(right, **changes)  # type: ignore[arg-type]
        contracts = {**lz.deployment.contracts, NAME: changed}
        differences = deployment.verify(lz.engine, Deployment(31337, contracts))
        return [each.reason for each in differences if each.name == NAME]

    assert reasons() == []
    assert reasons(address=lz.address) == ["there is no code at the address"]
    assert reasons(address=_create2.DEPLOYER) == ["the code at the address is not that of this package"]
    assert reasons(code_hash=bytes(32)) == ["the code's hash is not the one written down"]


@pytest.fixture
def dependent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package has one more contract, whose constructor is given where the token is."""
    monkeypatch.setattr(deployment, "CONTRACTS", (*deployment.CONTRACTS, SignerWallet))
    monkeypatch.setattr(deployment, "NEEDS", {**deployment.NEEDS, SignerWallet: (DataAnchoringToken,)})


@pytest.mark.usefixtures("dependent")
def test_a_constructor_is_given_contracts_that_come_earlier(empty: LazAI, tmp_path: Path) -> None:
    """Planned, deployed, written down, found and verified as every other."""
    token, wallet = deployment.predicted(DataAnchoringToken), deployment.predicted(SignerWallet)
    assert wallet == _create2.address_of(SignerWallet.creation(token))
    step = deployment.plan(empty.engine, empty.address)[-1]
    assert (step.address, step.is_done) == (wallet, False)

    done = empty.deploy()

    assert (done[SignerWallet.NAME].address, done[SignerWallet.NAME].arguments) == (wallet, (token,))
    assert bytes.fromhex(token[2:]) in empty.engine.code(wallet)
    assert deployment.verify(empty.engine, done) == ()
    assert deployment.find(empty.engine)[SignerWallet.NAME].arguments == (token,)
    assert Deployment.read(done.save(tmp_path)) == done
    assert json.loads(done.text())[SignerWallet.NAME]["arguments"] == [token]


@pytest.mark.usefixtures("dependent")
def test_verify_finds_a_constructor_that_was_given_something_else(empty: LazAI) -> None:
    """Its code alone does not show it: what is compared of that is what every such contract has."""
    done = empty.deploy()
    sent = empty.sender.send(Call(None, SignerWallet.creation(empty.address)))
    assert sent.contract_address is not None
    assert SignerWallet.artifact().is_code(empty.engine.code(sent.contract_address))

    def reasons(**changes: object) -> list[str]:
        changed: Deployed = replace(done[SignerWallet.NAME], **changes)  # type: ignore[arg-type]
        contracts = {**done.contracts, SignerWallet.NAME: changed}
        return [each.reason for each in deployment.verify(empty.engine, Deployment(31337, contracts))]

    assert reasons() == []
    assert reasons(arguments=(empty.address,)) == ["its constructor was not given the contracts of this deployment"]
    assert reasons(address=sent.contract_address) == ["the address is not that of a contract with these arguments"]


def test_what_a_constructor_needs_comes_earlier() -> None:
    """So one pass in order deploys everything."""
    order = list(deployment.CONTRACTS)
    for kind, needed in deployment.NEEDS.items():
        assert all(isinstance(each, int) or order.index(each) < order.index(kind) for each in needed)
    assert all(len(deployment.arguments(kind)) == len(kind.CONSTRUCTOR) for kind in order)


def test_a_wrong_entry_is_replaced_by_what_is_there(lz: LazAI, nothing_sent: NothingSent) -> None:
    """A stale file does not mislead."""
    stale = Deployment(31337, {NAME: replace(lz.deployment[NAME], code_hash=bytes(32), block=99)})

    with nothing_sent(lz):
        done = deployment.deploy_all(lz.sender, known=stale)

    assert done[NAME].code_hash == lz.deployment[NAME].code_hash
    assert done[NAME].block != 99
