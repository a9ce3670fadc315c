"""What the names of a line stand for where it stands.

Columns inside a filter, facts everywhere, and the words that the setting gives: moments, the round, the grant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Column, Field, Kind, Question
from ccsdesk.rules.language.core import Constant, Dated, Moment, MomentName
from ccsdesk.rules.language.facts import Dictionary, Limit, Setting
from ccsdesk.rules.language.place import LineSource, nearest
from ccsdesk.rules.language.syntax import Name
from ccsdesk.rules.language.types import Meaning, Typed, derived_choices, meaning_of, plural

GRANT = "grant"
ROUND = "round."
_MOMENTS = {str(name): name for name in MomentName}


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of the catalogue as one line sees them; `table` while inside a filter over its records."""

    dictionary: Dictionary
    setting: Setting
    source: LineSource
    table: Question | None = None

    def inside(self, table: Question) -> Scope:
        """The scope of a filter over this table."""
        return replace(self, table=table)

    def column(self, name: str) -> Column | None:
        """A column of the table being looked at."""
        columns = self.table.columns if self.table is not None else ()
        return next((column for column in columns if column.id == name), None)

    def meaning(self, name: Name) -> Meaning:
        """What a name stands for.

        Raises:
            CatalogueError: nothing has this name here.
        """
        column = self.column(name.text)
        if column is not None and self.table is not None:
            return meaning_of(column, self.dictionary, table=self.table.id)
        return self._fact(name.text) or self._word(name)

    def _fact(self, name: str) -> Meaning | None:
        dictionary = self.dictionary
        if name in dictionary.questions:
            return meaning_of(dictionary.questions[name], dictionary)
        if name in dictionary.values:
            derived = dictionary.values[name]
            return Typed(derived.value, derived.unit, derived.is_day)
        if name in dictionary.choices:
            return derived_choices(dictionary.choices[name])
        if name in dictionary.limits:
            return _limit(dictionary.limits[name])
        return dictionary.blocks.get(name)

    def _word(self, name: Name) -> Meaning:
        if name.text in _MOMENTS:
            return Typed(Moment(_MOMENTS[name.text]), is_day=True)
        if name.text == GRANT:
            return self._grant(name)
        if name.text.startswith(ROUND):
            parameter = self.setting.parameters.get(name.text.removeprefix(ROUND))
            if parameter is None:
                raise self._no_parameter(name)
            return parameter
        raise self.unknown(name)

    def _grant(self, name: Name) -> Typed:
        if self.setting.grant is None:
            raise self.source.mistake(
                "“grant” has no amount here: the programme states no smallest benefit.",
                name.span,
                code="grant",
                advice="Give the benefit a minimum (for a loan or guarantee its aid element), or move the"
                " condition to check_yourself.",
            )
        return Typed(Constant(self.setting.grant), self.dictionary.currency)

    # tables and their columns

    def table_named(self, name: Name) -> Question:
        """The table of this name.

        Raises:
            CatalogueError: no question has this name, or it is no table.
        """
        question = self.dictionary.questions.get(name.text)
        if question is not None and question.kind is Kind.TABLE:
            return question
        if question is None and self._fact(name.text) is None:
            raise self.unknown(name, self._tables())
        raise self.source.mistake(
            "“{name}” is not a table.",
            name.span,
            code="type",
            advice="The tables are: {tables}." if any(self._tables()) else "",
            name=name.text,
            tables=", ".join(self._tables()),
        )

    def column_named(self, name: Name) -> tuple[Question, Column]:
        """The table and the column of a name like `table.column`.

        Raises:
            CatalogueError: there is no such table or column.
        """
        table, dot, column = name.text.rpartition(".")
        question = self.dictionary.questions.get(table)
        if question is not None and question.kind is Kind.TABLE:
            for candidate in question.columns:
                if candidate.id == column:
                    return question, candidate
            raise self.unknown(name, [f"{table}.{item.id}" for item in question.columns])
        if dot or not self._is_table(name.text):
            raise self.unknown(name, self._columns())
        raise self.source.mistake(
            "“{name}” is a whole table; one of its columns is needed.",
            name.span,
            code="type",
            advice="Write {example}.",
            name=name.text,
            example=" or ".join(
                item for item in self._columns() if item.startswith(f"{name.text}.")
            ),
        )

    def _is_table(self, name: str) -> bool:
        question = self.dictionary.questions.get(name)
        return question is not None and question.kind is Kind.TABLE

    def _tables(self) -> list[str]:
        return [name for name in self.dictionary.questions if self._is_table(name)]

    def _columns(self) -> list[str]:
        questions = self.dictionary.questions
        return [
            f"{table}.{item.id}" for table in self._tables() for item in questions[table].columns
        ]

    # mistakes

    def unknown(self, name: Name, known: list[str] | None = None) -> CatalogueError:
        """The mistake of a name that stands for nothing; `known` are the names valid at its place."""
        near = nearest(name.text, self._names() if known is None else known)
        advice = "Did you mean {nearest}?" if near else "Add it to the questions or to facts.yaml."
        column = name.text.rpartition(".")[2]
        if known is None and self.column(column) is not None:
            advice, near = "Inside the filter write “{nearest}” alone.", column
        elif known is None and name.text in self._columns():
            advice = "A column is looked at inside “where (...)”, or by “sum of” and the like."
        elif name.text[0].isdigit():
            advice = (
                "Leave a space between a number and its unit, and write no separators inside it."
            )
        return self.source.mistake(
            "Nothing is called “{name}” here.",
            name.span,
            code="unknown-name",
            advice=advice,
            name=name.text,
            nearest=near,
        )

    def _no_parameter(self, name: Name) -> CatalogueError:
        known = [f"{ROUND}{parameter}" for parameter in self.setting.parameters]
        near = nearest(name.text, known)
        return self.source.mistake(
            "No round here has a parameter “{name}”.",
            name.span,
            code="parameter",
            advice="Did you mean {nearest}?" if near else "Add it to the parameters of the round.",
            name=name.text.removeprefix(ROUND),
            nearest=near,
        )

    def _names(self) -> Iterator[str]:
        dictionary = self.dictionary
        if self.table is not None:
            yield from (column.id for column in self.table.columns)
        yield from dictionary.questions
        yield from dictionary.values
        yield from dictionary.choices
        yield from dictionary.limits
        yield from dictionary.blocks
        yield from _MOMENTS
        yield from (f"{ROUND}{parameter}" for parameter in self.setting.parameters)

    def field(self, name: str) -> Field | None:
        """The question or column of a name, for its words."""
        return self.column(name) or self.dictionary.questions.get(name)


def _limit(limit: Limit) -> Typed:
    if isinstance(limit.value, date):
        return Typed(Constant(limit.value), is_day=True)
    typed = number(limit.value, limit.unit)
    if not limit.periods:
        return typed
    in_months = Decimal(12) if limit.unit in {"year", "years"} else Decimal(1)
    periods = tuple(replace(item, value=item.value * in_months) for item in limit.periods)
    return Typed(Dated(periods), typed.unit)


def number(amount: Decimal, unit: str | None) -> Typed:
    """A constant with its unit; years are told in months."""
    if unit in {"year", "years"}:
        return Typed(Constant(amount * 12), "months")
    return Typed(Constant(amount), plural(unit))
