// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {Test} from "../Test.sol";

/// @dev EIP-712 by hand: the digest is made here from the text of the standard, and not by the code under test.
abstract contract Signing is Test {
    struct Domain {
        string name;
        string version;
        uint256 chainId;
        address verifyingContract;
    }

    /// @dev The order of secp256k1: `ORDER - s` with the other `v` is the other form of the same signature.
    uint256 internal constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    function _digest(Domain memory domain, bytes32 structHash) internal pure returns (bytes32 digest) {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(domain.name)),
                keccak256(bytes(domain.version)),
                domain.chainId,
                domain.verifyingContract
            )
        );
        return keccak256(abi.encodePacked(hex"1901", separator, structHash));
    }

    function _voucherHash(IMetering.Voucher memory voucher) internal pure returns (bytes32 structHash) {
        bytes32 typeHash = keccak256(
            "Voucher(uint256 tokenId,address reserver,address service,address session,uint32 generation,"
            "bytes32 metric,uint256 cumulative,uint64 deadline,bytes32 call)"
        );
        return keccak256(
            abi.encode(
                typeHash,
                voucher.tokenId,
                voucher.reserver,
                voucher.service,
                voucher.session,
                voucher.generation,
                voucher.metric,
                voucher.cumulative,
                voucher.deadline,
                voucher.call
            )
        );
    }

    /// @dev What a reserver signs for the session key of a voucher.
    function _sessionHash(IMetering.Voucher memory voucher, uint256 cap, uint64 expireAt)
        internal
        pure
        returns (bytes32 structHash)
    {
        bytes32 typeHash = keccak256(
            "Session(uint256 tokenId,address reserver,address service,uint32 generation,address key,uint256 cap,"
            "uint64 expireAt)"
        );
        return keccak256(
            abi.encode(
                typeHash,
                voucher.tokenId,
                voucher.reserver,
                voucher.service,
                voucher.generation,
                voucher.session,
                cap,
                expireAt
            )
        );
    }

    function _signature(uint256 key, bytes32 digest) internal pure returns (bytes memory signature) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @dev The other form of the same signature.
    function _turned(uint256 key, bytes32 digest) internal pure returns (bytes memory signature) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
    }

    /// @dev The short form of EIP-2098.
    function _short(uint256 key, bytes32 digest) internal pure returns (bytes memory signature) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255)));
    }
}
