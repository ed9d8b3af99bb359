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
    # --- verification: proofs ---
    "InvalidCircuit": Advice("Name at least one input, output and image, and at most 256 outputs"),
    "InvalidVerifyingKey": Advice("Pass the verifying key as the ceremony gave it, imaginary parts before real ones"),
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
    "InvalidOwedReceiver": Advice(
        "Claim to the account that is owed, or as that account to an address other than zero and the router",
        builtin="PermissionError",
    ),
    # --- RevShare tokens ---
    "UnknownSnapshot": Advice("Check the snapshot id; ids count from 1 to the latest", builtin="LookupError"),
    "SnapshotNotClosed": Advice("Try again in the next block: balances at the end of this one count"),
    "SnapshotTooEarly": Advice("Wait until the earliest time for the next snapshot"),
    "NothingToClaim": Advice("Claim another snapshot, or everything at once: this one is empty or claimed"),
    "ClaimFailed": Advice("Claim to a receiver that accepts the asset"),
    "ExceedsSupply": Advice("Ask for at most the supply"),
    "AssetsNotAscending": Advice("Sort the assets by address and name each once"),
    "ZeroSupply": Advice("Send nothing more: every token is burnt, and nobody is left to share it"),
    "SupplyNotZero": Advice("Wait until every token is burnt: what the contract holds belongs to the holders"),
    "NotGovernor": Advice("Act as the governor of the token", builtin="PermissionError"),
    "InvalidRevenueToken": Advice("Pass the address of an ERC-20 on this chain, other than the token itself"),
    "UnknownRevenueToken": Advice("Have the governor accept the token as revenue first", builtin="LookupError"),
    "TooManyRevenueTokens": Advice("Remove another revenue token first"),
    "InvalidClaimBps": Advice("Pass 0 to 10,000 basis points"),
    "InvalidSupply": Advice("Choose a supply from 1 to the maximum"),
    "InvalidReceiver": Advice("Name a receiver other than the zero address"),
    "NotOwnedPosition": Advice("Harvest only Data Anchoring Tokens that the contract owns", builtin="PermissionError"),
    "NotDataAnchoringToken": Advice(
        "Send only tokens of the Data Anchoring Token contract that the RevShare token names", builtin="PermissionError"
    ),
    # --- offerings ---
    "InvalidParty": Advice("Name a creator and a treasury that can be paid, other than the zero address"),
    "InvalidPayment": Advice("Sell for the native coin, or for an ERC-20 on this chain; permits are of ERC-20s only"),
    "InvalidSupplies": Advice("Choose supplies for sale, creator and treasury that add up to the token's supply"),
    "InvalidSoftCap": Advice("Choose a soft cap from 1 to the target"),
    "InvalidPeriod": Advice("Choose a start before the end, and an end in the future"),
    "InvalidVesting": Advice("Choose a cliff not before the earliest time, and an end of vesting not before the cliff"),
    "InvalidTranches": Advice(
        "Choose 1 to 8 tranches at least a day apart, each above 0 basis points and 10,000 together"
    ),
    "InvalidVetoBps": Advice("Choose 1 to 10,000 basis points if a tranche has a delay, and 0 if none has"),
    "NotOpen": Advice("Deposit from the start on and before the end"),
    "SaleNotEnded": Advice("Wait until the sale has ended"),
    "AlreadyClosed": Advice("Go on: the end was noted before"),
    "WrongPayment": Advice("Send exactly the amount along in the native coin, and no coins where an ERC-20 is paid"),
    "WalletCapExceeded": Advice("Deposit less: one account deposits at most the cap"),
    "DepositTooLarge": Advice("Deposit less: all deposits together have a maximum"),
    "SaleFailed": Advice("Take the deposit back by refund: the soft cap was not reached"),
    "SaleSucceeded": Advice("Collect the tokens instead: the soft cap was reached"),
    "NoDeposit": Advice("Check the account: it has no deposit here, or it was paid out", builtin="LookupError"),
    "NothingToRelease": Advice("Wait until more is due"),
    "NotCreator": Advice("Act as the creator, or let the creator itself be paid", builtin="PermissionError"),
    "NothingToVeto": Advice("Veto between the end of the sale and the time of the last tranche, and once only"),
    "LockedBefore": Advice("Unlock the tokens of the tranche before, then lock them again"),
    "NothingLocked": Advice("Check the account: it has no tokens locked", builtin="LookupError"),
    "StillLocked": Advice("Wait until the tranche is due or, after a veto, for the next block"),
    "NotVetoed": Advice("Burn tokens for the remaining proceeds only after a veto; redeem them at the token instead"),
    "UnexpectedCoins": Advice("Deposit by the function of that name: what is only sent is refused"),
    "NotRevenue": Advice("Recycle other assets: the offering's tokens are in custody"),
    "ExceedsCirculating": Advice("Choose at most what circulates"),
    "CodeTooLarge": Advice("Report a bug: the code of the token outgrew its factory"),
    "CreationFailed": Advice("Choose another salt: exactly this exists already"),
    # --- works ---
    "NothingVerifies": Advice("Register the model with at least one verifier"),
    "InvalidCreatorPart": Advice("Pass 0 to 10,000 basis points, and a creator unless it is 0"),
    "TermsNotText": Advice("Pass name, symbol, description and type as UTF-8"),
    "EmptyPrompt": Advice("Pass a prompt of at least one character"),
    "PromptNotText": Advice("Encode the prompt as UTF-8"),
    "WrongPrompt": Advice("Pass the prompt that the token was minted for"),
    "UnknownCommitment": Advice(
        "Commit first, and reveal as the same account with the same prompt and salt", builtin="LookupError"
    ),
    "RevealTooEarly": Advice("Reveal in a later block"),
    "AlreadyMinted": Advice("Choose another prompt: each is minted once"),
    "NotTokenOwner": Advice("Act as the token's owner", builtin="PermissionError"),
    "StillYielding": Advice("Move the token after that block, or commit and reveal next time"),
    "WrongFee": Advice("Send exactly the mint fee of the collection"),
    "UnknownWay": Advice("Let the proof begin with 0 (re-execution), 1 (validity proof) or 2 (fraud proof)"),
    "WayNotOffered": Advice("Choose a way that the model has a verifier for"),
    "NotVerified": Advice("Check the content and the proof against the model, and give the call enough gas"),
    "ContentFinal": Advice("Leave the token as it is: what is final stays"),
    "ContentBonded": Advice("Challenge the bonded result, or prove the content"),
    "NotOverturned": Advice("Challenge the content first, and update once it was refuted"),
    "ContentNotBonded": Advice("Propose the new content with a bond first"),
    "WrongContent": Advice("Pass the token's content, as ContentPublished has it"),
    "WorkNotStored": Advice(
        "Read prompt and content from ContentPublished, or store them on the chain", builtin="LookupError"
    ),
    "TooLargeToStore": Advice("Mint without storing: the event has prompt and content"),
    # --- ERC-721 ---
    "AccountBalanceOverflow": Advice("Send the token to another account"),
    "BalanceQueryForZeroAddress": Advice("Ask for an address other than zero"),
    "NotOwnerNorApproved": Advice(
        "Act as the token's owner, or as an account that it approved", builtin="PermissionError"
    ),
    "TokenAlreadyExists": Advice("Choose another prompt: each is minted once"),
    "TokenDoesNotExist": Advice("Check the token id and the chain", builtin="LookupError"),
    "TransferFromIncorrectOwner": Advice("Pass the owner's address"),
    "TransferToNonERC721ReceiverImplementer": Advice("Pass an account, or a contract that accepts ERC-721 tokens"),
    "TransferToZeroAddress": Advice("Send to an address other than zero"),
    "ERC721InvalidReceiver": Advice("Pass an account, or a contract that accepts ERC-721 tokens"),
    # --- fraud proofs ---
    "WrongBond": Advice("Send exactly the bond of this deployment along"),
    "InvalidTerms": Advice("Deploy with a window and a clock from 1 to 2^24 - 1 blocks, and a bond above 0"),
    "WrongNetwork": Advice("Pass the sizes, shifts and roots that the model's commitment is the hash of"),
    "MalformedNetwork": Advice("Choose a model that is an integer network: this commitment is none's"),
    "WrongLength": Advice("Pass a prompt of whole images and a content with one label for each"),
    "UnknownProposal": Advice("Check the proposal id and the chain; ids count from 1", builtin="LookupError"),
    "NotChallengeable": Advice("Challenge within the window; what fell or is final stays as it is"),
    "NotFinal": Advice("Wait until the window has passed and every dispute is over; a bond is paid back once"),
    "WrongPhase": Advice("Look at the dispute's phase and make the move that belongs to it"),
    "NotYourMove": Advice("Move as the side whose turn it is", builtin="PermissionError"),
    "OutOfTime": Advice("Have anyone call timeout: this side has lost"),
    "TimeLeft": Advice("Wait until the side whose turn it is has used up its blocks"),
    "WrongReveal": Advice("Reveal what was committed to, all of it, in order"),
    "WrongOpening": Advice("Open it again, from the leaf upwards, in the tree that is asked for"),
    "InvalidPick": Advice("Pick what lies under the node in question, or within the chunks in question"),
    "WrongSubject": Advice("Give the collection, prompt, content and network again as they were proposed"),
    "NotRefuted": Advice("Pick the first thing that differs: what was picked is right"),
    "NotEnded": Advice("Wait until the dispute is over; it is paid out once"),
    # --- models ---
    "UnknownModel": Advice("Check the model id and the chain; ids count from 1", builtin="LookupError"),
    "NotModelOwner": Advice(
        "Register the next version as the account that registered the one before", builtin="PermissionError"
    ),
    "AlreadySucceeded": Advice("Name the latest version as the one before"),
    "EmptyCommitment": Advice("Pass the commitment of the model: the hash of its weights and program"),
    "NoRevenueReceiver": Advice("Name the account or contract that receives the model's fees and royalties"),
    "InvalidVerifier": Advice(
        "Pass the address of a verifier on this chain, or the zero address for a way not offered"
    ),
    # --- integer networks ---
    "InvalidSizes": Advice("Pass 2 to 256 sizes from 1 to 65,535, the last at most 256"),
    "InvalidShifts": Advice("Pass a shift from 0 to 31 for each layer but the last"),
    "InvalidBiases": Advice("Pass a bias for each neuron, layer by layer"),
    "BiasOutOfRange": Advice("Keep biases from -2^30 to 2^30"),
    "WeightOutOfRange": Advice("Keep weights from -127 to 127"),
    "WrongBlobCount": Advice("Pass the blob of each 24,544 bytes of weights, in order"),
    "InvalidBlob": Advice("Store the weights in this contract first, cut as it says: full blobs, but for the last"),
    "NetworkTooLarge": Advice("Use fewer neurons, or verify the network's work by a proof or a bond"),
    "DeploymentFailed": Advice("Send with more gas: each 24,544 bytes of code take about 5,200,000"),
    "AlreadyInstalled": Advice("Go on: the network can be asked already"),
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
    # --- signatures ---
    "ERC2612ExpiredSignature": Advice("Have the permit signed again with a later deadline"),
    "ERC2612InvalidSigner": Advice(
        "Have the owner sign exactly this permit with its next nonce, for this chain and token",
        builtin="PermissionError",
    ),
    "ERC3009InvalidSignature": Advice(
        "Have the payer sign exactly this again, for this chain, token and receiver", builtin="PermissionError"
    ),
    "ERC3009InvalidAuthorizationTime": Advice("Send it between its two times, or have it signed again"),
    "ERC3009UsedAuthorization": Advice("Have it signed again: an authorisation is good once"),
    "InvalidAccountNonce": Advice("Have it signed again with the account's next nonce"),
    "ECDSAInvalidSignature": Advice("Pass the signature as the wallet made it"),
    "ECDSAInvalidSignatureLength": Advice("Pass the 65 bytes of the signature as the wallet made them"),
    "ECDSAInvalidSignatureS": Advice("Pass the signature as the wallet made it"),
    # --- votes ---
    "ERC5805FutureLookup": Advice("Ask for a block that has ended"),
    "ERC6372InconsistentClock": Advice("Report a bug: the clock of votes never changes here"),
    "VotesExpiredSignature": Advice("Have the delegation signed again with a later expiry"),
    # --- libraries ---
    "CheckpointUnorderedInsertion": Advice("Report a bug: blocks come in order"),
    "InvalidShortString": Advice("Report a bug: the name was checked when the token was made"),
    "StringTooLong": Advice("Choose a shorter name"),
    "SafeCastOverflowedUintDowncast": Advice("Pass a smaller number"),
    "HexLengthInsufficient": Advice("Report this: no number here is longer than its place"),
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
