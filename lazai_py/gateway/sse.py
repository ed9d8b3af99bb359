"""Event streams, cut into whole events as they flow."""

from __future__ import annotations

import re

_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_LINE_END = re.compile(rb"\r\n|\n|\r")


class EventSplitter:
    """Cuts a stream of bytes into whole server-sent events. Keeps back no more than the event that is not whole yet."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the events that are whole by now, each with the blank line that ends it."""
        # An event may end in the middle of the old rest's last bytes, but not before them.
        start, data, events = max(0, len(self._rest) - 3), self._rest + chunk, []
        begin = 0
        for end in _END.finditer(data, start):
            events.append(data[begin : end.end()])
            begin = end.end()
        self._rest = data[begin:]
        return events

    def rest(self) -> bytes:
        """Return what came after the last whole event, and forget it."""
        rest, self._rest = self._rest, b""
        return rest


def data_of(event: bytes) -> bytes:
    """Return the data of an event: its `data` lines, joined."""
    lines = (line for line in _LINE_END.split(event) if line.startswith(b"data:"))
    return b"\n".join(line[5:].removeprefix(b" ") for line in lines)
