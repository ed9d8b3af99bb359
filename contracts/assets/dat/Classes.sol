// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../interfaces/IERC8028.sol";
import {ExpiryTree} from "../../libraries/ExpiryTree.sol";
import {RevenueLedger} from "../../libraries/RevenueLedger.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Classes: who controls an AI asset, what it commits to, and every version of that
abstract contract Classes is IDataAnchoringToken {
    using ExpiryTree for ExpiryTree.Tree;

    struct Metadata {
        bytes32 integrityHash;
        string uri;
    }

    /// @dev slot 0:  controller 160 | unitDecimals 8 | frozen 8 | hasPair 8 | metadataVersions 32 | policyVersions 32
    ///      slot 1:  tokens 64 | joined 64 | issuedShare 64 | maxTotalShare 64
    struct Class {
        address controller;
        uint8 unitDecimals;
        bool frozen;
        /// It has earned in an ERC-20; see `ClaimRecords`.
        bool hasPair;
        uint32 metadataVersions;
        uint32 policyVersions;
        uint64 tokens;
        /// The moment (see `Clock`) of the last mint that brought a share.
        uint64 joined;
        /// The sum of all shares ever minted; what has expired of it is known to `deadlines`.
        uint64 issuedShare;
        uint64 maxTotalShare;
        ExpiryTree.Tree deadlines;
        address nominee;
        address royaltyReceiver;
        uint16 royaltyBps;
        mapping(uint256 version => Metadata) metadata;
        mapping(uint256 version => string) policies;
        mapping(address account => bool) minters;
        mapping(address asset => RevenueLedger.Ledger) ledgers;
    }

    /// @dev Bits of a token id that hold its serial; the class is above.
    uint256 internal constant SERIAL_BITS = 128;

    /// @inheritdoc IDataAnchoringToken
    uint256 public classCount;

    mapping(uint256 classId => Class) private _classes;

    // --- creation ---

    /// @inheritdoc IERC8028
    function createClass(
        string calldata metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string calldata policyURI
    ) external returns (uint256 classId) {
        return _createClass(metadataURI, integrityHash, unitDecimals, policyURI, type(uint64).max);
    }

    /// @inheritdoc IDataAnchoringToken
    function createClassWithCap(
        string calldata metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string calldata policyURI,
        uint256 maxTotalShare
    ) external returns (uint256 classId) {
        uint64 cap = uint64(Math.min(maxTotalShare, type(uint64).max));
        return _createClass(metadataURI, integrityHash, unitDecimals, policyURI, cap);
    }

    function _createClass(
        string calldata metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string calldata policyURI,
        uint64 maxTotalShare
    ) private returns (uint256 classId) {
        classId = ++classCount;
        Class storage class = _classes[classId];
        class.controller = msg.sender;
        class.unitDecimals = unitDecimals;
        class.maxTotalShare = maxTotalShare;
        _addMetadata(class, metadataURI, integrityHash);
        _addPolicy(class, policyURI);

        emit ClassCreated(classId, metadataURI, integrityHash);
        emit ClassTermsSet(classId, msg.sender, unitDecimals, maxTotalShare);
        emit ClassPolicyUpdated(classId, policyURI);
    }

    // --- metadata and policy ---

    /// @inheritdoc IERC8028
    function updateClassMetadata(uint256 classId, string calldata metadataURI, bytes32 integrityHash) external {
        _addMetadata(_editable(classId), metadataURI, integrityHash);

        emit MetadataUpdated(classId, metadataURI, integrityHash);
        emit BatchMetadataUpdate((classId << SERIAL_BITS) | 1, (classId << SERIAL_BITS) | type(uint128).max);
    }

    /// @inheritdoc IERC8028
    function updateClassPolicy(uint256 classId, string calldata policyURI) external {
        _addPolicy(_editable(classId), policyURI);

        emit ClassPolicyUpdated(classId, policyURI);
    }

    /// @inheritdoc IDataAnchoringToken
    function setRoyalty(uint256 classId, address receiver, uint256 bps) external {
        Class storage class = _editable(classId);
        if (bps > RevenueLib.BPS || (bps != 0 && receiver == address(0))) revert InvalidRoyalty(receiver, bps);

        class.royaltyReceiver = receiver;
        class.royaltyBps = uint16(bps);

        emit RoyaltySet(classId, receiver, bps);
    }

    /// @inheritdoc IDataAnchoringToken
    function freezeClass(uint256 classId) external {
        _editable(classId).frozen = true;

        emit Frozen(classId);
    }

    // --- roles ---

    /// @inheritdoc IDataAnchoringToken
    function setMinter(uint256 classId, address minter, bool allowed) external {
        _controlled(classId).minters[minter] = allowed;

        emit MinterSet(classId, minter, allowed);
    }

    /// @inheritdoc IDataAnchoringToken
    function transferController(uint256 classId, address nominee) external {
        _controlled(classId).nominee = nominee;

        emit ControllerNominated(classId, msg.sender, nominee);
    }

    /// @inheritdoc IDataAnchoringToken
    function acceptController(uint256 classId) external {
        Class storage class = _class(classId);
        address nominee = class.nominee;
        if (msg.sender != nominee) revert NotPendingController(classId, msg.sender, nominee);

        _setController(class, classId, nominee);
    }

    /// @inheritdoc IDataAnchoringToken
    function renounceController(uint256 classId) external {
        _setController(_controlled(classId), classId, address(0));
    }

    function _setController(Class storage class, uint256 classId, address controller) private {
        address before = class.controller;
        class.controller = controller;
        class.nominee = address(0);

        emit ControllerTransferred(classId, before, controller);
    }

    // --- views ---

    /// @inheritdoc IERC8028
    function getClassMeta(uint256 classId)
        external
        view
        returns (string memory metadataURI, bytes32 integrityHash, uint8 unitDecimals, string memory policyURI)
    {
        Class storage class = _class(classId);
        Metadata storage current = class.metadata[class.metadataVersions];
        return (current.uri, current.integrityHash, class.unitDecimals, class.policies[class.policyVersions]);
    }

    /// @inheritdoc IDataAnchoringToken
    function versionsOf(uint256 classId) external view returns (uint256 metadataVersions, uint256 policyVersions) {
        Class storage class = _class(classId);
        return (class.metadataVersions, class.policyVersions);
    }

    /// @inheritdoc IDataAnchoringToken
    function metadataVersion(uint256 classId, uint256 version)
        external
        view
        returns (string memory metadataURI, bytes32 integrityHash)
    {
        Class storage class = _class(classId);
        _checkVersion(classId, version, class.metadataVersions);
        Metadata storage metadata = class.metadata[version];
        return (metadata.uri, metadata.integrityHash);
    }

    /// @inheritdoc IDataAnchoringToken
    function policyVersion(uint256 classId, uint256 version) external view returns (string memory policyURI) {
        Class storage class = _class(classId);
        _checkVersion(classId, version, class.policyVersions);
        return class.policies[version];
    }

    /// @inheritdoc IDataAnchoringToken
    function controllerOf(uint256 classId) external view returns (address controller) {
        return _class(classId).controller;
    }

    /// @inheritdoc IDataAnchoringToken
    function pendingControllerOf(uint256 classId) external view returns (address nominee) {
        return _class(classId).nominee;
    }

    /// @inheritdoc IDataAnchoringToken
    function isMinter(uint256 classId, address account) external view returns (bool allowed) {
        return _class(classId).minters[account];
    }

    /// @inheritdoc IDataAnchoringToken
    function isFrozen(uint256 classId) external view returns (bool frozen) {
        return _class(classId).frozen;
    }

    /// @inheritdoc IDataAnchoringToken
    function totalShareOf(uint256 classId) external view returns (uint256 totalShare) {
        Class storage class = _class(classId);
        return class.issuedShare - class.deadlines.sumBefore(block.timestamp);
    }

    /// @inheritdoc IDataAnchoringToken
    function maxTotalShareOf(uint256 classId) external view returns (uint256 maxTotalShare) {
        return _class(classId).maxTotalShare;
    }

    /// @inheritdoc IDataAnchoringToken
    function tokenCountOf(uint256 classId) external view returns (uint256 count) {
        return _class(classId).tokens;
    }

    // --- for the other parts ---

    /// @dev A class always has a first version of its metadata.
    function _class(uint256 classId) internal view returns (Class storage class) {
        class = _classes[classId];
        if (class.metadataVersions == 0) revert UnknownClass(classId);
    }

    /// @dev The class, without the read that tells whether it exists: for callers that know, or find out by other means.
    function _classUnchecked(uint256 classId) internal view returns (Class storage class) {
        return _classes[classId];
    }

    /// @dev The class, if the caller controls it.
    function _controlled(uint256 classId) private view returns (Class storage class) {
        class = _class(classId);
        address controller = class.controller;
        if (msg.sender != controller) revert NotController(classId, msg.sender, controller);
    }

    /// @dev The class, if the caller controls it and it is not frozen.
    function _editable(uint256 classId) private view returns (Class storage class) {
        class = _controlled(classId);
        if (class.frozen) revert ClassFrozen(classId);
    }

    function _addMetadata(Class storage class, string calldata metadataURI, bytes32 integrityHash) private {
        class.metadata[++class.metadataVersions] = Metadata(integrityHash, metadataURI);
    }

    function _addPolicy(Class storage class, string calldata policyURI) private {
        class.policies[++class.policyVersions] = policyURI;
    }

    function _checkVersion(uint256 classId, uint256 version, uint256 latest) private pure {
        if (version == 0 || version > latest) revert UnknownVersion(classId, version, latest);
    }
}
