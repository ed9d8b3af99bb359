"""What every handle of a RevShare token shares: the contract, who sends, what assets mean, the contract's events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from lazai_py._chain.accounts import Account
from lazai_py._chain.creation import first_block
from lazai_py._chain.engine import Engine
from lazai_py._contract.abi import AddressLike, Event
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.bindings.rev_share_token import RevenueTokenSet, RevShareToken
from lazai_py._contract.intent import Sender
from lazai_py._types import NATIVE, Address, Amount, Number, TokenAmount
from lazai_py.dat.context import Context as DatContext
from lazai_py.erc20 import Assets
from lazai_py.vault import Vault

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What does not depend on the token.

    Parameters:
        sender: who signs for writes.
        account: whose account that is; None where nobody signs.
        vault: where the content of classes is kept.
        assets: what is known about the money on this chain.
    """

    sender: Sender
    account: Account | None
    vault: Vault
    assets: Assets


class Context:
    """The surroundings of one RevShare token, for one account.

    Parameters:
        contract: the token.
        around: what does not depend on it.
    """

    def __init__(self, contract: RevShareToken, around: Surroundings) -> None:
        self.contract = contract
        self.sender = around.sender
        self.account = around.account
        self._around = around

    @property
    def engine(self) -> Engine:
        """The chain."""
        return self.contract.engine

    @cached_property
    def since(self) -> int:
        """The block that created the token, where its events start; 0 where the node keeps no past."""
        return first_block(self.engine, self.contract.check_deployed().address)

    def dat(self) -> DatContext:
        """Return the surroundings of the Data Anchoring Tokens that the token may hold."""
        around, contract = self._around, DataAnchoringToken(self.engine, self.contract.data_anchoring_token())
        since = first_block(self.engine, contract.check_deployed().address)
        return DatContext(contract, around.sender, around.account, around.vault, around.assets, since)

    # --- amounts ---

    def amount(self, asset: AddressLike, raw: int) -> Amount:
        """Return a raw count of an asset as an amount."""
        return self._around.assets.amount(asset, raw)

    def amounts(self, assets: Iterable[Address], raws: Iterable[int]) -> dict[Address, Amount]:
        """Return raw counts of assets as amounts, by asset."""
        return {asset: self.amount(asset, raw) for asset, raw in zip(assets, raws, strict=True)}

    def tokens(self, raw: int) -> TokenAmount:
        """Return a raw count of the RevShare token itself as an amount."""
        return self._around.assets.token_amount(self.contract.address, raw)

    def raw(self, amount: Number | TokenAmount) -> int:
        """Return an amount of the RevShare token itself, in whole tokens or with its unit, as a raw count."""
        return self._around.assets.raw(self.contract.address, amount)

    # --- events ---

    def events(self, kind: type[E], *indexed: object) -> list[E]:
        """Return the token's events of a kind, in order; see `Contract.events`."""
        return self.contract.events(kind, *indexed, since=self.since)

    def assets(self) -> tuple[Address, ...]:
        """Return every asset in which somebody may be owed something: those that are or were revenue."""
        once = (event.token for event in self.events(RevenueTokenSet))
        return tuple(dict.fromkeys((NATIVE, *self.contract.revenue_tokens(), *once)))
