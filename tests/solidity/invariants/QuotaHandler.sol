// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDat} from "../IDat.sol";
import {Test} from "../Test.sol";

/// @title Random people using, moving and selling quota, on the contract and on a plain list
/// @dev Every call is made whether or not it may succeed; it must succeed exactly when the list says so.
contract QuotaHandler is Test {
    struct Token {
        uint256 id;
        uint256 classId;
        address owner;
        uint256 value;
        uint64 expireAt;
    }

    struct Totals {
        uint256 minted;
        uint256 used;
    }

    uint256 public constant CLASSES = 2;
    uint256 public constant PEOPLE = 3;
    uint256 private constant MAX_TOKENS = 8;

    IDat public immutable DAT;
    uint256 public time = 1_800_000_000;
    address[3] public people;
    mapping(uint256 classId => Totals) public totals;
    mapping(address owner => mapping(uint256 classId => mapping(address operator => bool))) public isClassOperator;
    mapping(address owner => mapping(address operator => bool)) public isOperator;
    Token[] private _tokens;

    modifier now_() {
        vm.warp(time);
        if (_tokens.length == 0) _mint(1, 1_000);
        _;
    }

    constructor() {
        DAT = deployDat();
        for (uint256 i; i < PEOPLE; ++i) {
            people[i] = vm.addr(100 + i);
        }
        for (uint256 i; i < CLASSES; ++i) {
            DAT.createClass("", 0, 0, "");
        }
    }

    function tokens() external view returns (Token[] memory) {
        return _tokens;
    }

    function pass(uint256 seed) external now_ {
        uint256 deadline = _token(seed >> 8).expireAt;
        if (seed % 3 == 0) time += (seed >> 8) % 100;
        else if (deadline + seed % 3 - 1 > time) time = deadline + seed % 3 - 1;
    }

    function mint(uint256 seed, uint128 value) external now_ {
        if (_tokens.length < MAX_TOKENS) _mint(seed, seed % 3 == 0 ? value : value % 1_000);
    }

    function mintValue(uint256 seed, uint256 value) external now_ {
        Token storage token = _token(seed);
        value = _amount(seed >> 8, value, 1_000);
        bool fits = value != 0 && value <= type(uint128).max - token.value;
        bool isMinter = (seed >> 16) % 4 != 0;
        bool allowed = isMinter && _isAlive(token) && fits;

        if (!isMinter) vm.prank(token.owner);
        (bool success,) = address(DAT).call(abi.encodeCall(DAT.mintValue, (token.id, value)));

        vm.assertEq(success, allowed);
        if (!allowed) return;
        token.value += value;
        totals[token.classId].minted += value;
    }

    function recordUsage(uint256 seed, uint256 amount) external now_ {
        Token storage token = _token(seed);
        address caller = _person(seed >> 8);
        amount = _amount(seed >> 16, amount, token.value);
        bool allowed = _mayUse(token, caller) && amount <= token.value;

        vm.prank(caller);
        (bool success,) = address(DAT).call(abi.encodeCall(DAT.recordUsage, (token.id, "", amount)));

        vm.assertEq(success, allowed);
        if (allowed) _use(token, amount);
    }

    function recordUsageBatch(uint256 seed, uint256 first, uint256 second) external now_ {
        Token storage token = _token(seed);
        Token storage other = _token(seed >> 8);
        address caller = _person(seed >> 16);
        (uint256[] memory ids, uint256[] memory amounts) = (new uint256[](2), new uint256[](2));
        (ids[0], ids[1]) = (token.id, other.id);
        amounts[0] = _amount(seed >> 24, first, token.value);
        amounts[1] = _amount(seed >> 32, second, other.value);
        bool allowed = _mayUse(token, caller) && _mayUse(other, caller) && amounts[0] <= token.value
            && amounts[1] <= other.value - (ids[0] == ids[1] ? amounts[0] : 0);

        vm.prank(caller);
        (bool success,) = address(DAT).call(abi.encodeCall(DAT.recordUsageBatch, (ids, "", amounts)));

        vm.assertEq(success, allowed);
        if (!allowed) return;
        _use(token, amounts[0]);
        _use(other, amounts[1]);
    }

    function transferValue(uint256 seed, uint256 value) external now_ {
        Token storage from = _token(seed);
        Token storage to = _token(seed >> 8);
        address caller = _person(seed >> 16);
        value = _amount(seed >> 24, value, from.value);
        bool fits = value != 0 && value <= from.value && to.value + value <= type(uint128).max;
        bool allowed = _mayUse(from, caller) && _isAlive(to) && fits && from.id != to.id && from.classId == to.classId;

        vm.prank(caller);
        (bool success,) = address(DAT).call(abi.encodeCall(DAT.transferValue, (from.id, to.id, value)));

        vm.assertEq(success, allowed);
        if (!allowed) return;
        from.value -= value;
        to.value += value;
    }

    function transfer(uint256 seed) external now_ {
        Token storage token = _token(seed);
        (address caller, address to) = (_person(seed >> 8), _person(seed >> 16));
        bool allowed = caller == token.owner || isOperator[token.owner][caller];
        bytes memory call = (seed >> 24) % 2 == 0
            ? abi.encodeCall(DAT.transferToken, (token.id, to))
            : abi.encodeCall(DAT.safeTransferFrom, (token.owner, to, token.id, 1, ""));

        vm.prank(caller);
        (bool success,) = address(DAT).call(call);

        vm.assertEq(success, allowed);
        if (allowed) token.owner = to;
    }

    function approve(uint256 seed, bool approved) external now_ {
        (address owner, address operator) = (_person(seed), _person(seed >> 8));
        if ((seed >> 16) % 3 == 0) {
            vm.prank(owner);
            DAT.setApprovalForAll(operator, approved);
            isOperator[owner][operator] = approved;
        } else {
            uint256 classId = 1 + (seed >> 24) % CLASSES;
            vm.prank(owner);
            DAT.approveForClass(classId, operator, approved);
            isClassOperator[owner][classId][operator] = approved;
        }
    }

    function _mint(uint256 seed, uint256 value) private {
        uint256 classId = 1 + seed % CLASSES;
        uint64 expireAt = (seed >> 8) % 2 == 0 ? 0 : uint64(time + (seed >> 16) % 300);
        address to = _person(seed >> 32);
        uint256 id = DAT.mint(classId, to, value, 1, expireAt);
        _tokens.push(Token(id, classId, to, value, expireAt));
        totals[classId].minted += value;
    }

    function _use(Token storage token, uint256 amount) private {
        token.value -= amount;
        totals[token.classId].used += amount;
    }

    /// @dev Mostly what is there or a little more, sometimes anything.
    function _amount(uint256 seed, uint256 amount, uint256 available) private pure returns (uint256) {
        return seed % 8 == 0 ? amount : amount % (available + 2);
    }

    function _mayUse(Token storage token, address caller) private view returns (bool) {
        return _isAlive(token) && (caller == token.owner || isClassOperator[token.owner][token.classId][caller]);
    }

    function _isAlive(Token storage token) private view returns (bool) {
        return token.expireAt == 0 || time <= token.expireAt;
    }

    function _token(uint256 seed) private view returns (Token storage) {
        return _tokens[seed % _tokens.length];
    }

    function _person(uint256 seed) private view returns (address) {
        return people[seed % PEOPLE];
    }
}
