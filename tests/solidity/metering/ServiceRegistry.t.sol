// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IServiceRegistry} from "../../../contracts/interfaces/IServiceRegistry.sol";
import {SignerWallet} from "../../../contracts/mocks/SignerWallet.sol";
import {Signing} from "./Signing.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

/// @title Service registry: a service says where it is, and nobody says it for it
contract ServiceRegistryTest is Signing {
    uint256 private constant START = 1_800_000_000;
    uint256 private constant KEY = 0xA11CE;
    uint256 private constant OTHER_KEY = 0xB0B;
    uint256 private constant DEADLINE = START + 100;
    bytes32 private constant METRIC = keccak256("inference_calls");

    IServiceRegistry private _registry;
    address private _service = vm.addr(KEY);
    address private _stranger = makeAddr("stranger");

    function setUp() public {
        vm.warp(START);
        _registry = _deploy();
    }

    // --- by itself ---

    /// A service announces itself: the view and the event say what it said, and count.
    function testFuzz_WhenAServiceAnnounces_ItIsRead(
        address service,
        string calldata endpoint,
        string calldata terms,
        bytes32 metric,
        bytes calldata publicKey
    ) public {
        IServiceRegistry.Service memory said = IServiceRegistry.Service(endpoint, terms, metric, publicKey);
        _expectAnnounced(service, 0, said);

        vm.prank(service);
        _registry.announce(said);

        _assertSaid(service, said, 1);
    }

    /// The last announcement counts, and everything empty withdraws.
    function test_WhenItAnnouncesAgain_TheLastCounts() public {
        IServiceRegistry.Service memory nothing;
        IServiceRegistry.Service[3] memory said = [_said(), _other(), nothing];
        for (uint256 i; i < said.length; ++i) {
            _expectAnnounced(_service, i, said[i]);
            vm.prank(_service);
            _registry.announce(said[i]);
            _assertSaid(_service, said[i], i + 1);
        }
    }

    /// A service that never announced itself has said nothing.
    function testFuzz_GivenNoAnnouncement_ThereIsNothing(address service) public {
        vm.assume(service != _service);
        vm.prank(_service);
        _registry.announce(_said());

        IServiceRegistry.Service memory nothing;
        _assertSaid(service, nothing, 0);
    }

    // --- by signature ---

    /// Anyone sends what a service signed.
    function testFuzz_WhenAServiceSigns_AnyoneSends(address sender, uint256 deadline) public {
        deadline = bound(deadline, START, type(uint256).max);
        bytes memory signature = _sign(KEY, _service, _said(), 0, deadline);
        _expectAnnounced(_service, 0, _said());

        vm.prank(sender);
        _registry.announceFor(_service, _said(), deadline, signature);

        _assertSaid(_service, _said(), 1);
        _assertInvalid(sender, _said(), 0);
    }

    /// A signed announcement can be sent up to and at its deadline.
    function testFuzz_AfterTheDeadline_ItReverts(uint256 time) public {
        time = bound(time, DEADLINE + 1, type(uint64).max);
        bytes memory signature = _sign(KEY, _service, _said(), 0, DEADLINE);

        vm.warp(time);
        vm.expectRevert(abi.encodeWithSelector(IServiceRegistry.SignatureExpired.selector, DEADLINE, time));
        _registry.announceFor(_service, _said(), DEADLINE, signature);
        vm.warp(DEADLINE);
        _registry.announceFor(_service, _said(), DEADLINE, signature);
    }

    /// It can be sent once, in none of its forms again, and not when the service has said something since.
    function test_WhenSentAgain_ItReverts() public {
        bytes32 digest = _announcementDigest(_domain(), _service, _said(), 0, DEADLINE);
        bytes[3] memory forms = [_signature(KEY, digest), _turned(KEY, digest), _short(KEY, digest)];
        uint256 state = vm.snapshotState();
        _registry.announceFor(_service, _said(), DEADLINE, forms[0]);
        for (uint256 i; i < forms.length; ++i) {
            _assertRefused(_said(), forms[i], 1);
        }

        vm.revertToState(state);
        vm.prank(_service);
        _registry.announce(_other());
        _assertRefused(_said(), forms[0], 1);
        _assertSaid(_service, _other(), 1);
    }

    /// The next signature carries the next nonce: one signed for later waits for its turn.
    function test_GivenALaterNonce_ItWaits() public {
        bytes memory later = _sign(KEY, _service, _other(), 1, DEADLINE);

        _assertRefused(_other(), later, 0);
        _registry.announceFor(_service, _said(), DEADLINE, _sign(KEY, _service, _said(), 0, DEADLINE));
        _registry.announceFor(_service, _other(), DEADLINE, later);

        _assertSaid(_service, _other(), 2);
    }

    // --- attacks ---

    /// Nobody else's signature counts, and the service's own counts for nothing but what it signed.
    function test_GivenAnotherContent_ItReverts() public {
        bytes memory signature = _sign(KEY, _service, _said(), 0, DEADLINE);
        for (uint256 i; i < 4; ++i) {
            IServiceRegistry.Service memory changed = _said();
            if (i == 0) changed.endpoint = _other().endpoint;
            if (i == 1) changed.termsURI = _other().termsURI;
            if (i == 2) changed.metric = _other().metric;
            if (i == 3) changed.publicKey = _other().publicKey;
            _assertRefused(changed, signature, 0);
        }
        _assertRefused(_said(), _sign(OTHER_KEY, _service, _said(), 0, DEADLINE), 0);
        _assertRefused(_said(), _sign(KEY, _stranger, _said(), 0, DEADLINE), 0);
        _assertRefused(_said(), _sign(KEY, _service, _said(), 0, DEADLINE + 1), 0);
        _assertInvalid(_stranger, _said(), 0);
        _registry.announceFor(_service, _said(), DEADLINE, signature);
    }

    /// Words that run over from one text into the next are other words.
    function test_GivenTextsThatRunOver_ItReverts() public {
        IServiceRegistry.Service memory signed = IServiceRegistry.Service("https://a", "/b", METRIC, "");
        IServiceRegistry.Service memory shifted = IServiceRegistry.Service("https://a/", "b", METRIC, "");

        _assertRefused(shifted, _sign(KEY, _service, signed, 0, DEADLINE), 0);
    }

    /// A signature for another chain, contract, name or version is none here.
    function testFuzz_ForAnotherDomain_ItReverts(uint64 chainId, address verifier) public {
        vm.assume(chainId != block.chainid && verifier != address(_registry));
        Domain[4] memory domains = [_domain(), _domain(), _domain(), _domain()];
        domains[0].chainId = chainId;
        domains[1].verifyingContract = verifier;
        domains[2].name = "DataAnchoringToken";
        domains[3].version = "2";

        for (uint256 i; i < domains.length; ++i) {
            bytes32 digest = _announcementDigest(domains[i], _service, _said(), 0, DEADLINE);
            _assertRefused(_said(), _signature(KEY, digest), 0);
        }
    }

    /// After a fork of the chain, and on a twin of the registry, old signatures are worth nothing.
    function test_OnAForkOrATwin_ItReverts() public {
        bytes memory signature = _sign(KEY, _service, _said(), 0, DEADLINE);
        uint64 chainId = uint64(block.chainid);

        vm.chainId(chainId + 1);
        _assertRefused(_said(), signature, 0);
        vm.chainId(chainId);
        _registry = _deploy();
        _assertRefused(_said(), signature, 0);
    }

    /// A contract wallet announces by ERC-1271; other keys do not for it.
    function test_GivenAContractWallet_ItsKeySigns() public {
        _service = address(new SignerWallet(vm.addr(OTHER_KEY)));

        _assertRefused(_said(), _sign(KEY, _service, _said(), 0, DEADLINE), 0);
        _registry.announceFor(_service, _said(), DEADLINE, _sign(OTHER_KEY, _service, _said(), 0, DEADLINE));

        _assertSaid(_service, _said(), 1);
    }

    /// Garbage is nobody's signature, nor that of the zero address.
    function testFuzz_GivenGarbage_ItReverts(bytes calldata garbage, bytes32 r, bytes32 s, uint8 v) public {
        _assertRefused(_said(), garbage, 0);
        _assertRefused(_said(), abi.encodePacked(r, s, v), 0);
        _service = address(0);
        _assertRefused(_said(), garbage, 0);
        _assertRefused(_said(), abi.encodePacked(r, s, v), 0);
    }

    /// The domain that wallets and libraries read is the one that signatures are checked against.
    function test_TheDomain_IsReadable() public view {
        (, string memory name, string memory version, uint256 chainId, address verifyingContract,,) =
            IERC5267(address(_registry)).eip712Domain();

        vm.assertEq(name, "ServiceRegistry");
        vm.assertEq(version, "1");
        vm.assertEq(chainId, block.chainid);
        vm.assertEq(verifyingContract, address(_registry));
    }

    // --- helpers ---

    function _deploy() private returns (IServiceRegistry deployed) {
        return IServiceRegistry(vm.deployCode("ServiceRegistry.sol:ServiceRegistry"));
    }

    function _said() private pure returns (IServiceRegistry.Service memory said) {
        return IServiceRegistry.Service("https://one.example", "ipfs://terms", METRIC, hex"01");
    }

    function _other() private pure returns (IServiceRegistry.Service memory said) {
        return IServiceRegistry.Service("https://two.example", "ipfs://other", keccak256("tokens"), hex"0203");
    }

    function _domain() private view returns (Domain memory domain) {
        return Domain("ServiceRegistry", "1", block.chainid, address(_registry));
    }

    function _sign(uint256 key, address service, IServiceRegistry.Service memory said, uint256 nonce, uint256 deadline)
        private
        view
        returns (bytes memory signature)
    {
        return _signature(key, _announcementDigest(_domain(), service, said, nonce, deadline));
    }

    function _announcementDigest(
        Domain memory domain,
        address service,
        IServiceRegistry.Service memory said,
        uint256 nonce,
        uint256 deadline
    ) private pure returns (bytes32 digest) {
        bytes32 typeHash = keccak256(
            "Announcement(address service,string endpoint,string termsURI,bytes32 metric,bytes publicKey,"
            "uint256 nonce,uint256 deadline)"
        );
        bytes32 endpoint = keccak256(bytes(said.endpoint));
        bytes32 terms = keccak256(bytes(said.termsURI));
        bytes32 publicKey = keccak256(said.publicKey);
        bytes32 structHash =
            keccak256(abi.encode(typeHash, service, endpoint, terms, said.metric, publicKey, nonce, deadline));
        return _digest(domain, structHash);
    }

    function _expectAnnounced(address service, uint256 nonce, IServiceRegistry.Service memory said) private {
        vm.expectEmit(address(_registry));
        emit IServiceRegistry.ServiceAnnounced(
            service, nonce, said.endpoint, said.termsURI, said.metric, said.publicKey
        );
    }

    function _assertSaid(address service, IServiceRegistry.Service memory said, uint256 nonce) private view {
        vm.assertEq(abi.encode(_registry.serviceOf(service)), abi.encode(said));
        vm.assertEq(_registry.nonceOf(service), nonce);
    }

    /// @dev The announcement is refused with this signature, and the nonce stays.
    function _assertRefused(IServiceRegistry.Service memory said, bytes memory signature, uint256 nonce) private {
        vm.expectRevert(abi.encodeWithSelector(IServiceRegistry.InvalidServiceSignature.selector, _service, nonce));
        _registry.announceFor(_service, said, DEADLINE, signature);
        vm.assertEq(_registry.nonceOf(_service), nonce);
    }

    /// @dev The service's signature announces nobody else.
    function _assertInvalid(address other, IServiceRegistry.Service memory said, uint256 nonce) private {
        if (other == _service) return;
        bytes memory signature = _sign(KEY, _service, said, nonce, DEADLINE);
        vm.expectRevert(abi.encodeWithSelector(IServiceRegistry.InvalidServiceSignature.selector, other, nonce));
        _registry.announceFor(other, said, DEADLINE, signature);
    }
}
