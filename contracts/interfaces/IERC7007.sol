// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Verifiable AI-generated content tokens, the core of ERC-7007
/// @notice A token stands for what a model answered to a prompt.
/// @dev Source: ERC-7007 (Final, CC0). The ERC-165 id is the XOR of these two selectors, `0x702c55a6`. An indexed `bytes` is
/// kept as its Keccak-256 hash only.
interface IERC7007 {
    /// @notice A token's content is `aigcData` from now on.
    event AigcData(uint256 indexed tokenId, bytes indexed prompt, bytes indexed aigcData, bytes proof);

    /// @notice Adds content to a token. Under a validity proof `verify` must hold; under a fraud proof it may come before.
    function addAigcData(uint256 tokenId, bytes calldata prompt, bytes calldata aigcData, bytes calldata proof) external;

    /// @notice Whether the content is final: its proof checks, or the time to refute it is over and it is the current one.
    /// @param proof May be empty under a fraud proof.
    function verify(bytes calldata prompt, bytes calldata aigcData, bytes calldata proof)
        external
        view
        returns (bool success);
}

/// @title From the prompt to the token and back, an extension of ERC-7007
/// @dev The ERC-165 id is `0xfa1a557a`.
interface IERC7007Enumerable {
    /// @notice The token of a prompt, minted or not.
    function tokenId(bytes calldata prompt) external view returns (uint256);

    /// @notice The prompt of a token.
    function prompt(uint256 tokenId) external view returns (string memory);
}

/// @title Content that a dispute replaces, an extension of ERC-7007
/// @dev The ERC-165 id is `0x3f37dce2`.
interface IERC7007Updatable {
    /// @notice A token's content is another one from now on.
    event Update(uint256 indexed tokenId, bytes indexed prompt, bytes indexed aigcData);

    /// @notice Replaces the content of a prompt's token.
    function update(bytes calldata prompt, bytes calldata aigcData) external;
}
