// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RefusingReceiver} from "../../../contracts/mocks/RefusingReceiver.sol";
import {SignerWallet} from "../../../contracts/mocks/SignerWallet.sol";
import {ProofTest} from "../ProofTest.sol";

/// @title Attack: a signature made for something else
contract ForeignSignaturesTest is ProofTest {
    /// A signature for another token, type or URI is no signature for this one.
    function testFuzz_GivenASignatureOverAnotherProof_ItIsRefused(uint256 id, bytes32 proofType, string memory uri)
        public
    {
        vm.assume(id != tokenId && proofType != QUALITY && keccak256(bytes(uri)) != keccak256(bytes(URI)));

        _assertRefused(_sign(KEY, Proof(id, QUALITY, URI)));
        _assertRefused(_sign(KEY, Proof(tokenId, proofType, URI)));
        _assertRefused(_sign(KEY, Proof(tokenId, QUALITY, uri)));
    }

    /// A signature for another chain, contract, name or version is none here.
    function testFuzz_GivenASignatureForAnotherDomain_ItIsRefused(uint64 chainId, address verifier) public {
        vm.assume(chainId != block.chainid && verifier != address(dat));
        Domain[4] memory domains = [_domain(), _domain(), _domain(), _domain()];
        domains[0].chainId = chainId;
        domains[1].verifyingContract = verifier;
        domains[2].name = "DAT";
        domains[3].version = "2";

        for (uint256 i; i < domains.length; ++i) {
            _assertRefused(_sign(KEY, _digest(domains[i], _proof())));
        }
    }

    /// After a fork of the chain under a new id, signatures of the old chain are worth nothing on the new one.
    function test_WhenTheChainForks_OldSignaturesAreRefused() public {
        bytes memory signature = _sign(KEY, _proof());

        vm.chainId(block.chainid + 1);

        _assertRefused(signature);
        _add(stranger, _sign(KEY, _proof()));
    }

    /// A twin of the contract, with the same class and token, does not take the signature of the first.
    function test_GivenATwinOfTheContract_ItRefuses() public {
        bytes memory signature = _sign(KEY, _proof());
        dat = deployDat();
        class = _createClass();
        vm.assertEq(_mint(alice, 1), tokenId);

        _assertRefused(signature);
    }

    /// The owner of before signs nothing any more, and the owner of a neighbouring token never did.
    function test_WhenTheTokenWasSold_TheFormerOwnerSignsNothing() public {
        bytes memory signature = _sign(KEY, _proof());
        _mint(vm.addr(OTHER_KEY), 1);
        vm.prank(alice);
        dat.transferToken(tokenId, bob);

        _assertRefused(signature);
        _assertRefused(_sign(OTHER_KEY, _proof()));
    }

    /// The other form of a signature (s turned over) is the same signer's word for the same proof: it changes nothing.
    function test_GivenATurnedSignature_ItProvesNothingElse() public {
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(_domain(), _proof()));
        bytes memory turned = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        _add(stranger, abi.encodePacked(r, s, v));
        vm.warp(START + 9);

        _add(stranger, turned);

        vm.assertEq(dat.proofAddedAt(tokenId, QUALITY, URI), START);
        _assertReverts(
            stranger,
            abi.encodeCall(dat.addProof, (tokenId, QUALITY, "ipfs://other", turned)),
            abi.encodeWithSignature("InvalidProofSignature(uint256,bytes32,string)", tokenId, QUALITY, "ipfs://other")
        );
    }

    /// With the control renounced, a signature that recovers to nobody is not nobody's consent.
    function testFuzz_GivenNoController_GarbageIsRefused(bytes calldata garbage, bytes32 r, bytes32 s, uint8 v) public {
        vm.prank(controller);
        dat.renounceController(class);

        _assertRefused(garbage);
        _assertRefused(abi.encodePacked(r, s, v));
        _assertRefused(abi.encodePacked(r, bytes32(0), uint8(27)));
        _assertReverts(
            controller,
            abi.encodeCall(dat.addProof, (tokenId, QUALITY, URI, "")),
            abi.encodeWithSignature("InvalidProofSignature(uint256,bytes32,string)", tokenId, QUALITY, URI)
        );
    }

    /// A wallet contract refuses other keys, and a contract that knows nothing of signatures gives none.
    function testFuzz_GivenAContractThatDoesNotSign_ItIsRefused(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != OTHER_KEY);
        SignerWallet wallet = new SignerWallet(vm.addr(OTHER_KEY));
        vm.prank(alice);
        dat.transferToken(tokenId, address(wallet));
        _assertRefused(_sign(key, _proof()));

        address mute = address(new RefusingReceiver(true));
        vm.prank(controller);
        dat.transferController(class, mute);
        vm.prank(mute);
        dat.acceptController(class);
        _assertRefused(_sign(key, _proof()));
        _assertRefused("");
    }
}
