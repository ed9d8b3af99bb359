// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {AuthToken} from "../../../contracts/mocks/AuthToken.sol";
import {StoreTest} from "./StoreTest.sol";

/// @title Purchases paid by permit (EIP-2612) and by authorisation (EIP-3009)
contract SignedTest is StoreTest {
    AuthToken private _token;
    uint256 private _offerId;

    function setUp() public override {
        super.setUp();
        _token = new AuthToken();
        _token.mint(alice, 1e12);
        _offerId = _create(_offer(address(_token)));
    }

    // --- permits ---

    /// A permit and a purchase are one transaction.
    function test_GivenAPermit_ItIsBought() public {
        IAccessStore.Permit memory permit = _permit(10_000);

        vm.prank(alice);
        uint256 tokenId = store.buyWithPermit(_purchase(_offerId, 1_000), permit);

        vm.assertEq(dat.valueOf(tokenId), 1_000);
        vm.assertEq(router.heldOf(class, address(_token)), 10_000);
        vm.assertEq(_token.allowance(alice, address(store)), 0);
    }

    /// Whoever sends the permit before the buyer does no harm: the purchase finds the allowance.
    function test_WhenSomebodySendsThePermitFirst_ItIsBought() public {
        IAccessStore.Permit memory permit = _permit(10_000);
        vm.prank(stranger);
        _token.permit(alice, address(store), permit.value, permit.deadline, permit.v, permit.r, permit.s);

        vm.prank(alice);
        store.buyWithPermit(_purchase(_offerId, 1_000), permit);

        vm.assertEq(router.heldOf(class, address(_token)), 10_000);
    }

    /// A permit is its signer's own: who sends another's buys nothing, and takes nothing.
    function test_GivenAnothersPermit_ItReverts() public {
        bytes memory call = abi.encodeCall(store.buyWithPermit, (_purchase(_offerId, 1_000), _permit(10_000)));
        _assertNo(bob, 0, call, abi.encodeWithSignature("TransferFromFailed()"));
        call = abi.encodeCall(store.buyWithPermit, (_purchase(_offerId, 1_000), _permit(9_999)));
        _assertNo(alice, 0, call, abi.encodeWithSignature("TransferFromFailed()"));
    }

    /// Of a token without permits, an allowance that is there counts.
    function test_GivenATokenWithoutPermits_TheAllowanceCounts() public {
        _offerId = _create(_offer(address(usd)));
        IAccessStore.Permit memory permit = _permit(10_000);

        vm.prank(alice);
        store.buyWithPermit(_purchase(_offerId, 1_000), permit);

        vm.assertEq(router.heldOf(class, address(usd)), 10_000);
    }

    /// The native coin has neither permits nor authorisations.
    function test_GivenTheNativeCoin_ItReverts() public {
        uint256 offerId = _create(_offer(NATIVE));
        IAccessStore.Purchase memory purchase = _purchase(offerId, 1_000);
        bytes memory reason = abi.encodeWithSelector(IAccessStore.NotAnErc20.selector, offerId);

        _assertNo(alice, 0, abi.encodeCall(store.buyWithPermit, (purchase, _permit(10_000))), reason);
        _assertNo(
            bob, 0, abi.encodeCall(store.buyWithAuthorization, (purchase, _authorization(purchase, 10_000))), reason
        );
    }

    // --- authorisations ---

    /// Anyone sends an authorisation; its signer is the buyer.
    function testFuzz_GivenAnAuthorization_AnyoneSendsIt(address sender, bool toTopUp) public {
        IAccessStore.Purchase memory purchase = _purchase(_offerId, 1_000);
        if (toTopUp) purchase.tokenId = _mint(bob, 0, 0, 0);
        purchase.referrer = friend;
        IAccessStore.Authorization memory authorization = _authorization(purchase, 10_000);
        uint256 tokenId = toTopUp ? purchase.tokenId : (class << 128) + 1;
        vm.expectEmit(address(store));
        emit IAccessStore.Bought(_offerId, tokenId, alice, 1_000, 10_000, friend, 1_000);

        vm.prank(sender);
        vm.assertEq(store.buyWithAuthorization(purchase, authorization), tokenId);

        vm.assertEq(_token.balanceOf(alice), 1e12 - 10_000);
        vm.assertEq(dat.valueOf(tokenId), 1_000);
    }

    /// Whoever sends it cannot buy anything else with it, give it to anybody else, or earn the referral.
    function testFuzz_WhenTheSenderChangesThePurchase_ItReverts(address other, uint8 field) public {
        vm.assume(other != alice && other != address(0));
        IAccessStore.Purchase memory purchase = _purchase(_offerId, 1_000);
        IAccessStore.Authorization memory authorization = _authorization(purchase, 10_000);
        uint256 twin = _create(_offer(address(_token)));
        uint256 tokenId = _mint(bob, 0, 0, 0);

        if (field % 5 == 0) purchase.to = other;
        if (field % 5 == 1) purchase.referrer = other;
        if (field % 5 == 2) purchase.tokenId = tokenId;
        if (field % 5 == 3) purchase.offerId = twin;
        if (field % 5 == 4) purchase.maxCost = 10_000;

        _assertNotAuthorized(purchase, authorization, abi.encodeWithSignature("ERC3009InvalidSignature()"));
    }

    /// An authorisation is used once, is for this store, and for exactly the cost.
    function test_WhenUsedTwiceOrElsewhere_ItReverts() public {
        IAccessStore.Purchase memory purchase = _purchase(_offerId, 1_000);
        IAccessStore.Authorization memory authorization = _authorization(purchase, 10_000);
        store.buyWithAuthorization(purchase, authorization);
        bytes32 nonce = store.authorizationNonce(purchase, authorization.salt);
        _assertNotAuthorized(
            purchase, authorization, abi.encodeWithSignature("ERC3009UsedAuthorization(address,bytes32)", alice, nonce)
        );

        authorization = _authorization(purchase, 10_001);
        bytes memory reason = abi.encodeWithSelector(IAccessStore.PaymentMismatch.selector, 10_001, 10_000);
        _assertNotAuthorized(purchase, authorization, reason);
        authorization = _authorization(purchase, 10_000);
        IAccessStore twin = IAccessStore(vm.deployCode("AccessStore.sol:AccessStore", abi.encode(dat, router)));
        vm.assertTrue(twin.authorizationNonce(purchase, 0) != store.authorizationNonce(purchase, 0));
        vm.assertTrue(store.authorizationNonce(purchase, 0) != store.authorizationNonce(purchase, bytes32(uint256(1))));
        (store, nonce) = (twin, 0);
        vm.prank(controller);
        dat.setMinter(class, address(twin), true);
        _create(_offer(address(_token)));
        _assertNotAuthorized(purchase, authorization, abi.encodeWithSignature("ERC3009InvalidSignature()"));
    }

    /// The last 64 bits of a nonce are 0, for tokens that count them by key.
    function testFuzz_ANonceSuitsTokensWithKeys(IAccessStore.Purchase memory purchase, bytes32 salt) public view {
        vm.assertEq(uint64(uint256(store.authorizationNonce(purchase, salt))), 0);
    }

    function _permit(uint256 value) private view returns (IAccessStore.Permit memory permit) {
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(kind, alice, store, value, _token.nonces(alice), START));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _tokenDigest(hash));
        return IAccessStore.Permit(value, START, v, r, s);
    }

    function _authorization(IAccessStore.Purchase memory purchase, uint256 value)
        private
        view
        returns (IAccessStore.Authorization memory authorization)
    {
        bytes32 kind = keccak256(
            "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,"
            "bytes32 nonce)"
        );
        bytes32 nonce = store.authorizationNonce(purchase, "salt");
        bytes32 hash = keccak256(abi.encode(kind, alice, store, value, 0, START + 1, nonce));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _tokenDigest(hash));
        return IAccessStore.Authorization(alice, value, 0, START + 1, "salt", v, r, s);
    }

    function _tokenDigest(bytes32 hash) private view returns (bytes32 digest) {
        return _digest(Domain("Auth token", "1", block.chainid, address(_token)), hash);
    }

    function _assertNotAuthorized(
        IAccessStore.Purchase memory purchase,
        IAccessStore.Authorization memory authorization,
        bytes memory reason
    ) private {
        _assertNo(stranger, 0, abi.encodeCall(store.buyWithAuthorization, (purchase, authorization)), reason);
    }
}
