"""AigcToken, typed.

Generated from `contracts/assets/aigc/AigcToken.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Terms(Struct):
    """The struct `Terms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "string",
        "string",
        "string",
        "string",
        "address",
        "uint256",
        "uint256",
        "uint256",
    )

    name: str
    symbol: str
    description: str
    aigc_type: str
    creator: Address
    mint_fee: int
    creator_bps: int
    royalty_bps: int


@dataclass(frozen=True, slots=True)
class Draft(Struct):
    """The struct `Draft`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes", "bytes", "bytes", "bool")

    prompt: bytes
    aigc_data: bytes
    proof: bytes
    stored: bool


@dataclass(frozen=True, slots=True)
class Work(Struct):
    """The struct `Work`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "uint8", "uint256", "address")

    content_hash: bytes
    way: int
    opened_at: int
    blob: Address


class RoyaltyInfoResult(NamedTuple):
    """What `royaltyInfo` returns."""

    receiver: Address
    amount: int


@dataclass(frozen=True, slots=True)
class AigcData(Event):
    """A token's content is `aigcData` from now on.

    Solidity: `AigcData(uint256,bytes,bytes,bytes)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("65deac95b53ba76b9cdc6cf446af81731e1218c91eaf9811a95d28bde23b893e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("prompt", "bytes", indexed=True),
        Parameter("aigcData", "bytes", indexed=True),
        Parameter("proof", "bytes"),
    )

    token_id: int
    prompt: bytes
    aigc_data: bytes
    proof: bytes


@dataclass(frozen=True, slots=True)
class Approval(Event):
    """An account may move an amount (ERC-20) or a token (ERC-721) of `owner`.

    Solidity: `Approval(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("owner", "address", indexed=True),
        Parameter("account", "address", indexed=True),
        Parameter("id", "uint256", indexed=True),
    )

    owner: Address
    account: Address
    id: int


@dataclass(frozen=True, slots=True)
class ApprovalForAll(Event):
    """`operator` may, or may no longer, move every token of `account`.

    Solidity: `ApprovalForAll(address,address,bool)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("owner", "address", indexed=True),
        Parameter("operator", "address", indexed=True),
        Parameter("isApproved", "bool"),
    )

    owner: Address
    operator: Address
    is_approved: bool


@dataclass(frozen=True, slots=True)
class CollectionMade(Event):
    """The collection exists from now on, on the terms that `terms` answers.

    Solidity: `CollectionMade(address,uint256,bytes32,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("360320dcf71a14d4779e96c63973beb03d3e5caa5f6904f9286565e3fed60f1b")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("registry", "address", indexed=True),
        Parameter("modelId", "uint256", indexed=True),
        Parameter("commitment", "bytes32", indexed=True),
        Parameter("revenue", "address"),
    )

    registry: Address
    model_id: int
    commitment: bytes
    revenue: Address


@dataclass(frozen=True, slots=True)
class ContentPublished(Event):
    """The content of `AigcData` and `Update`, readable.

    Solidity: `ContentPublished(uint256,bytes,bytes)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f729ace30a1fb0368b7049e1c6e41ed819251e16aefe62ce403321ceb4f2e9ad")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("prompt", "bytes"),
        Parameter("aigcData", "bytes"),
    )

    token_id: int
    prompt: bytes
    aigc_data: bytes


@dataclass(frozen=True, slots=True)
class ContentStored(Event):
    """Prompt and content are stored on the chain.

    Solidity: `ContentStored(uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("509632c594982d8158bee958787b39e0ea28711ff25bd2314bfcc782422eef14")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("blob", "address"),
    )

    token_id: int
    blob: Address


@dataclass(frozen=True, slots=True)
class MetadataUpdate(Event):
    """The metadata of a token changed (ERC-4906).

    Solidity: `MetadataUpdate(uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f8e1a15aba9398e019f0b49df1a4fde98ee17ae345cb5f6b5e2c27f5033e8ce7")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("_tokenId", "uint256"),)

    token_id: int


@dataclass(frozen=True, slots=True)
class PaidOut(Event):
    """What mints brought was paid out.

    Solidity: `PaidOut(address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("85614384dd52aa71c3b02d6986abe55274cb38b9b13fc323db17de1b950c2727")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("payee", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    payee: Address
    amount: int


@dataclass(frozen=True, slots=True)
class PromptCommitted(Event):
    """Somebody committed to a prompt.

    Solidity: `PromptCommitted(bytes32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("6b8510c9a5bf56d6375101be3222f35b8a76661ff51250b9b5068f38c2ce1eef")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("commitment", "bytes32", indexed=True),)

    commitment: bytes


@dataclass(frozen=True, slots=True)
class PromptRevealed(Event):
    """A commitment was revealed, and the token is its author's for good.

    Solidity: `PromptRevealed(bytes32,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("2b234646b51d823d161905dc803eedf4254e1bc8a6be326db2258ba5bf4ea56c")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("commitment", "bytes32", indexed=True),
        Parameter("tokenId", "uint256", indexed=True),
    )

    commitment: bytes
    token_id: int


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
        Parameter("id", "uint256", indexed=True),
    )

    from_: Address
    to: Address
    id: int


@dataclass(frozen=True, slots=True)
class Update(Event):
    """A token's content is another one from now on.

    Solidity: `Update(uint256,bytes,bytes)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("d77aab0eeab3a3cbdac072fcdbc34709b18d6c4af91f7869c71cbbb13d71a6b9")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tokenId", "uint256", indexed=True),
        Parameter("prompt", "bytes", indexed=True),
        Parameter("aigcData", "bytes", indexed=True),
    )

    token_id: int
    prompt: bytes
    aigc_data: bytes


_YIELD_BLOCKS: Function[int] = Function("YIELD_BLOCKS", bytes.fromhex("1ce6ae28"), outputs=(Parameter("", "uint256"),))
_ADD_AIGC_DATA: Function[None] = Function(
    "addAigcData",
    bytes.fromhex("aea30507"),
    inputs=(
        Parameter("id", "uint256"),
        Parameter("prompt_", "bytes"),
        Parameter("aigcData", "bytes"),
        Parameter("proof", "bytes"),
    ),
)
_AIGC_DATA_OF: Function[bytes] = Function(
    "aigcDataOf",
    bytes.fromhex("b40e16e3"),
    inputs=(Parameter("id", "uint256"),),
    outputs=(Parameter("aigcData", "bytes"),),
)
_APPROVE: Function[None] = Function(
    "approve", bytes.fromhex("095ea7b3"), inputs=(Parameter("account", "address"), Parameter("id", "uint256"))
)
_BALANCE_OF: Function[int] = Function(
    "balanceOf",
    bytes.fromhex("70a08231"),
    inputs=(Parameter("owner", "address"),),
    outputs=(Parameter("result", "uint256"),),
)
_BONDED_STATUS_OF: Function[int] = Function(
    "bondedStatusOf",
    bytes.fromhex("3b72d75a"),
    inputs=(Parameter("id", "uint256"), Parameter("contentHash", "bytes32")),
    outputs=(Parameter("status", "uint8"),),
)
_COMMIT: Function[None] = Function("commit", bytes.fromhex("f14fcbc8"), inputs=(Parameter("commitment", "bytes32"),))
_COMMITMENT_OF: Function[bytes] = Function(
    "commitmentOf",
    bytes.fromhex("3e9bba6c"),
    inputs=(Parameter("minter", "address"), Parameter("prompt_", "bytes"), Parameter("salt", "bytes32")),
    outputs=(Parameter("commitment", "bytes32"),),
)
_COMMITTED_AT: Function[int] = Function(
    "committedAt",
    bytes.fromhex("6533d53f"),
    inputs=(Parameter("commitment", "bytes32"),),
    outputs=(Parameter("blockNumber", "uint256"),),
)
_GET_APPROVED: Function[Address] = Function(
    "getApproved",
    bytes.fromhex("081812fc"),
    inputs=(Parameter("id", "uint256"),),
    outputs=(Parameter("result", "address"),),
)
_IS_APPROVED_FOR_ALL: Function[bool] = Function(
    "isApprovedForAll",
    bytes.fromhex("e985e9c5"),
    inputs=(Parameter("owner", "address"), Parameter("operator", "address")),
    outputs=(Parameter("result", "bool"),),
)
_MINT: Function[int] = Function(
    "mint",
    bytes.fromhex("5f7be9c0"),
    inputs=(Parameter("to", "address"), Parameter("draft", Draft)),
    outputs=(Parameter("id", "uint256"),),
)
_MODEL_COMMITMENT: Function[bytes] = Function(
    "modelCommitment", bytes.fromhex("80f73cd4"), outputs=(Parameter("", "bytes32"),)
)
_MODEL_ID: Function[int] = Function("modelId", bytes.fromhex("43cdaad2"), outputs=(Parameter("", "uint256"),))
_NAME: Function[str] = Function("name", bytes.fromhex("06fdde03"), outputs=(Parameter("", "string"),))
_OWED_TO: Function[int] = Function(
    "owedTo",
    bytes.fromhex("8462d661"),
    inputs=(Parameter("payee", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_OWNER_OF: Function[Address] = Function(
    "ownerOf",
    bytes.fromhex("6352211e"),
    inputs=(Parameter("id", "uint256"),),
    outputs=(Parameter("result", "address"),),
)
_PAID_TO: Function[int] = Function(
    "paidTo",
    bytes.fromhex("e2874c10"),
    inputs=(Parameter("payee", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_PAY_OUT: Function[int] = Function(
    "payOut",
    bytes.fromhex("1922ff39"),
    inputs=(Parameter("payee", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_PROMPT: Function[str] = Function(
    "prompt", bytes.fromhex("753f9129"), inputs=(Parameter("id", "uint256"),), outputs=(Parameter("", "string"),)
)
_REGISTRY: Function[Address] = Function("registry", bytes.fromhex("7b103999"), outputs=(Parameter("", "address"),))
_REVEAL: Function[int] = Function(
    "reveal",
    bytes.fromhex("6ed2047f"),
    inputs=(Parameter("salt", "bytes32"), Parameter("to", "address"), Parameter("draft", Draft)),
    outputs=(Parameter("id", "uint256"),),
)
_REVENUE: Function[Address] = Function("revenue", bytes.fromhex("3e9491a2"), outputs=(Parameter("", "address"),))
_ROYALTY_INFO: Function[RoyaltyInfoResult] = Function(
    "royaltyInfo",
    bytes.fromhex("2a55205a"),
    inputs=(Parameter("id", "uint256"), Parameter("salePrice", "uint256")),
    outputs=(Parameter("receiver", "address"), Parameter("amount", "uint256")),
    result=RoyaltyInfoResult,
)
_SAFE_TRANSFER_FROM: Function[None] = Function(
    "safeTransferFrom",
    bytes.fromhex("42842e0e"),
    inputs=(Parameter("from", "address"), Parameter("to", "address"), Parameter("id", "uint256")),
)
_SAFE_TRANSFER_FROM_WITH_DATA: Function[None] = Function(
    "safeTransferFrom",
    bytes.fromhex("b88d4fde"),
    inputs=(
        Parameter("from", "address"),
        Parameter("to", "address"),
        Parameter("id", "uint256"),
        Parameter("data", "bytes"),
    ),
)
_SET_APPROVAL_FOR_ALL: Function[None] = Function(
    "setApprovalForAll",
    bytes.fromhex("a22cb465"),
    inputs=(Parameter("operator", "address"), Parameter("isApproved", "bool")),
)
_STATUS_OF: Function[int] = Function(
    "statusOf", bytes.fromhex("ad35efd4"), inputs=(Parameter("id", "uint256"),), outputs=(Parameter("status", "uint8"),)
)
_STORE: Function[None] = Function(
    "store", bytes.fromhex("71ce190f"), inputs=(Parameter("prompt_", "bytes"), Parameter("aigcData", "bytes"))
)
_SUPPORTS_INTERFACE: Function[bool] = Function(
    "supportsInterface",
    bytes.fromhex("01ffc9a7"),
    inputs=(Parameter("interfaceId", "bytes4"),),
    outputs=(Parameter("supported", "bool"),),
)
_SYMBOL: Function[str] = Function("symbol", bytes.fromhex("95d89b41"), outputs=(Parameter("", "string"),))
_TERMS: Function[Terms] = Function("terms", bytes.fromhex("d5025625"), outputs=(Parameter("", Terms),))
_TOKEN_ID: Function[int] = Function(
    "tokenId", bytes.fromhex("8f25c453"), inputs=(Parameter("prompt_", "bytes"),), outputs=(Parameter("", "uint256"),)
)
_TOKEN_URI: Function[str] = Function(
    "tokenURI", bytes.fromhex("c87b56dd"), inputs=(Parameter("id", "uint256"),), outputs=(Parameter("uri", "string"),)
)
_TRANSFER_FROM: Function[None] = Function(
    "transferFrom",
    bytes.fromhex("23b872dd"),
    inputs=(Parameter("from", "address"), Parameter("to", "address"), Parameter("id", "uint256")),
)
_UPDATE: Function[None] = Function(
    "update", bytes.fromhex("3f37dce2"), inputs=(Parameter("prompt_", "bytes"), Parameter("aigcData", "bytes"))
)
_VERIFIER_OF: Function[Address] = Function(
    "verifierOf", bytes.fromhex("0198707f"), inputs=(Parameter("way", "uint8"),), outputs=(Parameter("", "address"),)
)
_VERIFY: Function[bool] = Function(
    "verify",
    bytes.fromhex("de8f50a1"),
    inputs=(Parameter("prompt_", "bytes"), Parameter("aigcData", "bytes"), Parameter("proof", "bytes")),
    outputs=(Parameter("success", "bool"),),
)
_WORK_OF: Function[Work] = Function(
    "workOf", bytes.fromhex("e36c528b"), inputs=(Parameter("id", "uint256"),), outputs=(Parameter("work", Work),)
)


class AigcToken(Contract):
    """AI-generated content token (AIGC): a collection of works that one version of a model made."""

    NAME = "AigcToken"
    EVENTS = (
        AigcData,
        Approval,
        ApprovalForAll,
        CollectionMade,
        ContentPublished,
        ContentStored,
        MetadataUpdate,
        PaidOut,
        PromptCommitted,
        PromptRevealed,
        Transfer,
        Update,
    )
    CONSTRUCTOR = (Parameter("registry_", "address"), Parameter("modelId_", "uint256"), Parameter("terms_", Terms))

    @classmethod
    def creation(cls, registry: AddressLike, model_id: int, terms: Terms) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(registry, model_id, terms)

    def yield_blocks(self) -> int:
        """How many blocks a token that was minted in one step yields to earlier commitments, and cannot move."""
        return self._view(_YIELD_BLOCKS)

    def add_aigc_data(self, id_: int, prompt: bytes, aigc_data: bytes, proof: bytes) -> Intent[Sent]:
        """Adds content to a token.

        Under a validity proof `verify` must hold; under a fraud proof it may come before.
        """
        return self._intent(_ADD_AIGC_DATA, id_, prompt, aigc_data, proof)

    def aigc_data_of(self, id_: int) -> bytes:
        """The content of a work that is stored on the chain."""
        return self._view(_AIGC_DATA_OF, id_)

    def approve(self, account: AddressLike, id_: int, *, pay: Wei) -> Intent[Sent]:
        """Lets an account move an amount of the caller's (ERC-20) or one token (ERC-721).

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_APPROVE, account, id_, pay=pay)

    def balance_of(self, owner: AddressLike) -> int:
        """How much (ERC-20) or how many tokens (ERC-721) an account holds."""
        return self._view(_BALANCE_OF, owner)

    def bonded_status_of(self, id_: int, content_hash: bytes) -> int:
        """How believable a content of a prompt would be in this collection, whether it was minted or not: what
        the bonded results of the way of fraud proofs say of it.

        Never `Unknown`.
        """
        return self._view(_BONDED_STATUS_OF, id_, content_hash)

    def commit(self, commitment: bytes) -> Intent[Sent]:
        """Commits to a prompt without showing it.

        Repeating a commitment changes nothing.

        Parameters:
            commitment: `commitmentOf(minter, prompt, salt)`.
        """
        return self._intent(_COMMIT, commitment)

    def commitment_of(self, minter: AddressLike, prompt: bytes, salt: bytes) -> bytes:
        """What a commitment is made of: chain, collection, minter, prompt and salt."""
        return self._view(_COMMITMENT_OF, minter, prompt, salt)

    def committed_at(self, commitment: bytes) -> int:
        """The block of a commitment that was not revealed yet; 0 for none."""
        return self._view(_COMMITTED_AT, commitment)

    def get_approved(self, id_: int) -> Address:
        """Who may move a token, besides its owner and the owner's operators."""
        return self._view(_GET_APPROVED, id_)

    def is_approved_for_all(self, owner: AddressLike, operator: AddressLike) -> bool:
        """Whether `operator` may move every token of `account`."""
        return self._view(_IS_APPROVED_FOR_ALL, owner, operator)

    def mint(self, to: AddressLike, draft: Draft, *, pay: Wei) -> Intent[Sent]:
        """Mints the work of a prompt in one step, for callers who do not mind that others see it first.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_MINT, to, draft, pay=pay)

    def model_commitment(self) -> bytes:
        """What that version commits to: the hash of its weights and program."""
        return self._view(_MODEL_COMMITMENT)

    def model_id(self) -> int:
        """The version of a model that makes the works."""
        return self._view(_MODEL_ID)

    def name(self) -> str:
        """Name of the collection."""
        return self._view(_NAME)

    def owed_to(self, payee: AddressLike) -> int:
        """What a payee could have paid out now."""
        return self._view(_OWED_TO, payee)

    def owner_of(self, id_: int) -> Address:
        """The owner of a token."""
        return self._view(_OWNER_OF, id_)

    def paid_to(self, payee: AddressLike) -> int:
        """What a payee was paid."""
        return self._view(_PAID_TO, payee)

    def pay_out(self, payee: AddressLike) -> Intent[Sent]:
        """Pays out what mints brought and one of the two payees has not got yet.

        Anyone may; nobody hinders the other.

        Parameters:
            payee: the model's revenue receiver or the creator; others are owed nothing.
        """
        return self._intent(_PAY_OUT, payee)

    def prompt(self, id_: int) -> str:
        """The prompt of a token."""
        return self._view(_PROMPT, id_)

    def registry(self) -> Address:
        """The registry that the model was looked up in."""
        return self._view(_REGISTRY)

    def reveal(self, salt: bytes, to: AddressLike, draft: Draft, *, pay: Wei) -> Intent[Sent]:
        """Mints the work of a prompt that the caller committed to in an earlier block; the first reveal wins.

        A token that was minted in one step after that commitment, and not longer than `YIELD_BLOCKS` ago,
        changes hands: so nobody takes a prompt that they saw in the mempool.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_REVEAL, salt, to, draft, pay=pay)

    def revenue(self) -> Address:
        """Where the model's part of fees and all royalties go."""
        return self._view(_REVENUE)

    def royalty_info(self, id_: int, sale_price: int) -> RoyaltyInfoResult:
        """Who is owed how much of a sale at a price, by ERC-2981."""
        return self._view(_ROYALTY_INFO, id_, sale_price)

    def safe_transfer_from(self, from_: AddressLike, to: AddressLike, id_: int, *, pay: Wei) -> Intent[Sent]:
        """Moves a token; a receiving contract is asked.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_SAFE_TRANSFER_FROM, from_, to, id_, pay=pay)

    def safe_transfer_from_with_data(
        self, from_: AddressLike, to: AddressLike, id_: int, data: bytes, *, pay: Wei
    ) -> Intent[Sent]:
        """Moves a token; a receiving contract is asked and told why.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_SAFE_TRANSFER_FROM_WITH_DATA, from_, to, id_, data, pay=pay)

    def set_approval_for_all(self, operator: AddressLike, is_approved: bool) -> Intent[Sent]:
        """Lets `operator` move every token of the caller, or no longer."""
        return self._intent(_SET_APPROVAL_FOR_ALL, operator, is_approved)

    def status_of(self, id_: int) -> int:
        """How believable a work is now."""
        return self._view(_STATUS_OF, id_)

    def store(self, prompt: bytes, aigc_data: bytes) -> Intent[Sent]:
        """Stores prompt and content of a work on the chain.

        Anyone may.
        """
        return self._intent(_STORE, prompt, aigc_data)

    def supports_interface(self, interface_id: bytes) -> bool:
        """Whether the contract implements an interface, by its ERC-165 id."""
        return self._view(_SUPPORTS_INTERFACE, interface_id)

    def symbol(self) -> str:
        """Symbol of the collection."""
        return self._view(_SYMBOL)

    def terms(self) -> Terms:
        """The terms of the collection."""
        return self._view(_TERMS)

    def token_id(self, prompt: bytes) -> int:
        """The token of a prompt, minted or not."""
        return self._view(_TOKEN_ID, prompt)

    def token_uri(self, id_: int) -> str:
        """A work's metadata as JSON in a data URI.

        The prompt and the content of a work that is not stored are empty: `ContentPublished` has them, and
        their hashes are here.
        """
        return self._view(_TOKEN_URI, id_)

    def transfer_from(self, from_: AddressLike, to: AddressLike, id_: int, *, pay: Wei) -> Intent[Sent]:
        """Moves an amount (ERC-20) or a token (ERC-721) of another account.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_TRANSFER_FROM, from_, to, id_, pay=pay)

    def update(self, prompt: bytes, aigc_data: bytes) -> Intent[Sent]:
        """Replaces the content of a prompt's token."""
        return self._intent(_UPDATE, prompt, aigc_data)

    def verifier_of(self, way: int) -> Address:
        """Who verifies by a way; the zero address when the model does not offer it."""
        return self._view(_VERIFIER_OF, way)

    def verify(self, prompt: bytes, aigc_data: bytes, proof: bytes) -> bool:
        """Whether the content is final: its proof checks, or the time to refute it is over and it is the
        current one.

        Parameters:
            proof: may be empty under a fraud proof.
        """
        return self._view(_VERIFY, prompt, aigc_data, proof)

    def work_of(self, id_: int) -> Work:
        """A token's content, by what is needed to check it."""
        return self._view(_WORK_OF, id_)
