"""Numbers and days typed by hand: what they mean, what is said when they mean nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.answers import Span
from ccsdesk.domain.question import Kind
from ccsdesk.text import Words
from ccsdesk.text.reading import LONGEST, Misread, Wanted, read, write, write_end
from ccsdesk.text.spans import say_span, say_value

SL, EN = Words("sl"), Words("en")
BOTH = pytest.mark.parametrize("words", [SL, EN], ids=["sl", "en"])
LANGUAGES = st.sampled_from([SL, EN])

MONEY = Wanted(Kind.MONEY, Decimal(0), Decimal(500_000_000), unit="EUR")
CENTS = Wanted(Kind.MONEY, Decimal(-1000), Decimal(500_000_000), decimals=2, unit="EUR")
PERCENT = Wanted(Kind.PERCENT, Decimal(-1000), Decimal(100), unit="%")
MONTHS = Wanted(Kind.NUMBER, Decimal(0), Decimal(240), unit="months")
FINE = Wanted(Kind.NUMBER, Decimal(-10000), Decimal(10000), decimals=3)
SQUARE = Wanted(Kind.NUMBER, Decimal(0), Decimal(10000), decimals=1, unit="m2")
DAY = Wanted(Kind.DATE, date(1900, 1, 1), date(2040, 12, 31))
PAST = Wanted(Kind.DATE, date(1900, 1, 1), date(2026, 11, 22))
MONTH = Wanted(Kind.MONTH, date(1980, 1, 1), date(2040, 12, 31))


def number(value: str) -> Span:
    return Span(Decimal(value), Decimal(value))


def days(low: tuple[int, int, int], high: tuple[int, int, int] | None = None) -> Span:
    return Span(date(*low), date(*(high or low)))


def why_not(text: str, wanted: Wanted, words: Words = EN) -> str:
    found = read(text, wanted, words)
    assert isinstance(found, Misread)
    return found.sentence


# numbers


@BOTH
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", "5"),
        ("007", "7"),
        ("+5", "5"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("– 5", "-5"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234.5", "1234.5"),
        ("1\u202f234\u2009567", "1234567"),
        ("1'234.50", "1234.5"),
        ("1’234", "1234"),
        ("1.234.567", "1234567"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (",5", "0.5"),
        ("0.500", "0.5"),
        ("5,", "5"),
        ("5,–", "5"),
        ("5.000,00 €", "5000"),
        ("€5", "5"),
        ("-€5", "-5"),
        ("€ -5", "-5"),
        ("5 EUR", "5"),
        ("5 evrov", "5"),
        ("5 euros", "5"),
        ("€5k", "5000"),
        ("5 tisoč evrov", "5000"),
        ("1,5 mio", "1500000"),
        ("2 milijona €", "2000000"),
        ("２５", "25"),
        ("\u200e25\u200f", "25"),
        ("\t 25\n", "25"),
    ],
)
def test_one_meaning_is_read_in_either_language(words: Words, text: str, value: str) -> None:
    assert read(text, CENTS, words) == number(value)


@pytest.mark.parametrize(
    ("text", "in_slovenian", "in_english"),
    [("1.234", "1234", "1.234"), ("1,234", "1.234", "1234"), ("5.000", "5000", "5")],
)
def test_what_can_mean_two_numbers_follows_the_language(
    text: str, in_slovenian: str, in_english: str
) -> None:
    assert read(text, FINE, SL) == number(in_slovenian)
    assert read(text, FINE, EN) == number(in_english)


def test_a_foreign_thousand_is_asked_back_instead_of_read_as_a_small_number() -> None:
    assert why_not("5.000 €", MONEY) == "If you mean 5,000, please write it that way."
    assert why_not("1.234", CENTS) == "If you mean 1,234, please write it that way."
    assert why_not("5,000", MONEY, SL) == SL.say(
        "If you mean {number}, please write it that way.", number="5.000"
    )


@BOTH
@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("25 %", PERCENT, "25"),
        ("25%", PERCENT, "25"),
        ("-12 odstotkov", PERCENT, "-12"),
        ("25 percent", PERCENT, "25"),
        ("3 months", MONTHS, "3"),
        ("12 m²", SQUARE, "12"),
        ("12,5 m2", SQUARE, "12.5"),
    ],
)
def test_the_unit_may_be_typed_too(words: Words, text: str, wanted: Wanted, value: str) -> None:
    assert read(text, wanted, words) == number(value)


def test_units_are_known_in_the_forms_of_the_language() -> None:
    forms = ("1 mesec", "2 meseca", "3 mesece", "3 meseci", "5 mesecev")
    assert [read(text, MONTHS, SL) for text in forms] == [number(text[0]) for text in forms]


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "5 jabolk",
        "$5",
        "5 %",
        "-",
        ".",
        "1.23.456",
        "1,23,456",
        "12 34",
        "1e5",
        "5²",
        "½",
        "5km",
        "٫",
        "NaN",
        "Infinity",
        "--5",
        "5-",
        "\ud800",
        "🎻",
        "5 5",
    ],
)
def test_what_is_no_number_is_told_with_an_example(words: Words, text: str) -> None:
    example = words.money(12500)
    told = words.say("Write a number in figures, for example {example}.", example=example)
    assert why_not(text, MONEY, words) == told


@BOTH
@pytest.mark.parametrize("text", ["5-10", "5 – 10", "5 do 10", "5 to 10", "10 ali 20"])
def test_two_numbers_point_to_the_rough_answer(words: Words, text: str) -> None:
    told = words.say("Write one number; if you know it only roughly, choose “Only roughly”.")
    assert why_not(text, MONEY, words) == told


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "cca 500",
        "približno 500 €",
        "about 500",
        "~500",
        "> 500",
        "več kot 500",
        "500+",
        "500 or more",
    ],
)
def test_a_rough_number_points_to_the_rough_answer(words: Words, text: str) -> None:
    told = words.say("Write one number; if you know it only roughly, choose “Only roughly”.")
    assert why_not(text, MONEY, words) == told


def test_what_is_too_fine_or_out_of_range_is_told() -> None:
    assert why_not("2.5", MONEY) == "Write a whole number, without decimals."
    assert why_not("2.55", SQUARE) == "Write it with at most 1 decimal."
    assert why_not("2.5555", FINE) == "Write it with at most 3 decimals."
    assert why_not("-1", MONEY) == "−€1 is too little; the least here is €0."
    assert why_not("300", MONTHS) == "300 months is too much; the most here is 240 months."
    assert why_not("1,000 mio", MONEY).startswith("€1,000,000,000 is too much")


@BOTH
@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"])
def test_nothing_typed_is_nothing(words: Words, text: str) -> None:
    assert read(text, MONEY, words) is None
    assert read(text, DAY, words) is None


@BOTH
def test_a_pasted_book_is_refused_at_once(words: Words) -> None:
    told = words.say("This is too long; write it in {n} characters or fewer.", n=LONGEST)
    assert why_not("1" * 2_000_000, MONEY, words) == told
    assert why_not("word " * 400_000, DAY, words) == told


@given(LANGUAGES, st.decimals(-1000, 1_000_000, places=2))
def test_money_that_was_written_is_read(words: Words, value: Decimal) -> None:
    assert read(words.money(value), CENTS, words) == Span(value, value)
    assert read(words.number(value), CENTS, words) == Span(value, value)


@given(LANGUAGES, st.integers(0, 3), st.decimals(-10000, 10000, places=3))
def test_a_number_that_was_written_is_read(words: Words, places: int, value: Decimal) -> None:
    shown = round(value, places)
    assert read(words.number(shown), FINE, words) == Span(shown, shown)


@given(LANGUAGES, st.integers(0, 240))
def test_a_number_with_its_unit_that_was_written_is_read(words: Words, value: int) -> None:
    said = say_value(Decimal(value), Kind.NUMBER, "months", words)
    assert read(said, MONTHS, words) == Span(Decimal(value), Decimal(value))


@given(LANGUAGES, st.decimals(-1000, 100, places=0))
def test_a_percentage_that_was_written_is_read(words: Words, value: Decimal) -> None:
    assert read(words.percent(value), PERCENT, words) == Span(value, value)


@given(LANGUAGES, st.sampled_from([MONEY, CENTS, FINE, PERCENT, DAY, MONTH]), st.text())
def test_any_text_is_read_or_told(words: Words, wanted: Wanted, text: str) -> None:
    found = read(text, wanted, words)
    assert isinstance(found, Span | Misread) or not text.strip()


# days


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "15.3.2027",
        "15. 3. 2027",
        "15. 03. 2027.",
        "15.03.2027",
        "15 3 2027",
        "15. marca 2027",
        "15. marec 2027",
        "15 MARCA 2027",
        "15. mar. 2027",
        "dne 15. marca leta 2027",
        "15 March 2027",
        "15th March 2027",
        "the 15th of March, 2027",
        "March 15 2027",
        "March 15, 2027",
        "mar-15-2027",
        "2027-03-15",
        "2027-3-15",
        "2027. 3. 15.",
        "2027 March 15",
        "15/3/2027",
        "15-3-2027",
        "15\u00a0.\u00a03. 2027",
        "１５. ３. ２０２７",
    ],
)
def test_a_day_is_read_in_either_language(words: Words, text: str) -> None:
    assert read(text, DAY, words) == days((2027, 3, 15))


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "3/2027",
        "3. 2027",
        "03.2027",
        "marec 2027",
        "marca 2027",
        "v marcu 2027",
        "March 2027",
        "mar 2027",
        "2027 marec",
        "2027-03",
        "2027 3",
    ],
)
def test_a_month_alone_is_any_of_its_days(words: Words, text: str) -> None:
    whole = days((2027, 3, 1), (2027, 3, 31))
    assert read(text, DAY, words) == whole
    assert read(text, MONTH, words) == whole


@BOTH
@pytest.mark.parametrize("text", ["2027", "2027.", "leta 2027", "in 2027"])
def test_a_year_alone_is_any_of_its_days(words: Words, text: str) -> None:
    assert read(text, DAY, words) == days((2027, 1, 1), (2027, 12, 31))


@BOTH
def test_a_month_or_year_is_cut_to_the_limits(words: Words) -> None:
    assert read("11/2026", PAST, words) == days((2026, 11, 1), (2026, 11, 22))
    assert read("2026", PAST, words) == days((2026, 1, 1), (2026, 11, 22))


@BOTH
def test_a_day_typed_where_a_month_is_asked_is_its_month(words: Words) -> None:
    assert read("15. 3. 2027", MONTH, words) == days((2027, 3, 1), (2027, 3, 31))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31.2.2027", "This day does not exist: February 2027 has 28 days."),
        ("29. februar 2026", "This day does not exist: February 2026 has 28 days."),
        ("0.3.2027", "This day does not exist: March 2027 has 31 days."),
        ("32/3/2027", "This day does not exist: March 2027 has 31 days."),
        ("3/15/2027", "There is no month 15. Write the day first, then the month: 15 March 2027."),
        ("0/2027", "There is no month 0. Write the day first, then the month: 15 March 2027."),
        ("15.3.27", "Write the year too, in four figures: 15 March 2027."),
        ("15.3.'27", "Write the year too, in four figures: 15 March 2027."),
        ("15. 3.", "Write the year too, in four figures: 15 March 2027."),
        ("3/27", "Write the year too, in four figures: 15 March 2027."),
        ("27", "Write the year too, in four figures: 15 March 2027."),
        ("15. marca", "Write the year too, in four figures: 15 March 2027."),
        ("March 27", "Write the year too, in four figures: 15 March 2027."),
        ("15 March 27", "Write the year too, in four figures: 15 March 2027."),
        ("soon", "Write a day, for example 15 March 2027."),
        ("15. marketing 2027", "Write a day, for example 15 March 2027."),
        ("ma 2027", "Write a day, for example 15 March 2027."),
        ("15 March April 2027", "Write a day, for example 15 March 2027."),
        ("15 16 March 2027", "Write a day, for example 15 March 2027."),
        ("15. 3. 2027!", "Write a day, for example 15 March 2027."),
        ("20270315", "Write a day, for example 15 March 2027."),
        ("0000", "Write a day, for example 15 March 2027."),
        ("1.1.1899", "This is too early; the earliest here is 1 January 1900."),
        ("2041", "This is too late; the latest here is 31 December 2040."),
    ],
)
def test_what_is_no_day_is_told(text: str, told: str) -> None:
    assert why_not(text, DAY) == told


def test_the_example_fits_the_limits() -> None:
    assert why_not("soon", PAST) == "Write a day, for example 15 March 2026."
    assert why_not("soon", MONTH) == "Write a month and a year, for example March 2027."
    edge = Wanted(Kind.DATE, date(2026, 11, 20), date(2026, 11, 22))
    assert why_not("soon", edge) == "Write a day, for example 22 November 2026."


@given(LANGUAGES, LANGUAGES, st.booleans(), st.dates(date(1900, 1, 1), date(2040, 12, 31)))
def test_a_day_that_was_written_is_read_in_any_language(
    writer: Words,
    reader: Words,
    inline: bool,  # noqa: FBT001 - drawn by hypothesis
    day: date,
) -> None:
    assert read(writer.day(day, inline=inline), DAY, reader) == Span(day, day)
    assert read(day.isoformat(), DAY, reader) == Span(day, day)
    month = read(writer.month(day.month, day.year, inline=inline), DAY, reader)
    assert isinstance(month, Span)
    assert month.low == day.replace(day=1)


# said back


@pytest.mark.parametrize(
    ("span", "wanted", "said"),
    [
        (number("1234"), MONEY, "€1,234"),
        (number("25"), PERCENT, "25%"),
        (Span(Decimal(10), Decimal(49)), MONTHS, "10 to 49 months"),
        (Span(Decimal(10), None), MONTHS, "at least 10 months"),
        (Span(None, Decimal(1)), MONTHS, "at most 1 month"),
        (Span(None, None), MONTHS, "I don't know"),
        (days((2027, 3, 15)), DAY, "15 March 2027"),
        (days((2027, 3, 1), (2027, 3, 31)), DAY, "March 2027"),
        (days((2027, 3, 1), (2027, 3, 31)), MONTH, "March 2027"),
        (days((2027, 3, 2), (2027, 3, 9)), MONTH, "March 2027"),
        (days((2027, 1, 1), (2027, 12, 31)), DAY, "some day in 2027"),
        (days((2027, 3, 1), (2027, 4, 2)), DAY, "between 1 March 2027 and 2 April 2027"),
        (Span(date(2027, 3, 1), None), DAY, "1 March 2027 or later"),
        (Span(None, date(2027, 3, 1)), MONTH, "March 2027 or earlier"),
    ],
)
def test_what_was_read_is_said_back(span: Span, wanted: Wanted, said: str) -> None:
    assert say_span(span, wanted.kind, wanted.unit, EN) == said


# written into a field


@BOTH
@pytest.mark.parametrize(
    ("span", "wanted", "in_slovenian", "in_english"),
    [
        (number("1234.5"), CENTS, "1.234,5", "1,234.5"),
        (number("-3"), PERCENT, "-3", "-3"),
        (days((2027, 3, 15)), DAY, "15. marec 2027", "15 March 2027"),
        (days((2027, 3, 1), (2027, 3, 31)), DAY, "marec 2027", "March 2027"),
        (days((2027, 3, 1), (2027, 3, 31)), MONTH, "marec 2027", "March 2027"),
        (days((2027, 1, 1), (2027, 12, 31)), DAY, "2027", "2027"),
        (days((2026, 11, 1), (2026, 11, 22)), PAST, "november 2026", "November 2026"),
    ],
)
def test_an_answer_is_written_as_it_would_be_typed(
    words: Words, span: Span, wanted: Wanted, in_slovenian: str, in_english: str
) -> None:
    assert write(span, wanted, words) == (in_slovenian if words is SL else in_english)


@pytest.mark.parametrize(
    ("span", "wanted"),
    [
        (Span(Decimal(1), Decimal(2)), MONEY),
        (Span(None, Decimal(2)), MONEY),
        (Span(Decimal(1), None), MONEY),
        (days((2027, 3, 1), (2027, 3, 30)), DAY),
        (days((2027, 3, 15)), MONTH),
        (number("501000000"), MONEY),
    ],
)
def test_what_no_single_text_says_is_not_written(span: Span, wanted: Wanted) -> None:
    assert write(span, wanted, EN) is None


@given(
    LANGUAGES,
    st.decimals(-1000, 1_000_000, places=2) | st.dates(date(1900, 1, 1), date(2040, 1, 1)),
)
def test_an_end_that_was_written_is_read(words: Words, end: Decimal | date) -> None:
    wanted = DAY if isinstance(end, date) else CENTS
    assert read(write_end(end, words), wanted, words) == Span(end, end)
