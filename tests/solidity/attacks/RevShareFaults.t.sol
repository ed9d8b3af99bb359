// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken} from "../../../contracts/interfaces/IRevShareToken.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReturnBomb} from "../../../contracts/mocks/ReturnBomb.sol";
import {RevShareTest} from "../revshare/RevShareTest.sol";

/// @title Attack: what the published reference of ERC-7641 does badly, each of its faults once
contract RevShareFaultsTest is RevShareTest {
    /// Fault 1: who borrows all tokens for one transaction, takes the snapshot and gives them back has no part in it.
    function test_WhenTokensAreBorrowedForASnapshot_TheBorrowerGetsNothing() public {
        _pay(100 ether);
        _later();
        _give(alice, bob, SUPPLY);
        vm.prank(bob);
        uint256 id = token.snapshot();
        _assertReverts(bob, abi.encodeCall(token.claim, (id)), _closedNext(id));
        _give(bob, alice, SUPPLY);
        _nextBlock();

        _assertReverts(bob, abi.encodeCall(token.claim, (id)), _nothing(bob, id));
        _claim(alice, id);
        vm.assertEq(alice.balance, 60 ether);
        vm.assertEq(bob.balance, 0);
    }

    /// Fault 1: nor does who buys before the snapshot and sells in its block, whatever else happens in it.
    function testFuzz_WhenTokensMoveInTheBlockOfASnapshot_BalancesAtItsEndCount(uint96 before, uint96 later) public {
        before = uint96(bound(before, 0, SUPPLY));
        _pay(100 ether);
        _later();
        _give(alice, bob, before);
        uint256 id = token.snapshot();
        later = uint96(bound(later, 0, before));
        _give(bob, carol, later);
        _nextBlock();

        vm.assertEq(token.claimableRevenue(alice, id), 60 ether * (SUPPLY - before) / SUPPLY);
        vm.assertEq(token.claimableRevenue(bob, id), 60 ether * uint256(before - later) / SUPPLY);
        vm.assertEq(token.claimableRevenue(carol, id), 60 ether * uint256(later) / SUPPLY);
    }

    /// Fault 2: who burns just before a snapshot keeps the part of revenue that was not split yet.
    function test_WhenTokensAreBurntBeforeASnapshot_TheBurnerKeepsItsPart() public {
        _give(alice, bob, SUPPLY / 4);
        _pay(100 ether);
        _burn(bob, SUPPLY / 4);
        vm.assertEq(bob.balance, 10 ether);
        uint256 id = _snapshot();

        vm.assertEq(token.claimableRevenue(bob, id), 15 ether);
        vm.assertEq(token.claimableRevenue(alice, id), 45 ether);
        _claim(bob, id);
        vm.assertEq(bob.balance, 25 ether);
    }

    /// Fault 2: the same for a burn in the block of the snapshot, after it.
    function test_WhenTokensAreBurntInTheBlockOfASnapshot_TheBurnerKeepsItsPart() public {
        _give(alice, bob, SUPPLY / 4);
        _pay(100 ether);
        _payUsd(1e9);
        _later();
        uint256 id = token.snapshot();
        _burn(bob, SUPPLY / 4);
        _nextBlock();

        vm.assertEq(token.claimableRevenue(bob, id), 15 ether);
        vm.assertEq(token.claimableRevenue(alice, id), 45 ether);
        vm.assertEq(token.claimableERC20(bob, id, address(usd)), 15e7);
        vm.assertEq(token.claimableERC20(alice, id, address(usd)), 45e7);
        _claim(bob, id);
        _claim(alice, id);
        vm.assertEq(bob.balance, 25 ether);
        vm.assertEq(alice.balance, 45 ether);
        vm.assertEq(usd.balanceOf(bob), 25e7);
    }

    /// Fault 3: who burns the last tokens is paid everything, nothing is locked, and no view panics.
    function test_WhenEverybodyHasBurnt_NothingIsLocked() public {
        _give(alice, bob, SUPPLY / 4);
        _pay(100 ether);
        _burn(bob, SUPPLY / 4);
        _burn(alice, SUPPLY * 3 / 4);
        vm.assertEq(alice.balance, 75 ether);

        vm.assertEq(token.redeemableOnBurn(0), 0);
        vm.assertEq(token.claimableTotal(bob, NATIVE), 15 ether);
        vm.prank(payer);
        (bool success,) = address(token).call{value: 1}("");
        vm.assertFalse(success);
        _assertReverts(
            stranger, abi.encodeCall(token.snapshot, ()), abi.encodePacked(IRevShareToken.ZeroSupply.selector)
        );
        vm.deal(address(token), address(token).balance + 7 ether);
        vm.prank(governor);
        token.settleZeroSupply(carol);
        vm.assertEq(carol.balance, 7 ether);
        // The slice needs no snapshot any more, since none can come.
        _claimAll(bob, NATIVE);
        vm.assertEq(bob.balance, 25 ether);
        vm.assertEq(address(token).balance, 0);
    }

    /// Fault 4: a holder that cannot receive coins names somebody who can; anyone may claim for a holder, to that holder only.
    function test_GivenAHolderThatRefusesCoins_ItClaimsToAnother() public {
        address refusing = address(new ReturnBomb(true));
        _give(alice, refusing, SUPPLY / 2);
        _pay(100 ether);
        _payUsd(1e9);
        uint256 id = _snapshot();

        // The native coin fails, the ERC-20 arrives; what failed can be claimed alone, to another.
        token.claimFor(refusing, id);
        vm.assertEq(usd.balanceOf(refusing), 3e8);
        vm.assertEq(token.claimableTotal(refusing, NATIVE), 30 ether);
        _assertReverts(
            stranger,
            abi.encodeCall(token.claimAllFor, (refusing, _list(NATIVE))),
            abi.encodeWithSelector(IRevShareToken.ClaimFailed.selector, refusing, refusing)
        );
        vm.prank(refusing);
        token.claimAllTo(_list(NATIVE), carol);
        vm.assertEq(carol.balance, 30 ether);
        vm.assertEq(token.claimableTotal(refusing, NATIVE), 0);

        token.claimFor(alice, id);
        vm.assertEq(alice.balance, 30 ether);
        vm.assertEq(stranger.balance, 0);
    }

    /// Fault 5: a batch with an id that is empty or claimed pays the others.
    function test_GivenABatchWithAnEmptyId_TheOthersArePaid() public {
        _pay(100 ether);
        _snapshot();
        _snapshot();
        _pay(200 ether);
        _snapshot();
        _claim(alice, 1);

        vm.prank(alice);
        token.claimMany(_list(1, 2, 3));

        vm.assertEq(alice.balance, 180 ether);
    }

    /// Fault 6: basis points, and a quote above the supply reverts.
    function test_GivenBasisPoints_AndAQuoteAboveTheSupply_ItReverts() public {
        _assertReverts(
            stranger,
            abi.encodeCall(token.redeemableOnBurn, (SUPPLY + 1)),
            abi.encodeWithSelector(IRevShareToken.ExceedsSupply.selector, SUPPLY + 1, SUPPLY)
        );
    }

    /// Fault 7: what somebody who did nothing pays to claim does not grow with the number of snapshots.
    function test_GivenManySnapshots_AClaimOfAllCostsTheSame() public {
        _give(alice, bob, SUPPLY / 2);
        _give(alice, carol, SUPPLY / 4);
        uint256[2] memory spent;
        for (uint256 i; i < 2; ++i) {
            for (uint256 j; j < (i == 0 ? 10 : 100); ++j) {
                _pay(1 ether + 1);
                _snapshot();
            }
            address who = i == 0 ? bob : carol;
            address[] memory assets = _list(NATIVE);
            vm.cool(address(token));
            vm.prank(who);
            uint256 gas = gasleft();
            token.claimAll(assets);
            spent[i] = gas - gasleft();
        }
        vm.assertApproxEqAbs(spent[0], spent[1], 3_000);
        vm.assertApproxEqAbs(carol.balance, 110 * 0.15 ether, 110);
    }

    /// Fault 8: nothing expires, whoever takes however many snapshots.
    function test_WhenManySnapshotsAreTaken_AnOldOneStaysClaimable() public {
        _pay(100 ether);
        uint256 id = _snapshot();
        for (uint256 i; i < 50; ++i) {
            _snapshot();
        }

        _claim(alice, id);
        vm.assertEq(alice.balance, 60 ether);
    }

    /// Somebody who claims every other id for a victim neither takes anything nor makes its claim of all dear.
    function test_WhenAnybodyClaimsEveryOtherId_TheVictimIsPaidTheRestAsCheaply() public {
        _give(alice, bob, SUPPLY / 2);
        for (uint256 i = 1; i <= 60; ++i) {
            _pay(1 ether + i);
            _snapshot();
            if (i % 2 == 0) token.claimFor(bob, i);
        }
        address[] memory assets = _list(NATIVE);
        vm.cool(address(token));
        vm.prank(bob);
        uint256 gas = gasleft();
        token.claimAll(assets);
        vm.assertLe(gas - gasleft(), 60_000);

        uint256 exact;
        for (uint256 i = 1; i <= 60; ++i) {
            exact += (1 ether + i) * 3 / 10;
            _assertReverts(bob, abi.encodeCall(token.claim, (i)), _nothing(bob, i));
        }
        vm.assertGe(bob.balance, exact);
        vm.assertLe(bob.balance, exact + 60);
    }

    /// A receiver that calls back while it is paid gets nothing more, and may move its tokens.
    function test_WhenAReceiverCallsBack_ItIsPaidOnce() public {
        ReentrantReceiver holder = new ReentrantReceiver();
        _give(alice, address(holder), SUPPLY / 2);
        _pay(100 ether);
        _snapshot();
        holder.arm(address(token), abi.encodeCall(token.claimAllFor, (address(holder), _list(NATIVE))));

        token.claimAllFor(address(holder), _list(NATIVE));

        vm.assertEq(holder.calls(), 1);
        vm.assertFalse(holder.succeeded());
        vm.assertEq(address(holder).balance, 30 ether);
        holder.arm(address(token), abi.encodeCall(token.transfer, (bob, SUPPLY / 2)));
        holder.execute(address(token), 0, abi.encodeCall(token.burn, (SUPPLY / 100)));
        vm.assertFalse(holder.succeeded());
        vm.assertEq(address(holder).balance, 30.4 ether);
    }

    /// In the block of the snapshot the id is open.
    function _closedNext(uint256 id) private view returns (bytes memory reason) {
        return _notClosed(id);
    }
}
