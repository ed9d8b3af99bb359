// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IProofVerifier} from "../../../contracts/interfaces/IProofVerifier.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {ProofsTest} from "./ProofsTest.sol";

/// @dev What was tampered with is false; it never reverts.
contract ProofVerifierTest is ProofsTest {
    function test_GivenTheCommittedProof_WhenItIsVerified_ItHolds() public view {
        vm.assertTrue(verifier.verify(statement, proof));
        (bool wellFormed, uint256 answer) = verifier.publicSignal(statement);
        vm.assertTrue(wellFormed);
        vm.assertEq(answer, signal);
    }

    function testFuzz_GivenAnyBitFlipped_WhenAProofIsVerified_ItIsFalse(uint256 place) public view {
        vm.assertFalse(verifier.verify(statement, _flipped(proof, place)));
    }

    function testFuzz_GivenAnything_WhenItIsVerifiedAsAProof_ItIsFalse(bytes calldata anything) public view {
        vm.assertFalse(verifier.verify(statement, anything));
    }

    function testFuzz_GivenAnyWords_WhenTheyAreVerifiedAsAProof_ItIsFalse(uint256[8] calldata words) public view {
        vm.assertFalse(verifier.verify(statement, abi.encode(words)));
    }

    function testFuzz_GivenAnyBitFlipped_WhenAPromptIsVerified_ItIsFalse(uint256 place) public view {
        Statement memory other = statement;
        other.prompt = _flipped(other.prompt, place);
        vm.assertFalse(verifier.verify(other, proof));
    }

    function testFuzz_GivenAnotherPromptOrContent_WhenItIsVerified_ItIsFalse(
        bytes calldata prompt,
        bytes calldata content
    ) public view {
        vm.assume(keccak256(prompt) != keccak256(statement.prompt));
        Statement memory other = statement;
        other.prompt = prompt;
        vm.assertFalse(verifier.verify(other, proof));
        vm.assume(keccak256(content) != keccak256(statement.content));
        other = statement;
        other.content = content;
        vm.assertFalse(verifier.verify(other, proof));
    }

    function testFuzz_GivenAnotherModelOrCollection_WhenItIsVerified_ItIsFalse(bytes32 model, address collection)
        public
        view
    {
        vm.assume(model != MODEL && collection != statement.collection);
        Statement memory other = statement;
        other.commitment = model;
        vm.assertFalse(verifier.verify(other, proof));
        (bool wellFormed,) = verifier.publicSignal(other);
        vm.assertFalse(wellFormed);
        other = statement;
        other.collection = collection;
        vm.assertFalse(verifier.verify(other, proof));
    }

    function testFuzz_GivenAnotherChain_WhenItIsVerified_ItIsFalse(uint64 chain) public {
        vm.assume(chain != block.chainid && chain != 0);
        vm.chainId(chain);
        vm.assertFalse(verifier.verify(statement, proof));
    }

    function testFuzz_GivenAnyPartChanged_WhenTheSignalIsComputed_ItIsAnother(uint8 part, uint256 place) public {
        Statement memory other = statement;
        if (part % 4 == 0) other.collection = address(uint160(other.collection) ^ uint160(1 << (place % 160)));
        if (part % 4 == 1) other.content[0] = bytes1(uint8(0x30 + place % 7));
        if (part % 4 == 2) other.prompt[2 * (place % 64)] = bytes1(uint8(0x31 + place % 7));
        if (part % 4 == 3) vm.chainId(2 + place % 1000);
        (bool wellFormed, uint256 answer) = verifier.publicSignal(other);
        vm.assertTrue(wellFormed);
        vm.assertTrue(answer != signal);
    }

    function testFuzz_GivenAnyBitOfTheKeyFlipped_WhenItIsDeployed_ItIsRefused(uint256 place) public {
        bytes memory changed = _flipped(abi.encode(key), place);
        bytes memory arguments = bytes.concat(abi.encode(circuit), changed);
        try this.deployWith(arguments) {
            vm.assertTrue(false);
        } catch (bytes memory reason) {
            vm.assertEq(bytes32(bytes4(reason)), bytes32(IProofVerifier.InvalidVerifyingKey.selector));
        }
    }

    function test_GivenAPointOffItsGroup_WhenAKeyIsDeployed_ItIsNamed() public {
        IProofVerifier.VerifyingKey memory bad = key;
        bad.gamma = _outsideTheGroup();
        vm.expectRevert(abi.encodeWithSelector(IProofVerifier.InvalidVerifyingKey.selector, 2));
        deploy(bad);
    }

    function test_GivenBOffItsGroup_WhenAProofIsVerified_ItIsFalse() public view {
        bytes memory bad = proof;
        uint256[4] memory point = _outsideTheGroup();
        for (uint256 i = 0; i < 4; i++) {
            uint256 word = point[i];
            assembly ("memory-safe") {
                mstore(add(add(bad, 0x60), mul(i, 0x20)), word)
            }
        }
        vm.assertFalse(verifier.verify(statement, bad));
    }

    function test_GivenLittleGas_WhenAProofIsVerified_ItIsNeverTrue() public view {
        bytes memory bad = _flipped(proof, 5);
        for (uint256 limit = 10_000; limit < 300_000; limit += 10_000) {
            (bool done, bytes memory answer) =
                address(verifier).staticcall{gas: limit}(abi.encodeCall(verifier.verify, (statement, bad)));
            vm.assertFalse(done && abi.decode(answer, (bool)));
        }
    }

    function deployWith(bytes calldata arguments) external returns (address deployed) {
        return vm.deployCode("ProofVerifier.sol:ProofVerifier", arguments);
    }

    function _flipped(bytes memory data, uint256 place) internal pure returns (bytes memory changed) {
        changed = bytes.concat(data);
        place %= 8 * data.length;
        changed[place / 8] ^= bytes1(uint8(1 << (place % 8)));
    }

    /// @dev On the twist, with the least real abscissa that is there, and not of the group's order.
    function _outsideTheGroup() internal pure returns (uint256[4] memory point) {
        return [
            uint256(0),
            1,
            5912654199736721486680175016176231956195085055698687135131307249486702594212,
            18278151005453108793778860132295291098363647455926340152056652516292830556603
        ];
    }
}
