"""Signed orders for whole tokens and slices of quota, as values that travel as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lazai_py._contract.bindings.dat_exchange import Order
from lazai_py._types import Amount, Units
from lazai_py.market import texts

ORDER_TYPES = {
    "Order": [
        {"name": "seller", "type": "address"},
        {"name": "tokenId", "type": "uint256"},
        {"name": "quantity", "type": "uint256"},
        {"name": "asset", "type": "address"},
        {"name": "price", "type": "uint256"},
        {"name": "maxRoyaltyBps", "type": "uint256"},
        {"name": "buyer", "type": "address"},
        {"name": "nonce", "type": "uint256"},
        {"name": "deadline", "type": "uint256"},
    ]
}

_LISTING = (*ORDER_TYPES["Order"], texts.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a seller signed. Whoever has it can fill it; it costs nothing to make and can be passed on as text.

    Parameters:
        order: what is sold and for how much, as the exchange takes it.
        signature: the seller's, over exactly that.
    """

    order: Order
    signature: bytes

    @property
    def is_whole(self) -> bool:
        """Whether the token itself is sold, and not quota of it."""
        return self.order.quantity == 0

    def text(self) -> str:
        """Return the listing as JSON; numbers are text, for they are longer than JavaScript's."""
        return texts.text_of(_LISTING, (*self.order.values(), self.signature))

    @classmethod
    def read(cls, text: str) -> Listing:
        """Read what `text` wrote.

        Raises:
            InputError: it is no listing.
        """
        *order, signature = texts.read(cls, _LISTING, text)
        return cls(Order(*order), signature)


@dataclass(frozen=True, slots=True)
class Trade:
    """What a fill came to.

    Parameters:
        token_id: the token that was sold, or whose quota was.
        quantity: how much quota; None for the whole token.
        paid: the cost, royalty included.
        royalty: what of it went to the class's royalty receiver.
    """

    token_id: int
    quantity: Units | None
    paid: Amount
    royalty: Amount


def message_of(order: Order) -> dict[str, Any]:
    """Return an order as the message of EIP-712."""
    names = (kind["name"] for kind in ORDER_TYPES["Order"])
    return dict(zip(names, order.values(), strict=True))
