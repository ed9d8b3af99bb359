"""The errors that contracts name, one class for each.

Generated from `contracts` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from lazai_py._contract.abi import CustomError, Parameter
from lazai_py._types import Address

__all__ = [
    "AlreadyParent",
    "ApproveFailed",
    "ChangeAnnounced",
    "ClassFrozen",
    "ClassMismatch",
    "ConsentMissing",
    "DerivationClosed",
    "ERC20InsufficientAllowance",
    "ERC20InsufficientBalance",
    "ERC20InvalidApprover",
    "ERC20InvalidReceiver",
    "ERC20InvalidSender",
    "ERC20InvalidSpender",
    "ERC1155InsufficientBalance",
    "ERC1155InvalidApprover",
    "ERC1155InvalidArrayLength",
    "ERC1155InvalidOperator",
    "ERC1155InvalidReceiver",
    "ERC1155InvalidSender",
    "ERC1155MissingApprovalForAll",
    "ETHTransferFailed",
    "ExpiryInPast",
    "InsufficientValue",
    "InvalidAsset",
    "InvalidClaimReceiver",
    "InvalidDerivation",
    "InvalidPayee",
    "InvalidProofSignature",
    "InvalidReceiver",
    "InvalidRoyalty",
    "InvalidService",
    "InvalidServiceSignature",
    "InvalidSplit",
    "InvalidUntil",
    "LengthMismatch",
    "LineageLoop",
    "NoLiveShare",
    "NoReservation",
    "NotController",
    "NotMinter",
    "NotOwnerOrClassOperator",
    "NotOwnerOrOperator",
    "NotPendingController",
    "ParentMissing",
    "PartTooSmall",
    "PurposeRefused",
    "PurposesDiffer",
    "ReentrancyGuardReentrantCall",
    "ReservationRunning",
    "ReservationTooLarge",
    "RevenueTooLarge",
    "SameToken",
    "ShareCapExceeded",
    "SignatureExpired",
    "TokenExpired",
    "TooManyParents",
    "TransferFailed",
    "TransferFromFailed",
    "UnknownClass",
    "UnknownTerms",
    "UnknownToken",
    "UnknownVersion",
    "ValueTooLarge",
    "WrongValue",
    "ZeroAmount",
]


class AlreadyParent(CustomError):
    """The class derives from this parent already.

    Solidity: `AlreadyParent(uint256,uint256)`
    """

    selector = bytes.fromhex("f4182fc6")
    INPUTS = (Parameter("classId", "uint256"), Parameter("parentId", "uint256"))
    remedy = "Name each parent once"

    def __init__(self, class_id: int, parent_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The class derives from this parent already", {"class_id": class_id, "parent_id": parent_id}, data
        )
        self.class_id = class_id
        self.parent_id = parent_id


class ApproveFailed(CustomError):
    """The ERC20 `approve` has failed.

    Solidity: `ApproveFailed()`
    """

    selector = bytes.fromhex("3e3f8f73")
    remedy = "Check that the token is not paused and that it lets its holders approve"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The ERC20 `approve` has failed", {}, data)


class ChangeAnnounced(CustomError):
    """A change is on its way already; the next can be announced when it is in force.

    Solidity: `ChangeAnnounced(uint256,uint256)`
    """

    selector = bytes.fromhex("28e9d874")
    INPUTS = (Parameter("classId", "uint256"), Parameter("effectiveAt", "uint256"))
    remedy = "Wait until the change that was announced is in force"

    def __init__(self, class_id: int, effective_at: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A change is on its way already; the next can be announced when it is in force",
            {"class_id": class_id, "effective_at": effective_at},
            data,
        )
        self.class_id = class_id
        self.effective_at = effective_at


class ClassFrozen(CustomError, PermissionError):
    """Metadata, policy and royalty of this class are fixed for good.

    Solidity: `ClassFrozen(uint256)`
    """

    selector = bytes.fromhex("e2b498bc")
    INPUTS = (Parameter("classId", "uint256"),)
    remedy = "Create a new class: what is frozen stays as it is"

    def __init__(self, class_id: int, *, data: bytes = b"") -> None:
        super().__init__("Metadata, policy and royalty of this class are fixed for good", {"class_id": class_id}, data)
        self.class_id = class_id


class ClassMismatch(CustomError):
    """Quota moves between tokens of one class only.

    Solidity: `ClassMismatch(uint256,uint256)`
    """

    selector = bytes.fromhex("9011b828")
    INPUTS = (Parameter("fromTokenId", "uint256"), Parameter("toTokenId", "uint256"))
    remedy = "Choose two tokens of one class"

    def __init__(self, from_token_id: int, to_token_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Quota moves between tokens of one class only",
            {"from_token_id": from_token_id, "to_token_id": to_token_id},
            data,
        )
        self.from_token_id = from_token_id
        self.to_token_id = to_token_id


class ConsentMissing(CustomError, PermissionError):
    """The parent's controller did not consent to this child.

    Solidity: `ConsentMissing(uint256,uint256)`
    """

    selector = bytes.fromhex("02f7ee74")
    INPUTS = (Parameter("classId", "uint256"), Parameter("parentId", "uint256"))
    remedy = "Have the controller of the parent consent to this class"

    def __init__(self, class_id: int, parent_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The parent's controller did not consent to this child",
            {"class_id": class_id, "parent_id": parent_id},
            data,
        )
        self.class_id = class_id
        self.parent_id = parent_id


class DerivationClosed(CustomError, PermissionError):
    """Nobody may derive from this class.

    Solidity: `DerivationClosed(uint256,uint256)`
    """

    selector = bytes.fromhex("283c2f61")
    INPUTS = (Parameter("classId", "uint256"), Parameter("parentId", "uint256"))
    remedy = "Derive from another class, or have its controller open it"

    def __init__(self, class_id: int, parent_id: int, *, data: bytes = b"") -> None:
        super().__init__("Nobody may derive from this class", {"class_id": class_id, "parent_id": parent_id}, data)
        self.class_id = class_id
        self.parent_id = parent_id


class ERC1155InsufficientBalance(CustomError):
    """The sender holds too little of the id.

    Solidity: `ERC1155InsufficientBalance(address,uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("03dee4c5")
    INPUTS = (
        Parameter("sender", "address"),
        Parameter("balance", "uint256"),
        Parameter("needed", "uint256"),
        Parameter("tokenId", "uint256"),
    )
    remedy = "Move amount 1 of a token that the sender owns"

    def __init__(self, sender: Address, balance: int, needed: int, token_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The sender holds too little of the id",
            {"sender": sender, "balance": balance, "needed": needed, "token_id": token_id},
            data,
        )
        self.sender = sender
        self.balance = balance
        self.needed = needed
        self.token_id = token_id


class ERC1155InvalidApprover(CustomError):
    """This account cannot name an operator.

    Solidity: `ERC1155InvalidApprover(address)`
    """

    selector = bytes.fromhex("3e31884e")
    INPUTS = (Parameter("approver", "address"),)
    remedy = "Approve as another account"

    def __init__(self, approver: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot name an operator", {"approver": approver}, data)
        self.approver = approver


class ERC1155InvalidArrayLength(CustomError):
    """Ids and amounts differ in number.

    Solidity: `ERC1155InvalidArrayLength(uint256,uint256)`
    """

    selector = bytes.fromhex("5b059991")
    INPUTS = (Parameter("idsLength", "uint256"), Parameter("valuesLength", "uint256"))
    remedy = "Pass arrays of one length"

    def __init__(self, ids_length: int, values_length: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Ids and amounts differ in number", {"ids_length": ids_length, "values_length": values_length}, data
        )
        self.ids_length = ids_length
        self.values_length = values_length


class ERC1155InvalidOperator(CustomError):
    """This account cannot be an operator.

    Solidity: `ERC1155InvalidOperator(address)`
    """

    selector = bytes.fromhex("ced3e100")
    INPUTS = (Parameter("operator", "address"),)
    remedy = "Name an address other than zero"

    def __init__(self, operator: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot be an operator", {"operator": operator}, data)
        self.operator = operator


class ERC1155InvalidReceiver(CustomError):
    """This account cannot receive the token.

    Solidity: `ERC1155InvalidReceiver(address)`
    """

    selector = bytes.fromhex("57f447ce")
    INPUTS = (Parameter("receiver", "address"),)
    remedy = "Pass an account, or a contract that accepts ERC-1155 tokens"

    def __init__(self, receiver: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot receive the token", {"receiver": receiver}, data)
        self.receiver = receiver


class ERC1155InvalidSender(CustomError):
    """This account cannot send the token.

    Solidity: `ERC1155InvalidSender(address)`
    """

    selector = bytes.fromhex("01a83514")
    INPUTS = (Parameter("sender", "address"),)
    remedy = "Pass the owner's address"

    def __init__(self, sender: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot send the token", {"sender": sender}, data)
        self.sender = sender


class ERC1155MissingApprovalForAll(CustomError, PermissionError):
    """The operator may not move the owner's tokens.

    Solidity: `ERC1155MissingApprovalForAll(address,address)`
    """

    selector = bytes.fromhex("e237d922")
    INPUTS = (Parameter("operator", "address"), Parameter("owner", "address"))
    remedy = "Act as the owner, or have the owner name the operator with setApprovalForAll"

    def __init__(self, operator: Address, owner: Address, *, data: bytes = b"") -> None:
        super().__init__("The operator may not move the owner's tokens", {"operator": operator, "owner": owner}, data)
        self.operator = operator
        self.owner = owner


class ERC20InsufficientAllowance(CustomError, PermissionError):
    """The spender may take less of the token than the transfer needs.

    Solidity: `ERC20InsufficientAllowance(address,uint256,uint256)`
    """

    selector = bytes.fromhex("fb8f41b2")
    INPUTS = (Parameter("spender", "address"), Parameter("allowance", "uint256"), Parameter("needed", "uint256"))
    remedy = "Approve the spender for what is needed first"

    def __init__(self, spender: Address, allowance: int, needed: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The spender may take less of the token than the transfer needs",
            {"spender": spender, "allowance": allowance, "needed": needed},
            data,
        )
        self.spender = spender
        self.allowance = allowance
        self.needed = needed


class ERC20InsufficientBalance(CustomError):
    """The account has less of the token than the transfer needs.

    Solidity: `ERC20InsufficientBalance(address,uint256,uint256)`
    """

    selector = bytes.fromhex("e450d38c")
    INPUTS = (Parameter("sender", "address"), Parameter("balance", "uint256"), Parameter("needed", "uint256"))
    remedy = "Move less, or send the token to the account first"

    def __init__(self, sender: Address, balance: int, needed: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The account has less of the token than the transfer needs",
            {"sender": sender, "balance": balance, "needed": needed},
            data,
        )
        self.sender = sender
        self.balance = balance
        self.needed = needed


class ERC20InvalidApprover(CustomError):
    """This account cannot allow anything.

    Solidity: `ERC20InvalidApprover(address)`
    """

    selector = bytes.fromhex("e602df05")
    INPUTS = (Parameter("approver", "address"),)
    remedy = "Approve as an address other than zero"

    def __init__(self, approver: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot allow anything", {"approver": approver}, data)
        self.approver = approver


class ERC20InvalidReceiver(CustomError):
    """This account cannot receive the token.

    Solidity: `ERC20InvalidReceiver(address)`
    """

    selector = bytes.fromhex("ec442f05")
    INPUTS = (Parameter("receiver", "address"),)
    remedy = "Send to an address other than zero"

    def __init__(self, receiver: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot receive the token", {"receiver": receiver}, data)
        self.receiver = receiver


class ERC20InvalidSender(CustomError):
    """This account cannot send the token.

    Solidity: `ERC20InvalidSender(address)`
    """

    selector = bytes.fromhex("96c6fd1e")
    INPUTS = (Parameter("sender", "address"),)
    remedy = "Send from an address other than zero"

    def __init__(self, sender: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot send the token", {"sender": sender}, data)
        self.sender = sender


class ERC20InvalidSpender(CustomError):
    """Nothing can be allowed to this account.

    Solidity: `ERC20InvalidSpender(address)`
    """

    selector = bytes.fromhex("94280d62")
    INPUTS = (Parameter("spender", "address"),)
    remedy = "Approve an address other than zero"

    def __init__(self, spender: Address, *, data: bytes = b"") -> None:
        super().__init__("Nothing can be allowed to this account", {"spender": spender}, data)
        self.spender = spender


class ETHTransferFailed(CustomError):
    """The receiver refused the native coin.

    Solidity: `ETHTransferFailed()`
    """

    selector = bytes.fromhex("b12d13eb")
    remedy = "Name a receiver that accepts the native coin"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The receiver refused the native coin", {}, data)


class ExpiryInPast(CustomError):
    """A mint cannot expire before the present second.

    Solidity: `ExpiryInPast(uint64,uint256)`
    """

    selector = bytes.fromhex("6d347fbe")
    INPUTS = (Parameter("expireAt", "uint64"), Parameter("timestamp", "uint256"))
    remedy = "Pass an expiry that is not before the latest block's time, or 0 for a token without one"

    def __init__(self, expire_at: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A mint cannot expire before the present second", {"expire_at": expire_at, "timestamp": timestamp}, data
        )
        self.expire_at = expire_at
        self.timestamp = timestamp


class InsufficientValue(CustomError):
    """The token has less quota than asked for.

    Solidity: `InsufficientValue(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("5e7ad06b")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("available", "uint256"), Parameter("required", "uint256"))
    remedy = "Use less, or top the token up from another token of its class"

    def __init__(self, token_id: int, available: int, required: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The token has less quota than asked for",
            {"token_id": token_id, "available": available, "required": required},
            data,
        )
        self.token_id = token_id
        self.available = available
        self.required = required


class InvalidAsset(CustomError):
    """The asset is not an ERC-20 contract; the native coin goes through `settleRevenueETH`.

    Solidity: `InvalidAsset(address)`
    """

    selector = bytes.fromhex("6f79c78a")
    INPUTS = (Parameter("asset", "address"),)
    remedy = "Pass the address of an ERC-20 on this chain, or settle the native coin instead"

    def __init__(self, asset: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The asset is not an ERC-20 contract; the native coin goes through `settleRevenueETH`",
            {"asset": asset},
            data,
        )
        self.asset = asset


class InvalidClaimReceiver(CustomError, PermissionError):
    """Revenue goes to the owner, or, when the owner asks, to any address but zero.

    Solidity: `InvalidClaimReceiver(uint256,address,address)`
    """

    selector = bytes.fromhex("fec73e60")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("caller", "address"), Parameter("to", "address"))
    remedy = "Claim to the token's owner, or as the owner to an address other than zero"

    def __init__(self, token_id: int, caller: Address, to: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Revenue goes to the owner, or, when the owner asks, to any address but zero",
            {"token_id": token_id, "caller": caller, "to": to},
            data,
        )
        self.token_id = token_id
        self.caller = caller
        self.to = to


class InvalidDerivation(CustomError):
    """The least part is at most 10,000 basis points, and purposes are of the four.

    Solidity: `InvalidDerivation(uint256,uint256)`
    """

    selector = bytes.fromhex("16c8d079")
    INPUTS = (Parameter("leastBps", "uint256"), Parameter("purposes", "uint256"))
    remedy = "Pass at most 10,000 basis points, and purposes of the four that there are"

    def __init__(self, least_bps: int, purposes: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The least part is at most 10,000 basis points, and purposes are of the four",
            {"least_bps": least_bps, "purposes": purposes},
            data,
        )
        self.least_bps = least_bps
        self.purposes = purposes


class InvalidPayee(CustomError):
    """A part without an account, an account without a part, or this contract.

    Solidity: `InvalidPayee(address,uint256)`
    """

    selector = bytes.fromhex("598fb0c1")
    INPUTS = (Parameter("account", "address"), Parameter("bps", "uint256"))
    remedy = "Give every part an account and every account a part, and none to the router itself"

    def __init__(self, account: Address, bps: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A part without an account, an account without a part, or this contract",
            {"account": account, "bps": bps},
            data,
        )
        self.account = account
        self.bps = bps


class InvalidProofSignature(CustomError, PermissionError):
    """The signature is neither the owner's nor the controller's over exactly this proof.

    Solidity: `InvalidProofSignature(uint256,bytes32,string)`
    """

    selector = bytes.fromhex("db74098e")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("proofType", "bytes32"), Parameter("uri", "string"))
    remedy = (
        "Have the owner or the class's controller sign exactly this token, type and URI for this chain and contract"
    )

    def __init__(self, token_id: int, proof_type: bytes, uri: str, *, data: bytes = b"") -> None:
        super().__init__(
            "The signature is neither the owner's nor the controller's over exactly this proof",
            {"token_id": token_id, "proof_type": proof_type, "uri": uri},
            data,
        )
        self.token_id = token_id
        self.proof_type = proof_type
        self.uri = uri


class InvalidReceiver(CustomError, PermissionError):
    """What is owed goes to the account that it is owed to, or, when that asks, to another than zero and
    this one.

    Solidity: `InvalidReceiver(address,address,address)`
    """

    selector = bytes.fromhex("cd113ffd")
    INPUTS = (Parameter("account", "address"), Parameter("caller", "address"), Parameter("to", "address"))
    remedy = "Claim to the account that is owed, or as that account to an address other than zero and the router"

    def __init__(self, account: Address, caller: Address, to: Address, *, data: bytes = b"") -> None:
        super().__init__(
            (
                "What is owed goes to the account that it is owed to, or, when that asks, to another than "
                "zero and this one"
            ),
            {"account": account, "caller": caller, "to": to},
            data,
        )
        self.account = account
        self.caller = caller
        self.to = to


class InvalidRoyalty(CustomError):
    """A royalty is at most 10,000 basis points, and one above 0 has a receiver.

    Solidity: `InvalidRoyalty(address,uint256)`
    """

    selector = bytes.fromhex("51b2e1c8")
    INPUTS = (Parameter("receiver", "address"), Parameter("bps", "uint256"))
    remedy = "Pass 0 to 10,000 basis points, and a receiver unless it is 0"

    def __init__(self, receiver: Address, bps: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A royalty is at most 10,000 basis points, and one above 0 has a receiver",
            {"receiver": receiver, "bps": bps},
            data,
        )
        self.receiver = receiver
        self.bps = bps


class InvalidService(CustomError):
    """The zero address cannot serve.

    Solidity: `InvalidService(address)`
    """

    selector = bytes.fromhex("cdef864b")
    INPUTS = (Parameter("service", "address"),)
    remedy = "Name the account of the service, which is not the zero address"

    def __init__(self, service: Address, *, data: bytes = b"") -> None:
        super().__init__("The zero address cannot serve", {"service": service}, data)
        self.service = service


class InvalidServiceSignature(CustomError, PermissionError):
    """The signature is not the service's over exactly this announcement.

    Solidity: `InvalidServiceSignature(address,uint256)`
    """

    selector = bytes.fromhex("4b21b475")
    INPUTS = (Parameter("service", "address"), Parameter("nonce", "uint256"))
    remedy = "Have the service sign exactly this announcement with its next nonce, for this chain and registry"

    def __init__(self, service: Address, nonce: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The signature is not the service's over exactly this announcement",
            {"service": service, "nonce": nonce},
            data,
        )
        self.service = service
        self.nonce = nonce


class InvalidSplit(CustomError):
    """The parts of the terms do not add up to 10,000 basis points.

    Solidity: `InvalidSplit(uint256,uint256)`
    """

    selector = bytes.fromhex("39d6df17")
    INPUTS = (Parameter("classId", "uint256"), Parameter("given", "uint256"))
    remedy = "Make the parts add up to 10,000 basis points"

    def __init__(self, class_id: int, given: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The parts of the terms do not add up to 10,000 basis points", {"class_id": class_id, "given": given}, data
        )
        self.class_id = class_id
        self.given = given


class InvalidUntil(CustomError):
    """A reservation ends now or later, not after its token, and never earlier than it was promised.

    Solidity: `InvalidUntil(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("0d487997")
    INPUTS = (Parameter("until", "uint256"), Parameter("earliest", "uint256"), Parameter("latest", "uint256"))
    remedy = "Choose a time between the earliest and the latest: a reservation is never shortened"

    def __init__(self, until: int, earliest: int, latest: int, *, data: bytes = b"") -> None:
        super().__init__(
            ("A reservation ends now or later, not after its token, and never earlier than it was promised"),
            {"until": until, "earliest": earliest, "latest": latest},
            data,
        )
        self.until = until
        self.earliest = earliest
        self.latest = latest


class LengthMismatch(CustomError):
    """Arrays that go together differ in length.

    Solidity: `LengthMismatch(uint256,uint256)`
    """

    selector = bytes.fromhex("ab8b67c6")
    INPUTS = (Parameter("expected", "uint256"), Parameter("actual", "uint256"))
    remedy = "Pass arrays of one length"

    def __init__(self, expected: int, actual: int, *, data: bytes = b"") -> None:
        super().__init__("Arrays that go together differ in length", {"expected": expected, "actual": actual}, data)
        self.expected = expected
        self.actual = actual


class LineageLoop(CustomError):
    """A class does not descend from itself, and one that has children takes no parent of its own rank or
    above.

    Solidity: `LineageLoop(uint256,uint256)`
    """

    selector = bytes.fromhex("63321b49")
    INPUTS = (Parameter("classId", "uint256"), Parameter("parentId", "uint256"))
    remedy = "Create a new class for what derives from this parent"

    def __init__(self, class_id: int, parent_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            (
                "A class does not descend from itself, and one that has children takes no parent of its own"
                " rank or above"
            ),
            {"class_id": class_id, "parent_id": parent_id},
            data,
        )
        self.class_id = class_id
        self.parent_id = parent_id


class NoLiveShare(CustomError):
    """No share of the class is alive, so the revenue would belong to nobody.

    Solidity: `NoLiveShare(uint256)`
    """

    selector = bytes.fromhex("8f207457")
    INPUTS = (Parameter("classId", "uint256"),)
    remedy = "Mint a share that is alive before revenue is settled"

    def __init__(self, class_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "No share of the class is alive, so the revenue would belong to nobody", {"class_id": class_id}, data
        )
        self.class_id = class_id


class NoReservation(CustomError, LookupError):
    """There is nothing reserved between these three.

    Solidity: `NoReservation(uint256,address,address)`
    """

    selector = bytes.fromhex("a3ec7ce6")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("reserver", "address"), Parameter("service", "address"))
    remedy = "Reserve quota for this service first; what was released is gone"

    def __init__(self, token_id: int, reserver: Address, service: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "There is nothing reserved between these three",
            {"token_id": token_id, "reserver": reserver, "service": service},
            data,
        )
        self.token_id = token_id
        self.reserver = reserver
        self.service = service


class NotController(CustomError, PermissionError):
    """Only the controller of the class may do this.

    Solidity: `NotController(uint256,address,address)`
    """

    selector = bytes.fromhex("7aa186ec")
    INPUTS = (Parameter("classId", "uint256"), Parameter("caller", "address"), Parameter("controller", "address"))
    remedy = "Act as the controller, or have it nominate the caller and accept"

    def __init__(self, class_id: int, caller: Address, controller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the controller of the class may do this",
            {"class_id": class_id, "caller": caller, "controller": controller},
            data,
        )
        self.class_id = class_id
        self.caller = caller
        self.controller = controller


class NotMinter(CustomError, PermissionError):
    """Only the controller or a minter that it named may mint in this class.

    Solidity: `NotMinter(uint256,address)`
    """

    selector = bytes.fromhex("75c61d2e")
    INPUTS = (Parameter("classId", "uint256"), Parameter("caller", "address"))
    remedy = "Mint as the controller of the class, or have it name the caller a minter"

    def __init__(self, class_id: int, caller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the controller or a minter that it named may mint in this class",
            {"class_id": class_id, "caller": caller},
            data,
        )
        self.class_id = class_id
        self.caller = caller


class NotOwnerOrClassOperator(CustomError, PermissionError):
    """The caller is neither the owner of the token nor its operator in the class.

    Solidity: `NotOwnerOrClassOperator(uint256,address)`
    """

    selector = bytes.fromhex("70e48119")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("caller", "address"))
    remedy = "Act as the token's owner, or as an account that it approved for this class"

    def __init__(self, token_id: int, caller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The caller is neither the owner of the token nor its operator in the class",
            {"token_id": token_id, "caller": caller},
            data,
        )
        self.token_id = token_id
        self.caller = caller


class NotOwnerOrOperator(CustomError, PermissionError):
    """Only the owner, or an operator that it named by `setApprovalForAll`, moves a token.

    Solidity: `NotOwnerOrOperator(uint256,address)`
    """

    selector = bytes.fromhex("d6d271d9")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("caller", "address"))
    remedy = "Act as the token's owner, or as an operator that it named with setApprovalForAll"

    def __init__(self, token_id: int, caller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the owner, or an operator that it named by `setApprovalForAll`, moves a token",
            {"token_id": token_id, "caller": caller},
            data,
        )
        self.token_id = token_id
        self.caller = caller


class NotPendingController(CustomError, PermissionError):
    """Only the account that the controller nominated may accept the class.

    Solidity: `NotPendingController(uint256,address,address)`
    """

    selector = bytes.fromhex("e200f7f1")
    INPUTS = (
        Parameter("classId", "uint256"),
        Parameter("caller", "address"),
        Parameter("pendingController", "address"),
    )
    remedy = "Accept as the account that was nominated, or have the controller nominate the caller first"

    def __init__(self, class_id: int, caller: Address, pending_controller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the account that the controller nominated may accept the class",
            {"class_id": class_id, "caller": caller, "pending_controller": pending_controller},
            data,
        )
        self.class_id = class_id
        self.caller = caller
        self.pending_controller = pending_controller


class ParentMissing(CustomError):
    """The terms must name this parent at this place, as those before did.

    Solidity: `ParentMissing(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("bf524701")
    INPUTS = (Parameter("classId", "uint256"), Parameter("parentId", "uint256"), Parameter("place", "uint256"))
    remedy = "Name all parents of the terms before, in their order, and new ones after them"

    def __init__(self, class_id: int, parent_id: int, place: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The terms must name this parent at this place, as those before did",
            {"class_id": class_id, "parent_id": parent_id, "place": place},
            data,
        )
        self.class_id = class_id
        self.parent_id = parent_id
        self.place = place


class PartTooSmall(CustomError):
    """The parent accepted no less than `leastBps`.

    Solidity: `PartTooSmall(uint256,uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("7c65770c")
    INPUTS = (
        Parameter("classId", "uint256"),
        Parameter("parentId", "uint256"),
        Parameter("bps", "uint256"),
        Parameter("leastBps", "uint256"),
    )
    remedy = "Give the parent at least what it accepted"

    def __init__(self, class_id: int, parent_id: int, bps: int, least_bps: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The parent accepted no less than `leastBps`",
            {"class_id": class_id, "parent_id": parent_id, "bps": bps, "least_bps": least_bps},
            data,
        )
        self.class_id = class_id
        self.parent_id = parent_id
        self.bps = bps
        self.least_bps = least_bps


class PurposeRefused(CustomError):
    """The parent does not allow all that it is used for, or nothing is declared.

    Solidity: `PurposeRefused(uint256,uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("dce01506")
    INPUTS = (
        Parameter("classId", "uint256"),
        Parameter("parentId", "uint256"),
        Parameter("purposes", "uint256"),
        Parameter("allowed", "uint256"),
    )
    remedy = "Declare at least one purpose, and only those that the parent allows"

    def __init__(self, class_id: int, parent_id: int, purposes: int, allowed: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The parent does not allow all that it is used for, or nothing is declared",
            {"class_id": class_id, "parent_id": parent_id, "purposes": purposes, "allowed": allowed},
            data,
        )
        self.class_id = class_id
        self.parent_id = parent_id
        self.purposes = purposes
        self.allowed = allowed


class PurposesDiffer(CustomError):
    """What a parent was used for cannot be declared otherwise later.

    Solidity: `PurposesDiffer(uint256,uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("524406e8")
    INPUTS = (
        Parameter("classId", "uint256"),
        Parameter("parentId", "uint256"),
        Parameter("declared", "uint256"),
        Parameter("given", "uint256"),
    )
    remedy = "Declare what was declared when the class derived from this parent"

    def __init__(self, class_id: int, parent_id: int, declared: int, given: int, *, data: bytes = b"") -> None:
        super().__init__(
            "What a parent was used for cannot be declared otherwise later",
            {"class_id": class_id, "parent_id": parent_id, "declared": declared, "given": given},
            data,
        )
        self.class_id = class_id
        self.parent_id = parent_id
        self.declared = declared
        self.given = given


class ReentrancyGuardReentrantCall(CustomError):
    """The contract was called again while it was still busy.

    Solidity: `ReentrancyGuardReentrantCall()`
    """

    selector = bytes.fromhex("3ee5aeb5")
    remedy = "Call from outside: an asset or receiver may not call back into the contract in the middle of a call"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The contract was called again while it was still busy", {}, data)


class ReservationRunning(CustomError, PermissionError):
    """Until then only the service may release the reservation.

    Solidity: `ReservationRunning(uint256)`
    """

    selector = bytes.fromhex("63e69ddb")
    INPUTS = (Parameter("until", "uint256"),)
    remedy = "Wait until it ends, or have the service release it"

    def __init__(self, until: int, *, data: bytes = b"") -> None:
        super().__init__("Until then only the service may release the reservation", {"until": until}, data)
        self.until = until


class ReservationTooLarge(CustomError):
    """The amount does not fit a reservation.

    Solidity: `ReservationTooLarge(uint256,uint256)`
    """

    selector = bytes.fromhex("cae3dbef")
    INPUTS = (Parameter("amount", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Reserve less: what is reserved for one service has a maximum"

    def __init__(self, amount: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__("The amount does not fit a reservation", {"amount": amount, "maximum": maximum}, data)
        self.amount = amount
        self.maximum = maximum


class RevenueTooLarge(CustomError):
    """The revenue is more than the books can hold.

    Solidity: `RevenueTooLarge(uint256,address,uint256)`
    """

    selector = bytes.fromhex("b27ace90")
    INPUTS = (Parameter("classId", "uint256"), Parameter("asset", "address"), Parameter("amount", "uint256"))
    remedy = "Settle a smaller amount"

    def __init__(self, class_id: int, asset: Address, amount: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The revenue is more than the books can hold",
            {"class_id": class_id, "asset": asset, "amount": amount},
            data,
        )
        self.class_id = class_id
        self.asset = asset
        self.amount = amount


class SameToken(CustomError):
    """The source and the target of the quota are one token.

    Solidity: `SameToken(uint256)`
    """

    selector = bytes.fromhex("2e9bf6d1")
    INPUTS = (Parameter("tokenId", "uint256"),)
    remedy = "Choose two different tokens"

    def __init__(self, token_id: int, *, data: bytes = b"") -> None:
        super().__init__("The source and the target of the quota are one token", {"token_id": token_id}, data)
        self.token_id = token_id


class ShareCapExceeded(CustomError):
    """The mint would raise the class's living share above its cap.

    Solidity: `ShareCapExceeded(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("d2be7199")
    INPUTS = (
        Parameter("classId", "uint256"),
        Parameter("totalShare", "uint256"),
        Parameter("maxTotalShare", "uint256"),
    )
    remedy = "Mint a smaller share, or wait until other shares expire: the cap never changes"

    def __init__(self, class_id: int, total_share: int, max_total_share: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The mint would raise the class's living share above its cap",
            {"class_id": class_id, "total_share": total_share, "max_total_share": max_total_share},
            data,
        )
        self.class_id = class_id
        self.total_share = total_share
        self.max_total_share = max_total_share


class SignatureExpired(CustomError):
    """The signed announcement was to be sent before.

    Solidity: `SignatureExpired(uint256,uint256)`
    """

    selector = bytes.fromhex("f88f0490")
    INPUTS = (Parameter("deadline", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Have it signed again with a later deadline"

    def __init__(self, deadline: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The signed announcement was to be sent before", {"deadline": deadline, "timestamp": timestamp}, data
        )
        self.deadline = deadline
        self.timestamp = timestamp


class TokenExpired(CustomError):
    """The token expired at `expireAt`.

    Solidity: `TokenExpired(uint256,uint64)`
    """

    selector = bytes.fromhex("891302ba")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("expireAt", "uint64"))
    remedy = "Use a token that is alive, or have a new one minted; what it earned can still be claimed"

    def __init__(self, token_id: int, expire_at: int, *, data: bytes = b"") -> None:
        super().__init__("The token expired at `expireAt`", {"token_id": token_id, "expire_at": expire_at}, data)
        self.token_id = token_id
        self.expire_at = expire_at


class TooManyParents(CustomError):
    """A class has at most `maximum` parents.

    Solidity: `TooManyParents(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("3259c0f5")
    INPUTS = (Parameter("classId", "uint256"), Parameter("count", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Name fewer parents, or gather some of them in a class of their own"

    def __init__(self, class_id: int, count: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A class has at most `maximum` parents", {"class_id": class_id, "count": count, "maximum": maximum}, data
        )
        self.class_id = class_id
        self.count = count
        self.maximum = maximum


class TransferFailed(CustomError):
    """The ERC-20 refused to pay out.

    Solidity: `TransferFailed()`
    """

    selector = bytes.fromhex("90b8ec18")
    remedy = "Check that the token is not paused and that it lets the receiver hold it"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The ERC-20 refused to pay out", {}, data)


class TransferFromFailed(CustomError):
    """The ERC-20 refused to take the payer's tokens.

    Solidity: `TransferFromFailed()`
    """

    selector = bytes.fromhex("7939f424")
    remedy = "Approve the contract for the amount, and check the payer's balance of the token"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The ERC-20 refused to take the payer's tokens", {}, data)


class UnknownClass(CustomError, LookupError):
    """No class has this id.

    Solidity: `UnknownClass(uint256)`
    """

    selector = bytes.fromhex("03cd685b")
    INPUTS = (Parameter("classId", "uint256"),)
    remedy = "Check the class id and the chain; ids count from 1"

    def __init__(self, class_id: int, *, data: bytes = b"") -> None:
        super().__init__("No class has this id", {"class_id": class_id}, data)
        self.class_id = class_id


class UnknownTerms(CustomError, LookupError):
    """No such version of the terms: they count from 0, which is everything to the holders, to `latest`.

    Solidity: `UnknownTerms(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("432eb744")
    INPUTS = (Parameter("classId", "uint256"), Parameter("version", "uint256"), Parameter("latest", "uint256"))
    remedy = "Ask for a version from 0 to the latest"

    def __init__(self, class_id: int, version: int, latest: int, *, data: bytes = b"") -> None:
        super().__init__(
            ("No such version of the terms: they count from 0, which is everything to the holders, to `latest`"),
            {"class_id": class_id, "version": version, "latest": latest},
            data,
        )
        self.class_id = class_id
        self.version = version
        self.latest = latest


class UnknownToken(CustomError, LookupError):
    """No token has this id.

    Solidity: `UnknownToken(uint256)`
    """

    selector = bytes.fromhex("0ed9cff4")
    INPUTS = (Parameter("tokenId", "uint256"),)
    remedy = "Check the token id and the chain; a token id carries its class id"

    def __init__(self, token_id: int, *, data: bytes = b"") -> None:
        super().__init__("No token has this id", {"token_id": token_id}, data)
        self.token_id = token_id


class UnknownVersion(CustomError, LookupError):
    """No such version of the metadata or the policy: versions count from 1 to `latest`.

    Solidity: `UnknownVersion(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("869dc667")
    INPUTS = (Parameter("classId", "uint256"), Parameter("version", "uint256"), Parameter("latest", "uint256"))
    remedy = "Ask for a version from 1 to the latest"

    def __init__(self, class_id: int, version: int, latest: int, *, data: bytes = b"") -> None:
        super().__init__(
            "No such version of the metadata or the policy: versions count from 1 to `latest`",
            {"class_id": class_id, "version": version, "latest": latest},
            data,
        )
        self.class_id = class_id
        self.version = version
        self.latest = latest


class ValueTooLarge(CustomError):
    """A token holds at most `maximum` units of quota.

    Solidity: `ValueTooLarge(uint256,uint256)`
    """

    selector = bytes.fromhex("280b172c")
    INPUTS = (Parameter("value", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Mint at most the maximum, or choose fewer decimals for the unit of the class"

    def __init__(self, value: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__("A token holds at most `maximum` units of quota", {"value": value, "maximum": maximum}, data)
        self.value = value
        self.maximum = maximum


class WrongValue(CustomError):
    """The coins sent along are not the amount; with an ERC-20, none are.

    Solidity: `WrongValue(uint256,uint256)`
    """

    selector = bytes.fromhex("195a3ca1")
    INPUTS = (Parameter("expected", "uint256"), Parameter("actual", "uint256"))
    remedy = "Send exactly the amount along, and no coins with an ERC-20"

    def __init__(self, expected: int, actual: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The coins sent along are not the amount; with an ERC-20, none are",
            {"expected": expected, "actual": actual},
            data,
        )
        self.expected = expected
        self.actual = actual


class ZeroAmount(CustomError):
    """The amount is 0.

    Solidity: `ZeroAmount()`
    """

    selector = bytes.fromhex("1f2a2005")
    remedy = "Pass an amount above 0; of a token that charges for transfers, one that leaves something"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The amount is 0", {}, data)


ALL: tuple[type[CustomError], ...] = (
    AlreadyParent,
    ApproveFailed,
    ChangeAnnounced,
    ClassFrozen,
    ClassMismatch,
    ConsentMissing,
    DerivationClosed,
    ERC1155InsufficientBalance,
    ERC1155InvalidApprover,
    ERC1155InvalidArrayLength,
    ERC1155InvalidOperator,
    ERC1155InvalidReceiver,
    ERC1155InvalidSender,
    ERC1155MissingApprovalForAll,
    ERC20InsufficientAllowance,
    ERC20InsufficientBalance,
    ERC20InvalidApprover,
    ERC20InvalidReceiver,
    ERC20InvalidSender,
    ERC20InvalidSpender,
    ETHTransferFailed,
    ExpiryInPast,
    InsufficientValue,
    InvalidAsset,
    InvalidClaimReceiver,
    InvalidDerivation,
    InvalidPayee,
    InvalidProofSignature,
    InvalidReceiver,
    InvalidRoyalty,
    InvalidService,
    InvalidServiceSignature,
    InvalidSplit,
    InvalidUntil,
    LengthMismatch,
    LineageLoop,
    NoLiveShare,
    NoReservation,
    NotController,
    NotMinter,
    NotOwnerOrClassOperator,
    NotOwnerOrOperator,
    NotPendingController,
    ParentMissing,
    PartTooSmall,
    PurposeRefused,
    PurposesDiffer,
    ReentrancyGuardReentrantCall,
    ReservationRunning,
    ReservationTooLarge,
    RevenueTooLarge,
    SameToken,
    ShareCapExceeded,
    SignatureExpired,
    TokenExpired,
    TooManyParents,
    TransferFailed,
    TransferFromFailed,
    UnknownClass,
    UnknownTerms,
    UnknownToken,
    UnknownVersion,
    ValueTooLarge,
    WrongValue,
    ZeroAmount,
)
