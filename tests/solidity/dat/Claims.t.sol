// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {DatTest} from "../DatTest.sol";
import {Vm} from "../Test.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Claims: what is owed is paid, once, to whom it belongs
contract ClaimsTest is DatTest {
    uint256 private _hers;
    uint256 private _his;

    function setUp() public override {
        super.setUp();
        _hers = _mint(alice, 1);
        _his = _mint(bob, 3);
    }

    // --- claim ---

    /// T4: the owner takes what is pending to any address, once; the view told how much.
    function testFuzz_WhenTheOwnerClaims_AnyAddressIsPaid(uint96 quarter, uint256 key) public {
        quarter = uint96(bound(quarter, 1, type(uint96).max));
        address payable to = payable(vm.addr(bound(key, 1, type(uint128).max)));
        _settleNative(4 * uint256(quarter));
        vm.assertEq(dat.pendingRevenue(_hers, NATIVE), quarter);
        vm.expectEmit(address(dat));
        emit IERC8028.Claimed(_hers, to, NATIVE, quarter);

        vm.prank(alice);
        vm.assertEq(dat.claim(_hers, NATIVE, to), quarter);

        vm.assertEq(to.balance, quarter);
        vm.assertEq(dat.pendingRevenue(_hers, NATIVE), 0);
        vm.assertEq(dat.pendingRevenue(_his, NATIVE), 3 * uint256(quarter));
        vm.prank(alice);
        vm.assertEq(dat.claim(_hers, NATIVE, to), 0);
        vm.assertEq(to.balance, quarter);
    }

    /// T4: anybody may claim for the owner, and only to the owner.
    function testFuzz_WhenAStrangerClaims_TheOwnerIsPaid(address anyone, uint96 quarter) public {
        quarter = uint96(bound(quarter, 1, type(uint96).max));
        _settleUsd(4 * uint256(quarter));
        vm.expectEmit(address(usd));
        emit IERC20.Transfer(address(dat), alice, quarter);

        vm.prank(anyone);
        vm.assertEq(dat.claim(_hers, address(usd), payable(alice)), quarter);

        vm.assertEq(usd.balanceOf(alice), quarter);
    }

    /// T4: nobody but the owner sends it elsewhere, operators included, and whether or not anything is pending.
    function testFuzz_WhenAStrangerClaimsElsewhere_ItReverts(address other, address to, bool pending) public {
        vm.assume(other != alice && to != alice && to != address(0));
        if (pending) _settleNative(100);
        vm.prank(alice);
        dat.approveForClass(class, other, true);

        _assertClaimReverts(other, to);
        _assertClaimReverts(other, other);
    }

    /// Section 5: nothing is ever claimed to the zero address.
    function testFuzz_WhenItIsClaimedToNobody_ItReverts(address anyone) public {
        _assertClaimReverts(alice, address(0));
        _assertClaimReverts(anyone, address(0));
    }

    /// T19: a claim of nothing returns 0, emits nothing, moves nothing and does not revert, whatever the asset.
    function testFuzz_WhenNothingIsPending_NothingHappens(address asset) public {
        uint256 shareless = _mint(alice, 10, 0, 0);
        vm.recordLogs();

        vm.assertEq(_claim(_hers, asset), 0);
        vm.assertEq(_claim(shareless, asset), 0);
        dat.claimMany(_list(_hers, shareless, _his), asset);

        vm.assertEq(vm.getRecordedLogs().length, 0);
    }

    /// Section 5: a claim of nothing on an expired token emits `Expired`, and nothing else.
    function test_WhenAnExpiredTokenHasNothing_OnlyItsExpiryIsSaid() public {
        uint256 mortal = _mint(alice, 0, 1, uint64(START));
        vm.warp(START + 1);
        _settleNative(100);
        vm.recordLogs();

        vm.assertEq(_claim(mortal, NATIVE), 0);

        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1);
        vm.assertEq(logs[0].topics[0], IERC8028.Expired.selector);
    }

    /// T21: claims on unknown tokens revert.
    function testFuzz_GivenAnUnknownToken_ItReverts(uint256 tokenId) public {
        vm.assume(tokenId != _hers && tokenId != _his);
        bytes memory reason = _unknownToken(tokenId);

        _assertReverts(alice, abi.encodeCall(dat.claim, (tokenId, NATIVE, payable(alice))), reason);
        _assertReverts(alice, abi.encodeCall(dat.claimMany, (_list(_hers, tokenId), NATIVE)), reason);
        _assertReverts(alice, abi.encodeCall(dat.claimAndTransfer, (tokenId, _list(NATIVE), bob)), reason);
    }

    // --- claimMany ---

    /// Anybody claims for many at once; each owner is paid its own, neighbours with one owner by one transfer.
    function test_WhenManyAreClaimed_EachOwnerIsPaid() public {
        uint256 hersToo = _mint(alice, 4);
        _settleUsd(80);
        vm.recordLogs();

        vm.prank(stranger);
        vm.assertEq(dat.claimMany(_list(hersToo, _hers, _his), address(usd)), 80);

        vm.assertEq(usd.balanceOf(alice), 50);
        vm.assertEq(usd.balanceOf(bob), 30);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 5);
        vm.assertEq(logs[0].topics[0], IERC8028.Claimed.selector);
        vm.assertEq(logs[1].topics[0], IERC8028.Claimed.selector);
        vm.assertEq(logs[2].topics[0], IERC20.Transfer.selector);
        vm.assertEq(abi.decode(logs[2].data, (uint256)), 50);
    }

    /// A token that comes twice, or owners that alternate, change nothing about who is paid what.
    function testFuzz_WhenTheListIsAnyList_EachIsPaidOnce(uint8[16] calldata picks, uint96 eighth) public {
        uint256[4] memory tokens = [_hers, _his, _mint(alice, 3), _mint(bob, 1)];
        _settleNative(8 * uint256(eighth) + 8);
        uint256[] memory list = new uint256[](20);
        for (uint256 i; i < 20; ++i) {
            list[i] = i < 16 ? tokens[picks[i] % 4] : tokens[i - 16];
        }

        vm.prank(stranger);
        vm.assertEq(dat.claimMany(list, NATIVE), 8 * (uint256(eighth) + 1));

        vm.assertEq(alice.balance, 4 * (uint256(eighth) + 1));
        vm.assertEq(bob.balance, 4 * (uint256(eighth) + 1));
    }

    /// An empty list pays nothing and is no error.
    function test_WhenTheListIsEmpty_NothingIsPaid() public {
        vm.assertEq(dat.claimMany(new uint256[](0), NATIVE), 0);
    }

    // --- claimAndTransfer ---

    /// T5: the seller is paid in every asset it names, then the token moves; what it did not name goes along.
    function test_WhenATokenIsSoldWithoutItsRevenue_TheSellerIsPaidFirst() public {
        _settleNative(40);
        _settleUsd(80);
        vm.expectEmit(address(dat));
        emit IERC8028.Claimed(_hers, alice, NATIVE, 10);
        vm.expectEmit(address(dat));
        emit IERC8028.TransferToken(_hers, alice, carol);
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(alice, alice, carol, _hers, 1);

        vm.prank(alice);
        dat.claimAndTransfer(_hers, _list(NATIVE, NATIVE), carol);

        vm.assertEq(alice.balance, 10);
        vm.assertEq(dat.ownerOf(_hers), carol);
        vm.assertEq(dat.pendingRevenue(_hers, NATIVE), 0);
        vm.assertEq(dat.pendingRevenue(_hers, address(usd)), 20);
        vm.assertEq(_claim(_hers, address(usd)), 20);
        vm.assertEq(usd.balanceOf(carol), 20);
    }

    /// T5: an operator of the owner sells for it, and the revenue is the owner's all the same.
    function testFuzz_WhenAnOperatorSells_TheOwnerIsPaid(uint96 quarter) public {
        quarter = uint96(bound(quarter, 1, type(uint96).max));
        _settleNative(4 * uint256(quarter));
        vm.prank(alice);
        dat.setApprovalForAll(stranger, true);

        vm.prank(stranger);
        dat.claimAndTransfer(_hers, _list(NATIVE), stranger);

        vm.assertEq(alice.balance, quarter);
        vm.assertEq(stranger.balance, 0);
        vm.assertEq(dat.ownerOf(_hers), stranger);
    }

    /// T5: a buyer that requires a minimum in its own transaction gets it, or nothing moves.
    function test_WhenTheSellerEmptiesItFirst_TheBuyerDoesNotBuy() public {
        vm.prank(alice);
        dat.setApprovalForAll(address(this), true);
        _settleNative(400);
        uint256 state = vm.snapshotState();
        _claim(_hers, NATIVE);
        vm.expectRevert("too little");
        this.buy(_hers, 100);
        vm.assertEq(dat.ownerOf(_hers), alice);
        vm.revertToState(state);

        this.buy(_hers, 100);

        vm.assertEq(dat.ownerOf(_hers), carol);
        vm.assertEq(_claim(_hers, NATIVE), 100);
        vm.assertEq(carol.balance, 100);
    }

    /// @dev What a market does for a buyer: looks, then moves, in one transaction.
    function buy(uint256 tokenId, uint256 minimum) external {
        require(dat.pendingRevenue(tokenId, NATIVE) >= minimum, "too little");
        dat.transferToken(tokenId, carol);
    }

    function _assertClaimReverts(address caller, address to) private {
        _assertReverts(
            caller,
            abi.encodeCall(dat.claim, (_hers, NATIVE, payable(to))),
            abi.encodeWithSelector(IDataAnchoringToken.InvalidClaimReceiver.selector, _hers, caller, to)
        );
    }
}
