"""Questions as data: what is asked, how it may be answered, when it is asked. No widget, no rule engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Texts: TypeAlias = Mapping[str, str]
"""A text in every language of the catalogue, by language code."""


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    SEVERAL = "several"
    SCALE = "scale"
    YES_NO = "yes_no"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    MONTH = "month"
    PLACE = "place"
    TEXT = "text"
    TABLE = "table"


ORDERED_KINDS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.MONTH})
DAY_KINDS = frozenset({Kind.DATE, Kind.MONTH})


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice; `parent` and `code` where the options form a code tree."""

    id: str
    text: Texts
    parent: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the tree of places; `kind` is the catalogue's own word (state, region, municipality ...)."""

    id: str
    name: Texts
    kind: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Changeable:
    """What a firm can do about a fact.

    Take one of `to`, or move the number `up`, `down` or `any` way; effort 1 to 5. `renews`: questions whose answers a
    change makes new, as the day of registration does with another legal form; `settles`: what the answers to others
    (options by question) are then, as a company founded today has no debts.
    """

    to: frozenset[str]
    direction: str | None
    effort: int
    how: Texts | None
    renews: tuple[str, ...] = ()
    settles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """What a question and a table's column have in common. Numbers are Decimal; a day bound None means "today"."""

    id: str
    kind: Kind
    text: Texts
    label: Texts
    options: tuple[Option, ...] = ()
    ordered: bool = False
    unit: str | None = None
    minimum: Decimal | date | None = None
    maximum: Decimal | date | None = None
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Column(Field):
    """A column of a table."""


@dataclass(frozen=True, slots=True)
class Question(Field):
    """One question.

    `asked_when` is the condition line as written (None: always asked); `seconds` what answering costs;
    `wish`: the answer says what a person wants, and not what is so. `rest`: options that are told apart for people
    alone, and by no condition.
    """

    section: str = ""
    help: Texts | None = None
    why: Texts | None = None
    statement_yes: Texts | None = None
    statement_no: Texts | None = None
    quick: bool = False
    seconds: int = 15
    may_not_apply: bool = False
    asked_when: str | None = None
    changeable: Changeable | None = None
    personal: bool = False
    wish: bool = False
    columns: tuple[Column, ...] = ()
    most: int = 20
    date_column: str | None = None
    rest: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of questions, in the order they are asked."""

    id: str
    title: Texts
    questions: tuple[str, ...]
