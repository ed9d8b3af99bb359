// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {DatTest} from "../DatTest.sol";

/// @title Attack: a share that comes late, stays too long, or comes for one transaction only
contract LateMintTest is DatTest {
    uint64 private constant DEADLINE = uint64(START + 100);

    FeeToken private _fee;

    function setUp() public override {
        super.setUp();
        _fee = new FeeToken(100);
        vm.prank(payer);
        _fee.approve(address(dat), type(uint256).max);
    }

    /// T1: a late mint, however large its share, has no part of anything before it, in any asset.
    function testFuzz_WhenAMintComesLate_ThePastIsNotItsOwn(uint96 amount, uint32 share, uint16 wait) public {
        amount = uint96(bound(amount, 100, type(uint96).max));
        uint256 early = _mint(alice, 1);
        _settleAll(amount);
        vm.warp(START + wait % 2);
        uint256[3] memory owed = _pending(early);

        uint256 late = _mint(bob, share);

        address[3] memory assets = _assets();
        for (uint256 i; i < 3; ++i) {
            vm.assertEq(dat.pendingRevenue(late, assets[i]), 0);
            vm.assertEq(_claim(late, assets[i]), 0);
            vm.assertEq(dat.pendingRevenue(early, assets[i]), owed[i]);
            vm.assertEq(_claim(early, assets[i]), owed[i]);
        }
        vm.assertEq(address(dat).balance, 0);
        vm.assertEq(usd.balanceOf(address(dat)), 0);
        vm.assertEq(_fee.balanceOf(address(dat)), 0);
    }

    /// T1: a first mint after revenue could not be settled has nothing to take, and an asset seen first later is shared.
    function test_WhenAnAssetIsNew_EarlyAndLateShareIt() public {
        uint256 early = _mint(alice, 1);
        _settleNative(10);
        uint256 late = _mint(bob, 1);

        _settleUsd(10);

        vm.assertEq(dat.pendingRevenue(early, NATIVE), 10);
        vm.assertEq(dat.pendingRevenue(late, NATIVE), 0);
        vm.assertEq(dat.pendingRevenue(early, address(usd)), 5);
        vm.assertEq(dat.pendingRevenue(late, address(usd)), 5);
    }

    /// Section 5: inside one second the order of transactions decides, through any number of mints and settlements.
    function testFuzz_WhenAllHappensInOneSecond_TheOrderDecides(uint8[16] calldata steps) public {
        uint256[] memory tokens = new uint256[](17);
        uint256[] memory owed = new uint256[](17);
        tokens[0] = _mint(alice, 1);
        uint256 count = 1;
        for (uint256 i; i < steps.length; ++i) {
            if (steps[i] % 2 == 0) {
                tokens[count++] = _mint(bob, 1);
            } else {
                _settleNative(720_720 * count);
                for (uint256 k; k < count; ++k) {
                    owed[k] += 720_720;
                }
            }
        }

        for (uint256 k; k < count; ++k) {
            vm.assertEq(dat.pendingRevenue(tokens[k], NATIVE), owed[k]);
        }
    }

    /// A minter that brings a share for one transaction around a settlement gets its part of that one, and no more.
    function testFuzz_WhenAShareComesForOneTransaction_ItHasItsPartOnly(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        uint256 holder = _mint(alice, 1);
        _settleNative(amount);
        vm.prank(controller);
        dat.setMinter(class, address(this), true);
        vm.deal(address(this), 2 * uint256(amount));

        uint256 flash = dat.mint(class, bob, 0, 1, uint64(block.timestamp));
        dat.settleRevenueETH{value: 2 * uint256(amount)}(class);
        uint256 paid = dat.claim(flash, NATIVE, payable(bob));

        vm.assertEq(paid, amount);
        vm.assertEq(dat.pendingRevenue(holder, NATIVE), 2 * uint256(amount));
        vm.warp(START + 1);
        _settleNative(amount);
        vm.assertEq(dat.claim(flash, NATIVE, payable(bob)), 0);
        vm.assertEq(_claim(holder, NATIVE), 3 * uint256(amount));
        vm.assertEq(address(dat).balance, 0);
    }

    /// T2: a dead share neither earns nor is revived by moving, poking, claiming, or by what others mint.
    function testFuzz_WhenADeadShareIsMovedAbout_ItEarnsNothing(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        uint256 dead = _mint(alice, 0, 7, DEADLINE);
        uint256 living = _mint(bob, 1);
        vm.warp(DEADLINE + 1);
        vm.prank(alice);
        dat.transferToken(dead, carol);
        dat.pokeExpired(_list(dead));
        _settleNative(amount);
        dat.sync(class, 5);
        _settleNative(amount);
        uint256 heir = _mint(carol, 0, 7, DEADLINE + 1);

        vm.assertEq(_claim(dead, NATIVE), 0);
        vm.assertEq(dat.pendingRevenue(heir, NATIVE), 0);
        vm.assertEq(_claim(living, NATIVE), 2 * uint256(amount));
    }

    /// T2: a claim made after the expiry pays the same as claims made all along.
    function testFuzz_WhenADeadShareClaimsLate_ItGetsWhatItEarned(uint64[6] calldata amounts, uint8 claims) public {
        uint256 patient = _mint(alice, 0, 3, DEADLINE);
        uint256 eager = _mint(bob, 0, 3, DEADLINE);
        uint256 owed;
        for (uint256 i; i < 6; ++i) {
            vm.warp(START + i * 20);
            _settleNative(2 * uint256(amounts[i]) + 2);
            owed += uint256(amounts[i]) + 1;
            if ((claims >> i) & 1 == 1) _claim(eager, NATIVE);
        }
        vm.warp(DEADLINE + 1);
        _mint(carol, 1);
        _settleNative(1_000);

        _claim(eager, NATIVE);
        _claim(patient, NATIVE);

        vm.assertApproxEqAbs(alice.balance, owed, 1);
        vm.assertLe(alice.balance, owed);
        vm.assertApproxEqAbs(bob.balance, alice.balance, 1);
    }

    function _settleAll(uint256 amount) private {
        _settleNative(amount);
        _settleUsd(amount);
        _fee.mint(payer, amount);
        vm.prank(payer);
        dat.settleRevenueERC20(class, address(_fee), amount);
    }

    function _assets() private view returns (address[3] memory assets) {
        return [NATIVE, address(usd), address(_fee)];
    }

    function _pending(uint256 tokenId) private view returns (uint256[3] memory owed) {
        address[3] memory assets = _assets();
        for (uint256 i; i < 3; ++i) {
            owed[i] = dat.pendingRevenue(tokenId, assets[i]);
        }
    }
}
