// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../interfaces/IERC8028.sol";
import {Clock} from "../../libraries/Clock.sol";
import {ExpiryTree} from "../../libraries/ExpiryTree.sol";
import {RevenueLedger} from "../../libraries/RevenueLedger.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Ownership} from "./Ownership.sol";
import {ERC1155Utils} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Utils.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Revenue: what flows into a class belongs to its living shares, and each token's owner takes its part out
/// @dev No loop over holders, assets or deadlines anywhere: a settlement raises an index, a claim reads it.
abstract contract Revenue is Ownership, ReentrancyGuardTransient {
    using ExpiryTree for ExpiryTree.Tree;
    using RevenueLedger for RevenueLedger.Ledger;
    using SafeTransferLib for address;

    address internal constant NATIVE = address(0);

    /// @dev The index up to which a token has been paid in an asset; 0 before its first claim, which starts at its mint.
    mapping(uint256 tokenId => mapping(address asset => uint256 index)) private _paid;

    // --- settlement ---

    /// @inheritdoc IERC8028
    function settleRevenueETH(uint256 classId) external payable nonReentrant {
        _settle(classId, NATIVE, msg.value);
    }

    /// @inheritdoc IERC8028
    function settleRevenueERC20(uint256 classId, address asset, uint256 amount) external nonReentrant {
        if (asset.code.length == 0) revert InvalidAsset(asset);

        // What arrives counts, not what was promised: it is known after the transfer only, so the effects come second here,
        // behind the guard.
        uint256 balance = IERC20(asset).balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), amount);
        _settle(classId, asset, IERC20(asset).balanceOf(address(this)) - balance);
    }

    /// @inheritdoc IDataAnchoringToken
    function sync(uint256 classId, uint256 max) external returns (uint256 forgotten) {
        ExpiryTree.Tree storage deadlines = _class(classId).deadlines;
        while (forgotten < max && deadlines.forgetFirst(block.timestamp)) ++forgotten;
    }

    /// @dev Nothing and nobody are exactly 0, whatever anyone sends here unasked: the equalities are meant.
    // slither-disable-start incorrect-equality
    function _settle(uint256 classId, address asset, uint256 amount) private {
        if (amount == 0) revert ZeroAmount();
        Class storage class = _classUnchecked(classId);
        uint256 expired = class.deadlines.sumBefore(block.timestamp);
        uint256 living = class.issuedShare - expired;
        if (living == 0) _revertWithoutShare(classId);

        uint256 joined = class.joined;
        bool done = class.ledgers[asset].settle(amount, living, expired, joined, Clock.present(joined));
        if (!done) revert RevenueTooLarge(classId, asset, amount);

        emit RevenueSettled(classId, asset, amount);
    }

    // slither-disable-end incorrect-equality

    /// @dev A class that does not exist has no share either, so only then is it worth a read to tell the two apart.
    function _revertWithoutShare(uint256 classId) private view {
        _class(classId);
        revert NoLiveShare(classId);
    }

    // --- claims ---

    /// @inheritdoc IERC8028
    function claim(uint256 tokenId, address asset, address payable to)
        external
        nonReentrant
        returns (uint256 amountClaimed)
    {
        address owner = _position(tokenId).owner;
        if (to == address(0) || (to != owner && msg.sender != owner)) {
            revert InvalidClaimReceiver(tokenId, msg.sender, to);
        }

        amountClaimed = _debit(tokenId, asset, to);

        _pay(asset, to, amountClaimed);
    }

    /// @inheritdoc IDataAnchoringToken
    function claimMany(uint256[] calldata tokenIds, address asset) external nonReentrant returns (uint256 amount) {
        address payee;
        uint256 owed;
        for (uint256 i; i < tokenIds.length; ++i) {
            address owner = _position(tokenIds[i]).owner;
            if (owner != payee) {
                _pay(asset, payee, owed);
                (payee, owed) = (owner, 0);
            }
            uint256 claimed = _debit(tokenIds[i], asset, owner);
            owed += claimed;
            amount += claimed;
        }
        _pay(asset, payee, owed);
    }

    /// @inheritdoc IDataAnchoringToken
    function claimAndTransfer(uint256 tokenId, address[] calldata assets, address to) external nonReentrant {
        address owner = _checkMover(tokenId);

        uint256[] memory owed = new uint256[](assets.length);
        for (uint256 i; i < assets.length; ++i) {
            owed[i] = _debit(tokenId, assets[i], owner);
        }
        _move(tokenId, owner, to);
        emit TransferSingle(msg.sender, owner, to, tokenId, 1);

        for (uint256 i; i < assets.length; ++i) {
            _pay(assets[i], owner, owed[i]);
        }
        ERC1155Utils.checkOnERC1155Received(msg.sender, owner, to, tokenId, 1, "");
    }

    /// @inheritdoc IERC8028
    function pendingRevenue(uint256 tokenId, address asset) external view returns (uint256 amount) {
        (amount,) = _owed(tokenId, asset);
    }

    /// @dev Takes what a token is owed off the books; the caller pays it to `to`.
    function _debit(uint256 tokenId, address asset, address to) private returns (uint256 amount) {
        Position storage position = _position(tokenId);
        _announceExpiry(tokenId, position);
        uint256 paidIndex;
        (amount, paidIndex) = _owed(tokenId, asset);
        if (amount == 0) return 0;
        _paid[tokenId][asset] = paidIndex + RevenueLib.growthUp(amount, position.share);

        emit Claimed(tokenId, to, asset, amount);
    }

    /// @return amount What the token is owed.
    /// @return paidIndex The index up to which it has been paid.
    function _owed(uint256 tokenId, address asset) private view returns (uint256 amount, uint256 paidIndex) {
        Position storage position = _position(tokenId);
        uint256 share = position.share;
        if (share == 0) return (0, 0);
        RevenueLedger.Ledger storage ledger = _classUnchecked(_classIdOf(tokenId)).ledgers[asset];
        paidIndex = _paid[tokenId][asset];
        if (paidIndex == 0) paidIndex = ledger.indexBefore(position.joined);
        uint256 index = _isExpired(position) ? ledger.indexBefore(Clock.end(position.expireAt)) : ledger.latest();
        amount = RevenueLib.amountDown(share, index - paidIndex);
    }

    function _pay(address asset, address to, uint256 amount) private {
        if (amount == 0) return;
        if (asset == NATIVE) to.safeTransferETH(amount);
        else asset.safeTransfer(to, amount);
    }
}
