"""Honest and dishonest parties of disputes, and what is known of every proposal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._contract.bindings.optimistic_verifier import (
    ChallengeOpened,
    OptimisticVerifier,
    ProposalOverturned,
    Proposed,
    Statement,
)
from lazai_py._contract.intent import Intent, Sent
from lazai_py._errors import ContractError
from lazai_py._types import Wei, to_address
from lazai_py.disputes.players import Prover, Watcher
from lazai_py.disputes.positions import Table
from lazai_py.disputes.sides import Accusation, Defence, header
from lazai_py.disputes.trace import StatementTrace
from lazai_py.networks import IntegerNetwork
from tests.behaviours.world import FORTUNE, Actor
from tests.disputes.lies import Liar, network_of, prompt_of, trace_of, without_gaps

WINDOW, CLOCK, BOND = 40, 400, 10**16 + 1
NETWORKS: tuple[tuple[IntegerNetwork, int], ...] = (
    (network_of(5, 3), 1),
    (network_of(70, 40, 3), 7),
    (network_of(2_100, 4, 20), 1),
)
"""Networks, each with how many images a prompt has: of one level, of two, and with more chunks than one cut makes."""

COLLECTIONS = tuple(to_address("0x" + digit * 40) for digit in "12")


@dataclass(frozen=True)
class Made:
    """A proposal, and what only its author knows of it."""

    proposed: Proposed
    trace: StatementTrace
    defence: Defence
    is_true: bool
    """Whether the content is what the network answers."""
    is_honest: bool


@dataclass(frozen=True)
class Opened:
    """A challenge, and what its author holds against the proposal."""

    dispute_id: int
    accusation: Accusation
    challenger: Actor


@lru_cache(maxsize=1)
def unspoilt() -> tuple[RevmEngine, OptimisticVerifier, dict[str, Actor]]:
    """A chain with the contract and four rich people on it."""
    engine = RevmEngine()
    people = {name: Actor(engine, name) for name in ("prover", "watcher", "liar", "griefer", "stranger")}
    for person in people.values():
        engine.set_balance(person.address, FORTUNE)
    creation = OptimisticVerifier.creation(WINDOW, CLOCK, BOND)
    receipt = people["stranger"].sender.send(Call(None, creation, sender=people["stranger"].address))
    assert receipt.contract_address is not None
    return engine, OptimisticVerifier(engine, receipt.contract_address), people


class Parties:
    """Everybody at one table."""

    def __init__(self) -> None:
        self.engine, self.contract, self.people = unspoilt()
        self.snapshot = self.engine.snapshot()
        self.table = Table(self.contract)
        networks = [network for network, _ in NETWORKS]
        self.prover = Prover(self.contract, self.people["prover"].sender, networks, since=0)
        self.watcher = Watcher(self.contract, self.people["watcher"].sender, networks, since=0)
        self.made: dict[int, Made] = {}
        self.opened: dict[int, Opened] = {}
        self.overturned_by: dict[int, int] = {}

    # --- proposals ---

    def propose(
        self,
        by: str,
        which: int,
        collection: int,
        *,
        content: bytes | None = None,
        prompt: bytes | None = None,
        lying: Callable[[StatementTrace], StatementTrace] = lambda trace: trace,
        root: bytes | None = None,
        lie_at: int = 0,
    ) -> None:
        """Proposes what the network answers, but for what is given."""
        network, images = NETWORKS[which]
        prompt = prompt_of(network, images) if prompt is None else prompt
        honest = trace_of(network, prompt)
        content = content or honest.content or network.content([0] * images).encode()
        trace = without_gaps(lying(honest))
        statement = Statement(network.commitment, COLLECTIONS[collection], prompt, content)
        intent = self.contract.propose(statement, header(network), root or trace.root, pay=Wei(BOND))
        proposed = self.people[by].does(intent).only(Proposed)
        is_honest = by == "prover"
        defence = Defence(self.contract, trace) if is_honest else Liar(self.contract, trace, lie_at)
        self.made[proposed.proposal_id] = Made(proposed, trace, defence, content == honest.content, is_honest)

    # --- challenges ---

    def challenge(self, proposal_id: int, belief: Callable[[StatementTrace], StatementTrace]) -> None:
        """The griefer challenges, believing in a trace of its own."""
        done = self.tries("griefer", self.contract.challenge(proposal_id, pay=Wei(BOND)))
        if done is not None:
            made = self.made[proposal_id]
            honest = trace_of(made.trace.network, made.proposed.prompt)
            accusation = Accusation(self.contract, made.proposed, belief(honest))
            dispute_id = done.only(ChallengeOpened).dispute_id
            self.opened[dispute_id] = Opened(dispute_id, accusation, self.people["griefer"])

    # --- acting ---

    def tries(self, by: str, intent: Intent[Sent], flip: int | None = None) -> Sent | None:
        """Sends, perhaps with one byte of the call data changed; None when that is refused."""
        if flip is not None:
            at = 4 + flip % (len(intent.data) - 4)
            changed = bytes([intent.data[at] ^ (1 + flip % 255)])
            intent = replace(intent, data=intent.data[:at] + changed + intent.data[at + 1 :])
        try:
            return self.people[by].does(intent)
        except ContractError:
            return None

    def honest_ones_play(self) -> None:
        """Both honest parties do what is to be done, until nothing is."""
        busy = True
        while busy:
            acts = [*self.prover.step(), *self.watcher.step()]
            assert all(act.refusal is None for act in acts), acts
            busy = bool(acts)
        for log in self.logs(ProposalOverturned):
            self.overturned_by[log.proposal_id] = log.dispute_id

    def logs(self, kind: type[ProposalOverturned]) -> list[ProposalOverturned]:
        """Every event of a kind."""
        return [each for each in self.table.events(0, kind.TOPIC) if isinstance(each, kind)]
