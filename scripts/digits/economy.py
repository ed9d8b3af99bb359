"""The economy of the digits: parts become tokens, quota is sold and used, revenue goes to whose data earned it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from lazai_py import MintOrder, ether, to_address, wei
from lazai_py._chain.engine import Call
from lazai_py.errors import InputError
from tests.bindings.test_token import TestToken

from .prices import UNIT, Offer, from_policy, to_policy
from .visits import CONSUMERS, DAY, Visit, ask_by_transactions, ask_service

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lazai_py import Amount, DatClass, LazAI, Token
    from lazai_py.erc20 import Erc20Asset
    from lazai_py.vault import Cid

    from .data import Part
    from .network import Network
    from .service import Service
    from .valuation import Valuation
    from .visits import Errand, Questions

_FUNDS = ether(10)
_DOLLARS = "1000"


class Economy:
    """The people, their money and the class, on one local chain.

    Args:
        lz: signs for the operator, who trained the network and runs it; its chain's clock and balances are ours.
        contributors: by name; they and the consumers are given some of the native coin, the consumers dollars too.
    """

    def __init__(self, lz: LazAI, contributors: Sequence[str]) -> None:
        self.lz = lz
        self.contributors = tuple(contributors)
        self.people = {name: lz.as_account(lz.chain.actor(name, _FUNDS)) for name in (*contributors, *CONSUMERS)}
        self.dollars = self._issue_dollars()

    def _issue_dollars(self) -> Erc20Asset:
        created = self.lz.sender.send(Call(None, TestToken.creation("Test dollar", "tUSD", 6)))
        token = TestToken(self.lz.engine, to_address(created.contract_address))
        dollars = self.lz.erc20(token.address)
        for name in CONSUMERS:
            token.mint(self.people[name].address, int(dollars.amount(_DOLLARS))).send(self.lz.sender)
        return dollars

    def anchor(self, parts: Sequence[Part]) -> dict[str, Cid]:
        """Every contributor puts its part into the vault; returns where each is."""
        return {part.name: self.people[part.name].vault.put(part.to_bytes()) for part in parts}

    def offers(self) -> tuple[Offer, ...]:
        """The operator's price list: prices that do not divide evenly, so that something is left to be carried."""
        return (
            Offer("per call", wei(333_333_333_333_333)),
            Offer("in dollars", self.dollars.amount("0.019")),
            Offer("day pass", wei(123_456_789_012_345), seconds=int(DAY.total_seconds())),
        )

    def found(self, valued: Sequence[Valuation], parts: Mapping[str, Cid], network: Network) -> DatClass:
        """The operator creates the class: its metadata names every part, its policy the prices."""
        metadata: dict[str, Any] = {
            "name": "A network that reads handwritten digits",
            "description": "Trained on the parts of eight contributors; each holds the share its part was valued at.",
            "layers": list(network.layers),
            "values": {each.name: each.value for each in valued},
        }
        return self.lz.dat.create_class(metadata=metadata, unit=UNIT, policy=to_policy(self.offers()), data=parts)

    def give_shares(self, cls: DatClass, valued: Sequence[Valuation]) -> dict[str, Token]:
        """Each contributor gets a token with its share, all in one transaction; returns whose is which."""
        orders = [MintOrder(self.people[each.name].address, share=each.share) for each in valued]
        return {each.name: token for each, token in zip(valued, cls.mint_many(orders), strict=True)}

    def sell(self, cls: DatClass, errand: Errand) -> tuple[Token, Amount]:
        """The consumer pays into the class what its policy asks, then the operator mints the quota for it.

        Returns:
            The consumer's token, and what was credited to the class.

        Raises:
            InputError: less was credited than the quota costs.
        """
        consumer = self.people[errand.consumer]
        offer = from_policy(cls.policy())[errand.offer]
        cost = offer.cost(errand.quota)
        paid = consumer.dat.cls(cls.id).settle(cost)
        if paid != cost:
            raise InputError(f"{paid} were paid and the quota costs {cost}", remedy="Pay the whole price")
        until = None if offer.seconds is None else timedelta(seconds=offer.seconds)
        token = cls.mint(consumer.address, quota=errand.quota, expires=until)
        return consumer.dat.token(token.id), paid

    def visit_service(self, cls: DatClass, errand: Errand, service: Service, questions: Questions) -> Visit:
        """A whole errand: pay for quota, spend it at the service, and ask once more."""
        token, paid = self.sell(cls, errand)
        answers = ask_service(self.people[errand.consumer], token, errand, service, questions)
        return Visit(errand, token, paid, answers, int(token.quota()))

    def visit_chain(self, cls: DatClass, errand: Errand, network: Network, questions: Questions) -> Visit:
        """A whole errand: pay for quota, use some of it on the chain, and ask once more when the token has expired."""
        token, paid = self.sell(cls, errand)
        answers = ask_by_transactions(token, errand, network, questions, wait=self._wait)
        return Visit(errand, token, paid, answers, int(token.quota()))

    def _wait(self) -> None:
        """Let the day pass that a day pass is for."""
        self.lz.chain.advance(int(DAY.total_seconds()) + 1)

    def claim(self) -> dict[str, list[Amount]]:
        """Every contributor claims all it is owed, in every asset, by one call; returns what each was paid."""
        return {name: list(self.people[name].dat.claim_all().values()) for name in self.contributors}
