// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../../../contracts/interfaces/IFraudProofs.sol";
import {NetworkTwin, Twin} from "../verification/NetworkTwin.sol";

/// @dev A trace as docs/disputes.md writes it down: its leaves, and every level of the tree over them, the leaves first.
struct Trace {
    bytes32[] contents;
    bytes32[][] levels;
}

/// @title The readable twin of what disputes are about
library TraceTwin {
    // --- the network ---

    function network(Twin memory twin) internal pure returns (Network memory header) {
        uint256 layers = twin.weights.length;
        header = Network(twin.sizes, twin.shifts, new bytes32[](layers), new bytes32[](layers));
        for (uint256 l; l < layers; ++l) {
            header.weightRoots[l] = NetworkTwin.root(chunkLeaves(twin, l));
            header.biasRoots[l] = NetworkTwin.root(biasLeaves(twin, l));
        }
    }

    function chunkLeaves(Twin memory twin, uint256 layer) internal pure returns (bytes32[] memory leaves) {
        uint256 chunks = (uint256(twin.sizes[layer]) + 31) / 32;
        leaves = new bytes32[](twin.sizes[layer + 1] * chunks);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] = keccak256(bytes.concat(hex"00", chunk(twin, layer, i / chunks, i % chunks)));
        }
    }

    function biasLeaves(Twin memory twin, uint256 layer) internal pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](twin.sizes[layer + 1]);
        for (uint256 j; j < leaves.length; ++j) {
            leaves[j] = keccak256(abi.encodePacked(hex"01", int32(twin.biases[layer][j])));
        }
    }

    function chunk(Twin memory twin, uint256 layer, uint256 neuron, uint256 number) internal pure returns (bytes32) {
        return bytes32(NetworkTwin.chunk(twin.weights[layer][neuron], number));
    }

    // --- the trace ---

    function trace(Twin memory twin, int256[][] memory images) internal pure returns (Trace memory out) {
        uint256 each = leavesOf(twin);
        out.contents = new bytes32[](images.length * each);
        for (uint256 m; m < images.length; ++m) {
            uint256 next_ = m * each;
            int256[] memory x = images[m];
            for (uint256 l; l < twin.weights.length; ++l) {
                next_ = write(out.contents, next_, x, 1);
                x = layerOf(twin, l, x);
            }
            write(out.contents, next_, x, 4);
        }
        out.levels = grow(out.contents);
    }

    function leavesOf(Twin memory twin) internal pure returns (uint256 leaves) {
        for (uint256 l; l < twin.weights.length; ++l) {
            leaves += (uint256(twin.sizes[l]) + 31) / 32;
        }
        leaves += (uint256(twin.sizes[twin.weights.length]) + 7) / 8;
    }

    function layerOf(Twin memory twin, uint256 l, int256[] memory x) internal pure returns (int256[] memory z) {
        z = new int256[](twin.sizes[l + 1]);
        for (uint256 j; j < z.length; ++j) {
            z[j] = twin.biases[l][j];
            for (uint256 i; i < x.length; ++i) {
                z[j] += twin.weights[l][j][i] * x[i];
            }
            if (l + 1 < twin.weights.length) z[j] = NetworkTwin.activated(z[j], twin.shifts[l]);
        }
    }

    /// @dev Writes values of so many bytes into leaves; returns the next leaf.
    function write(bytes32[] memory contents, uint256 leaf, int256[] memory values, uint256 width)
        internal
        pure
        returns (uint256 next)
    {
        uint256 inLeaf = 32 / width;
        for (uint256 i; i < values.length; ++i) {
            uint256 value = uint256(values[i]) & (256 ** width - 1);
            contents[leaf + i / inLeaf] |= bytes32(value << (256 - 8 * width * (i % inLeaf + 1)));
        }
        return leaf + (values.length + inLeaf - 1) / inLeaf;
    }

    /// @dev The sums before, between and after the chunks of a neuron, for the inputs of its layer.
    function sums(Twin memory twin, uint256 layer, uint256 neuron, int256[] memory x)
        internal
        pure
        returns (int256[] memory out)
    {
        out = new int256[]((x.length + 31) / 32 + 1);
        int256 sum = twin.biases[layer][neuron];
        for (uint256 i; i < x.length; ++i) {
            if (i % 32 == 0) out[i / 32] = sum;
            sum += twin.weights[layer][neuron][i] * x[i];
        }
        out[out.length - 1] = sum;
    }

    // --- trees ---

    function grow(bytes32[] memory contents) internal pure returns (bytes32[][] memory levels) {
        bytes32[] memory leaves = new bytes32[](contents.length);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] = keccak256(bytes.concat(hex"02", contents[i]));
        }
        return tree(leaves);
    }

    function tree(bytes32[] memory leaves) internal pure returns (bytes32[][] memory levels) {
        uint256 depth;
        while (1 << depth < leaves.length) ++depth;
        levels = new bytes32[][](depth + 1);
        levels[0] = new bytes32[](1 << depth);
        for (uint256 i; i < leaves.length; ++i) {
            levels[0][i] = leaves[i];
        }
        for (uint256 l = 1; l <= depth; ++l) {
            levels[l] = new bytes32[](1 << (depth - l));
            for (uint256 i; i < levels[l].length; ++i) {
                levels[l][i] = keccak256(bytes.concat(levels[l - 1][2 * i], levels[l - 1][2 * i + 1]));
            }
        }
    }

    /// @dev The siblings above a node of a level, from there to so many levels up.
    function opening(bytes32[][] memory levels, uint256 level, uint256 number, uint256 length)
        internal
        pure
        returns (bytes32[] memory out)
    {
        out = new bytes32[](length);
        for (uint256 i; i < length; ++i) {
            out[i] = levels[level + i][(number >> i) ^ 1];
        }
    }

    function leafOf(Trace memory self, uint256 number, uint256 length)
        internal
        pure
        returns (IFraudProofs.Leaf memory)
    {
        return IFraudProofs.Leaf(number, self.contents[number], opening(self.levels, 0, number, length));
    }

    function root(Trace memory self) internal pure returns (bytes32) {
        return self.levels[self.levels.length - 1][0];
    }

    /// @dev What is revealed of a node: what lies five levels below, or the contents of leaves.
    function under(Trace memory self, uint256 level, uint256 number) internal pure returns (bytes32[] memory out) {
        uint256 remaining = self.levels.length - 1 - level;
        bytes32[] memory row = remaining > 5 ? self.levels[remaining - 5] : self.contents;
        uint256 width = 1 << (remaining > 5 ? 5 : remaining);
        uint256 first = number * width;
        uint256 count = row.length < first ? 0 : row.length - first < width ? row.length - first : width;
        out = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            out[i] = row[first + i];
        }
    }
}
