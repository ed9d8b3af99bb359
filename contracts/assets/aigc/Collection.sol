// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {IERC7007, IERC7007Enumerable, IERC7007Updatable} from "../../interfaces/IERC7007.sol";
import {IModelRegistry} from "../../interfaces/IModelRegistry.sol";
import {IVerifier} from "../../interfaces/IVerifier.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";
import {Utf8} from "../../libraries/Utf8.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {ERC721} from "solady/tokens/ERC721.sol";

/// @title Collection: the model and the terms that all works share, fixed when it is made
abstract contract Collection is IAigcToken, ERC721 {
    /// @inheritdoc IAigcToken
    IModelRegistry public immutable registry;
    /// @inheritdoc IAigcToken
    uint256 public immutable modelId;
    /// @inheritdoc IAigcToken
    bytes32 public immutable modelCommitment;
    /// @inheritdoc IAigcToken
    address public immutable revenue;

    bytes4 private constant ERC4906 = 0x49064906;

    IVerifier private immutable _reexecution;
    IVerifier private immutable _proof;
    IVerifier private immutable _fraud;
    uint256 internal immutable _mintFee;

    Terms private _terms;

    constructor(IModelRegistry registry_, uint256 modelId_, Terms memory terms_) {
        if (terms_.creatorBps > RevenueLib.BPS || (terms_.creatorBps != 0 && terms_.creator == address(0))) {
            revert InvalidCreatorPart(terms_.creator, terms_.creatorBps);
        }
        _checkText(terms_.name);
        _checkText(terms_.symbol);
        _checkText(terms_.description);
        _checkText(terms_.aigcType);
        IModelRegistry.Model memory model = registry_.modelOf(modelId_);
        if (terms_.royaltyBps > RevenueLib.BPS) revert InvalidRoyalty(model.revenue, terms_.royaltyBps);

        (registry, modelId, modelCommitment, revenue) = (registry_, modelId_, model.commitment, model.revenue);
        (_reexecution, _proof, _fraud) = (model.verifiers[0], model.verifiers[1], model.verifiers[2]);
        if (uint160(address(_reexecution)) | uint160(address(_proof)) | uint160(address(_fraud)) == 0) {
            revert NothingVerifies(modelId_);
        }
        _mintFee = terms_.mintFee;
        _terms = terms_;

        emit CollectionMade(registry_, modelId_, model.commitment, model.revenue);
    }

    /// @inheritdoc IAigcToken
    function terms() external view returns (Terms memory) {
        return _terms;
    }

    /// @inheritdoc IAigcToken
    function verifierOf(IModelRegistry.Way way) public view returns (IVerifier) {
        if (way == IModelRegistry.Way.Reexecution) return _reexecution;
        if (way == IModelRegistry.Way.Proof) return _proof;
        return _fraud;
    }

    /// @notice Name of the collection.
    function name() public view override returns (string memory) {
        return _terms.name;
    }

    /// @notice Symbol of the collection.
    function symbol() public view override returns (string memory) {
        return _terms.symbol;
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 id, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        _checkMinted(id);
        return (revenue, RevenueLib.bpsDown(salePrice, _terms.royaltyBps));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool supported) {
        if (interfaceId == type(IERC7007Updatable).interfaceId) return address(_fraud) != address(0);
        return interfaceId == type(IERC7007).interfaceId || interfaceId == type(IERC7007Enumerable).interfaceId
            || interfaceId == type(IERC2981).interfaceId || interfaceId == ERC4906
            || super.supportsInterface(interfaceId);
    }

    // --- for the other parts ---

    function _sharedTerms() internal view returns (Terms storage) {
        return _terms;
    }

    /// @dev What is no text would break the metadata of every work.
    function _checkText(string memory text) private pure {
        if (!Utf8.isValid(bytes(text))) revert TermsNotText(bytes(text));
    }

    function _checkMinted(uint256 id) internal view {
        if (!_exists(id)) revert UnknownToken(id);
    }
}
