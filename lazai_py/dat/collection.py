"""`lz.dat`: every class and every token of the DataAnchoringToken on a chain."""

from __future__ import annotations

from typing import Any

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.data_anchoring_token import Claimed, ClassTermsSet, DataAnchoringToken
from lazai_py._contract.bulk import Batch, write_many
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sent
from lazai_py._contract.write import write
from lazai_py._errors import InvalidAmount
from lazai_py._types import Address, Amount
from lazai_py.dat import documents, portfolio
from lazai_py.dat.classes import DatClass
from lazai_py.dat.context import Context
from lazai_py.dat.documents import Data, Metadata, Policy
from lazai_py.dat.portfolio import Portfolio
from lazai_py.dat.terms import total
from lazai_py.dat.token import Token

# Claims of this many tokens stay far below every chain's limit for one transaction.
_CLAIMS = 50
_MAX_DECIMALS = 255


class DatCollection(Handle[DataAnchoringToken]):
    """The classes and tokens of one contract, as one account sees and uses them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.contract, context.sender)
        self._context = context

    @write
    def create_class(
        self,
        metadata: Metadata,
        *,
        unit: str | None = None,
        unit_decimals: int = 0,
        policy: Policy = None,
        data: Data | None = None,
        integrity_hash: bytes | None = None,
        max_total_share: int | None = None,
    ) -> Intent[DatClass]:
        """Create a class, controlled by this account. What is handed over as a value goes to the vault, in a plan too.

        Parameters:
            metadata: a dict such as `{"name": ..., "description": ...}`, or the URI or CID of one.
            unit: what the quota counts; 'inference' unless the metadata says otherwise.
            unit_decimals: digits after the point of the quota, 0 to 255; fixed for good.
            policy: the terms of use, or their URI or CID.
            data: the data that the class stands for: bytes, files or CIDs, one or several by name; its CIDs become the
                `parts` of the metadata, so that the class's hash binds them.
            integrity_hash: what metadata under a URI hashes to; needed only where the URI is no CID.
            max_total_share: a cap on the living share that can never change; none when left out.

        Raises:
            InputError, VaultError: something cannot be meant or stored.
        """
        if isinstance(unit_decimals, bool) or not 0 <= unit_decimals <= _MAX_DECIMALS:
            raise InvalidAmount(unit_decimals, "unit_decimals is uint8", remedy="Pass an integer from 0 to 255")
        vault = self._context.vault
        uri, digest = documents.anchor(vault, metadata, unit=unit, data=data, integrity_hash=integrity_hash)
        terms = (uri, digest, unit_decimals, documents.place(vault, policy))
        if max_total_share is None:
            return self.contract.create_class(*terms).then(self._created)
        return self.contract.create_class_with_cap(*terms, max_total_share).then(self._created)

    def cls(self, class_id: int) -> DatClass:
        """Return a class by its id, from 1; it is looked at when it is used."""
        return DatClass(self._context, class_id)

    def classes(self) -> list[DatClass]:
        """Return every class."""
        return [self.cls(class_id) for class_id in range(1, self.contract.class_count() + 1)]

    def token(self, token_id: int) -> Token:
        """Return a token by its id; it is looked at when it is used."""
        return Token(self._context, token_id)

    def portfolio(self, owner: AddressLike | None = None) -> Portfolio:
        """Return what an account holds and is owed in every asset; the account that signs here when left out."""
        return portfolio.look_up(self._context, self._own(owner))

    @write_many
    def claim_all(self, owner: AddressLike | None = None) -> Batch[dict[Address, Amount]]:
        """Claim everything that an account is owed, in every asset, for all of its tokens; returns the sums by asset.

        Parameters:
            owner: who is paid; the account that signs here when left out. Anyone may do it for anyone.
        """
        payee = self._own(owner)
        owed: dict[Address, list[int]] = {}
        for position in portfolio.look_up(self._context, payee):
            for asset, amount in position.pending.items():
                if amount:
                    owed.setdefault(asset, []).append(position.token.id)
        intents = [
            self.contract.claim_many(ids[start : start + _CLAIMS], asset).then(self._claimed)
            for asset, ids in owed.items()
            for start in range(0, len(ids), _CLAIMS)
        ]
        return Batch(tuple(intents), _summed)

    def _created(self, sent: Sent) -> DatClass:
        terms = sent.only(ClassTermsSet)
        return DatClass(self._context, terms.class_id, decimals=terms.unit_decimals)

    def _claimed(self, sent: Sent) -> list[Amount]:
        return [self._context.amount(event.asset, event.amount) for event in sent.all(Claimed)]


def _summed(claims: list[Any]) -> dict[Address, Amount]:
    return total([amount for claimed in claims for amount in claimed])
