"""Measures whole transactions on Anvil: a class in use, an asset settled before, every run the same to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.anvil import Anvil
from lazai_py._chain.devrpc import AnvilEngine
from lazai_py._chain.engine import Call
from lazai_py._chain.sender import Sender
from lazai_py._contract import codec
from lazai_py._contract.abi import Parameter
from lazai_py._contract.artifact import Artifact
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Address, Wei, keccak, metric, to_address
from lazai_py.metering import Reservation
from lazai_py.metering.typed_data import NO_CALL, Domain, Session
from lazai_py.metering.vouchers import ReserverSigner, SessionKey, VoucherSigner, grant_session
from scripts.gas.limits import CALLS

TEST_TOKEN = Path(__file__).parents[2] / "tests" / "artifacts" / "TestToken.json"
START = 2_000_000_000
DAY = 86_400
METRIC = metric("inference_calls")
# 59 bytes, as long as an IPFS URI with a CIDv1.
URI = "ipfs://" + "b" * 52
MINTS, CLAIMS, VOUCHERS = 100, 50, 100
UNIT = 10**18


@dataclass
class Meter:
    """A chain, people on it, and the gas of what they did, by the name of the operation."""

    engine: AnvilEngine
    accounts: Sequence[PrivateKey]
    gas: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.engine.ask("anvil_setBlockTimestampInterval", 1)
        self.engine.set_time(START)
        self.dat = DataAnchoringToken(self.engine, self.deploy(DataAnchoringToken.creation()))
        kinds = (Parameter("name", "string"), Parameter("symbol", "string"), Parameter("decimals", "uint8"))
        arguments = codec.encode(kinds, ("US dollar", "USD", 6))
        self.usd = Erc20(self.engine, self.deploy(Artifact.read(TEST_TOKEN).bytecode + arguments))

    def deploy(self, code: bytes) -> Address:
        """Creates a contract; returns where it is."""
        return to_address(Sender(self.engine, self.accounts[0]).send(Call(None, code)).contract_address)

    def send(self, intent: Intent[Sent], by: int = 0) -> int:
        """Sends for the account of that number; returns the gas of the whole transaction."""
        return intent.send(Sender(self.engine, self.accounts[by])).receipt.gas_used

    def record(self, name: str, intent: Intent[Sent], *, by: int = 0, each: int = 1) -> None:
        """Sends, and notes the gas, divided by how many operations it was, rounded up."""
        self.gas[name] = -(-self.send(intent, by) // each)


def measure() -> dict[str, int]:
    """Returns the gas of every operation, by its name, on an Anvil of its own."""
    with Anvil() as anvil:
        meter = Meter(anvil.engine, anvil.accounts)
        measure_classes(meter)
        measure_mints(meter)
        measure_usage(meter)
        measure_transfers(meter)
        measure_settlements(meter)
        measure_claims(meter)
        measure_expiry(meter)
        measure_metering(meter)
        return meter.gas


def token_id(serial: int, class_id: int = 1) -> int:
    """The id of a token."""
    return class_id << 128 | serial


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


def measure_metering(m: Meter) -> None:
    """Account 4 serves; account 1 reserves once, account 3 out of a hundred tokens for a thousand calls each."""
    until = START + 60 * DAY
    reserve = m.dat.reserve(token_id(1), m.accounts[4], 100, until)
    m.record("reserve", reserve, by=1)
    m.record("reserve more of what is reserved", reserve, by=1)
    one = reservation(m, token_id(1), m.accounts[1])
    m.record("redeem", redeem(m, [one], ReserverSigner(m.accounts[1]), 50))
    m.record("redeem by a session key", redeem(m, [one], key_of(m, one), 100))
    m.record("release", m.dat.release(token_id(1), m.accounts[1], m.accounts[4]), by=4)
    m.record("reserve after a release", reserve, by=1)
    m.record("revokeSession", m.dat.revoke_session(m.accounts[6]), by=1)
    tokens = [token_id(107 + place) for place in range(VOUCHERS)]
    for token in tokens:
        m.send(m.dat.reserve(token, m.accounts[4], 2 * CALLS - 10, until), by=3)
    many = [reservation(m, token, m.accounts[3]) for token in tokens]
    m.record("redeem of 100, each", redeem(m, many, ReserverSigner(m.accounts[3]), CALLS), each=VOUCHERS)


def reservation(m: Meter, token: int, reserver: PrivateKey) -> Reservation:
    """What is reserved for the service."""
    amount, _, until, generation = m.dat.reservation_of(token, reserver, m.accounts[4])
    return Reservation(token, reserver.address, m.accounts[4].address, generation, amount, until)


def redeem(m: Meter, reservations: Sequence[Reservation], signer: VoucherSigner, cumulative: int) -> Intent[Sent]:
    """A redemption of one voucher of each reservation."""
    domain = Domain.of_dat(m.engine.chain_id(), m.dat.address)
    vouchers = [
        each.voucher(session=signer.session, metric=METRIC, cumulative=cumulative, call=NO_CALL)
        for each in reservations
    ]
    return m.dat.redeem(vouchers, [signer.sign(voucher, domain) for voucher in vouchers])


def key_of(m: Meter, to: Reservation) -> SessionKey:
    """Account 5 as the session key of account 1."""
    bounds = Session(to.token_id, to.reserver, to.service, to.generation, m.accounts[5].address, to.amount, to.until)
    domain = Domain.of_dat(m.engine.chain_id(), m.dat.address)
    return SessionKey(m.accounts[5], bounds, grant_session(m.accounts[1], bounds, domain))
