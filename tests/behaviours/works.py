"""A world with a model in it whose verifier knows what it is told, and a collection of the model's works."""

from __future__ import annotations

import base64
import json
from typing import Any

from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.aigc_factory import AigcFactory, CollectionCreated, Terms
from lazai_py._contract.bindings.aigc_token import AigcToken, Draft
from lazai_py._contract.bindings.model_registry import Model, ModelRegistered, ModelRegistry
from lazai_py._contract.intent import Sent
from lazai_py._types import NATIVE, Address, Wei, keccak
from tests.behaviours.world import Actor, World
from tests.bindings.test_verifier import TestVerifier

COMMITMENT = keccak(b"weights and program")
PROMPT, CONTENT, FORGED = b"seven digits", b"3141592", b"2718281"
TOKEN_ID = int.from_bytes(keccak(PROMPT), "big")
SALT = keccak(b"salt")
FEE = Wei(1_000)

REEXECUTE, PROVE, OPTIMISTIC = b"\0", b"\1valid", b""
UNKNOWN, UNPROVEN, PENDING, CHALLENGED, FINAL, OVERTURNED = range(6)


class Works:
    """The collection, and the usual acts with it. The controller created it; carol is the model's revenue receiver."""

    def __init__(self, w: World, **terms: Any) -> None:
        self.w = w
        self.registry = ModelRegistry(w.engine, self._deploy(ModelRegistry.creation()))
        self.verifier = TestVerifier(w.engine, self._deploy(TestVerifier.creation()))
        self.factory = AigcFactory(w.engine, self._deploy(AigcFactory.creation()))
        verifiers = (self.verifier.address,) * 3
        version = Model(COMMITMENT, 0, w.class_id, NATIVE, w.carol.address, "", verifiers)
        self.model = w.controller.does(self.registry.register(version)).only(ModelRegistered).model_id
        self.token = self.collect(**terms)

    def collect(self, **terms: Any) -> AigcToken:
        """A collection of the model."""
        usual = {
            "name": "Digits",
            "symbol": "DIG",
            "description": "What a network read",
            "aigc_type": "text/plain",
            "creator": self.w.controller.address,
            "mint_fee": FEE.raw,
            "creator_bps": 2_500,
            "royalty_bps": 750,
        }
        create = self.factory.create(self.registry, self.model, Terms(**{**usual, **terms}))
        return AigcToken(self.w.engine, self.w.controller.does(create).only(CollectionCreated).collection)

    def mint(
        self,
        by: Actor,
        *,
        prompt: bytes = PROMPT,
        content: bytes = CONTENT,
        proof: bytes = OPTIMISTIC,
        stored: bool = False,
    ) -> Sent:
        """A mint in one step."""
        return by.does(self.token.mint(by, Draft(prompt, content, proof, stored), pay=FEE))

    def prove(self, content: bytes = CONTENT, *, proof: bytes = PROVE, prompt: bytes = PROMPT) -> None:
        """Lets a proof be one that the model made the content."""
        self.w.payer.does(self.verifier.prove(self.statement(content, prompt), proof[1:]))

    def say(self, status: int, content: bytes = CONTENT) -> None:
        """Lets the bonded results of a content have come that far."""
        self.w.payer.does(self.verifier.set_status(self.statement(content, PROMPT), status - 1))

    def statement(self, content: bytes, prompt: bytes) -> bytes:
        """The hash that a proof must bind: chain, collection, model, prompt and content, each at its place."""
        words = (
            self.w.engine.chain_id().to_bytes(32, "big"),
            bytes(12) + bytes.fromhex(self.token.address[2:]),
            COMMITMENT,
            keccak(prompt),
            keccak(content),
        )
        return keccak(b"".join(words))

    def metadata(self, token_id: int = TOKEN_ID) -> Any:
        """The metadata as a reader gets it."""
        return json.loads(unpacked(self.token.token_uri(token_id), "application/json"))

    def image(self, token_id: int = TOKEN_ID) -> bytes:
        """The picture as a reader gets it."""
        return unpacked(self.metadata(token_id)["image"], "image/svg+xml")

    def _deploy(self, code: bytes) -> Address:
        receipt = self.w.payer.sender.send(Call(None, code, sender=self.w.payer.address))
        assert receipt.contract_address is not None
        return receipt.contract_address


def unpacked(uri: str, kind: str) -> bytes:
    """What a data URI of a type holds."""
    head, _, body = uri.partition(",")
    assert head == f"data:{kind};base64"
    return base64.b64decode(body, validate=True)
