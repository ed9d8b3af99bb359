// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {DatTest} from "../DatTest.sol";

/// @title Expiry of tokens: its boundary, its announcement, and what stays
contract ExpiryTest is DatTest {
    uint64 private constant DEADLINE = uint64(START + 100);

    uint256 private _tokenId;

    function setUp() public override {
        super.setUp();
        _tokenId = _mint(alice, 1_000, 50, DEADLINE);
    }

    /// T7: at its deadline a token works and counts; one second later it does neither.
    function test_WhenTheDeadlinePasses_TheTokenStopsInTheNextSecond() public {
        vm.warp(DEADLINE);
        vm.assertEq(dat.totalShareOf(class), 50);
        vm.prank(alice);
        dat.recordUsage(_tokenId, METRIC, 1);

        vm.warp(DEADLINE + 1);
        vm.assertEq(dat.totalShareOf(class), 0);
        _assertReverts(alice, abi.encodeCall(dat.recordUsage, (_tokenId, METRIC, 1)), _expired(_tokenId, DEADLINE));
    }

    /// An expired token is neither burnt nor moved: everything about it stays readable.
    function test_WhenATokenExpires_ItStaysReadable() public {
        vm.warp(DEADLINE + 1);

        vm.assertEq(dat.ownerOf(_tokenId), alice);
        vm.assertEq(dat.valueOf(_tokenId), 1_000);
        vm.assertEq(dat.shareRatioOf(_tokenId), 50);
        vm.assertEq(dat.expireAtOf(_tokenId), DEADLINE);
        vm.assertEq(dat.balanceOf(alice, _tokenId), 1);
    }

    /// A token without a deadline never expires.
    function testFuzz_GivenNoDeadline_TheTokenNeverExpires(uint48 time) public {
        vm.warp(bound(time, START, type(uint48).max - 1));
        uint256 tokenId = _mint(alice, 5, 7, 0);

        vm.warp(type(uint48).max - 1);

        vm.prank(alice);
        dat.recordUsage(tokenId, METRIC, 5);
        vm.assertEq(dat.totalShareOf(class), 7);
    }

    /// The total share at any time is the sum over the tokens that are alive then, though nobody touched any.
    function testFuzz_TheTotalShare_IsThatOfTheLiving(uint32[10] calldata shares, uint8[10] calldata terms) public {
        for (uint256 i; i < shares.length; ++i) {
            _mint(bob, 0, shares[i], terms[i] == 0 ? 0 : uint64(START + terms[i]));
        }

        for (uint256 time = START; time < START + 258; time += 3) {
            vm.warp(time);
            uint256 living = time > DEADLINE ? 0 : 50;
            for (uint256 i; i < shares.length; ++i) {
                if (terms[i] == 0 || time <= START + terms[i]) living += shares[i];
            }
            vm.assertEq(dat.totalShareOf(class), living);
        }
    }

    /// `Expired` is emitted at the first poke, and never again.
    function test_WhenItIsPoked_ExpiredIsEmittedOnce() public {
        uint256 other = _mint(bob, 1);
        vm.recordLogs();
        vm.prank(stranger);
        dat.pokeExpired(_list(_tokenId, other));
        vm.assertEq(_countEvents(IERC8028.Expired.selector), 0);

        vm.warp(DEADLINE + 1);
        vm.expectEmit(address(dat));
        emit IERC8028.Expired(_tokenId);
        vm.prank(stranger);
        dat.pokeExpired(_list(_tokenId, other, _tokenId));

        vm.recordLogs();
        dat.pokeExpired(_list(_tokenId));
        _claim(_tokenId, NATIVE);
        vm.prank(alice);
        dat.transferToken(_tokenId, bob);
        vm.assertEq(_countEvents(IERC8028.Expired.selector), 0);
    }

    /// Section 4: every call that touches a token after its expiry announces it: each kind of move, and each kind of claim.
    function test_WhenAnExpiredTokenIsTouched_ExpiredIsEmitted() public {
        vm.warp(DEADLINE + 1);
        bytes[6] memory touches = [
            abi.encodeCall(dat.transferToken, (_tokenId, bob)),
            abi.encodeCall(dat.safeTransferFrom, (alice, bob, _tokenId, 1, "")),
            abi.encodeCall(dat.safeBatchTransferFrom, (alice, bob, _list(_tokenId), _list(uint256(1)), "")),
            abi.encodeCall(dat.claim, (_tokenId, NATIVE, payable(alice))),
            abi.encodeCall(dat.claimMany, (_list(_tokenId), NATIVE)),
            abi.encodeCall(dat.claimAndTransfer, (_tokenId, new address[](0), bob))
        ];
        for (uint256 i; i < touches.length; ++i) {
            _assertAnnounces(touches[i]);
        }
    }

    /// T21: a poke of an unknown token reverts.
    function testFuzz_GivenAnUnknownToken_ThePokeReverts(uint256 tokenId) public {
        vm.assume(tokenId != _tokenId);

        _assertReverts(stranger, abi.encodeCall(dat.pokeExpired, (_list(_tokenId, tokenId))), _unknownToken(tokenId));
    }

    /// T21: whatever is asked of a token that does not exist, id 0 among them, reverts and names it.
    function testFuzz_GivenAnUnknownToken_EveryViewReverts(uint256 tokenId) public {
        vm.assume(tokenId != _tokenId);
        bytes[8] memory calls = [
            abi.encodeCall(dat.classOf, (tokenId)),
            abi.encodeCall(dat.valueOf, (tokenId)),
            abi.encodeCall(dat.shareRatioOf, (tokenId)),
            abi.encodeCall(dat.expireAtOf, (tokenId)),
            abi.encodeCall(dat.ownerOf, (tokenId)),
            abi.encodeCall(dat.pendingRevenue, (tokenId, NATIVE)),
            abi.encodeCall(dat.uri, (tokenId)),
            abi.encodeCall(dat.royaltyInfo, (tokenId, 100))
        ];
        for (uint256 i; i < calls.length; ++i) {
            _assertReverts(stranger, calls[i], _unknownToken(tokenId));
        }
        vm.assertEq(dat.balanceOf(alice, tokenId), 0);
    }

    /// @dev A contract without the token yet touched is needed for each, so each starts from the state of now.
    function _assertAnnounces(bytes memory touch) private {
        uint256 state = vm.snapshotState();
        vm.expectEmit(address(dat));
        emit IERC8028.Expired(_tokenId);
        vm.prank(alice);
        (bool success,) = address(dat).call(touch);
        vm.assertTrue(success);
        vm.revertToState(state);
    }
}
