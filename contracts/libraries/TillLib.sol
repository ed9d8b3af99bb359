// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @dev | raised 112 | held 112 | depositors 32 |, in one word, which every deposit and collection reads and writes once.
type Till is uint256;

using TillLib for Till global;

/// @title The till of a sale: all that was deposited, what is held of it, and for how many accounts
/// @dev Each depositor pays for a transaction at least, so 2**32 of them are beyond everybody's means.
library TillLib {
    uint256 internal constant MAX_MONEY = type(uint112).max;

    uint256 private constant HELD = 112;
    uint256 private constant DEPOSITORS = 224;

    /// @notice The sum of all deposits, which never falls.
    function raised(Till till) internal pure returns (uint256 amount) {
        return Till.unwrap(till) & MAX_MONEY;
    }

    /// @notice What the sale still holds.
    function held(Till till) internal pure returns (uint256 amount) {
        return (Till.unwrap(till) >> HELD) & MAX_MONEY;
    }

    /// @notice How many accounts have a deposit to collect or to be refunded.
    function depositors(Till till) internal pure returns (uint256 number) {
        return Till.unwrap(till) >> DEPOSITORS;
    }

    /// @notice The till after a deposit, perhaps of somebody who had none. What was raised stays at most `MAX_MONEY`.
    function crediting(Till till, uint256 amount, bool isNew) internal pure returns (Till after_) {
        return _pack(raised(till) + amount, held(till) + amount, depositors(till) + (isNew ? 1 : 0));
    }

    /// @notice The till after a payment of at most what is held.
    function paying(Till till, uint256 amount) internal pure returns (Till after_) {
        return _pack(raised(till), held(till) - amount, depositors(till));
    }

    /// @notice The till after a deposit became something, and `amount` of it was paid back.
    function settling(Till till, uint256 amount) internal pure returns (Till after_) {
        return _pack(raised(till), held(till) - amount, depositors(till) - 1);
    }

    function _pack(uint256 raised_, uint256 held_, uint256 depositors_) private pure returns (Till till) {
        return Till.wrap(raised_ | (held_ << HELD) | (depositors_ << DEPOSITORS));
    }
}
