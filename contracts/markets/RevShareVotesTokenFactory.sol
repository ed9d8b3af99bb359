// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareVotesToken} from "../assets/RevShareVotesToken.sol";
import {RevShareFactory} from "./offering/RevShareFactory.sol";

/// @title Factory of RevShare tokens that count votes
contract RevShareVotesTokenFactory is RevShareFactory {
    constructor(address dat) RevShareFactory(type(RevShareVotesToken).creationCode, dat) {}
}
