// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken} from "../../../contracts/interfaces/IRevShareToken.sol";
import {Test} from "../Test.sol";
import {RevShareHandler} from "./RevShareHandler.sol";

/// @title What is true of a RevShareToken after anything that anybody does, at any time
contract RevShareInvariants is Test {
    RevShareHandler private _handler;
    IRevShareToken private _token;

    function setUp() public {
        _handler = new RevShareHandler(_artifact());
        _token = _handler.TOKEN();
    }

    function _artifact() internal pure virtual returns (string memory artifact) {
        return "RevShareToken.sol:RevShareToken";
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// The contract holds of every asset all that is claimable and all that is redeemable.
    function invariant_EveryAssetOfTheTokenIsSolvent() external {
        _handler.enter();
        for (uint256 a; a < _handler.ASSETS(); ++a) {
            uint256 owed = _token.redeemableERC20OnBurn(_token.totalSupply(), _handler.asset(a));
            for (uint256 p; p < _handler.PEOPLE(); ++p) {
                owed += _token.claimableTotal(_handler.person(p), _handler.asset(a)) + _handler.kept(p, a);
            }
            uint256 held = _handler.holds(a, address(_token));
            vm.assertLe(owed, held);
            // What remains is less than a unit for each holder and snapshot.
            vm.assertLe(held, owed + _handler.PEOPLE() * (_handler.count() + 1) + 1);
        }
    }

    /// What an account can claim for a snapshot is exactly its part, rounded down once, and its slice, until it is claimed.
    function invariant_EachSnapshotPaysItsExactAmount() external {
        _handler.enter();
        for (uint256 id = 1; id <= _handler.count(); ++id) {
            for (uint256 p; p < _handler.PEOPLE(); ++p) {
                address who = _handler.person(p);
                vm.assertEq(_token.claimableRevenue(who, id), _handler.claimable(p, id, 0));
                vm.assertEq(_token.claimableERC20(who, id, _handler.asset(1)), _handler.claimable(p, id, 1));
            }
        }
    }

    /// However claims of one, of many and of all are mixed, nothing is paid twice, and nothing less than exactly.
    function invariant_NoSnapshotIsPaidTwice() external view {
        for (uint256 p; p < _handler.PEOPLE(); ++p) {
            for (uint256 a; a < _handler.ASSETS(); ++a) {
                (uint256 paid, uint256 due) = (_handler.paid(p, a), _handler.due(p, a));
                vm.assertLe(due, paid);
                vm.assertLe(paid, due + _handler.count());
            }
        }
    }

    /// The supply is the sum of the balances, and each balance is what was moved and burnt.
    function invariant_TheSupplyOfTheTokenIsTheSumOfBalances() external view {
        uint256 sum;
        for (uint256 p; p < _handler.PEOPLE(); ++p) {
            uint256 balance = _token.balanceOf(_handler.person(p));
            vm.assertEq(balance, _handler.balances(p));
            sum += balance;
        }
        vm.assertEq(_token.totalSupply(), sum);
    }
}
