// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Lineage: what a parent allows, and what a child cannot take back
contract LineageTest is RouterTest {
    uint256 private _child;
    address private _childs = makeAddr("controller of the child");

    function setUp() public override {
        super.setUp();
        vm.prank(_childs);
        _child = dat.createClass("", 0, 0, "");
    }

    // --- permission ---

    /// Whoever gives an open class what it accepts, for what it allows, derives from it, and the event says so.
    function testFuzz_GivenAnOpenParent_AnyoneDerives(uint16 leastBps, uint16 bps, uint8 allowed, uint8 purposes)
        public
    {
        leastBps = uint16(bound(leastBps, 0, 10_000));
        bps = uint16(bound(bps, leastBps, 10_000));
        allowed = uint8(bound(allowed, 1, 15));
        purposes &= allowed;
        vm.assume(purposes != 0);
        _setDerivation(ILineage.Permission.Open, leastBps, allowed);
        vm.expectEmit(address(router));
        emit ILineage.Derived(_child, class, leastBps, purposes);

        _derive(class, bps, purposes);

        _assertEdge(leastBps, purposes);
        (uint256 rank, bool hasChildren) = router.rankOf(class);
        vm.assertEq(rank, 0);
        vm.assertTrue(hasChildren);
        (rank, hasChildren) = router.rankOf(_child);
        vm.assertEq(rank, 1);
        vm.assertFalse(hasChildren);
    }

    /// A class that said nothing is derived from by consent only.
    function test_GivenNoConsent_ItReverts() public {
        _assertRefusedToDerive(
            class, 10_000, ALL, abi.encodeWithSelector(ILineage.ConsentMissing.selector, _child, class)
        );
        _assertRefusedToDerive(
            99, 10_000, ALL, abi.encodeWithSelector(ILineage.ConsentMissing.selector, _child, uint256(99))
        );
    }

    /// A request says who wants what, and a consent lets that child derive once, on its own terms.
    function test_GivenAConsent_TheChildDerives() public {
        vm.expectEmit(address(router));
        emit ILineage.DerivationRequested(_child, class, 500, TRAIN | FINE_TUNE);
        vm.prank(_childs);
        router.requestDerivation(_child, class, 500, TRAIN | FINE_TUNE);
        vm.expectEmit(address(router));
        emit ILineage.ConsentGiven(class, _child, 400, TRAIN | FINE_TUNE);

        _consent(400, TRAIN | FINE_TUNE);

        (uint256 leastBps, uint256 purposes) = router.consentOf(class, _child);
        vm.assertEq(leastBps, 400);
        vm.assertEq(purposes, TRAIN | FINE_TUNE);
        _derive(class, 450, FINE_TUNE);
        _assertEdge(400, FINE_TUNE);
        (leastBps, purposes) = router.consentOf(class, _child);
        vm.assertEq(leastBps + purposes, 0);
    }

    /// A consent is for one child, and can be taken back until it is used.
    function test_WhenAConsentIsTakenBack_ItReverts() public {
        _consent(400, ALL);
        uint256 other = _createClass();
        bytes4 reason = ILineage.ConsentMissing.selector;
        _assertTermsRefused(other, _terms(0, 0, 0, _parents(class, 400)), abi.encodeWithSelector(reason, other, class));

        _consent(0, 0);

        _assertRefusedToDerive(class, 400, TRAIN, abi.encodeWithSelector(reason, _child, class));
    }

    /// What a parent agreed to with one child goes before what it published.
    function test_GivenBoth_TheConsentCounts() public {
        _setDerivation(ILineage.Permission.Open, 3_000, TRAIN);
        _consent(100, FINE_TUNE);

        _derive(class, 100, FINE_TUNE);

        _assertEdge(100, FINE_TUNE);
    }

    /// Nobody derives from a closed class, with a consent or without.
    function test_GivenAClosedParent_ItReverts() public {
        _consent(400, ALL);
        vm.expectEmit(address(router));
        emit ILineage.DerivationSet(class, ILineage.Permission.Closed, 0, ALL);
        _setDerivation(ILineage.Permission.Closed, 0, ALL);

        (ILineage.Permission permission, uint256 leastBps, uint256 purposes) = router.derivationOf(class);
        vm.assertTrue(permission == ILineage.Permission.Closed);
        vm.assertEq(leastBps, 0);
        vm.assertEq(purposes, ALL);
        bytes memory reason = abi.encodeWithSelector(ILineage.DerivationClosed.selector, _child, class);
        _assertRefusedToDerive(class, 400, TRAIN, reason);
    }

    /// A parent gets at least what it accepts, and is used for what it allows.
    function testFuzz_GivenLessOrForMore_ItReverts(uint16 bps, uint8 purposes) public {
        bps = uint16(bound(bps, 0, 999));
        purposes = uint8(bound(purposes, 2, 255));
        _setDerivation(ILineage.Permission.Open, 1_000, TRAIN);

        bytes4 reason = ILineage.PurposeRefused.selector;
        _assertRefusedToDerive(
            class, 1_000, purposes, abi.encodeWithSelector(reason, _child, class, uint256(purposes), uint256(TRAIN))
        );
        _assertRefusedToDerive(class, 1_000, 0, abi.encodeWithSelector(reason, _child, class, 0, uint256(TRAIN)));
        reason = ILineage.PartTooSmall.selector;
        _assertRefusedToDerive(
            class, bps, TRAIN, abi.encodeWithSelector(reason, _child, class, uint256(bps), uint256(1_000))
        );
    }

    /// Only controllers speak for their classes.
    function testFuzz_WhenAnotherSpeaks_ItReverts(address caller) public {
        vm.assume(caller != controller);
        bytes memory reason = _notController(class, caller);

        _assertRefused(caller, abi.encodeCall(router.setDerivation, (class, ILineage.Permission.Open, 0, ALL)), reason);
        _assertRefused(caller, abi.encodeCall(router.consent, (class, _child, 0, ALL)), reason);
        _assertRefused(caller, abi.encodeCall(router.requestDerivation, (class, _child, 0, ALL)), reason);
    }

    /// Basis points above the whole and unknown purposes are refused.
    function testFuzz_GivenAnInvalidDerivation_ItReverts(uint16 leastBps, uint8 purposes) public {
        vm.assume(leastBps > 10_000 || purposes > 15);
        bytes memory reason =
            abi.encodeWithSelector(ILineage.InvalidDerivation.selector, uint256(leastBps), uint256(purposes));

        _assertRefused(
            controller,
            abi.encodeCall(router.setDerivation, (class, ILineage.Permission.Open, leastBps, purposes)),
            reason
        );
        _assertRefused(controller, abi.encodeCall(router.consent, (class, _child, leastBps, purposes)), reason);
        _assertRefused(
            controller, abi.encodeCall(router.requestDerivation, (class, _child, leastBps, purposes)), reason
        );
    }

    // --- what stays ---

    /// What a parent accepted holds for good: its part falls no lower, whatever it says later, and it is not written out.
    function test_AChildCannotTakeBackWhatItPromised() public {
        _setDerivation(ILineage.Permission.Open, 300, ALL);
        _derive(class, 500, TRAIN);
        _setDerivation(ILineage.Permission.Closed, 9_000, FINE_TUNE);

        bytes4 reason = ILineage.PartTooSmall.selector;
        _assertRefusedToDerive(class, 299, TRAIN, abi.encodeWithSelector(reason, _child, class, 299, 300));
        reason = ILineage.PurposesDiffer.selector;
        _assertRefusedToDerive(class, 500, ALL, abi.encodeWithSelector(reason, _child, class, TRAIN, ALL));
        bytes memory call = abi.encodeCall(router.setTerms, (_child, _terms(0)));
        _assertRefused(_childs, call, abi.encodeWithSelector(ILineage.ParentMissing.selector, _child, class, 0));

        _derive(class, 300, TRAIN);

        vm.assertEq(router.termsOf(_child, 2).parents[0].bps, 300);
        _assertEdge(300, TRAIN);
    }

    /// Terms name the parents of those before in their place, then new ones, each once.
    function test_NewParentsComeAfterTheOldOnes() public {
        _open(class, 0);
        uint256 second = _openClass();
        uint256 third = _openClass();
        _setTermsOfChild(_parents(class, 10, second, 20));
        bytes memory missing = abi.encodeWithSelector(ILineage.ParentMissing.selector, _child, class, 0);
        bytes memory twice = abi.encodeWithSelector(ILineage.AlreadyParent.selector, _child, third);

        _assertParentsRefused(_parents(second, 20, class, 10), missing);
        ILineage.Parent[] memory parents = new ILineage.Parent[](4);
        (parents[0], parents[1]) = (_parent(class, 10), _parent(second, 20));
        (parents[2], parents[3]) = (_parent(third, 30), _parent(third, 40));
        _assertParentsRefused(parents, twice);
        parents[3] = _parent(_openClass(), 40);
        _setTermsOfChild(parents);

        vm.assertEq(abi.encode(router.termsOf(_child, 2).parents), abi.encode(parents));
    }

    /// A controller that is gone leaves terms that nobody changes.
    function test_GivenNoController_TermsStay() public {
        _setTermsOfChild(_parents());
        vm.prank(_childs);
        dat.renounceController(_child);

        bytes4 reason = bytes4(keccak256("NotController(uint256,address,address)"));
        bytes memory call = abi.encodeCall(router.setTerms, (_child, _terms(1)));
        _assertRefused(_childs, call, abi.encodeWithSelector(reason, _child, _childs, address(0)));
    }

    // --- no loops ---

    /// No class is its own parent.
    function test_AClassIsNotItsOwnParent() public {
        _open(class, 0);
        bytes4 reason = ILineage.LineageLoop.selector;
        _assertTermsRefused(class, _terms(0, 0, 0, _parents(class, 1)), abi.encodeWithSelector(reason, class, class));
    }

    /// A descendant, near or far, is no parent.
    function test_ADescendantIsNoParent() public {
        uint256[5] memory line;
        for (uint256 i; i < 5; ++i) {
            line[i] = _openClass();
            if (i != 0) _setTerms(line[i], _terms(0, 0, 0, _parents(line[i - 1], 1)));
        }
        for (uint256 i = 1; i < 5; ++i) {
            (uint256 rank,) = router.rankOf(line[i]);
            vm.assertEq(rank, i);
            bytes memory reason = abi.encodeWithSelector(ILineage.LineageLoop.selector, line[0], line[i]);
            _assertTermsRefused(line[0], _terms(0, 0, 0, _parents(line[i], 1)), reason);
        }
    }

    /// A class that came later may be a parent, as long as that closes no loop: the order of creation decides nothing.
    function test_ALaterClassMayBeAParent() public {
        uint256 later = _openClass();
        _open(class, 0);
        _setTerms(class, _terms(0, 0, 0, _parents(later, 1)));
        uint256 latest = _openClass();
        _setTermsOfChild(_parents(class, 1));

        vm.warp(START + 7 days);
        _setTerms(class, _terms(0, 0, 0, _parents(later, 1, latest, 1)));

        (uint256 rank,) = router.rankOf(class);
        vm.assertEq(rank, 1);
    }

    // --- helpers ---

    function _setDerivation(ILineage.Permission permission, uint16 leastBps, uint8 purposes) private {
        vm.prank(controller);
        router.setDerivation(class, permission, leastBps, purposes);
    }

    function _consent(uint16 leastBps, uint8 purposes) private {
        vm.prank(controller);
        router.consent(class, _child, leastBps, purposes);
    }

    /// @dev The child gets terms with one parent, after the notice if that takes one.
    function _derive(uint256 parentId, uint16 bps, uint8 purposes) private {
        ILineage.Parent[] memory parents = _parents(parentId, bps);
        parents[0].purposes = purposes;
        _setTermsOfChild(parents);
    }

    function _setTermsOfChild(ILineage.Parent[] memory parents) private {
        (, uint256 effectiveAt) = router.pendingTermsOf(_child);
        if (effectiveAt != 0) vm.warp(effectiveAt);
        vm.prank(_childs);
        router.setTerms(_child, _terms(0, 0, 0, parents));
    }

    function _assertRefusedToDerive(uint256 parentId, uint16 bps, uint8 purposes, bytes memory reason) private {
        ILineage.Parent[] memory parents = _parents(parentId, bps);
        parents[0].purposes = purposes;
        _assertParentsRefused(parents, reason);
    }

    function _assertParentsRefused(ILineage.Parent[] memory parents, bytes memory reason) private {
        _assertRefused(_childs, abi.encodeCall(router.setTerms, (_child, _terms(0, 0, 0, parents))), reason);
    }

    function _assertEdge(uint256 leastBps, uint256 purposes) private view {
        (uint256 least, uint256 declared) = router.derivedFrom(_child, class);
        vm.assertEq(least, leastBps);
        vm.assertEq(declared, purposes);
    }
}
