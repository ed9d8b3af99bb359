"""A lineage as a picture: a layer for each rank, parents above their children, by nothing but text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 150, 34
_ACROSS, _DOWN = 24, 56
_MARGIN = 12
# Longer names would run over their boxes.
_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Box:
    """A class: its text, the layer that it is in, and whether it stands out."""

    id: int
    text: str
    rank: int
    is_root: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A derivation, from the child up to its parent."""

    child: int
    parent: int
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """The upper left corner of a box."""

    x: int
    y: int


def svg(boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """Return the picture as an SVG document."""
    places = _placed(boxes, lines)
    width = max((point.x for point in places.values()), default=0) + _WIDTH + _MARGIN
    height = max((point.y for point in places.values()), default=0) + _HEIGHT + _MARGIN
    drawn = [_line(each, places) for each in lines] + [_box(each, places[each.id]) for each in boxes]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12">{"".join(drawn)}</svg>'
    )


def _placed(boxes: Sequence[Box], lines: Sequence[Line]) -> Mapping[int, Point]:
    """Give every box its place. In a layer, boxes stand in the order of the middle of their parents."""
    layers: dict[int, list[Box]] = {}
    for box in boxes:
        layers.setdefault(box.rank, []).append(box)
    widest = max(map(len, layers.values()), default=0)
    places: dict[int, Point] = {}
    for row, rank in enumerate(sorted(layers)):
        ordered = sorted(layers[rank], key=lambda box: (_middle(box.id, lines, places), box.id))
        indent = (widest - len(ordered)) * (_WIDTH + _ACROSS) // 2
        for column, box in enumerate(ordered):
            x = _MARGIN + indent + column * (_WIDTH + _ACROSS)
            places[box.id] = Point(x, _MARGIN + row * (_HEIGHT + _DOWN))
    return places


def _middle(class_id: int, lines: Sequence[Line], places: Mapping[int, Point]) -> int:
    above = [places[line.parent].x for line in lines if line.child == class_id]
    return sum(above) // len(above) if above else 0


def _box(box: Box, at: Point) -> str:
    fill = "#fde68a" if box.is_root else "#f1f5f9"
    text = box.text if len(box.text) <= _LETTERS else f"{box.text[: _LETTERS - 1]}…"
    return (
        f'<g><title>{escape(box.text)}</title><rect x="{at.x}" y="{at.y}" width="{_WIDTH}" height="{_HEIGHT}" rx="6" '
        f'fill="{fill}" stroke="#475569"/><text x="{at.x + _WIDTH // 2}" y="{at.y + _HEIGHT // 2 + 4}" '
        f'text-anchor="middle" fill="#0f172a">{escape(text)}</text></g>'
    )


def _line(line: Line, places: Mapping[int, Point]) -> str:
    child, parent = places[line.child], places[line.parent]
    x1, y1, x2, y2 = child.x + _WIDTH // 2, child.y, parent.x + _WIDTH // 2, parent.y + _HEIGHT
    # Nearer to the child than to the parent, where fewer lines meet.
    x, y = (2 * x1 + x2) // 3, (2 * y1 + y2) // 3
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#94a3b8"/>'
        f'<text x="{x}" y="{y}" text-anchor="middle" fill="#475569">{escape(line.text)}</text>'
    )
