"""AccessStore, typed.

Generated from `contracts/markets/AccessStore.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Array, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Tier(Struct):
    """The struct `Tier`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint128", "uint128")

    min_quantity: int
    unit_price: int


@dataclass(frozen=True, slots=True)
class Offer(Struct):
    """The struct `Offer`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "uint256",
        "address",
        "uint40",
        "uint16",
        "uint40",
        "uint128",
        "uint128",
        Array(Tier, "[]"),
    )

    class_id: int
    asset: Address
    duration: int
    referral_bps: int
    until: int
    supply: int
    trial_quantity: int
    tiers: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class Purchase(Struct):
    """The struct `Purchase`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint256", "uint256", "uint256", "address", "uint256", "address")

    offer_id: int
    quantity: int
    token_id: int
    to: Address
    max_cost: int
    referrer: Address


@dataclass(frozen=True, slots=True)
class Authorization(Struct):
    """The struct `Authorization`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "address",
        "uint256",
        "uint256",
        "uint256",
        "bytes32",
        "uint8",
        "bytes32",
        "bytes32",
    )

    from_: Address
    value: int
    valid_after: int
    valid_before: int
    salt: bytes
    v: int
    r: bytes
    s: bytes


@dataclass(frozen=True, slots=True)
class Permit(Struct):
    """The struct `Permit`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint256", "uint256", "uint8", "bytes32", "bytes32")

    value: int
    deadline: int
    v: int
    r: bytes
    s: bytes


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    fields: bytes
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: bytes
    extensions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bought(Event):
    """`quantity` of quota was sold to `buyer` for `cost`, of which `referral` is `referrer`'s.

    Solidity: `Bought(uint256,uint256,address,uint256,uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("d3b6b95ac074da9f40c5654ede06acb8469047fc3d8d52ad5169b7a314a42d9e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("offerId", "uint256", indexed=True),
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("buyer", "address", indexed=True),
        Parameter("quantity", "uint256"),
        Parameter("cost", "uint256"),
        Parameter("referrer", "address"),
        Parameter("referral", "uint256"),
    )

    offer_id: int
    token_id: int
    buyer: Address
    quantity: int
    cost: int
    referrer: Address
    referral: int


@dataclass(frozen=True, slots=True)
class OfferClosed(Event):
    """Nothing more is sold by this offer.

    Solidity: `OfferClosed(uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("7bd20b1b32067a0be5e6f9e0636e6466bf8ba601866f82e7a3b4a8d0792c0eb2")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("offerId", "uint256", indexed=True),)

    offer_id: int


@dataclass(frozen=True, slots=True)
class OfferCreated(Event):
    """An offer exists from now on, and says this for good.

    Solidity: `OfferCreated(uint256,uint256,(uint256,address,uint40,uint16,uint40,uint128,uint128,(uint128,uint128)[]))`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("9db4a77ed73677ebe8f81dd7a277ba69e1a5bab19576c94533a2f7b5a13c9fcc")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("offerId", "uint256", indexed=True),
        Parameter("classId", "uint256", indexed=True),
        Parameter("offer", Offer),
    )

    offer_id: int
    class_id: int
    offer: Offer


@dataclass(frozen=True, slots=True)
class ReferralPaid(Event):
    """What a referrer was owed left for it.

    Solidity: `ReferralPaid(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("0a721ab4682ceb61c7e4d264ef879fc419a6d764b136e7d96ef54b2053c75673")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("referrer", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    referrer: Address
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class TrialTaken(Event):
    """`account` got its one trial of the class.

    Solidity: `TrialTaken(uint256,uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("03176976d06a16f1de9ab0551c71fe2d5074ac2e246f419d3a9a05f9569c09db")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("offerId", "uint256", indexed=True),
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("account", "address", indexed=True),
        Parameter("quantity", "uint256"),
    )

    offer_id: int
    token_id: int
    account: Address
    quantity: int


_AUTHORIZATION_NONCE: Function[bytes] = Function(
    "authorizationNonce",
    bytes.fromhex("13649a20"),
    inputs=(Parameter("purchase", Purchase), Parameter("salt", "bytes32")),
    outputs=(Parameter("nonce", "bytes32"),),
)
_BUY: Function[int] = Function(
    "buy",
    bytes.fromhex("214e197a"),
    inputs=(Parameter("purchase", Purchase),),
    outputs=(Parameter("tokenId", "uint256"),),
)
_BUY_WITH_AUTHORIZATION: Function[int] = Function(
    "buyWithAuthorization",
    bytes.fromhex("3d0362c6"),
    inputs=(Parameter("purchase", Purchase), Parameter("authorization", Authorization)),
    outputs=(Parameter("tokenId", "uint256"),),
)
_BUY_WITH_PERMIT: Function[int] = Function(
    "buyWithPermit",
    bytes.fromhex("1c38f66d"),
    inputs=(Parameter("purchase", Purchase), Parameter("permit", Permit)),
    outputs=(Parameter("tokenId", "uint256"),),
)
_CLOSE_OFFER: Function[None] = Function(
    "closeOffer", bytes.fromhex("05477ddf"), inputs=(Parameter("offerId", "uint256"),)
)
_COST_OF: Function[int] = Function(
    "costOf",
    bytes.fromhex("fdeefc84"),
    inputs=(Parameter("offerId", "uint256"), Parameter("quantity", "uint256")),
    outputs=(Parameter("cost", "uint256"),),
)
_CREATE_OFFER: Function[int] = Function(
    "createOffer",
    bytes.fromhex("7f1265bb"),
    inputs=(Parameter("offer", Offer),),
    outputs=(Parameter("offerId", "uint256"),),
)
_EIP712_DOMAIN: Function[Eip712DomainResult] = Function(
    "eip712Domain",
    bytes.fromhex("84b0196e"),
    outputs=(
        Parameter("fields", "bytes1"),
        Parameter("name", "string"),
        Parameter("version", "string"),
        Parameter("chainId", "uint256"),
        Parameter("verifyingContract", "address"),
        Parameter("salt", "bytes32"),
        Parameter("extensions", "uint256[]"),
    ),
    result=Eip712DomainResult,
)
_HAS_TRIALLED: Function[bool] = Function(
    "hasTrialled",
    bytes.fromhex("7435cd8b"),
    inputs=(Parameter("classId", "uint256"), Parameter("account", "address")),
    outputs=(Parameter("used", "bool"),),
)
_LEFT_OF: Function[int] = Function(
    "leftOf",
    bytes.fromhex("053de641"),
    inputs=(Parameter("offerId", "uint256"),),
    outputs=(Parameter("quantity", "uint256"),),
)
_OFFER_COUNT: Function[int] = Function("offerCount", bytes.fromhex("1115c24d"), outputs=(Parameter("", "uint256"),))
_OFFER_OF: Function[Offer] = Function(
    "offerOf",
    bytes.fromhex("a3cb2f44"),
    inputs=(Parameter("offerId", "uint256"),),
    outputs=(Parameter("offer", Offer),),
)
_PAY_REFERRAL: Function[int] = Function(
    "payReferral",
    bytes.fromhex("bb2769ad"),
    inputs=(Parameter("referrer", "address"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_REFERRAL_OF: Function[int] = Function(
    "referralOf",
    bytes.fromhex("9999e99a"),
    inputs=(Parameter("referrer", "address"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_TAKE_TRIAL: Function[int] = Function(
    "takeTrial",
    bytes.fromhex("24f16986"),
    inputs=(
        Parameter("offerId", "uint256"),
        Parameter("account", "address"),
        Parameter("deadline", "uint256"),
        Parameter("signature", "bytes"),
    ),
    outputs=(Parameter("tokenId", "uint256"),),
)


class AccessStore(Contract):
    """Access store: whoever buys quota pays everybody behind it in the same transaction."""

    NAME = "AccessStore"
    EVENTS = (Bought, OfferClosed, OfferCreated, ReferralPaid, TrialTaken)
    CONSTRUCTOR = (Parameter("dat", "address"), Parameter("router", "address"))

    @classmethod
    def creation(cls, dat: AddressLike, router: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(dat, router)

    def authorization_nonce(self, purchase: Purchase, salt: bytes) -> bytes:
        """The nonce that an EIP-3009 authorisation for a purchase must have."""
        return self._view(_AUTHORIZATION_NONCE, purchase, salt)

    def buy(self, purchase: Purchase, *, pay: Wei) -> Intent[Sent]:
        """Buys quota, for the coins sent along (exactly the cost) or for an ERC-20 that the caller allowed the
        store.

        Parameters:
            pay: the native coin to send along.

        A plan's result:
            token_id: the new token, or the one topped up.
        """
        return self._intent(_BUY, purchase, pay=pay)

    def buy_with_authorization(self, purchase: Purchase, authorization: Authorization) -> Intent[Sent]:
        """`buy` in an ERC-20 for whoever signed the authorisation; anyone may send it, and pays the gas."""
        return self._intent(_BUY_WITH_AUTHORIZATION, purchase, authorization)

    def buy_with_permit(self, purchase: Purchase, permit: Permit) -> Intent[Sent]:
        """`buy` in an ERC-20 with the caller's permit.

        A permit that somebody else sent before does no harm.
        """
        return self._intent(_BUY_WITH_PERMIT, purchase, permit)

    def close_offer(self, offer_id: int) -> Intent[Sent]:
        """Ends an offer for good.

        Only the class's controller.
        """
        return self._intent(_CLOSE_OFFER, offer_id)

    def cost_of(self, offer_id: int, quantity: int) -> int:
        """What a quantity costs in an offer, referral included."""
        return self._view(_COST_OF, offer_id, quantity)

    def create_offer(self, offer: Offer) -> Intent[Sent]:
        """Publishes an offer, and opens the pots that payments in its asset need (see `IRevenueRouter`).

        Only the class's controller.

        A plan's result:
            offer_id: counts from 1.
        """
        return self._intent(_CREATE_OFFER, offer)

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def has_trialled(self, class_id: int, account: AddressLike) -> bool:
        """Whether an account had its trial of a class."""
        return self._view(_HAS_TRIALLED, class_id, account)

    def left_of(self, offer_id: int) -> int:
        """How much quota an offer has left."""
        return self._view(_LEFT_OF, offer_id)

    def offer_count(self) -> int:
        """How many offers there are; they are numbered from 1."""
        return self._view(_OFFER_COUNT)

    def offer_of(self, offer_id: int) -> Offer:
        """An offer as it was published, with its end when it was closed."""
        return self._view(_OFFER_OF, offer_id)

    def pay_referral(self, referrer: AddressLike, asset: AddressLike) -> Intent[Sent]:
        """Pays a referrer what it is owed in an asset.

        Anyone may.
        """
        return self._intent(_PAY_REFERRAL, referrer, asset)

    def referral_of(self, referrer: AddressLike, asset: AddressLike) -> int:
        """What a referrer is owed in an asset."""
        return self._view(_REFERRAL_OF, referrer, asset)

    def take_trial(self, offer_id: int, account: AddressLike, deadline: int, signature: bytes) -> Intent[Sent]:
        """Gives an account its trial: a new token of the offer's trial quantity.

        Once per account and class; anyone may send it.
        """
        return self._intent(_TAKE_TRIAL, offer_id, account, deadline, signature)
