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

    /// @notice The hash of some blocks. They and the state that it begins with are less than the field.
    function digest(uint256 state, uint256[] memory blocks) internal pure returns (uint256 last) {
        uint256[ROUNDS] memory table = _constants();
        for (uint256 i = 0; i < blocks.length; i++) {
            state = _compress(state, blocks[i], table);
        }
        return state;
    }

    /// @dev What is added in each round: a chain of hashes from a published word, so nobody chose it. Three bits less than a word
    /// are less than the field.
    function _constants() private pure returns (uint256[ROUNDS] memory table) {
        bytes32 link = SEED;
        assembly ("memory-safe") {
            let end := add(table, mul(ROUNDS, 0x20))
            for { let place := table } lt(place, end) { place := add(place, 0x20) } {
                mstore(place, shr(3, link))
                mstore(0, link)
                link := keccak256(0, 0x20)
            }
        }
    }

    /// @dev Two rounds a turn. Three numbers less than the field add up to less than a word, so sums are reduced by the product
    /// that follows.
    function _compress(uint256 state, uint256 part, uint256[ROUNDS] memory table) private pure returns (uint256 next) {
        assembly ("memory-safe") {
            let x := part
            let end := add(table, mul(ROUNDS, 0x20))
            for { let place := table } lt(place, end) { place := add(place, 0x40) } {
                let sum := add(add(x, state), mload(place))
                let square := mulmod(sum, sum, FIELD)
                x := mulmod(mulmod(square, square, FIELD), sum, FIELD)
                sum := add(add(x, state), mload(add(place, 0x20)))
                square := mulmod(sum, sum, FIELD)
                x := mulmod(mulmod(square, square, FIELD), sum, FIELD)
            }
            // The cipher adds its key once more at the end; the mode adds it again, and the block.
            next := addmod(add(add(x, state), state), part, FIELD)
        }
    }
}
