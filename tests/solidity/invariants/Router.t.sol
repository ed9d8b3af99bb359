// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {IDat} from "../IDat.sol";
import {Test} from "../Test.sol";
import {RouterHandler} from "./RouterHandler.sol";

/// @title What always holds of the router, whatever anybody does
contract RouterInvariants is Test {
    RouterHandler private _handler;
    IRevenueRouter private _router;
    IDat private _dat;
    uint256 private _classes;

    function setUp() public {
        _handler = new RouterHandler();
        (_router, _dat, _classes) = (_handler.ROUTER(), _handler.DAT(), _handler.CLASSES());
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// The router holds exactly what its books say, in whoever's name.
    function invariant_TheRouterHoldsWhatItsBooksSay() external view {
        for (uint256 a; a < 2; ++a) {
            address asset = _handler.assets(a);
            uint256 books;
            for (uint256 classId = 1; classId <= _classes; ++classId) {
                books += _router.receivedOf(classId, asset) + _router.heldOf(classId, asset)
                + _router.carriedOf(classId, asset);
            }
            for (uint256 i; i < 4; ++i) {
                books += _router.owedTo(_handler.person(i), asset);
            }
            vm.assertEq(_balance(asset, address(_router)), books);
        }
    }

    /// What was paid is what the holders were settled, the accounts were paid, and the router holds.
    function invariant_NoMoneyIsMadeOrLost() external view {
        for (uint256 a; a < 2; ++a) {
            address asset = _handler.assets(a);
            uint256 gone = _balance(asset, address(_dat)) + _handler.claimed(asset);
            vm.assertEq(_balance(asset, address(_router)) + gone, _handler.paid(asset));
        }
    }

    /// No class descends from itself: every parent has a lower rank.
    function invariant_NoClassDescendsFromItself() external view {
        for (uint256 classId = 1; classId <= _classes; ++classId) {
            (uint256 rank,) = _router.rankOf(classId);
            uint256[] memory parents = _router.parentsOf(classId);
            for (uint256 i; i < parents.length; ++i) {
                (uint256 above, bool hasChildren) = _router.rankOf(parents[i]);
                vm.assertLt(above, rank);
                vm.assertTrue(hasChildren);
            }
            vm.assertFalse(_descends(classId, classId, 0));
        }
    }

    /// Every version of the terms names every parent of the one before, with at least what was accepted, and adds up.
    function invariant_NoParentIsWrittenOut() external view {
        for (uint256 classId = 1; classId <= _classes; ++classId) {
            (uint256 pending,) = _router.pendingTermsOf(classId);
            uint256 latest = pending != 0 ? pending : _router.versionOf(classId);
            ILineage.Terms memory before = _router.termsOf(classId, 0);
            for (uint256 version = 1; version <= latest; ++version) {
                ILineage.Terms memory terms = _router.termsOf(classId, version);
                _assertFollows(classId, before, terms);
                before = terms;
            }
        }
    }

    function _assertFollows(uint256 classId, ILineage.Terms memory before, ILineage.Terms memory terms) private view {
        uint256 sum = uint256(terms.service.bps) + terms.holdersBps;
        vm.assertLe(before.parents.length, terms.parents.length);
        for (uint256 i; i < terms.parents.length; ++i) {
            if (i < before.parents.length) vm.assertEq(terms.parents[i].classId, before.parents[i].classId);
            (uint256 leastBps,) = _router.derivedFrom(classId, terms.parents[i].classId);
            vm.assertGe(terms.parents[i].bps, leastBps);
            sum += terms.parents[i].bps;
        }
        vm.assertEq(sum, 10_000);
    }

    /// @dev The long way: by following every path up.
    function _descends(uint256 classId, uint256 from, uint256 depth) private view returns (bool found) {
        if (depth > _classes) return true;
        uint256[] memory parents = _router.parentsOf(classId);
        for (uint256 i; i < parents.length; ++i) {
            if (parents[i] == from || _descends(parents[i], from, depth + 1)) return true;
        }
    }

    function _balance(address asset, address account) private view returns (uint256 balance) {
        return asset == address(0) ? account.balance : TestToken(asset).balanceOf(account);
    }
}
