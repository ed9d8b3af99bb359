// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title Payments that may fail: what goes wrong at the other end is an answer, not a revert
/// @dev The other end is hostile. What it answers is not copied beyond one word, so its length costs the caller nothing.
/// The zero address is the native coin.
library Payments {
    address internal constant NATIVE = address(0);

    /// @dev What asking a token for a balance may cost.
    uint256 private constant BALANCE_GAS = 100_000;

    /// @notice Pays, with at most `gasLimit` for the other end.
    /// @return paid False if it reverted, answered false, has no code, or ran out of gas.
    function send(address asset, address to, uint256 amount, uint256 gasLimit) internal returns (bool paid) {
        return asset == NATIVE ? _sendNative(to, amount, gasLimit) : _sendToken(asset, to, amount, gasLimit);
    }

    /// @notice Hands in an EIP-2612 permit of the caller for this contract.
    /// @dev Whoever sees a permit may hand it in first, which only spares the caller the work. So it may fail: what counts is
    /// the allowance.
    function tryPermit(address asset, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) internal {
        try IERC20Permit(asset).permit(msg.sender, address(this), value, deadline, v, r, s) {} catch {}
    }

    /// @notice What this contract holds of an asset; 0 if the token does not answer.
    function balance(address asset) internal view returns (uint256 held) {
        return asset == NATIVE ? address(this).balance : _balanceOfToken(asset);
    }

    function _sendNative(address to, uint256 amount, uint256 gasLimit) private returns (bool paid) {
        assembly ("memory-safe") {
            paid := call(gasLimit, to, amount, 0, 0, 0, 0)
        }
    }

    function _sendToken(address token, address to, uint256 amount, uint256 gasLimit) private returns (bool paid) {
        bytes memory data = abi.encodeWithSignature("transfer(address,uint256)", to, amount);
        assembly ("memory-safe") {
            mstore(0, 0)
            paid := call(gasLimit, token, 0, add(data, 32), mload(data), 0, 32)
            // Old tokens answer nothing, which counts only if there is a token.
            switch returndatasize()
            case 0 { paid := and(paid, iszero(iszero(extcodesize(token)))) }
            default { paid := and(paid, and(gt(returndatasize(), 31), eq(mload(0), 1))) }
        }
    }

    function _balanceOfToken(address token) private view returns (uint256 held) {
        bytes memory data = abi.encodeWithSignature("balanceOf(address)", address(this));
        assembly ("memory-safe") {
            mstore(0, 0)
            let answered := staticcall(BALANCE_GAS, token, add(data, 32), mload(data), 0, 32)
            if and(answered, gt(returndatasize(), 31)) { held := mload(0) }
        }
    }
}
