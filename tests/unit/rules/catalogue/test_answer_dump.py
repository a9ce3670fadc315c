"""Answers written as a file read back equal, whatever the answers are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.domain.question import DAY_KINDS, ORDERED_KINDS, Kind, Question
from ccsdesk.rules.catalogue.answer_dump import dump_answers
from ccsdesk.rules.catalogue.answer_place import Asked
from ccsdesk.rules.catalogue.answer_spans import bounds_of, joined
from ccsdesk.rules.catalogue.answers_file import read_answer_bytes
from ccsdesk.rules.catalogue.marks import Mark
from ccsdesk.rules.catalogue.spot import Spot
from tests.support.catalogues import garden

DAY = date(2026, 11, 22)
TEXTS = st.text(max_size=30).filter(
    lambda text: text.isprintable() and text not in {"dont_know", "does_not_apply"}
)


@cache
def catalogue():
    with TemporaryDirectory() as folder:
        return garden(Path(folder))


@st.composite
def amounts(draw, field):
    asked = Asked(field, field.id, Spot("", None, Mark(1, 1)), catalogue().dictionary, DAY)
    bounds = bounds_of(asked)
    if field.kind in DAY_KINDS:
        values = st.dates(bounds.low, bounds.high)
    else:
        places = field.decimals
        values = st.decimals(bounds.low, bounds.high, places=places, allow_nan=False)
    spans = []
    for _ in range(draw(st.integers(1, 3))):
        low, high = sorted((draw(values), draw(values)))
        spans.append(Span(low if draw(st.booleans()) else None, high))
        if draw(st.booleans()) and spans[-1].low is not None:
            spans[-1] = Span(low, None)
    return Amounts(joined(spans, bounds))


def cells(field, options):
    leaves = sorted(options)
    match field.kind:
        case Kind.YES_NO:
            known = st.sets(st.sampled_from(["yes", "no"]), min_size=1).map(frozenset).map(Choice)
        case Kind.SEVERAL:
            one = st.frozensets(st.sampled_from(leaves))
            known = st.frozensets(one, min_size=1, max_size=4).map(Selection)
        case Kind.TEXT:
            known = TEXTS.map(Written)
        case kind if kind in ORDERED_KINDS:
            known = amounts(field)
        case _:
            known = st.sets(st.sampled_from(leaves), min_size=1).map(frozenset).map(Choice)
    return known | st.just(DontKnow())


def leaves_of(name, field):
    dictionary = catalogue().dictionary
    if field.kind is Kind.PLACE:
        return [node for node, leaves in dictionary.place_tree.leaves.items() if leaves == {node}]
    tree = dictionary.option_trees.get(name)
    return (
        [] if tree is None else [node for node, leaves in tree.leaves.items() if leaves == {node}]
    )


def answers_to(question: Question):
    if question.kind is Kind.TABLE:
        columns = {
            column.id: cells(column, leaves_of(f"{question.id}.{column.id}", column))
            for column in question.columns
        }
        rows = st.lists(st.fixed_dictionaries(columns), max_size=question.most)
        return rows.map(tuple).map(Records) | st.just(DontKnow())
    found = cells(question, leaves_of(question.id, question))
    return found | st.just(DoesNotApply()) if question.may_not_apply else found


def answer_sets():
    questions = catalogue().dictionary.questions.values()
    answers = st.fixed_dictionaries({}, optional={one.id: answers_to(one) for one in questions})
    programmes = sorted(catalogue().programmes)
    wishes = st.builds(
        PlanWishes,
        st.none() | st.lists(st.sampled_from(programmes), unique=True).map(tuple),
        st.dictionaries(st.sampled_from(programmes), TEXTS),
        st.dictionaries(st.sampled_from(programmes), st.dates()),
    )
    name = st.none() | TEXTS.filter(bool)
    return st.builds(AnswerSet, answers, name, st.sampled_from([None, "seed", "bloom"]), wishes)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.deferred(answer_sets))
def test_what_is_written_reads_back_equal(answers):
    content = dump_answers(answers, catalogue())
    for name in ("a.json", "a.yaml"):
        assert read_answer_bytes(content, catalogue(), day=DAY, name=name) == answers


def test_places_and_options_are_written_by_the_one_name_that_means_them_all():
    answers = AnswerSet({"site": Choice(frozenset({"north", "south"}))})
    assert b'"site": "town"' in dump_answers(answers, catalogue())


def test_numbers_are_written_exactly():
    value = Decimal("899.9")
    answers = AnswerSet({"area": Amounts((Span(value, value),))})
    assert b'"area": 899.9' in dump_answers(answers, catalogue())


def test_answers_to_questions_of_another_catalogue_are_left_out():
    answers = AnswerSet({"unheard_of": DontKnow()})
    content = dump_answers(answers, catalogue())
    assert read_answer_bytes(content, catalogue(), day=DAY, name="-") == AnswerSet()


def test_programmes_of_another_catalogue_are_left_out():
    wishes = PlanWishes(("gone", "soil-advice"), {"gone": "x"}, {"gone": DAY, "soil-advice": DAY})
    content = dump_answers(AnswerSet({}, plan=wishes), catalogue())
    assert read_answer_bytes(content, catalogue(), day=DAY, name="-").plan == PlanWishes(
        ("soil-advice",), {}, {"soil-advice": DAY}
    )


def test_signs_that_no_file_may_hold_become_blanks():
    content = dump_answers(AnswerSet({"wish": Written("a\x00b\ud800")}), catalogue())
    assert read_answer_bytes(content, catalogue(), day=DAY, name="-").answers == {
        "wish": Written("a b ")
    }
