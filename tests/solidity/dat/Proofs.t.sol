// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028Proofs} from "../../../contracts/interfaces/IERC8028.sol";
import {SignerWallet} from "../../../contracts/mocks/SignerWallet.sol";
import {ProofTest} from "../ProofTest.sol";

/// @title Proofs: who may add one, and what is remembered
contract ProofsTest is ProofTest {
    /// Section 4: anyone adds a proof that the owner signed.
    function testFuzz_WhenTheOwnerSigned_AnyoneAddsIt(bytes32 proofType, string calldata uri, address anyone) public {
        bytes memory signature = _sign(KEY, Proof(tokenId, proofType, uri));
        vm.expectEmit(address(dat));
        emit IERC8028Proofs.ProofAdded(tokenId, proofType, uri, signature);

        vm.prank(anyone);
        dat.addProof(tokenId, proofType, uri, signature);

        vm.assertEq(dat.proofAddedAt(tokenId, proofType, uri), START);
    }

    /// Section 4: the controller needs no signature, or signs for others to add.
    function test_WhenTheControllerStandsForIt_ItIsAdded() public {
        vm.prank(controller);
        dat.transferController(class, vm.addr(OTHER_KEY));
        vm.prank(vm.addr(OTHER_KEY));
        dat.acceptController(class);
        _assertRefused("");

        vm.expectEmit(address(dat));
        emit IERC8028Proofs.ProofAdded(tokenId, QUALITY, URI, "");
        _add(vm.addr(OTHER_KEY), "");
        bytes memory signature = _sign(OTHER_KEY, _proof());
        vm.expectEmit(address(dat));
        emit IERC8028Proofs.ProofAdded(tokenId, QUALITY, URI, signature);
        _add(stranger, signature);
    }

    /// Section 4: the owner itself brings its signature too: an empty one is nobody's.
    function test_WhenTheOwnerHasNotSigned_ItIsRefused() public {
        _assertReverts(
            alice,
            abi.encodeCall(dat.addProof, (tokenId, QUALITY, URI, "")),
            abi.encodeWithSignature("InvalidProofSignature(uint256,bytes32,string)", tokenId, QUALITY, URI)
        );
    }

    /// A repetition emits again and keeps the time of the first.
    function test_WhenAProofIsRepeated_TheFirstTimeStays() public {
        bytes memory signature = _sign(KEY, _proof());
        _add(stranger, signature);
        vm.warp(START + 50);
        vm.expectEmit(address(dat));
        emit IERC8028Proofs.ProofAdded(tokenId, QUALITY, URI, signature);

        _add(bob, signature);

        vm.assertEq(dat.proofAddedAt(tokenId, QUALITY, URI), START);
    }

    /// A contract wallet signs for its tokens by ERC-1271.
    function test_GivenAContractWallet_ItsKeySigns() public {
        SignerWallet wallet = new SignerWallet(vm.addr(OTHER_KEY));
        vm.prank(alice);
        dat.transferToken(tokenId, address(wallet));
        _assertRefused(_sign(KEY, _proof()));

        _add(stranger, _sign(OTHER_KEY, _proof()));

        vm.assertEq(dat.proofAddedAt(tokenId, QUALITY, URI), START);
    }

    /// The owner's key counts also after its account has taken on code (EIP-7702): what it signed, it stands for.
    function test_WhenTheOwnersAccountTakesOnCode_ItsSignatureCounts() public {
        bytes memory signature = _sign(KEY, _proof());
        vm.etch(alice, abi.encodePacked(hex"ef0100", address(usd)));

        _add(stranger, signature);

        vm.assertEq(dat.proofAddedAt(tokenId, QUALITY, URI), START);
    }

    /// The domain that wallets and libraries read is the one that signatures are checked against.
    function test_TheDomain_IsReadable() public view {
        (, string memory name, string memory version, uint256 chainId, address verifyingContract,,) = dat.eip712Domain();

        vm.assertEq(name, "DataAnchoringToken");
        vm.assertEq(version, "1");
        vm.assertEq(chainId, block.chainid);
        vm.assertEq(verifyingContract, address(dat));
    }

    /// T21: there is no proof about a token that does not exist, by the controller neither.
    function testFuzz_GivenAnUnknownToken_ItReverts(uint256 unknown) public {
        vm.assume(unknown != tokenId);

        _assertReverts(controller, abi.encodeCall(dat.addProof, (unknown, QUALITY, URI, "")), _unknownToken(unknown));
    }
}
