"""A DAT: a position in a class, with an owner, a quota, a share of the revenue and perhaps an expiry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from lazai_py._chain.accounts import signer_of
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.data_anchoring_token import Claimed
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.signing import sign
from lazai_py._contract.write import write
from lazai_py._types import NATIVE, Address, Amount, Units, to_address
from lazai_py._types import metric as label_of
from lazai_py.dat import documents
from lazai_py.dat.context import SERIAL_BITS, Context, class_of
from lazai_py.dat.terms import NEVER, Quota, moment, total
from lazai_py.errors import UnknownClass, UnknownToken

if TYPE_CHECKING:
    from lazai_py.vault import Cid, Json

_PROOF_TYPES = {
    "AddProof": [
        {"name": "tokenId", "type": "uint256"},
        {"name": "proofType", "type": "bytes32"},
        {"name": "uri", "type": "string"},
    ]
}


class Token:
    """A token by its id. Nothing is asked of the chain until a method is called.

    Parameters:
        context: the surroundings.
        token_id: the id; it carries the class.
        decimals: the class's unit decimals, where they are known already.
    """

    def __init__(self, context: Context, token_id: int, *, decimals: int | None = None) -> None:
        self._context = context
        self._known_decimals = decimals
        self.id = token_id

    def __repr__(self) -> str:
        return f"Token(class {self.class_id}, serial {self.serial})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return (self.id, self._context.contract) == (other.id, other._context.contract)

    def __hash__(self) -> int:
        return hash((self.id, self._context.contract))

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._context.sender

    @property
    def class_id(self) -> int:
        """The class of the token."""
        return class_of(self.id)

    @property
    def serial(self) -> int:
        """The number of the token within its class, from 1."""
        return self.id & ((1 << SERIAL_BITS) - 1)

    # --- reads; each raises UnknownToken for an id that does not exist ---

    def owner(self) -> Address:
        """Return who owns the token."""
        return self._context.contract.owner_of(self.id)

    def quota(self) -> Units:
        """Return the unused quota."""
        return Units(self._context.contract.value_of(self.id), self._decimals())

    def share(self) -> int:
        """Return the weight in the class's revenue, 0 to 2**32 - 1; kept after expiry, when it no longer counts."""
        return self._context.contract.share_ratio_of(self.id)

    def expires_at(self) -> datetime | None:
        """Return the last second at which the token works, in UTC; None for a token that does not expire."""
        return moment(self._context.contract.expire_at_of(self.id))

    def is_expired(self) -> bool:
        """Return whether the token had expired when the latest block was made."""
        return NEVER < self._context.contract.expire_at_of(self.id) < self._context.now()

    def pending(self, asset: AddressLike = NATIVE) -> Amount:
        """Return what `claim` would pay now, in an asset; the native coin when left out."""
        return self._context.amount(asset, self._context.contract.pending_revenue(self.id, asset))

    def owed(self) -> dict[Address, Amount]:
        """Return what the token is owed in every asset that was ever settled in its class."""
        return {asset: self.pending(asset) for asset in self._context.assets_of([self.class_id])[self.class_id]}

    def proof_added_at(self, kind: str | bytes, proof: Mapping[str, Json] | str | Cid) -> datetime | None:
        """Return when exactly this proof was added first; None if never."""
        uri = documents.place(self._context.vault, proof)
        return moment(self._context.contract.proof_added_at(self.id, label_of(kind), uri))

    # --- quota ---

    @write
    def consume(self, amount: Quota, *, metric: str | bytes = "inference_calls") -> Intent[Sent]:
        """Use up quota. Only the owner or its operator in the class.

        Parameters:
            amount: whole units, 0 or more; 0 only leaves a record.
            metric: a label for what was used.

        Raises:
            InsufficientValue: the token has less.
            TokenExpired, NotOwnerOrClassOperator: the contract refuses.
            InvalidAmount: `amount` is negative, a float, or more precise than the class's unit.
        """
        return self._context.contract.record_usage(self.id, label_of(metric), self._raw(amount))

    @write
    def add_quota(self, amount: Quota) -> Intent[Sent]:
        """Add new quota to the token, whoever owns it. Only the class's controller or a minter that it named.

        Parameters:
            amount: whole units, more than 0.

        Raises:
            NotMinter, TokenExpired, ValueTooLarge: the contract refuses.
        """
        return self._context.contract.mint_value(self.id, self._raw(amount))

    @write
    def move_quota(self, to: Token | int, amount: Quota) -> Intent[Sent]:
        """Move quota to another token of the same class, whoever owns it.

        Parameters:
            to: the other token, or its id.
            amount: whole units, more than 0.
        """
        target = to.id if isinstance(to, Token) else to
        return self._context.contract.transfer_value(self.id, target, self._raw(amount))

    # --- ownership ---

    @write
    def transfer(self, to: AddressLike) -> Intent[Sent]:
        """Move the whole token with its quota, its share and its unclaimed revenue. Expired tokens still move."""
        return self._context.contract.transfer_token(self.id, to)

    @write
    def claim_and_transfer(
        self, to: AddressLike, *, assets: Sequence[AddressLike] | None = None
    ) -> Intent[dict[Address, Amount]]:
        """Claim to the owner, then move the token; returns what was claimed, by asset.

        Parameters:
            to: the next owner.
            assets: what to claim; every asset that was ever settled in the class when left out.
        """
        wanted = self._context.assets_of([self.class_id])[self.class_id] if assets is None else assets
        return self._context.contract.claim_and_transfer(self.id, wanted, to).then(self._claimed)

    # --- revenue ---

    @write
    def claim(self, asset: AddressLike = NATIVE, *, to: AddressLike | None = None) -> Intent[Amount]:
        """Claim the unclaimed revenue in an asset; returns what was paid, possibly 0.

        Parameters:
            asset: the native coin when left out.
            to: who is paid; the owner when left out. Only the owner may name another address.

        Raises:
            InvalidClaimReceiver: somebody else named an address that is not the owner's.
        """
        unit = self._context.amount(asset, 0)
        receiver = self.owner() if to is None else to
        intent = self._context.contract.claim(self.id, asset, receiver)
        return intent.then(lambda sent: self._claimed(sent).get(to_address(asset), unit))

    def _claimed(self, sent: Sent) -> dict[Address, Amount]:
        mine = [event for event in sent.all(Claimed) if event.token_id == self.id]
        return total([self._context.amount(event.asset, event.amount) for event in mine])

    # --- proofs ---

    def sign_proof(self, kind: str | bytes, proof: Mapping[str, Json] | str | Cid) -> bytes:
        """Sign a proof as the account at hand, for somebody else to add; worth something from the owner or controller.

        Raises:
            NoAccount: no account at hand signs here.
        """
        signer = signer_of(self._context.account)
        uri = documents.place(self._context.vault, proof)
        message = {"tokenId": self.id, "proofType": label_of(kind), "uri": uri}
        return sign(self._context.contract, signer, _PROOF_TYPES, message)

    @write
    def add_proof(
        self, kind: str | bytes, proof: Mapping[str, Json] | str | Cid, *, signature: bytes = b""
    ) -> Intent[Sent]:
        """Add a proof about the token: a statement that its owner or its class's controller stands for.

        Parameters:
            kind: a label such as 'quality'.
            proof: the statement itself, which goes to the vault, or where it is.
            signature: the owner's or controller's, from `sign_proof`; the controller itself needs none.

        Raises:
            InvalidProofSignature: it is neither's, or over something else.
        """
        uri = documents.place(self._context.vault, proof)
        return self._context.contract.add_proof(self.id, label_of(kind), uri, signature)

    def _raw(self, amount: Quota) -> int:
        return Units.parse(amount, self._decimals()).raw

    def _decimals(self) -> int:
        if self._known_decimals is None:
            try:
                self._known_decimals = self._context.decimals_of(self.class_id)
            except UnknownClass:
                raise UnknownToken(self.id) from None
        return self._known_decimals
