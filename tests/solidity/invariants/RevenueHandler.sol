// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {IDat} from "../IDat.sol";
import {Twin} from "./Twin.sol";

/// @title Random people doing everything that touches revenue, on the contract and on its twin
contract RevenueHandler is Twin {
    uint256 public constant CLASSES = 3;
    uint256 public constant CAP = 6e9;
    uint256 private constant MAX_TOKENS = 16;
    uint256 private constant MAX_AMOUNT = 1e24;
    uint256 private constant MAX_SHARE = type(uint32).max;

    IDat public immutable DAT;
    address[3] public assets;
    address[4] private _people;

    modifier now_() {
        vm.warp(time);
        _;
    }

    constructor() {
        DAT = deployDat();
        assets[1] = address(new TestToken("Honest", "H", 6));
        assets[2] = address(new FeeToken(137));
        for (uint256 i; i < _people.length; ++i) {
            _people[i] = vm.addr(100 + i);
        }
        for (uint256 i = 1; i < 3; ++i) {
            TestToken(assets[i]).mint(address(this), 1e30);
            TestToken(assets[i]).approve(address(DAT), 1e30);
        }
        vm.deal(address(this), 1e30);
        // The first two classes are free to grow, the third has a cap that two saturated shares exceed.
        DAT.createClass("", 0, 0, "");
        DAT.createClass("", 0, 0, "");
        DAT.createClassWithCap("", 0, 0, "", CAP);
    }

    // --- time ---

    /// Some seconds pass, or the next second that matters to some token comes: its last one, or the one after.
    function pass(uint256 seed) external {
        uint256 choice = seed % 4;
        if (choice == 0 || _count() == 0) {
            time += (seed >> 8) % 1_000;
        } else {
            uint256 deadline = _token(seed >> 8).expireAt;
            if (deadline + choice / 3 > time) time = deadline + choice / 3;
        }
    }

    // --- mints ---

    function mint(uint256 seed, address to) external now_ {
        if (_count() == MAX_TOKENS) return;
        (uint256 classId, uint256 share, uint64 expireAt) = _terms(seed);
        to = _person(uint160(to));
        uint256 stored = share > MAX_SHARE ? MAX_SHARE : share;
        if (_isRefused(classId, stored)) {
            bytes4 reason = IDataAnchoringToken.ShareCapExceeded.selector;
            vm.expectRevert(abi.encodeWithSelector(reason, classId, livingShare(classId, time) + stored, CAP));
            DAT.mint(classId, to, 0, share, expireAt);
        } else {
            _twinMint(DAT.mint(classId, to, 0, share, expireAt), classId, to, stored, expireAt);
        }
    }

    function mintBatch(uint256 seed, uint256 other) external now_ {
        if (_count() + 2 > MAX_TOKENS) return;
        uint256 classId = 1 + seed % 2;
        address[] memory to = new address[](2);
        uint256[] memory share = new uint256[](2);
        uint64[] memory expireAt = new uint64[](2);
        for (uint256 i; i < 2; ++i) {
            to[i] = _person(seed >> 200);
            (, share[i], expireAt[i]) = _terms(i == 0 ? seed : other);
        }
        uint256[] memory ids = DAT.mintBatch(classId, to, new uint256[](2), share, expireAt);
        for (uint256 i; i < 2; ++i) {
            _twinMint(ids[i], classId, to[i], share[i] > MAX_SHARE ? MAX_SHARE : share[i], expireAt[i]);
        }
    }

    // --- settlements ---

    function settle(uint256 seed, uint256 amount) external now_ {
        uint256 classId = 1 + seed % CLASSES;
        address asset = assets[(seed >> 8) % 3];
        amount = (seed >> 16) % 2 == 0 ? bound(amount, 1, 100) : bound(amount, 1, MAX_AMOUNT);
        // A fee is rounded up, so that of one unit nothing arrives.
        if (asset == assets[2]) ++amount;
        if (livingShare(classId, time) == 0) {
            vm.expectRevert(abi.encodeWithSelector(IDataAnchoringToken.NoLiveShare.selector, classId));
            _settle(classId, asset, amount);
        } else {
            uint256 balance = balanceOf(asset, address(DAT));
            _settle(classId, asset, amount);
            _twinSettle(classId, asset, balanceOf(asset, address(DAT)) - balance);
        }
    }

    function sync(uint256 seed) external now_ {
        DAT.sync(1 + seed % CLASSES, (seed >> 8) % 5);
    }

    // --- claims and moves ---

    function claim(uint256 seed, address caller, address to) external now_ {
        if (_count() == 0) return;
        Token storage token = _token(seed);
        address asset = assets[(seed >> 8) % 3];
        bool isOwner = (seed >> 16) % 2 == 0;
        uint256 pending = DAT.pendingRevenue(token.id, asset);
        uint256 balance = balanceOf(asset, address(DAT));

        vm.prank(isOwner ? token.owner : caller);
        uint256 amount = DAT.claim(token.id, asset, payable(isOwner ? _person(uint160(to)) : token.owner));

        vm.assertEq(amount, pending);
        vm.assertEq(balanceOf(asset, address(DAT)), balance - amount);
        _twinClaim(token, asset, amount);
    }

    function claimMany(uint256 seed, address caller) external now_ {
        if (_count() == 0) return;
        address asset = assets[seed % 3];
        uint256[] memory ids = new uint256[](3);
        uint256 expected;
        for (uint256 i; i < 3; ++i) {
            Token storage token = _token(seed >> (8 + 8 * i));
            ids[i] = token.id;
            // A token that comes twice is paid once.
            if ((i > 0 && ids[0] == ids[i]) || (i > 1 && ids[1] == ids[i])) continue;
            uint256 pending = DAT.pendingRevenue(token.id, asset);
            _twinClaim(token, asset, pending);
            expected += pending;
        }
        vm.prank(caller);
        vm.assertEq(DAT.claimMany(ids, asset), expected);
    }

    function claimAndTransfer(uint256 seed, address to) external now_ {
        if (_count() == 0) return;
        Token storage token = _token(seed);
        address[] memory some = new address[](2);
        (some[0], some[1]) = (assets[(seed >> 8) % 3], assets[(seed >> 16) % 3]);
        for (uint256 i; i < (some[0] == some[1] ? 1 : 2); ++i) {
            _twinClaim(token, some[i], DAT.pendingRevenue(token.id, some[i]));
        }
        vm.prank(token.owner);
        DAT.claimAndTransfer(token.id, some, _person(uint160(to)));
        token.owner = _person(uint160(to));
    }

    function transfer(uint256 seed, address to) external now_ {
        if (_count() == 0) return;
        Token storage token = _token(seed);
        vm.prank(token.owner);
        DAT.transferToken(token.id, _person(uint160(to)));
        token.owner = _person(uint160(to));
    }

    function poke(uint256 seed) external now_ {
        if (_count() == 0) return;
        uint256[] memory ids = new uint256[](1);
        ids[0] = _token(seed).id;
        DAT.pokeExpired(ids);
    }

    // --- for both ---

    function balanceOf(address asset, address who) public view returns (uint256 balance) {
        return asset == address(0) ? who.balance : TestToken(asset).balanceOf(who);
    }

    function _settle(uint256 classId, address asset, uint256 amount) private {
        if (asset == address(0)) DAT.settleRevenueETH{value: amount}(classId);
        else DAT.settleRevenueERC20(classId, asset, amount);
    }

    /// @dev Shares of every size, and every kind of deadline: none, this second, near, far.
    function _terms(uint256 seed) private view returns (uint256 classId, uint256 share, uint64 expireAt) {
        classId = 1 + seed % CLASSES;
        uint256 size = (seed >> 8) % 4;
        if (size == 1) share = 1 + (seed >> 16) % 10;
        else if (size == 2) share = (seed >> 16) % MAX_SHARE;
        else if (size == 3) share = MAX_SHARE + (seed >> 16) % 2 ** 100;
        uint256 term = (seed >> 160) % 4;
        if (term == 1) expireAt = uint64(time);
        else if (term == 2) expireAt = uint64(time + (seed >> 168) % 8);
        else if (term == 3) expireAt = uint64(time + (seed >> 168) % 5_000);
    }

    function _isRefused(uint256 classId, uint256 share) private view returns (bool refused) {
        return classId == CLASSES && share != 0 && livingShare(classId, time) + share > CAP;
    }

    function _person(uint256 seed) private view returns (address person) {
        return _people[seed % _people.length];
    }
}
