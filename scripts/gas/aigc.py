"""Works: commitments, mints by each way to verify, blobs, payouts.

A mint by a fraud proof asks no verifier: that is what a mint costs without the verification. The other figures have the
re-execution of a network of 64, 32 and 10 in them. Who mints holds a work already, unless the name says otherwise.
"""

from __future__ import annotations

from lazai_py._contract.bindings.aigc_factory import AigcFactory, CollectionCreated, Terms
from lazai_py._contract.bindings.aigc_token import AigcToken, Draft
from lazai_py._contract.bindings.model_registry import Model, ModelRegistered, ModelRegistry
from lazai_py._contract.bindings.reexecution_verifier import ReexecutionVerifier
from lazai_py._types import NATIVE, Wei, keccak
from scripts.gas.meter import Meter

FREE = Wei(0)
SALT = keccak(b"salt")
OPTIMISTIC = b""
