// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Test} from "../Test.sol";

/// @title The naive twin of the revenue accounting: a list of all tokens, and a loop over it for everything
/// @dev It knows no index, no moment and no tree. A settlement gives each living token its part; that is all.
abstract contract Twin is Test {
    struct Token {
        uint256 id;
        uint256 classId;
        address owner;
        uint256 share;
        uint64 expireAt;
    }

    struct Account {
        /// What it has earned, in 1/2**64 units, each settlement divided with the remainder of the one before.
        uint256 earned;
        /// What it has earned, in 1/2**96 units, each settlement divided by itself.
        uint256 exact;
        uint256 claimed;
    }

    struct Book {
        uint256 settled;
        uint256 claimed;
        uint256 carried;
    }

    Token[] private _tokens;
    mapping(uint256 tokenId => mapping(address asset => Account)) private _accounts;
    mapping(uint256 classId => mapping(address asset => Book)) private _books;

    /// @dev The present; the handler warps to it at every step.
    uint256 public time = 1_800_000_000;

    function tokens() external view returns (Token[] memory) {
        return _tokens;
    }

    function account(uint256 tokenId, address asset) external view returns (Account memory) {
        return _accounts[tokenId][asset];
    }

    function book(uint256 classId, address asset) external view returns (Book memory) {
        return _books[classId][asset];
    }

    function livingShare(uint256 classId, uint256 when) public view returns (uint256 sum) {
        for (uint256 i; i < _tokens.length; ++i) {
            if (_tokens[i].classId == classId && _isAlive(_tokens[i], when)) sum += _tokens[i].share;
        }
    }

    function _count() internal view returns (uint256 count) {
        return _tokens.length;
    }

    function _token(uint256 seed) internal view returns (Token storage token) {
        return _tokens[seed % _tokens.length];
    }

    function _isAlive(Token storage token, uint256 when) internal view returns (bool alive) {
        return token.expireAt == 0 || when <= token.expireAt;
    }

    function _twinMint(uint256 id, uint256 classId, address owner, uint256 share, uint64 expireAt) internal {
        _tokens.push(Token(id, classId, owner, share, expireAt));
    }

    function _twinSettle(uint256 classId, address asset, uint256 amount) internal {
        Book storage book_ = _books[classId][asset];
        uint256 living = livingShare(classId, time);
        uint256 scaled = amount * 2 ** 64 + book_.carried;
        book_.settled += amount;
        book_.carried = scaled % living;
        for (uint256 i; i < _tokens.length; ++i) {
            Token storage token = _tokens[i];
            if (token.classId != classId || !_isAlive(token, time)) continue;
            _accounts[token.id][asset].earned += token.share * (scaled / living);
            _accounts[token.id][asset].exact += token.share * amount * 2 ** 96 / living;
        }
    }

    function _twinClaim(Token storage token, address asset, uint256 amount) internal {
        if (amount == 0) return;
        _accounts[token.id][asset].claimed += amount;
        _books[token.classId][asset].claimed += amount;
    }
}
