"""Metering: reservations, vouchers and session keys, on the tokens that `scripts.gas.dat` left."""

from __future__ import annotations

from collections.abc import Sequence

from lazai_py._chain.accounts import PrivateKey
from lazai_py._contract.intent import Intent, Sent
from lazai_py.metering import Reservation
from lazai_py.metering.typed_data import NO_CALL, Domain, Session
from lazai_py.metering.vouchers import ReserverSigner, SessionKey, VoucherSigner, grant_session
from scripts.gas.limits import CALLS
from scripts.gas.meter import DAY, METRIC, START, Meter, token_id

VOUCHERS = 100


def measure(m: Meter) -> None:
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
