"""Numbers typed by hand, read as a person of the language means them. Never guesses between two readings; no widget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Final

from ccsdesk.domain.answers import Span
from ccsdesk.domain.question import Kind
from ccsdesk.text.spans import CURRENCY, say_value
from ccsdesk.text.tables import SIGNS, UNITS
from ccsdesk.text.wanted import Misread, Wanted, fold
from ccsdesk.text.words import ENGLISH, EXACT, Words

MOST_DIGITS: Final = 24

_TIMES: Final = {
    "k": 3,
    "tisoc": 3,
    "thousand": 3,
    "mio": 6,
    "mio.": 6,
    "million": 6,
    "milijon": 6,
    "milijona": 6,
    "milijone": 6,
    "milijoni": 6,
    "milijonov": 6,
}
_CURRENCIES: Final = {
    "EUR": ("€", "eur", "euro", "euros", "evro", "evra", "evri", "evre", "evrov"),
}
_PERCENT: Final = ("%", "percent", "per cent", "odstotek", "odstotka", "odstotki", "odstotkov")
_TWO_NUMBERS: Final = re.compile(r"\d\s*(?:-|do|to|ali|or|in|and)\s*\d")
_ROUGHLY: Final = re.compile(
    r"(?:[~<>≈≥≤±]|(?:cca|ca|circa|okoli|okrog|okvirno|priblizno|pribl|skoraj|nad|pod|do|od|vec kot|manj kot"
    r"|vsaj|najvec|about|around|roughly|nearly|almost|over|under|up to|more than|less than|at least|at most)\b)"
    r"\D*\d"
)
_MORE: Final = re.compile(r"\d\D*(?:\+|ali vec|or more|and more)$")
_ROUND_CENTS: Final = re.compile(r"[.,]\s?-+$")
_PLAIN: Final = re.compile(r"(\d+)(?:[.,](\d*))?|[.,](\d+)")
_GROUPED: Final = {
    ".": re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d*))?"),
    ",": re.compile(r"([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?"),
    " ": re.compile(r"([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d*))?"),
    "'": re.compile(r"([1-9]\d{0,2}(?:'\d{3})+)(?:[.,](\d*))?"),
}
_NUMBERS_TO_SHOW: Final = (Decimal(12500), Decimal(250), Decimal(25), Decimal(12), Decimal(3))


def read_number(folded: str, wanted: Wanted, words: Words) -> Span | Misread:
    """The number in a folded text, with or without its unit; within the limits of the field."""
    with localcontext(EXACT):
        return _read_number(folded, wanted, words)


def _read_number(folded: str, wanted: Wanted, words: Words) -> Span | Misread:
    bare, power = _without_unit(folded, wanted, words)
    sign = -1 if bare.startswith("-") else 1
    digits = bare[1:].strip() if bare[:1] in {"+", "-"} else bare
    found = _readings(digits)
    if not found:
        return _no_number(folded, wanted, words)
    if sum(letter.isdigit() for letter in digits) > MOST_DIGITS:
        return Misread(
            words.say("This is too long; write it in {n} characters or fewer.", n=MOST_DIGITS)
        )
    own = _own_group(words)
    chosen = found.get(own) or found.get("") or next(iter(found.values()))
    value = sign * chosen.scaleb(power)
    if value != round(value, wanted.decimals) or _is_doubtful(found, chosen, power, wanted):
        return _not_so_fine(found, sign, wanted, words)
    return _in_range(round(value, wanted.decimals) + 0, wanted, words)


def _readings(digits: str) -> dict[str, Decimal]:
    """Every number the digits can be: by the sign between thousands, "" for one without."""
    found: dict[str, Decimal] = {}
    for sign, pattern in _GROUPED.items():
        match = pattern.fullmatch(digits)
        if match:
            whole = match.group(1).replace(sign, "")
            found[sign] = Decimal(f"{whole}.{match.group(2) or 0}")
    plain = _PLAIN.fullmatch(digits)
    if plain:
        found[""] = Decimal(f"{plain.group(1) or 0}.{plain.group(2) or plain.group(3) or 0}")
    return found


def _is_doubtful(found: Mapping[str, Decimal], chosen: Decimal, power: int, wanted: Wanted) -> bool:
    """Whether thousands may be meant: five in English is never asked for as "5.000"."""
    return len(set(found.values())) > 1 and chosen == found.get("") and wanted.decimals < 3 > power


def _own_group(words: Words) -> str:
    """The sign between thousands in the language."""
    return "," if "," in words.number(1000) else "."


def _without_unit(folded: str, wanted: Wanted, words: Words) -> tuple[str, int]:
    """The digits without unit and words for thousands, and the power of ten those stood for."""
    bare = _ROUND_CENTS.sub("", _cut(folded, tuple(_unit_words(wanted, words))))
    for word, power in _TIMES.items():
        shorter = _cut_end(bare, word)
        if shorter != bare:
            return shorter, power
    return bare, 0


def _cut(text: str, affixes: tuple[str, ...]) -> str:
    for affix in sorted(affixes, key=len, reverse=True):
        shorter = _cut_end(text, affix)
        if shorter != text:
            return shorter
        start = re.match(rf"([-+]?) ?{re.escape(affix)} ?(?=[-+.,\d])", text)
        if start:
            return start.group(1) + text[start.end() :]
    return text


def _cut_end(text: str, word: str) -> str:
    """Without `word`, which stands at the end after a figure or a space; a word stays whole."""
    cut = text.removesuffix(word)
    is_inside_word = cut[-1:].isalpha() and word[:1].isalpha()
    return text if cut == text or is_inside_word else cut.strip()


def _unit_words(wanted: Wanted, words: Words) -> Iterator[str]:
    unit = wanted.unit
    if wanted.kind is Kind.PERCENT or unit == "%":
        yield from _PERCENT
    elif wanted.kind is Kind.MONEY:
        currency = unit or CURRENCY
        yield from (currency.casefold(), *_CURRENCIES.get(currency, ()))
        yield fold(re.sub(r"[\d\s]", "", words.money(1, currency)))
    elif unit is not None:
        yield from (fold(unit), fold(SIGNS.get(unit, unit)))
        if unit in UNITS:
            for speaker in (words, Words(ENGLISH)):
                for n in (1, 2, 3, 5):
                    counted = fold(speaker.amount(n, unit)).lstrip("0123456789 ")
                    yield counted
                    if counted.endswith(("a", "i")):
                        # "za 3 mesece"
                        yield counted[:-1] + "e"


# what is said when it cannot be read


def _no_number(folded: str, wanted: Wanted, words: Words) -> Misread:
    if _TWO_NUMBERS.search(folded) or _ROUGHLY.match(folded) or _MORE.search(folded):
        return Misread(
            words.say("Write one number; if you know it only roughly, choose “Only roughly”.")
        )
    example = say_value(_example(wanted), wanted.kind, wanted.unit, words)
    return Misread(words.say("Write a number in figures, for example {example}.", example=example))


def _example(wanted: Wanted) -> Decimal:
    shown = _NUMBERS_TO_SHOW if wanted.kind is Kind.MONEY else _NUMBERS_TO_SHOW[2:]
    ends = (wanted.minimum, wanted.maximum)
    low, high = (end if isinstance(end, Decimal) else None for end in ends)
    for number in shown:
        if (low is None or low <= number) and (high is None or number <= high):
            return number
    return high if low is None and high is not None else low or Decimal(0)


def _not_so_fine(found: Mapping[str, Decimal], sign: int, wanted: Wanted, words: Words) -> Misread:
    thousands = [value for group, value in found.items() if group]
    if thousands and "" in found:
        meant = words.number(sign * thousands[0])
        return Misread(words.say("If you mean {number}, please write it that way.", number=meant))
    if not wanted.decimals:
        return Misread(words.say("Write a whole number, without decimals."))
    return Misread(
        words.count(
            "Write it with at most {n} decimal.",
            "Write it with at most {n} decimals.",
            wanted.decimals,
        )
    )


def _in_range(value: Decimal, wanted: Wanted, words: Words) -> Span | Misread:
    low, high = wanted.minimum, wanted.maximum
    said = say_value(value, wanted.kind, wanted.unit, words)
    if isinstance(low, Decimal) and value < low:
        least = say_value(low, wanted.kind, wanted.unit, words)
        return Misread(
            words.say("{value} is too little; the least here is {least}.", value=said, least=least)
        )
    if isinstance(high, Decimal) and value > high:
        most = say_value(high, wanted.kind, wanted.unit, words)
        return Misread(
            words.say("{value} is too much; the most here is {most}.", value=said, most=most)
        )
    return Span(value, value)
