// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title What one token has been paid in each asset of its class, and from which point of the ledger on it earns
/// @dev The native coin and the first ERC-20 of a class share a slot, so a token that earns in both writes one:
///
///     pair:    ERC-20 128 | coin 128,  each  paid 96 | start 32
///
/// 2**96 units are more than there is of most assets. Where they are not, all bits of a half are set and the numbers stand in
/// full elsewhere, as those of all other assets do:
///
///     single:  paid 192 | start 64
library ClaimRecords {
    address private constant NATIVE = address(0);
    uint256 private constant HALF_BITS = 128;
    uint256 private constant HALF = type(uint128).max;
    uint256 private constant HALF_START_BITS = 32;
    uint256 private constant SINGLE_START_BITS = 64;

    struct Records {
        uint256 pair;
        mapping(address asset => uint256 record) singles;
    }

    /// @notice Reads what is recorded of an asset.
    /// @param isPaired Whether it is one of the two that share a slot.
    /// @return paid What the token has been paid, in the smallest unit; 0 before its first claim.
    /// @return start How many points of the ledger are older than the token; of no meaning before its first claim.
    function read(Records storage records, address asset, bool isPaired)
        internal
        view
        returns (uint256 paid, uint256 start)
    {
        if (isPaired) {
            uint256 half = (records.pair >> _shift(asset)) & HALF;
            if (half != HALF) return (half >> HALF_START_BITS, half & type(uint32).max);
        }
        uint256 record = records.singles[asset];
        return (record >> SINGLE_START_BITS, record & type(uint64).max);
    }

    /// @notice Records what a token has been paid.
    /// @param paid Below 2**192.
    /// @param start Below 2**64.
    function write(Records storage records, address asset, bool isPaired, uint256 paid, uint256 start) internal {
        bool fits = paid < type(uint96).max && start <= type(uint32).max;
        if (!isPaired || !fits) records.singles[asset] = (paid << SINGLE_START_BITS) | start;
        if (!isPaired) return;

        uint256 half = fits ? (paid << HALF_START_BITS) | start : HALF;
        uint256 shift = _shift(asset);
        records.pair = (records.pair & ~(HALF << shift)) | (half << shift);
    }

    function _shift(address asset) private pure returns (uint256 shift) {
        return asset == NATIVE ? 0 : HALF_BITS;
    }
}
