// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../interfaces/IDataAnchoringToken.sol";
import {IInlet} from "../interfaces/IInlet.sol";
import {IRevenueRouter} from "../interfaces/IRevenueRouter.sol";
import {Inlet} from "./router/Inlet.sol";
import {Lineage} from "./router/Lineage.sol";
import {Pots} from "./router/Pots.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Revenue router
/// @notice Whoever pays a class pays everybody behind it, by the terms that the class published.
/// @dev The interface `IRevenueRouter` is the specification. One concern, one file: `Lineage`, `ClassTerms`, `Pots`; here the
/// money comes in and goes out.
contract RevenueRouter is Pots, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    /// @inheritdoc IRevenueRouter
    uint256 public constant MAX_OLDER = 4;

    constructor(IDataAnchoringToken dat) Lineage(dat) {}

    // --- in ---

    // Nothing is exactly 0, whatever anyone sends here unasked: the equalities are meant.
    // slither-disable-start incorrect-equality

    /// @inheritdoc IRevenueRouter
    function pay(uint256 classId, address asset, uint256 amount)
        external
        payable
        nonReentrant
        returns (uint256 received)
    {
        received = _take(asset, amount);
        if (received == 0) revert IDataAnchoringToken.ZeroAmount();
        if (received > type(uint128).max) revert IDataAnchoringToken.RevenueTooLarge(classId, asset, received);
        Pot storage pot = _presentPot(classId, asset);
        // Only a class that exists has terms; of another, this asks the token, which refuses one that does not.
        // slither-disable-next-line unused-return
        if (pot.version == 0) DAT.controllerOf(classId);

        (uint256 holders, uint16 carried,) = _split(classId, asset, pot.version, pot.carried, received);
        // A round amount changes nothing that is carried, and saves the write.
        if (carried != pot.carried) pot.carried = carried;

        emit Paid(classId, msg.sender, asset, pot.version, received);

        _settle(classId, asset, holders);
    }

    // slither-disable-end incorrect-equality

    /// @dev What arrives counts, not what was promised.
    function _take(address asset, uint256 amount) private returns (uint256 received) {
        uint256 expected = asset == NATIVE ? amount : 0;
        if (msg.value != expected) revert WrongValue(expected, msg.value);
        if (asset == NATIVE) return amount;
        if (asset.code.length == 0) revert IDataAnchoringToken.InvalidAsset(asset);

        uint256 balance = IERC20(asset).balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), amount);
        return IERC20(asset).balanceOf(address(this)) - balance;
    }

    /// @inheritdoc IRevenueRouter
    function flush(uint256 classId, address asset) external returns (uint256 received) {
        return IInlet(openInlet(classId)).flush(asset);
    }

    /// @inheritdoc IRevenueRouter
    function openInlet(uint256 classId) public returns (address inlet) {
        inlet = inletOf(classId);
        if (inlet.code.length != 0) return inlet;

        new Inlet{salt: 0}(classId);

        emit InletOpened(classId, inlet);
    }

    /// @inheritdoc IRevenueRouter
    function inletOf(uint256 classId) public view returns (address inlet) {
        return Create2.computeAddress(0, keccak256(abi.encodePacked(type(Inlet).creationCode, classId)));
    }

    // --- on ---

    /// @inheritdoc IRevenueRouter
    function flow(uint256 classId, address asset) external nonReentrant returns (uint256 moved) {
        return _flow(classId, asset);
    }

    /// @inheritdoc IRevenueRouter
    function flowMany(uint256[] calldata classIds, address asset) external nonReentrant returns (uint256 moved) {
        for (uint256 i; i < classIds.length; ++i) {
            moved += _flow(classIds[i], asset);
        }
    }

    function _flow(uint256 classId, address asset) private returns (uint256 moved) {
        Pot storage pot = _pot(classId, asset);
        uint256 held = _heldFor(classId, asset);
        uint256 holders = held;

        if (pot.received != 0) {
            (uint256 part, uint16 carried,) = _split(classId, asset, pot.version, pot.carried, pot.received);
            emit Flowed(classId, asset, pot.version, pot.received);
            holders += part;
            moved = pot.received;
            (pot.received, pot.carried) = (0, carried);
        }
        if (pot.older != 0) {
            (uint256 part, uint256 amount) = _flowOlder(classId, asset, pot);
            holders += part;
            moved += amount;
        }
        if (held != 0) _setHeld(classId, asset, 0);

        if (_settle(classId, asset, holders)) moved += held;
    }

    /// @dev What came under terms that are over. Nothing comes under them any more, so what their roundings left over goes to
    /// the holders.
    function _flowOlder(uint256 classId, address asset, Pot storage pot)
        private
        returns (uint256 holders, uint256 moved)
    {
        for (uint256 i; i < MAX_OLDER && pot.older != 0; ++i) {
            Pot memory old = _takeOlder(classId, asset, --pot.older);
            (uint256 part,, uint256 dust) = _split(classId, asset, old.version, old.carried, old.received);
            holders += part + dust;
            moved += old.received;
            emit Flowed(classId, asset, old.version, old.received);
        }
    }

    // --- to the holders ---

    /// @dev Hands the holders their part, or lets it wait: with no share alive, or an asset that does not move, it is nobody
    /// else's matter.
    /// @return settled Whether it was handed over.
    function _settle(uint256 classId, address asset, uint256 amount) private returns (bool settled) {
        // slither-disable-next-line incorrect-equality
        if (amount == 0) return true;
        settled = asset == NATIVE ? _settleNative(classId, amount) : _settleErc20(classId, asset, amount);
        if (!settled) _setHeld(classId, asset, _heldFor(classId, asset) + amount);
    }

    function _settleNative(uint256 classId, uint256 amount) private returns (bool settled) {
        try DAT.settleRevenueETH{value: amount}(classId) {
            return true;
        } catch {
            return false;
        }
    }

    /// @dev The token takes from this contract what this contract tells it to, and nothing else, so it may take everything.
    function _settleErc20(uint256 classId, address asset, uint256 amount) private returns (bool settled) {
        if (IERC20(asset).allowance(address(this), address(DAT)) < amount) {
            // Whatever it answers: what was not permitted shows when it is taken.
            (bool success,) = asset.call(abi.encodeCall(IERC20.approve, (address(DAT), type(uint256).max)));
            if (!success) return false;
        }
        try DAT.settleRevenueERC20(classId, asset, amount) {
            return true;
        } catch {
            return false;
        }
    }

    // --- out ---

    /// @inheritdoc IRevenueRouter
    function claim(address account, address asset, address to) external nonReentrant returns (uint256 amount) {
        bool isHeard = to == account || (msg.sender == account && to != address(this));
        if (to == address(0) || !isHeard) revert InvalidOwedReceiver(account, msg.sender, to);

        amount = _takeOwed(account, asset);
        if (amount == 0) return 0;

        emit OwedClaimed(account, asset, to, amount);

        if (asset == NATIVE) to.safeTransferETH(amount);
        else asset.safeTransfer(to, amount);
    }
}
