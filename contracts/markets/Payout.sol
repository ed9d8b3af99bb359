// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPayout} from "../interfaces/IPayout.sol";
import {Payments} from "../libraries/Payments.sol";
import {RevenueLib} from "../libraries/RevenueLib.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Payout: makes a list of claims for an account
/// @dev It calls whatever it is told to but itself, as itself and without coins, and is nobody anywhere: no contract of this
/// economy gives it a right. The coins it holds are in the books of accounts, which no claim reaches past the guard.
contract Payout is IPayout, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    address private constant NATIVE = address(0);
    /// @dev What it takes from the look at the gas that is left to the call, generously.
    uint256 private constant CALL_GAS = 5_000;

    mapping(address account => TipTerms) private _terms;
    mapping(address account => uint256 balance) private _balances;

    // --- payouts ---

    /// @inheritdoc IPayout
    function claimEverything(
        address account,
        Claim[] calldata claims,
        address[] calldata assets,
        uint256[] calldata minimums
    ) external nonReentrant returns (uint256[] memory received, bool[] memory done) {
        return _claimEverything(account, claims, assets, minimums);
    }

    /// @inheritdoc IPayout
    function claimFor(address account, Claim[] calldata claims, address[] calldata assets, uint256[] calldata minimums)
        external
        nonReentrant
        returns (uint256[] memory received, bool[] memory done, uint256 tip)
    {
        uint256 before = account.balance;
        (received, done) = _claimEverything(account, claims, assets, minimums);

        tip = _tipFor(account, Math.saturatingSub(account.balance, before));
        // slither-disable-next-line incorrect-equality
        if (tip == 0) return (received, done, 0);
        _setBalance(account, _balances[account] - tip);

        emit Tipped(account, msg.sender, tip);

        if (!Payments.send(NATIVE, msg.sender, tip, gasleft())) revert TipRefused(msg.sender, tip);
    }

    function _claimEverything(
        address account,
        Claim[] calldata claims,
        address[] calldata assets,
        uint256[] calldata minimums
    ) private returns (uint256[] memory received, bool[] memory done) {
        if (minimums.length != assets.length) {
            revert LengthMismatch(assets.length, minimums.length);
        }
        received = _balancesOf(account, assets);

        done = new bool[](claims.length);
        for (uint256 i; i < claims.length; ++i) {
            done[i] = _make(i, claims[i]);
            if (!done[i]) emit ClaimPassedOver(account, i, claims[i].target);
        }

        uint256[] memory present = _balancesOf(account, assets);
        for (uint256 i; i < assets.length; ++i) {
            received[i] = Math.saturatingSub(present[i], received[i]);
            if (received[i] < minimums[i]) revert PayoutBelowMinimum(account, assets[i], received[i], minimums[i]);
            if (received[i] != 0) emit PaidOut(account, assets[i], received[i]);
        }
    }

    /// @dev What the target answers is not copied: a long answer costs the caller nothing.
    function _make(uint256 place, Claim calldata claim) private returns (bool done) {
        (address target, uint256 gasLimit, bytes memory data) = (claim.target, claim.gasLimit, claim.data);
        if (target.code.length == 0 || target == address(this)) return false;
        // All but a 64th of what is left can be given on (EIP-150).
        uint256 left = gasleft();
        if (left - left / 64 < Math.saturatingAdd(gasLimit, CALL_GAS)) revert TooLittleGas(place, gasLimit);
        assembly ("memory-safe") {
            done := call(gasLimit, target, 0, add(data, 0x20), mload(data), 0, 0)
        }
    }

    function _balancesOf(address account, address[] calldata assets) private view returns (uint256[] memory balances) {
        balances = new uint256[](assets.length);
        for (uint256 i; i < assets.length; ++i) {
            balances[i] = assets[i] == NATIVE ? account.balance : IERC20(assets[i]).balanceOf(account);
        }
    }

    // --- tips ---

    /// @inheritdoc IPayout
    function setTipTerms(TipTerms calldata terms) external {
        if (terms.bps > RevenueLib.BPS) revert InvalidTip(terms.bps);

        _terms[msg.sender] = terms;

        emit TipTermsSet(msg.sender, terms.bps, terms.cap, terms.minimum);
    }

    /// @inheritdoc IPayout
    function addTips() external payable nonReentrant {
        _setBalance(msg.sender, _balances[msg.sender] + msg.value);
    }

    /// @inheritdoc IPayout
    function withdrawTips(uint256 amount) external nonReentrant {
        uint256 balance = _balances[msg.sender];
        if (amount > balance) revert TipBalanceTooLow(msg.sender, balance, amount);

        _setBalance(msg.sender, balance - amount);

        msg.sender.safeTransferETH(amount);
    }

    /// @inheritdoc IPayout
    function tipTermsOf(address account) external view returns (TipTerms memory terms) {
        return _terms[account];
    }

    /// @inheritdoc IPayout
    function tipBalanceOf(address account) external view returns (uint256 balance) {
        return _balances[account];
    }

    /// @dev No more than the account set aside, its cap, and its part of what came in.
    function _tipFor(address account, uint256 received) private view returns (uint256 tip) {
        TipTerms memory terms = _terms[account];
        if (received < terms.minimum) return 0;
        tip = RevenueLib.bpsDown(received, terms.bps);
        return Math.min(Math.min(tip, terms.cap), _balances[account]);
    }

    function _setBalance(address account, uint256 balance) private {
        _balances[account] = balance;

        emit TipBalanceChanged(account, balance);
    }
}
