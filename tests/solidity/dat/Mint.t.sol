// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {RefusingReceiver} from "../../../contracts/mocks/RefusingReceiver.sol";
import {DatTest} from "../DatTest.sol";
import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

/// @title Mint: what a new token is, and what cannot be minted
contract MintTest is DatTest {
    uint256 private constant MAX_SHARE = type(uint32).max;

    // --- one token ---

    /// T6, T21: a token has what it was minted with; its share saturates, and the clamped number is what is emitted.
    function testFuzz_WhenATokenIsMinted_ItHasWhatWasGiven(uint128 value, uint256 share, uint64 expireAt) public {
        expireAt = expireAt == 0 ? 0 : uint64(bound(expireAt, START, type(uint64).max));
        uint256 stored = share > MAX_SHARE ? MAX_SHARE : share;
        uint256 tokenId = (class << 128) + 1;
        vm.expectEmit(address(dat));
        emit IERC8028.Minted(tokenId, class, alice, value, stored, expireAt);
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(controller, address(0), alice, tokenId, 1);

        vm.assertEq(_mint(alice, value, share, expireAt), tokenId);

        vm.assertEq(dat.ownerOf(tokenId), alice);
        vm.assertEq(dat.classOf(tokenId), class);
        vm.assertEq(dat.valueOf(tokenId), value);
        vm.assertEq(dat.shareRatioOf(tokenId), stored);
        vm.assertEq(dat.expireAtOf(tokenId), expireAt);
        vm.assertEq(dat.totalShareOf(class), stored);
        vm.assertEq(dat.pendingRevenue(tokenId, NATIVE), 0);
        vm.assertEq(dat.uri(tokenId), "ipfs://meta");
    }

    /// T21: serials count from 1 in each class, whatever is minted elsewhere.
    function testFuzz_WhenTokensAreMinted_SerialsCountInEachClass(uint8[20] calldata choices) public {
        uint256 other = _createClass();
        uint256[2] memory counts;
        for (uint256 i; i < choices.length; ++i) {
            uint256 k = choices[i] % 2;
            uint256 classId = k == 0 ? class : other;
            vm.assertEq(_mintIn(classId, alice, 0, choices[i], 0), (classId << 128) + ++counts[k]);
        }

        vm.assertEq(dat.tokenCountOf(class), counts[0]);
        vm.assertEq(dat.tokenCountOf(other), counts[1]);
    }

    /// T7, T8: a token that is expired already cannot be minted; one that expires at the end of this second can.
    function testFuzz_GivenADeadlineInThePast_ItReverts(uint64 expireAt) public {
        expireAt = uint64(bound(expireAt, 1, START - 1));

        _assertReverts(
            controller,
            abi.encodeCall(dat.mint, (class, alice, 0, 1, expireAt)),
            abi.encodeWithSelector(IDataAnchoringToken.ExpiryInPast.selector, expireAt, START)
        );
        vm.assertEq(dat.expireAtOf(_mint(alice, 0, 1, uint64(START))), START);
        vm.assertEq(dat.totalShareOf(class), 1);
    }

    /// Section 5: a quota beyond what is stored is refused, never truncated.
    function testFuzz_GivenMoreQuotaThanIsStored_ItReverts(uint256 value) public {
        value = bound(value, uint256(type(uint128).max) + 1, type(uint256).max);

        _assertReverts(
            controller,
            abi.encodeCall(dat.mint, (class, alice, value, 1, 0)),
            abi.encodeWithSelector(IDataAnchoringToken.ValueTooLarge.selector, value, type(uint128).max)
        );
    }

    /// T18: nothing is minted to the zero address, or to a contract that does not take tokens.
    function test_GivenAReceiverThatCannotHoldTokens_ItReverts() public {
        bytes4 invalid = IERC1155Errors.ERC1155InvalidReceiver.selector;
        address refusing = address(new RefusingReceiver(false));
        address polite = address(new RefusingReceiver(true));
        uint256 next = (class << 128) + 1;

        _assertReverts(controller, _mintCall(address(0)), abi.encodeWithSelector(invalid, address(0)));
        _assertReverts(controller, _mintCall(address(usd)), abi.encodeWithSelector(invalid, address(usd)));
        _assertReverts(controller, _mintCall(polite), abi.encodeWithSelector(invalid, polite));
        _assertReverts(
            controller, _mintCall(refusing), abi.encodeWithSelector(RefusingReceiver.NotToday.selector, next)
        );
        vm.assertEq(dat.tokenCountOf(class), 0);
    }

    /// T21: nothing is minted in a class that does not exist.
    function testFuzz_GivenAnUnknownClass_ItReverts(uint256 classId) public {
        vm.assume(classId != class);

        _assertReverts(controller, abi.encodeCall(dat.mint, (classId, alice, 0, 1, 0)), _unknownClass(classId));
    }

    // --- the cap ---

    /// T14: no mint lifts the living share above the cap, and the error says by how much it would have.
    function testFuzz_GivenACap_TheLivingShareStaysBelow(uint32[12] calldata shares, uint64 cap) public {
        cap = uint64(bound(cap, 0, 8 * MAX_SHARE));
        uint256 capped = _createCapped(cap);
        uint256 total;
        for (uint256 i; i < shares.length; ++i) {
            if (total + shares[i] > cap && shares[i] != 0) {
                _assertReverts(
                    controller,
                    abi.encodeCall(dat.mint, (capped, alice, 0, shares[i], 0)),
                    _capExceeded(capped, total + shares[i], cap)
                );
            } else {
                _mintIn(capped, alice, 0, shares[i], 0);
                total += shares[i];
            }
            vm.assertEq(dat.totalShareOf(capped), total);
        }
    }

    /// T14: what has expired no longer counts against the cap, touched or not.
    function test_WhenSharesExpire_TheCapHasRoomAgain() public {
        uint256 capped = _createCapped(100);
        _mintIn(capped, alice, 0, 60, uint64(START));
        _mintIn(capped, alice, 0, 40, 0);
        bytes memory call = abi.encodeCall(dat.mint, (capped, bob, 0, 61, 0));
        _assertReverts(controller, call, _capExceeded(capped, 161, 100));

        vm.warp(START + 1);

        _assertReverts(controller, call, _capExceeded(capped, 101, 100));
        _mintIn(capped, bob, 0, 60, 0);
        vm.assertEq(dat.totalShareOf(capped), 100);
    }

    /// A cap of 0 makes a class of quota without revenue.
    function test_GivenACapOfZero_OnlyQuotaIsMinted() public {
        uint256 capped = _createCapped(0);

        uint256 tokenId = _mintIn(capped, alice, 7, 0, 0);

        vm.assertEq(dat.valueOf(tokenId), 7);
        _assertReverts(controller, abi.encodeCall(dat.mint, (capped, alice, 7, 1, 0)), _capExceeded(capped, 1, 0));
    }

    // --- many tokens ---

    /// A batch is the same as its mints one by one.
    function testFuzz_WhenABatchIsMinted_ItIsAsOneByOne(uint128[2] calldata value, uint256[2] calldata share) public {
        uint64[] memory deadlines = _deadlines(0, uint64(START + 9));
        uint256 first = (class << 128) + 1;
        vm.expectEmit(address(dat));
        emit IERC8028.Minted(first, class, alice, value[0], share[0] > MAX_SHARE ? MAX_SHARE : share[0], 0);
        vm.expectEmit(address(dat));
        emit IERC1155.TransferSingle(controller, address(0), alice, first, 1);
        vm.expectEmit(address(dat));
        emit IERC8028.Minted(
            first + 1, class, bob, value[1], share[1] > MAX_SHARE ? MAX_SHARE : share[1], uint64(START + 9)
        );

        vm.prank(controller);
        uint256[] memory tokenIds =
            dat.mintBatch(class, _list(alice, bob), _list(value[0], value[1]), _list(share[0], share[1]), deadlines);

        vm.assertEq(tokenIds.length, 2);
        vm.assertEq(tokenIds[0], first);
        vm.assertEq(tokenIds[1], first + 1);
        vm.assertEq(dat.ownerOf(first), alice);
        vm.assertEq(dat.ownerOf(first + 1), bob);
        vm.assertEq(dat.valueOf(first + 1), value[1]);
        vm.assertEq(dat.expireAtOf(first + 1), START + 9);
    }

    /// Arrays that go together must have one length, and an empty batch mints nothing.
    function test_GivenArraysOfDifferentLengths_TheBatchReverts() public {
        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.LengthMismatch.selector, 2, 1);
        address[] memory to = _list(alice, bob);
        uint256[] memory two = _list(uint256(1), 1);
        uint256[] memory one = _list(uint256(1));

        _assertReverts(controller, abi.encodeCall(dat.mintBatch, (class, to, one, two, _deadlines(0, 0))), reason);
        _assertReverts(controller, abi.encodeCall(dat.mintBatch, (class, to, two, one, _deadlines(0, 0))), reason);
        _assertReverts(controller, abi.encodeCall(dat.mintBatch, (class, to, two, two, new uint64[](1))), reason);
        vm.prank(controller);
        uint256[] memory none =
            dat.mintBatch(class, new address[](0), new uint256[](0), new uint256[](0), new uint64[](0));
        vm.assertEq(none.length, 0);
        vm.assertEq(dat.tokenCountOf(class), 0);
    }

    /// Section 4: a batch is for the controller and its minters only, and reverts as a whole.
    function test_GivenABatch_ItIsAllOrNothing() public {
        bytes memory call = abi.encodeCall(
            dat.mintBatch,
            (class, _list(alice, address(0)), _list(uint256(1), 1), _list(uint256(1), 1), _deadlines(0, 0))
        );

        _assertReverts(stranger, call, abi.encodeWithSelector(IDataAnchoringToken.NotMinter.selector, class, stranger));
        _assertReverts(
            controller, call, abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(0))
        );
        vm.assertEq(dat.tokenCountOf(class), 0);
        vm.assertEq(dat.totalShareOf(class), 0);
    }

    /// Section 5: the receivers of a batch are asked when the whole of it stands.
    function test_WhenABatchReachesAContract_ItSeesTheWholeBatch() public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        receiver.arm(address(dat), abi.encodeCall(dat.tokenCountOf, (class)));

        vm.prank(controller);
        dat.mintBatch(
            class, _list(address(receiver), alice), _list(uint256(1), 1), _list(uint256(1), 1), _deadlines(0, 0)
        );

        vm.assertEq(receiver.calls(), 1);
        vm.assertEq(abi.decode(receiver.answer(), (uint256)), 2);
    }

    function _createCapped(uint256 cap) private returns (uint256 classId) {
        vm.prank(controller);
        return dat.createClassWithCap("m", "h", 0, "p", cap);
    }

    function _mintCall(address to) private view returns (bytes memory call) {
        return abi.encodeCall(dat.mint, (class, to, 0, 1, 0));
    }

    function _capExceeded(uint256 classId, uint256 alive, uint256 cap) private pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.ShareCapExceeded.selector, classId, alive, cap);
    }
}
