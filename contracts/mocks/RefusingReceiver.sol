// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A contract that is asked whether it takes tokens, or coins, and says no, for tests
contract RefusingReceiver {
    /// @notice Why it refuses.
    error NotToday(uint256 tokenId);

    /// @notice Whether it answers a wrong value instead of reverting.
    bool public immutable POLITE;

    constructor(bool polite) {
        POLITE = polite;
    }

    /// @notice Refuses a token.
    function onERC1155Received(address, address, uint256 tokenId, uint256, bytes calldata)
        external
        view
        returns (bytes4)
    {
        if (POLITE) return 0xdeadbeef;
        revert NotToday(tokenId);
    }

    /// @notice Refuses many tokens.
    function onERC1155BatchReceived(address, address, uint256[] calldata tokenIds, uint256[] calldata, bytes calldata)
        external
        view
        returns (bytes4)
    {
        if (POLITE) return 0xdeadbeef;
        revert NotToday(tokenIds[0]);
    }

    /// @notice Refuses a token of ERC-721.
    function onERC721Received(address, address, uint256 tokenId, bytes calldata) external view returns (bytes4) {
        if (POLITE) return 0xdeadbeef;
        revert NotToday(tokenId);
    }
}
