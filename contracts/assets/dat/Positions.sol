// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../interfaces/IERC8028.sol";
import {Clock} from "../../libraries/Clock.sol";
import {ExpiryTree} from "../../libraries/ExpiryTree.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Classes} from "./Classes.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {ERC1155Utils} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Utils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Positions: the tokens of a class, from their mint to their expiry
abstract contract Positions is Classes, IERC1155Errors {
    using ExpiryTree for ExpiryTree.Tree;

    /// @dev slot 0:  owner 160 | expireAt 64 | share 32
    ///      slot 1:  value 128 | joined 64 | announced 8
    struct Position {
        address owner;
        uint64 expireAt;
        uint32 share;
        uint128 value;
        /// The moment (see `Clock`) of the mint; 0 without a share.
        uint64 joined;
        /// `Expired` was emitted.
        bool announced;
    }

    mapping(uint256 tokenId => Position) private _positions;

    // --- mint ---

    /// @inheritdoc IERC8028
    function mint(uint256 classId, address to, uint256 value, uint256 shareRatio, uint64 expireAt)
        external
        returns (uint256 tokenId)
    {
        Class storage class = _mintable(classId);

        tokenId = _mint(class, classId, to, value, shareRatio, expireAt);

        ERC1155Utils.checkOnERC1155Received(msg.sender, address(0), to, tokenId, 1, "");
    }

    /// @inheritdoc IDataAnchoringToken
    function mintBatch(
        uint256 classId,
        address[] calldata to,
        uint256[] calldata value,
        uint256[] calldata shareRatio,
        uint64[] calldata expireAt
    ) external returns (uint256[] memory tokenIds) {
        Class storage class = _mintable(classId);
        uint256 count = to.length;
        _checkLength(count, value.length);
        _checkLength(count, shareRatio.length);
        _checkLength(count, expireAt.length);

        tokenIds = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            tokenIds[i] = _mint(class, classId, to[i], value[i], shareRatio[i], expireAt[i]);
        }

        // The receivers are called when every token stands, so none of them sees half a batch.
        for (uint256 i; i < count; ++i) {
            ERC1155Utils.checkOnERC1155Received(msg.sender, address(0), to[i], tokenIds[i], 1, "");
        }
    }

    /// @dev The class, if the caller may mint in it.
    function _mintable(uint256 classId) internal view returns (Class storage class) {
        class = _class(classId);
        if (msg.sender != class.controller && !class.minters[msg.sender]) revert NotMinter(classId, msg.sender);
    }

    function _mint(Class storage class, uint256 classId, address to, uint256 value, uint256 shareRatio, uint64 expireAt)
        private
        returns (uint256 tokenId)
    {
        if (to == address(0)) revert ERC1155InvalidReceiver(to);
        if (value > type(uint128).max) revert ValueTooLarge(value, type(uint128).max);
        if (expireAt != 0 && expireAt < block.timestamp) revert ExpiryInPast(expireAt, block.timestamp);
        uint32 share = uint32(Math.min(shareRatio, type(uint32).max));

        uint64 joined = share == 0 ? 0 : _join(class, classId, share, expireAt);
        uint64 serial = ++class.tokens;
        tokenId = (classId << SERIAL_BITS) | serial;
        _positions[tokenId] = Position(to, expireAt, share, uint128(value), joined, false);

        emit Minted(tokenId, classId, to, value, share, expireAt);
        emit TransferSingle(msg.sender, address(0), to, tokenId, 1);
    }

    /// @dev Lets a share take part in what is settled from now on, and in nothing before.
    function _join(Class storage class, uint256 classId, uint32 share, uint64 expireAt)
        private
        returns (uint64 joined)
    {
        uint256 issued = uint256(class.issuedShare) + share;
        uint256 cap = class.maxTotalShare;
        // Only what is alive counts against the cap; while all that was ever issued fits, nobody has to look.
        if (issued > cap) {
            uint256 alive = issued - class.deadlines.sumBefore(block.timestamp);
            if (alive > cap || issued > type(uint64).max) revert ShareCapExceeded(classId, alive, cap);
        }
        joined = uint64(Clock.next(class.joined));
        class.joined = joined;
        class.issuedShare = uint64(issued);
        if (expireAt != 0) class.deadlines.insert(expireAt, share);
    }

    // --- expiry ---

    /// @inheritdoc IDataAnchoringToken
    function pokeExpired(uint256[] calldata tokenIds) external {
        for (uint256 i; i < tokenIds.length; ++i) {
            _announceExpiry(tokenIds[i], _position(tokenIds[i]));
        }
    }

    /// @dev Emits `Expired` once. The accounting knows deadlines by itself and never waits for this.
    function _announceExpiry(uint256 tokenId, Position storage position) internal {
        if (_isExpired(position)) _announceOnce(tokenId, position);
    }

    function _announceOnce(uint256 tokenId, Position storage position) internal {
        if (position.announced) return;
        position.announced = true;

        emit Expired(tokenId);
    }

    function _isExpired(Position storage position) internal view returns (bool expired) {
        uint64 expireAt = position.expireAt;
        return expireAt != 0 && block.timestamp > expireAt;
    }

    function _checkAlive(uint256 tokenId, Position storage position) internal view {
        if (_isExpired(position)) revert TokenExpired(tokenId, position.expireAt);
    }

    // --- views ---

    /// @inheritdoc IERC8028
    function classOf(uint256 tokenId) external view returns (uint256 classId) {
        _position(tokenId);
        return _classIdOf(tokenId);
    }

    /// @inheritdoc IERC8028
    function valueOf(uint256 tokenId) external view returns (uint256 value) {
        return _position(tokenId).value;
    }

    /// @inheritdoc IERC8028
    function shareRatioOf(uint256 tokenId) external view returns (uint256 shareRatio) {
        return _position(tokenId).share;
    }

    /// @inheritdoc IERC8028
    function expireAtOf(uint256 tokenId) external view returns (uint64 expireAt) {
        return _position(tokenId).expireAt;
    }

    /// @inheritdoc IERC8028
    function ownerOf(uint256 tokenId) external view returns (address owner) {
        return _position(tokenId).owner;
    }

    /// @inheritdoc IERC1155MetadataURI
    function uri(uint256 tokenId) external view returns (string memory metadataURI) {
        _position(tokenId);
        Class storage class = _classUnchecked(_classIdOf(tokenId));
        return class.metadata[class.metadataVersions].uri;
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        _position(tokenId);
        Class storage class = _classUnchecked(_classIdOf(tokenId));
        return (class.royaltyReceiver, RevenueLib.bpsDown(salePrice, class.royaltyBps));
    }

    // --- for the other parts ---

    function _position(uint256 tokenId) internal view returns (Position storage position) {
        (position,) = _ownedPosition(tokenId);
    }

    /// @dev Whose owner the zero address is does not exist: tokens are neither burnt nor sent to it.
    function _ownedPosition(uint256 tokenId) internal view returns (Position storage position, address owner) {
        position = _positions[tokenId];
        owner = position.owner;
        if (owner == address(0)) revert UnknownToken(tokenId);
    }

    /// @dev The zero address for a token that does not exist.
    function _ownerOrZero(uint256 tokenId) internal view returns (address owner) {
        return _positions[tokenId].owner;
    }

    function _classIdOf(uint256 tokenId) internal pure returns (uint256 classId) {
        return tokenId >> SERIAL_BITS;
    }

    function _checkLength(uint256 expected, uint256 actual) internal pure {
        if (expected != actual) revert LengthMismatch(expected, actual);
    }
}
