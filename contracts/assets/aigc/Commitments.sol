// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {Works} from "./Works.sol";

/// @title Commitments: prompts are promised before they are shown, and who promised first cannot be overtaken
/// @dev A mint in one step shows its prompt to everybody, and so does a reveal: whoever sees a reveal coming can mint the prompt
/// in one step before it. Such a token therefore stays where it is for a while, and goes over to the reveal of any commitment
/// that is older than it. Two reveals are equal: the first wins.
abstract contract Commitments is Works {
    /// @notice How many blocks a token that was minted in one step yields to earlier commitments, and cannot move.
    uint256 public constant YIELD_BLOCKS = 64;

    /// @inheritdoc IAigcToken
    mapping(bytes32 commitment => uint256 blockNumber) public committedAt;

    /// @inheritdoc IAigcToken
    function commit(bytes32 commitment) external {
        // The first time counts: nobody can push a commitment back by repeating it.
        if (committedAt[commitment] != 0) return;
        committedAt[commitment] = block.number;

        emit PromptCommitted(commitment);
    }

    /// @inheritdoc IAigcToken
    function commitmentOf(address minter, bytes calldata prompt_, bytes32 salt)
        external
        view
        returns (bytes32 commitment)
    {
        return _commitmentOf(minter, tokenId(prompt_), salt);
    }

    /// @dev Uses a commitment of the caller up; returns its block.
    function _spend(uint256 id, bytes32 salt) internal returns (uint256 since) {
        bytes32 commitment = _commitmentOf(msg.sender, id, salt);
        since = committedAt[commitment];
        if (since == 0) revert UnknownCommitment(commitment);
        if (block.number <= since) revert RevealTooEarly(commitment, since);
        delete committedAt[commitment];

        emit PromptRevealed(commitment, id);
    }

    /// @dev Whether a token that exists yields to a commitment of that block.
    function _yieldsTo(uint256 id, uint256 since) internal view returns (bool yields) {
        uint256 openedAt = _openedAt(id);
        return since < openedAt && block.number <= openedAt + YIELD_BLOCKS;
    }

    /// @dev Holds a token that may still have to yield, so that nobody buys what they can lose.
    function _beforeTokenTransfer(address from, address, uint256 id) internal view virtual override {
        if (from == address(0)) return;
        uint256 openedAt = _openedAt(id);
        if (openedAt != 0 && block.number <= openedAt + YIELD_BLOCKS) {
            revert StillYielding(id, openedAt + YIELD_BLOCKS);
        }
    }

    function _commitmentOf(address minter, uint256 id, bytes32 salt) private view returns (bytes32 commitment) {
        return keccak256(abi.encode(block.chainid, address(this), minter, id, salt));
    }
}
