"""How a `LazAI` comes to its chain: by connecting to a node, or by starting one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from lazai_py._chain.accounts import Account
from lazai_py._chain.engine import Engine
from lazai_py._errors import InputError, MissingDependency, RpcError, UnknownNetwork

EngineName = Literal["auto", "anvil", "revm"]
"""What runs a local chain: Anvil, revm in this process, or Anvil where it is found and revm where it is not."""

Started = tuple[Engine, list[Callable[[], None]]]
"""A chain that was started, and what ends it, the last first."""


def open_engine(endpoint: object) -> Engine:
    """Return the chain behind a URL or a `web3.Web3`.

    Raises:
        UnknownNetwork: it is a text and no URL.
        InputError: it is neither.
        NotConnected: nobody answers.
    """
    from lazai_py._chain.devrpc import AnvilEngine
    from lazai_py._chain.rpc import RpcEngine
    from lazai_py._chain.transport import HttpTransport, ProviderTransport

    if isinstance(endpoint, str) and not endpoint.startswith(("http://", "https://")):
        raise UnknownNetwork(endpoint)
    transport = HttpTransport(endpoint) if isinstance(endpoint, str) else ProviderTransport(endpoint)
    engine = RpcEngine(transport)
    try:
        return AnvilEngine(transport) if _is_anvil(engine) else engine
    except BaseException:
        engine.close()
        raise


def _is_anvil(engine: object) -> bool:
    from lazai_py._chain.rpc import RpcEngine

    try:
        return isinstance(engine, RpcEngine) and str(engine.ask("web3_clientVersion")).lower().startswith("anvil")
    except RpcError:
        return False


def start_chain(name: EngineName, accounts: Sequence[Account], port: int) -> Started:
    """Start a local chain on which the accounts have coins.

    Raises:
        InputError: there is no such engine.
        MissingDependency: the engine is not installed.
        NodeFailed: Anvil did not start.
    """
    if name not in ("auto", "anvil", "revm"):
        raise InputError(f"{name!r} runs no local chain", remedy="Pass 'auto', 'anvil' or 'revm'")
    if name == "revm":
        return _start_revm(accounts)
    try:
        return _start_anvil(port)
    except MissingDependency:
        if name == "anvil":
            raise
        return _start_revm(accounts)


def _start_revm(accounts: Sequence[Account]) -> Started:
    from lazai_py._chain.revm import RevmEngine

    engine = RevmEngine(accounts=[account.address for account in accounts])
    return engine, [engine.close]


def _start_anvil(port: int) -> Started:
    from lazai_py._chain.anvil import Anvil

    anvil = Anvil(port=port)
    return anvil.engine, [anvil.stop]
