// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028} from "../../interfaces/IERC8028.sol";
import {Metering} from "./Metering.sol";
import {Proofs} from "./Proofs.sol";
import {Revenue} from "./Revenue.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @title Data Anchoring Token (DAT)
/// @notice AI assets as tokens that carry three rights at once: ownership, usage quota and a share of the revenue.
/// @dev The interface `IDataAnchoringToken` is the specification. One concern, one file: `Classes`, `Positions`, `Ownership`,
/// `Quota`, `Revenue`, `Proofs`.
contract DataAnchoringToken is Metering, Revenue, Proofs {
    /// @notice Name of the collection, for wallets.
    string public constant name = "Data Anchoring Token";
    /// @notice Symbol of the collection, for wallets.
    string public constant symbol = "DAT";

    bytes4 private constant ERC4906 = 0x49064906;

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool supported) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC8028).interfaceId
            || interfaceId == type(IERC1155).interfaceId || interfaceId == type(IERC1155MetadataURI).interfaceId
            || interfaceId == type(IERC2981).interfaceId || interfaceId == ERC4906;
    }
}
