"""An ERC-20 token as one account uses it, and what a raw count of it means."""

from __future__ import annotations

from functools import cached_property

from lazai_py._chain.engine import Engine
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import ContractError, InvalidAmount, UnitMismatch
from lazai_py._types import NATIVE, Address, Amount, Number, TokenAmount, Wei, to_address

# What a token may use to say what it is called: anybody's may turn up, and it must not keep the node busy.
_NAME_GAS = 100_000
_LONGEST_SYMBOL = 64


class Assets:
    """What a raw count of an asset means, on one chain: the native coin or an ERC-20. Each token is asked once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._units: dict[Address, TokenAmount] = {}

    def amount(self, asset: AddressLike, raw: int) -> Amount:
        """Return `raw` of an asset's smallest unit as an amount.

        Raises:
            NotDeployed: there is no contract at the address.
        """
        address = to_address(asset)
        return Wei(raw) if address == NATIVE else self.token_amount(address, raw)

    def token_amount(self, asset: AddressLike, raw: int) -> TokenAmount:
        """Return `raw` of an ERC-20's smallest unit as an amount.

        Raises:
            NotDeployed: there is no contract at the address.
        """
        address = to_address(asset)
        unit = self._units.get(address) or self._units.setdefault(address, self._unit(address))
        return TokenAmount(raw, address, unit.decimals, unit.symbol)

    def raw(self, asset: AddressLike, amount: Number | TokenAmount) -> int:
        """Return an amount of an ERC-20, in whole tokens or with its unit, in its smallest unit.

        Raises:
            InvalidAmount: it is no exact amount, or has more digits than the token.
            UnitMismatch: it is one of another token.
        """
        unit = self.token_amount(asset, 0)
        if not isinstance(amount, TokenAmount):
            return TokenAmount.parse(amount, asset=unit.asset, decimals=unit.decimals).raw
        if amount.asset != unit.asset:
            raise UnitMismatch(amount, unit)
        return amount.raw

    def _unit(self, address: Address) -> TokenAmount:
        token = Erc20(self._engine, address).check_deployed().giving(_NAME_GAS)
        # Both are optional in the standard; a token without them is counted in its smallest unit.
        try:
            return TokenAmount(1, address, token.decimals(), _shown(token.symbol()))
        except ContractError:
            return TokenAmount(1, address, 0, "")


def _shown(symbol: str) -> str:
    """Return a symbol as it can be shown to people, whoever chose it."""
    return "".join(filter(str.isprintable, symbol[:_LONGEST_SYMBOL]))


class Erc20Asset(Handle[Erc20]):
    """An ERC-20 token, as one account uses it.

    Parameters:
        address: the token's contract.
        sender: who signs for writes.
        assets: what is known about tokens on this chain.

    Raises:
        InvalidAddress: `address` is none.
    """

    def __init__(self, address: AddressLike, sender: Sender, assets: Assets) -> None:
        super().__init__(Erc20(sender.engine, address), sender)
        self._assets = assets

    @cached_property
    def decimals(self) -> int:
        """How many digits after the point a whole token has, 0 to 255."""
        return self._assets.token_amount(self.address, 0).decimals

    @cached_property
    def symbol(self) -> str:
        """The token's symbol, for people."""
        return self._assets.token_amount(self.address, 0).symbol

    def amount(self, whole: Number) -> TokenAmount:
        """Return an amount given in whole tokens, such as `amount("1.5")`.

        Raises:
            InvalidAmount: it is no exact amount, or has more digits than the token.
        """
        return TokenAmount.parse(whole, asset=self.address, decimals=self.decimals, symbol=self.symbol)

    def raw(self, count: int) -> TokenAmount:
        """Return an amount given in the token's smallest unit."""
        return self._assets.token_amount(self.address, count)

    def balance(self, owner: AddressLike | None = None) -> TokenAmount:
        """Return what an account holds; the account that signs here when left out."""
        return self.raw(self.contract.balance_of(self._own(owner)))

    def allowance(self, owner: AddressLike, spender: AddressLike) -> TokenAmount:
        """Return what `spender` may take of `owner`'s tokens."""
        return self.raw(self.contract.allowance(owner, spender))

    @write
    def transfer(self, to: AddressLike, amount: TokenAmount) -> Intent[Sent]:
        """Move tokens of this account to another one."""
        return self.contract.transfer(to, self._checked(amount))

    @write
    def approve(self, spender: AddressLike, amount: TokenAmount) -> Intent[Sent]:
        """Let `spender` take up to `amount` of this account's tokens; replaces what it was allowed before."""
        return self.contract.approve(spender, self._checked(amount))

    def allowing(self, spender: AddressLike, amount: TokenAmount) -> tuple[Intent[Sent], ...]:
        """Return what is to be sent before `spender` can take exactly `amount`: nothing when it may take that much."""
        allowed = self.contract.allowance(self.sender.address, spender)
        if allowed >= self._checked(amount):
            return ()
        exact = self.contract.approve(spender, amount.raw)
        # Some tokens refuse to change an allowance that is not 0, so that nobody spends both the old and the new one.
        return (self.contract.approve(spender, 0), exact) if allowed else (exact,)

    def _checked(self, amount: object) -> int:
        if not isinstance(amount, TokenAmount):
            raise InvalidAmount(
                amount, "it does not say of which token", remedy=f"Pass lz.erc20({self.address!r}).amount('1.5')"
            )
        if amount.asset != self.address:
            raise UnitMismatch(amount, self.raw(0))
        return amount.raw
