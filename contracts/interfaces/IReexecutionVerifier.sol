// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier} from "./IVerifier.sol";

/// @title Re-execution: the chain computes again what an integer network answers
/// @notice docs/networks.md says what an integer network is, and what its commitment. Anyone installs a network, once; its
/// weights lie in contract code. The contract computes the commitment from them and files them under nothing else, so
/// nobody has to be trusted: not who installed it, nor whoever deployed this contract.
/// @dev Weights are given word by word: for each layer, for each group of 32 neurons, a word for each input. The byte of a
/// neuron in it, the first neuron in the first byte, is its weight for that input plus 128. Bytes of neurons that a layer
/// does not have are read by nobody. The words are cut into blobs of 24,544 bytes, the last of which may be shorter.
interface IReexecutionVerifier is IVerifier {
    /// @notice A network can be asked from now on.
    event NetworkInstalled(bytes32 indexed commitment, address indexed installer, uint32[] sizes, uint8[] shifts);

    /// @notice Sizes are 2 to 256 numbers from 1 to 65,535, the last at most 256.
    error InvalidSizes(uint32[] sizes);
    /// @notice There is a shift of 0 to 31 for each layer but the last.
    error InvalidShifts(uint8[] shifts);
    /// @notice There is a bias from -2^30 to 2^30 for each neuron.
    error InvalidBiases(uint256 expected, uint256 given);
    /// @notice A bias is from -2^30 to 2^30.
    error BiasOutOfRange(uint256 index, int32 bias);
    /// @notice A weight is from -127 to 127; -128 is none.
    error WeightOutOfRange(uint256 layer, uint256 neuron, uint256 chunk);
    /// @notice The network has weights for another number of blobs.
    error WrongBlobCount(uint256 expected, uint256 given);
    /// @notice A blob was not stored by this contract, or has another length than the network needs at this place.
    error InvalidBlob(uint256 index, address blob);
    /// @notice Sizes, shifts, biases and the addresses of the blobs together fit one contract's code.
    error NetworkTooLarge(uint256 size, uint256 limit);
    /// @notice A network is installed once.
    error AlreadyInstalled(bytes32 commitment);

    /// @notice Stores weights as the code of a new contract; does nothing when it is there already.
    /// @param weights 1 to 24,544 bytes.
    /// @return blob Where they are: depends on this contract and the weights alone.
    function store(bytes calldata weights) external returns (address blob);

    /// @notice Makes a network known under its commitment.
    /// @param sizes Inputs, then the neurons of each layer.
    /// @param shifts Of each layer but the last.
    /// @param biases Of each neuron, layer by layer.
    /// @param blobs Where `store` put the weights, in order.
    function install(
        uint32[] calldata sizes,
        uint8[] calldata shifts,
        int32[] calldata biases,
        address[] calldata blobs
    ) external returns (bytes32 commitment);

    /// @notice What a network answers to a prompt; empty when the network is not installed or the prompt is none of it.
    function answer(bytes32 commitment, bytes calldata prompt) external view returns (bytes memory content);

    /// @notice Whether a network is installed.
    function isInstalled(bytes32 commitment) external view returns (bool installed);

    /// @notice Where `store` puts these weights, or has put them.
    function blobOf(bytes calldata weights) external view returns (address blob);
}
