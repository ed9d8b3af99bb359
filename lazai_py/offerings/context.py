"""What every handle of an offering shares: the contract, its terms, who sends, what assets mean."""

from __future__ import annotations

from functools import cached_property

from lazai_py._chain.accounts import Account
from lazai_py._contract.bindings.model_offering import ModelOffering, OfferingTerms
from lazai_py._contract.intent import Intent, Sender
from lazai_py._errors import InvalidAmount, UnitMismatch
from lazai_py._types import NATIVE, Address, Amount, Number, TokenAmount, Wei
from lazai_py.erc20 import Assets, Erc20Asset, Permit
from lazai_py.erc20.spending import permit_for
from lazai_py.revshare import RevShareTokens


class Context:
    """The surroundings of one offering, for one account.

    Parameters:
        contract: the offering.
        sender: who signs for writes.
        account: who that is, if it signs here.
        assets: what is known about the money on this chain.
        revshare: the RevShare tokens of the chain.
    """

    def __init__(
        self,
        contract: ModelOffering,
        sender: Sender,
        account: Account | None,
        assets: Assets,
        revshare: RevShareTokens,
    ) -> None:
        self.contract = contract
        self.sender = sender
        self.account = account
        self.assets = assets
        self.revshare = revshare

    @cached_property
    def terms(self) -> OfferingTerms:
        """What is fixed for good."""
        return self.contract.terms()

    @cached_property
    def token(self) -> Address:
        """The token that is sold."""
        return self.contract.token()

    def money(self, raw: int) -> Amount:
        """Return a raw count of what is paid in as an amount."""
        return self.assets.amount(self.terms.payment, raw)

    def tokens(self, raw: int) -> TokenAmount:
        """Return a raw count of the token as an amount."""
        return self.assets.token_amount(self.token, raw)

    def raw_money(self, amount: object) -> int:
        """Return an amount of what is paid in as a raw count.

        Raises:
            InvalidAmount: it does not say of what it is.
            UnitMismatch: it is of something else.
        """
        if not isinstance(amount, Wei | TokenAmount):
            raise InvalidAmount(
                amount, "it does not say of what", remedy="Pass ether('1.5') or an amount of the ERC-20"
            )
        if (NATIVE if isinstance(amount, Wei) else amount.asset) != self.terms.payment:
            raise UnitMismatch(self.money(0), amount)
        return amount.raw

    def raw_tokens(self, amount: Number | TokenAmount) -> int:
        """Return an amount of the token, in whole tokens or with its unit, as a raw count."""
        return self.assets.raw(self.token, amount)

    def permit(self, amount: TokenAmount, *, wanted: bool | None) -> Permit | None:
        """Return a permit for exactly this much of an ERC-20; see `permit_for`."""
        asset = Erc20Asset(amount.asset, self.sender, self.assets)
        return permit_for(asset, self.account, self.contract.address, amount, wanted=wanted)

    def allowing(self, amount: TokenAmount) -> tuple[Intent[object], ...]:
        """Return what is to be sent before the offering can take exactly this much of an ERC-20."""
        return Erc20Asset(amount.asset, self.sender, self.assets).allowing(self.contract.address, amount)
