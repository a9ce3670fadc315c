"""Where the points of a picture lie: pure numbers, for paper and window alike. Draws nothing, knows no unit.

The radar lives in a circle of radius 1 around (0, 0), y upwards, the first spoke at the top, then clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
FULL_SCORE = 100


def spoke(index: int, count: int, *, length: float = 1.0) -> Point:
    """The point at `length` on spoke `index` of `count`."""
    angle = math.tau * index / count
    return length * math.sin(angle), length * math.cos(angle)


def outline(values: Sequence[int | None]) -> tuple[tuple[Point, ...], ...]:
    """Lines through the known values (0 to 100); a closed ring ends where it begins.

    An unknown value is a gap, never a zero: the ring falls apart into the stretches between gaps. A value with
    unknown neighbours is a stretch of one point.
    """
    count = len(values)
    points = [
        None if value is None else spoke(index, count, length=value / FULL_SCORE)
        for index, value in enumerate(values)
    ]
    if not points or all(point is None for point in points):
        return ()
    if None not in points:
        ring = tuple(point for point in points if point is not None)
        return ((*ring, ring[0]),)
    first_gap = points.index(None)
    stretches: list[tuple[Point, ...]] = []
    stretch: list[Point] = []
    for point in (*points[first_gap:], *points[: first_gap + 1]):
        if point is not None:
            stretch.append(point)
        elif stretch:
            stretches.append(tuple(stretch))
            stretch = []
    return tuple(stretches)


def grid(count: int, *, rings: int = 4) -> tuple[tuple[Point, ...], ...]:
    """The rings of the net, innermost first, each closed."""
    return tuple(
        tuple(spoke(index % count, count, length=ring / rings) for index in range(count + 1))
        for ring in range(1, rings + 1)
    )
