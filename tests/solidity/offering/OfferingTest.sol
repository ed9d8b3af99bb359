// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms, Tranche} from "../../../contracts/interfaces/IModelOffering.sol";
import {IModelOfferingFactory} from "../../../contracts/interfaces/IModelOfferingFactory.sol";
import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {IRevShareTokenFactory} from "../../../contracts/interfaces/IRevShareTokenFactory.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {Test} from "../Test.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @dev The factories, the terms that most tests start from, and people. 1,000,000 tokens: 600,000 for sale at 300 coins,
/// soft cap 100, 250,000 for the creator, 150,000 for the treasury.
abstract contract OfferingTest is Test {
    uint256 internal constant NOW = 1_800_000_000;
    uint64 internal constant START = uint64(NOW + 1 days);
    uint64 internal constant END = uint64(NOW + 8 days);
    uint96 internal constant SUPPLY = 1_000_000e18;
    uint96 internal constant FOR_SALE = 600_000e18;
    uint96 internal constant FOR_CREATOR = 250_000e18;
    uint96 internal constant FOR_TREASURY = 150_000e18;
    uint112 internal constant TARGET = 300 ether;
    uint112 internal constant SOFT_CAP = 100 ether;
    address internal constant NATIVE = address(0);

    address internal dat;
    IRevShareTokenFactory internal tokens;
    IModelOfferingFactory internal factory;
    TestToken internal usd;
    IModelOffering internal offering;
    IERC20 internal token;
    uint256 private _offerings;

    address internal creator = makeAddr("creator");
    address internal treasury = makeAddr("treasury");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal stranger = makeAddr("stranger");

    function setUp() public virtual {
        vm.warp(NOW);
        dat = address(deployDat());
        tokens = IRevShareTokenFactory(vm.deployCode("RevShareTokenFactory.sol:RevShareTokenFactory", abi.encode(dat)));
        address voting = vm.deployCode("RevShareVotesTokenFactory.sol:RevShareVotesTokenFactory", abi.encode(dat));
        factory = IModelOfferingFactory(
            vm.deployCode("ModelOfferingFactory.sol:ModelOfferingFactory", abi.encode(tokens, voting))
        );
        usd = new TestToken("US dollar", "USD", 6);
        _open(_terms());
    }

    // --- terms ---

    function _terms() internal view returns (OfferingTerms memory terms) {
        terms.creator = creator;
        terms.treasury = treasury;
        terms.saleSupply = FOR_SALE;
        terms.creatorSupply = FOR_CREATOR;
        terms.treasurySupply = FOR_TREASURY;
        terms.target = TARGET;
        terms.softCap = SOFT_CAP;
        terms.start = START;
        terms.end = END;
        terms.vestingCliff = END + 90 days;
        terms.vestingEnd = END + 360 days;
        terms.tranches = new Tranche[](1);
        terms.tranches[0] = Tranche(0, 10_000);
    }

    /// @dev 20 % at once, 30 % after 30 days, 50 % after 60; half of what circulates vetoes.
    function _trancheTerms() internal view returns (OfferingTerms memory terms) {
        terms = _terms();
        terms.tranches = new Tranche[](3);
        terms.tranches[0] = Tranche(0, 2_000);
        terms.tranches[1] = Tranche(30 days, 3_000);
        terms.tranches[2] = Tranche(60 days, 5_000);
        terms.vetoBps = 5_000;
    }

    function _dollarTerms() internal view returns (OfferingTerms memory terms) {
        return _paidIn(address(usd));
    }

    function _paidIn(address asset) internal view returns (OfferingTerms memory terms) {
        terms = _terms();
        terms.payment = asset;
    }

    function _tokenTerms() internal view returns (RevShareTerms memory terms) {
        terms.name = "Digits";
        terms.symbol = "DIG";
        terms.supply = SUPPLY;
        terms.claimBps = 6_000;
        terms.minInterval = 1 hours;
        terms.modelCommitment = keccak256("weights");
        terms.modelURI = "ipfs://model";
        terms.revenueTokens = new address[](1);
        terms.revenueTokens[0] = address(usd);
    }

    // --- what people do ---

    function _open(OfferingTerms memory terms) internal {
        (address made, address sold) = factory.create(_tokenTerms(), terms, false, bytes32(++_offerings));
        (offering, token) = (IModelOffering(made), IERC20(sold));
    }

    /// @dev Opens with these terms, has the three deposit at the start, and ends.
    function _sell(OfferingTerms memory terms, uint256 ofAlice, uint256 ofBob, uint256 ofCarol) internal {
        _open(terms);
        vm.warp(START);
        if (ofAlice != 0) _deposit(alice, ofAlice);
        if (ofBob != 0) _deposit(bob, ofBob);
        if (ofCarol != 0) _deposit(carol, ofCarol);
        vm.warp(END);
    }

    function _deposit(address from, uint256 amount) internal {
        address payment = offering.terms().payment;
        if (payment == NATIVE) {
            vm.deal(from, from.balance + amount);
            vm.prank(from);
            offering.deposit{value: amount}(amount);
        } else {
            TestToken(payment).mint(from, amount);
            vm.prank(from);
            TestToken(payment).approve(address(offering), amount);
            vm.prank(from);
            offering.deposit(amount);
        }
    }

    function _lock(address holder, uint256 amount) internal {
        _allow(holder);
        vm.prank(holder);
        offering.lock(amount);
    }

    function _burn(address holder, uint256 amount) internal returns (uint256 paid) {
        _allow(holder);
        vm.prank(holder);
        return offering.burnForProceeds(amount, holder);
    }

    function _allow(address holder) internal {
        vm.prank(holder);
        token.approve(address(offering), type(uint256).max);
    }

    function _collectAll() internal {
        offering.collect(alice);
        offering.collect(bob);
        offering.collect(carol);
    }

    function _earn(uint256 amount) internal {
        vm.deal(address(this), amount);
        (bool success,) = address(token).call{value: amount}("");
        vm.assertTrue(success);
    }

    function _list(address one) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = one;
    }

    function _revShare() internal view returns (IRevShareToken) {
        return IRevShareToken(address(token));
    }
}
