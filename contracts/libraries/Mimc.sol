// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A hash that is cheap inside a circuit, and bearable here
/// @dev The block cipher MiMC with the power 5 over the scalar field of BN254, with 110 rounds (5^110 exceeds the field, as its
/// authors ask), in the mode of Miyaguchi and Preneel: next = E_state(block) + state + block. The power is a permutation, as 5
/// does not divide the field's order less one. The number of blocks is no part of the hash: whoever compares two knows it.
library Mimc {
    /// @notice The scalar field of BN254.
    uint256 internal constant FIELD = 21888242871839275222246405745257275088548364400416034343698204186575808495617;
    uint256 private constant ROUNDS = 110;
    bytes32 private constant SEED = keccak256("lazai.mimc.5.110");

    /// @notice What is added in each round, one word each: a chain of hashes from a published word, so nobody chose it.
    /// @dev Three bits less than a word are less than the field. The chain costs twice what a block costs, so who hashes often
    /// keeps it.
    function constants() internal pure returns (bytes memory table) {
        table = new bytes(32 * ROUNDS);
        bytes32 link = SEED;
        for (uint256 i = 0; i < ROUNDS; i++) {
            uint256 constant_ = uint256(link) >> 3;
            assembly ("memory-safe") {
                mstore(add(add(table, 0x20), mul(i, 0x20)), constant_)
            }
            link = keccak256(abi.encode(link));
        }
    }

    /// @notice The hash of some blocks. They and the state that it begins with are less than the field.
    /// @param data Holds the constants, from byte `from` on.
    function digest(uint256 state, uint256[] memory blocks, bytes memory data, uint256 from)
        internal
        pure
        returns (uint256 last)
    {
        uint256 table;
        assembly ("memory-safe") {
            table := add(add(data, 0x20), from)
        }
        last = state;
        for (uint256 i = 0; i < blocks.length; i++) {
            last = _compress(last, blocks[i], table);
        }
    }

    /// @dev Five rounds a turn. Three numbers less than the field add up to less than a word, so sums are reduced by the product
    /// that follows.
    function _compress(uint256 state, uint256 part, uint256 table) private pure returns (uint256 next) {
        assembly ("memory-safe") {
            function raised(sum) -> fifth {
                let square := mulmod(sum, sum, FIELD)
                fifth := mulmod(mulmod(square, square, FIELD), sum, FIELD)
            }
            let x := part
            for { let end := add(table, mul(ROUNDS, 0x20)) } lt(table, end) { table := add(table, 0xa0) } {
                x := raised(add(add(x, state), mload(table)))
                x := raised(add(add(x, state), mload(add(table, 0x20))))
                x := raised(add(add(x, state), mload(add(table, 0x40))))
                x := raised(add(add(x, state), mload(add(table, 0x60))))
                x := raised(add(add(x, state), mload(add(table, 0x80))))
            }
            // The cipher adds its key once more at the end; the mode adds it again, and the block.
            next := addmod(add(add(x, state), state), part, FIELD)
        }
    }
}
