// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelRegistry} from "../../interfaces/IModelRegistry.sol";
import {Utf8} from "../../libraries/Utf8.sol";
import {WorkCard} from "../../libraries/WorkCard.sol";
import {Works} from "./Works.sol";
import {Base64} from "solady/utils/Base64.sol";
import {LibString} from "solady/utils/LibString.sol";

/// @title Metadata: a work's JSON and picture, made by the chain from what it knows
/// @dev Whatever somebody else wrote goes through `escapeJSON` or `WorkCard`, so it stays text.
abstract contract Metadata is Works {
    using LibString for string;
    using LibString for uint256;

    /// @notice A work's metadata as JSON in a data URI. The prompt and the content of a work that is not stored are empty:
    /// `ContentPublished` has them, and their hashes are here.
    function tokenURI(uint256 id) public view override returns (string memory uri) {
        _checkMinted(id);
        bytes memory head = abi.encodePacked(
            '{"name":"',
            string.concat(name(), " #", _mark(id)).escapeJSON(),
            '","description":"',
            _sharedTerms().description.escapeJSON(),
            '","image":"data:image/svg+xml;base64,',
            Base64.encode(_picture(id))
        );
        return
            string.concat(
                "data:application/json;base64,", Base64.encode(bytes.concat(head, _content(id), _standing(id)))
            );
    }

    function _content(uint256 id) private view returns (bytes memory json) {
        (string memory prompt_, string memory aigcData) = _texts(id);
        return abi.encodePacked(
            '","prompt":"',
            prompt_.escapeJSON(),
            '","aigc_type":"',
            _sharedTerms().aigcType.escapeJSON(),
            '","aigc_data":"',
            aigcData.escapeJSON(),
            '","prompt_hash":"',
            id.toHexString(32),
            '","aigc_data_hash":"',
            uint256(_contentHashOf(id)).toHexString(32)
        );
    }

    function _standing(uint256 id) private view returns (bytes memory json) {
        string memory status = _statusName(statusOf(id));
        return abi.encodePacked(
            '","proof_type":"',
            _wayOf(id) == IModelRegistry.Way.Fraud ? "fraud" : "validity",
            '","status":"',
            status,
            '","attributes":[{"trait_type":"Status","value":"',
            status,
            '"},{"trait_type":"Verified by","value":"',
            _wayName(_wayOf(id)),
            '"}]}'
        );
    }

    function _picture(uint256 id) private view returns (bytes memory svg) {
        (, string memory aigcData) = _texts(id);
        bytes32 contentHash = _contentHashOf(id);
        if (bytes(aigcData).length == 0) aigcData = uint256(contentHash).toHexString(32);
        bytes memory footer =
            abi.encodePacked("#", _mark(id), unicode" · ", _statusName(statusOf(id)), " by ", _wayName(_wayOf(id)));
        return WorkCard.draw(bytes(name()), bytes(aigcData), footer, contentHash);
    }

    /// @dev Prompt and content as text, empty when they are not stored; content that is no text in hexadecimal.
    function _texts(uint256 id) private view returns (string memory prompt_, string memory aigcData) {
        if (_blobOf(id) == address(0)) return ("", "");
        (bytes memory asked, bytes memory answered) = _stored(id);
        return (string(asked), Utf8.isValid(answered) ? string(answered) : LibString.toHexString(answered));
    }

    /// @dev The first eight digits of an id, by which people tell works apart.
    function _mark(uint256 id) private pure returns (string memory mark) {
        return (id >> 224).toHexStringNoPrefix(4);
    }

    function _statusName(Status status) private pure returns (string memory) {
        if (status == Status.Unproven) return "unproven";
        if (status == Status.Pending) return "pending";
        if (status == Status.Challenged) return "challenged";
        if (status == Status.Final) return "final";
        return "overturned";
    }

    function _wayName(IModelRegistry.Way way) private pure returns (string memory) {
        if (way == IModelRegistry.Way.Reexecution) return "re-execution";
        return way == IModelRegistry.Way.Proof ? "validity proof" : "fraud proof";
    }
}
