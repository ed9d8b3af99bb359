// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../contracts/interfaces/IDataAnchoringToken.sol";
import {IMetering} from "../../contracts/interfaces/IMetering.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

/// @title Everything that a deployed DataAnchoringToken answers
/// @dev Tests know the contract by this and deploy its artifact. So it is compiled once, by the slow pipeline that makes it
/// small, and a test that imported it would have to be compiled by that too.
interface IDat is IDataAnchoringToken, IMetering, IERC5267 {
    function name() external view returns (string memory);
    function symbol() external view returns (string memory);
    function REVOCATION_NOTICE() external view returns (uint256 noticeSeconds);
}
