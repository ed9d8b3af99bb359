// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms} from "../../../contracts/interfaces/IModelOffering.sol";
import {OfferingTest} from "./OfferingTest.sol";

/// @title Tranches of the proceeds, and how holders veto them
contract VetoTest is OfferingTest {
    function setUp() public override {
        super.setUp();
        _sell(_trancheTerms(), 300 ether, 200 ether, 100 ether);
    }

    // --- tranches ---

    /// Each tranche is paid from its second on; who comes late has all that is due; the last brings the rest.
    function test_TranchesAreDueAtTheirTimes() public {
        vm.expectEmit(address(offering));
        emit IModelOffering.ProceedsReleased(60 ether, creator);
        vm.assertEq(offering.release(), 60 ether);
        vm.warp(END + 30 days - 1);
        vm.assertEq(offering.releasable(), 0);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.release();
        vm.warp(END + 30 days);
        vm.assertEq(offering.releasable(), 90 ether);
        vm.warp(END + 60 days);
        vm.assertEq(offering.release(), 240 ether);
        vm.assertEq(creator.balance, 300 ether);
    }

    /// Only the creator names another receiver.
    function test_WhenTheCreatorNamesAReceiver_ItIsPaid() public {
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NotCreator.selector, stranger, creator));
        vm.prank(stranger);
        offering.releaseTo(stranger);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.InvalidReceiver.selector, address(0)));
        vm.prank(creator);
        offering.releaseTo(address(0));
        vm.prank(creator);
        vm.assertEq(offering.releaseTo(bob), 60 ether);
    }

    /// While a tranche can be vetoed, only what was sold circulates; afterwards treasury and creator have theirs.
    function test_UntilTheLastTranche_OnlySoldTokensCirculate() public {
        offering.close();
        vm.assertEq(token.balanceOf(treasury), 0);
        vm.assertEq(offering.circulating(), FOR_SALE);
        _collectAll();
        vm.assertEq(offering.circulating(), FOR_SALE);
        vm.warp(END + 60 days);
        vm.assertEq(offering.releaseTreasury(), FOR_TREASURY);
        vm.warp(END + 90 days);
        vm.assertEq(offering.releaseVested(), FOR_CREATOR / 4);
        vm.warp(END + 225 days);
        vm.assertEq(offering.releasableVested(), uint256(FOR_CREATOR) * 225 / 360 - FOR_CREATOR / 4);
        vm.warp(END + 9_000 days);
        vm.assertEq(offering.releaseVested(), FOR_CREATOR - FOR_CREATOR / 4);
        vm.assertEq(token.balanceOf(creator), FOR_CREATOR);
        vm.assertEq(token.balanceOf(address(offering)), 0);
    }

    // --- locks ---

    /// Locks below the threshold veto nothing, and come back when the tranche is due, to their owner, by anybody.
    function test_WhenTooFewLock_TheyComeBack() public {
        _collectAll();
        _lock(bob, 100_000e18);
        vm.expectEmit(address(offering));
        emit IModelOffering.TokensLocked(bob, 1, 100_000e18, 200_000e18);
        vm.prank(bob);
        offering.lock(100_000e18);
        (uint256 locked, uint256 needed) = offering.vetoOf();
        vm.assertEq(locked, 200_000e18);
        vm.assertEq(needed, 300_000e18);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.StillLocked.selector, bob, END + 30 days));
        offering.unlock(bob);

        vm.warp(END + 30 days);
        vm.assertEq(offering.releasable(), 150 ether);
        vm.prank(stranger);
        vm.assertEq(offering.unlock(bob), 200_000e18);
        vm.assertEq(token.balanceOf(bob), 200_000e18);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingLocked.selector, bob));
        offering.unlock(bob);
    }

    /// Each tranche counts from nothing: what was locked against the one before is first taken back.
    function test_WhenTheNextTrancheIsCounted_ItCountsFromZero() public {
        _collectAll();
        _lock(bob, 200_000e18);
        vm.warp(END + 30 days);
        (uint256 locked,) = offering.vetoOf();
        vm.assertEq(locked, 0);
        _lock(carol, 100_000e18);
        (locked,) = offering.vetoOf();
        vm.assertEq(locked, 100_000e18);
        vm.prank(alice);
        token.transfer(bob, 1);
        vm.prank(bob);
        token.approve(address(offering), 1);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.LockedBefore.selector, bob, 1));
        vm.prank(bob);
        offering.lock(1);
        offering.unlock(bob);
        _lock(bob, 200_000e18);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Vetoed);
        vm.assertEq(offering.left(), 150 ether);
    }

    /// With half of the circulating tokens the rest is the holders'; what was due before stays the creator's.
    function test_WhenHalfLocks_TheRestIsVetoed() public {
        _collectAll();
        _lock(bob, 200_000e18);
        vm.prank(alice);
        token.approve(address(offering), 100_000e18);
        vm.expectEmit(address(offering));
        emit IModelOffering.TranchesVetoed(1, 240 ether);
        vm.prank(alice);
        offering.lock(100_000e18);

        vm.assertTrue(offering.phase() == IModelOffering.Phase.Vetoed);
        vm.assertEq(offering.nextTranche(), 3);
        vm.assertEq(offering.release(), 60 ether);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToVeto.selector));
        vm.prank(alice);
        offering.lock(1);
        vm.warp(END + 1);
        offering.unlock(alice);
        offering.unlock(bob);
        vm.warp(END + 600 days);
        vm.assertEq(offering.releasable(), 0);
        vm.assertEq(offering.releasableVested(), 0);
        vm.assertEq(offering.releasableTreasury(), 0);
    }

    /// Nothing can be locked before the end, after the last tranche, or when the sale failed.
    function test_WhenThereIsNothingToVeto_NothingIsLocked() public {
        _collectAll();
        vm.warp(END + 60 days);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToVeto.selector));
        offering.lock(1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.ZeroAmount.selector));
        offering.lock(0);
        vm.warp(NOW);
        OfferingTerms memory terms = _trancheTerms();
        terms.target += 1;
        _open(terms);
        for (uint256 time = START; time <= END; time += END - START) {
            vm.warp(time);
            vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToVeto.selector));
            offering.lock(1);
        }
    }

    // --- after a veto ---

    /// Holders burn for their part of what is left, until nobody and nothing is left; custody is burnt too.
    function test_AfterAVeto_HoldersShareWhatIsLeft() public {
        _veto();
        vm.expectEmit(address(offering));
        emit IModelOffering.ProceedsReturned(alice, 300_000e18, 120 ether, alice);
        vm.prank(alice);
        vm.assertEq(offering.burnForProceeds(300_000e18, alice), 120 ether);
        vm.assertEq(_burn(bob, 50_000e18), 20 ether);
        vm.expectEmit(address(offering));
        emit IModelOffering.TokensForfeited(FOR_CREATOR + FOR_TREASURY);
        vm.assertEq(offering.forfeit(), FOR_CREATOR + FOR_TREASURY);
        vm.assertEq(offering.circulating(), 250_000e18);
        vm.assertEq(_burn(bob, 150_000e18), 60 ether);
        vm.assertEq(_burn(carol, 100_000e18), 40 ether);
        offering.release();

        vm.assertEq(token.totalSupply(), 0);
        vm.assertEq(address(offering).balance, 0);
        vm.assertEq(creator.balance, 60 ether);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.forfeit();
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.settleVeto();
    }

    /// In any parts and any order, everybody has the same for a token but for rounding, and no unit stays behind.
    function testFuzz_AfterAVeto_EveryOrderPaysTheSame(uint256 first, uint256 second, bool early) public {
        _veto();
        first = bound(first, 1, 300_000e18 - 1);
        second = bound(second, 1, 200_000e18 - 1);
        vm.assertApproxEqAbs(_burn(alice, first), 240 ether * first / FOR_SALE, 1);
        if (early) offering.forfeit();
        vm.assertApproxEqAbs(_burn(bob, second), 240 ether * second / FOR_SALE, 2);
        _burn(carol, 100_000e18);
        _burn(alice, 300_000e18 - first);
        _burn(bob, 200_000e18 - second);
        if (!early) offering.forfeit();
        offering.release();
        vm.assertEq(address(offering).balance, 0);
        vm.assertEq(token.totalSupply(), 0);
    }

    /// A deposit that is collected after the veto counted all the time.
    function test_WhenSomebodyCollectsAfterAVeto_NothingIsLost() public {
        offering.collect(alice);
        offering.collect(bob);
        _lock(alice, 300_000e18);
        vm.warp(END + 1);
        offering.unlock(alice);
        vm.assertEq(offering.forfeit(), FOR_CREATOR + FOR_TREASURY);
        vm.assertEq(_burn(alice, 300_000e18), 120 ether);
        offering.collect(carol);
        vm.assertEq(_burn(carol, 100_000e18), 40 ether);
        vm.assertEq(_burn(bob, 200_000e18), 80 ether);
    }

    /// Holders who burnt all without asking for the proceeds leave them to the treasury.
    function test_WhenNobodyIsLeft_TheTreasuryHasTheRest() public {
        _veto();
        vm.prank(alice);
        _revShare().burn(300_000e18);
        vm.prank(bob);
        _revShare().burn(200_000e18);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.settleVeto();
        vm.prank(carol);
        _revShare().burn(100_000e18);
        vm.assertEq(offering.settleVeto(), 240 ether);
        offering.forfeit();
        offering.release();
        vm.assertEq(treasury.balance, 240 ether);
        vm.assertEq(address(offering).balance, 0);
    }

    /// Without a veto, with nothing, or for nobody, nothing is burnt.
    function test_WhenItIsNotDue_NothingIsBurnt() public {
        _collectAll();
        bytes memory refusal = abi.encodeWithSelector(IModelOffering.NotVetoed.selector);
        vm.expectRevert(refusal);
        offering.burnForProceeds(1, alice);
        vm.expectRevert(refusal);
        offering.forfeit();
        vm.expectRevert(refusal);
        offering.settleVeto();
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.ZeroAmount.selector));
        offering.burnForProceeds(0, alice);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.InvalidReceiver.selector, address(0)));
        offering.burnForProceeds(1, address(0));
        _lock(alice, 300_000e18);
        vm.expectRevert(
            abi.encodeWithSelector(IModelOffering.ExceedsCirculating.selector, uint256(FOR_SALE) + 1, FOR_SALE)
        );
        offering.burnForProceeds(uint256(FOR_SALE) + 1, alice);
    }

    function _veto() private {
        _collectAll();
        _lock(alice, 300_000e18);
        vm.warp(END + 1);
        offering.unlock(alice);
    }
}
