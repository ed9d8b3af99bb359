// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms, Tranche} from "../../../contracts/interfaces/IModelOffering.sol";
import {IRevShareToken} from "../../../contracts/interfaces/IRevShareToken.sol";
import {Test} from "../Test.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @dev Does at random what people do with an offering, and keeps its own books of who paid and got what.
contract OfferingHandler is Test {
    uint256 public constant PEOPLE = 6;

    IModelOffering public immutable OFFERING;
    IERC20 public immutable TOKEN;
    IERC20 public immutable PAYMENT;

    uint256 public time;
    /// What people paid in, and what left for depositors, creator, treasury and holders after a veto.
    uint256 public paidIn;
    uint256 public backToDepositors;
    uint256 public toCreator;
    uint256 public toTreasury;
    uint256 public toHolders;
    /// The exact parts that depositors must have had, by the formulas.
    uint256 public wrongParts;
    address[] public people;
    address public immutable CREATOR;
    address public immutable TREASURY;

    OfferingTerms private _terms;

    constructor(IModelOffering offering, IERC20 payment) {
        (OFFERING, TOKEN, PAYMENT) = (offering, IERC20(offering.token()), payment);
        OfferingTerms memory terms = offering.terms();
        (CREATOR, TREASURY) = (terms.creator, terms.treasury);
        (_terms.saleSupply, _terms.target, _terms.softCap) = (terms.saleSupply, terms.target, terms.softCap);
        time = terms.start;
        for (uint256 i; i < PEOPLE; ++i) {
            people.push(vm.addr(100 + i));
            vm.prank(people[i]);
            TOKEN.approve(address(offering), type(uint256).max);
            vm.prank(people[i]);
            payment.approve(address(offering), type(uint256).max);
        }
    }

    modifier now_() {
        vm.warp(time);
        _;
    }

    /// @dev Time passes in steps that leave room for each phase of a run.
    function pass(uint256 seed) external {
        time += seed % 5 == 0 ? seed % 20 days : seed % 12 hours;
        vm.warp(time);
    }

    function deposit(uint256 seed, uint256 amount) external now_ {
        amount = seed % 3 == 0 ? bound(amount, 1, 1e3) : bound(amount, 1, 200 ether);
        address person = _person(seed >> 8);
        uint256 before = PAYMENT.balanceOf(address(OFFERING));
        vm.prank(person);
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.deposit, (amount)));
        vm.assertEq(success, OFFERING.phase() == IModelOffering.Phase.Open);
        paidIn += PAYMENT.balanceOf(address(OFFERING)) - before;
    }

    function collect(uint256 seed) external now_ {
        address person = _person(seed);
        (uint256 amount, uint256 raised) = (OFFERING.depositOf(person), OFFERING.raised());
        uint256 held = TOKEN.balanceOf(person);
        uint256 before = PAYMENT.balanceOf(person);
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.collect, (person)));
        if (!success) return;
        uint256 back = raised > _terms.target ? amount * (raised - _terms.target) / raised : 0;
        uint256 sold = uint256(_terms.saleSupply) * amount / (raised > _terms.target ? raised : _terms.target);
        if (PAYMENT.balanceOf(person) - before != back || TOKEN.balanceOf(person) - held != sold) ++wrongParts;
        backToDepositors += back;
    }

    function refund(uint256 seed) external now_ {
        address person = _person(seed);
        uint256 amount = OFFERING.depositOf(person);
        uint256 before = PAYMENT.balanceOf(person);
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.refund, (person)));
        if (!success) return;
        if (PAYMENT.balanceOf(person) - before != amount) ++wrongParts;
        backToDepositors += amount;
    }

    function release() external now_ {
        uint256 before = PAYMENT.balanceOf(CREATOR);
        uint256 due = OFFERING.releasable();
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.release, ()));
        vm.assertEq(success, due != 0);
        toCreator += PAYMENT.balanceOf(CREATOR) - before;
    }

    function releaseTokens(uint256 seed) external now_ {
        uint256 due = seed % 2 == 0 ? OFFERING.releasableVested() : OFFERING.releasableTreasury();
        bytes memory call =
            seed % 2 == 0 ? abi.encodeCall(OFFERING.releaseVested, ()) : abi.encodeCall(OFFERING.releaseTreasury, ());
        (bool success,) = address(OFFERING).call(call);
        vm.assertEq(success, due != 0);
    }

    function close() external now_ {
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.close, ()));
        success;
    }

    function lock(uint256 seed, uint256 amount) external now_ {
        address person = _person(seed);
        uint256 held = TOKEN.balanceOf(person);
        if (held == 0) return;
        vm.prank(person);
        (bool success,) =
            address(OFFERING).call(abi.encodeCall(OFFERING.lock, (seed % 2 == 0 ? held : bound(amount, 1, held))));
        success;
    }

    function unlock(uint256 seed) external now_ {
        address person = _person(seed);
        (uint256 locked,) = OFFERING.lockedOf(person);
        uint256 held = TOKEN.balanceOf(person);
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.unlock, (person)));
        if (success && TOKEN.balanceOf(person) - held != locked) ++wrongParts;
    }

    function burn(uint256 seed, uint256 amount) external now_ {
        address person = _person(seed);
        uint256 held = TOKEN.balanceOf(person);
        if (held == 0) return;
        amount = seed % 2 == 0 ? held : bound(amount, 1, held);
        bool isVetoed = OFFERING.phase() == IModelOffering.Phase.Vetoed;
        (uint256 left, uint256 circulating) = (OFFERING.left(), OFFERING.circulating());
        uint256 before = PAYMENT.balanceOf(person);
        vm.prank(person);
        (bool success,) = address(OFFERING).call(abi.encodeCall(OFFERING.burnForProceeds, (amount, person)));
        vm.assertEq(success, isVetoed);
        if (!success) return;
        uint256 paid = PAYMENT.balanceOf(person) - before;
        if (paid != left * amount / circulating) ++wrongParts;
        toHolders += paid;
    }

    /// @dev Holders may burn at the token as well, which leaves their part of the proceeds to the others.
    function burnPlainly(uint256 seed, uint256 amount) external now_ {
        address person = _person(seed);
        uint256 held = TOKEN.balanceOf(person);
        if (held == 0 || seed % 4 != 0) return;
        vm.prank(person);
        IRevShareToken(address(TOKEN)).burn(bound(amount, 1, held));
    }

    function endVeto(uint256 seed) external now_ {
        uint256 before = PAYMENT.balanceOf(TREASURY);
        bytes memory call =
            seed % 2 == 0 ? abi.encodeCall(OFFERING.forfeit, ()) : abi.encodeCall(OFFERING.settleVeto, ());
        (bool success,) = address(OFFERING).call(call);
        success;
        toTreasury += PAYMENT.balanceOf(TREASURY) - before;
    }

    /// @dev Tokens move between people, and now and then into the offering by mistake.
    function transfer(uint256 seed, uint256 amount) external now_ {
        address person = _person(seed);
        uint256 held = TOKEN.balanceOf(person);
        if (held == 0) return;
        address to = (seed >> 8) % 16 == 0 ? address(OFFERING) : _person(seed >> 16);
        vm.prank(person);
        TOKEN.transfer(to, bound(amount, 1, held));
    }

    function _person(uint256 seed) private view returns (address) {
        return people[seed % PEOPLE];
    }
}
