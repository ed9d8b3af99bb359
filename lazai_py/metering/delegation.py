"""Delegation: a session key that pays for its reserver, and needs neither the reserver's key nor a chain."""

from __future__ import annotations

import json
from dataclasses import dataclass

from lazai_py._chain.accounts import Signer
from lazai_py._types import Address
from lazai_py.metering import wire
from lazai_py.metering.agreement import Agreement
from lazai_py.metering.budget import Budget
from lazai_py.metering.errors import BadSignature
from lazai_py.metering.payer import Payer
from lazai_py.metering.typed_data import SIGNATURE_BYTES, Domain, Session, hash_session, recover
from lazai_py.metering.vouchers import Reservation, SessionKey, grant_session
from lazai_py.metering.wire import Object, to_hex


@dataclass(frozen=True, slots=True)
class Delegation:
    """What a session key needs to pay: what it may do, and the reserver's signature of that. No secret.

    Parameters:
        chain_id, asset: the chain and the token contract.
        reservation: what is paid from.
        bounds: what the key may do.
        grant: the reserver's signature of `bounds`.
        decimals: the unit decimals of the class.
        redeemed: what was redeemed of the reservation when this was signed.
    """

    chain_id: int
    asset: Address
    reservation: Reservation
    bounds: Session
    grant: bytes
    decimals: int = 0
    redeemed: int = 0

    @classmethod
    def sign(
        cls,
        account: Signer,
        *,
        chain_id: int,
        asset: Address,
        reservation: Reservation,
        key: Address,
        cap: int,
        expire_at: int,
        decimals: int = 0,
        redeemed: int = 0,
    ) -> Delegation:
        """Return a delegation that the reserver's account signs now; for `cap` and `expire_at` see `Session`."""
        parties = (reservation.token_id, reservation.reserver, reservation.service, reservation.generation)
        bounds = Session(*parties, key=key, cap=cap, expire_at=expire_at)
        grant = grant_session(account, bounds, Domain.of_dat(chain_id, asset))
        return cls(chain_id, asset, reservation, bounds, grant, decimals, redeemed)

    def payer(self, key: Signer, budget: Budget) -> Payer:
        """Return a payer that signs with the session key.

        Raises:
            BadSignature: the key is another, or the grant is not the reserver's.
        """
        if key.address != self.bounds.key:
            raise BadSignature(f"the delegation is for {self.bounds.key}, not {key.address}")
        if recover(Domain.of_dat(self.chain_id, self.asset).digest(hash_session(self.bounds)), self.grant) != (
            self.bounds.reserver
        ):
            raise BadSignature(f"the delegation is not signed by {self.bounds.reserver}")
        return Payer(
            Agreement(self.chain_id, self.asset, self.reservation),
            signer=SessionKey(key, self.bounds, self.grant),
            budget=budget,
            redeemed=self.redeemed,
        )

    def to_json(self) -> str:
        """Return the delegation as text, to be handed to whoever has the key."""
        reservation, bounds = self.reservation, self.bounds
        message: Object = {
            "network": f"eip155:{self.chain_id}",
            "asset": self.asset,
            "tokenId": str(reservation.token_id),
            "reserver": reservation.reserver,
            "service": reservation.service,
            "generation": str(reservation.generation),
            "amount": str(reservation.amount),
            "until": str(reservation.until),
            "key": bounds.key,
            "cap": str(bounds.cap),
            "expireAt": str(bounds.expire_at),
            "grant": to_hex(self.grant),
            "unitDecimals": self.decimals,
            "redeemed": str(self.redeemed),
        }
        return json.dumps(message)

    @classmethod
    def from_json(cls, text: str) -> Delegation:
        """Return a delegation from text.

        Raises:
            MalformedMessage: a field is missing or out of range.
        """
        message = wire.unpack_json(text.encode())
        reservation = Reservation(
            token_id=wire.read_uint(message, "tokenId"),
            reserver=wire.read_address(message, "reserver"),
            service=wire.read_address(message, "service"),
            generation=wire.read_uint(message, "generation", bits=32),
            amount=wire.read_uint(message, "amount"),
            until=wire.read_uint(message, "until", bits=64),
        )
        parties = (reservation.token_id, reservation.reserver, reservation.service, reservation.generation)
        cap, end = wire.read_uint(message, "cap"), wire.read_uint(message, "expireAt", bits=64)
        return cls(
            chain_id=wire.read_network(message),
            asset=wire.read_address(message, "asset"),
            reservation=reservation,
            bounds=Session(*parties, wire.read_address(message, "key"), cap, end),
            grant=wire.read_bytes(message, "grant", size=SIGNATURE_BYTES),
            decimals=wire.read_small(message, "unitDecimals", top=255),
            redeemed=wire.read_uint(message, "redeemed"),
        )
