// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Payments} from "../../libraries/Payments.sol";
import {Splits} from "./Splits.sol";

/// @title Payouts: what leaves the contract, and what could not
/// @dev No asset and no receiver can block another: what fails stays owed to the account, which may name another receiver.
abstract contract Payouts is Splits {
    /// @dev What a receiver or a token may use while other payments wait behind it.
    uint256 private constant SHARED_GAS = 200_000;

    /// @dev Payments that failed.
    mapping(address account => mapping(address asset => uint256 amount)) internal _owed;

    /// @dev Pays what a claim took off the books; reverts if nothing at all could be paid.
    function _payClaim(address account, address to, address[] memory assets, uint256[] memory amounts) internal {
        if (to == address(0)) revert InvalidReceiver(to);
        uint256 paid;
        uint256 due;
        for (uint256 i; i < assets.length; ++i) {
            if (amounts[i] == 0) continue;
            ++due;
            if (!_pay(account, to, assets[i], amounts[i], _gasFor(assets.length))) continue;
            ++paid;
            emit RevenueClaimed(account, assets[i], amounts[i], to);
        }
        if (due != 0 && paid == 0) revert ClaimFailed(account, to);
    }

    /// @dev Pays what a burn took off the books; what fails stays owed.
    function _payRedemption(address account, address[] memory assets, uint256[] memory amounts) internal {
        for (uint256 i; i < assets.length; ++i) {
            if (amounts[i] != 0) _pay(account, account, assets[i], amounts[i], _gasFor(assets.length));
        }
    }

    function _pay(address account, address to, address asset, uint256 amount, uint256 gasLimit)
        private
        returns (bool paid)
    {
        uint256 held = _held(asset);
        _setHeld(asset, held - amount);
        paid = Payments.send(asset, to, amount, gasLimit);
        if (paid) return true;

        // The guard keeps every other payment out until now, so the books are as they were.
        _setHeld(asset, held);
        _owed[account][asset] += amount;
        emit PaymentFailed(account, asset, amount);
    }

    function _gasFor(uint256 payments) private view returns (uint256 gasLimit) {
        return payments == 1 ? gasleft() : SHARED_GAS;
    }
}
