"""Everything that can go wrong, as one tree.

    LazAIError
    ├── InputError (ValueError)         what was handed over cannot be meant
    │   ├── AuthorizationExpired
    │   ├── InvalidAddress
    │   ├── InvalidAmount
    │   ├── InvalidCid
    │   ├── InvalidJson
    │   ├── InvalidKey                  never shows the key
    │   ├── InvalidLabel
    │   ├── InvalidNetwork
    │   ├── InvalidPrompt
    │   ├── InvalidProvingKey
    │   ├── NoAccount
    │   ├── NotProvable
    │   ├── NotSignable
    │   ├── UnitMismatch (TypeError)
    │   ├── UnknownDomain
    │   ├── UnknownNetwork
    │   ├── WrongSigner
    │   └── MissingDependency (ImportError)
    ├── ChainError                      the chain, or the way to it
    │   ├── NotConnected (ConnectionError)
    │   ├── NodeFailed                  a local node did not start, or died
    │   ├── ChainMismatch
    │   ├── NotDeployed
    │   ├── Unsupported
    │   ├── RpcError
    │   ├── Timeout (TimeoutError)
    │   ├── NonceConflict
    │   ├── FeeTooLow
    │   ├── Replaced
    │   ├── BulkFailed
    │   └── InsufficientFunds
    ├── VaultError                      the vault
    │   ├── NotInVault (LookupError)
    │   ├── IntegrityError
    │   ├── UnreadableContent
    │   └── VaultUnavailable
    └── ContractError                   a contract refused: one subclass for each Solidity error,
        ├── RevertReason                generated into `lazai_py.errors`
        ├── Panic (ArithmeticError)
        └── UnknownRevert

Each error keeps the values that failed as attributes, and says in `remedy` what to do about them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    from lazai_py._chain.engine import Receipt
    from lazai_py._types import Wei

_PANICS: Mapping[int, str] = {
    0x00: "generic compiler panic",
    0x01: "assertion failed",
    0x11: "arithmetic overflow or underflow",
    0x12: "division or modulo by zero",
    0x21: "value outside its enumeration",
    0x22: "storage byte array encoded wrongly",
    0x31: "pop from an empty array",
    0x32: "array index out of bounds",
    0x41: "too much memory allocated",
    0x51: "call of an uninitialised internal function",
}


class LazAIError(Exception):
    """The root of every error that this package raises.

    Parameters:
        message: what happened, with the values that failed, as a clause without a full stop.
        remedy: what to do about it; the class's own remedy when left out.
    """

    remedy: str = ""

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if remedy is not None:
            self.remedy = remedy

    def __str__(self) -> str:
        return ". ".join(part.rstrip(".") for part in (self.message, self.remedy) if part) + "."

    def __reduce__(self) -> tuple[Callable[..., LazAIError], tuple[object, ...]]:
        # Fields are not positional arguments of BaseException, and errors must survive a process pool.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[LazAIError], arguments: tuple[object, ...], state: dict[str, object]) -> LazAIError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class InputError(LazAIError, ValueError):
    """What was handed over cannot be meant; nothing was sent."""


class AuthorizationExpired(InputError):
    """A signed payment that does not count any more: its first second too late, and the chain's time, both Unix."""

    remedy = "Have the payer sign it again"

    def __init__(self, valid_before: int, timestamp: int) -> None:
        super().__init__(f"the authorisation counts before {valid_before}, and it is {timestamp}")
        self.valid_before = valid_before
        self.timestamp = timestamp


class InvalidAddress(InputError):
    """A value that is not an account's or contract's address."""

    remedy = "Pass 20 bytes in hex after 0x, in lower case or with a right EIP-55 checksum"

    def __init__(self, value: object, reason: str, *, remedy: str | None = None) -> None:
        super().__init__(f"{value!r} is not an address: {reason}", remedy=remedy)
        self.value = value
        self.reason = reason


class InvalidAmount(InputError):
    """An amount that is negative, too precise, too large or not a number."""

    remedy = "Pass a non-negative int, a decimal string such as '1.5', or a Decimal; never a float"

    def __init__(self, value: object, reason: str, *, remedy: str | None = None) -> None:
        super().__init__(f"{value!r} is not an amount: {reason}", remedy=remedy)
        self.value = value
        self.reason = reason


class InvalidCid(InputError):
    """A text or bytes that name no content: not a CID over sha2-256 with the raw or the dag-pb codec."""

    remedy = "Pass the CID of one file as a vault or `ipfs add` gives it: bafkrei, bafybei or Qm and what follows"

    def __init__(self, value: str, reason: str) -> None:
        super().__init__(f"{value!r} is not a CID: {reason}")
        self.value = value
        self.reason = reason


class InvalidJson(InputError):
    """A value that JSON cannot say."""

    remedy = "Use None, bool, int, finite float, str, lists, and dicts with str keys"

    def __init__(self, value: object, reason: str) -> None:
        super().__init__(f"{value!r} is no JSON value: {reason}")
        self.value = value
        self.reason = reason


class InvalidKey(InputError):
    """A signing key that cannot be read. The secret itself is never kept or shown."""

    remedy = "Pass a 32-byte hex key, a mnemonic of 12 to 24 words, or the path of a keystore file"

    def __init__(self, reason: str, *, remedy: str | None = None) -> None:
        super().__init__(f"no account can be made of this: {reason}", remedy=remedy)
        self.reason = reason


class InvalidLabel(InputError):
    """A metric or unit label that is empty, or bytes that are not its 32-byte hash."""

    remedy = "Pass a label such as 'inference_calls', or its 32-byte keccak hash"

    def __init__(self, value: object) -> None:
        super().__init__(f"{value!r} is not a label")
        self.value = value


class InvalidNetwork(InputError):
    """Parts that make no integer network, or a model that cannot be made one."""

    remedy = "See docs/networks.md for what an integer network is"

    def __init__(self, reason: str, *, remedy: str | None = None) -> None:
        super().__init__(f"this is no integer network: {reason}", remedy=remedy)
        self.reason = reason


class InvalidPrompt(InputError):
    """Inputs or a text that a network cannot be asked."""

    remedy = "Pass images of n_0 integers from 0 to 127, or the text that `IntegerNetwork.prompt` makes of them"

    def __init__(self, reason: str) -> None:
        super().__init__(f"this is no prompt of the network: {reason}")
        self.reason = reason


class InvalidProvingKey(InputError):
    """Bytes that are no proving key, or one that was changed."""

    remedy = "Make the key again: `python scripts/circuit.py build`"

    def __init__(self, reason: str) -> None:
        super().__init__(f"this is no proving key: {reason}")
        self.reason = reason


class NoAccount(InputError):
    """Something is to be signed or sent, and no account at hand signs here."""

    remedy = "Pass account=... when connecting, or use lz.as_account(...): a key, a mnemonic or a keystore file"

    def __init__(self) -> None:
        super().__init__("nobody signs here")


class UnitMismatch(InputError, TypeError):
    """Two amounts of different units met in one expression."""

    remedy = "Convert one of them first: wei(1), gwei('1'), ether('1.5') or the token's own amount"

    def __init__(self, left: object, right: object) -> None:
        super().__init__(f"{left!r} and {right!r} do not have the same unit")
        self.left = left
        self.right = right


class NotProvable(InputError):
    """A statement that is not true, or that a proving key is not for."""

    remedy = "State what the network answers to as many images as the key is for"

    def __init__(self, reason: str) -> None:
        super().__init__(f"there is no proof of this: {reason}")
        self.reason = reason


class NotSignable(InputError):
    """An ERC-20 that takes no signatures of the kind that is asked for."""

    def __init__(self, asset: str, kind: str, *, remedy: str) -> None:
        super().__init__(f"{asset} takes no {kind}", remedy=remedy)
        self.asset = asset
        self.kind = kind


class UnknownDomain(InputError):
    """An ERC-20 for which nothing can be signed: nobody knows in which EIP-712 domain it would be looked for."""

    remedy = "Pay by an allowance, which needs no signature: lz.store.buy(..., permit=False)"

    def __init__(self, asset: str, reason: str) -> None:
        super().__init__(f"the EIP-712 domain of {asset} cannot be told: {reason}")
        self.asset = asset
        self.reason = reason


class UnknownNetwork(InputError):
    """A network name that is neither a URL nor known."""

    remedy = "Pass the URL of a JSON-RPC endpoint, such as http://127.0.0.1:8545"

    def __init__(self, name: object) -> None:
        super().__init__(f"{name!r} names no network")
        self.name = name


class WrongSigner(InputError):
    """A signature that is not the one of the account it is said to be of; `signer` is None when it is nobody's."""

    remedy = "Have the account sign exactly this again, for this chain and contract"

    def __init__(self, account: str, signer: str | None) -> None:
        super().__init__(f"{account} did not sign this: it was changed, or signed by {signer or 'nobody'}")
        self.account = account
        self.signer = signer


class MissingDependency(InputError, ImportError):
    """Something that this call needs is not installed."""

    def __init__(self, name: str, *, remedy: str) -> None:
        super().__init__(f"{name} is not installed", remedy=remedy)
        self.name = name


class ChainError(LazAIError):
    """The chain, or the way to it, failed."""


class NotConnected(ChainError, ConnectionError):
    """No answer from the node."""

    remedy = "Start the node, check the URL and the network, then try again"

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"no answer from {url}: {reason}")
        self.url = url
        self.reason = reason


class NodeFailed(ChainError):
    """A local node did not start, or died. `log_tail` holds its last lines."""

    remedy = "Read the node's last lines above, or use LazAI.local(engine='revm'), which needs no node"

    def __init__(self, reason: str, log_tail: str, *, remedy: str | None = None) -> None:
        shown = f"{reason}; its log ends with:\n{log_tail}\n" if log_tail else reason
        super().__init__(shown, remedy=remedy)
        self.reason = reason
        self.log_tail = log_tail


class ChainMismatch(ChainError):
    """The node serves another chain than the one that is meant."""

    remedy = "Connect to the chain that is meant, or leave chain_id out to accept the node's"

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(f"chain {expected} is expected and the node serves chain {actual}")
        self.expected = expected
        self.actual = actual


class NotDeployed(ChainError):
    """No contract where one is expected."""

    remedy = "Deploy it with `lazai deploy`, or pass the deployment that belongs to this chain"

    def __init__(self, contract: str, chain_id: int, *, address: str | None = None) -> None:
        place = f" at {address}" if address else ""
        super().__init__(f"{contract} is not deployed{place} on chain {chain_id}")
        self.contract = contract
        self.chain_id = chain_id
        self.address = address


class Unsupported(ChainError):
    """The engine or node at hand cannot do this, and another can."""

    remedy = "Use Anvil, or a node that keeps what is asked for"

    def __init__(self, what: str, engine: str) -> None:
        super().__init__(f"{engine} cannot do this: {what}")
        self.what = what
        self.engine = engine


class RpcError(ChainError):
    """The node answered a request with an error that has no class of its own here."""

    remedy = "Check that the node supports this method, and the values that were sent"

    def __init__(self, method: str, code: int, reason: str, data: object = None) -> None:
        super().__init__(f"{method} failed with {code}: {reason}")
        self.method = method
        self.code = code
        self.reason = reason
        self.data = data


class Timeout(ChainError, TimeoutError):
    """Something did not happen in time; it may still happen."""

    remedy = "Wait longer, or replace the transaction with a higher fee"

    def __init__(self, what: str, seconds: float) -> None:
        super().__init__(f"{what} did not happen within {seconds:g} s")
        self.what = what
        self.seconds = seconds


class NonceConflict(ChainError):
    """Another transaction of the account took the nonce."""

    remedy = "Send again: the next nonce is read from the node. One account should have one sender"

    def __init__(self, address: str, nonce: int, reason: str) -> None:
        super().__init__(f"nonce {nonce} of {address} was refused: {reason}")
        self.address = address
        self.nonce = nonce
        self.reason = reason


class FeeTooLow(ChainError):
    """The node refuses the fee, also of a replacement that raises it too little."""

    remedy = "Raise the fee by at least an eighth over the transaction to be replaced and over the base fee"

    def __init__(self, max_fee: int, reason: str) -> None:
        super().__init__(f"a fee of {max_fee} wei for each gas was refused: {reason}")
        self.max_fee = max_fee
        self.reason = reason


class Replaced(ChainError):
    """A transaction with the same nonce was mined instead of this one."""

    remedy = "Wait for the replacement, or send again when it was not yours"

    def __init__(self, tx_hash: str, address: str, nonce: int) -> None:
        super().__init__(f"{tx_hash} was replaced: nonce {nonce} of {address} went to another transaction")
        self.tx_hash = tx_hash
        self.address = address
        self.nonce = nonce


class BulkFailed(ChainError):
    """Some of many transactions failed.

    `failures` maps the position of a call to its error; `receipts` holds, by position, what was mined
    (None for what was not).
    """

    remedy = "Send the calls that failed again once their cause is gone; the others are done"

    def __init__(self, failures: Mapping[int, LazAIError], receipts: Sequence[Receipt | None]) -> None:
        first = min(failures)
        super().__init__(
            f"{len(failures)} of {len(receipts)} calls failed, first call {first}: {failures[first].message}"
        )
        self.failures = dict(failures)
        self.receipts = tuple(receipts)


class InsufficientFunds(ChainError):
    """The account cannot pay the value and the highest possible fee."""

    def __init__(self, address: str, have: Wei, need: Wei) -> None:
        super().__init__(
            f"{address} has {have} and needs {need}",
            remedy=f"Send at least {need - have} to it" if have < need else "Send it some of the native coin",
        )
        self.address = address
        self.have = have
        self.need = need


class VaultError(LazAIError):
    """The vault failed."""


class NotInVault(VaultError, LookupError):
    """No vault at hand holds this content."""

    remedy = "Put the content into the vault first, or name the vault that has it"

    def __init__(self, cid: str, vault: str) -> None:
        super().__init__(f"{cid} is not in {vault}")
        self.cid = cid
        self.vault = vault


class IntegrityError(VaultError):
    """Content does not match the hash it is known by."""

    remedy = "Do not use this content; fetch it from another vault"

    def __init__(self, expected: str, actual: str, what: str) -> None:
        super().__init__(f"{what} hashes to {actual} and should hash to {expected}")
        self.expected = expected
        self.actual = actual
        self.what = what


class UnreadableContent(VaultError):
    """The blocks are genuine, and are not what was asked for: a folder, no JSON, or larger than allowed."""

    remedy = "Ask for the CID of a single file, and check who wrote it"

    def __init__(self, cid: str, reason: str) -> None:
        super().__init__(f"the content of {cid} cannot be read: {reason}")
        self.cid = cid
        self.reason = reason


class VaultUnavailable(VaultError):
    """A folder cannot be read or written, or a gateway does not answer."""

    remedy = "Check the address, the permissions and the free space, or use another vault"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place} cannot be used: {reason}")
        self.place = place
        self.reason = reason


class ContractError(LazAIError):
    """A contract refused a call, decoded.

    `data` is the raw revert data. `contract`, `function` and `tx_hash` are filled in by `during` where they
    are known; `tx_hash` only when the refusal was mined.
    """

    selector: ClassVar[bytes] = b""
    remedy = "Check the arguments against the contract's rules"

    def __init__(self, message: str, *, data: bytes = b"", remedy: str | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.data = data
        self.contract: str | None = None
        self.function: str | None = None
        self.tx_hash: str | None = None

    def during(self, *, contract: str | None = None, function: str | None = None, tx_hash: str | None = None) -> Self:
        """Remember which call was refused, and return the error itself, ready to be raised."""
        self.contract = contract or self.contract
        self.function = function or self.function
        self.tx_hash = tx_hash or self.tx_hash
        return self


class RevertReason(ContractError):
    """A revert with a text: Solidity's `Error(string)`."""

    selector = bytes.fromhex("08c379a0")

    def __init__(self, reason: str, *, data: bytes = b"") -> None:
        super().__init__(f"the contract refused: {reason}", data=data)
        self.reason = reason


class Panic(ContractError, ArithmeticError):
    """A check of the compiler failed: Solidity's `Panic(uint256)`."""

    selector = bytes.fromhex("4e487b71")
    remedy = "This is a fault of the contract, or of values far out of range: report it with the call"

    def __init__(self, code: int, *, data: bytes = b"") -> None:
        meaning = _PANICS.get(code, "unknown panic")
        super().__init__(f"the contract panicked with {code:#04x}: {meaning}", data=data)
        self.code = code
        self.meaning = meaning


class UnknownRevert(ContractError):
    """A refusal whose data means nothing to this package.

    Parameters:
        data: the revert data, possibly empty.
        reason: what the engine says about it, such as that the gas ran out.
    """

    remedy = "Look the selector up in the contract's own ABI; without data, check the gas limit and the address"

    def __init__(self, data: bytes, *, reason: str = "") -> None:
        shown = f"data 0x{data.hex()}" if data else "no data"
        super().__init__(f"the contract refused with {shown}{f' ({reason})' if reason else ''}", data=data)
        self.reason = reason
