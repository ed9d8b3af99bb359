"""What foreign interfaces declare, in this project's words: their own comments stay in their packages.

By Solidity signature. What this project declares is documented where it is declared, by `@notice`.
"""

from __future__ import annotations

from collections.abc import Mapping

NOTICES: Mapping[str, str] = {
    # --- ERC-165, ERC-2981, ERC-5267 ---
    "supportsInterface(bytes4)": "Whether the contract implements an interface, by its ERC-165 id.",
    "royaltyInfo(uint256,uint256)": "Who is owed how much of a sale at a price, by ERC-2981.",
    "eip712Domain()": "The EIP-712 domain that signatures for this contract are bound to, by ERC-5267.",
    "EIP712DomainChanged()": "The EIP-712 domain changed: signatures made before are void.",
    # --- ERC-721 ---
    "getApproved(uint256)": "Who may move a token, besides its owner and the owner's operators.",
    "ownerOf(uint256)": "The owner of a token.",
    "safeTransferFrom(address,address,uint256)": "Moves a token; a receiving contract is asked.",
    "safeTransferFrom(address,address,uint256,bytes)": "Moves a token; a receiving contract is asked and told why.",
    "AccountBalanceOverflow()": "The account holds too many tokens.",
    "BalanceQueryForZeroAddress()": "The zero address holds nothing.",
    "NotOwnerNorApproved()": "The caller is neither the owner nor approved for the token.",
    "TokenAlreadyExists()": "The token exists.",
    "TokenDoesNotExist()": "No token has this id.",
    "TransferFromIncorrectOwner()": "The sender does not own the token.",
    "TransferToNonERC721ReceiverImplementer()": "The contract does not take ERC-721 tokens.",
    "TransferToZeroAddress()": "The zero address takes no tokens.",
    "ERC721InvalidReceiver(address)": "This account cannot receive the token.",
    # --- ERC-1155 ---
    "balanceOf(address,uint256)": "How many of an id an account holds.",
    "balanceOfBatch(address[],uint256[])": "How many of each id the account in the same place holds.",
    "isApprovedForAll(address,address)": "Whether `operator` may move every token of `account`.",
    "onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)": (
        "Whether the contract takes tokens of several ids."
    ),
    "onERC1155Received(address,address,uint256,uint256,bytes)": "Whether the contract takes tokens of an id.",
    "safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)": (
        "Moves amounts of several ids. Only their holder or its operator; a receiving contract is asked."
    ),
    "safeTransferFrom(address,address,uint256,uint256,bytes)": (
        "Moves an amount of an id. Only its holder or its operator; a receiving contract is asked."
    ),
    "setApprovalForAll(address,bool)": "Lets `operator` move every token of the caller, or no longer.",
    "uri(uint256)": "Where the metadata of an id lies.",
    "ApprovalForAll(address,address,bool)": "`operator` may, or may no longer, move every token of `account`.",
    "TransferBatch(address,address,address,uint256[],uint256[])": "`operator` moved amounts of several ids.",
    "TransferSingle(address,address,address,uint256,uint256)": (
        "`operator` moved `value` of an id. From the zero address it is new, to the zero address it is gone."
    ),
    "URI(string,uint256)": "The metadata of an id lies elsewhere now.",
    # --- EIP-6093: errors of ERC-1155 ---
    "ERC1155InsufficientBalance(address,uint256,uint256,uint256)": "The sender holds too little of the id.",
    "ERC1155InvalidApprover(address)": "This account cannot name an operator.",
    "ERC1155InvalidArrayLength(uint256,uint256)": "Ids and amounts differ in number.",
    "ERC1155InvalidOperator(address)": "This account cannot be an operator.",
    "ERC1155InvalidReceiver(address)": "This account cannot receive the token.",
    "ERC1155InvalidSender(address)": "This account cannot send the token.",
    "ERC1155MissingApprovalForAll(address,address)": "The operator may not move the owner's tokens.",
    # --- ERC-20 ---
    "allowance(address,address)": "What `spender` may still take of `owner`'s tokens, in the smallest unit.",
    "transfer(address,uint256)": "Moves the caller's tokens.",
    "ERC20InsufficientBalance(address,uint256,uint256)": "The account has less of the token than the transfer needs.",
    "ERC20InvalidSender(address)": "This account cannot send the token.",
    "ERC20InvalidReceiver(address)": "This account cannot receive the token.",
    "ERC20InsufficientAllowance(address,uint256,uint256)": (
        "The spender may take less of the token than the transfer needs."
    ),
    "ERC20InvalidApprover(address)": "This account cannot allow anything.",
    "ERC20InvalidSpender(address)": "Nothing can be allowed to this account.",
    # --- ERC-2612: permits ---
    "DOMAIN_SEPARATOR()": "The hash of the EIP-712 domain that permits are signed in.",
    "nonces(address)": "The number in the account's next signature: each is good once.",
    "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)": (
        "Lets `spender` take up to `value` of `owner`'s tokens, by the owner's signature. Anyone may hand it in."
    ),
    "ERC2612ExpiredSignature(uint256)": "The deadline of the permit has passed.",
    "ERC2612InvalidSigner(address,address)": "Somebody else than the owner signed the permit, or something else.",
    # --- ERC-5805, ERC-6372: votes ---
    "CLOCK_MODE()": "What the clock of votes counts, in the words of ERC-6372.",
    "clock()": "The present of votes: the number of the block.",
    "delegate(address)": "Has the caller's balance counted as votes of `delegatee`.",
    "delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)": (
        "Has the signer's balance counted as votes of `delegatee`. Anyone may hand the signature in."
    ),
    "delegates(address)": "Whose votes the account's balance counts as; the zero address for nobody's.",
    "getPastTotalSupply(uint256)": "The supply at the end of a past block.",
    "getPastVotes(address,uint256)": "The votes of an account at the end of a past block.",
    "getVotes(address)": "The votes of an account now.",
    "DelegateChanged(address,address,address)": "The balance of `delegator` counts as votes of another account now.",
    "DelegateVotesChanged(address,uint256,uint256)": "An account has more or fewer votes.",
    "ERC5805FutureLookup(uint256,uint48)": "The block has not ended, so its votes are not known yet.",
    "ERC6372InconsistentClock()": "The clock of votes was changed.",
    "VotesExpiredSignature(uint256)": "The signature of the delegation has expired.",
    # --- errors of libraries ---
    "CheckpointUnorderedInsertion()": "A checkpoint is older than the one before.",
    "ECDSAInvalidSignature()": "The signature is none.",
    "ECDSAInvalidSignatureLength(uint256)": "A signature has 65 bytes.",
    "ECDSAInvalidSignatureS(bytes32)": "The signature has a second form, and this is the one that does not count.",
    "DeploymentFailed()": "A contract could not be created.",
    "HexLengthInsufficient()": "A number does not fit its place.",
    "ETHTransferFailed()": "The receiver refused the native coin.",
    "InvalidAccountNonce(address,uint256)": "The signature does not carry the account's next nonce.",
    "InvalidShortString()": "A short text is longer than it can be.",
    "ReentrancyGuardReentrantCall()": "The contract was called again while it was still busy.",
    "SafeCastOverflowedUintDowncast(uint8,uint256)": "A number is too great for where it is kept.",
    "StringTooLong(string)": "A text is too long for where it is kept.",
    "TransferFailed()": "The ERC-20 refused to pay out.",
    "TransferFromFailed()": "The ERC-20 refused to take the payer's tokens.",
}

SHARED: Mapping[str, str] = {
    "name()": "The token's name, for people.",
    "symbol()": "The token's symbol, for people.",
    "decimals()": "How many digits after the point a whole token has.",
    "totalSupply()": "How much of the token there is, in its smallest unit.",
    "approve(address,uint256)": "Lets an account move an amount of the caller's (ERC-20) or one token (ERC-721).",
    "balanceOf(address)": "How much (ERC-20) or how many tokens (ERC-721) an account holds.",
    "transferFrom(address,address,uint256)": "Moves an amount (ERC-20) or a token (ERC-721) of another account.",
    "Approval(address,address,uint256)": "An account may move an amount (ERC-20) or a token (ERC-721) of `owner`.",
    "Transfer(address,address,uint256)": (
        "An amount (ERC-20) or a token (ERC-721) moved. From the zero address it is new, to it it is gone."
    ),
}
"""What two standards declare by one signature, for contracts that do not say themselves what they mean by it."""
