// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A contract that sends its coins where they are not wanted, for tests
contract Squatter {
    constructor(address payable target) payable {
        selfdestruct(target);
    }
}
