"""What the picture of the next twelve months draws of a recurring call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ccsdesk.domain.programme import Round, UsualClosing
from ccsdesk.domain.verdict import Expected, Window, WindowState
from ccsdesk.report import compose
from ccsdesk.report.blocks import Figure
from ccsdesk.report.pictures import SpanKind, Stretch, Timeline
from tests.support.offers import call
from tests.support.plans import content

AUTUMN = UsualClosing(11)
WINTER = UsualClosing(1, 10)


def drawn(day: str, expected: Expected, *rounds: Round) -> tuple[Stretch, ...]:
    """What stands in the lane of the small plan's fair."""
    plan = content("en")
    state = WindowState(Window.LATER, expected=expected)
    programmes = plan.catalogue.programmes
    fair = replace(programmes["fair"], rounds=rounds)
    shown = replace(
        plan,
        day=date.fromisoformat(day),
        catalogue=replace(plan.catalogue, programmes={**programmes, "fair": fair}),
        match=replace(
            plan.match,
            programmes=tuple(
                replace(result, window=state) if result.id == "fair" else result
                for result in plan.match.programmes
            ),
        ),
    )
    pictures = [block.picture for block in compose(shown).blocks if isinstance(block, Figure)]
    [timeline] = [picture for picture in pictures if isinstance(picture, Timeline)]
    [lane] = [lane for lane in timeline.lanes if lane.name == "Bologna fair"]
    return lane.stretches


def usual(start: float, end: float) -> tuple[Stretch, ...]:
    return (Stretch(start, end, SpanKind.EXPECTED),)


def test_a_usual_month_alone_is_drawn_as_one_month() -> None:
    assert drawn("2026-11-22", Expected(2, "low")) == usual(3, 4)
    assert drawn("2026-11-22", Expected(11, "low")) == usual(0, 1)


def test_usual_months_are_drawn_from_the_first_to_the_last_day() -> None:
    spring = Expected(2, "low", UsualClosing(3, 28))
    assert drawn("2026-11-22", spring) == usual(3, 4 + 27 / 31)
    assert drawn("2026-11-22", Expected(12, "low", WINTER)) == usual(1, 2 + 9 / 31)


def test_a_season_that_has_begun_is_drawn_from_today() -> None:
    autumn = Expected(10, "low", AUTUMN, in_season=True)
    assert drawn("2026-11-16", autumn) == usual(15 / 31, 29 / 31)


def test_a_season_that_goes_on_beyond_the_year_is_cut_at_the_edge() -> None:
    winter = Expected(10, "low", UsualClosing(5), in_season=True)
    assert drawn("2026-11-22", winter) == usual(21 / 31, 6 + 30 / 31)
    long = Expected(5, "low", UsualClosing(12))
    assert drawn("2026-11-22", long, call("2026-05-02", "2026-06-01")) == usual(6, 12)


def test_a_season_whose_round_is_over_is_drawn_a_year_later() -> None:
    autumn = Expected(10, "low", AUTUMN)
    recorded = call("2026-10-01", "2026-11-10")
    assert drawn("2026-11-22", autumn, recorded) == usual(11, 12)
    early = call("2026-03-01", "2026-03-20")
    assert drawn("2026-06-10", autumn) == usual(4, 5 + 29 / 31)
    assert drawn("2026-06-10", autumn, early) == ()
