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
    "CostAboveMaximum",
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
    "EmptyFill",
    "ExpiresTooEarly",
    "ExpiryInPast",
    "InsufficientValue",
    "InvalidAsset",
    "InvalidClaimReceiver",
    "InvalidDerivation",
    "InvalidEnd",
    "InvalidOrderSignature",
    "InvalidPayee",
    "InvalidPaymentAsset",
    "InvalidProofSignature",
    "InvalidReceiver",
    "InvalidReferral",
    "InvalidRoyalty",
    "InvalidService",
    "InvalidServiceSignature",
    "InvalidSplit",
    "InvalidTiers",
    "InvalidTip",
    "InvalidTrialSignature",
    "InvalidUntil",
    "InvalidWithdrawal",
    "LengthMismatch",
    "LineageLoop",
    "NoLiveShare",
    "NoReservation",
    "NoTrial",
    "NonceTooLow",
    "NotAnErc20",
    "NotClassController",
    "NotController",
    "NotMinter",
    "NotOwnerOrClassOperator",
    "NotOwnerOrOperator",
    "NotPendingController",
    "NotSeller",
    "NothingToWithdraw",
    "OfferEnded",
    "OrderExpired",
    "OrderFilledUp",
    "OrderIsCancelled",
    "ParentMissing",
    "PartTooSmall",
    "PaymentMismatch",
    "PaymentShort",
    "PayoutBelowMinimum",
    "PendingBelowFloor",
    "PurposeRefused",
    "PurposesDiffer",
    "QuantityTooSmall",
    "ReentrancyGuardReentrantCall",
    "ReservationRunning",
    "ReservationTooLarge",
    "RevenueTooLarge",
    "RoyaltyAboveMaximum",
    "SameToken",
    "SellerNotOwner",
    "ShareCapExceeded",
    "SignatureExpired",
    "SoldOut",
    "StillRefused",
    "TipBalanceTooLow",
    "TipRefused",
    "TokenExpired",
    "TokenOutlivesOffer",
    "TooLittleGas",
    "TooManyParents",
    "TransferFailed",
    "TransferFromFailed",
    "TrialExpired",
    "TrialUsed",
    "UnitTooFine",
    "UnknownClass",
    "UnknownOffer",
    "UnknownTerms",
    "UnknownToken",
    "UnknownVersion",
    "ValueBelowFloor",
    "ValueTooLarge",
    "WrongBuyer",
    "WrongClass",
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


class CostAboveMaximum(CustomError):
    """It costs more than the buyer allows.

    Solidity: `CostAboveMaximum(uint256,uint256)`
    """

    selector = bytes.fromhex("5da482d7")
    INPUTS = (Parameter("cost", "uint256"), Parameter("maxCost", "uint256"))
    remedy = "Ask for the cost again, and allow it if it is right"

    def __init__(self, cost: int, max_cost: int, *, data: bytes = b"") -> None:
        super().__init__("It costs more than the buyer allows", {"cost": cost, "max_cost": max_cost}, data)
        self.cost = cost
        self.max_cost = max_cost


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


class EmptyFill(CustomError):
    """A fill of nothing.

    Solidity: `EmptyFill()`
    """

    selector = bytes.fromhex("4b9f0bb0")
    remedy = "Take at least 1 of the quota"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A fill of nothing", {}, data)


class ExpiresTooEarly(CustomError):
    """The token expires earlier than the buyer asks for, or has expired.

    Solidity: `ExpiresTooEarly(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("23e9ee6b")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("expireAt", "uint256"), Parameter("minimum", "uint256"))
    remedy = "Choose a token that lives longer, or ask for less"

    def __init__(self, token_id: int, expire_at: int, minimum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The token expires earlier than the buyer asks for, or has expired",
            {"token_id": token_id, "expire_at": expire_at, "minimum": minimum},
            data,
        )
        self.token_id = token_id
        self.expire_at = expire_at
        self.minimum = minimum


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


class InvalidEnd(CustomError):
    """An offer ends in the future.

    Solidity: `InvalidEnd(uint256,uint256)`
    """

    selector = bytes.fromhex("a3ab2c04")
    INPUTS = (Parameter("until", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Pass a time that is not over, or 0 for an offer without an end"

    def __init__(self, until: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__("An offer ends in the future", {"until": until, "timestamp": timestamp}, data)
        self.until = until
        self.timestamp = timestamp


class InvalidOrderSignature(CustomError, PermissionError):
    """The signature is not the seller's over exactly this order.

    Solidity: `InvalidOrderSignature(bytes32,address)`
    """

    selector = bytes.fromhex("e5a2545b")
    INPUTS = (Parameter("orderHash", "bytes32"), Parameter("seller", "address"))
    remedy = "Have the seller sign exactly this order, for this chain and exchange"

    def __init__(self, order_hash: bytes, seller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The signature is not the seller's over exactly this order",
            {"order_hash": order_hash, "seller": seller},
            data,
        )
        self.order_hash = order_hash
        self.seller = seller


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


class InvalidPaymentAsset(CustomError):
    """The asset is neither the native coin nor a contract.

    Solidity: `InvalidPaymentAsset(address)`
    """

    selector = bytes.fromhex("95de5f29")
    INPUTS = (Parameter("asset", "address"),)
    remedy = "Pass the zero address for the native coin, or the address of an ERC-20"

    def __init__(self, asset: Address, *, data: bytes = b"") -> None:
        super().__init__("The asset is neither the native coin nor a contract", {"asset": asset}, data)
        self.asset = asset


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


class InvalidReferral(CustomError):
    """A part of the price is at most 10,000 basis points.

    Solidity: `InvalidReferral(uint256)`
    """

    selector = bytes.fromhex("1468f1c1")
    INPUTS = (Parameter("bps", "uint256"),)
    remedy = "Pass 0 to 10,000 basis points"

    def __init__(self, bps: int, *, data: bytes = b"") -> None:
        super().__init__("A part of the price is at most 10,000 basis points", {"bps": bps}, data)
        self.bps = bps


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


class InvalidTiers(CustomError):
    """An offer has 1 to 8 tiers, ascending by quantity from at least 1.

    Solidity: `InvalidTiers()`
    """

    selector = bytes.fromhex("1b44cf58")
    remedy = "Pass 1 to 8 tiers, ascending by quantity from at least 1"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("An offer has 1 to 8 tiers, ascending by quantity from at least 1", {}, data)


class InvalidTip(CustomError):
    """A tip is at most 10,000 basis points.

    Solidity: `InvalidTip(uint256)`
    """

    selector = bytes.fromhex("17b93a85")
    INPUTS = (Parameter("bps", "uint256"),)
    remedy = "Pass 0 to 10,000 basis points"

    def __init__(self, bps: int, *, data: bytes = b"") -> None:
        super().__init__("A tip is at most 10,000 basis points", {"bps": bps}, data)
        self.bps = bps


class InvalidTrialSignature(CustomError, PermissionError):
    """The signature is not the class controller's over exactly this trial.

    Solidity: `InvalidTrialSignature(uint256,address)`
    """

    selector = bytes.fromhex("77a12eb4")
    INPUTS = (Parameter("offerId", "uint256"), Parameter("account", "address"))
    remedy = "Have the controller of the class sign exactly this trial, for this chain and store"

    def __init__(self, offer_id: int, account: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The signature is not the class controller's over exactly this trial",
            {"offer_id": offer_id, "account": account},
            data,
        )
        self.offer_id = offer_id
        self.account = account


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


class InvalidWithdrawal(CustomError, PermissionError):
    """What waits goes to its account, or, when that asks, to any address but zero.

    Solidity: `InvalidWithdrawal(address,address,address)`
    """

    selector = bytes.fromhex("ef632892")
    INPUTS = (Parameter("account", "address"), Parameter("caller", "address"), Parameter("to", "address"))
    remedy = "Withdraw to the account itself, or as that account to an address other than zero"

    def __init__(self, account: Address, caller: Address, to: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "What waits goes to its account, or, when that asks, to any address but zero",
            {"account": account, "caller": caller, "to": to},
            data,
        )
        self.account = account
        self.caller = caller
        self.to = to


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


class NoTrial(CustomError):
    """The offer has no trial.

    Solidity: `NoTrial(uint256)`
    """

    selector = bytes.fromhex("8bb78543")
    INPUTS = (Parameter("offerId", "uint256"),)
    remedy = "Choose an offer that gives trials"

    def __init__(self, offer_id: int, *, data: bytes = b"") -> None:
        super().__init__("The offer has no trial", {"offer_id": offer_id}, data)
        self.offer_id = offer_id


class NonceTooLow(CustomError):
    """A nonce only grows.

    Solidity: `NonceTooLow(uint256,uint256)`
    """

    selector = bytes.fromhex("045f356c")
    INPUTS = (Parameter("nonce", "uint256"), Parameter("current", "uint256"))
    remedy = "Pass a nonce above the current one"

    def __init__(self, nonce: int, current: int, *, data: bytes = b"") -> None:
        super().__init__("A nonce only grows", {"nonce": nonce, "current": current}, data)
        self.nonce = nonce
        self.current = current


class NotAnErc20(CustomError):
    """Only an ERC-20 is paid with by permit or authorisation.

    Solidity: `NotAnErc20(uint256)`
    """

    selector = bytes.fromhex("6ebd51e5")
    INPUTS = (Parameter("offerId", "uint256"),)
    remedy = "Buy with coins sent along: permits and authorisations are of ERC-20s"

    def __init__(self, offer_id: int, *, data: bytes = b"") -> None:
        super().__init__("Only an ERC-20 is paid with by permit or authorisation", {"offer_id": offer_id}, data)
        self.offer_id = offer_id


class NotClassController(CustomError, PermissionError):
    """Only the controller of the class may do this.

    Solidity: `NotClassController(uint256,address,address)`
    """

    selector = bytes.fromhex("c660b06f")
    INPUTS = (Parameter("classId", "uint256"), Parameter("caller", "address"), Parameter("controller", "address"))
    remedy = "Act as the controller of the class: it alone publishes and closes offers"

    def __init__(self, class_id: int, caller: Address, controller: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the controller of the class may do this",
            {"class_id": class_id, "caller": caller, "controller": controller},
            data,
        )
        self.class_id = class_id
        self.caller = caller
        self.controller = controller


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


class NotSeller(CustomError, PermissionError):
    """Only the seller cancels.

    Solidity: `NotSeller(address,address)`
    """

    selector = bytes.fromhex("fbcb4a42")
    INPUTS = (Parameter("caller", "address"), Parameter("seller", "address"))
    remedy = "Cancel as the seller"

    def __init__(self, caller: Address, seller: Address, *, data: bytes = b"") -> None:
        super().__init__("Only the seller cancels", {"caller": caller, "seller": seller}, data)
        self.caller = caller
        self.seller = seller


class NothingToWithdraw(CustomError):
    """Nothing waits for the account in this asset.

    Solidity: `NothingToWithdraw(address,address)`
    """

    selector = bytes.fromhex("ac46653e")
    INPUTS = (Parameter("account", "address"), Parameter("asset", "address"))
    remedy = "Check the account and the asset: nothing waits there"

    def __init__(self, account: Address, asset: Address, *, data: bytes = b"") -> None:
        super().__init__("Nothing waits for the account in this asset", {"account": account, "asset": asset}, data)
        self.account = account
        self.asset = asset


class OfferEnded(CustomError):
    """The offer is over since `until`.

    Solidity: `OfferEnded(uint256,uint256)`
    """

    selector = bytes.fromhex("85e853e8")
    INPUTS = (Parameter("offerId", "uint256"), Parameter("until", "uint256"))
    remedy = "Buy from another offer of the class"

    def __init__(self, offer_id: int, until: int, *, data: bytes = b"") -> None:
        super().__init__("The offer is over since `until`", {"offer_id": offer_id, "until": until}, data)
        self.offer_id = offer_id
        self.until = until


class OrderExpired(CustomError):
    """The order could be filled until `deadline`.

    Solidity: `OrderExpired(uint256,uint256)`
    """

    selector = bytes.fromhex("4b2d84db")
    INPUTS = (Parameter("deadline", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Have the seller sign it again with a later deadline"

    def __init__(self, deadline: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The order could be filled until `deadline`", {"deadline": deadline, "timestamp": timestamp}, data
        )
        self.deadline = deadline
        self.timestamp = timestamp


class OrderFilledUp(CustomError):
    """The order has less left.

    Solidity: `OrderFilledUp(bytes32,uint256,uint256)`
    """

    selector = bytes.fromhex("c70c5db5")
    INPUTS = (Parameter("orderHash", "bytes32"), Parameter("quantity", "uint256"), Parameter("left", "uint256"))
    remedy = "Take at most what is left"

    def __init__(self, order_hash: bytes, quantity: int, left: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The order has less left", {"order_hash": order_hash, "quantity": quantity, "left": left}, data
        )
        self.order_hash = order_hash
        self.quantity = quantity
        self.left = left


class OrderIsCancelled(CustomError):
    """The seller cancelled the order, or all of its nonce.

    Solidity: `OrderIsCancelled(bytes32)`
    """

    selector = bytes.fromhex("1a515574")
    INPUTS = (Parameter("orderHash", "bytes32"),)
    remedy = "Choose another order: the seller took this one back"

    def __init__(self, order_hash: bytes, *, data: bytes = b"") -> None:
        super().__init__("The seller cancelled the order, or all of its nonce", {"order_hash": order_hash}, data)
        self.order_hash = order_hash


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


class PaymentMismatch(CustomError):
    """What was sent along, or authorised, is not what it costs; a purchase in an ERC-20 comes without
    coins.

    Solidity: `PaymentMismatch(uint256,uint256)`
    """

    selector = bytes.fromhex("b93ce888")
    INPUTS = (Parameter("sent", "uint256"), Parameter("cost", "uint256"))
    remedy = "Send, or authorise, exactly the cost, and send no coins with an ERC-20"

    def __init__(self, sent: int, cost: int, *, data: bytes = b"") -> None:
        super().__init__(
            ("What was sent along, or authorised, is not what it costs; a purchase in an ERC-20 comes without coins"),
            {"sent": sent, "cost": cost},
            data,
        )
        self.sent = sent
        self.cost = cost


class PaymentShort(CustomError):
    """What arrived of the token is not the cost.

    Solidity: `PaymentShort(address,uint256,uint256)`
    """

    selector = bytes.fromhex("24048024")
    INPUTS = (Parameter("asset", "address"), Parameter("arrived", "uint256"), Parameter("cost", "uint256"))
    remedy = "Pay in an asset whose transfers deliver what was sent"

    def __init__(self, asset: Address, arrived: int, cost: int, *, data: bytes = b"") -> None:
        super().__init__(
            "What arrived of the token is not the cost", {"asset": asset, "arrived": arrived, "cost": cost}, data
        )
        self.asset = asset
        self.arrived = arrived
        self.cost = cost


class PayoutBelowMinimum(CustomError):
    """Less came in than the caller asked for.

    Solidity: `PayoutBelowMinimum(address,address,uint256,uint256)`
    """

    selector = bytes.fromhex("8b8fd5ed")
    INPUTS = (
        Parameter("account", "address"),
        Parameter("asset", "address"),
        Parameter("received", "uint256"),
        Parameter("minimum", "uint256"),
    )
    remedy = "Preview the payout again: somebody claimed a part of it in the meantime"

    def __init__(self, account: Address, asset: Address, received: int, minimum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Less came in than the caller asked for",
            {"account": account, "asset": asset, "received": received, "minimum": minimum},
            data,
        )
        self.account = account
        self.asset = asset
        self.received = received
        self.minimum = minimum


class PendingBelowFloor(CustomError):
    """The token has less revenue pending than the buyer asks for.

    Solidity: `PendingBelowFloor(uint256,address,uint256,uint256)`
    """

    selector = bytes.fromhex("13bac1fc")
    INPUTS = (
        Parameter("tokenId", "uint256"),
        Parameter("asset", "address"),
        Parameter("pending", "uint256"),
        Parameter("minimum", "uint256"),
    )
    remedy = "Choose another order, or ask for less revenue: some was claimed in the meantime"

    def __init__(self, token_id: int, asset: Address, pending: int, minimum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The token has less revenue pending than the buyer asks for",
            {"token_id": token_id, "asset": asset, "pending": pending, "minimum": minimum},
            data,
        )
        self.token_id = token_id
        self.asset = asset
        self.pending = pending
        self.minimum = minimum


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


class QuantityTooSmall(CustomError):
    """Less than the offer sells at once.

    Solidity: `QuantityTooSmall(uint256,uint256)`
    """

    selector = bytes.fromhex("e8c9d11f")
    INPUTS = (Parameter("quantity", "uint256"), Parameter("minimum", "uint256"))
    remedy = "Buy at least the minimum"

    def __init__(self, quantity: int, minimum: int, *, data: bytes = b"") -> None:
        super().__init__("Less than the offer sells at once", {"quantity": quantity, "minimum": minimum}, data)
        self.quantity = quantity
        self.minimum = minimum


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


class RoyaltyAboveMaximum(CustomError):
    """The royalty of the class is more than the seller allows.

    Solidity: `RoyaltyAboveMaximum(uint256,uint256)`
    """

    selector = bytes.fromhex("c2d4a910")
    INPUTS = (Parameter("royalty", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Have the seller sign an order that allows the royalty of the class"

    def __init__(self, royalty: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The royalty of the class is more than the seller allows", {"royalty": royalty, "maximum": maximum}, data
        )
        self.royalty = royalty
        self.maximum = maximum


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


class SellerNotOwner(CustomError):
    """The seller does not own the token any more.

    Solidity: `SellerNotOwner(uint256,address,address)`
    """

    selector = bytes.fromhex("4626fa7f")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("seller", "address"), Parameter("owner", "address"))
    remedy = "Choose another order: the seller does not have the token any more"

    def __init__(self, token_id: int, seller: Address, owner: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The seller does not own the token any more", {"token_id": token_id, "seller": seller, "owner": owner}, data
        )
        self.token_id = token_id
        self.seller = seller
        self.owner = owner


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


class SoldOut(CustomError):
    """More than the offer has left.

    Solidity: `SoldOut(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("80f7ea9c")
    INPUTS = (Parameter("offerId", "uint256"), Parameter("quantity", "uint256"), Parameter("left", "uint256"))
    remedy = "Buy at most what is left, or from another offer of the class"

    def __init__(self, offer_id: int, quantity: int, left: int, *, data: bytes = b"") -> None:
        super().__init__(
            "More than the offer has left", {"offer_id": offer_id, "quantity": quantity, "left": left}, data
        )
        self.offer_id = offer_id
        self.quantity = quantity
        self.left = left


class StillRefused(CustomError):
    """The other end still refuses it; it goes on waiting.

    Solidity: `StillRefused(address,address,address)`
    """

    selector = bytes.fromhex("d5c7f44e")
    INPUTS = (Parameter("account", "address"), Parameter("asset", "address"), Parameter("to", "address"))
    remedy = "Withdraw as the account, to a receiver that takes the asset"

    def __init__(self, account: Address, asset: Address, to: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The other end still refuses it; it goes on waiting", {"account": account, "asset": asset, "to": to}, data
        )
        self.account = account
        self.asset = asset
        self.to = to


class TipBalanceTooLow(CustomError):
    """The account has set aside less.

    Solidity: `TipBalanceTooLow(address,uint256,uint256)`
    """

    selector = bytes.fromhex("4fbd76e9")
    INPUTS = (Parameter("account", "address"), Parameter("balance", "uint256"), Parameter("amount", "uint256"))
    remedy = "Withdraw at most what is set aside"

    def __init__(self, account: Address, balance: int, amount: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The account has set aside less", {"account": account, "balance": balance, "amount": amount}, data
        )
        self.account = account
        self.balance = balance
        self.amount = amount


class TipRefused(CustomError):
    """The keeper does not take its tip.

    Solidity: `TipRefused(address,uint256)`
    """

    selector = bytes.fromhex("61e22736")
    INPUTS = (Parameter("keeper", "address"), Parameter("amount", "uint256"))
    remedy = "Call as an account that takes the native coin, or use claimEverything, which gives no tip"

    def __init__(self, keeper: Address, amount: int, *, data: bytes = b"") -> None:
        super().__init__("The keeper does not take its tip", {"keeper": keeper, "amount": amount}, data)
        self.keeper = keeper
        self.amount = amount


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


class TokenOutlivesOffer(CustomError):
    """Quota for a limited time cannot be added to a token that works longer than that.

    Solidity: `TokenOutlivesOffer(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("1c29505c")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("expireAt", "uint256"), Parameter("latest", "uint256"))
    remedy = "Buy a new token, or top up one that lives no longer than the offer gives"

    def __init__(self, token_id: int, expire_at: int, latest: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Quota for a limited time cannot be added to a token that works longer than that",
            {"token_id": token_id, "expire_at": expire_at, "latest": latest},
            data,
        )
        self.token_id = token_id
        self.expire_at = expire_at
        self.latest = latest


class TooLittleGas(CustomError):
    """Too little gas is left to give a claim what it may use.

    Without this, whoever brings little gas would have claims passed over that work.

    Solidity: `TooLittleGas(uint256,uint256)`
    """

    selector = bytes.fromhex("9ee5fcf0")
    INPUTS = (Parameter("place", "uint256"), Parameter("gasLimit", "uint256"))
    remedy = "Send with more gas, or give the claim a lower limit"

    def __init__(self, place: int, gas_limit: int, *, data: bytes = b"") -> None:
        super().__init__(
            (
                "Too little gas is left to give a claim what it may use. Without this, whoever brings "
                "little gas would have claims passed over that work"
            ),
            {"place": place, "gas_limit": gas_limit},
            data,
        )
        self.place = place
        self.gas_limit = gas_limit


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


class TrialExpired(CustomError):
    """The signature was to be used before.

    Solidity: `TrialExpired(uint256,uint256)`
    """

    selector = bytes.fromhex("fe2dabb6")
    INPUTS = (Parameter("deadline", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Have the trial signed again with a later deadline"

    def __init__(self, deadline: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__("The signature was to be used before", {"deadline": deadline, "timestamp": timestamp}, data)
        self.deadline = deadline
        self.timestamp = timestamp


class TrialUsed(CustomError, PermissionError):
    """The account had its trial of the class.

    Solidity: `TrialUsed(uint256,address)`
    """

    selector = bytes.fromhex("be2ea2f0")
    INPUTS = (Parameter("classId", "uint256"), Parameter("account", "address"))
    remedy = "Buy: an account has one trial of a class"

    def __init__(self, class_id: int, account: Address, *, data: bytes = b"") -> None:
        super().__init__("The account had its trial of the class", {"class_id": class_id, "account": account}, data)
        self.class_id = class_id
        self.account = account


class UnitTooFine(CustomError):
    """The price of a whole unit cannot be told in a class whose unit has more decimals than `maximum`.

    Solidity: `UnitTooFine(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("7d1eba4d")
    INPUTS = (Parameter("classId", "uint256"), Parameter("unitDecimals", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Sell quota of a class whose unit has at most the maximum of decimals"

    def __init__(self, class_id: int, unit_decimals: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__(
            ("The price of a whole unit cannot be told in a class whose unit has more decimals than `maximum`"),
            {"class_id": class_id, "unit_decimals": unit_decimals, "maximum": maximum},
            data,
        )
        self.class_id = class_id
        self.unit_decimals = unit_decimals
        self.maximum = maximum


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


class UnknownOffer(CustomError, LookupError):
    """No offer has this id.

    Solidity: `UnknownOffer(uint256)`
    """

    selector = bytes.fromhex("1021ae22")
    INPUTS = (Parameter("offerId", "uint256"),)
    remedy = "Check the offer id and the chain; ids count from 1"

    def __init__(self, offer_id: int, *, data: bytes = b"") -> None:
        super().__init__("No offer has this id", {"offer_id": offer_id}, data)
        self.offer_id = offer_id


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


class ValueBelowFloor(CustomError):
    """The token has less quota than the buyer asks for.

    Solidity: `ValueBelowFloor(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("17b3ca05")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("value", "uint256"), Parameter("minimum", "uint256"))
    remedy = "Choose another order, or ask for less quota"

    def __init__(self, token_id: int, value: int, minimum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The token has less quota than the buyer asks for",
            {"token_id": token_id, "value": value, "minimum": minimum},
            data,
        )
        self.token_id = token_id
        self.value = value
        self.minimum = minimum


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


class WrongBuyer(CustomError, PermissionError):
    """The order is for somebody else.

    Solidity: `WrongBuyer(address,address)`
    """

    selector = bytes.fromhex("5d9e8ddb")
    INPUTS = (Parameter("caller", "address"), Parameter("buyer", "address"))
    remedy = "Fill it as the account that it is for"

    def __init__(self, caller: Address, buyer: Address, *, data: bytes = b"") -> None:
        super().__init__("The order is for somebody else", {"caller": caller, "buyer": buyer}, data)
        self.caller = caller
        self.buyer = buyer


class WrongClass(CustomError):
    """The token to top up is of another class than the offer.

    Solidity: `WrongClass(uint256,uint256)`
    """

    selector = bytes.fromhex("5a46e09c")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("classId", "uint256"))
    remedy = "Top up a token of the class that the offer is of"

    def __init__(self, token_id: int, class_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The token to top up is of another class than the offer", {"token_id": token_id, "class_id": class_id}, data
        )
        self.token_id = token_id
        self.class_id = class_id


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
    CostAboveMaximum,
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
    EmptyFill,
    ExpiresTooEarly,
    ExpiryInPast,
    InsufficientValue,
    InvalidAsset,
    InvalidClaimReceiver,
    InvalidDerivation,
    InvalidEnd,
    InvalidOrderSignature,
    InvalidPayee,
    InvalidPaymentAsset,
    InvalidProofSignature,
    InvalidReceiver,
    InvalidReferral,
    InvalidRoyalty,
    InvalidService,
    InvalidServiceSignature,
    InvalidSplit,
    InvalidTiers,
    InvalidTip,
    InvalidTrialSignature,
    InvalidUntil,
    InvalidWithdrawal,
    LengthMismatch,
    LineageLoop,
    NoLiveShare,
    NoReservation,
    NoTrial,
    NonceTooLow,
    NotAnErc20,
    NotClassController,
    NotController,
    NotMinter,
    NotOwnerOrClassOperator,
    NotOwnerOrOperator,
    NotPendingController,
    NotSeller,
    NothingToWithdraw,
    OfferEnded,
    OrderExpired,
    OrderFilledUp,
    OrderIsCancelled,
    ParentMissing,
    PartTooSmall,
    PaymentMismatch,
    PaymentShort,
    PayoutBelowMinimum,
    PendingBelowFloor,
    PurposeRefused,
    PurposesDiffer,
    QuantityTooSmall,
    ReentrancyGuardReentrantCall,
    ReservationRunning,
    ReservationTooLarge,
    RevenueTooLarge,
    RoyaltyAboveMaximum,
    SameToken,
    SellerNotOwner,
    ShareCapExceeded,
    SignatureExpired,
    SoldOut,
    StillRefused,
    TipBalanceTooLow,
    TipRefused,
    TokenExpired,
    TokenOutlivesOffer,
    TooLittleGas,
    TooManyParents,
    TransferFailed,
    TransferFromFailed,
    TrialExpired,
    TrialUsed,
    UnitTooFine,
    UnknownClass,
    UnknownOffer,
    UnknownTerms,
    UnknownToken,
    UnknownVersion,
    ValueBelowFloor,
    ValueTooLarge,
    WrongBuyer,
    WrongClass,
    WrongValue,
    ZeroAmount,
)
