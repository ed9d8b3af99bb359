// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "./ILineage.sol";

/// @title Revenue router: whoever pays a class pays everybody behind it, by the terms that the class published
/// @notice Money moves one hop at a time. What is paid to a class is split at once by the terms in force: its holders are
/// settled, its service, RevShare token and treasury are owed, its parents receive. What a class received from its children
/// waits in its name until anybody lets it flow on, and is split by the terms that were in force when it came.
/// @dev No part of a split calls anybody but the Data Anchoring Token, so no member can stand in the way of another: a part
/// that cannot go where it belongs waits in a pot, in the name of whom it belongs to, and goes nowhere else.
///
/// Exactness: of all that came in under one version, a member with `b` basis points has got exactly the sum times `b` over
/// 10,000, rounded down. The few smallest units that are left, less than one for each member, go to the holders once the
/// version is over.
///
/// Assumptions: as of the Data Anchoring Token about ERC-20s, and that one does not take more from a payer than it is told to
/// move. No owner, no proxy, no pause. Plain sends of the native coin revert; a class's inlet takes them.
interface IRevenueRouter is ILineage {
    // --- errors ---

    /// @notice The coins sent along are not the amount; with an ERC-20, none are.
    error WrongValue(uint256 expected, uint256 actual);
    /// @notice What is owed goes to the account that it is owed to, or, when that asks, to another than zero and this one.
    error InvalidOwedReceiver(address account, address caller, address to);

    // --- events ---

    /// @notice A class was paid `amount`, and it was split by that version of its terms.
    event Paid(uint256 indexed classId, address indexed payer, address indexed asset, uint256 version, uint256 amount);
    /// @notice Of what a class received from its children, `amount` was split by that version of its terms.
    event Flowed(uint256 indexed classId, address indexed asset, uint256 version, uint256 amount);
    /// @notice A part of what `classId` was paid, or what flowed through it, was received by its parent.
    event PassedUp(uint256 indexed classId, uint256 indexed parentId, address indexed asset, uint256 amount);
    /// @notice A part of what `classId` was paid, or what flowed through it, is owed to an account.
    event Owed(uint256 indexed classId, address indexed account, address indexed asset, uint256 amount);
    /// @notice What waits for the holders of the class is now `amount`. Otherwise they are settled, and the Data Anchoring
    /// Token says so.
    event HoldersWait(uint256 indexed classId, address indexed asset, uint256 amount);
    /// @notice What was owed to an account was paid to `to`.
    event OwedClaimed(address indexed account, address indexed asset, address indexed to, uint256 amount);
    /// @notice The inlet of a class was put in place.
    event InletOpened(uint256 indexed classId, address indexed inlet);

    // --- before ---

    /// @notice Pays for the storage that money in an asset needs on its way through a class: the pots of the class, of its
    /// parents and of the accounts in its latest terms. So the first payment costs what later ones do. Anyone may, as often as
    /// they like; `setTerms` does it for the native coin.
    /// @dev Nothing moves and nothing that can be read changes, so there is no event. The class and the asset are keys here and
    /// nothing else: no code of theirs is called, and neither need exist.
    function openPots(uint256 classId, address asset) external;

    // --- in ---

    /// @notice Pays a class, and splits it by the terms in force. Anyone may.
    /// @param asset The zero address for the native coin, else an ERC-20 that this contract may take from the caller.
    /// @param amount Of the native coin, what is sent along.
    /// @return received What arrived and was split.
    function pay(uint256 classId, address asset, uint256 amount) external payable returns (uint256 received);

    /// @notice Puts what lies in the inlet of a class through `pay`; puts the inlet in place first where that was not done.
    /// Anyone may; it reverts for no reason but the asset and an unknown class.
    /// @return received What arrived and was split; 0 when the inlet is empty.
    function flush(uint256 classId, address asset) external returns (uint256 received);

    /// @notice Puts the inlet of a class in place. Anyone may, as often as they like.
    function openInlet(uint256 classId) external returns (address inlet);

    /// @notice An address that takes the native coin and ERC-20s for a class, by plain transfers, before and after anything
    /// is there. What it holds can go nowhere but through `pay`. For royalties (ERC-2981), and for whoever only knows how to
    /// send.
    function inletOf(uint256 classId) external view returns (address inlet);

    // --- on ---

    /// @notice Splits what a class received from its children, and tries again to settle what waits for its holders.
    /// Anyone may; it reverts for no reason that a member of the lineage could bring about.
    /// @dev What came under terms that are over flows as well, that of up to `MAX_OLDER` versions in one call.
    /// @return moved What moved on; 0 when nothing waits.
    function flow(uint256 classId, address asset) external returns (uint256 moved);

    /// @notice `flow` of many classes in the order given, from a child up its lineage.
    /// @return moved The sum over all of them; what moved twice counts twice.
    function flowMany(uint256[] calldata classIds, address asset) external returns (uint256 moved);

    /// @notice Of how many earlier versions a `flow` moves what came under them.
    function MAX_OLDER() external view returns (uint256 maximum);

    // --- out ---

    /// @notice Pays what an account is owed. Anyone may, to the account; the account may, to any address but zero.
    /// @return amount What was paid; 0 when nothing is owed.
    function claim(address account, address asset, address to) external returns (uint256 amount);

    /// @notice What `claim` would pay.
    function owedTo(address account, address asset) external view returns (uint256 amount);

    /// @notice What a class received from its children and has not split yet.
    function receivedOf(uint256 classId, address asset) external view returns (uint256 amount);

    /// @notice What waits for the holders of a class, because no share of it was alive or its asset did not move.
    function heldOf(uint256 classId, address asset) external view returns (uint256 amount);

    /// @notice What the roundings of a class left over and is carried on, under the present and earlier terms.
    function carriedOf(uint256 classId, address asset) external view returns (uint256 amount);
}
