// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {OfferingTerms} from "../interfaces/IModelOffering.sol";
import {IModelOfferingFactory} from "../interfaces/IModelOfferingFactory.sol";
import {RevShareTerms} from "../interfaces/IRevShareToken.sol";
import {IRevShareTokenFactory} from "../interfaces/IRevShareTokenFactory.sol";
import {ModelOffering} from "./ModelOffering.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Factory of model offerings
/// @dev The supply goes through this contract, since a token needs a holder before its offering can be made for it; never does
/// any of it stay.
contract ModelOfferingFactory is IModelOfferingFactory {
    using SafeTransferLib for address;

    IRevShareTokenFactory private immutable PLAIN;
    IRevShareTokenFactory private immutable VOTING;

    mapping(address offering => address token) private _tokens;

    constructor(address plain, address voting) {
        PLAIN = IRevShareTokenFactory(plain);
        VOTING = IRevShareTokenFactory(voting);
    }

    /// @inheritdoc IModelOfferingFactory
    function create(RevShareTerms calldata tokenTerms, OfferingTerms calldata terms, bool votes, bytes32 salt)
        external
        returns (address offering, address token)
    {
        bytes32 bound = _bind(msg.sender, salt, terms);
        token = _factory(votes).create(_held(tokenTerms), bound);
        offering = address(new ModelOffering{salt: bound}(terms, token));

        _tokens[offering] = token;

        emit OfferingCreated(offering, token, msg.sender, salt, votes, tokenTerms, terms);

        token.safeTransfer(offering, tokenTerms.supply);
    }

    /// @inheritdoc IModelOfferingFactory
    function addressesOf(
        RevShareTerms calldata tokenTerms,
        OfferingTerms calldata terms,
        bool votes,
        address deployer,
        bytes32 salt
    ) external view returns (address offering, address token) {
        bytes32 bound = _bind(deployer, salt, terms);
        token = _factory(votes).addressOf(_held(tokenTerms), address(this), bound);
        bytes memory code = bytes.concat(type(ModelOffering).creationCode, abi.encode(terms, token));
        offering = Create2.computeAddress(bound, keccak256(code));
    }

    /// @inheritdoc IModelOfferingFactory
    function tokenOf(address offering) external view returns (address token) {
        return _tokens[offering];
    }

    /// @inheritdoc IModelOfferingFactory
    function tokenFactory(bool votes) external view returns (address factory) {
        return address(_factory(votes));
    }

    function _factory(bool votes) private view returns (IRevShareTokenFactory factory) {
        return votes ? VOTING : PLAIN;
    }

    /// @dev The terms with this contract as the first holder.
    function _held(RevShareTerms calldata tokenTerms) private view returns (RevShareTerms memory held) {
        held = tokenTerms;
        held.holder = address(this);
    }

    /// @dev Two sales of equal tokens have different tokens, for the terms of the sale are in the salt.
    function _bind(address deployer, bytes32 salt, OfferingTerms calldata terms) private pure returns (bytes32 bound) {
        return keccak256(abi.encode(deployer, salt, terms));
    }
}
