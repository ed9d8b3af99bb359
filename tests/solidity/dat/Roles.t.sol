// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {DatTest} from "../DatTest.sol";

/// @title Roles of a class: its controller, the one to come, and its minters
contract RolesTest is DatTest {
    /// Section 4: control moves in two steps; until the second one nothing has changed.
    function test_WhenTheNomineeAccepts_ControlMoves() public {
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ControllerNominated(class, controller, alice);
        vm.prank(controller);
        dat.transferController(class, alice);
        vm.assertEq(dat.controllerOf(class), controller);
        vm.assertEq(dat.pendingControllerOf(class), alice);
        vm.assertEq(_mint(bob, 1), (class << 128) + 1);

        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ControllerTransferred(class, controller, alice);
        vm.prank(alice);
        dat.acceptController(class);

        vm.assertEq(dat.controllerOf(class), alice);
        vm.assertEq(dat.pendingControllerOf(class), address(0));
        _assertReverts(
            controller,
            abi.encodeCall(dat.freezeClass, (class)),
            abi.encodeWithSelector(IDataAnchoringToken.NotController.selector, class, controller, alice)
        );
        _assertReverts(alice, abi.encodeCall(dat.acceptController, (class)), _notPending(alice, address(0)));
    }

    /// Only the nominee accepts.
    function testFuzz_WhenAnyoneElseAccepts_ItReverts(address other) public {
        vm.assume(other != alice);
        vm.prank(controller);
        dat.transferController(class, alice);

        _assertReverts(other, abi.encodeCall(dat.acceptController, (class)), _notPending(other, alice));
    }

    /// A nomination of the zero address withdraws the one before.
    function test_WhenTheNominationIsWithdrawn_TheNomineeCannotAccept() public {
        vm.prank(controller);
        dat.transferController(class, alice);

        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ControllerNominated(class, controller, address(0));
        vm.prank(controller);
        dat.transferController(class, address(0));

        _assertReverts(alice, abi.encodeCall(dat.acceptController, (class)), _notPending(alice, address(0)));
    }

    /// Once renounced, a class has no controller for good, not even the one that was nominated; minters stay.
    function test_WhenControlIsRenounced_NobodyControlsTheClass() public {
        vm.prank(controller);
        dat.transferController(class, alice);
        vm.prank(controller);
        dat.setMinter(class, bob, true);

        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ControllerTransferred(class, controller, address(0));
        vm.prank(controller);
        dat.renounceController(class);

        vm.assertEq(dat.controllerOf(class), address(0));
        _assertReverts(alice, abi.encodeCall(dat.acceptController, (class)), _notPending(alice, address(0)));
        _assertReverts(
            controller,
            abi.encodeCall(dat.freezeClass, (class)),
            abi.encodeWithSelector(IDataAnchoringToken.NotController.selector, class, controller, address(0))
        );
        _assertReverts(controller, _mintCall(), _notMinter(controller));
        vm.prank(bob);
        vm.assertEq(dat.mint(class, bob, 0, 1, 0), (class << 128) + 1);
    }

    /// T14: only the controller, and minters while they are named, mint.
    function testFuzz_GivenMinters_OnlyTheyAndTheControllerMint(address minter, address other) public {
        vm.assume(minter != controller && other != controller && other != minter);
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.MinterSet(class, minter, true);
        vm.prank(controller);
        dat.setMinter(class, minter, true);

        vm.assertTrue(dat.isMinter(class, minter));
        vm.assertFalse(dat.isMinter(class, other));
        vm.prank(minter);
        dat.mint(class, alice, 0, 1, 0);
        _assertReverts(other, _mintCall(), _notMinter(other));

        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.MinterSet(class, minter, false);
        vm.prank(controller);
        dat.setMinter(class, minter, false);

        vm.assertFalse(dat.isMinter(class, minter));
        _assertReverts(minter, _mintCall(), _notMinter(minter));
    }

    /// A minter of one class is none of another, and a minter names no minters.
    function test_GivenAMinter_ItHasNoOtherRight() public {
        vm.prank(controller);
        dat.setMinter(class, bob, true);
        uint256 other = _createClass();

        _assertReverts(
            bob,
            abi.encodeCall(dat.mint, (other, bob, 0, 1, 0)),
            abi.encodeWithSelector(IDataAnchoringToken.NotMinter.selector, other, bob)
        );
        _assertReverts(
            bob,
            abi.encodeCall(dat.setMinter, (class, carol, true)),
            abi.encodeWithSelector(IDataAnchoringToken.NotController.selector, class, bob, controller)
        );
    }

    function _mintCall() private view returns (bytes memory call) {
        return abi.encodeCall(dat.mint, (class, alice, 0, 1, 0));
    }

    function _notMinter(address caller) private view returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.NotMinter.selector, class, caller);
    }

    function _notPending(address caller, address nominee) private view returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.NotPendingController.selector, class, caller, nominee);
    }
}
