// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A verifier that answers whatever it is told to, or does not answer, for tests
contract StrangeVerifier {
    /// @notice How it answers.
    enum Mode {
        Word,
        Revert,
        Burn,
        Write,
        Invalid
    }

    Mode private _mode;
    bytes32 private _word;
    uint256 private _length;

    /// @notice Makes it answer, or revert with, `length` bytes that begin with `word`.
    function set(Mode mode, bytes32 word, uint256 length) external {
        (_mode, _word, _length) = (mode, word, length);
    }

    fallback() external {
        (Mode mode, bytes32 word, uint256 length) = (_mode, _word, _length);
        if (mode == Mode.Write) _length = 1;
        while (mode == Mode.Burn) length = uint256(keccak256(abi.encode(length)));
        assembly ("memory-safe") {
            if eq(mode, 4) { invalid() }
            mstore(0, word)
            if eq(mode, 1) { revert(0, length) }
            return(0, length)
        }
    }
}
