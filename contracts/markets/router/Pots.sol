// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevenueRouter} from "../../interfaces/IRevenueRouter.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {ClassTerms} from "./ClassTerms.sol";

/// @title Pots: in whose name the money lies, and how an amount is split among them
/// @dev Nothing here calls anybody.
abstract contract Pots is ClassTerms {
    /// @dev received 160 | carried 16 | version 32 | older 32 | isOpen 8
    struct Pot {
        /// What came from children under this version, and was not split yet.
        uint160 received;
        /// All that was ever split under this version, modulo 10,000: what the roundings so far depend on.
        uint16 carried;
        uint32 version;
        /// How many pots of earlier versions lie below; of use in the pot of the latest version only.
        uint32 older;
        /// The pot was opened: its slot is never 0 again.
        bool isOpen;
    }

    /// @dev amount 248 | isOpen 8
    struct AccountPot {
        uint248 amount;
        /// As of the pot of a class.
        bool isOpen;
    }

    mapping(uint256 classId => mapping(address asset => Pot)) private _pots;
    mapping(uint256 classId => mapping(address asset => mapping(uint256 place => Pot))) private _olderPots;
    mapping(uint256 classId => mapping(address asset => uint256 amount)) private _held;
    mapping(address account => mapping(address asset => AccountPot)) private _owed;

    // --- opening ---

    /// @inheritdoc IRevenueRouter
    function openPots(uint256 classId, address asset) external {
        _openPots(classId, asset);
    }

    /// @dev A slot that is not 0 is cheaper to write. No slot is kept in memory while anybody is called, so this can come at any
    /// moment, also from an asset in the middle of a payment.
    function _openPots(uint256 classId, address asset) internal override {
        Version storage terms = _latestTerms(classId);
        uint256 count = terms.parentCount;

        _pots[classId][asset].isOpen = true;
        for (uint256 i; i < count; ++i) {
            (uint256 parentId,) = _parentAt(terms, i);
            _pots[parentId][asset].isOpen = true;
        }
        if (terms.serviceBps != 0) _owed[terms.service][asset].isOpen = true;
        if (terms.revShareBps != 0) _owed[terms.revShare][asset].isOpen = true;
        if (terms.treasuryBps != 0) _owed[terms.treasury][asset].isOpen = true;
    }

    // --- splitting ---

    // Nothing is exactly 0, and a version is a version: the equalities are meant.
    // slither-disable-start incorrect-equality

    /// @dev Gives the members of a version their parts of an amount, and tells what is the holders'.
    /// @return holders The part of the holders, which is for the caller to hand over.
    /// @return carried What the pot must carry from now on.
    /// @return dust What the roundings left over, of all that ever came in under this version.
    function _split(uint256 classId, address asset, uint256 version, uint256 before, uint256 amount)
        internal
        returns (uint256 holders, uint16 carried, uint256 dust)
    {
        if (version == 0) return (amount, 0, 0);
        Version storage terms = _version(classId, version);
        uint256 total = before + amount;
        (holders, dust) = _partDown(before, total, terms.holdersBps);
        if (terms.serviceBps != 0) dust += _owe(classId, terms.service, asset, terms.serviceBps, before, total);
        if (terms.revShareBps != 0) dust += _owe(classId, terms.revShare, asset, terms.revShareBps, before, total);
        if (terms.treasuryBps != 0) dust += _owe(classId, terms.treasury, asset, terms.treasuryBps, before, total);
        dust += _splitUp(classId, asset, terms, before, total);
        // slither-disable-next-line weak-prng
        return (holders, uint16(total % RevenueLib.BPS), total - dust);
    }

    /// @dev Gives the parents their parts.
    /// @return dues Their parts of `total`, added up.
    function _splitUp(uint256 classId, address asset, Version storage terms, uint256 before, uint256 total)
        private
        returns (uint256 dues)
    {
        uint256 count = terms.parentCount;
        uint256 word;
        for (uint256 i; i < count; ++i) {
            if (i % 4 == 0) word = terms.parents[i / 4];
            (uint256 parentId, uint256 bps) = _unpackParent(word, i);
            (uint256 part, uint256 due) = _partDown(before, total, bps);
            _passUp(classId, parentId, asset, part);
            dues += due;
        }
    }

    /// @return due The account's part of `total`.
    function _owe(uint256 classId, address account, address asset, uint256 bps, uint256 before, uint256 total)
        private
        returns (uint256 due)
    {
        uint256 part;
        (part, due) = _partDown(before, total, bps);
        if (part == 0) return due;
        _owed[account][asset].amount += uint248(part);

        emit Owed(classId, account, asset, part);
    }

    function _passUp(uint256 classId, uint256 parentId, address asset, uint256 amount) private {
        if (amount == 0) return;
        _presentPot(parentId, asset).received += uint160(amount);

        emit PassedUp(classId, parentId, asset, amount);
    }

    /// @dev What a member with `bps` basis points gets of what came after `before`: all that it should have got by now, less
    /// all that it should have got by then, both rounded down. So of amounts that follow each other it gets exactly its part
    /// of their sum, rounded down. Counting both from a multiple of 10,000 on changes nothing.
    function _partDown(uint256 before, uint256 total, uint256 bps) private pure returns (uint256 part, uint256 due) {
        due = RevenueLib.bpsDown(total, bps);
        part = due - RevenueLib.bpsDown(before, bps);
    }

    // --- pots of classes ---

    /// @dev The pot for what comes in now. One of an earlier version is laid below, unless it is empty. It is not split here,
    /// although it could be: that would touch the pots of the parents, and theirs, without end.
    function _presentPot(uint256 classId, address asset) internal returns (Pot storage pot) {
        pot = _pots[classId][asset];
        uint256 version = _versionInForce(classId);
        if (pot.version == version) return pot;
        if (pot.received != 0 || pot.carried != 0) _olderPots[classId][asset][pot.older++] = pot;
        (pot.received, pot.carried, pot.version) = (0, 0, uint32(version));
    }

    // slither-disable-end incorrect-equality

    function _pot(uint256 classId, address asset) internal view returns (Pot storage pot) {
        return _pots[classId][asset];
    }

    /// @dev Takes the uppermost of the pots below away, for good.
    function _takeOlder(uint256 classId, address asset, uint256 place) internal returns (Pot memory pot) {
        pot = _olderPots[classId][asset][place];
        delete _olderPots[classId][asset][place];
    }

    // --- what waits, and for whom ---

    function _heldFor(uint256 classId, address asset) internal view returns (uint256 amount) {
        return _held[classId][asset];
    }

    function _setHeld(uint256 classId, address asset, uint256 amount) internal {
        _held[classId][asset] = amount;

        emit HoldersWait(classId, asset, amount);
    }

    /// @dev Takes what an account is owed off the books.
    function _takeOwed(address account, address asset) internal returns (uint256 amount) {
        AccountPot storage pot = _owed[account][asset];
        amount = pot.amount;
        pot.amount = 0;
    }

    // --- views ---

    /// @inheritdoc IRevenueRouter
    function owedTo(address account, address asset) external view returns (uint256 amount) {
        return _owed[account][asset].amount;
    }

    /// @inheritdoc IRevenueRouter
    function heldOf(uint256 classId, address asset) external view returns (uint256 amount) {
        return _held[classId][asset];
    }

    /// @inheritdoc IRevenueRouter
    function receivedOf(uint256 classId, address asset) external view returns (uint256 amount) {
        Pot memory pot = _pots[classId][asset];
        amount = pot.received;
        for (uint256 i; i < pot.older; ++i) {
            amount += _olderPots[classId][asset][i].received;
        }
    }

    /// @inheritdoc IRevenueRouter
    function carriedOf(uint256 classId, address asset) external view returns (uint256 amount) {
        Pot memory pot = _pots[classId][asset];
        amount = _dust(classId, pot);
        for (uint256 i; i < pot.older; ++i) {
            amount += _dust(classId, _olderPots[classId][asset][i]);
        }
    }

    /// @dev What the roundings of a version left over so far.
    function _dust(uint256 classId, Pot memory pot) private view returns (uint256 dust) {
        Version storage terms = _version(classId, pot.version);
        uint256 carried = pot.carried;
        dust = carried - RevenueLib.bpsDown(carried, terms.holdersBps) - RevenueLib.bpsDown(carried, terms.serviceBps)
            - RevenueLib.bpsDown(carried, terms.revShareBps) - RevenueLib.bpsDown(carried, terms.treasuryBps);
        for (uint256 i; i < terms.parentCount; ++i) {
            (, uint256 bps) = _parentAt(terms, i);
            dust -= RevenueLib.bpsDown(carried, bps);
        }
    }
}
