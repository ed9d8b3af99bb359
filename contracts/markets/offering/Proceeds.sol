// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering} from "../../interfaces/IModelOffering.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Till} from "../../libraries/TillLib.sol";
import {Sale} from "./Sale.sol";

/// @title Proceeds: what the creator has of the sale, and when
abstract contract Proceeds is Sale {
    // Books are exact: nothing is exactly 0 in them, whatever anyone sends here. The equalities are meant.
    // slither-disable-start incorrect-equality

    /// @dev | released 112 | left 112 | vetoed 8 | counted 8 |
    struct Purse {
        /// What the creator was paid, dust not counted.
        uint112 released;
        /// After a veto: what holders share.
        uint112 left;
        /// The vetoed tranche plus one; 0 for none.
        uint8 vetoed;
        /// The tranche that the count of locked tokens is about.
        uint8 counted;
    }

    Purse internal _purse;

    /// @inheritdoc IModelOffering
    function release() external nonReentrant returns (uint256 amount) {
        return _release(CREATOR);
    }

    /// @inheritdoc IModelOffering
    function releaseTo(address to) external nonReentrant returns (uint256 amount) {
        if (msg.sender != CREATOR) revert NotCreator(msg.sender, CREATOR);
        if (to == address(0)) revert InvalidReceiver(to);

        return _release(to);
    }

    /// @inheritdoc IModelOffering
    function releasable() external view returns (uint256 amount) {
        (uint256 tranches, uint256 dust) = _dueProceeds();
        return tranches + dust;
    }

    /// @inheritdoc IModelOffering
    function left() external view returns (uint256) {
        return _purse.left;
    }

    function _release(address to) private returns (uint256 amount) {
        (uint256 tranches, uint256 dust) = _dueProceeds();
        amount = tranches + dust;
        if (amount == 0) revert NothingToRelease();

        _purse.released += uint112(tranches);
        _till = _till.paying(amount);

        emit ProceedsReleased(amount, to);

        _pay(PAYMENT, to, amount);
    }

    /// @return tranches What is due of the tranches and was not paid.
    /// @return dust What rounding left over of the refunds: known when the last deposit was collected.
    function _dueProceeds() private view returns (uint256 tranches, uint256 dust) {
        if (!_hasSucceeded()) return (0, 0);
        (Purse memory purse, Till till) = (_purse, _till);
        // What was due before the vetoed tranche stays the creator's, whether it was paid before or not.
        uint256 due = _proceedsBefore(purse.vetoed == 0 ? _dueTranches() : purse.vetoed - 1);
        tranches = due - purse.released;
        if (till.depositors() == 0) {
            dust =
                till.held() - (purse.vetoed == 0 ? _proceedsBefore(TRANCHES) - purse.released : tranches + purse.left);
        }
    }

    /// @dev The proceeds of the first `number` tranches together.
    function _proceedsBefore(uint256 number) internal view returns (uint256 amount) {
        uint256 sum = _till.raised();
        return RevenueLib.bpsDown(sum < TARGET ? sum : TARGET, _bpsBefore(number));
    }

    // slither-disable-end incorrect-equality
}
