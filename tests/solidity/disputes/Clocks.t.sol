// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs} from "../../../contracts/interfaces/IFraudProofs.sol";
import {DisputeTest} from "./DisputeTest.sol";
import {Trace, TraceTwin} from "./TraceTwin.sol";

/// @title Clocks: who may move, how long, and where the money goes
contract ClocksTest is DisputeTest {
    using TraceTwin for Trace;

    // --- when ---

    /// A proposal can be challenged in its own block and in the last one of its window, and never after.
    function test_WhenTheWindowHasPassed_NobodyCanChallenge() public {
        uint256 id = _propose(_trace());
        vm.expectEmit(address(fraud));
        emit IFraudProofs.ChallengeOpened(id, 1, challenger);
        _challenge(id);
        vm.roll(START + WINDOW);
        vm.assertEq(_challenge(id), 2);
        vm.assertEq(fraud.proposalOf(id).open, 2);
        vm.roll(START + WINDOW + 1);
        _expectNotChallengeable(id, IFraudProofs.Status.Challenged);
        fraud.challenge{value: BOND}(id);
    }

    /// What fell cannot be challenged any more.
    function test_WhenItFell_NobodyCanChallenge() public {
        uint256 id = _propose(_trace());
        uint256 disputeId = _challenge(id);
        vm.roll(START + CLOCK + 1);
        fraud.timeout(disputeId);
        _expectNotChallengeable(id, IFraudProofs.Status.Overturned);
        fraud.challenge{value: BOND}(id);
    }

    /// A side may use all of its blocks, over all of its moves together, and not one more.
    function testFuzz_BlocksAreCountedOverAllMoves(uint256 first, uint256 second) public {
        first = bound(first, 0, CLOCK);
        second = bound(second, 0, 2 * CLOCK);
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(trace));
        vm.roll(block.number + first);
        _reveal(disputeId, trace);
        vm.assertEq(fraud.disputeOf(disputeId).proposerLeft, CLOCK - first);
        vm.assertEq(fraud.disputeOf(disputeId).challengerLeft, CLOCK);
        _pickNode(disputeId, trace, 3);
        vm.roll(block.number + second);
        bytes32[] memory nodes = trace.under(5, 3);
        if (first + second > CLOCK) {
            vm.expectRevert(abi.encodeWithSelector(IFraudProofs.OutOfTime.selector, disputeId, second, CLOCK - first));
            vm.prank(proposer);
            fraud.revealNodes(disputeId, nodes);
            fraud.timeout(disputeId);
            _assertRefuted(disputeId);
        } else {
            vm.expectRevert(abi.encodeWithSelector(IFraudProofs.TimeLeft.selector, disputeId, second, CLOCK - first));
            fraud.timeout(disputeId);
            vm.prank(proposer);
            fraud.revealNodes(disputeId, nodes);
        }
    }

    /// A challenger who falls silent loses half of its bond to the proposer, and the other half to nobody.
    function testFuzz_WhenTheChallengerIsSilent_TheProposerIsPaid(address caller) public {
        Trace memory trace = _trace();
        uint256 id = _propose(trace);
        uint256 disputeId = _challenge(id);
        _reveal(disputeId, trace);
        vm.roll(block.number + CLOCK + 1);
        vm.expectEmit(address(fraud));
        emit IFraudProofs.ChallengeLost(disputeId, id);
        vm.prank(caller);
        fraud.timeout(disputeId);
        _assertStatus(id, IFraudProofs.Status.Pending);
        uint256 before = proposer.balance;
        vm.expectEmit(address(fraud));
        emit IFraudProofs.Collected(disputeId, proposer, WON, BURNT);

        vm.assertEq(fraud.collect(disputeId), WON);

        vm.assertEq(proposer.balance, before + WON);
        vm.roll(START + WINDOW + 1);
        fraud.finalize(id);
        vm.assertEq(proposer.balance, before + WON + BOND);
        vm.assertEq(address(fraud).balance, BURNT);
        vm.assertEq(fraud.burnt(), BURNT);
    }

    // --- whose turn ---

    /// Nobody moves for somebody else, and nobody out of turn.
    function test_OnlyTheSideWhoseTurnItIsMoves() public {
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(trace));
        bytes32[] memory nodes = trace.under(0, 0);
        bytes32[] memory opening = TraceTwin.opening(trace.levels, 1, 3, 5);
        _expectNotYours(disputeId, challenger, proposer);
        vm.prank(challenger);
        fraud.revealNodes(disputeId, nodes);
        _expectWrongPhase(disputeId, IFraudProofs.Phase.Nodes);
        vm.prank(challenger);
        fraud.pickNode(disputeId, 3, trace.levels[1][3], opening);

        _reveal(disputeId, trace);

        _expectWrongPhase(disputeId, IFraudProofs.Phase.Pick);
        vm.prank(proposer);
        fraud.revealNodes(disputeId, nodes);
        _expectNotYours(disputeId, proposer, challenger);
        vm.prank(proposer);
        fraud.pickNode(disputeId, 3, trace.levels[1][3], opening);
        _expectWrongPhase(disputeId, IFraudProofs.Phase.Pick);
        vm.prank(challenger);
        fraud.pickSegment(disputeId, "", 0);
        _expectWrongPhase(disputeId, IFraudProofs.Phase.Pick);
        vm.prank(challenger);
        fraud.refuteChunk(disputeId, 0, opening, 0, opening);
        _expectWrongPhase(disputeId, IFraudProofs.Phase.Pick);
        vm.prank(proposer);
        fraud.revealSums(disputeId, "");
    }

    /// There are no moves in a dispute that never began.
    function testFuzz_WhenThereIsNoDispute_NobodyMoves(uint256 disputeId) public {
        _expectWrongPhase(disputeId, IFraudProofs.Phase.None);
        fraud.revealNodes(disputeId, new bytes32[](0));
        _expectWrongPhase(disputeId, IFraudProofs.Phase.None);
        fraud.timeout(disputeId);
        vm.expectRevert(
            abi.encodeWithSelector(IFraudProofs.NotEnded.selector, disputeId, uint256(IFraudProofs.Phase.None))
        );
        fraud.collect(disputeId);
    }

    // --- side by side ---

    /// A friend's challenge shields nothing: others go on, and the proposal falls by the first that is won.
    function test_AFriendlyChallengeShieldsNothing() public {
        Trace memory trace = _trace();
        uint256 id = _propose(_said(), keccak256("invented"));
        address friend = makeAddr("friend");
        vm.deal(friend, BOND);
        vm.prank(friend);
        fraud.challenge{value: BOND}(id);
        uint256 honest = _challenge(id);
        vm.roll(START + CLOCK + 1);
        fraud.timeout(honest);
        _assertRefuted(honest);

        bytes32[] memory nodes = trace.under(0, 0);
        _expectWrongPhase(1, IFraudProofs.Phase.Nodes);
        vm.prank(proposer);
        fraud.revealNodes(1, nodes);
        _expectWrongPhase(1, IFraudProofs.Phase.Nodes);
        fraud.timeout(1);
        vm.assertEq(fraud.collect(1), BOND);
        vm.assertEq(friend.balance, BOND);
        vm.assertEq(address(fraud).balance, fraud.burnt());
    }

    /// Whoever loses to a friend first leaves half of a bond behind, and an honest challenger gets its own back.
    function test_LosingToAFriendCostsHalfABond() public {
        uint256 id = _propose(_said(), keccak256("invented"));
        vm.prank(proposer);
        uint256 friendly = fraud.challenge{value: BOND}(id);
        uint256 honest = _challenge(id);
        vm.roll(START + CLOCK + 1);
        fraud.timeout(friendly);
        fraud.collect(friendly);
        vm.assertEq(fraud.collect(honest), BOND);
        vm.assertEq(challenger.balance, 100 * BOND);
        vm.assertEq(proposer.balance, 100 * BOND - BURNT);
        vm.assertEq(address(fraud).balance, BURNT);
    }

    /// Griefers delay a true result by two clocks at most, and pay for it.
    function test_GriefersCannotStallForEver() public {
        Trace memory trace = _trace();
        uint256 id = _propose(trace);
        vm.roll(START + WINDOW);
        for (uint256 i; i < 3; ++i) {
            uint256 disputeId = _challenge(id);
            _reveal(disputeId, trace);
        }
        vm.roll(START + WINDOW + CLOCK + 1);
        for (uint256 disputeId = 1; disputeId <= 3; ++disputeId) {
            vm.assertFalse(fraud.verify(_said(), ""));
            fraud.timeout(disputeId);
            fraud.collect(disputeId);
        }
        vm.assertTrue(fraud.verify(_said(), ""));
        fraud.finalize(id);
        vm.assertEq(proposer.balance, 100 * BOND + 3 * WON);
        vm.assertEq(challenger.balance, 100 * BOND - 3 * BOND);
        vm.assertEq(address(fraud).balance, 3 * BURNT);
    }

    /// Money is paid once.
    function test_WhatWasCollectedIsGone() public {
        uint256 disputeId = _challenge(_propose(_said(), keccak256("invented")));
        vm.expectRevert(
            abi.encodeWithSelector(IFraudProofs.NotEnded.selector, disputeId, uint256(IFraudProofs.Phase.Nodes))
        );
        fraud.collect(disputeId);
        vm.roll(START + CLOCK + 1);
        fraud.timeout(disputeId);
        _expectWrongPhase(disputeId, IFraudProofs.Phase.Refuted);
        fraud.timeout(disputeId);
        _assertRefuted(disputeId);
        vm.expectRevert(
            abi.encodeWithSelector(IFraudProofs.NotEnded.selector, disputeId, uint256(IFraudProofs.Phase.Collected))
        );
        fraud.collect(disputeId);
    }

    function _expectNotYours(uint256 disputeId, address caller, address side) private {
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.NotYourMove.selector, disputeId, caller, side));
    }

    function _expectWrongPhase(uint256 disputeId, IFraudProofs.Phase phase) private {
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.WrongPhase.selector, disputeId, uint256(phase)));
    }

    /// @dev The next call, a challenge of the challenger's, is refused.
    function _expectNotChallengeable(uint256 id, IFraudProofs.Status status) private {
        uint256 lastBlock = START + WINDOW;
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.NotChallengeable.selector, id, uint256(status), lastBlock));
        vm.prank(challenger);
    }
}
