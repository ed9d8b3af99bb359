// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {IPayout} from "../../../contracts/interfaces/IPayout.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {IDat} from "../IDat.sol";
import {Signing} from "../metering/Signing.sol";

/// @title Random buyers, sellers, referrers and keepers, some of whom take no coins
contract MarketHandler is Signing {
    uint256 public constant PEOPLE = 4;
    uint256 private constant SUPPLY = 1_000_000;
    uint256 private constant MAX_ORDERS = 12;

    IDat public immutable DAT;
    IRevenueRouter public immutable ROUTER;
    IAccessStore public immutable STORE;
    IDatExchange public immutable EXCHANGE;
    IPayout public immutable PAYOUT;
    address[2] public assets;

    IDatExchange.Order[] private _orders;

    /// What was ever paid to the store, and for how much quota.
    mapping(address asset => uint256 amount) public paid;
    mapping(address asset => uint256 amount) public referred;
    mapping(uint256 offerId => uint256 quantity) public sold;
    /// What came in at an account while keepers paid it out, and what it set aside, took back and gave.
    mapping(address account => uint256 amount) public cameIn;
    mapping(address account => uint256 amount) public setAside;
    mapping(address account => uint256 amount) public tipped;

    constructor() {
        vm.warp(1_800_000_000);
        DAT = deployDat();
        ROUTER = IRevenueRouter(vm.deployCode("RevenueRouter.sol:RevenueRouter", abi.encode(DAT)));
        STORE = IAccessStore(vm.deployCode("AccessStore.sol:AccessStore", abi.encode(DAT, ROUTER)));
        EXCHANGE = IDatExchange(vm.deployCode("DatExchange.sol:DatExchange", abi.encode(DAT, ROUTER)));
        PAYOUT = IPayout(vm.deployCode("Payout.sol:Payout"));
        TestToken usd = new TestToken("US dollar", "USD", 6);
        assets[1] = address(usd);
        uint256 classId = DAT.createClass("", 0, 2, "");
        DAT.setMinter(classId, address(STORE), true);
        for (uint256 i; i < 2; ++i) {
            STORE.createOffer(_offer(classId, assets[i]));
        }
        // This contract takes no coins, so royalties in them wait.
        DAT.setRoyalty(classId, address(this), 700);
        for (uint256 i; i < PEOPLE; ++i) {
            address someone = person(i);
            DAT.mint(classId, someone, SUPPLY, 1, 0);
            vm.deal(someone, 1e30);
            usd.mint(someone, 1e30);
            vm.prank(someone);
            usd.approve(address(STORE), type(uint256).max);
            vm.prank(someone);
            usd.approve(address(EXCHANGE), type(uint256).max);
            vm.prank(someone);
            DAT.setApprovalForAll(address(EXCHANGE), true);
            vm.prank(someone);
            DAT.approveForClass(classId, address(EXCHANGE), true);
        }
    }

    // --- store ---

    function buy(uint256 seed, uint256 quantity) external {
        uint256 offerId = 1 + seed % 2;
        quantity = bound(quantity, 1, 9_999);
        if (quantity > STORE.leftOf(offerId)) return;
        uint256 tokenId = seed % 3 == 0 ? _token(seed >> 8) : 0;
        address referrer = seed % 5 == 0 ? address(0) : _anybody(seed >> 16);
        address buyer = person(seed >> 24);
        uint256 cost = STORE.costOf(offerId, quantity);
        uint256 owed = STORE.referralOf(referrer, assets[offerId - 1]);

        vm.prank(buyer);
        STORE.buy{value: offerId == 1 ? cost : 0}(
            IAccessStore.Purchase(offerId, quantity, tokenId, buyer, cost, referrer)
        );

        paid[assets[offerId - 1]] += cost;
        referred[assets[offerId - 1]] += STORE.referralOf(referrer, assets[offerId - 1]) - owed;
        sold[offerId] += quantity;
    }

    function payReferral(uint256 seed) external {
        STORE.payReferral(person(seed), assets[(seed >> 8) % 2]);
    }

    // --- exchange ---

    /// @dev Signs nothing yet: a signature is made when it is filled.
    function offer(uint256 seed, uint64 price, uint16 quantity) external {
        if (_orders.length == MAX_ORDERS) return;
        uint256 tokenId = _token(seed);
        address seller = DAT.ownerOf(tokenId);
        bool isWhole = seed % 4 == 0;
        _orders.push(
            IDatExchange.Order(
                seller,
                tokenId,
                isWhole ? 0 : 1 + uint256(quantity),
                assets[(seed >> 32) % 2],
                price,
                700,
                address(0),
                EXCHANGE.nonceOf(seller) + _orders.length,
                type(uint256).max
            )
        );
    }

    function fill(uint256 seed, uint256 quantity) external {
        if (_orders.length == 0) return;
        IDatExchange.Order memory order = _orders[seed % _orders.length];
        quantity = order.quantity == 0 ? 1 : bound(quantity, 1, order.quantity);
        uint256 to = _token(seed >> 8);
        if (!_canFill(order, quantity, to)) return;
        address buyer = person(seed >> 16);
        IDatExchange.Fill memory taken;
        (taken.quantity, taken.to, taken.toTokenId, taken.maxCost) = (quantity, buyer, to, type(uint256).max);
        uint256 cost = order.price;
        if (order.quantity != 0) cost = (cost * quantity + order.quantity - 1) / order.quantity;
        bytes memory signature = _signature(_key(order.seller), EXCHANGE.hashOrder(order));

        vm.prank(buyer);
        EXCHANGE.fill{value: order.asset == address(0) ? cost : 0}(order, signature, taken);
    }

    function cancel(uint256 seed) external {
        if (_orders.length == 0 || seed % 4 != 0) return;
        IDatExchange.Order memory order = _orders[(seed >> 8) % _orders.length];
        vm.prank(order.seller);
        EXCHANGE.cancel(order);
    }

    function withdraw(uint256 seed) external {
        address asset = assets[seed % 2];
        if (EXCHANGE.keptFor(address(this), asset) == 0) return;
        EXCHANGE.withdraw(address(this), asset, person(seed >> 8));
    }

    // --- payout ---

    function setTips(uint256 seed, uint16 bps, uint64 cap, uint64 minimum, uint64 balance) external {
        address someone = person(seed);
        vm.prank(someone);
        PAYOUT.setTipTerms(IPayout.TipTerms(bps % 10_001, cap, minimum % 10_000));
        vm.prank(someone);
        PAYOUT.addTips{value: balance}();
        setAside[someone] += balance;
    }

    function withdrawTips(uint256 seed, uint256 amount) external {
        address someone = person(seed);
        amount = bound(amount, 0, PAYOUT.tipBalanceOf(someone));
        vm.prank(someone);
        PAYOUT.withdrawTips(amount);
        setAside[someone] -= amount;
    }

    function payOut(uint256 seed) external {
        uint256 tokenId = _token(seed);
        address someone = DAT.ownerOf(tokenId);
        uint256[] memory tokenIds = new uint256[](1);
        tokenIds[0] = tokenId;
        IPayout.Claim[] memory claims = new IPayout.Claim[](1);
        claims[0] = IPayout.Claim(address(DAT), 500_000, abi.encodeCall(DAT.claimMany, (tokenIds, address(0))));
        uint256 before = someone.balance;

        vm.prank(_keeper());
        (,, uint256 tip) = PAYOUT.claimFor(someone, claims, new address[](0), new uint256[](0));

        cameIn[someone] += someone.balance - before;
        tipped[someone] += tip;
    }

    // --- views ---

    function person(uint256 seed) public pure returns (address someone) {
        return vm.addr(1 + seed % PEOPLE);
    }

    function orders() external view returns (IDatExchange.Order[] memory list) {
        return _orders;
    }

    /// @dev Everybody, and this contract, which takes no coins.
    function _anybody(uint256 seed) private view returns (address someone) {
        return seed % (PEOPLE + 1) == PEOPLE ? address(this) : person(seed);
    }

    function _keeper() private pure returns (address keeper) {
        return vm.addr(PEOPLE + 1);
    }

    function _key(address someone) private pure returns (uint256 key) {
        for (key = 1; vm.addr(key) != someone; ++key) {}
    }

    function _token(uint256 seed) private view returns (uint256 tokenId) {
        return (1 << 128) + 1 + seed % DAT.tokenCountOf(1);
    }

    function _canFill(IDatExchange.Order memory order, uint256 quantity, uint256 to) private view returns (bool can) {
        uint256 filled = EXCHANGE.filledOf(EXCHANGE.hashOrder(order));
        if (filled == type(uint256).max || DAT.ownerOf(order.tokenId) != order.seller) return false;
        if (order.quantity == 0) return filled == 0;
        return to != order.tokenId && filled + quantity <= order.quantity && DAT.valueOf(order.tokenId) >= quantity;
    }

    function _offer(uint256 classId, address asset) private pure returns (IAccessStore.Offer memory terms) {
        terms.classId = classId;
        terms.asset = asset;
        terms.referralBps = 333;
        terms.supply = uint128(SUPPLY);
        terms.tiers = new IAccessStore.Tier[](2);
        (terms.tiers[0], terms.tiers[1]) = (IAccessStore.Tier(1, 12_345), IAccessStore.Tier(1_000, 11_111));
    }
}
