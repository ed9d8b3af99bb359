// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPayout} from "../../../contracts/interfaces/IPayout.sol";
import {Reentrant} from "../../../contracts/mocks/Reentrant.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {PayoutTest} from "../payout/PayoutTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @dev What a claim is made of that wants to do harm.
contract HostileTarget is Reentrant {
    receive() external payable {}

    function eatGas() external pure {
        assembly { invalid() }
    }

    function answerMuch(bool fails) external pure {
        assembly {
            if fails { revert(0, 1000000) }
            return(0, 1000000)
        }
    }

    function callBack() external {
        _callBack();
    }

    function give(address payable to) external {
        (bool success,) = to.call{value: address(this).balance}("");
        require(success, "refused");
    }
}

/// @title Attack: claims that do harm, and keepers that want more than their tip
contract HostileClaimsTest is PayoutTest {
    HostileTarget private _target;

    function setUp() public override {
        super.setUp();
        _target = new HostileTarget();
    }

    // --- targets ---

    /// A target that eats its gas takes no other claim along.
    function test_WhenATargetEatsItsGas_TheOthersAreMade() public {
        _assertPassedOver(abi.encodeCall(_target.eatGas, ()));
    }

    /// A target that fails with a megabyte costs no more than it may use itself.
    function test_WhenATargetFailsWithAMegabyte_TheOthersAreMade() public {
        _assertPassedOver(abi.encodeCall(_target.answerMuch, (true)));
    }

    /// A target that answers a megabyte is not copied.
    function test_WhenATargetAnswersAMegabyte_ItIsNotCopied() public {
        IPayout.Claim memory claim = _claimOf(address(_target), abi.encodeCall(_target.answerMuch, (false)));
        claim.gasLimit = 3_000_000;
        bytes memory call =
            abi.encodeCall(payout.claimEverything, (alice, _only(claim), _list(NATIVE), _list(uint256(0))));

        (bool success, bytes memory answer) = address(payout).call{gas: 3_200_000}(call);

        vm.assertTrue(success);
        (, bool[] memory done) = abi.decode(answer, (uint256[], bool[]));
        vm.assertTrue(done[0]);
    }

    /// A target that calls back reaches neither payouts nor tips.
    function test_WhenATargetCallsBack_TheDoorsAreShut() public {
        _giveTips(10_000, 1_000, 0, 1_000);
        bytes[4] memory calls = [
            abi.encodeCall(payout.claimEverything, (alice, _none(), _list(NATIVE), _list(uint256(0)))),
            abi.encodeCall(payout.claimFor, (alice, _none(), _list(NATIVE), _list(uint256(0)))),
            abi.encodeCall(payout.withdrawTips, (0)),
            abi.encodeCall(payout.addTips, ())
        ];
        for (uint256 i; i < calls.length; ++i) {
            _target.arm(address(payout), calls[i]);
            _claimFor(_only(_claimOf(address(_target), abi.encodeCall(_target.callBack, ()))));
            vm.assertEq(_target.calls(), i + 1);
            _assertLockedOut(_target);
        }
        vm.assertEq(payout.tipBalanceOf(alice), 1_000);
    }

    /// The contract makes no claim of itself, in whose name it would speak.
    function test_GivenItselfAsTarget_ItIsPassedOver() public {
        IPayout.Claim memory claim =
            _claimOf(address(payout), abi.encodeCall(payout.setTipTerms, (IPayout.TipTerms(1, 1, 1))));

        (, bool[] memory done) = payout.claimEverything(alice, _only(claim), _list(NATIVE), _list(uint256(0)));

        vm.assertFalse(done[0]);
        vm.assertEq(payout.tipTermsOf(address(payout)).bps, 0);
    }

    /// Whatever anybody claims to claim, what an account has and has allowed others stays its own.
    function test_AClaimTakesNothingFromAnybody() public {
        usd.mint(bob, 1_000);
        vm.prank(bob);
        usd.approve(address(router), 1_000);
        bytes[4] memory calls = [
            abi.encodeCall(usd.transferFrom, (bob, keeper, 1)),
            abi.encodeCall(usd.transfer, (keeper, 1)),
            abi.encodeCall(dat.transferToken, (hers, keeper)),
            abi.encodeCall(router.claim, (alice, NATIVE, keeper))
        ];
        address[4] memory targets = [address(usd), address(usd), address(dat), address(router)];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(keeper);
            (, bool[] memory done) =
                payout.claimEverything(keeper, _only(_claimOf(targets[i], calls[i])), _list(NATIVE), _list(uint256(0)));
            vm.assertFalse(done[0]);
        }
    }

    // --- gas ---

    /// Whoever brings little gas gets an error, and no payout with claims passed over that work.
    function testFuzz_GivenLittleGas_AllOrNothing(uint256 gas_) public {
        gas_ = bound(gas_, 30_000, 600_000);
        bytes memory call =
            abi.encodeCall(payout.claimEverything, (alice, _all(), _list(NATIVE, address(usd)), _list(0, 0)));

        vm.prank(keeper);
        (bool success,) = address(payout).call{gas: gas_}(call);

        vm.assertEq(alice.balance, success ? 1_000 : 0);
        vm.assertEq(usd.balanceOf(alice), success ? 2_000 : 0);
    }

    /// A claim that may use more than there is reverts all.
    function testFuzz_GivenMoreThanThereIs_ItReverts(uint256 gasLimit) public {
        IPayout.Claim[] memory claims = _all();
        claims[2].gasLimit = bound(gasLimit, 1e12, type(uint256).max);
        bytes memory call = abi.encodeCall(payout.claimEverything, (alice, claims, _list(NATIVE), _list(uint256(0))));
        bytes memory reason = abi.encodeWithSelector(IPayout.TooLittleGas.selector, 2, claims[2].gasLimit);
        _assertNo(keeper, call, reason);
    }

    // --- keepers ---

    /// A keeper that sends its own coins to raise its tip pays at least as much as it gets.
    function testFuzz_WhenAKeeperInflates_ItGainsNothing(uint16 bps, uint64 own, uint64 balance) public {
        _giveTips(uint16(bound(bps, 0, 10_000)), type(uint112).max, 0, balance);
        vm.deal(address(_target), own);

        uint256 tip = _claimFor(_only(_claimOf(address(_target), abi.encodeCall(_target.give, (payable(alice))))));

        vm.assertLe(tip, own);
        vm.assertEq(alice.balance, own);
        vm.assertEq(payout.tipBalanceOf(alice), balance - tip);
    }

    /// A keeper that splits a payout gets no more than for the whole.
    function testFuzz_WhenAKeeperSplits_ItGetsNoMore(uint16 bps) public {
        _giveTips(uint16(bound(bps, 0, 10_000)), type(uint112).max, 0, 1_000);
        IPayout.Claim[] memory claims = _all();
        uint256 state = vm.snapshotState();
        uint256 whole = _claimFor(claims);
        vm.revertToState(state);

        vm.assertLe(_claimFor(_only(claims[0])) + _claimFor(_only(claims[1])), whole);
    }

    /// A keeper that calls back when it is tipped is tipped once; one that takes no coins has no tip and no payout.
    function test_WhenAKeeperCallsBack_ItIsTippedOnce() public {
        _giveTips(1_000, 1_000, 0, 1_000);
        bytes memory call = abi.encodeCall(payout.claimFor, (alice, _all(), _list(NATIVE), _list(uint256(0))));
        _assertNo(address(usd), call, abi.encodeWithSelector(IPayout.TipRefused.selector, address(usd), 100));
        ReentrantReceiver receiver = new ReentrantReceiver();
        receiver.arm(address(payout), call);

        receiver.execute(address(payout), 0, call);

        _assertLockedOut(receiver);
        vm.assertEq(address(receiver).balance, 100);
        vm.assertEq(payout.tipBalanceOf(alice), 900);
    }

    /// The tips of one account are nobody else's: a keeper gets nothing of bob's for paying alice out.
    function testFuzz_TipsOfOthersStay(uint64 balance) public {
        vm.prank(alice);
        payout.setTipTerms(IPayout.TipTerms(10_000, type(uint112).max, 0));
        vm.deal(bob, balance);
        vm.prank(bob);
        payout.addTips{value: balance}();

        vm.assertEq(_claimFor(_all()), 0);
        vm.assertEq(payout.tipBalanceOf(bob), balance);
    }

    function _assertPassedOver(bytes memory data) private {
        IPayout.Claim[] memory claims = _all();
        claims[0] = _claimOf(address(_target), data);
        bytes memory call =
            abi.encodeCall(payout.claimEverything, (alice, claims, _list(NATIVE, address(usd)), _list(250, 2_000)));

        (bool success, bytes memory answer) = address(payout).call{gas: 1_000_000}(call);

        vm.assertTrue(success);
        (, bool[] memory done) = abi.decode(answer, (uint256[], bool[]));
        vm.assertTrue(!done[0] && done[1] && done[2] && done[3]);
    }

    function _assertLockedOut(Reentrant attacker) private view {
        vm.assertFalse(attacker.succeeded());
        vm.assertEq(
            attacker.answer(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }
}
