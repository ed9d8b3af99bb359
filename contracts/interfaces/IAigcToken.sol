// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7007, IERC7007Enumerable, IERC7007Updatable} from "./IERC7007.sol";
import {IModelRegistry} from "./IModelRegistry.sol";
import {IVerifier} from "./IVerifier.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

/// @title AigcToken: a collection of works that one version of one model made, each verified or open to refutation
/// @notice ERC-721 with ERC-7007 (core, enumerable, updatable) and ERC-2981. A work is minted only with a proof that its model
/// made it, or it is marked as not final until a bonded result of it has stood its time. What mints bring and royalties reach
/// those behind the model. No owner, no proxy, no pause: model, terms and verifiers are fixed when the collection is made.
/// @dev `tokenId == uint256(keccak256(prompt))`. The first byte of a proof names the way (`IModelRegistry.Way`), the rest is
/// for the verifier of that way. An empty proof stands for the way of fraud proofs.
///
/// Assumptions about the world:
/// - The registry is the one that the reader trusts: the collection believes it once, when it is made.
/// - A verifier may do anything; whatever is not a clean `true` is a `false`. But a verifier that says `true` is believed:
///   readers judge a model by the verifiers it names.
/// - The chain reorders transactions inside a block at will, but includes one within `YIELD_BLOCKS` blocks.
/// - Whoever mints in one step cares for nobody who had the same idea before: see `mint`.
interface IAigcToken is IERC7007, IERC7007Enumerable, IERC7007Updatable, IERC2981 {
    // --- types ---

    /// @notice What a collection is made with, for good.
    struct Terms {
        /// Its name.
        string name;
        /// Its symbol.
        string symbol;
        /// What its works are.
        string description;
        /// The MIME type of the works' content, such as `text/plain`.
        string aigcType;
        /// Who gets a part of what mints bring, besides the model; the zero address for nobody.
        address creator;
        /// What a mint costs, in the native coin.
        uint256 mintFee;
        /// The creator's part of it in basis points, rounded down; the rest is the model's.
        uint256 creatorBps;
        /// The royalty on resales in basis points, rounded down; all of it is the model's.
        uint256 royaltyBps;
    }

    /// @notice A work to be minted.
    struct Draft {
        /// What the model was asked: text in UTF-8, not empty.
        bytes prompt;
        /// What it answered.
        bytes aigcData;
        /// The way, then what its verifier needs. By a fraud proof or empty: the work is not final yet.
        bytes proof;
        /// Whether to store prompt and content on the chain, for `prompt` and the full metadata.
        bool stored;
    }

    /// @notice How believable a work is now.
    enum Status {
        /// No such token.
        Unknown,
        /// Nobody has staked a bond on its content, and there is no proof.
        Unproven,
        /// A bond stands behind its content, and can still be challenged.
        Pending,
        /// The content is being disputed.
        Challenged,
        /// Proven, or the time to refute it is over.
        Final,
        /// The content was refuted; `update` replaces it.
        Overturned
    }

    /// @notice A token's content, by what is needed to check it.
    struct Work {
        /// Keccak-256 hash of the content.
        bytes32 contentHash;
        /// How the content is verified.
        IModelRegistry.Way way;
        /// The block of a mint in one step; 0 for a work that was revealed.
        uint256 openedAt;
        /// Where prompt and content are stored on the chain; the zero address when only their hashes are.
        address blob;
    }

    // --- errors: collection ---

    /// @notice The model offers no way to verify its work.
    error NothingVerifies(uint256 modelId);
    /// @notice A creator's part is at most 10,000 basis points, and one above 0 has a creator.
    error InvalidCreatorPart(address creator, uint256 bps);
    /// @notice A royalty is at most 10,000 basis points, and one above 0 has a receiver.
    error InvalidRoyalty(address receiver, uint256 bps);

    /// @notice What the terms say must be text in UTF-8.
    error TermsNotText(bytes text);

    // --- errors: prompts ---

    /// @notice A work answers to something.
    error EmptyPrompt();
    /// @notice A prompt is text in UTF-8.
    error PromptNotText(uint256 tokenId);
    /// @notice The prompt is not the one of this token.
    error WrongPrompt(uint256 tokenId, uint256 promptId);
    /// @notice Nobody committed to this, or it was revealed before.
    error UnknownCommitment(bytes32 commitment);
    /// @notice A commitment is revealed in a later block than its own.
    error RevealTooEarly(bytes32 commitment, uint256 committedAt);

    // --- errors: tokens ---

    /// @notice No token has this id.
    error UnknownToken(uint256 tokenId);
    /// @notice The prompt was minted before.
    error AlreadyMinted(uint256 tokenId, address owner);
    /// @notice Only the owner of the token may do this.
    error NotTokenOwner(uint256 tokenId, address caller, address owner);
    /// @notice Until that block the token would go to whoever reveals an earlier commitment; so nobody can sell it.
    error StillYielding(uint256 tokenId, uint256 until);
    /// @notice A mint is paid exactly.
    error WrongFee(uint256 expected, uint256 sent);

    // --- errors: content ---

    /// @notice There is no such way to verify a work.
    error UnknownWay(uint256 way);
    /// @notice The model does not offer this way.
    error WayNotOffered(IModelRegistry.Way way);
    /// @notice The verifier does not say that the model made this.
    error NotVerified(uint256 tokenId, IModelRegistry.Way way);
    /// @notice The content is final.
    error ContentFinal(uint256 tokenId);
    /// @notice A bond stands behind the content: only a proof or a dispute replaces it.
    error ContentBonded(uint256 tokenId, Status status);
    /// @notice Only content that was refuted is updated.
    error NotOverturned(uint256 tokenId, Status status);
    /// @notice Nobody has staked a bond on the new content.
    error ContentNotBonded(uint256 tokenId, bytes32 contentHash);
    /// @notice The content is not the token's.
    error WrongContent(uint256 tokenId, bytes32 expected, bytes32 actual);
    /// @notice The prompt and the content are not stored on the chain.
    error WorkNotStored(uint256 tokenId);
    /// @notice Prompt and content together are more than one blob holds.
    error TooLargeToStore(uint256 size, uint256 maximum);

    // --- events ---

    /// @notice The collection exists from now on, on the terms that `terms` answers.
    event CollectionMade(
        IModelRegistry indexed registry, uint256 indexed modelId, bytes32 indexed commitment, address revenue
    );
    /// @notice Somebody committed to a prompt.
    event PromptCommitted(bytes32 indexed commitment);
    /// @notice A commitment was revealed, and the token is its author's for good.
    event PromptRevealed(bytes32 indexed commitment, uint256 indexed tokenId);
    /// @notice The content of `AigcData` and `Update`, readable.
    event ContentPublished(uint256 indexed tokenId, bytes prompt, bytes aigcData);
    /// @notice Prompt and content are stored on the chain.
    event ContentStored(uint256 indexed tokenId, address blob);
    /// @notice The metadata of a token changed (ERC-4906).
    event MetadataUpdate(uint256 _tokenId);
    /// @notice What mints brought was paid out.
    event PaidOut(address indexed payee, uint256 amount);

    // --- mint ---

    /// @notice Commits to a prompt without showing it. Repeating a commitment changes nothing.
    /// @param commitment `commitmentOf(minter, prompt, salt)`.
    function commit(bytes32 commitment) external;

    /// @notice Mints the work of a prompt that the caller committed to in an earlier block; the first reveal wins. A token that
    /// was minted in one step after that commitment, and not longer than `YIELD_BLOCKS` ago, changes hands: so nobody takes a
    /// prompt that they saw in the mempool.
    /// @dev Runs the ERC-721 receiver hook when `to` is a contract. Emits `Transfer`, `PromptRevealed`, `AigcData` and
    /// `ContentPublished`.
    function reveal(bytes32 salt, address to, Draft calldata draft) external payable returns (uint256 tokenId);

    /// @notice Mints the work of a prompt in one step, for callers who do not mind that others see it first.
    /// @dev For `YIELD_BLOCKS` the token cannot move, except to somebody who reveals an earlier commitment to its prompt. Runs
    /// the ERC-721 receiver hook when `to` is a contract. Emits `Transfer`, `AigcData` and `ContentPublished`.
    function mint(address to, Draft calldata draft) external payable returns (uint256 tokenId);

    /// @notice Stores prompt and content of a work on the chain. Anyone may.
    function store(bytes calldata prompt, bytes calldata aigcData) external;

    // --- money ---

    /// @notice Pays out what mints brought and one of the two payees has not got yet. Anyone may; nobody hinders the other.
    /// @param payee The model's revenue receiver or the creator; others are owed nothing.
    function payOut(address payee) external returns (uint256 amount);

    // --- views ---

    /// @notice What a commitment is made of: chain, collection, minter, prompt and salt.
    function commitmentOf(address minter, bytes calldata prompt, bytes32 salt)
        external
        view
        returns (bytes32 commitment);

    /// @notice The block of a commitment that was not revealed yet; 0 for none.
    function committedAt(bytes32 commitment) external view returns (uint256 blockNumber);

    /// @notice How believable a work is now.
    function statusOf(uint256 tokenId) external view returns (Status status);

    /// @notice How believable a content of a prompt would be in this collection, whether it was minted or not: what the bonded
    /// results of the way of fraud proofs say of it. Never `Unknown`.
    function bondedStatusOf(uint256 tokenId, bytes32 contentHash) external view returns (Status status);

    /// @notice A token's content, by what is needed to check it.
    function workOf(uint256 tokenId) external view returns (Work memory work);

    /// @notice The content of a work that is stored on the chain.
    function aigcDataOf(uint256 tokenId) external view returns (bytes memory aigcData);

    /// @notice What a payee could have paid out now.
    function owedTo(address payee) external view returns (uint256 amount);

    /// @notice What a payee was paid.
    function paidTo(address payee) external view returns (uint256 amount);

    /// @notice The terms of the collection.
    function terms() external view returns (Terms memory);

    /// @notice The registry that the model was looked up in.
    function registry() external view returns (IModelRegistry);

    /// @notice The version of a model that makes the works.
    function modelId() external view returns (uint256);

    /// @notice What that version commits to: the hash of its weights and program.
    function modelCommitment() external view returns (bytes32);

    /// @notice Where the model's part of fees and all royalties go.
    function revenue() external view returns (address);

    /// @notice Who verifies by a way; the zero address when the model does not offer it.
    function verifierOf(IModelRegistry.Way way) external view returns (IVerifier);
}
