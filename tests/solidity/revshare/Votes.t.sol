// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {BurnsTest} from "./Burns.t.sol";
import {ReferenceTest} from "./Reference.t.sol";
import {RevShareTest} from "./RevShareTest.sol";
import {RevShareSurfaceTest} from "./Surface.t.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

string constant VOTES = "RevShareVotesToken.sol:RevShareVotesToken";

/// @title The variant with votes behaves as the reference does
contract VotesReferenceTest is ReferenceTest {
    function _artifact() internal pure override returns (string memory artifact) {
        return VOTES;
    }
}

/// @title The variant with votes burns as the other
contract VotesBurnsTest is BurnsTest {
    function _artifact() internal pure override returns (string memory artifact) {
        return VOTES;
    }
}

/// @title The variant with votes has the surface of the other
contract VotesSurfaceTest is RevShareSurfaceTest {
    function _artifact() internal pure override returns (string memory artifact) {
        return VOTES;
    }
}

/// @title Votes: delegated balances count, with every move and burn
contract VotesTest is RevShareTest {
    function _artifact() internal pure override returns (string memory artifact) {
        return VOTES;
    }

    /// What an account delegates follows its balance.
    function test_WhenDelegatedTokensMove_VotesFollow() public {
        IVotes votes = IVotes(address(token));
        vm.prank(alice);
        votes.delegate(carol);
        vm.assertEq(votes.getVotes(carol), SUPPLY);
        _give(alice, bob, SUPPLY / 4);
        vm.assertEq(votes.getVotes(carol), SUPPLY * 3 / 4);
        _burn(alice, SUPPLY / 4);
        vm.assertEq(votes.getVotes(carol), SUPPLY / 2);
        _nextBlock();
        vm.assertEq(votes.getPastTotalSupply(block.number - 1), SUPPLY * 3 / 4);
    }
}
