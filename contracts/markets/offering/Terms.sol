// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms, Tranche} from "../../interfaces/IModelOffering.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";

/// @title Terms: what was fixed when the offering was made, and what time it is by them
/// @dev All of it is in the code, so reading it costs nothing, and nobody can change it.
abstract contract Terms is IModelOffering {
    address internal constant NATIVE = address(0);

    uint256 private constant MAX_TRANCHES = 8;
    /// @dev Holders have at least this long to veto a tranche.
    uint256 private constant MIN_NOTICE = 1 days;

    address internal immutable TOKEN;
    address internal immutable CREATOR;
    address internal immutable TREASURY;
    address internal immutable PAYMENT;
    uint256 internal immutable SALE_SUPPLY;
    uint256 internal immutable CREATOR_SUPPLY;
    uint256 internal immutable TREASURY_SUPPLY;
    uint256 internal immutable TARGET;
    uint256 internal immutable SOFT_CAP;
    uint256 internal immutable WALLET_CAP;
    uint256 internal immutable START;
    uint256 internal immutable END;
    uint256 internal immutable VESTING_CLIFF;
    uint256 internal immutable VESTING_END;
    uint256 internal immutable VETO_BPS;

    uint256 internal immutable TRANCHES;
    /// @dev Eight delays in seconds, 32 bits each, the first in the lowest bits; then as many sums of basis points, 16 bits each.
    uint256 private immutable DELAYS;
    uint256 private immutable SUMS;

    constructor(OfferingTerms memory terms_, address token_) {
        _checkParties(terms_, token_);
        _checkSale(terms_);
        (uint256 delays, uint256 sums, uint256 last) = _schedule(terms_.tranches);
        if (terms_.vestingCliff < terms_.end + last || terms_.vestingEnd < terms_.vestingCliff) {
            revert InvalidVesting(terms_.vestingCliff, terms_.vestingEnd, terms_.end + last);
        }
        if (terms_.vetoBps > RevenueLib.BPS || (terms_.vetoBps == 0) != (last == 0)) {
            revert InvalidVetoBps(terms_.vetoBps);
        }

        TOKEN = token_;
        CREATOR = terms_.creator;
        TREASURY = terms_.treasury;
        PAYMENT = terms_.payment;
        SALE_SUPPLY = terms_.saleSupply;
        CREATOR_SUPPLY = terms_.creatorSupply;
        TREASURY_SUPPLY = terms_.treasurySupply;
        TARGET = terms_.target;
        SOFT_CAP = terms_.softCap;
        WALLET_CAP = terms_.walletCap;
        START = terms_.start;
        END = terms_.end;
        VESTING_CLIFF = terms_.vestingCliff;
        VESTING_END = terms_.vestingEnd;
        VETO_BPS = terms_.vetoBps;
        TRANCHES = terms_.tranches.length;
        DELAYS = delays;
        SUMS = sums;
    }

    function _checkParties(OfferingTerms memory terms_, address token_) private view {
        if (terms_.creator == address(0) || terms_.creator == address(this)) revert InvalidParty(terms_.creator);
        if (terms_.treasury == address(0) || terms_.treasury == address(this)) revert InvalidParty(terms_.treasury);
        if (terms_.payment == token_ || (terms_.payment != NATIVE && terms_.payment.code.length == 0)) {
            revert InvalidPayment(terms_.payment);
        }
    }

    function _checkSale(OfferingTerms memory terms_) private view {
        if (terms_.softCap == 0 || terms_.softCap > terms_.target) {
            revert InvalidSoftCap(terms_.softCap, terms_.target);
        }
        if (terms_.start >= terms_.end || terms_.end <= block.timestamp) {
            revert InvalidPeriod(terms_.start, terms_.end, block.timestamp);
        }
    }

    /// @return delays The delays, packed.
    /// @return sums The basis points of each tranche and those before it, packed.
    /// @return last The delay of the last tranche.
    function _schedule(Tranche[] memory tranches) private pure returns (uint256 delays, uint256 sums, uint256 last) {
        uint256 number = tranches.length;
        uint256 sum;
        if (number == 0 || number > MAX_TRANCHES) revert InvalidTranches(number);
        for (uint256 i; i < number; ++i) {
            uint256 delay = tranches[i].delay;
            bool isFirst = i == 0 && delay == 0;
            if (tranches[i].bps == 0 || (!isFirst && delay < last + MIN_NOTICE)) revert InvalidTranches(number);
            last = delay;
            sum += tranches[i].bps;
            if (sum > RevenueLib.BPS) revert InvalidTranches(number);
            delays |= delay << (32 * i);
            sums |= sum << (16 * i);
        }
        if (sum != RevenueLib.BPS) revert InvalidTranches(number);
    }

    /// @inheritdoc IModelOffering
    function terms() external view returns (OfferingTerms memory) {
        Tranche[] memory tranches = new Tranche[](TRANCHES);
        for (uint256 i; i < tranches.length; ++i) {
            tranches[i] = Tranche(uint32(_delayOf(i)), uint16(_bpsBefore(i + 1) - _bpsBefore(i)));
        }
        return OfferingTerms({
            creator: CREATOR,
            treasury: TREASURY,
            payment: PAYMENT,
            saleSupply: uint96(SALE_SUPPLY),
            creatorSupply: uint96(CREATOR_SUPPLY),
            treasurySupply: uint96(TREASURY_SUPPLY),
            target: uint112(TARGET),
            softCap: uint112(SOFT_CAP),
            walletCap: uint112(WALLET_CAP),
            start: uint64(START),
            end: uint64(END),
            vestingCliff: uint64(VESTING_CLIFF),
            vestingEnd: uint64(VESTING_END),
            tranches: tranches,
            vetoBps: uint16(VETO_BPS)
        });
    }

    /// @inheritdoc IModelOffering
    function token() external view returns (address) {
        return TOKEN;
    }

    // --- time ---

    function _hasEnded() internal view returns (bool) {
        return block.timestamp >= END;
    }

    /// @dev How many tranches are due by their time.
    function _dueTranches() internal view returns (uint256 number) {
        while (number < TRANCHES && block.timestamp >= END + _delayOf(number)) ++number;
    }

    /// @dev When a tranche is due.
    function _timeOf(uint256 tranche) internal view returns (uint256 timestamp) {
        return END + _delayOf(tranche);
    }

    /// @dev The basis points of the first `number` tranches together.
    function _bpsBefore(uint256 number) internal view returns (uint256 bps) {
        return number == 0 ? 0 : (SUMS >> (16 * (number - 1))) & type(uint16).max;
    }

    function _delayOf(uint256 tranche) private view returns (uint256 delay) {
        return (DELAYS >> (32 * tranche)) & type(uint32).max;
    }
}
