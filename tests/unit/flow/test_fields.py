"""What a page is told about a question, and which answers it may send back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
    exactly,
)
from ccsdesk.domain.question import Texts
from ccsdesk.flow.fields import FieldOption, FieldSpec, field_of
from ccsdesk.flow.fitting import fits
from tests.support.flows import small_catalogue

DAY = date(2026, 11, 22)
CATALOGUE = small_catalogue()


def shown(question: str, given: Answer | None = None, language: str = "en") -> FieldSpec:
    def pick(texts: Texts) -> str:
        return texts[language]

    asked = CATALOGUE.dictionary.questions[question]
    return field_of(asked, given, catalogue=CATALOGUE, day=DAY, pick=pick)


def test_a_field_says_what_is_asked_and_why_in_the_language_of_the_screen():
    field = shown("form", language="sl")
    assert field.text == "How do you work? (sl)"
    assert field.label == "legal form (sl)"
    assert field.help == "As registered. (sl)"
    assert field.why == "Most programmes ask for it. (sl)"


def test_options_are_numbered_from_one():
    assert shown("form").options == (
        FieldOption("none", 1, "none"),
        FieldOption("sp", 2, "sp"),
        FieldOption("doo", 3, "doo"),
    )


def test_a_scale_counts_from_nought_as_its_anchors_do():
    assert [option.number for option in shown("skill").options] == [0, 1, 2, 3, 4]


def test_a_place_offers_the_tree_of_places():
    assert shown("seat").options == (
        FieldOption("si", 1, "Slovenia"),
        FieldOption("ljubljana", 2, "Ljubljana", parent="si"),
    )


def test_numbers_carry_their_limits_and_unit():
    field = shown("people")
    assert (field.minimum, field.maximum, field.unit) == (Decimal(0), Decimal(500), "people")
    assert field.may_not_apply


def test_a_limit_of_today_is_the_day_itself():
    assert shown("registered").maximum == DAY


def test_a_table_carries_its_columns():
    field = shown("aid")
    assert [column.id for column in field.columns] == ["regime", "amount"]
    assert [option.id for option in field.columns[0].options] == ["x", "y"]
    assert field.columns[1].decimals == 2
    assert field.most == 2


def test_the_answer_given_so_far_comes_with_it():
    assert shown("form").given is None
    assert shown("form", DontKnow()).given == DontKnow()


# which answers fit


def number(low: str | None, high: str | None) -> Amounts:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Amounts((Span(*ends),))


def day(low: date | None, high: date | None) -> Amounts:
    return Amounts((Span(low, high),))


def row(**cells: Cell) -> Records:
    return Records((cells,))


FITTING: list[tuple[str, Answer]] = [
    ("form", exactly("sp")),
    ("form", Choice(frozenset({"sp", "doo"}))),
    ("form", DontKnow()),
    ("hires", exactly("yes")),
    ("skill", exactly("a4")),
    ("seat", exactly("si")),
    ("seat", exactly("ljubljana")),
    ("people", number("10", "49")),
    ("people", number(None, "500")),
    ("people", Amounts((Span(Decimal(0), Decimal(1)), Span(Decimal(5), None)))),
    ("people", DoesNotApply()),
    ("registered", day(DAY, DAY)),
    ("registered", day(date(1950, 1, 1), None)),
    ("goals", Selection(frozenset({frozenset()}))),
    ("goals", Selection(frozenset({frozenset({"learn"}), frozenset({"learn", "create"})}))),
    ("aid", Records(())),
    ("aid", row(regime=exactly("x"), amount=number("1.50", "1.50"))),
    ("aid", row(regime=DontKnow())),
    ("story", Written("")),
]
NOT_FITTING: list[tuple[str, Answer]] = [
    ("form", exactly("gmbh")),
    ("form", Choice(frozenset())),
    ("form", Selection(frozenset({frozenset({"sp"})}))),
    ("form", DoesNotApply()),
    ("form", Written("sp")),
    ("hires", exactly("perhaps")),
    ("seat", exactly("atlantis")),
    ("people", number("-1", "5")),
    ("people", number("5", "501")),
    ("people", number("7", "5")),
    ("people", number("NaN", None)),
    ("people", Amounts(())),
    ("people", day(DAY, DAY)),
    ("registered", day(date(2026, 11, 23), None)),
    ("registered", day(date(1949, 12, 31), None)),
    ("registered", day(datetime(2026, 1, 1), None)),  # noqa: DTZ001
    ("registered", number("1", "2")),
    ("goals", Selection(frozenset())),
    ("goals", Selection(frozenset({frozenset({"sing"})}))),
    ("goals", exactly("learn")),
    ("aid", row(colour=DontKnow())),
    ("aid", row(regime=exactly("z"))),
    ("aid", row(amount=DoesNotApply())),
    ("aid", Records(({}, {}, {}))),
    ("aid", DoesNotApply()),
    ("story", Records(())),
    ("story", exactly("once")),
]


@pytest.mark.parametrize(("question", "answer"), FITTING)
def test_an_answer_that_fits(question: str, answer: Answer):
    asked = CATALOGUE.dictionary.questions[question]
    assert fits(asked, answer, dictionary=CATALOGUE.dictionary, day=DAY)


@pytest.mark.parametrize(("question", "answer"), NOT_FITTING)
def test_an_answer_that_does_not_fit(question: str, answer: Answer):
    asked = CATALOGUE.dictionary.questions[question]
    assert not fits(asked, answer, dictionary=CATALOGUE.dictionary, day=DAY)
