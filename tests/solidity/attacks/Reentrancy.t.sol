// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Reentrant} from "../../../contracts/mocks/Reentrant.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReentrantToken} from "../../../contracts/mocks/ReentrantToken.sol";
import {DatTest} from "../DatTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Attack: calls back in the middle of a call
contract ReentrancyTest is DatTest {
    ReentrantToken private _token;
    ReentrantReceiver private _receiver;
    uint256 private _hers;
    uint256 private _its;

    function setUp() public override {
        super.setUp();
        _token = new ReentrantToken();
        _receiver = new ReentrantReceiver();
        _hers = _mint(alice, 1);
        _its = _mint(address(_receiver), 1);
        _token.mint(payer, 1e30);
        _token.mint(address(_token), 1e30);
        vm.prank(payer);
        _token.approve(address(dat), type(uint256).max);
        vm.prank(address(_token));
        _token.approve(address(dat), type(uint256).max);
    }

    // --- an ERC-20 ---

    /// T11: an ERC-20 that calls back during a settlement reaches no settlement and no claim.
    function test_WhenAnAssetCallsBackInASettlement_MoneyDoesNotMove() public {
        _settleToken(1_000);
        bytes[] memory calls = _moneyCalls(address(_token));
        for (uint256 i; i < calls.length; ++i) {
            _token.arm(address(dat), calls[i]);
            _settleToken(1_000);
            _assertLockedOut(_token, 2 * i + 1);
            _settleToken(1_000);
        }
        _token.arm(address(0), "");

        vm.assertEq(_claim(_hers, address(_token)), 500 * (2 * calls.length + 1));
        vm.assertEq(dat.pendingRevenue(_its, address(_token)), 500 * (2 * calls.length + 1));
    }

    /// T11: an ERC-20 that calls back during a claim is paid once.
    function test_WhenAnAssetCallsBackInAClaim_ItIsPaidOnce() public {
        bytes[] memory calls = _moneyCalls(address(_token));
        for (uint256 i; i < calls.length; ++i) {
            _token.arm(address(0), "");
            _settleToken(1_000);
            _token.arm(address(dat), calls[i]);
            vm.assertEq(_claim(_hers, address(_token)), 500);
            _assertLockedOut(_token, i + 1);
        }

        vm.assertEq(_token.balanceOf(alice), 500 * calls.length);
        vm.assertEq(_token.balanceOf(address(dat)), 500 * calls.length);
    }

    /// During a claim the books are done: who looks in the middle sees nothing pending and gets nothing by moving on.
    function test_WhenAnAssetLooksDuringAClaim_TheBooksAreDone() public {
        _settleToken(1_000);
        _token.arm(address(dat), abi.encodeCall(dat.pendingRevenue, (_hers, address(_token))));

        vm.assertEq(_claim(_hers, address(_token)), 500);

        vm.assertTrue(_token.succeeded());
        vm.assertEq(abi.decode(_token.answer(), (uint256)), 0);
    }

    /// A share that joins in the middle of a settlement, before the money counts, has its part of it and nothing more.
    function test_WhenAShareJoinsInASettlement_ItAddsUp() public {
        vm.prank(controller);
        dat.setMinter(class, address(_token), true);
        _token.arm(address(dat), abi.encodeCall(dat.mint, (class, bob, 0, 2, 0)));

        _settleToken(1_000);

        vm.assertTrue(_token.succeeded());
        uint256 joined = abi.decode(_token.answer(), (uint256));
        vm.assertEq(dat.pendingRevenue(joined, address(_token)), 500);
        vm.assertEq(dat.pendingRevenue(_hers, address(_token)), 250);
        vm.assertEq(dat.pendingRevenue(_its, address(_token)), 250);
    }

    /// An ERC-20 that settles by another way in the middle of its own transfer is credited what arrived, not twice.
    function test_WhenAnAssetSendsMoreOnTheWay_WhatArrivedCounts() public {
        _token.arm(address(_token), abi.encodeCall(_token.mint, (address(dat), 24)));

        _settleToken(1_000);

        vm.assertEq(_token.balanceOf(address(dat)), 1_024);
        vm.assertEq(dat.pendingRevenue(_hers, address(_token)), 512);
    }

    // --- a receiver of coins ---

    /// A holder that calls back when it is paid by a claim is paid once.
    function test_WhenAHolderCallsBackInAClaim_ItIsPaidOnce() public {
        _assertPaidOnce(abi.encodeCall(dat.claim, (_its, NATIVE, payable(address(_receiver)))));
    }

    /// A holder that calls back when it is paid among many is paid once.
    function test_WhenAHolderCallsBackInClaimMany_ItIsPaidOnce() public {
        _assertPaidOnce(abi.encodeCall(dat.claimMany, (_list(_its, _hers, _its), NATIVE)));
        vm.assertEq(alice.balance, 2_500);
    }

    /// A seller that calls back when it is paid has sold already: it cannot sell or claim again.
    function test_WhenASellerCallsBackInClaimAndTransfer_ItHasSold() public {
        bytes memory sale = abi.encodeCall(dat.claimAndTransfer, (_its, _list(NATIVE), bob));
        bytes memory move = abi.encodeCall(dat.transferToken, (_its, address(_receiver)));
        _settleNative(1_000);
        _receiver.arm(address(dat), move);

        _receiver.execute(address(dat), 0, sale);

        vm.assertEq(_receiver.calls(), 1);
        vm.assertFalse(_receiver.succeeded());
        vm.assertEq(
            _receiver.answer(), abi.encodeWithSignature("NotOwnerOrOperator(uint256,address)", _its, address(_receiver))
        );
        vm.assertEq(dat.ownerOf(_its), bob);
        vm.assertEq(address(_receiver).balance, 500);
    }

    /// A seller that calls back into the money functions while it sells is locked out.
    function test_WhenASellerCallsBackForMoney_ItIsLockedOut() public {
        bytes[] memory calls = _moneyCalls(NATIVE);
        for (uint256 i; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            _settleNative(1_000);
            _receiver.arm(address(dat), calls[i]);
            _receiver.execute(address(dat), 0, abi.encodeCall(dat.claimAndTransfer, (_its, _list(NATIVE), bob)));
            _assertLockedOut(_receiver, 1);
            vm.assertEq(address(_receiver).balance, 500);
            vm.assertEq(address(dat).balance, 500);
            vm.revertToState(state);
        }
    }

    // --- an ERC-1155 receiver ---

    /// A receiver that passes a token on from within its mint passes on a whole token, and everything adds up.
    function test_WhenAReceiverMovesOnInItsMint_TheTokenIsWhole() public {
        uint256 next = (class << 128) + 3;
        _receiver.arm(address(dat), abi.encodeCall(dat.transferToken, (next, bob)));

        vm.assertEq(_mint(address(_receiver), 9, 2, 0), next);

        vm.assertTrue(_receiver.succeeded());
        vm.assertEq(dat.ownerOf(next), bob);
        vm.assertEq(dat.valueOf(next), 9);
        _settleNative(1_000);
        vm.assertEq(dat.pendingRevenue(next, NATIVE), 500);
    }

    /// A minter that mints again from within its own mint or batch makes different tokens, each with its own share.
    function test_WhenAReceiverMintsInItsMint_NoTokenIsOverwritten() public {
        vm.prank(controller);
        dat.setMinter(class, address(_receiver), true);
        _receiver.arm(address(dat), abi.encodeCall(dat.mint, (class, bob, 0, 1, 0)));
        uint64[] memory never = new uint64[](1);

        uint256 first = _mint(address(_receiver), 1);
        vm.prank(controller);
        uint256[] memory batch =
            dat.mintBatch(class, _list(address(_receiver)), _list(uint256(0)), _list(uint256(1)), never);

        vm.assertEq(first, (class << 128) + 3);
        vm.assertEq(batch[0], (class << 128) + 5);
        vm.assertEq(dat.ownerOf((class << 128) + 4), bob);
        vm.assertEq(dat.ownerOf((class << 128) + 6), bob);
        vm.assertEq(dat.tokenCountOf(class), 6);
        vm.assertEq(dat.totalShareOf(class), 6);
    }

    /// A receiver of any move owns the token when it is asked: it sends it on, or back, and nothing is left behind.
    function test_WhenAReceiverMovesOnInAMove_TheTokenIsSomewhereOnce() public {
        bytes[3] memory moves = [
            abi.encodeCall(dat.transferToken, (_hers, address(_receiver))),
            abi.encodeCall(dat.safeTransferFrom, (alice, address(_receiver), _hers, 1, "")),
            abi.encodeCall(dat.claimAndTransfer, (_hers, _list(NATIVE), address(_receiver)))
        ];
        _receiver.arm(address(dat), abi.encodeCall(dat.transferToken, (_hers, alice)));
        for (uint256 i; i < moves.length; ++i) {
            _settleNative(1_000);
            vm.prank(alice);
            (bool success,) = address(dat).call(moves[i]);
            vm.assertTrue(success);
            vm.assertEq(_receiver.calls(), i + 1);
            vm.assertTrue(_receiver.succeeded());
            vm.assertEq(dat.ownerOf(_hers), alice);
            vm.assertEq(dat.balanceOf(address(_receiver), _hers), 0);
        }
        vm.assertEq(alice.balance, 1_500);
    }

    /// A receiver may claim from within a move, for the token is its own then: each coin is paid once.
    function test_WhenAReceiverClaimsInAMove_ItGetsWhatCameAlong() public {
        _settleNative(1_000);
        _receiver.arm(address(dat), abi.encodeCall(dat.claim, (_hers, NATIVE, payable(address(_receiver)))));

        vm.prank(alice);
        dat.safeTransferFrom(alice, address(_receiver), _hers, 1, "");

        vm.assertEq(address(_receiver).balance, 500);
        vm.assertEq(alice.balance, 0);
        vm.assertEq(dat.pendingRevenue(_hers, NATIVE), 0);
        vm.assertEq(address(dat).balance, 500);
    }

    function _settleToken(uint256 amount) private {
        vm.prank(payer);
        dat.settleRevenueERC20(class, address(_token), amount);
    }

    /// @dev Every call that moves money.
    function _moneyCalls(address asset) private view returns (bytes[] memory calls) {
        calls = new bytes[](5);
        calls[0] = abi.encodeCall(dat.claim, (_hers, asset, payable(alice)));
        calls[1] = abi.encodeCall(dat.claimMany, (_list(_hers, _its), asset));
        calls[2] = abi.encodeCall(dat.claimAndTransfer, (_its, _list(asset), alice));
        calls[3] = abi.encodeCall(dat.settleRevenueERC20, (class, address(_token), 1));
        calls[4] = abi.encodeCall(dat.settleRevenueETH, (class));
    }

    /// @dev A holder of half the revenue makes `call` whenever it is paid, for each call that moves money.
    function _assertPaidOnce(bytes memory call) private {
        bytes[] memory calls = _moneyCalls(NATIVE);
        for (uint256 i; i < calls.length; ++i) {
            _settleNative(1_000);
            _receiver.arm(address(dat), calls[i]);
            _receiver.execute(address(dat), 0, call);
            _assertLockedOut(_receiver, i + 1);
            vm.assertEq(address(_receiver).balance, 500 * (i + 1));
        }
        vm.assertEq(dat.pendingRevenue(_its, NATIVE), 0);
    }

    function _assertLockedOut(Reentrant attacker, uint256 calls) private view {
        vm.assertEq(attacker.calls(), calls);
        vm.assertFalse(attacker.succeeded());
        vm.assertEq(
            attacker.answer(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }
}
