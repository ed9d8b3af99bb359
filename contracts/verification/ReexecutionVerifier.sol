// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReexecutionVerifier} from "../interfaces/IReexecutionVerifier.sol";
import {IVerifier, Statement} from "../interfaces/IVerifier.sol";
import {IntegerNetworks} from "../libraries/IntegerNetworks.sol";
import {NetworkCode} from "../libraries/NetworkCode.sol";
import {NetworkRunner} from "../libraries/NetworkRunner.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title Re-execution: integer networks whose weights are contract code, run by whoever asks
contract ReexecutionVerifier is IReexecutionVerifier {
    using NetworkCode for bytes;

    uint256 private constant MAX_LAYERS = 255;
    uint256 private constant MAX_SIZE = 65_535;
    uint256 private constant MAX_OUTPUTS = 256;
    uint256 private constant MAX_SHIFT = 31;
    int256 private constant MAX_BIAS = 2 ** 30;
    /// @dev Turns the bytes of a word from weight plus 128 to two's complement, and back.
    uint256 private constant SIGNS = 0x8080808080808080808080808080808080808080808080808080808080808080;

    /// @dev The code that holds a network's header.
    mapping(bytes32 commitment => address header) private _headers;

    /// @inheritdoc IReexecutionVerifier
    function store(bytes calldata weights) external returns (address blob) {
        if (weights.length == 0 || weights.length > NetworkCode.BLOB) {
            revert InvalidBlob(0, NetworkCode.blobOf(weights));
        }
        return NetworkCode.storeBlob(weights);
    }

    /// @inheritdoc IReexecutionVerifier
    function install(
        uint32[] calldata sizes,
        uint8[] calldata shifts,
        int32[] calldata biases,
        address[] calldata blobs
    ) external returns (bytes32 commitment) {
        _checkShape(sizes, shifts, biases);
        bytes memory header = NetworkCode.pack(sizes, shifts, biases, blobs);
        if (header.length > NetworkCode.MAX_HEADER) revert NetworkTooLarge(header.length, NetworkCode.MAX_HEADER);
        commitment = IntegerNetworks.commitment(sizes, shifts, _weightRoots(header, blobs), _biasRoots(sizes, biases));
        if (_headers[commitment] != address(0)) revert AlreadyInstalled(commitment);

        _headers[commitment] = SSTORE2.write(header);

        emit NetworkInstalled(commitment, msg.sender, sizes, shifts);
    }

    /// @inheritdoc IVerifier
    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool valid) {
        if (proof.length != 0 || statement.content.length == 0) return false;
        return keccak256(answer(statement.commitment, statement.prompt)) == keccak256(statement.content);
    }

    /// @inheritdoc IReexecutionVerifier
    function isInstalled(bytes32 commitment) external view returns (bool installed) {
        return _headers[commitment] != address(0);
    }

    /// @inheritdoc IReexecutionVerifier
    function blobOf(bytes calldata weights) external view returns (address blob) {
        return NetworkCode.blobOf(weights);
    }

    /// @inheritdoc IReexecutionVerifier
    function answer(bytes32 commitment, bytes calldata prompt) public view returns (bytes memory content) {
        address header = _headers[commitment];
        if (header == address(0)) return "";
        return NetworkRunner.answer(NetworkRunner.load(SSTORE2.read(header)), prompt);
    }

    // --- installation ---

    function _checkShape(uint32[] calldata sizes, uint8[] calldata shifts, int32[] calldata biases) private pure {
        uint256 neurons = _checkedNeurons(sizes);
        if (shifts.length != sizes.length - 2) revert InvalidShifts(shifts);
        for (uint256 i = 0; i < shifts.length; ++i) {
            if (shifts[i] > MAX_SHIFT) revert InvalidShifts(shifts);
        }
        if (biases.length != neurons) revert InvalidBiases(neurons, biases.length);
        for (uint256 i = 0; i < neurons; ++i) {
            if (biases[i] > MAX_BIAS || biases[i] < -MAX_BIAS) revert BiasOutOfRange(i, biases[i]);
        }
    }

    /// @dev How many neurons the layers have together.
    function _checkedNeurons(uint32[] calldata sizes) private pure returns (uint256 neurons) {
        if (sizes.length < 2 || sizes.length - 1 > MAX_LAYERS) revert InvalidSizes(sizes);
        if (sizes[sizes.length - 1] > MAX_OUTPUTS) revert InvalidSizes(sizes);
        for (uint256 i = 0; i < sizes.length; ++i) {
            if (sizes[i] == 0 || sizes[i] > MAX_SIZE) revert InvalidSizes(sizes);
            if (i > 0) neurons += sizes[i];
        }
    }

    function _biasRoots(uint32[] calldata sizes, int32[] calldata biases)
        private
        pure
        returns (bytes32[] memory roots)
    {
        roots = new bytes32[](sizes.length - 1);
        uint256 from = 0;
        for (uint256 layer = 1; layer < sizes.length; ++layer) {
            bytes32[] memory leaves = new bytes32[](sizes[layer]);
            for (uint256 j = 0; j < leaves.length; ++j) {
                leaves[j] = IntegerNetworks.biasLeaf(biases[from + j]);
            }
            from += leaves.length;
            roots[layer - 1] = IntegerNetworks.root(leaves);
        }
    }

    function _weightRoots(bytes memory header, address[] calldata blobs) private view returns (bytes32[] memory roots) {
        uint256 layers = header.layersOf();
        uint256 words = header.wordsOf(layers);
        uint256 count = NetworkCode.blobs(words);
        if (blobs.length != count) revert WrongBlobCount(count, blobs.length);
        _checkBlobs(blobs, words * 32);

        uint256 weights = header.load(words);
        roots = new bytes32[](layers);
        for (uint256 layer = 1; layer <= layers; ++layer) {
            uint256 inputs = header.sizeOf(layer - 1);
            uint256 neurons = header.sizeOf(layer);
            roots[layer - 1] = _weightRoot(layer, inputs, neurons, weights);
            weights += NetworkCode.groups(neurons) * inputs * 32;
        }
    }

    /// @dev Each blob is full but the last, so nobody can install a network in pieces that are dear to read; and each was
    /// stored here, so its code can never change.
    function _checkBlobs(address[] calldata blobs, uint256 size) private view {
        for (uint256 i = 0; i < blobs.length; ++i) {
            uint256 expected = size < NetworkCode.BLOB ? size : NetworkCode.BLOB;
            if (blobs[i].code.length != expected + 1) revert InvalidBlob(i, blobs[i]);
            if (NetworkCode.blobOf(SSTORE2.read(blobs[i])) != blobs[i]) revert InvalidBlob(i, blobs[i]);
            size -= expected;
        }
    }

    function _weightRoot(uint256 layer, uint256 inputs, uint256 neurons, uint256 weights)
        private
        pure
        returns (bytes32 root)
    {
        uint256 chunks = NetworkCode.groups(inputs);
        bytes32[] memory leaves = new bytes32[](neurons * chunks);
        for (uint256 j = 0; j < neurons; ++j) {
            uint256 words = weights + (j >> 5) * (inputs << 5);
            for (uint256 c = 0; c < chunks; ++c) {
                uint256 rest = inputs - 32 * c;
                bytes32 chunk = _chunk(words + 1024 * c, j & 31, rest < 32 ? rest : 32);
                if (_hasLeast(chunk)) revert WeightOutOfRange(layer, j, c);
                leaves[j * chunks + c] = IntegerNetworks.chunkLeaf(chunk);
            }
        }
        return IntegerNetworks.root(leaves);
    }

    /// @dev The byte of one neuron in each of some words, one after the other, with zeros behind: a column of the words.
    function _chunk(uint256 words, uint256 neuron, uint256 count) private pure returns (bytes32 chunk) {
        assembly ("memory-safe") {
            mstore(0x00, SIGNS) // so that what is not overwritten is a weight of 0
            for { let k := 0 } lt(k, count) { k := add(k, 1) } {
                mstore8(k, byte(neuron, mload(add(words, shl(5, k)))))
            }
            chunk := xor(mload(0x00), SIGNS)
        }
    }

    /// @dev Whether a byte is 0x80: the only one that is no weight.
    function _hasLeast(bytes32 chunk) private pure returns (bool found) {
        unchecked {
            uint256 flipped = uint256(chunk) ^ SIGNS; // such a byte is 0 now, and borrows when 1 is taken off each
            return (flipped - SIGNS / 128) & ~flipped & SIGNS != 0;
        }
    }
}
