// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {RefusingReceiver} from "../../../contracts/mocks/RefusingReceiver.sol";
import {DatTest} from "../DatTest.sol";
import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

/// @title Ownership: whole tokens change hands, by the two standards
contract OwnershipTest is DatTest {
    uint256 private _tokenId;
    uint256 private _second;

    function setUp() public override {
        super.setUp();
        _tokenId = _mint(alice, 1_000, 64, 0);
        _second = _mint(alice, 10, 0, 0);
    }

    // --- transferToken ---

    /// Section 3: a move emits the events of both standards, and the token is the new owner's.
    function testFuzz_WhenATokenMoves_BothStandardsSaySo(uint256 key) public {
        address to = vm.addr(bound(key, 1, type(uint128).max));
        vm.expectEmit(address(dat));
        emit IERC8028.TransferToken(_tokenId, alice, to);
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(alice, alice, to, _tokenId, 1);

        vm.prank(alice);
        dat.transferToken(_tokenId, to);

        vm.assertEq(dat.ownerOf(_tokenId), to);
        vm.assertEq(dat.balanceOf(to, _tokenId), 1);
        vm.assertEq(dat.balanceOf(alice, _tokenId), to == alice ? 1 : 0);
    }

    /// Section 4: the owner's `setApprovalForAll` operator moves tokens; the event names it.
    function test_WhenTheOwnersOperatorMovesIt_ItMoves() public {
        vm.expectEmit(address(dat));
        emit IERC1155.ApprovalForAll(alice, bob, true);
        vm.prank(alice);
        dat.setApprovalForAll(bob, true);
        vm.expectEmit(address(dat));
        emit IERC8028.TransferToken(_tokenId, alice, carol);
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(bob, alice, carol, _tokenId, 1);

        vm.prank(bob);
        dat.transferToken(_tokenId, carol);

        vm.assertEq(dat.ownerOf(_tokenId), carol);
    }

    /// Section 4: nobody else moves a token, not its class operator, its controller, or an operator of its former owner.
    function testFuzz_WhenAnyoneElseMovesIt_ItReverts(address other) public {
        vm.assume(other != alice && other != carol);
        vm.prank(alice);
        dat.approveForClass(class, other, true);
        vm.prank(carol);
        dat.setApprovalForAll(other, true);
        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.NotOwnerOrOperator.selector, _tokenId, other);

        _assertReverts(other, abi.encodeCall(dat.transferToken, (_tokenId, other)), reason);
        _assertReverts(other, abi.encodeCall(dat.claimAndTransfer, (_tokenId, new address[](0), other)), reason);
        _assertReverts(other, _safeCall(alice, other, _tokenId, 1), _missingApproval(other, alice));
    }

    /// Approvals belong to an owner and do not follow a token.
    function test_WhenATokenMoved_TheOperatorOfItsFormerOwnerIsNobody() public {
        vm.prank(alice);
        dat.setApprovalForAll(bob, true);
        vm.prank(alice);
        dat.transferToken(_tokenId, carol);

        _assertReverts(
            bob,
            abi.encodeCall(dat.transferToken, (_tokenId, bob)),
            abi.encodeWithSelector(IDataAnchoringToken.NotOwnerOrOperator.selector, _tokenId, bob)
        );
        _assertReverts(bob, _safeCall(alice, bob, _tokenId, 1), _insufficient(alice, 0, 1, _tokenId));
    }

    /// T18: no kind of move reaches the zero address or a contract that does not take tokens.
    function test_GivenAReceiverThatCannotHoldTokens_EveryMoveReverts() public {
        address[3] memory receivers = [address(0), address(usd), address(new RefusingReceiver(true))];
        for (uint256 i; i < receivers.length; ++i) {
            _assertEveryMoveReverts(
                receivers[i], abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, receivers[i])
            );
        }
        _assertEveryMoveReverts(
            address(new RefusingReceiver(false)), abi.encodeWithSelector(RefusingReceiver.NotToday.selector, _tokenId)
        );
        vm.assertEq(dat.ownerOf(_tokenId), alice);
    }

    /// T5: quota, share and unclaimed revenue go with the token; what was claimed before does not come back.
    function testFuzz_WhenATokenMoves_EverythingGoesWithIt(uint96 first, uint96 second) public {
        first = uint96(bound(first, 1, type(uint96).max));
        second = uint96(bound(second, 1, type(uint96).max));
        _settleNative(first);
        vm.assertEq(_claim(_tokenId, NATIVE), first);
        _settleNative(second);

        vm.prank(alice);
        dat.transferToken(_tokenId, bob);

        vm.assertEq(dat.valueOf(_tokenId), 1_000);
        vm.assertEq(dat.shareRatioOf(_tokenId), 64);
        vm.assertEq(dat.pendingRevenue(_tokenId, NATIVE), second);
        vm.assertEq(_claim(_tokenId, NATIVE), second);
        vm.assertEq(bob.balance, second);
        vm.assertEq(alice.balance, first);
    }

    /// T21: an unknown token does not move.
    function testFuzz_GivenAnUnknownToken_ItReverts(uint256 tokenId) public {
        vm.assume(tokenId != _tokenId && tokenId != _second);

        _assertReverts(alice, abi.encodeCall(dat.transferToken, (tokenId, bob)), _unknownToken(tokenId));
        _assertReverts(alice, _safeCall(alice, bob, tokenId, 1), _insufficient(alice, 0, 1, tokenId));
    }

    // --- ERC-1155 ---

    /// Section 3: `safeTransferFrom` moves a whole token, emits both events, and hands the data to the receiver.
    function testFuzz_WhenATokenMovesSafely_TheReceiverGetsTheData(bytes calldata data) public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        vm.expectEmit(address(dat));
        emit IERC8028.TransferToken(_tokenId, alice, address(receiver));
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(alice, alice, address(receiver), _tokenId, 1);

        vm.prank(alice);
        dat.safeTransferFrom(alice, address(receiver), _tokenId, 1, data);

        vm.assertEq(dat.ownerOf(_tokenId), address(receiver));
        vm.assertEq(receiver.received(), data);
    }

    /// Section 3: an amount of 0 of any id, known or not, moves nothing and is no error.
    function testFuzz_WhenNothingIsMoved_NothingMoves(uint256 tokenId) public {
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(stranger, stranger, bob, tokenId, 0);
        vm.recordLogs();

        vm.prank(stranger);
        dat.safeTransferFrom(stranger, bob, tokenId, 0, "");

        vm.assertEq(_countEvents(IERC8028.TransferToken.selector), 0);
        vm.assertEq(dat.ownerOf(_tokenId), alice);
    }

    /// Section 3: there is one of each id, so more than one is refused.
    function testFuzz_WhenMoreThanOneIsMoved_ItReverts(uint256 amount) public {
        amount = bound(amount, 2, type(uint256).max);

        _assertReverts(alice, _safeCall(alice, bob, _tokenId, amount), _insufficient(alice, 1, amount, _tokenId));
    }

    /// Section 3: a batch moves whole tokens, with one batch event and one event for each token.
    function test_WhenABatchMoves_EachTokenMoves() public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        uint256[] memory amounts = _list(uint256(1), 1);
        vm.expectEmit(address(dat));
        emit IERC8028.TransferToken(_tokenId, alice, address(receiver));
        vm.expectEmit(address(dat));
        emit IERC8028.TransferToken(_second, alice, address(receiver));
        vm.expectEmit(address(dat));
        emit IERC1155.TransferBatch(alice, alice, address(receiver), _list(_tokenId, _second), amounts);

        vm.prank(alice);
        dat.safeBatchTransferFrom(alice, address(receiver), _list(_tokenId, _second), amounts, "note");

        vm.assertEq(dat.ownerOf(_tokenId), address(receiver));
        vm.assertEq(dat.ownerOf(_second), address(receiver));
        vm.assertEq(receiver.received(), "note");
    }

    /// A batch is refused when its arrays differ in length, a token comes twice, or the caller has no approval.
    function test_GivenABatchThatCannotBe_ItReverts() public {
        uint256[] memory ones = _list(uint256(1), 1);

        _assertReverts(
            alice,
            abi.encodeCall(dat.safeBatchTransferFrom, (alice, bob, _list(_tokenId), ones, "")),
            abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidArrayLength.selector, 1, 2)
        );
        _assertReverts(
            alice,
            abi.encodeCall(dat.safeBatchTransferFrom, (alice, bob, _list(_tokenId, _tokenId), ones, "")),
            _insufficient(alice, 0, 1, _tokenId)
        );
        _assertReverts(
            stranger,
            abi.encodeCall(dat.safeBatchTransferFrom, (alice, stranger, _list(_tokenId, _second), ones, "")),
            _missingApproval(stranger, alice)
        );
    }

    /// Section 4: the ERC-1155 operator moves tokens but uses no quota, and the zero address is no operator.
    function test_GivenAnOwnershipOperator_ItUsesNoQuota() public {
        vm.prank(alice);
        dat.setApprovalForAll(bob, true);

        vm.assertTrue(dat.isApprovedForAll(alice, bob));
        vm.assertFalse(dat.isApprovedForAll(bob, alice));
        _assertReverts(
            bob,
            abi.encodeCall(dat.recordUsage, (_tokenId, METRIC, 1)),
            abi.encodeWithSelector(IDataAnchoringToken.NotOwnerOrClassOperator.selector, _tokenId, bob)
        );
        _assertReverts(
            alice,
            abi.encodeCall(dat.setApprovalForAll, (address(0), true)),
            abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidOperator.selector, address(0))
        );
    }

    /// Section 5: balances are 1 for the owner and 0 for everybody else, for unknown ids, and for the zero address.
    function testFuzz_Balances_AreOneForTheOwnerOnly(address other, uint256 unknown) public {
        vm.assume(other != alice && unknown != _tokenId && unknown != _second);
        address[] memory accounts = new address[](4);
        (accounts[0], accounts[1], accounts[2], accounts[3]) = (alice, other, alice, address(0));
        uint256[] memory ids = new uint256[](4);
        (ids[0], ids[1], ids[2], ids[3]) = (_tokenId, _tokenId, unknown, unknown);

        uint256[] memory balances = dat.balanceOfBatch(accounts, ids);

        vm.assertEq(balances.length, 4);
        vm.assertEq(balances[0], 1);
        vm.assertEq(balances[1] + balances[2] + balances[3], 0);
        _assertReverts(
            alice,
            abi.encodeCall(dat.balanceOfBatch, (accounts, _list(_tokenId))),
            abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidArrayLength.selector, 1, 4)
        );
    }

    /// Section 3: the URI of a token is the present metadata of its class.
    function test_WhenTheMetadataChanges_TheUriFollows() public {
        vm.prank(controller);
        dat.updateClassMetadata(class, "ipfs://new", "h");

        vm.assertEq(dat.uri(_tokenId), "ipfs://new");
    }

    function _assertEveryMoveReverts(address to, bytes memory reason) private {
        bytes memory batch =
            abi.encodeCall(dat.safeBatchTransferFrom, (alice, to, _list(_tokenId), _list(uint256(1)), ""));
        _assertReverts(alice, abi.encodeCall(dat.transferToken, (_tokenId, to)), reason);
        _assertReverts(alice, _safeCall(alice, to, _tokenId, 1), reason);
        _assertReverts(alice, batch, reason);
        _assertReverts(alice, abi.encodeCall(dat.claimAndTransfer, (_tokenId, new address[](0), to)), reason);
    }

    function _safeCall(address from, address to, uint256 tokenId, uint256 amount)
        private
        view
        returns (bytes memory call)
    {
        return abi.encodeCall(dat.safeTransferFrom, (from, to, tokenId, amount, ""));
    }

    function _missingApproval(address operator, address owner) private pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IERC1155Errors.ERC1155MissingApprovalForAll.selector, operator, owner);
    }

    function _insufficient(address from, uint256 balance, uint256 needed, uint256 tokenId)
        private
        pure
        returns (bytes memory reason)
    {
        return
            abi.encodeWithSelector(IERC1155Errors.ERC1155InsufficientBalance.selector, from, balance, needed, tokenId);
    }
}
