// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Lineage: what a class was made from, and the terms by which it shares what it earns
/// @notice A class's terms say, in basis points, who gets what of the money it receives: its service, its parents (the
/// classes that it was made from), its holders, the RevShare token of its model, its treasury. Whoever pays can read them,
/// and what was announced, before.
/// @dev Who controls a class is what the Data Anchoring Token says.
///
/// Terms are versions, counted from 1. The first ones of a class without tokens are in force at once; every other change is
/// announced for `NOTICE`, comes for certain, and is the only one on its way. Version 0 is what every class begins with:
/// everything to its holders.
///
/// Parents stay: terms name all those of the terms before, in their order and then the new ones, each with at least what the
/// parent accepted when it became one. So nobody is written out of what was made from his work.
///
/// A class has a rank, above those of all its parents. It may still rise while the class is nobody's parent, and never after.
/// So no search is needed to know that no class descends from itself. What this rules out: a class that has children cannot
/// take a parent of its own rank or above; make the next version of it a class of its own.
interface ILineage {
    /// @notice Whether a class lets others derive from it.
    enum Permission {
        /// Whom its controller consented to.
        ByRequest,
        /// Everybody, by the terms that it published.
        Open,
        /// Nobody.
        Closed
    }

    /// @notice An account and its part, in basis points. No account, no part, and the other way round.
    struct Payee {
        address account;
        uint16 bps;
    }

    /// @notice A parent, its part in basis points, and what it was used for: the sum of `1` train, `2` fine-tune, `4`
    /// evaluate, `8` compose.
    struct Parent {
        uint256 classId;
        uint16 bps;
        uint8 purposes;
    }

    /// @notice Who gets what of the money that a class receives. All parts add up to 10,000.
    struct Terms {
        /// Who runs the service, or operates the asset.
        Payee service;
        /// An ERC-7641 token, which takes plain transfers.
        Payee revShare;
        /// Where the class saves.
        Payee treasury;
        /// The part of the holders of the class, by its living shares.
        uint16 holdersBps;
        Parent[] parents;
    }

    // --- errors ---

    /// @notice The parts of the terms do not add up to 10,000 basis points.
    error InvalidSplit(uint256 classId, uint256 given);
    /// @notice A part without an account, an account without a part, or this contract.
    error InvalidPayee(address account, uint256 bps);
    /// @notice A class has at most `maximum` parents.
    error TooManyParents(uint256 classId, uint256 count, uint256 maximum);
    /// @notice A change is on its way already; the next can be announced when it is in force.
    error ChangeAnnounced(uint256 classId, uint256 effectiveAt);
    /// @notice The terms must name this parent at this place, as those before did.
    error ParentMissing(uint256 classId, uint256 parentId, uint256 place);
    /// @notice The class derives from this parent already.
    error AlreadyParent(uint256 classId, uint256 parentId);
    /// @notice The parent accepted no less than `leastBps`.
    error PartTooSmall(uint256 classId, uint256 parentId, uint256 bps, uint256 leastBps);
    /// @notice What a parent was used for cannot be declared otherwise later.
    error PurposesDiffer(uint256 classId, uint256 parentId, uint256 declared, uint256 given);
    /// @notice Nobody may derive from this class.
    error DerivationClosed(uint256 classId, uint256 parentId);
    /// @notice The parent's controller did not consent to this child.
    error ConsentMissing(uint256 classId, uint256 parentId);
    /// @notice The parent does not allow all that it is used for, or nothing is declared.
    error PurposeRefused(uint256 classId, uint256 parentId, uint256 purposes, uint256 allowed);
    /// @notice A class does not descend from itself, and one that has children takes no parent of its own rank or above.
    error LineageLoop(uint256 classId, uint256 parentId);
    /// @notice The least part is at most 10,000 basis points, and purposes are of the four.
    error InvalidDerivation(uint256 leastBps, uint256 purposes);

    /// @notice No such version of the terms: they count from 0, which is everything to the holders, to `latest`.
    error UnknownTerms(uint256 classId, uint256 version, uint256 latest);

    // --- events ---

    /// @notice A class has new terms, in force from `effectiveAt` on.
    event TermsSet(uint256 indexed classId, uint256 indexed version, uint256 effectiveAt, Terms terms);
    /// @notice `classId` derives from `parentId`, for good, with at least `leastBps`.
    event Derived(uint256 indexed classId, uint256 indexed parentId, uint256 leastBps, uint256 purposes);
    /// @notice Who may derive from the class from now on, for at least what, and for which purposes.
    event DerivationSet(uint256 indexed classId, Permission permission, uint256 leastBps, uint256 purposes);
    /// @notice The controller of `classId` asks that of `parentId` for its consent.
    event DerivationRequested(uint256 indexed classId, uint256 indexed parentId, uint256 bps, uint256 purposes);
    /// @notice The controller of `parentId` lets `classId` derive from it; with no purposes, it no longer does.
    event ConsentGiven(uint256 indexed parentId, uint256 indexed classId, uint256 leastBps, uint256 purposes);

    // --- terms ---

    /// @notice Sets the terms of a class. Only its controller. They are in force at once if they are its first and it has
    /// no tokens yet, else after `NOTICE`. New parents are derived from at once, and the pots of the native coin are opened.
    /// @return version The number of the new terms.
    function setTerms(uint256 classId, Terms calldata terms) external returns (uint256 version);

    /// @notice For how long a change is announced, in seconds.
    function NOTICE() external view returns (uint256 duration);

    /// @notice How many parents a class can have.
    function MAX_PARENTS() external view returns (uint256 maximum);

    /// @notice The version of the terms that is in force now; 0 when everything goes to the holders.
    function versionOf(uint256 classId) external view returns (uint256 version);

    /// @notice The change that is on its way; zeros when there is none.
    function pendingTermsOf(uint256 classId) external view returns (uint256 version, uint256 effectiveAt);

    /// @notice The terms of a class as of one version, from 0 to the latest. Every version stays readable for good.
    function termsOf(uint256 classId, uint256 version) external view returns (Terms memory terms);

    // --- lineage ---

    /// @notice Sets who may derive from a class, and what it accepts at least. Only its controller; what was derived
    /// before keeps what was accepted then.
    function setDerivation(uint256 classId, Permission permission, uint16 leastBps, uint8 purposes) external;

    /// @notice Asks a class's controller for its consent. Only the controller of the child. It says so and no more.
    function requestDerivation(uint256 classId, uint256 parentId, uint16 bps, uint8 purposes) external;

    /// @notice Lets one class derive from `parentId`, on its own terms, until the consent is used or taken back by
    /// consenting to no purposes. Only the controller of the parent. A closed class consents when it opens again.
    function consent(uint256 parentId, uint256 classId, uint16 leastBps, uint8 purposes) external;

    /// @notice Who may derive from a class, for at least what, and for which purposes.
    function derivationOf(uint256 classId)
        external
        view
        returns (Permission permission, uint256 leastBps, uint256 purposes);

    /// @notice What the controller of `parentId` consented to for one class; no purposes when to nothing.
    function consentOf(uint256 parentId, uint256 classId) external view returns (uint256 leastBps, uint256 purposes);

    /// @notice What a class derives from, in the order in which it came to it.
    function parentsOf(uint256 classId) external view returns (uint256[] memory parentIds);

    /// @notice What a parent accepted at least when `classId` derived from it, and for which purposes; no purposes when
    /// it does not.
    function derivedFrom(uint256 classId, uint256 parentId) external view returns (uint256 leastBps, uint256 purposes);

    /// @notice A number above that of every parent of the class, which is fixed once the class has children.
    function rankOf(uint256 classId) external view returns (uint256 rank, bool hasChildren);
}
