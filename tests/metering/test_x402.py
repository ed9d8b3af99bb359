"""The generic Python client of x402 pays with this scheme."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from x402 import x402Client
from x402.http.clients.httpx import PaymentError, x402AsyncTransport

from lazai_py import LazAI, Token
from lazai_py._types import Address
from lazai_py.metering import DatQuotaScheme, Limits, State
from lazai_py.metering.protocol import PAYMENT_SIGNATURE
from tests.metering.service import URL, Served

INFER = f"{URL}/infer"


@pytest.fixture
def scheme(alice: LazAI, token: Token, service: Address, served: Served) -> DatQuotaScheme:
    """The scheme, paying out of the caller's reservation, at most 3 units for a call."""
    return DatQuotaScheme(alice.metering.payer(token, service, limits=Limits(per_call=3)))


def _client(scheme: DatQuotaScheme, served: Served) -> httpx.AsyncClient:
    client = x402Client()
    client.register(scheme.network, scheme)
    client.set_spend_controls(scheme.spend_controls)  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=x402AsyncTransport(client, served.transport))


def test_the_generic_client_pays_for_a_hundred_calls(scheme: DatQuotaScheme, served: Served) -> None:
    """Each is asked for twice, as that client does, and paid for once."""

    async def run() -> list[str]:
        async with _client(scheme, served) as client:
            return [(await client.post(INFER, json={"input": index})).text for index in range(100)]

    assert asyncio.run(run()) == [f"digit {index % 10}" for index in range(100)]
    assert (served.service.served, served.service.used) == (100, 300)
    paid = [PAYMENT_SIGNATURE in each.headers for each in served.requests("/infer")]
    assert paid == [False, True] * 100


def test_the_receipts_of_the_generic_client_are_on_record(
    scheme: DatQuotaScheme, served: Served, alice: LazAI, token: Token, service: Address
) -> None:
    """Parallel calls are settled one by one, and the sum is what the service counted."""
    payer = alice.metering.payer(token, service)
    scheme = DatQuotaScheme(payer)

    async def run() -> None:
        async with _client(scheme, served) as client:
            await asyncio.gather(*(client.post(INFER, json={"input": index}) for index in range(20)))

    asyncio.run(run())
    assert [each.state for each in payer.budget.log] == [State.SETTLED] * 20
    assert (payer.book.used, payer.book.stated, payer.book.running) == (60, 60, {})


def test_the_generic_client_does_not_pay_more_than_it_may(scheme: DatQuotaScheme, served: Served) -> None:
    """A route that costs up to 10 is above the 3 that a call may cost: x402's own control stops it."""

    async def run() -> None:
        async with _client(scheme, served) as client:
            await client.post(f"{URL}/events")

    with pytest.raises(PaymentError, match="max_amount_per_payment"):
        asyncio.run(run())
    assert served.service.served == 0


def test_terms_that_do_not_name_the_request_are_not_paid(scheme: DatQuotaScheme, served: Served) -> None:
    """A voucher without a request could be used for any."""
    served.service.names_request = False

    async def run() -> None:
        async with _client(scheme, served) as client:
            await client.post(INFER)

    with pytest.raises(PaymentError, match="request"):
        asyncio.run(run())
    assert served.service.highest is None
