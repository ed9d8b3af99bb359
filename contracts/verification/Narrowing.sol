// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../interfaces/IFraudProofs.sol";
import {IntegerNetworks} from "../libraries/IntegerNetworks.sol";
import {MerkleTrees} from "../libraries/MerkleTrees.sol";
import {NetworkTraces} from "../libraries/NetworkTraces.sol";
import {Statements} from "../libraries/Statements.sol";
import {Disputes} from "./Disputes.sol";

/// @title Narrowing: from the root of a trace to one value, and from its sum to one chunk
/// @dev What a proposer reveals is checked against what it committed to before, and kept by its hash or not at all: the
/// challenger gives again what it picks from.
abstract contract Narrowing is Disputes {
    using NetworkTraces for Network;

    /// @dev How many levels of the tree one move goes down.
    uint256 internal constant LEVELS = 5;
    /// @dev How many segments one move cuts chunks into, at most.
    uint256 private constant SEGMENTS = 64;
    uint256 private constant SUM_BYTES = 4;

    // --- from the root to a value ---

    /// @inheritdoc IFraudProofs
    function revealNodes(uint256 disputeId, bytes32[] calldata nodes) external {
        (Game storage game, Bonded storage bonded) = _turn(disputeId, Phase.Nodes);
        uint256 remaining = _remaining(game, bonded);
        bytes32[] memory level = nodes;
        if (remaining <= LEVELS) level = _level(nodes, remaining, game.number, bonded.leaves, disputeId);
        else if (nodes.length != 2 ** LEVELS) revert WrongReveal(disputeId);
        if (MerkleTrees.fold(level) != game.node) revert WrongReveal(disputeId);

        game.phase = Phase.Pick;

        emit NodesRevealed(disputeId, nodes);
    }

    /// @inheritdoc IFraudProofs
    function pickNode(uint256 disputeId, uint256 number, bytes32 node, bytes32[] calldata opening) external {
        (Game storage game, Bonded storage bonded) = _turn(disputeId, Phase.Pick);
        if (_remaining(game, bonded) <= LEVELS || number >> LEVELS != game.number) {
            revert InvalidPick(disputeId, number);
        }
        _checkOpening(disputeId, node, number, opening, LEVELS, game.node);

        uint256 level = game.level + LEVELS;
        game.number = uint40(number);
        game.level = uint8(level);
        game.node = node;
        game.phase = Phase.Nodes;

        emit NodePicked(disputeId, level, number, node);
    }

    /// @inheritdoc IFraudProofs
    function pickNeuron(uint256 disputeId, Subject calldata subject, Leaf calldata leaf, uint256 place) external {
        (Game storage game, Bonded storage bonded) = _turn(disputeId, Phase.Pick);
        _checkSubject(disputeId, subject, bonded);
        _checkPicked(disputeId, leaf, game, bonded);
        NetworkTraces.Place memory where = subject.network.locate(leaf.number);
        if (where.layer == 0) revert InvalidPick(disputeId, leaf.number);
        (uint256 neuron, int32 value) = _valueAt(disputeId, subject.network, where, leaf.content, place);
        bool isNeuron = neuron < subject.network.sizes[where.layer];
        if (!isNeuron && value == 0) revert InvalidPick(disputeId, place);

        emit NeuronPicked(disputeId, leaf.number, neuron, value);
        if (isNeuron) _ask(game, subject.network, where, neuron, value);
        else _refute(disputeId, game, bonded);
    }

    /// @dev The proposer is asked for the sums of a neuron.
    function _ask(
        Game storage game,
        Network calldata network,
        NetworkTraces.Place memory where,
        uint256 neuron,
        int32 value
    ) private {
        uint256 inputs = network.sizes[where.layer - 1];
        game.phase = Phase.Sums;
        game.number = uint40(where.below);
        game.level = where.layer == network.weightRoots.length ? LAST : network.shifts[where.layer - 1];
        game.inputs = uint16(inputs);
        game.rows = uint16(network.sizes[where.layer]);
        game.neuron = uint16(neuron);
        game.to = uint16(_chunks(inputs));
        game.end = value;
        game.weights = network.weightRoots[where.layer - 1];
    }

    /// @dev The leaf is one of those revealed.
    function _checkPicked(uint256 disputeId, Leaf calldata leaf, Game storage game, Bonded storage bonded)
        internal
        view
    {
        uint256 remaining = _remaining(game, bonded);
        bool isThere = remaining <= LEVELS && leaf.number < bonded.leaves && leaf.number >> remaining == game.number;
        if (!isThere) revert InvalidPick(disputeId, leaf.number);
        bytes32 node = NetworkTraces.hashLeaf(leaf.content);
        _checkOpening(disputeId, node, leaf.number, leaf.opening, remaining, game.node);
    }

    /// @dev The opening has this length and leads from the node to the other.
    function _checkOpening(
        uint256 disputeId,
        bytes32 node,
        uint256 number,
        bytes32[] calldata opening,
        uint256 length,
        bytes32 to
    ) internal pure {
        if (opening.length != length || MerkleTrees.rootOf(node, number, opening) != to) {
            revert WrongOpening(disputeId);
        }
    }

    function _checkSubject(uint256 disputeId, Subject calldata subject, Bonded storage bonded) internal view {
        bytes32 given = Statements.hash(
            subject.network.commitmentOf(), subject.collection, subject.promptHash, subject.contentHash
        );
        if (given != bonded.statementHash) revert WrongSubject(disputeId);
    }

    /// @dev How many levels are between the node in question and the leaves.
    function _remaining(Game storage game, Bonded storage bonded) private view returns (uint256 levels) {
        return MerkleTrees.depthOf(bonded.leaves) - game.level;
    }

    /// @dev The hashes of leaves under a node, filled up with what stands for missing ones.
    function _level(bytes32[] calldata contents, uint256 remaining, uint256 number, uint256 leaves, uint256 disputeId)
        private
        pure
        returns (bytes32[] memory level)
    {
        uint256 first = number << remaining;
        uint256 width = 2 ** remaining;
        uint256 there = leaves <= first ? 0 : leaves - first < width ? leaves - first : width;
        if (contents.length != there) revert WrongReveal(disputeId);
        level = new bytes32[](width);
        for (uint256 i; i < there; ++i) {
            level[i] = NetworkTraces.hashLeaf(contents[i]);
        }
    }

    /// @dev Which neuron a place in a leaf is of, and what it is said to put out.
    function _valueAt(
        uint256 disputeId,
        Network calldata network,
        NetworkTraces.Place memory where,
        bytes32 content,
        uint256 place
    ) private pure returns (uint256 neuron, int32 value) {
        bool isLast = where.layer == network.weightRoots.length;
        uint256 places = isLast ? NetworkTraces.SUMS_IN_LEAF : IntegerNetworks.CHUNK;
        if (place >= places) revert InvalidPick(disputeId, place);
        neuron = where.leaf * places + place;
        value = isLast ? _sumIn(content, place) : int32(uint32(uint8(content[place])));
    }

    function _sumIn(bytes32 content, uint256 place) internal pure returns (int32 sum) {
        return int32(uint32(bytes4(content << (32 * place))));
    }

    // --- from a sum to a chunk ---

    /// @inheritdoc IFraudProofs
    function revealSums(uint256 disputeId, bytes calldata sums) external {
        (Game storage game,) = _turn(disputeId, Phase.Sums);
        uint256 span = game.to - game.from;
        uint256 segments = _ceilDiv(span, _ceilDiv(span, SEGMENTS));
        if (sums.length != SUM_BYTES * (segments + 1)) revert WrongReveal(disputeId);
        if (!_doesFit(game, span, _sumAt(sums, 0), _sumAt(sums, segments))) revert WrongReveal(disputeId);

        game.node = keccak256(sums);
        game.phase = Phase.Segment;

        emit SumsRevealed(disputeId, sums);
    }

    /// @inheritdoc IFraudProofs
    function pickSegment(uint256 disputeId, bytes calldata sums, uint256 segment) external {
        (Game storage game,) = _turn(disputeId, Phase.Segment);
        if (keccak256(sums) != game.node) revert WrongReveal(disputeId);
        if (segment >= sums.length / SUM_BYTES - 1) revert InvalidPick(disputeId, segment);

        uint256 width = _ceilDiv(game.to - game.from, SEGMENTS);
        uint256 from = game.from + segment * width;
        uint256 to = from + width < game.to ? from + width : game.to;
        (int32 before, int32 end) = (_sumAt(sums, segment), _sumAt(sums, segment + 1));
        (game.from, game.to, game.before, game.end) = (uint16(from), uint16(to), before, end);
        game.phase = to - from == 1 ? Phase.Chunk : Phase.Sums;

        emit SegmentPicked(disputeId, from, to, before, end);
    }

    /// @dev The sums of a whole row end in what gives the value; those of a segment begin and end as they did before.
    function _doesFit(Game storage game, uint256 span, int32 first, int32 last) private view returns (bool fits) {
        if (span < _chunks(game.inputs)) return first == game.before && last == game.end;
        uint256 shift = game.level;
        return game.end == (shift == LAST ? last : NetworkTraces.activate(last, shift));
    }

    function _chunks(uint256 inputs) internal pure returns (uint256 chunks) {
        return _ceilDiv(inputs, IntegerNetworks.CHUNK);
    }

    function _sumAt(bytes calldata sums, uint256 place) private pure returns (int32 sum) {
        return int32(uint32(bytes4(sums[SUM_BYTES * place:])));
    }

    function _ceilDiv(uint256 amount, uint256 each) private pure returns (uint256 count) {
        return (amount + each - 1) / each;
    }
}
