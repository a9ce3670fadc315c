"""Numbers with units and days out of text, and the frame a file is read in. Without pydantic, for a quick start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_QUANTITY = re.compile(
    r"(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)( million)?(?: (%|[A-Za-z][A-Za-z0-9_]*))?"
)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Frame:
    """What every form of a catalogue must know: its languages (first is the default) and its currency."""

    languages: tuple[str, ...]
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, or None for a bare number."""

    value: Decimal
    unit: str | None


def day_of(text: str) -> date | None:
    """The day `YYYY-MM-DD`, or None if the text is not one that exists."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def quantity_of(text: str) -> Quantity | None:
    """`72000 EUR`, `2 million EUR`, `60 %`, `12 months`, `5`; None if the text is nothing of the kind."""
    found = _QUANTITY.fullmatch(text)
    if not found:
        return None
    number, million, unit = found.groups()
    value = Decimal(number) * (1_000_000 if million else 1)
    return Quantity(value, unit)
