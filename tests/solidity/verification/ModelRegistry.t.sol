// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {IVerifier} from "../../../contracts/interfaces/IVerifier.sol";
import {Test} from "../Test.sol";

/// @title Model registry: versions that never change, one after the other
contract ModelRegistryTest is Test {
    IModelRegistry private _registry;
    address private _ada = makeAddr("ada");
    address private _bob = makeAddr("bob");

    function setUp() public {
        _registry = IModelRegistry(vm.deployCode("ModelRegistry.sol:ModelRegistry"));
    }

    // --- registering ---

    /// A model is what was registered, whoever asks for it, and belongs to who registered it.
    function testFuzz_WhenAModelIsRegistered_ItIsRead(
        address owner,
        bytes32 commitment,
        uint256 classId,
        address revShare,
        address revenue,
        string calldata uri
    ) public {
        vm.assume(owner != address(0) && commitment != 0 && revenue != address(0));
        IModelRegistry.Model memory model = _model();
        (model.commitment, model.classId, model.revShare) = (commitment, classId, revShare);
        (model.revenue, model.uri) = (revenue, uri);

        vm.expectEmit(address(_registry));
        emit IModelRegistry.ModelRegistered(1, commitment, owner, model);
        vm.prank(owner);
        vm.assertEq(_registry.register(model), 1);

        vm.assertEq(abi.encode(_registry.modelOf(1)), abi.encode(model));
        vm.assertEq(_registry.ownerOf(1), owner);
        vm.assertEq(_registry.successorOf(1), 0);
        vm.assertEq(_registry.modelCount(), 1);
    }

    /// The terms of a way are the commitment, the receiver and that way's verifier.
    function test_GivenAModel_EachWayHasItsVerifier() public {
        IModelRegistry.Model memory model = _model();
        model.verifiers = [IVerifier(address(this)), IVerifier(address(0)), IVerifier(address(_registry))];
        _register(_ada, model);
        for (uint256 way; way < 3; ++way) {
            (bytes32 commitment, address revenue, IVerifier verifier) = _registry.termsOf(1, IModelRegistry.Way(way));
            vm.assertEq(commitment, model.commitment);
            vm.assertEq(revenue, model.revenue);
            vm.assertEq(address(verifier), address(model.verifiers[way]));
        }
    }

    /// The same commitment may be registered by others: it is no claim to anything.
    function test_WhenACommitmentIsRegisteredAgain_BothStand() public {
        vm.assertEq(_register(_ada, _model()), 1);
        vm.assertEq(_register(_bob, _model()), 2);
        vm.assertEq(_registry.ownerOf(1), _ada);
        vm.assertEq(_registry.ownerOf(2), _bob);
    }

    // --- versions ---

    /// A version names the one before, which learns of its successor.
    function test_WhenAVersionFollows_BothKnow() public {
        _register(_ada, _model());
        _register(_bob, _model());
        vm.assertEq(_register(_ada, _following(1)), 3);
        vm.assertEq(_registry.successorOf(1), 3);
        vm.assertEq(_registry.successorOf(2), 0);
        vm.assertEq(_registry.modelOf(3).previous, 1);
        vm.assertEq(_registry.modelOf(1).previous, 0);
    }

    /// Nobody registers a successor of somebody else's model.
    function test_RevertWhen_AStrangerFollows() public {
        _register(_ada, _model());
        _refused(_bob, _following(1), abi.encodeWithSelector(IModelRegistry.NotModelOwner.selector, 1, _bob, _ada));
    }

    /// A version has one successor, so versions are a line.
    function test_RevertWhen_AVersionIsSucceededAlready() public {
        _register(_ada, _model());
        _register(_ada, _following(1));
        _refused(_ada, _following(1), abi.encodeWithSelector(IModelRegistry.AlreadySucceeded.selector, 1, 2));
    }

    /// What is not there cannot be followed; a version cannot follow itself or one to come.
    function testFuzz_RevertWhen_AnUnknownModelIsFollowed(uint256 previous) public {
        vm.assume(previous > 1);
        _register(_ada, _model());
        _refused(_ada, _following(previous), abi.encodeWithSelector(IModelRegistry.UnknownModel.selector, previous));
    }

    // --- refusals ---

    /// A model commits to something.
    function test_RevertWhen_NothingIsCommittedTo() public {
        IModelRegistry.Model memory model = _model();
        model.commitment = 0;
        _refused(_ada, model, abi.encodeWithSelector(IModelRegistry.EmptyCommitment.selector));
    }

    /// A model's money goes somewhere.
    function test_RevertWhen_NobodyReceivesRevenue() public {
        IModelRegistry.Model memory model = _model();
        model.revenue = address(0);
        _refused(_ada, model, abi.encodeWithSelector(IModelRegistry.NoRevenueReceiver.selector));
    }

    /// A verifier without code would never say yes.
    function test_RevertWhen_AVerifierHasNoCode() public {
        for (uint256 way; way < 3; ++way) {
            IModelRegistry.Model memory model = _model();
            model.verifiers[way] = IVerifier(_bob);
            _refused(_ada, model, abi.encodeWithSelector(IModelRegistry.InvalidVerifier.selector, way, _bob));
        }
    }

    /// Whatever is asked of a model that is not there is refused.
    function testFuzz_RevertGiven_NoSuchModel(uint256 modelId) public {
        vm.assume(modelId != 1);
        _register(_ada, _model());
        bytes memory refusal = abi.encodeWithSelector(IModelRegistry.UnknownModel.selector, modelId);
        vm.expectRevert(refusal);
        _registry.modelOf(modelId);
        vm.expectRevert(refusal);
        _registry.ownerOf(modelId);
        vm.expectRevert(refusal);
        _registry.successorOf(modelId);
        vm.expectRevert(refusal);
        _registry.termsOf(modelId, IModelRegistry.Way.Proof);
    }

    // --- helpers ---

    function _model() private view returns (IModelRegistry.Model memory model) {
        model.commitment = keccak256("weights");
        model.classId = 7;
        model.revenue = _ada;
        model.uri = "ipfs://model";
        model.verifiers[0] = IVerifier(address(this));
    }

    function _following(uint256 previous) private view returns (IModelRegistry.Model memory model) {
        model = _model();
        model.previous = previous;
    }

    function _register(address owner, IModelRegistry.Model memory model) private returns (uint256 modelId) {
        vm.prank(owner);
        return _registry.register(model);
    }

    function _refused(address owner, IModelRegistry.Model memory model, bytes memory refusal) private {
        vm.expectRevert(refusal);
        _register(owner, model);
    }
}
