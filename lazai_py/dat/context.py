"""What every DAT handle shares: the contract, who sends, where content is kept, what assets mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from lazai_py._chain.accounts import Account
from lazai_py._chain.engine import Engine
from lazai_py._contract.abi import AddressLike, Event
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken, RevenueSettled
from lazai_py._contract.intent import Sender
from lazai_py._types import Address, Amount
from lazai_py.erc20 import Assets
from lazai_py.vault import Vault

E = TypeVar("E", bound=Event)

SERIAL_BITS = 128
"""The bits of a token id below its class."""


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of DAT handles, for one account.

    Parameters:
        contract: the DataAnchoringToken.
        sender: who signs for writes.
        account: whose account that is; None where nobody signs.
        vault: where metadata, policies and data are kept.
        assets: what is known about the money on this chain.
        since: the block that the contract was created in; its events start there.
    """

    contract: DataAnchoringToken
    sender: Sender
    account: Account | None
    vault: Vault
    assets: Assets
    since: int

    @property
    def engine(self) -> Engine:
        """The chain."""
        return self.contract.engine

    def decimals_of(self, class_id: int) -> int:
        """Return the unit decimals of a class, which never change.

        Raises:
            UnknownClass: no class has the id.
        """
        return self.contract.get_class_meta(class_id).unit_decimals

    def amount(self, asset: AddressLike, raw: int) -> Amount:
        """Return a raw count of an asset as an amount."""
        return self.assets.amount(asset, raw)

    def now(self) -> int:
        """Return the chain's time: that of its latest block, in Unix seconds."""
        return self.engine.block().timestamp

    def events(self, kind: type[E], *indexed: object) -> list[E]:
        """Return the contract's events of a kind, in order; see `Contract.events`."""
        return self.contract.events(kind, *indexed, since=self.since)

    def settlements(self, class_ids: Iterable[int]) -> list[RevenueSettled]:
        """Return every settlement of some classes, in order."""
        wanted = tuple(sorted(set(class_ids)))
        return self.events(RevenueSettled, wanted) if wanted else []

    def assets_of(self, class_ids: Iterable[int]) -> dict[int, tuple[Address, ...]]:
        """Return, by class, the assets that were ever settled in it, in the order of their first settlement."""
        found: dict[int, dict[Address, Any]] = {class_id: {} for class_id in class_ids}
        for settled in self.settlements(found):
            found[settled.class_id][settled.asset] = None
        return {class_id: tuple(assets) for class_id, assets in found.items()}


def class_of(token_id: int) -> int:
    """Return the class that a token id carries."""
    return token_id >> SERIAL_BITS
