// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title ERC-20 as the SDK sees it, with the names of its errors by EIP-6093
/// @notice Somebody's fungible token: revenue and payments come in it.
interface Erc20 {
    /// @notice The account has less of the token than the transfer needs.
    error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed);
    /// @notice This account cannot send the token.
    error ERC20InvalidSender(address sender);
    /// @notice This account cannot receive the token.
    error ERC20InvalidReceiver(address receiver);
    /// @notice The spender may take less of the token than the transfer needs.
    error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed);
    /// @notice This account cannot allow anything.
    error ERC20InvalidApprover(address approver);
    /// @notice Nothing can be allowed to this account.
    error ERC20InvalidSpender(address spender);

    /// @notice `value` of the token moved. From the zero address it is new, to the zero address it is gone.
    event Transfer(address indexed from, address indexed to, uint256 value);
    /// @notice `spender` may take `value` of `owner`'s tokens from now on.
    event Approval(address indexed owner, address indexed spender, uint256 value);

    /// @notice The token's name, for people.
    function name() external view returns (string memory name);

    /// @notice The token's symbol, for people.
    function symbol() external view returns (string memory symbol);

    /// @notice How many digits after the point a whole token has.
    function decimals() external view returns (uint8 decimals);

    /// @notice How much of the token there is, in its smallest unit.
    function totalSupply() external view returns (uint256 supply);

    /// @notice What an account holds, in the smallest unit.
    function balanceOf(address account) external view returns (uint256 balance);

    /// @notice What `spender` may still take of `owner`'s tokens, in the smallest unit.
    function allowance(address owner, address spender) external view returns (uint256 remaining);

    /// @notice Moves the caller's tokens.
    /// @param value In the smallest unit.
    function transfer(address to, uint256 value) external returns (bool done);

    /// @notice Lets `spender` take up to `value` of the caller's tokens; replaces what it was allowed before.
    /// @param value In the smallest unit.
    function approve(address spender, uint256 value) external returns (bool done);

    /// @notice Moves `from`'s tokens, out of what it allowed the caller.
    /// @param value In the smallest unit.
    function transferFrom(address from, address to, uint256 value) external returns (bool done);
}
