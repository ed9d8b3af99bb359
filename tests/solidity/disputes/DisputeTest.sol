// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../../../contracts/interfaces/IFraudProofs.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {Test} from "../Test.sol";
import {NetworkTwin, Twin} from "../verification/NetworkTwin.sol";
import {Trace, TraceTwin} from "./TraceTwin.sol";

/// @title What the tests of disputes share: a network of 40-33-3, seven images, and moves
/// @dev An image has five leaves: two of inputs, two of activations, one of sums. All together are 35, six levels deep.
/// What is dear to compute is computed once, and kept encoded.
abstract contract DisputeTest is Test {
    using TraceTwin for Trace;
    using TraceTwin for Twin;

    uint256 internal constant WINDOW = 20;
    uint256 internal constant CLOCK = 10;
    uint256 internal constant BOND = 1 ether + 1;
    uint256 internal constant WON = BOND / 2;
    uint256 internal constant BURNT = BOND - WON;
    uint256 internal constant START = 1_000;

    uint256 internal constant IMAGES = 7;
    uint256 internal constant LEAVES = 5;
    uint256 internal constant HIDDEN = 2;
    uint256 internal constant OUTPUTS = 4;
    uint256 internal constant INPUTS = 40;
    uint256 internal constant NEURONS = 33;
    uint256 internal constant SHIFT = 9;

    IFraudProofs internal fraud;
    address internal proposer;
    address internal challenger;
    address internal collection;

    bytes private _theTwin;
    bytes private _theTrace;
    bytes private _theStatement;
    bytes private _theNetwork;

    function setUp() public virtual {
        fraud =
            IFraudProofs(vm.deployCode("OptimisticVerifier.sol:OptimisticVerifier", abi.encode(WINDOW, CLOCK, BOND)));
        proposer = makeAddr("proposer");
        challenger = makeAddr("challenger");
        collection = makeAddr("collection");
        vm.deal(proposer, 100 * BOND);
        vm.deal(challenger, 100 * BOND);
        vm.roll(START);
        uint32[] memory sizes = new uint32[](3);
        (sizes[0], sizes[1], sizes[2]) = (uint32(INPUTS), uint32(NEURONS), 3);
        Twin memory twin = NetworkTwin.random(1, sizes);
        twin.shifts[0] = uint8(SHIFT);
        _use(twin);
    }

    // --- what is bonded ---

    /// @dev Everything is about this network from now on.
    function _use(Twin memory twin) internal {
        bytes memory prompt;
        bytes memory content;
        int256[][] memory images = _images();
        for (uint256 m; m < IMAGES; ++m) {
            prompt = bytes.concat(prompt, NetworkTwin.hexOf(images[m]));
            content = bytes.concat(content, bytes1(uint8(48 + NetworkTwin.label(twin, images[m]))));
        }
        Statement memory said = Statement(NetworkTwin.commitment(twin), collection, prompt, content);
        _theTwin = abi.encode(twin);
        _theTrace = abi.encode(twin.trace(images));
        _theStatement = abi.encode(said);
        _theNetwork = abi.encode(twin.network());
    }

    function _twin() internal view returns (Twin memory twin) {
        return abi.decode(_theTwin, (Twin));
    }

    function _trace() internal view returns (Trace memory trace) {
        return abi.decode(_theTrace, (Trace));
    }

    function _said() internal view returns (Statement memory said) {
        return abi.decode(_theStatement, (Statement));
    }

    function _network() internal view returns (Network memory network) {
        return abi.decode(_theNetwork, (Network));
    }

    function _images() internal pure returns (int256[][] memory images) {
        images = new int256[][](IMAGES);
        for (uint256 m; m < IMAGES; ++m) {
            images[m] = new int256[](INPUTS);
            for (uint256 i; i < INPUTS; ++i) {
                images[m][i] = int256(uint256(keccak256(abi.encode(m, i))) % 128);
            }
        }
    }

    function _hash(Statement memory said) internal view returns (bytes32) {
        return keccak256(
            abi.encode(block.chainid, said.collection, said.commitment, keccak256(said.prompt), keccak256(said.content))
        );
    }

    function _subject(Statement memory said) internal view returns (IFraudProofs.Subject memory) {
        return IFraudProofs.Subject(collection, keccak256(said.prompt), keccak256(said.content), _network());
    }

    // --- moves ---

    function _propose(Statement memory said, bytes32 root) internal returns (uint256 proposalId) {
        Network memory network = _network();
        vm.prank(proposer);
        return fraud.propose{value: BOND}(said, network, root);
    }

    function _propose(Trace memory trace) internal returns (uint256 proposalId) {
        return _propose(_said(), trace.root());
    }

    function _challenge(uint256 proposalId) internal returns (uint256 disputeId) {
        vm.prank(challenger);
        return fraud.challenge{value: BOND}(proposalId);
    }

    function _reveal(uint256 disputeId, Trace memory trace) internal {
        IFraudProofs.Dispute memory dispute = fraud.disputeOf(disputeId);
        bytes32[] memory nodes = trace.under(dispute.level, dispute.number);
        vm.prank(proposer);
        fraud.revealNodes(disputeId, nodes);
    }

    function _pickNode(uint256 disputeId, Trace memory trace, uint256 number) internal {
        bytes32[] memory opening = TraceTwin.opening(trace.levels, 1, number, 5);
        vm.prank(challenger);
        fraud.pickNode(disputeId, number, trace.levels[1][number], opening);
    }

    /// @dev Challenges a trace and goes down to the pair of leaves that holds one.
    function _goTo(uint256 proposalId, Trace memory trace, uint256 leaf) internal returns (uint256 disputeId) {
        disputeId = _challenge(proposalId);
        _reveal(disputeId, trace);
        _pickNode(disputeId, trace, leaf / 2);
        _reveal(disputeId, trace);
    }

    function _pickNeuron(uint256 disputeId, Trace memory trace, uint256 leaf, uint256 place) internal {
        IFraudProofs.Subject memory subject = _subject(_said());
        vm.prank(challenger);
        fraud.pickNeuron(disputeId, subject, trace.leafOf(leaf, 1), place);
    }

    function _revealSums(uint256 disputeId, int256[] memory sums) internal returns (bytes memory packed) {
        packed = _pack(sums);
        vm.prank(proposer);
        fraud.revealSums(disputeId, packed);
    }

    function _pickSegment(uint256 disputeId, bytes memory packed, uint256 segment) internal {
        vm.prank(challenger);
        fraud.pickSegment(disputeId, packed, segment);
    }

    /// @dev The chunk that is left is of this neuron of a layer, number 1 or 2, of the image.
    function _refuteChunk(
        uint256 disputeId,
        Trace memory trace,
        uint256 image,
        uint256 layer,
        uint256 neuron,
        uint256 chunk
    ) internal {
        Twin memory twin = _twin();
        bytes32[][] memory tree = TraceTwin.tree(twin.chunkLeaves(layer - 1));
        bytes32[] memory inWeights = TraceTwin.opening(tree, 0, 2 * neuron + chunk, tree.length - 1);
        IFraudProofs.Leaf memory read = trace.leafOf(image * LEAVES + (layer == 1 ? 0 : HIDDEN) + chunk, 6);
        bytes32 weights = twin.chunk(layer - 1, neuron, chunk);
        vm.prank(challenger);
        fraud.refuteChunk(disputeId, weights, inWeights, read.content, read.opening);
    }

    function _refuteBias(uint256 disputeId, uint256 layer, uint256 neuron) internal {
        Twin memory twin = _twin();
        bytes32[][] memory tree = TraceTwin.tree(twin.biasLeaves(layer - 1));
        bytes32[] memory opening = TraceTwin.opening(tree, 0, neuron, tree.length - 1);
        IFraudProofs.Subject memory subject = _subject(_said());
        int32 bias = int32(twin.biases[layer - 1][neuron]);
        vm.prank(challenger);
        fraud.refuteBias(disputeId, subject, bias, opening);
    }

    function _refuteInput(Statement memory said, uint256 disputeId, Trace memory trace, uint256 leaf) internal {
        IFraudProofs.Subject memory subject = _subject(said);
        vm.prank(challenger);
        fraud.refuteInput(disputeId, subject, said.prompt, trace.leafOf(leaf, 1));
    }

    function _pack(int256[] memory sums) internal pure returns (bytes memory packed) {
        for (uint256 i; i < sums.length; ++i) {
            packed = bytes.concat(packed, bytes4(uint32(int32(sums[i]))));
        }
    }

    // --- lies ---

    /// @dev The same trace with another byte at a place of a leaf.
    function _with(Trace memory trace, uint256 leaf, uint256 place, uint8 change)
        internal
        pure
        returns (Trace memory lie)
    {
        lie.contents = new bytes32[](trace.contents.length);
        for (uint256 i; i < lie.contents.length; ++i) {
            lie.contents[i] = trace.contents[i];
        }
        lie.contents[leaf] ^= bytes32(uint256(change) << (8 * (31 - place)));
        lie.levels = TraceTwin.grow(lie.contents);
    }

    // --- what became of it ---

    function _assertStatus(uint256 proposalId, IFraudProofs.Status status) internal view {
        vm.assertEq(uint256(fraud.proposalOf(proposalId).status), uint256(status));
    }

    function _assertPhase(uint256 disputeId, IFraudProofs.Phase phase) internal view {
        vm.assertEq(uint256(fraud.disputeOf(disputeId).phase), uint256(phase));
    }

    /// @dev The challenger has won, and takes what is its.
    function _assertRefuted(uint256 disputeId) internal {
        uint256 before = challenger.balance;
        uint256 held = address(fraud).balance;
        _assertPhase(disputeId, IFraudProofs.Phase.Refuted);
        _assertStatus(fraud.disputeOf(disputeId).proposalId, IFraudProofs.Status.Overturned);

        vm.assertEq(fraud.collect(disputeId), BOND + WON);

        vm.assertEq(challenger.balance, before + BOND + WON);
        vm.assertEq(address(fraud).balance, held - BOND - WON);
        vm.assertEq(fraud.burnt(), BURNT);
    }

    function _expectRevert(bytes4 selector, uint256 disputeId) internal {
        vm.expectRevert(abi.encodeWithSelector(selector, disputeId));
    }
}
