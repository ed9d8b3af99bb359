// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Collection} from "./Collection.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Takings: what mints bring lies in the contract until somebody has it paid to those it belongs to
/// @dev A mint writes nothing down: all that ever came in is the balance and what was paid out. So coins that arrive in any
/// other way are split like fees.
abstract contract Takings is Collection, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    uint256 private _paid;

    /// @inheritdoc IAigcToken
    mapping(address payee => uint256 amount) public paidTo;

    /// @inheritdoc IAigcToken
    function payOut(address payee) external nonReentrant returns (uint256 amount) {
        amount = owedTo(payee);
        // Nothing is exactly 0, whatever anyone sends here unasked: the equality is meant.
        // slither-disable-next-line incorrect-equality
        if (amount == 0) return 0;

        paidTo[payee] += amount;
        _paid += amount;

        emit PaidOut(payee, amount);

        payee.safeTransferETH(amount);
    }

    /// @inheritdoc IAigcToken
    function owedTo(address payee) public view returns (uint256 amount) {
        Terms storage terms_ = _sharedTerms();
        address creator = terms_.creator;
        uint256 total = address(this).balance + _paid;
        uint256 creatorPart = RevenueLib.bpsDown(total, terms_.creatorBps);
        if (payee == creator) amount = creatorPart;
        if (payee == revenue) amount += total - creatorPart;
        amount -= paidTo[payee];
    }

    function _checkFee() internal view {
        if (msg.value != _mintFee) revert WrongFee(_mintFee, msg.value);
    }
}
