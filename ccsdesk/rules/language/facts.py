"""The dictionary of facts: everything a condition line may name, with its type.

Built by the catalogue, read by the checker. It knows questions, derived facts, lists, limits, blocks, trees of options
and places; it knows no programme text and no answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ccsdesk.domain.question import Option, Place, Question, Texts
from ccsdesk.rules.language.core import Period, Rule, Test, Value


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree of ids; a node stands for all the leaves inside it."""

    parents: Mapping[str, str | None]
    leaves: Mapping[str, frozenset[str]]
    """For every node, itself if it has no children, else the leaves below it."""

    @classmethod
    def of(cls, nodes: Iterable[Option | Place]) -> Tree:
        """Build from options or places; parents must exist and must not form a ring (the loader sees to it)."""
        parents = {node.id: node.parent for node in nodes}
        inner = {parent for parent in parents.values() if parent is not None}
        leaves: dict[str, set[str]] = {node: set() for node in parents}
        for node in parents:
            if node in inner:
                continue
            step: str | None = node
            while step is not None:
                leaves[step].add(node)
                step = parents[step]
        return cls(parents, {key: frozenset(value) for key, value in leaves.items()})

    def inside(self, nodes: Iterable[str]) -> frozenset[str]:
        """All leaves inside these nodes."""
        return frozenset(leaf for node in nodes for leaf in self.leaves[node])


@dataclass(frozen=True, slots=True)
class Limit:
    """A named constant; `unit` as in questions ("EUR", "months"), None for a day or a bare number.

    With `periods`, which are in order and do not meet, `value` is that of the last.
    """

    id: str
    value: Decimal | date
    unit: str | None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedList:
    """A closed list of options of one question, or of places (`of` is then "place")."""

    id: str
    of: str
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class DerivedValue:
    """A derived number or day: its meaning, its unit (None for a day: `is_day`), and its words."""

    id: str
    label: Texts
    value: Value
    unit: str | None
    is_day: bool


@dataclass(frozen=True, slots=True)
class DerivedChoice:
    """A derived choice: for each option the test that makes it so; at most one holds, none where it does not apply."""

    id: str
    label: Texts
    options: tuple[Option, ...]
    tests: Mapping[str, Test]


@dataclass(frozen=True, slots=True)
class Block:
    """A named condition that lines use like a yes/no fact."""

    id: str
    label: Texts
    text: Texts
    rule: Rule


@dataclass(frozen=True, slots=True)
class ParameterType:
    """What a round parameter is: a number with a unit, a day (`is_day`), with the value for a missing round."""

    name: str
    unit: str | None
    is_day: bool
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All names of a catalogue.

    Questions are in questionnaire order; derived facts and blocks only use earlier ones.
    """

    languages: tuple[str, ...]
    currency: str
    questions: Mapping[str, Question]
    places: Mapping[str, Place]
    place_tree: Tree
    option_trees: Mapping[str, Tree]
    """By question id, or `table.column`, for every question or column with options (flat ones too)."""
    limits: Mapping[str, Limit] = field(default_factory=dict)
    lists: Mapping[str, NamedList] = field(default_factory=dict)
    values: Mapping[str, DerivedValue] = field(default_factory=dict)
    choices: Mapping[str, DerivedChoice] = field(default_factory=dict)
    blocks: Mapping[str, Block] = field(default_factory=dict)
    fiscal_year_begins: int = 1
    """The month on whose first day a fiscal year begins."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a line stands: what `round.x` and `grant` mean there, and where mistakes are reported."""

    parameters: Mapping[str, ParameterType] = field(default_factory=dict)
    grant: Decimal | None = None
    file: str | None = None
    line_number: int | None = None
    column: int | None = None
    """Column (from 1) at which the line's text begins in the file."""
