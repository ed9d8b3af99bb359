// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../interfaces/IERC8028.sol";
import {ClaimRecords} from "../../libraries/ClaimRecords.sol";
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
    using ClaimRecords for ClaimRecords.Records;
    using ExpiryTree for ExpiryTree.Tree;
    using RevenueLedger for RevenueLedger.Ledger;
    using RevenueLedger for uint256;
    using SafeTransferLib for address;

    address internal constant NATIVE = address(0);

    mapping(uint256 tokenId => ClaimRecords.Records) private _records;

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

        RevenueLedger.Ledger storage ledger = class.ledgers[asset];
        if (ledger.newest.index() == 0) _pair(class, ledger, asset);
        uint256 joined = class.joined;
        bool done = ledger.settle(amount, living, expired, joined, Clock.present(joined));
        if (!done) revert RevenueTooLarge(classId, asset, amount);

        emit RevenueSettled(classId, asset, amount);
    }

    // slither-disable-end incorrect-equality

    /// @dev Of the coin and the first ERC-20 of a class, what tokens were paid shares a slot.
    function _pair(Class storage class, RevenueLedger.Ledger storage ledger, address asset) private {
        if (asset != NATIVE) {
            if (class.hasPair) return;
            class.hasPair = true;
        }
        ledger.pair();
    }

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
        (Position storage position, address owner) = _ownedPosition(tokenId);
        if (to == address(0) || (to != owner && msg.sender != owner)) {
            revert InvalidClaimReceiver(tokenId, msg.sender, to);
        }

        amountClaimed = _debit(tokenId, position, asset, to);

        _pay(asset, to, amountClaimed);
    }

    /// @inheritdoc IDataAnchoringToken
    function claimMany(uint256[] calldata tokenIds, address asset) external nonReentrant returns (uint256 amount) {
        address payee;
        uint256 owed;
        for (uint256 i; i < tokenIds.length; ++i) {
            uint256 tokenId = tokenIds[i];
            (Position storage position, address owner) = _ownedPosition(tokenId);
            if (owner != payee) {
                _pay(asset, payee, owed);
                (payee, owed) = (owner, 0);
            }
            uint256 claimed = _debit(tokenId, position, asset, owner);
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
            owed[i] = _debit(tokenId, _position(tokenId), assets[i], owner);
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
        Position storage position = _position(tokenId);
        bool isExpired = _isExpired(position);
        (uint256 earned, uint256 paid,,) = _earned(tokenId, position, _records[tokenId], asset, isExpired);
        return earned - paid;
    }

    /// @dev Takes what a token is owed off the books; the caller pays it to `to`.
    function _debit(uint256 tokenId, Position storage position, address asset, address to)
        private
        returns (uint256 amount)
    {
        bool isExpired = _isExpired(position);
        if (isExpired) _announceOnce(tokenId, position);
        ClaimRecords.Records storage records = _records[tokenId];
        (uint256 earned, uint256 paid, uint256 start, bool isPaired) =
            _earned(tokenId, position, records, asset, isExpired);
        if (earned == paid) return 0;
        records.write(asset, isPaired, earned, start);
        amount = earned - paid;

        emit Claimed(tokenId, to, asset, amount);
    }

    /// @return earned All that the token has earned since its mint, rounded down once, however many claims there were.
    /// @return paid What it has been paid of that.
    /// @return start How many points of the ledger are older than it.
    /// @return isPaired How the two stand in its records.
    function _earned(
        uint256 tokenId,
        Position storage position,
        ClaimRecords.Records storage records,
        address asset,
        bool isExpired
    ) private view returns (uint256 earned, uint256 paid, uint256 start, bool isPaired) {
        uint256 share = position.share;
        if (share == 0) return (0, 0, 0, false);
        RevenueLedger.Ledger storage ledger = _classUnchecked(_classIdOf(tokenId)).ledgers[asset];
        uint256 newest = ledger.newest;
        isPaired = newest.isPaired();
        (paid, start) = records.read(asset, isPaired);
        if (paid == 0) start = ledger.pointsBefore(newest, position.joined);
        uint256 end =
            isExpired ? ledger.indexAfter(ledger.pointsBefore(newest, Clock.end(position.expireAt))) : newest.index();
        earned = RevenueLib.amountDown(share, end - ledger.indexAfter(start));
    }

    function _pay(address asset, address to, uint256 amount) private {
        if (amount == 0) return;
        if (asset == NATIVE) to.safeTransferETH(amount);
        else asset.safeTransfer(to, amount);
    }
}
