// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {Signing} from "../metering/Signing.sol";
import {RouterTest} from "../router/RouterTest.sol";

/// @dev An exchange, a seller with a key (alice), a buyer with money (bob), and a class with a royalty of a tenth.
abstract contract ExchangeTest is RouterTest, Signing {
    IDatExchange internal exchange;
    address internal artist = makeAddr("artist");
    uint256 internal sold;
    uint256 internal bobs;

    function setUp() public virtual override {
        super.setUp();
        exchange = IDatExchange(vm.deployCode("DatExchange.sol:DatExchange", abi.encode(dat, router)));
        sold = _mint(alice, 1_000, 1, 0);
        bobs = _mint(bob, 5, 0, 0);
        _setRoyalty(artist, 1_000);
        vm.deal(bob, 1e40);
        usd.mint(bob, 1e40);
        vm.prank(bob);
        usd.approve(address(exchange), type(uint256).max);
        vm.prank(alice);
        dat.setApprovalForAll(address(exchange), true);
        vm.prank(alice);
        dat.approveForClass(class, address(exchange), true);
    }

    function _setRoyalty(address receiver, uint256 bps) internal {
        vm.prank(controller);
        dat.setRoyalty(class, receiver, bps);
    }

    // --- orders ---

    /// @dev Alice's token for 10,000 wei, of which a fifth may be royalty.
    function _wholeOrder() internal view returns (IDatExchange.Order memory order) {
        return IDatExchange.Order(alice, sold, 0, NATIVE, 10_000, 2_000, address(0), 0, START);
    }

    /// @dev 300 units of alice's quota for 1,000 wei, which a unit does not divide.
    function _sliceOrder() internal view returns (IDatExchange.Order memory order) {
        order = _wholeOrder();
        (order.quantity, order.price) = (300, 1_000);
    }

    function _orderHash(IDatExchange.Order memory order) internal view returns (bytes32 digest) {
        bytes32 kind = keccak256(
            "Order(address seller,uint256 tokenId,uint256 quantity,address asset,uint256 price,uint256 maxRoyaltyBps,"
            "address buyer,uint256 nonce,uint256 deadline)"
        );
        return _digest(Domain("DatExchange", "1", block.chainid, address(exchange)), keccak256(abi.encode(kind, order)));
    }

    function _sign(IDatExchange.Order memory order) internal view returns (bytes memory signature) {
        return _signature(KEY, _orderHash(order));
    }

    // --- fills ---

    /// @dev To bob, at any price, asking nothing.
    function _taken() internal view returns (IDatExchange.Fill memory taken) {
        (taken.to, taken.toTokenId, taken.maxCost) = (bob, bobs, type(uint256).max);
    }

    function _taken(uint256 quantity) internal view returns (IDatExchange.Fill memory taken) {
        taken = _taken();
        taken.quantity = quantity;
    }

    function _fill(IDatExchange.Order memory order, IDatExchange.Fill memory taken, uint256 value)
        internal
        returns (uint256 cost)
    {
        bytes memory signature = _sign(order);
        vm.prank(bob);
        return exchange.fill{value: value}(order, signature, taken);
    }

    // --- refusals ---

    function _assertNo(address caller, uint256 value, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(exchange).call{value: value}(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }

    /// @dev Bob does not get it, with the seller's signature.
    function _assertNotFilled(
        IDatExchange.Order memory order,
        IDatExchange.Fill memory taken,
        uint256 value,
        bytes memory reason
    ) internal {
        _assertNo(bob, value, abi.encodeCall(exchange.fill, (order, _sign(order), taken)), reason);
    }
}
