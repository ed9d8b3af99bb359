// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IERC7007} from "../../../contracts/interfaces/IERC7007.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {AigcTest} from "../AigcTest.sol";
import {IAigc} from "../IAigc.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Attack: a receiver of tokens or coins calls back in the middle of a call
contract ReentrantMintersTest is AigcTest {
    ReentrantReceiver private _receiver;

    function setUp() public override {
        super.setUp();
        _receiver = new ReentrantReceiver();
    }

    /// The token is whole when its receiver hears of it: the prompt is taken, and the token stays while it may yield.
    function test_WhenAReceiverCallsBackInAMint_EverythingIsDone() public {
        IAigcToken.Draft memory draft = _draft("");
        _arm(abi.encodeCall(IAigcToken.mint, (address(_receiver), draft)));
        _mintToReceiver();
        _assertAnswer(abi.encodeWithSelector(IAigcToken.WrongFee.selector, FEE, 0));

        works = _collectFree();
        _arm(abi.encodeCall(IAigcToken.mint, (address(_receiver), draft)));
        _mintToReceiver();
        _assertAnswer(abi.encodeWithSelector(IAigcToken.AlreadyMinted.selector, ID, _receiver));

        works = _collectFree();
        _arm(abi.encodeCall(IAigc.transferFrom, (address(_receiver), alice, ID)));
        _mintToReceiver();
        _assertAnswer(abi.encodeWithSelector(IAigcToken.StillYielding.selector, ID, 1_064));
        vm.assertEq(works.ownerOf(ID), address(_receiver));
        vm.assertEq(works.balanceOf(address(_receiver)), 1);
    }

    /// It may add content then: it owns the token, and the mint has nothing left to overwrite that with.
    function test_WhenAReceiverAddsContentInAMint_ThatIsTheContent() public {
        _arm(abi.encodeCall(IERC7007.addAigcData, (ID, PROMPT, FORGED, "")));
        _mintToReceiver();

        vm.assertTrue(_receiver.succeeded());
        vm.assertEq(works.workOf(ID).contentHash, keccak256(FORGED));
    }

    /// A payee that asks again while it is paid is paid once.
    function test_WhenAPayeeCallsBack_ItIsPaidOnce() public {
        IAigcToken.Terms memory terms = _terms();
        terms.creator = address(_receiver);
        works = IAigc(_collect(model, terms));
        _mint(alice, PROMPT, CONTENT);
        _arm(abi.encodeCall(IAigcToken.payOut, (address(_receiver))));

        works.payOut(address(_receiver));

        _assertAnswer(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
        vm.assertEq(address(_receiver).balance, 250);
        vm.assertEq(works.owedTo(revenue), 750);
    }

    function _arm(bytes memory call) private {
        _receiver.arm(address(works), call);
    }

    function _collectFree() private returns (IAigc collection) {
        IAigcToken.Terms memory terms = _terms();
        terms.mintFee = 0;
        return IAigc(_collect(model, terms));
    }

    function _mintToReceiver() private {
        uint256 fee = works.terms().mintFee;
        vm.prank(alice);
        works.mint{value: fee}(address(_receiver), _draft(""));
    }

    function _assertAnswer(bytes memory reason) private view {
        vm.assertFalse(_receiver.succeeded());
        vm.assertEq(_receiver.answer(), reason);
    }
}
