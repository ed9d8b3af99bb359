"""Tells what happens while it happens: colours and boxes on a terminal, plain lines anywhere else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN_WIDTH = 200
_INDENT = 2
_ON_TERMINAL = (box.SIMPLE_HEAD, (0, 1, 0, 0))
_IN_FILE = (box.ASCII, (0, 1))


class Story:
    """A run's account of itself, on standard output."""

    def __init__(self) -> None:
        """Begin; the chapters' times count from here."""
        self._begun = time.monotonic()
        # Where nobody watches, nothing is wrapped: whoever reads the file later has lines of any length.
        terminal = Console()
        self._console = terminal if terminal.is_terminal else Console(width=_PLAIN_WIDTH, no_color=True)

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self._begun

    def chapter(self, title: str) -> None:
        """Begin a part of the story, with the seconds it begins after."""
        self._console.print(Text(f"\n{title}  [{self.seconds:.1f} s]", style="bold cyan"))

    def say(self, sentence: str, *, style: str = "") -> None:
        """Tell one thing."""
        self._console.print(Padding(Text(sentence, style=style), (0, 0, 0, _INDENT), expand=False))

    def table(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show rows under headings. All columns but the first are for figures, which stand at the right, unbroken."""
        # The widest table just fits a terminal of 80 columns.
        looks = _ON_TERMINAL if self._console.is_terminal else _IN_FILE
        table = Table(title=title, title_justify="left", box=looks[0], padding=looks[1])
        for number, heading in enumerate(headings):
            table.add_column(heading, justify="right" if number else "left", no_wrap=bool(number))
        for row in rows:
            table.add_row(*map(Text, row))
        self._console.print()
        self._console.print(table)
