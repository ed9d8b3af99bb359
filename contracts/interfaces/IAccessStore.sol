// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Access store: quota of a class, sold for the native coin or an ERC-20
/// @notice A class's controller publishes offers; a buyer pays one of them, and in the same transaction gets its quota and
/// everyone behind the class gets its part of the money, by the class's published terms (see `IRevenueRouter`). An offer
/// never changes: a new price is a new offer, so no price can move while a purchase is on its way.
/// @dev The store must be named a minter of the class (`setMinter`); it has no other right and keeps no money but what
/// referrers have not taken out yet. Prices are per whole unit of the class (10**unitDecimals of quota) and are rounded up to
/// the smallest unit of the asset.
///
/// Offers outlive their controller: the next one finds them as they are, and may close them. Without a controller they go on
/// until they end, sell out, or the store is no minter any more, which has to happen first.
///
/// A referral is for whoever is named, the buyer's own accounts included: nothing on a chain tells these from others'. So
/// `referralBps` is also the discount that the class grants to everybody who asks for it.
///
/// Assumptions about the world: an ERC-20 whose transfers deliver anything but what was sent cannot be paid with; the
/// purchase reverts. The asset of an offer is its controller's choice, and a hostile one harms that class only.
interface IAccessStore {
    /// @notice From a quantity on, a price.
    struct Tier {
        /// The least quantity of a purchase that has this price, in the smallest unit of the class.
        uint128 minQuantity;
        /// The price of one whole unit, in the smallest unit of the asset.
        uint128 unitPrice;
    }

    /// @notice What is offered, and on what terms.
    struct Offer {
        /// The class whose quota it is.
        uint256 classId;
        /// What is paid with; the zero address for the native coin.
        address asset;
        /// For how long a bought token works, in seconds; 0 for ever.
        uint40 duration;
        /// The part of the price that goes to whoever referred the buyer, in basis points.
        uint16 referralBps;
        /// The last second at which it can be bought; 0 while it is not closed.
        uint40 until;
        /// How much quota is sold by this offer at most, trials included.
        uint128 supply;
        /// What an account gets for nothing, once, when the controller signs it a trial; 0 for no trials.
        uint128 trialQuantity;
        /// Prices, ascending by quantity; the first tier's is the least that can be bought.
        Tier[] tiers;
    }

    /// @notice What somebody buys.
    struct Purchase {
        uint256 offerId;
        /// How much quota, in the smallest unit of the class.
        uint256 quantity;
        /// The token that the quota is added to; 0 for a new token.
        uint256 tokenId;
        /// Who gets the new token; without meaning for a top-up.
        address to;
        /// The most that may be paid, referral included.
        uint256 maxCost;
        /// Who gets the referral; the zero address for nobody, and then it belongs to the class.
        address referrer;
    }

    /// @notice An EIP-2612 permit of the buyer for the store.
    struct Permit {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice An EIP-3009 authorisation of a payer for the store. Its nonce is `authorizationNonce(purchase, salt)`, so
    /// whoever sends it can buy nothing else with it.
    struct Authorization {
        address from;
        uint256 value;
        uint256 validAfter;
        uint256 validBefore;
        bytes32 salt;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice An offer exists from now on, and says this for good.
    event OfferCreated(uint256 indexed offerId, uint256 indexed classId, Offer offer);
    /// @notice Nothing more is sold by this offer.
    event OfferClosed(uint256 indexed offerId);
    /// @notice `quantity` of quota was sold to `buyer` for `cost`, of which `referral` is `referrer`'s.
    event Bought(
        uint256 indexed offerId,
        uint256 indexed tokenId,
        address indexed buyer,
        uint256 quantity,
        uint256 cost,
        address referrer,
        uint256 referral
    );
    /// @notice `account` got its one trial of the class.
    event TrialTaken(uint256 indexed offerId, uint256 indexed tokenId, address indexed account, uint256 quantity);
    /// @notice What a referrer was owed left for it.
    event ReferralPaid(address indexed referrer, address indexed asset, uint256 amount);

    /// @notice Only the controller of the class may do this.
    error NotClassController(uint256 classId, address caller, address controller);
    /// @notice No offer has this id.
    error UnknownOffer(uint256 offerId);
    /// @notice The offer is over since `until`.
    error OfferEnded(uint256 offerId, uint256 until);
    /// @notice An offer has 1 to 8 tiers, ascending by quantity from at least 1.
    error InvalidTiers();
    /// @notice A part of the price is at most 10,000 basis points.
    error InvalidReferral(uint256 bps);
    /// @notice An offer ends in the future.
    error InvalidEnd(uint256 until, uint256 timestamp);
    /// @notice The asset is neither the native coin nor a contract.
    error InvalidPaymentAsset(address asset);
    /// @notice The price of a whole unit cannot be told in a class whose unit has more decimals than `maximum`.
    error UnitTooFine(uint256 classId, uint256 unitDecimals, uint256 maximum);
    /// @notice Only an ERC-20 is paid with by permit or authorisation.
    error NotAnErc20(uint256 offerId);
    /// @notice Less than the offer sells at once.
    error QuantityTooSmall(uint256 quantity, uint256 minimum);
    /// @notice More than the offer has left.
    error SoldOut(uint256 offerId, uint256 quantity, uint256 left);
    /// @notice It costs more than the buyer allows.
    error CostAboveMaximum(uint256 cost, uint256 maxCost);
    /// @notice What was sent along, or authorised, is not what it costs; a purchase in an ERC-20 comes without coins.
    error PaymentMismatch(uint256 sent, uint256 cost);
    /// @notice What arrived of the token is not the cost.
    error PaymentShort(address asset, uint256 arrived, uint256 cost);
    /// @notice The token to top up is of another class than the offer.
    error WrongClass(uint256 tokenId, uint256 classId);
    /// @notice Quota for a limited time cannot be added to a token that works longer than that.
    error TokenOutlivesOffer(uint256 tokenId, uint256 expireAt, uint256 latest);
    /// @notice The offer has no trial.
    error NoTrial(uint256 offerId);
    /// @notice The account had its trial of the class.
    error TrialUsed(uint256 classId, address account);
    /// @notice The signature is not the class controller's over exactly this trial.
    error InvalidTrialSignature(uint256 offerId, address account);
    /// @notice The signature was to be used before.
    error TrialExpired(uint256 deadline, uint256 timestamp);

    // --- offers ---

    /// @notice Publishes an offer, and opens the pots that payments in its asset need (see `IRevenueRouter`). Only the class's
    /// controller.
    /// @return offerId Counts from 1.
    function createOffer(Offer calldata offer) external returns (uint256 offerId);

    /// @notice Ends an offer for good. Only the class's controller.
    function closeOffer(uint256 offerId) external;

    // --- purchases ---

    /// @notice Buys quota, for the coins sent along (exactly the cost) or for an ERC-20 that the caller allowed the store.
    /// @return tokenId The new token, or the one topped up.
    function buy(Purchase calldata purchase) external payable returns (uint256 tokenId);

    /// @notice `buy` in an ERC-20 with the caller's permit. A permit that somebody else sent before does no harm.
    function buyWithPermit(Purchase calldata purchase, Permit calldata permit) external returns (uint256 tokenId);

    /// @notice `buy` in an ERC-20 for whoever signed the authorisation; anyone may send it, and pays the gas.
    function buyWithAuthorization(Purchase calldata purchase, Authorization calldata authorization)
        external
        returns (uint256 tokenId);

    /// @notice Gives an account its trial: a new token of the offer's trial quantity. Once per account and class; anyone may
    /// send it.
    /// @dev EIP-712 in the domain of this contract: `Trial(uint256 offerId,address account,uint256 deadline)`, signed by the
    /// class's controller.
    function takeTrial(uint256 offerId, address account, uint256 deadline, bytes calldata signature)
        external
        returns (uint256 tokenId);

    /// @notice Pays a referrer what it is owed in an asset. Anyone may.
    function payReferral(address referrer, address asset) external returns (uint256 amount);

    // --- views ---

    /// @notice What a quantity costs in an offer, referral included.
    function costOf(uint256 offerId, uint256 quantity) external view returns (uint256 cost);

    /// @notice An offer as it was published, with its end when it was closed.
    function offerOf(uint256 offerId) external view returns (Offer memory offer);

    /// @notice How much quota an offer has left.
    function leftOf(uint256 offerId) external view returns (uint256 quantity);

    /// @notice Whether an account had its trial of a class.
    function hasTrialled(uint256 classId, address account) external view returns (bool used);

    /// @notice What a referrer is owed in an asset.
    function referralOf(address referrer, address asset) external view returns (uint256 amount);

    /// @notice The nonce that an EIP-3009 authorisation for a purchase must have.
    /// @dev Its last 64 bits are 0, so it suits tokens that count nonces by key as well as those that take any.
    function authorizationNonce(Purchase calldata purchase, bytes32 salt) external view returns (bytes32 nonce);

    /// @notice How many offers there are; they are numbered from 1.
    function offerCount() external view returns (uint256 count);
}
