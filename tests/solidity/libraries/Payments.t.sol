// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Payments} from "../../../contracts/libraries/Payments.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {HostileToken} from "../../../contracts/mocks/HostileToken.sol";
import {ReturnBomb} from "../../../contracts/mocks/ReturnBomb.sol";
import {SilentToken} from "../../../contracts/mocks/SilentToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {Test} from "../Test.sol";

/// @title Payments that may fail: each way to fail is an answer, and costs no more than was allowed
contract PaymentsTest is Test {
    uint256 private constant GAS = 200_000;

    address private _to = makeAddr("to");

    /// Coins arrive, or they do not and nothing reverts.
    function test_OfCoins_TheAnswerTellsWhetherTheyArrived() public {
        vm.deal(address(this), 10);
        vm.assertTrue(Payments.send(Payments.NATIVE, _to, 10, GAS));
        vm.assertEq(_to.balance, 10);
        vm.assertEq(Payments.balance(Payments.NATIVE), 0);

        vm.assertFalse(Payments.send(Payments.NATIVE, _to, 1, GAS));
        vm.deal(address(this), 10);
        vm.assertFalse(Payments.send(Payments.NATIVE, address(new ReturnBomb(true)), 1, GAS));
        vm.assertEq(Payments.balance(Payments.NATIVE), 10);
    }

    /// Tokens that answer true, or nothing, have paid.
    function test_GivenAnHonestToken_ItPays() public {
        TestToken loud = new TestToken("T", "T", 6);
        SilentToken silent = new SilentToken();
        loud.mint(address(this), 5);
        silent.mint(address(this), 5);

        vm.assertTrue(Payments.send(address(loud), _to, 5, GAS));
        vm.assertTrue(Payments.send(address(silent), _to, 4, GAS));

        vm.assertEq(loud.balanceOf(_to), 5);
        vm.assertEq(Payments.balance(address(silent)), 1);
        vm.assertFalse(Payments.send(address(silent), _to, 2, GAS));
    }

    /// An address without code has paid nothing, and holds nothing.
    function test_GivenNoCode_ItFails() public {
        vm.assertFalse(Payments.send(makeAddr("nothing"), _to, 1, GAS));
        vm.assertEq(Payments.balance(makeAddr("nothing")), 0);
    }

    /// A token that answers false has paid nothing.
    function test_GivenATokenThatAnswersFalse_ItFails() public {
        FalseToken token = new FalseToken();
        token.mint(address(this), 5);
        token.stop(true);

        vm.assertFalse(Payments.send(address(token), _to, 5, GAS));
    }

    /// However a token fails, it takes no more gas than it may, and its answer is not copied.
    function testFuzz_GivenAHostileToken_ItTakesNoMoreThanItMay(uint8 mood) public {
        HostileToken token = new HostileToken();
        token.mint(address(this), 5);
        token.turn(HostileToken.Mood(bound(mood, 1, 3)));

        uint256 gas = gasleft();
        bool paid = Payments.send(address(token), _to, 5, GAS);
        vm.assertLe(gas - gasleft(), GAS + 10_000);
        vm.assertFalse(paid);

        gas = gasleft();
        uint256 held = Payments.balance(address(token));
        vm.assertLe(gas - gasleft(), 110_000);
        vm.assertEq(held, HostileToken.Mood(bound(mood, 1, 3)) == HostileToken.Mood.Reverts ? 5 : 0);
    }
}
