// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Payments} from "../../libraries/Payments.sol";
import {AccountWord} from "../../libraries/RevShareWords.sol";
import {Marking} from "./Marking.sol";

/// @title Payouts: what leaves the contract, and what could not
/// @dev No asset and no receiver can block another: what fails stays owed to the account, which may name another receiver.
abstract contract Payouts is Marking {
    /// @dev What a receiver or a token may use while other payments wait behind it.
    uint256 private constant SHARED_GAS = 200_000;

    /// @dev What became of payments, bits that add up over several.
    uint256 internal constant FAILED = 1;
    uint256 private constant PAID = 2;

    /// @dev Payments that failed; looked at only if the marks say that there are any.
    mapping(address account => mapping(address asset => uint256 amount)) private _owed;

    /// @dev Pays what a claim took off the books of one asset. Assets have nothing to do with each other, so each is paid before
    /// the next one is looked at.
    /// @return outcome 0 if there was nothing to pay, else `PAID` or `FAILED`.
    function _payClaim(address account, address to, address asset, uint256 amount, uint256 gasLimit)
        internal
        returns (uint256 outcome)
    {
        if (amount == 0) return 0;
        if (!_pay(account, to, asset, amount, gasLimit)) return FAILED;
        emit RevenueClaimed(account, asset, amount, to);
        return PAID;
    }

    function _takeOwed(address account, address asset) internal returns (uint256 amount) {
        amount = _owed[account][asset];
        _owed[account][asset] = 0;
    }

    function _owedTo(address account, address asset) internal view returns (uint256 amount) {
        return _owed[account][asset];
    }

    /// @dev The guard keeps every other payment out meanwhile, so after a failure the books are as they were.
    function _pay(address account, address to, address asset, uint256 amount, uint256 gasLimit)
        internal
        returns (bool isPaid)
    {
        uint256 held = _held(asset);
        _setHeld(asset, held - amount);
        isPaid = Payments.send(asset, to, amount, gasLimit);
        if (isPaid) return true;

        _setHeld(asset, held);
        _owed[account][asset] += amount;
        AccountWord state = _accountOf(account);
        _setMarks(account, state, asset, _marksOf(account, state, asset).withOwed());
        emit PaymentFailed(account, asset, amount);
    }

    /// @dev A payment that is alone may use all there is.
    function _gasFor(uint256 payments) internal view returns (uint256 gasLimit) {
        return payments == 1 ? gasleft() : SHARED_GAS;
    }
}
