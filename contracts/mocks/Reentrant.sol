// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Somebody who calls back in the middle of a call, for tests
/// @dev What the call answered is kept and swallowed, so that the outer call goes on as if nothing had happened.
abstract contract Reentrant {
    address private _target;
    bytes private _data;

    /// @notice How many times the call was made.
    uint256 public calls;
    /// @notice Whether the last call succeeded.
    bool public succeeded;
    /// @notice What the last call answered: its result or its error.
    bytes public answer;

    /// @notice Sets the call to make whenever there is an opportunity.
    function arm(address target, bytes calldata data) external {
        _target = target;
        _data = data;
    }

    function _callBack() internal {
        if (_target == address(0)) return;
        ++calls;
        (succeeded, answer) = _target.call(_data);
    }
}
