"""Where the parts of the radar stand: names around the net where there is room, else numbers with a list below.

Measures texts and gives rectangles; paints nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics

from ccsdesk.report.geometry import spoke

SMALLEST, LARGEST = 5.0, 10.0
"""Radius of the net, in em."""
LABEL = 10.0
"""Widest name beside the net, in em."""
AWAY = 0.7
"""Distance of the names from the net, in em."""
MOST_LINES = 4
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Label:
    """A text in its rectangle."""

    box: QRect
    text: str
    flags: int


@dataclass(frozen=True, slots=True)
class Placed:
    """The net, the texts around it and below it, and how high it all is."""

    middle: QPointF
    radius: float
    labels: tuple[Label, ...]
    listed: tuple[Label, ...]
    height: int


def placed(
    names: Sequence[str], metrics: QFontMetrics, em: float, width: int, *, listed: bool = True
) -> Placed:
    """Everything for this width; `listed` where nothing else says which number stands for which name."""
    around = _with_names(names, metrics, em, width)
    if around is not None:
        return around
    numbered = _with_numbers(names, metrics, em, width)
    if listed:
        return numbered
    bottom = max((label.box.bottom() for label in numbered.labels), default=0)
    return replace(numbered, listed=(), height=bottom + 1)


def least_width(names: Sequence[str], metrics: QFontMetrics, em: float) -> int:
    """What the net with numbers needs, and the longest word of the list."""
    net = 2 * (SMALLEST + AWAY + 1.5) * em
    words = [metrics.horizontalAdvance(word) for name in names for word in name.split()]
    return round(max([net, *(word + 2.5 * em for word in words)]))


def _with_names(
    names: Sequence[str], metrics: QFontMetrics, em: float, width: int
) -> Placed | None:
    """None where a name would be cut, squeezed or laid over another."""
    wide = min(LABEL * em, width / 2 - (SMALLEST + AWAY) * em)
    words = (metrics.horizontalAdvance(word) for name in names for word in name.split())
    if wide < max(words, default=0):
        return None
    if any(_size(metrics, name, wide)[1] > MOST_LINES * metrics.lineSpacing() for name in names):
        return None
    radius = min(LARGEST * em, width / 2 - AWAY * em - wide)
    labels = _around(names, metrics, (radius, radius + AWAY * em), wide)
    if _collide(labels):
        return None
    top, bottom = _reach(labels, radius)
    moved = tuple(_moved(label, width // 2, -top) for label in labels)
    return Placed(QPointF(width / 2, -top), radius, moved, (), bottom - top + 1)


def _with_numbers(names: Sequence[str], metrics: QFontMetrics, em: float, width: int) -> Placed:
    edge = (AWAY + 1.5) * em
    radius = max(SMALLEST * em / 2, min(LARGEST * em, width / 2 - edge))
    numbers = [str(number) for number in range(1, len(names) + 1)]
    labels = _around(numbers, metrics, (radius, radius + AWAY * em), edge)
    top, bottom = _reach(labels, radius)
    moved = tuple(_moved(label, width // 2, -top) for label in labels)
    y = round(bottom - top + 0.6 * em)
    listed: list[Label] = []
    for number, name in zip(numbers, names, strict=True):
        indent = round(2 * em)
        _, tall = _size(metrics, name, width - indent)
        listed.append(Label(QRect(0, y, indent, _size(metrics, number, indent)[1]), number, LEFT))
        listed.append(Label(QRect(indent, y, width - indent, tall), name, LEFT))
        y += tall + round(0.15 * em)
    return Placed(QPointF(width / 2, -top), radius, moved, tuple(listed), y)


def _around(
    texts: Sequence[str], metrics: QFontMetrics, radii: tuple[float, float], wide: float
) -> list[Label]:
    """Texts at the ends of the spokes, around (0, 0); each side is spread so that none touches the next."""
    radius, reach = radii
    labels: list[Label] = []
    for index, text in enumerate(texts):
        x, y = spoke(index, len(texts), length=reach)
        size = _size(metrics, text, wide)
        if abs(x) < radius * 0.1:
            box = QRect(round(-size[0] / 2), 0, *size)
            box.moveTop(round(-y - size[1]) if y > 0 else round(-y))
            labels.append(Label(box, text, MIDDLE))
        else:
            box = QRect(round(x if x > 0 else x - size[0]), round(-y - size[1] / 2), *size)
            labels.append(Label(box, text, LEFT if x > 0 else RIGHT))
    for flags in (LEFT, RIGHT):
        labels = _spread(labels, flags, metrics.lineSpacing() // 4)
    return labels


def _spread(labels: list[Label], flags: int, gap: int) -> list[Label]:
    """Push the labels of one side apart, up from the middle and down from it."""
    side = sorted((i for i, one in enumerate(labels) if one.flags == flags), key=_top_of(labels))
    half = len(side) // 2
    for order, down in ((side[half:], True), (side[:half][::-1], False)):
        edge: int | None = None
        for index in order:
            box = QRect(labels[index].box)
            if edge is not None and down:
                box.moveTop(max(box.top(), edge + gap))
            elif edge is not None:
                box.moveBottom(min(box.bottom(), edge - gap))
            edge = box.bottom() if down else box.top()
            labels[index] = replace(labels[index], box=box)
    return labels


def _reach(labels: Sequence[Label], radius: float) -> tuple[int, int]:
    """The highest and the lowest point of net and labels."""
    net = round(radius) + 1
    return (
        min([-net, *(label.box.top() for label in labels)]),
        max([net, *(label.box.bottom() for label in labels)]),
    )


def _top_of(labels: Sequence[Label]) -> Callable[[int], int]:
    return lambda index: labels[index].box.top()


def _collide(labels: Sequence[Label]) -> bool:
    boxes = [label.box for label in labels]
    return any(one.intersects(other) for i, one in enumerate(boxes) for other in boxes[:i])


def _moved(label: Label, x: int, y: int) -> Label:
    return replace(label, box=label.box.translated(x, y))


def _size(metrics: QFontMetrics, text: str, wide: float) -> tuple[int, int]:
    box = metrics.boundingRect(QRect(0, 0, int(wide), 10_000), LEFT, text)
    # a pixel more, since drawing breaks lines a little earlier than measuring
    return box.width() + 1, box.height()
