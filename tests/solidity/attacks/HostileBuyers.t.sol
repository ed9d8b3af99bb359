// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {Reentrant} from "../../../contracts/mocks/Reentrant.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReentrantToken} from "../../../contracts/mocks/ReentrantToken.sol";
import {SilentToken} from "../../../contracts/mocks/SilentToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {StoreTest} from "../store/StoreTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @dev A token that takes any call for nothing, as wrapped coins with a fallback do.
contract AgreeableToken is TestToken {
    constructor() TestToken("Agreeable", "YES", 18) {}

    fallback() external {}
}

/// @title Attack: assets, receivers and referrers that misbehave in a purchase
contract HostileBuyersTest is StoreTest {
    // --- tokens ---

    /// Of a token with a fee the cost does not arrive: the purchase reverts.
    function test_GivenAFeeOnTransfer_ItReverts() public {
        FeeToken token = new FeeToken(100);
        IAccessStore.Purchase memory purchase = _purchase(_fund(token), 1_000);

        _assertNotBought(
            purchase,
            0,
            abi.encodeWithSelector(IAccessStore.PaymentShort.selector, address(token), uint256(9_900), uint256(10_000))
        );
    }

    /// A token that answers false pays for nothing; one that answers nothing pays.
    function test_GivenATokenThatAnswersOddly_OnlyMoneyCounts() public {
        FalseToken token = new FalseToken();
        uint256 offerId = _fund(token);
        token.stop(true);
        _assertNotBought(_purchase(offerId, 1_000), 0, abi.encodeWithSignature("TransferFromFailed()"));
        SilentToken silent = new SilentToken();
        silent.mint(alice, 10_000);
        vm.prank(alice);
        silent.approve(address(store), 10_000);

        _buy(_purchase(_create(_offer(address(silent))), 1_000));

        vm.assertEq(silent.balanceOf(address(router)), 10_000);
    }

    /// A token that takes any call for nothing authorises nothing: what arrives counts.
    function test_GivenATokenThatAgreesToAll_NothingArrives() public {
        AgreeableToken token = new AgreeableToken();
        uint256 offerId = _fund(token);
        IAccessStore.Authorization memory authorization;
        (authorization.from, authorization.value) = (alice, 10_000);

        _assertNo(
            bob,
            0,
            abi.encodeCall(store.buyWithAuthorization, (_purchase(offerId, 1_000), authorization)),
            abi.encodeWithSelector(IAccessStore.PaymentShort.selector, address(token), uint256(0), uint256(10_000))
        );
        IAccessStore.Permit memory permit;
        _assertNo(
            bob,
            0,
            abi.encodeCall(store.buyWithPermit, (_purchase(offerId, 1_000), permit)),
            abi.encodeWithSignature("TransferFromFailed()")
        );
    }

    /// A payment token that calls back buys nothing a second time and takes no referral.
    function test_WhenATokenCallsBack_AllDoorsAreShut() public {
        ReentrantToken token = new ReentrantToken();
        uint256 offerId = _fund(token);
        IAccessStore.Purchase memory purchase = _purchase(offerId, 1_000);
        purchase.referrer = friend;
        _buy(purchase);
        bytes[] memory calls = _calls(purchase, address(token));
        for (uint256 i; i < calls.length; ++i) {
            token.arm(address(store), calls[i]);
            _buy(purchase);
            _assertLockedOut(token);
        }
        vm.assertEq(store.referralOf(friend, address(token)), 1_000 * (calls.length + 1));
        vm.assertEq(token.balanceOf(address(store)), 1_000 * (calls.length + 1));
    }

    // --- receivers ---

    /// A buyer that calls back when it gets its token finds the same doors shut, and has paid.
    function test_WhenAReceiverCallsBack_AllDoorsAreShut() public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        uint256 offerId = _create(_offer(NATIVE));
        IAccessStore.Purchase memory purchase = _purchase(offerId, 1_000);
        (purchase.referrer, purchase.to) = (address(receiver), address(receiver));
        bytes[] memory calls = _calls(purchase, NATIVE);
        for (uint256 i; i < calls.length; ++i) {
            receiver.arm(address(store), calls[i]);
            _buy(purchase);
            _assertLockedOut(receiver);
        }

        vm.assertEq(store.leftOf(offerId), 1_000_000 - 1_000 * calls.length);
        vm.assertEq(router.heldOf(class, NATIVE), 9_000 * calls.length);
    }

    /// A referrer that calls back when it is paid is paid once.
    function test_WhenAReferrerCallsBack_ItIsPaidOnce() public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        IAccessStore.Purchase memory purchase = _purchase(_create(_offer(NATIVE)), 1_000);
        purchase.referrer = friend;
        _buy(purchase);
        purchase.referrer = address(receiver);
        _buy(purchase);
        receiver.arm(address(store), abi.encodeCall(store.payReferral, (address(receiver), NATIVE)));

        store.payReferral(address(receiver), NATIVE);

        _assertLockedOut(receiver);
        vm.assertEq(address(receiver).balance, 1_000);
        vm.assertEq(address(store).balance, 1_000);
    }

    /// A referrer that refuses its money keeps nobody from buying, and is owed it still.
    function test_WhenAReferrerRefuses_OnlyItWaits() public {
        IAccessStore.Purchase memory purchase = _purchase(_create(_offer(NATIVE)), 1_000);
        purchase.referrer = address(usd);
        _buy(purchase);

        _assertNo(
            bob,
            0,
            abi.encodeCall(store.payReferral, (address(usd), NATIVE)),
            abi.encodeWithSignature("ETHTransferFailed()")
        );
        _buy(purchase);
        vm.assertEq(store.referralOf(address(usd), NATIVE), 2_000);
    }

    // --- controllers ---

    /// A price cannot move under a purchase: the controller has to close the offer, and then nothing is bought.
    function test_WhenThePriceChangesOnTheWay_NothingIsBought() public {
        uint256 offerId = _create(_offer(NATIVE));
        IAccessStore.Purchase memory purchase = _purchase(offerId, 1_000);
        IAccessStore.Offer memory dearer = _offer(NATIVE);
        dearer.tiers = _tiers(1, 2_000);
        _close(offerId);
        _create(dearer);

        _assertNotBought(purchase, 10_000, abi.encodeWithSelector(IAccessStore.OfferEnded.selector, offerId, START - 1));
    }

    /// The store mints in a class for that class's controller only, whoever else asks, by whatever class they control.
    function test_GivenAnotherClass_ItsControllerMintsNothingHere() public {
        vm.prank(bob);
        uint256 his = dat.createClass("", 0, 0, "");
        vm.prank(bob);
        dat.setMinter(his, address(store), true);
        IAccessStore.Offer memory offer = _offer(NATIVE);
        (offer.classId, offer.tiers) = (his, _tiers(1, 0));
        vm.prank(bob);
        uint256 offerId = store.createOffer(offer);
        IAccessStore.Purchase memory purchase = _purchase(offerId, 1_000);
        purchase.tokenId = _mint(bob, 0, 0, 0);

        _assertNotBought(purchase, 0, abi.encodeWithSelector(IAccessStore.WrongClass.selector, purchase.tokenId, his));
    }

    /// Coins that are not a payment stay out.
    function test_PlainSendsAreRefused() public {
        vm.prank(alice);
        (bool success,) = address(store).call{value: 1}("");
        vm.assertFalse(success);
    }

    function _fund(TestToken token) private returns (uint256 offerId) {
        token.mint(alice, 1e12);
        vm.prank(alice);
        token.approve(address(store), type(uint256).max);
        return _create(_offer(address(token)));
    }

    /// @dev Every call that mints or moves money.
    function _calls(IAccessStore.Purchase memory purchase, address asset) private view returns (bytes[] memory calls) {
        IAccessStore.Permit memory permit;
        IAccessStore.Authorization memory authorization;
        calls = new bytes[](5);
        calls[0] = abi.encodeCall(store.buy, (purchase));
        calls[1] = abi.encodeCall(store.buyWithPermit, (purchase, permit));
        calls[2] = abi.encodeCall(store.buyWithAuthorization, (purchase, authorization));
        calls[3] = abi.encodeCall(store.payReferral, (purchase.referrer, asset));
        calls[4] = abi.encodeCall(store.takeTrial, (purchase.offerId, alice, START, ""));
    }

    function _assertLockedOut(Reentrant attacker) private view {
        vm.assertFalse(attacker.succeeded());
        vm.assertEq(
            attacker.answer(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }
}
