// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028, IERC8028Proofs} from "../../../contracts/interfaces/IERC8028.sol";
import {DatTest} from "../DatTest.sol";

/// @title The surface that the standard fixes: selectors, topics, interface ids
contract SurfaceTest is DatTest {
    /// Section 1: the nineteen functions have the selectors of the standard, and their XOR is the interface id.
    function test_TheSelectors_AreThoseOfTheStandard() public pure {
        bytes4[19] memory selectors = [
            bytes4(0x0a4fda67),
            0x4324aa21,
            0xcadf338f,
            0x36d98ca1,
            0x56626b7f,
            0x6352211e,
            0xbb0bc514,
            0xe0fc0eca,
            0x38b40dc2,
            0x4f2b75e2,
            0x741e3723,
            0xbad42590,
            0x14050fab,
            0x766e346c,
            0x54e26179,
            0x48904648,
            0x8ccd0350,
            0x90f1e29d,
            0x2cd1b113
        ];
        bytes4[19] memory ours = [
            IERC8028.getClassMeta.selector,
            IERC8028.classOf.selector,
            IERC8028.valueOf.selector,
            IERC8028.shareRatioOf.selector,
            IERC8028.expireAtOf.selector,
            IERC8028.ownerOf.selector,
            IERC8028.pendingRevenue.selector,
            IERC8028.createClass.selector,
            IERC8028.updateClassMetadata.selector,
            IERC8028.updateClassPolicy.selector,
            IERC8028.mint.selector,
            IERC8028.transferToken.selector,
            IERC8028.approveForClass.selector,
            IERC8028.isApprovedForClass.selector,
            IERC8028.transferValue.selector,
            IERC8028.recordUsage.selector,
            IERC8028.settleRevenueETH.selector,
            IERC8028.settleRevenueERC20.selector,
            IERC8028.claim.selector
        ];
        bytes4 id;
        for (uint256 i; i < selectors.length; ++i) {
            vm.assertEq(ours[i], selectors[i]);
            id ^= selectors[i];
        }
        vm.assertEq(id, bytes4(0x2c0b686c));
        vm.assertEq(IERC8028Proofs.addProof.selector, bytes4(0xc40b0372));
    }

    /// Section 1: the twelve events have the topics of the standard.
    function test_TheTopics_AreThoseOfTheStandard() public pure {
        vm.assertEq(IERC8028.ClassCreated.selector, 0xcbf4ceec2e5c8865b509fd65a97a450ff709dd1d0c9aeae52f474abe06dfb974);
        vm.assertEq(
            IERC8028.ClassPolicyUpdated.selector, 0x24f901353f9b15125ed7f539fcad3b7fc50110d676d3b4298d3d3808df39e65b
        );
        vm.assertEq(
            IERC8028.MetadataUpdated.selector, 0xeab02659d82f207d7ba3d346964d09c280396a4798fae5bd584257ca14376475
        );
        vm.assertEq(IERC8028.Minted.selector, 0x04cd2cb07f7dd64bac6ce0436354822231650e9bf1a1e4d74932a3efa6a6e552);
        vm.assertEq(IERC8028.TransferToken.selector, 0x883cf583b77e18ff7c8e1a0e71a7cb0a9820e3af728c467709769c1a0e035c20);
        vm.assertEq(
            IERC8028.ValueTransferred.selector, 0x08fdc9b4581fc254e3e52b2c48704fb0d46ce55b2994a2ee7387f87229a1396d
        );
        vm.assertEq(IERC8028.Expired.selector, 0xf80dbaea4785589e52984ca36a31de106adc77759539a5c7d92883bf49692fe9);
        vm.assertEq(IERC8028.UsageRecorded.selector, 0xbcb77240b51e5ddedd76eb0d4dc554941237485a5801d9083681e97b2fe3e531);
        vm.assertEq(
            IERC8028.RevenueSettled.selector, 0x8066141f58a3e577c2951d2908ae9e935232ae42f3f2a18c5dfc13b5d2aae98f
        );
        vm.assertEq(IERC8028.Claimed.selector, 0xce3bcb6e219596cf26007ffdfaae8953bc3f76e3f36c0a79b23e28020da3222e);
        vm.assertEq(
            IERC8028.ApprovalForClass.selector, 0x5c3b9a34af8ecb94c7bef73773568e163cf361fa5d76fa5d52dab8f4498817cf
        );
        vm.assertEq(
            IERC8028Proofs.ProofAdded.selector, 0xc0e7adc38a1c7019b393a30383bfb487d98ae418e0e57e1ff87b39e9265e2056
        );
    }

    /// Section 3: exactly the six interfaces of the standard are advertised, and never ERC-721.
    function testFuzz_SupportsInterface_SaysYesToSixIds(bytes4 other) public view {
        bytes4[6] memory ids = [bytes4(0xd9b67a26), 0x0e89341c, 0x2c0b686c, 0x2a55205a, 0x49064906, 0x01ffc9a7];
        for (uint256 i; i < ids.length; ++i) {
            vm.assertTrue(dat.supportsInterface(ids[i]));
            vm.assume(other != ids[i]);
        }

        vm.assertFalse(dat.supportsInterface(other));
        vm.assertFalse(dat.supportsInterface(0x80ac58cd));
        vm.assertFalse(dat.supportsInterface(0xffffffff));
    }

    /// The collection has a name and a symbol for wallets, and fits the size limit of a contract.
    function test_TheCollection_HasANameAndFitsTheLimit() public view {
        vm.assertEq(dat.name(), "Data Anchoring Token");
        vm.assertEq(dat.symbol(), "DAT");
        vm.assertLt(address(dat).code.length, 24_576);
    }

    /// Section 4: the native coin arrives through `settleRevenueETH` only; plain sends revert, with data or without.
    function testFuzz_WhenCoinsAreSentPlainly_ItReverts(uint96 amount, bytes4 data) public {
        vm.deal(payer, amount);

        vm.prank(payer);
        (bool plain,) = address(dat).call{value: amount}("");
        vm.prank(payer);
        (bool withData,) = address(dat).call{value: amount}(abi.encodePacked(uint32(0), data));

        vm.assertFalse(plain);
        vm.assertFalse(withData);
        vm.assertEq(address(dat).balance, 0);
    }
}
