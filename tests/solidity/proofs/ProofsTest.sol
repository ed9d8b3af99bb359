// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IProofVerifier} from "../../../contracts/interfaces/IProofVerifier.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {Test} from "../Test.sol";

/// @dev The committed key of the digits network, and the first of its proofs.
abstract contract ProofsTest is Test {
    string private constant FOLDER = "circuits/digits/one/";
    /// The digits network, and how many inputs and outputs it has.
    bytes32 internal constant MODEL = 0x26acb8ffc6053b21306bdd047d93b0ec2bbd49e89d42797768b4f3acfc0f0cbe;

    IProofVerifier internal verifier;
    IProofVerifier.Circuit internal circuit;
    IProofVerifier.VerifyingKey internal key;
    Statement internal statement;
    uint256 internal signal;
    bytes internal proof;

    function setUp() public virtual {
        circuit = IProofVerifier.Circuit(MODEL, 64, 10, 1);
        string memory json = vm.readFile(string.concat(FOLDER, "verifying.json"));
        key.alpha = _pair(vm.parseJsonUintArray(json, ".alpha"));
        key.beta = _quartet(vm.parseJsonUintArray(json, ".beta"));
        key.gamma = _quartet(vm.parseJsonUintArray(json, ".gamma"));
        key.delta = _quartet(vm.parseJsonUintArray(json, ".delta"));
        key.constant_ = _pair(vm.parseJsonUintArray(json, ".constant"));
        key.signal = _pair(vm.parseJsonUintArray(json, ".signal"));
        json = vm.readFile(string.concat(FOLDER, "proofs.json"));
        statement = Statement({
            commitment: MODEL,
            collection: vm.parseJsonAddress(json, "[0].collection"),
            prompt: bytes(vm.parseJsonString(json, "[0].prompt")),
            content: bytes(vm.parseJsonString(json, "[0].content"))
        });
        signal = vm.parseJsonUint(json, "[0].signal");
        proof = vm.parseJsonBytes(json, "[0].proof");
        verifier = deploy(key);
    }

    function deploy(IProofVerifier.VerifyingKey memory with) internal returns (IProofVerifier deployed) {
        return IProofVerifier(vm.deployCode("ProofVerifier.sol:ProofVerifier", abi.encode(circuit, with)));
    }

    function _pair(uint256[] memory words) private pure returns (uint256[2] memory point) {
        return [words[0], words[1]];
    }

    function _quartet(uint256[] memory words) private pure returns (uint256[4] memory point) {
        return [words[0], words[1], words[2], words[3]];
    }
}
