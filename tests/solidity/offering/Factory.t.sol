// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms, Tranche} from "../../../contracts/interfaces/IModelOffering.sol";
import {IModelOfferingFactory} from "../../../contracts/interfaces/IModelOfferingFactory.sol";
import {RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {IRevShareTokenFactory} from "../../../contracts/interfaces/IRevShareTokenFactory.sol";
import {OfferingTest} from "./OfferingTest.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title The factories, and the terms that they refuse
contract FactoryTest is OfferingTest {
    bytes32 private constant SALT = keccak256("salt");

    /// Token and offering are where the view says, whoever else creates what before; the offering has the whole supply.
    function test_AddressesAreKnownBefore() public {
        (address willOffer, address willSell) = factory.addressesOf(_tokenTerms(), _terms(), false, creator, SALT);
        vm.prank(stranger);
        (address other,) = factory.create(_tokenTerms(), _terms(), false, SALT);
        vm.assertFalse(other == willOffer);
        vm.expectEmit(address(factory));
        emit IModelOfferingFactory.OfferingCreated(willOffer, willSell, creator, SALT, false, _tokenTerms(), _terms());
        vm.prank(creator);
        (address offers, address sells) = factory.create(_tokenTerms(), _terms(), false, SALT);

        vm.assertEq(offers, willOffer);
        vm.assertEq(sells, willSell);
        vm.assertEq(factory.tokenOf(offers), sells);
        vm.assertEq(factory.tokenOf(sells), address(0));
        vm.assertEq(IModelOffering(offers).token(), sells);
        vm.assertEq(_balanceOf(sells, offers), SUPPLY);
        vm.assertEq(_balanceOf(sells, address(factory)), 0);
    }

    /// The same again, by the same account with the same salt, is refused.
    function test_WhenItIsThere_ItIsRefused() public {
        factory.create(_tokenTerms(), _terms(), false, SALT);
        bytes32 bound = keccak256(abi.encode(address(this), SALT, _terms()));
        vm.expectRevert(abi.encodeWithSelector(IRevShareTokenFactory.CreationFailed.selector, bound));
        factory.create(_tokenTerms(), _terms(), false, SALT);
    }

    /// The factory of tokens can be used alone, by anybody, for any holder.
    function test_TheTokenFactoryCanBeUsedAlone() public {
        RevShareTerms memory terms = _tokenTerms();
        terms.holder = alice;
        address will = tokens.addressOf(terms, bob, SALT);
        vm.prank(bob);
        address made = tokens.create(terms, SALT);
        vm.assertEq(made, will);
        vm.assertEq(_balanceOf(made, alice), SUPPLY);
        vm.assertEq(tokens.dataAnchoringToken(), dat);
        vm.assertEq(factory.tokenFactory(false), address(tokens));
    }

    /// A token that counts votes is another token, at another address, and is sold in the same way.
    function test_ATokenMayCountVotes() public {
        (address will,) = factory.addressesOf(_tokenTerms(), _terms(), true, creator, SALT);
        vm.prank(creator);
        (address offers, address sells) = factory.create(_tokenTerms(), _terms(), true, SALT);
        vm.assertEq(offers, will);
        vm.assertEq(_balanceOf(sells, offers), SUPPLY);
        vm.prank(alice);
        IVotes(sells).delegate(bob);
        vm.assertEq(IVotes(sells).delegates(alice), bob);
    }

    /// The terms that an offering answers are those that it was made with.
    function test_TheTermsAreThoseOfTheStart() public {
        OfferingTerms memory terms = _trancheTerms();
        terms.walletCap = 5;
        _open(terms);
        vm.assertEq(abi.encode(offering.terms()), abi.encode(terms));
    }

    /// Eight tranches are kept as they were given.
    function testFuzz_TranchesAreKept(uint256 seed) public {
        OfferingTerms memory terms = _trancheTerms();
        terms.tranches = new Tranche[](8);
        uint32 delay;
        for (uint256 i; i < 8; ++i) {
            delay += uint32(1 days + (seed >> (16 * i)) % 40 days);
            terms.tranches[i] = Tranche(delay, i == 7 ? 10_000 - 7 * 137 : 137);
        }
        terms.vestingCliff = END + delay;
        terms.vestingEnd = END + delay;
        _open(terms);
        vm.assertEq(abi.encode(offering.terms()), abi.encode(terms));
    }

    // --- what is refused ---

    /// Parties: nobody cannot be paid.
    function test_WhenAPartyIsMissing_ItIsRefused() public {
        OfferingTerms memory terms = _terms();
        terms.creator = address(0);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidParty.selector, address(0)));
        terms = _terms();
        terms.treasury = address(0);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidParty.selector, address(0)));
        terms = _paidIn(alice);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidPayment.selector, alice));
    }

    /// Supplies: they are the token's, and something is for sale.
    function test_WhenSuppliesDoNotAddUp_ItIsRefused() public {
        OfferingTerms memory terms = _terms();
        terms.creatorSupply += 1;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidSupplies.selector, SUPPLY + 1, SUPPLY));
        terms = _terms();
        (terms.saleSupply, terms.creatorSupply) = (0, FOR_SALE + FOR_CREATOR);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidSupplies.selector, SUPPLY, SUPPLY));
    }

    /// Caps and times.
    function test_WhenTheSaleMakesNoSense_ItIsRefused() public {
        OfferingTerms memory terms = _terms();
        terms.softCap = 0;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidSoftCap.selector, 0, TARGET));
        terms.softCap = TARGET + 1;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidSoftCap.selector, TARGET + 1, TARGET));
        terms = _terms();
        terms.start = END;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidPeriod.selector, END, END, NOW));
        terms = _terms();
        (terms.start, terms.end) = (uint64(NOW - 2), uint64(NOW));
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidPeriod.selector, NOW - 2, NOW, NOW));
    }

    /// Vesting begins after the last tranche, so that unvested tokens have no vote.
    function test_WhenVestingIsTooEarly_ItIsRefused() public {
        OfferingTerms memory terms = _trancheTerms();
        terms.vestingCliff = END + 60 days - 1;
        _refused(
            terms,
            abi.encodeWithSelector(
                IModelOffering.InvalidVesting.selector, END + 60 days - 1, END + 360 days, END + 60 days
            )
        );
        terms = _terms();
        terms.vestingEnd = terms.vestingCliff - 1;
        _refused(
            terms,
            abi.encodeWithSelector(IModelOffering.InvalidVesting.selector, terms.vestingCliff, terms.vestingEnd, END)
        );
    }

    /// Tranches: 1 to 8, in order, a day apart, together the whole.
    function test_WhenTranchesMakeNoSense_TheyAreRefused() public {
        uint32[2][5] memory delays = [
            [uint32(0), 0],
            [uint32(0), 1 days - 1],
            [uint32(2 days), 2 days],
            [uint32(1 hours), 2 days],
            [uint32(3 days), 2 days]
        ];
        for (uint256 i; i < delays.length; ++i) {
            _refusedTranches(Tranche(delays[i][0], 5_000), Tranche(delays[i][1], 5_000));
        }
        _refusedTranches(Tranche(0, 5_000), Tranche(1 days, 4_999));
        _refusedTranches(Tranche(0, 5_000), Tranche(1 days, 5_001));
        _refusedTranches(Tranche(0, 10_000), Tranche(1 days, 0));
        OfferingTerms memory terms = _trancheTerms();
        terms.tranches = new Tranche[](0);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidTranches.selector, 0));
        terms.tranches = new Tranche[](9);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidTranches.selector, 9));
    }

    /// A veto needs a part, and something to veto.
    function test_WhenTheVetoMakesNoSense_ItIsRefused() public {
        OfferingTerms memory terms = _trancheTerms();
        terms.vetoBps = 0;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidVetoBps.selector, 0));
        terms.vetoBps = 10_001;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidVetoBps.selector, 10_001));
        terms = _terms();
        terms.vetoBps = 1;
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidVetoBps.selector, 1));
    }

    function _refusedTranches(Tranche memory first, Tranche memory second) private {
        OfferingTerms memory terms = _trancheTerms();
        terms.tranches = new Tranche[](2);
        (terms.tranches[0], terms.tranches[1]) = (first, second);
        _refused(terms, abi.encodeWithSelector(IModelOffering.InvalidTranches.selector, 2));
    }

    function _refused(OfferingTerms memory terms, bytes memory reason) private {
        vm.expectRevert(reason);
        factory.create(_tokenTerms(), terms, false, SALT);
    }

    function _balanceOf(address sold, address holder) private view returns (uint256) {
        (bool success, bytes memory answer) = sold.staticcall(abi.encodeCall(token.balanceOf, (holder)));
        vm.assertTrue(success);
        return abi.decode(answer, (uint256));
    }
}
