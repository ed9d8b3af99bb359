"""Works that models made: collections of them, mints in three ways, what they are and how believable they are."""

from __future__ import annotations

from lazai_py.aigc.aigc import Aigc
from lazai_py.aigc.collection import Collection
from lazai_py.aigc.terms import How, Status
from lazai_py.aigc.work import Work

__all__ = ["Aigc", "Collection", "How", "Status", "Work"]
