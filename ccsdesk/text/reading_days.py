"""Days, months and years typed by hand. A day comes before its month; a year has four figures. No widget."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from ccsdesk.domain.answers import Span
from ccsdesk.domain.question import Kind
from ccsdesk.text.spans import say_value
from ccsdesk.text.wanted import Misread, Wanted, fold
from ccsdesk.text.words import ENGLISH, Words

_BETWEEN: Final = r" ?[./ -] ?"
_FORMS: Final = tuple(
    re.compile(form.replace("~", _BETWEEN) + r"\.?")
    for form in (
        r"(?P<year>\d{4})",
        r"(?P<month>\d{1,2})~(?P<year>\d{4})",
        r"(?P<year>\d{4})~(?P<month>\d{1,2})",
        r"(?P<day>\d{1,2})~(?P<month>\d{1,2})~(?P<year>\d{4})",
        r"(?P<year>\d{4})~(?P<month>\d{1,2})~(?P<day>\d{1,2})",
    )
)
_SHORT_YEAR: Final = re.compile(rf"\d{{1,2}}{_BETWEEN}\d{{1,2}}{_BETWEEN}'?\d{{1,3}}\.?")
_NO_YEAR: Final = re.compile(rf"\d{{1,2}}(?:{_BETWEEN}\d{{1,2}})?\.?")
_TOKEN: Final = re.compile(r"\d+|[a-z]+|[^\W\d]+")
_BETWEEN_TOKENS: Final = re.compile(r"[ .,/'-]*")
_FILLING: Final = frozenset({"leta", "letu", "leto", "l", "dne", "v", "the", "of", "in", "on"})
_WEEKDAYS: Final = frozenset(
    {"ponedeljek", "torek", "sreda", "cetrtek", "petek", "sobota", "nedelja"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_ROMAN: Final = {
    figure: month
    for month, figure in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1
    )
}
_ROMAN_FIVE: Final = re.compile(r"\d{1,2}[. /]+v[. /]+\d{4}\.?")
_SLOVENIAN: Final = "sl"
_BEGINNING: Final = 3
"""So many letters are enough for the name of a month."""
_SHOWN: Final = (3, 15)
"""Month and day of the example, wherever the limits allow it."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was typed, as numbers; None where it was left out."""

    year: int | None
    month: int | None = None
    day: int | None = None


def read_day(folded: str, wanted: Wanted, words: Words) -> Span | Misread:
    """The days a folded text may mean, within the limits of the field."""
    parts = _in_figures(folded) or _in_words(folded, words)
    if parts is None:
        return _no_day(folded, wanted, words)
    if parts.year is None:
        return Misread(
            words.say(
                "Write the year too, in four figures: {example}.", example=_example(wanted, words)
            )
        )
    if parts.month is not None and not 1 <= parts.month <= 12:
        return Misread(
            words.say(
                "There is no month {n}. Write the day first, then the month: {example}.",
                n=parts.month,
                example=_example(wanted, words),
            )
        )
    return _whole(parts, parts.year, wanted, words)


def _whole(parts: _Parts, year: int, wanted: Wanted, words: Words) -> Span | Misread:
    month, day = parts.month, parts.day
    if year < date.min.year:
        return _no_day("", wanted, words)
    if month is None:
        return _in_limits(Span(date(year, 1, 1), date(year, 12, 31)), wanted, words)
    days = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= days:
        return Misread(
            words.say(
                "This day does not exist: {month} has {n} days.",
                month=words.month(month, year),
                n=days,
            )
        )
    if day is None or wanted.kind is Kind.MONTH:
        return _in_limits(Span(date(year, month, 1), date(year, month, days)), wanted, words)
    return _in_limits(Span(date(year, month, day), date(year, month, day)), wanted, words)


def _in_figures(folded: str) -> _Parts | None:
    for form in _FORMS:
        match = form.fullmatch(folded)
        if match:
            figures = {name: int(figure) for name, figure in match.groupdict().items()}
            return _Parts(figures["year"], figures.get("month"), figures.get("day"))
    return None


def _in_words(folded: str, words: Words) -> _Parts | None:
    """As "15. marca 2027", "15th of March, 2027", "March 15 2027", "marec 2027"."""
    if _BETWEEN_TOKENS.fullmatch(_TOKEN.sub("", folded)) is None:
        return None
    found = _TOKEN.findall(folded)
    # "15. V. 2027" beside "v letu 2027"
    filling = _FILLING - {"v"} if _ROMAN_FIVE.fullmatch(folded) else _FILLING
    tokens = [token for token in found if token not in filling | _ENDINGS | _WEEKDAYS]
    figures = [token for token in tokens if token.isdigit()]
    names = [token for token in tokens if not token.isdigit()]
    month = _month_named(names[0], words) if len(names) == 1 else None
    if month is None:
        return _Parts(int(figures[0])) if _is_year_alone(figures, names) else None
    years = [int(figure) for figure in figures if len(figure) == 4]
    days = [int(figure) for figure in figures if len(figure) <= 2]
    if len(years) + len(days) != len(figures) or len(years) > 1:
        return None
    if not years:
        return _Parts(None) if len(days) <= 2 else None
    return _Parts(years[0], month, days[0] if days else None) if len(days) <= 1 else None


def _is_year_alone(figures: list[str], names: list[str]) -> bool:
    return not names and len(figures) == 1 and len(figures[0]) == 4


def _month_named(name: str, words: Words) -> int | None:
    if name in _ROMAN:
        return _ROMAN[name]
    if len(name) < _BEGINNING:
        return None
    found = {month for full, month in _month_names(words).items() if full.startswith(name)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=8)
def _month_names(words: Words) -> Mapping[str, int]:
    """The names of the months in the person's language, Slovenian and English."""
    names: dict[str, int] = {}
    speakers = [
        words,
        *(Words(other) for other in (_SLOVENIAN, ENGLISH) if other != words.language),
    ]
    for speaker in speakers:
        for month in range(1, 13):
            alone, inside = (fold(speaker.month(month, inline=way)) for way in (False, True))
            names[alone] = names[inside] = names[fold(speaker.short_month(month))] = month
            if inside != alone and inside.endswith("a"):
                # "v marcu 2027"
                names[inside[:-1] + "u"] = month
    return names


def _in_limits(span: Span, wanted: Wanted, words: Words) -> Span | Misread:
    """As much of the span as the limits allow."""
    low, high = span.low, span.high
    least, most = wanted.minimum, wanted.maximum
    if not isinstance(low, date) or not isinstance(high, date):
        message = f"{span!r} has open ends"
        raise TypeError(message)
    if isinstance(least, date):
        if high < least:
            earliest = say_value(least, wanted.kind, None, words)
            return Misread(
                words.say("This is too early; the earliest here is {day}.", day=earliest)
            )
        low = max(low, least)
    if isinstance(most, date):
        if low > most:
            latest = say_value(most, wanted.kind, None, words)
            return Misread(words.say("This is too late; the latest here is {day}.", day=latest))
        high = min(high, most)
    return Span(low, high)


def _no_day(folded: str, wanted: Wanted, words: Words) -> Misread:
    example = _example(wanted, words)
    if _SHORT_YEAR.fullmatch(folded) or _NO_YEAR.fullmatch(folded):
        return Misread(
            words.say("Write the year too, in four figures: {example}.", example=example)
        )
    if wanted.kind is Kind.MONTH:
        return Misread(
            words.say("Write a month and a year, for example {example}.", example=example)
        )
    return Misread(words.say("Write a day, for example {example}.", example=example))


def _example(wanted: Wanted, words: Words) -> str:
    return say_value(example_day(wanted), wanted.kind, None, words)


def example_day(wanted: Wanted) -> date:
    """A day to show how it is written: 15 March of a year that fits, else a day at the edge."""
    least, most = wanted.minimum, wanted.maximum
    low = least if isinstance(least, date) else date.min
    high = most if isinstance(most, date) else date.max
    for year in (2027, high.year, high.year - 1):
        if year >= 1 and low <= date(year, *_SHOWN) <= high:
            return date(year, *_SHOWN)
    return high if isinstance(most, date) else low
