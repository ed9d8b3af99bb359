// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDat} from "../IDat.sol";
import {Test} from "../Test.sol";
import {QuotaHandler} from "./QuotaHandler.sol";

/// @title What is true of quota and ownership after anything that anybody does or tries
contract QuotaInvariants is Test {
    QuotaHandler private _handler;
    IDat private _dat;

    function setUp() public {
        _handler = new QuotaHandler();
        _dat = _handler.DAT();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// Quota is conserved in each class: what was minted is what was used and what is held.
    function invariant_QuotaIsConserved() external view {
        QuotaHandler.Token[] memory tokens = _handler.tokens();
        for (uint256 classId = 1; classId <= _handler.CLASSES(); ++classId) {
            (uint256 minted, uint256 used) = _handler.totals(classId);
            uint256 held;
            for (uint256 i; i < tokens.length; ++i) {
                if (tokens[i].classId == classId) held += _dat.valueOf(tokens[i].id);
            }
            vm.assertEq(minted, used + held);
        }
    }

    /// Each token has the quota that the list says, and its class for ever.
    function invariant_EachTokenHasItsQuota() external view {
        QuotaHandler.Token[] memory tokens = _handler.tokens();
        for (uint256 i; i < tokens.length; ++i) {
            vm.assertEq(_dat.valueOf(tokens[i].id), tokens[i].value);
            vm.assertEq(_dat.classOf(tokens[i].id), tokens[i].classId);
        }
    }

    /// There is one of each token: its owner has it, and nobody else.
    function invariant_EachTokenHasOneOwner() external view {
        QuotaHandler.Token[] memory tokens = _handler.tokens();
        for (uint256 i; i < tokens.length; ++i) {
            vm.assertEq(_dat.ownerOf(tokens[i].id), tokens[i].owner);
            for (uint256 p; p < _handler.PEOPLE(); ++p) {
                address person = _handler.people(p);
                vm.assertEq(_dat.balanceOf(person, tokens[i].id), person == tokens[i].owner ? 1 : 0);
            }
        }
    }

    /// Approvals are exactly those that were given and not taken back, whatever moved in between.
    function invariant_ApprovalsAreThoseGiven() external view {
        for (uint256 p; p < _handler.PEOPLE(); ++p) {
            for (uint256 q; q < _handler.PEOPLE(); ++q) {
                (address owner, address operator) = (_handler.people(p), _handler.people(q));
                vm.assertEq(_dat.isApprovedForAll(owner, operator), _handler.isOperator(owner, operator));
                for (uint256 classId = 1; classId <= _handler.CLASSES(); ++classId) {
                    vm.assertEq(
                        _dat.isApprovedForClass(owner, classId, operator),
                        _handler.isClassOperator(owner, classId, operator)
                    );
                }
            }
        }
    }
}
