// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDat} from "../IDat.sol";
import {Test} from "../Test.sol";
import {RevenueHandler} from "./RevenueHandler.sol";
import {Twin} from "./Twin.sol";

/// @title What is true of revenue after anything that anybody does, at any time
contract RevenueInvariants is Test {
    RevenueHandler private _handler;
    IDat private _dat;

    function setUp() public {
        _handler = new RevenueHandler();
        _dat = _handler.DAT();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// The contract holds what was settled and not yet claimed: of every asset at least the sum of what is pending.
    function invariant_EveryAssetIsSolvent() external {
        Twin.Token[] memory tokens = _present();
        for (uint256 a; a < 3; ++a) {
            address asset = _handler.assets(a);
            uint256 pending;
            for (uint256 i; i < tokens.length; ++i) {
                pending += _dat.pendingRevenue(tokens[i].id, asset);
            }
            vm.assertLe(pending, _handler.balanceOf(asset, address(_dat)));
        }
    }

    /// T9: claimed and pending are together at most what was settled; the gap is less than a unit a share, however many claims.
    function invariant_NothingIsLostOrMadeUp() external {
        Twin.Token[] memory tokens = _present();
        for (uint256 classId = 1; classId <= _handler.CLASSES(); ++classId) {
            for (uint256 a; a < 3; ++a) {
                address asset = _handler.assets(a);
                Twin.Book memory book = _handler.book(classId, asset);
                uint256 given = book.claimed;
                uint256 shares;
                for (uint256 i; i < tokens.length; ++i) {
                    if (tokens[i].classId != classId || tokens[i].share == 0) continue;
                    given += _dat.pendingRevenue(tokens[i].id, asset);
                    ++shares;
                }
                vm.assertLe(given, book.settled);
                vm.assertLe(book.settled, given + shares);
            }
        }
    }

    /// T9: what a token was paid and is owed is its exact part, rounded down once, whatever claims there were.
    function invariant_EachTokenHasItsExactPart() external {
        Twin.Token[] memory tokens = _present();
        for (uint256 i; i < tokens.length; ++i) {
            for (uint256 a; a < 3; ++a) {
                address asset = _handler.assets(a);
                Twin.Account memory account = _handler.account(tokens[i].id, asset);
                uint256 given = account.claimed + _dat.pendingRevenue(tokens[i].id, asset);
                vm.assertEq(given, account.earned >> 64);
                vm.assertApproxEqAbs(given, account.exact >> 96, 1);
            }
        }
    }

    /// T3: the total share of a class at any time is the sum over its tokens that are alive then.
    function invariant_TheTotalShareIsThatOfTheLiving() external {
        Twin.Token[] memory tokens = _present();
        uint256 time = _handler.time();
        for (uint256 classId = 1; classId <= _handler.CLASSES(); ++classId) {
            vm.warp(time);
            vm.assertEq(_dat.totalShareOf(classId), _handler.livingShare(classId, time));
            for (uint256 i; i < tokens.length; ++i) {
                uint256 when = tokens[i].expireAt + i % 2;
                if (when < time) continue;
                vm.warp(when);
                vm.assertEq(_dat.totalShareOf(classId), _handler.livingShare(classId, when));
            }
        }
        vm.warp(time);
        vm.assertLe(_dat.totalShareOf(3), _handler.CAP());
    }

    /// T21: every token is what it was minted as, belongs to whom it was moved to, and serials have no gap.
    function invariant_TokensAreWhatTheyWereMintedAs() external {
        Twin.Token[] memory tokens = _present();
        uint256[4] memory counts;
        for (uint256 i; i < tokens.length; ++i) {
            Twin.Token memory token = tokens[i];
            vm.assertEq(token.id, (token.classId << 128) + ++counts[token.classId]);
            vm.assertEq(_dat.ownerOf(token.id), token.owner);
            vm.assertEq(_dat.balanceOf(token.owner, token.id), 1);
            vm.assertEq(_dat.shareRatioOf(token.id), token.share);
            vm.assertEq(_dat.expireAtOf(token.id), token.expireAt);
        }
        for (uint256 classId = 1; classId <= 3; ++classId) {
            vm.assertEq(_dat.tokenCountOf(classId), counts[classId]);
        }
    }

    function _present() private returns (Twin.Token[] memory tokens) {
        vm.warp(_handler.time());
        return _handler.tokens();
    }
}
