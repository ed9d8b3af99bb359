// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../interfaces/IAccessStore.sol";
import {IDataAnchoringToken} from "../interfaces/IDataAnchoringToken.sol";
import {IRevenueRouter} from "../interfaces/IRevenueRouter.sol";
import {Payments} from "../libraries/Payments.sol";
import {PortableDomain} from "../libraries/PortableDomain.sol";
import {RevenueLib} from "../libraries/RevenueLib.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Offers} from "./store/Offers.sol";
import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Access store: whoever buys quota pays everybody behind it in the same transaction
/// @dev A purchase calls the asset, the token and, through the token, the receiver, in this order and all behind one guard;
/// the money is routed last, when nothing can fail any more for a reason that the buyer could bring about.
contract AccessStore is Offers, PortableDomain, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    mapping(uint256 classId => mapping(address account => bool)) private _trialled;
    mapping(address referrer => mapping(address asset => uint256 amount)) private _referrals;

    constructor(IDataAnchoringToken dat, IRevenueRouter router) Offers(dat, router) {}

    // --- purchases ---

    /// @inheritdoc IAccessStore
    function buy(Purchase calldata purchase) external payable nonReentrant returns (uint256 tokenId) {
        Sale memory sale = _sell(purchase);
        if (msg.value != (sale.asset == NATIVE ? sale.cost : 0)) revert PaymentMismatch(msg.value, sale.cost);

        if (sale.asset != NATIVE) _pull(sale, msg.sender);
        return _deliver(purchase, sale, msg.sender);
    }

    /// @inheritdoc IAccessStore
    function buyWithPermit(Purchase calldata purchase, Permit calldata permit)
        external
        nonReentrant
        returns (uint256 tokenId)
    {
        Sale memory sale = _sellForErc20(purchase);

        Payments.tryPermit(sale.asset, permit.value, permit.deadline, permit.v, permit.r, permit.s);
        _pull(sale, msg.sender);
        return _deliver(purchase, sale, msg.sender);
    }

    /// @inheritdoc IAccessStore
    function buyWithAuthorization(Purchase calldata purchase, Authorization calldata authorization)
        external
        nonReentrant
        returns (uint256 tokenId)
    {
        Sale memory sale = _sellForErc20(purchase);
        if (authorization.value != sale.cost) revert PaymentMismatch(authorization.value, sale.cost);

        uint256 before = _balance(sale.asset);
        IERC3009(sale.asset)
            .receiveWithAuthorization(
                authorization.from,
                address(this),
                authorization.value,
                authorization.validAfter,
                authorization.validBefore,
                authorizationNonce(purchase, authorization.salt),
                authorization.v,
                authorization.r,
                authorization.s
            );
        _checkArrival(sale, before);
        return _deliver(purchase, sale, authorization.from);
    }

    /// @inheritdoc IAccessStore
    function takeTrial(uint256 offerId, address account, uint256 deadline, bytes calldata signature)
        external
        nonReentrant
        returns (uint256 tokenId)
    {
        StoredOffer storage offer = _open(offerId);
        uint256 classId = offer.classId;
        uint256 quantity = offer.trialQuantity;
        if (quantity == 0) revert NoTrial(offerId);
        if (block.timestamp > deadline) revert TrialExpired(deadline, block.timestamp);
        if (_trialled[classId][account]) revert TrialUsed(classId, account);
        bytes32 digest = _hashTypedData(TypedData.hashTrial(offerId, account, deadline));
        if (!Signatures.isSignedBy(DAT.controllerOf(classId), digest, signature)) {
            revert InvalidTrialSignature(offerId, account);
        }

        _trialled[classId][account] = true;
        _take(offerId, offer, quantity);

        tokenId = DAT.mint(classId, account, quantity, 0, _expiry(offer.duration));
        emit TrialTaken(offerId, tokenId, account, quantity);
    }

    // --- referrals ---

    /// @inheritdoc IAccessStore
    function payReferral(address referrer, address asset) external nonReentrant returns (uint256 amount) {
        amount = _referrals[referrer][asset];
        if (amount == 0) return 0;
        _referrals[referrer][asset] = 0;

        emit ReferralPaid(referrer, asset, amount);

        if (asset == NATIVE) referrer.safeTransferETH(amount);
        else asset.safeTransfer(referrer, amount);
    }

    // --- views ---

    /// @inheritdoc IAccessStore
    function hasTrialled(uint256 classId, address account) external view returns (bool used) {
        return _trialled[classId][account];
    }

    /// @inheritdoc IAccessStore
    function referralOf(address referrer, address asset) external view returns (uint256 amount) {
        return _referrals[referrer][asset];
    }

    /// @inheritdoc IAccessStore
    function authorizationNonce(Purchase calldata purchase, bytes32 salt) public view returns (bytes32 nonce) {
        uint256 hash = uint256(keccak256(abi.encode(block.chainid, address(this), purchase, salt)));
        return bytes32(hash & ~uint256(type(uint64).max));
    }

    // --- the parts of a purchase ---

    function _sellForErc20(Purchase calldata purchase) private returns (Sale memory sale) {
        sale = _sell(purchase);
        if (sale.asset == NATIVE) revert NotAnErc20(purchase.offerId);
    }

    function _pull(Sale memory sale, address payer) private {
        uint256 before = _balance(sale.asset);
        sale.asset.safeTransferFrom(payer, address(this), sale.cost);
        _checkArrival(sale, before);
    }

    function _checkArrival(Sale memory sale, uint256 before) private view {
        uint256 arrived = _balance(sale.asset) - before;
        if (arrived != sale.cost) revert PaymentShort(sale.asset, arrived, sale.cost);
    }

    function _deliver(Purchase calldata purchase, Sale memory sale, address buyer) private returns (uint256 tokenId) {
        uint256 referral = purchase.referrer == address(0) ? 0 : RevenueLib.bpsDown(sale.cost, sale.referralBps);
        if (referral != 0) _referrals[purchase.referrer][sale.asset] += referral;

        tokenId = purchase.tokenId;
        if (tokenId == 0) {
            tokenId = DAT.mint(sale.classId, purchase.to, purchase.quantity, 0, _expiry(sale.duration));
        } else {
            DAT.mintValue(tokenId, purchase.quantity);
        }
        emit Bought(purchase.offerId, tokenId, buyer, purchase.quantity, sale.cost, purchase.referrer, referral);

        _route(sale.classId, sale.asset, sale.cost - referral);
    }

    function _route(uint256 classId, address asset, uint256 amount) private {
        if (amount == 0) return;
        if (asset != NATIVE) asset.safeApproveWithRetry(address(ROUTER), amount);
        // slither-disable-next-line unused-return
        ROUTER.pay{value: asset == NATIVE ? amount : 0}(classId, asset, amount);
    }

    function _balance(address asset) private view returns (uint256 balance) {
        return IERC20(asset).balanceOf(address(this));
    }

    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("AccessStore", "1");
    }
}
