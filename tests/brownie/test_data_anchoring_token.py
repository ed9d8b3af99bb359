"""The life of a class by Brownie's own API: deployed, created, minted, used, settled, claimed."""

from __future__ import annotations

import json

import brownie
from conftest import NATIVE


def test_brownie_compiles_to_the_committed_bytecode(DataAnchoringToken):
    """Brownie, with its own settings, makes the very bytes that the package ships."""
    project = brownie.project.get_loaded_projects()[0]
    artifact = json.loads((project._path / "lazai_py/_contract/artifacts/DataAnchoringToken.json").read_text())
    assert f"0x{DataAnchoringToken.bytecode}" == artifact["bytecode"]


def test_minted_tokens_know_their_class_owner_quota_and_share(dat, dataset, people):
    """What was minted is what the contract says of the token."""
    class_id, token, _ = dataset
    assert dat.classOf(token) == class_id == 1
    assert token == (class_id << 128) + 1
    assert (dat.ownerOf(token), dat.valueOf(token), dat.shareRatioOf(token)) == (people[1], 100, 750)


def test_usage_lowers_the_quota_and_names_the_actor(dat, dataset, people):
    """A recorded use is taken off the quota and can be read in the event."""
    _, token, _ = dataset
    used = dat.recordUsage(token, b"\x22" * 32, 40, {"from": people[1]})
    assert dat.valueOf(token) == 60
    assert used.events["UsageRecorded"]["amount"] == 40
    assert used.events["UsageRecorded"]["actor"] == people[1]


def test_usage_beyond_the_quota_reverts(dat, dataset, people):
    """Not one unit more than the quota can be used."""
    _, token, _ = dataset
    with brownie.reverts():
        dat.recordUsage(token, b"\x22" * 32, 101, {"from": people[1]})
    assert dat.valueOf(token) == 100


def test_native_revenue_is_claimed_by_share(dat, dataset, people):
    """Holders are paid in proportion to their shares, to the wei."""
    class_id, first_token, second_token = dataset
    _, first, second, payer = people
    dat.settleRevenueETH(class_id, {"from": payer, "value": 1_000_000})
    for token, owner, owed in ((first_token, first, 750_000), (second_token, second, 250_000)):
        before = owner.balance()
        assert dat.pendingRevenue(token, NATIVE) == owed
        claimed = dat.claim(token, NATIVE, owner, {"from": payer})
        assert claimed.events["Claimed"]["amount"] == owed
        assert owner.balance() == before + owed
    assert dat.balance() == 0


def test_erc20_revenue_is_claimed_by_share(dat, dataset, people, TestToken):
    """Revenue in an ERC-20 takes the same way as coins."""
    class_id, token, _ = dataset
    _, owner, _, payer = people
    coin = TestToken.deploy("Test dollar", "TUSD", 6, {"from": payer})
    coin.mint(payer, 4_000_000, {"from": payer})
    coin.approve(dat, 4_000_000, {"from": payer})
    dat.settleRevenueERC20(class_id, coin, 4_000_000, {"from": payer})
    dat.claim(token, coin, owner, {"from": owner})
    assert coin.balanceOf(owner) == 3_000_000
    assert coin.balanceOf(dat) == 1_000_000
