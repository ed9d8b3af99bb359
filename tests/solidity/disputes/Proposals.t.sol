// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../../../contracts/interfaces/IFraudProofs.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {DisputeTest} from "./DisputeTest.sol";
import {Trace, TraceTwin} from "./TraceTwin.sol";

/// @title Proposals: what can be bonded, when it is final, and how several for one statement get along
contract ProposalsTest is DisputeTest {
    using TraceTwin for Trace;

    // --- proposing ---

    /// Everything that a watcher needs is in the event.
    function test_WhenProposed_EverybodyKnows() public {
        Statement memory said = _said();
        Network memory network = _network();
        vm.expectEmit(address(fraud));
        emit IFraudProofs.Proposed(
            1,
            _hash(said),
            said.commitment,
            proposer,
            collection,
            said.prompt,
            said.content,
            bytes32(uint256(7)),
            START + WINDOW
        );

        vm.prank(proposer);
        vm.assertEq(fraud.propose{value: BOND}(said, network, bytes32(uint256(7))), 1);

        IFraudProofs.Proposal memory proposal = fraud.proposalOf(1);
        vm.assertEq(proposal.proposer, proposer);
        vm.assertEq(proposal.lastBlock, START + WINDOW);
        vm.assertEq(proposal.leaves, IMAGES * LEAVES);
        vm.assertEq(proposal.statementHash, _hash(said));
        vm.assertEq(proposal.trace, bytes32(uint256(7)));
        vm.assertEq(fraud.proposalCount(), 1);
        vm.assertEq(address(fraud).balance, BOND);
    }

    /// A bond has one size, for both.
    function testFuzz_WhenTheBondIsAnother_ItIsRefused(uint256 value) public {
        value = bound(value, 0, 3 * BOND);
        vm.assume(value != BOND);
        Statement memory said = _said();
        Network memory network = _network();
        _propose(said, 0);
        vm.deal(address(this), value);
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.WrongBond.selector, value, BOND));
        fraud.propose{value: value}(said, network, 0);
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.WrongBond.selector, value, BOND));
        fraud.challenge{value: value}(1);
    }

    /// Another network than the model's is refused, whatever differs.
    function testFuzz_WhenTheNetworkIsAnother_ItIsRefused(uint256 what, uint8 change) public {
        if (change == 0) change = 1;
        Statement memory said = _said();
        Network memory network = _network();
        what = bound(what, 0, 3);
        if (what == 0) network.sizes[1] ^= change;
        if (what == 1) network.shifts[0] ^= change;
        if (what == 2) network.weightRoots[1] ^= bytes32(uint256(change));
        if (what == 3) network.biasRoots[0] ^= bytes32(uint256(change));
        bytes32 commitment = _commitment(network);
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.WrongNetwork.selector, commitment, said.commitment));
        vm.prank(proposer);
        fraud.propose{value: BOND}(said, network, 0);
    }

    /// A commitment to parts that fit no network is nobody's.
    function test_WhenThePartsFitNoNetwork_TheyAreRefused() public {
        for (uint256 what; what < 9; ++what) {
            Statement memory said = _said();
            Network memory network = _network();
            if (what == 0) network.sizes[0] = 0;
            if (what == 1) network.sizes[1] = 65_536;
            if (what == 2) network.sizes[2] = 257;
            if (what == 3) network.shifts[0] = 32;
            if (what == 4) network.shifts = new uint8[](0);
            if (what == 5) network.biasRoots = new bytes32[](1);
            if (what == 6) network.sizes = new uint32[](2);
            if (what == 7) network = Network(new uint32[](1), new uint8[](0), new bytes32[](0), new bytes32[](0));
            if (what == 8) network = _deep(256);
            said.commitment = _commitment(network);
            vm.expectRevert(abi.encodeWithSelector(IFraudProofs.MalformedNetwork.selector));
            vm.prank(proposer);
            fraud.propose{value: BOND}(said, network, 0);
        }
    }

    /// Prompt and content have the lengths of some images and their labels.
    function testFuzz_WhenALengthFitsNoImages_ItIsRefused(uint256 prompt, uint256 content) public {
        (prompt, content) = (bound(prompt, 0, 400), bound(content, 0, 8));
        vm.assume(prompt == 0 || prompt % (2 * INPUTS) != 0 || prompt / (2 * INPUTS) != content);
        Statement memory said = _said();
        Network memory network = _network();
        (said.prompt, said.content) = (new bytes(prompt), new bytes(content));
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.WrongLength.selector, prompt, content));
        vm.prank(proposer);
        fraud.propose{value: BOND}(said, network, 0);
    }

    // --- finality ---

    /// It is final from the block after its last one on, and only for exactly what was said, with an empty proof.
    function test_WhenTheWindowHasPassed_ItIsFinal() public {
        Statement memory said = _said();
        uint256 id = _propose(said, 0);
        vm.roll(START + WINDOW);
        _assertStatus(id, IFraudProofs.Status.Pending);
        vm.assertFalse(fraud.verify(said, ""));

        vm.roll(START + WINDOW + 1);

        _assertStatus(id, IFraudProofs.Status.Final);
        vm.assertTrue(fraud.verify(said, ""));
        vm.assertFalse(fraud.verify(said, hex"00"));
        _assertOthersAreFalse(said);
        vm.chainId(2);
        vm.assertFalse(fraud.verify(said, ""));
    }

    /// The bond comes back once, to who bonded it, whoever asks.
    function testFuzz_WhenItIsFinal_TheBondComesBackOnce(address caller) public {
        uint256 id = _propose(_said(), 0);
        uint256 before = proposer.balance;
        vm.expectRevert(
            abi.encodeWithSelector(IFraudProofs.NotFinal.selector, id, uint256(IFraudProofs.Status.Pending))
        );
        fraud.finalize(id);
        vm.roll(START + WINDOW + 1);
        vm.expectEmit(address(fraud));
        emit IFraudProofs.Finalized(id, _hash(_said()), proposer);

        vm.prank(caller);
        fraud.finalize(id);

        vm.assertEq(proposer.balance, before + BOND);
        vm.assertEq(address(fraud).balance, 0);
        vm.assertTrue(fraud.verify(_said(), ""));
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.NotFinal.selector, id, uint256(IFraudProofs.Status.Final)));
        fraud.finalize(id);
    }

    /// Nothing is known of what was never proposed.
    function testFuzz_WhenItWasNeverProposed_NothingIsKnown(uint256 id, bytes32 statementHash) public {
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.UnknownProposal.selector, id));
        fraud.proposalOf(id);
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.UnknownProposal.selector, id));
        fraud.finalize(id);
        vm.deal(address(this), BOND);
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.UnknownProposal.selector, id));
        fraud.challenge{value: BOND}(id);
        vm.assertEq(uint256(fraud.statusOf(statementHash)), 0);
        vm.assertFalse(fraud.verify(_said(), ""));
    }

    // --- several for one statement ---

    /// A proposal with a wrong trace neither blocks nor spoils an honest one: that becomes final when its window has passed.
    function test_WhenAnotherProposalFalls_TheHonestOneStands() public {
        bytes32 hash = _hash(_said());
        uint256 wrong = _propose(_said(), keccak256("invented"));
        vm.roll(START + 1);
        uint256 honest = _propose(_trace());
        uint256 disputeId = _challenge(wrong);
        vm.assertEq(uint256(fraud.statusOf(hash)), uint256(IFraudProofs.Status.Pending));

        vm.roll(START + 1 + CLOCK + 1);
        fraud.timeout(disputeId);
        vm.assertEq(uint256(fraud.statusOf(hash)), uint256(IFraudProofs.Status.Pending));

        vm.roll(START + 1 + WINDOW + 1);
        _assertStatus(honest, IFraudProofs.Status.Final);
        fraud.finalize(honest);
        vm.assertTrue(fraud.verify(_said(), ""));
        vm.assertEq(uint256(fraud.statusOf(hash)), uint256(IFraudProofs.Status.Final));
    }

    /// What is proposed while the first one is disputed needs nobody's call to become final.
    function test_WhenTheFirstIsDisputed_TheNextAnswersForTheStatement() public {
        uint256 first = _propose(_said(), keccak256("invented"));
        uint256 disputeId = _challenge(first);
        vm.assertEq(uint256(fraud.statusOf(_hash(_said()))), uint256(IFraudProofs.Status.Challenged));
        _propose(_trace());
        vm.roll(START + CLOCK + 1);
        fraud.timeout(disputeId);
        vm.roll(START + WINDOW + 1);
        vm.assertTrue(fraud.verify(_said(), ""));
    }

    /// A statement that fell can be proposed again, and is known as fallen until then.
    function test_WhenItFell_ItCanBeProposedAgain() public {
        uint256 disputeId = _challenge(_propose(_said(), keccak256("invented")));
        vm.roll(START + CLOCK + 1);
        fraud.timeout(disputeId);
        vm.assertEq(uint256(fraud.statusOf(_hash(_said()))), uint256(IFraudProofs.Status.Overturned));
        vm.assertFalse(fraud.verify(_said(), ""));

        _propose(_trace());

        vm.assertEq(uint256(fraud.statusOf(_hash(_said()))), uint256(IFraudProofs.Status.Pending));
        vm.roll(block.number + WINDOW + 1);
        vm.assertTrue(fraud.verify(_said(), ""));
    }

    /// What is final stays so, however many fall after it.
    function test_WhenItIsFinal_LaterOnesChangeNothing() public {
        _propose(_trace());
        vm.roll(START + WINDOW + 1);
        uint256 disputeId = _challenge(_propose(_said(), keccak256("invented")));
        vm.assertTrue(fraud.verify(_said(), ""));
        vm.roll(block.number + CLOCK + 1);
        fraud.timeout(disputeId);
        vm.assertTrue(fraud.verify(_said(), ""));
    }

    // --- terms ---

    /// The terms are those of the deployment; others than these are refused.
    function test_TermsAreInTheirBounds() public {
        vm.assertEq(fraud.WINDOW(), WINDOW);
        vm.assertEq(fraud.CLOCK(), CLOCK);
        vm.assertEq(fraud.BOND(), BOND);
        uint256[3][5] memory wrong = [
            [uint256(0), 1, 1],
            [uint256(1), 0, 1],
            [uint256(1), 1, 0],
            [uint256(1 << 24), 1, 1],
            [uint256(1), 1 << 24, 1]
        ];
        for (uint256 i; i < 5; ++i) {
            (bool done,) = address(this).call(abi.encodeCall(this.deploy, (wrong[i][0], wrong[i][1], wrong[i][2])));
            vm.assertFalse(done);
        }
        this.deploy((1 << 24) - 1, (1 << 24) - 1, 1);
    }

    function deploy(uint256 window, uint256 clock, uint256 bond) external {
        vm.deployCode("OptimisticVerifier.sol:OptimisticVerifier", abi.encode(window, clock, bond));
    }

    function _assertOthersAreFalse(Statement memory said) private view {
        Statement memory other = Statement(said.commitment, proposer, said.prompt, said.content);
        vm.assertFalse(fraud.verify(other, ""));
        other = Statement(bytes32(uint256(1)), collection, said.prompt, said.content);
        vm.assertFalse(fraud.verify(other, ""));
        other = Statement(said.commitment, collection, bytes.concat(said.prompt, "0"), said.content);
        vm.assertFalse(fraud.verify(other, ""));
        other = Statement(said.commitment, collection, said.prompt, bytes.concat(said.content, "0"));
        vm.assertFalse(fraud.verify(other, ""));
    }

    function _commitment(Network memory network) private pure returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("lazai.integer-network.1"),
                network.sizes,
                network.shifts,
                network.weightRoots,
                network.biasRoots
            )
        );
    }

    function _deep(uint256 layers) private pure returns (Network memory network) {
        network =
            Network(new uint32[](layers + 1), new uint8[](layers - 1), new bytes32[](layers), new bytes32[](layers));
        for (uint256 i; i <= layers; ++i) {
            network.sizes[i] = 1;
        }
    }
}
