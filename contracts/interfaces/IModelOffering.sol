// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice A part of the proceeds, and when the creator may have it.
struct Tranche {
    /// Seconds after the end of the sale. 0 is at once; any other comes at least a day after the tranche before it, and can
    /// be vetoed until then.
    uint32 delay;
    /// Its part of the proceeds, in basis points.
    uint16 bps;
}

/// @notice What is fixed when an offering is made.
struct OfferingTerms {
    /// Who offers the model, and is paid for it.
    address creator;
    /// Who gets the tokens of the treasury, and those that are not sold.
    address treasury;
    /// What is paid in: an ERC-20, or the zero address for the native coin.
    address payment;
    /// Tokens for sale. The three supplies together are the token's.
    uint96 saleSupply;
    /// Tokens that vest to the creator.
    uint96 creatorSupply;
    /// Tokens for the treasury.
    uint96 treasurySupply;
    /// What the whole `saleSupply` costs, so that the price is `target / saleSupply`; all that the sale keeps at most.
    uint112 target;
    /// The sale succeeds when at least this was raised; from 1 to `target`.
    uint112 softCap;
    /// The most that one account may deposit; 0 for any amount. It cannot stop people from using many accounts.
    uint112 walletCap;
    /// The first second of the sale.
    uint64 start;
    /// The first second after the sale.
    uint64 end;
    /// From when on the creator has its vested tokens; not before the last tranche.
    uint64 vestingCliff;
    /// When all of the creator's tokens are vested; they vest evenly from `end` on.
    uint64 vestingEnd;
    /// When the creator has the proceeds: 1 to 8, in the order of time, 10,000 basis points together.
    Tranche[] tranches;
    /// How much of the circulating tokens vetoes a tranche, in basis points; 0 if and only if no tranche has a delay.
    uint16 vetoBps;
}

/// @title Model offering: the first tokens of a model, sold without anybody who has to be trusted
/// @notice Everybody deposits what they like until the end. What was raised above the target goes back pro rata; below the
/// soft cap everything goes back. There is no owner and no pause; everything that is due to somebody can be triggered by
/// anybody, and goes to them.
/// @dev With `raised` all deposits, a deposit `d` has
/// - above the target: `floor(saleSupply * d / raised)` tokens, and `floor(d * (raised - target) / raised)` back;
/// - from the soft cap to the target: `floor(saleSupply * d / target)` tokens;
/// - below the soft cap: all of `d` back.
/// What rounding leaves over, less than a unit for each deposit, goes to the creator (money) and the treasury (tokens)
/// when the last deposit was collected. Nothing loops over accounts.
///
/// Tokens in custody here draw revenue like all others: `recycle` gives it back to the token, so to all holders. Whoever
/// collects late, or locks tokens for a veto, does without their part of what is split meanwhile.
///
/// A tranche with a delay can be vetoed by those who hold sold tokens, which are all that circulates until the last tranche
/// is due: the creator's, the treasury's and the unsold tokens stay here so long. After a veto the creator keeps what was due
/// before; the rest is paid out to holders who have their tokens burnt, pro rata; the tokens in custody are forfeited.
///
/// Assumptions about the world: the token is a RevShareToken. A payment token whose balances shrink by themselves, or that
/// stops paying, harms its own sale only. An account that is paid by a payment token that refuses it, or a contract that
/// takes no coins, names another receiver itself; until then only it, and the dust, waits. Time is `block.timestamp`.
interface IModelOffering {
    /// @notice What an offering is in.
    enum Phase {
        /// Before the start.
        Pending,
        /// Deposits are welcome.
        Open,
        /// The end, below the soft cap: deposits go back.
        Failed,
        /// The end, at the soft cap or above: deposits became tokens.
        Succeeded,
        /// Holders vetoed a tranche: what is left of the proceeds goes back.
        Vetoed
    }

    /// @notice `amount` arrived from an account; `raised` is the sum of all deposits.
    event Deposited(address indexed account, uint256 amount, uint256 raised);
    /// @notice A deposit became `tokens`, which went to `to`, as `refunded` of it did.
    event Collected(address indexed account, uint256 tokens, uint256 refunded, address to);
    /// @notice A deposit went back in full.
    event Refunded(address indexed account, uint256 amount, address to);
    /// @notice Somebody took note of the end.
    event OfferingClosed(uint256 raised, bool succeeded);
    /// @notice `amount` of the proceeds left for `to`.
    event ProceedsReleased(uint256 amount, address to);
    /// @notice `amount` tokens in custody left for the creator or the treasury.
    event TokensReleased(address indexed to, uint256 amount);
    /// @notice An account locked tokens against a tranche, numbered from 0; `total` are locked against it now.
    event TokensLocked(address indexed account, uint256 indexed tranche, uint256 amount, uint256 total);
    /// @notice An account has its locked tokens back.
    event TokensUnlocked(address indexed account, uint256 amount);
    /// @notice A tranche and those after it are vetoed; `left` is what holders share.
    event TranchesVetoed(uint256 indexed tranche, uint256 left);
    /// @notice After a veto `burnt` tokens of an account were burnt for `amount` of the proceeds, paid to `to`.
    event ProceedsReturned(address indexed account, uint256 burnt, uint256 amount, address to);
    /// @notice After a veto tokens in custody were burnt.
    event TokensForfeited(uint256 amount);
    /// @notice Revenue of tokens in custody, and what came in unasked, left for `to`: the token, or the treasury if the token cannot take it.
    event RevenueRecycled(address indexed asset, uint256 amount, address to);

    /// @notice A party of the terms is missing, or is what it cannot be.
    error InvalidParty(address account);
    /// @notice The payment asset is neither the zero address nor a contract other than the token.
    error InvalidPayment(address payment);
    /// @notice The three supplies do not add up to the token's, or nothing is for sale.
    error InvalidSupplies(uint256 total, uint256 supply);
    /// @notice The soft cap is from 1 to the target.
    error InvalidSoftCap(uint256 softCap, uint256 target);
    /// @notice A sale starts before it ends, and ends in the future.
    error InvalidPeriod(uint256 start, uint256 end, uint256 timestamp);
    /// @notice The cliff is not before `earliest`, and vesting does not end before the cliff.
    error InvalidVesting(uint256 cliff, uint256 end, uint256 earliest);
    /// @notice There are 1 to 8 tranches, each above 0 basis points, at least a day apart, 10,000 basis points together.
    error InvalidTranches(uint256 number);
    /// @notice The part that vetoes is from 1 to 10,000 basis points, or 0 when there is nothing to veto.
    error InvalidVetoBps(uint256 bps);
    /// @notice Deposits are made from `start` on and before `end`.
    error NotOpen(uint256 start, uint256 end, uint256 timestamp);
    /// @notice The sale ends at `end`.
    error SaleNotEnded(uint256 end, uint256 timestamp);
    /// @notice The end was noted before.
    error AlreadyClosed();
    /// @notice The coins sent along are not the amount.
    error WrongPayment(uint256 amount, uint256 sent);
    /// @notice One account deposits at most `walletCap`.
    error WalletCapExceeded(uint256 deposit, uint256 walletCap);
    /// @notice Deposits together are below 2**112.
    error DepositTooLarge(uint256 raised);
    /// @notice Less than the soft cap was raised, so deposits go back by `refund`.
    error SaleFailed(uint256 raised, uint256 softCap);
    /// @notice The soft cap was reached, so deposits become tokens by `collect`.
    error SaleSucceeded(uint256 raised, uint256 softCap);
    /// @notice The account has no deposit here, or it was collected or refunded.
    error NoDeposit(address account);
    /// @notice Nothing of this is due now.
    error NothingToRelease();
    /// @notice Only the creator may name another receiver.
    error NotCreator(address caller, address creator);
    /// @notice Every tranche is due or vetoed.
    error NothingToVeto();
    /// @notice The account's tokens of an earlier tranche are still here; it has them back by `unlock`.
    error LockedBefore(address account, uint256 tranche);
    /// @notice The account has no tokens locked.
    error NothingLocked(address account);
    /// @notice Locked tokens come back at `until`, or in a block after a veto.
    error StillLocked(address account, uint256 until);
    /// @notice Nothing was vetoed.
    error NotVetoed();
    /// @notice Only the token sends coins here; deposits are made by `deposit`.
    error UnexpectedCoins(address sender);
    /// @notice The token in custody is no revenue.
    error NotRevenue(address asset);
    /// @notice Nobody can be paid at the zero address.
    error InvalidReceiver(address to);
    /// @notice Zero is no amount to deposit, lock or burn.
    error ZeroAmount();
    /// @notice More than circulates.
    error ExceedsCirculating(uint256 amount, uint256 circulating);

    // --- the sale ---

    /// @notice Deposits into the sale. Payment tokens must be allowed to this contract first; what arrives counts.
    /// @param amount In the native coin exactly what is sent along.
    function deposit(uint256 amount) external payable;

    /// @notice `deposit` of an ERC-20 that takes a signed permit (ERC-2612), in one transaction.
    function depositWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Takes note of the end, and gives the treasury what is due to it. Anyone may; nothing else waits for it.
    function close() external;

    /// @notice Gives an account its tokens, and its part of what was raised above the target. Anyone may.
    function collect(address account) external returns (uint256 tokens, uint256 refunded);

    /// @notice `collect` by the account itself, which names who gets both.
    function collectTo(address to) external returns (uint256 tokens, uint256 refunded);

    /// @notice Gives an account its deposit back when the sale failed. Anyone may.
    function refund(address account) external returns (uint256 amount);

    /// @notice `refund` by the account itself, which names who gets it.
    function refundTo(address to) external returns (uint256 amount);

    // --- what the creator and the treasury have of it ---

    /// @notice Pays the creator the tranches that are due, and the dust. Anyone may.
    function release() external returns (uint256 amount);

    /// @notice `release` by the creator, who names who is paid.
    function releaseTo(address to) external returns (uint256 amount);

    /// @notice Gives the creator its vested tokens. Anyone may.
    function releaseVested() external returns (uint256 amount);

    /// @notice Gives the treasury its tokens, those not sold, and the dust; all tokens when the sale failed. Anyone may.
    function releaseTreasury() external returns (uint256 amount);

    /// @notice Claims the revenue of tokens in custody and gives it, with whatever else of the assets came in unasked, back
    /// to the token: to all holders, at the next snapshot. What the token does not take goes to the treasury. Anyone may.
    function recycle(address[] calldata assets) external;

    // --- the veto ---

    /// @notice Locks the caller's tokens against the next tranche until it is due. When enough are locked, it and all after it
    /// are vetoed at once. The tokens must be allowed to this contract first.
    /// @dev Never in the transaction of the lock are they back, not even after a veto: borrowed tokens cannot veto.
    function lock(uint256 amount) external;

    /// @notice Gives an account its locked tokens back, once the tranche is due or, in a later block, vetoed. Anyone may.
    function unlock(address account) external returns (uint256 amount);

    /// @notice After a veto: burns the caller's tokens, and pays their part of the remaining proceeds, `left * amount /
    /// circulating`. The token pays its own redemption to the caller. The tokens must be allowed to this contract first.
    function burnForProceeds(uint256 amount, address to) external returns (uint256 paid);

    /// @notice After a veto: burns the tokens in custody of creator and treasury, so that they draw no revenue. Anyone may.
    function forfeit() external returns (uint256 amount);

    /// @notice After a veto, when nobody holds a token any more: what is left of the proceeds goes to the treasury. Anyone may.
    function settleVeto() external returns (uint256 amount);

    // --- views ---

    /// @notice All that was fixed at the start.
    function terms() external view returns (OfferingTerms memory);

    /// @notice The token that is sold.
    function token() external view returns (address);

    /// @notice What the offering is in now.
    function phase() external view returns (Phase);

    /// @notice All deposits together.
    function raised() external view returns (uint256);

    /// @notice What the sale holds of the payment asset: deposits to collect or refund, and proceeds to release.
    function held() external view returns (uint256);

    /// @notice How many accounts have a deposit that was not collected or refunded.
    function depositors() external view returns (uint256);

    /// @notice The deposit of an account that was not collected or refunded.
    function depositOf(address account) external view returns (uint256);

    /// @notice What an account's deposit would become if the sale ended with what is raised now.
    function quote(address account) external view returns (uint256 tokens, uint256 refunded);

    /// @notice What `release` would pay now.
    function releasable() external view returns (uint256 amount);

    /// @notice What `releaseVested` would give now.
    function releasableVested() external view returns (uint256 amount);

    /// @notice What `releaseTreasury` would give now.
    function releasableTreasury() external view returns (uint256 amount);

    /// @notice The tranche that can be vetoed now, from 0; when none can, the number of tranches.
    function nextTranche() external view returns (uint256 tranche);

    /// @notice What an account locked, and against which tranche.
    function lockedOf(address account) external view returns (uint256 amount, uint256 tranche);

    /// @notice The tokens locked against the next tranche, and how many veto it.
    function vetoOf() external view returns (uint256 locked, uint256 needed);

    /// @notice What holders share after a veto; 0 before.
    function left() external view returns (uint256);

    /// @notice Tokens that are not in custody for the creator or the treasury: sold ones.
    function circulating() external view returns (uint256);
}
