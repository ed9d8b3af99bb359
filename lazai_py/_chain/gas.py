"""Gas limits: enough for what was measured, and a little for a state that moves meanwhile."""

from __future__ import annotations

# EIP-7825: no transaction may ask for more, wherever that fork is live.
_CAP = 2**24


def with_headroom(estimate: int, block_gas_limit: int) -> int:
    """Return a gas limit for a call that was estimated to need that much."""
    return max(estimate, min(estimate * 5 // 4, block_gas_limit, _CAP))


def limit_from_use(gas_used: int, block_gas_limit: int) -> int:
    """Return a gas limit for a call that used that much after refunds, which are a fifth of the whole at most."""
    return with_headroom(gas_used * 5 // 4 + 10_000, block_gas_limit)
