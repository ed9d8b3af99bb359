// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {SignerWallet} from "../../../contracts/mocks/SignerWallet.sol";
import {MeteringTest} from "./MeteringTest.sol";
import {StrangeWallet} from "./StrangeWallet.sol";

/// @title Contract wallets: they sign by ERC-1271, and a bad one harms its own vouchers only
contract WalletsTest is MeteringTest {
    uint256 private constant RESERVED = 1_000;
    /// What a wallet may spend on its answer.
    uint256 private constant WALLET_GAS = 100_000;

    address private _wallet;
    StrangeWallet private _strange;

    function setUp() public override {
        super.setUp();
        _wallet = address(new SignerWallet(vm.addr(OTHER_KEY)));
        _strange = new StrangeWallet();
        _reserve(RESERVED);
        address[2] memory wallets = [_wallet, address(_strange)];
        for (uint256 i; i < wallets.length; ++i) {
            vm.prank(alice);
            dat.approveForClass(class, wallets[i], true);
            _reserve(wallets[i], service, RESERVED, UNTIL);
        }
    }

    // --- wallets that sign ---

    /// The key of a wallet signs for it, and no other does.
    function testFuzz_GivenAWallet_ItsKeySigns(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != OTHER_KEY);
        IMetering.Voucher memory voucher = _voucher(_wallet, service, 9);

        _assertRefused(voucher, _sign(key, voucher), IMetering.Refusal.BadSignature);
        _assertRefused(voucher, "", IMetering.Refusal.BadSignature);
        _assertPays(voucher, _sign(OTHER_KEY, voucher), 9);
    }

    /// A wallet grants a session by ERC-1271, to an account.
    function test_GivenAWallet_ItGrantsSessions() public {
        IMetering.Voucher memory voucher = _voucher(_wallet, service, 9);
        voucher.session = vm.addr(SESSION_KEY);
        Grant memory grant = Grant(50, UNTIL);
        bytes32 granted = _grantDigest(voucher, grant);
        bytes memory ofKey = _sign(SESSION_KEY, voucher);

        _assertRefused(voucher, _join(grant, ofKey, _signature(KEY, granted)), IMetering.Refusal.BadSignature);
        _assertPays(voucher, _join(grant, ofKey, _signature(OTHER_KEY, granted)), 9);
    }

    /// A session key may be a wallet that takes 65 bytes.
    function test_GivenAWalletAsSessionKey_ItSigns() public {
        IMetering.Voucher memory voucher = _voucher(9);
        voucher.session = _wallet;
        Grant memory grant = Grant(50, UNTIL);
        bytes memory ofReserver = _signature(KEY, _grantDigest(voucher, grant));

        _assertRefused(voucher, _join(grant, _sign(SESSION_KEY, voucher), ofReserver), IMetering.Refusal.BadSignature);
        _assertPays(voucher, _join(grant, _sign(OTHER_KEY, voucher), ofReserver), 9);
    }

    /// The assumption of the interface: a wallet can take its word back until it is redeemed, not afterwards.
    function test_WhenAWalletTakesItsWordBack_WhatWasRedeemedStays() public {
        IMetering.Voucher memory voucher = _voucher(address(_strange), service, 9);
        _assertPays(voucher, "", 9);
        voucher.cumulative = 12;

        _strange.set(StrangeWallet.Answer.No, 0);

        _assertRefused(voucher, "", IMetering.Refusal.BadSignature);
        (, uint256 redeemed,,) = dat.reservationOf(tokenId, address(_strange), service);
        vm.assertEq(redeemed, 9);
    }

    // --- accounts with code (EIP-7702) ---

    /// An account that delegates to code does not take back what its key has signed: neither a reserver nor a session key.
    function test_WhenAnAccountDelegates_ItsKeyStillCounts() public {
        IMetering.Voucher memory voucher = _sessionVoucher(5);
        bytes memory ofSession = _signBySession(voucher, Grant(50, UNTIL));
        bytes memory signature = _sign(_voucher(9));

        _delegate(alice, _wallet);
        _delegate(vm.addr(SESSION_KEY), _wallet);

        _assertPays(voucher, ofSession, 5);
        _assertPays(_voucher(9), signature, 4);
        _assertRefused(_voucher(10), _sign(SESSION_KEY, _voucher(10)), IMetering.Refusal.BadSignature);
    }

    /// The code that an account delegates to may sign for it besides.
    function test_WhenAnAccountDelegatesToAWallet_ThatSignsToo() public {
        _delegate(alice, _wallet);

        _assertPays(_voucher(9), _sign(OTHER_KEY, _voucher(9)), 9);
        _assertPays(_voucher(12), _sign(KEY, _voucher(12)), 3);
    }

    // --- wallets that misbehave ---

    /// Whatever a wallet does but answer yes, its voucher is passed over and the others in the batch are paid.
    function test_GivenAWalletThatMisbehaves_TheOthersArePaid() public {
        uint256 last = uint256(StrangeWallet.Answer.RevertBomb);
        for (uint256 answer = uint256(StrangeWallet.Answer.No); answer <= last; ++answer) {
            _strange.set(StrangeWallet.Answer(answer), 0);
            _assertPassedOver(_voucher(address(_strange), service, 9), "");
        }
    }

    /// A yes in front of much else is a yes; nobody copies the rest.
    function test_GivenAYesInMuch_ItPays() public {
        _strange.set(StrangeWallet.Answer.YesInABomb, 0);
        IMetering.Voucher memory voucher = _voucher(address(_strange), service, 9);
        uint256 before = gasleft();

        _assertPays(voucher, "", 9);

        vm.assertLt(before - gasleft(), WALLET_GAS);
    }

    /// Wallets that burn all the gas they get do not spend the gas of the batch: twenty of them, at most 135,000 each.
    function test_GivenWalletsThatBurnGas_ABatchStillPays() public {
        _strange.set(StrangeWallet.Answer.BurnGas, 0);
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](21);
        bytes[] memory signatures = new bytes[](21);
        for (uint256 i; i < 20; ++i) {
            vouchers[i] = _voucher(address(_strange), service, 9);
        }
        (vouchers[20], signatures[20]) = (_voucher(9), _sign(_voucher(9)));

        uint256[] memory paid = dat.redeem{gas: 20 * 135_000 + 100_000}(vouchers, signatures);

        vm.assertEq(paid[0], 0);
        vm.assertEq(paid[19], 0);
        vm.assertEq(paid[20], 9);
    }

    /// A wallet may spend up to the bound on its answer.
    function test_GivenASlowWallet_ItHasTheBound() public {
        IMetering.Voucher memory voucher = _voucher(address(_strange), service, 9);
        _strange.set(StrangeWallet.Answer.Yes, WALLET_GAS);
        _assertRefused(voucher, "", IMetering.Refusal.BadSignature);

        _strange.set(StrangeWallet.Answer.Yes, WALLET_GAS - 5_000);
        _assertPays(voucher, "", 9);
    }

    /// With too little gas for a wallet's answer the batch reverts: it never says that a good voucher is bad. So an estimate
    /// of its gas, which looks for success, does not find a limit at which it passes over what it should pay.
    function test_GivenTooLittleGas_AGoodVoucherIsNotRefused() public {
        _strange.set(StrangeWallet.Answer.Yes, WALLET_GAS - 10_000);
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](1);
        vouchers[0] = _voucher(address(_strange), service, 9);
        bytes memory call = abi.encodeCall(dat.redeem, (vouchers, new bytes[](1)));
        uint256 payments;
        for (uint256 limit = 10_000; limit < 200_000; limit += 250) {
            uint256 state = vm.snapshotState();
            vm.cool(address(dat));
            (bool success, bytes memory answer) = address(dat).call{gas: limit}(call);
            if (success) {
                vm.assertEq(abi.decode(answer, (uint256[]))[0], 9);
                ++payments;
            }
            vm.revertToState(state);
        }
        vm.assertLt(0, payments);
    }

    /// @dev Gives an account the code that EIP-7702 gives it.
    function _delegate(address account, address to) private {
        vm.etch(account, abi.encodePacked(hex"ef0100", to));
        (bool success, bytes memory answer) =
            account.staticcall(abi.encodeWithSignature("supportsInterface(bytes4)", bytes4(0x4e2312e0)));
        vm.assertTrue(success && abi.decode(answer, (bool)));
    }
}
