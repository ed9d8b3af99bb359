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
from lazai_py.vault import MemoryVault
from scripts import demo
from scripts.digits.report import Result
from scripts.digits.session import run
from scripts.digits.story import Story

pytestmark = pytest.mark.slow

SHARES = {"ada": 1_581, "ben": 1_784, "cleo": 1_609, "dan": 1_611, "eve": 1_650, "finn": 141, "gita": 1_624, "hugo": 0}
# What works bring the class: nine tenths of four fees, rounded up, and a twentieth of a price, rounded down.
WORKS = 4 * 5_000_000_000_000_003 - 2_000_000_000_000_001 + 50_000_000_000_000_000
PAID = {
    "ETH": 190 * 333_333_333_333_333 + 90 * 123_456_789_012_345 + WORKS,
    "tUSD": 111 * 19_000,
}
EARNED = {
    "ETH": {
        "ada": 18_016_373_320_685_318,
        "ben": 20_329_671_096_839_094,
        "cleo": 18_335_448_876_016_874,
        "dan": 18_358_239_987_111_985,
        "eve": 18_802_666_653_466_651,
        "finn": 1_606_773_332_205_332,
        "gita": 18_506_382_209_230_207,
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
HARVESTED = {"ETH": 28_488_888_868_888_866, "tUSD": 421_799}
# What the store sold: by tiers in coins, and in dollars; one buyer was referred.
BOUGHT = {"ETH": 41 * 777_777_777_777_777 + (67 + 53) * 555_555_555_555_557, "tUSD": 131 * 23_003}
REFERRALS = {"ETH": 53 * 555_555_555_555_557 // 20, "tUSD": 0}
# The basis points of the datasets: fifty for each, and the rest by the values of their data.
WEIGHTS = {"ada": 935, "ben": 1_049, "cleo": 951, "dan": 952, "eve": 974, "finn": 129, "gita": 960, "hugo": 50}
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
    with LazAI.local("revm", vault=MemoryVault()) as lz:
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
    """The shares are those of the values; the copy has its original's address in the vault, and came later."""
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


def test_works_become_final_in_all_three_ways(told: Mapping[str, Any]) -> None:
    """Nobody who has a look doubts them: computed again, proven, or bonded and not refuted; one was corrected."""
    names = ("content", "right", "way", "status", "owner")
    assert [tuple(each[name] for name in names) for each in told["works"]] == [
        # The published network errs twice here, and that is what it says.
        ("85152207", 6, "reexecution", "final", "oskar"),
        ("3", 1, "proof", "final", "lena"),
        ("37536190", 8, "fraud", "final", "lena"),
        ("10188105", 8, "fraud", "final", "milo"),
    ]
    for work in told["works"]:
        assert work["svg"].startswith("<svg ")
        assert all(word in work["svg"] for word in (work["content"], work["id"][2:10], "final"))


def test_the_forger_loses_its_bond_and_the_watcher_wins_half_of_it(told: Mapping[str, Any]) -> None:
    """To the wei, in everybody's wallet; the other half is burnt, and what was bonded on the truth went back."""
    books = told["conservation"]["works"]
    fee, price, royalty, bond = 5_000_000_000_000_003, 10**18 + 7, 5 * 10**16, 10**16
    assert books["moved"] == {
        "lena": str(price - royalty + 2_000_000_000_000_001 - 3 * fee),
        "milo": str(-fee - bond),
        "nora": str(bond // 2),
        "oskar": str(-price),
    }
    assert books["burnt"] == books["bonds"] == str(bond - bond // 2)
    operations = {each["name"]: each["times"] for each in told["gas"]}
    assert operations["stake a bond on a content"] == operations["take a bond back"] + 1 == 3
    assert (operations["challenge a content"], operations["a move in a dispute"]) == (1, 6)
    assert operations["the judged step of a dispute"] == operations["correct an overturned work"] == 1


def test_royalty_and_fees_reach_the_contributors(told: Mapping[str, Any]) -> None:
    """Through the inlet and the router into the class, and by claims to every share of it."""
    books = told["conservation"]["works"]
    assert books["settled"] == str(WORKS)
    assert (books["royalty"], books["left"]) == (str(5 * 10**16), "0")
    for name, share in {**SHARES, "DIGITS": 2_500}.items():
        assert abs(Fraction(WORKS * share, 12_500) - int(books["earned"][name])) <= 1
    assert len(books["checks"]) == 12
    assert all(books["checks"].values())


def test_three_generations_are_paid_by_their_terms(told: Mapping[str, Any]) -> None:
    """What buyers paid, less the referral, goes up to the datasets, by the values of their data, to the unit."""
    for account in told["market"]["assets"]:
        classes = {each["name"]: each for each in account["classes"]}
        tuned, model = classes["tuned model"], classes["model"]
        received = BOUGHT[account["symbol"]] - REFERRALS[account["symbol"]]

        assert account["paid"] == str(BOUGHT[account["symbol"]])
        assert account["referral"] == str(REFERRALS[account["symbol"]])
        assert tuned["received"] == str(received)
        assert model["received"] == tuned["parts"]["model"]["got"] == str(received * 4_000 // 10_000)
        for name, bps in WEIGHTS.items():
            assert model["parts"][f"{name}'s data"] == {
                "bps": bps,
                "got": str(int(model["received"]) * bps // 10_000),
            }
            assert classes[f"{name}'s data"]["parts"]["holders"]["got"] == classes[f"{name}'s data"]["received"]
        assert (account["waiting"], len(account["checks"])) == ("0", 7)
        assert all(account["checks"].values())
    assert sum(WEIGHTS.values()) == 6_000
    assert [line.strip().split(" ", 1)[0] for line in told["market"]["lineage"]] == ["10", *map(str, range(1, 10))]


def test_everybody_is_paid_by_one_call_what_was_previewed(told: Mapping[str, Any]) -> None:
    """Contributors for their datasets and for the model, who runs it, who tuned it, and who holds its token."""
    payouts = {each["name"]: each for each in told["market"]["payouts"]}
    operations = {each["name"]: each["times"] for each in told["gas"]}

    assert [each["previewed"] for each in payouts.values()] == [each["paid"] for each in payouts.values()]
    assert len(payouts) == operations["pay out all that is owed"] == 31
    assert [name for name in payouts if not name.startswith(("buyer", "treasury"))] == [
        *SHARES,
        "operator",
        "quin",
        "rosa",
    ]
    assert all(int(amount) for each in payouts.values() for amount in each["paid"].values())
    for account in told["market"]["assets"]:
        classes = {each["name"]: each for each in account["classes"]}
        holders = {name: int(each["parts"]["holders"]["got"]) for name, each in classes.items()}
        for name, share in SHARES.items():
            owed = holders[f"{name}'s data"] + Fraction(holders["model"] * share, 12_500)
            assert abs(owed - int(payouts[name]["paid"][account["symbol"]])) <= 1
    assert all(told["market"]["checks"].values())


def test_both_engines_tell_the_same_story(told: Mapping[str, Any], in_process: Result) -> None:
    """Values, quota and money are the same to the wei on Anvil and on revm."""
    other = in_process.to_json()

    assert other["chain"]["engine"] != told["chain"]["engine"]
    for part in ("network", "contributors", "buyers", "market"):
        assert other[part] == told[part]
    # But for the gas, which the engines count differently for every kind of transaction.
    assert [work | {"gas": 0} for work in other["works"]] == [work | {"gas": 0} for work in told["works"]]
    assert other["conservation"]["works"] == told["conservation"]["works"]
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
