"""Numbers, amounts, lengths of time and days as they stand in the sentence of a condition.

As `ccsdesk.text` writes them, but without loading Babel: conditions are put into words when a catalogue is compiled.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ccsdesk.rules.language.types import PLURALS
from ccsdesk.rules.language.wording import Case, Wording

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}
_SYMBOLS = {"m2": "m²", "m3": "m³"}
_MINUS = "−"


def figure(value: Decimal, words: Wording) -> str:
    """A number with the separators of the language and no trailing zeros."""
    plain = format(abs(value), "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    whole, _, rest = plain.partition(".")
    thousands, decimal = words.separators
    said = f"{int(whole):,}".replace(",", thousands)
    if rest:
        said = f"{said}{decimal}{rest}"
    return f"{_MINUS}{said}" if value < 0 and said != "0" else said


def amount(value: Decimal, unit: str | None, currency: str, words: Wording) -> str:
    """A number with its unit."""
    if unit is None:
        return figure(value, words)
    if unit == "%":
        return words.percent.format(number=figure(value, words))
    if unit == currency:
        return _money(value, currency, words)
    unit = PLURALS.get(unit, unit)
    forms = words.units.get(unit)
    if forms is None:
        return f"{figure(value, words)} {_SYMBOLS.get(unit, unit)}"
    whole = value == value.to_integral_value()
    form = forms[words.plural(abs(int(value)))] if whole else forms[-1]
    return f"{figure(value, words)} {form}"


def _money(value: Decimal, currency: str, words: Wording) -> str:
    cents = value if value == value.to_integral_value() else value.quantize(Decimal("0.01"))
    number = figure(abs(cents), words)
    decimal = words.separators[1]
    if decimal in number and len(number.partition(decimal)[2]) == 1:
        number = f"{number}0"
    sign = _SIGNS.get(currency)
    template = words.money if sign else words.money_in_letters
    said = template.format(number=number, sign=sign or currency)
    return f"{_MINUS}{said}" if value < 0 else said


def day(value: date, case: Case, words: Wording) -> str:
    """A day, its month in the form the sentence needs."""
    month = words.months[case][value.month - 1]
    return words.day.format(day=value.day, month=month, year=value.year)
