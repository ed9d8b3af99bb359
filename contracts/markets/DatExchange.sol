// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../interfaces/IDatExchange.sol";
import {IDataAnchoringToken} from "../interfaces/IDataAnchoringToken.sol";
import {IRevenueRouter} from "../interfaces/IRevenueRouter.sol";
import {Payments} from "../libraries/Payments.sol";
import {PortableDomain} from "../libraries/PortableDomain.sol";
import {RevenueLib} from "../libraries/RevenueLib.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title DAT exchange: signed orders for whole tokens and for slices of quota
contract DatExchange is IDatExchange, PortableDomain, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    address private constant NATIVE = address(0);
    uint256 private constant CANCELLED = type(uint256).max;
    uint256 private constant WHOLE = 1;

    /// @dev What the other end of a payment may spend on it; a wallet that needs more withdraws.
    uint256 private constant PAYMENT_GAS = 100_000;

    IDataAnchoringToken private immutable DAT;
    IRevenueRouter private immutable ROUTER;

    mapping(bytes32 orderHash => uint256 quantity) private _filled;
    mapping(address seller => uint256 nonce) private _nonces;
    mapping(address account => mapping(address asset => uint256 amount)) private _kept;

    constructor(IDataAnchoringToken dat, IRevenueRouter router) {
        DAT = dat;
        ROUTER = router;
    }

    // --- fills ---

    /// @inheritdoc IDatExchange
    /// @dev What waits is known once it was refused, so it is booked last, behind the guard.
    // slither-disable-next-line reentrancy-eth
    function fill(Order calldata order, bytes calldata signature, Fill calldata taken)
        external
        payable
        nonReentrant
        returns (uint256 cost)
    {
        bytes32 orderHash = hashOrder(order);
        _checkOrder(order, orderHash, signature);
        uint256 quantity = order.quantity == 0 ? WHOLE : taken.quantity;
        _book(order, orderHash, quantity);
        cost = _costUp(order, quantity);
        if (cost > taken.maxCost) revert CostAboveMaximum(cost, taken.maxCost);
        if (msg.value != (order.asset == NATIVE ? cost : 0)) revert PaymentMismatch(msg.value, cost);
        (address receiver, uint256 royalty) = _royaltyOf(order, cost);

        emit OrderFilled(orderHash, order.seller, msg.sender, order.tokenId, quantity, order.asset, cost, royalty);

        if (order.asset != NATIVE) _pull(order.asset, cost);
        _move(order, taken, quantity);
        _payRoyalty(order, receiver, royalty);
        _pay(order.asset, order.seller, cost - royalty);
    }

    // --- cancellation ---

    /// @inheritdoc IDatExchange
    function cancel(Order calldata order) external {
        if (msg.sender != order.seller) revert NotSeller(msg.sender, order.seller);
        bytes32 orderHash = hashOrder(order);

        _filled[orderHash] = CANCELLED;

        emit OrderCancelled(orderHash, msg.sender);
    }

    /// @inheritdoc IDatExchange
    function raiseNonce(uint256 nonce) external {
        uint256 current = _nonces[msg.sender];
        if (nonce <= current) revert NonceTooLow(nonce, current);

        _nonces[msg.sender] = nonce;

        emit NonceRaised(msg.sender, nonce);
    }

    // --- payments that were refused ---

    /// @inheritdoc IDatExchange
    function withdraw(address account, address asset, address to) external nonReentrant returns (uint256 amount) {
        bool isHeard = to == account || (msg.sender == account && to != address(0));
        if (!isHeard) revert InvalidWithdrawal(account, msg.sender, to);
        amount = _kept[account][asset];
        if (amount == 0) revert NothingToWithdraw(account, asset);
        _kept[account][asset] = 0;

        emit Withdrawn(account, asset, to, amount);

        if (!Payments.send(asset, to, amount, gasleft())) revert StillRefused(account, asset, to);
    }

    // --- views ---

    /// @inheritdoc IDatExchange
    function hashOrder(Order calldata order) public view returns (bytes32 orderHash) {
        return _hashTypedData(TypedData.hashOrder(order));
    }

    /// @inheritdoc IDatExchange
    function filledOf(bytes32 orderHash) external view returns (uint256 quantity) {
        return _filled[orderHash];
    }

    /// @inheritdoc IDatExchange
    function nonceOf(address seller) external view returns (uint256 nonce) {
        return _nonces[seller];
    }

    /// @inheritdoc IDatExchange
    function keptFor(address account, address asset) external view returns (uint256 amount) {
        return _kept[account][asset];
    }

    // --- the parts of a fill ---

    function _checkOrder(Order calldata order, bytes32 orderHash, bytes calldata signature) private view {
        if (block.timestamp > order.deadline) revert OrderExpired(order.deadline, block.timestamp);
        if (order.nonce < _nonces[order.seller]) revert OrderIsCancelled(orderHash);
        if (order.buyer != address(0) && order.buyer != msg.sender) revert WrongBuyer(msg.sender, order.buyer);
        if (!Signatures.isSignedBy(order.seller, orderHash, signature)) {
            revert InvalidOrderSignature(orderHash, order.seller);
        }
        // Who sold the token in the meantime sells nothing of its next owner's, whatever that one has approved.
        address owner = DAT.ownerOf(order.tokenId);
        if (owner != order.seller) revert SellerNotOwner(order.tokenId, order.seller, owner);
    }

    /// @dev What a token is worth can change until it is the buyer's: revenue is claimed, quota used. So this is asked after
    /// the move, when the seller can do nothing to it any more.
    function _checkWorth(uint256 tokenId, Fill calldata taken) private view {
        uint256 value = DAT.valueOf(tokenId);
        if (value < taken.minValue) revert ValueBelowFloor(tokenId, value, taken.minValue);
        uint256 expireAt = DAT.expireAtOf(tokenId);
        uint256 earliest = Math.max(taken.minExpireAt, block.timestamp);
        if (expireAt != 0 && expireAt < earliest) revert ExpiresTooEarly(tokenId, expireAt, earliest);
        for (uint256 i; i < taken.floors.length; ++i) {
            Floor calldata floor = taken.floors[i];
            uint256 pending = DAT.pendingRevenue(tokenId, floor.asset);
            if (pending < floor.amount) revert PendingBelowFloor(tokenId, floor.asset, pending, floor.amount);
        }
    }

    function _book(Order calldata order, bytes32 orderHash, uint256 quantity) private {
        if (quantity == 0) revert EmptyFill();
        uint256 filled = _filled[orderHash];
        if (filled == CANCELLED) revert OrderIsCancelled(orderHash);
        uint256 left = Math.max(order.quantity, WHOLE) - filled;
        if (quantity > left) revert OrderFilledUp(orderHash, quantity, left);
        _filled[orderHash] = filled + quantity;
    }

    function _royaltyOf(Order calldata order, uint256 cost) private view returns (address receiver, uint256 royalty) {
        (receiver, royalty) = DAT.royaltyInfo(order.tokenId, cost);
        // Both are rounded down, so a royalty of exactly the most is never above it.
        uint256 maximum = RevenueLib.bpsDown(cost, order.maxRoyaltyBps);
        if (royalty > maximum) revert RoyaltyAboveMaximum(royalty, maximum);
    }

    /// @dev Rounded up, so that the parts cost no less than the whole.
    function _costUp(Order calldata order, uint256 quantity) private pure returns (uint256 cost) {
        if (order.quantity == 0) return order.price;
        return RevenueLib.costUp(order.price, quantity, order.quantity);
    }

    function _pull(address asset, uint256 cost) private {
        uint256 before = IERC20(asset).balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), cost);
        uint256 arrived = IERC20(asset).balanceOf(address(this)) - before;
        if (arrived != cost) revert PaymentShort(asset, arrived, cost);
    }

    /// @dev A class whose royalties belong to everybody behind it names its inlet; the coins then take the short way.
    function _payRoyalty(Order calldata order, address receiver, uint256 royalty) private {
        if (royalty == 0) return;
        uint256 classId = DAT.classOf(order.tokenId);
        if (receiver != ROUTER.inletOf(classId)) return _pay(order.asset, receiver, royalty);
        if (order.asset != NATIVE) order.asset.safeApproveWithRetry(address(ROUTER), royalty);
        // slither-disable-next-line unused-return
        ROUTER.pay{value: order.asset == NATIVE ? royalty : 0}(classId, order.asset, royalty);
    }

    /// @dev Who refuses its money does not stop the sale; the money waits.
    function _pay(address asset, address to, uint256 amount) private {
        if (amount == 0 || Payments.send(asset, to, amount, PAYMENT_GAS)) return;
        _kept[to][asset] += amount;

        emit PaymentKept(to, asset, amount);
    }

    function _move(Order calldata order, Fill calldata taken, uint256 quantity) private {
        if (order.quantity != 0) return DAT.transferValue(order.tokenId, taken.toTokenId, quantity);
        DAT.safeTransferFrom(order.seller, taken.to, order.tokenId, 1, "");
        _checkWorth(order.tokenId, taken);
    }

    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("DatExchange", "1");
    }
}
