"""RevShareToken, typed.

Generated from `contracts/assets/RevShareToken.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class RevShareTerms(Struct):
    """The struct `RevShareTerms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "string",
        "string",
        "uint256",
        "address",
        "uint256",
        "uint256",
        "address",
        "bytes32",
        "string",
        "uint256",
        "address[]",
    )

    name: str
    symbol: str
    supply: int
    holder: Address
    claim_bps: int
    min_interval: int
    governor: Address
    model_commitment: bytes
    model_uri: str
    class_id: int
    revenue_tokens: tuple[Address, ...]


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    fields: bytes
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: bytes
    extensions: tuple[int, ...]


class SnapshotOfResult(NamedTuple):
    """What `snapshotOf` returns."""

    supply: int
    split: int


@dataclass(frozen=True, slots=True)
class Approval(Event):
    """An account may move an amount (ERC-20) or a token (ERC-721) of `owner`.

    Solidity: `Approval(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("owner", "address", indexed=True),
        Parameter("spender", "address", indexed=True),
        Parameter("value", "uint256"),
    )

    owner: Address
    spender: Address
    value: int


@dataclass(frozen=True, slots=True)
class EIP712DomainChanged(Event):
    """The EIP-712 domain changed: signatures made before are void.

    Solidity: `EIP712DomainChanged()`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("0a6387c9ea3628b88a633bb4f3b151770f70085117a15f9bf3787cda53f13d31")
    INPUTS: ClassVar[tuple[Parameter, ...]] = ()


@dataclass(frozen=True, slots=True)
class PaymentFailed(Event):
    """A payment failed; the amount stays owed to the account and can be claimed alone.

    Solidity: `PaymentFailed(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("cceda04bf5b3b12ed328861c4d5132ccde0b298bd9775393c6d7db3357c1dab5")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class Redeemed(Event):
    """`burnt` tokens of `account` were burnt, for which it is paid `amount` of `asset`.

    Solidity: `Redeemed(address,uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("9bcd01273db9e6cb09d97dc078fdda04f3812029365f21e09e2d77c4600f98f9")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("burnt", "uint256"),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    burnt: int
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class RevenueClaimed(Event):
    """`amount` of `asset` that `account` was owed left for `to`.

    Solidity: `RevenueClaimed(address,address,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("9c59eae00de43596d04b58973eb49cb907f43b7c196e4783631dc825f1179cac")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
        Parameter("to", "address"),
    )

    account: Address
    asset: Address
    amount: int
    to: Address


@dataclass(frozen=True, slots=True)
class RevenueReceived(Event):
    """Revenue was booked: plain sends and ERC-20s are, at the first snapshot, burn or sync after them.

    Solidity: `RevenueReceived(address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("10221063d064b7f08df50a7b688426682343e6067582ebc0802467b91b9ac741")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class RevenueTokenSet(Event):
    """`token` is, or is no longer, revenue.

    Solidity: `RevenueTokenSet(address,bool)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("03f5b9bccfae7d55ab980615e49bf4ed23cf6cae7d1872c405c6011a31b3464f")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("token", "address", indexed=True),
        Parameter("accepted", "bool"),
    )

    token: Address
    accepted: bool


@dataclass(frozen=True, slots=True)
class SliceKept(Event):
    """A burner keeps `amount` of `asset` that this snapshot would have split for it.

    Solidity: `SliceKept(address,address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("4a3d73b5c1f3d2e657ceb9009f8e430fcab5aff50215341c412526a7606990a2")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("snapshotId", "uint256", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    asset: Address
    snapshot_id: int
    amount: int


@dataclass(frozen=True, slots=True)
class SnapshotTaken(Event):
    """A snapshot was taken; `supply` is that of now, burns until the end of the block lower it.

    Solidity: `SnapshotTaken(uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("3b5ce8b2d475067181f949f668899c93f26f0b25c5f8712ebca6b4b93d92989d")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("snapshotId", "uint256", indexed=True),
        Parameter("supply", "uint256"),
    )

    snapshot_id: int
    supply: int


@dataclass(frozen=True, slots=True)
class Transfer(Event):
    """An amount (ERC-20) or a token (ERC-721) moved.

    From the zero address it is new, to it it is gone.

    Solidity: `Transfer(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("from", "address", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("value", "uint256"),
    )

    from_: Address
    to: Address
    value: int


@dataclass(frozen=True, slots=True)
class ZeroSupplySettled(Event):
    """What arrived while there was no token left went out.

    Solidity: `ZeroSupplySettled(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("2c9c900a88e6b1fce95d9d13d36be7fab3a07c034b1c246d7e69f3f6ab4e2d99")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("asset", "address", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    asset: Address
    to: Address
    amount: int


_DOMAIN_SEPARATOR: Function[bytes] = Function(
    "DOMAIN_SEPARATOR", bytes.fromhex("3644e515"), outputs=(Parameter("", "bytes32"),)
)
_ALLOWANCE: Function[int] = Function(
    "allowance",
    bytes.fromhex("dd62ed3e"),
    inputs=(Parameter("owner", "address"), Parameter("spender", "address")),
    outputs=(Parameter("", "uint256"),),
)
_APPROVE: Function[bool] = Function(
    "approve",
    bytes.fromhex("095ea7b3"),
    inputs=(Parameter("spender", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_BALANCE_OF: Function[int] = Function(
    "balanceOf",
    bytes.fromhex("70a08231"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("balance", "uint256"),),
)
_BALANCE_OF_AT: Function[int] = Function(
    "balanceOfAt",
    bytes.fromhex("4ee2cd7e"),
    inputs=(Parameter("account", "address"), Parameter("snapshotId", "uint256")),
    outputs=(Parameter("balance", "uint256"),),
)
_BURN: Function[None] = Function("burn", bytes.fromhex("42966c68"), inputs=(Parameter("amount", "uint256"),))
_BURN_FROM: Function[None] = Function(
    "burnFrom", bytes.fromhex("79cc6790"), inputs=(Parameter("account", "address"), Parameter("amount", "uint256"))
)
_CLAIM: Function[None] = Function("claim", bytes.fromhex("379607f5"), inputs=(Parameter("snapshotId", "uint256"),))
_CLAIM_ALL: Function[None] = Function("claimAll", bytes.fromhex("1e2de0d1"), inputs=(Parameter("assets", "address[]"),))
_CLAIM_ALL_FOR: Function[None] = Function(
    "claimAllFor", bytes.fromhex("546ddec0"), inputs=(Parameter("account", "address"), Parameter("assets", "address[]"))
)
_CLAIM_ALL_TO: Function[None] = Function(
    "claimAllTo", bytes.fromhex("9229a651"), inputs=(Parameter("assets", "address[]"), Parameter("to", "address"))
)
_CLAIM_BPS: Function[int] = Function("claimBps", bytes.fromhex("a1a12bba"), outputs=(Parameter("bps", "uint256"),))
_CLAIM_FOR: Function[None] = Function(
    "claimFor", bytes.fromhex("0de05659"), inputs=(Parameter("account", "address"), Parameter("snapshotId", "uint256"))
)
_CLAIM_MANY: Function[None] = Function(
    "claimMany", bytes.fromhex("925489a8"), inputs=(Parameter("snapshotIds", "uint256[]"),)
)
_CLAIM_TO: Function[None] = Function(
    "claimTo", bytes.fromhex("30e1198b"), inputs=(Parameter("snapshotId", "uint256"), Parameter("to", "address"))
)
_CLAIMABLE_ERC20: Function[int] = Function(
    "claimableERC20",
    bytes.fromhex("41273d45"),
    inputs=(Parameter("account", "address"), Parameter("snapshotId", "uint256"), Parameter("token", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_CLAIMABLE_REVENUE: Function[int] = Function(
    "claimableRevenue",
    bytes.fromhex("2be2bb11"),
    inputs=(Parameter("account", "address"), Parameter("snapshotId", "uint256")),
    outputs=(Parameter("amount", "uint256"),),
)
_CLAIMABLE_TOTAL: Function[int] = Function(
    "claimableTotal",
    bytes.fromhex("b34a5ec5"),
    inputs=(Parameter("owner", "address"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_CLASS_ID: Function[int] = Function("classId", bytes.fromhex("d5ad6849"), outputs=(Parameter("id", "uint256"),))
_DATA_ANCHORING_TOKEN: Function[Address] = Function(
    "dataAnchoringToken", bytes.fromhex("fc5533e0"), outputs=(Parameter("dat", "address"),)
)
_DECIMALS: Function[int] = Function("decimals", bytes.fromhex("313ce567"), outputs=(Parameter("", "uint8"),))
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
_GOVERNOR: Function[Address] = Function(
    "governor", bytes.fromhex("0c340a24"), outputs=(Parameter("account", "address"),)
)
_HARVEST: Function[None] = Function(
    "harvest", bytes.fromhex("f7ef82ca"), inputs=(Parameter("tokenIds", "uint256[]"), Parameter("assets", "address[]"))
)
_MIN_INTERVAL: Function[int] = Function(
    "minInterval", bytes.fromhex("3fb19a53"), outputs=(Parameter("interval", "uint256"),)
)
_MODEL_COMMITMENT: Function[bytes] = Function(
    "modelCommitment", bytes.fromhex("80f73cd4"), outputs=(Parameter("commitment", "bytes32"),)
)
_MODEL_URI: Function[str] = Function("modelURI", bytes.fromhex("311dc262"), outputs=(Parameter("", "string"),))
_NAME: Function[str] = Function("name", bytes.fromhex("06fdde03"), outputs=(Parameter("", "string"),))
_NEXT_SNAPSHOT_AT: Function[int] = Function(
    "nextSnapshotAt", bytes.fromhex("c14491d6"), outputs=(Parameter("timestamp", "uint256"),)
)
_NONCES: Function[int] = Function(
    "nonces", bytes.fromhex("7ecebe00"), inputs=(Parameter("owner", "address"),), outputs=(Parameter("", "uint256"),)
)
_ON_ERC1155_BATCH_RECEIVED: Function[bytes] = Function(
    "onERC1155BatchReceived",
    bytes.fromhex("bc197c81"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("", "uint256[]"),
        Parameter("", "uint256[]"),
        Parameter("", "bytes"),
    ),
    outputs=(Parameter("selector", "bytes4"),),
)
_ON_ERC1155_RECEIVED: Function[bytes] = Function(
    "onERC1155Received",
    bytes.fromhex("f23a6e61"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("", "uint256"),
        Parameter("", "uint256"),
        Parameter("", "bytes"),
    ),
    outputs=(Parameter("selector", "bytes4"),),
)
_PERMIT: Function[None] = Function(
    "permit",
    bytes.fromhex("d505accf"),
    inputs=(
        Parameter("owner", "address"),
        Parameter("spender", "address"),
        Parameter("value", "uint256"),
        Parameter("deadline", "uint256"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_REDEEM: Function[None] = Function(
    "redeem", bytes.fromhex("0959bd1a"), inputs=(Parameter("amount", "uint256"), Parameter("assets", "address[]"))
)
_REDEEMABLE_ERC20_ON_BURN: Function[int] = Function(
    "redeemableERC20OnBurn",
    bytes.fromhex("1c3fc4c3"),
    inputs=(Parameter("amount", "uint256"), Parameter("token", "address")),
    outputs=(Parameter("redeemable", "uint256"),),
)
_REDEEMABLE_ON_BURN: Function[int] = Function(
    "redeemableOnBurn",
    bytes.fromhex("24888f98"),
    inputs=(Parameter("amount", "uint256"),),
    outputs=(Parameter("redeemable", "uint256"),),
)
_REVENUE_TOKENS: Function[tuple[Address, ...]] = Function(
    "revenueTokens", bytes.fromhex("dffed1e8"), outputs=(Parameter("tokens", "address[]"),)
)
_SET_REVENUE_TOKEN: Function[None] = Function(
    "setRevenueToken", bytes.fromhex("d057f710"), inputs=(Parameter("token", "address"), Parameter("accepted", "bool"))
)
_SETTLE_ZERO_SUPPLY: Function[None] = Function(
    "settleZeroSupply", bytes.fromhex("65333346"), inputs=(Parameter("to", "address"),)
)
_SNAPSHOT: Function[int] = Function(
    "snapshot", bytes.fromhex("9711715a"), outputs=(Parameter("snapshotId", "uint256"),)
)
_SNAPSHOT_COUNT: Function[int] = Function(
    "snapshotCount", bytes.fromhex("098ab6a1"), outputs=(Parameter("count", "uint256"),)
)
_SNAPSHOT_OF: Function[SnapshotOfResult] = Function(
    "snapshotOf",
    bytes.fromhex("16969f5f"),
    inputs=(Parameter("snapshotId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("supply", "uint256"), Parameter("split", "uint256")),
    result=SnapshotOfResult,
)
_SUPPORTS_INTERFACE: Function[bool] = Function(
    "supportsInterface",
    bytes.fromhex("01ffc9a7"),
    inputs=(Parameter("interfaceId", "bytes4"),),
    outputs=(Parameter("supported", "bool"),),
)
_SYMBOL: Function[str] = Function("symbol", bytes.fromhex("95d89b41"), outputs=(Parameter("", "string"),))
_SYNC: Function[int] = Function(
    "sync",
    bytes.fromhex("a5841194"),
    inputs=(Parameter("token", "address"),),
    outputs=(Parameter("booked", "uint256"),),
)
_TOTAL_SUPPLY: Function[int] = Function(
    "totalSupply", bytes.fromhex("18160ddd"), outputs=(Parameter("supply", "uint256"),)
)
_TRANSFER: Function[bool] = Function(
    "transfer",
    bytes.fromhex("a9059cbb"),
    inputs=(Parameter("to", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_TRANSFER_FROM: Function[bool] = Function(
    "transferFrom",
    bytes.fromhex("23b872dd"),
    inputs=(Parameter("from", "address"), Parameter("to", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)


class RevShareToken(Contract):
    """`IRevShareToken` is the specification."""

    NAME = "RevShareToken"
    EVENTS = (
        Approval,
        EIP712DomainChanged,
        PaymentFailed,
        Redeemed,
        RevenueClaimed,
        RevenueReceived,
        RevenueTokenSet,
        SliceKept,
        SnapshotTaken,
        Transfer,
        ZeroSupplySettled,
    )
    CONSTRUCTOR = (Parameter("terms", RevShareTerms), Parameter("dat", "address"))

    @classmethod
    def creation(cls, terms: RevShareTerms, dat: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(terms, dat)

    def domain_separator(self) -> bytes:
        """The hash of the EIP-712 domain that permits are signed in."""
        return self._view(_DOMAIN_SEPARATOR)

    def allowance(self, owner: AddressLike, spender: AddressLike) -> int:
        """What `spender` may still take of `owner`'s tokens, in the smallest unit."""
        return self._view(_ALLOWANCE, owner, spender)

    def approve(self, spender: AddressLike, value: int) -> Intent[Sent]:
        """Lets an account move an amount of the caller's (ERC-20) or one token (ERC-721)."""
        return self._intent(_APPROVE, spender, value)

    def balance_of(self, account: AddressLike) -> int:
        """How much (ERC-20) or how many tokens (ERC-721) an account holds."""
        return self._view(_BALANCE_OF, account)

    def balance_of_at(self, account: AddressLike, snapshot_id: int) -> int:
        """The balance of an account that counts for a snapshot."""
        return self._view(_BALANCE_OF_AT, account, snapshot_id)

    def burn(self, amount: int) -> Intent[Sent]:
        """Burns the caller's tokens and pays its part of the redemption pool, in the native coin and every
        accepted revenue token.
        """
        return self._intent(_BURN, amount)

    def burn_from(self, account: AddressLike, amount: int) -> Intent[Sent]:
        """`burn` of somebody else's tokens, out of what it allowed the caller; that account is paid."""
        return self._intent(_BURN_FROM, account, amount)

    def claim(self, snapshot_id: int) -> Intent[Sent]:
        """Pays the caller its part of a snapshot, in the native coin and every accepted revenue token; once."""
        return self._intent(_CLAIM, snapshot_id)

    def claim_all(self, assets: Sequence[AddressLike]) -> Intent[Sent]:
        """Pays the caller everything it is owed in some assets, of all closed snapshots, and what failed
        before.

        Parameters:
            assets: the zero address is the native coin; tokens that were revenue once can be claimed for
                ever.
        """
        return self._intent(_CLAIM_ALL, assets)

    def claim_all_for(self, account: AddressLike, assets: Sequence[AddressLike]) -> Intent[Sent]:
        """`claimAll` for somebody else, paid to that account.

        Anyone may.
        """
        return self._intent(_CLAIM_ALL_FOR, account, assets)

    def claim_all_to(self, assets: Sequence[AddressLike], to: AddressLike) -> Intent[Sent]:
        """`claimAll`, paid to an address that the holder names."""
        return self._intent(_CLAIM_ALL_TO, assets, to)

    def claim_bps(self) -> int:
        """The part of revenue that holders claim, in basis points."""
        return self._view(_CLAIM_BPS)

    def claim_for(self, account: AddressLike, snapshot_id: int) -> Intent[Sent]:
        """`claim` for somebody else, paid to that account.

        Anyone may.
        """
        return self._intent(_CLAIM_FOR, account, snapshot_id)

    def claim_many(self, snapshot_ids: Sequence[int]) -> Intent[Sent]:
        """Claims several snapshots for the caller, in the native coin and every accepted token, with one
        payment each; skips what is empty or claimed.

        Ids that do not exist or are not closed revert.
        """
        return self._intent(_CLAIM_MANY, snapshot_ids)

    def claim_to(self, snapshot_id: int, to: AddressLike) -> Intent[Sent]:
        """`claim`, paid to an address that the holder names."""
        return self._intent(_CLAIM_TO, snapshot_id, to)

    def claimable_erc20(self, account: AddressLike, snapshot_id: int, token: AddressLike) -> int:
        """`claimableRevenue` in an ERC-20."""
        return self._view(_CLAIMABLE_ERC20, account, snapshot_id, token)

    def claimable_revenue(self, account: AddressLike, snapshot_id: int) -> int:
        """What an account can still claim for that one snapshot (not cumulative); 0 once claimed, and for a
        snapshot whose block has not ended.
        """
        return self._view(_CLAIMABLE_REVENUE, account, snapshot_id)

    def claimable_total(self, owner: AddressLike, asset: AddressLike) -> int:
        """What `claimAll` would pay an account in an asset now."""
        return self._view(_CLAIMABLE_TOTAL, owner, asset)

    def class_id(self) -> int:
        """The model's class of Data Anchoring Tokens."""
        return self._view(_CLASS_ID)

    def data_anchoring_token(self) -> Address:
        """The contract of Data Anchoring Tokens whose positions this contract can hold."""
        return self._view(_DATA_ANCHORING_TOKEN)

    def decimals(self) -> int:
        """How many digits after the point a whole token has."""
        return self._view(_DECIMALS)

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def governor(self) -> Address:
        """Who decides which ERC-20s are revenue."""
        return self._view(_GOVERNOR)

    def harvest(self, token_ids: Sequence[int], assets: Sequence[AddressLike]) -> Intent[Sent]:
        """Pulls the revenue of Data Anchoring Tokens that this contract holds.

        Anyone may.

        Parameters:
            assets: the zero address is the native coin.
        """
        return self._intent(_HARVEST, token_ids, assets)

    def min_interval(self) -> int:
        """The least time between two snapshots, in seconds."""
        return self._view(_MIN_INTERVAL)

    def model_commitment(self) -> bytes:
        """Hash of the model's weights and program."""
        return self._view(_MODEL_COMMITMENT)

    def model_uri(self) -> str:
        """Where the model is described."""
        return self._view(_MODEL_URI)

    def name(self) -> str:
        """The token's name, for people."""
        return self._view(_NAME)

    def next_snapshot_at(self) -> int:
        """From when on the next snapshot can be taken, in Unix seconds."""
        return self._view(_NEXT_SNAPSHOT_AT)

    def nonces(self, owner: AddressLike) -> int:
        """The number in the account's next signature: each is good once."""
        return self._view(_NONCES, owner)

    def on_erc1155_batch_received(
        self, item_0: AddressLike, item_1: AddressLike, item_2: Sequence[int], item_3: Sequence[int], item_4: bytes
    ) -> bytes:
        """Whether the contract takes tokens of several ids.

        Returns:
            selector:
                `bytes4(keccak256("onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)"))` if
                transfer is allowed
        """
        return self._view(_ON_ERC1155_BATCH_RECEIVED, item_0, item_1, item_2, item_3, item_4)

    def on_erc1155_received(
        self, item_0: AddressLike, item_1: AddressLike, item_2: int, item_3: int, item_4: bytes
    ) -> bytes:
        """Whether the contract takes tokens of an id.

        Returns:
            selector: `bytes4(keccak256("onERC1155Received(address,address,uint256,uint256,bytes)"))` if
                transfer is allowed
        """
        return self._view(_ON_ERC1155_RECEIVED, item_0, item_1, item_2, item_3, item_4)

    def permit(
        self, owner: AddressLike, spender: AddressLike, value: int, deadline: int, v: int, r: bytes, s: bytes
    ) -> Intent[Sent]:
        """Lets `spender` take up to `value` of `owner`'s tokens, by the owner's signature.

        Anyone may hand it in.
        """
        return self._intent(_PERMIT, owner, spender, value, deadline, v, r, s)

    def redeem(self, amount: int, assets: Sequence[AddressLike]) -> Intent[Sent]:
        """Burns the caller's tokens and pays its part of the redemption pools of exactly these assets; the
        others' parts stay with the remaining holders.

        For when an accepted token is too dear to move, or a token with a pool is no longer accepted.
        """
        return self._intent(_REDEEM, amount, assets)

    def redeemable_erc20_on_burn(self, amount: int, token: AddressLike) -> int:
        """`redeemableOnBurn` in an ERC-20."""
        return self._view(_REDEEMABLE_ERC20_ON_BURN, amount, token)

    def redeemable_on_burn(self, amount: int) -> int:
        """What burning `amount` tokens would pay now; reverts above the supply."""
        return self._view(_REDEEMABLE_ON_BURN, amount)

    def revenue_tokens(self) -> tuple[Address, ...]:
        """The ERC-20s that are revenue now."""
        return self._view(_REVENUE_TOKENS)

    def set_revenue_token(self, token: AddressLike, accepted: bool) -> Intent[Sent]:
        """Accepts an ERC-20 as revenue, or stops that.

        Only the governor. What was split before stays claimable; its redemption pool waits for `redeem`, or
        until the token is accepted again.
        """
        return self._intent(_SET_REVENUE_TOKEN, token, accepted)

    def settle_zero_supply(self, to: AddressLike) -> Intent[Sent]:
        """Sends out what arrived while there was no token left.

        Only the governor; nothing that anybody is owed.
        """
        return self._intent(_SETTLE_ZERO_SUPPLY, to)

    def snapshot(self) -> Intent[Sent]:
        """Fixes the revenue to claim now, and the balances at the end of this block.

        Anyone may, not more often than the token's minimum interval.

        A plan's result:
            snapshot_id: counts from 1.
        """
        return self._intent(_SNAPSHOT)

    def snapshot_count(self) -> int:
        """The number of snapshots, which is the id of the latest."""
        return self._view(_SNAPSHOT_COUNT)

    def snapshot_of(self, snapshot_id: int, asset: AddressLike) -> SnapshotOfResult:
        """The supply of a snapshot and what it split in an asset, in 1/10000 of the smallest unit."""
        return self._view(_SNAPSHOT_OF, snapshot_id, asset)

    def supports_interface(self, interface_id: bytes) -> bool:
        """Whether the contract implements an interface, by its ERC-165 id."""
        return self._view(_SUPPORTS_INTERFACE, interface_id)

    def symbol(self) -> str:
        """The token's symbol, for people."""
        return self._view(_SYMBOL)

    def sync(self, token: AddressLike) -> Intent[Sent]:
        """Books what an accepted ERC-20 brought since it was last booked.

        Anyone may.

        A plan's result:
            booked: 0 when there was nothing.
        """
        return self._intent(_SYNC, token)

    def total_supply(self) -> int:
        """How much of the token there is, in its smallest unit."""
        return self._view(_TOTAL_SUPPLY)

    def transfer(self, to: AddressLike, value: int) -> Intent[Sent]:
        """Moves the caller's tokens."""
        return self._intent(_TRANSFER, to, value)

    def transfer_from(self, from_: AddressLike, to: AddressLike, value: int) -> Intent[Sent]:
        """Moves an amount (ERC-20) or a token (ERC-721) of another account."""
        return self._intent(_TRANSFER_FROM, from_, to, value)
