"""Fraud proofs as one account uses them: bond results, see what became of them, defend, watch."""

from __future__ import annotations

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.optimistic_verifier import (
    Finalized,
    OptimisticVerifier,
    Proposal,
    Proposed,
    Statement,
)
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sender
from lazai_py._contract.write import write
from lazai_py._types import Wei, to_address
from lazai_py.disputes.players import Prover, Watcher
from lazai_py.disputes.positions import Status, Table
from lazai_py.disputes.sides import header
from lazai_py.disputes.trace import StatementTrace
from lazai_py.networks import IntegerNetwork


class FraudProofs(Handle[OptimisticVerifier]):
    """One contract that holds bonded results, as one account sees and uses it.

    Parameters:
        contract: where results are bonded.
        sender: who signs for writes.
    """

    def __init__(self, contract: OptimisticVerifier, sender: Sender) -> None:
        super().__init__(contract, sender)
        self.table = Table(contract)

    @property
    def bond(self) -> Wei:
        """What a proposal and a challenge are bonded with."""
        return Wei(self.table.bond)

    @property
    def window(self) -> int:
        """In how many blocks after its own a proposal can be challenged."""
        return self.table.window

    @write
    def propose(
        self, network: IntegerNetwork, prompt: str, *, collection: AddressLike, content: str | None = None
    ) -> Intent[Proposed]:
        """Bond what a network answers; the bond comes back by `finalize`, or is lost to whoever shows that it is wrong.

        Whoever proposes must answer challenges within `clock` blocks: see `prover`.

        Parameters:
            collection: the collection that the work belongs to.
            content: what is said to be the answer; what the network answers when left out.

        Raises:
            InvalidPrompt: the network cannot be asked this.
            WrongLength: no answer to the prompt has this length.
        """
        network.images(prompt)
        trace = StatementTrace.of(network, prompt.encode())
        said = (trace.content or b"") if content is None else content.encode()
        statement = Statement(network.commitment, to_address(collection), prompt.encode(), said)
        intent = self.contract.propose(statement, header(network), trace.root, pay=self.bond)
        return intent.then(lambda sent: sent.only(Proposed))

    @write
    def finalize(self, proposal_id: int) -> Intent[Finalized]:
        """Pay the bond of a final proposal back to its proposer; anyone may.

        Raises:
            NotFinal: the window has not passed, a dispute is open, it fell, or it has been paid back.
        """
        return self.contract.finalize(proposal_id).then(lambda sent: sent.only(Finalized))

    def get(self, proposal_id: int) -> Proposal:
        """Return a proposal.

        Raises:
            UnknownProposal: there is none with this id.
        """
        return self.contract.proposal_of(proposal_id)

    def status(self, statement_hash: bytes) -> Status:
        """Return how far a statement has come: the best of its proposals."""
        return Status(self.contract.status_of(statement_hash))

    def watcher(self, *networks: IntegerNetwork, since: int | None = None) -> Watcher:
        """Return who challenges wrong results of these networks for this account.

        Parameters:
            since: from which block on; left out, from the first whose proposals can still be open.
        """
        return Watcher(self.contract, self.sender, networks, since=since)

    def prover(self, *networks: IntegerNetwork, since: int | None = None) -> Prover:
        """Return who defends and finalizes what this account proposed about these networks; see `watcher`."""
        return Prover(self.contract, self.sender, networks, since=since)
