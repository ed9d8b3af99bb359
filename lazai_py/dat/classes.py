"""A class: one AI asset, a dataset, a model or an agent, whose tokens are positions in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from typing import Any

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.data_anchoring_token import Minted, RevenueSettled
from lazai_py._contract.bulk import Batch, write_many
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import Address, Amount, TokenAmount, Units, Wei
from lazai_py._types import metric as label_of
from lazai_py.dat import documents
from lazai_py.dat.context import SERIAL_BITS, Context
from lazai_py.dat.documents import Data, Metadata, Policy, Verification
from lazai_py.dat.terms import ClassMeta, Expiry, MintOrder, Quota, expire_at, money, total
from lazai_py.dat.token import Token
from lazai_py.erc20 import Erc20Asset

# A batch of this size stays far below every chain's limit for one transaction.
_MINTS = 100
_USAGES = 200


class DatClass:
    """A class by its id. Nothing is asked of the chain until a method is called.

    Reads and writes raise `UnknownClass` for an id that does not exist; writes for the controller alone raise
    `NotController` for others, before anything is sent.

    Parameters:
        context: the surroundings.
        class_id: the id, from 1.
        decimals: its unit decimals, where they are known already.
    """

    def __init__(self, context: Context, class_id: int, *, decimals: int | None = None) -> None:
        self._context = context
        self._contract = context.contract
        self._known_decimals = decimals
        self.id = class_id

    def __repr__(self) -> str:
        return f"DatClass({self.id})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DatClass):
            return NotImplemented
        return (self.id, self._contract) == (other.id, other._contract)

    def __hash__(self) -> int:
        return hash((self.id, self._contract))

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._context.sender

    # --- what it is ---

    def meta(self) -> ClassMeta:
        """Return what the class says about itself on the chain."""
        return ClassMeta(*self._contract.get_class_meta(self.id))

    def metadata(self) -> Any:
        """Return the metadata from the vault, as JSON, checked against its hash.

        Raises:
            InvalidCid: it is somewhere else than under a CID.
            VaultError: the vault does not have it, or not unchanged.
        """
        return self._context.vault.get_json(self.meta().metadata_uri)

    def policy(self) -> Any:
        """Return the policy from the vault, as JSON, checked against its hash; None when the class has none."""
        uri = self.meta().policy_uri
        return self._context.vault.get_json(uri) if uri else None

    def verify(self) -> Verification:
        """Check metadata, every part of the data, and policy against the hashes that the class binds."""
        meta = self.meta()
        return documents.verify(self._context.vault, self.id, meta.metadata_uri, meta.integrity_hash, meta.policy_uri)

    def controller(self) -> Address:
        """Return who controls the class; the zero address once that was renounced."""
        return self._contract.controller_of(self.id)

    def is_minter(self, account: AddressLike) -> bool:
        """Return whether the controller named an account a minter."""
        return self._contract.is_minter(self.id, account)

    def is_frozen(self) -> bool:
        """Return whether metadata, policy and royalty are fixed for good."""
        return self._contract.is_frozen(self.id)

    def total_share(self) -> int:
        """Return the sum of the shares that are alive now."""
        return self._contract.total_share_of(self.id)

    def max_total_share(self) -> int:
        """Return what `total_share` can never exceed."""
        return self._contract.max_total_share_of(self.id)

    def token(self, serial: int) -> Token:
        """Return a token by its number within the class, from 1."""
        return Token(self._context, self.id << SERIAL_BITS | serial, decimals=self._known_decimals)

    def tokens(self) -> list[Token]:
        """Return every token of the class, in the order of their mint."""
        return [self.token(serial) for serial in range(1, self._contract.token_count_of(self.id) + 1)]

    def settled(self) -> dict[Address, Amount]:
        """Return all revenue that was ever settled, by asset."""
        return total([self._context.amount(each.asset, each.amount) for each in self._context.settlements([self.id])])

    def _repr_html_(self) -> str:
        meta = self.meta()
        lines = [
            f"<b>DAT class {self.id}</b>",
            f"metadata {escape(meta.metadata_uri)}",
            f"policy {escape(meta.policy_uri or 'none')}",
            f"controller {self.controller()}",
            f"{self._contract.token_count_of(self.id)} tokens, living share {self.total_share()}",
        ]
        return "<br>".join(lines)

    # --- tokens ---

    @write
    def mint(self, to: AddressLike, quota: Quota = 0, share: int = 0, *, expires: Expiry = None) -> Intent[Token]:
        """Mint a token. Only the controller or a minter that it named.

        Parameters:
            to: its owner.
            quota: usage in whole units.
            share: its weight in the class's revenue; the contract saturates it at 2**32 - 1.
            expires: its last second; see `Expiry`. Never when left out.

        Raises:
            NotMinter, ShareCapExceeded, ExpiryInPast, ValueTooLarge: the contract refuses.
            InvalidAddress, InvalidAmount, InputError: an argument cannot be meant.
        """
        raw = Units.parse(quota, self._decimals()).raw
        deadline = expire_at(expires, self._context.now)
        return self._contract.mint(self.id, to, raw, share, deadline).then(lambda sent: self._minted(sent)[0])

    @write_many
    def mint_many(self, orders: Sequence[MintOrder]) -> Batch[list[Token]]:
        """Mint many tokens in as few transactions as is sensible; returns them in the order of the orders.

        Raises:
            BulkFailed: a transaction failed; its tokens do not exist, those of the others do.
        """
        now = cache(self._context.now)
        starts = range(0, len(orders), _MINTS)
        intents = tuple(self._mint_batch(orders[start : start + _MINTS], now) for start in starts)
        return Batch(intents, lambda minted: [token for batch in minted for token in batch])

    def _mint_batch(self, orders: Sequence[MintOrder], now: Callable[[], int]) -> Intent[list[Token]]:
        decimals = self._decimals()
        return self._contract.mint_batch(
            self.id,
            [order.to for order in orders],
            [Units.parse(order.quota, decimals).raw for order in orders],
            [order.share for order in orders],
            [expire_at(order.expires, now) for order in orders],
        ).then(self._minted)

    def _minted(self, sent: Sent) -> list[Token]:
        minted = [event.token_id for event in sent.all(Minted) if event.class_id == self.id]
        return [Token(self._context, each, decimals=self._decimals()) for each in minted]

    @write_many
    def consume_many(
        self, usages: Sequence[tuple[Token, Quota]], *, metric: str | bytes = "inference_calls"
    ) -> Batch[None]:
        """Use up quota of many tokens of the class in few transactions. Only their owner or its operator."""
        groups = [usages[start : start + _USAGES] for start in range(0, len(usages), _USAGES)]
        return Batch(tuple(self._usage_batch(group, label_of(metric)) for group in groups), lambda _sent: None)

    def _usage_batch(self, usages: Sequence[tuple[Token, Quota]], label: bytes) -> Intent[Sent]:
        for token, _ in usages:
            if token.class_id != self.id:
                raise InputError(
                    f"{token!r} is not of class {self.id}", remedy="Call consume_many of the token's class"
                )
        amounts = [Units.parse(amount, self._decimals()).raw for _, amount in usages]
        return self._contract.record_usage_batch([token.id for token, _ in usages], label, amounts)

    # --- revenue ---

    @write
    def settle(self, amount: Amount) -> Intent[Amount]:
        """Pay revenue into the class, for the shares that are alive now; returns what was credited.

        Parameters:
            amount: of the native coin, or of an ERC-20, whose exact amount is allowed to the contract first.

        Raises:
            NoLiveShare: nobody has a share, so it would belong to nobody.
            ZeroAmount, InvalidAsset: the contract refuses.
            InvalidAmount: `amount` does not say what it is an amount of.
        """
        paid = money(amount)
        intent = self._settle_native(paid) if isinstance(paid, Wei) else self._settle_erc20(paid)
        return intent.then(self._settled)

    def _settle_native(self, amount: Wei) -> Intent[Sent]:
        return self._contract.settle_revenue_eth(self.id, pay=amount)

    def _settle_erc20(self, amount: TokenAmount) -> Intent[Sent]:
        asset = Erc20Asset(amount.asset, self.sender, self._context.assets)
        settling = self._contract.settle_revenue_erc20(self.id, amount.asset, amount.raw)
        return settling.after(*asset.allowing(self._contract.address, amount))

    def _settled(self, sent: Sent) -> Amount:
        event = sent.only(RevenueSettled)
        return self._context.amount(event.asset, event.amount)

    # --- for the controller ---

    @write
    def update_metadata(
        self,
        metadata: Metadata,
        *,
        unit: str | None = None,
        data: Data | None = None,
        integrity_hash: bytes | None = None,
    ) -> Intent[Sent]:
        """Publish a new version of the metadata; see `DatCollection.create_class`. Not once the class is frozen."""
        uri, digest = documents.anchor(
            self._context.vault, metadata, unit=unit, data=data, integrity_hash=integrity_hash
        )
        return self._contract.update_class_metadata(self.id, uri, digest)

    @write
    def update_policy(self, policy: Policy) -> Intent[Sent]:
        """Publish a new version of the policy. Not once the class is frozen."""
        return self._contract.update_class_policy(self.id, documents.place(self._context.vault, policy))

    @write
    def freeze(self) -> Intent[Sent]:
        """Fix metadata, policy and royalty for good. Minting goes on."""
        return self._contract.freeze_class(self.id)

    @write
    def set_minter(self, minter: AddressLike, *, allowed: bool = True) -> Intent[Sent]:
        """Let an account mint in the class, or no longer."""
        return self._contract.set_minter(self.id, minter, allowed)

    @write
    def set_royalty(self, receiver: AddressLike, *, bps: int) -> Intent[Sent]:
        """Set what resales of tokens owe (ERC-2981): `bps` basis points, 0 to 10,000, to `receiver`."""
        return self._contract.set_royalty(self.id, receiver, bps)

    @write
    def transfer_controller(self, nominee: AddressLike) -> Intent[Sent]:
        """Nominate the next controller, who takes over by `accept_controller`."""
        return self._contract.transfer_controller(self.id, nominee)

    @write
    def accept_controller(self) -> Intent[Sent]:
        """Take over the control of the class, as its nominee."""
        return self._contract.accept_controller(self.id)

    @write
    def renounce_controller(self) -> Intent[Sent]:
        """Give the control of the class up for good. Minters stay named."""
        return self._contract.renounce_controller(self.id)

    # --- for holders ---

    @write
    def set_operator(self, operator: AddressLike, *, allowed: bool = True) -> Intent[Sent]:
        """Let an account use and move the whole quota of this account's tokens in the class, or no longer.

        There is no limit to it: name only who would be trusted with all of the quota.
        """
        return self._contract.approve_for_class(self.id, operator, allowed)

    def _decimals(self) -> int:
        if self._known_decimals is None:
            self._known_decimals = self._context.decimals_of(self.id)
        return self._known_decimals
