"""ERC-20 tokens: amounts of one never pass for amounts of another."""

from __future__ import annotations

import pytest

from lazai_py import LazAI, TokenAmount, wei
from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.erc20 import Transfer
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import ERC20InsufficientBalance, InvalidAmount, NotDeployed, UnitMismatch
from tests.sdk.conftest import deploy_token


def test_amounts_know_decimals_and_symbol(usdc: Erc20Asset, alice: LazAI) -> None:
    """They come from the token itself."""
    assert (usdc.decimals, usdc.symbol) == (6, "USDC")
    assert usdc.amount("1.5") == usdc.raw(1_500_000)
    assert str(usdc.balance(alice)) == "1000000 USDC"
    with pytest.raises(InvalidAmount, match="more than 6 digits"):
        usdc.amount("0.0000001")


def test_tokens_move(lz: LazAI, usdc: Erc20Asset, bob: LazAI) -> None:
    """And not more than there are."""
    sent = usdc.transfer(bob, usdc.amount(2))

    assert sent.only(Transfer) == Transfer(lz.address, bob.address, 2_000_000)
    assert usdc.balance(bob) == usdc.amount(2)
    with pytest.raises(ERC20InsufficientBalance) as refused:
        bob.erc20(usdc.address).transfer(lz, usdc.amount(3))
    assert (refused.value.balance, refused.value.needed) == (2_000_000, 3_000_000)


def test_amounts_of_other_assets_are_refused(lz: LazAI, usdc: Erc20Asset, bob: LazAI) -> None:
    """Another token's, the native coin's, and bare numbers."""
    dai = deploy_token(lz, "DAI", 18, fund=(lz,))

    with pytest.raises(UnitMismatch):
        usdc.transfer(bob, dai.amount(1))
    for amount in (5, wei(5), "5"):
        with pytest.raises(InvalidAmount, match=r"lz.erc20\("):
            usdc.transfer(bob, amount)  # type: ignore[arg-type]


def test_a_token_without_decimals_and_symbol_is_counted_in_its_smallest_unit(lz: LazAI) -> None:
    """Both are optional in the standard."""
    revert_all = "6005600c60003960056000f360006000fd"
    receipt = lz.sender.send(Call(None, bytes.fromhex(revert_all)))
    assert receipt.contract_address is not None

    nameless = lz.erc20(receipt.contract_address)

    assert nameless.raw(7) == TokenAmount(7, nameless.address, 0)
    assert str(nameless.raw(7)) == f"7 {nameless.address}"


def test_a_token_that_is_not_there_is_named(lz: LazAI, bob: LazAI) -> None:
    """An account is no token."""
    with pytest.raises(NotDeployed) as refused:
        lz.erc20(bob).amount(1)
    assert (refused.value.contract, refused.value.address) == ("Erc20", bob.address)
