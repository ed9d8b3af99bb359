// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {RevShareTwin} from "./RevShareTwin.sol";

/// @title Random people doing everything that touches a RevShareToken, on the contract and on its twin
contract RevShareHandler is RevShareTwin {
    IRevShareToken public immutable TOKEN;
    FalseToken private immutable USD;
    address[4] private _people;
    uint256 private _block = 1;
    uint256 private _time = 1_800_000_000;
    bool private _isStopped;

    modifier now_() {
        enter();
        _;
    }

    constructor(string memory artifact) {
        USD = new FalseToken();
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
        } else if (seed & 4 == 0 && supply != 0) {
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
        if (isOpen || supply == 0 || block.timestamp < TOKEN.nextSnapshotAt()) return;
        TOKEN.snapshot();
        _twinSnapshot();
    }

    function sync() external now_ {
        if (isAccepted && supply != 0) TOKEN.sync(address(USD));
    }

    /// The ERC-20 begins, or ends, to answer "false".
    function stop(bool stopped) external now_ {
        _isStopped = stopped;
        USD.stop(stopped);
    }

    function accept(bool accepted) external now_ {
        if (isOpen || accepted == isAccepted) return;
        TOKEN.setRevenueToken(address(USD), accepted);
        _twinAccept(accepted);
    }

    // --- burns ---

    /// By the holder, or by somebody whom it allowed that.
    function burn(uint256 seed, uint256 amount) external now_ {
        uint256 who = seed % PEOPLE;
        _burn(who, bound(amount, 0, balances[who] / 2), seed & 256 == 0, new address[](0));
    }

    /// Somebody has no tokens left.
    function burnAll(uint256 seed) external now_ {
        if (seed & 3 == 0) _burn(seed % PEOPLE, balances[seed % PEOPLE], true, new address[](0));
    }

    /// Nobody has any left, and life goes on.
    function burnEverything(uint256 seed) external now_ {
        if (count < 4 || seed & 7 != 0) return;
        for (uint256 who; who < PEOPLE; ++who) {
            _burn(who, balances[who], true, new address[](0));
        }
    }

    /// Burns for some assets only, or for the pools that are left without tokens.
    function redeem(uint256 seed, uint256 amount) external now_ {
        if (isOpen) return;
        (uint256 who, uint256 named) = (seed % PEOPLE, (seed >> 8) % 3);
        address[] memory assets = new address[](named == 2 ? 2 : 1);
        if (named != 0) assets[assets.length - 1] = address(USD);
        _burn(who, seed & 7 == 0 ? balances[who] : bound(amount, 0, balances[who]), true, assets);
    }

    /// @param assets What is named; if there are none, it is a plain burn.
    function _burn(uint256 who, uint256 amount, bool self, address[] memory assets) private {
        uint256[2] memory before = _balancesOf(who);
        uint256[2] memory worth = _worthOf(who);
        uint256[2] memory quotes = [TOKEN.redeemableOnBurn(amount), TOKEN.redeemableERC20OnBurn(amount, address(USD))];
        _callBurn(who, amount, self, assets);
        for (uint256 a; a < ASSETS; ++a) {
            uint256 pays = _twinRedeem(who, amount, a, assets, quotes[a]);
            bool isOwed = a == 1 && _isStopped;
            if (isOwed) _twinOwe(who, a, pays);
            vm.assertEq(holds(a, _people[who]) - before[a], isOwed ? 0 : pays);
        }
        _twinBurnt(who, amount);
        _checkNoGain(who, worth);
    }

    function _twinRedeem(uint256 who, uint256 amount, uint256 a, address[] memory assets, uint256 quote)
        private
        returns (uint256 pays)
    {
        bool isNamed = _isIn(assets, asset(a));
        bool isAll = assets.length == 0 || amount == supply;
        if (amount == 0) return supply == 0 && isNamed && who == lastHolder ? _twinTakeAll(a) : 0;
        if (!isNamed && !(isAll && (a == 0 || isAccepted))) return 0;
        pays = _twinBurn(who, amount, a);
        vm.assertEq(quote, pays);
    }

    function _callBurn(uint256 who, uint256 amount, bool self, address[] memory assets) private {
        vm.prank(_people[who]);
        if (assets.length != 0) {
            TOKEN.redeem(amount, assets);
        } else if (self) {
            TOKEN.burn(amount);
        } else {
            TOKEN.approve(address(this), amount);
            TOKEN.burnFrom(_people[who], amount);
        }
    }

    function settle() external now_ {
        if (supply != 0) return;
        uint256[2] memory before = [address(1000).balance, USD.balanceOf(address(1000))];
        TOKEN.settleZeroSupply(address(1000));
        uint256 native = _twinSettle(0);
        uint256 usd = isAccepted && !_isStopped ? _twinSettle(1) : 0;
        vm.assertEq(address(1000).balance - before[0], native);
        vm.assertEq(USD.balanceOf(address(1000)) - before[1], usd);
    }

    // --- claims ---

    function claim(uint256 seed) external now_ {
        if (closed() == 0) return;
        uint256[] memory ids = new uint256[](1);
        ids[0] = 1 + (seed >> 8) % closed();
        _claim(seed % PEOPLE, ids, (seed >> 4) % 3);
    }

    function claimMany(uint256 seed) external now_ {
        if (closed() == 0) return;
        uint256[] memory ids = new uint256[](3);
        for (uint256 i; i < 3; ++i) {
            ids[i] = 1 + (seed >> (8 + 8 * i)) % closed();
        }
        _claim(seed % PEOPLE, ids, 3);
    }

    /// Pays at least the sum of the amounts of each snapshot, and at most the floor of the exact sum.
    function claimAll(uint256 seed) external now_ {
        (uint256 who, uint256 a) = (seed % PEOPLE, (seed >> 8) & 1);
        uint256[2] memory worth = _worthOf(who);
        uint256 before = holds(a, _people[who]);
        uint256 quote = TOKEN.claimableTotal(_people[who], asset(a));
        _checkQuote(who, a, quote);
        address[] memory assets = new address[](1);
        assets[0] = asset(a);
        if (quote != 0 && a == 1 && _isStopped) {
            vm.expectRevert(_failed(who));
            TOKEN.claimAllFor(_people[who], assets);
            return;
        }
        TOKEN.claimAllFor(_people[who], assets);
        vm.assertEq(holds(a, _people[who]) - before, quote);
        if (quote == 0) return;
        _twinPaid(who, a, quote - owed[who][a]);
        _twinClaimAll(who, a);
        _checkNoGain(who, worth);
    }

    function _checkQuote(uint256 who, uint256 a, uint256 quote) private view {
        uint256 least = owed[who][a] + (supply == 0 ? _twinSlicesLeft(who, a) : 0);
        for (uint256 id = 1; id <= closed(); ++id) {
            least += claimable(who, id, a);
        }
        vm.assertLe(least, quote);
        vm.assertLe(quote, mostClaimable(who, a));
    }

    /// @param way 0 by the holder, 1 to somebody else, 2 by somebody else, 3 several at once.
    function _claim(uint256 who, uint256[] memory ids, uint256 way) private {
        address to = way == 1 ? address(2000) : _people[who];
        uint256[2] memory before = [to.balance, USD.balanceOf(to)];
        uint256[2] memory worth = _worthOf(who);
        uint256[2] memory exact;
        for (uint256 a; a < ASSETS; ++a) {
            if (a == 1 && !isAccepted) continue;
            exact[a] = _exactOf(who, ids, a);
        }
        bool isFailed = exact[0] == 0 && exact[1] != 0 && _isStopped;
        if (isFailed) {
            vm.expectRevert(abi.encodeWithSelector(IRevShareToken.ClaimFailed.selector, _people[who], to));
        } else if (way != 3 && exact[0] + exact[1] == 0) {
            vm.expectRevert(abi.encodeWithSelector(IRevShareToken.NothingToClaim.selector, _people[who], ids[0]));
        }
        _callClaim(who, ids, way, to);
        if (isFailed) return;
        for (uint256 a; a < ASSETS; ++a) {
            bool isOwed = a == 1 && _isStopped;
            _twinClaimed(who, ids, a, exact[a], isOwed);
            vm.assertEq((a == 0 ? to.balance : USD.balanceOf(to)) - before[a], isOwed ? 0 : exact[a]);
        }
        // What went to somebody else is gone.
        if (way != 1) _checkNoGain(who, worth);
    }

    function _twinClaimed(uint256 who, uint256[] memory ids, uint256 a, uint256 amount, bool isOwed) private {
        if (amount == 0) return;
        for (uint256 i; i < ids.length; ++i) {
            _twinClaim(who, ids[i], a);
        }
        if (isOwed) _twinOwe(who, a, amount);
        _twinPaid(who, a, amount);
    }

    function _callClaim(uint256 who, uint256[] memory ids, uint256 way, address to) private {
        if (way != 2) vm.prank(_people[who]);
        if (way == 0) TOKEN.claim(ids[0]);
        else if (way == 1) TOKEN.claimTo(ids[0], to);
        else if (way == 2) TOKEN.claimFor(_people[who], ids[0]);
        else TOKEN.claimMany(ids);
    }

    /// Ids that are named twice count once.
    function _exactOf(uint256 who, uint256[] memory ids, uint256 a) private view returns (uint256 exact) {
        for (uint256 i; i < ids.length; ++i) {
            bool isFirst = true;
            for (uint256 j; j < i; ++j) {
                if (ids[j] == ids[i]) isFirst = false;
            }
            if (isFirst) exact += claimable(who, ids[i], a);
        }
    }

    // --- nobody gains ---

    /// All that an account has: money, what it can claim now or later, and what its tokens stand for.
    function _worthOf(uint256 who) private view returns (uint256[2] memory worth) {
        worth = _balancesOf(who);
        for (uint256 a; a < ASSETS; ++a) {
            worth[a] += TOKEN.claimableTotal(_people[who], asset(a)) + kept(who, a) + stake(who, a);
        }
    }

    /// No act of an account makes it richer than before by more than what rounding moves; so no sequence in a block does.
    function _checkNoGain(uint256 who, uint256[2] memory before) private view {
        uint256[2] memory worth = _worthOf(who);
        for (uint256 a; a < ASSETS; ++a) {
            vm.assertLe(worth[a], before[a] + 1);
        }
    }

    function _failed(uint256 who) private view returns (bytes memory reason) {
        return abi.encodeWithSelector(IRevShareToken.ClaimFailed.selector, _people[who], _people[who]);
    }

    function _isIn(address[] memory assets, address asset_) private pure returns (bool found) {
        for (uint256 i; i < assets.length; ++i) {
            if (assets[i] == asset_) found = true;
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
        terms.governor = address(this);
        terms.revenueTokens = new address[](1);
        terms.revenueTokens[0] = address(USD);
    }
}
