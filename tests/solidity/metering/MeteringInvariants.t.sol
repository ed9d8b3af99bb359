// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDat} from "../IDat.sol";
import {Test} from "../Test.sol";
import {MeteringHandler} from "./MeteringHandler.sol";
import {MeteringModel} from "./MeteringModel.sol";

/// @title What is true of reserved quota after anything that anybody does or tries
contract MeteringInvariants is Test {
    MeteringHandler private _handler;
    IDat private _dat;

    function setUp() public {
        _handler = new MeteringHandler();
        _dat = _handler.DAT();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// Quota is conserved: what was minted is what was used, what tokens hold, and what is reserved and not redeemed.
    function invariant_QuotaIsConserved() external view {
        MeteringModel.Token[] memory tokens = _handler.tokens();
        uint256 held;
        uint256 reserved;
        for (uint256 i; i < tokens.length; ++i) {
            held += _dat.valueOf(tokens[i].id);
            reserved += _reservedOf(tokens[i].id);
        }
        vm.assertEq(_handler.minted(), _handler.used() + held + reserved);
    }

    /// A service never gets more than was signed for it in that generation.
    function invariant_NobodyGetsMoreThanWasSigned() external view {
        MeteringModel.Account[] memory accounts = _handler.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            vm.assertLe(accounts[i].paid, accounts[i].signed);
        }
    }

    /// Each reservation stands as it was promised: nothing of it is redeemed beyond it, and nothing returns before its end
    /// but by the service.
    function invariant_EachReservationStands() external view {
        MeteringModel.Token[] memory tokens = _handler.tokens();
        for (uint256 i; i < tokens.length; ++i) {
            for (uint256 p; p < _handler.PEOPLE(); ++p) {
                for (uint256 s; s < _handler.SERVICES(); ++s) {
                    _assertStands(tokens[i].id, _handler.people(p), _handler.services(s));
                }
            }
        }
    }

    /// Each token has the quota that the list says.
    function invariant_EachTokenHasItsQuota() external view {
        MeteringModel.Token[] memory tokens = _handler.tokens();
        for (uint256 i; i < tokens.length; ++i) {
            vm.assertEq(_dat.valueOf(tokens[i].id), tokens[i].value);
        }
    }

    /// In thirty runs of a hundred random calls, the handler reaches what these sentences are about: vouchers that pay, that
    /// pay again in one generation, and that a session key signed.
    function test_TheHandler_ReachesWhatMatters() external {
        uint256 paid;
        uint256 paidAgain;
        uint256 bySession;
        for (uint256 run; run < 30; ++run) {
            setUp();
            for (uint256 i; i < 100; ++i) {
                _drive(uint256(keccak256(abi.encode(run, i))));
            }
            (uint256 first, uint256 more) = _countPaid();
            (paid, paidAgain, bySession) = (paid + first, paidAgain + more, bySession + _handler.paidBySession());
        }
        vm.assertLe(50, paid, "generations that paid");
        vm.assertLe(20, paidAgain, "generations that paid twice");
        vm.assertLe(15, bySession, "payments by session");
    }

    function _countPaid() private view returns (uint256 once, uint256 again) {
        MeteringModel.Account[] memory accounts = _handler.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i].payments > 0) ++once;
            if (accounts[i].payments > 1) ++again;
        }
    }

    function _drive(uint256 seed) private {
        uint256 choice = seed % 10;
        uint256 more = uint256(keccak256(abi.encode(seed)));
        uint256 last = uint256(keccak256(abi.encode(more)));
        if (choice == 0) _handler.pass(more);
        if (choice == 1) _handler.mint(more, uint128(last));
        if (choice == 2) _handler.transfer(more);
        if (choice == 3) _handler.approve(more, last % 2 == 0);
        if (choice == 4) _handler.recordUsage(more, last);
        if (choice == 5) _handler.transferValue(more, last);
        if (choice == 6) _handler.reserve(more, last, last >> 128);
        if (choice == 7) _handler.release(more);
        if (choice == 8) _handler.revokeSession(more);
        if (choice == 9) _handler.redeem(more, last, last >> 64);
    }

    function _reservedOf(uint256 tokenId) private view returns (uint256 reserved) {
        for (uint256 p; p < _handler.PEOPLE(); ++p) {
            for (uint256 s; s < _handler.SERVICES(); ++s) {
                (uint256 amount, uint256 redeemed,,) =
                    _dat.reservationOf(tokenId, _handler.people(p), _handler.services(s));
                reserved += amount - redeemed;
            }
        }
    }

    function _assertStands(uint256 tokenId, address reserver, address service) private view {
        MeteringModel.Reservation memory promised = _handler.reservationOf(tokenId, reserver, service);
        (uint256 amount, uint256 redeemed, uint64 until, uint32 generation) =
            _dat.reservationOf(tokenId, reserver, service);
        vm.assertLe(redeemed, amount);
        vm.assertEq(amount, promised.amount);
        vm.assertEq(redeemed, promised.redeemed);
        vm.assertEq(until, promised.until);
        vm.assertEq(generation, promised.generation);
    }
}
