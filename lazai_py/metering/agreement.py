"""What a payer agreed to: one chain, contract, service and class; and the terms of the service's routes."""

from __future__ import annotations

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address
from lazai_py.metering.errors import BadSignature, TermsRefused
from lazai_py.metering.terms import SCHEME, PaymentRequired, Terms
from lazai_py.metering.typed_data import Domain
from lazai_py.metering.vouchers import Reservation, check_signature

_CLASS_SHIFT = 128


class Agreement:
    """Who is paid, for what, out of which reservation; remembers the terms of routes.

    Parameters:
        chain_id, asset: the chain and the token contract.
        reservation: what is paid from.
    """

    def __init__(self, chain_id: int, asset: Address, reservation: Reservation) -> None:
        self.chain_id = chain_id
        self.asset = asset
        self.reservation = reservation
        self.vouchers = Domain.of_dat(chain_id, asset)
        self.receipts = Domain.of_receipts(chain_id, asset)
        self._terms: dict[tuple[str, str], Terms] = {}

    def terms_for(self, method: str, place: str) -> Terms | None:
        """Return the terms of a route, when they are known.

        Parameters:
            method: of the request.
            place: its URL without the query.
        """
        return self._terms.get((method, place))

    def learn(self, method: str, place: str, required: PaymentRequired) -> Terms:
        """Remember the terms of a route, and return them.

        Raises:
            TermsRefused: none of them are for this chain, contract, service and class.
        """
        refused: TermsRefused | None = None
        for terms in required.accepts:
            try:
                self.check(terms)
            except TermsRefused as error:
                refused = refused or error
            else:
                self._terms[method, place] = terms
                return terms
        raise refused or TermsRefused("scheme", SCHEME, "another")

    def check(self, terms: Terms) -> None:
        """Check that terms are for what was agreed.

        Raises:
            TermsRefused: they are not.
        """
        expected = {
            "chain": (self.chain_id, terms.chain_id),
            "contract": (self.asset, terms.asset),
            "service": (self.reservation.service, terms.service),
            "class": (self.reservation.token_id >> _CLASS_SHIFT, terms.class_id),
        }
        for name, (ours, theirs) in expected.items():
            if ours != theirs:
                raise TermsRefused(name, ours, theirs)

    def is_ours(self, voucher: Voucher, signature: bytes) -> bool:
        """Whether a voucher is of this reservation, and signed by its reserver or a session key of it."""
        reservation = self.reservation
        ours = (reservation.token_id, reservation.reserver, reservation.service, reservation.generation)
        if (voucher.token_id, voucher.reserver, voucher.service, voucher.generation) != ours:
            return False
        try:
            check_signature(voucher, signature, self.vouchers)
        except BadSignature:
            return False
        return True
