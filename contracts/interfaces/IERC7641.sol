// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Intrinsic RevShare Token, the surface of ERC-7641
/// @notice An ERC-20 whose holders share in what the contract receives. Between two snapshots it receives revenue R. A part p,
/// fixed at deployment, belongs to the holders at the snapshot: `p * R * balance / supply` each. The rest goes to a
/// redemption pool, from which burning `amount` tokens pays `amount / supply` of the pool. Plain sends are revenue.
/// @dev Source: ERC-7641 (draft, CC0). The ERC names no ERC-165 id; the XOR of these five selectors is `0xed7b2e4e`.
/// Snapshot ids count from 1. Amounts are in the smallest unit of the native coin.
interface IERC7641 is IERC20 {
    /// @notice What an account can still claim for that one snapshot (not cumulative); 0 once claimed, and for a snapshot whose
    /// block has not ended.
    /// @dev Reverts for an id that does not exist.
    function claimableRevenue(address account, uint256 snapshotId) external view returns (uint256 amount);

    /// @notice Pays the caller its part of a snapshot, in the native coin and every accepted revenue token; once.
    /// @dev Reverts when there is nothing to claim, and in the snapshot's own block.
    function claim(uint256 snapshotId) external;

    /// @notice Fixes the revenue to claim now, and the balances at the end of this block. Anyone may, not more often than the
    /// token's minimum interval.
    /// @return snapshotId Counts from 1.
    function snapshot() external returns (uint256 snapshotId);

    /// @notice What burning `amount` tokens would pay now; reverts above the supply.
    function redeemableOnBurn(uint256 amount) external view returns (uint256 redeemable);

    /// @notice Burns the caller's tokens and pays its part of the redemption pool, in the native coin and every accepted
    /// revenue token.
    function burn(uint256 amount) external;
}

/// @title The optional extension of ERC-7641 for revenue in ERC-20s
/// @dev The XOR of these two selectors is `0x5d18f986`.
interface IERC7641AltRevToken {
    /// @notice `claimableRevenue` in an ERC-20.
    function claimableERC20(address account, uint256 snapshotId, address token) external view returns (uint256 amount);

    /// @notice `redeemableOnBurn` in an ERC-20.
    function redeemableERC20OnBurn(uint256 amount, address token) external view returns (uint256 redeemable);
}
