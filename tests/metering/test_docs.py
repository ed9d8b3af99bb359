"""The page on metered calls says what the code says; that it runs is shown with the other pages."""

from __future__ import annotations

import re
from pathlib import Path

from lazai_py.metering.codes import Code

PAGE = (Path(__file__).parents[2] / "docs/metering.md").read_text("utf-8")


def test_the_page_names_every_code_beside_its_status() -> None:
    """The last table is complete and right."""
    rows = PAGE[PAGE.index("| status | `error` |") :].splitlines()[2:]
    named = {code: row.split("|")[1] for row in rows for code in re.findall(r"`(\w+)`", row)}
    assert set(named) == {str(code) for code in Code}
    assert [code for code in Code if str(code.status) not in named[str(code)]] == []
