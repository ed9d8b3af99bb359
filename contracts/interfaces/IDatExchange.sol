// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title DAT exchange: whole tokens and slices of quota change hands by signed orders
/// @notice A seller signs what it sells and for how much, and pays no gas for it; a buyer fills the order, whole or, for quota,
/// in parts. Token, price and royalty move in one transaction or not at all.
/// @dev To sell whole tokens a seller lets the exchange move them (`setApprovalForAll`); to sell quota, use it
/// (`approveForClass`). The exchange uses either for exactly what the seller signed and for nothing else. It keeps no money
/// but payments that the other end refused, which wait for `withdraw`.
///
/// Assumptions about the world: an ERC-20 whose transfers deliver anything but what was sent cannot be paid with; the fill
/// reverts. The asset of an order is its seller's and buyer's choice, and a hostile one harms these only.
interface IDatExchange {
    /// @notice What a seller signs, by EIP-712 in the domain of this contract.
    struct Order {
        /// Who sells: the owner of the token when the order is filled.
        address seller;
        uint256 tokenId;
        /// 0 for the whole token; otherwise the quota that is for sale, in the smallest unit of the class.
        uint256 quantity;
        /// What is paid with; the zero address for the native coin.
        address asset;
        /// The price of all of it. A part of the quota costs its part of this, rounded up.
        uint256 price;
        /// The most of it that may go to the class's royalty receiver, in basis points: the controller can raise the royalty at
        /// any time, and not at the seller's cost.
        uint256 maxRoyaltyBps;
        /// Who may buy; the zero address for anyone.
        address buyer;
        /// Orders with a nonce below the seller's are cancelled.
        uint256 nonce;
        /// The last second at which it can be filled.
        uint256 deadline;
    }

    /// @notice The least revenue in an asset that a whole token must have pending.
    struct Floor {
        address asset;
        uint256 amount;
    }

    /// @notice What a buyer takes of an order, and what it must be worth.
    struct Fill {
        /// How much of the quota; without meaning for a whole token.
        uint256 quantity;
        /// Who gets the whole token; without meaning for quota.
        address to;
        /// The token of the same class that the quota is added to; without meaning for a whole token.
        uint256 toTokenId;
        /// The most that may be paid.
        uint256 maxCost;
        /// The least quota of a whole token.
        uint256 minValue;
        /// The earliest expiry of a whole token that the buyer takes; 2**64 - 1 for one that never expires.
        uint64 minExpireAt;
        /// The least revenue that a whole token brings along.
        Floor[] floors;
    }

    /// @notice `quantity` of an order was filled (1 for a whole token): the buyer paid `cost`, of which `royalty` went to the
    /// class's royalty receiver.
    event OrderFilled(
        bytes32 indexed orderHash,
        address indexed seller,
        address indexed buyer,
        uint256 tokenId,
        uint256 quantity,
        address asset,
        uint256 cost,
        uint256 royalty
    );
    /// @notice Nothing more of the order can be filled.
    event OrderCancelled(bytes32 indexed orderHash, address indexed seller);
    /// @notice Every order of the seller with a nonce below this is cancelled.
    event NonceRaised(address indexed seller, uint256 nonce);
    /// @notice A payment was refused by the other end; it waits.
    event PaymentKept(address indexed account, address indexed asset, uint256 amount);
    /// @notice What waited for an account left for `to`.
    event Withdrawn(address indexed account, address indexed asset, address to, uint256 amount);

    /// @notice The signature is not the seller's over exactly this order.
    error InvalidOrderSignature(bytes32 orderHash, address seller);
    /// @notice The order could be filled until `deadline`.
    error OrderExpired(uint256 deadline, uint256 timestamp);
    /// @notice The seller cancelled the order, or all of its nonce.
    error OrderIsCancelled(bytes32 orderHash);
    /// @notice The order has less left.
    error OrderFilledUp(bytes32 orderHash, uint256 quantity, uint256 left);
    /// @notice The order is for somebody else.
    error WrongBuyer(address caller, address buyer);
    /// @notice Only the seller cancels.
    error NotSeller(address caller, address seller);
    /// @notice The seller does not own the token any more.
    error SellerNotOwner(uint256 tokenId, address seller, address owner);
    /// @notice A fill of nothing.
    error EmptyFill();
    /// @notice It costs more than the buyer allows.
    error CostAboveMaximum(uint256 cost, uint256 maxCost);
    /// @notice The coins sent along are not what it costs, or a fill in an ERC-20 came with coins.
    error PaymentMismatch(uint256 sent, uint256 cost);
    /// @notice What arrived of the token is not the cost.
    error PaymentShort(address asset, uint256 arrived, uint256 cost);
    /// @notice The royalty of the class is more than the seller allows.
    error RoyaltyAboveMaximum(uint256 royalty, uint256 maximum);
    /// @notice The token has less quota than the buyer asks for.
    error ValueBelowFloor(uint256 tokenId, uint256 value, uint256 minimum);
    /// @notice The token expires earlier than the buyer asks for, or has expired.
    error ExpiresTooEarly(uint256 tokenId, uint256 expireAt, uint256 minimum);
    /// @notice The token has less revenue pending than the buyer asks for.
    error PendingBelowFloor(uint256 tokenId, address asset, uint256 pending, uint256 minimum);
    /// @notice A nonce only grows.
    error NonceTooLow(uint256 nonce, uint256 current);
    /// @notice Nothing waits for the account in this asset.
    error NothingToWithdraw(address account, address asset);
    /// @notice What waits goes to its account, or, when that asks, to any address but zero.
    error InvalidWithdrawal(address account, address caller, address to);
    /// @notice The other end still refuses it; it goes on waiting.
    error StillRefused(address account, address asset, address to);

    /// @notice Fills an order, or a part of it, for the coins sent along (exactly the cost) or for an ERC-20 that the caller
    /// allowed the exchange.
    /// @param signature The seller's: of the account, or by ERC-1271.
    /// @return cost What was paid, royalty included.
    function fill(Order calldata order, bytes calldata signature, Fill calldata taken)
        external
        payable
        returns (uint256 cost);

    /// @notice Cancels an order of the caller.
    function cancel(Order calldata order) external;

    /// @notice Cancels every order of the caller with a lower nonce.
    function raiseNonce(uint256 nonce) external;

    /// @notice Pays an account what waits for it. Anyone may; only the account itself names another receiver.
    function withdraw(address account, address asset, address to) external returns (uint256 amount);

    /// @notice The hash that a seller signs.
    function hashOrder(Order calldata order) external view returns (bytes32 orderHash);

    /// @notice How much of an order was filled; 2**256 - 1 when it was cancelled.
    function filledOf(bytes32 orderHash) external view returns (uint256 quantity);

    /// @notice The least nonce that orders of a seller may have.
    function nonceOf(address seller) external view returns (uint256 nonce);

    /// @notice What waits for an account in an asset.
    function keptFor(address account, address asset) external view returns (uint256 amount);
}
