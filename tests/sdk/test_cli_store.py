"""`lazai store` and `lazai pay`, run as processes against an Anvil."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from eth_account import Account

from lazai_py import LazAI
from lazai_py._chain.dev import dev_accounts
from tests.bindings.auth_token import AuthToken
from tests.sdk.conftest import deploy_signed, deploy_token
from tests.sdk.test_cli import ALICE, BOB, Shell, shell

__all__ = ["shell"]

ALICES_KEY = bytes.fromhex("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d")
Signing = Callable[..., Any]
FIRST, SECOND = (str((1 << 128) + serial) for serial in (1, 2))


@pytest.fixture
def keystore(shell: Shell) -> Signing:
    """Runs commands as Alice, whose key is in a file."""
    (shell.folder / "key.json").write_text(json.dumps(Account.encrypt(ALICES_KEY, "open", kdf="pbkdf2", iterations=1)))

    def run(*arguments: object) -> Any:
        ran = shell("--json", "--keystore", "key.json", *arguments, password="open")
        assert ran.returncode == 0, ran.stderr.decode()
        return json.loads(ran.stdout)

    return run


def test_quota_is_offered_bought_listed_and_paid_out(shell: Shell, keystore: Signing) -> None:
    """From the offer to the holder's payout, and a resale by a file."""
    shell("class", "create", "--name", "digits")
    shell("token", "mint", 1, "--to", BOB, "--share", 1)

    made = shell.json("store", "offer", 1, "0.25", "--supply", 100, "--days", 30)
    assert (made["offer"], made["prices"], made["left"]) == (1, {"1": "0.25 ETH"}, "100")
    bought = shell.json("--account", ALICE, "store", "buy", 1, 4)
    assert (str(bought["token"]), bought["serial"]) == (SECOND, 2)
    assert [each["left"] for each in shell.json("store", "show", 1)["offers"]] == ["96"]

    planned = shell("--dry-run", "pay", BOB).stdout.decode()
    assert planned.startswith(f"{BOB} would get 1 ETH\n  1 Data Anchoring Token")
    assert list(shell.json("pay", BOB)["received"].values()) == ["1 ETH"]
    assert shell.json("pay", BOB)["claims"] == []
    assert shell.json("pay", BOB)["would_receive"] == {}

    assert keystore("store", "list", SECOND, "0.5", "listing.json", "--quota", 2) == {"listing": "listing.json"}
    filled = shell.json("--account", BOB, "store", "fill", "listing.json", "--quota", 1, "--into", FIRST)
    assert (str(filled["token"]), filled["paid"], filled["royalty"]) == (SECOND, "0.25 ETH", "0 ETH")

    assert shell.json("store", "close", 1) == {"closed": 1}
    assert "Buy from another offer" in shell.refused("store", "buy", 1, 1)


def test_an_erc20_is_paid_by_signatures(shell: Shell, keystore: Signing) -> None:
    """A permit, a purchase that Bob sends, and what a token without either says."""
    shell("class", "create", "--name", "digits")
    with LazAI.connect(shell.environment["ETH_RPC_URL"], dev_accounts()[0]) as lz:
        auth = deploy_signed(lz, AuthToken.creation(), fund=(lz.as_account(ALICES_KEY),))
        usdc = deploy_token(lz, "USDC", 6, fund=())
    for asset in (auth, usdc):
        assert shell.json("store", "offer", 1, 2, "--supply", 100, "--asset", asset.address)["left"] == "100"

    assert str(keystore("store", "buy", 1, 3, "--permit", "--to", BOB)["token"]) == FIRST
    assert "takes no permits" in shell.refused(
        "--keystore", "key.json", "store", "buy", 2, 1, "--permit", password="open"
    )
    assert "nobody signs here" in shell.refused("--account", ALICE, "store", "buy", 1, 1, "--permit")

    sign = ("store", "sign-purchase", 1, 5, "purchase.json", "--top-up", FIRST)
    assert keystore("--dry-run", *sign)["dry_run"] is True
    assert not (shell.folder / "purchase.json").exists()
    assert keystore(*sign)["cost"] == "10 AUTH"
    relayed = shell.json("--account", BOB, "store", "relay", "purchase.json")
    assert (str(relayed["token"]), shell.json("token", "show", "1/1")["quota"]) == (FIRST, "8")
    assert "good once" in shell.refused("--account", BOB, "store", "relay", "purchase.json")


def test_trials_and_listings_go_by_files(shell: Shell, keystore: Signing) -> None:
    """Signed by the controller and given out by anyone; signed by a seller and taken back."""
    keystore("class", "create", "--name", "digits")
    keystore("store", "offer", 1, "0.5", "--supply", 10, "--trial", 2)
    assert keystore("store", "sign-trial", 1, BOB, "trial.json")["account"] == BOB
    taken = shell.json("store", "take-trial", "trial.json")
    assert (str(taken["token"]), shell.json("token", "show", "1/1")["owner"]) == (FIRST, BOB)
    assert "one trial" in shell.refused("store", "take-trial", "trial.json")

    mine = keystore("store", "buy", 1, 1)["token"]
    keystore("store", "list", mine, "0.5", "listing.json")
    assert keystore("store", "cancel", "listing.json") == {"cancelled": "listing.json"}
    assert "took this one back" in shell.refused("--account", BOB, "store", "fill", "listing.json")
    (shell.folder / "noise.json").write_bytes(b"\xff")
    assert "missing.json cannot be read" in shell.refused("store", "fill", "missing.json")
    assert "noise.json is no text" in shell.refused("store", "relay", "noise.json")
    assert "this is no Trial" in shell.refused("store", "take-trial", "key.json")
    unwritable = ("--keystore", "key.json", "store", "sign-trial", 1, BOB, "nowhere/trial.json")
    assert "cannot be written" in shell.refused(*unwritable, password="open")


def test_a_keeper_pays_for_a_tip(shell: Shell) -> None:
    """Nothing where the account gives none."""
    shell("class", "create", "--name", "digits")
    shell("token", "mint", 1, "--to", BOB, "--share", 1)
    shell("settle", 1, "1")
    assert shell.json("pay", BOB, "--tip") == {"account": BOB, "tip": "0 ETH"}
