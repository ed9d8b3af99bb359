// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {IModelRegistry} from "../../interfaces/IModelRegistry.sol";
import {Utf8} from "../../libraries/Utf8.sol";
import {Collection} from "./Collection.sol";
import {Commitments} from "./Commitments.sol";
import {Metadata} from "./Metadata.sol";
import {Takings} from "./Takings.sol";
import {ERC721Utils} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Utils.sol";
import {ERC721} from "solady/tokens/ERC721.sol";

/// @title AI-generated content token (AIGC): a collection of works that one version of a model made
/// @dev The interface `IAigcToken` is the specification. One concern, one file: `Collection`, `Takings`, `Blobs`, `Works`,
/// `Commitments`, `Metadata`.
contract AigcToken is Commitments, Metadata, Takings {
    constructor(IModelRegistry registry_, uint256 modelId_, Terms memory terms_)
        Collection(registry_, modelId_, terms_)
    {}

    /// @inheritdoc IAigcToken
    function mint(address to, Draft calldata draft) external payable returns (uint256 id) {
        _checkFee();
        id = _checkPrompt(draft.prompt);
        address owner = _ownerOf(id);
        if (owner != address(0)) revert AlreadyMinted(id, owner);
        IModelRegistry.Way way = _checkProof(id, draft.prompt, draft.aigcData, draft.proof);

        _setContent(id, way, block.number, draft.aigcData);
        _mint(to, id);
        _publish(id, draft);

        ERC721Utils.checkOnERC721Received(msg.sender, address(0), to, id, "");
    }

    /// @inheritdoc IAigcToken
    function reveal(bytes32 salt, address to, Draft calldata draft) external payable returns (uint256 id) {
        _checkFee();
        id = _checkPrompt(draft.prompt);
        uint256 since = _spend(id, salt);
        address owner = _ownerOf(id);
        if (owner != address(0) && !_yieldsTo(id, since)) revert AlreadyMinted(id, owner);
        IModelRegistry.Way way = _checkProof(id, draft.prompt, draft.aigcData, draft.proof);

        // The content comes first: with it the token yields no longer, and can move.
        _setContent(id, way, 0, draft.aigcData);
        if (owner == address(0)) _mint(to, id);
        else _takeOver(id, owner, to);
        _publish(id, draft);

        ERC721Utils.checkOnERC721Received(msg.sender, owner, to, id, "");
    }

    function _publish(uint256 id, Draft calldata draft) private {
        if (draft.stored) _store(id, draft.prompt, draft.aigcData);

        emit AigcData(id, draft.prompt, draft.aigcData, draft.proof);
        emit ContentPublished(id, draft.prompt, draft.aigcData);
    }

    /// @dev What the one before had stored goes: nobody pays for the size of another's content.
    function _takeOver(uint256 id, address owner, address to) private {
        _forget(id);
        _transfer(owner, to, id);

        emit MetadataUpdate(id);
    }

    function _checkPrompt(bytes calldata prompt_) private pure returns (uint256 id) {
        if (prompt_.length == 0) revert EmptyPrompt();
        id = tokenId(prompt_);
        if (!Utf8.isValid(prompt_)) revert PromptNotText(id);
    }

    function _beforeTokenTransfer(address from, address to, uint256 id) internal view override(ERC721, Commitments) {
        super._beforeTokenTransfer(from, to, id);
    }
}
