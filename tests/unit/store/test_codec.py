"""Answers survive the store exactly."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Choice,
    DontKnow,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.store.codec import UnreadableError, decode, decode_wishes, encode, encode_wishes
from tests.support.answers import answers, wishes


@given(answers())
def test_every_answer_comes_back_as_it_was(answer: Answer):
    assert decode(encode(answer)) == answer


@given(answers())
def test_whatever_is_written_is_text_that_a_file_can_hold(answer: Answer):
    assert encode(answer).encode("utf-8").decode("utf-8") == encode(answer)


@given(wishes())
def test_wishes_come_back_as_they_were(wanted: PlanWishes):
    assert decode_wishes(encode_wishes(wanted)) == wanted


@pytest.mark.parametrize("written", ["0.10", "1E+3", "-0", "12345678901234567890.123456789"])
def test_a_number_keeps_every_digit_it_was_given(written: str):
    number = Decimal(written)
    back = decode(encode(Amounts((Span(number, None),))))
    assert isinstance(back, Amounts)
    assert str(back.spans[0].low) == written


def test_slovenian_letters_are_stored_as_letters():
    assert encode(Written("Čebelji žlebič")) == '{"is":"written","text":"Čebelji žlebič"}'


def test_equal_answers_are_stored_as_equal_text():
    one = Selection(frozenset({frozenset("ab"), frozenset("c")}))
    other = Selection(frozenset({frozenset("c"), frozenset("ba")}))
    assert encode(one) == encode(other)


def test_no_selection_and_an_empty_selection_are_different():
    nothing_chosen = Selection(frozenset({frozenset()}))
    assert decode(encode(nothing_chosen)) == nothing_chosen
    assert encode(nothing_chosen) != encode(DontKnow())
    assert encode(Records(())) != encode(nothing_chosen)


@pytest.mark.parametrize(
    "end",
    [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity"), datetime(2026, 1, 1)],  # noqa: DTZ001
)
def test_what_is_no_answer_is_not_stored(end: Decimal | date):
    with pytest.raises(ValueError, match="never"):
        encode(Amounts((Span(end, None),)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "null",
        "[]",
        "{}",
        '{"is":"magic"}',
        '{"is":"dont_know","more":1}',
        '{"is":"choice","options":[]}',
        '{"is":"choice","options":"ab"}',
        '{"is":"choice","options":[1]}',
        '{"is":"selection","possible":[]}',
        '{"is":"selection","possible":["ab"]}',
        '{"is":"amounts","spans":[]}',
        '{"is":"amounts","spans":[[1,2]]}',
        '{"is":"amounts","spans":[[{"number":"NaN"},null]]}',
        '{"is":"amounts","spans":[[{"number":"sNaN"},null]]}',
        '{"is":"amounts","spans":[[{"number":"two"},null]]}',
        '{"is":"amounts","spans":[[{"day":"2026-02-30"},null]]}',
        '{"is":"amounts","spans":[[null]]}',
        '{"is":"written","text":null}',
        '{"is":"records","rows":[1]}',
        '{"is":"records","rows":[{"a":{"is":"records","rows":[]}}]}',
        "[" * 100_000,
    ],
)
def test_what_was_never_written_is_refused(text: str):
    with pytest.raises(UnreadableError):
        decode(text)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"chosen":"a","notes":{}}',
        '{"chosen":[1],"notes":{}}',
        '{"chosen":null}',
        '{"chosen":null,"notes":{},"more":{}}',
        '{"chosen":null,"notes":{},"dates":[]}',
        '{"chosen":null,"notes":{},"dates":{"a":5}}',
        '{"chosen":null,"notes":{},"dates":{"a":"2026-02-30"}}',
    ],
)
def test_wishes_that_were_never_written_are_refused(text: str):
    with pytest.raises(UnreadableError):
        decode_wishes(text)


def test_wishes_from_before_there_were_own_days_still_open():
    assert decode_wishes('{"chosen":["a"],"notes":{"a":"x"}}') == PlanWishes(("a",), {"a": "x"})


@given(st.text())
def test_reading_any_text_answers_or_refuses_and_never_breaks(text: str):
    try:
        decode(text)
    except UnreadableError:
        return
    pytest.fail("random text was taken for an answer")


def test_an_option_may_look_like_a_tag():
    answer = Choice(frozenset({"dont_know"}))
    assert decode(encode(answer)) == answer
