// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../contracts/interfaces/IAigcToken.sol";
import {IModelRegistry} from "../../contracts/interfaces/IModelRegistry.sol";
import {IVerifier} from "../../contracts/interfaces/IVerifier.sol";
import {Statements} from "../../contracts/libraries/Statements.sol";
import {TestVerifier} from "../../contracts/mocks/TestVerifier.sol";
import {IAigc} from "./IAigc.sol";
import {Test} from "./Test.sol";

/// @dev A registered model with a verifier for each way that knows what it is told, a collection of it, and people.
abstract contract AigcTest is Test {
    bytes32 internal constant COMMITMENT = keccak256("weights and program");
    bytes32 internal constant SALT = keccak256("salt");
    bytes internal constant PROMPT = "seven digits";
    bytes internal constant CONTENT = "3141592";
    bytes internal constant FORGED = "2718281";
    bytes internal constant REEXECUTE = hex"00";
    bytes internal constant PROVE = hex"01c0ffee";
    uint256 internal constant FEE = 1_000;

    uint256 internal immutable ID = uint256(keccak256(PROMPT));

    IModelRegistry internal registry;
    IAigc internal works;
    TestVerifier internal verifier;
    uint256 internal model;
    address internal revenue = makeAddr("revenue");
    address internal creator = makeAddr("creator");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal stranger = makeAddr("stranger");

    function setUp() public virtual {
        vm.roll(1_000);
        address made = vm.deployCode("ModelRegistry.sol:ModelRegistry");
        (registry, verifier) = (IModelRegistry(made), new TestVerifier());
        model = _register(IVerifier(address(verifier)));
        works = _collect(model);
        vm.deal(alice, 1e30);
        vm.deal(bob, 1e30);
        vm.deal(stranger, 1e30);
    }

    // --- the usual acts ---

    function _register(IVerifier each) internal returns (uint256 modelId) {
        return _register([each, each, each]);
    }

    function _register(IVerifier[3] memory verifiers) internal returns (uint256 modelId) {
        IModelRegistry.Model memory version;
        version.commitment = COMMITMENT;
        version.revenue = revenue;
        version.verifiers = verifiers;
        return registry.register(version);
    }

    function _collect(uint256 modelId) internal returns (IAigc collection) {
        return IAigc(_collect(modelId, _terms()));
    }

    function _collect(uint256 modelId, IAigcToken.Terms memory terms) internal returns (address collection) {
        return vm.deployCode("AigcToken.sol:AigcToken", abi.encode(registry, modelId, terms));
    }

    function _terms() internal view returns (IAigcToken.Terms memory terms) {
        return IAigcToken.Terms({
            name: "Digits",
            symbol: "DIG",
            description: "What a network read",
            aigcType: "text/plain",
            creator: creator,
            mintFee: FEE,
            creatorBps: 2_500,
            royaltyBps: 750
        });
    }

    function _draft(bytes memory proof) internal pure returns (IAigcToken.Draft memory draft) {
        return IAigcToken.Draft(PROMPT, CONTENT, proof, false);
    }

    /// @dev A work by a fraud proof, as long as nobody staked anything on it.
    function _mint(address to, bytes memory prompt, bytes memory content) internal returns (uint256 id) {
        vm.prank(to);
        return works.mint{value: FEE}(to, IAigcToken.Draft(prompt, content, "", false));
    }

    function _commit(address minter, bytes memory prompt) internal returns (bytes32 commitment) {
        commitment = works.commitmentOf(minter, prompt, SALT);
        vm.prank(minter);
        works.commit(commitment);
    }

    function _reveal(address minter, IAigcToken.Draft memory draft) internal returns (uint256 id) {
        vm.prank(minter);
        return works.reveal{value: FEE}(SALT, minter, draft);
    }

    function _say(bytes memory content, IAigcToken.Status status) internal {
        verifier.setStatus(_statement(content), uint256(status) - 1);
    }

    function _statement(bytes memory content) internal view returns (bytes32 hash) {
        return Statements.hash(COMMITMENT, address(works), keccak256(PROMPT), keccak256(content));
    }

    function _assertStatus(IAigcToken.Status expected) internal view {
        vm.assertEq(uint256(works.statusOf(ID)), uint256(expected));
    }

    /// @dev The call, with the mint fee along, must revert with exactly these bytes.
    function _assertReverts(address caller, uint256 value, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(works).call{value: value}(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }
}
