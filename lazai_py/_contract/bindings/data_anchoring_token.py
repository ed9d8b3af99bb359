"""DataAnchoringToken, typed.

Generated from `contracts/assets/dat/DataAnchoringToken.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Array, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Voucher(Struct):
    """The struct `Voucher`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "uint256",
        "address",
        "address",
        "address",
        "uint32",
        "bytes32",
        "uint256",
        "uint64",
        "bytes32",
    )

    token_id: int
    reserver: Address
    service: Address
    session: Address
    generation: int
    metric: bytes
    cumulative: int
    deadline: int
    call: bytes


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    fields: bytes
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: bytes
    extensions: tuple[int, ...]


class GetClassMetaResult(NamedTuple):
    """What `getClassMeta` returns.

    Attributes:
        metadata_uri: where the metadata lies.
        integrity_hash: what the class commits to: the hash that the metadata or data must match.
        unit_decimals: decimals of the quota: 10**unitDecimals of `value` make one unit of usage.
        policy_uri: where the policy lies.
    """

    metadata_uri: str
    integrity_hash: bytes
    unit_decimals: int
    policy_uri: str


class MetadataVersionResult(NamedTuple):
    """What `metadataVersion` returns."""

    metadata_uri: str
    integrity_hash: bytes


class ReservationOfResult(NamedTuple):
    """What `reservationOf` returns.

    Attributes:
        amount: what was reserved in this generation.
        redeemed: what of it was redeemed.
        until: the last second at which vouchers can be redeemed; 0 when nothing is reserved.
        generation: what vouchers must name.
    """

    amount: int
    redeemed: int
    until: int
    generation: int


class RoyaltyInfoResult(NamedTuple):
    """What `royaltyInfo` returns."""

    receiver: Address
    amount: int


class VersionsOfResult(NamedTuple):
    """What `versionsOf` returns."""

    metadata_versions: int
    policy_versions: int


@dataclass(frozen=True, slots=True)
class ApprovalForAll(Event):
    """`operator` may, or may no longer, move every token of `account`.

    Solidity: `ApprovalForAll(address,address,bool)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("operator", "address", indexed=True),
        Parameter("approved", "bool"),
    )

    account: Address
    operator: Address
    approved: bool


@dataclass(frozen=True, slots=True)
class ApprovalForClass(Event):
    """`operator` may, or may no longer, use and move the quota of every token of the class that `owner`
    holds.

    Solidity: `ApprovalForClass(address,uint256,address,bool)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("5c3b9a34af8ecb94c7bef73773568e163cf361fa5d76fa5d52dab8f4498817cf")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("owner", "address", indexed=True),
        Parameter("classId", "uint256", indexed=True),
        Parameter("operator", "address", indexed=True),
        Parameter("approved", "bool"),
    )

    owner: Address
    class_id: int
    operator: Address
    approved: bool


@dataclass(frozen=True, slots=True)
class BatchMetadataUpdate(Event):
    """ERC-4906: the metadata of these ids changed.

    Solidity: `BatchMetadataUpdate(uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("6bd5c950a8d8df17f772f5af37cb3655737899cbf903264b9795592da439661c")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("_fromTokenId", "uint256"), Parameter("_toTokenId", "uint256"))

    from_token_id: int
    to_token_id: int


@dataclass(frozen=True, slots=True)
class Claimed(Event):
    """`amount` of `asset` left for `to`.

    Solidity: `Claimed(uint256,address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("ce3bcb6e219596cf26007ffdfaae8953bc3f76e3f36c0a79b23e28020da3222e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    token_id: int
    to: Address
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class ClassCreated(Event):
    """A class exists from now on.

    Solidity: `ClassCreated(uint256,string,bytes32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("cbf4ceec2e5c8865b509fd65a97a450ff709dd1d0c9aeae52f474abe06dfb974")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("metadataURI", "string"),
        Parameter("integrityHash", "bytes32"),
    )

    class_id: int
    metadata_uri: str
    integrity_hash: bytes


@dataclass(frozen=True, slots=True)
class ClassPolicyUpdated(Event):
    """The policy of a class is now what `policyURI` names.

    Emitted at creation too.

    Solidity: `ClassPolicyUpdated(uint256,string)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("24f901353f9b15125ed7f539fcad3b7fc50110d676d3b4298d3d3808df39e65b")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("policyURI", "string"),
    )

    class_id: int
    policy_uri: str


@dataclass(frozen=True, slots=True)
class ClassTermsSet(Event):
    """The terms of a class that never change, and its first controller.

    Emitted once, at creation.

    Solidity: `ClassTermsSet(uint256,address,uint8,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("b4af266a98df23088f6fbf18f683e5ffa34169098bd94506b9eb8cc2923dd6a5")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("controller", "address", indexed=True),
        Parameter("unitDecimals", "uint8"),
        Parameter("maxTotalShare", "uint256"),
    )

    class_id: int
    controller: Address
    unit_decimals: int
    max_total_share: int


@dataclass(frozen=True, slots=True)
class ControllerNominated(Event):
    """`nominee` may accept the control of the class; the zero address withdraws a nomination.

    Solidity: `ControllerNominated(uint256,address,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("3767e881d8bb76639b770209851809ae7449816c138d1fa5db527d6172e465f1")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("controller", "address", indexed=True),
        Parameter("nominee", "address", indexed=True),
    )

    class_id: int
    controller: Address
    nominee: Address


@dataclass(frozen=True, slots=True)
class ControllerTransferred(Event):
    """The control of the class changed hands; to the zero address when it was renounced.

    Solidity: `ControllerTransferred(uint256,address,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("a61bfe0a03af4f3ca8d3c1e4400e2aa67da43b299b59184af3e55d5d27d922fb")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("from", "address", indexed=True),
        Parameter("to", "address", indexed=True),
    )

    class_id: int
    from_: Address
    to: Address


@dataclass(frozen=True, slots=True)
class Expired(Event):
    """The token was found expired.

    Emitted once, at the first call that touches it; the accounting never waits for it.

    Solidity: `Expired(uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f80dbaea4785589e52984ca36a31de106adc77759539a5c7d92883bf49692fe9")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("tokenId", "uint256", indexed=True),)

    token_id: int


@dataclass(frozen=True, slots=True)
class Frozen(Event):
    """Metadata, policy and royalty of the class are fixed for good.

    Solidity: `Frozen(uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("4d69b51fee53c28bd8b61fe008151577ca65160b5248f6225e74d64fd4cf7328")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("classId", "uint256", indexed=True),)

    class_id: int


@dataclass(frozen=True, slots=True)
class MetadataUpdate(Event):
    """ERC-4906: the metadata of this id changed.

    Declared by the standard; metadata here belongs to classes.

    Solidity: `MetadataUpdate(uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f8e1a15aba9398e019f0b49df1a4fde98ee17ae345cb5f6b5e2c27f5033e8ce7")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("_tokenId", "uint256"),)

    token_id: int


@dataclass(frozen=True, slots=True)
class MetadataUpdated(Event):
    """The metadata of a class is now what `metadataURI` names and `integrityHash` fixes.

    Solidity: `MetadataUpdated(uint256,string,bytes32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("eab02659d82f207d7ba3d346964d09c280396a4798fae5bd584257ca14376475")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("metadataURI", "string"),
        Parameter("integrityHash", "bytes32"),
    )

    class_id: int
    metadata_uri: str
    integrity_hash: bytes


@dataclass(frozen=True, slots=True)
class Minted(Event):
    """A token exists from now on.

    `shareRatio` is the stored, saturated number.

    Solidity: `Minted(uint256,uint256,address,uint256,uint256,uint64)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("04cd2cb07f7dd64bac6ce0436354822231650e9bf1a1e4d74932a3efa6a6e552")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("classId", "uint256", indexed=True),
        Parameter("to", "address"),
        Parameter("value", "uint256"),
        Parameter("shareRatio", "uint256"),
        Parameter("expireAt", "uint64"),
    )

    token_id: int
    class_id: int
    to: Address
    value: int
    share_ratio: int
    expire_at: int


@dataclass(frozen=True, slots=True)
class MinterSet(Event):
    """`minter` may, or may no longer, mint in the class.

    Solidity: `MinterSet(uint256,address,bool)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("69a41d69f639fd3b34af0fed8ac7a828d4d3be72246ddaa5e137a4c1d32cf121")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("minter", "address", indexed=True),
        Parameter("allowed", "bool"),
    )

    class_id: int
    minter: Address
    allowed: bool


@dataclass(frozen=True, slots=True)
class ProofAdded(Event):
    """A proof about the token was added: a statement that its owner or its class's controller stands for.

    Solidity: `ProofAdded(uint256,bytes32,string,bytes)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c0e7adc38a1c7019b393a30383bfb487d98ae418e0e57e1ff87b39e9265e2056")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("proofType", "bytes32"),
        Parameter("uri", "string"),
        Parameter("signature", "bytes"),
    )

    token_id: int
    proof_type: bytes
    uri: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Released(Event):
    """A reservation is over; `returned` went back to the token.

    Solidity: `Released(uint256,address,address,uint32,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("78d4aa26c7920597887476743ebd717657f9973cbea7815a172db273d64fe24f")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("reserver", "address", indexed=True),
        Parameter("service", "address", indexed=True),
        Parameter("generation", "uint32"),
        Parameter("returned", "uint256"),
    )

    token_id: int
    reserver: Address
    service: Address
    generation: int
    returned: int


@dataclass(frozen=True, slots=True)
class Reserved(Event):
    """Quota was set aside: `amount` more, up to and including `until`.

    Solidity: `Reserved(uint256,address,address,uint32,uint256,uint64)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("a5c09dad974cd7868c3bb4565c1d2a5f4933aa98c38b6c2e5e4d8fb7a6f78f3a")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("reserver", "address", indexed=True),
        Parameter("service", "address", indexed=True),
        Parameter("generation", "uint32"),
        Parameter("amount", "uint256"),
        Parameter("until", "uint64"),
    )

    token_id: int
    reserver: Address
    service: Address
    generation: int
    amount: int
    until: int


@dataclass(frozen=True, slots=True)
class RevenueSettled(Event):
    """`amount` of `asset` arrived for the live shares of the class.

    Solidity: `RevenueSettled(uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("8066141f58a3e577c2951d2908ae9e935232ae42f3f2a18c5dfc13b5d2aae98f")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    class_id: int
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class RoyaltySet(Event):
    """Resales of the class's tokens owe `bps` basis points to `receiver` (ERC-2981).

    Solidity: `RoyaltySet(uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("49018ca4b3b4f0c8442e69b201303bb7f7919a14033768ce71ad07ba63a348a3")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("receiver", "address", indexed=True),
        Parameter("bps", "uint256"),
    )

    class_id: int
    receiver: Address
    bps: int


@dataclass(frozen=True, slots=True)
class SessionRevoked(Event):
    """Vouchers that a session key signed for a reserver cannot be redeemed from `effectiveAt` on.

    Solidity: `SessionRevoked(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f3567f997edbbca74b308c7853914bcf6bf98993def3454cceb8a53222e79a30")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("reserver", "address", indexed=True),
        Parameter("key", "address", indexed=True),
        Parameter("effectiveAt", "uint256"),
    )

    reserver: Address
    key: Address
    effective_at: int


@dataclass(frozen=True, slots=True)
class TransferBatch(Event):
    """`operator` moved amounts of several ids.

    Solidity: `TransferBatch(address,address,address,uint256[],uint256[])`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("operator", "address", indexed=True),
        Parameter("from", "address", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("ids", "uint256[]"),
        Parameter("values", "uint256[]"),
    )

    operator: Address
    from_: Address
    to: Address
    ids: tuple[int, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TransferSingle(Event):
    """`operator` moved `value` of an id.

    From the zero address it is new, to the zero address it is gone.

    Solidity: `TransferSingle(address,address,address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("operator", "address", indexed=True),
        Parameter("from", "address", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("id", "uint256"),
        Parameter("value", "uint256"),
    )

    operator: Address
    from_: Address
    to: Address
    id: int
    value: int


@dataclass(frozen=True, slots=True)
class TransferToken(Event):
    """A whole token changed hands.

    Solidity: `TransferToken(uint256,address,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("883cf583b77e18ff7c8e1a0e71a7cb0a9820e3af728c467709769c1a0e035c20")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("from", "address", indexed=True),
        Parameter("to", "address", indexed=True),
    )

    token_id: int
    from_: Address
    to: Address


@dataclass(frozen=True, slots=True)
class URI(Event):
    """The metadata of an id lies elsewhere now.

    Solidity: `URI(string,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("6bb7ff708619ba0610cba295a58592e0451dee2622938c8755667688daf3529b")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("value", "string"), Parameter("id", "uint256", indexed=True))

    value: str
    id: int


@dataclass(frozen=True, slots=True)
class UsageRecorded(Event):
    """`amount` units of quota were used; `metricType` labels what for, e.g.
    `keccak256("inference_calls")`.

    Solidity: `UsageRecorded(uint256,bytes32,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("bcb77240b51e5ddedd76eb0d4dc554941237485a5801d9083681e97b2fe3e531")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("metricType", "bytes32"),
        Parameter("amount", "uint256"),
        Parameter("actor", "address"),
    )

    token_id: int
    metric_type: bytes
    amount: int
    actor: Address


@dataclass(frozen=True, slots=True)
class ValueMinted(Event):
    """`value` of new quota was added to a token that exists.

    Solidity: `ValueMinted(uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("cc1d246ea7f4c124a85f7bb744608e4afc978e3cd83efb86b2ec05a1018df027")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("value", "uint256"),
    )

    token_id: int
    value: int


@dataclass(frozen=True, slots=True)
class ValueTransferred(Event):
    """Quota moved between two tokens of one class.

    Solidity: `ValueTransferred(uint256,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("08fdc9b4581fc254e3e52b2c48704fb0d46ce55b2994a2ee7387f87229a1396d")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("fromTokenId", "uint256", indexed=True),
        Parameter("toTokenId", "uint256", indexed=True),
        Parameter("value", "uint256"),
    )

    from_token_id: int
    to_token_id: int
    value: int


@dataclass(frozen=True, slots=True)
class VoucherRefused(Event):
    """A voucher in a batch did not pay.

    Solidity: `VoucherRefused(uint256,address,address,uint256,uint8)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("5ba84082b8c3b1ceaca299882e72eb272720884639c7a68dc8011c3b99b114ef")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("reserver", "address", indexed=True),
        Parameter("service", "address", indexed=True),
        Parameter("cumulative", "uint256"),
        Parameter("refusal", "uint8"),
    )

    token_id: int
    reserver: Address
    service: Address
    cumulative: int
    refusal: int


_REVOCATION_NOTICE: Function[int] = Function(
    "REVOCATION_NOTICE", bytes.fromhex("4711fc98"), outputs=(Parameter("", "uint256"),)
)
_ACCEPT_CONTROLLER: Function[None] = Function(
    "acceptController", bytes.fromhex("8a32efa3"), inputs=(Parameter("classId", "uint256"),)
)
_ADD_PROOF: Function[None] = Function(
    "addProof",
    bytes.fromhex("c40b0372"),
    inputs=(
        Parameter("tokenId", "uint256"),
        Parameter("proofType", "bytes32"),
        Parameter("uri_", "string"),
        Parameter("signature", "bytes"),
    ),
)
_APPROVE_FOR_CLASS: Function[None] = Function(
    "approveForClass",
    bytes.fromhex("14050fab"),
    inputs=(Parameter("classId", "uint256"), Parameter("operator", "address"), Parameter("approved", "bool")),
)
_BALANCE_OF: Function[int] = Function(
    "balanceOf",
    bytes.fromhex("00fdd58e"),
    inputs=(Parameter("account", "address"), Parameter("tokenId", "uint256")),
    outputs=(Parameter("balance", "uint256"),),
)
_BALANCE_OF_BATCH: Function[tuple[int, ...]] = Function(
    "balanceOfBatch",
    bytes.fromhex("4e1273f4"),
    inputs=(Parameter("accounts", "address[]"), Parameter("tokenIds", "uint256[]")),
    outputs=(Parameter("balances", "uint256[]"),),
)
_CLAIM: Function[int] = Function(
    "claim",
    bytes.fromhex("2cd1b113"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("asset", "address"), Parameter("to", "address")),
    outputs=(Parameter("amountClaimed", "uint256"),),
)
_CLAIM_AND_TRANSFER: Function[None] = Function(
    "claimAndTransfer",
    bytes.fromhex("cdc6f8ed"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("assets", "address[]"), Parameter("to", "address")),
)
_CLAIM_MANY: Function[int] = Function(
    "claimMany",
    bytes.fromhex("7c20d5be"),
    inputs=(Parameter("tokenIds", "uint256[]"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_CLASS_COUNT: Function[int] = Function("classCount", bytes.fromhex("ab996317"), outputs=(Parameter("", "uint256"),))
_CLASS_OF: Function[int] = Function(
    "classOf",
    bytes.fromhex("4324aa21"),
    inputs=(Parameter("tokenId", "uint256"),),
    outputs=(Parameter("classId", "uint256"),),
)
_CONTROLLER_OF: Function[Address] = Function(
    "controllerOf",
    bytes.fromhex("5dd8f6aa"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("controller", "address"),),
)
_CREATE_CLASS: Function[int] = Function(
    "createClass",
    bytes.fromhex("e0fc0eca"),
    inputs=(
        Parameter("metadataURI", "string"),
        Parameter("integrityHash", "bytes32"),
        Parameter("unitDecimals", "uint8"),
        Parameter("policyURI", "string"),
    ),
    outputs=(Parameter("classId", "uint256"),),
)
_CREATE_CLASS_WITH_CAP: Function[int] = Function(
    "createClassWithCap",
    bytes.fromhex("b5417e35"),
    inputs=(
        Parameter("metadataURI", "string"),
        Parameter("integrityHash", "bytes32"),
        Parameter("unitDecimals", "uint8"),
        Parameter("policyURI", "string"),
        Parameter("maxTotalShare", "uint256"),
    ),
    outputs=(Parameter("classId", "uint256"),),
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
_EXPIRE_AT_OF: Function[int] = Function(
    "expireAtOf",
    bytes.fromhex("56626b7f"),
    inputs=(Parameter("tokenId", "uint256"),),
    outputs=(Parameter("expireAt", "uint64"),),
)
_FREEZE_CLASS: Function[None] = Function(
    "freezeClass", bytes.fromhex("ae7c9369"), inputs=(Parameter("classId", "uint256"),)
)
_GET_CLASS_META: Function[GetClassMetaResult] = Function(
    "getClassMeta",
    bytes.fromhex("0a4fda67"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(
        Parameter("metadataURI", "string"),
        Parameter("integrityHash", "bytes32"),
        Parameter("unitDecimals", "uint8"),
        Parameter("policyURI", "string"),
    ),
    result=GetClassMetaResult,
)
_IS_APPROVED_FOR_ALL: Function[bool] = Function(
    "isApprovedForAll",
    bytes.fromhex("e985e9c5"),
    inputs=(Parameter("owner", "address"), Parameter("operator", "address")),
    outputs=(Parameter("approved", "bool"),),
)
_IS_APPROVED_FOR_CLASS: Function[bool] = Function(
    "isApprovedForClass",
    bytes.fromhex("766e346c"),
    inputs=(Parameter("owner", "address"), Parameter("classId", "uint256"), Parameter("operator", "address")),
    outputs=(Parameter("approved", "bool"),),
)
_IS_FROZEN: Function[bool] = Function(
    "isFrozen",
    bytes.fromhex("a0894799"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("frozen", "bool"),),
)
_IS_MINTER: Function[bool] = Function(
    "isMinter",
    bytes.fromhex("00277df0"),
    inputs=(Parameter("classId", "uint256"), Parameter("account", "address")),
    outputs=(Parameter("allowed", "bool"),),
)
_MAX_TOTAL_SHARE_OF: Function[int] = Function(
    "maxTotalShareOf",
    bytes.fromhex("a9030871"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("maxTotalShare", "uint256"),),
)
_METADATA_VERSION: Function[MetadataVersionResult] = Function(
    "metadataVersion",
    bytes.fromhex("13a9ed8a"),
    inputs=(Parameter("classId", "uint256"), Parameter("version", "uint256")),
    outputs=(Parameter("metadataURI", "string"), Parameter("integrityHash", "bytes32")),
    result=MetadataVersionResult,
)
_MINT: Function[int] = Function(
    "mint",
    bytes.fromhex("741e3723"),
    inputs=(
        Parameter("classId", "uint256"),
        Parameter("to", "address"),
        Parameter("value", "uint256"),
        Parameter("shareRatio", "uint256"),
        Parameter("expireAt", "uint64"),
    ),
    outputs=(Parameter("tokenId", "uint256"),),
)
_MINT_BATCH: Function[tuple[int, ...]] = Function(
    "mintBatch",
    bytes.fromhex("a7ba628a"),
    inputs=(
        Parameter("classId", "uint256"),
        Parameter("to", "address[]"),
        Parameter("value", "uint256[]"),
        Parameter("shareRatio", "uint256[]"),
        Parameter("expireAt", "uint64[]"),
    ),
    outputs=(Parameter("tokenIds", "uint256[]"),),
)
_MINT_VALUE: Function[None] = Function(
    "mintValue", bytes.fromhex("f0e88e7f"), inputs=(Parameter("tokenId", "uint256"), Parameter("value", "uint256"))
)
_NAME: Function[str] = Function("name", bytes.fromhex("06fdde03"), outputs=(Parameter("", "string"),))
_OWNER_OF: Function[Address] = Function(
    "ownerOf",
    bytes.fromhex("6352211e"),
    inputs=(Parameter("tokenId", "uint256"),),
    outputs=(Parameter("owner", "address"),),
)
_PENDING_CONTROLLER_OF: Function[Address] = Function(
    "pendingControllerOf",
    bytes.fromhex("cc8d5b2c"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("nominee", "address"),),
)
_PENDING_REVENUE: Function[int] = Function(
    "pendingRevenue",
    bytes.fromhex("bb0bc514"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_POKE_EXPIRED: Function[None] = Function(
    "pokeExpired", bytes.fromhex("1345fdb5"), inputs=(Parameter("tokenIds", "uint256[]"),)
)
_POLICY_VERSION: Function[str] = Function(
    "policyVersion",
    bytes.fromhex("84e3ba17"),
    inputs=(Parameter("classId", "uint256"), Parameter("version", "uint256")),
    outputs=(Parameter("policyURI", "string"),),
)
_PROOF_ADDED_AT: Function[int] = Function(
    "proofAddedAt",
    bytes.fromhex("bf24b97a"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("proofType", "bytes32"), Parameter("uri_", "string")),
    outputs=(Parameter("timestamp", "uint256"),),
)
_RECORD_USAGE: Function[None] = Function(
    "recordUsage",
    bytes.fromhex("48904648"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("metricType", "bytes32"), Parameter("amount", "uint256")),
)
_RECORD_USAGE_BATCH: Function[None] = Function(
    "recordUsageBatch",
    bytes.fromhex("bf29fdbf"),
    inputs=(Parameter("tokenIds", "uint256[]"), Parameter("metricType", "bytes32"), Parameter("amounts", "uint256[]")),
)
_REDEEM: Function[tuple[int, ...]] = Function(
    "redeem",
    bytes.fromhex("24b221b0"),
    inputs=(Parameter("vouchers", Array(Voucher, "[]")), Parameter("signatures", "bytes[]")),
    outputs=(Parameter("paid", "uint256[]"),),
)
_RELEASE: Function[int] = Function(
    "release",
    bytes.fromhex("30cc75d7"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("reserver", "address"), Parameter("service", "address")),
    outputs=(Parameter("returned", "uint256"),),
)
_RENOUNCE_CONTROLLER: Function[None] = Function(
    "renounceController", bytes.fromhex("b35bf422"), inputs=(Parameter("classId", "uint256"),)
)
_RESERVATION_OF: Function[ReservationOfResult] = Function(
    "reservationOf",
    bytes.fromhex("2b9b20fe"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("reserver", "address"), Parameter("service", "address")),
    outputs=(
        Parameter("amount", "uint256"),
        Parameter("redeemed", "uint256"),
        Parameter("until", "uint64"),
        Parameter("generation", "uint32"),
    ),
    result=ReservationOfResult,
)
_RESERVE: Function[int] = Function(
    "reserve",
    bytes.fromhex("342ef5c1"),
    inputs=(
        Parameter("tokenId", "uint256"),
        Parameter("service", "address"),
        Parameter("amount", "uint256"),
        Parameter("until", "uint64"),
    ),
    outputs=(Parameter("generation", "uint32"),),
)
_REVOKE_SESSION: Function[None] = Function(
    "revokeSession", bytes.fromhex("1fa5d6a4"), inputs=(Parameter("key", "address"),)
)
_ROYALTY_INFO: Function[RoyaltyInfoResult] = Function(
    "royaltyInfo",
    bytes.fromhex("2a55205a"),
    inputs=(Parameter("tokenId", "uint256"), Parameter("salePrice", "uint256")),
    outputs=(Parameter("receiver", "address"), Parameter("amount", "uint256")),
    result=RoyaltyInfoResult,
)
_SAFE_BATCH_TRANSFER_FROM: Function[None] = Function(
    "safeBatchTransferFrom",
    bytes.fromhex("2eb2c2d6"),
    inputs=(
        Parameter("from", "address"),
        Parameter("to", "address"),
        Parameter("tokenIds", "uint256[]"),
        Parameter("amounts", "uint256[]"),
        Parameter("data", "bytes"),
    ),
)
_SAFE_TRANSFER_FROM: Function[None] = Function(
    "safeTransferFrom",
    bytes.fromhex("f242432a"),
    inputs=(
        Parameter("from", "address"),
        Parameter("to", "address"),
        Parameter("tokenId", "uint256"),
        Parameter("amount", "uint256"),
        Parameter("data", "bytes"),
    ),
)
_SESSION_REVOKED_AT: Function[int] = Function(
    "sessionRevokedAt",
    bytes.fromhex("60c6f91d"),
    inputs=(Parameter("reserver", "address"), Parameter("key", "address")),
    outputs=(Parameter("effectiveAt", "uint256"),),
)
_SET_APPROVAL_FOR_ALL: Function[None] = Function(
    "setApprovalForAll",
    bytes.fromhex("a22cb465"),
    inputs=(Parameter("operator", "address"), Parameter("approved", "bool")),
)
_SET_MINTER: Function[None] = Function(
    "setMinter",
    bytes.fromhex("6267fb45"),
    inputs=(Parameter("classId", "uint256"), Parameter("minter", "address"), Parameter("allowed", "bool")),
)
_SET_ROYALTY: Function[None] = Function(
    "setRoyalty",
    bytes.fromhex("7db3c828"),
    inputs=(Parameter("classId", "uint256"), Parameter("receiver", "address"), Parameter("bps", "uint256")),
)
_SETTLE_REVENUE_ERC20: Function[None] = Function(
    "settleRevenueERC20",
    bytes.fromhex("90f1e29d"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address"), Parameter("amount", "uint256")),
)
_SETTLE_REVENUE_ETH: Function[None] = Function(
    "settleRevenueETH", bytes.fromhex("8ccd0350"), inputs=(Parameter("classId", "uint256"),)
)
_SHARE_RATIO_OF: Function[int] = Function(
    "shareRatioOf",
    bytes.fromhex("36d98ca1"),
    inputs=(Parameter("tokenId", "uint256"),),
    outputs=(Parameter("shareRatio", "uint256"),),
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
    bytes.fromhex("538361a7"),
    inputs=(Parameter("classId", "uint256"), Parameter("max", "uint256")),
    outputs=(Parameter("forgotten", "uint256"),),
)
_TOKEN_COUNT_OF: Function[int] = Function(
    "tokenCountOf",
    bytes.fromhex("25f9fc6e"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("count", "uint256"),),
)
_TOTAL_SHARE_OF: Function[int] = Function(
    "totalShareOf",
    bytes.fromhex("746348ac"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("totalShare", "uint256"),),
)
_TRANSFER_CONTROLLER: Function[None] = Function(
    "transferController",
    bytes.fromhex("4b759d66"),
    inputs=(Parameter("classId", "uint256"), Parameter("nominee", "address")),
)
_TRANSFER_TOKEN: Function[None] = Function(
    "transferToken", bytes.fromhex("bad42590"), inputs=(Parameter("tokenId", "uint256"), Parameter("to", "address"))
)
_TRANSFER_VALUE: Function[None] = Function(
    "transferValue",
    bytes.fromhex("54e26179"),
    inputs=(Parameter("fromTokenId", "uint256"), Parameter("toTokenId", "uint256"), Parameter("value", "uint256")),
)
_UPDATE_CLASS_METADATA: Function[None] = Function(
    "updateClassMetadata",
    bytes.fromhex("38b40dc2"),
    inputs=(Parameter("classId", "uint256"), Parameter("metadataURI", "string"), Parameter("integrityHash", "bytes32")),
)
_UPDATE_CLASS_POLICY: Function[None] = Function(
    "updateClassPolicy",
    bytes.fromhex("4f2b75e2"),
    inputs=(Parameter("classId", "uint256"), Parameter("policyURI", "string")),
)
_URI: Function[str] = Function(
    "uri",
    bytes.fromhex("0e89341c"),
    inputs=(Parameter("tokenId", "uint256"),),
    outputs=(Parameter("metadataURI", "string"),),
)
_VALUE_OF: Function[int] = Function(
    "valueOf",
    bytes.fromhex("cadf338f"),
    inputs=(Parameter("tokenId", "uint256"),),
    outputs=(Parameter("value", "uint256"),),
)
_VERSIONS_OF: Function[VersionsOfResult] = Function(
    "versionsOf",
    bytes.fromhex("127c9495"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("metadataVersions", "uint256"), Parameter("policyVersions", "uint256")),
    result=VersionsOfResult,
)


class DataAnchoringToken(Contract):
    """AI assets as tokens that carry three rights at once: ownership, usage quota and a share of the
    revenue.
    """

    NAME = "DataAnchoringToken"
    EVENTS = (
        ApprovalForAll,
        ApprovalForClass,
        BatchMetadataUpdate,
        Claimed,
        ClassCreated,
        ClassPolicyUpdated,
        ClassTermsSet,
        ControllerNominated,
        ControllerTransferred,
        Expired,
        Frozen,
        MetadataUpdate,
        MetadataUpdated,
        Minted,
        MinterSet,
        ProofAdded,
        Released,
        Reserved,
        RevenueSettled,
        RoyaltySet,
        SessionRevoked,
        TransferBatch,
        TransferSingle,
        TransferToken,
        URI,
        UsageRecorded,
        ValueMinted,
        ValueTransferred,
        VoucherRefused,
    )

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def revocation_notice(self) -> int:
        """How long vouchers of a revoked session key stay redeemable, in seconds."""
        return self._view(_REVOCATION_NOTICE)

    def accept_controller(self, class_id: int) -> Intent[Sent]:
        """Takes over the control of a class.

        Only the nominee. Minters stay named.
        """
        return self._intent(_ACCEPT_CONTROLLER, class_id)

    def add_proof(self, token_id: int, proof_type: bytes, uri: str, signature: bytes) -> Intent[Sent]:
        """Adds a proof.

        The controller of the class needs no signature; anyone else brings one of the owner or the
        controller (an account or an ERC-1271 contract).

        Parameters:
            proof_type: A label such as `keccak256("quality")`.
        """
        return self._intent(_ADD_PROOF, token_id, proof_type, uri, signature)

    def approve_for_class(self, class_id: int, operator: AddressLike, approved: bool) -> Intent[Sent]:
        """Lets `operator` use and move the quota of the caller's tokens in a class: all of it, until revoked."""
        return self._intent(_APPROVE_FOR_CLASS, class_id, operator, approved)

    def balance_of(self, account: AddressLike, token_id: int) -> int:
        """How many of an id an account holds."""
        return self._view(_BALANCE_OF, account, token_id)

    def balance_of_batch(self, accounts: Sequence[AddressLike], token_ids: Sequence[int]) -> tuple[int, ...]:
        """How many of each id the account in the same place holds."""
        return self._view(_BALANCE_OF_BATCH, accounts, token_ids)

    def claim(self, token_id: int, asset: AddressLike, to: AddressLike) -> Intent[Sent]:
        """Pays out the unclaimed revenue of a token.

        The owner may name any `to`; anyone else only the owner.

        A plan's result:
            amount_claimed: 0 when nothing is pending; that neither reverts nor emits `Claimed`.
        """
        return self._intent(_CLAIM, token_id, asset, to)

    def claim_and_transfer(self, token_id: int, assets: Sequence[AddressLike], to: AddressLike) -> Intent[Sent]:
        """Claims the assets to the owner, then moves the token to `to`.

        Only the owner or its `setApprovalForAll` operator.
        """
        return self._intent(_CLAIM_AND_TRANSFER, token_id, assets, to)

    def claim_many(self, token_ids: Sequence[int], asset: AddressLike) -> Intent[Sent]:
        """Claims one asset for many tokens, each to its owner; tokens without pending revenue are passed over.

        Anyone may. Neighbours in the list with one owner are paid by one transfer.

        A plan's result:
            amount: the sum of what was paid.
        """
        return self._intent(_CLAIM_MANY, token_ids, asset)

    def class_count(self) -> int:
        """How many classes there are; their ids are 1 to this."""
        return self._view(_CLASS_COUNT)

    def class_of(self, token_id: int) -> int:
        """The class of a token."""
        return self._view(_CLASS_OF, token_id)

    def controller_of(self, class_id: int) -> Address:
        """The controller of a class; the zero address once renounced."""
        return self._view(_CONTROLLER_OF, class_id)

    def create_class(
        self, metadata_uri: str, integrity_hash: bytes, unit_decimals: int, policy_uri: str
    ) -> Intent[Sent]:
        """Creates a class; the caller becomes its controller.

        Anyone may.

        A plan's result:
            class_id: counts from 1.
        """
        return self._intent(_CREATE_CLASS, metadata_uri, integrity_hash, unit_decimals, policy_uri)

    def create_class_with_cap(
        self, metadata_uri: str, integrity_hash: bytes, unit_decimals: int, policy_uri: str, max_total_share: int
    ) -> Intent[Sent]:
        """`createClass` with a cap on the class's living share that can never change.

        A cap of 0 makes a class of quota without revenue; one above 2**64 - 1 is stored as that, which is
        what every other class has.
        """
        return self._intent(
            _CREATE_CLASS_WITH_CAP, metadata_uri, integrity_hash, unit_decimals, policy_uri, max_total_share
        )

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def expire_at_of(self, token_id: int) -> int:
        """The last second at which the token works, in Unix time; 0 for a token that does not expire."""
        return self._view(_EXPIRE_AT_OF, token_id)

    def freeze_class(self, class_id: int) -> Intent[Sent]:
        """Fixes metadata, policy and royalty of a class for good.

        Only the controller. Minting goes on.
        """
        return self._intent(_FREEZE_CLASS, class_id)

    def get_class_meta(self, class_id: int) -> GetClassMetaResult:
        """The current metadata and policy of a class."""
        return self._view(_GET_CLASS_META, class_id)

    def is_approved_for_all(self, owner: AddressLike, operator: AddressLike) -> bool:
        """Whether `operator` may move every token of `account`."""
        return self._view(_IS_APPROVED_FOR_ALL, owner, operator)

    def is_approved_for_class(self, owner: AddressLike, class_id: int, operator: AddressLike) -> bool:
        """Whether `operator` may use and move the quota of `owner`'s tokens in the class."""
        return self._view(_IS_APPROVED_FOR_CLASS, owner, class_id, operator)

    def is_frozen(self, class_id: int) -> bool:
        """Whether the class is frozen."""
        return self._view(_IS_FROZEN, class_id)

    def is_minter(self, class_id: int, account: AddressLike) -> bool:
        """Whether the controller named this account a minter of the class."""
        return self._view(_IS_MINTER, class_id, account)

    def max_total_share_of(self, class_id: int) -> int:
        """What `totalShareOf` can never exceed."""
        return self._view(_MAX_TOTAL_SHARE_OF, class_id)

    def metadata_version(self, class_id: int, version: int) -> MetadataVersionResult:
        """The metadata of a class as of one version, from 1.

        Every version stays readable for good.
        """
        return self._view(_METADATA_VERSION, class_id, version)

    def mint(self, class_id: int, to: AddressLike, value: int, share_ratio: int, expire_at: int) -> Intent[Sent]:
        """Mints a token.

        Only the controller or a minter that it named.

        Parameters:
            value: quota in the smallest unit of the class, at most 2**128 - 1; more reverts.
            share_ratio: weight in the class's revenue; saturates at 2**32 - 1.
            expire_at: last second at which the token works, not in the past; 0 for never.

        A plan's result:
            token_id: `classId << 128 | serial`, serials count from 1.
        """
        return self._intent(_MINT, class_id, to, value, share_ratio, expire_at)

    def mint_batch(
        self,
        class_id: int,
        to: Sequence[AddressLike],
        value: Sequence[int],
        share_ratio: Sequence[int],
        expire_at: Sequence[int],
    ) -> Intent[Sent]:
        """`mint` for many accounts.

        Only the controller or a minter. Arrays go together.
        """
        return self._intent(_MINT_BATCH, class_id, to, value, share_ratio, expire_at)

    def mint_value(self, token_id: int, value: int) -> Intent[Sent]:
        """Adds quota to a living token, whoever owns it: what its owner bought more of.

        Only the controller or a minter.

        Parameters:
            value: in the smallest unit of the class, more than 0.
        """
        return self._intent(_MINT_VALUE, token_id, value)

    def name(self) -> str:
        """Name of the collection, for wallets."""
        return self._view(_NAME)

    def owner_of(self, token_id: int) -> Address:
        """The owner of a token."""
        return self._view(_OWNER_OF, token_id)

    def pending_controller_of(self, class_id: int) -> Address:
        """Who may accept the control of a class; the zero address when nobody."""
        return self._view(_PENDING_CONTROLLER_OF, class_id)

    def pending_revenue(self, token_id: int, asset: AddressLike) -> int:
        """What `claim` would pay for the token now, in the smallest unit of `asset`."""
        return self._view(_PENDING_REVENUE, token_id, asset)

    def poke_expired(self, token_ids: Sequence[int]) -> Intent[Sent]:
        """Emits `Expired` for those of the tokens that are expired and were not announced yet.

        Anyone may.
        """
        return self._intent(_POKE_EXPIRED, token_ids)

    def policy_version(self, class_id: int, version: int) -> str:
        """The policy of a class as of one version, from 1.

        Every version stays readable for good.
        """
        return self._view(_POLICY_VERSION, class_id, version)

    def proof_added_at(self, token_id: int, proof_type: bytes, uri: str) -> int:
        """When exactly this proof was added first, in Unix time; 0 if never."""
        return self._view(_PROOF_ADDED_AT, token_id, proof_type, uri)

    def record_usage(self, token_id: int, metric_type: bytes, amount: int) -> Intent[Sent]:
        """Lowers the quota by `amount` (the hard quota profile); 0 only emits.

        Only the owner or its class operator.
        """
        return self._intent(_RECORD_USAGE, token_id, metric_type, amount)

    def record_usage_batch(self, token_ids: Sequence[int], metric_type: bytes, amounts: Sequence[int]) -> Intent[Sent]:
        """`recordUsage` of one metric on many tokens, each by its owner or class operator."""
        return self._intent(_RECORD_USAGE_BATCH, token_ids, metric_type, amounts)

    def redeem(self, vouchers: Sequence[Voucher], signatures: Sequence[bytes]) -> Intent[Sent]:
        """Redeems vouchers for their services.

        Anyone may. Bad ones are passed over and reported.

        A plan's result:
            paid: the units redeemed, in the order of the vouchers; 0 for those refused.
        """
        return self._intent(_REDEEM, vouchers, signatures)

    def release(self, token_id: int, reserver: AddressLike, service: AddressLike) -> Intent[Sent]:
        """Ends a reservation and returns what was not redeemed to the token.

        The service may at any time, anyone once `until` has passed.
        """
        return self._intent(_RELEASE, token_id, reserver, service)

    def renounce_controller(self, class_id: int) -> Intent[Sent]:
        """Gives the control of a class up for good.

        Only the controller. Minters stay named: remove them first if nobody shall ever mint again.
        """
        return self._intent(_RENOUNCE_CONTROLLER, class_id)

    def reservation_of(self, token_id: int, reserver: AddressLike, service: AddressLike) -> ReservationOfResult:
        """A reservation as it stands."""
        return self._view(_RESERVATION_OF, token_id, reserver, service)

    def reserve(self, token_id: int, service: AddressLike, amount: int, until: int) -> Intent[Sent]:
        """Sets quota aside for a service, or adds to a reservation and prolongs it.

        Only the owner of the token or its class operator; the caller is the reserver.

        Parameters:
            amount: quota to add, in the smallest unit of the class; 0 only prolongs.
            until: the last second at which the service can redeem; not after the token's expiry.

        A plan's result:
            generation: what vouchers must name.
        """
        return self._intent(_RESERVE, token_id, service, amount, until)

    def revoke_session(self, key: AddressLike) -> Intent[Sent]:
        """Takes a session key's right back.

        Always possible; what was signed before stays redeemable for `REVOCATION_NOTICE`, so that a service
        is paid for what it has served.
        """
        return self._intent(_REVOKE_SESSION, key)

    def royalty_info(self, token_id: int, sale_price: int) -> RoyaltyInfoResult:
        """Who is owed how much of a sale at a price, by ERC-2981."""
        return self._view(_ROYALTY_INFO, token_id, sale_price)

    def safe_batch_transfer_from(
        self, from_: AddressLike, to: AddressLike, token_ids: Sequence[int], amounts: Sequence[int], data: bytes
    ) -> Intent[Sent]:
        """Moves amounts of several ids.

        Only their holder or its operator; a receiving contract is asked.
        """
        return self._intent(_SAFE_BATCH_TRANSFER_FROM, from_, to, token_ids, amounts, data)

    def safe_transfer_from(
        self, from_: AddressLike, to: AddressLike, token_id: int, amount: int, data: bytes
    ) -> Intent[Sent]:
        """Moves an amount of an id.

        Only its holder or its operator; a receiving contract is asked.
        """
        return self._intent(_SAFE_TRANSFER_FROM, from_, to, token_id, amount, data)

    def session_revoked_at(self, reserver: AddressLike, key: AddressLike) -> int:
        """From when on a reserver's session key is revoked; 0 when it is not."""
        return self._view(_SESSION_REVOKED_AT, reserver, key)

    def set_approval_for_all(self, operator: AddressLike, approved: bool) -> Intent[Sent]:
        """Lets `operator` move every token of the caller, or no longer."""
        return self._intent(_SET_APPROVAL_FOR_ALL, operator, approved)

    def set_minter(self, class_id: int, minter: AddressLike, allowed: bool) -> Intent[Sent]:
        """Names or removes a minter.

        Only the controller.
        """
        return self._intent(_SET_MINTER, class_id, minter, allowed)

    def set_royalty(self, class_id: int, receiver: AddressLike, bps: int) -> Intent[Sent]:
        """Sets the ERC-2981 royalty of a class, 0 to 10,000 basis points.

        Only the controller, until frozen.
        """
        return self._intent(_SET_ROYALTY, class_id, receiver, bps)

    def settle_revenue_erc20(self, class_id: int, asset: AddressLike, amount: int) -> Intent[Sent]:
        """Pulls `amount` of an ERC-20 from the caller and distributes what arrived.

        Anyone may.
        """
        return self._intent(_SETTLE_REVENUE_ERC20, class_id, asset, amount)

    def settle_revenue_eth(self, class_id: int, *, pay: Wei) -> Intent[Sent]:
        """Distributes the native coin sent along among the shares that are alive in this second.

        Anyone may.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_SETTLE_REVENUE_ETH, class_id, pay=pay)

    def share_ratio_of(self, token_id: int) -> int:
        """The weight of a token in the revenue of its class, 0 to 2**32 - 1.

        Kept after expiry, when it no longer counts.
        """
        return self._view(_SHARE_RATIO_OF, token_id)

    def supports_interface(self, interface_id: bytes) -> bool:
        """Whether the contract implements an interface, by its ERC-165 id."""
        return self._view(_SUPPORTS_INTERFACE, interface_id)

    def symbol(self) -> str:
        """Symbol of the collection, for wallets."""
        return self._view(_SYMBOL)

    def sync(self, class_id: int, max_: int) -> Intent[Sent]:
        """Forgets up to `max` deadlines of a class that have passed, so that later mints and settlements walk
        a smaller tree.

        Anyone may. The accounting is exact without it; it reverts for no reason but an unknown class.

        A plan's result:
            forgotten: how many deadlines were forgotten.
        """
        return self._intent(_SYNC, class_id, max_)

    def token_count_of(self, class_id: int) -> int:
        """How many tokens a class has; their serials are 1 to this."""
        return self._view(_TOKEN_COUNT_OF, class_id)

    def total_share_of(self, class_id: int) -> int:
        """The sum of the shares of a class that are alive in this second."""
        return self._view(_TOTAL_SHARE_OF, class_id)

    def transfer_controller(self, class_id: int, nominee: AddressLike) -> Intent[Sent]:
        """Nominates the next controller, which takes over by `acceptController`.

        Only the controller.
        """
        return self._intent(_TRANSFER_CONTROLLER, class_id, nominee)

    def transfer_token(self, token_id: int, to: AddressLike) -> Intent[Sent]:
        """Moves a whole token with its quota, share and unclaimed revenue.

        Only the owner or an operator that the owner named by `setApprovalForAll`. Expired tokens still
        move.
        """
        return self._intent(_TRANSFER_TOKEN, token_id, to)

    def transfer_value(self, from_token_id: int, to_token_id: int, value: int) -> Intent[Sent]:
        """Moves quota to another token of the same class, whoever owns it.

        Only the owner of the source or its class operator; neither token may be expired; `value` is not 0.
        """
        return self._intent(_TRANSFER_VALUE, from_token_id, to_token_id, value)

    def update_class_metadata(self, class_id: int, metadata_uri: str, integrity_hash: bytes) -> Intent[Sent]:
        """Publishes a new version of the metadata.

        Only the controller; reverts once the class is frozen.
        """
        return self._intent(_UPDATE_CLASS_METADATA, class_id, metadata_uri, integrity_hash)

    def update_class_policy(self, class_id: int, policy_uri: str) -> Intent[Sent]:
        """Publishes a new version of the policy.

        Only the controller; reverts once the class is frozen.
        """
        return self._intent(_UPDATE_CLASS_POLICY, class_id, policy_uri)

    def uri(self, token_id: int) -> str:
        """Where the metadata of an id lies."""
        return self._view(_URI, token_id)

    def value_of(self, token_id: int) -> int:
        """The unused quota of a token, in the smallest unit of its class."""
        return self._view(_VALUE_OF, token_id)

    def versions_of(self, class_id: int) -> VersionsOfResult:
        """How many versions of metadata and policy a class has had; the last ones are current."""
        return self._view(_VERSIONS_OF, class_id)
