// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {RevShareTwin} from "./RevShareTwin.sol";

/// @title Random people doing everything that touches a RevShareToken, on the contract and on its twin
contract RevShareHandler is RevShareTwin {
    IRevShareToken public immutable TOKEN;
    TestToken private immutable USD;
    address[4] private _people;
    uint256 private _block = 1;
    uint256 private _time = 1_800_000_000;

    modifier now_() {
        enter();
        _;
    }

    constructor(string memory artifact) {
        USD = new TestToken("Honest", "H", 6);
        for (uint256 i; i < PEOPLE; ++i) {
            _people[i] = vm.addr(100 + i);
        }
        enter();
        TOKEN = IRevShareToken(vm.deployCode(artifact, abi.encode(_terms(), address(0))));
        balances[0] = supply;
        vm.deal(address(this), 1e40);
    }

    function enter() public {
        vm.roll(_block);
        vm.warp(_time);
    }

    function person(uint256 place) public view returns (address) {
        return _people[place];
    }

    function asset(uint256 place) public view returns (address) {
        return place == 0 ? address(0) : address(USD);
    }

    function holds(uint256 place, address who) public view returns (uint256 balance) {
        return place == 0 ? who.balance : USD.balanceOf(who);
    }

    // --- time, money, tokens ---

    function endBlock() external now_ {
        _twinClose();
        ++_block;
        ++_time;
    }

    /// A plain send, or coins by force.
    function earn(uint256 seed, uint256 amount) external now_ {
        amount = seed & 2 == 0 ? bound(amount, 1, 100) : bound(amount, 1, 1e24);
        if (seed & 1 == 1) {
            USD.mint(address(TOKEN), amount);
        } else if (seed & 4 == 0) {
            (bool sent,) = address(TOKEN).call{value: amount}("");
            vm.assertTrue(sent);
        } else {
            vm.deal(address(TOKEN), address(TOKEN).balance + amount);
        }
        _twinEarn(seed & 1, amount);
    }

    function move(uint256 seed, uint256 amount) external now_ {
        (uint256 from, uint256 to) = (seed % PEOPLE, (seed >> 8) % PEOPLE);
        amount = bound(amount, 0, balances[from]);
        vm.prank(_people[from]);
        TOKEN.transfer(_people[to], amount);
        _twinMove(from, to, amount);
    }

    function snapshot() external now_ {
        if (isOpen || block.timestamp < TOKEN.nextSnapshotAt()) return;
        TOKEN.snapshot();
        _twinSnapshot();
    }

    function sync() external now_ {
        TOKEN.sync(address(USD));
    }

    // --- burns ---

    function burn(uint256 seed, uint256 amount) external now_ {
        uint256 who = seed % PEOPLE;
        amount = bound(amount, 0, balances[who] / 2);
        uint256[2] memory before = _balancesOf(who);
        uint256[2] memory quotes = [TOKEN.redeemableOnBurn(amount), TOKEN.redeemableERC20OnBurn(amount, address(USD))];
        vm.prank(_people[who]);
        TOKEN.burn(amount);
        for (uint256 a; a < ASSETS; ++a) {
            uint256 pays = _twinBurn(who, amount, a);
            vm.assertEq(quotes[a], pays);
            vm.assertEq(holds(a, _people[who]) - before[a], pays);
        }
        _twinBurnt(who, amount);
    }

    // --- claims ---

    function claim(uint256 seed) external now_ {
        if (closed() == 0) return;
        (uint256 who, uint256 id) = (seed % PEOPLE, 1 + (seed >> 8) % closed());
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        _claim(who, ids);
    }

    function claimMany(uint256 seed) external now_ {
        if (closed() == 0) return;
        uint256[] memory ids = new uint256[](3);
        for (uint256 i; i < 3; ++i) {
            ids[i] = 1 + (seed >> (8 + 8 * i)) % closed();
        }
        _claim(seed % PEOPLE, ids);
    }

    /// Pays at least the sum of the amounts of each snapshot, and less than a unit more for each.
    function claimAll(uint256 seed) external now_ {
        (uint256 who, uint256 a) = (seed % PEOPLE, (seed >> 8) & 1);
        uint256 before = holds(a, _people[who]);
        uint256 quote = TOKEN.claimableTotal(_people[who], asset(a));
        address[] memory assets = new address[](1);
        assets[0] = asset(a);
        TOKEN.claimAllFor(_people[who], assets);
        uint256 got = holds(a, _people[who]) - before;
        uint256 exact = _settle(who, a);
        vm.assertEq(got, quote);
        vm.assertLe(exact, got);
        vm.assertLe(got, exact + closed());
        _twinPaid(who, a, got);
    }

    function _claim(uint256 who, uint256[] memory ids) private {
        uint256[2] memory before = _balancesOf(who);
        uint256[2] memory exact;
        for (uint256 i; i < ids.length; ++i) {
            for (uint256 a; a < ASSETS; ++a) {
                uint256 amount = claimable(who, ids[i], a);
                if (amount == 0) continue;
                exact[a] += amount;
                _twinClaim(who, ids[i], a, amount);
            }
        }
        vm.prank(_people[who]);
        if (ids.length == 1 && exact[0] + exact[1] == 0) {
            vm.expectRevert(abi.encodeWithSelector(IRevShareToken.NothingToClaim.selector, _people[who], ids[0]));
            TOKEN.claim(ids[0]);
        } else {
            if (ids.length == 1) TOKEN.claim(ids[0]);
            else TOKEN.claimMany(ids);
            for (uint256 a; a < ASSETS; ++a) {
                vm.assertEq(holds(a, _people[who]) - before[a], exact[a]);
                _twinPaid(who, a, exact[a]);
            }
        }
    }

    function _settle(uint256 who, uint256 a) private returns (uint256 exact) {
        for (uint256 id = 1; id <= closed(); ++id) {
            uint256 amount = claimable(who, id, a);
            exact += amount;
            _twinClaim(who, id, a, amount);
        }
    }

    function _balancesOf(uint256 who) private view returns (uint256[2] memory) {
        return [_people[who].balance, USD.balanceOf(_people[who])];
    }

    function _terms() private view returns (RevShareTerms memory terms) {
        terms.supply = supply;
        terms.holder = _people[0];
        terms.claimBps = BPS;
        terms.minInterval = 1;
        terms.revenueTokens = new address[](1);
        terms.revenueTokens[0] = address(USD);
    }
}
