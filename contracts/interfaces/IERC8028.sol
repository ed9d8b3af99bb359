// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Data Anchoring Token, the surface of the ERC-8028 draft
/// @notice A class is one AI asset: a dataset, a model or an agent. A token is a position in one class: an owner, a
/// `value` (usage quota), a `shareRatio` (weight in the class's revenue) and an optional expiry.
/// @dev Source: the ERC-8028 draft (ethereum/ERCs pull request 1219, CC0). The ERC-165 id is the XOR of these nineteen
/// selectors, `0x2c0b686c`. Expired means `expireAt != 0 && block.timestamp > expireAt`. `asset` is the zero address for the
/// native coin, an ERC-20 otherwise; amounts are in the smallest unit of the asset.
interface IERC8028 {
    /// @notice A class exists from now on.
    event ClassCreated(uint256 indexed classId, string metadataURI, bytes32 integrityHash);
    /// @notice The policy of a class is now what `policyURI` names. Emitted at creation too.
    event ClassPolicyUpdated(uint256 indexed classId, string policyURI);
    /// @notice The metadata of a class is now what `metadataURI` names and `integrityHash` fixes.
    event MetadataUpdated(uint256 indexed classId, string metadataURI, bytes32 integrityHash);
    /// @notice A token exists from now on. `shareRatio` is the stored, saturated number.
    event Minted(
        uint256 indexed tokenId, uint256 indexed classId, address to, uint256 value, uint256 shareRatio, uint64 expireAt
    );
    /// @notice A whole token changed hands.
    event TransferToken(uint256 indexed tokenId, address indexed from, address indexed to);
    /// @notice Quota moved between two tokens of one class.
    event ValueTransferred(uint256 indexed fromTokenId, uint256 indexed toTokenId, uint256 value);
    /// @notice The token was found expired. Emitted once, at the first call that touches it; the accounting never waits for it.
    event Expired(uint256 indexed tokenId);
    /// @notice `amount` units of quota were used; `metricType` labels what for, e.g. `keccak256("inference_calls")`.
    event UsageRecorded(uint256 indexed tokenId, bytes32 metricType, uint256 amount, address actor);
    /// @notice `amount` of `asset` arrived for the live shares of the class.
    event RevenueSettled(uint256 indexed classId, address indexed asset, uint256 amount);
    /// @notice `amount` of `asset` left for `to`.
    event Claimed(uint256 indexed tokenId, address indexed to, address indexed asset, uint256 amount);
    /// @notice `operator` may, or may no longer, use and move the quota of every token of the class that `owner` holds.
    event ApprovalForClass(address indexed owner, uint256 indexed classId, address indexed operator, bool approved);

    /// @notice The current metadata and policy of a class.
    /// @return metadataURI Where the metadata lies.
    /// @return integrityHash What the class commits to: the hash that the metadata or data must match.
    /// @return unitDecimals Decimals of the quota: 10**unitDecimals of `value` make one unit of usage.
    /// @return policyURI Where the policy lies.
    function getClassMeta(uint256 classId)
        external
        view
        returns (string memory metadataURI, bytes32 integrityHash, uint8 unitDecimals, string memory policyURI);

    /// @notice The class of a token.
    function classOf(uint256 tokenId) external view returns (uint256 classId);

    /// @notice The unused quota of a token, in the smallest unit of its class.
    function valueOf(uint256 tokenId) external view returns (uint256 value);

    /// @notice The weight of a token in the revenue of its class, 0 to 2**32 - 1. Kept after expiry, when it no longer counts.
    function shareRatioOf(uint256 tokenId) external view returns (uint256 shareRatio);

    /// @notice The last second at which the token works, in Unix time; 0 for a token that does not expire.
    function expireAtOf(uint256 tokenId) external view returns (uint64 expireAt);

    /// @notice The owner of a token.
    function ownerOf(uint256 tokenId) external view returns (address owner);

    /// @notice What `claim` would pay for the token now, in the smallest unit of `asset`.
    function pendingRevenue(uint256 tokenId, address asset) external view returns (uint256 amount);

    /// @notice Creates a class; the caller becomes its controller. Anyone may.
    /// @dev Emits `ClassCreated`, `ClassPolicyUpdated` and `IDataAnchoringToken.ClassTermsSet`.
    /// @return classId Counts from 1.
    function createClass(
        string calldata metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string calldata policyURI
    ) external returns (uint256 classId);

    /// @notice Publishes a new version of the metadata. Only the controller; reverts once the class is frozen.
    /// @dev Emits `MetadataUpdated` and ERC-4906's `BatchMetadataUpdate` over every id of the class.
    function updateClassMetadata(uint256 classId, string calldata metadataURI, bytes32 integrityHash) external;

    /// @notice Publishes a new version of the policy. Only the controller; reverts once the class is frozen.
    function updateClassPolicy(uint256 classId, string calldata policyURI) external;

    /// @notice Mints a token. Only the controller or a minter that it named.
    /// @dev The token earns from settlements after this call only. Runs the ERC-1155 receiver hook when `to` is a contract.
    /// Emits `Minted` and `TransferSingle`.
    /// @param value Quota in the smallest unit of the class, at most 2**128 - 1; more reverts.
    /// @param shareRatio Weight in the class's revenue; saturates at 2**32 - 1.
    /// @param expireAt Last second at which the token works, not in the past; 0 for never.
    /// @return tokenId `classId << 128 | serial`, serials count from 1.
    function mint(uint256 classId, address to, uint256 value, uint256 shareRatio, uint64 expireAt)
        external
        returns (uint256 tokenId);

    /// @notice Moves a whole token with its quota, share and unclaimed revenue. Only the owner or an operator that the
    /// owner named by `setApprovalForAll`. Expired tokens still move.
    /// @dev Emits `TransferToken` and `TransferSingle`; runs the ERC-1155 receiver hook when `to` is a contract.
    function transferToken(uint256 tokenId, address to) external;

    /// @notice Lets `operator` use and move the quota of the caller's tokens in a class: all of it, until revoked.
    function approveForClass(uint256 classId, address operator, bool approved) external;

    /// @notice Whether `operator` may use and move the quota of `owner`'s tokens in the class.
    function isApprovedForClass(address owner, uint256 classId, address operator) external view returns (bool approved);

    /// @notice Moves quota to another token of the same class, whoever owns it. Only the owner of the source or its class
    /// operator; neither token may be expired; `value` is not 0.
    function transferValue(uint256 fromTokenId, uint256 toTokenId, uint256 value) external;

    /// @notice Lowers the quota by `amount` (the hard quota profile); 0 only emits. Only the owner or its class operator.
    function recordUsage(uint256 tokenId, bytes32 metricType, uint256 amount) external;

    /// @notice Distributes the native coin sent along among the shares that are alive in this second. Anyone may.
    /// @dev Reverts when no share is alive or nothing is sent.
    function settleRevenueETH(uint256 classId) external payable;

    /// @notice Pulls `amount` of an ERC-20 from the caller and distributes what arrived. Anyone may.
    /// @dev Emits and credits the difference of balances, so a fee on transfer is the payer's.
    function settleRevenueERC20(uint256 classId, address asset, uint256 amount) external;

    /// @notice Pays out the unclaimed revenue of a token. The owner may name any `to`; anyone else only the owner.
    /// @return amountClaimed 0 when nothing is pending; that neither reverts nor emits `Claimed`.
    function claim(uint256 tokenId, address asset, address payable to) external returns (uint256 amountClaimed);
}

/// @title The optional proof registry of the ERC-8028 draft
interface IERC8028Proofs {
    /// @notice A proof about the token was added: a statement that its owner or its class's controller stands for.
    event ProofAdded(uint256 indexed tokenId, bytes32 proofType, string uri, bytes signature);

    /// @notice Adds a proof. The controller of the class needs no signature; anyone else brings one of the owner or the
    /// controller (an account or an ERC-1271 contract).
    /// @dev The signature is EIP-712 over `AddProof(uint256 tokenId,bytes32 proofType,string uri)` in the domain that
    /// `eip712Domain()` answers (name, version, chain id, this contract). A repetition emits again and changes nothing.
    /// @param proofType A label such as `keccak256("quality")`.
    /// @param uri Where the proof lies.
    function addProof(uint256 tokenId, bytes32 proofType, string calldata uri, bytes calldata signature) external;
}
