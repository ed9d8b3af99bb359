// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms} from "../interfaces/IModelOffering.sol";
import {Terms} from "./offering/Terms.sol";
import {Veto} from "./offering/Veto.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Model offering: sells the first tokens of a model
/// @dev Terms ← Sale ← Proceeds ← Custody ← Veto, one concern each; this adds what tells them apart.
contract ModelOffering is Veto {
    /// @param terms_ What is fixed for good.
    /// @param token_ The token that is sold; all of it is to be sent here in the same transaction.
    constructor(OfferingTerms memory terms_, address token_) Terms(terms_, token_) {
        uint256 total = uint256(terms_.saleSupply) + terms_.creatorSupply + terms_.treasurySupply;
        uint256 supply = IERC20(token_).totalSupply();
        if (total != supply || terms_.saleSupply == 0) revert InvalidSupplies(total, supply);
    }

    /// @inheritdoc IModelOffering
    function phase() external view returns (Phase) {
        if (block.timestamp < START) return Phase.Pending;
        if (!_hasEnded()) return Phase.Open;
        if (!_hasSucceeded()) return Phase.Failed;
        return _purse.vetoed == 0 ? Phase.Succeeded : Phase.Vetoed;
    }
}
