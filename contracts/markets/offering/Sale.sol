// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering} from "../../interfaces/IModelOffering.sol";
import {Payments} from "../../libraries/Payments.sol";
import {SaleLib} from "../../libraries/SaleLib.sol";
import {Till, TillLib} from "../../libraries/TillLib.sol";
import {Terms} from "./Terms.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Sale: deposits, and what they become
/// @dev An account's part follows from its deposit and the sum of all, so nobody waits for anybody.
abstract contract Sale is Terms, ReentrancyGuardTransient {
    // Books are exact: nothing is exactly 0 in them, whatever anyone sends here. The equalities are meant.
    // slither-disable-start incorrect-equality

    using SafeTransferLib for address;

    /// @dev | deposit 112 | locked 96 | tranche 8 |, what is locked being of the veto.
    struct Account {
        uint112 deposit;
        uint96 locked;
        uint8 tranche;
    }

    mapping(address account => Account) internal _accounts;
    Till internal _till;

    // --- deposits ---

    /// @inheritdoc IModelOffering
    function deposit(uint256 amount) external payable nonReentrant {
        _checkOpen();
        if (PAYMENT != NATIVE) {
            if (msg.value != 0) revert WrongPayment(0, msg.value);
            return _credit(_pull(amount));
        }
        if (msg.value != amount) revert WrongPayment(amount, msg.value);

        _credit(amount);
    }

    /// @inheritdoc IModelOffering
    function depositWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external nonReentrant {
        _checkOpen();
        if (PAYMENT == NATIVE) revert InvalidPayment(NATIVE);

        Payments.tryPermit(PAYMENT, amount, deadline, v, r, s);
        _credit(_pull(amount));
    }

    function _checkOpen() private view {
        if (block.timestamp < START || _hasEnded()) revert NotOpen(START, END, block.timestamp);
    }

    /// @dev What arrives counts, not what was promised: it is known after the transfer only, so the effects come second, behind
    /// the guard.
    function _pull(uint256 amount) private returns (uint256 arrived) {
        uint256 balance = PAYMENT.balanceOf(address(this));
        PAYMENT.safeTransferFrom(msg.sender, address(this), amount);
        return PAYMENT.balanceOf(address(this)) - balance;
    }

    function _credit(uint256 amount) private {
        if (amount == 0) revert ZeroAmount();
        Till till = _till;
        if (amount > TillLib.MAX_MONEY - till.raised()) revert DepositTooLarge(till.raised());
        Account storage account = _accounts[msg.sender];
        uint256 before = account.deposit;
        uint256 sum = before + amount;
        if (WALLET_CAP != 0 && sum > WALLET_CAP) revert WalletCapExceeded(sum, WALLET_CAP);

        account.deposit = uint112(sum);
        till = till.crediting(amount, before == 0);
        _till = till;

        emit Deposited(msg.sender, amount, till.raised());
    }

    // --- what deposits become ---

    /// @inheritdoc IModelOffering
    function collect(address account) external nonReentrant returns (uint256 tokens, uint256 refunded) {
        return _collect(account, account);
    }

    /// @inheritdoc IModelOffering
    function collectTo(address to) external nonReentrant returns (uint256 tokens, uint256 refunded) {
        return _collect(msg.sender, to);
    }

    /// @inheritdoc IModelOffering
    function refund(address account) external nonReentrant returns (uint256 amount) {
        return _refund(account, account);
    }

    /// @inheritdoc IModelOffering
    function refundTo(address to) external nonReentrant returns (uint256 amount) {
        return _refund(msg.sender, to);
    }

    function _collect(address account, address to) private returns (uint256 tokens, uint256 refunded) {
        _checkEnded();
        Till till = _till;
        if (till.raised() < SOFT_CAP) revert SaleFailed(till.raised(), SOFT_CAP);
        (tokens, refunded) = _partOf(_takeDeposit(account, to), till.raised());

        _till = till.settling(refunded);

        emit Collected(account, tokens, refunded, to);

        if (tokens != 0) TOKEN.safeTransfer(to, tokens);
        _pay(PAYMENT, to, refunded);
    }

    function _refund(address account, address to) private returns (uint256 amount) {
        _checkEnded();
        Till till = _till;
        if (till.raised() >= SOFT_CAP) revert SaleSucceeded(till.raised(), SOFT_CAP);
        amount = _takeDeposit(account, to);

        _till = till.settling(amount);

        emit Refunded(account, amount, to);

        _pay(PAYMENT, to, amount);
    }

    function _checkEnded() internal view {
        if (!_hasEnded()) revert SaleNotEnded(END, block.timestamp);
    }

    /// @dev Takes a deposit off the books; it is returned to be settled.
    function _takeDeposit(address account, address to) private returns (uint256 amount) {
        if (to == address(0)) revert InvalidReceiver(to);
        amount = _accounts[account].deposit;
        if (amount == 0) revert NoDeposit(account);
        _accounts[account].deposit = 0;
    }

    function _partOf(uint256 amount, uint256 sum) internal view returns (uint256 tokens, uint256 refunded) {
        tokens = SaleLib.tokensDown(amount, SALE_SUPPLY, sum, TARGET);
        refunded = SaleLib.refundDown(amount, sum, TARGET);
    }

    function _pay(address asset, address to, uint256 amount) internal {
        if (amount == 0) return;
        if (asset == NATIVE) to.safeTransferETH(amount);
        else asset.safeTransfer(to, amount);
    }

    // --- views ---

    /// @inheritdoc IModelOffering
    function raised() external view returns (uint256) {
        return _till.raised();
    }

    /// @inheritdoc IModelOffering
    function held() external view returns (uint256) {
        return _till.held();
    }

    /// @inheritdoc IModelOffering
    function depositors() external view returns (uint256) {
        return _till.depositors();
    }

    /// @inheritdoc IModelOffering
    function depositOf(address account) external view returns (uint256) {
        return _accounts[account].deposit;
    }

    /// @inheritdoc IModelOffering
    function quote(address account) external view returns (uint256 tokens, uint256 refunded) {
        (uint256 amount, uint256 sum) = (_accounts[account].deposit, _till.raised());
        return sum < SOFT_CAP ? (0, amount) : _partOf(amount, sum);
    }

    /// @dev Whether the sale is over and reached its soft cap.
    function _hasSucceeded() internal view returns (bool) {
        return _hasEnded() && _till.raised() >= SOFT_CAP;
    }

    // slither-disable-end incorrect-equality
}
