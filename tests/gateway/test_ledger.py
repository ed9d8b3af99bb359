"""The ledger, on SQLite and PostgreSQL: nothing is served beyond the credit, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address, keccak, to_address
from lazai_py.gateway.database import Database
from lazai_py.gateway.errors import LedgerUnavailable, Refused, WrongLedger
from lazai_py.gateway.ledger import Ledger
from lazai_py.gateway.records import Answer, Claim, Ending, Key, Promise, Record, State
from lazai_py.metering.protocol import Code

RESERVER: Address = to_address("0x" + "11" * 20)
SERVICE: Address = to_address("0x" + "22" * 20)
KEY = Key(bytes(32), 2**255 + 7, RESERVER, 1)
SECONDS = 20
BIG = 2**96 - 1


@contextmanager
def opened(url: str, *, lease: float = 10.0) -> Iterator[Ledger]:
    """A ledger of the service."""
    ledger = Ledger(Database(url), "the service", lease=lease)
    ledger.open()
    try:
        yield ledger
    finally:
        ledger.close()


@pytest.fixture
def ledger(database: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with opened(database) as ledger:
        yield ledger


def claim(number: int, cumulative: int, amount: int = 3, *, reserved: int = 100, redeemed: int = 0) -> Claim:
    """A claim whose voucher is known by a number."""
    digest = keccak(number.to_bytes(32))
    voucher = Voucher(
        token_id=KEY.token_id,
        reserver=RESERVER,
        service=SERVICE,
        session=RESERVER,
        generation=1,
        metric=bytes(32),
        cumulative=cumulative,
        deadline=2**64 - 1,
        call=digest,
    )
    return Claim(KEY, Promise(digest, voucher, b"signature", 2**40 - 1), amount, digest, reserved, redeemed, 2**40 - 1)


def ending(units: int, answer: Answer | None = None) -> Ending:
    """The end of a call."""
    return Ending(units, keccak(b"answer"), False, 1_800_000_000, answer)


def accept(ledger: Ledger, asked: Claim) -> Record | None:
    """Take a call."""
    return ledger.accept(asked).result(SECONDS)


def finish(ledger: Ledger, asked: Claim, units: int) -> Record:
    """End a call."""
    return ledger.finish(asked.key, asked.promise.digest, ending(units)).result(SECONDS)


def refusal(future: Future[Record | None]) -> tuple[Code, int | None]:
    """Why a call was not taken, and what is missing."""
    with pytest.raises(Refused) as refused:
        future.result(SECONDS)
    return refused.value.code, refused.value.missing


def test_a_call_holds_its_amount_and_gives_back_what_it_did_not_use(ledger: Ledger) -> None:
    """3 held, 1 used: 2 are credit again."""
    assert accept(ledger, claim(1, 3)) is None
    assert refusal(ledger.accept(claim(2, 3))) == (Code.CREDIT_SHORT, 3)
    record = finish(ledger, claim(1, 3), 1)
    assert (record.state, record.used, record.ending.units) == (State.DONE, 1, 1)
    assert refusal(ledger.accept(claim(2, 3))) == (Code.CREDIT_SHORT, 1)
    assert accept(ledger, claim(2, 4)) is None


def test_a_lower_voucher_pays_when_the_credit_covers_it(ledger: Ledger) -> None:
    """Vouchers may come out of order."""
    assert accept(ledger, claim(2, 6)) is None
    assert accept(ledger, claim(1, 3)) is None
    assert refusal(ledger.accept(claim(3, 6))) == (Code.CREDIT_SHORT, 3)


def test_a_refused_call_shows_the_highest_voucher(ledger: Ledger) -> None:
    """A caller that has lost its books sees by its own signature how far it has promised."""
    accept(ledger, claim(1, 3))
    accept(ledger, claim(2, 7, 4))
    with pytest.raises(Refused) as refused:
        accept(ledger, claim(3, 3))
    assert refused.value.highest == (claim(2, 7).promise.voucher, b"signature")


def test_a_voucher_above_the_reservation_is_refused(ledger: Ledger) -> None:
    """Whatever the credit is."""
    assert refusal(ledger.accept(claim(1, 101))) == (Code.RESERVATION_SHORT, 1)


def test_a_voucher_is_taken_once(ledger: Ledger) -> None:
    """The second time its record comes back, running or done."""
    asked = claim(1, 3)
    accept(ledger, asked)
    again = accept(ledger, asked)
    assert again is not None
    assert again.state is State.RUNNING
    finish(ledger, asked, 2)
    done = accept(ledger, asked)
    assert done is not None
    assert (done.state, done.used, done.request) == (State.DONE, 2, asked.request)


def test_of_many_with_one_voucher_one_is_served(ledger: Ledger, database: str) -> None:
    """Two processes, 40 threads, one digest."""
    with opened(database) as other, ThreadPoolExecutor(40) as pool:
        taken = list(pool.map(lambda n: accept((ledger, other)[n % 2], claim(1, 3)), range(40)))
    assert taken.count(None) == 1


def test_of_many_with_the_same_credit_as_many_are_served_as_it_covers(ledger: Ledger, database: str) -> None:
    """Two processes, 40 different vouchers over 15 units, three units each: five calls."""

    def try_one(number: int) -> bool:
        try:
            return accept((ledger, other)[number % 2], claim(number, 15)) is None
        except Refused:
            return False

    with opened(database) as other, ThreadPoolExecutor(40) as pool:
        served = sum(pool.map(try_one, range(40)))
    standing = ledger.standing(KEY)
    assert standing is not None
    assert (served, standing.held, standing.highest) == (5, 15, 15)


def test_sums_as_large_as_the_chain_has_them_are_kept_exactly(ledger: Ledger) -> None:
    """2**96 - 1 units of token 2**255 + 7."""
    asked = claim(1, BIG, BIG, reserved=BIG)
    accept(ledger, asked)
    finish(ledger, asked, BIG - 1)
    standing = ledger.standing(KEY)
    assert standing is not None
    assert (standing.used, standing.highest, standing.held, standing.key.token_id) == (BIG - 1, BIG, 0, 2**255 + 7)


def test_what_another_ledger_redeemed_is_used_up(ledger: Ledger) -> None:
    """A ledger that was lost, or belongs to another gateway, has served what the chain has paid."""
    assert refusal(ledger.accept(claim(1, 12, redeemed=10))) == (Code.CREDIT_SHORT, 1)
    assert accept(ledger, claim(2, 13, redeemed=10)) is None
    standing = ledger.standing(KEY)
    assert standing is not None
    assert standing.used == 10


def test_an_answer_is_kept_for_a_retry(ledger: Ledger) -> None:
    """Status, headers and body, byte for byte."""
    asked, answer = claim(1, 3), Answer(201, ((b"x-name", b"\xe4"),), b"\x00\xff")
    accept(ledger, asked)
    ledger.finish(asked.key, asked.promise.digest, ending(3, answer)).result(SECONDS)
    found = ledger.find(asked.promise.digest)
    assert found is not None
    assert found[1] == answer
    assert ledger.find(bytes(32)) is None


def test_the_calls_of_a_dead_process_are_interrupted_and_may_be_presented_again(database: str) -> None:
    """They used nothing, what they held is credit, and the late answer of the dead is not charged."""
    with opened(database, lease=0.4) as ledger:
        with opened(database, lease=0.4) as dying:
            asked = claim(1, 3)
            accept(dying, asked)
            # A process that is stopped gives no sign of life, and then comes back.
            assert dying._written is not None
            dying._written._closed.set()
            dying._written._beating.join()
            while (found := ledger.find(asked.promise.digest)) and found[0].state is State.RUNNING:
                pass
            assert accept(ledger, asked) is None
            late = finish(dying, asked, 3)
        record = finish(ledger, asked, 2)
        standing = ledger.standing(KEY)
    assert late.state is State.INTERRUPTED
    assert (record.used, standing and standing.held) == (2, 0)


def test_a_closing_voucher_is_over_what_was_used(ledger: Ledger) -> None:
    """Not while a call runs, and not over another sum."""
    accept(ledger, claim(1, 3))
    with pytest.raises(Refused):
        ledger.close_account(claim(2, 3)).result(SECONDS)
    finish(ledger, claim(1, 3), 2)
    with pytest.raises(Refused):
        ledger.close_account(claim(2, 3)).result(SECONDS)
    assert ledger.close_account(claim(2, 2)).result(SECONDS) == 2


def test_a_ledger_belongs_to_one_service(ledger: Ledger, database: str) -> None:
    """Another service's gateway does not start with it."""
    other = Ledger(Database(database), "another service")
    with pytest.raises(WrongLedger):
        other.open()
    other.database.close()


def test_a_database_that_is_not_there_is_a_typed_error() -> None:
    """It names no password and no driver."""
    ledger = Ledger(Database("sqlite:////nowhere/at/all/ledger.db"), "the service")
    with pytest.raises(LedgerUnavailable):
        ledger.open()
