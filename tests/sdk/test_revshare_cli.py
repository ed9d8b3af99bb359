"""`lazai revshare`, run as a process against an Anvil."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lazai_py import LazAI, ether
from lazai_py._chain.dev import dev_accounts
from lazai_py._chain.engine import Call
from lazai_py.erc20 import Erc20Asset
from lazai_py.revshare import RevShare, RevShareTerms
from tests.sdk.conftest import deploy_token
from tests.sdk.test_cli import ALICE, BOB, Shell, shell

__all__ = ["shell"]

NATIVE_NAME = "0x" + "0" * 40


@pytest.fixture
def lz(shell: Shell) -> Iterator[LazAI]:
    """The first account of the shell's node."""
    with LazAI.connect(shell.environment["ETH_RPC_URL"], dev_accounts()[0]) as connected:
        yield connected


@pytest.fixture
def usdc(lz: LazAI) -> Erc20Asset:
    """An ERC-20 of which the first account has a million."""
    return deploy_token(lz, "USDC", 6, fund=(lz,))


@pytest.fixture
def token(lz: LazAI, usdc: Erc20Asset) -> RevShare:
    """A token that Alice holds, which may be split at any time."""
    terms = RevShareTerms(
        name="Digits",
        symbol="DGT",
        supply=1_000,
        claim_percent=60,
        min_interval=0,
        holder=ALICE,
        revenue_tokens=[usdc.address],
    )
    return lz.revshare.create(terms)


def test_a_life_of_a_token_from_the_shell(shell: Shell, lz: LazAI, token: RevShare, usdc: Erc20Asset) -> None:
    """Shown, fed, split, claimed, redeemed."""
    shown = shell.json("revshare", "show", token.address.lower())
    assert (shown["token"], shown["supply"], shown["claim_percent"]) == (token.address, "1000 DGT", "60")
    assert (shown["snapshots"], shown["governor"], shown["revenue_tokens"]) == (0, None, [usdc.address])

    usdc.transfer(token, usdc.amount(5))
    lz.sender.send(Call(token.address, value=ether(1).raw))
    assert shell.json("revshare", "sync", token.address, usdc.address)["booked"] == "5 USDC"
    assert shell.json("revshare", "snapshot", token.address) == {"token": token.address, "snapshot": 1}

    history = shell.json("revshare", "history", token.address, ALICE)
    [row] = history["snapshots"]
    assert (history["account"], row["id"], row["balance"], row["claimed"]) == (ALICE, 1, "1000 DGT", False)
    assert row["claimable"] == {NATIVE_NAME: "0.6 ETH", usdc.address: "3 USDC"}

    quoted = shell.json("revshare", "redeem", token.address, "250", "--quote")
    assert quoted["pays"] == {NATIVE_NAME: "0.1 ETH", usdc.address: "0.5 USDC"}
    redeemed = shell.json("--account", ALICE, "revshare", "redeem", token.address, 250, "--at-least", "0.1")
    assert (redeemed["burnt"], redeemed["paid"], redeemed["owed"]) == ("250 DGT", quoted["pays"], {})

    claimed = shell.json("revshare", "claim", token.address, ALICE)
    assert claimed["claimed"] == {NATIVE_NAME: "0.6 ETH", usdc.address: "3 USDC"}
    assert shell.json("revshare", "claim", token.address, ALICE)["claimed"] == {}


def test_one_snapshot_is_claimed_to_somewhere(shell: Shell, lz: LazAI, token: RevShare) -> None:
    """By the account that is owed."""
    lz.sender.send(Call(token.address, value=ether(1).raw))
    shell("revshare", "snapshot", token.address)

    claimed = shell.json("--account", ALICE, "revshare", "claim", token.address, "--snapshot", 1, "--to", BOB)

    assert claimed["claimed"] == {NATIVE_NAME: "0.6 ETH"}
    table = shell("--account", ALICE, "revshare", "history", token.address, "--last", 1).stdout.decode().splitlines()
    assert table[0] == f"1 snapshot, of which {ALICE} can claim nothing"
    assert table[2].endswith("claimed")


def test_revenue_of_positions_is_pulled_from_the_shell(shell: Shell, lz: LazAI, token: RevShare) -> None:
    """By anybody."""
    cls = lz.dat.create_class({"name": "digits"})
    cls.mint(token, share=1)
    cls.settle(ether(2))

    assert shell.json("revshare", "harvest", token.address)["harvested"] == {NATIVE_NAME: "2 ETH"}


def test_refusals_of_tokens_are_one_line(shell: Shell, lz: LazAI, token: RevShare) -> None:
    """Before anything is sent, with value and remedy; a dry run sends nothing either."""
    lz.sender.send(Call(token.address, value=ether(1).raw))

    assert "snapshot_id=1" in shell.refused("revshare", "claim", token.address, ALICE, "--snapshot", 1)
    refused = shell.refused("--account", ALICE, "revshare", "redeem", token.address, 1, "--at-least", "0.01")
    assert "would pay 0.0004 ETH and at least 0.01 ETH was asked for" in refused
    assert "is not an amount" in shell.refused("revshare", "redeem", token.address, "many", "--quote")
    assert "is not deployed" in shell.refused("revshare", "show", BOB)
    planned = shell("--dry-run", "revshare", "snapshot", token.address).stdout.decode()
    assert "emits SnapshotTaken(snapshot_id=1" in planned
    assert shell.json("revshare", "show", token.address)["snapshots"] == 0
