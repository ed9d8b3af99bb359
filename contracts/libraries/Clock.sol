// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title A clock that orders what happens inside a second
/// @notice A moment is a time and a count: later seconds are greater, and inside a second every mint is greater than all
/// before it. A settlement has the moment of the last mint, or of its second when no mint has happened in it.
/// @dev So for a mint m and a settlement s of one class: `s >= m` if and only if the settlement came after the mint. And for
/// a deadline d: `s < end(d)` if and only if the settlement came at d or before. 65,535 mints fit a second.
///
///     moment:  time 48 | count 16
library Clock {
    uint256 private constant COUNT_BITS = 16;

    /// @notice The moment of a settlement.
    /// @param last The moment of the last mint.
    function present(uint256 last) internal view returns (uint256 moment) {
        return Math.max(last, block.timestamp << COUNT_BITS);
    }

    /// @notice The moment of a mint: after every mint and settlement so far.
    function next(uint256 last) internal view returns (uint256 moment) {
        return present(last) + 1;
    }

    /// @notice The first moment at which what had this deadline is expired.
    function end(uint256 deadline) internal pure returns (uint256 moment) {
        return (deadline + 1) << COUNT_BITS;
    }
}
