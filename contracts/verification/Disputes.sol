// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs} from "../interfaces/IFraudProofs.sol";
import {Proposals} from "./Proposals.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Disputes: who may move, how long, who has won, and where the bonds go
abstract contract Disputes is Proposals {
    using SafeTransferLib for address;

    /// @dev slot:  challenger 160 | since 40 | proposerLeft 24 | challengerLeft 24 | phase 8
    /// slot:  proposalId 64 | number 40 | level 8 | inputs 16 | rows 16 | neuron 16 | from 16 | to 16 | before 32 | end 32
    /// slot:  node
    /// slot:  weights
    /// From the pick of a neuron on, the second slot says all that later moves must know of it, so that they need not be
    /// given the network again; the fields that the way down the tree used up to then have another meaning:
    struct Game {
        address challenger;
        uint40 since;
        uint24 proposerLeft;
        uint24 challengerLeft;
        Phase phase;
        uint64 proposalId;
        /// The node's on its level; later, the first leaf of what the neuron reads.
        uint40 number;
        /// The node's below the root; later, the shift of the neuron's layer, or `LAST`.
        uint8 level;
        /// How many values the neuron reads.
        uint16 inputs;
        /// How many neurons its layer has.
        uint16 rows;
        uint16 neuron;
        uint16 from;
        uint16 to;
        int32 before;
        /// Until a segment is picked, what the neuron is said to put out.
        int32 end;
        /// Later, the hash of the sums revealed last.
        bytes32 node;
        /// The root over the weights of the neuron's layer.
        bytes32 weights;
    }

    /// @dev No shift: the value of a neuron in the last layer is its sum.
    uint8 internal constant LAST = type(uint8).max;

    /// @inheritdoc IFraudProofs
    uint256 public disputeCount;
    /// @inheritdoc IFraudProofs
    uint256 public burnt;

    mapping(uint256 disputeId => Game) private _games;

    // --- the beginning ---

    /// @inheritdoc IFraudProofs
    function challenge(uint256 proposalId) external payable returns (uint256 disputeId) {
        _checkBond();
        Bonded storage bonded = _known(proposalId);
        if (bonded.fate != Fate.Standing || block.number > bonded.lastBlock) {
            revert NotChallengeable(proposalId, _statusOf(bonded), bonded.lastBlock);
        }

        disputeId = ++disputeCount;
        Game storage game = _games[disputeId];
        game.challenger = msg.sender;
        game.since = uint40(block.number);
        game.proposerLeft = uint24(CLOCK);
        game.challengerLeft = uint24(CLOCK);
        game.phase = Phase.Nodes;
        game.proposalId = uint64(proposalId);
        game.node = bonded.trace;
        _open(bonded);

        emit ChallengeOpened(proposalId, disputeId, msg.sender);
    }

    // --- the turns ---

    /// @dev Whoever's turn it is moves: what that took is off its clock.
    function _turn(uint256 disputeId, Phase phase) internal returns (Game storage game, Bonded storage bonded) {
        uint256 left;
        (game, bonded, left) = _inTurn(disputeId, phase);

        game.since = uint40(block.number);
        if (_isProposers(phase)) game.proposerLeft = uint24(left);
        else game.challengerLeft = uint24(left);
    }

    /// @dev The side whose turn it is has moved so far, in its time; `left` is what it will have left.
    function _inTurn(uint256 disputeId, Phase phase)
        internal
        view
        returns (Game storage game, Bonded storage bonded, uint256 left)
    {
        (game, bonded) = _running(disputeId);
        if (game.phase != phase) revert WrongPhase(disputeId, game.phase);
        bool proposers = _isProposers(phase);
        address side = proposers ? bonded.proposer : game.challenger;
        if (msg.sender != side) revert NotYourMove(disputeId, msg.sender, side);
        (uint256 used, uint256 before) = _time(game, proposers);
        if (used > before) revert OutOfTime(disputeId, used, before);
        left = before - used;
    }

    /// @dev A dispute that is not over, about a proposal that did not fall in another one.
    function _running(uint256 disputeId) internal view returns (Game storage game, Bonded storage bonded) {
        game = _games[disputeId];
        bonded = _bonded[game.proposalId];
        Phase phase = game.phase;
        if (bonded.fate != Fate.Standing || phase >= Phase.Upheld) revert WrongPhase(disputeId, phase);
    }

    function _isProposers(Phase phase) private pure returns (bool proposers) {
        return phase == Phase.Nodes || phase == Phase.Sums;
    }

    function _time(Game storage game, bool proposers) private view returns (uint256 used, uint256 left) {
        return (block.number - game.since, proposers ? game.proposerLeft : game.challengerLeft);
    }

    // --- the end ---

    /// @inheritdoc IFraudProofs
    function timeout(uint256 disputeId) external {
        (Game storage game, Bonded storage bonded) = _running(disputeId);
        bool proposers = _isProposers(game.phase);
        (uint256 used, uint256 left) = _time(game, proposers);
        if (used <= left) revert TimeLeft(disputeId, used, left);

        if (proposers) _refute(disputeId, game, bonded);
        else _acquit(disputeId, game, bonded);
    }

    /// @inheritdoc IFraudProofs
    function collect(uint256 disputeId) external nonReentrant returns (uint256 amount) {
        Game storage game = _games[disputeId];
        (address to, uint256 paid, uint256 lost) = _payout(disputeId, game);

        amount = paid;
        game.phase = Phase.Collected;
        burnt += lost;

        emit Collected(disputeId, to, amount, lost);

        to.safeTransferETH(amount);
    }

    /// @inheritdoc IFraudProofs
    function disputeOf(uint256 disputeId) external view returns (Dispute memory dispute) {
        Game storage game = _games[disputeId];
        dispute.proposalId = game.proposalId;
        dispute.challenger = game.challenger;
        dispute.phase = game.phase;
        dispute.proposerLeft = game.proposerLeft;
        dispute.challengerLeft = game.challengerLeft;
        dispute.since = game.since;
        dispute.level = game.level;
        dispute.number = game.number;
        dispute.node = game.node;
        dispute.neuron = game.neuron;
        dispute.from = game.from;
        dispute.to = game.to;
        dispute.before = game.before;
        dispute.end = game.end;
    }

    /// @dev Money waits until it is collected: a judgement then costs no transfer, and no receiver can refuse it.
    function _refute(uint256 disputeId, Game storage game, Bonded storage bonded) internal {
        game.phase = Phase.Refuted;
        _overturn(bonded, game.proposalId, disputeId);
    }

    function _acquit(uint256 disputeId, Game storage game, Bonded storage bonded) private {
        game.phase = Phase.Upheld;
        _uphold(bonded, game.proposalId);

        emit ChallengeLost(disputeId, game.proposalId);
    }

    /// @dev Half of the loser's bond is burnt, so that no one loses to a friend for nothing. Where the proposal fell in
    /// another dispute, nobody loses this one.
    function _payout(uint256 disputeId, Game storage game)
        private
        view
        returns (address to, uint256 amount, uint256 lost)
    {
        Phase phase = game.phase;
        Bonded storage bonded = _bonded[game.proposalId];
        uint256 won = BOND / 2;
        if (phase == Phase.Upheld) return (bonded.proposer, won, BOND - won);
        if (phase == Phase.Refuted) return (game.challenger, BOND + won, BOND - won);
        bool isOver = phase != Phase.Collected && bonded.fate == Fate.Overturned;
        if (!isOver) revert NotEnded(disputeId, phase);
        return (game.challenger, BOND, 0);
    }
}
