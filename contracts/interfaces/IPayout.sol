// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Payout: everything that an account is owed, in one transaction
/// @notice Everywhere in this economy anybody may claim for somebody else, and the money goes to nobody but its owner. So a
/// claim of everything is a list of such calls, which this contract makes one after the other; it passes over those that
/// fail, and says what came in. It owns nothing, is allowed nothing, and trusts nobody: whoever lists wrong calls gets
/// nothing out of it.
/// @dev The SDK finds what to list. A keeper that does it for an account gets a tip, out of coins that the account set aside
/// here for that and within the bounds that it set.
///
/// A claim is made as this contract. So never give it a right or an allowance: anybody could use it.
///
/// What came in is what the account's balance grew by. For an account through which others' coins pass (a vault, a pool) that
/// says nothing, and it should give no tips; for any other, whoever pays it on the way earns the tip on that too.
interface IPayout {
    /// @notice A call that claims something for the account.
    struct Claim {
        address target;
        /// What it may use, so that one which goes wrong does not take the others along.
        uint256 gasLimit;
        bytes data;
    }

    /// @notice What an account gives whoever pays it out.
    struct TipTerms {
        /// Of the native coin that came in, in basis points.
        uint16 bps;
        /// The most for one payout, in wei.
        uint112 cap;
        /// The least of the native coin that must come in for a tip at all, in wei.
        uint112 minimum;
    }

    /// @notice `account` got `amount` of `asset`.
    event PaidOut(address indexed account, address indexed asset, uint256 amount);
    /// @notice A claim of the list failed and was passed over.
    event ClaimPassedOver(address indexed account, uint256 place, address target);
    /// @notice `keeper` was given `amount` for a payout.
    event Tipped(address indexed account, address indexed keeper, uint256 amount);
    /// @notice What `account` gives keepers from now on.
    event TipTermsSet(address indexed account, uint256 bps, uint256 cap, uint256 minimum);
    /// @notice `account` has `balance` set aside for tips.
    event TipBalanceChanged(address indexed account, uint256 balance);

    /// @notice Less came in than the caller asked for.
    error PayoutBelowMinimum(address account, address asset, uint256 received, uint256 minimum);
    /// @notice Arrays that go together differ in length.
    error LengthMismatch(uint256 expected, uint256 actual);
    /// @notice Too little gas is left to give a claim what it may use. Without this, whoever brings little gas would have claims
    /// passed over that work.
    error TooLittleGas(uint256 place, uint256 gasLimit);
    /// @notice A tip is at most 10,000 basis points.
    error InvalidTip(uint256 bps);
    /// @notice The account has set aside less.
    error TipBalanceTooLow(address account, uint256 balance, uint256 amount);
    /// @notice The keeper does not take its tip.
    error TipRefused(address keeper, uint256 amount);

    /// @notice Makes the claims and says what the account got; anyone may, for anyone.
    /// @param assets What to watch; the zero address for the native coin.
    /// @param minimums The least that must come in of each; the whole call reverts when it does not.
    /// @return received What came in of each.
    /// @return done Which of the claims worked.
    function claimEverything(
        address account,
        Claim[] calldata claims,
        address[] calldata assets,
        uint256[] calldata minimums
    ) external returns (uint256[] memory received, bool[] memory done);

    /// @notice `claimEverything` of an account, and its tip for the caller.
    function claimFor(address account, Claim[] calldata claims, address[] calldata assets, uint256[] calldata minimums)
        external
        returns (uint256[] memory received, bool[] memory done, uint256 tip);

    /// @notice Sets what the caller gives keepers. Zeros for nothing.
    function setTipTerms(TipTerms calldata terms) external;

    /// @notice Sets the coins sent along aside for the caller's tips.
    function addTips() external payable;

    /// @notice Takes what is set aside back.
    function withdrawTips(uint256 amount) external;

    /// @notice What an account gives keepers.
    function tipTermsOf(address account) external view returns (TipTerms memory terms);

    /// @notice What an account has set aside for tips, in wei.
    function tipBalanceOf(address account) external view returns (uint256 balance);
}
