// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {Statements} from "../../../contracts/libraries/Statements.sol";
import {AigcTest} from "../AigcTest.sol";
import {IAigc} from "../IAigc.sol";

/// @title Anybody who does anything to a collection, and a list of what should be true of it
/// @dev Prompts, contents and people are few, so that they meet.
contract AigcHandler is AigcTest {
    struct Token {
        address owner;
        bytes content;
        bool proven;
    }

    uint256 public constant PROMPTS = 5;
    uint256 private constant CONTENTS = 3;

    address[3] public people;
    uint256 public minted;
    uint256 public received;
    uint256 private _block = 1_000;
    mapping(uint256 id => Token) private _tokens;

    constructor() {
        setUp();
        people = [alice, bob, stranger];
    }

    function collection() external view returns (IAigc) {
        return works;
    }

    function payees() external view returns (address, address) {
        return (revenue, creator);
    }

    function token(uint256 number) external view returns (Token memory) {
        return _tokens[uint256(keccak256(promptOf(number)))];
    }

    function promptOf(uint256 number) public pure returns (bytes memory) {
        return abi.encodePacked("prompt ", uint8(65 + number % PROMPTS));
    }

    function contentOf(uint256 number) public pure returns (bytes memory) {
        return abi.encodePacked("content ", uint8(97 + number % CONTENTS));
    }

    function pass(uint256 blocks) external {
        _block += 1 + blocks % 100;
        vm.roll(_block);
    }

    function commit(uint256 who, uint256 prompt) external {
        _commit(_who(who), promptOf(prompt));
    }

    function mint(uint256 who, uint256 prompt, uint256 content, bool proven) external {
        vm.roll(_block);
        IAigcToken.Draft memory draft = _drafted(prompt, content, proven);
        vm.prank(_who(who));
        try works.mint{value: FEE}(_who(who ^ prompt), draft) returns (uint256 id) {
            _note(id, _who(who ^ prompt), draft);
            ++minted;
        } catch {}
    }

    function reveal(uint256 who, uint256 prompt, uint256 content, bool proven) external {
        vm.roll(_block);
        IAigcToken.Draft memory draft = _drafted(prompt, content, proven);
        vm.prank(_who(who));
        try works.reveal{value: FEE}(SALT, _who(who ^ prompt), draft) returns (uint256 id) {
            if (_tokens[id].owner == address(0)) ++minted;
            _note(id, _who(who ^ prompt), draft);
        } catch {}
    }

    function transfer(uint256 from, uint256 to, uint256 prompt) external {
        vm.roll(_block);
        uint256 id = uint256(keccak256(promptOf(prompt)));
        vm.prank(_who(from));
        try works.transferFrom(_who(from), _who(to), id) {
            _tokens[id].owner = _who(to);
        } catch {}
    }

    function addAigcData(uint256 who, uint256 prompt, uint256 content, bool proven) external {
        IAigcToken.Draft memory draft = _drafted(prompt, content, proven);
        uint256 id = uint256(keccak256(draft.prompt));
        vm.prank(_who(who));
        try works.addAigcData(id, draft.prompt, draft.aigcData, draft.proof) {
            (_tokens[id].content, _tokens[id].proven) = (draft.aigcData, proven);
        } catch {}
    }

    function update(uint256 who, uint256 prompt, uint256 content) external {
        uint256 id = uint256(keccak256(promptOf(prompt)));
        vm.prank(_who(who));
        try works.update(promptOf(prompt), contentOf(content)) {
            _tokens[id].content = contentOf(content);
        } catch {}
    }

    function store(uint256 prompt, uint256 content) external {
        try works.store(promptOf(prompt), contentOf(content)) {} catch {}
    }

    /// What bonded results say changes as it does there: final is the end.
    function judge(uint256 prompt, uint256 content, uint256 status) external {
        bytes32 hash = _hash(promptOf(prompt), contentOf(content));
        if (verifier.statusOf(hash) != 3) verifier.setStatus(hash, status % 5);
    }

    function payOut(uint256 who) external {
        works.payOut([revenue, creator, stranger][who % 3]);
    }

    function _who(uint256 number) private view returns (address) {
        return people[number % people.length];
    }

    function _note(uint256 id, address owner, IAigcToken.Draft memory draft) private {
        _tokens[id] = Token(owner, draft.aigcData, draft.proof.length != 0);
        received += FEE;
    }

    function _drafted(uint256 prompt, uint256 content, bool proven) private returns (IAigcToken.Draft memory draft) {
        draft = IAigcToken.Draft(promptOf(prompt), contentOf(content), "", content % 2 == 0);
        if (!proven) return draft;
        draft.proof = PROVE;
        verifier.prove(_hash(draft.prompt, draft.aigcData), hex"c0ffee");
    }

    function _hash(bytes memory prompt, bytes memory content) private view returns (bytes32 hash) {
        return Statements.hash(COMMITMENT, address(works), keccak256(prompt), keccak256(content));
    }
}
