"""What a name can stand for, and what it is made of: values with units, choices with options, blocks, tables.

The checker works on these; nothing here knows a line or its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias, assert_never

from ccsdesk.domain.question import DAY_KINDS, ORDERED_KINDS, Field, Kind, Option
from ccsdesk.rules.language.core import (
    CellIsOneOf,
    CellValue,
    FactValue,
    HasAny,
    IsOneOf,
    Test,
    Value,
    any_of,
)
from ccsdesk.rules.language.facts import (
    Block,
    DerivedChoice,
    Dictionary,
    ParameterType,
    Tree,
)

RATIO = "ratio"
"""The unit of one amount divided by another of the same unit: comparable with plain numbers and with percentages."""

YES, NO = "yes", "no"
_YES_NO = Tree.of((Option(YES, {}), Option(NO, {})))


@dataclass(frozen=True, slots=True)
class Typed:
    """A value with its unit (None: a plain number, or a day). `plain` values also go with plain numbers."""

    value: Value
    unit: str | None = None
    is_day: bool = False
    plain: bool = False


class Home(Enum):
    """Where a choice comes from."""

    QUESTION = auto()
    CELL = auto()
    DERIVED = auto()


@dataclass(frozen=True, slots=True)
class Choices:
    """Something answered with options or places. `order` lists them from the lowest, where they have an order."""

    name: str
    key: str
    """As lists name it: the question's id, `table.column`, the derived fact's id; "place" for places."""
    home: Home
    tree: Tree
    order: tuple[str, ...] = ()
    several: bool = False
    yes_no: bool = False
    derived: DerivedChoice | None = None

    def one_of(self, leaves: frozenset[str]) -> Test:
        """The test that one of these leaves is chosen."""
        match self.home:
            case Home.QUESTION:
                kind = HasAny if self.several else IsOneOf
                return kind(self.name, leaves)
            case Home.CELL:
                return CellIsOneOf(self.name, leaves)
            case Home.DERIVED:
                tests = self.derived.tests if self.derived else {}
                return any_of(tuple(test for key, test in tests.items() if key in leaves))
            case _:
                assert_never(self.home)


Meaning: TypeAlias = Typed | Choices | Block | Field | ParameterType
"""A `Field` as such is a table or free text: no value and no choice."""


def meaning_of(field: Field, dictionary: Dictionary, *, table: str | None = None) -> Meaning:
    """What a question (or, with `table`, a column of it) is when a line names it."""
    cell = table is not None
    if field.kind in ORDERED_KINDS:
        value = CellValue(field.id) if cell else FactValue(field.id)
        is_day = field.kind in DAY_KINDS
        return Typed(value, None if is_day else unit_of(field, dictionary.currency), is_day)
    if field.kind in {Kind.TABLE, Kind.TEXT}:
        return field
    key = f"{table}.{field.id}" if cell else field.id
    ordered = field.ordered or field.kind is Kind.SCALE
    return Choices(
        name=field.id,
        key="place" if field.kind is Kind.PLACE else key,
        home=Home.CELL if cell else Home.QUESTION,
        tree=_tree(field, key, dictionary),
        order=tuple(option.id for option in field.options) if ordered else (),
        several=field.kind is Kind.SEVERAL,
        yes_no=field.kind is Kind.YES_NO,
    )


def derived_choices(choice: DerivedChoice) -> Choices:
    """A derived choice, to be tested like a question's."""
    tree = Tree.of(choice.options)
    return Choices(choice.id, choice.id, Home.DERIVED, tree, derived=choice)


def _tree(field: Field, key: str, dictionary: Dictionary) -> Tree:
    if field.kind is Kind.YES_NO:
        return _YES_NO
    if field.kind is Kind.PLACE:
        return dictionary.place_tree
    return dictionary.option_trees.get(key) or Tree.of(field.options)


def unit_of(field: Field, currency: str) -> str | None:
    """The unit of a number: money is in the catalogue's currency, percent in "%"."""
    if field.kind is Kind.MONEY:
        return field.unit or currency
    return "%" if field.kind is Kind.PERCENT else plural(field.unit)


def plural(unit: str | None) -> str | None:
    """One word for one unit: the plural of those that authors also write in the singular."""
    return PLURALS.get(unit, unit) if unit is not None else None


PLURALS = {
    "day": "days",
    "month": "months",
    "year": "years",
    "hour": "hours",
    "minute": "minutes",
    "person": "people",
}
