// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReturnBomb} from "../../../contracts/mocks/ReturnBomb.sol";
import {RouterTest} from "../router/RouterTest.sol";

/// @title Attack: members of a lineage that refuse, call back, are closed or have nobody to pay, to stop the others' money
contract HostileLineageTest is RouterTest {
    uint256 private constant DEPTH = 12;
    uint256 private constant WIDTH = 5;
    uint256 private constant AMOUNT = 1e18 + 12_347;

    uint256[WIDTH][DEPTH] private _classes;
    address[] private _services;
    address private _bomb;
    address private _caller;

    function setUp() public override {
        super.setUp();
        _bomb = address(new ReturnBomb(true));
        _caller = address(new ReentrantReceiver());
        for (uint256 level; level < DEPTH; ++level) {
            for (uint256 i; i < WIDTH; ++i) {
                _classes[level][i] = _member(level, i);
            }
        }
        // Nobody can derive from any of them any more, and no controller is there to be asked.
        for (uint256 level; level < DEPTH; ++level) {
            for (uint256 i; i < WIDTH; ++i) {
                vm.prank(controller);
                router.setDerivation(_classes[level][i], ILineage.Permission.Closed, 10_000, 0);
                vm.prank(controller);
                dat.renounceController(_classes[level][i]);
            }
        }
    }

    /// Twelve generations of five, each deriving from all of the generation before: a payment at the end arrives at all of
    /// them or waits in a pot with a name, to the wei.
    function test_AllMoneyArrivesOrWaitsInANamedPot() public {
        for (uint256 i; i < WIDTH; ++i) {
            _pay(_classes[DEPTH - 1][i], AMOUNT * (i + 1));
        }

        for (uint256 left = DEPTH - 1; left > 0; --left) {
            uint256[WIDTH] storage generation = _classes[left - 1];
            for (uint256 i; i < WIDTH; ++i) {
                uint256 waiting = router.receivedOf(generation[i], NATIVE);
                vm.assertTrue(waiting != 0);
                uint256 gas = gasleft();
                vm.prank(stranger);
                vm.assertEq(router.flow(generation[i], NATIVE), waiting);
                vm.assertLt(gas - gasleft(), 350_000);
            }
        }

        _assertConserved(AMOUNT * 15);
        _assertHonestArePaid();
    }

    /// In one call, along any path, with strangers and unknown classes among it.
    function test_APathThroughThemFlowsInOneCall() public {
        _pay(_classes[DEPTH - 1][0], AMOUNT);
        uint256[] memory path = new uint256[](DEPTH + 1);
        for (uint256 i; i < DEPTH; ++i) {
            path[i] = _classes[DEPTH - 1 - i][i % WIDTH];
        }
        path[DEPTH] = 10_000;

        router.flowMany(path, NATIVE);

        vm.assertEq(router.receivedOf(path[1], NATIVE), 0);
        _assertConserved(AMOUNT);
    }

    /// @dev One member of a generation: honest, refusing, calling back, without holders, or with a share that has expired.
    function _member(uint256 level, uint256 place) private returns (uint256 classId) {
        classId = _openClass();
        ILineage.Terms memory terms;
        if (level != 0) terms.parents = new ILineage.Parent[](WIDTH);
        terms.holdersBps = 10_000 - 613;
        for (uint256 i; i < terms.parents.length; ++i) {
            uint16 bps = uint16(900 + 123 * ((i + place) % WIDTH));
            terms.parents[i] = _parent(_classes[level - 1][i], bps);
            terms.holdersBps -= bps;
        }
        address service_ = place == 1 ? _bomb : place == 2 ? _caller : vm.addr(1_000 + level * WIDTH + place);
        terms.service = ILineage.Payee(service_, 613);
        _services.push(service_);
        _setTerms(classId, terms);
        if (place == 4) _mintIn(classId, alice, 0, 1, uint64(block.timestamp));
        else if (place != 3) _mintIn(classId, alice, 0, 1, 0);
        ReentrantReceiver(payable(_caller)).arm(address(router), abi.encodeCall(router.flow, (classId, NATIVE)));
        if (place == 4) vm.warp(block.timestamp + 1);
    }

    /// @dev What came in is what the holders have and what lies in pots.
    function _assertConserved(uint256 paid) private view {
        uint256 books;
        for (uint256 level; level < DEPTH; ++level) {
            for (uint256 i; i < WIDTH; ++i) {
                uint256 classId = _classes[level][i];
                books += router.receivedOf(classId, NATIVE) + router.heldOf(classId, NATIVE)
                + router.carriedOf(classId, NATIVE);
                if (i < 3) vm.assertEq(router.heldOf(classId, NATIVE), 0);
            }
        }
        for (uint256 i; i < _services.length; ++i) {
            address account = _services[i];
            if (account != _bomb && account != _caller) books += router.owedTo(account, NATIVE);
        }
        books += router.owedTo(_bomb, NATIVE) + router.owedTo(_caller, NATIVE);
        vm.assertEq(address(router).balance, books);
        vm.assertEq(address(dat).balance + books, paid);
    }

    /// @dev Who refuses keeps waiting; who calls back is paid and gets nothing by it; all others are paid.
    function _assertHonestArePaid() private {
        for (uint256 i; i < _services.length; ++i) {
            address account = _services[i];
            uint256 owed = router.owedTo(account, NATIVE);
            (bool success,) = address(router).call(abi.encodeCall(router.claim, (account, NATIVE, account)));
            vm.assertEq(success, account != _bomb);
            vm.assertEq(router.owedTo(account, NATIVE), success ? 0 : owed);
            if (success && owed != 0) vm.assertEq(account.balance, owed);
        }
        vm.assertFalse(ReentrantReceiver(payable(_caller)).succeeded());
        vm.assertEq(ReentrantReceiver(payable(_caller)).calls(), 1);
    }
}
