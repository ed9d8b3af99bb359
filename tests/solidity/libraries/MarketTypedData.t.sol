// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {TypedData} from "../../../contracts/libraries/TypedData.sol";
import {Signing} from "../metering/Signing.sol";

/// @title Orders and trials hash to the golden vectors, which other encoders made (tests/vectors/typed_data.json)
contract MarketTypedDataTest is Signing {
    address private constant CONTRACT = 0x9A81Ce0c95A30b26F2FD5546b8c9B161ACD8349C;

    function hashOrder(IDatExchange.Order calldata order) external pure returns (bytes32 hash) {
        return TypedData.hashOrder(order);
    }

    /// The digest of the order that is written down.
    function test_AnOrderEqualsItsGoldenVector() external view {
        bytes32 hash = this.hashOrder(
            IDatExchange.Order({
                seller: 0xcB88Ea035EB6C8c3bA8937f3fd6d00032bB3a004,
                tokenId: (7 << 128) + 3,
                quantity: (1 << 95) + 1,
                asset: 0xfEfccF391ba7Ee7E6C5De892cF0C3633e0f5697a,
                price: 1e18 + 1,
                maxRoyaltyBps: 750,
                buyer: 0x34C1db4a90742f94f88431359683F4477a56C1b6,
                nonce: 5,
                deadline: (1 << 40) - 1
            })
        );

        vm.assertEq(
            _digest(Domain("DatExchange", "1", 31337, CONTRACT), hash),
            bytes32(0xf922a5ca1f3d919d6c37519e7fdeab2144f17dd3664a38a250b0f16d456760a7)
        );
    }

    /// The digest of the trial that is written down.
    function test_ATrialEqualsItsGoldenVector() external pure {
        bytes32 hash = TypedData.hashTrial(7, 0x34C1db4a90742f94f88431359683F4477a56C1b6, (1 << 40) - 1);

        vm.assertEq(
            _digest(Domain("AccessStore", "1", 31337, CONTRACT), hash),
            bytes32(0x60600aa87bfbd26153c186a37a20e231054d129a2300195867d36ca635ae1d80)
        );
    }
}
