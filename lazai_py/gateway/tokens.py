"""The meter of OpenAI-style answers."""

from __future__ import annotations

import json
from dataclasses import dataclass

from lazai_py.gateway.meters import Free, Gauge, Head, Piece
from lazai_py.gateway.sse import EventSplitter, data_of
from lazai_py.metering.wire import Object


@dataclass(frozen=True, slots=True)
class PerToken:
    """OpenAI-style answers, in one piece or as an event stream, by the tokens in their `usage`.

    A stream whose events name no usage counts one token for each event with content; as soon as one names its usage
    (`stream_options.include_usage`), that counts.

    Parameters:
        most: the most that one call costs, in smallest units.
        prompt, completion: the price of `per` tokens of each kind.
        per: how many tokens that is.
    """

    most: int
    prompt: int = 1
    completion: int = 1
    per: int = 1
    least: int = 1

    def price(self) -> Object:
        """See `Meter.price`."""
        return {
            "meter": "tokens",
            "prompt": str(self.prompt),
            "completion": str(self.completion),
            "per": str(self.per),
        }

    def cost(self, prompt: int, completion: int) -> int:
        """Return what so many tokens cost."""
        return -(-(prompt * self.prompt + completion * self.completion) // self.per)

    def gauge(self, head: Head, cap: int) -> Gauge:
        """See `Meter.gauge`."""
        if head.is_failure:
            return Free()
        return _TokenEvents(self, cap) if head.is_event_stream else _TokenDocument(self, cap)


class _TokenDocument:
    """An answer in one JSON document. Its usage is known at its end only, so the cap bounds the price, not the text."""

    def __init__(self, meter: PerToken, cap: int) -> None:
        self._meter, self._cap = meter, cap
        self._body = bytearray()
        self.units = 0

    def feed(self, data: bytes, *, last: bool) -> Piece:
        self._body += data
        usage = _usage(_json(bytes(self._body))) if last else None
        if last:
            # A document without a usage is not what the price was made for: it costs the least.
            self.units = min(self._cap, self._meter.cost(*usage) if usage else self._meter.least)
        return Piece(data)


class _TokenEvents:
    def __init__(self, meter: PerToken, cap: int) -> None:
        self._meter, self._cap = meter, cap
        self._events = EventSplitter()
        self._counted = 0
        self.units = 0

    def feed(self, data: bytes, *, last: bool) -> Piece:
        events = self._events.feed(data) + ([self._events.rest()] if last else [])
        for i, event in enumerate(events):
            if not self._fits(_json(data_of(event))):
                return Piece(b"".join(events[:i]), cut=True)
        return Piece(b"".join(events))

    def _fits(self, chunk: object) -> bool:
        usage, tokens = _usage(chunk), _contents(chunk)
        if usage is None and not tokens:
            return True
        cost = self._meter.cost(*usage) if usage else self._meter.cost(0, self._counted + tokens)
        if tokens and cost > self._cap:
            return False
        # A usage without content counts what was sent before, which the cap has bounded.
        self.units = min(self._cap, cost if usage else max(self.units, cost))
        self._counted += tokens
        return True


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _usage(document: object) -> tuple[int, int] | None:
    usage = document.get("usage") if isinstance(document, dict) else None
    if not isinstance(usage, dict):
        return None
    counts = usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)
    if not all(isinstance(count, int) and count >= 0 for count in counts):
        return None
    return counts


def _contents(chunk: object) -> int:
    choices = chunk.get("choices") if isinstance(chunk, dict) else None
    return sum(_has_content(choice) for choice in choices) if isinstance(choices, list) else 0


def _has_content(choice: object) -> bool:
    if not isinstance(choice, dict):
        return False
    delta = choice.get("delta")
    said = delta if isinstance(delta, dict) else {"content": choice.get("text")}
    return any(said.get(key) for key in ("content", "tool_calls", "reasoning_content", "refusal"))
