"""Where the points of the radar lie."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.report.geometry import grid, outline, spoke

VALUES = st.lists(st.none() | st.integers(0, 100), min_size=3, max_size=12)


def test_the_first_spoke_points_up_and_the_next_lies_clockwise() -> None:
    assert spoke(0, 4) == pytest.approx((0, 1))
    assert spoke(1, 4) == pytest.approx((1, 0))
    assert spoke(2, 4, length=0.5) == pytest.approx((0, -0.5))


@given(VALUES)
def test_every_known_value_is_drawn_once_and_a_gap_never(values: list[int | None]) -> None:
    stretches = outline(values)
    known = [value for value in values if value is not None]
    whole = len(known) == len(values)
    assert sum(len(stretch) for stretch in stretches) == len(known) + whole
    lengths = sorted(round(math.hypot(*point) * 100) for stretch in stretches for point in stretch)
    assert lengths == sorted([*known, *(known[:1] if whole else [])])


def test_a_full_ring_is_closed_and_a_gap_opens_it() -> None:
    (ring,) = outline([50, 50, 50])
    assert ring[0] == ring[-1]
    (line,) = outline([50, None, 50])
    assert line == (spoke(2, 3, length=0.5), spoke(0, 3, length=0.5))
    assert outline([None, None, None]) == ()


def test_the_net_has_closed_rings_of_growing_size() -> None:
    rings = grid(10)
    assert [round(math.hypot(*ring[0]), 2) for ring in rings] == [0.25, 0.5, 0.75, 1.0]
    assert all(ring[0] == ring[-1] and len(ring) == 11 for ring in rings)
