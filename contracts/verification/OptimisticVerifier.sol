// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../interfaces/IFraudProofs.sol";
import {IntegerNetworks} from "../libraries/IntegerNetworks.sol";
import {MerkleTrees} from "../libraries/MerkleTrees.sol";
import {NetworkTraces} from "../libraries/NetworkTraces.sol";
import {Narrowing} from "./Narrowing.sol";
import {Proposals} from "./Proposals.sol";

/// @title Optimistic verifier: results are true unless somebody shows in time that they are not
/// @notice This file is the judge: each function executes one step, and finds against the proposer or not at all.
/// @dev The interface `IFraudProofs` is the specification. One concern, one file: `Proposals`, `Disputes`, `Narrowing`.
contract OptimisticVerifier is Narrowing {
    using NetworkTraces for Network;

    /// @param window In how many blocks after its own a proposal can be challenged.
    /// @param clock How many blocks each side of a dispute has.
    /// @param bond What a proposal and a challenge are bonded with.
    constructor(uint256 window, uint256 clock, uint256 bond) Proposals(window, clock, bond) {}

    /// @inheritdoc IFraudProofs
    function refuteInput(uint256 disputeId, Subject calldata subject, bytes calldata prompt, Leaf calldata leaf)
        external
    {
        (Game storage game, Bonded storage bonded,) = _inTurn(disputeId, Phase.Pick);
        _checkSubject(disputeId, subject, bonded);
        if (keccak256(prompt) != subject.promptHash) revert WrongSubject(disputeId);
        _checkPicked(disputeId, leaf, game, bonded);
        NetworkTraces.Place memory where = subject.network.locate(leaf.number);
        if (where.layer != 0) revert InvalidPick(disputeId, leaf.number);
        if (subject.network.isInput(prompt, where, leaf.content)) revert NotRefuted(disputeId);

        _refute(disputeId, game, bonded);
    }

    /// @inheritdoc IFraudProofs
    function refuteChunk(
        uint256 disputeId,
        bytes32 weights,
        bytes32[] calldata weightsOpening,
        bytes32 inputs,
        bytes32[] calldata inputsOpening
    ) external {
        (Game storage game, Bonded storage bonded,) = _inTurn(disputeId, Phase.Chunk);
        uint256 chunk = game.from;
        _checkWeights(disputeId, game, chunk, weights, weightsOpening);
        uint256 depth = MerkleTrees.depthOf(bonded.leaves);
        bytes32 node = NetworkTraces.hashLeaf(inputs);
        _checkOpening(disputeId, node, game.number + chunk, inputsOpening, depth, bonded.trace);
        bool isChunk = NetworkTraces.isChunk(weights, game.inputs - chunk * IntegerNetworks.CHUNK);
        if (isChunk && game.before + NetworkTraces.dot(weights, inputs) == game.end) revert NotRefuted(disputeId);

        _refute(disputeId, game, bonded);
    }

    /// @inheritdoc IFraudProofs
    function refuteBias(uint256 disputeId, Subject calldata subject, int32 bias, bytes32[] calldata opening) external {
        (Game storage game, Bonded storage bonded,) = _inTurn(disputeId, Phase.Chunk);
        if (game.from != 0) revert InvalidPick(disputeId, game.from);
        _checkSubject(disputeId, subject, bonded);
        bytes32 root = subject.network.biasRoots[subject.network.locate(game.number).layer];
        uint256 depth = MerkleTrees.depthOf(game.rows);
        _checkOpening(disputeId, IntegerNetworks.biasLeaf(bias), game.neuron, opening, depth, root);
        if (bias == game.before && NetworkTraces.isBias(bias)) revert NotRefuted(disputeId);

        _refute(disputeId, game, bonded);
    }

    /// @inheritdoc IFraudProofs
    function refuteLabel(uint256 disputeId, Subject calldata subject, bytes calldata content, Rival calldata rival)
        external
    {
        (Game storage game, Bonded storage bonded) = _running(disputeId);
        if (msg.sender != game.challenger) revert NotYourMove(disputeId, msg.sender, game.challenger);
        _checkSubject(disputeId, subject, bonded);
        if (keccak256(content) != subject.contentHash) revert WrongSubject(disputeId);
        if (rival.image >= content.length / subject.network.digitsOf()) revert InvalidPick(disputeId, rival.image);
        uint256 label = subject.network.labelOf(content, rival.image);
        bool isLabel = label != NetworkTraces.NO_NUMBER;
        if (isLabel && !_isGreater(disputeId, subject.network, bonded, label, rival)) revert NotRefuted(disputeId);

        _refute(disputeId, game, bonded);
    }

    function _isGreater(
        uint256 disputeId,
        Network calldata network,
        Bonded storage bonded,
        uint256 label,
        Rival calldata rival
    ) private view returns (bool greater) {
        if (rival.output >= network.sizes[network.weightRoots.length]) {
            revert InvalidPick(disputeId, rival.output);
        }
        int32 said = _logit(disputeId, network, bonded, rival.image, label, rival.said);
        int32 found = _logit(disputeId, network, bonded, rival.image, rival.output, rival.found);
        return found > said || (found == said && rival.output < label);
    }

    function _checkWeights(
        uint256 disputeId,
        Game storage game,
        uint256 chunk,
        bytes32 weights,
        bytes32[] calldata opening
    ) private view {
        uint256 chunks = _chunks(game.inputs);
        uint256 number = game.neuron * chunks + chunk;
        uint256 depth = MerkleTrees.depthOf(game.rows * chunks);
        _checkOpening(disputeId, IntegerNetworks.chunkLeaf(weights), number, opening, depth, game.weights);
    }

    /// @dev The sum of an output, out of the leaf of the trace that holds it.
    function _logit(
        uint256 disputeId,
        Network calldata network,
        Bonded storage bonded,
        uint256 image,
        uint256 output,
        Leaf calldata leaf
    ) private view returns (int32 sum) {
        uint256 first = (image + 1) * network.leavesOf() - network.leavesOf(network.weightRoots.length);
        uint256 number = first + output / NetworkTraces.SUMS_IN_LEAF;
        if (leaf.number != number) revert InvalidPick(disputeId, leaf.number);
        uint256 depth = MerkleTrees.depthOf(bonded.leaves);
        bytes32 node = NetworkTraces.hashLeaf(leaf.content);
        _checkOpening(disputeId, node, number, leaf.opening, depth, bonded.trace);
        return _sumIn(leaf.content, output % NetworkTraces.SUMS_IN_LEAF);
    }
}
