"""The small drawn signs that stand beside a word: check, dash, question mark, clock, arrow, box, bullet.

Told apart by shape alone, so that they survive a black-and-white printer. Each fills a square of 10 units.
"""

from __future__ import annotations

import math

from ccsdesk.report.blocks import Mark
from ccsdesk.report.pen import Pen
from ccsdesk.report.style import ACCENT, MUTED, TEXT, WHITE, Colour

UNITS = 10.0
STROKE = 1.2


def draw_mark(pen: Pen, mark: Mark, corner: tuple[float, float], size: float) -> None:
    """Draw the sign into the square with this lower left corner."""
    with pen.decoration():
        _Sign(pen, corner, size / UNITS).draw(mark)


class _Sign:
    def __init__(self, pen: Pen, corner: tuple[float, float], scale: float) -> None:
        self._pen = pen
        self._corner = corner
        self._scale = scale

    def draw(self, mark: Mark) -> None:
        match mark:
            case Mark.YES:
                self._disc(5, fill=ACCENT)
                self._line([(2.8, 5.0), (4.4, 3.3), (7.3, 6.7)], WHITE)
            case Mark.NO:
                self._disc(4.4, stroke=TEXT)
                self._line([(2.8, 5.0), (7.2, 5.0)], TEXT)
            case Mark.OPEN:
                self._disc(4.4, stroke=TEXT)
                self._question()
            case Mark.LATER:
                self._disc(4.4, stroke=TEXT)
                self._line([(5.0, 7.8), (5.0, 5.0), (7.0, 3.9)], TEXT)
            case Mark.STEP:
                self._line([(0.8, 5.0), (8.8, 5.0)], TEXT)
                self._line([(5.6, 8.2), (8.9, 5.0), (5.6, 1.8)], TEXT)
            case Mark.BOX:
                self._pen.box(
                    self._at(0.8, 0.8),
                    (8.4 * self._scale, 8.4 * self._scale),
                    stroke=MUTED,
                    width=0.8,
                )
            case Mark.BULLET:
                self._pen.circle(self._at(5.0, 5.0), 1.5 * self._scale, fill=MUTED)

    def _question(self) -> None:
        arc = [
            (5 + 1.7 * math.cos(angle), 6.1 + 1.7 * math.sin(angle))
            for angle in _steps(math.pi, -math.pi / 3)
        ]
        self._line([*arc, (5.0, 4.4), (5.0, 3.7)], TEXT)
        self._pen.circle(self._at(5.0, 2.3), 0.75 * self._scale, fill=TEXT)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._corner[0] + x * self._scale, self._corner[1] + y * self._scale

    def _disc(
        self, radius: float, *, fill: Colour | None = None, stroke: Colour | None = None
    ) -> None:
        self._pen.circle(
            self._at(5, 5),
            radius * self._scale,
            fill=fill,
            stroke=stroke,
            width=STROKE * self._scale,
        )

    def _line(self, points: list[tuple[float, float]], colour: Colour) -> None:
        placed = [self._at(x, y) for x, y in points]
        self._pen.shape(placed, stroke=colour, width=STROKE * self._scale, closed=False)


def _steps(start: float, end: float, count: int = 8) -> list[float]:
    return [start + (end - start) * step / count for step in range(count + 1)]
