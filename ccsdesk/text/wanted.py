"""What a field takes, what is wrong with a text typed into it, and typed text made plain to compare. Reads nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ccsdesk.domain.answers import Ordered
from ccsdesk.domain.question import Kind

NOT_PLAIN = re.compile(r"[^ -~]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a field takes: its kind and limits, both allowed; `unit` of money is its currency."""

    kind: Kind
    minimum: Ordered | None = None
    maximum: Ordered | None = None
    decimals: int = 0
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text is no answer: one sentence in the person's language, with what to do."""

    sentence: str


def fold(text: str) -> str:
    """Small letters without accents, plain spaces, minus signs and digits; cheap to compare."""
    parted = unicodedata.normalize("NFD", text.casefold())
    plain = NOT_PLAIN.sub(lambda found: _plain_sign(found[0]), parted)
    return re.sub(r" +", " ", plain).strip()


def _plain_sign(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    if category == "Pd" or letter == "\u2212":
        return "-"
    if letter in "\u2019\u02bc":
        return "'"
    # marks of accents and of direction say nothing here
    return "" if category in {"Mn", "Cf"} else letter
