// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {Payments} from "../../libraries/Payments.sol";
import {SplitLib} from "../../libraries/SplitLib.sol";
import {Accounts} from "./Accounts.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Assets: which ERC-20s are revenue, and what has come in of each
/// @dev A *stint* is the range of snapshots that split a token, from its acceptance to its removal. The latest is at hand;
/// earlier ones are kept, for what they split can be claimed for ever.
abstract contract Assets is Accounts, ReentrancyGuardTransient {
    /// @dev slot 0:  held 128 | first 32 | last 32 | place 8 | accepted 8
    struct Asset {
        /// What is booked and not paid out.
        uint128 held;
        /// The first and last snapshot of the latest stint; the last is the greatest number while it goes on.
        uint32 first;
        uint32 last;
        /// Where it is in the list, while it is accepted.
        uint8 place;
        bool accepted;
        /// Earlier stints, oldest first.
        uint64[] stints;
    }

    address internal constant NATIVE = Payments.NATIVE;

    uint256 private constant MAX_TOKENS = 16;
    uint32 private constant OPEN = type(uint32).max;

    uint256 private immutable CLAIM_BPS;
    address private immutable GOVERNOR;

    mapping(address asset => Asset) private _assets;
    /// @dev redemption 128 | unsplit 128    in parts, and together below 2**128
    mapping(address asset => uint256 word) private _pools;
    mapping(uint256 place => address token) private _tokens;

    modifier onlyGovernor() {
        if (msg.sender != GOVERNOR) revert NotGovernor(msg.sender, GOVERNOR);
        _;
    }

    constructor(uint256 claimBps_, address governor_, address[] memory tokens) {
        if (claimBps_ > SplitLib.PARTS) revert InvalidClaimBps(claimBps_);
        CLAIM_BPS = claimBps_;
        GOVERNOR = governor_;
        for (uint256 i; i < tokens.length; ++i) {
            if (!_assets[tokens[i]].accepted) _accept(tokens[i]);
        }
    }

    // --- the list ---

    /// @inheritdoc IRevShareToken
    function setRevenueToken(address token, bool accepted) external nonReentrant onlyGovernor {
        if (_assets[token].accepted == accepted) return;
        // What the latest snapshot splits may still be recut by a burn in its block, which needs the list that it used.
        if (_isOpen()) revert SnapshotNotClosed(_state.snapshots, block.number);

        if (accepted) _accept(token);
        else _remove(token);
    }

    /// @inheritdoc IRevShareToken
    function revenueTokens() external view returns (address[] memory tokens) {
        tokens = new address[](_state.tokens);
        for (uint256 i; i < tokens.length; ++i) {
            tokens[i] = _tokens[i];
        }
    }

    /// @inheritdoc IRevShareToken
    function governor() external view returns (address account) {
        return GOVERNOR;
    }

    /// @inheritdoc IRevShareToken
    function claimBps() external view returns (uint256 bps) {
        return CLAIM_BPS;
    }

    function _accept(address token) private {
        if (token.code.length == 0 || token == address(this)) revert InvalidRevenueToken(token);
        uint256 count = _state.tokens;
        if (count == MAX_TOKENS) revert TooManyRevenueTokens(MAX_TOKENS);

        Asset storage asset = _assets[token];
        uint256 next = uint256(_state.snapshots) + 1;
        if (asset.first != 0 && asset.last >= asset.first && uint256(asset.last) + 1 != next) {
            asset.stints.push((uint64(asset.first) << 32) | asset.last);
        }
        // A stint that begins where the last one ended, or that replaces an empty one, is the same one.
        if (asset.first == 0 || uint256(asset.last) + 1 != next) asset.first = uint32(next);
        (asset.last, asset.place, asset.accepted) = (OPEN, uint8(count), true);
        _tokens[count] = token;
        _state.tokens = uint8(count + 1);

        emit RevenueTokenSet(token, true);
    }

    /// @dev Nothing waits for a snapshot that may never split it: what was to be split can be redeemed instead.
    function _remove(address token) private {
        (uint256 redemption, uint256 unsplit,) = _book(token);
        _setPools(token, redemption + unsplit, 0);

        Asset storage asset = _assets[token];
        uint256 count = _state.tokens - 1;
        address moved = _tokens[count];
        _tokens[asset.place] = moved;
        _assets[moved].place = asset.place;
        delete _tokens[count];
        _state.tokens = uint8(count);
        (asset.last, asset.accepted) = (_state.snapshots, false);

        emit RevenueTokenSet(token, false);
    }

    // --- booking ---

    /// @inheritdoc IRevShareToken
    function sync(address token) external nonReentrant returns (uint256 booked) {
        if (token != NATIVE && !_assets[token].accepted) revert UnknownRevenueToken(token);

        uint256 redemption;
        uint256 unsplit;
        (redemption, unsplit, booked) = _book(token);
        _setPools(token, redemption, unsplit);
    }

    /// @dev Divides what has come in since it was last booked between the pools, which the caller writes; an asset that is no
    /// revenue brings nothing.
    function _book(address asset) internal returns (uint256 redemption, uint256 unsplit, uint256 booked) {
        (redemption, unsplit, booked) = _bookedPools(asset);
        if (booked == 0) return (redemption, unsplit, 0);
        _setHeld(asset, _held(asset) + booked);

        emit RevenueReceived(asset, booked);
    }

    /// @dev The pools as booking now would leave them: with as much of what is new as fits.
    function _bookedPools(address asset) internal view returns (uint256 redemption, uint256 unsplit, uint256 booked) {
        (redemption, unsplit) = _poolsOf(asset);
        if (asset != NATIVE && !_assets[asset].accepted) return (redemption, unsplit, 0);
        uint256 held = _held(asset);
        booked = Math.saturatingSub(Payments.balance(asset), held);
        if (booked == 0) return (redemption, unsplit, 0);
        booked = Math.min(booked, type(uint128).max - held);
        booked = Math.min(booked, (type(uint128).max - redemption - unsplit) / SplitLib.PARTS);
        unsplit += CLAIM_BPS * booked;
        redemption += (SplitLib.PARTS - CLAIM_BPS) * booked;
    }

    // --- for the other parts ---

    /// @dev The native coin and every accepted token: how many they are.
    function _assetCount() internal view returns (uint256 count) {
        return uint256(_state.tokens) + 1;
    }

    function _assetAt(uint256 place) internal view returns (address asset) {
        return place == 0 ? NATIVE : _tokens[place - 1];
    }

    function _poolsOf(address asset) internal view returns (uint256 redemption, uint256 unsplit) {
        uint256 word = _pools[asset];
        return (uint128(word), word >> 128);
    }

    function _setPools(address asset, uint256 redemption, uint256 unsplit) internal {
        _pools[asset] = redemption | (unsplit << 128);
    }

    function _held(address asset) internal view returns (uint256 held) {
        return asset == NATIVE ? _state.held : _assets[asset].held;
    }

    function _setHeld(address asset, uint256 held) internal {
        if (asset == NATIVE) _state.held = uint128(held);
        else _assets[asset].held = uint128(held);
    }

    /// @dev The last snapshot up to `id` that may have split the asset; 0 if there is none.
    function _splitUpTo(address token, uint256 id) internal view returns (uint256 lastId) {
        if (token == NATIVE) return id;
        Asset storage asset = _assets[token];
        (uint256 first, uint256 last) = (asset.first, asset.last);
        // An empty stint, of a token that was removed before the next snapshot, has split nothing.
        bool isInLatest = first != 0 && id >= first && last >= first;
        return isInLatest ? Math.min(id, last) : _splitUpToEarlier(asset.stints, id);
    }

    function _splitUpToEarlier(uint64[] storage stints, uint256 id) private view returns (uint256 lastId) {
        uint256 low;
        uint256 high = stints.length;
        while (low < high) {
            uint256 middle = Math.average(low, high);
            if (stints[middle] >> 32 <= id) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : Math.min(id, uint32(stints[low - 1]));
    }
}
