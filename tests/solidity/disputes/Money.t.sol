// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs, Network} from "../../../contracts/interfaces/IFraudProofs.sol";
import {Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {DisputeTest} from "./DisputeTest.sol";

/// @dev Bonds whatever it is told to, and answers coins as it is told to.
contract StrangeParty {
    IFraudProofs private immutable FRAUD;
    bytes private _onReceive;
    bool private _refuses;

    constructor(IFraudProofs fraud) payable {
        FRAUD = fraud;
    }

    receive() external payable {
        if (_refuses) revert();
        if (_onReceive.length > 0) {
            (bool done,) = address(FRAUD).call(_onReceive);
            if (done) revert("got in");
        }
    }

    function propose(Statement calldata said, Network calldata network, bytes32 trace) external returns (uint256) {
        return FRAUD.propose{value: FRAUD.BOND()}(said, network, trace);
    }

    function challenge(uint256 proposalId) external returns (uint256) {
        return FRAUD.challenge{value: FRAUD.BOND()}(proposalId);
    }

    function behave(bool refuses, bytes calldata onReceive) external {
        (_refuses, _onReceive) = (refuses, onReceive);
    }
}

/// @title Money: hostile receivers harm themselves only
contract MoneyTest is DisputeTest {
    StrangeParty private _party;

    function setUp() public override {
        super.setUp();
        _party = new StrangeParty(fraud);
        vm.deal(address(_party), 10 * BOND);
    }

    /// Whoever is paid gets nothing more by calling in the middle of it.
    function test_WhenTheReceiverCallsBack_ItIsPaidOnce() public {
        uint256 id = _propose(_said(), keccak256("invented"));
        uint256 disputeId = _party.challenge(id);
        uint256 other = _party.challenge(id);
        vm.roll(START + CLOCK + 1);
        fraud.timeout(disputeId);
        _party.behave(false, abi.encodeCall(fraud.collect, (disputeId)));
        fraud.collect(disputeId);
        _party.behave(false, abi.encodeCall(fraud.collect, (disputeId)));
        fraud.collect(other);
        vm.assertEq(address(_party).balance, 10 * BOND + WON);
        vm.assertEq(address(fraud).balance, BURNT);
    }

    /// So with bonds that come back.
    function test_WhenTheProposerCallsBack_ItIsPaidOnce() public {
        uint256 id = _party.propose(_said(), _network(), 0);
        uint256 second = _party.propose(_said(), _network(), 0);
        vm.roll(START + WINDOW + 1);
        _party.behave(false, abi.encodeCall(fraud.finalize, (second)));
        fraud.finalize(id);
        _party.behave(false, "");
        fraud.finalize(second);
        vm.assertEq(address(_party).balance, 10 * BOND);
        vm.assertEq(address(fraud).balance, 0);
    }

    /// Whoever refuses coins keeps nobody from being judged or paid, and can take them later.
    function test_WhenAReceiverRefuses_OnlyItWaits() public {
        uint256 id = _propose(_said(), keccak256("invented"));
        uint256 refusing = _party.challenge(id);
        uint256 honest = _challenge(id);
        _party.behave(true, "");
        vm.roll(START + CLOCK + 1);
        fraud.timeout(refusing);
        vm.expectRevert(abi.encodeWithSignature("ETHTransferFailed()"));
        fraud.collect(refusing);
        vm.assertEq(fraud.collect(honest), BOND);
        _party.behave(false, "");
        vm.assertEq(fraud.collect(refusing), BOND + WON);
        vm.assertEq(address(fraud).balance, BURNT);
    }

    /// A proposer that refuses coins cannot keep its result from being final.
    function test_WhenTheProposerRefuses_ItsResultIsFinal() public {
        uint256 id = _party.propose(_said(), _network(), 0);
        _party.behave(true, "");
        vm.roll(START + WINDOW + 1);
        vm.expectRevert(abi.encodeWithSignature("ETHTransferFailed()"));
        fraud.finalize(id);
        vm.assertTrue(fraud.verify(_said(), ""));
    }
}
