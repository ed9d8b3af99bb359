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
    "DeploymentFailed": Advice("Send with more gas: 24,544 bytes of weights take about 5,200,000"),
    "AlreadyInstalled": Advice("Go on: the network can be asked already"),
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
    "HexLengthInsufficient": Advice("Report this: no number here is longer than its place"),
    "ReentrancyGuardReentrantCall": Advice(
        "Call from outside: an asset or receiver may not call back into the contract in the middle of a call",
    ),
    "ETHTransferFailed": Advice("Name a receiver that accepts the native coin"),
    "TransferFailed": Advice(
        "Check that the token is not paused and that it lets the receiver hold it",
    ),
    "TransferFromFailed": Advice(
        "Approve the contract for the amount, and check the payer's balance of the token",
    ),
}
