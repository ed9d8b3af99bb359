// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Opening: whoever publishes pays for the storage that money needs, and no money goes another way for it
contract OpeningTest is RouterTest {
    /// @dev The least that a write saves by finding a slot that is not 0.
    uint256 private constant SAVED = 17_000;

    uint256 private _second;
    uint256 private _child;

    function setUp() public override {
        super.setUp();
        _open(class, 0);
        _second = _openClass();
        _child = _createClass();
        _setTerms(_child, _terms(1_000, 500, 250, _parents(class, 2_000, _second, 333)));
        _mintIn(_child, alice, 0, 1, 0);
    }

    // --- what is opened ---

    /// The first payment in an asset that somebody opened writes six slots less for the first time: the pots of the class, of
    /// two parents and of three accounts.
    function test_GivenOpenPots_TheFirstPaymentIsCheaper() public {
        (TestToken opened, TestToken closed) = (new TestToken("O", "O", 6), new TestToken("C", "C", 6));
        vm.prank(stranger);
        router.openPots(_child, address(opened));

        vm.assertGe(_gasOfPaying(closed), _gasOfPaying(opened) + 6 * SAVED);
    }

    /// Terms open the pots that they name in the native coin, also those that are announced only.
    function test_WhenTermsAreSet_TheNativeCoinsPotsAreOpen() public {
        _assertOpen(_child, NATIVE);
        uint256 third = _openClass();
        ILineage.Parent[] memory parents = new ILineage.Parent[](3);
        (parents[0], parents[1], parents[2]) = (_parent(class, 0), _parent(_second, 0), _parent(third, 1));

        _setTerms(_child, _terms(0, 0, 1, parents));

        _assertOpen(_child, NATIVE);
        vm.assertGe(_gasOfOpening(_child, address(usd)), _gasOfOpening(_child, address(usd)) + 5 * SAVED);
    }

    /// Pots stay open when they are emptied, by flows, claims and changes of the terms, with and without terms.
    function test_WhenPotsAreEmptied_TheyStayOpen() public {
        router.openPots(_child, address(usd));
        _payUsd(_child, 10_000);
        _enforceTerms(_child, _terms(1_000, 500, 250, _parents(class, 1, _second, 0)));
        _enforceTerms(class, _terms(300));
        _payUsd(_child, 20_000);
        router.flowMany(_list(_child, class, _second), address(usd));
        address[3] memory accounts = [service, revShare, treasury];
        for (uint256 i; i < 3; ++i) {
            router.claim(accounts[i], address(usd), accounts[i]);
        }

        vm.assertEq(router.receivedOf(class, address(usd)) + router.receivedOf(_second, address(usd)), 0);
        vm.assertEq(router.owedTo(service, address(usd)), 0);
        _assertOpen(_child, address(usd));
    }

    // --- what it does not do ---

    /// Anyone opens the pots of anything, and nothing that can be read is another, nor is anything said.
    function testFuzz_WhenAnyoneOpens_NothingCanBeSeen(address caller, uint256 classId, address asset) public {
        _pay(_child, 12_345);
        _payUsd(_child, 12_345);
        bytes32 before = _books();
        vm.recordLogs();

        vm.startPrank(caller);
        router.openPots(classId, asset);
        router.openPots(_child, asset);
        router.openPots(_child, address(usd));
        router.openPots(_child, NATIVE);
        vm.stopPrank();

        vm.assertEq(vm.getRecordedLogs().length, 0);
        vm.assertEq(_books(), before);
    }

    /// A class whose pot was opened before it existed is as unknown as before, and then a class as any other.
    function test_GivenAClassThatDoesNotExist_ItIsAKey() public {
        uint256 next = _child + 1;
        router.openPots(next, NATIVE);
        _assertRefused(payer, abi.encodeCall(router.pay, (next, NATIVE, 0)), abi.encodeWithSignature("ZeroAmount()"));
        vm.prank(payer);
        vm.expectRevert(_unknownClass(next));
        router.pay{value: 1}(next, NATIVE, 1);

        vm.assertEq(_createClass(), next);
        _mintIn(next, bob, 0, 1, 0);
        _pay(next, 7);

        vm.assertEq(dat.pendingRevenue((next << 128) | 1, NATIVE), 7);
    }

    /// Whatever is paid, flows, is claimed and changes: with pots opened at every moment, each event and each book is what it is
    /// without.
    function testFuzz_WheneverPotsAreOpened_TheMoneyIsTheSame(uint256[24] memory steps) public {
        uint256 start = vm.snapshotState();
        bytes32 untouched = _live(steps, false);
        vm.revertToState(start);

        vm.assertEq(_live(steps, true), untouched);
    }

    // --- two lives ---

    function _live(uint256[24] memory steps, bool isOpening) private returns (bytes32 digest) {
        vm.recordLogs();
        for (uint256 i; i < steps.length; ++i) {
            if (isOpening) router.openPots(1 + (steps[i] >> 128) % _child, _asset(steps[i] >> 136));
            _step(steps[i], 1 + (steps[i] >> 8) % _child, _asset(steps[i] >> 16));
        }
        return keccak256(abi.encode(vm.getRecordedLogs(), _books()));
    }

    function _step(uint256 seed, uint256 classId, address asset) private {
        uint256 amount = 1 + (seed >> 24) % 30_000;
        uint256 kind = seed % 8;
        if (kind == 0) router.claim(service, asset, service);
        else if (kind == 1) _enforceTerms(classId, _change(classId, uint16((seed >> 40) % 3_000)));
        else if (kind < 5) router.flow(classId, asset);
        else if (asset == NATIVE) _pay(classId, amount);
        else _payUsd(classId, amount);
    }

    /// @dev The parents stay, with another part each.
    function _change(uint256 classId, uint16 bps) private view returns (ILineage.Terms memory terms) {
        uint256[] memory known = router.parentsOf(classId);
        ILineage.Parent[] memory parents = new ILineage.Parent[](known.length);
        for (uint256 i; i < known.length; ++i) {
            parents[i] = _parent(known[i], uint16(bps / (i + 1)));
        }
        return _terms(bps, 100, bps / 2, parents);
    }

    function _asset(uint256 seed) private view returns (address asset) {
        return seed % 2 == 0 ? NATIVE : address(usd);
    }

    /// @dev All that the router and the token say of money, and where it is.
    function _books() private view returns (bytes32 digest) {
        for (uint256 a; a < 2; ++a) {
            address asset = _asset(a);
            for (uint256 classId = 1; classId <= _child; ++classId) {
                digest = keccak256(
                    abi.encode(
                        digest,
                        router.receivedOf(classId, asset),
                        router.heldOf(classId, asset),
                        router.carriedOf(classId, asset)
                    )
                );
            }
            digest = keccak256(
                abi.encode(
                    digest,
                    router.owedTo(service, asset),
                    router.owedTo(revShare, asset),
                    router.owedTo(treasury, asset),
                    dat.pendingRevenue((_child << 128) | 1, asset)
                )
            );
        }
        return keccak256(abi.encode(digest, address(router).balance, usd.balanceOf(address(router)), service.balance));
    }

    function _gasOfPaying(TestToken token) private returns (uint256 gas) {
        token.mint(payer, 12_345);
        vm.prank(payer);
        token.approve(address(router), 12_345);
        vm.cool(address(router));
        vm.prank(payer);
        gas = gasleft();
        router.pay(_child, address(token), 12_345);
        gas -= gasleft();
    }
}
