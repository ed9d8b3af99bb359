// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier, Statement} from "./IVerifier.sol";

/// @notice What the commitment of an integer network is the hash of; see docs/networks.md.
struct Network {
    /// `n_0` (inputs) to `n_L` (outputs).
    uint32[] sizes;
    /// One for each layer but the last.
    uint8[] shifts;
    /// For each layer the root over the chunks of its weights.
    bytes32[] weightRoots;
    /// For each layer the root over its biases.
    bytes32[] biasRoots;
}

/// @title Fraud proofs: a bonded result of an integer network stands until somebody refutes it in time
/// @notice Anyone proposes a statement with a bond and the root of its trace: the tree over everything that the network
/// computes on the way. Anyone may challenge that, with a bond of the same size, within a window of blocks. The two then
/// narrow down what they disagree about, each on a chess clock, until one chunk of 32 products is left, which the chain
/// computes. The loser's bond goes to the winner, but for the half that is burnt. docs/disputes.md shows the game.
/// @dev Proposals are judged, and statements by their proposals: a true statement with a wrong trace can be overturned, and
/// then proposed again. So "overturned" says that what stood for a statement fell, not that its opposite is true. A wrong
/// statement has no right trace, so every proposal of it loses to whoever knows the network.
///
/// Assumptions: a side that wants to move gets a transaction into a block within its clock; the weights of a model are known
/// to whoever watches it; keccak256 has no collisions.
interface IFraudProofs is IVerifier {
    /// @notice How far a statement or a proposal has come. Of a statement, the best of its proposals, in the order Final,
    /// Pending, Challenged, Overturned.
    enum Status {
        /// Nobody proposed it.
        None,
        /// It stands unchallenged, or every challenge so far was lost; not final yet.
        Pending,
        /// A dispute about it is open.
        Challenged,
        /// It can never fall any more.
        Final,
        /// It fell.
        Overturned
    }

    /// @notice How far a dispute has come, and so whose turn it is.
    enum Phase {
        /// There is no such dispute.
        None,
        /// The proposer reveals what lies under the node in question.
        Nodes,
        /// The challenger picks one of the revealed.
        Pick,
        /// The proposer reveals the partial sums of the neuron in question.
        Sums,
        /// The challenger picks one segment between two of them.
        Segment,
        /// One chunk is left: the challenger has the chain compute it.
        Chunk,
        /// The proposer won; the money is there to be collected.
        Upheld,
        /// The challenger won; the money is there to be collected.
        Refuted,
        /// It is over, and the money is gone.
        Collected
    }

    /// @notice A proposal, as everybody sees it.
    struct Proposal {
        /// Who bonded it.
        address proposer;
        /// The last block in which it can be challenged.
        uint256 lastBlock;
        /// How many disputes about it are open.
        uint256 open;
        /// How many leaves its trace has.
        uint256 leaves;
        /// What it says; see `Statements.hash`.
        bytes32 statementHash;
        /// The root of its trace.
        bytes32 trace;
        Status status;
    }

    /// @notice A dispute, as everybody sees it.
    struct Dispute {
        uint256 proposalId;
        address challenger;
        Phase phase;
        /// Blocks that each side has left, as of `since`.
        uint256 proposerLeft;
        uint256 challengerLeft;
        /// The block in which the side whose turn it is began to use its blocks.
        uint256 since;
        /// The node in question: its level below the root. Once a neuron was picked, the shift of its layer; 255 in the last.
        uint256 level;
        /// Its number on that level. Once a neuron was picked, the first leaf of the layer below, in the whole trace.
        uint256 number;
        /// The node itself. Once sums were revealed, their hash.
        bytes32 node;
        /// The number of the neuron in its layer, once one was picked.
        uint256 neuron;
        /// The chunks in question, `from` to `to - 1`, and the sums before and after them as they were revealed. Until then,
        /// `end` is what the neuron is said to put out.
        uint256 from;
        uint256 to;
        int32 before;
        int32 end;
    }

    /// @notice What a proposal is about, given again by who moves, because only its hash is kept.
    struct Subject {
        address collection;
        bytes32 promptHash;
        bytes32 contentHash;
        Network network;
    }

    /// @notice 32 bytes of a trace, and what shows that they are in it.
    struct Leaf {
        /// Its number in the whole trace.
        uint256 number;
        bytes32 content;
        /// The sibling on each level, from the leaf upwards to below the node that the leaf is shown to lie under.
        bytes32[] opening;
    }

    /// @notice Why the label of an image is wrong: another output is greater, or as great and before it.
    struct Rival {
        uint256 image;
        /// The number of the other output.
        uint256 output;
        /// The leaf with the sum of the output that the content names, opened to the root of the trace.
        Leaf said;
        /// The leaf with the sum of the other.
        Leaf found;
    }

    /// @notice A result is bonded from now on.
    event Proposed(
        uint256 indexed proposalId,
        bytes32 indexed statementHash,
        bytes32 indexed commitment,
        address proposer,
        address collection,
        bytes prompt,
        bytes content,
        bytes32 trace,
        uint256 lastBlock
    );
    /// @notice A proposal is final, and its bond is back with its proposer.
    event Finalized(uint256 indexed proposalId, bytes32 indexed statementHash, address proposer);
    /// @notice A proposal fell: the challenger of this dispute won it.
    event ProposalOverturned(uint256 indexed proposalId, bytes32 indexed statementHash, uint256 indexed disputeId);
    /// @notice Somebody bonded that a proposal is wrong.
    event ChallengeOpened(uint256 indexed proposalId, uint256 indexed disputeId, address indexed challenger);
    /// @notice The proposer showed what lies under the node in question.
    event NodesRevealed(uint256 indexed disputeId, bytes32[] nodes);
    /// @notice The challenger picked a node.
    event NodePicked(uint256 indexed disputeId, uint256 level, uint256 number, bytes32 node);
    /// @notice The challenger picked a value of a leaf: what a neuron of its layer is said to put out.
    event NeuronPicked(uint256 indexed disputeId, uint256 leaf, uint256 neuron, int32 value);
    /// @notice The proposer showed partial sums, four bytes each.
    event SumsRevealed(uint256 indexed disputeId, bytes sums);
    /// @notice The challenger picked a segment.
    event SegmentPicked(uint256 indexed disputeId, uint256 from, uint256 to, int32 before, int32 end);
    /// @notice The proposer won a dispute.
    event ChallengeLost(uint256 indexed disputeId, uint256 indexed proposalId);
    /// @notice The money of a dispute was paid out.
    event Collected(uint256 indexed disputeId, address indexed to, uint256 amount, uint256 burnt);

    /// @notice Bonds have one size.
    error WrongBond(uint256 value, uint256 bond);
    /// @notice A window and a clock are from 1 to 2^24 - 1 blocks, and a bond is not 0.
    error InvalidTerms(uint256 window, uint256 clock, uint256 bond);
    /// @notice The network is not what the statement's model commits to.
    error WrongNetwork(bytes32 commitment, bytes32 expected);
    /// @notice The parts of the network do not fit each other, or one is out of its bounds.
    error MalformedNetwork();
    /// @notice No such network has a prompt of this length, or answers it with a content of this length.
    error WrongLength(uint256 prompt, uint256 content);
    /// @notice No proposal has this id.
    error UnknownProposal(uint256 proposalId);
    /// @notice Only what is pending or challenged, within its window, can be challenged.
    error NotChallengeable(uint256 proposalId, Status status, uint256 lastBlock);
    /// @notice The proposal cannot be finalized: it is not final, or it has been.
    error NotFinal(uint256 proposalId, Status status);
    /// @notice The move belongs to another phase, or the dispute is over, or it never began.
    error WrongPhase(uint256 disputeId, Phase phase);
    /// @notice It is this side's turn, and the caller is somebody else.
    error NotYourMove(uint256 disputeId, address caller, address side);
    /// @notice The side whose turn it is has no blocks left.
    error OutOfTime(uint256 disputeId, uint256 used, uint256 left);
    /// @notice The side whose turn it is still has blocks left.
    error TimeLeft(uint256 disputeId, uint256 used, uint256 left);
    /// @notice What is revealed does not hash to, or does not end in, what it was said to be.
    error WrongReveal(uint256 disputeId);
    /// @notice The opening does not lead to the root or node that it must lead to.
    error WrongOpening(uint256 disputeId);
    /// @notice There is nothing to pick there.
    error InvalidPick(uint256 disputeId, uint256 pick);
    /// @notice What is given again is not what the proposal is about.
    error WrongSubject(uint256 disputeId);
    /// @notice The chain finds what the challenger disputes to be right.
    error NotRefuted(uint256 disputeId);
    /// @notice The dispute is still open.
    error NotEnded(uint256 disputeId, Phase phase);

    // --- terms ---

    /// @notice In how many blocks after its own a proposal can be challenged.
    function WINDOW() external view returns (uint256 blocks);

    /// @notice How many blocks each side of a dispute has for all its moves together.
    function CLOCK() external view returns (uint256 blocks);

    /// @notice What a proposal and a challenge are bonded with, in the smallest unit of the native coin.
    function BOND() external view returns (uint256 amount);

    // --- proposals ---

    /// @notice Bonds a result. Anyone may, for any statement, also for one that was proposed before.
    /// @param statement `prompt` and `content` are what docs/networks.md says; only their lengths are checked here.
    /// @param network The preimage of `statement.commitment`.
    /// @param trace The root over the trace; see docs/disputes.md.
    /// @return proposalId Counts from 1.
    function propose(Statement calldata statement, Network calldata network, bytes32 trace)
        external
        payable
        returns (uint256 proposalId);

    /// @notice Pays the bond of a final proposal back to its proposer; anyone may call it.
    /// @dev A proposal becomes final by itself. Only where a statement has several, one that was not the first standing one
    /// counts for its statement as Pending until this is called, or until its disputes end.
    function finalize(uint256 proposalId) external;

    /// @notice How far a statement has come, by `Statements.hash`.
    function statusOf(bytes32 statementHash) external view returns (Status status);

    /// @notice A proposal.
    function proposalOf(uint256 proposalId) external view returns (Proposal memory proposal);

    /// @notice How many proposals there ever were; they are numbered from 1.
    function proposalCount() external view returns (uint256 count);

    // --- disputes ---

    /// @notice Bonds that a proposal is wrong. Any number of disputes about one proposal run side by side.
    /// @return disputeId Counts from 1.
    function challenge(uint256 proposalId) external payable returns (uint256 disputeId);

    /// @notice As the proposer: shows what lies five levels under the node in question, or, where the leaves are no further
    /// than that, the contents of the leaves under it.
    function revealNodes(uint256 disputeId, bytes32[] calldata nodes) external;

    /// @notice As the challenger: picks one of the revealed nodes.
    /// @param number Its number on its level, in the whole trace.
    /// @param opening From the node upwards to below the node in question.
    function pickNode(uint256 disputeId, uint256 number, bytes32 node, bytes32[] calldata opening) external;

    /// @notice As the challenger: picks one value of a revealed leaf that is not of the inputs. Where no neuron is at that
    /// place, and something is, that decides the dispute.
    /// @param place Which byte, or in the last layer which group of four.
    function pickNeuron(uint256 disputeId, Subject calldata subject, Leaf calldata leaf, uint256 place) external;

    /// @notice As the proposer: shows partial sums of the neuron in question: before the first, between every two and after
    /// the last of the segments that its chunks in question are cut into, at most 64 of one length, the last one maybe shorter.
    /// @param sums Four bytes each, big-endian two's complement.
    function revealSums(uint256 disputeId, bytes calldata sums) external;

    /// @notice As the challenger: picks a segment.
    /// @param sums What was revealed, as it was.
    function pickSegment(uint256 disputeId, bytes calldata sums, uint256 segment) external;

    // --- the judge ---

    /// @notice As the challenger: a revealed leaf of the inputs is not what the prompt says there.
    function refuteInput(uint256 disputeId, Subject calldata subject, bytes calldata prompt, Leaf calldata leaf)
        external;

    /// @notice As the challenger: the sum after the one chunk left is not the sum before and its 32 products, or the chunk
    /// has a weight out of its bounds.
    /// @param weights The chunk, with its opening to the root over the layer's weights.
    /// @param inputs The leaf of the layer below that it is multiplied by, with its opening to the root of the trace.
    function refuteChunk(
        uint256 disputeId,
        bytes32 weights,
        bytes32[] calldata weightsOpening,
        bytes32 inputs,
        bytes32[] calldata inputsOpening
    ) external;

    /// @notice As the challenger: the sum before the first chunk is not the neuron's bias, or that is out of its bounds.
    function refuteBias(uint256 disputeId, Subject calldata subject, int32 bias, bytes32[] calldata opening) external;

    /// @notice As the challenger, at any time while the dispute is open: the label of an image in the content is no label of
    /// the network (then only `rival.image` matters), or has a rival that it should have lost to.
    function refuteLabel(uint256 disputeId, Subject calldata subject, bytes calldata content, Rival calldata rival)
        external;

    // --- the end ---

    /// @notice Ends a dispute in which the side whose turn it is has no blocks left; anyone may call it.
    function timeout(uint256 disputeId) external;

    /// @notice Pays out a dispute that is over; anyone may call it. The winner gets its bond and half of the loser's; whoever
    /// challenged a proposal that fell in another dispute gets its bond.
    /// @return amount What was paid.
    function collect(uint256 disputeId) external returns (uint256 amount);

    /// @notice A dispute.
    function disputeOf(uint256 disputeId) external view returns (Dispute memory dispute);

    /// @notice How many disputes there ever were; they are numbered from 1.
    function disputeCount() external view returns (uint256 count);

    /// @notice What of all bonds was burnt so far: it stays here for good.
    function burnt() external view returns (uint256 amount);
}
