// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {RevShareTest} from "./RevShareTest.sol";

/// @title The behaviours that the published reference of ERC-7641 tests, with its numbers
/// @dev A supply of 1,000,000, of which 60 % of revenue is for claims.
contract ReferenceTest is RevShareTest {
    /// It has a name.
    function test_GivenANewToken_ItHasItsName() public view {
        vm.assertEq(_erc20("name()"), "Digits");
    }

    /// It has a symbol.
    function test_GivenANewToken_ItHasItsSymbol() public view {
        vm.assertEq(_erc20("symbol()"), "DGT");
    }

    /// It has its supply.
    function test_GivenANewToken_ItHasItsSupply() public view {
        vm.assertEq(token.totalSupply(), SUPPLY);
    }

    /// The holder of the terms has the whole supply.
    function test_GivenANewToken_OneAccountHoldsAll() public view {
        vm.assertEq(token.balanceOf(alice), SUPPLY);
    }

    /// A plain send raises what the contract holds.
    function test_WhenCoinsAreSent_TheBalanceRises() public {
        _pay(1_000 ether);

        vm.assertEq(address(token).balance, 1_000 ether);
    }

    /// A snapshot before the interval has passed since the last one reverts, as the first does since the deployment.
    function test_WhenASnapshotIsTooEarly_ItReverts() public {
        token = _deploy(_terms());
        uint256 earliest = token.nextSnapshotAt();
        vm.assertEq(earliest, block.timestamp + INTERVAL);
        _assertTooEarly(earliest);
        vm.warp(earliest - 1);
        _assertTooEarly(earliest);
        vm.warp(earliest);
        vm.roll(100);

        vm.assertEq(token.snapshot(), 1);

        vm.roll(101);
        _assertTooEarly(earliest + INTERVAL);
    }

    /// A burn with an empty pool pays nothing.
    function test_GivenAnEmptyPool_ABurnPaysNothing() public {
        vm.assertEq(token.redeemableOnBurn(SUPPLY / 100), 0);

        _burn(alice, SUPPLY / 100);

        vm.assertEq(alice.balance, 0);
        vm.assertEq(token.totalSupply(), SUPPLY - SUPPLY / 100);
    }

    /// 1,000 come in: a burn of 1 % pays 1,000 * 1 % * 40 %.
    function test_WhenRevenueComesIn_ABurnPaysItsPartOfThePool() public {
        _pay(1_000 ether);
        vm.assertEq(token.redeemableOnBurn(SUPPLY / 100), 4 ether);

        _burn(alice, SUPPLY / 100);

        vm.assertEq(alice.balance, 4 ether);
    }

    /// The same after a snapshot.
    function test_WhenASnapshotWasTaken_ABurnPaysTheSame() public {
        _pay(1_000 ether);
        _snapshot();
        vm.assertEq(token.redeemableOnBurn(SUPPLY / 100), 4 ether);

        _burn(alice, SUPPLY / 100);

        vm.assertEq(alice.balance, 4 ether);
    }

    /// Revenue, a snapshot, revenue: a burn pays on both.
    function test_WhenRevenueComesInAfterASnapshot_ABurnPaysOnBoth() public {
        _pay(1_000 ether);
        _snapshot();
        _pay(1_000 ether);
        vm.assertEq(token.redeemableOnBurn(SUPPLY / 100), 8 ether);

        _burn(alice, SUPPLY / 100);

        vm.assertEq(alice.balance, 8 ether);
    }

    /// A claim of a snapshot that does not exist reverts.
    function test_GivenNoSnapshot_AClaimReverts() public {
        _assertReverts(alice, abi.encodeCall(token.claim, (1)), _unknown(1, 0));
        _assertReverts(alice, abi.encodeCall(token.claim, (0)), _unknown(0, 0));
    }

    /// A claim after a snapshot pays 600.
    function test_WhenASnapshotWasTaken_AClaimPaysSixtyPercent() public {
        _pay(1_000 ether);
        uint256 id = _snapshot();
        vm.assertEq(token.claimableRevenue(alice, id), 600 ether);

        _claim(alice, id);

        vm.assertEq(alice.balance, 600 ether);
        vm.assertEq(token.claimableRevenue(alice, id), 0);
    }

    /// Later revenue does not change what a snapshot pays.
    function test_WhenRevenueComesLater_TheSnapshotStays() public {
        _pay(1_000 ether);
        uint256 id = _snapshot();
        _pay(5_000 ether);

        vm.assertEq(token.claimableRevenue(alice, id), 600 ether);
    }

    /// Two holders of 90 % and 10 % are paid 540 and 60.
    function test_GivenTwoHolders_EachIsPaidItsPart() public {
        _give(alice, bob, SUPPLY / 10);
        _pay(1_000 ether);
        uint256 id = _snapshot();

        _claim(alice, id);
        _claim(bob, id);

        vm.assertEq(alice.balance, 540 ether);
        vm.assertEq(bob.balance, 60 ether);
    }

    /// Two snapshots are claimable as 600 and 1,200, each under its own id.
    function test_GivenTwoSnapshots_EachPaysItsOwn() public {
        _pay(1_000 ether);
        _snapshot();
        _pay(2_000 ether);
        _snapshot();
        vm.assertEq(token.claimableRevenue(alice, 1), 600 ether);
        vm.assertEq(token.claimableRevenue(alice, 2), 1_200 ether);

        _claim(alice, 2);
        vm.assertEq(alice.balance, 1_200 ether);
        _claim(alice, 1);
        vm.assertEq(alice.balance, 1_800 ether);
    }

    /// Both are claimed in one call.
    function test_GivenTwoSnapshots_OneCallPaysBoth() public {
        _pay(1_000 ether);
        _snapshot();
        _pay(2_000 ether);
        _snapshot();

        uint256 id = vm.snapshotState();
        _claimAll(alice, NATIVE);
        vm.assertEq(alice.balance, 1_800 ether);
        vm.revertToState(id);

        vm.prank(alice);
        token.claimMany(_list(2, 1, 2));
        vm.assertEq(alice.balance, 1_800 ether);
    }

    /// Revenue, a snapshot, burns and claims in any mixture conserve every wei.
    function testFuzz_GivenAnyMixture_EveryWeiIsConserved(uint96 revenue, uint96 more, uint96 burnt, uint8 order)
        public
    {
        burnt = uint96(bound(burnt, 1, SUPPLY / 2));
        _give(alice, bob, SUPPLY / 3);
        _pay(revenue);
        if (order & 1 != 0) _burn(alice, burnt / 3);
        _snapshot();
        if (order & 2 != 0) _burn(bob, burnt / 3);
        _claimAll(alice, NATIVE);
        _pay(more);
        _snapshot();
        if (order & 4 != 0) _burn(alice, burnt / 3);
        _claimAll(bob, NATIVE);
        _burn(alice, token.balanceOf(alice));
        _burn(bob, token.balanceOf(bob));
        _claimAll(alice, NATIVE);
        _claimAll(bob, NATIVE);

        vm.assertEq(alice.balance + bob.balance + address(token).balance, uint256(revenue) + more);
        vm.assertLe(address(token).balance, 4);
    }

    function _erc20(string memory signature) private view returns (string memory text) {
        (, bytes memory answer) = address(token).staticcall(abi.encodeWithSignature(signature));
        return abi.decode(answer, (string));
    }

    function _assertTooEarly(uint256 earliest) private {
        bytes4 reason = IRevShareToken.SnapshotTooEarly.selector;
        _assertReverts(
            stranger, abi.encodeCall(token.snapshot, ()), abi.encodeWithSelector(reason, earliest, block.timestamp)
        );
    }
}
