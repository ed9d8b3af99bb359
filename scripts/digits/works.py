"""Works: what the published network reads in strips of digits, minted in three ways, forged, disputed and resold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lazai_py import ether, wei
from lazai_py._chain.engine import Call
from lazai_py.errors import InputError, LazAIError
from lazai_py.models import Way
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import Groth16Prover, Statement, install

from .exhibits import Exhibit
from .forgery import Forger, Forgery, forged
from .gas import Trail, spent_on_gas
from .takings import BUYER, CREATOR, FORGER, WATCHER, Rules, WorkBooks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lazai_py import DatClass, LazAI
    from lazai_py._chain.engine import Receipt
    from lazai_py._contract.contract import Contract
    from lazai_py.aigc import Collection, Work
    from lazai_py.models import ModelVersion
    from lazai_py.revshare import RevShare

    from .data import Part
    from .economy import Economy

STRIP = 8
"""How many digits a strip has; the published key proves one at a time."""
_CIRCUITS = Path(__file__).resolve().parents[2] / "circuits" / "digits"
_FUNDS = ether(10)
# Amounts that do not divide evenly, so that roundings show.
_FEE, _CREATOR_BPS = wei(5_000_000_000_000_003), 1_000
_PRICE, _ROYALTY_BPS = wei(1_000_000_000_000_000_007), 500
_MOVES = 50


class Gallery:
    """A collection of works of the published network, and the four who have to do with it.

    Args:
        economy: whose operator registers the network.
        cls: who has its revenue.
        token: the RevShare token that holds a share in the class.
        images: what works are made of; nobody trained the class's own network on them.
    """

    def __init__(self, economy: Economy, cls: DatClass, token: RevShare, images: Part) -> None:
        self._lz: LazAI = economy.lz
        self._cls = cls
        self._images = iter(range(len(images)))
        self._all = images
        self.people = {
            name: self._lz.as_account(self._lz.chain.actor(name, _FUNDS)) for name in (CREATOR, FORGER, WATCHER, BUYER)
        }
        self.network = IntegerNetwork.load(_CIRCUITS / "network.json")
        self.prover = Groth16Prover.load(_CIRCUITS / "one" / "proving.key")
        self._before = {name: int(person.balance()) for name, person in self.people.items()}
        self._since = self._lz.engine.block().number + 1
        self._plain: list[Receipt] = []
        self._parts: dict[int, Part] = {}
        self._minted = dict.fromkeys(self.people, 0)
        self._paid_out = (0, 0)
        self._royalty = self._settled = 0
        self.model = self._register(token)
        self.collection: Collection = self.people[CREATOR].aigc.create(
            self.model,
            name="What the network reads",
            symbol="READ",
            description="Strips of handwritten digits, and the labels that a published network gives them.",
            creator=self.people[CREATOR],
            mint_fee=_FEE,
            creator_bps=_CREATOR_BPS,
            royalty_bps=_ROYALTY_BPS,
        )
        self._begun = self._held()

    def _held(self) -> tuple[int, int, int]:
        """What lies with the bonds, what of it was burnt, and what lies between the collection and the class."""
        lz, balance = self._lz, self._lz.engine.balance
        between = (self.collection.address, lz.router.inlet(self._cls), lz.router.address)
        proofs = lz.fraud_proofs.contract
        return balance(proofs.address), proofs.burnt(), sum(map(balance, between))

    def _register(self, token: RevShare) -> ModelVersion:
        """The operator puts the network on the chain, and says who verifies; the class earns, by its inlet."""
        lz = self._lz
        lz.models.install(self.network)
        verifiers = {
            Way.REEXECUTION: lz.models.reexecution.address,
            Way.PROOF: install(lz.sender, self.prover.key),
            Way.FRAUD: lz.fraud_proofs.contract.address,
        }
        return lz.models.register(
            self.network,
            cls=self._cls,
            revshare=token.address,
            metadata={"name": "The published network that reads handwritten digits"},
            verifiers=verifiers,
        )

    def contracts(self) -> tuple[Contract, ...]:
        """Where works, their disputes and their money leave their events."""
        lz = self._lz
        return (
            lz.models.registry,
            lz.aigc.contract,
            self.collection.contract,
            lz.fraud_proofs.contract,
            lz.router.contract,
        )

    def asked(self, count: int) -> tuple[str, Part]:
        """The prompt for the next few images, and these."""
        rows = [next(self._images) for _ in range(count)]
        part = type(self._all)("asked", self._all.images[rows], self._all.labels[rows])
        return self.network.prompt(part.images.tolist()), part

    def images_of(self, work: Work) -> Part:
        """The images that a work was asked about."""
        return self._parts[work.id]

    # --- three ways ---

    def recompute(self) -> tuple[Work, LazAIError]:
        """A strip that the chain reads again; a forged one is refused first. Returns the work and the refusal."""
        prompt, part = self.asked(STRIP)
        refusal = self._forged(prompt, lambda theirs, content: theirs.mint(prompt, content))
        return self._note(self._own(CREATOR).mint(prompt, stored=True), part), refusal

    def prove(self) -> tuple[Work, tuple[LazAIError, LazAIError]]:
        """One digit, with a proof made now. Of a forged content none can be made, and the true one's does not fit."""
        prompt, part = self.asked(1)
        about = (self._lz.chain_id, self.collection.address, self.network.commitment, prompt)
        proof = self.prover.prove(Statement(*about, self.network.answer(prompt)))
        refusals = (
            self._forged(prompt, lambda _, content: self.prover.prove(Statement(*about, content))),
            self._forged(prompt, lambda theirs, content: theirs.mint(prompt, content, how="proof", proof=proof)),
        )
        return self._note(self._own(CREATOR).mint(prompt, how="proof", proof=proof, stored=True), part), refusals

    def bond(self) -> Work:
        """A strip that the creator stakes a bond on."""
        prompt, part = self.asked(STRIP)
        return self._note(self._own(CREATOR).mint(prompt, how="optimistic", stored=True), part)

    def forge(self) -> tuple[Work, Forgery]:
        """A strip whose last label is forged, with a bond of the forger's on it."""
        prompt, part = self.asked(STRIP)
        forgery, theirs = Forgery.of(self.network, prompt), self._own(FORGER)
        minting = theirs.minting(prompt, forgery.content, how="optimistic", stored=True)
        work = self._note(minting.send(theirs.sender), part, FORGER)
        forgery.propose(theirs.fraud_proofs, self.collection.address).send(theirs.sender)
        return work, forgery

    def _own(self, name: str) -> Collection:
        return self.people[name].aigc.at(self.collection.address)

    def _note(self, work: Work, part: Part, minter: str = CREATOR) -> Work:
        self._parts[work.id] = part
        self._minted[minter] += 1
        return work

    def _forged(self, prompt: str, trying: Callable[[Collection, str], object]) -> LazAIError:
        try:
            trying(self._own(FORGER), forged(self.network, prompt))
        except LazAIError as refusal:
            return refusal
        raise InputError("a forged content was taken", remedy="This is a fault of a verifier: report it")

    # --- the dispute ---

    def dispute(self, forgery: Forgery) -> list[str]:
        """The watcher finds the forgery by itself, and both play to the end; returns the moves, by their names.

        Raises:
            InputError: the watcher did not win in time.
        """
        contract = self.collection.fraud_proofs.contract
        watcher, forger = self.people[WATCHER].watch(self.model), Forger(contract, forgery.trace)
        moves: list[str] = []
        for _ in range(_MOVES):
            acts = watcher.step()
            moves += [act.intent.function.name for act in acts]
            if "collect" in moves:
                return moves
            for number in {act.dispute_id for act in acts if act.dispute_id} or {contract.dispute_count()}:
                answer = forger.move(number, contract.dispute_of(number))
                if answer is not None:
                    answer.send(self.people[FORGER].sender)
                    moves.append(answer.function.name)
        raise InputError("the watcher did not win", remedy="This is a fault of the disputes: report it")

    def correct(self, work: Work) -> Work:
        """The watcher stakes a bond on the truth, which takes the forged content's place."""
        prompt, theirs = work.prompt(), self._own(WATCHER)
        theirs.propose(prompt)
        return theirs.work(work.id).update(self.network.answer(prompt))

    def wait(self) -> None:
        """Let the window pass, and everybody take back the bond on what is final."""
        self._lz.chain.mine(self.collection.fraud_proofs.window + 1)
        for name in (CREATOR, WATCHER):
            self._own(name).fraud_proofs.prover(self.network).step()

    # --- the resale, and where the money goes ---

    def resell(self, work: Work) -> int:
        """The buyer pays the seller, and the royalty to whom the token names; returns the royalty."""
        seller, buyer = self.people[CREATOR], self.people[BUYER]
        receiver, self._royalty = work.royalty(int(_PRICE))
        for to, amount in ((seller.address, int(_PRICE) - self._royalty), (receiver, self._royalty)):
            self._plain.append(buyer.sender.send(Call(to, value=amount)))
        seller.aigc.token(self.collection, work.id).transfer(buyer)
        return self._royalty

    def flush(self) -> int:
        """Anybody has the fees paid out, and the inlet flushed into the class; returns what arrived there."""
        collection = self._lz.aigc.at(self.collection.address)
        self._paid_out = (int(collection.pay_out(self.people[CREATOR])), int(collection.pay_out()))
        self._settled = int(self._lz.router.flush(self._cls))
        return self._settled

    # --- what came of it ---

    @property
    def rules(self) -> Rules:
        """What was published before anybody paid."""
        return Rules(
            int(_FEE), _CREATOR_BPS, int(_PRICE), _ROYALTY_BPS, int(self.collection.fraud_proofs.bond), self._minted
        )

    def books(self, earned: Mapping[str, int], before: int, shares: Mapping[str, int]) -> WorkBooks:
        """The accounts; see `WorkBooks` for what is passed."""
        bonds, burnt, left = (now - begun for now, begun in zip(self._held(), self._begun, strict=True))
        creators, models = self._paid_out
        gas = spent_on_gas([*self._trail().receipts.values(), *self._plain])
        return WorkBooks(
            rules=self.rules,
            moved={
                name: int(person.balance()) - self._before[name] + gas.get(person.address, 0)
                for name, person in self.people.items()
            },
            creators=creators,
            models=models,
            royalty=self._royalty,
            settled=self._settled,
            burnt=burnt,
            bonds=bonds,
            left=left,
            earned=earned,
            before=before,
            shares=shares,
        )

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Every work as it is now, in the order of the mints."""
        names = {person.address: name for name, person in self.people.items()}
        trail = self._trail()
        return tuple(Exhibit.of(work, self._parts[work.id], names, trail) for work in self.collection.works())

    def _trail(self) -> Trail:
        return Trail.of(self.contracts(), self._since)
