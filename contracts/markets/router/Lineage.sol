// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {ILineage} from "../../interfaces/ILineage.sol";
import {IRevenueRouter} from "../../interfaces/IRevenueRouter.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";

/// @title Lineage: which class was made from which, what a parent allows, and why there is no loop
abstract contract Lineage is IRevenueRouter {
    /// @dev rank 32 | isParent 8 | permission 8 | leastBps 16 | purposes 8
    struct Node {
        uint32 rank;
        bool isParent;
        Permission permission;
        uint16 leastBps;
        uint8 purposes;
    }

    /// @dev leastBps 16 | purposes 8; without purposes there is none.
    struct Allowance {
        uint16 leastBps;
        uint8 purposes;
    }

    uint8 private constant ALL_PURPOSES = 15;

    /// @notice The token whose classes these are.
    IDataAnchoringToken public immutable DAT;

    mapping(uint256 classId => Node) private _nodes;
    mapping(uint256 parentId => mapping(uint256 classId => Allowance)) private _consents;
    mapping(uint256 classId => mapping(uint256 parentId => Allowance)) private _edges;

    /// @dev The token is not called here, so that a deployment can be planned before anything is there.
    constructor(IDataAnchoringToken dat) {
        DAT = dat;
    }

    // --- what a parent allows ---

    /// @inheritdoc ILineage
    function setDerivation(uint256 classId, Permission permission, uint16 leastBps, uint8 purposes) external {
        _checkController(classId);
        _checkAllowance(leastBps, purposes);

        Node storage node = _nodes[classId];
        (node.permission, node.leastBps, node.purposes) = (permission, leastBps, purposes);

        emit DerivationSet(classId, permission, leastBps, purposes);
    }

    /// @inheritdoc ILineage
    function requestDerivation(uint256 classId, uint256 parentId, uint16 bps, uint8 purposes) external {
        _checkController(classId);
        _checkAllowance(bps, purposes);

        emit DerivationRequested(classId, parentId, bps, purposes);
    }

    /// @inheritdoc ILineage
    function consent(uint256 parentId, uint256 classId, uint16 leastBps, uint8 purposes) external {
        _checkController(parentId);
        _checkAllowance(leastBps, purposes);

        _consents[parentId][classId] = Allowance(leastBps, purposes);

        emit ConsentGiven(parentId, classId, leastBps, purposes);
    }

    // --- deriving ---

    /// @dev A parent that a class has already: its part may change, down to what was accepted.
    function _checkParent(uint256 classId, Parent calldata parent) internal view {
        Allowance memory edge = _edges[classId][parent.classId];
        if (parent.purposes != edge.purposes) {
            revert PurposesDiffer(classId, parent.classId, edge.purposes, parent.purposes);
        }
        if (parent.bps < edge.leastBps) revert PartTooSmall(classId, parent.classId, parent.bps, edge.leastBps);
    }

    /// @dev Makes a class the child of one more parent. Only a class that exists has consented or is open.
    function _derive(uint256 classId, Parent calldata parent) internal {
        uint256 parentId = parent.classId;
        if (_edges[classId][parentId].purposes != 0) revert AlreadyParent(classId, parentId);
        Node memory node = _nodes[parentId];
        Allowance memory allowed = _allowance(classId, parentId, node);
        if (parent.purposes == 0 || parent.purposes & ~allowed.purposes != 0) {
            revert PurposeRefused(classId, parentId, parent.purposes, allowed.purposes);
        }
        if (parent.bps < allowed.leastBps) revert PartTooSmall(classId, parentId, parent.bps, allowed.leastBps);

        _rankAbove(classId, parentId, node.rank);
        if (!node.isParent) _nodes[parentId].isParent = true;
        delete _consents[parentId][classId];
        _edges[classId][parentId] = Allowance(allowed.leastBps, parent.purposes);

        emit Derived(classId, parentId, allowed.leastBps, parent.purposes);
    }

    /// @dev What the parent published, or agreed to with this child in particular, which goes first.
    function _allowance(uint256 classId, uint256 parentId, Node memory node)
        private
        view
        returns (Allowance memory allowed)
    {
        if (node.permission == Permission.Closed) revert DerivationClosed(classId, parentId);
        allowed = _consents[parentId][classId];
        if (allowed.purposes != 0) return allowed;
        if (node.permission != Permission.Open) revert ConsentMissing(classId, parentId);
        return Allowance(node.leastBps, node.purposes);
    }

    /// @dev Every edge leads from a lower rank to a higher one: this one by what is done here, and all others still do,
    /// because only a class from which none leads rises. So no path comes back to where it began.
    function _rankAbove(uint256 classId, uint256 parentId, uint32 parentRank) private {
        Node storage node = _nodes[classId];
        if (classId == parentId) revert LineageLoop(classId, parentId);
        if (node.rank > parentRank) return;
        if (node.isParent) revert LineageLoop(classId, parentId);
        node.rank = parentRank + 1;
    }

    // --- views ---

    /// @inheritdoc ILineage
    function derivationOf(uint256 classId)
        external
        view
        returns (Permission permission, uint256 leastBps, uint256 purposes)
    {
        Node memory node = _nodes[classId];
        return (node.permission, node.leastBps, node.purposes);
    }

    /// @inheritdoc ILineage
    function consentOf(uint256 parentId, uint256 classId) external view returns (uint256 leastBps, uint256 purposes) {
        Allowance memory given = _consents[parentId][classId];
        return (given.leastBps, given.purposes);
    }

    /// @inheritdoc ILineage
    function derivedFrom(uint256 classId, uint256 parentId) external view returns (uint256 leastBps, uint256 purposes) {
        Allowance memory edge = _edges[classId][parentId];
        return (edge.leastBps, edge.purposes);
    }

    /// @inheritdoc ILineage
    function rankOf(uint256 classId) external view returns (uint256 rank, bool hasChildren) {
        Node memory node = _nodes[classId];
        return (node.rank, node.isParent);
    }

    // --- for the other parts ---

    function _purposesOf(uint256 classId, uint256 parentId) internal view returns (uint8 purposes) {
        return _edges[classId][parentId].purposes;
    }

    function _checkController(uint256 classId) internal view {
        address controller = DAT.controllerOf(classId);
        if (msg.sender != controller) revert IDataAnchoringToken.NotController(classId, msg.sender, controller);
    }

    function _checkAllowance(uint256 leastBps, uint256 purposes) private pure {
        if (leastBps > RevenueLib.BPS || purposes > ALL_PURPOSES) revert InvalidDerivation(leastBps, purposes);
    }
}
