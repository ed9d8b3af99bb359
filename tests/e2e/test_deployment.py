"""The deploy script on real chains: the same addresses everywhere, nothing sent twice, differences found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from eth_account import Account

from lazai_py import LazAI, deployment, ether
from lazai_py._chain.anvil import Anvil
from lazai_py._chain.dev import dev_accounts
from lazai_py._create2 import DEPLOYER
from lazai_py._types import keccak, to_address
from tests.e2e.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
NAME, REGISTRY = "DataAnchoringToken", "ServiceRegistry"
PLACES = {kind.NAME: deployment.predicted(kind) for kind in deployment.CONTRACTS}
ADDRESS, REGISTRY_ADDRESS = PLACES[NAME], PLACES[REGISTRY]


def written(folder: Path, chain_id: int) -> dict[str, dict[str, object]]:
    """What a deployment's file says."""
    found: dict[str, dict[str, object]] = json.loads((folder / f"{chain_id}.json").read_text("utf-8"))
    return found


def gas_of_block(node: Anvil, number: int) -> int:
    """What the transactions of a block used."""
    block = node.engine.ask("eth_getBlockByNumber", hex(number), False)
    assert isinstance(block, dict)
    return int(block["gasUsed"], 16)


def keystore(folder: Path) -> Path:
    """A keystore file of an account that holds nothing, with the password 'open'."""
    file = folder / "keystore.json"
    encrypted = Account.encrypt(b"\x11" * 32, "open", kdf="pbkdf2", iterations=1)
    file.write_text(json.dumps(encrypted), "utf-8")
    return file


def test_it_deploys_and_writes_down_what_it_did(anvil: Anvil, run: Run, tmp_path: Path) -> None:
    """Address, block, arguments and the hash of the code that is there now; by the first account of the node."""
    code, said = run("--rpc-url", anvil.url)

    runtimes = {kind: anvil.engine.code(PLACES[kind.NAME]) for kind in deployment.CONTRACTS}
    assert code == 0
    assert said.splitlines() == [
        *(f"{name} {address} block {block} (created)" for block, (name, address) in enumerate(PLACES.items(), 1)),
        f"chain 31337: {tmp_path / '31337.json'}",
    ]
    assert all(kind.artifact().is_code(runtime) for kind, runtime in runtimes.items())
    assert written(tmp_path, 31_337) == {
        kind.NAME: {
            "address": PLACES[kind.NAME],
            "block": block,
            "arguments": list(deployment.arguments(kind)),
            "codeHash": f"0x{keccak(runtime).hex()}",
        }
        for block, (kind, runtime) in enumerate(runtimes.items(), 1)
    }
    assert anvil.engine.nonce(dev_accounts()[0].address) == len(PLACES)


def test_two_chains_have_the_same_addresses(
    anvil: Anvil, network: Anvil, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever deploys, and whatever happened on the chain before."""
    monkeypatch.setenv("LAZAI_KEYSTORE_PASSWORD", "open")
    network.engine.set_balance(to_address(Account.from_key(b"\x11" * 32).address), int(ether(1)))
    network.engine.mine(7)

    assert run("--rpc-url", anvil.url)[0] == 0
    assert run("--rpc-url", network.url, "--keystore", str(keystore(tmp_path)))[0] == 0

    here, there = written(tmp_path, 31_337)[NAME], written(tmp_path, 4_242)[NAME]
    assert here["address"] == ADDRESS
    assert (here.pop("block"), there.pop("block")) == (1, 8)
    assert here == there
    assert run("--rpc-url", network.url, "--verify")[0] == 0


def test_a_second_run_sends_nothing_and_writes_the_same(anvil: Anvil, run: Run, tmp_path: Path) -> None:
    """Nothing is mined, and not a byte of the file differs."""
    run("--rpc-url", anvil.url)
    first = (tmp_path / "31337.json").read_bytes()

    code, said = run("--rpc-url", anvil.url)

    assert code == 0
    assert f"{NAME} {ADDRESS} block 1 (was there)" in said
    assert anvil.engine.block().number == len(PLACES)
    assert (tmp_path / "31337.json").read_bytes() == first


def test_a_contract_that_is_missing_is_added(
    anvil: Anvil, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there stays, as it was written down."""
    with monkeypatch.context() as earlier:
        earlier.setattr(deployment, "CONTRACTS", deployment.CONTRACTS[:1])
        run("--rpc-url", anvil.url)
    token = written(tmp_path, 31_337)[NAME]

    code, said = run("--rpc-url", anvil.url)

    assert code == 0
    assert said.splitlines()[:2] == [
        f"{NAME} {ADDRESS} block 1 (was there)",
        f"{REGISTRY} {REGISTRY_ADDRESS} block 2 (created)",
    ]
    assert written(tmp_path, 31_337)[NAME] == token


def test_an_interrupted_run_is_taken_up(anvil: Anvil, run: Run, tmp_path: Path) -> None:
    """When the contract was created and the file was not written, the file is written as if nothing had happened."""
    run("--rpc-url", anvil.url)
    first = (tmp_path / "31337.json").read_bytes()
    (tmp_path / "31337.json").unlink()
    anvil.engine.mine(20)

    assert run("--rpc-url", anvil.url)[0] == 0

    assert (tmp_path / "31337.json").read_bytes() == first
    assert anvil.engine.block().number == len(PLACES) + 20


def test_a_chain_that_began_anew_is_deployed_to_again(anvil: Anvil, run: Run, tmp_path: Path) -> None:
    """The file of a chain that is gone does not stand in the way."""
    empty = anvil.engine.snapshot()
    run("--rpc-url", anvil.url)
    anvil.engine.revert(empty)
    anvil.engine.mine(4)

    assert run("--rpc-url", anvil.url)[0] == 0

    assert written(tmp_path, 31_337)[NAME]["block"] == 5
    assert anvil.engine.code(ADDRESS)


def test_the_deterministic_deployer_is_put_where_a_local_chain_lacks_it(anvil: Anvil, run: Run) -> None:
    """So the address is the same there too."""
    anvil.engine.set_code(DEPLOYER, b"")

    assert run("--rpc-url", anvil.url)[0] == 0

    assert anvil.engine.code(ADDRESS)


def test_a_dry_run_tells_the_cost_and_sends_nothing(anvil: Anvil, run: Run, tmp_path: Path) -> None:
    """The gas it names for each suffices, the fee is that gas at the price it names, and nothing is written."""
    code, said = run("--rpc-url", anvil.url, "--dry-run")

    assert code == 0
    assert anvil.engine.block().number == 0
    assert list(tmp_path.iterdir()) == []
    steps = deployment.plan(anvil.engine, dev_accounts()[0].address)
    price = anvil.engine.fees().max_fee
    for step, line in zip(steps, said.splitlines()[:-1], strict=True):
        assert line == f"{step.name} {PLACES[step.name]}: gas {step.gas:,}, fee {step.fee}"
        assert int(step.fee) == step.gas * price
    with LazAI.connect(anvil.url, account=dev_accounts()[0]) as lz:
        lz.deploy()
    for number, step in enumerate(steps, start=1):
        assert step.gas * 95 // 100 <= gas_of_block(anvil, number) <= step.gas


def test_a_dry_run_of_what_is_there_costs_nothing(anvil: Anvil, run: Run) -> None:
    """It says so."""
    run("--rpc-url", anvil.url)

    code, said = run("--rpc-url", anvil.url, "--dry-run")

    assert code == 0
    assert said.splitlines()[:-1] == [f"{name} {address}: is there" for name, address in PLACES.items()]
    assert said.splitlines()[-1].startswith("chain 31337: gas 0 at ")


def test_verify_agrees_with_what_was_deployed(anvil: Anvil, run: Run) -> None:
    """The code on the chain is that of the artifact."""
    run("--rpc-url", anvil.url)

    code, said = run("--rpc-url", anvil.url, "--verify")

    assert code == 0
    assert said.splitlines() == [
        f"{name} {address}: the code is that of the artifact" for name, address in PLACES.items()
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda code: code[:-60] + bytes([code[-60] ^ 1]) + code[-59:], "the code at the address is not that of this"),
        (lambda _code: b"", "there is no code at the address"),
    ],
    ids=["one bit", "gone"],
)
def test_verify_fails_when_the_code_differs(anvil: Anvil, run: Run, change: object, reason: str) -> None:
    """By a single bit, or when there is none."""
    run("--rpc-url", anvil.url)
    anvil.engine.set_code(ADDRESS, change(anvil.engine.code(ADDRESS)))  # type: ignore[operator]

    code, said = run("--rpc-url", anvil.url, "--verify")

    assert code == 1
    assert reason in said


def test_verify_without_a_deployment_says_what_to_do(anvil: Anvil, run: Run) -> None:
    """There is nothing to compare with."""
    code, said = run("--rpc-url", anvil.url, "--verify")

    assert code == 1
    assert said.startswith("NotDeployed: DataAnchoringToken is not deployed on chain 31337")


def test_a_network_needs_a_keystore(network: Anvil, run: Run) -> None:
    """An account that a node happens to hold is not taken anywhere but on a local chain."""
    assert run("--rpc-url", network.url) == (
        1,
        "InvalidKey: no account can be made of this: nobody is named to sign on chain 4242. Pass --keystore FILE.",
    )
    assert network.engine.block().number == 0


def test_an_account_without_coins_is_told_before_anything_is_sent(
    network: Anvil, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what it has and needs."""
    monkeypatch.setenv("LAZAI_KEYSTORE_PASSWORD", "open")

    code, said = run("--rpc-url", network.url, "--keystore", str(keystore(tmp_path)))

    assert code == 1
    assert said.startswith("InsufficientFunds: 0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A has 0 ETH and needs 0.0")
    assert network.engine.block().number == 0


@pytest.mark.parametrize("form", ["option", "short", "url", "position", "environment"])
def test_the_endpoint_may_be_named_in_any_of_these_ways(
    form: str, anvil: Anvil, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--rpc-url, --rpc, --url, a bare URL, ETH_RPC_URL."""
    monkeypatch.setenv("ETH_RPC_URL", anvil.url if form == "environment" else "http://127.0.0.1:1")
    arguments = {
        "option": ("--rpc-url", anvil.url),
        "short": ("--rpc", anvil.url),
        "url": ("--url", anvil.url),
        "position": (anvil.url,),
        "environment": (),
    }

    assert run(*arguments[form])[0] == 0
    assert anvil.engine.code(ADDRESS)


def test_as_a_process_it_ends_in_one_clear_line(tmp_path: Path) -> None:
    """Run from anywhere, with no node: exit code 1, the reason and the remedy on standard error."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/deploy.py"), "--rpc-url", "http://127.0.0.1:1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("deploy: no answer from http://127.0.0.1:1: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_brownie_runs_it_on_the_chain_it_is_connected_to(tmp_path: Path) -> None:
    """`brownie run deploy`, without arguments, finds Brownie's own node and writes the same file."""
    chain_id = 1_337
    file = ROOT / deployment.FOLDER / f"{chain_id}.json"
    kept = file.read_bytes() if file.exists() else None
    with Anvil(chain_id=chain_id) as node:
        environment = os.environ | {"BROWNIE_PORT": node.url.rpartition(":")[2], "ETH_RPC_URL": "http://127.0.0.1:1"}
        try:
            done = subprocess.run(
                [str(ROOT / "tools/brownie"), "run", "deploy"],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            assert f"{NAME} {ADDRESS} block 1 (created)" in done.stdout
            assert written(file.parent, chain_id)[NAME]["address"] == ADDRESS
            assert node.engine.code(ADDRESS)
        finally:
            file.unlink(missing_ok=True)
            if kept is not None:
                file.write_bytes(kept)
