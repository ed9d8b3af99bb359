// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IProofVerifier} from "../interfaces/IProofVerifier.sol";

/// @title Groth's proofs of 2016 over BN254, for circuits with one public signal
/// @dev A proof (A, B, C) holds if e(A, B) = e(alpha, beta) e(constant + signal * point, gamma) e(C, delta). The key's points of
/// the second group are kept negated, so that the product of four pairings is 1, and the proof's own points go into the
/// precompile as they are: it refuses coordinates that are not reduced, points off the curve, and points of the twist that
/// are outside the group (EIP-196, EIP-197).
library Groth16 {
    /// @notice A, B and C, uncompressed, imaginary parts before real ones.
    uint256 internal constant PROOF_LENGTH = 256;
    /// @notice A prepared key; what follows it in the same bytes is not read.
    uint256 internal constant KEY_LENGTH = 576;
    /// @notice The field that coordinates are in.
    uint256 internal constant PRIME = 21888242871839275222246405745257275088696311157297823662689037894645226208583;
    /// @notice The field that signals are in.
    uint256 internal constant FIELD = 21888242871839275222246405745257275088548364400416034343698204186575808495617;

    /// @dev A bad point costs all gas that the precompile was given. Four pairs cost 181,000 today; the rest is for chains that
    /// price them higher.
    uint256 private constant PAIRING_GAS = 400_000;

    // A prepared key, in bytes:
    //
    //   0     64      192      320      448       512     576
    //   ┌─────┬───────┬────────┬────────┬──────────┬──────┐
    //   │alpha│ -beta │ -gamma │ -delta │ constant │signal│
    //   └─────┴───────┴────────┴────────┴──────────┴──────┘

    /// @notice The key as `verify` takes it. Reverts unless all its points are points of their groups, none at infinity.
    function prepare(IProofVerifier.VerifyingKey memory key) internal view returns (bytes memory prepared) {
        bool[6] memory valid = [
            _isFirst(key.alpha),
            _isSecond(key.beta),
            _isSecond(key.gamma),
            _isSecond(key.delta),
            _isFirst(key.constant_),
            _isFirst(key.signal)
        ];
        for (uint256 i = 0; i < valid.length; i++) {
            if (!valid[i]) revert IProofVerifier.InvalidVerifyingKey(i);
        }
        return
            abi.encode(
                key.alpha, _negated(key.beta), _negated(key.gamma), _negated(key.delta), key.constant_, key.signal
            );
    }

    /// @notice The key that was prepared.
    function restore(bytes memory prepared) internal pure returns (IProofVerifier.VerifyingKey memory key) {
        key = abi.decode(prepared, (IProofVerifier.VerifyingKey));
        (key.beta, key.gamma, key.delta) = (_negated(key.beta), _negated(key.gamma), _negated(key.delta));
    }

    /// @notice Whether a proof holds for a signal. False for everything that is no proof; it never reverts for one.
    function verify(bytes memory prepared, uint256 signal, bytes calldata proof) internal view returns (bool valid) {
        if (proof.length != PROOF_LENGTH || signal >= FIELD) return false;
        assembly ("memory-safe") {
            let key := add(prepared, 0x20)
            let pairs := mload(0x40)
            let sum := add(pairs, 0x300)
            // e(A, B) e(alpha, -beta) e(sum, -gamma) e(C, -delta)
            calldatacopy(pairs, proof.offset, 0xc0)
            mcopy(add(pairs, 0xc0), key, 0xc0)
            mcopy(add(pairs, 0x1c0), add(key, 0xc0), 0x80)
            calldatacopy(add(pairs, 0x240), add(proof.offset, 0xc0), 0x40)
            mcopy(add(pairs, 0x280), add(key, 0x140), 0x80)
            // sum = constant + signal * point; the points were checked, so this fails for want of gas only.
            mcopy(sum, add(key, 0x1c0), 0x80)
            mstore(add(sum, 0x80), signal)
            valid := staticcall(gas(), 0x07, add(sum, 0x40), 0x60, add(sum, 0x40), 0x40)
            valid := and(valid, staticcall(gas(), 0x06, sum, 0x80, add(pairs, 0x180), 0x40))
            valid := and(valid, staticcall(PAIRING_GAS, 0x08, pairs, 0x300, 0, 0x20))
            // A chain without the precompile answers nothing.
            valid := and(valid, and(eq(returndatasize(), 0x20), eq(mload(0), 1)))
        }
    }

    /// @dev Adding nothing to a point fails if it is not on the curve.
    function _isFirst(uint256[2] memory point) private view returns (bool valid) {
        if (point[0] | point[1] == 0) return false;
        (bool added, bytes memory sum) = address(0x06).staticcall(abi.encode(point, uint256(0), uint256(0)));
        return added && sum.length == 0x40;
    }

    /// @dev Pairing a point with the other group's zero fails if it is not in its group.
    function _isSecond(uint256[4] memory point) private view returns (bool valid) {
        if (point[0] | point[1] | point[2] | point[3] == 0) return false;
        (bool paired, bytes memory one) = address(0x08).staticcall(abi.encode(uint256(0), uint256(0), point));
        return paired && one.length == 0x20;
    }

    /// @dev The coordinates are reduced.
    function _negated(uint256[4] memory point) private pure returns (uint256[4] memory negative) {
        return [point[0], point[1], (PRIME - point[2]) % PRIME, (PRIME - point[3]) % PRIME];
    }
}
