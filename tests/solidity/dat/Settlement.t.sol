// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {DatTest} from "../DatTest.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Settlement: revenue arrives and belongs to the shares that are alive
contract SettlementTest is DatTest {
    uint64 private constant DEADLINE = uint64(START + 100);

    // --- how it is divided ---

    /// T9: each token is owed its exact part, rounded down at most by one unit; together never more than came in.
    function testFuzz_WhenRevenueArrives_EachShareHasItsPart(uint32[3] memory shares, uint128 amount) public {
        amount = uint128(bound(amount, 1, 1e33));
        uint256[3] memory tokenIds;
        uint256 total;
        for (uint256 i; i < 3; ++i) {
            shares[i] = uint32(bound(shares[i], 1, type(uint32).max));
            tokenIds[i] = _mint(alice, shares[i]);
            total += shares[i];
        }
        vm.expectEmit(address(dat));
        emit IERC8028.RevenueSettled(class, NATIVE, amount);

        _settleNative(amount);

        uint256 sum;
        for (uint256 i; i < 3; ++i) {
            uint256 pending = dat.pendingRevenue(tokenIds[i], NATIVE);
            vm.assertLe(pending * total, uint256(amount) * shares[i]);
            vm.assertLe(uint256(amount) * shares[i], (pending + 1) * total);
            sum += pending;
        }
        vm.assertLe(sum, amount);
        vm.assertLe(amount, sum + 3);
        vm.assertEq(address(dat).balance, amount);
    }

    /// T9: one wei over three shares is nothing to pay out twice, and exactly one wei each at the third time.
    function test_WhenTheDivisionLeavesARemainder_ItIsCarriedOn() public {
        uint256[3] memory tokenIds = [_mint(alice, 1), _mint(bob, 1), _mint(carol, 1)];

        _settleNative(1);
        _settleNative(1);
        vm.assertEq(dat.pendingRevenue(tokenIds[0], NATIVE), 0);
        _settleNative(1);

        for (uint256 i; i < 3; ++i) {
            vm.assertEq(dat.pendingRevenue(tokenIds[i], NATIVE), 1);
            vm.assertEq(_claim(tokenIds[i], NATIVE), 1);
        }
        vm.assertEq(address(dat).balance, 0);
    }

    /// Assets and classes have books of their own.
    function testFuzz_WhenOneAssetArrives_NothingElseMoves(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        uint256 tokenId = _mint(alice, 1);
        uint256 foreign = _mintIn(_createClass(), bob, 0, 1, 0);

        _settleUsd(amount);

        vm.assertEq(dat.pendingRevenue(tokenId, address(usd)), amount);
        vm.assertEq(dat.pendingRevenue(tokenId, NATIVE), 0);
        vm.assertEq(dat.pendingRevenue(foreign, address(usd)), 0);
        vm.assertEq(usd.balanceOf(address(dat)), amount);
        vm.assertEq(usd.balanceOf(payer), 0);
    }

    /// Section 4: anyone settles, and the payer of an ERC-20 is the caller.
    function testFuzz_WhenAnyoneSettles_ItIsWelcome(uint256 key, uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        address anyone = vm.addr(bound(key, 1, type(uint128).max));
        uint256 tokenId = _mint(alice, 1);
        usd.mint(anyone, amount);
        vm.deal(anyone, amount);
        vm.prank(anyone);
        usd.approve(address(dat), amount);
        vm.expectEmit(address(dat));
        emit IERC8028.RevenueSettled(class, address(usd), amount);

        vm.prank(anyone);
        dat.settleRevenueERC20(class, address(usd), amount);
        vm.prank(anyone);
        dat.settleRevenueETH{value: amount}(class);

        vm.assertEq(dat.pendingRevenue(tokenId, address(usd)), amount);
        vm.assertEq(dat.pendingRevenue(tokenId, NATIVE), amount);
    }

    // --- expiry ---

    /// T2, T3: a settlement divides by the shares alive in its second, touched or not; a dead one keeps what it had.
    function testFuzz_WhenAShareExpires_TheOthersHaveItAll(uint96 before, uint96 after_, bool synced) public {
        uint256 mortal = _mint(alice, 0, 1, DEADLINE);
        uint256 other = _mint(bob, 1);
        vm.warp(DEADLINE);
        _settleNative(2 * (uint256(before) + 1));

        vm.warp(DEADLINE + 1);
        if (synced) vm.assertEq(dat.sync(class, 10), 1);
        _settleNative(uint256(after_) + 1);

        vm.assertEq(dat.pendingRevenue(mortal, NATIVE), uint256(before) + 1);
        vm.assertEq(dat.pendingRevenue(other, NATIVE), uint256(before) + uint256(after_) + 2);
        vm.warp(type(uint40).max);
        _settleNative(7);
        vm.assertEq(_claim(mortal, NATIVE), uint256(before) + 1);
        vm.assertEq(_claim(mortal, NATIVE), 0);
        vm.assertEq(_claim(other, NATIVE), uint256(before) + uint256(after_) + 9);
    }

    /// Without a living share the revenue would be nobody's: it is refused, before the first mint and after the last expiry.
    function testFuzz_GivenNoLivingShare_ItReverts(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.NoLiveShare.selector, class);
        _mint(alice, 100, 0, 0);
        _assertNativeReverts(class, amount, reason);

        _mint(alice, 0, 5, DEADLINE);
        vm.warp(DEADLINE + 1);
        _assertNativeReverts(class, amount, reason);

        _mint(alice, 1);
        _settleNative(amount);
        vm.assertEq(address(dat).balance, amount);
    }

    /// `sync` forgets what has passed, in steps, and no total and no claim changes by it; it never reverts.
    function testFuzz_WhenDeadlinesAreForgotten_NothingChanges(uint8[12] calldata terms, uint256 step) public {
        step = bound(step, 1, 13);
        uint256 tokenId = _mint(alice, 1);
        for (uint256 i; i < terms.length; ++i) {
            _mint(bob, 0, 1, uint64(START + 1 + terms[i]));
        }
        vm.assertEq(dat.sync(class, step), 0);
        vm.warp(START + 129);
        _settleNative(1e18);
        uint256 share = dat.totalShareOf(class);
        uint256 pending = dat.pendingRevenue(tokenId, NATIVE);

        uint256 forgotten;
        while (true) {
            uint256 now_ = dat.sync(class, step);
            vm.assertLe(now_, step);
            forgotten += now_;
            vm.assertEq(dat.totalShareOf(class), share);
            if (now_ < step) break;
        }

        vm.assertLe(forgotten, terms.length);
        vm.assertEq(dat.sync(class, type(uint256).max), 0);
        vm.assertEq(dat.pendingRevenue(tokenId, NATIVE), pending);
        _settleNative(share);
        vm.assertLe(pending, dat.pendingRevenue(tokenId, NATIVE));
    }

    // --- what is refused ---

    /// T10: a settlement of nothing is refused, in every asset.
    function test_GivenNothing_ItReverts() public {
        _mint(alice, 1);
        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.ZeroAmount.selector);

        _assertNativeReverts(class, 0, reason);
        _assertReverts(payer, abi.encodeCall(dat.settleRevenueERC20, (class, address(usd), 0)), reason);
    }

    /// T12: what is not an ERC-20 contract is refused: the zero address, and any address without code.
    function testFuzz_GivenAnAssetWithoutCode_ItReverts(address asset, uint256 amount) public {
        vm.assume(asset.code.length == 0);
        _mint(alice, 1);

        address[2] memory assets = [address(0), asset];
        for (uint256 i; i < 2; ++i) {
            _assertReverts(
                payer,
                abi.encodeCall(dat.settleRevenueERC20, (class, assets[i], amount)),
                abi.encodeWithSelector(IDataAnchoringToken.InvalidAsset.selector, assets[i])
            );
        }
    }

    /// Who has not got or not approved the amount cannot settle it.
    function test_GivenNoAllowance_ItReverts() public {
        _mint(alice, 1);
        usd.mint(stranger, 5);

        _assertReverts(
            stranger,
            abi.encodeCall(dat.settleRevenueERC20, (class, address(usd), 5)),
            abi.encodeWithSelector(SafeTransferLib.TransferFromFailed.selector)
        );
    }

    /// T21: revenue of an unknown class is refused, in every asset, and so is its `sync`.
    function testFuzz_GivenAnUnknownClass_ItReverts(uint256 classId) public {
        vm.assume(classId != class);
        usd.mint(payer, 1);

        _assertNativeReverts(classId, 1, _unknownClass(classId));
        _assertReverts(
            payer, abi.encodeCall(dat.settleRevenueERC20, (classId, address(usd), 1)), _unknownClass(classId)
        );
        _assertReverts(payer, abi.encodeCall(dat.sync, (classId, 1)), _unknownClass(classId));
    }

    function _assertNativeReverts(uint256 classId, uint256 amount, bytes memory reason) private {
        vm.prank(payer);
        (bool success, bytes memory answer) =
            address(dat).call{value: amount}(abi.encodeCall(dat.settleRevenueETH, (classId)));
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }
}
