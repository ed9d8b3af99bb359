// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641, IERC7641AltRevToken} from "./IERC7641.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";

/// @notice What is fixed when a RevShareToken is made.
struct RevShareTerms {
    /// Name of the token, for people.
    string name;
    /// Symbol of the token, for people.
    string symbol;
    /// How many tokens there are at first, in the smallest unit (18 decimals); at most 2**96 - 1.
    uint256 supply;
    /// Who holds all of them at first.
    address holder;
    /// The part of revenue that holders claim, in basis points, 0 to 10,000; the rest is redeemed by burning.
    uint256 claimBps;
    /// The least time between two snapshots, and before the first, in seconds.
    uint256 minInterval;
    /// Who decides which ERC-20s are revenue; the zero address for nobody, ever.
    address governor;
    /// Hash of the model's weights and program; see docs/networks.md.
    bytes32 modelCommitment;
    /// Where the model is described.
    string modelURI;
    /// The model's class of Data Anchoring Tokens; 0 for none.
    uint256 classId;
    /// The ERC-20s that are revenue from the start; at most 16.
    address[] revenueTokens;
}

/// @title RevShareToken: ERC-7641 for a model, in the native coin and up to 16 ERC-20s
/// @notice Who holds at the END of a snapshot's block has a part in it, so nobody can borrow tokens for one transaction to
/// take it. Nothing expires, and nobody can take or stop what somebody else is owed.
/// @dev Accounting, for each asset: revenue R that is booked adds `claimBps * R` to what the next snapshot splits and
/// `(10000 - claimBps) * R` to the redemption pool, both in 1/10000 of a smallest unit, so nothing is rounded before it is
/// paid. A burn of `a` of `S` tokens pays `floor(pool * a / (10000 * S))` at once, and sets
/// `floor(unsplit * a / (10000 * S))` aside for the burner under the id of the snapshot that will split it.
/// For every asset at all times: what the contract holds >= all that is claimable + all that is redeemable.
///
/// Assumptions about the world: an ERC-20 whose balances shrink by themselves can make its own revenue, and only that,
/// unpayable; fewer than 2**32 snapshots; cumulative revenue in one asset stays below 2**128 / 10000 units, what comes
/// above is not booked.
interface IRevShareToken is IERC7641, IERC7641AltRevToken, IERC1155Receiver {
    /// @notice Revenue was booked: plain sends and ERC-20s are, at the first snapshot, burn or sync after them.
    event RevenueReceived(address indexed asset, uint256 amount);
    /// @notice A snapshot was taken; `supply` is that of now, burns until the end of the block lower it.
    event SnapshotTaken(uint256 indexed snapshotId, uint256 supply);
    /// @notice `amount` of `asset` that `account` was owed left for `to`.
    event RevenueClaimed(address indexed account, address indexed asset, uint256 amount, address to);
    /// @notice `burnt` tokens of `account` were burnt, for which it is paid `amount` of `asset`.
    event Redeemed(address indexed account, uint256 burnt, address indexed asset, uint256 amount);
    /// @notice A burner keeps `amount` of `asset` that this snapshot would have split for it.
    event SliceKept(address indexed account, address indexed asset, uint256 indexed snapshotId, uint256 amount);
    /// @notice A payment failed; the amount stays owed to the account and can be claimed alone.
    event PaymentFailed(address indexed account, address indexed asset, uint256 amount);
    /// @notice `token` is, or is no longer, revenue.
    event RevenueTokenSet(address indexed token, bool accepted);
    /// @notice What arrived while there was no token left went out.
    event ZeroSupplySettled(address indexed asset, address indexed to, uint256 amount);

    /// @notice No snapshot has this id: they count from 1 to `latest`.
    error UnknownSnapshot(uint256 snapshotId, uint256 latest);
    /// @notice The block of the snapshot has not ended, so its balances are not known yet.
    error SnapshotNotClosed(uint256 snapshotId, uint256 blockNumber);
    /// @notice The next snapshot can be taken from `earliest` on, in Unix seconds.
    error SnapshotTooEarly(uint256 earliest, uint256 timestamp);
    /// @notice The account has nothing to claim for this snapshot, or has claimed it.
    error NothingToClaim(address account, uint256 snapshotId);
    /// @notice Every payment of the claim failed; the account can name another receiver.
    error ClaimFailed(address account, address to);
    /// @notice More than there is.
    error ExceedsSupply(uint256 amount, uint256 supply);
    /// @notice The assets must be in ascending order of their addresses, each at most once.
    error AssetsNotAscending(address before, address asset);
    /// @notice There are no tokens, so nothing can be split or received.
    error ZeroSupply();
    /// @notice There are tokens, so what the contract holds is theirs.
    error SupplyNotZero(uint256 supply);
    /// @notice Only the governor may do this.
    error NotGovernor(address caller, address governor);
    /// @notice The asset is no ERC-20 contract, or is this token itself.
    error InvalidRevenueToken(address token);
    /// @notice The token is not accepted as revenue.
    error UnknownRevenueToken(address token);
    /// @notice At most 16 ERC-20s are revenue at a time.
    error TooManyRevenueTokens(uint256 maximum);
    /// @notice A part of revenue is at most 10,000 basis points.
    error InvalidClaimBps(uint256 bps);
    /// @notice The supply is from 1 to 2**96 - 1.
    error InvalidSupply(uint256 supply, uint256 maximum);
    /// @notice Nobody can be paid at the zero address.
    error InvalidReceiver(address to);
    /// @notice The contract does not own this Data Anchoring Token.
    error NotOwnedPosition(uint256 tokenId, address owner);
    /// @notice The caller is not the contract of Data Anchoring Tokens.
    error NotDataAnchoringToken(address caller);

    // --- claims: see `claim` and `claimableRevenue` ---

    /// @notice `claim`, paid to an address that the holder names.
    function claimTo(uint256 snapshotId, address to) external;

    /// @notice `claim` for somebody else, paid to that account. Anyone may.
    function claimFor(address account, uint256 snapshotId) external;

    /// @notice Claims several snapshots for the caller, in the native coin and every accepted token, with one payment each; skips
    /// what is empty or claimed. Ids that do not exist or are not closed revert.
    function claimMany(uint256[] calldata snapshotIds) external;

    /// @notice Pays the caller everything it is owed in some assets, of all closed snapshots, and what failed before.
    /// @dev Costs grow with the account's own balance changes, not with the number of snapshots. Pays at least the sum of the
    /// amounts of each snapshot and at most the floor of the exact sum.
    /// @param assets The zero address is the native coin; tokens that were revenue once can be claimed for ever.
    function claimAll(address[] calldata assets) external;

    /// @notice `claimAll`, paid to an address that the holder names.
    function claimAllTo(address[] calldata assets, address to) external;

    /// @notice `claimAll` for somebody else, paid to that account. Anyone may.
    function claimAllFor(address account, address[] calldata assets) external;

    /// @notice What `claimAll` would pay an account in an asset now.
    function claimableTotal(address account, address asset) external view returns (uint256 amount);

    // --- redemption: see `burn` and `redeemableOnBurn` ---

    /// @notice `burn` of somebody else's tokens, out of what it allowed the caller; that account is paid.
    function burnFrom(address account, uint256 amount) external;

    /// @notice Burns the caller's tokens and pays its part of the redemption pools of exactly these assets; the others' parts stay
    /// with the remaining holders. For when an accepted token is too dear to move, or a token with a pool is no longer accepted.
    function redeem(uint256 amount, address[] calldata assets) external;

    // --- booking ---

    /// @notice Books what an accepted ERC-20 brought since it was last booked. Anyone may.
    /// @return booked 0 when there was nothing.
    function sync(address token) external returns (uint256 booked);

    /// @notice Pulls the revenue of Data Anchoring Tokens that this contract holds. Anyone may.
    /// @param assets The zero address is the native coin.
    function harvest(uint256[] calldata tokenIds, address[] calldata assets) external;

    /// @notice Accepts an ERC-20 as revenue, or stops that. Only the governor. What was split before stays claimable; its
    /// redemption pool waits for `redeem`, or until the token is accepted again.
    function setRevenueToken(address token, bool accepted) external;

    /// @notice Sends out what arrived while there was no token left. Only the governor; nothing that anybody is owed.
    function settleZeroSupply(address to) external;

    // --- views ---

    /// @notice The ERC-20s that are revenue now.
    function revenueTokens() external view returns (address[] memory tokens);

    /// @notice The number of snapshots, which is the id of the latest.
    function snapshotCount() external view returns (uint256 count);

    /// @notice The supply of a snapshot and what it split in an asset, in 1/10000 of the smallest unit.
    function snapshotOf(uint256 snapshotId, address asset) external view returns (uint256 supply, uint256 split);

    /// @notice The balance of an account that counts for a snapshot.
    function balanceOfAt(address account, uint256 snapshotId) external view returns (uint256 balance);

    /// @notice From when on the next snapshot can be taken, in Unix seconds.
    function nextSnapshotAt() external view returns (uint256 timestamp);

    /// @notice The part of revenue that holders claim, in basis points.
    function claimBps() external view returns (uint256 bps);

    /// @notice The least time between two snapshots, in seconds.
    function minInterval() external view returns (uint256 interval);

    /// @notice Who decides which ERC-20s are revenue.
    function governor() external view returns (address account);

    /// @notice Hash of the model's weights and program.
    function modelCommitment() external view returns (bytes32 commitment);

    /// @notice Where the model is described.
    function modelURI() external view returns (string memory uri);

    /// @notice The model's class of Data Anchoring Tokens.
    function classId() external view returns (uint256 id);

    /// @notice The contract of Data Anchoring Tokens whose positions this contract can hold.
    function dataAnchoringToken() external view returns (address dat);
}
