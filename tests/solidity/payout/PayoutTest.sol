// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPayout} from "../../../contracts/interfaces/IPayout.sol";
import {RouterTest} from "../router/RouterTest.sol";

/// @dev A payout contract, and alice, who holds a class and is owed something in the router, in two assets.
abstract contract PayoutTest is RouterTest {
    uint256 internal constant GAS = 200_000;

    IPayout internal payout;
    address internal keeper = makeAddr("keeper");
    uint256 internal hers;

    function setUp() public virtual override {
        super.setUp();
        payout = IPayout(vm.deployCode("Payout.sol:Payout"));
        service = alice;
        _setTerms(class, _terms(2_500));
        hers = _mint(alice, 1);
        vm.deal(alice, 0);
        _pay(class, 1_000);
        _payUsd(class, 2_000);
    }

    // --- claims ---

    function _claimOf(address target, bytes memory data) internal pure returns (IPayout.Claim memory claim) {
        return IPayout.Claim(target, GAS, data);
    }

    function _none() internal pure returns (IPayout.Claim[] memory claims) {}

    function _only(IPayout.Claim memory claim) internal pure returns (IPayout.Claim[] memory claims) {
        claims = new IPayout.Claim[](1);
        claims[0] = claim;
    }

    /// @dev All that alice is owed: 250 and 750 in the native coin, 500 and 1,500 in the ERC-20.
    function _all() internal view returns (IPayout.Claim[] memory claims) {
        claims = new IPayout.Claim[](4);
        for (uint256 i; i < 2; ++i) {
            address asset = i == 0 ? NATIVE : address(usd);
            claims[2 * i] = _claimOf(address(dat), abi.encodeCall(dat.claimMany, (_list(hers), asset)));
            claims[2 * i + 1] = _claimOf(address(router), abi.encodeCall(router.claim, (alice, asset, alice)));
        }
    }

    // --- tips ---

    function _giveTips(uint16 bps, uint112 cap, uint112 minimum, uint256 balance) internal {
        vm.prank(alice);
        payout.setTipTerms(IPayout.TipTerms(bps, cap, minimum));
        vm.deal(alice, balance);
        vm.prank(alice);
        payout.addTips{value: balance}();
    }

    /// @dev The keeper pays alice out.
    function _claimFor(IPayout.Claim[] memory claims) internal returns (uint256 tip) {
        vm.prank(keeper);
        (,, tip) = payout.claimFor(alice, claims, _list(NATIVE), _list(uint256(0)));
    }

    function _assertNo(address caller, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(payout).call(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }
}
