// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {IERC7007, IERC7007Enumerable, IERC7007Updatable} from "../../interfaces/IERC7007.sol";
import {IModelRegistry} from "../../interfaces/IModelRegistry.sol";
import {IVerifier, Statement} from "../../interfaces/IVerifier.sol";
import {Bonds} from "../../libraries/Bonds.sol";
import {Statements} from "../../libraries/Statements.sol";
import {Verification} from "../../libraries/Verification.sol";
import {Blobs} from "./Blobs.sol";

/// @title Works: what each token's content is, how it is verified, and when another one takes its place
abstract contract Works is Blobs {
    /// @dev The upper 96 bits of a token's slot of ownership:  opened at block 88 | way 8
    uint256 private constant WAY_BITS = 8;

    mapping(uint256 tokenId => bytes32 contentHash) private _contentHashes;

    // --- content ---

    /// @inheritdoc IERC7007
    function addAigcData(uint256 id, bytes calldata prompt_, bytes calldata aigcData, bytes calldata proof) external {
        address owner = _ownerOf(id);
        if (owner == address(0)) revert UnknownToken(id);
        if (msg.sender != owner) revert NotTokenOwner(id, msg.sender, owner);
        if (tokenId(prompt_) != id) revert WrongPrompt(id, tokenId(prompt_));
        IModelRegistry.Way way = _checkProof(id, prompt_, aigcData, proof);
        _checkReplaceable(id, way);

        _setContent(id, way, _openedAt(id), aigcData);
        _restore(id, prompt_, aigcData);

        emit AigcData(id, prompt_, aigcData, proof);
        emit ContentPublished(id, prompt_, aigcData);
        emit MetadataUpdate(id);
    }

    /// @inheritdoc IERC7007Updatable
    function update(bytes calldata prompt_, bytes calldata aigcData) external {
        uint256 id = tokenId(prompt_);
        Status status = statusOf(id);
        if (status == Status.Unknown) revert UnknownToken(id);
        if (status != Status.Overturned) revert NotOverturned(id, status);
        Status bonded = bondedStatusOf(id, keccak256(aigcData));
        if (bonded == Status.Unproven || bonded == Status.Overturned) {
            revert ContentNotBonded(id, keccak256(aigcData));
        }

        _contentHashes[id] = keccak256(aigcData);
        _restore(id, prompt_, aigcData);

        emit Update(id, prompt_, aigcData);
        emit ContentPublished(id, prompt_, aigcData);
        emit MetadataUpdate(id);
    }

    /// @inheritdoc IAigcToken
    function store(bytes calldata prompt_, bytes calldata aigcData) external {
        uint256 id = tokenId(prompt_);
        _checkMinted(id);
        bytes32 expected = _contentHashes[id];
        if (keccak256(aigcData) != expected) revert WrongContent(id, expected, keccak256(aigcData));

        _store(id, prompt_, aigcData);

        emit MetadataUpdate(id);
    }

    // --- verification ---

    /// @inheritdoc IERC7007
    function verify(bytes calldata prompt_, bytes calldata aigcData, bytes calldata proof)
        external
        view
        returns (bool success)
    {
        uint256 id = tokenId(prompt_);
        if (proof.length == 0) return _isCurrent(id, aigcData) && statusOf(id) == Status.Final;
        if (uint8(proof[0]) > uint8(type(IModelRegistry.Way).max)) return false;
        IModelRegistry.Way way = IModelRegistry.Way(uint8(proof[0]));
        if (way == IModelRegistry.Way.Fraud && !_isCurrent(id, aigcData)) return false;
        return _holds(way, prompt_, aigcData, proof[1:]);
    }

    /// @inheritdoc IAigcToken
    function statusOf(uint256 id) public view returns (Status status) {
        if (!_exists(id)) return Status.Unknown;
        if (_wayOf(id) != IModelRegistry.Way.Fraud) return Status.Final;
        return bondedStatusOf(id, _contentHashes[id]);
    }

    /// @inheritdoc IAigcToken
    function bondedStatusOf(uint256 id, bytes32 contentHash) public view returns (Status status) {
        IVerifier verifier = verifierOf(IModelRegistry.Way.Fraud);
        bytes32 statement = Statements.hash(modelCommitment, address(this), bytes32(id), contentHash);
        // A work stands like the statement that it makes; only a work can be unknown.
        return Status(uint256(Bonds.statusOf(verifier, statement)) + 1);
    }

    /// @inheritdoc IAigcToken
    function workOf(uint256 id) external view returns (Work memory work) {
        _checkMinted(id);
        return Work(_contentHashes[id], _wayOf(id), _openedAt(id), _blobOf(id));
    }

    /// @inheritdoc IERC7007Enumerable
    function tokenId(bytes calldata prompt_) public pure returns (uint256) {
        return uint256(keccak256(prompt_));
    }

    // --- for the other parts ---

    /// @dev The way that a proof names, if the content may be a token's by it.
    function _checkProof(uint256 id, bytes calldata prompt_, bytes calldata aigcData, bytes calldata proof)
        internal
        view
        returns (IModelRegistry.Way way)
    {
        way = IModelRegistry.Way.Fraud;
        if (proof.length != 0) {
            if (uint8(proof[0]) > uint8(type(IModelRegistry.Way).max)) revert UnknownWay(uint8(proof[0]));
            way = IModelRegistry.Way(uint8(proof[0]));
        }
        if (address(verifierOf(way)) == address(0)) revert WayNotOffered(way);
        if (way == IModelRegistry.Way.Fraud) return way;
        if (!_holds(way, prompt_, aigcData, proof[1:])) revert NotVerified(id, way);
    }

    function _setContent(uint256 id, IModelRegistry.Way way, uint256 openedAt, bytes calldata aigcData) internal {
        _contentHashes[id] = keccak256(aigcData);
        _setExtraData(id, uint96((openedAt << WAY_BITS) | uint256(way)));
    }

    /// @dev The block of a mint in one step; 0 for a work that was revealed.
    function _openedAt(uint256 id) internal view returns (uint256 blockNumber) {
        return _getExtraData(id) >> WAY_BITS;
    }

    function _contentHashOf(uint256 id) internal view returns (bytes32 contentHash) {
        return _contentHashes[id];
    }

    function _wayOf(uint256 id) internal view returns (IModelRegistry.Way way) {
        return IModelRegistry.Way(uint8(_getExtraData(id)));
    }

    /// @dev What is final stays. What a bond stands behind gives way to a proof, or to a dispute.
    function _checkReplaceable(uint256 id, IModelRegistry.Way way) private view {
        Status status = statusOf(id);
        if (status == Status.Final) revert ContentFinal(id);
        bool bonded = status == Status.Pending || status == Status.Challenged;
        if (bonded && way == IModelRegistry.Way.Fraud) revert ContentBonded(id, status);
    }

    function _isCurrent(uint256 id, bytes calldata aigcData) private view returns (bool current) {
        return _exists(id) && _contentHashes[id] == keccak256(aigcData);
    }

    function _holds(IModelRegistry.Way way, bytes calldata prompt_, bytes calldata aigcData, bytes calldata proof)
        private
        view
        returns (bool valid)
    {
        Statement memory statement = Statement(modelCommitment, address(this), prompt_, aigcData);
        return Verification.verify(verifierOf(way), statement, proof);
    }
}
