// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @dev An integer network as docs/networks.md writes it down, one number at a time.
struct Twin {
    uint32[] sizes;
    uint8[] shifts;
    int256[][][] weights;
    int256[][] biases;
}

/// @title The readable twin of the fast code: what it computes, what it commits to, how its words are written
library NetworkTwin {
    /// @dev A network whose numbers are drawn from a seed; one in four is the greatest or the least that there may be.
    function random(uint256 seed, uint32[] memory sizes) internal pure returns (Twin memory twin) {
        uint256 layers = sizes.length - 1;
        twin.sizes = sizes;
        twin.shifts = new uint8[](layers - 1);
        twin.weights = new int256[][][](layers);
        twin.biases = new int256[][](layers);
        for (uint256 l; l < layers; ++l) {
            seed = next(seed);
            if (l + 1 < layers) twin.shifts[l] = uint8(seed % 4 == 0 ? seed % 32 : seed % 13);
            twin.weights[l] = new int256[][](sizes[l + 1]);
            twin.biases[l] = new int256[](sizes[l + 1]);
            for (uint256 j; j < sizes[l + 1]; ++j) {
                seed = next(seed);
                twin.biases[l][j] = draw(seed, seed % 8 == 0 ? int256(2 ** 30) : int256(3000));
                twin.weights[l][j] = new int256[](sizes[l]);
                for (uint256 i; i < sizes[l]; ++i) {
                    seed = next(seed);
                    twin.weights[l][j][i] = draw(seed, 127);
                }
            }
        }
    }

    function next(uint256 seed) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed)));
    }

    function draw(uint256 seed, int256 greatest) internal pure returns (int256) {
        if (seed >> 250 == 0) return 0;
        if (seed >> 250 < 8) return greatest;
        if (seed >> 250 < 16) return -greatest;
        return int256((seed >> 8) % uint256(2 * greatest + 1)) - greatest;
    }

    // --- computing ---

    function label(Twin memory twin, int256[] memory x) internal pure returns (uint256 best) {
        for (uint256 l; l < twin.weights.length; ++l) {
            int256[] memory z = new int256[](twin.sizes[l + 1]);
            for (uint256 j; j < z.length; ++j) {
                z[j] = twin.biases[l][j];
                for (uint256 i; i < x.length; ++i) {
                    z[j] += twin.weights[l][j][i] * x[i];
                }
            }
            if (l + 1 < twin.weights.length) {
                for (uint256 j; j < z.length; ++j) {
                    z[j] = activated(z[j], twin.shifts[l]);
                }
            }
            x = z;
        }
        for (uint256 j; j < x.length; ++j) {
            if (x[j] > x[best]) best = j;
        }
    }

    function activated(int256 z, uint256 shift) internal pure returns (int256) {
        int256 unit = int256(2 ** shift);
        int256 sum = z + (shift == 0 ? int256(0) : unit / 2);
        // Solidity divides towards zero; here it rounds down.
        int256 x = sum / unit - (sum % unit < 0 ? int256(1) : int256(0));
        return x < 0 ? int256(0) : x > 127 ? int256(127) : x;
    }

    // --- committing ---

    function commitment(Twin memory twin) internal pure returns (bytes32) {
        uint256 layers = twin.weights.length;
        bytes32[] memory weightRoots = new bytes32[](layers);
        bytes32[] memory biasRoots = new bytes32[](layers);
        for (uint256 l; l < layers; ++l) {
            uint256 chunks = (uint256(twin.sizes[l]) + 31) / 32;
            bytes32[] memory leaves = new bytes32[](twin.sizes[l + 1] * chunks);
            bytes32[] memory biases = new bytes32[](twin.sizes[l + 1]);
            for (uint256 j; j < biases.length; ++j) {
                biases[j] = keccak256(abi.encodePacked(uint8(1), int32(twin.biases[l][j])));
                for (uint256 c; c < chunks; ++c) {
                    leaves[j * chunks + c] = keccak256(abi.encodePacked(uint8(0), chunk(twin.weights[l][j], c)));
                }
            }
            (weightRoots[l], biasRoots[l]) = (root(leaves), root(biases));
        }
        return
            keccak256(abi.encode(keccak256("lazai.integer-network.1"), twin.sizes, twin.shifts, weightRoots, biasRoots));
    }

    function chunk(int256[] memory row, uint256 number) internal pure returns (bytes memory out) {
        out = new bytes(32);
        for (uint256 k; k < 32 && 32 * number + k < row.length; ++k) {
            out[k] = bytes1(uint8(int8(row[32 * number + k])));
        }
    }

    /// @dev A full tree, zeros and all, one level after the other.
    function root(bytes32[] memory leaves) internal pure returns (bytes32) {
        uint256 width = 1;
        while (width < leaves.length) width *= 2;
        bytes32[] memory level = new bytes32[](width);
        for (uint256 i; i < leaves.length; ++i) {
            level[i] = leaves[i];
        }
        for (; width > 1; width /= 2) {
            for (uint256 i; i < width / 2; ++i) {
                level[i] = keccak256(bytes.concat(level[2 * i], level[2 * i + 1]));
            }
        }
        return level[0];
    }

    // --- writing ---

    function words(Twin memory twin) internal pure returns (bytes memory out) {
        uint256 length;
        for (uint256 l; l < twin.weights.length; ++l) {
            length += (uint256(twin.sizes[l + 1]) + 31) / 32 * twin.sizes[l] * 32;
        }
        out = new bytes(length);
        uint256 start;
        for (uint256 l; l < twin.weights.length; ++l) {
            for (uint256 j; j < twin.sizes[l + 1]; ++j) {
                for (uint256 i; i < twin.sizes[l]; ++i) {
                    uint256 place = start + (j / 32 * twin.sizes[l] + i) * 32 + j % 32;
                    out[place] = bytes1(uint8(uint256(twin.weights[l][j][i] + 128)));
                }
            }
            start += (uint256(twin.sizes[l + 1]) + 31) / 32 * twin.sizes[l] * 32;
        }
    }

    function allBiases(Twin memory twin) internal pure returns (int32[] memory out) {
        uint256 count;
        for (uint256 l; l < twin.biases.length; ++l) {
            count += twin.biases[l].length;
        }
        out = new int32[](count);
        count = 0;
        for (uint256 l; l < twin.biases.length; ++l) {
            for (uint256 j; j < twin.biases[l].length; ++j) {
                out[count++] = int32(twin.biases[l][j]);
            }
        }
    }

    function hexOf(int256[] memory x) internal pure returns (bytes memory out) {
        bytes16 digits = "0123456789abcdef";
        out = new bytes(2 * x.length);
        for (uint256 i; i < x.length; ++i) {
            out[2 * i] = digits[uint256(x[i]) / 16];
            out[2 * i + 1] = digits[uint256(x[i]) % 16];
        }
    }
}
