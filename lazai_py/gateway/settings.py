"""Who serves, and within which bounds."""

from __future__ import annotations

from dataclasses import dataclass, field

from lazai_py._chain.accounts import Signer
from lazai_py._types import Address, metric
from lazai_py.metering.typed_data import Domain


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Who serves, and what it is paid with.

    Parameters:
        account: the service's key: vouchers name its address, and it signs the receipts.
        chain_id, dat: the chain, and the token contract on it.
        class_id: the class whose quota pays.
        metric_name: what is used, such as `inference_calls`; vouchers carry its hash.
        unit: the class's word for one unit of usage.
        unit_decimals: the digits after the point that a unit has, 0 to 255.
    """

    account: Signer
    chain_id: int
    dat: Address
    class_id: int
    metric_name: str
    unit: str
    unit_decimals: int = 0
    metric: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "metric", metric(self.metric_name))

    @property
    def address(self) -> Address:
        """The service's address."""
        return self.account.address

    @property
    def vouchers(self) -> Domain:
        """The domain of the vouchers that pay."""
        return Domain.of_dat(self.chain_id, self.dat)

    @property
    def receipts(self) -> Domain:
        """The domain of the receipts."""
        return Domain.of_receipts(self.chain_id, self.dat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The gateway's bounds. Times are seconds, sizes are bytes.

    Parameters:
        body: the largest request body.
        call: how long one call may run.
        notice: how long a voucher must stay redeemable when it is taken; more than `call` and the time that the
            redeemer needs.
        stored_answer: the largest answer that is kept, so that a retry gets it again; 0 keeps none.
        answer_age: for how long it is kept.
        poll: how often the chain is asked for a new block.
        stale: without an answer of the chain for so long, nothing is served.
        lookups: how many unknown reservations are looked up on the chain, each second, for all callers together;
            a single reserver gets a tenth of them.
        lease: after how long without a sign of life the calls of a gateway process count as interrupted.
    """

    body: int = 1024 * 1024
    call: int = 60
    notice: int = 300
    stored_answer: int = 16 * 1024
    answer_age: int = 600
    poll: float = 1.0
    stale: float = 30.0
    lookups: int = 50
    lease: float = 10.0
