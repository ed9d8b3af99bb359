"""What only some installations have: imports of it say which extra brings it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lazai_py._errors import MissingDependency

EXTRA_OF = {
    "joblib": "demo",
    "networkx": "lineage",
    "numpy": "demo",
    "psycopg": "postgresql",
    "sqlalchemy": "gateway",
}
"""The extra of this package that brings a module."""


@contextmanager
def optional() -> Iterator[None]:
    """Say, where an import within the `with` block fails for want of an extra, which one it is.

    Raises:
        MissingDependency: the module is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        missing = str(error.name).partition(".")[0]
        if missing not in EXTRA_OF:
            raise
        raise MissingDependency(missing, remedy=f'pip install "lazai_py[{EXTRA_OF[missing]}]"') from error
