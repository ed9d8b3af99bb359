// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken} from "../../../contracts/interfaces/IRevShareToken.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {HostileToken} from "../../../contracts/mocks/HostileToken.sol";
import {ReentrantToken} from "../../../contracts/mocks/ReentrantToken.sol";
import {RevShareTest} from "../revshare/RevShareTest.sol";

/// @title Attack: revenue tokens that misbehave, and a governor that plays with the list
contract RevShareTokensTest is RevShareTest {
    HostileToken private _bad;

    function setUp() public override {
        super.setUp();
        _bad = new HostileToken();
        _accept(address(_bad));
    }

    /// A token that fails in any way blocks neither a claim nor a burn of the other assets; what failed stays owed.
    function testFuzz_GivenATokenThatFails_TheOtherAssetsArePaid(uint8 mood) public {
        _earn();
        uint256 id = _snapshot();
        _bad.turn(HostileToken.Mood(bound(mood, 1, 3)));

        _claim(alice, id);
        vm.assertEq(alice.balance, 60 ether);
        vm.assertEq(usd.balanceOf(alice), 6e8);
        vm.assertEq(token.claimableTotal(alice, address(_bad)), 60e18);
        _burn(alice, SUPPLY / 10);
        vm.assertEq(alice.balance, 64 ether);
        vm.assertEq(usd.balanceOf(alice), 64e7);
        vm.assertEq(token.claimableTotal(alice, address(_bad)), 64e18);
        _later();
        token.snapshot();

        _bad.turn(HostileToken.Mood.Honest);
        _nextBlock();
        _claimAll(alice, address(_bad));
        vm.assertEq(_bad.balanceOf(alice), 64e18);
    }

    /// A token that lies of its balance, or does not tell it, blocks nothing and nobody, not even when it is removed.
    function testFuzz_GivenATokenThatLiesOfItsBalance_TheOtherAssetsGoOn(bool silent) public {
        _earn();
        _bad.turn(silent ? HostileToken.Mood.RevertsOnBalance : HostileToken.Mood.LiesOfMuch);
        for (uint256 i; i < 3; ++i) {
            _pay(1 ether);
            _burn(alice, SUPPLY / 10);
            _snapshot();
            vm.prank(alice);
            token.claimMany(_list(i + 1));
            token.sync(address(_bad));
        }
        _remove(address(_bad));
        _snapshot();
        _burn(alice, token.balanceOf(alice));

        _claimAll(alice, NATIVE);
        _claimAll(alice, address(usd));
        vm.assertLe(address(token).balance, 5);
        vm.assertLe(usd.balanceOf(address(token)), 5);
    }

    /// A token that answers "false" has failed.
    function test_GivenATokenThatAnswersFalse_TheAmountStaysOwed() public {
        FalseToken liar = new FalseToken();
        _accept(address(liar));
        liar.mint(address(token), 100e18);
        uint256 id = _snapshot();
        liar.stop(true);
        _assertReverts(
            alice,
            abi.encodeCall(token.claim, (id)),
            abi.encodeWithSelector(IRevShareToken.ClaimFailed.selector, alice, alice)
        );
        vm.assertEq(token.claimableERC20(alice, id, address(liar)), 60e18);
        liar.stop(false);

        _claim(alice, id);
        vm.assertEq(liar.balanceOf(alice), 60e18);
    }

    /// Of a token with a fee on transfers, what arrived is revenue, and what leaves is taken off the books.
    function testFuzz_GivenAFeeOnTransfer_TheBooksHold(uint256 feeBps) public {
        FeeToken fee = new FeeToken(bound(feeBps, 1, 9_900));
        _accept(address(fee));
        fee.mint(payer, 100e18);
        vm.prank(payer);
        fee.transfer(address(token), 100e18);
        uint256 arrived = fee.balanceOf(address(token));
        uint256 id = _snapshot();

        vm.assertEq(token.claimableERC20(alice, id, address(fee)), arrived * 6 / 10);
        _claim(alice, id);
        vm.assertEq(fee.balanceOf(address(token)), arrived - arrived * 6 / 10);
    }

    /// A token whose balances shrink makes its own revenue unpayable, and only that; it is booked again when it is filled up.
    function test_GivenATokenThatShrinks_OnlyItSuffers() public {
        _earn();
        uint256 id = _snapshot();
        _bad.shrink(address(token), 50e18);

        _claim(alice, id);
        vm.assertEq(alice.balance, 60 ether);
        vm.assertEq(token.claimableTotal(alice, address(_bad)), 60e18);
        _bad.mint(address(token), 50e18);
        vm.assertEq(token.sync(address(_bad)), 0);
        _claimAll(alice, address(_bad));
        vm.assertEq(_bad.balanceOf(alice), 60e18);
    }

    /// A token that calls back during its transfer cannot enter anything that pays or books.
    function test_GivenATokenThatCallsBack_ItIsRefused() public {
        ReentrantToken caller = new ReentrantToken();
        _accept(address(caller));
        caller.mint(address(token), 100e18);
        uint256 id = _snapshot();
        bytes[5] memory calls = [
            abi.encodeCall(token.claimAllFor, (alice, _list(address(caller)))),
            abi.encodeCall(token.claimFor, (alice, id)),
            abi.encodeCall(token.snapshot, ()),
            abi.encodeCall(token.burn, (0)),
            abi.encodeCall(token.sync, (address(caller)))
        ];
        for (uint256 i; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            caller.arm(address(token), calls[i]);
            _claim(alice, id);
            vm.assertEq(caller.calls(), 1);
            vm.assertFalse(caller.succeeded());
            vm.assertEq(caller.balanceOf(alice), 60e18);
            vm.revertToState(state);
        }
    }

    /// A governor that removes and accepts a token at will takes nothing of what was split, and makes no claim dear.
    function test_WhenTheGovernorTogglesAToken_WhatWasSplitStays() public {
        _earn();
        _snapshot();
        for (uint256 i; i < 40; ++i) {
            _remove(address(_bad));
            if (i % 2 == 0) _snapshot();
            _accept(address(_bad));
            _remove(address(_bad));
            _accept(address(_bad));
            _bad.mint(address(token), 10e18);
            _snapshot();
        }
        address[] memory assets = _list(address(_bad));
        vm.cool(address(token));
        vm.prank(alice);
        uint256 gas = gasleft();
        token.claimAll(assets);
        vm.assertLe(gas - gasleft(), 120_000);
        vm.assertEq(_bad.balanceOf(alice), 60e18 + 40 * 6e18);
    }

    /// In the block of a snapshot the list stands still, since a burn may still recut what it split.
    function test_WhenTheSnapshotIsOpen_TheListStandsStill() public {
        _later();
        uint256 id = token.snapshot();

        _assertReverts(governor, abi.encodeCall(token.setRevenueToken, (address(usd), false)), _notClosed(id));
        _assertReverts(alice, abi.encodeCall(token.redeem, (1, _list(NATIVE))), _notClosed(id));
    }

    /// What waited for a snapshot when its token was removed is redeemed by naming it; naming it twice reverts.
    function test_WhenATokenIsRemoved_ItsPoolIsRedeemedByName() public {
        _earn();
        _remove(address(_bad));
        _burn(alice, SUPPLY / 10);
        vm.assertEq(_bad.balanceOf(alice), 0);
        _assertReverts(
            alice,
            abi.encodeCall(token.redeem, (1, _list(address(_bad), address(_bad)))),
            abi.encodeWithSelector(IRevShareToken.AssetsNotAscending.selector, address(_bad), address(_bad))
        );

        vm.prank(alice);
        token.redeem(SUPPLY / 10, _list(address(_bad)));

        vm.assertEq(_bad.balanceOf(alice), uint256(100e18) / 9);
        vm.assertEq(token.totalSupply(), SUPPLY * 8 / 10);
    }

    function _earn() private {
        _pay(100 ether);
        _payUsd(1e9);
        _bad.mint(address(token), 100e18);
    }
}
