"""The accounts that every local chain has: those of the test mnemonic that Anvil made well known."""

from __future__ import annotations

from functools import lru_cache

from lazai_py._chain.accounts import Mnemonic, PrivateKey

DEV_MNEMONIC = "test test test test test test test test test test test junk"
"""Public, so worth nothing on any other chain."""


@lru_cache(maxsize=4)
def dev_accounts(count: int = 10) -> tuple[PrivateKey, ...]:
    """Return the first accounts of the test mnemonic."""
    mnemonic = Mnemonic(DEV_MNEMONIC)
    return tuple(mnemonic.account(index) for index in range(count))
