// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {DatTest} from "../DatTest.sol";

/// @title Classes: creation, versions of metadata and policy, freezing, royalty
contract ClassesTest is DatTest {
    // --- creation ---

    /// T14, T21: anyone creates a class; it becomes the controller, and ids count from 1.
    function testFuzz_WhenAnyoneCreatesAClass_ItControlsTheNextId(
        address creator,
        string calldata metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string calldata policyURI
    ) public {
        vm.expectEmit(address(dat));
        emit IERC8028.ClassCreated(2, metadataURI, integrityHash);
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ClassTermsSet(2, creator, unitDecimals, type(uint64).max);
        vm.expectEmit(address(dat));
        emit IERC8028.ClassPolicyUpdated(2, policyURI);

        vm.prank(creator);
        uint256 classId = dat.createClass(metadataURI, integrityHash, unitDecimals, policyURI);

        vm.assertEq(class, 1);
        vm.assertEq(classId, 2);
        vm.assertEq(dat.classCount(), 2);
        vm.assertEq(dat.controllerOf(2), creator);
        _assertMeta(2, metadataURI, integrityHash, unitDecimals, policyURI);
        _assertVersions(2, 1, 1);
    }

    /// T14: the cap that a class is created with is readable; one above 2**64 - 1 is that.
    function testFuzz_WhenAClassHasACap_ItIsReadable(uint256 cap) public {
        uint256 stored = cap > type(uint64).max ? type(uint64).max : cap;
        vm.expectEmit(address(dat));
        emit IERC8028.ClassCreated(2, "m", "h");
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.ClassTermsSet(2, controller, 3, stored);

        vm.prank(controller);
        uint256 classId = dat.createClassWithCap("m", "h", 3, "p", cap);

        vm.assertEq(dat.maxTotalShareOf(classId), stored);
        vm.assertEq(dat.maxTotalShareOf(class), type(uint64).max);
        vm.assertEq(dat.totalShareOf(classId), 0);
        vm.assertEq(dat.tokenCountOf(classId), 0);
        vm.assertFalse(dat.isFrozen(classId));
    }

    // --- metadata and policy ---

    /// T20: new metadata is a new version; every one before it stays readable.
    function testFuzz_WhenMetadataChanges_EveryVersionStaysReadable(string calldata metadataURI, bytes32 integrityHash)
        public
    {
        vm.expectEmit(address(dat));
        emit IERC8028.MetadataUpdated(class, metadataURI, integrityHash);
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.BatchMetadataUpdate((class << 128) + 1, (class << 128) + type(uint128).max);

        vm.prank(controller);
        dat.updateClassMetadata(class, metadataURI, integrityHash);

        _assertMeta(class, metadataURI, integrityHash, 2, "ipfs://policy");
        _assertVersions(class, 2, 1);
        (string memory uri, bytes32 hash) = dat.metadataVersion(class, 1);
        vm.assertEq(uri, "ipfs://meta");
        vm.assertEq(hash, keccak256("data"));
        (uri, hash) = dat.metadataVersion(class, 2);
        vm.assertEq(uri, metadataURI);
        vm.assertEq(hash, integrityHash);
    }

    /// T20: a new policy is a new version; every one before it stays readable.
    function testFuzz_WhenThePolicyChanges_EveryVersionStaysReadable(string calldata policyURI) public {
        vm.expectEmit(address(dat));
        emit IERC8028.ClassPolicyUpdated(class, policyURI);

        vm.prank(controller);
        dat.updateClassPolicy(class, policyURI);

        _assertMeta(class, "ipfs://meta", keccak256("data"), 2, policyURI);
        _assertVersions(class, 1, 2);
        vm.assertEq(dat.policyVersion(class, 1), "ipfs://policy");
        vm.assertEq(dat.policyVersion(class, 2), policyURI);
    }

    /// T20: versions count from 1 to the latest; any other is refused.
    function testFuzz_GivenAVersionThatIsNot_ItReverts(uint256 version) public {
        if (version == 1) version = 2;
        bytes memory reason =
            abi.encodeWithSelector(IDataAnchoringToken.UnknownVersion.selector, class, version, uint256(1));

        _assertReverts(stranger, abi.encodeCall(dat.metadataVersion, (class, version)), reason);
        _assertReverts(stranger, abi.encodeCall(dat.policyVersion, (class, version)), reason);
    }

    /// T20: a frozen class keeps its metadata, policy and royalty for good, and minting goes on.
    function test_WhenAClassIsFrozen_NothingItCommitsToChanges() public {
        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.Frozen(class);
        vm.prank(controller);
        dat.freezeClass(class);

        vm.assertTrue(dat.isFrozen(class));
        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.ClassFrozen.selector, class);
        bytes[] memory edits = _edits(class);
        for (uint256 i; i < edits.length; ++i) {
            _assertReverts(controller, edits[i], reason);
        }
        vm.assertEq(_mint(alice, 1), (class << 128) + 1);
    }

    // --- royalty ---

    /// Section 3: the royalty of ERC-2981 is a floor, for sale prices of any size.
    function testFuzz_WhenARoyaltyIsSet_EveryTokenAnswersIt(address receiver, uint256 bps, uint256 price) public {
        bps = bound(bps, 0, 10_000);
        vm.assume(receiver != address(0) || bps == 0);
        uint256 tokenId = _mint(alice, 1);

        vm.expectEmit(address(dat));
        emit IDataAnchoringToken.RoyaltySet(class, receiver, bps);
        vm.prank(controller);
        dat.setRoyalty(class, receiver, bps);

        (address payee, uint256 amount) = dat.royaltyInfo(tokenId, price);
        vm.assertEq(payee, receiver);
        vm.assertEq(amount, price / 10_000 * bps + price % 10_000 * bps / 10_000);
    }

    /// A royalty above the whole price, or one that nobody receives, is refused with its values.
    function testFuzz_GivenARoyaltyThatCannotBe_ItReverts(address receiver, uint256 bps) public {
        if (bps <= 10_000) receiver = address(0);
        if (bps == 0) bps = 10_001;

        _assertReverts(
            controller,
            abi.encodeCall(dat.setRoyalty, (class, receiver, bps)),
            abi.encodeWithSelector(IDataAnchoringToken.InvalidRoyalty.selector, receiver, bps)
        );
    }

    // --- who, and which ---

    /// Section 4: only the controller changes a class.
    function testFuzz_WhenAnyoneElseChangesAClass_ItReverts(address other) public {
        vm.assume(other != controller);
        bytes memory reason =
            abi.encodeWithSelector(IDataAnchoringToken.NotController.selector, class, other, controller);

        bytes[] memory edits = _edits(class);
        for (uint256 i; i < edits.length; ++i) {
            _assertReverts(other, edits[i], reason);
        }
        _assertReverts(other, abi.encodeCall(dat.setMinter, (class, other, true)), reason);
        _assertReverts(other, abi.encodeCall(dat.transferController, (class, other)), reason);
        _assertReverts(other, abi.encodeCall(dat.renounceController, (class)), reason);
    }

    /// T21: whatever is asked of a class that does not exist, id 0 among them, reverts and names it.
    function testFuzz_GivenAnUnknownClass_EverythingReverts(uint256 classId) public {
        vm.assume(classId != class);
        bytes memory reason = _unknownClass(classId);

        bytes[] memory edits = _edits(classId);
        for (uint256 i; i < edits.length; ++i) {
            _assertReverts(controller, edits[i], reason);
        }
        bytes[14] memory calls = [
            abi.encodeCall(dat.setMinter, (classId, alice, true)),
            abi.encodeCall(dat.transferController, (classId, alice)),
            abi.encodeCall(dat.acceptController, (classId)),
            abi.encodeCall(dat.renounceController, (classId)),
            abi.encodeCall(dat.getClassMeta, (classId)),
            abi.encodeCall(dat.versionsOf, (classId)),
            abi.encodeCall(dat.metadataVersion, (classId, 1)),
            abi.encodeCall(dat.policyVersion, (classId, 1)),
            abi.encodeCall(dat.controllerOf, (classId)),
            abi.encodeCall(dat.pendingControllerOf, (classId)),
            abi.encodeCall(dat.isMinter, (classId, alice)),
            abi.encodeCall(dat.isFrozen, (classId)),
            abi.encodeCall(dat.totalShareOf, (classId)),
            abi.encodeCall(dat.maxTotalShareOf, (classId))
        ];
        for (uint256 i; i < calls.length; ++i) {
            _assertReverts(controller, calls[i], reason);
        }
        _assertReverts(controller, abi.encodeCall(dat.tokenCountOf, (classId)), reason);
    }

    /// @dev Every call that changes what a class commits to.
    function _edits(uint256 classId) private view returns (bytes[] memory calls) {
        calls = new bytes[](4);
        calls[0] = abi.encodeCall(dat.updateClassMetadata, (classId, "m", "h"));
        calls[1] = abi.encodeCall(dat.updateClassPolicy, (classId, "p"));
        calls[2] = abi.encodeCall(dat.setRoyalty, (classId, alice, 500));
        calls[3] = abi.encodeCall(dat.freezeClass, (classId));
    }

    function _assertMeta(
        uint256 classId,
        string memory metadataURI,
        bytes32 integrityHash,
        uint8 unitDecimals,
        string memory policyURI
    ) private view {
        (string memory uri, bytes32 hash, uint8 decimals, string memory policy) = dat.getClassMeta(classId);
        vm.assertEq(uri, metadataURI);
        vm.assertEq(hash, integrityHash);
        vm.assertEq(decimals, unitDecimals);
        vm.assertEq(policy, policyURI);
    }

    function _assertVersions(uint256 classId, uint256 metadataVersions, uint256 policyVersions) private view {
        (uint256 metadata, uint256 policy) = dat.versionsOf(classId);
        vm.assertEq(metadata, metadataVersions);
        vm.assertEq(policy, policyVersions);
    }
}
