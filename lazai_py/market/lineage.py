"""The lineage of a class as a graph: what it was made from, and what was made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lazai_py._extras import optional
from lazai_py.market import drawing
from lazai_py.market.terms import Purpose, Terms, percent


@dataclass(frozen=True, slots=True)
class LineageClass:
    """A class in a lineage.

    Parameters:
        id: its id.
        name: what its metadata calls it; empty where the store does not have that.
        rank: above the ranks of all its parents.
        terms: its terms in force.
    """

    id: int
    name: str
    rank: int
    terms: Terms

    def __str__(self) -> str:
        return f"{self.id} {self.name}".rstrip()


@dataclass(frozen=True, slots=True)
class Derivation:
    """That a class was made from another, for good.

    Parameters:
        child: the id of what was made.
        parent: the id of what it was made from.
        bps: the parent's part by the terms in force, in basis points; 0 while those that name it are announced only.
        least_bps: the least that the parent accepted.
        purposes: what it was used for.
    """

    child: int
    parent: int
    bps: int
    least_bps: int
    purposes: Purpose


@dataclass(frozen=True, slots=True)
class Lineage:
    """The ancestors and descendants of a class, and all derivations among them. Parents come before their children.

    Parameters:
        root: the id of the class that was asked for.
        classes: the classes, by rank and id.
        derivations: who was made from whom, by child and parent.
    """

    root: int
    classes: tuple[LineageClass, ...]
    derivations: tuple[Derivation, ...]

    def __len__(self) -> int:
        return len(self.classes)

    def __iter__(self) -> Iterator[LineageClass]:
        return iter(self.classes)

    def __getitem__(self, class_id: int) -> LineageClass:
        return next(each for each in self.classes if each.id == class_id)

    def parents_of(self, class_id: int) -> tuple[Derivation, ...]:
        """Return what a class was made from."""
        return tuple(each for each in self.derivations if each.child == class_id)

    def children_of(self, class_id: int) -> tuple[Derivation, ...]:
        """Return what was made from a class."""
        return tuple(each for each in self.derivations if each.parent == class_id)

    def upstream(self) -> tuple[int, ...]:
        """Return the class that was asked for and its ancestors, each before its parents: the way that money flows."""
        wanted = ancestors(self.root, self.derivations)
        return tuple(each.id for each in reversed(self.classes) if each.id in wanted)

    def to_networkx(self) -> Any:
        """Return a `networkx.DiGraph` with an edge from each child to its parent, the way that money flows.

        Raises:
            MissingDependency: networkx is not installed.
        """
        with optional():
            import networkx as nx  # type: ignore[import-untyped]
        graph = nx.DiGraph(root=self.root)
        for each in self.classes:
            graph.add_node(each.id, name=each.name, rank=each.rank, terms=each.terms)
        for edge in self.derivations:
            graph.add_edge(edge.child, edge.parent, bps=edge.bps, least_bps=edge.least_bps, purposes=edge.purposes)
        return graph

    def __str__(self) -> str:
        return "\n".join(self._lines(self.root, "", seen=set()))

    def _lines(self, class_id: int, indent: str, *, seen: set[int]) -> Iterator[str]:
        """A tree of the ancestors; what was shown before is not unfolded again."""
        yield f"{indent}{self[class_id]}" + (" ..." if class_id in seen else "")
        if class_id in seen:
            return
        seen.add(class_id)
        for edge in self.parents_of(class_id):
            first, *others = self._lines(edge.parent, f"{indent}  ", seen=seen)
            yield f"{first}  {percent(edge.bps)} {purposes_text(edge.purposes)}"
            yield from others

    def _repr_svg_(self) -> str:
        boxes = [drawing.Box(each.id, str(each), each.rank, each.id == self.root) for each in self.classes]
        lines = [drawing.Line(edge.child, edge.parent, percent(edge.bps)) for edge in self.derivations]
        return drawing.svg(boxes, lines)


def ancestors(class_id: int, derivations: Iterable[Derivation]) -> set[int]:
    """Return a class and all that it was made from, near and far."""
    return _reached(class_id, [(each.child, each.parent) for each in derivations])


def descendants(class_id: int, derivations: Iterable[Derivation]) -> set[int]:
    """Return a class and all that was made from it, near and far."""
    return _reached(class_id, [(each.parent, each.child) for each in derivations])


def purposes_text(purposes: Purpose) -> str:
    """Return purposes as words."""
    return ", ".join(str(each.name).lower().replace("_", "-") for each in purposes)


def _reached(start: int, edges: Iterable[tuple[int, int]]) -> set[int]:
    steps: dict[int, list[int]] = {}
    for source, target in edges:
        steps.setdefault(source, []).append(target)
    reached, waiting = {start}, [start]
    while waiting:
        new = set(steps.get(waiting.pop(), ())) - reached
        reached |= new
        waiting += new
    return reached
