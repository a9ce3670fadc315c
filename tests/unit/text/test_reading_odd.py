"""Numbers and days as hardly anybody types them: read where they can only mean one thing, refused in a sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.domain.answers import Span
from ccsdesk.domain.question import Kind
from ccsdesk.text import Words
from ccsdesk.text.reading import Misread, Wanted, read

BOTH = pytest.mark.parametrize("words", [Words("sl"), Words("en")], ids=["sl", "en"])
DAY = Wanted(Kind.DATE, date(1900, 1, 1), date(2040, 12, 31))
MONEY = Wanted(Kind.MONEY, Decimal(0), Decimal(500_000_000), decimals=2, unit="EUR")
PERCENT = Wanted(Kind.PERCENT, Decimal(-1000), Decimal(100), decimals=1, unit="%")
PEOPLE = Wanted(Kind.NUMBER, Decimal(0), Decimal(240), unit="people")
HOURS = Wanted(Kind.NUMBER, Decimal(0), Decimal(240), decimals=3)


@BOTH
@pytest.mark.parametrize("wanted", [MONEY, PERCENT, PEOPLE, HOURS])
@pytest.mark.parametrize("text", ["9" * 22, "9" * 24, "9" * 24 + " mio", "9" * 21 + ",1", "9" * 60])
def test_the_longest_numbers_are_refused_in_a_sentence(
    text: str, wanted: Wanted, words: Words
) -> None:
    assert isinstance(read(text, wanted, words), Misread)


@BOTH
def test_a_number_of_too_many_figures_is_not_said_to_lack_them(words: Words) -> None:
    found = read("9" * 30, MONEY, words)
    assert isinstance(found, Misread)
    assert "24" in found.sentence


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "15. III. 2027",
        "15/iii/2027",
        "ponedeljek, 15. marec 2027",
        "v ponedeljek, 15. marca 2027",
        "Monday, 15 March 2027",
    ],
)
def test_a_day_may_have_its_name_and_a_roman_month(words: Words, text: str) -> None:
    assert read(text, DAY, words) == Span(date(2027, 3, 15), date(2027, 3, 15))


@BOTH
@pytest.mark.parametrize(
    ("text", "month"), [("1. I. 2027", 1), ("1. V. 2027", 5), ("1 v 2027", 5), ("1. XII. 2027", 12)]
)
def test_one_letter_is_enough_for_a_roman_month(words: Words, text: str, month: int) -> None:
    assert read(text, DAY, words) == Span(date(2027, month, 1), date(2027, month, 1))
