// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641, IERC7641AltRevToken} from "../../interfaces/IERC7641.sol";
import {IRevShareToken, RevShareTerms} from "../../interfaces/IRevShareToken.sol";
import {Assets} from "./Assets.sol";
import {Harvest} from "./Harvest.sol";
import {Model} from "./Model.sol";
import {Splits} from "./Splits.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @title All of a RevShareToken, with or without votes
abstract contract RevShareBase is Model, Harvest {
    constructor(RevShareTerms memory terms, address dat)
        ERC20(terms.name, terms.symbol)
        ERC20Permit(terms.name)
        Assets(terms.claimBps, terms.governor, terms.revenueTokens)
        Splits(terms.minInterval)
        Model(terms)
        Harvest(dat)
    {
        if (terms.supply == 0 || terms.supply > type(uint96).max) {
            revert InvalidSupply(terms.supply, type(uint96).max);
        }
        _mint(terms.holder, terms.supply);
    }

    /// @dev Revenue. It is booked by the next snapshot or burn, so that a plain send needs next to no gas.
    receive() external payable {
        if (_supply.amount == 0) revert ZeroSupply();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual returns (bool supported) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC7641).interfaceId
            || interfaceId == type(IERC7641AltRevToken).interfaceId || interfaceId == type(IERC20).interfaceId
            || interfaceId == type(IERC20Permit).interfaceId || interfaceId == type(IERC1155Receiver).interfaceId;
    }
}
