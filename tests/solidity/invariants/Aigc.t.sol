// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {IAigc} from "../IAigc.sol";
import {Test} from "../Test.sol";
import {AigcHandler} from "./AigcHandler.sol";

/// @title What is true of a collection after anything that anybody does or tries
contract AigcInvariants is Test {
    AigcHandler private _handler;
    IAigc private _works;

    function setUp() public {
        _handler = new AigcHandler();
        _works = _handler.collection();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory selectors) {
        selectors = new FuzzSelector[](1);
        bytes4[] memory list = new bytes4[](10);
        list[0] = AigcHandler.pass.selector;
        list[1] = AigcHandler.commit.selector;
        list[2] = AigcHandler.mint.selector;
        list[3] = AigcHandler.reveal.selector;
        list[4] = AigcHandler.transfer.selector;
        list[5] = AigcHandler.addAigcData.selector;
        list[6] = AigcHandler.update.selector;
        list[7] = AigcHandler.store.selector;
        list[8] = AigcHandler.judge.selector;
        list[9] = AigcHandler.payOut.selector;
        selectors[0] = FuzzSelector(address(_handler), list);
    }

    /// Each prompt has at most one token, owned by whom the list says; balances count them.
    function invariant_EveryWorkHasTheOwnerOfTheList() external view {
        uint256 held;
        for (uint256 i; i < 3; ++i) {
            held += _works.balanceOf(_handler.people(i));
        }
        vm.assertEq(held, _handler.minted());
        for (uint256 i; i < _handler.PROMPTS(); ++i) {
            address owner = _handler.token(i).owner;
            if (owner != address(0)) vm.assertEq(_works.ownerOf(_works.tokenId(_handler.promptOf(i))), owner);
        }
    }

    /// Each work has the content of the list, stored or not.
    function invariant_EveryWorkHasTheContentOfTheList() external view {
        for (uint256 i; i < _handler.PROMPTS(); ++i) {
            AigcHandler.Token memory token = _handler.token(i);
            if (token.owner == address(0)) continue;
            uint256 id = _works.tokenId(_handler.promptOf(i));
            IAigcToken.Work memory work = _works.workOf(id);
            vm.assertEq(work.contentHash, keccak256(token.content));
            vm.assertTrue((work.way != IModelRegistry.Way.Fraud) == token.proven);
            if (work.blob == address(0)) continue;
            vm.assertEq(_works.aigcDataOf(id), token.content);
            vm.assertEq(_works.prompt(id), string(_handler.promptOf(i)));
        }
    }

    /// `verify` without a proof holds of exactly that content of a token which is final.
    function invariant_VerifyHoldsOfFinalContentOnly() external view {
        for (uint256 i; i < _handler.PROMPTS(); ++i) {
            AigcHandler.Token memory token = _handler.token(i);
            bytes memory prompt = _handler.promptOf(i);
            bool isFinal = _works.statusOf(_works.tokenId(prompt)) == IAigcToken.Status.Final;
            vm.assertTrue(token.owner != address(0) || !isFinal);
            for (uint256 j; j < 3; ++j) {
                bytes memory content = _handler.contentOf(j);
                bool isCurrent = keccak256(content) == keccak256(token.content);
                vm.assertTrue(_works.verify(prompt, content, "") == (isFinal && isCurrent));
            }
        }
    }

    /// Every fee is with its payees or in the contract, which owes exactly what it holds.
    function invariant_FeesAreConserved() external view {
        (address revenue, address creator) = _handler.payees();
        vm.assertEq(_works.paidTo(revenue) + _works.paidTo(creator) + address(_works).balance, _handler.received());
        vm.assertEq(_works.owedTo(revenue) + _works.owedTo(creator), address(_works).balance);
        vm.assertEq(revenue.balance, _works.paidTo(revenue));
        vm.assertEq(creator.balance, _works.paidTo(creator));
    }
}
