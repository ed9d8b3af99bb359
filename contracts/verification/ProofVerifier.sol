// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IProofVerifier} from "../interfaces/IProofVerifier.sol";
import {IVerifier, Statement} from "../interfaces/IVerifier.sol";
import {Groth16} from "../libraries/Groth16.sol";
import {HexInputs} from "../libraries/HexInputs.sol";
import {Mimc} from "../libraries/Mimc.sol";
import {Statements} from "../libraries/Statements.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title Proof verifier: one circuit, one key, and nobody who could change either
contract ProofVerifier is IProofVerifier {
    uint256 private constant MAX_OUTPUTS = 256;
    /// Above as many outputs, a label has two digits.
    uint256 private constant ONE_DIGIT = 16;
    /// Where the label stands in a block: above 32 inputs of 7 bits.
    uint256 private constant LABEL_BIT = 224;

    bytes32 private immutable _commitment;
    uint32 private immutable _inputs;
    uint16 private immutable _outputs;
    uint8 private immutable _images;
    uint256 private immutable _blocksOfImage;
    /// The prepared key and the constants of the hash, as code: to read them costs less than to work them out.
    address private immutable _tables;

    constructor(Circuit memory what, VerifyingKey memory key) {
        bool exists = what.inputs != 0 && what.outputs != 0 && what.images != 0;
        if (!exists || what.outputs > MAX_OUTPUTS) revert InvalidCircuit(what.inputs, what.outputs, what.images);
        bytes memory prepared = Groth16.prepare(key);

        (_commitment, _inputs, _outputs, _images) = (what.commitment, what.inputs, what.outputs, what.images);
        _blocksOfImage = (_length() + HexInputs.BLOCK - 1) / HexInputs.BLOCK;
        _tables = SSTORE2.write(bytes.concat(prepared, Mimc.constants()));
    }

    /// @inheritdoc IVerifier
    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool valid) {
        bytes memory tables = SSTORE2.read(_tables);
        (bool wellFormed, uint256 signal) = _publicSignal(statement, tables);
        return wellFormed && Groth16.verify(tables, signal, proof);
    }

    /// @inheritdoc IProofVerifier
    function publicSignal(Statement calldata statement) external view returns (bool wellFormed, uint256 signal) {
        return _publicSignal(statement, SSTORE2.read(_tables));
    }

    /// @inheritdoc IProofVerifier
    function circuit() external view returns (Circuit memory what) {
        return Circuit(_commitment, _inputs, _outputs, _images);
    }

    /// @inheritdoc IProofVerifier
    function verifyingKey() external view returns (VerifyingKey memory key) {
        return Groth16.restore(SSTORE2.read(_tables));
    }

    /// @dev The lengths are checked first, so no block reads over the end of an image.
    function _publicSignal(Statement calldata statement, bytes memory tables)
        private
        view
        returns (bool wellFormed, uint256 signal)
    {
        if (
            statement.commitment != _commitment || statement.prompt.length != uint256(_images) * _length()
                || statement.content.length != uint256(_images) * _digits()
        ) return (false, 0);
        uint256[] memory blocks;
        (wellFormed, blocks) = _blocks(statement.prompt, statement.content);
        if (!wellFormed) return (false, 0);
        uint256 binding = uint256(Statements.hash(statement)) % Mimc.FIELD;
        signal = Mimc.digest(binding, blocks, tables, Groth16.KEY_LENGTH);
    }

    /// @dev What the circuit hashes: the inputs of each image, with its label above those of its last block.
    function _blocks(bytes calldata prompt, bytes calldata content)
        private
        view
        returns (bool wellFormed, uint256[] memory blocks)
    {
        (uint256 length, uint256 digits) = (_length(), _digits());
        blocks = new uint256[](_images * _blocksOfImage);
        uint256 next = 0;
        for (uint256 i = 0; i < _images; i++) {
            bytes calldata image = prompt[i * length:(i + 1) * length];
            for (uint256 from = 0; from < length; from += HexInputs.BLOCK) {
                (wellFormed, blocks[next]) = HexInputs.blockAt(image, from);
                if (!wellFormed) return (false, blocks);
                next++;
            }
            uint256 label;
            (wellFormed, label) = HexInputs.number(content[i * digits:(i + 1) * digits]);
            if (!wellFormed) return (false, blocks);
            blocks[next - 1] |= label << LABEL_BIT;
        }
        return (true, blocks);
    }

    /// @dev How many characters an image has in the prompt.
    function _length() private view returns (uint256 length) {
        return 2 * uint256(_inputs);
    }

    /// @dev How many characters a label has in the content.
    function _digits() private view returns (uint256 digits) {
        return _outputs > ONE_DIGIT ? 2 : 1;
    }
}
