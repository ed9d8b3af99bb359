// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {SignerWallet} from "../../../contracts/mocks/SignerWallet.sol";
import {StoreTest} from "./StoreTest.sol";

/// @title Trials: an account gets a little for nothing, once in a class, when the controller says so
contract TrialsTest is StoreTest {
    uint256 private constant CONTROLLER_KEY = uint256(keccak256("controller"));
    uint256 private _offerId;

    function setUp() public override {
        super.setUp();
        _offerId = _create(_trial());
    }

    /// Anyone sends it; the account gets the token, and the supply is less by it.
    function testFuzz_WhenSigned_TheAccountGetsItsTrial(address caller) public {
        vm.assertFalse(store.hasTrialled(class, bob));
        vm.expectEmit(address(store));
        emit IAccessStore.TrialTaken(_offerId, (class << 128) + 1, bob, 20);
        bytes memory signature = _sign(CONTROLLER_KEY, _offerId, bob, START);

        vm.prank(caller);
        uint256 tokenId = store.takeTrial(_offerId, bob, START, signature);

        vm.assertEq(dat.ownerOf(tokenId), bob);
        vm.assertEq(dat.valueOf(tokenId), 20);
        vm.assertEq(dat.expireAtOf(tokenId), START + 60);
        vm.assertEq(store.leftOf(_offerId), 999_980);
        vm.assertTrue(store.hasTrialled(class, bob));
    }

    /// A second one is refused, by the same word, by another, and by another offer of the class.
    function test_WhenTakenTwice_ItReverts() public {
        store.takeTrial(_offerId, bob, START, _sign(CONTROLLER_KEY, _offerId, bob, START));
        uint256 other = _create(_trial());

        bytes memory reason = abi.encodeWithSelector(IAccessStore.TrialUsed.selector, class, bob);
        _assertNoTrial(_offerId, bob, START, _sign(CONTROLLER_KEY, _offerId, bob, START), reason);
        _assertNoTrial(_offerId, bob, START + 1, _sign(CONTROLLER_KEY, _offerId, bob, START + 1), reason);
        _assertNoTrial(other, bob, START, _sign(CONTROLLER_KEY, other, bob, START), reason);
    }

    /// A word for another offer, account, time, chain or store, or of anybody else, is none.
    function testFuzz_GivenAnotherSignature_ItReverts(uint256 key, address account, uint64 deadline) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(account != bob && deadline != START);
        uint256 other = _create(_trial());

        _assertInvalid(_sign(key, _offerId, bob, START));
        _assertInvalid(_sign(CONTROLLER_KEY, other, bob, START));
        _assertInvalid(_sign(CONTROLLER_KEY, _offerId, account, START));
        _assertInvalid(_sign(CONTROLLER_KEY, _offerId, bob, deadline));
        bytes memory signature = _sign(CONTROLLER_KEY, _offerId, bob, START);
        vm.chainId(block.chainid + 1);
        _assertInvalid(signature);
        signature = _sign(CONTROLLER_KEY, _offerId, bob, START);
        store = IAccessStore(vm.deployCode("AccessStore.sol:AccessStore", abi.encode(dat, router)));
        _create(_trial());
        _assertInvalid(signature);
    }

    /// The controller of before gives no trials any more, and without a controller nobody does.
    function test_WhenTheControlChanges_OldSignaturesAreNone() public {
        bytes memory signature = _sign(CONTROLLER_KEY, _offerId, bob, START);
        vm.prank(controller);
        dat.renounceController(class);

        _assertInvalid(signature);
        _assertInvalid("");
    }

    /// A wallet that controls a class signs by ERC-1271.
    function test_GivenAWalletInControl_ItSigns() public {
        address wallet = address(new SignerWallet(alice));
        vm.prank(controller);
        dat.transferController(class, wallet);
        vm.prank(wallet);
        dat.acceptController(class);
        _assertInvalid(_sign(CONTROLLER_KEY, _offerId, bob, START));

        store.takeTrial(_offerId, bob, START, _sign(KEY, _offerId, bob, START));
    }

    /// Too late, without a trial in the offer, and with too little left, there is none.
    function test_GivenNoneToGive_ItReverts() public {
        bytes memory signature = _sign(CONTROLLER_KEY, _offerId, bob, START - 1);
        _assertNoTrial(
            _offerId,
            bob,
            START - 1,
            signature,
            abi.encodeWithSelector(IAccessStore.TrialExpired.selector, START - 1, START)
        );
        uint256 other = _create(_offer(NATIVE));
        signature = _sign(CONTROLLER_KEY, other, bob, START);
        _assertNoTrial(other, bob, START, signature, abi.encodeWithSelector(IAccessStore.NoTrial.selector, other));
        _buy(_purchase(_offerId, 999_981));
        signature = _sign(CONTROLLER_KEY, _offerId, bob, START);
        bytes memory reason = abi.encodeWithSelector(IAccessStore.SoldOut.selector, _offerId, 20, 19);
        _assertNoTrial(_offerId, bob, START, signature, reason);
        vm.assertFalse(store.hasTrialled(class, bob));
    }

    function _trial() private view returns (IAccessStore.Offer memory offer) {
        offer = _offer(NATIVE);
        (offer.trialQuantity, offer.duration) = (20, 60);
    }

    function _sign(uint256 key, uint256 offerId, address account, uint256 deadline)
        private
        view
        returns (bytes memory signature)
    {
        bytes32 kind = keccak256("Trial(uint256 offerId,address account,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(kind, offerId, account, deadline));
        return _signature(key, _digest(Domain("AccessStore", "1", block.chainid, address(store)), hash));
    }

    function _assertInvalid(bytes memory signature) private {
        bytes memory reason = abi.encodeWithSelector(IAccessStore.InvalidTrialSignature.selector, _offerId, bob);
        _assertNoTrial(_offerId, bob, START, signature, reason);
    }

    function _assertNoTrial(
        uint256 offerId,
        address account,
        uint256 deadline,
        bytes memory signature,
        bytes memory reason
    ) private {
        _assertNo(stranger, 0, abi.encodeCall(store.takeTrial, (offerId, account, deadline, signature)), reason);
    }
}
