// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {IDat} from "../IDat.sol";
import {RevShareTest} from "./RevShareTest.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title The surface: ids, terms, permits, the model and its positions
contract RevShareSurfaceTest is RevShareTest {
    /// It has the selectors of the ERC and says so by ERC-165.
    function test_GivenTheErc_SelectorsAndIdsAreItsOwn() public view {
        vm.assertEq(bytes32(token.claimableRevenue.selector), bytes32(bytes4(0x2be2bb11)));
        vm.assertEq(bytes32(token.claim.selector), bytes32(bytes4(0x379607f5)));
        vm.assertEq(bytes32(token.snapshot.selector), bytes32(bytes4(0x9711715a)));
        vm.assertEq(bytes32(token.redeemableOnBurn.selector), bytes32(bytes4(0x24888f98)));
        vm.assertEq(bytes32(token.burn.selector), bytes32(bytes4(0x42966c68)));
        vm.assertEq(bytes32(token.claimableERC20.selector), bytes32(bytes4(0x41273d45)));
        vm.assertEq(bytes32(token.redeemableERC20OnBurn.selector), bytes32(bytes4(0x1c3fc4c3)));
        bytes4[4] memory ids = [bytes4(0x01ffc9a7), 0xed7b2e4e, 0x5d18f986, 0x4e2312e0];
        for (uint256 i; i < ids.length; ++i) {
            vm.assertTrue(token.supportsInterface(ids[i]));
        }
        vm.assertFalse(token.supportsInterface(0xffffffff));
    }

    /// What the terms said is what the token says.
    function test_GivenItsTerms_ItSaysThem() public view {
        vm.assertEq(token.claimBps(), BPS);
        vm.assertEq(token.minInterval(), INTERVAL);
        vm.assertEq(token.governor(), governor);
        vm.assertEq(token.modelCommitment(), keccak256("model"));
        vm.assertEq(token.modelURI(), "ipfs://model");
        vm.assertEq(token.classId(), 7);
        vm.assertEq(token.dataAnchoringToken(), address(dat));
        vm.assertEq(token.revenueTokens()[0], address(usd));
        vm.assertEq(token.snapshotCount(), 0);
    }

    /// A signature of the owner gives an allowance, by ERC-2612.
    function test_GivenAPermit_TheSpenderMayMove() public {
        IERC20Permit permits = IERC20Permit(address(token));
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(kind, alice, bob, 5, 0, block.timestamp));
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", permits.DOMAIN_SEPARATOR(), hash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, digest);

        permits.permit(alice, bob, 5, block.timestamp, v, r, s);

        vm.assertEq(token.allowance(alice, bob), 5);
        vm.assertEq(permits.nonces(alice), 1);
    }

    /// A plain send with the 2,300 gas of a `transfer` arrives.
    function test_WhenCoinsComeWithTheLeastGas_TheyArrive() public {
        vm.cool(address(token));
        vm.prank(payer);
        payable(address(token)).transfer(1 ether);

        vm.assertEq(address(token).balance, 1 ether);
    }

    /// The contract takes positions of its DAT contract only, and pulls their revenue; anyone may.
    function test_GivenAPosition_ItsRevenueIsHarvested() public {
        uint256 class = dat.createClass("", 0, 0, "");
        uint256 id = dat.mint(class, address(token), 0, 1, 0);
        vm.prank(payer);
        dat.settleRevenueETH{value: 100 ether}(class);

        vm.prank(stranger);
        token.harvest(_list(id), _list(NATIVE));

        vm.assertEq(address(token).balance, 100 ether);
        vm.assertEq(token.claimableRevenue(alice, _snapshot()), 60 ether);
        uint256 other = dat.mint(class, alice, 0, 1, 0);
        _assertReverts(
            stranger,
            abi.encodeCall(token.harvest, (_list(other), _list(NATIVE))),
            abi.encodeWithSelector(IRevShareToken.NotOwnedPosition.selector, other, alice)
        );
        _assertReverts(
            stranger,
            abi.encodeCall(token.onERC1155Received, (stranger, stranger, 1, 1, "")),
            abi.encodeWithSelector(IRevShareToken.NotDataAnchoringToken.selector, stranger)
        );
    }

    /// Who is not the governor sets no revenue token; what is no ERC-20, or the token itself, is none; and 16 are the most.
    function test_GivenTheList_ItsRulesHold() public {
        _assertReverts(
            alice,
            abi.encodeCall(token.setRevenueToken, (address(usd), false)),
            abi.encodeWithSelector(IRevShareToken.NotGovernor.selector, alice, governor)
        );
        address[3] memory wrong = [NATIVE, stranger, address(token)];
        for (uint256 i; i < wrong.length; ++i) {
            _assertReverts(
                governor,
                abi.encodeCall(token.setRevenueToken, (wrong[i], true)),
                abi.encodeWithSelector(IRevShareToken.InvalidRevenueToken.selector, wrong[i])
            );
        }
        for (uint256 i = 1; i < 16; ++i) {
            address fresh = address(uint160(0x1000 + i));
            vm.etch(fresh, hex"00");
            _accept(fresh);
        }
        _assertReverts(
            governor,
            abi.encodeCall(token.setRevenueToken, (address(dat), true)),
            abi.encodeWithSelector(IRevShareToken.TooManyRevenueTokens.selector, 16)
        );
        _remove(address(usd));
        _accept(address(dat));
        vm.assertEq(token.revenueTokens().length, 16);
        _assertReverts(
            stranger,
            abi.encodeCall(token.sync, (address(usd))),
            abi.encodeWithSelector(IRevShareToken.UnknownRevenueToken.selector, address(usd))
        );
    }

    /// Nobody's transfer of nothing, and no transfer to oneself, changes what counts.
    function test_WhenNothingMoves_NothingChanges() public {
        _pay(100 ether);
        uint256 id = _snapshot();
        vm.prank(stranger);
        token.transferFrom(alice, bob, 0);
        _give(alice, alice, SUPPLY);

        vm.assertEq(token.balanceOfAt(alice, id), SUPPLY);
        vm.assertEq(token.balanceOfAt(bob, id), 0);
        vm.assertEq(token.claimableRevenue(alice, id), 60 ether);
    }
}
