// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../interfaces/ILineage.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Lineage} from "./Lineage.sol";

/// @title Class terms: who gets what of the money of a class, in versions that are announced before they hold
abstract contract ClassTerms is Lineage {
    /// @dev latest 32 | effectiveAt 48
    struct Head {
        uint32 latest;
        /// From when on the latest version is in force; the one before is until then.
        uint48 effectiveAt;
    }

    /// @dev slot 0:  service 160 | serviceBps 16 | holdersBps 16 | revShareBps 16 | treasuryBps 16 | parentCount 8
    ///      slot 1:  revShare 160
    ///      slot 2:  treasury 160
    ///      slot 3.. four parents each, from the low bits up:  classId 48 | bps 16
    struct Version {
        address service;
        uint16 serviceBps;
        uint16 holdersBps;
        uint16 revShareBps;
        uint16 treasuryBps;
        uint8 parentCount;
        address revShare;
        address treasury;
        uint256[4] parents;
    }

    /// @inheritdoc ILineage
    uint256 public constant NOTICE = 7 days;
    /// @inheritdoc ILineage
    uint256 public constant MAX_PARENTS = 16;

    address internal constant NATIVE = address(0);

    /// @dev Bits of a packed parent, and of the part within them.
    uint256 private constant PARENT_BITS = 64;
    uint256 private constant BPS_BITS = 16;

    mapping(uint256 classId => Head) private _heads;
    mapping(uint256 classId => mapping(uint256 version => Version)) private _versions;

    // --- setting ---

    /// @inheritdoc ILineage
    function setTerms(uint256 classId, Terms calldata terms) external returns (uint256 version) {
        _checkController(classId);
        _checkSplit(classId, terms);
        Head memory head = _heads[classId];
        if (block.timestamp < head.effectiveAt) revert ChangeAnnounced(classId, head.effectiveAt);

        // Where nobody holds a token yet, nobody bought one under other terms.
        bool isNew = head.latest == 0 && DAT.tokenCountOf(classId) == 0;
        uint256 effectiveAt = isNew ? block.timestamp : block.timestamp + NOTICE;
        version = uint256(head.latest) + 1;
        _heads[classId] = Head(uint32(version), uint48(effectiveAt));
        _setParents(classId, _versions[classId][head.latest], _versions[classId][version], terms.parents);
        _setPayees(_versions[classId][version], terms);
        _openPots(classId, NATIVE);

        emit TermsSet(classId, version, effectiveAt, terms);
    }

    function _setPayees(Version storage stored, Terms calldata terms) private {
        stored.service = terms.service.account;
        stored.serviceBps = terms.service.bps;
        stored.holdersBps = terms.holdersBps;
        stored.revShareBps = terms.revShare.bps;
        stored.treasuryBps = terms.treasury.bps;
        stored.parentCount = uint8(terms.parents.length);
        if (terms.revShare.bps != 0) stored.revShare = terms.revShare.account;
        if (terms.treasury.bps != 0) stored.treasury = terms.treasury.account;
    }

    /// @dev Has whoever sets terms pay for the storage that the first payment by them needs.
    function _openPots(uint256 classId, address asset) internal virtual;

    /// @dev The parents of the version before come first and stay; the others are new. Ids of classes count from 1, so those
    /// that exist fit their bits.
    function _setParents(uint256 classId, Version storage before, Version storage stored, Parent[] calldata parents)
        private
    {
        uint256 known = before.parentCount;
        for (uint256 i; i < known; ++i) {
            (uint256 parentId,) = _parentAt(before, i);
            if (i >= parents.length || parents[i].classId != parentId) revert ParentMissing(classId, parentId, i);
            _checkParent(classId, parents[i]);
        }
        uint256 word;
        for (uint256 i; i < parents.length; ++i) {
            if (i >= known) _derive(classId, parents[i]);
            word |= ((parents[i].classId << BPS_BITS) | parents[i].bps) << (i % 4 * PARENT_BITS);
            if (i % 4 == 3 || i == parents.length - 1) (stored.parents[i / 4], word) = (word, 0);
        }
    }

    function _checkSplit(uint256 classId, Terms calldata terms) private view {
        _checkPayee(terms.service);
        _checkPayee(terms.revShare);
        _checkPayee(terms.treasury);
        uint256 count = terms.parents.length;
        if (count > MAX_PARENTS) revert TooManyParents(classId, count, MAX_PARENTS);

        uint256 sum = uint256(terms.service.bps) + terms.revShare.bps + terms.treasury.bps + terms.holdersBps;
        for (uint256 i; i < count; ++i) {
            sum += terms.parents[i].bps;
        }
        if (sum != RevenueLib.BPS) revert InvalidSplit(classId, sum);
    }

    function _checkPayee(Payee calldata payee) private view {
        bool isSomebody = payee.account != address(0);
        if (isSomebody != (payee.bps != 0) || payee.account == address(this)) {
            revert InvalidPayee(payee.account, payee.bps);
        }
    }

    // --- views ---

    /// @inheritdoc ILineage
    function versionOf(uint256 classId) external view returns (uint256 version) {
        return _versionInForce(classId);
    }

    /// @inheritdoc ILineage
    function pendingTermsOf(uint256 classId) external view returns (uint256 version, uint256 effectiveAt) {
        Head memory head = _heads[classId];
        if (block.timestamp < head.effectiveAt) return (head.latest, head.effectiveAt);
    }

    /// @inheritdoc ILineage
    function termsOf(uint256 classId, uint256 version) external view returns (Terms memory terms) {
        uint256 latest = _heads[classId].latest;
        if (version > latest) revert UnknownTerms(classId, version, latest);
        if (version == 0) {
            terms.holdersBps = uint16(RevenueLib.BPS);
            return terms;
        }
        Version storage stored = _version(classId, version);
        terms.service = Payee(stored.service, stored.serviceBps);
        terms.revShare = Payee(stored.revShare, stored.revShareBps);
        terms.treasury = Payee(stored.treasury, stored.treasuryBps);
        terms.holdersBps = stored.holdersBps;
        terms.parents = new Parent[](stored.parentCount);
        for (uint256 i; i < terms.parents.length; ++i) {
            (uint256 parentId, uint256 bps) = _parentAt(stored, i);
            terms.parents[i] = Parent(parentId, uint16(bps), _purposesOf(classId, parentId));
        }
    }

    /// @inheritdoc ILineage
    function parentsOf(uint256 classId) external view returns (uint256[] memory parentIds) {
        Version storage latest = _latestTerms(classId);
        parentIds = new uint256[](latest.parentCount);
        for (uint256 i; i < parentIds.length; ++i) {
            (parentIds[i],) = _parentAt(latest, i);
        }
    }

    // --- for the other parts ---

    /// @dev 0 when the class has none: everything to its holders.
    function _versionInForce(uint256 classId) internal view returns (uint256 version) {
        Head memory head = _heads[classId];
        return block.timestamp < head.effectiveAt ? head.latest - 1 : head.latest;
    }

    function _latestTerms(uint256 classId) internal view returns (Version storage stored) {
        return _version(classId, _heads[classId].latest);
    }

    function _version(uint256 classId, uint256 version) internal view returns (Version storage stored) {
        return _versions[classId][version];
    }

    function _parentAt(Version storage stored, uint256 place) internal view returns (uint256 parentId, uint256 bps) {
        return _unpackParent(stored.parents[place / 4], place);
    }

    /// @dev The parent at a place, out of the slot that holds it.
    function _unpackParent(uint256 word, uint256 place) internal pure returns (uint256 parentId, uint256 bps) {
        uint256 packed = uint64(word >> (place % 4 * PARENT_BITS));
        return (packed >> BPS_BITS, uint16(packed));
    }
}
