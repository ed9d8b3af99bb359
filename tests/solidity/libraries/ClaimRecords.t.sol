// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ClaimRecords} from "../../../contracts/libraries/ClaimRecords.sol";
import {Test} from "../Test.sol";

/// @title Claim records against plain ones, one for each asset
contract ClaimRecordsTest is Test {
    using ClaimRecords for ClaimRecords.Records;

    struct Plain {
        uint256 paid;
        uint256 start;
    }

    address private constant COIN = address(0);
    address private constant FIRST = address(1);
    address private constant OTHER = address(2);

    ClaimRecords.Records private _records;
    mapping(address asset => Plain) private _plain;

    /// Whatever is written in whatever order, of amounts that fit half a slot and of those that do not, stands as written, and
    /// nothing else changes.
    function testFuzz_GivenAnyWrites_EachAssetHasItsLast(uint256[24] calldata seeds) public {
        for (uint256 i; i < seeds.length; ++i) {
            address asset = address(uint160(seeds[i] % 3));
            uint256 paid = bound(seeds[i] >> 8, 1, uint256(1) << (8 + (seeds[i] >> 2) % 184));
            uint256 start = bound(seeds[i] >> 40, 0, uint256(1) << (seeds[i] >> 5) % 63);
            _records.write(asset, asset != OTHER, paid, start);
            _plain[asset] = Plain(paid, start);

            _check(COIN);
            _check(FIRST);
            _check(OTHER);
        }
    }

    /// The coin and the first ERC-20 share a slot.
    function test_GivenAPair_TheSlotIsOne() public {
        _records.write(COIN, true, 5, 7);
        _records.write(FIRST, true, 6, 8);

        vm.assertEq(_records.pair, (((6 << 32) | 8) << 128) | (5 << 32) | 7);
    }

    /// At the last number that fits, and one above, which would be taken for the sign of what does not.
    function test_GivenTheLargestNumbers_TheyStandInFull() public {
        uint256 most = type(uint96).max;
        _expect(most - 1, type(uint32).max);
        _expect(most, 0);
        _expect(most, type(uint32).max);
        _expect(1, uint256(type(uint32).max) + 1);
        _expect(type(uint192).max, type(uint64).max);
        _expect(3, 4);
    }

    function _expect(uint256 paid, uint256 start) private {
        _records.write(FIRST, true, paid, start);
        _plain[FIRST] = Plain(paid, start);
        _check(FIRST);
        _check(COIN);
    }

    function _check(address asset) private view {
        (uint256 paid, uint256 start) = _records.read(asset, asset != OTHER);
        vm.assertEq(paid, _plain[asset].paid);
        vm.assertEq(start, _plain[asset].start);
    }
}
