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
    uint256 private constant FRACTION_BITS = 136;

    uint256 public supply = 1e24;
    uint256 public count;
    bool public isOpen;
    uint256[4] public balances;
    uint256[2] public redemption;
    uint256[2] public unsplit;
    /// What has come in that nothing has booked: of a token that is not accepted, or without tokens.
    uint256[2] public waiting;
    /// Whether the ERC-20 is revenue.
    bool public isAccepted = true;
    /// Who burnt the last tokens.
    uint256 public lastHolder;

    mapping(uint256 id => uint256) private _supplyAt;
    mapping(uint256 id => mapping(uint256 asset => uint256 parts)) private _split;
    mapping(uint256 id => mapping(uint256 person => uint256)) private _balanceAt;
    mapping(uint256 id => mapping(uint256 person => mapping(uint256 asset => uint256))) private _slices;
    mapping(uint256 id => mapping(uint256 person => mapping(uint256 asset => bool))) private _isClaimed;
    /// What was paid for claims, and the sum of the exact amounts of the snapshots that were paid by it.
    mapping(uint256 person => mapping(uint256 asset => uint256)) public paid;
    mapping(uint256 person => mapping(uint256 asset => uint256)) public due;
    /// Payments that failed.
    mapping(uint256 person => mapping(uint256 asset => uint256)) public owed;

    /// What a person can claim for a closed snapshot: its part, rounded down once, and its slice.
    function claimable(uint256 person, uint256 id, uint256 asset) public view returns (uint256 amount) {
        if (id > closed()) return 0;
        (uint256 whole,) = _share(person, id, asset);
        return whole + _slices[id][person][asset];
    }

    /// The floor of the exact sum of what a person has not claimed, and what is added to it as it is: slices and failed payments.
    function mostClaimable(uint256 person, uint256 asset) public view returns (uint256 amount) {
        uint256 fractions;
        for (uint256 id = 1; id <= count + 1; ++id) {
            if (id <= closed() || supply == 0) amount += _slices[id][person][asset];
            if (id > closed()) continue;
            (uint256 whole, uint256 fraction) = _share(person, id, asset);
            (amount, fractions) = (amount + whole, fractions + fraction);
        }
        amount += (fractions >> FRACTION_BITS) + owed[person][asset];
    }

    /// What a person will be able to claim once the snapshots are closed that its burns were too early for.
    function kept(uint256 person, uint256 asset) public view returns (uint256 amount) {
        if (supply == 0) return 0;
        amount = _slices[count + 1][person][asset];
        if (isOpen) amount += _slices[count][person][asset];
    }

    /// What the person's tokens stand for of all that no closed snapshot has split.
    function stake(uint256 person, uint256 asset) public view returns (uint256 amount) {
        uint256 parts = redemption[asset] + unsplit[asset];
        if (supply == 0) return person == lastHolder ? parts / PARTS : 0;
        if (isOpen) parts += _split[count][asset];
        return parts * balances[person] / (PARTS * supply);
    }

    /// A person's part of a closed snapshot that it has not claimed: whole units, and the rest in 2**-136, rounded up.
    function _share(uint256 person, uint256 id, uint256 asset) private view returns (uint256 whole, uint256 fraction) {
        if (_isClaimed[id][person][asset] || _supplyAt[id] == 0) return (0, 0);
        uint256 parts = _split[id][asset] * _balanceAt[id][person];
        uint256 unit = PARTS * _supplyAt[id];
        return (parts / unit, (((parts % unit) << FRACTION_BITS) + unit - 1) / unit);
    }

    function closed() public view returns (uint256 id) {
        return isOpen ? count - 1 : count;
    }

    function _twinEarn(uint256 asset, uint256 amount) internal {
        if (supply == 0 || (asset == 1 && !isAccepted)) {
            waiting[asset] += amount;
            return;
        }
        unsplit[asset] += BPS * amount;
        redemption[asset] += (PARTS - BPS) * amount;
    }

    /// @dev Nothing waits for a snapshot that may never split it.
    function _twinAccept(bool accepted) internal {
        isAccepted = accepted;
        uint256 amount = waiting[1];
        if (accepted && supply != 0) {
            waiting[1] = 0;
            _twinEarn(1, amount);
        } else if (!accepted) {
            waiting[1] = 0;
            (redemption[1], unsplit[1]) = (redemption[1] + unsplit[1] + PARTS * amount, 0);
        }
    }

    function _twinSettle(uint256 asset) internal returns (uint256 amount) {
        (amount, waiting[asset]) = (waiting[asset], 0);
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
        if (amount == supply) return _twinTakeAll(asset);
        uint256 slice = isOpen ? _split[count][asset] * amount / (PARTS * supply) : 0;
        _split[count][asset] -= PARTS * slice;
        _slices[count][person][asset] += slice;
        pays = redemption[asset] * amount / (PARTS * supply);
        redemption[asset] -= PARTS * pays;
        slice = unsplit[asset] * amount / (PARTS * supply);
        unsplit[asset] -= PARTS * slice;
        _slices[count + 1][person][asset] += slice;
    }

    function _twinTakeAll(uint256 asset) internal returns (uint256 pays) {
        uint256 parts = redemption[asset] + unsplit[asset];
        if (isOpen) (parts, _split[count][asset]) = (parts + _split[count][asset], 0);
        (redemption[asset], unsplit[asset]) = (parts % PARTS, 0);
        return parts / PARTS;
    }

    function _twinBurnt(uint256 person, uint256 amount) internal {
        balances[person] -= amount;
        supply -= amount;
        if (supply == 0 && amount != 0) lastHolder = person;
    }

    /// @dev What is less than a unit stays for a claim of all.
    function _twinClaim(uint256 person, uint256 id, uint256 asset) internal {
        (uint256 whole,) = _share(person, id, asset);
        if (whole != 0) _isClaimed[id][person][asset] = true;
        due[person][asset] += whole + _slices[id][person][asset];
        _slices[id][person][asset] = 0;
    }

    function _twinClaimAll(uint256 person, uint256 asset) internal {
        for (uint256 id = 1; id <= closed(); ++id) {
            _twinClaim(person, id, asset);
            _isClaimed[id][person][asset] = true;
        }
        if (supply == 0) {
            for (uint256 id = closed() + 1; id <= count + 1; ++id) {
                due[person][asset] += _slices[id][person][asset];
                _slices[id][person][asset] = 0;
            }
        }
        owed[person][asset] = 0;
    }

    function _twinSlicesLeft(uint256 person, uint256 asset) internal view returns (uint256 amount) {
        for (uint256 id = closed() + 1; id <= count + 1; ++id) {
            amount += _slices[id][person][asset];
        }
    }

    function _twinOwe(uint256 person, uint256 asset, uint256 amount) internal {
        owed[person][asset] += amount;
    }

    function _twinPaid(uint256 person, uint256 asset, uint256 amount) internal {
        paid[person][asset] += amount;
    }
}
