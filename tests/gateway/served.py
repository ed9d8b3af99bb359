"""A gateway, or its redeemer, in a process of its own: `python -m tests.gateway.served '{"what": "gateway", ...}'`."""

from __future__ import annotations

import json
import sys
from typing import Any

import uvicorn

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.rpc import RpcEngine
from lazai_py._chain.sender import Sender
from lazai_py._chain.transport import HttpTransport
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py.gateway import Gateway, GatewayMiddleware, Limits, Policy
from tests.gateway.application import ROUTES, Application
from tests.gateway.world import METRIC


def main() -> None:
    """Do what the argument says until killed."""
    options: dict[str, Any] = json.loads(sys.argv[1])
    engine = RpcEngine(HttpTransport(options["chain"]))
    gateway = Gateway(
        DataAnchoringToken(engine, options["dat"]),
        PrivateKey(bytes.fromhex(options["service"])),
        class_id=options["class_id"],
        metric=METRIC,
        unit="inference",
        routes=ROUTES,
        database=options["database"],
        sender=Sender(engine, PrivateKey(bytes.fromhex(options["payer"]))),
        limits=Limits(lease=options["lease"], poll=0.1),
        policy=Policy(threshold=1, before=120, pause=options["pause"], lease=0.3),
    )
    if options["what"] == "gateway":
        uvicorn.run(GatewayMiddleware(Application(), gateway=gateway), port=options["port"], log_level="critical")
        return
    with gateway:
        assert gateway.redeemer is not None
        print("ready", flush=True)
        gateway.redeemer._thread.join()  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
