"""`lazai store` and `lazai pay`, run as processes against an Anvil."""

from __future__ import annotations

import json

from eth_account import Account

from tests.sdk.test_cli import ALICE, BOB, Shell, shell

__all__ = ["shell"]

ALICES_KEY = bytes.fromhex("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d")
FIRST, SECOND = (str((1 << 128) + serial) for serial in (1, 2))


def test_quota_is_offered_bought_listed_and_paid_out(shell: Shell) -> None:
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

    keystore = json.dumps(Account.encrypt(ALICES_KEY, "open", kdf="pbkdf2", iterations=1))
    (shell.folder / "key.json").write_text(keystore)
    listing = ("store", "list", SECOND, "0.5", "listing.json", "--quota", 2)
    assert shell("--keystore", "key.json", *listing, password="open").returncode == 0
    filled = shell.json("--account", BOB, "store", "fill", "listing.json", "--quota", 1, "--into", FIRST)
    assert (str(filled["token"]), filled["paid"], filled["royalty"]) == (SECOND, "0.25 ETH", "0 ETH")

    assert shell.json("store", "close", 1) == {"closed": 1}
    assert "Buy from another offer" in shell.refused("store", "buy", 1, 1)


def test_a_keeper_pays_for_a_tip(shell: Shell) -> None:
    """Nothing where the account gives none."""
    shell("class", "create", "--name", "digits")
    shell("token", "mint", 1, "--to", BOB, "--share", 1)
    shell("settle", 1, "1")
    assert shell.json("pay", BOB, "--tip") == {"account": BOB, "tip": "0 ETH"}
