// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs} from "../../../contracts/interfaces/IFraudProofs.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {NetworkTwin, Twin} from "../verification/NetworkTwin.sol";
import {DisputeTest} from "./DisputeTest.sol";
import {Trace, TraceTwin} from "./TraceTwin.sol";

/// @title Openings: what is wrong is refused on every level, and what is right is never refuted
/// forge-config: default.fuzz.runs = 64
contract OpeningsTest is DisputeTest {
    using TraceTwin for Trace;
    using TraceTwin for Twin;

    // --- what a proposer reveals ---

    /// Nodes are those that were committed to: all of them, none changed, none missing, none added.
    function testFuzz_WhenRevealedNodesDiffer_TheyAreRefused(uint256 place, uint8 change, bool deep) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(trace));
        if (deep) {
            _reveal(disputeId, trace);
            _pickNode(disputeId, trace, 3);
        }
        bytes32[] memory nodes = deep ? trace.under(5, 3) : trace.under(0, 0);
        bytes32[] memory longer = new bytes32[](nodes.length + 1);
        bytes32[] memory shorter = new bytes32[](nodes.length - 1);
        nodes[place % nodes.length] ^= bytes32(uint256(change) << (place % 249));
        _assertRevealRefused(disputeId, nodes);
        _assertRevealRefused(disputeId, longer);
        _assertRevealRefused(disputeId, shorter);
        _reveal(disputeId, trace);
    }

    /// Sums have the right number, and the hash of what is picked from is that of what was revealed.
    function testFuzz_WhenSumsDiffer_TheyAreRefused(uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 disputeId = _goTo(_propose(trace), trace, HIDDEN);
        _pickNeuron(disputeId, trace, HIDDEN, 0);
        int256[] memory sums = _twin().sums(0, 0, _images()[0]);
        _assertSumsRefused(disputeId, bytes.concat(_pack(sums), hex"00"));
        _assertSumsRefused(disputeId, bytes.concat(_pack(sums), hex"00000000"));
        _assertSumsRefused(disputeId, "");
        bytes memory packed = _revealSums(disputeId, sums);
        packed[place % packed.length] ^= bytes1(change);
        _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
        _pickSegment(disputeId, packed, 0);
    }

    /// Where a challenger goes behind the last leaf, the proposer has nothing to show, and nothing can be picked.
    function testFuzz_WhenNothingIsUnderANode_TheProposerShowsThat(uint256 number, uint256 leaf) public {
        number = bound(number, 18, 31);
        leaf = bound(leaf, 35, type(uint256).max);
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(trace));
        _reveal(disputeId, trace);
        _pickNode(disputeId, trace, number);
        vm.prank(proposer);
        fraud.revealNodes(disputeId, new bytes32[](0));
        IFraudProofs.Subject memory subject = _subject(_said());
        IFraudProofs.Leaf memory shown = IFraudProofs.Leaf(leaf, 0, new bytes32[](1));
        _expectInvalidPick(disputeId, leaf);
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, shown, 0);
        bytes memory prompt = _said().prompt;
        _expectInvalidPick(disputeId, leaf);
        vm.prank(challenger);
        fraud.refuteInput(disputeId, subject, prompt, shown);
    }

    // --- what a challenger picks ---

    /// A node is picked as it was revealed, under the node in question, with its own opening.
    function testFuzz_WhenAPickedNodeDiffers_ItIsRefused(uint256 number, uint256 what, uint8 change) public {
        number = bound(number, 0, 31);
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(trace));
        _reveal(disputeId, trace);
        bytes32 node = trace.levels[1][number];
        bytes32[] memory opening = TraceTwin.opening(trace.levels, 1, number, 5);
        what = bound(what, 0, 3);
        if (what == 0) node ^= bytes32(uint256(change));
        if (what == 1) opening[number % 5] ^= bytes32(uint256(change));
        if (what == 2) opening = TraceTwin.opening(trace.levels, 1, number, 4);
        if (what == 3) {
            // Another number, unless both halves of the tree's end are alike there.
            uint256 other = number ^ (1 << (change % 5));
            vm.assume(trace.levels[1][other] != node);
            number = other;
        }
        _expectRevert(IFraudProofs.WrongOpening.selector, disputeId);
        vm.prank(challenger);
        fraud.pickNode(disputeId, number, node, opening);
    }

    /// Nothing is picked that does not lie under the node in question.
    function testFuzz_WhenThePickIsElsewhere_ItIsRefused(uint256 number) public {
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(trace));
        _reveal(disputeId, trace);
        number = bound(number, 32, type(uint256).max);
        bytes32[] memory opening = TraceTwin.opening(trace.levels, 1, number % 32, 5);
        _expectInvalidPick(disputeId, number);
        vm.prank(challenger);
        fraud.pickNode(disputeId, number, trace.levels[1][number % 32], opening);
        IFraudProofs.Subject memory subject = _subject(_said());
        _expectInvalidPick(disputeId, 4);
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, trace.leafOf(4, 6), 0);
    }

    /// A leaf is one of the two that were revealed, opened to their node; its place is one of its layer's.
    function testFuzz_WhenAPickedLeafDiffers_ItIsRefused(uint256 what, uint8 change) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 disputeId = _goTo(_propose(trace), trace, HIDDEN);
        IFraudProofs.Leaf memory leaf = trace.leafOf(HIDDEN, 1);
        what = bound(what, 0, 3);
        if (what == 0) leaf.content ^= bytes32(uint256(change));
        if (what == 1) leaf.opening[0] ^= bytes32(uint256(change));
        if (what == 2) leaf.opening = new bytes32[](change % 2 * 2);
        if (what == 3) leaf.number ^= 1;
        IFraudProofs.Subject memory subject = _subject(_said());
        _expectRevert(IFraudProofs.WrongOpening.selector, disputeId);
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, leaf, 0);
        _expectInvalidPick(disputeId, 0);
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, trace.leafOf(0, 1), 0);
        _expectInvalidPick(disputeId, 32);
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, trace.leafOf(HIDDEN, 1), 32);
    }

    /// What a proposal is about is given again exactly.
    function testFuzz_WhenTheSubjectDiffers_ItIsRefused(uint256 what, uint8 change) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 disputeId = _goTo(_propose(trace), trace, HIDDEN);
        Statement memory said = _said();
        IFraudProofs.Subject memory subject = _subject(said);
        what = bound(what, 0, 6);
        if (what == 0) subject.collection = challenger;
        if (what == 1) subject.promptHash ^= bytes32(uint256(change));
        if (what == 2) subject.contentHash ^= bytes32(uint256(change));
        if (what == 3) subject.network.sizes[change % 3] ^= 1;
        if (what == 4) subject.network.shifts[0] ^= change;
        if (what == 5) subject.network.weightRoots[change % 2] ^= bytes32(uint256(change));
        if (what == 6) subject.network.biasRoots[change % 2] ^= bytes32(uint256(change));
        IFraudProofs.Leaf memory leaf = trace.leafOf(HIDDEN, 1);
        _expectRevert(IFraudProofs.WrongSubject.selector, disputeId);
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, leaf, 0);
        _expectRevert(IFraudProofs.WrongSubject.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteInput(disputeId, subject, said.prompt, leaf);
    }

    /// A prompt or a content is the one that was proposed.
    function testFuzz_WhenThePromptDiffers_ItIsRefused(uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 disputeId = _goTo(_propose(trace), trace, 0);
        Statement memory said = _said();
        IFraudProofs.Subject memory subject = _subject(said);
        said.prompt[place % said.prompt.length] ^= bytes1(change);
        _expectRevert(IFraudProofs.WrongSubject.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteInput(disputeId, subject, said.prompt, trace.leafOf(0, 1));
        said.content[place % IMAGES] ^= bytes1(change);
        _expectRevert(IFraudProofs.WrongSubject.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteLabel(disputeId, subject, said.content, _rival(trace, 0, 1));
    }

    // --- what the judge is shown ---

    /// Weights and inputs are the model's and the trace's.
    function testFuzz_WhenTheJudgeIsShownSomethingElse_ItRefuses(uint256 what, uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        (uint256 disputeId, Trace memory trace) = _atChunk(3, 1);
        bytes32[][] memory tree = TraceTwin.tree(_twin().chunkLeaves(0));
        bytes32 weights = _twin().chunk(0, 3, 1);
        bytes32[] memory inWeights = TraceTwin.opening(tree, 0, 7, tree.length - 1);
        IFraudProofs.Leaf memory read = trace.leafOf(1, 6);
        what = bound(what, 0, 7);
        if (what == 0) weights ^= bytes32(uint256(change) << (place % 249));
        if (what == 1) inWeights[place % inWeights.length] ^= bytes32(uint256(change));
        if (what == 2) (weights, inWeights) = (_twin().chunk(0, 3, 0), TraceTwin.opening(tree, 0, 6, tree.length - 1));
        if (what == 3) inWeights = TraceTwin.opening(tree, 0, 7, tree.length - 2);
        if (what == 4) read.content ^= bytes32(uint256(change) << (place % 249));
        if (what == 5) read.opening[place % 6] ^= bytes32(uint256(change));
        if (what == 6) read = trace.leafOf(0, 6);
        if (what == 7) read.opening = TraceTwin.opening(trace.levels, 0, 1, 5);
        _expectRevert(IFraudProofs.WrongOpening.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteChunk(disputeId, weights, inWeights, read.content, read.opening);
    }

    /// So is the bias, and only before the first chunk.
    function testFuzz_WhenTheBiasIsAnothers_ItIsRefused(uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        (uint256 disputeId,) = _atChunk(3, 0);
        bytes32[][] memory tree = TraceTwin.tree(_twin().biasLeaves(0));
        bytes32[] memory opening = TraceTwin.opening(tree, 0, 3, tree.length - 1);
        IFraudProofs.Subject memory subject = _subject(_said());
        int32 bias = int32(_twin().biases[0][3]);
        _expectRevert(IFraudProofs.WrongOpening.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteBias(disputeId, subject, bias ^ int32(uint32(change)), opening);
        opening[place % opening.length] ^= bytes32(uint256(change));
        _expectRevert(IFraudProofs.WrongOpening.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteBias(disputeId, subject, bias, opening);

        (disputeId,) = _atChunk(3, 1);
        _expectInvalidPick(disputeId, 1);
        vm.prank(challenger);
        fraud.refuteBias(disputeId, subject, bias, opening);
    }

    // --- what is right ---

    /// No step of a right trace is refuted: no chunk, no bias, no input, no place without a neuron.
    function testFuzz_WhenTheTraceIsRight_NothingIsRefuted(uint256 image, uint256 neuron, uint256 chunk) public {
        (image, neuron, chunk) = (bound(image, 0, IMAGES - 1), bound(neuron, 0, 31), bound(chunk, 0, 1));
        Trace memory trace = _trace();
        uint256 id = _propose(trace);
        uint256 disputeId = _goTo(id, trace, image * LEAVES + HIDDEN);
        _pickNeuron(disputeId, trace, image * LEAVES + HIDDEN, neuron);
        bytes memory packed = _revealSums(disputeId, _twin().sums(0, neuron, _images()[image]));
        _expectInvalidPick(disputeId, 2);
        _pickSegment(disputeId, packed, 2);
        _pickSegment(disputeId, packed, chunk);
        this.refuteChunk(disputeId, image, neuron, chunk);
        if (chunk == 0) this.refuteBias(disputeId, neuron);

        uint256 inputs = _goTo(id, trace, image * LEAVES + chunk);
        this.refuteInput(inputs, image * LEAVES + chunk);
        uint256 padding = _goTo(id, trace, image * LEAVES + OUTPUTS);
        IFraudProofs.Subject memory subject = _subject(_said());
        IFraudProofs.Leaf memory leaf = trace.leafOf(image * LEAVES + OUTPUTS, 1);
        _expectInvalidPick(padding, 3 + neuron % 5);
        vm.prank(challenger);
        fraud.pickNeuron(padding, subject, leaf, 3 + neuron % 5);
    }

    /// No label of a right content is, by whatever rival.
    function testFuzz_WhenTheContentIsRight_NoLabelIsRefuted(uint256 image, uint256 output) public {
        (image, output) = (bound(image, 0, IMAGES - 1), bound(output, 0, 2));
        Trace memory trace = _trace();
        Statement memory said = _said();
        uint256 disputeId = _challenge(_propose(trace));
        IFraudProofs.Rival memory rival = _rival(trace, image, output);
        _expectRevert(IFraudProofs.NotRefuted.selector, disputeId);
        _refuteLabel(disputeId, said, rival);
        rival.output = 3;
        _expectInvalidPick(disputeId, 3);
        _refuteLabel(disputeId, said, rival);
        rival = _rival(trace, image, output);
        rival.image = IMAGES;
        _expectInvalidPick(disputeId, IMAGES);
        _refuteLabel(disputeId, said, rival);
    }

    /// A wrong label is refuted by the right one, in a dispute's first phase and in the proposer's turn.
    function testFuzz_WhenALabelIsWrong_TheRightOneRefutesIt(uint256 image, uint256 wrong) public {
        image = bound(image, 0, IMAGES - 1);
        Trace memory trace = _trace();
        Statement memory said = _said();
        uint256 label = uint8(said.content[image]) - 48;
        wrong = (label + bound(wrong, 1, 2)) % 3;
        said.content[image] = bytes1(uint8(48 + wrong));
        uint256 disputeId = _challenge(_propose(said, trace.root()));

        _refuteLabel(disputeId, said, _rival(trace, image, label));

        _assertRefuted(disputeId);
    }

    /// Where two outputs are as great, the first of them is the label.
    function test_WhenTwoOutputsAreAsGreat_TheFirstIsTheLabel() public {
        Twin memory twin = _twin();
        (twin.weights[1][1], twin.biases[1][1]) = (twin.weights[1][0], twin.biases[1][0]);
        (twin.weights[1][2], twin.biases[1][2]) = (twin.weights[1][0], twin.biases[1][0]);
        _use(twin);
        Trace memory trace = _trace();
        Statement memory said = _said();
        vm.assertEq(said.content, "0000000");
        uint256 right = _challenge(_propose(said, trace.root()));
        _expectRevert(IFraudProofs.NotRefuted.selector, right);
        _refuteLabel(right, said, _rival(trace, 2, 1));
        said.content = "0020000";
        uint256 disputeId = _challenge(_propose(said, trace.root()));
        _refuteLabel(disputeId, said, _rival(trace, 2, 1));
        _assertRefuted(disputeId);
    }

    /// What is no label is refuted by itself.
    function testFuzz_WhenALabelIsNone_NothingMoreIsNeeded(uint256 image, bytes1 character) public {
        image = bound(image, 0, IMAGES - 1);
        if (character >= "0" && character <= "2") character = "3";
        Statement memory said = _said();
        said.content[image] = character;
        uint256 disputeId = _challenge(_propose(said, keccak256("any")));
        IFraudProofs.Rival memory rival;
        rival.image = image;
        _refuteLabel(disputeId, said, rival);
        _assertRefuted(disputeId);
    }

    /// The leaves of a rival are those of its image, opened to the root.
    function testFuzz_WhenARivalsLeafDiffers_ItIsRefused(uint256 what, uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        Statement memory said = _said();
        uint256 disputeId = _challenge(_propose(trace));
        IFraudProofs.Rival memory rival = _rival(trace, 1, 1);
        what = bound(what, 0, 2);
        if (what == 0) rival.said.content ^= bytes32(uint256(change));
        if (what == 1) rival.found.opening[place % 6] ^= bytes32(uint256(change));
        if (what == 2) rival.said.opening = new bytes32[](5);
        _expectRevert(IFraudProofs.WrongOpening.selector, disputeId);
        _refuteLabel(disputeId, said, rival);
        rival = _rival(trace, 1, 1);
        rival.found = trace.leafOf(OUTPUTS, 6);
        _expectInvalidPick(disputeId, OUTPUTS);
        _refuteLabel(disputeId, said, rival);
    }

    /// Only the challenger of a dispute refutes in it.
    function test_OnlyTheChallengerRefutes() public {
        Statement memory said = _said();
        said.content[0] = "x";
        uint256 disputeId = _challenge(_propose(said, 0));
        IFraudProofs.Subject memory subject = _subject(said);
        IFraudProofs.Rival memory rival;
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.NotYourMove.selector, disputeId, address(this), challenger));
        fraud.refuteLabel(disputeId, subject, said.content, rival);
    }

    // --- what the tests share ---

    /// @dev The right chunk is not refuted. External, so that the expected revert is the judge's.
    function refuteChunk(uint256 disputeId, uint256 image, uint256 neuron, uint256 chunk) external {
        bytes32[][] memory tree = TraceTwin.tree(_twin().chunkLeaves(0));
        bytes32[] memory inWeights = TraceTwin.opening(tree, 0, 2 * neuron + chunk, tree.length - 1);
        IFraudProofs.Leaf memory read = _trace().leafOf(image * LEAVES + chunk, 6);
        bytes32 weights = _twin().chunk(0, neuron, chunk);
        _expectRevert(IFraudProofs.NotRefuted.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteChunk(disputeId, weights, inWeights, read.content, read.opening);
    }

    function refuteBias(uint256 disputeId, uint256 neuron) external {
        bytes32[][] memory tree = TraceTwin.tree(_twin().biasLeaves(0));
        bytes32[] memory opening = TraceTwin.opening(tree, 0, neuron, tree.length - 1);
        IFraudProofs.Subject memory subject = _subject(_said());
        int32 bias = int32(_twin().biases[0][neuron]);
        _expectRevert(IFraudProofs.NotRefuted.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteBias(disputeId, subject, bias, opening);
    }

    function refuteInput(uint256 disputeId, uint256 leaf) external {
        Statement memory said = _said();
        IFraudProofs.Subject memory subject = _subject(said);
        IFraudProofs.Leaf memory shown = _trace().leafOf(leaf, 1);
        _expectRevert(IFraudProofs.NotRefuted.selector, disputeId);
        vm.prank(challenger);
        fraud.refuteInput(disputeId, subject, said.prompt, shown);
    }

    /// @dev A right trace is disputed down to a chunk of a neuron of the first image.
    function _atChunk(uint256 neuron, uint256 chunk) private returns (uint256 disputeId, Trace memory trace) {
        trace = _trace();
        disputeId = _goTo(_propose(trace), trace, HIDDEN);
        _pickNeuron(disputeId, trace, HIDDEN, neuron);
        bytes memory packed = _revealSums(disputeId, _twin().sums(0, neuron, _images()[0]));
        _pickSegment(disputeId, packed, chunk);
    }

    function _rival(Trace memory trace, uint256 image, uint256 output)
        private
        pure
        returns (IFraudProofs.Rival memory)
    {
        IFraudProofs.Leaf memory leaf = trace.leafOf(image * LEAVES + OUTPUTS, 6);
        return IFraudProofs.Rival(image, output, leaf, trace.leafOf(image * LEAVES + OUTPUTS, 6));
    }

    function _refuteLabel(uint256 disputeId, Statement memory said, IFraudProofs.Rival memory rival) private {
        IFraudProofs.Subject memory subject = _subject(said);
        vm.prank(challenger);
        fraud.refuteLabel(disputeId, subject, said.content, rival);
    }

    function _assertRevealRefused(uint256 disputeId, bytes32[] memory nodes) private {
        _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
        vm.prank(proposer);
        fraud.revealNodes(disputeId, nodes);
    }

    function _assertSumsRefused(uint256 disputeId, bytes memory packed) private {
        _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
        vm.prank(proposer);
        fraud.revealSums(disputeId, packed);
    }

    function _expectInvalidPick(uint256 disputeId, uint256 pick) private {
        vm.expectRevert(abi.encodeWithSelector(IFraudProofs.InvalidPick.selector, disputeId, pick));
    }
}
