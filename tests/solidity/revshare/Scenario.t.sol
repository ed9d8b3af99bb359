// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {RevShareTest} from "./RevShareTest.sol";

/// @title A long life: a thousand snapshots, two hundred holders, five assets
contract ScenarioTest is RevShareTest {
    uint256 private constant SNAPSHOTS = 1_000;
    uint256 private constant HOLDERS = 200;
    uint256 private constant ASSETS = 5;
    uint256 private constant MOST_GAS = 300_000;

    address[] private _assets;
    uint256[5] private _earned;

    function setUp() public override {
        super.setUp();
        _assets.push(NATIVE);
        _assets.push(address(usd));
        for (uint256 i = 2; i < ASSETS; ++i) {
            _assets.push(address(new TestToken("Dollar", "D", 18)));
            _accept(_assets[i]);
        }
        for (uint256 i = 1; i < HOLDERS; ++i) {
            _give(alice, _holder(i), SUPPLY / HOLDERS - i);
        }
    }

    /// Everything is claimed; what remains is less than a unit for each holder, snapshot and asset; no call is dear.
    function test_GivenALongLife_EverythingIsClaimedCheaply() public {
        for (uint256 n = 1; n <= SNAPSHOTS; ++n) {
            _earn(n);
            if (n % 3 == 0) {
                _call(_holder(n % HOLDERS), abi.encodeCall(token.transfer, (_holder(n * 7 % HOLDERS), 1e18 + n)));
            }
            // The first revenue of an asset writes its pools for the first time: in calls of their own.
            for (uint256 a = 1; a < ASSETS && n == 1; ++a) {
                _call(stranger, abi.encodeCall(token.sync, (_assets[a])));
            }
            _later();
            _call(stranger, abi.encodeCall(token.snapshot, ()));
            _nextBlock();
            // With nothing that waits for a snapshot, a burn keeps no slices.
            if (n % 50 == 0) _call(_holder(n * 11 % HOLDERS), abi.encodeCall(token.burn, (1e18 + n)));
            if (n % 100 == 0) _call(_holder(n / 100), abi.encodeCall(token.claimAll, (_list(NATIVE, address(usd)))));
        }
        for (uint256 i; i < HOLDERS; ++i) {
            for (uint256 a; a < ASSETS; ++a) {
                _call(_holder(i), abi.encodeCall(token.claimAll, (_list(_assets[a]))));
            }
        }
        for (uint256 i; i < HOLDERS; ++i) {
            _call(_holder(i), abi.encodeCall(token.burn, (token.balanceOf(_holder(i)))));
        }
        for (uint256 a; a < ASSETS; ++a) {
            uint256 left = a == 0 ? address(token).balance : TestToken(_assets[a]).balanceOf(address(token));
            vm.assertLe(left, HOLDERS * SNAPSHOTS);
            vm.assertLe(left, _earned[a] / 1e9);
        }
    }

    function _earn(uint256 n) private {
        for (uint256 a; a < ASSETS; ++a) {
            uint256 amount = 1e18 + n * 1e9 + a;
            _earned[a] += amount;
            if (a == 0) _pay(amount);
            else TestToken(_assets[a]).mint(address(token), amount);
        }
    }

    /// @dev The call, which must succeed with at most the gas, everything of the token cold as in a transaction of its own.
    function _call(address who, bytes memory data) private {
        vm.cool(address(token));
        for (uint256 a = 1; a < ASSETS; ++a) {
            vm.cool(_assets[a]);
        }
        vm.prank(who);
        uint256 gas = gasleft();
        (bool success,) = address(token).call(data);
        gas -= gasleft();
        vm.assertTrue(success);
        vm.assertLe(gas + 21_000, MOST_GAS);
    }

    function _holder(uint256 place) private view returns (address who) {
        return place == 0 ? alice : address(uint160(0x100000 + place));
    }
}
