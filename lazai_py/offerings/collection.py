"""`lz.offerings`: offerings by their address, and new ones."""

from __future__ import annotations

from collections.abc import Callable

from lazai_py._chain.accounts import Account
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.model_offering import ModelOffering
from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory, OfferingCreated
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sender
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Address, to_address
from lazai_py.dat import DatClass
from lazai_py.erc20 import Assets
from lazai_py.offerings.context import Context
from lazai_py.offerings.errors import UnknownOffering
from lazai_py.offerings.offering import Offering
from lazai_py.offerings.terms import Model, OfferingTerms
from lazai_py.revshare import RevShareTokens

_SALT_BYTES = 32


class Offerings(Handle[ModelOfferingFactory]):
    """The offerings of one factory, as one account sees and uses them.

    Parameters:
        factory: what makes them, and vouches for them.
        sender: who signs for writes.
        account: who that is, if it signs here.
        assets: what is known about the money on this chain.
        revshare: the RevShare tokens of the chain.
    """

    def __init__(
        self,
        factory: ModelOfferingFactory,
        sender: Sender,
        account: Account | None,
        assets: Assets,
        revshare: RevShareTokens,
    ) -> None:
        super().__init__(factory, sender)
        self._account = account
        self._assets = assets
        self._revshare = revshare

    @write
    def create(
        self,
        model: Model | DatClass,
        terms: OfferingTerms,
        *,
        votes: bool = False,
        salt: bytes = bytes(_SALT_BYTES),
    ) -> Intent[Offering]:
        """Offer a model: its token and the sale of it, in one transaction; returns the offering.

        Parameters:
            model: its class of Data Anchoring Tokens; or that with another commitment and description.
            terms: what is fixed for good.
            votes: whether the token counts votes (ERC-5805), which makes every transfer dearer.
            salt: 32 bytes, for a second offering with the same terms.

        Raises:
            InputError: a term cannot be meant; nothing was sent.
            CreationFailed: exactly this exists already.
        """
        created = self.contract.create(
            terms.token_struct(model), terms.struct(self.sender.address, self._now), votes, _salt(salt)
        )
        return created.then(lambda sent: self._handle(sent.only(OfferingCreated).offering))

    def addresses_of(
        self,
        model: Model | DatClass,
        terms: OfferingTerms,
        *,
        votes: bool = False,
        salt: bytes = bytes(_SALT_BYTES),
    ) -> tuple[Address, Address]:
        """Return where `create` by this account puts offering and token; its terms name their times, not whiles."""
        deployer = self.sender.address
        fixed = terms.struct(deployer, self._now)
        found = self.contract.addresses_of(terms.token_struct(model), fixed, votes, deployer, _salt(salt))
        return found.offering, found.token

    def at(self, address: AddressLike) -> Offering:
        """Return an offering by its address.

        Raises:
            UnknownOffering: this deployment's factory did not make it.
        """
        if self.contract.token_of(address) == NATIVE:
            raise UnknownOffering(to_address(address))
        return self._handle(address)

    def _handle(self, address: AddressLike) -> Offering:
        contract = ModelOffering(self.contract.engine, address)
        return Offering(Context(contract, self.sender, self._account, self._assets, self._revshare))

    @property
    def _now(self) -> Callable[[], int]:
        return lambda: self.contract.engine.block().timestamp


def _salt(salt: object) -> bytes:
    if isinstance(salt, bytes) and len(salt) == _SALT_BYTES:
        return salt
    raise InputError(f"salt={salt!r} is no salt", remedy="Pass 32 bytes")
