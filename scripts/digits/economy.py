"""The economy of the digits: parts become tokens, quota is sold and used, revenue goes to whose data earned it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from lazai_py import MintOrder, ether, to_address, wei
from lazai_py._chain.engine import Call
from lazai_py.errors import ContractError, InputError
from tests.bindings.test_token import TestToken

from .prices import UNIT, Offer, from_policy, to_policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lazai_py import Amount, DatClass, LazAI, Token
    from lazai_py.erc20 import Erc20Asset
    from lazai_py.vault import Cid

    from .data import Part
    from .network import Network
    from .valuation import Valuation

_FUNDS = ether(10)
_DOLLARS = "1000"
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Errand:
    """What a consumer comes for.

    Attributes:
        consumer: who.
        offer: the name of the offer it takes.
        quota: how much of it.
        asks: how many inferences it asks for before it tries one more; the whole quota unless it waits for the expiry.
    """

    consumer: str
    offer: str
    quota: int
    asks: int


ERRANDS = (
    Errand("ivy", "per call", quota=150, asks=150),
    Errand("jack", "in dollars", quota=66, asks=66),
    Errand("ivy", "per call", quota=40, asks=40),
    Errand("jack", "in dollars", quota=45, asks=45),
    Errand("kim", "day pass", quota=90, asks=60),
)
CONSUMERS = tuple(dict.fromkeys(errand.consumer for errand in ERRANDS))


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of an errand.

    Attributes:
        errand: what the consumer came for.
        paid: what was credited to the class for it.
        served: how many inferences were paid with quota and answered.
        right: how many of the answers are what the image's label says.
        unused: the quota that was left when the consumer was refused.
        refusal: the error that the next inference raised.
    """

    errand: Errand
    paid: Amount
    served: int
    right: int
    unused: int
    refusal: ContractError


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
        """Every contributor puts its part into the store; returns where each is."""
        return {part.name: self.people[part.name].store.put(part.to_bytes()) for part in parts}

    def offers(self) -> tuple[Offer, ...]:
        """The operator's price list: prices that do not divide evenly, so that something is left to be carried."""
        return (
            Offer("per call", wei(333_333_333_333_333)),
            Offer("in dollars", self.dollars.amount("0.019")),
            Offer("day pass", wei(123_456_789_012_345), seconds=_DAY),
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

    def serve(self, token: Token, network: Network, questions: Iterator[tuple[Any, int]], asks: int) -> int:
        """Answer some questions, each after one unit of quota was used for it; returns how many answers are right."""
        right = 0
        for _ in range(asks):
            token.consume(1, metric="inference_calls")
            image, label = next(questions)
            right += network.predict(image) == label
        return right

    def run(self, cls: DatClass, errand: Errand, network: Network, questions: Iterator[tuple[Any, int]]) -> Visit:
        """A whole errand: pay, ask, and ask once more when the quota is used up or the token has expired.

        Raises:
            InputError: the one question too many was answered.
        """
        token, paid = self.sell(cls, errand)
        right = self.serve(token, network, questions, errand.asks)
        if errand.asks < errand.quota:
            self.lz.chain.advance(_DAY + 1)
        try:
            self.serve(token, network, questions, asks=1)
        except ContractError as refusal:
            return Visit(errand, paid, errand.asks, right, int(token.quota()), refusal)
        raise InputError(f"{errand} was served beyond its quota", remedy="This is a fault of the contract: report it")

    def claim(self) -> dict[str, list[Amount]]:
        """Every contributor claims all it is owed, in every asset, by one call; returns what each was paid."""
        return {name: list(self.people[name].dat.claim_all().values()) for name in self.contributors}
