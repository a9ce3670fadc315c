"""An answer as a person would say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
    exactly,
)
from ccsdesk.domain.question import Kind
from ccsdesk.report.answers_in_words import AnswerWords
from ccsdesk.text import Words
from tests.support.plans import catalogue
from tests.support.small_questions import PLACES, questions

QUESTIONS = questions()
DICTIONARY = catalogue({}).dictionary


def _span(low: object, high: object) -> Amounts:
    def ordered(value: object) -> Decimal | date | None:
        return (
            Decimal(value) if isinstance(value, int) else value if isinstance(value, date) else None
        )

    return Amounts((Span(ordered(low), ordered(high)),))


@pytest.mark.parametrize(
    ("question", "answer", "sl", "en"),
    [
        ("legal_form", exactly("sp"), "s. p.", "sole trader (s.p.)"),
        (
            "legal_form",
            Choice(frozenset({"doo", "sp"})),
            "s. p. ali d. o. o.",
            "sole trader (s.p.) or limited company (d.o.o.)",
        ),
        ("legal_form", DontKnow(), "ne vem", "I don't know"),
        ("legal_form", None, "brez odgovora", "not asked"),
        ("loan", DoesNotApply(), "zame ne velja", "does not apply"),
        ("debts", exactly("no"), "ne", "no"),
        ("debts", Choice(frozenset({"no", "yes"})), "da ali ne", "yes or no"),
        ("employees", _span(10, 49), "od 10 do 49 oseb", "10 to 49 people"),
        ("employees", exactly(Decimal(2)), "2 osebi", "2 people"),
        ("revenue", _span(5000, None), "vsaj 5.000\u00a0€", "at least €5,000"),
        ("revenue", _span(None, 5000), "največ 5.000\u00a0€", "at most €5,000"),
        ("own_share", exactly(Decimal("12.5")), "12,5\u00a0%", "12.5%"),
        ("registered", exactly(date(2025, 3, 10)), "10. marec 2025", "10 March 2025"),
        ("registered", _span(date(2025, 3, 1), date(2025, 3, 31)), "marec 2025", "March 2025"),
        (
            "registered",
            _span(date(2025, 3, 1), date(2025, 4, 2)),
            "od 1. marca 2025 do 2. aprila 2025",
            "between 1 March 2025 and 2 April 2025",
        ),
        (
            "registered",
            _span(date(2025, 3, 1), None),
            "1. marec 2025 ali pozneje",
            "1 March 2025 or later",
        ),
        (
            "registered",
            _span(None, date(2025, 3, 1)),
            "1. marec 2025 ali prej",
            "1 March 2025 or earlier",
        ),
        ("goals", Selection(frozenset({frozenset()})), "nič od tega", "none of these"),
        (
            "goals",
            Selection(frozenset({frozenset({"create", "learn"})})),
            "učenje in ustvarjanje",
            "learning and creating",
        ),
        (
            "goals",
            Selection(frozenset({frozenset({"create"}), frozenset({"learn"})})),
            "ustvarjanje; ali učenje",
            "creating; or learning",
        ),
        (
            "registered",
            _span(date(2021, 1, 1), date(2021, 12, 31)),
            "v letu 2021",
            "some day in 2021",
        ),
        ("seat", exactly("ljubljana"), "Ljubljana", "Ljubljana"),
        (
            "seat",
            Choice(frozenset({"ljubljana", "skofljica"})),
            "Ljubljanska urbana regija",
            "Ljubljana Urban Region",
        ),
        (
            "seat",
            Choice(frozenset({"maribor", "skofljica"})),
            "Maribor ali Škofljica",
            "Maribor or Škofljica",
        ),
        ("story", Written("Foto & <b>film</b>"), "Foto & <b>film</b>", "Foto & <b>film</b>"),
        ("aid", Records(()), "nič", "none"),
        (
            "aid",
            Records(({"giver": Written("SPS"), "amount": exactly(Decimal(1500))},)),
            "SPS, znesek: 1.500\u00a0€",
            "SPS, amount: €1,500",
        ),
    ],
)
def test_an_answer_is_said_in_both_languages(
    question: str, answer: Answer | None, sl: str, en: str
) -> None:
    for language, said in (("sl", sl), ("en", en)):
        assert (
            AnswerWords(Words(language, first="sl"), DICTIONARY).answer(QUESTIONS[question], answer)
            == said
        )


def test_several_ranges_are_joined() -> None:
    spans = Amounts((Span(Decimal(1), Decimal(2)), Span(Decimal(9), None)))
    said = AnswerWords(Words("en"), DICTIONARY).answer(QUESTIONS["employees"], spans)
    assert said == "1 to 2 people or at least 9 people"


def test_a_yes_or_no_is_said_as_its_statement_where_there_is_one() -> None:
    speaker = AnswerWords(Words("en"), DICTIONARY)
    assert speaker.said(QUESTIONS["debts"], exactly("no")) == "taxes and contributions are paid"
    assert speaker.said(QUESTIONS["loan"], exactly("no")) == "open loan: no"
    assert speaker.said(QUESTIONS["debts"], DontKnow()) == "overdue debts: I don't know"


def test_a_long_list_ends_with_the_number_of_others() -> None:
    rows = tuple({"giver": Written(f"giver {number}")} for number in range(9))
    said = AnswerWords(Words("sl"), DICTIONARY).answer(QUESTIONS["aid"], Records(rows))
    assert said.endswith("giver 4; še 4")


def test_places_are_named_in_alphabetical_order() -> None:
    question = replace(QUESTIONS["seat"], kind=Kind.PLACE)
    answer = Choice(frozenset(PLACES) - {"si", "lur"})
    assert AnswerWords(Words("sl"), DICTIONARY).answer(question, answer) == "Slovenija"
