"""What to do about each custom error: by hand, because a contract knows what failed and not what the caller wanted.

Every error that a contract can raise has an entry here, and nothing else has one; the build fails otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Advice:
    """What a contract does not say of its error.

    Parameters:
        remedy: what to do, as an imperative clause without a full stop.
        builtin: the builtin exception that it is as well.
    """

    remedy: str
    builtin: Literal["", "LookupError", "PermissionError"] = ""


ADVICE: Mapping[str, Advice] = {
    # --- classes ---
    "UnknownClass": Advice("Check the class id and the chain; ids count from 1", builtin="LookupError"),
    "NotController": Advice(
        "Act as the controller, or have it nominate the caller and accept", builtin="PermissionError"
    ),
    "NotPendingController": Advice(
        "Accept as the account that was nominated, or have the controller nominate the caller first",
        builtin="PermissionError",
    ),
    "NotMinter": Advice(
        "Mint as the controller of the class, or have it name the caller a minter", builtin="PermissionError"
    ),
    "ClassFrozen": Advice("Create a new class: what is frozen stays as it is", builtin="PermissionError"),
    "UnknownVersion": Advice("Ask for a version from 1 to the latest", builtin="LookupError"),
    "InvalidRoyalty": Advice("Pass 0 to 10,000 basis points, and a receiver unless it is 0"),
    # --- tokens ---
    "UnknownToken": Advice("Check the token id and the chain; a token id carries its class id", builtin="LookupError"),
    "TokenExpired": Advice("Use a token that is alive, or have a new one minted; what it earned can still be claimed"),
    "ExpiryInPast": Advice("Pass an expiry that is not before the latest block's time, or 0 for a token without one"),
    "ValueTooLarge": Advice("Mint at most the maximum, or choose fewer decimals for the unit of the class"),
    "ShareCapExceeded": Advice("Mint a smaller share, or wait until other shares expire: the cap never changes"),
    "LengthMismatch": Advice("Pass arrays of one length"),
    # --- quota ---
    "NotOwnerOrClassOperator": Advice(
        "Act as the token's owner, or as an account that it approved for this class", builtin="PermissionError"
    ),
    "InsufficientValue": Advice("Use less, or top the token up from another token of its class"),
    "ClassMismatch": Advice("Choose two tokens of one class"),
    "SameToken": Advice("Choose two different tokens"),
    "ZeroAmount": Advice("Pass an amount above 0; of a token that charges for transfers, one that leaves something"),
    # --- revenue ---
    "NoLiveShare": Advice("Mint a share that is alive before revenue is settled"),
    "InvalidAsset": Advice("Pass the address of an ERC-20 on this chain, or settle the native coin instead"),
    "RevenueTooLarge": Advice("Settle a smaller amount"),
    "InvalidClaimReceiver": Advice(
        "Claim to the token's owner, or as the owner to an address other than zero", builtin="PermissionError"
    ),
    # --- ownership, proofs ---
    "NotOwnerOrOperator": Advice(
        "Act as the token's owner, or as an operator that it named with setApprovalForAll", builtin="PermissionError"
    ),
    "InvalidProofSignature": Advice(
        "Have the owner or the class's controller sign exactly this token, type and URI for this chain and contract",
        builtin="PermissionError",
    ),
    # --- metering ---
    "InvalidService": Advice("Name the account of the service, which is not the zero address"),
    "ReservationTooLarge": Advice("Reserve less: what is reserved for one service has a maximum"),
    "InvalidUntil": Advice("Choose a time between the earliest and the latest: a reservation is never shortened"),
    "NoReservation": Advice("Reserve quota for this service first; what was released is gone", builtin="LookupError"),
    "ReservationRunning": Advice("Wait until it ends, or have the service release it", builtin="PermissionError"),
    # --- services ---
    "InvalidServiceSignature": Advice(
        "Have the service sign exactly this announcement with its next nonce, for this chain and registry",
        builtin="PermissionError",
    ),
    "SignatureExpired": Advice("Have it signed again with a later deadline"),
    # --- terms and lineage ---
    "InvalidSplit": Advice("Make the parts add up to 10,000 basis points"),
    "InvalidPayee": Advice("Give every part an account and every account a part, and none to the router itself"),
    "TooManyParents": Advice("Name fewer parents, or gather some of them in a class of their own"),
    "ChangeAnnounced": Advice("Wait until the change that was announced is in force"),
    "UnknownTerms": Advice("Ask for a version from 0 to the latest", builtin="LookupError"),
    "ParentMissing": Advice("Name all parents of the terms before, in their order, and new ones after them"),
    "AlreadyParent": Advice("Name each parent once"),
    "PartTooSmall": Advice("Give the parent at least what it accepted"),
    "PurposesDiffer": Advice("Declare what was declared when the class derived from this parent"),
    "DerivationClosed": Advice("Derive from another class, or have its controller open it", builtin="PermissionError"),
    "ConsentMissing": Advice("Have the controller of the parent consent to this class", builtin="PermissionError"),
    "PurposeRefused": Advice("Declare at least one purpose, and only those that the parent allows"),
    "LineageLoop": Advice("Create a new class for what derives from this parent"),
    "InvalidDerivation": Advice("Pass at most 10,000 basis points, and purposes of the four that there are"),
    # --- routing ---
    "WrongValue": Advice("Send exactly the amount along, and no coins with an ERC-20"),
    "InvalidReceiver": Advice(
        "Claim to the account that is owed, or as that account to an address other than zero and the router",
        builtin="PermissionError",
    ),
    # --- store ---
    "NotClassController": Advice(
        "Act as the controller of the class: it alone publishes and closes offers", builtin="PermissionError"
    ),
    "UnknownOffer": Advice("Check the offer id and the chain; ids count from 1", builtin="LookupError"),
    "OfferEnded": Advice("Buy from another offer of the class"),
    "InvalidTiers": Advice("Pass 1 to 8 tiers, ascending by quantity from at least 1"),
    "InvalidReferral": Advice("Pass 0 to 10,000 basis points"),
    "InvalidEnd": Advice("Pass a time that is not over, or 0 for an offer without an end"),
    "InvalidPaymentAsset": Advice("Pass the zero address for the native coin, or the address of an ERC-20"),
    "UnitTooFine": Advice("Sell quota of a class whose unit has at most the maximum of decimals"),
    "NotAnErc20": Advice("Buy with coins sent along: permits and authorisations are of ERC-20s"),
    "QuantityTooSmall": Advice("Buy at least the minimum"),
    "SoldOut": Advice("Buy at most what is left, or from another offer of the class"),
    "CostAboveMaximum": Advice("Ask for the cost again, and allow it if it is right"),
    "PaymentMismatch": Advice("Send, or authorise, exactly the cost, and send no coins with an ERC-20"),
    "PaymentShort": Advice("Pay in an asset whose transfers deliver what was sent"),
    "WrongClass": Advice("Top up a token of the class that the offer is of"),
    "TokenOutlivesOffer": Advice("Buy a new token, or top up one that lives no longer than the offer gives"),
    "NoTrial": Advice("Choose an offer that gives trials"),
    "TrialUsed": Advice("Buy: an account has one trial of a class", builtin="PermissionError"),
    "InvalidTrialSignature": Advice(
        "Have the controller of the class sign exactly this trial, for this chain and store", builtin="PermissionError"
    ),
    "TrialExpired": Advice("Have the trial signed again with a later deadline"),
    # --- exchange ---
    "InvalidOrderSignature": Advice(
        "Have the seller sign exactly this order, for this chain and exchange", builtin="PermissionError"
    ),
    "OrderExpired": Advice("Have the seller sign it again with a later deadline"),
    "OrderIsCancelled": Advice("Choose another order: the seller took this one back"),
    "OrderFilledUp": Advice("Take at most what is left"),
    "WrongBuyer": Advice("Fill it as the account that it is for", builtin="PermissionError"),
    "NotSeller": Advice("Cancel as the seller", builtin="PermissionError"),
    "SellerNotOwner": Advice("Choose another order: the seller does not have the token any more"),
    "EmptyFill": Advice("Take at least 1 of the quota"),
    "RoyaltyAboveMaximum": Advice("Have the seller sign an order that allows the royalty of the class"),
    "ValueBelowFloor": Advice("Choose another order, or ask for less quota"),
    "ExpiresTooEarly": Advice("Choose a token that lives longer, or ask for less"),
    "PendingBelowFloor": Advice("Choose another order, or ask for less revenue: some was claimed in the meantime"),
    "NonceTooLow": Advice("Pass a nonce above the current one"),
    "NothingToWithdraw": Advice("Check the account and the asset: nothing waits there"),
    "InvalidWithdrawal": Advice(
        "Withdraw to the account itself, or as that account to an address other than zero", builtin="PermissionError"
    ),
    "StillRefused": Advice("Withdraw as the account, to a receiver that takes the asset"),
    # --- payout ---
    "PayoutBelowMinimum": Advice("Preview the payout again: somebody claimed a part of it in the meantime"),
    "TooLittleGas": Advice("Send with more gas, or give the claim a lower limit"),
    "InvalidTip": Advice("Pass 0 to 10,000 basis points"),
    "TipBalanceTooLow": Advice("Withdraw at most what is set aside"),
    "TipRefused": Advice("Call as an account that takes the native coin, or use claimEverything, which gives no tip"),
    # --- EIP-6093: ERC-1155 ---
    "ERC1155InsufficientBalance": Advice("Move amount 1 of a token that the sender owns"),
    "ERC1155InvalidSender": Advice("Pass the owner's address"),
    "ERC1155InvalidReceiver": Advice("Pass an account, or a contract that accepts ERC-1155 tokens"),
    "ERC1155MissingApprovalForAll": Advice(
        "Act as the owner, or have the owner name the operator with setApprovalForAll",
        builtin="PermissionError",
    ),
    "ERC1155InvalidApprover": Advice("Approve as another account"),
    "ERC1155InvalidOperator": Advice("Name an address other than zero"),
    "ERC1155InvalidArrayLength": Advice("Pass arrays of one length"),
    # --- EIP-6093: ERC-20 ---
    "ERC20InsufficientBalance": Advice("Move less, or send the token to the account first"),
    "ERC20InvalidSender": Advice("Send from an address other than zero"),
    "ERC20InvalidReceiver": Advice("Send to an address other than zero"),
    "ERC20InsufficientAllowance": Advice("Approve the spender for what is needed first", builtin="PermissionError"),
    "ERC20InvalidApprover": Advice("Approve as an address other than zero"),
    "ERC20InvalidSpender": Advice("Approve an address other than zero"),
    # --- libraries ---
    "ReentrancyGuardReentrantCall": Advice(
        "Call from outside: an asset or receiver may not call back into the contract in the middle of a call",
    ),
    "ETHTransferFailed": Advice("Name a receiver that accepts the native coin"),
    "ApproveFailed": Advice("Check that the token is not paused and that it lets its holders approve"),
    "TransferFailed": Advice(
        "Check that the token is not paused and that it lets the receiver hold it",
    ),
    "TransferFromFailed": Advice(
        "Approve the contract for the amount, and check the payer's balance of the token",
    ),
}
