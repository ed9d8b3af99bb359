"""The errors that contracts name, one class for each.

Generated from `contracts` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from lazai_py._contract.abi import CustomError, Parameter
from lazai_py._types import Address

__all__ = [
    "AccountBalanceOverflow",
    "AlreadyClosed",
    "AlreadyInstalled",
    "AlreadyMinted",
    "AlreadyParent",
    "AlreadySucceeded",
    "ApproveFailed",
    "AssetsNotAscending",
    "BalanceQueryForZeroAddress",
    "BiasOutOfRange",
    "ChangeAnnounced",
    "CheckpointUnorderedInsertion",
    "ClaimFailed",
    "ClassFrozen",
    "ClassMismatch",
    "CodeTooLarge",
    "ConsentMissing",
    "ContentBonded",
    "ContentFinal",
    "ContentNotBonded",
    "CostAboveMaximum",
    "CreationFailed",
    "DeploymentFailed",
    "DepositTooLarge",
    "DerivationClosed",
    "ECDSAInvalidSignature",
    "ECDSAInvalidSignatureLength",
    "ECDSAInvalidSignatureS",
    "ERC20InsufficientAllowance",
    "ERC20InsufficientBalance",
    "ERC20InvalidApprover",
    "ERC20InvalidReceiver",
    "ERC20InvalidSender",
    "ERC20InvalidSpender",
    "ERC721InvalidReceiver",
    "ERC1155InsufficientBalance",
    "ERC1155InvalidApprover",
    "ERC1155InvalidArrayLength",
    "ERC1155InvalidOperator",
    "ERC1155InvalidReceiver",
    "ERC1155InvalidSender",
    "ERC1155MissingApprovalForAll",
    "ERC2612ExpiredSignature",
    "ERC2612InvalidSigner",
    "ERC3009InvalidAuthorizationTime",
    "ERC3009InvalidSignature",
    "ERC3009UsedAuthorization",
    "ERC5805FutureLookup",
    "ERC6372InconsistentClock",
    "ETHTransferFailed",
    "EmptyCommitment",
    "EmptyFill",
    "EmptyPrompt",
    "ExceedsCirculating",
    "ExceedsSupply",
    "ExpiresTooEarly",
    "ExpiryInPast",
    "HexLengthInsufficient",
    "InsufficientValue",
    "InvalidAccountNonce",
    "InvalidAsset",
    "InvalidBiases",
    "InvalidBlob",
    "InvalidCircuit",
    "InvalidClaimBps",
    "InvalidClaimReceiver",
    "InvalidCreatorPart",
    "InvalidDerivation",
    "InvalidEnd",
    "InvalidOrderSignature",
    "InvalidOwedReceiver",
    "InvalidParty",
    "InvalidPayee",
    "InvalidPayment",
    "InvalidPaymentAsset",
    "InvalidPeriod",
    "InvalidPick",
    "InvalidProofSignature",
    "InvalidReceiver",
    "InvalidReferral",
    "InvalidRevenueToken",
    "InvalidRoyalty",
    "InvalidService",
    "InvalidServiceSignature",
    "InvalidShifts",
    "InvalidShortString",
    "InvalidSizes",
    "InvalidSoftCap",
    "InvalidSplit",
    "InvalidSupplies",
    "InvalidSupply",
    "InvalidTerms",
    "InvalidTiers",
    "InvalidTip",
    "InvalidTranches",
    "InvalidTrialSignature",
    "InvalidUntil",
    "InvalidVerifier",
    "InvalidVerifyingKey",
    "InvalidVesting",
    "InvalidVetoBps",
    "InvalidWithdrawal",
    "LengthMismatch",
    "LineageLoop",
    "LockedBefore",
    "MalformedNetwork",
    "NetworkTooLarge",
    "NoDeposit",
    "NoLiveShare",
    "NoReservation",
    "NoRevenueReceiver",
    "NoTrial",
    "NonceTooLow",
    "NotAnErc20",
    "NotChallengeable",
    "NotClassController",
    "NotController",
    "NotCreator",
    "NotDataAnchoringToken",
    "NotEnded",
    "NotFinal",
    "NotGovernor",
    "NotMinter",
    "NotModelOwner",
    "NotOpen",
    "NotOverturned",
    "NotOwnedPosition",
    "NotOwnerNorApproved",
    "NotOwnerOrClassOperator",
    "NotOwnerOrOperator",
    "NotPendingController",
    "NotRefuted",
    "NotRevenue",
    "NotSeller",
    "NotTokenOwner",
    "NotVerified",
    "NotVetoed",
    "NotYourMove",
    "NothingLocked",
    "NothingToClaim",
    "NothingToRelease",
    "NothingToVeto",
    "NothingToWithdraw",
    "NothingVerifies",
    "OfferEnded",
    "OrderExpired",
    "OrderFilledUp",
    "OrderIsCancelled",
    "OutOfTime",
    "ParentMissing",
    "PartTooSmall",
    "PaymentMismatch",
    "PaymentShort",
    "PayoutBelowMinimum",
    "PendingBelowFloor",
    "PromptNotText",
    "PurposeRefused",
    "PurposesDiffer",
    "QuantityTooSmall",
    "ReentrancyGuardReentrantCall",
    "ReservationRunning",
    "ReservationTooLarge",
    "RevealTooEarly",
    "RevenueTooLarge",
    "RoyaltyAboveMaximum",
    "SafeCastOverflowedUintDowncast",
    "SaleFailed",
    "SaleNotEnded",
    "SaleSucceeded",
    "SameToken",
    "SellerNotOwner",
    "ShareCapExceeded",
    "SignatureExpired",
    "SnapshotNotClosed",
    "SnapshotTooEarly",
    "SoldOut",
    "StillLocked",
    "StillRefused",
    "StillYielding",
    "StringTooLong",
    "SupplyNotZero",
    "TermsNotText",
    "TimeLeft",
    "TipBalanceTooLow",
    "TipRefused",
    "TokenAlreadyExists",
    "TokenDoesNotExist",
    "TokenExpired",
    "TokenOutlivesOffer",
    "TooLargeToStore",
    "TooLittleGas",
    "TooManyParents",
    "TooManyRevenueTokens",
    "TransferFailed",
    "TransferFromFailed",
    "TransferFromIncorrectOwner",
    "TransferToNonERC721ReceiverImplementer",
    "TransferToZeroAddress",
    "TrialExpired",
    "TrialUsed",
    "UnexpectedCoins",
    "UnitTooFine",
    "UnknownClass",
    "UnknownCommitment",
    "UnknownModel",
    "UnknownOffer",
    "UnknownProposal",
    "UnknownRevenueToken",
    "UnknownSnapshot",
    "UnknownTerms",
    "UnknownToken",
    "UnknownVersion",
    "UnknownWay",
    "ValueBelowFloor",
    "ValueTooLarge",
    "VotesExpiredSignature",
    "WalletCapExceeded",
    "WayNotOffered",
    "WeightOutOfRange",
    "WorkNotStored",
    "WrongBlobCount",
    "WrongBond",
    "WrongBuyer",
    "WrongClass",
    "WrongContent",
    "WrongFee",
    "WrongLength",
    "WrongNetwork",
    "WrongOpening",
    "WrongPayment",
    "WrongPhase",
    "WrongPrompt",
    "WrongReveal",
    "WrongSubject",
    "WrongValue",
    "ZeroAmount",
    "ZeroSupply",
]


class AccountBalanceOverflow(CustomError):
    """The account holds too many tokens.

    Solidity: `AccountBalanceOverflow()`
    """

    selector = bytes.fromhex("01336cea")
    remedy = "Send the token to another account"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The account holds too many tokens", {}, data)


class AlreadyClosed(CustomError):
    """The end was noted before.

    Solidity: `AlreadyClosed()`
    """

    selector = bytes.fromhex("9acb7e52")
    remedy = "Go on: the end was noted before"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The end was noted before", {}, data)


class AlreadyInstalled(CustomError):
    """A network is installed once.

    Solidity: `AlreadyInstalled(bytes32)`
    """

    selector = bytes.fromhex("fd8a04f0")
    INPUTS = (Parameter("commitment", "bytes32"),)
    remedy = "Go on: the network can be asked already"

    def __init__(self, commitment: bytes, *, data: bytes = b"") -> None:
        super().__init__("A network is installed once", {"commitment": commitment}, data)
        self.commitment = commitment


class AlreadyMinted(CustomError):
    """The prompt was minted before.

    Solidity: `AlreadyMinted(uint256,address)`
    """

    selector = bytes.fromhex("3930a25f")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("owner", "address"))
    remedy = "Choose another prompt: each is minted once"

    def __init__(self, token_id: int, owner: Address, *, data: bytes = b"") -> None:
        super().__init__("The prompt was minted before", {"token_id": token_id, "owner": owner}, data)
        self.token_id = token_id
        self.owner = owner


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


class AlreadySucceeded(CustomError):
    """A version has at most one successor.

    Solidity: `AlreadySucceeded(uint256,uint256)`
    """

    selector = bytes.fromhex("4d60afcc")
    INPUTS = (Parameter("modelId", "uint256"), Parameter("successor", "uint256"))
    remedy = "Name the latest version as the one before"

    def __init__(self, model_id: int, successor: int, *, data: bytes = b"") -> None:
        super().__init__("A version has at most one successor", {"model_id": model_id, "successor": successor}, data)
        self.model_id = model_id
        self.successor = successor


class ApproveFailed(CustomError):
    """The ERC20 `approve` has failed.

    Solidity: `ApproveFailed()`
    """

    selector = bytes.fromhex("3e3f8f73")
    remedy = "Check that the token is not paused and that it lets its holders approve"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The ERC20 `approve` has failed", {}, data)


class AssetsNotAscending(CustomError):
    """The assets must be in ascending order of their addresses, each at most once.

    Solidity: `AssetsNotAscending(address,address)`
    """

    selector = bytes.fromhex("55dc6ef5")
    INPUTS = (Parameter("before", "address"), Parameter("asset", "address"))
    remedy = "Sort the assets by address and name each once"

    def __init__(self, before: Address, asset: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The assets must be in ascending order of their addresses, each at most once",
            {"before": before, "asset": asset},
            data,
        )
        self.before = before
        self.asset = asset


class BalanceQueryForZeroAddress(CustomError):
    """The zero address holds nothing.

    Solidity: `BalanceQueryForZeroAddress()`
    """

    selector = bytes.fromhex("8f4eb604")
    remedy = "Ask for an address other than zero"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The zero address holds nothing", {}, data)


class BiasOutOfRange(CustomError):
    """A bias is from -2^30 to 2^30.

    Solidity: `BiasOutOfRange(uint256,int32)`
    """

    selector = bytes.fromhex("644c65cd")
    INPUTS = (Parameter("index", "uint256"), Parameter("bias", "int32"))
    remedy = "Keep biases from -2^30 to 2^30"

    def __init__(self, index: int, bias: int, *, data: bytes = b"") -> None:
        super().__init__("A bias is from -2^30 to 2^30", {"index": index, "bias": bias}, data)
        self.index = index
        self.bias = bias


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


class CheckpointUnorderedInsertion(CustomError):
    """A checkpoint is older than the one before.

    Solidity: `CheckpointUnorderedInsertion()`
    """

    selector = bytes.fromhex("2520601d")
    remedy = "Report a bug: blocks come in order"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A checkpoint is older than the one before", {}, data)


class ClaimFailed(CustomError):
    """Every payment of the claim failed; the account can name another receiver.

    Solidity: `ClaimFailed(address,address)`
    """

    selector = bytes.fromhex("527a3d7c")
    INPUTS = (Parameter("account", "address"), Parameter("to", "address"))
    remedy = "Claim to a receiver that accepts the asset"

    def __init__(self, account: Address, to: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Every payment of the claim failed; the account can name another receiver",
            {"account": account, "to": to},
            data,
        )
        self.account = account
        self.to = to


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


class CodeTooLarge(CustomError):
    """The code of the token does not fit two contracts.

    Solidity: `CodeTooLarge(uint256,uint256)`
    """

    selector = bytes.fromhex("d069b8e1")
    INPUTS = (Parameter("size", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Report a bug: the code of the token outgrew its factory"

    def __init__(self, size: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__("The code of the token does not fit two contracts", {"size": size, "maximum": maximum}, data)
        self.size = size
        self.maximum = maximum


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


class ContentBonded(CustomError):
    """A bond stands behind the content: only a proof or a dispute replaces it.

    Solidity: `ContentBonded(uint256,uint8)`
    """

    selector = bytes.fromhex("58442c15")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("status", "uint8"))
    remedy = "Challenge the bonded result, or prove the content"

    def __init__(self, token_id: int, status: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A bond stands behind the content: only a proof or a dispute replaces it",
            {"token_id": token_id, "status": status},
            data,
        )
        self.token_id = token_id
        self.status = status


class ContentFinal(CustomError):
    """The content is final.

    Solidity: `ContentFinal(uint256)`
    """

    selector = bytes.fromhex("fcc84f53")
    INPUTS = (Parameter("tokenId", "uint256"),)
    remedy = "Leave the token as it is: what is final stays"

    def __init__(self, token_id: int, *, data: bytes = b"") -> None:
        super().__init__("The content is final", {"token_id": token_id}, data)
        self.token_id = token_id


class ContentNotBonded(CustomError):
    """Nobody has staked a bond on the new content.

    Solidity: `ContentNotBonded(uint256,bytes32)`
    """

    selector = bytes.fromhex("54e490bc")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("contentHash", "bytes32"))
    remedy = "Propose the new content with a bond first"

    def __init__(self, token_id: int, content_hash: bytes, *, data: bytes = b"") -> None:
        super().__init__(
            "Nobody has staked a bond on the new content", {"token_id": token_id, "content_hash": content_hash}, data
        )
        self.token_id = token_id
        self.content_hash = content_hash


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


class CreationFailed(CustomError):
    """Nothing was made, for it exists already.

    Solidity: `CreationFailed(bytes32)`
    """

    selector = bytes.fromhex("88ad26f5")
    INPUTS = (Parameter("salt", "bytes32"),)
    remedy = "Choose another salt: exactly this exists already"

    def __init__(self, salt: bytes, *, data: bytes = b"") -> None:
        super().__init__("Nothing was made, for it exists already", {"salt": salt}, data)
        self.salt = salt


class DeploymentFailed(CustomError):
    """A contract could not be created.

    Solidity: `DeploymentFailed()`
    """

    selector = bytes.fromhex("30116425")
    remedy = "Send with more gas: each 24,544 bytes of code take about 5,200,000"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A contract could not be created", {}, data)


class DepositTooLarge(CustomError):
    """Deposits together are below 2**112.

    Solidity: `DepositTooLarge(uint256)`
    """

    selector = bytes.fromhex("ff740679")
    INPUTS = (Parameter("raised", "uint256"),)
    remedy = "Deposit less: all deposits together have a maximum"

    def __init__(self, raised: int, *, data: bytes = b"") -> None:
        super().__init__("Deposits together are below 2**112", {"raised": raised}, data)
        self.raised = raised


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


class ECDSAInvalidSignature(CustomError):
    """The signature is none.

    Solidity: `ECDSAInvalidSignature()`
    """

    selector = bytes.fromhex("f645eedf")
    remedy = "Pass the signature as the wallet made it"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The signature is none", {}, data)


class ECDSAInvalidSignatureLength(CustomError):
    """A signature has 65 bytes.

    Solidity: `ECDSAInvalidSignatureLength(uint256)`
    """

    selector = bytes.fromhex("fce698f7")
    INPUTS = (Parameter("length", "uint256"),)
    remedy = "Pass the 65 bytes of the signature as the wallet made them"

    def __init__(self, length: int, *, data: bytes = b"") -> None:
        super().__init__("A signature has 65 bytes", {"length": length}, data)
        self.length = length


class ECDSAInvalidSignatureS(CustomError):
    """The signature has a second form, and this is the one that does not count.

    Solidity: `ECDSAInvalidSignatureS(bytes32)`
    """

    selector = bytes.fromhex("d78bce0c")
    INPUTS = (Parameter("s", "bytes32"),)
    remedy = "Pass the signature as the wallet made it"

    def __init__(self, s: bytes, *, data: bytes = b"") -> None:
        super().__init__("The signature has a second form, and this is the one that does not count", {"s": s}, data)
        self.s = s


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


class ERC2612ExpiredSignature(CustomError):
    """The deadline of the permit has passed.

    Solidity: `ERC2612ExpiredSignature(uint256)`
    """

    selector = bytes.fromhex("62791302")
    INPUTS = (Parameter("deadline", "uint256"),)
    remedy = "Have the permit signed again with a later deadline"

    def __init__(self, deadline: int, *, data: bytes = b"") -> None:
        super().__init__("The deadline of the permit has passed", {"deadline": deadline}, data)
        self.deadline = deadline


class ERC2612InvalidSigner(CustomError, PermissionError):
    """Somebody else than the owner signed the permit, or something else.

    Solidity: `ERC2612InvalidSigner(address,address)`
    """

    selector = bytes.fromhex("4b800e46")
    INPUTS = (Parameter("signer", "address"), Parameter("owner", "address"))
    remedy = "Have the owner sign exactly this permit with its next nonce, for this chain and token"

    def __init__(self, signer: Address, owner: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Somebody else than the owner signed the permit, or something else",
            {"signer": signer, "owner": owner},
            data,
        )
        self.signer = signer
        self.owner = owner


class ERC3009InvalidAuthorizationTime(CustomError):
    """The authorisation counts between two times only, and now is not between them.

    Solidity: `ERC3009InvalidAuthorizationTime(uint256,uint256)`
    """

    selector = bytes.fromhex("4a931c17")
    INPUTS = (Parameter("validAfter", "uint256"), Parameter("validBefore", "uint256"))
    remedy = "Send it between its two times, or have it signed again"

    def __init__(self, valid_after: int, valid_before: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The authorisation counts between two times only, and now is not between them",
            {"valid_after": valid_after, "valid_before": valid_before},
            data,
        )
        self.valid_after = valid_after
        self.valid_before = valid_before


class ERC3009InvalidSignature(CustomError, PermissionError):
    """The payer did not sign this authorisation, or signed something else.

    Solidity: `ERC3009InvalidSignature()`
    """

    selector = bytes.fromhex("77c207f4")
    remedy = "Have the payer sign exactly this again, for this chain, token and receiver"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The payer did not sign this authorisation, or signed something else", {}, data)


class ERC3009UsedAuthorization(CustomError):
    """The authorisation was used before, or its payer took it back.

    Solidity: `ERC3009UsedAuthorization(address,bytes32)`
    """

    selector = bytes.fromhex("8f7808c1")
    INPUTS = (Parameter("authorizer", "address"), Parameter("nonce", "bytes32"))
    remedy = "Have it signed again: an authorisation is good once"

    def __init__(self, authorizer: Address, nonce: bytes, *, data: bytes = b"") -> None:
        super().__init__(
            "The authorisation was used before, or its payer took it back",
            {"authorizer": authorizer, "nonce": nonce},
            data,
        )
        self.authorizer = authorizer
        self.nonce = nonce


class ERC5805FutureLookup(CustomError):
    """The block has not ended, so its votes are not known yet.

    Solidity: `ERC5805FutureLookup(uint256,uint48)`
    """

    selector = bytes.fromhex("ecd3f81e")
    INPUTS = (Parameter("timepoint", "uint256"), Parameter("clock", "uint48"))
    remedy = "Ask for a block that has ended"

    def __init__(self, timepoint: int, clock: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The block has not ended, so its votes are not known yet", {"timepoint": timepoint, "clock": clock}, data
        )
        self.timepoint = timepoint
        self.clock = clock


class ERC6372InconsistentClock(CustomError):
    """The clock of votes was changed.

    Solidity: `ERC6372InconsistentClock()`
    """

    selector = bytes.fromhex("6ff07140")
    remedy = "Report a bug: the clock of votes never changes here"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The clock of votes was changed", {}, data)


class ERC721InvalidReceiver(CustomError):
    """This account cannot receive the token.

    Solidity: `ERC721InvalidReceiver(address)`
    """

    selector = bytes.fromhex("64a0ae92")
    INPUTS = (Parameter("receiver", "address"),)
    remedy = "Pass an account, or a contract that accepts ERC-721 tokens"

    def __init__(self, receiver: Address, *, data: bytes = b"") -> None:
        super().__init__("This account cannot receive the token", {"receiver": receiver}, data)
        self.receiver = receiver


class ETHTransferFailed(CustomError):
    """The receiver refused the native coin.

    Solidity: `ETHTransferFailed()`
    """

    selector = bytes.fromhex("b12d13eb")
    remedy = "Name a receiver that accepts the native coin"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The receiver refused the native coin", {}, data)


class EmptyCommitment(CustomError):
    """A model commits to something.

    Solidity: `EmptyCommitment()`
    """

    selector = bytes.fromhex("aac1fcc6")
    remedy = "Pass the commitment of the model: the hash of its weights and program"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A model commits to something", {}, data)


class EmptyFill(CustomError):
    """A fill of nothing.

    Solidity: `EmptyFill()`
    """

    selector = bytes.fromhex("4b9f0bb0")
    remedy = "Take at least 1 of the quota"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A fill of nothing", {}, data)


class EmptyPrompt(CustomError):
    """A work answers to something.

    Solidity: `EmptyPrompt()`
    """

    selector = bytes.fromhex("b8a7f219")
    remedy = "Pass a prompt of at least one character"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A work answers to something", {}, data)


class ExceedsCirculating(CustomError):
    """More than circulates.

    Solidity: `ExceedsCirculating(uint256,uint256)`
    """

    selector = bytes.fromhex("691f31e8")
    INPUTS = (Parameter("amount", "uint256"), Parameter("circulating", "uint256"))
    remedy = "Choose at most what circulates"

    def __init__(self, amount: int, circulating: int, *, data: bytes = b"") -> None:
        super().__init__("More than circulates", {"amount": amount, "circulating": circulating}, data)
        self.amount = amount
        self.circulating = circulating


class ExceedsSupply(CustomError):
    """More than there is.

    Solidity: `ExceedsSupply(uint256,uint256)`
    """

    selector = bytes.fromhex("97a53e9e")
    INPUTS = (Parameter("amount", "uint256"), Parameter("supply", "uint256"))
    remedy = "Ask for at most the supply"

    def __init__(self, amount: int, supply: int, *, data: bytes = b"") -> None:
        super().__init__("More than there is", {"amount": amount, "supply": supply}, data)
        self.amount = amount
        self.supply = supply


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


class HexLengthInsufficient(CustomError):
    """A number does not fit its place.

    Solidity: `HexLengthInsufficient()`
    """

    selector = bytes.fromhex("2194895a")
    remedy = "Report this: no number here is longer than its place"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A number does not fit its place", {}, data)


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


class InvalidAccountNonce(CustomError):
    """The signature does not carry the account's next nonce.

    Solidity: `InvalidAccountNonce(address,uint256)`
    """

    selector = bytes.fromhex("752d88c0")
    INPUTS = (Parameter("account", "address"), Parameter("currentNonce", "uint256"))
    remedy = "Have it signed again with the account's next nonce"

    def __init__(self, account: Address, current_nonce: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The signature does not carry the account's next nonce",
            {"account": account, "current_nonce": current_nonce},
            data,
        )
        self.account = account
        self.current_nonce = current_nonce


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


class InvalidBiases(CustomError):
    """There is a bias from -2^30 to 2^30 for each neuron.

    Solidity: `InvalidBiases(uint256,uint256)`
    """

    selector = bytes.fromhex("228462fe")
    INPUTS = (Parameter("expected", "uint256"), Parameter("given", "uint256"))
    remedy = "Pass a bias for each neuron, layer by layer"

    def __init__(self, expected: int, given: int, *, data: bytes = b"") -> None:
        super().__init__(
            "There is a bias from -2^30 to 2^30 for each neuron", {"expected": expected, "given": given}, data
        )
        self.expected = expected
        self.given = given


class InvalidBlob(CustomError):
    """A blob was not stored by this contract, or has another length than the network needs at this place.

    Solidity: `InvalidBlob(uint256,address)`
    """

    selector = bytes.fromhex("a7f0e540")
    INPUTS = (Parameter("index", "uint256"), Parameter("blob", "address"))
    remedy = "Store the weights in this contract first, cut as it says: full blobs, but for the last"

    def __init__(self, index: int, blob: Address, *, data: bytes = b"") -> None:
        super().__init__(
            ("A blob was not stored by this contract, or has another length than the network needs at this place"),
            {"index": index, "blob": blob},
            data,
        )
        self.index = index
        self.blob = blob


class InvalidCircuit(CustomError):
    """A circuit has inputs, outputs and images, and a label fits the hash.

    Solidity: `InvalidCircuit(uint32,uint16,uint8)`
    """

    selector = bytes.fromhex("ac4c3d72")
    INPUTS = (Parameter("inputs", "uint32"), Parameter("outputs", "uint16"), Parameter("images", "uint8"))
    remedy = "Name at least one input, output and image, and at most 256 outputs"

    def __init__(self, inputs: int, outputs: int, images: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A circuit has inputs, outputs and images, and a label fits the hash",
            {"inputs": inputs, "outputs": outputs, "images": images},
            data,
        )
        self.inputs = inputs
        self.outputs = outputs
        self.images = images


class InvalidClaimBps(CustomError):
    """A part of revenue is at most 10,000 basis points.

    Solidity: `InvalidClaimBps(uint256)`
    """

    selector = bytes.fromhex("62bd8c41")
    INPUTS = (Parameter("bps", "uint256"),)
    remedy = "Pass 0 to 10,000 basis points"

    def __init__(self, bps: int, *, data: bytes = b"") -> None:
        super().__init__("A part of revenue is at most 10,000 basis points", {"bps": bps}, data)
        self.bps = bps


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


class InvalidCreatorPart(CustomError):
    """A creator's part is at most 10,000 basis points, and one above 0 has a creator.

    Solidity: `InvalidCreatorPart(address,uint256)`
    """

    selector = bytes.fromhex("77f54840")
    INPUTS = (Parameter("creator", "address"), Parameter("bps", "uint256"))
    remedy = "Pass 0 to 10,000 basis points, and a creator unless it is 0"

    def __init__(self, creator: Address, bps: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A creator's part is at most 10,000 basis points, and one above 0 has a creator",
            {"creator": creator, "bps": bps},
            data,
        )
        self.creator = creator
        self.bps = bps


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


class InvalidOwedReceiver(CustomError, PermissionError):
    """What is owed goes to the account that it is owed to, or, when that asks, to another than zero and
    this one.

    Solidity: `InvalidOwedReceiver(address,address,address)`
    """

    selector = bytes.fromhex("551a7132")
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


class InvalidParty(CustomError):
    """A party of the terms is missing, or is what it cannot be.

    Solidity: `InvalidParty(address)`
    """

    selector = bytes.fromhex("1d13fd16")
    INPUTS = (Parameter("account", "address"),)
    remedy = "Name a creator and a treasury that can be paid, other than the zero address"

    def __init__(self, account: Address, *, data: bytes = b"") -> None:
        super().__init__("A party of the terms is missing, or is what it cannot be", {"account": account}, data)
        self.account = account


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


class InvalidPayment(CustomError):
    """The payment asset is neither the zero address nor a contract other than the token.

    Solidity: `InvalidPayment(address)`
    """

    selector = bytes.fromhex("53af64b6")
    INPUTS = (Parameter("payment", "address"),)
    remedy = "Sell for the native coin, or for an ERC-20 on this chain; permits are of ERC-20s only"

    def __init__(self, payment: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The payment asset is neither the zero address nor a contract other than the token",
            {"payment": payment},
            data,
        )
        self.payment = payment


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


class InvalidPeriod(CustomError):
    """A sale starts before it ends, and ends in the future.

    Solidity: `InvalidPeriod(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("007e5dc9")
    INPUTS = (Parameter("start", "uint256"), Parameter("end", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Choose a start before the end, and an end in the future"

    def __init__(self, start: int, end: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A sale starts before it ends, and ends in the future",
            {"start": start, "end": end, "timestamp": timestamp},
            data,
        )
        self.start = start
        self.end = end
        self.timestamp = timestamp


class InvalidPick(CustomError):
    """There is nothing to pick there.

    Solidity: `InvalidPick(uint256,uint256)`
    """

    selector = bytes.fromhex("e10d7b41")
    INPUTS = (Parameter("disputeId", "uint256"), Parameter("pick", "uint256"))
    remedy = "Pick what lies under the node in question, or within the chunks in question"

    def __init__(self, dispute_id: int, pick: int, *, data: bytes = b"") -> None:
        super().__init__("There is nothing to pick there", {"dispute_id": dispute_id, "pick": pick}, data)
        self.dispute_id = dispute_id
        self.pick = pick


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


class InvalidReceiver(CustomError):
    """Nobody can be paid at the zero address.

    Solidity: `InvalidReceiver(address)`
    """

    selector = bytes.fromhex("9cfea583")
    INPUTS = (Parameter("to", "address"),)
    remedy = "Name a receiver other than the zero address"

    def __init__(self, to: Address, *, data: bytes = b"") -> None:
        super().__init__("Nobody can be paid at the zero address", {"to": to}, data)
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


class InvalidRevenueToken(CustomError):
    """The asset is no ERC-20 contract, or is this token itself.

    Solidity: `InvalidRevenueToken(address)`
    """

    selector = bytes.fromhex("9af418cb")
    INPUTS = (Parameter("token", "address"),)
    remedy = "Pass the address of an ERC-20 on this chain, other than the token itself"

    def __init__(self, token: Address, *, data: bytes = b"") -> None:
        super().__init__("The asset is no ERC-20 contract, or is this token itself", {"token": token}, data)
        self.token = token


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


class InvalidShifts(CustomError):
    """There is a shift of 0 to 31 for each layer but the last.

    Solidity: `InvalidShifts(uint8[])`
    """

    selector = bytes.fromhex("3b4fd5d6")
    INPUTS = (Parameter("shifts", "uint8[]"),)
    remedy = "Pass a shift from 0 to 31 for each layer but the last"

    def __init__(self, shifts: tuple[int, ...], *, data: bytes = b"") -> None:
        super().__init__("There is a shift of 0 to 31 for each layer but the last", {"shifts": shifts}, data)
        self.shifts = shifts


class InvalidShortString(CustomError):
    """A short text is longer than it can be.

    Solidity: `InvalidShortString()`
    """

    selector = bytes.fromhex("b3512b0c")
    remedy = "Report a bug: the name was checked when the token was made"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("A short text is longer than it can be", {}, data)


class InvalidSizes(CustomError):
    """Sizes are 2 to 256 numbers from 1 to 65,535, the last at most 256.

    Solidity: `InvalidSizes(uint32[])`
    """

    selector = bytes.fromhex("d959df8c")
    INPUTS = (Parameter("sizes", "uint32[]"),)
    remedy = "Pass 2 to 256 sizes from 1 to 65,535, the last at most 256"

    def __init__(self, sizes: tuple[int, ...], *, data: bytes = b"") -> None:
        super().__init__("Sizes are 2 to 256 numbers from 1 to 65,535, the last at most 256", {"sizes": sizes}, data)
        self.sizes = sizes


class InvalidSoftCap(CustomError):
    """The soft cap is from 1 to the target.

    Solidity: `InvalidSoftCap(uint256,uint256)`
    """

    selector = bytes.fromhex("140aef6b")
    INPUTS = (Parameter("softCap", "uint256"), Parameter("target", "uint256"))
    remedy = "Choose a soft cap from 1 to the target"

    def __init__(self, soft_cap: int, target: int, *, data: bytes = b"") -> None:
        super().__init__("The soft cap is from 1 to the target", {"soft_cap": soft_cap, "target": target}, data)
        self.soft_cap = soft_cap
        self.target = target


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


class InvalidSupplies(CustomError):
    """The three supplies do not add up to the token's, or nothing is for sale.

    Solidity: `InvalidSupplies(uint256,uint256)`
    """

    selector = bytes.fromhex("ce5d342e")
    INPUTS = (Parameter("total", "uint256"), Parameter("supply", "uint256"))
    remedy = "Choose supplies for sale, creator and treasury that add up to the token's supply"

    def __init__(self, total: int, supply: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The three supplies do not add up to the token's, or nothing is for sale",
            {"total": total, "supply": supply},
            data,
        )
        self.total = total
        self.supply = supply


class InvalidSupply(CustomError):
    """The supply is from 1 to 2**96 - 1.

    Solidity: `InvalidSupply(uint256,uint256)`
    """

    selector = bytes.fromhex("0b2d4e03")
    INPUTS = (Parameter("supply", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Choose a supply from 1 to the maximum"

    def __init__(self, supply: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__("The supply is from 1 to 2**96 - 1", {"supply": supply, "maximum": maximum}, data)
        self.supply = supply
        self.maximum = maximum


class InvalidTerms(CustomError):
    """A window and a clock are from 1 to 2^24 - 1 blocks, and a bond is not 0.

    Solidity: `InvalidTerms(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("2cf99c4d")
    INPUTS = (Parameter("window", "uint256"), Parameter("clock", "uint256"), Parameter("bond", "uint256"))
    remedy = "Deploy with a window and a clock from 1 to 2^24 - 1 blocks, and a bond above 0"

    def __init__(self, window: int, clock: int, bond: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A window and a clock are from 1 to 2^24 - 1 blocks, and a bond is not 0",
            {"window": window, "clock": clock, "bond": bond},
            data,
        )
        self.window = window
        self.clock = clock
        self.bond = bond


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


class InvalidTranches(CustomError):
    """There are 1 to 8 tranches, each above 0 basis points, at least a day apart, 10,000 basis points
    together.

    Solidity: `InvalidTranches(uint256)`
    """

    selector = bytes.fromhex("fa4c863d")
    INPUTS = (Parameter("number", "uint256"),)
    remedy = "Choose 1 to 8 tranches at least a day apart, each above 0 basis points and 10,000 together"

    def __init__(self, number: int, *, data: bytes = b"") -> None:
        super().__init__(
            (
                "There are 1 to 8 tranches, each above 0 basis points, at least a day apart, 10,000 basis "
                "points together"
            ),
            {"number": number},
            data,
        )
        self.number = number


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


class InvalidVerifier(CustomError):
    """A verifier is the zero address or a contract.

    Solidity: `InvalidVerifier(uint8,address)`
    """

    selector = bytes.fromhex("dbd1e26b")
    INPUTS = (Parameter("way", "uint8"), Parameter("verifier", "address"))
    remedy = "Pass the address of a verifier on this chain, or the zero address for a way not offered"

    def __init__(self, way: int, verifier: Address, *, data: bytes = b"") -> None:
        super().__init__("A verifier is the zero address or a contract", {"way": way, "verifier": verifier}, data)
        self.way = way
        self.verifier = verifier


class InvalidVerifyingKey(CustomError):
    """A point of the key, counted from 0 in the order of `VerifyingKey`, is at infinity, not on its curve,
    or outside its group.

    Solidity: `InvalidVerifyingKey(uint256)`
    """

    selector = bytes.fromhex("d651cffa")
    INPUTS = (Parameter("point", "uint256"),)
    remedy = "Pass the verifying key as the ceremony gave it, imaginary parts before real ones"

    def __init__(self, point: int, *, data: bytes = b"") -> None:
        super().__init__(
            (
                "A point of the key, counted from 0 in the order of `VerifyingKey`, is at infinity, not on "
                "its curve, or outside its group"
            ),
            {"point": point},
            data,
        )
        self.point = point


class InvalidVesting(CustomError):
    """The cliff is not before `earliest`, and vesting does not end before the cliff.

    Solidity: `InvalidVesting(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("0b546e1e")
    INPUTS = (Parameter("cliff", "uint256"), Parameter("end", "uint256"), Parameter("earliest", "uint256"))
    remedy = "Choose a cliff not before the earliest time, and an end of vesting not before the cliff"

    def __init__(self, cliff: int, end: int, earliest: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The cliff is not before `earliest`, and vesting does not end before the cliff",
            {"cliff": cliff, "end": end, "earliest": earliest},
            data,
        )
        self.cliff = cliff
        self.end = end
        self.earliest = earliest


class InvalidVetoBps(CustomError):
    """The part that vetoes is from 1 to 10,000 basis points, or 0 when there is nothing to veto.

    Solidity: `InvalidVetoBps(uint256)`
    """

    selector = bytes.fromhex("532bc23c")
    INPUTS = (Parameter("bps", "uint256"),)
    remedy = "Choose 1 to 10,000 basis points if a tranche has a delay, and 0 if none has"

    def __init__(self, bps: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The part that vetoes is from 1 to 10,000 basis points, or 0 when there is nothing to veto",
            {"bps": bps},
            data,
        )
        self.bps = bps


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


class LockedBefore(CustomError):
    """The account's tokens of an earlier tranche are still here; it has them back by `unlock`.

    Solidity: `LockedBefore(address,uint256)`
    """

    selector = bytes.fromhex("589227bd")
    INPUTS = (Parameter("account", "address"), Parameter("tranche", "uint256"))
    remedy = "Unlock the tokens of the tranche before, then lock them again"

    def __init__(self, account: Address, tranche: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The account's tokens of an earlier tranche are still here; it has them back by `unlock`",
            {"account": account, "tranche": tranche},
            data,
        )
        self.account = account
        self.tranche = tranche


class MalformedNetwork(CustomError):
    """The parts of the network do not fit each other, or one is out of its bounds.

    Solidity: `MalformedNetwork()`
    """

    selector = bytes.fromhex("23a448ed")
    remedy = "Choose a model that is an integer network: this commitment is none's"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The parts of the network do not fit each other, or one is out of its bounds", {}, data)


class NetworkTooLarge(CustomError):
    """Sizes, shifts, biases and the addresses of the blobs together fit one contract's code.

    Solidity: `NetworkTooLarge(uint256,uint256)`
    """

    selector = bytes.fromhex("22bea573")
    INPUTS = (Parameter("size", "uint256"), Parameter("limit", "uint256"))
    remedy = "Use fewer neurons, or verify the network's work by a proof or a bond"

    def __init__(self, size: int, limit: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Sizes, shifts, biases and the addresses of the blobs together fit one contract's code",
            {"size": size, "limit": limit},
            data,
        )
        self.size = size
        self.limit = limit


class NoDeposit(CustomError, LookupError):
    """The account has no deposit here, or it was collected or refunded.

    Solidity: `NoDeposit(address)`
    """

    selector = bytes.fromhex("4bda5a92")
    INPUTS = (Parameter("account", "address"),)
    remedy = "Check the account: it has no deposit here, or it was paid out"

    def __init__(self, account: Address, *, data: bytes = b"") -> None:
        super().__init__("The account has no deposit here, or it was collected or refunded", {"account": account}, data)
        self.account = account


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


class NoRevenueReceiver(CustomError):
    """Whoever receives the model's money is named.

    Solidity: `NoRevenueReceiver()`
    """

    selector = bytes.fromhex("0e8fefd1")
    remedy = "Name the account or contract that receives the model's fees and royalties"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("Whoever receives the model's money is named", {}, data)


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


class NotChallengeable(CustomError):
    """Only what is pending or challenged, within its window, can be challenged.

    Solidity: `NotChallengeable(uint256,uint8,uint256)`
    """

    selector = bytes.fromhex("67806fe6")
    INPUTS = (Parameter("proposalId", "uint256"), Parameter("status", "uint8"), Parameter("lastBlock", "uint256"))
    remedy = "Challenge within the window; what fell or is final stays as it is"

    def __init__(self, proposal_id: int, status: int, last_block: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Only what is pending or challenged, within its window, can be challenged",
            {"proposal_id": proposal_id, "status": status, "last_block": last_block},
            data,
        )
        self.proposal_id = proposal_id
        self.status = status
        self.last_block = last_block


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


class NotCreator(CustomError, PermissionError):
    """Only the creator may name another receiver.

    Solidity: `NotCreator(address,address)`
    """

    selector = bytes.fromhex("ffb87b72")
    INPUTS = (Parameter("caller", "address"), Parameter("creator", "address"))
    remedy = "Act as the creator, or let the creator itself be paid"

    def __init__(self, caller: Address, creator: Address, *, data: bytes = b"") -> None:
        super().__init__("Only the creator may name another receiver", {"caller": caller, "creator": creator}, data)
        self.caller = caller
        self.creator = creator


class NotDataAnchoringToken(CustomError, PermissionError):
    """The caller is not the contract of Data Anchoring Tokens.

    Solidity: `NotDataAnchoringToken(address)`
    """

    selector = bytes.fromhex("6d5fe870")
    INPUTS = (Parameter("caller", "address"),)
    remedy = "Send only tokens of the Data Anchoring Token contract that the RevShare token names"

    def __init__(self, caller: Address, *, data: bytes = b"") -> None:
        super().__init__("The caller is not the contract of Data Anchoring Tokens", {"caller": caller}, data)
        self.caller = caller


class NotEnded(CustomError):
    """The dispute is still open.

    Solidity: `NotEnded(uint256,uint8)`
    """

    selector = bytes.fromhex("e9b299c4")
    INPUTS = (Parameter("disputeId", "uint256"), Parameter("phase", "uint8"))
    remedy = "Wait until the dispute is over; it is paid out once"

    def __init__(self, dispute_id: int, phase: int, *, data: bytes = b"") -> None:
        super().__init__("The dispute is still open", {"dispute_id": dispute_id, "phase": phase}, data)
        self.dispute_id = dispute_id
        self.phase = phase


class NotFinal(CustomError):
    """The proposal cannot be finalized: it is not final, or it has been.

    Solidity: `NotFinal(uint256,uint8)`
    """

    selector = bytes.fromhex("3e88f07b")
    INPUTS = (Parameter("proposalId", "uint256"), Parameter("status", "uint8"))
    remedy = "Wait until the window has passed and every dispute is over; a bond is paid back once"

    def __init__(self, proposal_id: int, status: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The proposal cannot be finalized: it is not final, or it has been",
            {"proposal_id": proposal_id, "status": status},
            data,
        )
        self.proposal_id = proposal_id
        self.status = status


class NotGovernor(CustomError, PermissionError):
    """Only the governor may do this.

    Solidity: `NotGovernor(address,address)`
    """

    selector = bytes.fromhex("b3840008")
    INPUTS = (Parameter("caller", "address"), Parameter("governor", "address"))
    remedy = "Act as the governor of the token"

    def __init__(self, caller: Address, governor: Address, *, data: bytes = b"") -> None:
        super().__init__("Only the governor may do this", {"caller": caller, "governor": governor}, data)
        self.caller = caller
        self.governor = governor


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


class NotModelOwner(CustomError, PermissionError):
    """Only the owner of a version registers its successor.

    Solidity: `NotModelOwner(uint256,address,address)`
    """

    selector = bytes.fromhex("42c5ccf3")
    INPUTS = (Parameter("modelId", "uint256"), Parameter("caller", "address"), Parameter("owner", "address"))
    remedy = "Register the next version as the account that registered the one before"

    def __init__(self, model_id: int, caller: Address, owner: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the owner of a version registers its successor",
            {"model_id": model_id, "caller": caller, "owner": owner},
            data,
        )
        self.model_id = model_id
        self.caller = caller
        self.owner = owner


class NotOpen(CustomError):
    """Deposits are made from `start` on and before `end`.

    Solidity: `NotOpen(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("dd98991a")
    INPUTS = (Parameter("start", "uint256"), Parameter("end", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Deposit from the start on and before the end"

    def __init__(self, start: int, end: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Deposits are made from `start` on and before `end`",
            {"start": start, "end": end, "timestamp": timestamp},
            data,
        )
        self.start = start
        self.end = end
        self.timestamp = timestamp


class NotOverturned(CustomError):
    """Only content that was refuted is updated.

    Solidity: `NotOverturned(uint256,uint8)`
    """

    selector = bytes.fromhex("a7463b61")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("status", "uint8"))
    remedy = "Challenge the content first, and update once it was refuted"

    def __init__(self, token_id: int, status: int, *, data: bytes = b"") -> None:
        super().__init__("Only content that was refuted is updated", {"token_id": token_id, "status": status}, data)
        self.token_id = token_id
        self.status = status


class NotOwnedPosition(CustomError, PermissionError):
    """The contract does not own this Data Anchoring Token.

    Solidity: `NotOwnedPosition(uint256,address)`
    """

    selector = bytes.fromhex("fbb522e3")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("owner", "address"))
    remedy = "Harvest only Data Anchoring Tokens that the contract owns"

    def __init__(self, token_id: int, owner: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "The contract does not own this Data Anchoring Token", {"token_id": token_id, "owner": owner}, data
        )
        self.token_id = token_id
        self.owner = owner


class NotOwnerNorApproved(CustomError, PermissionError):
    """The caller is neither the owner nor approved for the token.

    Solidity: `NotOwnerNorApproved()`
    """

    selector = bytes.fromhex("4b6e7f18")
    remedy = "Act as the token's owner, or as an account that it approved"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The caller is neither the owner nor approved for the token", {}, data)


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


class NotRefuted(CustomError):
    """The chain finds what the challenger disputes to be right.

    Solidity: `NotRefuted(uint256)`
    """

    selector = bytes.fromhex("125acaf3")
    INPUTS = (Parameter("disputeId", "uint256"),)
    remedy = "Pick the first thing that differs: what was picked is right"

    def __init__(self, dispute_id: int, *, data: bytes = b"") -> None:
        super().__init__("The chain finds what the challenger disputes to be right", {"dispute_id": dispute_id}, data)
        self.dispute_id = dispute_id


class NotRevenue(CustomError):
    """The token in custody is no revenue.

    Solidity: `NotRevenue(address)`
    """

    selector = bytes.fromhex("22f8589d")
    INPUTS = (Parameter("asset", "address"),)
    remedy = "Recycle other assets: the offering's tokens are in custody"

    def __init__(self, asset: Address, *, data: bytes = b"") -> None:
        super().__init__("The token in custody is no revenue", {"asset": asset}, data)
        self.asset = asset


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


class NotTokenOwner(CustomError, PermissionError):
    """Only the owner of the token may do this.

    Solidity: `NotTokenOwner(uint256,address,address)`
    """

    selector = bytes.fromhex("d1344c45")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("caller", "address"), Parameter("owner", "address"))
    remedy = "Act as the token's owner"

    def __init__(self, token_id: int, caller: Address, owner: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "Only the owner of the token may do this", {"token_id": token_id, "caller": caller, "owner": owner}, data
        )
        self.token_id = token_id
        self.caller = caller
        self.owner = owner


class NotVerified(CustomError):
    """The verifier does not say that the model made this.

    Solidity: `NotVerified(uint256,uint8)`
    """

    selector = bytes.fromhex("c4b7ba81")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("way", "uint8"))
    remedy = "Check the content and the proof against the model, and give the call enough gas"

    def __init__(self, token_id: int, way: int, *, data: bytes = b"") -> None:
        super().__init__("The verifier does not say that the model made this", {"token_id": token_id, "way": way}, data)
        self.token_id = token_id
        self.way = way


class NotVetoed(CustomError):
    """Nothing was vetoed.

    Solidity: `NotVetoed()`
    """

    selector = bytes.fromhex("c991c8ce")
    remedy = "Burn tokens for the remaining proceeds only after a veto; redeem them at the token instead"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("Nothing was vetoed", {}, data)


class NotYourMove(CustomError, PermissionError):
    """It is this side's turn, and the caller is somebody else.

    Solidity: `NotYourMove(uint256,address,address)`
    """

    selector = bytes.fromhex("94ac12ca")
    INPUTS = (Parameter("disputeId", "uint256"), Parameter("caller", "address"), Parameter("side", "address"))
    remedy = "Move as the side whose turn it is"

    def __init__(self, dispute_id: int, caller: Address, side: Address, *, data: bytes = b"") -> None:
        super().__init__(
            "It is this side's turn, and the caller is somebody else",
            {"dispute_id": dispute_id, "caller": caller, "side": side},
            data,
        )
        self.dispute_id = dispute_id
        self.caller = caller
        self.side = side


class NothingLocked(CustomError, LookupError):
    """The account has no tokens locked.

    Solidity: `NothingLocked(address)`
    """

    selector = bytes.fromhex("d9e7f38a")
    INPUTS = (Parameter("account", "address"),)
    remedy = "Check the account: it has no tokens locked"

    def __init__(self, account: Address, *, data: bytes = b"") -> None:
        super().__init__("The account has no tokens locked", {"account": account}, data)
        self.account = account


class NothingToClaim(CustomError):
    """The account has nothing to claim for this snapshot, or has claimed it.

    Solidity: `NothingToClaim(address,uint256)`
    """

    selector = bytes.fromhex("01ac6c1a")
    INPUTS = (Parameter("account", "address"), Parameter("snapshotId", "uint256"))
    remedy = "Claim another snapshot, or everything at once: this one is empty or claimed"

    def __init__(self, account: Address, snapshot_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The account has nothing to claim for this snapshot, or has claimed it",
            {"account": account, "snapshot_id": snapshot_id},
            data,
        )
        self.account = account
        self.snapshot_id = snapshot_id


class NothingToRelease(CustomError):
    """Nothing of this is due now.

    Solidity: `NothingToRelease()`
    """

    selector = bytes.fromhex("b10205ed")
    remedy = "Wait until more is due"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("Nothing of this is due now", {}, data)


class NothingToVeto(CustomError):
    """Every tranche is due or vetoed.

    Solidity: `NothingToVeto()`
    """

    selector = bytes.fromhex("9dc05eb6")
    remedy = "Veto between the end of the sale and the time of the last tranche, and once only"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("Every tranche is due or vetoed", {}, data)


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


class NothingVerifies(CustomError):
    """The model offers no way to verify its work.

    Solidity: `NothingVerifies(uint256)`
    """

    selector = bytes.fromhex("4d6677e3")
    INPUTS = (Parameter("modelId", "uint256"),)
    remedy = "Register the model with at least one verifier"

    def __init__(self, model_id: int, *, data: bytes = b"") -> None:
        super().__init__("The model offers no way to verify its work", {"model_id": model_id}, data)
        self.model_id = model_id


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


class OutOfTime(CustomError):
    """The side whose turn it is has no blocks left.

    Solidity: `OutOfTime(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("8577a4b8")
    INPUTS = (Parameter("disputeId", "uint256"), Parameter("used", "uint256"), Parameter("left", "uint256"))
    remedy = "Have anyone call timeout: this side has lost"

    def __init__(self, dispute_id: int, used: int, left: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The side whose turn it is has no blocks left", {"dispute_id": dispute_id, "used": used, "left": left}, data
        )
        self.dispute_id = dispute_id
        self.used = used
        self.left = left


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


class PromptNotText(CustomError):
    """A prompt is text in UTF-8.

    Solidity: `PromptNotText(uint256)`
    """

    selector = bytes.fromhex("eeb9152e")
    INPUTS = (Parameter("tokenId", "uint256"),)
    remedy = "Encode the prompt as UTF-8"

    def __init__(self, token_id: int, *, data: bytes = b"") -> None:
        super().__init__("A prompt is text in UTF-8", {"token_id": token_id}, data)
        self.token_id = token_id


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


class RevealTooEarly(CustomError):
    """A commitment is revealed in a later block than its own.

    Solidity: `RevealTooEarly(bytes32,uint256)`
    """

    selector = bytes.fromhex("32d269f4")
    INPUTS = (Parameter("commitment", "bytes32"), Parameter("committedAt", "uint256"))
    remedy = "Reveal in a later block"

    def __init__(self, commitment: bytes, committed_at: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A commitment is revealed in a later block than its own",
            {"commitment": commitment, "committed_at": committed_at},
            data,
        )
        self.commitment = commitment
        self.committed_at = committed_at


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


class SafeCastOverflowedUintDowncast(CustomError):
    """A number is too great for where it is kept.

    Solidity: `SafeCastOverflowedUintDowncast(uint8,uint256)`
    """

    selector = bytes.fromhex("6dfcc650")
    INPUTS = (Parameter("bits", "uint8"), Parameter("value", "uint256"))
    remedy = "Pass a smaller number"

    def __init__(self, bits: int, value: int, *, data: bytes = b"") -> None:
        super().__init__("A number is too great for where it is kept", {"bits": bits, "value": value}, data)
        self.bits = bits
        self.value = value


class SaleFailed(CustomError):
    """Less than the soft cap was raised, so deposits go back by `refund`.

    Solidity: `SaleFailed(uint256,uint256)`
    """

    selector = bytes.fromhex("01cb770f")
    INPUTS = (Parameter("raised", "uint256"), Parameter("softCap", "uint256"))
    remedy = "Take the deposit back by refund: the soft cap was not reached"

    def __init__(self, raised: int, soft_cap: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Less than the soft cap was raised, so deposits go back by `refund`",
            {"raised": raised, "soft_cap": soft_cap},
            data,
        )
        self.raised = raised
        self.soft_cap = soft_cap


class SaleNotEnded(CustomError):
    """The sale ends at `end`.

    Solidity: `SaleNotEnded(uint256,uint256)`
    """

    selector = bytes.fromhex("aa65115c")
    INPUTS = (Parameter("end", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Wait until the sale has ended"

    def __init__(self, end: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__("The sale ends at `end`", {"end": end, "timestamp": timestamp}, data)
        self.end = end
        self.timestamp = timestamp


class SaleSucceeded(CustomError):
    """The soft cap was reached, so deposits become tokens by `collect`.

    Solidity: `SaleSucceeded(uint256,uint256)`
    """

    selector = bytes.fromhex("10131eb7")
    INPUTS = (Parameter("raised", "uint256"), Parameter("softCap", "uint256"))
    remedy = "Collect the tokens instead: the soft cap was reached"

    def __init__(self, raised: int, soft_cap: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The soft cap was reached, so deposits become tokens by `collect`",
            {"raised": raised, "soft_cap": soft_cap},
            data,
        )
        self.raised = raised
        self.soft_cap = soft_cap


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


class SnapshotNotClosed(CustomError):
    """The block of the snapshot has not ended, so its balances are not known yet.

    Solidity: `SnapshotNotClosed(uint256,uint256)`
    """

    selector = bytes.fromhex("aeaaaf26")
    INPUTS = (Parameter("snapshotId", "uint256"), Parameter("blockNumber", "uint256"))
    remedy = "Try again in the next block: balances at the end of this one count"

    def __init__(self, snapshot_id: int, block_number: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The block of the snapshot has not ended, so its balances are not known yet",
            {"snapshot_id": snapshot_id, "block_number": block_number},
            data,
        )
        self.snapshot_id = snapshot_id
        self.block_number = block_number


class SnapshotTooEarly(CustomError):
    """The next snapshot can be taken from `earliest` on, in Unix seconds.

    Solidity: `SnapshotTooEarly(uint256,uint256)`
    """

    selector = bytes.fromhex("98b25b7d")
    INPUTS = (Parameter("earliest", "uint256"), Parameter("timestamp", "uint256"))
    remedy = "Wait until the earliest time for the next snapshot"

    def __init__(self, earliest: int, timestamp: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The next snapshot can be taken from `earliest` on, in Unix seconds",
            {"earliest": earliest, "timestamp": timestamp},
            data,
        )
        self.earliest = earliest
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


class StillLocked(CustomError):
    """Locked tokens come back at `until`, or in a block after a veto.

    Solidity: `StillLocked(address,uint256)`
    """

    selector = bytes.fromhex("9bee787c")
    INPUTS = (Parameter("account", "address"), Parameter("until", "uint256"))
    remedy = "Wait until the tranche is due or, after a veto, for the next block"

    def __init__(self, account: Address, until: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Locked tokens come back at `until`, or in a block after a veto", {"account": account, "until": until}, data
        )
        self.account = account
        self.until = until


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


class StillYielding(CustomError):
    """Until that block the token would go to whoever reveals an earlier commitment; so nobody can sell it.

    Solidity: `StillYielding(uint256,uint256)`
    """

    selector = bytes.fromhex("9e933c42")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("until", "uint256"))
    remedy = "Move the token after that block, or commit and reveal next time"

    def __init__(self, token_id: int, until: int, *, data: bytes = b"") -> None:
        super().__init__(
            ("Until that block the token would go to whoever reveals an earlier commitment; so nobody can sell it"),
            {"token_id": token_id, "until": until},
            data,
        )
        self.token_id = token_id
        self.until = until


class StringTooLong(CustomError):
    """A text is too long for where it is kept.

    Solidity: `StringTooLong(string)`
    """

    selector = bytes.fromhex("305a27a9")
    INPUTS = (Parameter("str", "string"),)
    remedy = "Choose a shorter name"

    def __init__(self, str: str, *, data: bytes = b"") -> None:
        super().__init__("A text is too long for where it is kept", {"str": str}, data)
        self.str = str


class SupplyNotZero(CustomError):
    """There are tokens, so what the contract holds is theirs.

    Solidity: `SupplyNotZero(uint256)`
    """

    selector = bytes.fromhex("249a3631")
    INPUTS = (Parameter("supply", "uint256"),)
    remedy = "Wait until every token is burnt: what the contract holds belongs to the holders"

    def __init__(self, supply: int, *, data: bytes = b"") -> None:
        super().__init__("There are tokens, so what the contract holds is theirs", {"supply": supply}, data)
        self.supply = supply


class TermsNotText(CustomError):
    """What the terms say must be text in UTF-8.

    Solidity: `TermsNotText(bytes)`
    """

    selector = bytes.fromhex("82c676f5")
    INPUTS = (Parameter("text", "bytes"),)
    remedy = "Pass name, symbol, description and type as UTF-8"

    def __init__(self, text: bytes, *, data: bytes = b"") -> None:
        super().__init__("What the terms say must be text in UTF-8", {"text": text}, data)
        self.text = text


class TimeLeft(CustomError):
    """The side whose turn it is still has blocks left.

    Solidity: `TimeLeft(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("786651bf")
    INPUTS = (Parameter("disputeId", "uint256"), Parameter("used", "uint256"), Parameter("left", "uint256"))
    remedy = "Wait until the side whose turn it is has used up its blocks"

    def __init__(self, dispute_id: int, used: int, left: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The side whose turn it is still has blocks left",
            {"dispute_id": dispute_id, "used": used, "left": left},
            data,
        )
        self.dispute_id = dispute_id
        self.used = used
        self.left = left


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


class TokenAlreadyExists(CustomError):
    """The token exists.

    Solidity: `TokenAlreadyExists()`
    """

    selector = bytes.fromhex("c991cbb1")
    remedy = "Choose another prompt: each is minted once"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The token exists", {}, data)


class TokenDoesNotExist(CustomError, LookupError):
    """No token has this id.

    Solidity: `TokenDoesNotExist()`
    """

    selector = bytes.fromhex("ceea21b6")
    remedy = "Check the token id and the chain"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("No token has this id", {}, data)


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


class TooLargeToStore(CustomError):
    """Prompt and content together are more than one blob holds.

    Solidity: `TooLargeToStore(uint256,uint256)`
    """

    selector = bytes.fromhex("b7cd92e1")
    INPUTS = (Parameter("size", "uint256"), Parameter("maximum", "uint256"))
    remedy = "Mint without storing: the event has prompt and content"

    def __init__(self, size: int, maximum: int, *, data: bytes = b"") -> None:
        super().__init__(
            "Prompt and content together are more than one blob holds", {"size": size, "maximum": maximum}, data
        )
        self.size = size
        self.maximum = maximum


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


class TooManyRevenueTokens(CustomError):
    """At most 16 ERC-20s are revenue at a time.

    Solidity: `TooManyRevenueTokens(uint256)`
    """

    selector = bytes.fromhex("36528706")
    INPUTS = (Parameter("maximum", "uint256"),)
    remedy = "Remove another revenue token first"

    def __init__(self, maximum: int, *, data: bytes = b"") -> None:
        super().__init__("At most 16 ERC-20s are revenue at a time", {"maximum": maximum}, data)
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


class TransferFromIncorrectOwner(CustomError):
    """The sender does not own the token.

    Solidity: `TransferFromIncorrectOwner()`
    """

    selector = bytes.fromhex("a1148100")
    remedy = "Pass the owner's address"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The sender does not own the token", {}, data)


class TransferToNonERC721ReceiverImplementer(CustomError):
    """The contract does not take ERC-721 tokens.

    Solidity: `TransferToNonERC721ReceiverImplementer()`
    """

    selector = bytes.fromhex("d1a57ed6")
    remedy = "Pass an account, or a contract that accepts ERC-721 tokens"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The contract does not take ERC-721 tokens", {}, data)


class TransferToZeroAddress(CustomError):
    """The zero address takes no tokens.

    Solidity: `TransferToZeroAddress()`
    """

    selector = bytes.fromhex("ea553b34")
    remedy = "Send to an address other than zero"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("The zero address takes no tokens", {}, data)


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


class UnexpectedCoins(CustomError):
    """Only the token sends coins here; deposits are made by `deposit`.

    Solidity: `UnexpectedCoins(address)`
    """

    selector = bytes.fromhex("6a54080a")
    INPUTS = (Parameter("sender", "address"),)
    remedy = "Deposit by the function of that name: what is only sent is refused"

    def __init__(self, sender: Address, *, data: bytes = b"") -> None:
        super().__init__("Only the token sends coins here; deposits are made by `deposit`", {"sender": sender}, data)
        self.sender = sender


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


class UnknownCommitment(CustomError, LookupError):
    """Nobody committed to this, or it was revealed before.

    Solidity: `UnknownCommitment(bytes32)`
    """

    selector = bytes.fromhex("3f3ff3fc")
    INPUTS = (Parameter("commitment", "bytes32"),)
    remedy = "Commit first, and reveal as the same account with the same prompt and salt"

    def __init__(self, commitment: bytes, *, data: bytes = b"") -> None:
        super().__init__("Nobody committed to this, or it was revealed before", {"commitment": commitment}, data)
        self.commitment = commitment


class UnknownModel(CustomError, LookupError):
    """No model has this id.

    Solidity: `UnknownModel(uint256)`
    """

    selector = bytes.fromhex("2380022d")
    INPUTS = (Parameter("modelId", "uint256"),)
    remedy = "Check the model id and the chain; ids count from 1"

    def __init__(self, model_id: int, *, data: bytes = b"") -> None:
        super().__init__("No model has this id", {"model_id": model_id}, data)
        self.model_id = model_id


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


class UnknownProposal(CustomError, LookupError):
    """No proposal has this id.

    Solidity: `UnknownProposal(uint256)`
    """

    selector = bytes.fromhex("28e0cf5a")
    INPUTS = (Parameter("proposalId", "uint256"),)
    remedy = "Check the proposal id and the chain; ids count from 1"

    def __init__(self, proposal_id: int, *, data: bytes = b"") -> None:
        super().__init__("No proposal has this id", {"proposal_id": proposal_id}, data)
        self.proposal_id = proposal_id


class UnknownRevenueToken(CustomError, LookupError):
    """The token is not accepted as revenue.

    Solidity: `UnknownRevenueToken(address)`
    """

    selector = bytes.fromhex("0045e8d5")
    INPUTS = (Parameter("token", "address"),)
    remedy = "Have the governor accept the token as revenue first"

    def __init__(self, token: Address, *, data: bytes = b"") -> None:
        super().__init__("The token is not accepted as revenue", {"token": token}, data)
        self.token = token


class UnknownSnapshot(CustomError, LookupError):
    """No snapshot has this id: they count from 1 to `latest`.

    Solidity: `UnknownSnapshot(uint256,uint256)`
    """

    selector = bytes.fromhex("559c3b67")
    INPUTS = (Parameter("snapshotId", "uint256"), Parameter("latest", "uint256"))
    remedy = "Check the snapshot id; ids count from 1 to the latest"

    def __init__(self, snapshot_id: int, latest: int, *, data: bytes = b"") -> None:
        super().__init__(
            "No snapshot has this id: they count from 1 to `latest`",
            {"snapshot_id": snapshot_id, "latest": latest},
            data,
        )
        self.snapshot_id = snapshot_id
        self.latest = latest


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


class UnknownWay(CustomError):
    """There is no such way to verify a work.

    Solidity: `UnknownWay(uint256)`
    """

    selector = bytes.fromhex("16a9dc69")
    INPUTS = (Parameter("way", "uint256"),)
    remedy = "Let the proof begin with 0 (re-execution), 1 (validity proof) or 2 (fraud proof)"

    def __init__(self, way: int, *, data: bytes = b"") -> None:
        super().__init__("There is no such way to verify a work", {"way": way}, data)
        self.way = way


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


class VotesExpiredSignature(CustomError):
    """The signature of the delegation has expired.

    Solidity: `VotesExpiredSignature(uint256)`
    """

    selector = bytes.fromhex("4683af0e")
    INPUTS = (Parameter("expiry", "uint256"),)
    remedy = "Have the delegation signed again with a later expiry"

    def __init__(self, expiry: int, *, data: bytes = b"") -> None:
        super().__init__("The signature of the delegation has expired", {"expiry": expiry}, data)
        self.expiry = expiry


class WalletCapExceeded(CustomError):
    """One account deposits at most `walletCap`.

    Solidity: `WalletCapExceeded(uint256,uint256)`
    """

    selector = bytes.fromhex("8951540b")
    INPUTS = (Parameter("deposit", "uint256"), Parameter("walletCap", "uint256"))
    remedy = "Deposit less: one account deposits at most the cap"

    def __init__(self, deposit: int, wallet_cap: int, *, data: bytes = b"") -> None:
        super().__init__(
            "One account deposits at most `walletCap`", {"deposit": deposit, "wallet_cap": wallet_cap}, data
        )
        self.deposit = deposit
        self.wallet_cap = wallet_cap


class WayNotOffered(CustomError):
    """The model does not offer this way.

    Solidity: `WayNotOffered(uint8)`
    """

    selector = bytes.fromhex("e1134230")
    INPUTS = (Parameter("way", "uint8"),)
    remedy = "Choose a way that the model has a verifier for"

    def __init__(self, way: int, *, data: bytes = b"") -> None:
        super().__init__("The model does not offer this way", {"way": way}, data)
        self.way = way


class WeightOutOfRange(CustomError):
    """A weight is from -127 to 127; -128 is none.

    Solidity: `WeightOutOfRange(uint256,uint256,uint256)`
    """

    selector = bytes.fromhex("ceeab86b")
    INPUTS = (Parameter("layer", "uint256"), Parameter("neuron", "uint256"), Parameter("chunk", "uint256"))
    remedy = "Keep weights from -127 to 127"

    def __init__(self, layer: int, neuron: int, chunk: int, *, data: bytes = b"") -> None:
        super().__init__(
            "A weight is from -127 to 127; -128 is none", {"layer": layer, "neuron": neuron, "chunk": chunk}, data
        )
        self.layer = layer
        self.neuron = neuron
        self.chunk = chunk


class WorkNotStored(CustomError, LookupError):
    """The prompt and the content are not stored on the chain.

    Solidity: `WorkNotStored(uint256)`
    """

    selector = bytes.fromhex("4ca9bcec")
    INPUTS = (Parameter("tokenId", "uint256"),)
    remedy = "Read prompt and content from ContentPublished, or store them on the chain"

    def __init__(self, token_id: int, *, data: bytes = b"") -> None:
        super().__init__("The prompt and the content are not stored on the chain", {"token_id": token_id}, data)
        self.token_id = token_id


class WrongBlobCount(CustomError):
    """The network has weights for another number of blobs.

    Solidity: `WrongBlobCount(uint256,uint256)`
    """

    selector = bytes.fromhex("0720fa18")
    INPUTS = (Parameter("expected", "uint256"), Parameter("given", "uint256"))
    remedy = "Pass the blob of each 24,544 bytes of weights, in order"

    def __init__(self, expected: int, given: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The network has weights for another number of blobs", {"expected": expected, "given": given}, data
        )
        self.expected = expected
        self.given = given


class WrongBond(CustomError):
    """Bonds have one size.

    Solidity: `WrongBond(uint256,uint256)`
    """

    selector = bytes.fromhex("0c5e03da")
    INPUTS = (Parameter("value", "uint256"), Parameter("bond", "uint256"))
    remedy = "Send exactly the bond of this deployment along"

    def __init__(self, value: int, bond: int, *, data: bytes = b"") -> None:
        super().__init__("Bonds have one size", {"value": value, "bond": bond}, data)
        self.value = value
        self.bond = bond


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


class WrongContent(CustomError):
    """The content is not the token's.

    Solidity: `WrongContent(uint256,bytes32,bytes32)`
    """

    selector = bytes.fromhex("83f58162")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("expected", "bytes32"), Parameter("actual", "bytes32"))
    remedy = "Pass the token's content, as ContentPublished has it"

    def __init__(self, token_id: int, expected: bytes, actual: bytes, *, data: bytes = b"") -> None:
        super().__init__(
            "The content is not the token's", {"token_id": token_id, "expected": expected, "actual": actual}, data
        )
        self.token_id = token_id
        self.expected = expected
        self.actual = actual


class WrongFee(CustomError):
    """A mint is paid exactly.

    Solidity: `WrongFee(uint256,uint256)`
    """

    selector = bytes.fromhex("23b18f5f")
    INPUTS = (Parameter("expected", "uint256"), Parameter("sent", "uint256"))
    remedy = "Send exactly the mint fee of the collection"

    def __init__(self, expected: int, sent: int, *, data: bytes = b"") -> None:
        super().__init__("A mint is paid exactly", {"expected": expected, "sent": sent}, data)
        self.expected = expected
        self.sent = sent


class WrongLength(CustomError):
    """No such network has a prompt of this length, or answers it with a content of this length.

    Solidity: `WrongLength(uint256,uint256)`
    """

    selector = bytes.fromhex("b863f041")
    INPUTS = (Parameter("prompt", "uint256"), Parameter("content", "uint256"))
    remedy = "Pass a prompt of whole images and a content with one label for each"

    def __init__(self, prompt: int, content: int, *, data: bytes = b"") -> None:
        super().__init__(
            "No such network has a prompt of this length, or answers it with a content of this length",
            {"prompt": prompt, "content": content},
            data,
        )
        self.prompt = prompt
        self.content = content


class WrongNetwork(CustomError):
    """The network is not what the statement's model commits to.

    Solidity: `WrongNetwork(bytes32,bytes32)`
    """

    selector = bytes.fromhex("8fec96c3")
    INPUTS = (Parameter("commitment", "bytes32"), Parameter("expected", "bytes32"))
    remedy = "Pass the sizes, shifts and roots that the model's commitment is the hash of"

    def __init__(self, commitment: bytes, expected: bytes, *, data: bytes = b"") -> None:
        super().__init__(
            "The network is not what the statement's model commits to",
            {"commitment": commitment, "expected": expected},
            data,
        )
        self.commitment = commitment
        self.expected = expected


class WrongOpening(CustomError):
    """The opening does not lead to the root or node that it must lead to.

    Solidity: `WrongOpening(uint256)`
    """

    selector = bytes.fromhex("015d45a6")
    INPUTS = (Parameter("disputeId", "uint256"),)
    remedy = "Open it again, from the leaf upwards, in the tree that is asked for"

    def __init__(self, dispute_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The opening does not lead to the root or node that it must lead to", {"dispute_id": dispute_id}, data
        )
        self.dispute_id = dispute_id


class WrongPayment(CustomError):
    """The coins sent along are not the amount.

    Solidity: `WrongPayment(uint256,uint256)`
    """

    selector = bytes.fromhex("0dd32d1c")
    INPUTS = (Parameter("amount", "uint256"), Parameter("sent", "uint256"))
    remedy = "Send exactly the amount along in the native coin, and no coins where an ERC-20 is paid"

    def __init__(self, amount: int, sent: int, *, data: bytes = b"") -> None:
        super().__init__("The coins sent along are not the amount", {"amount": amount, "sent": sent}, data)
        self.amount = amount
        self.sent = sent


class WrongPhase(CustomError):
    """The move belongs to another phase, or the dispute is over, or it never began.

    Solidity: `WrongPhase(uint256,uint8)`
    """

    selector = bytes.fromhex("083a89f2")
    INPUTS = (Parameter("disputeId", "uint256"), Parameter("phase", "uint8"))
    remedy = "Look at the dispute's phase and make the move that belongs to it"

    def __init__(self, dispute_id: int, phase: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The move belongs to another phase, or the dispute is over, or it never began",
            {"dispute_id": dispute_id, "phase": phase},
            data,
        )
        self.dispute_id = dispute_id
        self.phase = phase


class WrongPrompt(CustomError):
    """The prompt is not the one of this token.

    Solidity: `WrongPrompt(uint256,uint256)`
    """

    selector = bytes.fromhex("55a1f760")
    INPUTS = (Parameter("tokenId", "uint256"), Parameter("promptId", "uint256"))
    remedy = "Pass the prompt that the token was minted for"

    def __init__(self, token_id: int, prompt_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "The prompt is not the one of this token", {"token_id": token_id, "prompt_id": prompt_id}, data
        )
        self.token_id = token_id
        self.prompt_id = prompt_id


class WrongReveal(CustomError):
    """What is revealed does not hash to, or does not end in, what it was said to be.

    Solidity: `WrongReveal(uint256)`
    """

    selector = bytes.fromhex("d6390bcf")
    INPUTS = (Parameter("disputeId", "uint256"),)
    remedy = "Reveal what was committed to, all of it, in order"

    def __init__(self, dispute_id: int, *, data: bytes = b"") -> None:
        super().__init__(
            "What is revealed does not hash to, or does not end in, what it was said to be",
            {"dispute_id": dispute_id},
            data,
        )
        self.dispute_id = dispute_id


class WrongSubject(CustomError):
    """What is given again is not what the proposal is about.

    Solidity: `WrongSubject(uint256)`
    """

    selector = bytes.fromhex("4d77c076")
    INPUTS = (Parameter("disputeId", "uint256"),)
    remedy = "Give the collection, prompt, content and network again as they were proposed"

    def __init__(self, dispute_id: int, *, data: bytes = b"") -> None:
        super().__init__("What is given again is not what the proposal is about", {"dispute_id": dispute_id}, data)
        self.dispute_id = dispute_id


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


class ZeroSupply(CustomError):
    """There are no tokens, so nothing can be split or received.

    Solidity: `ZeroSupply()`
    """

    selector = bytes.fromhex("c16f3a93")
    remedy = "Send nothing more: every token is burnt, and nobody is left to share it"

    def __init__(self, *, data: bytes = b"") -> None:
        super().__init__("There are no tokens, so nothing can be split or received", {}, data)


ALL: tuple[type[CustomError], ...] = (
    AccountBalanceOverflow,
    AlreadyClosed,
    AlreadyInstalled,
    AlreadyMinted,
    AlreadyParent,
    AlreadySucceeded,
    ApproveFailed,
    AssetsNotAscending,
    BalanceQueryForZeroAddress,
    BiasOutOfRange,
    ChangeAnnounced,
    CheckpointUnorderedInsertion,
    ClaimFailed,
    ClassFrozen,
    ClassMismatch,
    CodeTooLarge,
    ConsentMissing,
    ContentBonded,
    ContentFinal,
    ContentNotBonded,
    CostAboveMaximum,
    CreationFailed,
    DeploymentFailed,
    DepositTooLarge,
    DerivationClosed,
    ECDSAInvalidSignature,
    ECDSAInvalidSignatureLength,
    ECDSAInvalidSignatureS,
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
    ERC2612ExpiredSignature,
    ERC2612InvalidSigner,
    ERC3009InvalidAuthorizationTime,
    ERC3009InvalidSignature,
    ERC3009UsedAuthorization,
    ERC5805FutureLookup,
    ERC6372InconsistentClock,
    ERC721InvalidReceiver,
    ETHTransferFailed,
    EmptyCommitment,
    EmptyFill,
    EmptyPrompt,
    ExceedsCirculating,
    ExceedsSupply,
    ExpiresTooEarly,
    ExpiryInPast,
    HexLengthInsufficient,
    InsufficientValue,
    InvalidAccountNonce,
    InvalidAsset,
    InvalidBiases,
    InvalidBlob,
    InvalidCircuit,
    InvalidClaimBps,
    InvalidClaimReceiver,
    InvalidCreatorPart,
    InvalidDerivation,
    InvalidEnd,
    InvalidOrderSignature,
    InvalidOwedReceiver,
    InvalidParty,
    InvalidPayee,
    InvalidPayment,
    InvalidPaymentAsset,
    InvalidPeriod,
    InvalidPick,
    InvalidProofSignature,
    InvalidReceiver,
    InvalidReferral,
    InvalidRevenueToken,
    InvalidRoyalty,
    InvalidService,
    InvalidServiceSignature,
    InvalidShifts,
    InvalidShortString,
    InvalidSizes,
    InvalidSoftCap,
    InvalidSplit,
    InvalidSupplies,
    InvalidSupply,
    InvalidTerms,
    InvalidTiers,
    InvalidTip,
    InvalidTranches,
    InvalidTrialSignature,
    InvalidUntil,
    InvalidVerifier,
    InvalidVerifyingKey,
    InvalidVesting,
    InvalidVetoBps,
    InvalidWithdrawal,
    LengthMismatch,
    LineageLoop,
    LockedBefore,
    MalformedNetwork,
    NetworkTooLarge,
    NoDeposit,
    NoLiveShare,
    NoReservation,
    NoRevenueReceiver,
    NoTrial,
    NonceTooLow,
    NotAnErc20,
    NotChallengeable,
    NotClassController,
    NotController,
    NotCreator,
    NotDataAnchoringToken,
    NotEnded,
    NotFinal,
    NotGovernor,
    NotMinter,
    NotModelOwner,
    NotOpen,
    NotOverturned,
    NotOwnedPosition,
    NotOwnerNorApproved,
    NotOwnerOrClassOperator,
    NotOwnerOrOperator,
    NotPendingController,
    NotRefuted,
    NotRevenue,
    NotSeller,
    NotTokenOwner,
    NotVerified,
    NotVetoed,
    NotYourMove,
    NothingLocked,
    NothingToClaim,
    NothingToRelease,
    NothingToVeto,
    NothingToWithdraw,
    NothingVerifies,
    OfferEnded,
    OrderExpired,
    OrderFilledUp,
    OrderIsCancelled,
    OutOfTime,
    ParentMissing,
    PartTooSmall,
    PaymentMismatch,
    PaymentShort,
    PayoutBelowMinimum,
    PendingBelowFloor,
    PromptNotText,
    PurposeRefused,
    PurposesDiffer,
    QuantityTooSmall,
    ReentrancyGuardReentrantCall,
    ReservationRunning,
    ReservationTooLarge,
    RevealTooEarly,
    RevenueTooLarge,
    RoyaltyAboveMaximum,
    SafeCastOverflowedUintDowncast,
    SaleFailed,
    SaleNotEnded,
    SaleSucceeded,
    SameToken,
    SellerNotOwner,
    ShareCapExceeded,
    SignatureExpired,
    SnapshotNotClosed,
    SnapshotTooEarly,
    SoldOut,
    StillLocked,
    StillRefused,
    StillYielding,
    StringTooLong,
    SupplyNotZero,
    TermsNotText,
    TimeLeft,
    TipBalanceTooLow,
    TipRefused,
    TokenAlreadyExists,
    TokenDoesNotExist,
    TokenExpired,
    TokenOutlivesOffer,
    TooLargeToStore,
    TooLittleGas,
    TooManyParents,
    TooManyRevenueTokens,
    TransferFailed,
    TransferFromFailed,
    TransferFromIncorrectOwner,
    TransferToNonERC721ReceiverImplementer,
    TransferToZeroAddress,
    TrialExpired,
    TrialUsed,
    UnexpectedCoins,
    UnitTooFine,
    UnknownClass,
    UnknownCommitment,
    UnknownModel,
    UnknownOffer,
    UnknownProposal,
    UnknownRevenueToken,
    UnknownSnapshot,
    UnknownTerms,
    UnknownToken,
    UnknownVersion,
    UnknownWay,
    ValueBelowFloor,
    ValueTooLarge,
    VotesExpiredSignature,
    WalletCapExceeded,
    WayNotOffered,
    WeightOutOfRange,
    WorkNotStored,
    WrongBlobCount,
    WrongBond,
    WrongBuyer,
    WrongClass,
    WrongContent,
    WrongFee,
    WrongLength,
    WrongNetwork,
    WrongOpening,
    WrongPayment,
    WrongPhase,
    WrongPrompt,
    WrongReveal,
    WrongSubject,
    WrongValue,
    ZeroAmount,
    ZeroSupply,
)
