// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {IERC7007Enumerable} from "../../interfaces/IERC7007.sol";
import {Collection} from "./Collection.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title Blobs: prompt and content as contract code, for those works whose minter pays for it
abstract contract Blobs is Collection {
    /// @dev A blob:  length of the prompt 32 bits | prompt | content
    uint256 private constant HEAD = 4;
    /// @dev What fits the code of one contract, besides its first byte.
    uint256 private constant MAX_BLOB = 24_575;

    mapping(uint256 tokenId => address blob) private _blobs;

    /// @inheritdoc IERC7007Enumerable
    function prompt(uint256 id) public view returns (string memory) {
        (bytes memory prompt_,) = _stored(id);
        return string(prompt_);
    }

    /// @inheritdoc IAigcToken
    function aigcDataOf(uint256 id) external view returns (bytes memory aigcData) {
        (, aigcData) = _stored(id);
    }

    // --- for the other parts ---

    function _store(uint256 id, bytes calldata prompt_, bytes calldata aigcData) internal {
        uint256 size = HEAD + prompt_.length + aigcData.length;
        if (size > MAX_BLOB) revert TooLargeToStore(size, MAX_BLOB);
        address blob = SSTORE2.write(abi.encodePacked(uint32(prompt_.length), prompt_, aigcData));
        _blobs[id] = blob;

        emit ContentStored(id, blob);
    }

    /// @dev Stores a new content where the one before was stored.
    function _restore(uint256 id, bytes calldata prompt_, bytes calldata aigcData) internal {
        if (_blobs[id] != address(0)) _store(id, prompt_, aigcData);
    }

    function _forget(uint256 id) internal {
        delete _blobs[id];
    }

    /// @dev The zero address for a work that is not stored.
    function _blobOf(uint256 id) internal view returns (address blob) {
        return _blobs[id];
    }

    function _stored(uint256 id) internal view returns (bytes memory prompt_, bytes memory aigcData) {
        _checkMinted(id);
        address blob = _blobs[id];
        if (blob == address(0)) revert WorkNotStored(id);
        uint256 end = HEAD + uint32(bytes4(SSTORE2.read(blob, 0, HEAD)));
        return (SSTORE2.read(blob, HEAD, end), SSTORE2.read(blob, end));
    }
}
