// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../contracts/interfaces/IDataAnchoringToken.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {IDat} from "./IDat.sol";
import {Test, Vm} from "./Test.sol";

/// @dev A DataAnchoringToken with one class, an honest ERC-20, and people.
abstract contract DatTest is Test {
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant KEY = 0xA11CE;
    address internal constant NATIVE = address(0);
    bytes32 internal constant METRIC = keccak256("inference_calls");

    IDat internal dat;
    TestToken internal usd;
    uint256 internal class;
    address internal controller = makeAddr("controller");
    address internal alice = vm.addr(KEY);
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal stranger = makeAddr("stranger");
    address internal payer = makeAddr("payer");

    function setUp() public virtual {
        vm.warp(START);
        dat = deployDat();
        usd = new TestToken("US dollar", "USD", 6);
        vm.deal(payer, type(uint128).max);
        vm.prank(payer);
        usd.approve(address(dat), type(uint256).max);
        class = _createClass();
    }

    function _createClass() internal returns (uint256 classId) {
        vm.prank(controller);
        return dat.createClass("ipfs://meta", keccak256("data"), 2, "ipfs://policy");
    }

    function _mint(address to, uint256 value, uint256 share, uint64 expireAt) internal returns (uint256 tokenId) {
        return _mintIn(class, to, value, share, expireAt);
    }

    function _mint(address to, uint256 share) internal returns (uint256 tokenId) {
        return _mintIn(class, to, 0, share, 0);
    }

    function _mintIn(uint256 classId, address to, uint256 value, uint256 share, uint64 expireAt)
        internal
        returns (uint256 tokenId)
    {
        vm.prank(controller);
        return dat.mint(classId, to, value, share, expireAt);
    }

    function _settleNative(uint256 amount) internal {
        vm.prank(payer);
        dat.settleRevenueETH{value: amount}(class);
    }

    function _settleUsd(uint256 amount) internal {
        usd.mint(payer, amount);
        vm.prank(payer);
        dat.settleRevenueERC20(class, address(usd), amount);
    }

    function _claim(uint256 tokenId, address asset) internal returns (uint256 amount) {
        address owner = dat.ownerOf(tokenId);
        vm.prank(owner);
        return dat.claim(tokenId, asset, payable(owner));
    }

    /// @dev The call must revert with exactly these bytes.
    function _assertReverts(address caller, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(dat).call(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }

    function _unknownToken(uint256 tokenId) internal pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.UnknownToken.selector, tokenId);
    }

    function _unknownClass(uint256 classId) internal pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.UnknownClass.selector, classId);
    }

    function _expired(uint256 tokenId, uint64 expireAt) internal pure returns (bytes memory reason) {
        return abi.encodeWithSelector(IDataAnchoringToken.TokenExpired.selector, tokenId, expireAt);
    }

    /// @dev How many events with this first topic the contract has emitted since `vm.recordLogs`.
    function _countEvents(bytes32 topic) internal returns (uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter == address(dat) && logs[i].topics[0] == topic) ++count;
        }
    }

    function _list(uint256 first) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = first;
    }

    function _list(uint256 first, uint256 second) internal pure returns (uint256[] memory list) {
        list = new uint256[](2);
        (list[0], list[1]) = (first, second);
    }

    function _list(uint256 first, uint256 second, uint256 third) internal pure returns (uint256[] memory list) {
        list = new uint256[](3);
        (list[0], list[1], list[2]) = (first, second, third);
    }

    function _list(address first) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = first;
    }

    function _list(address first, address second) internal pure returns (address[] memory list) {
        list = new address[](2);
        (list[0], list[1]) = (first, second);
    }

    function _deadlines(uint64 first, uint64 second) internal pure returns (uint64[] memory list) {
        list = new uint64[](2);
        (list[0], list[1]) = (first, second);
    }
}
