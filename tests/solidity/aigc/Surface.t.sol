// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcFactory} from "../../../contracts/interfaces/IAigcFactory.sol";
import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IERC7007, IERC7007Enumerable, IERC7007Updatable} from "../../../contracts/interfaces/IERC7007.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {AigcTest} from "../AigcTest.sol";

/// @title Ids, names, immutables, and the factory
contract AigcSurfaceTest is AigcTest {
    function test_TheIdsAreThoseOfTheStandard() public view {
        vm.assertEq(bytes32(type(IERC7007).interfaceId), bytes32(bytes4(0x702c55a6)));
        vm.assertEq(bytes32(type(IERC7007Enumerable).interfaceId), bytes32(bytes4(0xfa1a557a)));
        vm.assertEq(bytes32(type(IERC7007Updatable).interfaceId), bytes32(bytes4(0x3f37dce2)));
        bytes4[9] memory ids = [
            bytes4(0x702c55a6),
            0xfa1a557a,
            0x3f37dce2,
            0x01ffc9a7,
            0x80ac58cd,
            0x5b5e139f,
            0x2a55205a,
            0x49064906,
            0xffffffff
        ];
        for (uint256 i; i < ids.length; ++i) {
            vm.assertTrue(works.supportsInterface(ids[i]) == (i != 8));
        }
    }

    function testFuzz_ATokensIdIsTheHashOfItsPrompt(bytes calldata prompt) public view {
        vm.assertEq(works.tokenId(prompt), uint256(keccak256(prompt)));
    }

    function test_ACollectionIsBoundToItsModel() public view {
        vm.assertEq(address(works.registry()), address(registry));
        vm.assertEq(works.modelId(), model);
        vm.assertEq(works.modelCommitment(), COMMITMENT);
        vm.assertEq(works.revenue(), revenue);
        vm.assertEq(works.name(), "Digits");
        vm.assertEq(works.symbol(), "DIG");
        vm.assertEq(address(works.verifierOf(IModelRegistry.Way.Proof)), address(verifier));
        vm.assertEq(works.terms().description, "What a network read");
    }

    function test_WhenTheModelIsUnknown_NoCollectionIsMade() public {
        IAigcFactory factory = IAigcFactory(vm.deployCode("AigcFactory.sol:AigcFactory"));

        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.UnknownModel.selector, 9));
        factory.create(registry, 9, _terms());
    }

    function test_TheFactoryMakesEachCollectionOnce() public {
        IAigcFactory factory = IAigcFactory(vm.deployCode("AigcFactory.sol:AigcFactory"));
        address expected = factory.addressOf(registry, model, _terms());
        vm.assertFalse(factory.isCollection(expected));

        vm.expectEmit(address(factory));
        emit IAigcFactory.CollectionCreated(expected, registry, model, creator);
        IAigcToken made = factory.create(registry, model, _terms());

        vm.assertEq(address(made), expected);
        vm.assertTrue(factory.isCollection(expected));
        vm.assertEq(made.modelId(), model);
        vm.assertEq(address(factory.create(registry, model, _terms())), expected);
        IAigcToken.Terms memory other = _terms();
        other.mintFee = 0;
        vm.assertTrue(factory.addressOf(registry, model, other) != expected);
    }
}
