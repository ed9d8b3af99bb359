// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Network} from "../../../contracts/interfaces/IFraudProofs.sol";
import {MerkleTrees} from "../../../contracts/libraries/MerkleTrees.sol";
import {NetworkTraces} from "../../../contracts/libraries/NetworkTraces.sol";
import {Test} from "../Test.sol";
import {TraceTwin} from "../disputes/TraceTwin.sol";
import {NetworkTwin} from "../verification/NetworkTwin.sol";

/// @title What a judge computes, against what the definition says one number at a time
contract NetworkTracesTest is Test {
    /// 32 products are added up, whatever the bytes are.
    function testFuzz_TheProductsAreThoseOfSignedWeights(bytes32 weights, bytes32 inputs) public pure {
        int256 sum;
        for (uint256 i; i < 32; ++i) {
            sum += int256(int8(uint8(weights[i]))) * int256(uint256(uint8(inputs[i])));
        }
        vm.assertTrue(NetworkTraces.dot(weights, inputs) == sum);
    }

    /// A chunk has no weight of -128, and zeros behind the last.
    function testFuzz_AChunkIsWhatTheDefinitionSays(bytes32 weights, uint256 count, uint256 place, bool spoilt)
        public
        pure
    {
        count = bound(count, 1, 70);
        place = bound(place, 0, 31);
        bool good = true;
        if (spoilt) weights = bytes32(uint256(weights) & ~(uint256(255) << (8 * place)) | uint256(128) << (8 * place));
        if (count < 32) weights &= bytes32(~(type(uint256).max >> (8 * count)));
        if (count < 32 && place % 2 == 0) weights |= bytes32(uint256(weights) >> 250);
        for (uint256 i; i < 32; ++i) {
            if (i < count ? weights[i] == 0x80 : weights[i] != 0) good = false;
        }
        vm.assertEq(NetworkTraces.isChunk(weights, count), good);
    }

    /// Sums become activations by rounding half up and cutting.
    function testFuzz_ActivationsAreThoseOfTheTwin(int32 sum, uint256 shift) public pure {
        shift = bound(shift, 0, 31);
        vm.assertTrue(NetworkTraces.activate(sum, shift) == NetworkTwin.activated(sum, shift));
    }

    /// Biases are from -2^30 to 2^30.
    function test_BiasesAreInTheirBounds() public pure {
        vm.assertTrue(NetworkTraces.isBias(2 ** 30));
        vm.assertTrue(NetworkTraces.isBias(-(2 ** 30)));
        vm.assertFalse(NetworkTraces.isBias(2 ** 30 + 1));
        vm.assertFalse(NetworkTraces.isBias(-(2 ** 30) - 1));
    }

    /// An opening leads to the root, from any level, and the root is the twin's.
    function testFuzz_OpeningsLeadToTheRoot(uint256 count, uint256 place, uint256 seed) public view {
        count = bound(count, 1, 70);
        place = bound(place, 0, count - 1);
        bytes32[] memory leaves = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            leaves[i] = keccak256(abi.encode(seed, i));
        }
        bytes32[][] memory tree = TraceTwin.tree(leaves);
        uint256 depth = tree.length - 1;
        vm.assertEq(MerkleTrees.depthOf(count), depth);
        vm.assertEq(tree[depth][0], NetworkTwin.root(leaves));
        for (uint256 level; level <= depth; ++level) {
            bytes32[] memory opening = TraceTwin.opening(tree, level, place >> level, depth - level);
            vm.assertEq(this.rootOf(tree[level][place >> level], place >> level, opening), tree[depth][0]);
        }
        vm.assertEq(MerkleTrees.fold(tree[0]), tree[depth][0]);
    }

    /// Every leaf is where its layer is.
    function testFuzz_LeavesAreFoundAgain(uint256 image, uint32[4] calldata given) public view {
        image = bound(image, 0, 100);
        Network memory network = Network(new uint32[](4), new uint8[](2), new bytes32[](3), new bytes32[](3));
        for (uint256 i; i < 4; ++i) {
            network.sizes[i] = uint32(bound(given[i], 1, i == 3 ? 256 : 300));
        }
        uint256 number;
        uint256 below;
        uint256 each = this.leavesOf(network);
        for (uint256 layer; layer < 4; ++layer) {
            uint256 first = number;
            uint256 count = (uint256(network.sizes[layer]) + (layer == 3 ? 7 : 31)) / (layer == 3 ? 8 : 32);
            for (uint256 leaf; leaf < count; ++leaf) {
                NetworkTraces.Place memory place = this.locate(network, image * each + number++);
                vm.assertEq(place.image, image);
                vm.assertEq(place.layer, layer);
                vm.assertEq(place.leaf, leaf);
                if (layer > 0) vm.assertEq(place.below, image * each + below);
            }
            below = first;
        }
        vm.assertEq(number, each);
    }

    function rootOf(bytes32 node, uint256 index, bytes32[] calldata opening) external pure returns (bytes32) {
        return MerkleTrees.rootOf(node, index, opening);
    }

    function leavesOf(Network calldata network) external pure returns (uint256) {
        return NetworkTraces.leavesOf(network);
    }

    function locate(Network calldata network, uint256 number) external pure returns (NetworkTraces.Place memory) {
        return NetworkTraces.locate(network, number);
    }
}
