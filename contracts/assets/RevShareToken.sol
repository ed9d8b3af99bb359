// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareTerms} from "../interfaces/IRevShareToken.sol";
import {RevShareBase} from "./revshare/RevShareBase.sol";

/// @title RevShareToken: a share of what a model earns
/// @notice `IRevShareToken` is the specification.
/// @dev One concern, one file: `Accounts`, `Assets`, `Splits`, `Payouts`, `Slices`, `Claims`, `Redemption`, `Harvest`, `Model`.
contract RevShareToken is RevShareBase {
    constructor(RevShareTerms memory terms, address dat) RevShareBase(terms, dat) {}
}
