"""ERC-20 tokens as money: amounts that know their unit, allowances, and what is paid or allowed by a signature."""

from __future__ import annotations

from lazai_py.erc20.asset import Assets, Erc20Asset
from lazai_py.erc20.permits import Permit

__all__ = ["Assets", "Erc20Asset", "Permit"]
