// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028, IERC8028Proofs} from "./IERC8028.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";

/// @title DataAnchoringToken: ERC-8028 with an ERC-1155 face, and what the draft leaves open
/// @notice Ownership, usage quota and a share of the revenue in one token. No owner, no proxy, no pause: whoever deployed
/// the contract can do nothing that others cannot.
/// @dev Assumptions about the world:
/// - An ERC-20 whose balances move by themselves (rebasing) is not supported: it can make its own revenue, and only
///   that, unpayable.
/// - `block.timestamp` never decreases and stays below 2**48.
/// - A class's controller and its minters are trusted by its holders with dilution up to `maxTotalShareOf`.
interface IDataAnchoringToken is IERC8028, IERC8028Proofs, IERC1155MetadataURI, IERC2981 {
    // --- errors: classes ---

    /// @notice No class has this id.
    error UnknownClass(uint256 classId);
    /// @notice Only the controller of the class may do this.
    error NotController(uint256 classId, address caller, address controller);
    /// @notice Only the account that the controller nominated may accept the class.
    error NotPendingController(uint256 classId, address caller, address pendingController);
    /// @notice Only the controller or a minter that it named may mint in this class.
    error NotMinter(uint256 classId, address caller);
    /// @notice Metadata, policy and royalty of this class are fixed for good.
    error ClassFrozen(uint256 classId);
    /// @notice No such version of the metadata or the policy: versions count from 1 to `latest`.
    error UnknownVersion(uint256 classId, uint256 version, uint256 latest);
    /// @notice A royalty is at most 10,000 basis points, and one above 0 has a receiver.
    error InvalidRoyalty(address receiver, uint256 bps);

    // --- errors: tokens ---

    /// @notice No token has this id.
    error UnknownToken(uint256 tokenId);
    /// @notice The token expired at `expireAt`.
    error TokenExpired(uint256 tokenId, uint64 expireAt);
    /// @notice A mint cannot expire before the present second.
    error ExpiryInPast(uint64 expireAt, uint256 timestamp);
    /// @notice A token holds at most `maximum` units of quota.
    error ValueTooLarge(uint256 value, uint256 maximum);
    /// @notice The mint would raise the class's living share above its cap.
    error ShareCapExceeded(uint256 classId, uint256 totalShare, uint256 maxTotalShare);
    /// @notice Arrays that go together differ in length.
    error LengthMismatch(uint256 expected, uint256 actual);

    // --- errors: quota ---

    /// @notice The caller is neither the owner of the token nor its operator in the class.
    error NotOwnerOrClassOperator(uint256 tokenId, address caller);
    /// @notice The token has less quota than asked for.
    error InsufficientValue(uint256 tokenId, uint256 available, uint256 required);
    /// @notice Quota moves between tokens of one class only.
    error ClassMismatch(uint256 fromTokenId, uint256 toTokenId);
    /// @notice The source and the target of the quota are one token.
    error SameToken(uint256 tokenId);
    /// @notice The amount is 0.
    error ZeroAmount();

    // --- errors: revenue ---

    /// @notice No share of the class is alive, so the revenue would belong to nobody.
    error NoLiveShare(uint256 classId);
    /// @notice The asset is not an ERC-20 contract; the native coin goes through `settleRevenueETH`.
    error InvalidAsset(address asset);
    /// @notice The revenue is more than the books can hold.
    error RevenueTooLarge(uint256 classId, address asset, uint256 amount);
    /// @notice Revenue goes to the owner, or, when the owner asks, to any address but zero.
    error InvalidClaimReceiver(uint256 tokenId, address caller, address to);

    // --- errors: ownership, proofs ---

    /// @notice Only the owner, or an operator that it named by `setApprovalForAll`, moves a token.
    error NotOwnerOrOperator(uint256 tokenId, address caller);
    /// @notice The signature is neither the owner's nor the controller's over exactly this proof.
    error InvalidProofSignature(uint256 tokenId, bytes32 proofType, string uri);

    // --- events ---

    /// @notice The terms of a class that never change, and its first controller. Emitted once, at creation.
    event ClassTermsSet(uint256 indexed classId, address indexed controller, uint8 unitDecimals, uint256 maxTotalShare);
    /// @notice `nominee` may accept the control of the class; the zero address withdraws a nomination.
    event ControllerNominated(uint256 indexed classId, address indexed controller, address indexed nominee);
    /// @notice The control of the class changed hands; to the zero address when it was renounced.
    event ControllerTransferred(uint256 indexed classId, address indexed from, address indexed to);
    /// @notice `minter` may, or may no longer, mint in the class.
    event MinterSet(uint256 indexed classId, address indexed minter, bool allowed);
    /// @notice `value` of new quota was added to a token that exists.
    event ValueMinted(uint256 indexed tokenId, uint256 value);
    /// @notice Metadata, policy and royalty of the class are fixed for good.
    event Frozen(uint256 indexed classId);
    /// @notice Resales of the class's tokens owe `bps` basis points to `receiver` (ERC-2981).
    event RoyaltySet(uint256 indexed classId, address indexed receiver, uint256 bps);
    /// @notice ERC-4906: the metadata of these ids changed.
    event BatchMetadataUpdate(uint256 _fromTokenId, uint256 _toTokenId);
    /// @notice ERC-4906: the metadata of this id changed. Declared by the standard; metadata here belongs to classes.
    event MetadataUpdate(uint256 _tokenId);

    // --- classes ---

    /// @notice `createClass` with a cap on the class's living share that can never change. A cap of 0 makes a class of
    /// quota without revenue; one above 2**64 - 1 is stored as that, which is what every other class has.
    function createClassWithCap(
        string calldata metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string calldata policyURI,
        uint256 maxTotalShare
    ) external returns (uint256 classId);

    /// @notice How many classes there are; their ids are 1 to this.
    function classCount() external view returns (uint256 count);

    /// @notice The controller of a class; the zero address once renounced.
    function controllerOf(uint256 classId) external view returns (address controller);

    /// @notice Who may accept the control of a class; the zero address when nobody.
    function pendingControllerOf(uint256 classId) external view returns (address nominee);

    /// @notice Nominates the next controller, which takes over by `acceptController`. Only the controller.
    function transferController(uint256 classId, address nominee) external;

    /// @notice Takes over the control of a class. Only the nominee. Minters stay named.
    function acceptController(uint256 classId) external;

    /// @notice Gives the control of a class up for good. Only the controller. Minters stay named: remove them first if
    /// nobody shall ever mint again.
    function renounceController(uint256 classId) external;

    /// @notice Names or removes a minter. Only the controller.
    function setMinter(uint256 classId, address minter, bool allowed) external;

    /// @notice Whether the controller named this account a minter of the class.
    function isMinter(uint256 classId, address account) external view returns (bool allowed);

    /// @notice Fixes metadata, policy and royalty of a class for good. Only the controller. Minting goes on.
    function freezeClass(uint256 classId) external;

    /// @notice Whether the class is frozen.
    function isFrozen(uint256 classId) external view returns (bool frozen);

    /// @notice Sets the ERC-2981 royalty of a class, 0 to 10,000 basis points. Only the controller, until frozen.
    function setRoyalty(uint256 classId, address receiver, uint256 bps) external;

    /// @notice How many versions of metadata and policy a class has had; the last ones are current.
    function versionsOf(uint256 classId) external view returns (uint256 metadataVersions, uint256 policyVersions);

    /// @notice The metadata of a class as of one version, from 1. Every version stays readable for good.
    function metadataVersion(uint256 classId, uint256 version)
        external
        view
        returns (string memory metadataURI, bytes32 integrityHash);

    /// @notice The policy of a class as of one version, from 1. Every version stays readable for good.
    function policyVersion(uint256 classId, uint256 version) external view returns (string memory policyURI);

    /// @notice The sum of the shares of a class that are alive in this second.
    function totalShareOf(uint256 classId) external view returns (uint256 totalShare);

    /// @notice What `totalShareOf` can never exceed.
    function maxTotalShareOf(uint256 classId) external view returns (uint256 maxTotalShare);

    /// @notice How many tokens a class has; their serials are 1 to this.
    function tokenCountOf(uint256 classId) external view returns (uint256 count);

    // --- tokens ---

    /// @notice `mint` for many accounts. Only the controller or a minter. Arrays go together.
    function mintBatch(
        uint256 classId,
        address[] calldata to,
        uint256[] calldata value,
        uint256[] calldata shareRatio,
        uint64[] calldata expireAt
    ) external returns (uint256[] memory tokenIds);

    /// @notice Adds quota to a living token, whoever owns it: what its owner bought more of. Only the controller or a minter.
    /// @dev Emits `ValueMinted`.
    /// @param value In the smallest unit of the class, more than 0.
    function mintValue(uint256 tokenId, uint256 value) external;

    /// @notice `recordUsage` of one metric on many tokens, each by its owner or class operator.
    function recordUsageBatch(uint256[] calldata tokenIds, bytes32 metricType, uint256[] calldata amounts) external;

    /// @notice Emits `Expired` for those of the tokens that are expired and were not announced yet. Anyone may.
    function pokeExpired(uint256[] calldata tokenIds) external;

    // --- revenue ---

    /// @notice Forgets up to `max` deadlines of a class that have passed, so that later mints and settlements walk a
    /// smaller tree. Anyone may. The accounting is exact without it; it reverts for no reason but an unknown class.
    /// @return forgotten How many deadlines were forgotten.
    function sync(uint256 classId, uint256 max) external returns (uint256 forgotten);

    /// @notice Claims one asset for many tokens, each to its owner; tokens without pending revenue are passed over.
    /// Anyone may. Neighbours in the list with one owner are paid by one transfer.
    /// @return amount The sum of what was paid.
    function claimMany(uint256[] calldata tokenIds, address asset) external returns (uint256 amount);

    /// @notice Claims the assets to the owner, then moves the token to `to`. Only the owner or its `setApprovalForAll`
    /// operator.
    function claimAndTransfer(uint256 tokenId, address[] calldata assets, address to) external;

    // --- proofs ---

    /// @notice When exactly this proof was added first, in Unix time; 0 if never.
    function proofAddedAt(uint256 tokenId, bytes32 proofType, string calldata uri)
        external
        view
        returns (uint256 timestamp);
}
