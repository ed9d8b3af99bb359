// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {DatTest} from "../DatTest.sol";

/// @title Attack: the largest and the smallest numbers
contract ExtremesTest is DatTest {
    uint256 private constant MAX_SHARE = type(uint32).max;

    /// T6: forty shares of the largest size, each asked for as more than it can be, divide 1e33 units evenly.
    function test_GivenSaturatedShares_HugeRevenueIsDividedEvenly() public {
        uint256[] memory tokens = new uint256[](40);
        for (uint256 i; i < tokens.length; ++i) {
            tokens[i] = _mint(alice, MAX_SHARE + i * 1e50);
        }
        vm.assertEq(dat.totalShareOf(class), 40 * MAX_SHARE);

        for (uint256 round = 1; round <= 5; ++round) {
            _settleUsd(1e33);
            for (uint256 i; i < tokens.length; ++i) {
                uint256 pending = dat.pendingRevenue(tokens[i], address(usd));
                vm.assertLe(pending, round * 1e33 / 40);
                vm.assertLe(round * 1e33 / 40, pending + 1);
            }
        }
        vm.assertLe(5e33 - dat.claimMany(tokens, address(usd)), 40);
    }

    /// The shares ever issued fit 64 bits: even when what has expired leaves room under the cap, no more are minted.
    function test_GivenAllTheSharesThereCanBe_NoMoreAreMinted() public {
        _mint(bob, 0, 10, uint64(START));
        _mint(alice, 1);
        vm.warp(START + 1);
        // Four thousand million mints would bring it there.
        _storeIssuedShare(11, type(uint64).max);
        uint256 alive = uint256(type(uint64).max) + 5 - 10;

        _assertReverts(
            controller,
            abi.encodeCall(dat.mint, (class, alice, 0, 5, 0)),
            abi.encodeWithSelector(IDataAnchoringToken.ShareCapExceeded.selector, class, alive, type(uint64).max)
        );
        vm.assertEq(dat.totalShareOf(class), uint256(type(uint64).max) - 10);
    }

    /// Section 5: the smallest share beside the largest earns its exact part of the largest settlements.
    function testFuzz_GivenTheSmallestAndTheLargestShare_BothEarn(uint256 amount) public {
        amount = bound(amount, 1e32, 1e33);
        uint256 small = _mint(alice, 1);
        uint256 large = _mint(bob, MAX_SHARE);

        _settleUsd(amount);

        vm.assertEq(dat.pendingRevenue(small, address(usd)), amount >> 32);
        vm.assertEq(
            dat.pendingRevenue(large, address(usd)), amount - (amount >> 32) - (amount % (1 << 32) == 0 ? 0 : 1)
        );
    }

    /// More than the books can hold is refused with its number, and what they hold stays payable.
    function testFuzz_GivenRevenueBeyondTheBooks_ItReverts(uint256 amount) public {
        uint256 most = type(uint128).max;
        amount = bound(amount, most + 1, type(uint256).max - most);
        uint256 tokenId = _mint(alice, 1);
        _settleUsd(most);
        usd.mint(payer, amount);

        uint256[2] memory amounts = [amount, 1];
        for (uint256 i; i < 2; ++i) {
            _assertReverts(
                payer,
                abi.encodeCall(dat.settleRevenueERC20, (class, address(usd), amounts[i])),
                abi.encodeWithSelector(IDataAnchoringToken.RevenueTooLarge.selector, class, address(usd), amounts[i])
            );
        }
        vm.assertEq(_claim(tokenId, address(usd)), most);
    }

    /// An asset whose books somebody filled up on purpose is an asset of its own: all others go on.
    function test_WhenAWorthlessAssetFillsItsBooks_OthersGoOn() public {
        uint256 tokenId = _mint(alice, 1);
        TestToken junk = new TestToken("Junk", "JUNK", 0);
        junk.mint(stranger, type(uint256).max);
        vm.prank(stranger);
        junk.approve(address(dat), type(uint256).max);
        vm.prank(stranger);
        dat.settleRevenueERC20(class, address(junk), type(uint128).max);

        _settleUsd(1e33);
        _settleNative(1e20);

        vm.assertEq(_claim(tokenId, address(usd)), 1e33);
        vm.assertEq(_claim(tokenId, NATIVE), 1e20);
    }

    /// Whoever claims for others after every settlement takes nothing from them: the fraction stays with the token.
    /// forge-config: default.fuzz.runs = 200
    function testFuzz_WhenAnybodyClaimsAllTheTime_TheOwnerLosesNothing(uint8[48] calldata amounts) public {
        TestToken coarse = new TestToken("Points", "PTS", 0);
        coarse.mint(payer, 1e6);
        vm.prank(payer);
        coarse.approve(address(dat), 1e6);
        uint256 victim = _mint(alice, 3);
        uint256 untouched = _mint(bob, 3);
        _mint(carol, 1);

        uint256 settled;
        for (uint256 i; i < amounts.length; ++i) {
            uint256 amount = 1 + amounts[i] % 7;
            settled += amount;
            vm.prank(payer);
            dat.settleRevenueERC20(class, address(coarse), amount);
            vm.prank(stranger);
            dat.claim(victim, address(coarse), payable(alice));
        }

        uint256 taken = coarse.balanceOf(alice);
        vm.assertEq(dat.pendingRevenue(victim, address(coarse)), 0);
        vm.assertEq(taken, dat.pendingRevenue(untouched, address(coarse)));
        vm.assertLe(taken * 7, settled * 3);
        vm.assertLe(settled * 3, (taken + 1) * 7);
    }

    /// Whatever a token earns in, however much it is and whoever joins in between: claimed at any times, it is paid to the unit
    /// what its twin, minted with it, is paid that waits.
    /// forge-config: default.fuzz.runs = 200
    function testFuzz_GivenManyAssetsAndClaims_TheyPayAsMuchAsOne(uint256[40] calldata steps) public {
        address[4] memory assets = [NATIVE, address(usd), _bigToken(), _bigToken()];
        uint256 busy = _mint(alice, 3);
        uint256 twin = _mint(bob, 3);
        for (uint256 i; i < steps.length; ++i) {
            uint256 seed = steps[i] >> 8;
            address asset = assets[seed % 4];
            uint256 choice = steps[i] % 8;
            if (choice == 0) _mint(carol, 1 + seed % MAX_SHARE);
            else if (choice == 1) vm.warp(block.timestamp + 1);
            else if (choice < 5) _claim(busy, asset);
            else _settle(asset, bound(seed >> 8, 1, asset == NATIVE ? 1e24 : uint256(1) << 110));
        }

        for (uint256 i; i < assets.length; ++i) {
            _claim(busy, assets[i]);
            uint256 owed = dat.pendingRevenue(twin, assets[i]);
            vm.assertEq(_claim(twin, assets[i]), owed);
            uint256 paid = assets[i] == NATIVE ? alice.balance : TestToken(assets[i]).balanceOf(alice);
            vm.assertEq(paid, owed);
        }
    }

    /// With shares and amounts of one unit, forty claims in a row together pay what one claim would have.
    function test_WhenEverySettlementIsOneUnit_NothingIsLostToClaims() public {
        uint256 victim = _mint(alice, 1);
        uint256 patient = _mint(bob, 1);
        for (uint256 i; i < 40; ++i) {
            _settleUsd(1);
            vm.prank(stranger);
            dat.claim(victim, address(usd), payable(alice));
        }

        vm.assertEq(usd.balanceOf(alice), 20);
        vm.assertEq(_claim(patient, address(usd)), 20);
    }

    function _bigToken() private returns (address token) {
        TestToken big = new TestToken("Big", "BIG", 0);
        big.mint(payer, type(uint256).max);
        vm.prank(payer);
        big.approve(address(dat), type(uint256).max);
        return address(big);
    }

    function _settle(address asset, uint256 amount) private {
        if (asset == NATIVE) return _settleNative(amount);
        if (asset == address(usd)) return _settleUsd(amount);
        vm.prank(payer);
        dat.settleRevenueERC20(class, asset, amount);
    }

    /// @dev Looks for the slot of the class that holds `tokens 64 | joined 64 | issuedShare 64 | maxTotalShare 64`.
    function _storeIssuedShare(uint256 before, uint256 issued) private {
        for (uint256 position; position < 16; ++position) {
            bytes32 slot = bytes32(uint256(keccak256(abi.encode(class, position))) + 1);
            uint256 packed = uint256(vm.load(address(dat), slot));
            if (packed >> 128 != before + (uint256(type(uint64).max) << 64)) continue;
            vm.store(address(dat), slot, bytes32(packed ^ ((before ^ issued) << 128)));
        }
        vm.assertEq(dat.totalShareOf(class), issued - 10);
    }
}
