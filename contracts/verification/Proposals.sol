// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../interfaces/IFraudProofs.sol";
import {IVerifier, Statement} from "../interfaces/IVerifier.sol";
import {NetworkTraces} from "../libraries/NetworkTraces.sol";
import {Statements} from "../libraries/Statements.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Proposals: bonded results, and how far the statements that they are about have come
/// @dev No loop over proposals: each statement counts those that stand, and remembers one that answers for it.
abstract contract Proposals is IFraudProofs, ReentrancyGuardTransient {
    using NetworkTraces for Network;
    using SafeTransferLib for address;

    /// @dev What happened to a proposal for good; the rest follows from blocks and disputes.
    enum Fate {
        None,
        Standing,
        Finalized,
        Overturned
    }

    /// @dev slot:  proposer 160 | lastBlock 40 | open 24 | leaves 24 | fate 8
    struct Bonded {
        address proposer;
        uint40 lastBlock;
        uint24 open;
        uint24 leaves;
        Fate fate;
        bytes32 statementHash;
        bytes32 trace;
    }

    /// @dev slot:  candidate 64 | quiet 32 | standing 32
    /// `standing` did not fall; of these, `quiet` are not disputed now. The candidate is the one whose finality needs no
    /// transaction; it changes when it is neither quiet nor final and another one is.
    struct Support {
        uint64 candidate;
        uint32 quiet;
        uint32 standing;
    }

    /// @inheritdoc IFraudProofs
    uint256 public immutable WINDOW;
    /// @inheritdoc IFraudProofs
    uint256 public immutable CLOCK;
    /// @inheritdoc IFraudProofs
    uint256 public immutable BOND;

    /// @inheritdoc IFraudProofs
    uint256 public proposalCount;

    mapping(uint256 proposalId => Bonded) internal _bonded;
    mapping(bytes32 statementHash => Support) private _support;

    constructor(uint256 window, uint256 clock, uint256 bond) {
        if (window == 0 || window > type(uint24).max || clock == 0 || clock > type(uint24).max || bond == 0) {
            revert InvalidTerms(window, clock, bond);
        }
        (WINDOW, CLOCK, BOND) = (window, clock, bond);
    }

    // --- proposing ---

    /// @inheritdoc IFraudProofs
    function propose(Statement calldata statement, Network calldata network, bytes32 trace)
        external
        payable
        returns (uint256 proposalId)
    {
        _checkBond();
        uint256 leaves = _checkStatement(statement, network);

        proposalId = ++proposalCount;
        bytes32 statementHash = Statements.hash(statement);
        uint256 lastBlock = block.number + WINDOW;
        _bonded[proposalId] =
            Bonded(msg.sender, uint40(lastBlock), 0, uint24(leaves), Fate.Standing, statementHash, trace);
        ++_support[statementHash].standing;
        _quieten(statementHash, proposalId);

        _announce(proposalId, statementHash, statement, trace, lastBlock);
    }

    /// @inheritdoc IFraudProofs
    function finalize(uint256 proposalId) external nonReentrant {
        Bonded storage bonded = _known(proposalId);
        Status status = _statusOf(bonded);
        if (status != Status.Final || bonded.fate == Fate.Finalized) revert NotFinal(proposalId, status);

        bytes32 statementHash = bonded.statementHash;
        bonded.fate = Fate.Finalized;
        Support storage support = _support[statementHash];
        if (_statusOf(_bonded[support.candidate]) != Status.Final) support.candidate = uint64(proposalId);

        emit Finalized(proposalId, statementHash, bonded.proposer);

        bonded.proposer.safeTransferETH(BOND);
    }

    function _checkBond() internal view {
        if (msg.value != BOND) revert WrongBond(msg.value, BOND);
    }

    function _checkStatement(Statement calldata statement, Network calldata network)
        private
        pure
        returns (uint256 leaves)
    {
        bytes32 commitment = network.commitmentOf();
        if (commitment != statement.commitment) revert WrongNetwork(commitment, statement.commitment);
        if (!network.isWellFormed()) revert MalformedNetwork();
        leaves = network.imagesOf(statement.prompt.length, statement.content.length) * network.leavesOf();
        if (leaves == 0 || leaves > type(uint24).max) {
            revert WrongLength(statement.prompt.length, statement.content.length);
        }
    }

    function _announce(
        uint256 proposalId,
        bytes32 statementHash,
        Statement calldata statement,
        bytes32 trace,
        uint256 lastBlock
    ) private {
        emit Proposed(
            proposalId,
            statementHash,
            statement.commitment,
            msg.sender,
            statement.collection,
            statement.prompt,
            statement.content,
            trace,
            lastBlock
        );
    }

    // --- what stands ---

    /// @inheritdoc IVerifier
    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool valid) {
        return proof.length == 0 && statusOf(Statements.hash(statement)) == Status.Final;
    }

    /// @inheritdoc IFraudProofs
    function statusOf(bytes32 statementHash) public view returns (Status status) {
        Support storage support = _support[statementHash];
        uint256 candidate = support.candidate;
        if (candidate == 0) return Status.None;
        if (_statusOf(_bonded[candidate]) == Status.Final) return Status.Final;
        if (support.quiet > 0) return Status.Pending;
        return support.standing > 0 ? Status.Challenged : Status.Overturned;
    }

    /// @inheritdoc IFraudProofs
    function proposalOf(uint256 proposalId) external view returns (Proposal memory proposal) {
        Bonded storage bonded = _known(proposalId);
        return Proposal(
            bonded.proposer,
            bonded.lastBlock,
            bonded.open,
            bonded.leaves,
            bonded.statementHash,
            bonded.trace,
            _statusOf(bonded)
        );
    }

    function _known(uint256 proposalId) internal view returns (Bonded storage bonded) {
        bonded = _bonded[proposalId];
        if (bonded.fate == Fate.None) revert UnknownProposal(proposalId);
    }

    function _statusOf(Bonded storage bonded) internal view returns (Status status) {
        Fate fate = bonded.fate;
        if (fate == Fate.None) return Status.None;
        if (fate == Fate.Overturned) return Status.Overturned;
        if (fate == Fate.Finalized) return Status.Final;
        if (bonded.open > 0) return Status.Challenged;
        return block.number > bonded.lastBlock ? Status.Final : Status.Pending;
    }

    // --- what disputes do to it ---

    function _open(Bonded storage bonded) internal {
        if (bonded.open++ == 0) --_support[bonded.statementHash].quiet;
    }

    function _uphold(Bonded storage bonded, uint256 proposalId) internal {
        if (--bonded.open == 0) _quieten(bonded.statementHash, proposalId);
    }

    function _overturn(Bonded storage bonded, uint256 proposalId, uint256 disputeId) internal {
        bonded.fate = Fate.Overturned;
        --_support[bonded.statementHash].standing;

        emit ProposalOverturned(proposalId, bonded.statementHash, disputeId);
    }

    /// @dev One more proposal is not disputed. It answers for its statement unless one does that is as good.
    function _quieten(bytes32 statementHash, uint256 proposalId) private {
        Support storage support = _support[statementHash];
        ++support.quiet;
        Status held = _statusOf(_bonded[support.candidate]);
        if (held == Status.Final) return;
        if (held == Status.Pending && _statusOf(_bonded[proposalId]) == Status.Pending) return;
        support.candidate = uint64(proposalId);
    }
}
