"""The command line, run as a process against an Anvil."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lazai_py import LazAI
from lazai_py._chain.anvil import Anvil
from lazai_py._chain.dev import dev_accounts
from lazai_py.deployment import Deployment

ALICE, BOB = (account.address for account in dev_accounts()[1:3])


class Shell:
    """Runs `lazai` against one node, with one vault."""

    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "ETH_RPC_URL": url,
            "LAZAI_VAULT": str(folder / "vault"),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "COLUMNS": "100",
        }

    def __call__(
        self, *arguments: object, stdin: bytes = b"", password: str = ""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command."""
        return subprocess.run(
            [sys.executable, "-c", "from lazai_py.cli import main; main()", *map(str, arguments)],
            env=self.environment | ({"LAZAI_KEYSTORE_PASSWORD": password} if password else {}),
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
        )

    def json(self, *arguments: object) -> Any:
        """Run a command that must succeed and return what it prints as JSON."""
        ran = self("--json", *arguments)
        assert ran.returncode == 0, ran.stderr.decode()
        return json.loads(ran.stdout)

    def refused(self, *arguments: object, password: str = "") -> str:
        """Run a command that must fail and return its one line."""
        ran = self(*arguments, password=password)
        line = ran.stderr.decode()
        assert (ran.returncode, ran.stdout, line.count("\n")) == (1, b"", 1), line
        return line


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    """A shell whose node has the contracts."""
    with Anvil() as anvil:
        with LazAI.connect(anvil.url, dev_accounts()[0]) as lz:
            lz.deploy()
        yield Shell(anvil.url, tmp_path)


def test_a_whole_economy_from_the_shell(shell: Shell) -> None:
    """Created, verified, minted, used, moved, settled, claimed."""
    (shell.folder / "train.csv").write_bytes(b"1,2,3")
    (shell.folder / "terms.json").write_text('{"price": "0.001 ETH"}')

    made = shell.json("class", "create", "--name", "digits", "--data", "train.csv", "--policy", "terms.json")
    assert (made["class"], made["tokens"], made["unit_decimals"]) == (1, 0, 0)
    verified = shell.json("class", "verify", 1)
    assert verified["verified"] is True
    assert [check["what"] for check in verified["checks"]] == ["metadata", "part train.csv", "policy"]

    minted = shell.json("token", "mint", 1, "--to", ALICE.lower(), "--quota", 1000, "--share", 5, "--expires", "30d")
    assert (minted["token"], minted["class"], minted["serial"]) == (str(1 << 128 | 1), 1, 1)
    assert (minted["owner"], minted["quota"], minted["share"]) == (ALICE, "1000", 5)

    used = shell.json("--account", ALICE, "token", "consume", "1/1", 50)
    assert (used["used"], used["quota"]) == ("50", "950")

    assert shell.json("settle", 1, "1.5") == {"class": 1, "settled": "1.5 ETH"}
    owed = shell.json("portfolio", ALICE)
    assert owed["owed"] == {"0x" + "0" * 40: "1.5 ETH"}
    assert [token["serial"] for token in owed["tokens"]] == [1]
    assert shell.json("token", "claim", 1 << 128 | 1)["claimed"] == "1.5 ETH"

    shell.json("settle", 1, "2")
    assert shell.json("claim", ALICE)["claimed"] == {"0x" + "0" * 40: "2 ETH"}
    assert shell.json("--account", ALICE, "token", "transfer", "1/1", BOB)["owner"] == BOB
    assert shell.json("token", "show", "1/1")["owner"] == BOB
    shown = shell.json("class", "show", 1)
    assert (shown["tokens"], shown["total_share"], shown["settled"]) == (1, 5, ["3.5 ETH"])


def test_quota_is_reserved_for_a_service_and_given_back(shell: Shell) -> None:
    """By its owner, until a time; early by the service only, which says where it is."""
    shell("class", "create", "--name", "digits")
    shell("token", "mint", 1, "--to", ALICE, "--quota", 10)
    assert "announced no service" in shell.refused("service", "show", BOB)
    announced = shell.json("--account", BOB, "service", "announce", "https://digits.example")
    assert announced == {"service": BOB, "endpoint": "https://digits.example"}
    shown = shell.json("service", "show", BOB)
    assert (shown["endpoint"], shown["terms"]) == ("https://digits.example", None)

    reserved = shell.json("--account", ALICE, "token", "reserve", "1/1", BOB, 8, "--until", "1d")
    assert (reserved["service"], reserved["reserved"], reserved["redeemed"], reserved["quota"]) == (BOB, "8", "0", "2")
    assert "until=" in shell.refused("--account", ALICE, "token", "release", "1/1", BOB)
    released = shell.json("--account", BOB, "token", "release", "1/1", BOB, "--reserver", ALICE)
    assert (released["returned"], released["quota"]) == ("8", "10")


def test_a_model_is_offered_and_bought(shell: Shell) -> None:
    """An oversubscribed sale and one that fails, from creation to the last coin."""
    shell("class", "create", "--name", "digits")
    terms = ("--name", "Digits", "--symbol", "DIG", "--supply", 100, "--for-sale", 60, "--days", 7)
    made = shell.json("offering", "create", 1, *terms, "--target", "3", "--soft-cap", "1")
    sale = made["offering"]
    quoted = shell.json("--account", ALICE, "offering", "deposit", sale, "6", "--quote")
    assert (quoted["tokens"], quoted["refund"]) == ("60 DIG", "3 ETH")
    assert shell.json("--account", ALICE, "offering", "deposit", sale, "6")["deposited"] == "6 ETH"
    shown = shell.json("offering", "show", sale)
    assert (shown["phase"], shown["raised"], shown["token"]) == ("open", "6 ETH", made["token"])
    assert "ended" in shell.refused("offering", "close", sale)

    other = shell.json("offering", "create", 1, *terms, "--target", "4", "--soft-cap", "2")["offering"]
    shell.json("--account", BOB, "offering", "deposit", other, "1")
    with LazAI.connect(shell.environment["ETH_RPC_URL"]) as lz:
        lz.chain.advance(8 * 24 * 60 * 60)
    assert shell.json("offering", "close", sale)["succeeded"] is True
    collected = shell.json("offering", "collect", sale, ALICE)
    assert collected == {"account": ALICE, "tokens": "60 DIG", "refunded": "3 ETH"}
    assert shell.json("offering", "refund", other, BOB)["refunded"] == "1 ETH"
    assert "offering of this deployment" in shell.refused("offering", "show", made["token"])


def test_results_are_lines_for_people(shell: Shell) -> None:
    """And tables where there are many."""
    shell("class", "create", "--name", "digits")
    shell("token", "mint", 1, "--to", ALICE, "--quota", 7)

    shown = shell("token", "show", "1/1").stdout.decode()
    assert re.search(r"^quota +7$", shown, re.MULTILINE)
    assert re.search(r"^expires at +none$", shown, re.MULTILINE)
    table = shell("portfolio", ALICE).stdout.decode().splitlines()
    assert table[0] == f"{ALICE} holds 1 token and is owed nothing"
    assert table[1].split() == ["class", "serial", "quota", "share", "expires", "owed"]
    assert shell("class", "verify", 1).stdout.decode().startswith("class 1: verified")


def test_a_dry_run_shows_what_would_happen_and_sends_nothing(shell: Shell) -> None:
    """With the events and the cost."""
    shell("class", "create", "--name", "digits")

    ran = shell("--dry-run", "token", "mint", 1, "--to", ALICE)
    assert ran.returncode == 0
    assert b"emits Minted(" in ran.stdout
    planned = shell.json("--dry-run", "token", "mint", 1, "--to", ALICE)
    assert planned["dry_run"] is True
    assert 30_000 < planned["gas"] < 100_000
    assert planned["fee"].endswith(" ETH")
    assert shell.json("class", "show", 1)["tokens"] == 0
    refused = shell.refused("--dry-run", "--account", ALICE, "token", "mint", 1, "--to", BOB)
    assert f"(class_id=1, caller={ALICE})" in refused


def test_a_refusal_is_one_line_and_exit_code_1(shell: Shell) -> None:
    """Before anything is sent, with value and remedy."""
    shell("class", "create", "--name", "digits")
    shell("token", "mint", 1, "--to", ALICE, "--quota", 1)

    assert "class_id=9" in shell.refused("class", "show", 9)
    assert "is not an address" in shell.refused("token", "mint", 1, "--to", "0x12")
    assert "neither the owner of the token" in shell.refused("token", "consume", "1/1", 1)
    assert "available=1, required=2" in shell.refused("--account", ALICE, "token", "consume", "1/1", 2)
    assert "'-1' is not an amount" in shell.refused("--account", ALICE, "token", "consume", "1/1", "--", "-1")
    assert "names no token" in shell.refused("token", "show", "seven")
    assert "neither a while nor a time" in shell.refused("token", "mint", 1, "--to", ALICE, "--expires", "soon")
    assert "no answer from" in shell.refused("--rpc", "http://127.0.0.1:9", "class", "show", 1)
    assert "names no network" in shell.refused("--rpc", "mainnet", "class", "show", 1)
    assert "is no JSON file" in shell.refused("class", "create", "--metadata", "missing.json")
    assert "is not in" in shell.refused("vault", "get", "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e")


def test_a_command_line_that_cannot_be_meant_is_exit_code_2(shell: Shell) -> None:
    """With the usage."""
    for arguments in (["token", "consume", "1/1"], ["class", "show", "one"], ["mine"], ["class", "create"]):
        ran = shell(*arguments)
        assert ran.returncode == 2
        assert b"Usage: " in ran.stderr


def test_changed_content_fails_verification(shell: Shell) -> None:
    """With exit code 1, and the problem in the table."""
    uri = shell.json("class", "create", "--name", "digits")["metadata"]
    [block] = (shell.folder / "vault").rglob(uri.removeprefix("ipfs://"))
    block.write_bytes(b"forged")

    ran = shell("class", "verify", 1)

    assert ran.returncode == 1
    assert b"NOT verified" in ran.stdout


def test_content_is_put_and_got(shell: Shell) -> None:
    """By file, by standard input, to standard output, to a file."""
    (shell.folder / "a.bin").write_bytes(b"hello world")
    cid = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"

    assert shell("vault", "put", "a.bin").stdout.decode() == f"{cid}\n"
    assert shell("vault", "put", "-", stdin=b"hello world").stdout.decode() == f"{cid}\n"
    assert shell("vault", "get", cid).stdout == b"hello world"
    assert shell("vault", "get", f"ipfs://{cid}", "--out", "b.bin").returncode == 0
    assert (shell.folder / "b.bin").read_bytes() == b"hello world"
    assert "cannot be read" in shell.refused("vault", "put", "missing.bin")


def test_a_keystore_signs(shell: Shell) -> None:
    """Opened by the password in the environment."""
    from eth_account import Account

    key = bytes.fromhex("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d")
    (shell.folder / "key.json").write_text(json.dumps(Account.encrypt(key, "secret", kdf="pbkdf2", iterations=2)))
    command = ("--keystore", "key.json", "--json", "class", "create", "--name", "hers")

    ran = shell(*command, password="secret")

    assert json.loads(ran.stdout)["controller"] == ALICE
    assert "does not open" in shell.refused(*command, password="wrong")


def test_on_a_foreign_chain_nothing_is_sent_unasked(tmp_path: Path) -> None:
    """Without --yes, and with nobody to ask; and somebody must be named to sign."""
    with Anvil(chain_id=4242) as anvil:
        shell = Shell(anvil.url, tmp_path)
        signer = ("--account", ALICE)
        assert "no account is named" in shell.refused("deploy")
        assert "nobody is there to ask" in shell.refused(*signer, "deploy")
        assert shell(*signer, "--yes", "deploy").returncode == 0
        assert "nobody is there to ask" in shell.refused(*signer, "class", "create", "--name", "x")
        assert shell(*signer, "-y", "class", "create", "--name", "x").returncode == 0
        assert Deployment.read(tmp_path / "deployments" / "4242.json").chain_id == 4242


def test_contracts_are_deployed_written_down_and_compared(tmp_path: Path) -> None:
    """Planned first; twice is once."""
    with Anvil() as anvil:
        shell = Shell(anvil.url, tmp_path)
        assert "is not deployed" in shell.refused("class", "show", 1)
        planned = shell.json("--dry-run", "deploy")["contracts"]["DataAnchoringToken"]
        assert planned["is_there"] is False
        assert anvil.engine.code(planned["address"]) == b""

        first = shell.json("deploy")
        assert first["contracts"]["DataAnchoringToken"] == planned["address"]
        written = (tmp_path / "deployments" / "31337.json").read_bytes()
        assert shell.json("deploy") == first
        assert (tmp_path / "deployments" / "31337.json").read_bytes() == written
        assert shell.json("deploy", "--verify") == {"chain_id": 31337, "verified": True, "differences": {}}

        anvil.engine.set_code(planned["address"], b"\x00")
        ran = shell("--json", "deploy", "--verify")
        assert ran.returncode == 1
        assert json.loads(ran.stdout)["verified"] is False


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_local_chain_lasts_until_it_is_stopped(tmp_path: Path, end: signal.Signals) -> None:
    """It prints where it is and whose keys are rich, serves, and leaves nothing behind."""
    shell = Shell("", tmp_path)
    command = [sys.executable, "-c", "from lazai_py.cli import main; main()", "--json", "local", "--port", "0"]
    with subprocess.Popen(
        command, env=shell.environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        printed = json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")
        key = printed["keys"][ALICE]
        with LazAI.connect(printed["url"], key) as lz:
            assert lz.address == ALICE
            assert lz.dat.address == printed["contracts"]["DataAnchoringToken"]
        process.send_signal(end)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "stopped\n")
    assert not _answers(printed["url"])


def test_help_is_quick_and_complete(shell: Shell) -> None:
    """Every command is listed."""
    ran = shell("--help")

    assert ran.returncode == 0
    commands = ("local", "deploy", "class", "token", "settle", "portfolio", "claim", "offering", "revshare", "vault")
    for command in commands:
        assert f"\n  {command} " in ran.stdout.decode()


def _answers(url: str) -> bool:
    from lazai_py._errors import NotConnected

    for _ in range(20):
        try:
            LazAI.connect(url).close()
        except NotConnected:
            return False
        time.sleep(0.05)
    return True
