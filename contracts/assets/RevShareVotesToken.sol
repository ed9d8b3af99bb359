// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareTerms} from "../interfaces/IRevShareToken.sol";
import {Accounts} from "./revshare/Accounts.sol";
import {RevShareBase} from "./revshare/RevShareBase.sol";
import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title RevShareToken whose holders vote as well
/// @notice `RevShareToken` with ERC-5805: who delegates, to itself or to another, has its balance counted as votes. Moves of
/// delegated tokens cost more, so whoever needs no votes takes the other one.
contract RevShareVotesToken is RevShareBase, Votes {
    constructor(RevShareTerms memory terms, address dat) RevShareBase(terms, dat) {}

    /// @inheritdoc ERC20Permit
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256 nonce) {
        return super.nonces(owner);
    }

    /// @inheritdoc RevShareBase
    function supportsInterface(bytes4 interfaceId) public view override returns (bool supported) {
        return interfaceId == type(IERC6372).interfaceId || interfaceId == type(IERC5805).interfaceId
            || super.supportsInterface(interfaceId);
    }

    function _update(address from, address to, uint256 amount) internal override(Accounts) {
        super._update(from, to, amount);
        _transferVotingUnits(from, to, amount);
    }

    function _getVotingUnits(address account) internal view override returns (uint256 units) {
        return balanceOf(account);
    }
}
