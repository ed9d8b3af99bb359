// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "solady/utils/ECDSA.sol";

/// @title Whose signature it is: an account's by its key, a contract wallet's by ERC-1271
library Signatures {
    /// @notice What a wallet may spend on its answer, so that a bad one cannot spend the gas of a whole batch.
    /// @dev When less was left for it and it failed for that, what the caller keeps (a 63rd of this at most, 1,587) does not
    /// pay for the event of a refusal (2,387): a caller that reports refusals then reverts, and says nothing wrong.
    uint256 internal constant WALLET_GAS = 100_000;

    /// @notice Whether the signer signed.
    /// @dev The key is asked first: an account that takes on code (EIP-7702) does not take back what it has signed.
    function isSignedBy(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool valid) {
        if (signer == address(0)) return false;
        if (ECDSA.tryRecoverCalldata(digest, signature) == signer) return true;
        return signer.code.length != 0 && _isSignedByWallet(signer, digest, signature);
    }

    /// @dev The answer is read as one word, because a wallet can answer with as much as it likes.
    function _isSignedByWallet(address wallet, bytes32 digest, bytes calldata signature)
        private
        view
        returns (bool valid)
    {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bytes32 yes = IERC1271.isValidSignature.selector;
        assembly ("memory-safe") {
            let answered := staticcall(WALLET_GAS, wallet, add(question, 0x20), mload(question), 0, 0x20)
            valid := and(and(answered, gt(returndatasize(), 0x1f)), eq(mload(0), yes))
        }
    }
}
