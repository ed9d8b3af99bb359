"""The demo as its users run it, with every wei of it accounted for."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from lazai_py import LazAI
from lazai_py._types import NATIVE
from lazai_py.vault import MemoryStore
from scripts import demo
from scripts.digits.report import Result
from scripts.digits.session import run
from scripts.digits.story import Story

pytestmark = pytest.mark.slow

SHARES = {"ada": 1_581, "ben": 1_784, "cleo": 1_609, "dan": 1_611, "eve": 1_650, "finn": 141, "gita": 1_624, "hugo": 0}
PAID = {
    "ETH": 190 * 333_333_333_333_333 + 90 * 123_456_789_012_345,
    "tUSD": 111 * 19_000,
}
EARNED = {
    "ETH": {
        "ada": 9_415_733_320_685_317,
        "ben": 10_624_711_096_839_093,
        "cleo": 9_582_488_876_016_872,
        "dan": 9_594_399_987_111_983,
        "eve": 9_826_666_653_466_650,
        "finn": 839_733_332_205_331,
        "gita": 9_671_822_209_230_206,
        "hugo": 0,
    },
    "tUSD": {
        "ada": 266_746,
        "ben": 300_996,
        "cleo": 271_470,
        "dan": 271_807,
        # A hair under the exact 278,388: the index counts in fractions of two, and rounds down.
        "eve": 278_387,
        "finn": 23_789,
        "gita": 274_001,
        "hugo": 0,
    },
}
# What the network's own token earned, which its holders share.
HARVESTED = {"ETH": 14_888_888_868_888_863, "tUSD": 421_799}
VISITS = [
    ("ivy", "per call", "a paid call each", 150, 150, 0, "BudgetExceeded"),
    ("jack", "in dollars", "a paid call each", 66, 66, 0, "BudgetExceeded"),
    ("ivy", "per call", "a paid call each", 40, 40, 0, "BudgetExceeded"),
    ("jack", "in dollars", "streams of 20", 45, 45, 0, "BudgetExceeded"),
    ("kim", "day pass", "a transaction each", 90, 60, 30, "TokenExpired"),
]
USAGE = [("ivy", 150, 0), ("jack", 66, 0), ("ivy", 40, 0), ("jack", 45, 0), ("kim", 60, 30)]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What the demo wrote with --json, on an Anvil of its own."""
    file = tmp_path_factory.mktemp("demo") / "figures.json"
    assert demo.main("--json", str(file)) == 0
    figures: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return figures


@pytest.fixture(scope="module")
def in_process() -> Result:
    """The same demo on revm."""
    with LazAI.local("revm", store=MemoryStore()) as lz:
        return run(lz, seed=42, story=Story())


def test_every_contributor_earns_its_share_to_the_wei(told: Mapping[str, Any]) -> None:
    """Exactly these amounts, each the exact fraction or less than a unit below it."""
    for symbol, amounts in EARNED.items():
        earned = {each["name"]: int(each["earned"][symbol]) for each in told["contributors"]}
        assert earned == amounts
        for name, share in SHARES.items():
            assert 0 <= Fraction(PAID[symbol] * share, 12_500) - earned[name] <= 1


def test_nothing_appears_and_nothing_is_lost(told: Mapping[str, Any]) -> None:
    """Paid, settled, claimed, left in the contract: for both assets, in figures, not only by the demo's own word."""
    assert told["conservation"]["holds"] is True
    for account in told["conservation"]["assets"]:
        symbol, claimed = account["symbol"], HARVESTED[account["symbol"]] + sum(EARNED[account["symbol"]].values())
        dust = PAID[symbol] - claimed
        assert account["paid"] == account["settled"] == str(PAID[symbol])
        assert account["claimed"] == str(claimed)
        assert account["pending"] == "0"
        assert account["held"] == account["carried"] == str(dust)
        assert 0 <= dust <= 9
        assert len(account["checks"]) == 13
        assert all(account["checks"].values())


def test_quota_runs_out_exactly_when_it_should(told: Mapping[str, Any]) -> None:
    """All that was bought is served and one more is refused; a day later nothing is, and what is unused stays so."""
    names = ("name", "offer", "way", "quota", "served", "unused", "refusal")
    assert [tuple(each[name] for name in names) for each in told["consumers"]] == VISITS
    assert [each["asset"] == NATIVE for each in told["consumers"]] == [True, False, True, False, True]


def test_the_chain_records_exactly_what_was_served(told: Mapping[str, Any]) -> None:
    """By vouchers, by receipts and by the contract's events; a stream of twenty is cut where five are left."""
    quota = told["conservation"]["quota"]
    assert [(each["consumer"], each["recorded"], each["left"]) for each in quota] == USAGE
    assert [each["served"] for each in quota] == [each["recorded"] for each in quota]
    assert [len(each["checks"]) for each in quota] == [2] * 5
    assert all(all(each["checks"].values()) for each in quota)


def test_paid_calls_need_one_transaction_for_all_of_them(told: Mapping[str, Any]) -> None:
    """The gas table counts what is on the chain, and the network that answered is mostly right."""
    operations = {each["name"]: each for each in told["gas"]}
    served = sum(each["served"] for each in told["consumers"])

    assert served == 361
    assert operations["use quota"]["times"] == 60
    assert operations["reserve quota"]["times"] == 4
    assert operations["redeem 4 vouchers at once"]["times"] == 1
    by_voucher = operations["redeem 4 vouchers at once"]["most"] + 4 * operations["reserve quota"]["most"]
    assert by_voucher < 301 * 1_200 < 301 * operations["use quota"]["least"]
    assert operations["mint"]["times"] == operations["settle the native coin"]["times"] + 3 == 6
    assert operations["settle an ERC-20"]["times"] == 2
    assert {"create a class", "mint 8 at once", "claim the native coin", "claim an ERC-20"} < operations.keys()
    assert sum(each["right"] for each in told["consumers"]) / served > 0.9
    assert told["network"]["layers"] == [64, 32, 10]
    assert told["network"]["testAccuracy"] > 0.9


def test_shuffled_and_copied_data_earns_clearly_less(told: Mapping[str, Any]) -> None:
    """The shares are those of the values; the copy has its original's address in the store, and came later."""
    contributors = {each["name"]: each for each in told["contributors"]}

    assert {name: each["share"] for name, each in contributors.items()} == SHARES
    assert contributors["hugo"]["cid"] == contributors["cleo"]["cid"]
    assert contributors["hugo"]["firstAnchored"] == 0
    assert contributors["finn"]["dataValue"] * 10 < contributors["cleo"]["dataValue"]


def test_the_sale_keeps_the_target_and_gives_the_rest_back(told: Mapping[str, Any]) -> None:
    """Twenty buyers want more than twice what there is: each has its part of tokens and money, to the unit."""
    sale = told["conservation"]["sale"]
    deposits = [number * 100_000_000_000_000_003 for number in range(1, 21)]
    raised, target = sum(deposits), 10 * 10**18

    assert sale["raised"] == str(raised)
    assert len(sale["checks"]) == 5
    assert all(sale["checks"].values())
    for buyer, deposit in zip(told["buyers"], deposits, strict=True):
        assert int(buyer["deposited"]) == deposit
        assert int(buyer["refunded"]) == deposit * (raised - target) // raised
        assert int(buyer["tokens"]) == 600_000 * 10**18 * deposit // raised


def test_the_token_splits_what_it_earned_among_its_holders(told: Mapping[str, Any]) -> None:
    """Two snapshots, claims of all, one redemption: in both assets, in figures."""
    supply, custody = 10**24, 250_000 * 10**18 + 9
    for account, symbol in zip(told["conservation"]["token"], ("ETH", "tUSD"), strict=True):
        harvested = HARVESTED[symbol]
        recycled = 6_000 * harvested * custody // (10_000 * supply)
        assert account["harvested"] == str(harvested)
        assert account["recycled"] == str(recycled)
        assert harvested == sum(int(account[name]) for name in ("claimed", "redeemed", "held"))
        assert len(account["checks"]) == 5
        assert all(account["checks"].values())
        for buyer in told["buyers"]:
            tokens = int(buyer["tokens"])
            parts = [6_000 * revenue * tokens // (10_000 * supply) for revenue in (harvested, recycled)]
            assert int(buyer["claimed"][account["symbol"]]) == sum(parts)


def test_it_takes_less_than_a_minute(told: Mapping[str, Any]) -> None:
    """From the first line to the last."""
    assert told["seconds"] < 60


def test_both_engines_tell_the_same_story(told: Mapping[str, Any], in_process: Result) -> None:
    """Values, quota and money are the same to the wei on Anvil and on revm."""
    other = in_process.to_json()

    assert other["chain"]["engine"] != told["chain"]["engine"]
    for part in ("network", "contributors", "buyers"):
        assert other[part] == told[part]
    assert [visit | {"asset": ""} for visit in other["consumers"]] == [
        visit | {"asset": ""} for visit in told["consumers"]
    ]
    for part in ("assets", "token"):
        assert [account["checks"] for account in other["conservation"][part]] == [
            account["checks"] for account in told["conservation"][part]
        ]


def test_without_anvil_it_says_so_and_goes_on_in_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a machine that has none."""
    monkeypatch.setattr("lazai_py._chain.anvil._candidates", lambda: iter(()))
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.delenv("ANVIL", raising=False)

    with demo.open_chain(None, tmp_path, Story()) as lz:
        assert type(lz.engine).__name__ == "RevmEngine"

    assert "There is no Anvil on this machine, so revm runs the chain in this process" in capsys.readouterr().out
