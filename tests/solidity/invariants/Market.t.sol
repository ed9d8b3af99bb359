// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {Test} from "../Test.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @title What always holds of the store, the exchange and the payout, whatever anybody does
contract MarketInvariants is Test {
    MarketHandler private _handler;

    function setUp() public {
        _handler = new MarketHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// The store holds exactly what referrers are owed; all else that it was paid went to the class.
    function invariant_TheStoreHoldsWhatReferrersAreOwed() external view {
        for (uint256 a; a < 2; ++a) {
            address asset = _handler.assets(a);
            uint256 owed = _handler.STORE().referralOf(address(_handler), asset);
            for (uint256 i; i < _handler.PEOPLE(); ++i) {
                owed += _handler.STORE().referralOf(_handler.person(i), asset);
            }
            vm.assertEq(_balance(asset, address(_handler.STORE())), owed);
            vm.assertLe(_handler.referred(asset) * 10_000, _handler.paid(asset) * 333);
        }
    }

    /// What an offer sold and what it has left are its supply.
    function invariant_AnOfferSellsItsSupplyAtMost() external view {
        for (uint256 offerId = 1; offerId <= 2; ++offerId) {
            vm.assertEq(
                _handler.sold(offerId) + _handler.STORE().leftOf(offerId), _handler.STORE().offerOf(offerId).supply
            );
        }
    }

    /// The exchange holds exactly what waits for those who refused it.
    function invariant_TheExchangeHoldsWhatWaits() external view {
        for (uint256 a; a < 2; ++a) {
            address asset = _handler.assets(a);
            uint256 kept = _handler.EXCHANGE().keptFor(address(_handler), asset);
            for (uint256 i; i < _handler.PEOPLE(); ++i) {
                kept += _handler.EXCHANGE().keptFor(_handler.person(i), asset);
            }
            vm.assertEq(_balance(asset, address(_handler.EXCHANGE())), kept);
        }
    }

    /// No order is filled beyond its quantity.
    function invariant_NoOrderIsOverrun() external view {
        IDatExchange.Order[] memory orders = _handler.orders();
        for (uint256 i; i < orders.length; ++i) {
            uint256 filled = _handler.EXCHANGE().filledOf(_handler.EXCHANGE().hashOrder(orders[i]));
            if (filled == type(uint256).max) continue;
            vm.assertLe(filled, orders[i].quantity == 0 ? 1 : orders[i].quantity);
        }
    }

    /// Tips are paid out of what their account set aside, and the contract holds all of the rest.
    function invariant_TipsAreTheirAccountsOwn() external view {
        uint256 balances;
        for (uint256 i; i < _handler.PEOPLE(); ++i) {
            address someone = _handler.person(i);
            uint256 balance = _handler.PAYOUT().tipBalanceOf(someone);
            vm.assertEq(balance + _handler.tipped(someone), _handler.setAside(someone));
            vm.assertLe(_handler.tipped(someone), _handler.cameIn(someone));
            balances += balance;
        }
        vm.assertEq(address(_handler.PAYOUT()).balance, balances);
    }

    function _balance(address asset, address account) private view returns (uint256 balance) {
        return asset == address(0) ? account.balance : TestToken(asset).balanceOf(account);
    }
}
