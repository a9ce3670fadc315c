"""Answers of every member of the union, for property tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
)

IDS = st.text("abcdefgh_.123", min_size=1, max_size=8)
TEXTS = st.text(max_size=40) | st.sampled_from(["čšž ČŠŽ", '"', "\\u00e8", "\x00", "\ud800", "🎻"])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
DAYS = st.dates()


def _span(low: Decimal | date | None, high: Decimal | date | None) -> Amounts:
    return Amounts((Span(low, high),))


def cells() -> st.SearchStrategy[Cell]:
    """Whatever one question or one cell can be answered with, tables apart."""
    numbers = st.none() | NUMBERS
    days = st.none() | DAYS
    several = st.frozensets(IDS, max_size=4)
    return st.one_of(
        st.just(DontKnow()),
        st.just(DoesNotApply()),
        st.builds(Choice, st.frozensets(IDS, min_size=1, max_size=4)),
        st.builds(Selection, st.frozensets(several, min_size=1, max_size=3)),
        st.builds(_span, numbers, numbers),
        st.builds(_span, days, days),
        st.builds(Amounts, st.tuples(st.builds(Span, NUMBERS, NUMBERS), st.just(Span(None, None)))),
        st.builds(Written, TEXTS),
    )


def answers() -> st.SearchStrategy[Answer]:
    """Whatever a question can be answered with."""
    rows = st.lists(st.dictionaries(IDS, cells(), max_size=3), max_size=3)
    return cells() | st.builds(lambda found: Records(tuple(found)), rows)


def wishes() -> st.SearchStrategy[PlanWishes]:
    """Programmes chosen, or none said, notes and days."""
    chosen = st.none() | st.lists(IDS, max_size=4).map(tuple)
    notes = st.dictionaries(IDS, TEXTS, max_size=3)
    return st.builds(PlanWishes, chosen, notes, st.dictionaries(IDS, DAYS, max_size=3))


def answer_sets() -> st.SearchStrategy[AnswerSet]:
    """Answers by question id, with everything else a person can say."""
    return st.builds(
        AnswerSet,
        st.dictionaries(IDS, answers(), max_size=5),
        st.none() | st.text(max_size=20),
        st.none() | IDS,
        wishes(),
    )
