// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {RevShareTest} from "./RevShareTest.sol";

/// @title Who burns the last tokens is left everything that belongs to nobody else, whatever is accepted, named or governed
contract RevShareLastHolderTest is RevShareTest {
    /// A redemption of the whole supply pays every accepted asset, whichever are named.
    function test_WhenTheWholeSupplyIsRedeemed_EveryAcceptedAssetIsPaid() public {
        _ungoverned();
        _pay(100 ether);
        _payUsd(1e9);

        vm.prank(alice);
        token.redeem(SUPPLY, _list(address(usd)));

        vm.assertEq(alice.balance, 100 ether);
        vm.assertEq(usd.balanceOf(alice), 1e9);
        vm.assertEq(address(token).balance + usd.balanceOf(address(token)), 0);
    }

    /// A token that is no longer accepted is paid with them, if it is named.
    function test_WhenTheWholeSupplyIsRedeemed_ANamedTokenIsPaidToo() public {
        _payUsd(1e9);
        _remove(address(usd));
        _pay(100 ether);

        vm.prank(alice);
        vm.expectEmit(address(token));
        emit IRevShareToken.Redeemed(alice, SUPPLY, NATIVE, 100 ether);
        vm.expectEmit(address(token));
        emit IRevShareToken.Redeemed(alice, 0, address(usd), 1e9);
        token.redeem(SUPPLY, _list(address(usd)));

        vm.assertEq(usd.balanceOf(alice), 1e9);
    }

    /// A governor that removes a token just before the last burn cannot take its pool afterwards; the last holder can.
    function test_WhenATokenIsRemovedBeforeTheLastBurn_ItsPoolStaysTheLastHolders() public {
        _give(alice, bob, SUPPLY / 4);
        _payUsd(1e9);
        _remove(address(usd));
        _burn(bob, SUPPLY / 4);
        _burn(alice, SUPPLY * 3 / 4);
        vm.assertEq(usd.balanceOf(address(token)), 1e9);

        _accept(address(usd));
        _payUsd(7);
        _settle(governor, carol);
        vm.assertEq(usd.balanceOf(carol), 7);
        _payUsd(5);
        _inherit(bob, address(usd));
        vm.assertEq(usd.balanceOf(bob), 0);
        _inherit(alice, address(usd));
        _inherit(alice, address(usd));
        vm.assertEq(usd.balanceOf(alice), 1e9);
        _settle(governor, carol);
        vm.assertEq(usd.balanceOf(carol), 12);
    }

    /// What arrives without tokens cannot be booked, so it stays out of the last holder's pools.
    function test_GivenNoTokens_ASyncIsRefused() public {
        _burn(alice, SUPPLY);
        _payUsd(7);

        _assertReverts(
            stranger,
            abi.encodeCall(token.sync, (address(usd))),
            abi.encodeWithSelector(IRevShareToken.ZeroSupply.selector)
        );
    }

    /// Without a governor, who burnt the last tokens settles what arrives; nobody else does.
    function test_GivenNoGovernor_TheLastHolderSettles() public {
        _ungoverned();
        _assertReverts(alice, abi.encodeCall(token.settleZeroSupply, (alice)), _notGovernor(alice, address(0)));
        _burn(alice, SUPPLY);
        _payUsd(7);
        vm.deal(address(token), 3);

        _assertReverts(bob, abi.encodeCall(token.settleZeroSupply, (bob)), _notGovernor(bob, alice));
        _settle(alice, carol);

        vm.assertEq(usd.balanceOf(carol), 7);
        vm.assertEq(carol.balance, 3);
    }

    function _ungoverned() private {
        RevShareTerms memory terms = _terms();
        terms.governor = address(0);
        token = _deploy(terms);
    }

    function _inherit(address who, address asset) private {
        vm.prank(who);
        token.redeem(0, _list(asset));
    }

    function _settle(address who, address to) private {
        vm.prank(who);
        token.settleZeroSupply(to);
    }

    function _notGovernor(address caller, address heir) private pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IRevShareToken.NotGovernor.selector, caller, heir);
    }
}
