// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {DatTest} from "../DatTest.sol";
import {Vm} from "../Test.sol";

/// @dev A router, classes that derive from each other, and who earns by them.
abstract contract RouterTest is DatTest {
    uint8 internal constant TRAIN = 1;
    uint8 internal constant FINE_TUNE = 2;
    uint8 internal constant ALL = 15;

    IRevenueRouter internal router;
    address internal service = makeAddr("service");
    address internal revShare = makeAddr("revShare");
    address internal treasury = makeAddr("treasury");

    function setUp() public virtual override {
        super.setUp();
        router = IRevenueRouter(vm.deployCode("RevenueRouter.sol:RevenueRouter", abi.encode(dat)));
        vm.prank(payer);
        usd.approve(address(router), type(uint256).max);
    }

    // --- terms ---

    /// @dev Everything to the holders, but what a service gets.
    function _terms(uint16 serviceBps) internal view returns (ILineage.Terms memory terms) {
        if (serviceBps != 0) terms.service = ILineage.Payee(service, serviceBps);
        terms.holdersBps = 10_000 - serviceBps;
    }

    /// @dev Parts for everybody, what is left over to the holders.
    function _terms(uint16 serviceBps, uint16 revShareBps, uint16 treasuryBps, ILineage.Parent[] memory parents)
        internal
        view
        returns (ILineage.Terms memory terms)
    {
        if (serviceBps != 0) terms.service = ILineage.Payee(service, serviceBps);
        if (revShareBps != 0) terms.revShare = ILineage.Payee(revShare, revShareBps);
        if (treasuryBps != 0) terms.treasury = ILineage.Payee(treasury, treasuryBps);
        terms.holdersBps = 10_000 - serviceBps - revShareBps - treasuryBps;
        terms.parents = parents;
        for (uint256 i; i < parents.length; ++i) {
            terms.holdersBps -= parents[i].bps;
        }
    }

    function _setTerms(uint256 classId, ILineage.Terms memory terms) internal returns (uint256 version) {
        vm.prank(controller);
        return router.setTerms(classId, terms);
    }

    /// @dev Sets terms, and waits until they are in force.
    function _enforceTerms(uint256 classId, ILineage.Terms memory terms) internal {
        _setTerms(classId, terms);
        (, uint256 effectiveAt) = router.pendingTermsOf(classId);
        if (effectiveAt != 0) vm.warp(effectiveAt);
    }

    // --- lineage ---

    /// @dev A class from which anyone may derive.
    function _openClass() internal returns (uint256 classId) {
        classId = _createClass();
        _open(classId, 0);
    }

    function _open(uint256 classId, uint16 leastBps) internal {
        vm.prank(controller);
        router.setDerivation(classId, ILineage.Permission.Open, leastBps, ALL);
    }

    function _parent(uint256 classId, uint16 bps) internal pure returns (ILineage.Parent memory parent) {
        return ILineage.Parent(classId, bps, TRAIN);
    }

    function _parents() internal pure returns (ILineage.Parent[] memory parents) {}

    function _parents(uint256 first, uint16 firstBps) internal pure returns (ILineage.Parent[] memory parents) {
        parents = new ILineage.Parent[](1);
        parents[0] = _parent(first, firstBps);
    }

    function _parents(uint256 first, uint16 firstBps, uint256 second, uint16 secondBps)
        internal
        pure
        returns (ILineage.Parent[] memory parents)
    {
        parents = new ILineage.Parent[](2);
        (parents[0], parents[1]) = (_parent(first, firstBps), _parent(second, secondBps));
    }

    // --- money ---

    function _pay(uint256 classId, uint256 amount) internal {
        vm.prank(payer);
        router.pay{value: amount}(classId, NATIVE, amount);
    }

    function _payUsd(uint256 classId, uint256 amount) internal {
        usd.mint(payer, amount);
        vm.prank(payer);
        router.pay(classId, address(usd), amount);
    }

    /// @dev Where all is open nothing new is written, so to open once more costs no less, but for what was cold.
    function _assertOpen(uint256 classId, address asset) internal {
        uint256 gas = _gasOfOpening(classId, asset);
        vm.assertLt(gas, _gasOfOpening(classId, asset) + 5_000);
    }

    function _gasOfOpening(uint256 classId, address asset) internal returns (uint256 gas) {
        vm.cool(address(router));
        gas = gasleft();
        router.openPots(classId, asset);
        gas -= gasleft();
    }

    function _expectPaid(uint256 classId, address asset, uint256 version, uint256 amount) internal {
        vm.expectEmit(address(router));
        emit IRevenueRouter.Paid(classId, payer, asset, version, amount);
    }

    function _expectOwed(uint256 classId, address account, address asset, uint256 amount) internal {
        vm.expectEmit(address(router));
        emit IRevenueRouter.Owed(classId, account, asset, amount);
    }

    function _expectPassedUp(uint256 classId, uint256 parentId, address asset, uint256 amount) internal {
        vm.expectEmit(address(router));
        emit IRevenueRouter.PassedUp(classId, parentId, asset, amount);
    }

    function _expectFlowed(uint256 classId, address asset, uint256 version, uint256 amount) internal {
        vm.expectEmit(address(router));
        emit IRevenueRouter.Flowed(classId, asset, version, amount);
    }

    function _expectHoldersWait(uint256 classId, address asset, uint256 amount) internal {
        vm.expectEmit(address(router));
        emit IRevenueRouter.HoldersWait(classId, asset, amount);
    }

    // --- refusals ---

    /// @dev A call to the router must revert with exactly these bytes.
    function _assertRefused(address caller, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(router).call(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }

    function _assertTermsRefused(uint256 classId, ILineage.Terms memory terms, bytes memory reason) internal {
        _assertRefused(controller, abi.encodeCall(router.setTerms, (classId, terms)), reason);
    }

    function _notController(uint256 classId, address caller) internal view returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.NotController.selector, classId, caller, controller);
    }
}
