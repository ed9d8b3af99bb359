"""What an operation may cost at most, and what the like of it costs in the published predecessor."""

from __future__ import annotations

from collections.abc import Mapping

LIMITS: Mapping[str, int] = {
    "createClass": 260_000,
    "mint": 95_000,
    "mintBatch of 100, each": 62_000,
    "recordUsage by the owner": 36_000,
    "recordUsage by an operator": 39_000,
    "recordUsageBatch of 100, each": 13_000,
    "transferToken": 38_000,
    "transferValue": 42_000,
    "settleRevenueETH": 46_000,
    "settleRevenueERC20": 75_000,
    "claim in the native coin, first": 72_000,
    "claim in the native coin, later": 52_000,
    "claimMany of 50 of one owner, later, each": 15_000,
    "reserve": 82_000,
    "redeem": 54_000,
    "release": 44_000,
    "redeem of 100, each": 24_000,
    # --- router ---
    "pay in the native coin, two parents": 102_000,
    "pay in an ERC-20, two parents": 130_000,
    "flow of one hop with three parents, first": 150_000,
    "flow of one hop with three parents": 115_000,
    # --- offering ---
    "deposit, first of a sale": 75_000,
    "deposit": 75_000,
    "deposit in an ERC-20": 75_000,
    "collect, oversubscribed, first of a sale": 75_000,
    "collect, oversubscribed": 75_000,
    "refund": 60_000,
    # --- fraud proofs ---
    "a dispute over 101,632 multiply-adds, both sides": 1_500_000,
    "refuteChunk in a model of 4 MB": 75_000,
    # --- proofs ---
    "verify a validity proof": 260_000,
    # --- works ---
    "commit to a prompt": 46_000,
    "mint a work, 64 + 46 bytes": 95_000,
    "reveal a work, 64 + 46 bytes": 95_000,
    "mint a work, 256 + 2,048 bytes": 150_000,
    "mint a work, re-execution of a 64-32-10 network": 230_000,
    # --- networks ---
    "re-execute 64-32-10": 150_000,
    "re-execute 784-32-10": 350_000,
    "re-execute 784-128-10": 994_157,
    # --- revshare ---
    "transfer of revenue shares, first after a snapshot": 85_000,
    "transfer of revenue shares, again": 40_000,
    "claim of a snapshot": 50_000,
    "claimAll of 10 snapshots": 52_000,
    "claimAll of 100 snapshots": 52_000,
    "burn of revenue shares, first after a snapshot": 80_000,
    "snapshot of revenue shares": 92_000,
    # --- store ---
    "buy with the native coin, two parents, first": 260_000,
    "buy with the native coin, two parents": 260_000,
    "buy that tops up, two parents": 160_000,
    "fill of a whole token": 190_000,
    "fill of a part of the quota": 190_000,
    "claimEverything over 20 positions in 2 assets, first": 900_000,
    "claimEverything over 20 positions in 2 assets, later": 900_000,
}

CALLS = 1_000
"""How many calls one voucher pays for, where gas is told by the call."""

PER_CALL: Mapping[str, tuple[tuple[str, ...], int]] = {
    "redemption": (("redeem of 100, each",), 25),
    "reservation, redemption and release together": (("reserve", "redeem of 100, each", "release"), 150),
}
"""What a paid call off the chain may cost on it at most, and the operations that this is the sum of."""

PREDECESSOR: Mapping[str, str] = {
    "mint": "274,395 to 318,333 (mint through a proof)",
    "recordUsage by the owner": "79,206 to 88,770 (one paid inference settled)",
    "recordUsage by an operator": "79,206 to 88,770 (one paid inference settled)",
    "recordUsageBatch of 100, each": "79,206 to 88,770 (one paid inference settled)",
    "settleRevenueETH": "236,227 (deposit for a node)",
    "transfer of revenue shares, first after a snapshot": "151,470 (the published reference of ERC-7641)",
    "transfer of revenue shares, again": "46,744 (the published reference of ERC-7641)",
    "claim of a snapshot": "70,242 (the published reference of ERC-7641)",
    "claimAll of 10 snapshots": "390,953 (the published reference of ERC-7641)",
    "claimAll of 100 snapshots": "3,560,504 (the published reference of ERC-7641)",
    "burn of revenue shares, first after a snapshot": "232,046 (the published reference of ERC-7641)",
    "snapshot of revenue shares": "68,150 (the published reference of ERC-7641)",
}

CONTRIBUTION = ("createClass", "addProof by the controller", "mint")
PREDECESSOR_CONTRIBUTION = 1_795_925
