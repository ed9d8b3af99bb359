"""The token: classes, mints, usage, transfers, settlements, claims, expiry."""

from __future__ import annotations

from lazai_py._chain.engine import Call
from lazai_py._chain.sender import Sender
from lazai_py._contract import codec
from lazai_py._contract.abi import Parameter
from lazai_py._types import NATIVE, Wei, keccak, to_address
from scripts.gas.limits import CALLS
from scripts.gas.meter import DAY, METRIC, MINTS, START, UNIT, URI, Meter, token_id

CLAIMS = 50


def measure(m: Meter) -> None:
    """Notes the gas of every operation of the token, in the order of its life."""
    measure_classes(m)
    measure_mints(m)
    measure_usage(m)
    measure_transfers(m)
    measure_settlements(m)
    measure_claims(m)
    measure_expiry(m)


def measure_classes(m: Meter) -> None:
    """A second class, so that nothing is written for the first time that is not the class's own."""
    create = m.dat.create_class(URI, keccak(b"data"), 0, URI)
    m.send(create)
    m.record("createClass", create)
    m.record("updateClassMetadata", m.dat.update_class_metadata(2, URI, keccak(b"other")))
    m.record("updateClassPolicy", m.dat.update_class_policy(2, URI))
    m.record("setMinter", m.dat.set_minter(2, m.accounts[1], allowed=True))


def measure_mints(m: Meter) -> None:
    """Tokens 1 and 2 are of accounts 1 and 2, 3 to 6 expire, 7 to 106 are of strangers, 107 to 206 of account 3."""
    m.record("mint, first of a class", m.dat.mint(1, m.accounts[1], 1_000, 500, 0))
    m.record("mint", m.dat.mint(1, m.accounts[2], 1_000, 500, 0))
    expiries = (START + 10 * DAY, START + 20 * DAY, START + 15 * DAY)
    for name, expiry in zip(("mint, first with an expiry", "", "mint with an expiry"), expiries, strict=True):
        m.record(name, m.dat.mint(1, m.accounts[2], 1_000, 500, expiry))
    m.gas.pop("")
    m.record("mint with an expiry that another token has", m.dat.mint(1, m.accounts[2], 1_000, 500, expiries[0]))
    strangers = [to_address(keccak(f"stranger {number}".encode())[:20]) for number in range(MINTS)]
    m.record("mintBatch of 100, each", m.dat.mint_batch(1, strangers, *same(1_000, 500, 0)), each=MINTS)
    m.send(m.dat.mint_batch(1, [m.accounts[3]] * MINTS, *same(2 * CALLS, 500, 0)))


def same(*values: int) -> list[list[int]]:
    """Arrays of a batch, each with one value throughout."""
    return [[value] * MINTS for value in values]


def measure_usage(m: Meter) -> None:
    """Usage by the owner, by its operator, and of a hundred tokens at once."""
    use = m.dat.record_usage(token_id(1), METRIC, 5)
    m.record("recordUsage by the owner", use, by=1)
    m.record("approveForClass", m.dat.approve_for_class(1, m.accounts[5], approved=True), by=1)
    m.record("recordUsage by an operator", use, by=5)
    batch = m.dat.record_usage_batch([token_id(107 + place) for place in range(MINTS)], METRIC, [3] * MINTS)
    m.record("recordUsageBatch of 100, each", batch, by=3, each=MINTS)
    m.record("transferValue", m.dat.transfer_value(token_id(1), token_id(2), 10), by=1)
    m.record("mintValue", m.dat.mint_value(token_id(1), 10))


def measure_transfers(m: Meter) -> None:
    """Whole tokens, by both faces."""
    m.record("transferToken", m.dat.transfer_token(token_id(2), m.accounts[6]), by=2)
    back = m.dat.safe_transfer_from(m.accounts[6], m.accounts[2], token_id(2), 1, b"")
    m.record("safeTransferFrom", back, by=6)
    m.record("addProof by the controller", m.dat.add_proof(token_id(1), METRIC, URI, b""))


def measure_settlements(m: Meter) -> None:
    """The first of an asset, the usual one, and one after the members changed."""
    native, usd = m.dat.settle_revenue_eth(1, pay=Wei(UNIT)), m.dat.settle_revenue_erc20(1, m.usd, UNIT)
    fund_usd(m)
    m.record("settleRevenueETH, first of a class", native)
    m.record("settleRevenueETH", native)
    m.send(m.dat.mint(1, m.accounts[1], 1_000, 500, 0))
    m.record("settleRevenueETH after a mint", native)
    m.record("settleRevenueERC20, first of a class", usd)
    m.record("settleRevenueERC20", usd)


def fund_usd(m: Meter) -> None:
    """Gives the payer the ERC-20, and the contract its permission."""
    mint = keccak(b"mint(address,uint256)")[:4]
    arguments = codec.encode((Parameter("to", "address"), Parameter("amount", "uint256")), (m.accounts[0], 10**30))
    Sender(m.engine, m.accounts[0]).send(Call(m.usd.address, mint + arguments))
    m.send(m.usd.approve(m.dat, 2**256 - 1))


def measure_claims(m: Meter) -> None:
    """Alone and by the fifty; the first claim of a token writes where it stands, later ones move it."""
    again = m.dat.settle_revenue_eth(1, pay=Wei(UNIT))
    claim = m.dat.claim(token_id(1), NATIVE, m.accounts[1])
    m.record("claim in the native coin, first", claim, by=1)
    m.send(again)
    m.record("claim in the native coin, later", claim, by=1)
    claim = m.dat.claim(token_id(1), m.usd, m.accounts[1])
    m.record("claim in an ERC-20, first", claim, by=1)
    m.send(m.dat.settle_revenue_erc20(1, m.usd, UNIT))
    m.record("claim in an ERC-20, later", claim, by=1)
    of_one = m.dat.claim_many([token_id(107 + place) for place in range(CLAIMS)], NATIVE)
    of_fifty = m.dat.claim_many([token_id(7 + place) for place in range(CLAIMS)], NATIVE)
    for intent, owners in ((of_one, "of one owner"), (of_fifty, "of 50 owners")):
        m.record(f"claimMany of 50 {owners}, first, each", intent, each=CLAIMS)
        m.send(again)
        m.record(f"claimMany of 50 {owners}, later, each", intent, each=CLAIMS)
    m.record("claimAndTransfer", m.dat.claim_and_transfer(token_id(2), [NATIVE], m.accounts[6]), by=2)


def measure_expiry(m: Meter) -> None:
    """After the first deadlines passed."""
    again = m.dat.settle_revenue_eth(1, pay=Wei(UNIT))
    m.send(again)
    m.engine.set_time(START + 12 * DAY)
    m.record("settleRevenueETH after an expiry", again)
    m.record("pokeExpired", m.dat.poke_expired([token_id(3)]))
    m.record("claim of an expired token, first", m.dat.claim(token_id(6), NATIVE, m.accounts[2]), by=2)
    m.record("sync of one deadline", m.dat.sync(1, 1))
