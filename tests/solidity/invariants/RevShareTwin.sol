// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Test} from "../Test.sol";

/// @title The naive twin of a RevShareToken: every balance at every snapshot, and a loop for everything
/// @dev It knows no index, no cursor and no checkpoint. Amounts of a snapshot are divided once, in parts of 1/10000 unit.
abstract contract RevShareTwin is Test {
    uint256 public constant PEOPLE = 4;
    uint256 public constant ASSETS = 2;
    uint256 internal constant PARTS = 10_000;
    uint256 internal constant BPS = 6_000;

    uint256 public supply = 1e24;
    uint256 public count;
    bool public isOpen;
    uint256[4] public balances;
    uint256[2] public redemption;
    uint256[2] public unsplit;

    mapping(uint256 id => uint256) private _supplyAt;
    mapping(uint256 id => mapping(uint256 asset => uint256 parts)) private _split;
    mapping(uint256 id => mapping(uint256 person => uint256)) private _balanceAt;
    mapping(uint256 id => mapping(uint256 person => mapping(uint256 asset => uint256))) private _slices;
    mapping(uint256 id => mapping(uint256 person => mapping(uint256 asset => bool))) private _isClaimed;
    /// What was paid for claims, and the sum of the exact amounts of the snapshots that were paid by it.
    mapping(uint256 person => mapping(uint256 asset => uint256)) public paid;
    mapping(uint256 person => mapping(uint256 asset => uint256)) public due;

    /// What a person can claim for a closed snapshot: its part, rounded down once, and its slice.
    function claimable(uint256 person, uint256 id, uint256 asset) public view returns (uint256 amount) {
        if (id > closed() || _isClaimed[id][person][asset]) return 0;
        amount = _slices[id][person][asset];
        if (_supplyAt[id] != 0) amount += _split[id][asset] * _balanceAt[id][person] / (PARTS * _supplyAt[id]);
    }

    /// What a person will be able to claim once the snapshots are closed that its burns were too early for.
    function kept(uint256 person, uint256 asset) public view returns (uint256 amount) {
        amount = _slices[count + 1][person][asset];
        if (isOpen) amount += _slices[count][person][asset];
    }

    function closed() public view returns (uint256 id) {
        return isOpen ? count - 1 : count;
    }

    function _twinEarn(uint256 asset, uint256 amount) internal {
        unsplit[asset] += BPS * amount;
        redemption[asset] += (PARTS - BPS) * amount;
    }

    function _twinMove(uint256 from, uint256 to, uint256 amount) internal {
        balances[from] -= amount;
        balances[to] += amount;
    }

    function _twinSnapshot() internal {
        ++count;
        isOpen = true;
        for (uint256 a; a < ASSETS; ++a) {
            (_split[count][a], unsplit[a]) = (unsplit[a], 0);
        }
    }

    /// @dev The block ends: the balances of now count.
    function _twinClose() internal {
        if (!isOpen) return;
        isOpen = false;
        _supplyAt[count] = supply;
        for (uint256 p; p < PEOPLE; ++p) {
            _balanceAt[count][p] = balances[p];
        }
    }

    function _twinBurn(uint256 person, uint256 amount, uint256 asset) internal returns (uint256 pays) {
        uint256 slice = isOpen ? _split[count][asset] * amount / (PARTS * supply) : 0;
        _split[count][asset] -= PARTS * slice;
        _slices[count][person][asset] += slice;
        pays = redemption[asset] * amount / (PARTS * supply);
        redemption[asset] -= PARTS * pays;
        slice = unsplit[asset] * amount / (PARTS * supply);
        unsplit[asset] -= PARTS * slice;
        _slices[count + 1][person][asset] += slice;
    }

    function _twinBurnt(uint256 person, uint256 amount) internal {
        balances[person] -= amount;
        supply -= amount;
    }

    function _twinClaim(uint256 person, uint256 id, uint256 asset, uint256 amount) internal {
        _isClaimed[id][person][asset] = true;
        due[person][asset] += amount;
    }

    function _twinPaid(uint256 person, uint256 asset, uint256 amount) internal {
        paid[person][asset] += amount;
    }
}
