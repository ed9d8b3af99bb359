// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs} from "../../../contracts/interfaces/IFraudProofs.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {Twin} from "../verification/NetworkTwin.sol";
import {DisputeTest} from "./DisputeTest.sol";
import {Trace, TraceTwin} from "./TraceTwin.sol";

/// @title Lies: for each there is a way that the challenger wins
/// forge-config: default.fuzz.runs = 64
contract LiesTest is DisputeTest {
    using TraceTwin for Trace;
    using TraceTwin for Twin;

    // --- inputs ---

    /// A leaf of inputs is not what the prompt says, zeros after the last input included.
    function testFuzz_WhenAnInputIsWrong_ThePromptShowsIt(uint256 leaf, uint256 place, uint8 change) public {
        (leaf, place) = (bound(leaf, 0, IMAGES - 1) * LEAVES + bound(leaf >> 8, 0, 1), bound(place, 0, 31));
        if (change == 0) change = 1;
        Trace memory lie = _with(_trace(), leaf, place, change);
        uint256 disputeId = _goTo(_propose(lie), lie, leaf);

        _refuteInput(_said(), disputeId, lie, leaf);

        _assertRefuted(disputeId);
    }

    /// Whatever the trace says where the prompt has no digit, it is wrong.
    function testFuzz_WhenThePromptIsNone_AnyLeafIsRefuted(uint256 place, bytes1 character) public {
        place = bound(place, 0, 63);
        if (character >= "0" && character <= "9" || character >= "a" && character <= "f") character = "A";
        Statement memory said = _said();
        said.prompt[place] = character;
        Trace memory trace = _trace();
        uint256 disputeId = _goTo(_propose(said, trace.root()), trace, 0);

        _refuteInput(said, disputeId, trace, 0);

        _assertRefuted(disputeId);
    }

    /// An input above 127 is none, even where the trace has just that.
    function test_WhenAnInputIsTooGreat_ItsLeafIsRefuted() public {
        Statement memory said = _said();
        Trace memory trace = _trace();
        uint8 first = uint8(trace.contents[0][0]);
        said.prompt[0] = bytes1(bytes16("89abcdef")[first >> 4]);
        Trace memory lie = _with(trace, 0, 0, 0x80);
        uint256 disputeId = _goTo(_propose(said, lie.root()), lie, 0);

        _refuteInput(said, disputeId, lie, 0);

        _assertRefuted(disputeId);
    }

    // --- activations and sums ---

    /// A hidden activation is wrong: whichever chunk is said to account for it, the chain finds that it does not.
    function testFuzz_WhenAnActivationIsWrong_ItsChunkShowsIt(uint256 image, uint256 neuron, uint256 chunk) public {
        (image, neuron, chunk) = (bound(image, 0, IMAGES - 1), bound(neuron, 0, NEURONS - 1), bound(chunk, 0, 1));
        uint256 leaf = image * LEAVES + HIDDEN + neuron / 32;
        Twin memory twin = _twin();
        Trace memory lie = _with(_trace(), leaf, neuron % 32, 1);
        uint256 disputeId = _goTo(_propose(lie), lie, leaf);
        _pickNeuron(disputeId, lie, leaf, neuron % 32);
        int256[] memory sums = twin.sums(0, neuron, _images()[image]);
        int256 claimed = int256(uint256(uint8(lie.contents[leaf][neuron % 32]))) << SHIFT;
        _shift(sums, chunk + 1, claimed - sums[2]);
        bytes memory packed = _revealSums(disputeId, sums);
        _pickSegment(disputeId, packed, chunk);

        _refuteChunk(disputeId, lie, image, 1, neuron, chunk);

        _assertRefuted(disputeId);
    }

    /// So with a sum of the last layer, whose claim is the sum itself.
    function testFuzz_WhenAnOutputIsWrong_ItsChunkShowsIt(uint256 image, uint256 output, uint256 chunk, uint8 change)
        public
    {
        (image, output, chunk) = (bound(image, 0, IMAGES - 1), bound(output, 0, 2), bound(chunk, 0, 1));
        if (change == 0) change = 1;
        uint256 leaf = image * LEAVES + OUTPUTS;
        Twin memory twin = _twin();
        Trace memory lie = _with(_trace(), leaf, 4 * output + 3, change);
        uint256 disputeId = _goTo(_propose(lie), lie, leaf);
        _pickNeuron(disputeId, lie, leaf, output);
        int256[] memory sums = twin.sums(1, output, twin.layerOf(0, _images()[image]));
        _shift(sums, chunk + 1, fraud.disputeOf(disputeId).end - sums[2]);
        bytes memory packed = _revealSums(disputeId, sums);
        _pickSegment(disputeId, packed, chunk);

        _refuteChunk(disputeId, lie, image, 2, output, chunk);

        _assertRefuted(disputeId);
    }

    /// The sums begin with another bias.
    function testFuzz_WhenTheBiasIsWrong_TheModelShowsIt(uint256 neuron) public {
        neuron = bound(neuron, 0, NEURONS - 1);
        uint256 leaf = HIDDEN + neuron / 32;
        Twin memory twin = _twin();
        Trace memory lie = _with(_trace(), leaf, neuron % 32, 1);
        uint256 disputeId = _goTo(_propose(lie), lie, leaf);
        _pickNeuron(disputeId, lie, leaf, neuron % 32);
        int256[] memory sums = twin.sums(0, neuron, _images()[0]);
        _shift(sums, 0, (int256(uint256(uint8(lie.contents[leaf][neuron % 32]))) << SHIFT) - sums[2]);
        bytes memory packed = _revealSums(disputeId, sums);
        _pickSegment(disputeId, packed, 0);

        _refuteBias(disputeId, 1, neuron);

        _assertRefuted(disputeId);
    }

    /// Sums that do not end in what the activation says are not taken: the clock decides.
    function test_WhenSumsDoNotFitTheValue_TheyAreNotTaken() public {
        Twin memory twin = _twin();
        Trace memory lie = _with(_trace(), HIDDEN, 0, 1);
        uint256 disputeId = _goTo(_propose(lie), lie, HIDDEN);
        _pickNeuron(disputeId, lie, HIDDEN, 0);
        bytes memory packed = _pack(twin.sums(0, 0, _images()[0]));

        _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
        vm.prank(proposer);
        fraud.revealSums(disputeId, packed);

        vm.roll(block.number + CLOCK + 1);
        fraud.timeout(disputeId);
        _assertRefuted(disputeId);
    }

    /// An activation above 127 fits no sum.
    function test_WhenAnActivationIsTooGreat_NoSumFits() public {
        Twin memory twin = _twin();
        Trace memory lie = _with(_trace(), HIDDEN, 0, 0x80);
        uint256 disputeId = _goTo(_propose(lie), lie, HIDDEN);
        _pickNeuron(disputeId, lie, HIDDEN, 0);
        int256[] memory sums = twin.sums(0, 0, _images()[0]);
        sums[2] = int256(uint256(uint8(lie.contents[HIDDEN][0]))) << SHIFT;
        bytes memory packed = _pack(sums);

        _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
        vm.prank(proposer);
        fraud.revealSums(disputeId, packed);
    }

    /// Something stands where no neuron is: that is decided at once.
    function testFuzz_WhenThereIsSomethingBehindTheLastNeuron_ThatDecides(uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        Trace memory trace = _trace();
        uint256 hidden = bound(place, 1, 31);
        Trace memory lie = _with(trace, HIDDEN + 1, hidden, change);
        uint256 disputeId = _goTo(_propose(lie), lie, HIDDEN + 1);
        _pickNeuron(disputeId, lie, HIDDEN + 1, hidden);
        _assertRefuted(disputeId);
    }

    /// So behind the last output.
    function testFuzz_WhenThereIsSomethingBehindTheLastOutput_ThatDecides(uint256 place, uint8 change) public {
        if (change == 0) change = 1;
        place = bound(place, 12, 31);
        Trace memory lie = _with(_trace(), OUTPUTS, place, change);
        uint256 disputeId = _goTo(_propose(lie), lie, OUTPUTS);
        _pickNeuron(disputeId, lie, OUTPUTS, place / 4);
        _assertRefuted(disputeId);
    }

    /// Nobody has what lies under an invented root: the clock decides.
    function test_WhenTheRootIsInvented_NothingCanBeRevealed() public {
        Trace memory trace = _trace();
        uint256 disputeId = _challenge(_propose(_said(), keccak256("invented")));
        bytes32[] memory nodes = trace.under(0, 0);
        _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
        vm.prank(proposer);
        fraud.revealNodes(disputeId, nodes);
        vm.roll(block.number + CLOCK + 1);
        fraud.timeout(disputeId);
        _assertRefuted(disputeId);
    }

    /// Leaves behind the last one cannot be revealed, whatever they are.
    function test_WhenThereAreLeavesBehindTheLast_TheyCannotBeRevealed() public {
        Trace memory trace = _trace();
        Trace memory lie;
        lie.contents = new bytes32[](36);
        for (uint256 i; i < 35; ++i) {
            lie.contents[i] = trace.contents[i];
        }
        lie.contents[35] = bytes32(uint256(1));
        lie.levels = TraceTwin.grow(lie.contents);
        uint256 disputeId = _challenge(_propose(lie));
        _reveal(disputeId, lie);
        _pickNode(disputeId, lie, 17);
        for (uint256 count; count <= 2; ++count) {
            bytes32[] memory nodes = new bytes32[](count);
            for (uint256 i; i < count; ++i) {
                nodes[i] = lie.contents[34 + i];
            }
            _expectRevert(IFraudProofs.WrongReveal.selector, disputeId);
            vm.prank(proposer);
            fraud.revealNodes(disputeId, nodes);
        }
    }

    // --- models out of their bounds ---

    /// No network has a weight of -128: whoever bonds a result of such a model loses by that chunk, right sums or not.
    function test_WhenAWeightIsOutOfItsBounds_ItsChunkDecides() public {
        Twin memory twin = _twin();
        twin.weights[0][5][38] = -128;
        _use(twin);
        (uint256 disputeId, Trace memory trace) = _atSegment(5, 1);
        _refuteChunk(disputeId, trace, 0, 1, 5, 1);
        _assertRefuted(disputeId);
    }

    /// Nor has one a bias beyond 2^30.
    function testFuzz_WhenABiasIsOutOfItsBounds_ItDecides(bool negative) public {
        Twin memory twin = _twin();
        twin.biases[0][5] = negative ? -int256(2 ** 30) - 1 : int256(2 ** 30) + 1;
        _use(twin);
        (uint256 disputeId,) = _atSegment(5, 0);
        _refuteBias(disputeId, 1, 5);
        _assertRefuted(disputeId);
    }

    /// @dev The right trace of a model is disputed down to a chunk of a neuron of the first layer.
    function _atSegment(uint256 neuron, uint256 chunk) private returns (uint256 disputeId, Trace memory trace) {
        trace = _trace();
        disputeId = _goTo(_propose(trace), trace, HIDDEN);
        _pickNeuron(disputeId, trace, HIDDEN, neuron);
        bytes memory packed = _revealSums(disputeId, _twin().sums(0, neuron, _images()[0]));
        _pickSegment(disputeId, packed, chunk);
    }

    /// @dev Adds to the sums from a place on.
    function _shift(int256[] memory sums, uint256 from, int256 by) private pure {
        for (uint256 i = from; i < sums.length; ++i) {
            sums[i] += by;
        }
    }
}
