// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../contracts/interfaces/IDataAnchoringToken.sol";
import {DatTest} from "./DatTest.sol";

/// @dev A token whose owner has a key, and proofs signed by hand: the digest is made here from the text of EIP-712.
abstract contract ProofTest is DatTest {
    struct Proof {
        uint256 tokenId;
        bytes32 proofType;
        string uri;
    }

    struct Domain {
        string name;
        string version;
        uint256 chainId;
        address verifyingContract;
    }

    uint256 internal constant OTHER_KEY = 0xB0B;
    bytes32 internal constant QUALITY = keccak256("quality");
    string internal constant URI = "ipfs://proof";

    uint256 internal tokenId;

    function setUp() public virtual override {
        super.setUp();
        tokenId = _mint(alice, 1);
    }

    function _proof() internal view returns (Proof memory proof) {
        return Proof(tokenId, QUALITY, URI);
    }

    function _domain() internal view returns (Domain memory domain) {
        return Domain("DataAnchoringToken", "1", block.chainid, address(dat));
    }

    function _sign(uint256 key, Proof memory proof) internal view returns (bytes memory signature) {
        return _sign(key, _digest(_domain(), proof));
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory signature) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _digest(Domain memory domain, Proof memory proof) internal pure returns (bytes32 digest) {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(domain.name)),
                keccak256(bytes(domain.version)),
                domain.chainId,
                domain.verifyingContract
            )
        );
        bytes32 struct_ = keccak256(
            abi.encode(
                keccak256("AddProof(uint256 tokenId,bytes32 proofType,string uri)"),
                proof.tokenId,
                proof.proofType,
                keccak256(bytes(proof.uri))
            )
        );
        return keccak256(abi.encodePacked(hex"1901", separator, struct_));
    }

    function _add(address caller, bytes memory signature) internal {
        vm.prank(caller);
        dat.addProof(tokenId, QUALITY, URI, signature);
    }

    /// @dev The proof of this test is refused from a stranger with this signature.
    function _assertRefused(bytes memory signature) internal {
        _assertReverts(
            stranger,
            abi.encodeCall(dat.addProof, (tokenId, QUALITY, URI, signature)),
            abi.encodeWithSelector(IDataAnchoringToken.InvalidProofSignature.selector, tokenId, QUALITY, URI)
        );
        vm.assertEq(dat.proofAddedAt(tokenId, QUALITY, URI), 0);
    }
}
