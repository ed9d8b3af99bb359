// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {IDat} from "../IDat.sol";
import {Test, Vm} from "../Test.sol";

/// @dev A RevShareToken of a million tokens, of which 60 % of revenue is for claims, an honest ERC-20 that is accepted, and
/// people. Alice holds everything at first.
abstract contract RevShareTest is Test {
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant INTERVAL = 1 days;
    uint256 internal constant SUPPLY = 1_000_000e18;
    uint256 internal constant BPS = 6_000;
    uint256 internal constant KEY = 0xA11CE;
    address internal constant NATIVE = address(0);

    IDat internal dat;
    IRevShareToken internal token;
    TestToken internal usd;
    address internal alice = vm.addr(KEY);
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal stranger = makeAddr("stranger");
    address internal payer = makeAddr("payer");
    address internal governor = makeAddr("governor");
    uint256 private _block = 1;
    uint256 private _time = START;

    function setUp() public virtual {
        vm.warp(_time);
        vm.roll(_block);
        vm.deal(payer, type(uint128).max);
        dat = deployDat();
        usd = new TestToken("US dollar", "USD", 6);
        token = _deploy(_terms());
        _later();
    }

    /// @dev Which variant is tested.
    function _artifact() internal pure virtual returns (string memory artifact) {
        return "RevShareToken.sol:RevShareToken";
    }

    function _deploy(RevShareTerms memory terms) internal returns (IRevShareToken deployed) {
        return IRevShareToken(vm.deployCode(_artifact(), abi.encode(terms, address(dat))));
    }

    function _terms() internal view returns (RevShareTerms memory terms) {
        terms.name = "Digits";
        terms.symbol = "DGT";
        terms.supply = SUPPLY;
        terms.holder = alice;
        terms.claimBps = BPS;
        terms.minInterval = INTERVAL;
        terms.governor = governor;
        terms.modelCommitment = keccak256("model");
        terms.modelURI = "ipfs://model";
        terms.classId = 7;
        terms.revenueTokens = _list(address(usd));
    }

    // --- time ---

    /// @dev The next block, in which a snapshot may be taken.
    function _later() internal {
        _time += INTERVAL;
        _nextBlock();
    }

    function _nextBlock() internal {
        vm.warp(++_time);
        vm.roll(++_block);
    }

    /// @dev A snapshot and the end of its block, after its interval.
    function _snapshot() internal returns (uint256 id) {
        _later();
        id = token.snapshot();
        _nextBlock();
    }

    // --- money ---

    function _pay(uint256 amount) internal {
        vm.prank(payer);
        (bool success,) = address(token).call{value: amount}("");
        vm.assertTrue(success);
    }

    function _payUsd(uint256 amount) internal {
        usd.mint(address(token), amount);
    }

    function _give(address from, address to, uint256 amount) internal {
        vm.prank(from);
        token.transfer(to, amount);
    }

    function _claim(address who, uint256 id) internal {
        vm.prank(who);
        token.claim(id);
    }

    function _claimAll(address who, address asset) internal {
        vm.prank(who);
        token.claimAll(_list(asset));
    }

    function _burn(address who, uint256 amount) internal {
        vm.prank(who);
        token.burn(amount);
    }

    function _accept(address asset) internal {
        vm.prank(governor);
        token.setRevenueToken(asset, true);
    }

    function _remove(address asset) internal {
        vm.prank(governor);
        token.setRevenueToken(asset, false);
    }

    // --- expectations ---

    /// @dev The call must revert with exactly these bytes.
    function _assertReverts(address caller, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(token).call(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }

    function _unknown(uint256 id, uint256 latest) internal pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IRevShareToken.UnknownSnapshot.selector, id, latest);
    }

    function _nothing(address account, uint256 id) internal pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IRevShareToken.NothingToClaim.selector, account, id);
    }

    function _notClosed(uint256 id) internal view returns (bytes memory reason) {
        return abi.encodeWithSelector(IRevShareToken.SnapshotNotClosed.selector, id, _block);
    }

    function _list(address first) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = first;
    }

    function _list(address first, address second) internal pure returns (address[] memory list) {
        list = new address[](2);
        (list[0], list[1]) = (first, second);
    }

    function _list(uint256 first) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = first;
    }

    function _list(uint256 first, uint256 second, uint256 third) internal pure returns (uint256[] memory list) {
        list = new uint256[](3);
        (list[0], list[1], list[2]) = (first, second, third);
    }
}
