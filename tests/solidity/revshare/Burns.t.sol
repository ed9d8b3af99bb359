// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken} from "../../../contracts/interfaces/IRevShareToken.sol";
import {RevShareTest} from "./RevShareTest.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

/// @title Burns: what they pay, and what the burner keeps
contract BurnsTest is RevShareTest {
    /// A burn pays its part of the pool of every asset, as the quotes said, and says so.
    function testFuzz_WhenTokensAreBurnt_TheQuotesArePaid(uint96 coins, uint96 dollars, uint96 amount) public {
        amount = uint96(bound(amount, 1, SUPPLY - 1));
        _pay(coins);
        _payUsd(dollars);
        uint256 native = uint256(coins) * 4_000 * amount / (10_000 * SUPPLY);
        vm.assertEq(token.redeemableOnBurn(amount), native);
        uint256 quote = token.redeemableERC20OnBurn(amount, address(usd));
        vm.assertEq(quote, uint256(dollars) * 4_000 * amount / (10_000 * SUPPLY));
        vm.expectEmit(address(token));
        emit IRevShareToken.Redeemed(alice, amount, NATIVE, native);

        _burn(alice, amount);

        vm.assertEq(alice.balance, native);
        vm.assertEq(usd.balanceOf(alice), quote);
        vm.assertEq(token.totalSupply(), SUPPLY - amount);
    }

    /// Burns in one epoch add up to one slice, under the id of the next snapshot.
    function test_WhenTokensAreBurntTwice_TheSlicesAddUp() public {
        _pay(100 ether);
        vm.expectEmit(address(token));
        emit IRevShareToken.SliceKept(alice, NATIVE, 1, 6 ether);
        _burn(alice, SUPPLY / 10);
        _burn(alice, SUPPLY / 10);
        vm.assertEq(token.claimableTotal(alice, NATIVE), 0);
        uint256 id = _snapshot();

        vm.assertEq(token.claimableRevenue(alice, id), 60 ether);
        vm.assertEq(token.claimableTotal(alice, NATIVE), 60 ether);
    }

    /// A burn in the block of a snapshot keeps a slice of it and one of the next, whatever the order; each has its own id.
    function test_WhenTokensAreBurntInTheBlockOfASnapshot_BothSlicesAreKept() public {
        _give(alice, bob, SUPPLY / 2);
        _pay(100 ether);
        _later();
        uint256 id = token.snapshot();
        _pay(200 ether);
        _burn(bob, SUPPLY / 4);
        _burn(bob, SUPPLY / 4);
        vm.assertEq(token.claimableRevenue(bob, id), 0);
        _nextBlock();
        vm.assertEq(token.claimableTotal(bob, NATIVE), 30 ether);
        vm.assertEq(token.claimableRevenue(bob, id), 30 ether);
        vm.assertEq(token.claimableRevenue(alice, id), 30 ether);
        uint256 next = _snapshot();

        vm.assertEq(token.claimableRevenue(bob, next), 60 ether);
        vm.assertEq(token.claimableTotal(bob, NATIVE), 90 ether);
        _claim(bob, next);
        _claimAll(bob, NATIVE);
        vm.assertEq(bob.balance, 60 ether + 90 ether);
        _claimAll(alice, NATIVE);
        _burn(alice, SUPPLY / 2);
        vm.assertEq(address(token).balance, 0);
    }

    /// Whoever was allowed to may burn somebody's tokens; that account is paid.
    function test_GivenAnAllowance_AnotherMayBurn() public {
        _pay(100 ether);
        vm.prank(alice);
        token.approve(bob, SUPPLY / 10);

        vm.prank(bob);
        token.burnFrom(alice, SUPPLY / 10);

        vm.assertEq(alice.balance, 4 ether);
        vm.assertEq(bob.balance, 0);
        _assertReverts(
            bob,
            abi.encodeCall(token.burnFrom, (alice, 1)),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, 0, 1)
        );
    }

    /// Nobody burns more than it has.
    function test_GivenTooFewTokens_ABurnReverts() public {
        _assertReverts(
            bob,
            abi.encodeCall(token.burn, (1)),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, bob, 0, 1)
        );
    }

    /// A burn of named assets pays exactly these; the others' parts stay with the remaining holders.
    function test_WhenAssetsAreNamed_OnlyTheyArePaid() public {
        _pay(100 ether);
        _payUsd(1e9);

        vm.prank(alice);
        token.redeem(SUPPLY / 10, _list(address(usd)));

        vm.assertEq(alice.balance, 0);
        vm.assertEq(usd.balanceOf(alice), 4e7);
        vm.assertEq(token.redeemableOnBurn(SUPPLY * 9 / 10), 100 ether);
    }

    /// Burning everything in the block of a snapshot pays what it split as well.
    function test_WhenAllIsBurntInTheBlockOfASnapshot_AllIsPaid() public {
        _pay(100 ether);
        _payUsd(1e9);
        _later();
        uint256 id = token.snapshot();
        vm.assertEq(token.redeemableOnBurn(SUPPLY), 100 ether);
        _burn(alice, SUPPLY);
        _nextBlock();

        vm.assertEq(alice.balance, 100 ether);
        vm.assertEq(usd.balanceOf(alice), 1e9);
        vm.assertEq(token.claimableRevenue(alice, id), 0);
    }

    /// While there are tokens, nothing can be settled as nobody's; and only the governor may ever.
    function test_GivenTokens_ZeroSupplyCannotBeSettled() public {
        _assertReverts(
            governor,
            abi.encodeCall(token.settleZeroSupply, (carol)),
            abi.encodeWithSelector(IRevShareToken.SupplyNotZero.selector, SUPPLY)
        );
        _assertReverts(
            alice,
            abi.encodeCall(token.settleZeroSupply, (carol)),
            abi.encodeWithSelector(IRevShareToken.NotGovernor.selector, alice, governor)
        );
    }
}
