// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IServiceRegistry} from "../interfaces/IServiceRegistry.sol";
import {PortableDomain} from "../libraries/PortableDomain.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";

/// @title Service registry: services say where they are, and nobody says it for them
contract ServiceRegistry is IServiceRegistry, PortableDomain {
    mapping(address service => Service) private _services;
    mapping(address service => uint256 nonce) private _nonces;

    /// @inheritdoc IServiceRegistry
    function announce(Service calldata announcement) external {
        _announce(msg.sender, announcement, _nonces[msg.sender]++);
    }

    /// @inheritdoc IServiceRegistry
    function announceFor(address service, Service calldata announcement, uint256 deadline, bytes calldata signature)
        external
    {
        if (block.timestamp > deadline) revert SignatureExpired(deadline, block.timestamp);
        uint256 nonce = _nonces[service]++;
        bytes32 digest = _hashTypedData(TypedData.hashAnnouncement(service, announcement, nonce, deadline));
        if (!Signatures.isSignedBy(service, digest, signature)) {
            revert InvalidServiceSignature(service, nonce);
        }

        _announce(service, announcement, nonce);
    }

    /// @inheritdoc IServiceRegistry
    function serviceOf(address service) external view returns (Service memory announcement) {
        return _services[service];
    }

    /// @inheritdoc IServiceRegistry
    function nonceOf(address service) external view returns (uint256 nonce) {
        return _nonces[service];
    }

    function _announce(address service, Service calldata announcement, uint256 nonce) private {
        _services[service] = announcement;

        emit ServiceAnnounced(
            service, nonce, announcement.endpoint, announcement.termsURI, announcement.metric, announcement.publicKey
        );
    }

    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("ServiceRegistry", "1");
    }
}
