"""The service side of metered calls: an ASGI middleware that charges quota, and a redeemer that collects it.

It needs the extra `gateway`: `pip install "lazai_py[gateway]"`.
"""

from __future__ import annotations

from lazai_py._extras import optional

with optional():
    from lazai_py.gateway.gateway import Gateway
from lazai_py.gateway.meters import Meter, PerByte, PerCall, PerFunction
from lazai_py.gateway.middleware import GatewayMiddleware
from lazai_py.gateway.redemption import Policy, Reason, Risk
from lazai_py.gateway.routes import Route
from lazai_py.gateway.settings import Limits
from lazai_py.gateway.tokens import PerToken

__all__ = [
    "Gateway",
    "GatewayMiddleware",
    "Limits",
    "Meter",
    "PerByte",
    "PerCall",
    "PerFunction",
    "PerToken",
    "Policy",
    "Reason",
    "Risk",
    "Route",
]
