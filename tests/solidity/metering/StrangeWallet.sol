// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";

/// @dev A contract wallet that says yes or no to every signature, in the right way or in a wrong one, at any price in gas.
contract StrangeWallet is IERC1271, ERC1155Holder {
    enum Answer {
        Yes,
        No,
        Revert,
        RevertWithYes,
        Nothing,
        TooShort,
        OtherBits,
        BurnGas,
        RevertBomb,
        YesInABomb
    }

    uint256 private constant BOMB = 100_000;

    Answer private _answer;
    uint256 private _price;

    /// @param price The gas to spend before it answers.
    function set(Answer answer, uint256 price) external {
        (_answer, _price) = (answer, price);
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4 magicValue) {
        uint256 start = gasleft();
        Answer answer = _answer;
        uint256 price = answer == Answer.BurnGas ? type(uint256).max : _price;
        while (start - gasleft() < price) {}

        if (answer == Answer.Yes) return IERC1271.isValidSignature.selector;
        if (answer == Answer.Revert) revert();
        if (answer == Answer.RevertWithYes) _end(0, 32, true);
        if (answer == Answer.Nothing) _end(1, 0, false);
        if (answer == Answer.TooShort) _end(0, 4, false);
        if (answer == Answer.OtherBits) _end(1, 32, false);
        if (answer == Answer.RevertBomb) _end(0, BOMB, true);
        if (answer == Answer.YesInABomb) _end(0, BOMB, false);
        return 0xffffffff;
    }

    /// @dev Answers with the word for yes, with these bits set besides, in so many bytes.
    function _end(uint256 bits, uint256 length, bool fails) private pure {
        bytes32 word = bytes32(IERC1271.isValidSignature.selector) | bytes32(bits);
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, word)
            if fails { revert(m, length) }
            return(m, length)
        }
    }
}
