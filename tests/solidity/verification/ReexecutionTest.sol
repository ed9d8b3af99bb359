// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReexecutionVerifier} from "../../../contracts/interfaces/IReexecutionVerifier.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {Test} from "../Test.sol";
import {NetworkTwin, Twin} from "./NetworkTwin.sol";

/// @title What the tests of re-execution share: a verifier, and networks to install in it
abstract contract ReexecutionTest is Test {
    using NetworkTwin for Twin;

    uint256 internal constant BLOB = 24_544;

    IReexecutionVerifier internal _verifier;

    function setUp() public virtual {
        _verifier = IReexecutionVerifier(vm.deployCode("ReexecutionVerifier.sol:ReexecutionVerifier"));
    }

    function _install(Twin memory twin) internal returns (bytes32 commitment) {
        address[] memory blobs = _store(twin.words());
        return _verifier.install(twin.sizes, twin.shifts, twin.allBiases(), blobs);
    }

    function _store(bytes memory words) internal returns (address[] memory blobs) {
        blobs = new address[]((words.length + BLOB - 1) / BLOB);
        for (uint256 i; i < blobs.length; ++i) {
            uint256 from = i * BLOB;
            blobs[i] = _verifier.store(_slice(words, from, from + BLOB < words.length ? from + BLOB : words.length));
        }
    }

    function _slice(bytes memory all, uint256 from, uint256 to) internal pure returns (bytes memory part) {
        part = new bytes(to - from);
        for (uint256 i; i < part.length; ++i) {
            part[i] = all[from + i];
        }
    }

    function _statement(bytes32 commitment, bytes memory prompt, bytes memory content)
        internal
        view
        returns (Statement memory)
    {
        return Statement(commitment, address(this), prompt, content);
    }

    /// @dev Inputs drawn from a seed: all of them small, all the greatest, most of them 0, or anything.
    function _inputs(uint256 seed, uint256 count) internal pure returns (int256[] memory x) {
        x = new int256[](count);
        uint256 kind = seed % 4;
        for (uint256 i; i < count; ++i) {
            seed = NetworkTwin.next(seed);
            if (kind == 0) x[i] = 127;
            else if (kind == 1) x[i] = seed >> 253 == 0 ? int256(seed % 128) : int256(0);
            else x[i] = int256(seed % 128);
        }
    }

    function _sizes(uint256 a, uint256 b) internal pure returns (uint32[] memory sizes) {
        sizes = new uint32[](2);
        (sizes[0], sizes[1]) = (uint32(a), uint32(b));
    }

    function _sizes(uint256 a, uint256 b, uint256 c) internal pure returns (uint32[] memory sizes) {
        sizes = new uint32[](3);
        (sizes[0], sizes[1], sizes[2]) = (uint32(a), uint32(b), uint32(c));
    }

    /// @dev The digits of a label, as the content has them.
    function _digits(uint256 label, uint256 outputs) internal pure returns (bytes memory) {
        bytes16 digits = "0123456789abcdef";
        if (outputs <= 16) return bytes.concat(digits[label]);
        return bytes.concat(digits[label / 16], digits[label % 16]);
    }
}
