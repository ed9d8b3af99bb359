"""A collection: the works of one version of a model, and how they come about."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from functools import cached_property

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.aigc_token import AigcData, AigcToken, ContentPublished, Draft, PaidOut, Terms
from lazai_py._contract.bindings.optimistic_verifier import OptimisticVerifier, Proposed
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sent
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import Wei, to_address
from lazai_py.aigc.terms import How, Status, Surroundings, id_of, raw, way_of
from lazai_py.aigc.work import Work
from lazai_py.disputes import FraudProofs
from lazai_py.errors import RevealTooEarly
from lazai_py.models import ModelVersion, Way
from lazai_py.proofs import Groth16Prover, Statement

# How often, and for how many seconds each, the next block is waited for.
_POLLS, _POLL = 300, 0.2


class Collection(Handle[AigcToken]):
    """A collection by its contract, as one account sees and uses it.

    Parameters:
        around: the surroundings.
        contract: the collection.
    """

    def __init__(self, around: Surroundings, contract: AigcToken) -> None:
        super().__init__(contract, around.sender)
        self._around = around

    @cached_property
    def terms(self) -> Terms:
        """What the collection was made with; it never changes."""
        return self.contract.terms()

    @cached_property
    def model(self) -> ModelVersion:
        """The version of a model that makes the works.

        Raises:
            InputError: it was registered elsewhere.
        """
        ours = self._around.models.registry.address
        if self.contract.registry() != ours:
            raise InputError(f"{self} follows another registry than {ours}", remedy="Use a collection of your own")
        return self._around.models.get(self.contract.model_id())

    def work(self, prompt: str | bytes | int) -> Work:
        """Return the work of a prompt, or of a token's id; it is looked at when it is used."""
        return Work(self._around, self.contract, prompt if isinstance(prompt, int) else id_of(prompt))

    def works(self) -> list[Work]:
        """Return every work of the collection, in the order of the mints."""
        said = self.contract.events(AigcData, since=self._around.since)
        return [self.work(token_id) for token_id in dict.fromkeys(event.token_id for event in said)]

    def status(self, prompt: str | bytes | int) -> Status:
        """Return how believable the work of a prompt is now."""
        return self.work(prompt).status()

    def verify(self, prompt: str | bytes, content: str | bytes, *, how: How | None = None, proof: bytes = b"") -> bool:
        """Return whether a content is final.

        The call gets the gas of a whole block: estimating would find the least gas that lets the verifier say anything,
        and one that runs short says no.

        Parameters:
            how: in which way; left out, whether it is the content of the prompt's token, and final by any.
            proof: what the way needs besides.
        """
        named = b"" if how is None else bytes([way_of(how)]) + proof
        return self._generous.verify(raw(prompt), raw(content), named)

    # --- minting ---

    def mint(
        self,
        prompt: str,
        content: str | bytes | None = None,
        *,
        how: How = "reexecute",
        to: AddressLike | None = None,
        proof: bytes | None = None,
        prover: Groth16Prover | None = None,
        protect: bool = False,
        stored: bool = False,
    ) -> Work:
        """Mint the work that the model makes of a prompt.

        `optimistic` mints first and then stakes the bond; should that fail, the work is there and unproven, and
        `propose` tries again. Whoever staked must defend it: see `lz.fraud_proofs`.

        Parameters:
            content: what the model is said to answer; what its network does answer when left out.
            how: how it is verified.
            to: who gets the work; this account when left out.
            proof: with `proof`, the proof, where it was made before.
            prover: with `proof`, what makes the proof.
            protect: whether to commit to the prompt first and show it in a later block, so that nobody takes it.
            stored: whether to store prompt and content on the chain.

        Raises:
            NotVerified: the verifier does not say that the model made this.
            AlreadyMinted: the prompt was minted before.
            WayNotOffered: the model does not offer the way.
        """
        said = self._said(prompt, content)
        draft = self._draft(prompt, said, how, proof or prover, stored=stored)
        work = self._reveal_after_commitment(draft, to) if protect else self._minting(draft, to).send(self.sender)
        if way_of(how) is Way.FRAUD:
            self.propose(prompt, said)
        return work

    def minting(
        self,
        prompt: str,
        content: str | bytes | None = None,
        *,
        how: How = "reexecute",
        to: AddressLike | None = None,
        proof: bytes | None = None,
        prover: Groth16Prover | None = None,
        stored: bool = False,
    ) -> Intent[Work]:
        """Return the intent to mint in one step, without a bond: what `mint` sends, to be planned."""
        draft = self._draft(prompt, self._said(prompt, content), how, proof or prover, stored=stored)
        return self._minting(draft, to)

    @write
    def propose(self, prompt: str, content: str | bytes | None = None) -> Intent[Proposed]:
        """Stake a bond on a content of a prompt, minted or not.

        Raises:
            InputError: the model does not offer the way of fraud proofs.
        """
        network = self._around.models.network(self.model)
        said = self._said(prompt, content).decode()
        return self.fraud_proofs.propose.intent(network, prompt, collection=self.address, content=said)

    @property
    def fraud_proofs(self) -> FraudProofs:
        """Where bonds on the collection's works are staked.

        Raises:
            InputError: the model does not offer the way of fraud proofs.
        """
        verifier = OptimisticVerifier(self._around.engine, self.model.verifier(Way.FRAUD))
        return FraudProofs(verifier, self.sender)

    # --- money ---

    def owed(self, payee: AddressLike) -> Wei:
        """Return what a payee could have paid out of the mint fees now."""
        return Wei(self.contract.owed_to(payee))

    @write
    def pay_out(self, payee: AddressLike | None = None) -> Intent[Wei]:
        """Pay out what mints brought; to the model's revenue receiver when left out. Anyone may."""
        to = self.contract.revenue() if payee is None else to_address(payee)
        return self.contract.pay_out(to).then(lambda sent: Wei(sum(each.amount for each in sent.all(PaidOut))))

    # --- helpers ---

    def _minting(self, draft: Draft, to: AddressLike | None) -> Intent[Work]:
        return self.contract.mint(self._own(to), draft, pay=self._fee).then(self._minted)

    def _reveal_after_commitment(self, draft: Draft, to: AddressLike | None) -> Work:
        salt = secrets.token_bytes(32)
        commitment = self.contract.commitment_of(self.sender.address, draft.prompt, salt)
        self.contract.commit(commitment).send(self.sender)
        reveal = self.contract.reveal(salt, self._own(to), draft, pay=self._fee).then(self._minted)
        for _ in range(_POLLS):
            # Some nodes ask whether it would work in the latest block, and not in the next one.
            with suppress(RevealTooEarly):
                return reveal.send(self.sender)
            time.sleep(_POLL)
        return reveal.send(self.sender)

    def _draft(
        self, prompt: str, content: bytes, how: How, proof: bytes | Groth16Prover | None, *, stored: bool
    ) -> Draft:
        way = way_of(how)
        if way is Way.PROOF and not isinstance(proof, bytes):
            proof = self._proven(prompt, content, proof)
        return Draft(raw(prompt), content, bytes([way]) + (proof if isinstance(proof, bytes) else b""), stored)

    def _proven(self, prompt: str, content: bytes, prover: Groth16Prover | None) -> bytes:
        if prover is None:
            raise InputError("a validity proof is made by a prover", remedy="Pass prover=Groth16Prover.load(...)")
        chain_id, commitment = self._around.engine.chain_id(), self.contract.model_commitment()
        return prover.prove(Statement(chain_id, self.address, commitment, prompt, content.decode()))

    def _said(self, prompt: str, content: str | bytes | None) -> bytes:
        return raw(self._around.models.network(self.model).answer(prompt) if content is None else content)

    def _minted(self, sent: Sent) -> Work:
        return self.work(sent.only(ContentPublished).token_id)

    @property
    def _fee(self) -> Wei:
        return Wei(self.terms.mint_fee)

    @property
    def _generous(self) -> AigcToken:
        return self.contract.giving(self._around.engine.block().gas_limit)
