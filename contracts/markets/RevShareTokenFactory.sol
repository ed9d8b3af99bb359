// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareToken} from "../assets/RevShareToken.sol";
import {RevShareFactory} from "./offering/RevShareFactory.sol";

/// @title Factory of RevShare tokens
contract RevShareTokenFactory is RevShareFactory {
    constructor(address dat) RevShareFactory(type(RevShareToken).creationCode, dat) {}
}
