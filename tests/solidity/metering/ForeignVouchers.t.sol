// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {MeteringTest} from "./MeteringTest.sol";

/// @title Attack: a voucher that was signed for something else, or changed, or is no signature at all
contract ForeignVouchersTest is MeteringTest {
    uint256 private constant RESERVED = 10_000;

    function setUp() public override {
        super.setUp();
        _reserve(RESERVED);
        _reserve(alice, bob, RESERVED, UNTIL);
    }

    // --- replays ---

    /// On another token that reserved the same for the same service, it pays nothing.
    function test_OnAnotherToken_ItIsRefused() public {
        IMetering.Voucher memory voucher = _voucher(9);
        bytes memory signature = _sign(voucher);
        tokenId = _mint(alice, QUOTA, 0, 0);
        _reserve(RESERVED);

        voucher.tokenId = tokenId;

        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
    }

    /// For another service that has the same reserved, it pays nothing.
    function test_ForAnotherService_ItIsRefused() public {
        IMetering.Voucher memory voucher = _voucher(9);
        bytes memory signature = _sign(voucher);

        voucher.service = bob;

        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
    }

    /// From another reserver of the same token and service, it pays nothing.
    function test_FromAnotherReserver_ItIsRefused() public {
        vm.prank(alice);
        dat.approveForClass(class, bob, true);
        _reserve(bob, service, RESERVED, UNTIL);
        IMetering.Voucher memory voucher = _voucher(9);
        bytes memory signature = _sign(voucher);

        voucher.reserver = bob;

        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
    }

    /// With another metric, sum, deadline or call than was signed, it pays nothing.
    function testFuzz_WithAnotherContent_ItIsRefused(bytes32 metric, uint256 sum, uint64 deadline, bytes32 call)
        public
    {
        IMetering.Voucher memory signed = _voucher(9);
        IMetering.Voucher memory voucher = _voucher(9);
        bytes memory signature = _sign(signed);
        vm.assume(metric != signed.metric && call != signed.call);

        voucher.metric = metric;
        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
        (voucher.metric, voucher.call) = (signed.metric, call);
        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
        (voucher.call, voucher.cumulative) = (signed.call, bound(sum, 10, type(uint256).max));
        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
        (voucher.cumulative, voucher.deadline) = (9, uint64(bound(deadline, START, type(uint64).max - 1)));
        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
        _assertPays(signed, signature, 9);
    }

    /// For another chain, contract, name or version of the domain, it pays nothing here.
    function testFuzz_ForAnotherDomain_ItIsRefused(uint64 chainId, address verifier) public {
        vm.assume(chainId != block.chainid && verifier != address(dat));
        Domain[4] memory domains = [_domain(), _domain(), _domain(), _domain()];
        domains[0].chainId = chainId;
        domains[1].verifyingContract = verifier;
        domains[2].name = "LazAI Metering";
        domains[3].version = "2";
        IMetering.Voucher memory voucher = _voucher(9);

        for (uint256 i; i < domains.length; ++i) {
            bytes memory signature = _signature(KEY, _digest(domains[i], _voucherHash(voucher)));
            _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
        }
    }

    /// After a fork of the chain under a new id, vouchers and sessions of the old chain pay nothing on the new one.
    function test_WhenTheChainForks_OldVouchersAreRefused() public {
        Grant memory grant = Grant(RESERVED, UNTIL);
        (IMetering.Voucher memory own, IMetering.Voucher memory keyed) = (_voucher(9), _sessionVoucher(9));
        (bytes memory signature, bytes memory ofSession) = (_sign(own), _signBySession(keyed, grant));

        vm.chainId(block.chainid + 1);

        _assertRefused(own, signature, IMetering.Refusal.BadSignature);
        _assertRefused(keyed, ofSession, IMetering.Refusal.BadSignature);
        _assertPays(own, _sign(own), 9);
    }

    /// On a twin of the contract with the same class, token and reservation, it pays nothing.
    function test_OnATwinOfTheContract_ItIsRefused() public {
        IMetering.Voucher memory voucher = _voucher(9);
        bytes memory signature = _sign(voucher);
        dat = deployDat();
        class = _createClass();
        vm.assertEq(_mint(alice, QUOTA, 0, 0), tokenId);
        vm.assertEq(_reserve(RESERVED), voucher.generation);

        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
    }

    // --- signatures in other forms ---

    /// The turned and the short form are the same word of the same signer: one of the forms pays, and only once.
    function test_GivenEveryFormOfASignature_ItPaysOnce() public {
        IMetering.Voucher memory voucher = _voucher(9);
        bytes32 digest = _digest(voucher);
        bytes[3] memory forms = [_sign(voucher), _turned(KEY, digest), _short(KEY, digest)];

        for (uint256 i; i < forms.length; ++i) {
            uint256 state = vm.snapshotState();
            _assertPays(voucher, forms[i], 9);
            for (uint256 j; j < forms.length; ++j) {
                _assertRefused(voucher, forms[j], IMetering.Refusal.NothingNew);
            }
            vm.revertToState(state);
        }
    }

    /// Another account's signature is none, the service's own included.
    function testFuzz_GivenAnotherKey_ItIsRefused(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != KEY);

        _assertRefused(_voucher(9), _sign(key, _voucher(9)), IMetering.Refusal.BadSignature);
        _assertRefused(_voucher(9), _sign(uint256(keccak256("service")), _voucher(9)), IMetering.Refusal.BadSignature);
    }

    /// Bytes of every length up to 300, as a reserver's and as a session's signature: a batch passes over them.
    function test_GivenBytesOfEveryLength_ABatchPassesOver() public {
        bytes memory filler = new bytes(300);
        for (uint256 i; i < filler.length; ++i) {
            filler[i] = bytes1(uint8(7 * i + 1));
        }
        for (uint256 length; length <= filler.length; ++length) {
            bytes memory signature = _first(filler, length);
            _assertPassedOver(_voucher(RESERVED), signature);
            _assertPassedOver(_sessionVoucher(RESERVED), signature);
        }
    }

    /// A good signature that was cut short or made longer is none, a session's neither; but for the cut to 64 bytes, which
    /// can be its short form.
    function test_GivenEveryCutOfAGoodSignature_ABatchPassesOver() public {
        Grant memory grant = Grant(RESERVED, UNTIL);
        IMetering.Voucher memory own = _voucher(RESERVED);
        IMetering.Voucher memory keyed = _sessionVoucher(RESERVED);
        (bytes memory signature, bytes memory ofSession) = (_sign(own), _signBySession(keyed, grant));

        for (uint256 length; length < ofSession.length - 1; ++length) {
            if (length < signature.length - 1) _assertPassedOver(own, _first(signature, length));
            _assertPassedOver(keyed, _first(ofSession, length));
        }
        _assertPassedOver(own, abi.encodePacked(signature, uint8(0)));
        _assertPassedOver(keyed, abi.encodePacked(ofSession, uint8(0)));
    }

    /// Garbage is no signature, and a voucher that pays nothing because of it stays payable.
    function testFuzz_GivenGarbage_ItIsRefused(bytes calldata garbage, bytes32 r, bytes32 s, uint8 v, address session)
        public
    {
        vm.assume(session != address(0));
        IMetering.Voucher memory voucher = _voucher(9);
        _assertRefused(voucher, garbage, IMetering.Refusal.BadSignature);
        _assertRefused(voucher, abi.encodePacked(r, s, v), IMetering.Refusal.BadSignature);
        _assertRefused(voucher, abi.encodePacked(bytes32(0), bytes32(0), v), IMetering.Refusal.BadSignature);

        voucher.session = session;
        _assertRefused(voucher, garbage, IMetering.Refusal.BadSignature);
        _assertRefused(
            voucher,
            abi.encodePacked(type(uint256).max, type(uint256).max, r, s, v, garbage),
            IMetering.Refusal.BadSignature
        );

        _assertPays(_voucher(9), _sign(_voucher(9)), 9);
    }

    function _first(bytes memory data, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i; i < length; ++i) {
            part[i] = data[i];
        }
    }
}
