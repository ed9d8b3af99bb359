"""Consumers come for inferences: by calls and by streams of the service, paid with vouchers, and by transactions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from lazai_py.errors import InputError, LazAIError

from .service import IMAGES_AT_ONCE, METRIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lazai_py import Amount, LazAI, Token
    from lazai_py.metering import Session

    from .network import Network
    from .service import Service

    Questions = Iterator[tuple[Any, int]]

DAY = timedelta(days=1)


class Way(StrEnum):
    """How a consumer asks."""

    CALLS = "a paid call each"
    STREAMS = f"streams of {IMAGES_AT_ONCE}"
    TRANSACTIONS = "a transaction each"


@dataclass(frozen=True, slots=True)
class Errand:
    """What a consumer comes for.

    Attributes:
        consumer: who.
        offer: the name of the offer it takes.
        quota: how much of it.
        way: how it asks.
        asks: how many inferences it asks for before it waits for the expiry; 0 when it uses all its quota up.
    """

    consumer: str
    offer: str
    quota: int
    way: Way
    asks: int = 0


ERRANDS = (
    Errand("ivy", "per call", quota=150, way=Way.CALLS),
    Errand("jack", "in dollars", quota=66, way=Way.CALLS),
    Errand("ivy", "per call", quota=40, way=Way.CALLS),
    Errand("jack", "in dollars", quota=45, way=Way.STREAMS),
    Errand("kim", "day pass", quota=90, way=Way.TRANSACTIONS, asks=60),
)
CONSUMERS = tuple(dict.fromkeys(errand.consumer for errand in ERRANDS))


@dataclass(frozen=True, slots=True)
class Answers:
    """What a consumer got.

    Attributes:
        served: how many inferences were paid with quota and answered.
        right: how many of the answers are what the image's label says.
        refusal: the error that the next inference raised.
    """

    served: int
    right: int
    refusal: LazAIError


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of an errand.

    Attributes:
        errand: what the consumer came for.
        token: what it got.
        paid: what was credited to the class for it.
        answers: what it was served, until it was refused.
        unused: the quota that the token then had.
    """

    errand: Errand
    token: Token
    paid: Amount
    answers: Answers
    unused: int


def ask_service(consumer: LazAI, token: Token, errand: Errand, service: Service, questions: Questions) -> Answers:
    """Reserve all quota for the service, spend it in a session, then ask for one more.

    Raises:
        InputError: the one question too many was answered.
    """
    consumer.metering.reserve(token, service.address, errand.quota, until=DAY)
    found = consumer.metering.services.get(service.address)
    if found is None:
        raise InputError("the service is not in the registry", remedy="Have it announce itself")
    asking = _call if errand.way is Way.CALLS else _stream
    with consumer.metering.session(token, service.address) as session:
        right = 0
        while session.left:
            right += asking(session, found.endpoint, questions)
        refusal = _refusal(lambda: asking(session, found.endpoint, questions))
        return Answers(int(session.spent), right, refusal)


def ask_by_transactions(
    token: Token, errand: Errand, network: Network, questions: Questions, wait: Callable[[], None]
) -> Answers:
    """Record each use on the chain, and answer it; then wait, and ask for one more.

    Raises:
        InputError: the one question too many was answered.
    """
    right = sum(_answered(token, network, question) for question in islice(questions, errand.asks))
    wait()
    return Answers(errand.asks, right, _refusal(lambda: _answered(token, network, next(questions))))


def _call(session: Session, url: str, questions: Questions) -> int:
    """One image in one call; returns how many answers are right."""
    image, label = next(questions)
    answer = session.post(f"{url}/read", json={"image": image.tolist()})
    return int(answer.json()["digit"] == label)


def _stream(session: Session, url: str, questions: Questions) -> int:
    """Many images in one call, answered one by one until the quota ends; returns how many answers are right."""
    images, labels = zip(*islice(questions, IMAGES_AT_ONCE), strict=True)
    asked = {"images": [image.tolist() for image in images]}
    with session.stream("POST", f"{url}/stream", json=asked) as answer:
        digits = list(_digits(answer.iter_lines()))
    return sum(digit == label for digit, label in zip(digits, labels, strict=False))


def _digits(lines: Iterable[str]) -> Iterator[int]:
    for line in lines:
        if line.startswith('data: {"choices"'):
            yield int(json.loads(line.removeprefix("data: "))["choices"][0]["delta"]["content"])


def _answered(token: Token, network: Network, question: tuple[Any, int]) -> bool:
    token.consume(1, metric=METRIC)
    image, label = question
    return network.predict(image) == label


def _refusal(asking: Callable[[], object]) -> LazAIError:
    try:
        asking()
    except InputError:
        raise
    except LazAIError as refusal:
        return refusal
    raise InputError("one question too many was answered", remedy="This is a fault of the contract: report it")
