// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {DatTest} from "../DatTest.sol";

/// @title Quota: it is used up, it moves inside a class, and it never comes from nowhere
contract QuotaTest is DatTest {
    uint64 private constant DEADLINE = uint64(START + 100);

    uint256 private _from;
    uint256 private _to;
    uint256 private _mortal;

    function setUp() public override {
        super.setUp();
        _from = _mint(alice, 1_000, 0, 0);
        _to = _mint(bob, 5, 0, 0);
        _mortal = _mint(alice, 100, 0, DEADLINE);
    }

    // --- mintValue ---

    /// Who may mint adds quota to a token that somebody holds already, and the event says how much.
    function testFuzz_WhenQuotaIsAdded_TheTokenHasMore(uint256 value) public {
        value = bound(value, 1, type(uint128).max - 5);
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ValueMinted(_to, value);

        vm.prank(controller);
        dat.mintValue(_to, value);

        vm.assertEq(dat.valueOf(_to), 5 + value);
        vm.assertEq(dat.valueOf(_from), 1_000);
    }

    /// A minter may; nobody else, the owner of the token neither.
    function testFuzz_WhenAnyoneElseAddsQuota_ItReverts(address anyone) public {
        vm.assume(anyone != controller);
        bytes memory call = abi.encodeCall(dat.mintValue, (_from, 1));
        _assertReverts(anyone, call, abi.encodeWithSelector(IDataAnchoringToken.NotMinter.selector, class, anyone));

        vm.prank(controller);
        dat.setMinter(class, anyone, true);
        vm.prank(anyone);
        dat.mintValue(_from, 1);

        vm.assertEq(dat.valueOf(_from), 1_001);
    }

    /// Quota is never added to nothing, to what has expired, or beyond what a token holds; and never none of it.
    function test_GivenATokenThatTakesNoQuota_ItReverts() public {
        uint256 unknown = (class << 128) | 99;
        _assertReverts(controller, abi.encodeCall(dat.mintValue, (unknown, 1)), _unknownToken(unknown));
        _assertReverts(controller, abi.encodeCall(dat.mintValue, (7 << 128, 1)), _unknownClass(7));
        _assertReverts(
            controller,
            abi.encodeCall(dat.mintValue, (_to, 0)),
            abi.encodeWithSelector(IDataAnchoringToken.ZeroAmount.selector)
        );
        uint256 most = type(uint128).max;
        _assertReverts(
            controller,
            abi.encodeCall(dat.mintValue, (_to, most - 4)),
            abi.encodeWithSelector(IDataAnchoringToken.ValueTooLarge.selector, most + 1, most)
        );
        _assertReverts(
            controller,
            abi.encodeCall(dat.mintValue, (_to, type(uint256).max)),
            abi.encodeWithSelector(IDataAnchoringToken.ValueTooLarge.selector, type(uint256).max, most)
        );

        vm.warp(DEADLINE);
        vm.prank(controller);
        dat.mintValue(_mortal, 1);
        vm.warp(DEADLINE + 1);
        _assertReverts(controller, abi.encodeCall(dat.mintValue, (_mortal, 1)), _expired(_mortal, DEADLINE));
    }

    // --- recordUsage ---

    /// The hard quota profile: usage lowers the quota, and the event says whose, of what, how much, and by whom.
    function testFuzz_WhenQuotaIsUsed_ItIsLess(bytes32 metric, uint256 amount) public {
        amount = bound(amount, 0, 1_000);
        vm.expectEmit(address(dat));
        emit IERC8028.UsageRecorded(_from, metric, amount, alice);

        vm.prank(alice);
        dat.recordUsage(_from, metric, amount);

        vm.assertEq(dat.valueOf(_from), 1_000 - amount);
    }

    /// T15: the actor in the event is who called, so readers can tell an owner's own records from an operator's.
    function test_WhenAnOperatorRecordsUsage_TheEventNamesIt() public {
        vm.prank(alice);
        dat.approveForClass(class, carol, true);
        vm.expectEmit(address(dat));
        emit IERC8028.UsageRecorded(_from, METRIC, 400, carol);

        vm.prank(carol);
        dat.recordUsage(_from, METRIC, 400);

        vm.assertEq(dat.valueOf(_from), 600);
    }

    /// More than there is cannot be used, and the error says how much there is.
    function testFuzz_GivenTooLittleQuota_ItReverts(uint256 amount) public {
        amount = bound(amount, 1_001, type(uint256).max);
        bytes memory reason =
            abi.encodeWithSelector(IDataAnchoringToken.InsufficientValue.selector, _from, 1_000, amount);

        _assertReverts(alice, abi.encodeCall(dat.recordUsage, (_from, METRIC, amount)), reason);
        _assertReverts(alice, abi.encodeCall(dat.transferValue, (_from, _to, amount)), reason);
    }

    /// Section 4: usage of 0 only emits, but needs the same right and a living token.
    function test_WhenNothingIsUsed_TheSameRulesHold() public {
        vm.warp(DEADLINE + 1);
        bytes memory call = abi.encodeCall(dat.recordUsage, (_mortal, METRIC, 0));
        _assertReverts(alice, call, _expired(_mortal, DEADLINE));
        _assertReverts(stranger, abi.encodeCall(dat.recordUsage, (_from, METRIC, 0)), _notUser(_from, stranger));

        vm.expectEmit(address(dat));
        emit IERC8028.UsageRecorded(_from, METRIC, 0, alice);
        vm.prank(alice);
        dat.recordUsage(_from, METRIC, 0);

        vm.assertEq(dat.valueOf(_from), 1_000);
    }

    /// A batch is the same as its records one by one, a token that comes twice included.
    function testFuzz_WhenUsageIsRecordedInABatch_ItIsAsOneByOne(uint256[3] memory amounts) public {
        amounts[0] = bound(amounts[0], 0, 500);
        amounts[1] = bound(amounts[1], 0, 100);
        amounts[2] = bound(amounts[2], 0, 500);
        uint256[3] memory tokenIds = [_from, _mortal, _from];
        for (uint256 i; i < 3; ++i) {
            vm.expectEmit(address(dat));
            emit IERC8028.UsageRecorded(tokenIds[i], METRIC, amounts[i], alice);
        }

        vm.prank(alice);
        dat.recordUsageBatch(_list(_from, _mortal, _from), METRIC, _list(amounts[0], amounts[1], amounts[2]));

        vm.assertEq(dat.valueOf(_from), 1_000 - amounts[0] - amounts[2]);
        vm.assertEq(dat.valueOf(_mortal), 100 - amounts[1]);
    }

    /// A batch with one record that cannot be is refused as a whole.
    function test_GivenABatchThatCannotBe_ItReverts() public {
        uint256[] memory both = _list(_from, _to);

        _assertReverts(
            alice,
            abi.encodeCall(dat.recordUsageBatch, (both, METRIC, _list(uint256(1)))),
            abi.encodeWithSelector(IDataAnchoringToken.LengthMismatch.selector, 2, 1)
        );
        _assertReverts(
            alice, abi.encodeCall(dat.recordUsageBatch, (both, METRIC, _list(uint256(1), 1))), _notUser(_to, alice)
        );
        vm.assertEq(dat.valueOf(_from), 1_000);
    }

    // --- transferValue ---

    /// Quota moves to another token of the class, whoever owns it; the sum stays.
    function testFuzz_WhenQuotaMoves_TheSumStays(uint256 value) public {
        value = bound(value, 1, 1_000);
        vm.expectEmit(address(dat));
        emit IERC8028.ValueTransferred(_from, _to, value);

        vm.prank(alice);
        dat.transferValue(_from, _to, value);

        vm.assertEq(dat.valueOf(_from), 1_000 - value);
        vm.assertEq(dat.valueOf(_to), 5 + value);
    }

    /// Section 4: the owner's class operator moves quota too, even into a token of its own (T16 is why SDKs avoid it).
    function test_WhenAClassOperatorMovesQuota_ItMoves() public {
        vm.prank(alice);
        dat.approveForClass(class, bob, true);

        vm.prank(bob);
        dat.transferValue(_from, _to, 1_000);

        vm.assertEq(dat.valueOf(_to), 1_005);
    }

    /// T13: a token cannot pay itself, and no amount of 0 moves.
    function testFuzz_GivenASenselessMove_ItReverts(uint256 value) public {
        _assertReverts(
            alice,
            abi.encodeCall(dat.transferValue, (_from, _from, value)),
            abi.encodeWithSelector(IDataAnchoringToken.SameToken.selector, _from)
        );
        _assertReverts(
            alice,
            abi.encodeCall(dat.transferValue, (_from, _to, 0)),
            abi.encodeWithSelector(IDataAnchoringToken.ZeroAmount.selector)
        );
    }

    /// Quota never leaves its class.
    function test_GivenAnotherClass_ItReverts() public {
        uint256 foreign = _mintIn(_createClass(), alice, 0, 0, 0);

        _assertReverts(
            alice,
            abi.encodeCall(dat.transferValue, (_from, foreign, 1)),
            abi.encodeWithSelector(IDataAnchoringToken.ClassMismatch.selector, _from, foreign)
        );
    }

    /// T7: neither side may be expired; in the second of the deadline both still work.
    function test_GivenAnExpiredToken_NoQuotaMoves() public {
        vm.warp(DEADLINE);
        vm.prank(alice);
        dat.transferValue(_mortal, _from, 1);
        vm.prank(alice);
        dat.transferValue(_from, _mortal, 1);

        vm.warp(DEADLINE + 1);
        bytes memory reason = _expired(_mortal, DEADLINE);
        _assertReverts(alice, abi.encodeCall(dat.transferValue, (_mortal, _from, 1)), reason);
        _assertReverts(alice, abi.encodeCall(dat.transferValue, (_from, _mortal, 1)), reason);
    }

    /// Section 5: a token never holds more quota than is stored, and nothing is truncated.
    function test_GivenAFullToken_ItTakesNoMore() public {
        uint256 full = _mint(bob, type(uint128).max - 10, 0, 0);
        uint256 raised = uint256(type(uint128).max) + 1;

        _assertReverts(
            alice,
            abi.encodeCall(dat.transferValue, (_from, full, 11)),
            abi.encodeWithSelector(IDataAnchoringToken.ValueTooLarge.selector, raised, type(uint128).max)
        );
        vm.prank(alice);
        dat.transferValue(_from, full, 10);
        vm.assertEq(dat.valueOf(full), type(uint128).max);
    }

    /// T21: quota of unknown tokens is neither used nor moved, nor moved to.
    function testFuzz_GivenAnUnknownToken_ItReverts(uint256 tokenId) public {
        vm.assume(tokenId != _from && tokenId != _to && tokenId != _mortal);
        bytes memory reason = _unknownToken(tokenId);

        _assertReverts(alice, abi.encodeCall(dat.recordUsage, (tokenId, METRIC, 1)), reason);
        _assertReverts(alice, abi.encodeCall(dat.transferValue, (tokenId, _to, 1)), reason);
        _assertReverts(alice, abi.encodeCall(dat.transferValue, (_from, tokenId, 1)), reason);
    }

    // --- approvals ---

    /// Section 4: nobody else uses or moves quota: not the controller, nor a minter, nor the owner of the target.
    function testFuzz_WhenAnyoneElseUsesQuota_ItReverts(address other) public {
        vm.assume(other != alice);

        _assertReverts(other, abi.encodeCall(dat.recordUsage, (_from, METRIC, 1)), _notUser(_from, other));
        _assertReverts(other, abi.encodeCall(dat.transferValue, (_from, _to, 1)), _notUser(_from, other));
    }

    /// Section 4: a class operator is named and dismissed by an owner, for one class.
    function testFuzz_WhenAClassOperatorIsNamed_ItIsOneInThatClassOnly(address operator) public {
        vm.assume(operator != alice);
        uint256 foreign = _mintIn(_createClass(), alice, 9, 0, 0);
        vm.expectEmit(address(dat));
        emit IERC8028.ApprovalForClass(alice, class, operator, true);
        vm.prank(alice);
        dat.approveForClass(class, operator, true);

        vm.assertTrue(dat.isApprovedForClass(alice, class, operator));
        vm.assertFalse(dat.isApprovedForClass(alice, class + 1, operator));
        vm.prank(operator);
        dat.recordUsage(_from, METRIC, 1);
        _assertReverts(operator, abi.encodeCall(dat.recordUsage, (foreign, METRIC, 1)), _notUser(foreign, operator));

        vm.expectEmit(address(dat));
        emit IERC8028.ApprovalForClass(alice, class, operator, false);
        vm.prank(alice);
        dat.approveForClass(class, operator, false);
        _assertReverts(operator, abi.encodeCall(dat.recordUsage, (_from, METRIC, 1)), _notUser(_from, operator));
    }

    /// Section 4: a class operator is its owner's and does not follow the token.
    function test_WhenTheTokenMoves_TheClassOperatorStaysBehind() public {
        vm.prank(alice);
        dat.approveForClass(class, carol, true);
        vm.prank(alice);
        dat.transferToken(_from, bob);

        _assertReverts(carol, abi.encodeCall(dat.recordUsage, (_from, METRIC, 1)), _notUser(_from, carol));
        vm.prank(carol);
        dat.recordUsage(_mortal, METRIC, 1);
    }

    /// Section 5: an approval for an unknown class reverts.
    function testFuzz_GivenAnUnknownClass_TheApprovalReverts(uint256 classId) public {
        vm.assume(classId != class);

        _assertReverts(alice, abi.encodeCall(dat.approveForClass, (classId, bob, true)), _unknownClass(classId));
    }

    function _notUser(uint256 tokenId, address caller) private pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.NotOwnerOrClassOperator.selector, tokenId, caller);
    }
}
