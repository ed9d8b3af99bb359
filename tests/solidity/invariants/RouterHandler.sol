// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {IDat} from "../IDat.sol";
import {Test} from "../Test.sol";

/// @title Random controllers, payers and keepers, doing everything that the router allows
contract RouterHandler is Test {
    uint256 public constant CLASSES = 7;
    uint256 private constant PEOPLE = 4;

    IDat public immutable DAT;
    IRevenueRouter public immutable ROUTER;
    address[2] public assets;
    uint256 public time = 1_800_000_000;

    mapping(address asset => uint256 amount) public paid;
    mapping(address asset => uint256 amount) public claimed;

    modifier now_() {
        vm.warp(time);
        _;
    }

    constructor() {
        DAT = deployDat();
        ROUTER = IRevenueRouter(vm.deployCode("RevenueRouter.sol:RevenueRouter", abi.encode(DAT)));
        TestToken usd = new TestToken("US dollar", "USD", 6);
        assets[1] = address(usd);
        usd.mint(address(this), 1e40);
        usd.approve(address(ROUTER), type(uint256).max);
        vm.deal(address(this), 1e40);
        for (uint256 i; i < CLASSES; ++i) {
            DAT.createClass("", 0, 0, "");
            ROUTER.setDerivation(i + 1, ILineage.Permission.Open, uint16(10 * i), 15);
        }
    }

    function pass(uint256 seconds_) external {
        time += seconds_ % 5 days;
    }

    function mint(uint256 seed) external now_ {
        uint64 expireAt = seed % 3 == 0 ? uint64(time + (seed >> 8) % 5 days) : 0;
        DAT.mint(_class(seed), person(seed >> 16), 0, 1 + (seed >> 24) % 1_000, expireAt);
    }

    // --- lineage ---

    function setDerivation(uint256 seed, uint8 permission, uint16 leastBps) external now_ {
        ILineage.Permission chosen = ILineage.Permission(permission % 6 < 3 ? permission % 3 : 1);
        ROUTER.setDerivation(_class(seed), chosen, leastBps % 300, 15);
    }

    function consent(uint256 seed, uint16 leastBps) external now_ {
        ROUTER.consent(_class(seed), _class(seed >> 8), leastBps % 300, 15);
    }

    /// The parents so far with other parts, and often one more: any class, the class itself and its descendants among them.
    function setTerms(uint256 seed) external now_ {
        uint256 classId = _class(seed);
        uint256[] memory known = ROUTER.parentsOf(classId);
        ILineage.Terms memory terms;
        terms.parents = new ILineage.Parent[](known.length + (seed % 4 == 0 ? 0 : 1));
        uint256 left = 10_000;
        for (uint256 i; i < terms.parents.length; ++i) {
            uint256 parentId = i < known.length ? known[i] : _class(seed >> 16);
            (, uint256 purposes) = ROUTER.derivedFrom(classId, parentId);
            uint256 bps = (i < known.length ? leastOf(classId, parentId) : 300) + (seed >> (32 + 8 * i)) % (left / 6);
            terms.parents[i] = ILineage.Parent(parentId, uint16(bps), uint8(purposes == 0 ? 1 : purposes));
            left -= bps;
        }
        uint16 service = uint16(left / (1 + (seed >> 200) % 5));
        if (service != 0) terms.service = ILineage.Payee(person(seed >> 208), service);
        terms.holdersBps = uint16(left - service);
        // What is refused, and why, is shown elsewhere; here any sequence may be tried.
        (bool success,) = address(ROUTER).call(abi.encodeCall(ROUTER.setTerms, (classId, terms)));
        if (success && seed >> 252 < 12) time += 7 days;
    }

    // --- money ---

    function pay(uint256 seed, uint256 amount) external now_ {
        address asset = assets[seed % 2];
        amount = (seed >> 8) % 2 == 0 ? 1 + amount % 30_000 : 1 + amount % 1e30;
        ROUTER.pay{value: asset == address(0) ? amount : 0}(_class(seed >> 16), asset, amount);
        paid[asset] += amount;
    }

    function flow(uint256 seed) external now_ {
        ROUTER.flow(_class(seed >> 8), assets[seed % 2]);
    }

    function openPots(uint256 seed, address caller) external now_ {
        vm.prank(caller);
        ROUTER.openPots(_class(seed >> 8), assets[seed % 2]);
    }

    function claim(uint256 seed, address caller) external now_ {
        address account = person(seed >> 8);
        address asset = assets[seed % 2];
        uint256 owed = ROUTER.owedTo(account, asset);
        vm.prank(caller);
        vm.assertEq(ROUTER.claim(account, asset, account), owed);
        claimed[asset] += owed;
    }

    // --- for both ---

    function person(uint256 seed) public pure returns (address account) {
        return vm.addr(100 + seed % PEOPLE);
    }

    function leastOf(uint256 classId, uint256 parentId) public view returns (uint256 leastBps) {
        (leastBps,) = ROUTER.derivedFrom(classId, parentId);
    }

    function _class(uint256 seed) private pure returns (uint256 classId) {
        return 1 + seed % CLASSES;
    }
}
