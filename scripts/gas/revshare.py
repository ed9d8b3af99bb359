"""The RevShare token: transfers, snapshots, claims, burns, in the native coin, and with an ERC-20 beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lazai_py._chain.engine import Call
from lazai_py._chain.sender import Sender
from lazai_py._contract import codec
from lazai_py._contract.abi import Parameter
from lazai_py._contract.bindings.rev_share_token import RevShareTerms, RevShareToken
from lazai_py._contract.bindings.rev_share_votes_token import RevShareTerms as RevShareVotesTerms
from lazai_py._contract.bindings.rev_share_votes_token import RevShareVotesToken
from lazai_py._types import NATIVE, keccak
from scripts.gas.meter import DAY, START, UNIT, URI, Meter

Terms = TypeVar("Terms")

SUPPLY = 1_000_000 * UNIT
REVENUE = UNIT
PART = SUPPLY // 100


def measure(m: Meter) -> None:
    """Notes the gas of every operation of the token, each in the state that it is usually in."""
    token = RevShareToken(m.engine, m.deploy(RevShareToken.creation(terms(m, RevShareTerms), m.dat.address)))
    world = World(m, token)
    world.measure_transfers()
    world.measure_claims()
    world.measure_burns()
    world.measure_erc20()
    measure_votes(m)


def terms(m: Meter, kind: Callable[..., Terms]) -> Terms:
    """A token of account 1, that accounts 2 to 5 are given a part of."""
    return kind(
        name="Digits",
        symbol="DGT",
        supply=SUPPLY,
        holder=m.accounts[1].address,
        claim_bps=6_000,
        min_interval=60,
        governor=m.accounts[0].address,
        model_commitment=keccak(b"model"),
        model_uri=URI,
        class_id=1,
        revenue_tokens=(),
    )


class World:
    """A token in use: everybody has tokens, and a snapshot was taken and claimed.

    Parameters:
        m: what measures.
        token: the token.
    """

    def __init__(self, m: Meter, token: RevShareToken) -> None:
        self.m = m
        self.token = token
        self.time = START
        for place in range(2, 6):
            m.send(token.transfer(m.accounts[place], 10 * PART), by=1)
        self.earn()
        for place in range(1, 6):
            m.send(token.claim(1), by=place)

    def earn(self, name: str = "") -> None:
        """Revenue in the native coin, and a snapshot of it."""
        self.revenue()
        self.snapshot(name)

    def revenue(self) -> None:
        """A plain send of a round amount, the dearest.

        A claim of a whole number of units has to look at the supply too: the index cannot tell it from just below.
        """
        Sender(self.m.engine, self.m.accounts[0]).send(Call(self.token.address, value=REVENUE))

    def snapshot(self, name: str = "") -> None:
        """A snapshot, after its interval; noted if it has a name."""
        self.time += DAY
        self.m.engine.set_time(self.time)
        if name:
            self.m.record(name, self.token.snapshot())
        else:
            self.m.send(self.token.snapshot())

    def measure_transfers(self) -> None:
        """Between two holders, both of whom a snapshot has counted since they last moved anything."""
        m = self.m
        transfer = self.token.transfer(m.accounts[3], UNIT)
        self.earn("snapshot of revenue shares")
        m.record("transfer of revenue shares, first after a snapshot", transfer, by=2)
        m.record("transfer of revenue shares, again", transfer, by=2)

    def measure_claims(self) -> None:
        """In order, of many snapshots at once by somebody who did nothing between them, and out of order."""
        m, token = self.m, self.token
        m.record("claim of a snapshot", token.claim(2), by=4)
        everything = token.claim_all([NATIVE])
        for place, snapshots in ((4, 10), (5, 100)):
            m.send(everything, by=place)
            for _ in range(snapshots):
                self.earn()
            m.record(f"claimAll of {snapshots} snapshots", everything, by=place)
        self.earn()
        self.earn()
        m.record("claim of a snapshot out of order, first", token.claim(114), by=4)
        m.record("claimAll after that", everything, by=4)

    def measure_burns(self) -> None:
        """With nothing that waits for a snapshot, and with."""
        m = self.m
        burn = self.token.burn(PART)
        m.record("burn of revenue shares, first after a snapshot", burn, by=1)
        m.record("burn of revenue shares, again", burn, by=1)
        self.revenue()
        m.record("burn of revenue shares with unsplit revenue, first", burn, by=1)
        self.revenue()
        m.record("burn of revenue shares with unsplit revenue, again", burn, by=1)

    def measure_erc20(self) -> None:
        """The same with one accepted ERC-20 that brings revenue."""
        m, token = self.m, self.token
        m.record("setRevenueToken", token.set_revenue_token(m.usd, accepted=True))
        for name in ("", "snapshot of revenue shares with an ERC-20"):
            self.mint_usd()
            self.earn(name)
        m.record("claim of a snapshot with an ERC-20, first", token.claim(115), by=4)
        m.record("claimAll with an ERC-20", token.claim_all([NATIVE, m.usd.address]), by=5)
        self.mint_usd()
        m.record("sync of an ERC-20", token.sync(m.usd))
        m.record("burn of revenue shares with an ERC-20", token.burn(PART), by=3)

    def mint_usd(self) -> None:
        """Revenue in the ERC-20."""
        kinds = (Parameter("to", "address"), Parameter("amount", "uint256"))
        arguments = codec.encode(kinds, (self.token.address, REVENUE))
        mint = keccak(b"mint(address,uint256)")[:4]
        Sender(self.m.engine, self.m.accounts[0]).send(Call(self.m.usd.address, mint + arguments))


def measure_votes(m: Meter) -> None:
    """The variant with votes: what a delegation costs, and what it adds to transfers."""
    code = RevShareVotesToken.creation(terms(m, RevShareVotesTerms), m.dat.address)
    token = RevShareVotesToken(m.engine, m.deploy(code))
    m.send(token.transfer(m.accounts[2], 10 * PART), by=1)
    m.record("delegate", token.delegate(m.accounts[1]), by=1)
    m.send(token.delegate(m.accounts[2]), by=2)
    m.record("transfer of delegated revenue shares", token.transfer(m.accounts[2], UNIT), by=1)
