"""An answer as a person would say it: "s.p. or d.o.o.", "10 to 49 people", "I don't know".

Works for every kind of question from its data alone; decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.domain.question import Column, Field, Kind, Question, Texts
from ccsdesk.rules.language.facts import Dictionary, Tree
from ccsdesk.text import Words, message
from ccsdesk.text.spans import say_span

MOST_NAMES = 6
MOST_ROWS = 5
YES_NO = {"yes": message("yes"), "no": message("no")}


class AnswerWords:
    """Says answers in the language of `words`, with the names of the catalogue's options and places."""

    def __init__(self, words: Words, dictionary: Dictionary) -> None:
        self._words = words
        self._dictionary = dictionary

    def said(self, question: Question, answer: Answer | None) -> str:
        """The answer as a clause of its own: the question's statement, or "label: answer"."""
        if question.kind is Kind.YES_NO and isinstance(answer, Choice) and len(answer.options) == 1:
            yes = "yes" in answer.options
            statement = question.statement_yes if yes else question.statement_no
            if statement is not None:
                return self._words.pick(statement)
        return self._words.say(
            "{label}: {answer}",
            label=self._words.pick(question.label),
            answer=self.answer(question, answer),
        )

    def answer(self, field: Field, answer: Answer | None, *, table: str = "") -> str:
        """The answer alone. `table` is the id of the table a column belongs to."""
        match answer:
            case None:
                return self._words.say("not asked")
            case DontKnow():
                return self._words.say("I don't know")
            case DoesNotApply():
                return self._words.say("does not apply")
            case Choice(options):
                return self._words.listing(self._names(field, options, table), last="or")
            case Selection(possible):
                return self._selection(field, possible, table)
            case Amounts(spans):
                return self._words.listing([self._span(field, span) for span in spans], last="or")
            case Written(text):
                return text
            case Records(rows):
                return self._records(field, rows)
            case _:
                assert_never(answer)

    # choices

    def _names(self, field: Field, options: frozenset[str], table: str) -> list[str]:
        if field.kind is Kind.YES_NO:
            return [self._words.say(YES_NO[key]) for key in YES_NO if key in options]
        named = _whole_branch(options, self._tree(field, table))
        if field.kind is Kind.PLACE:
            places = self._dictionary.places
            chosen = [places[key].name for key in places if key in named]
            names = self._words.sorted(self._picked(chosen))
        else:
            names = self._picked(option.text for option in field.options if option.id in named)
        more = len(names) - MOST_NAMES
        if more > 1:
            rest = self._words.count("{n} other", "{n} others", more)
            return [*names[:MOST_NAMES], rest]
        return names

    def _picked(self, texts: Iterable[Texts]) -> list[str]:
        return [self._words.pick(text) for text in texts]

    def _tree(self, field: Field, table: str) -> Tree | None:
        if field.kind is Kind.PLACE:
            return self._dictionary.place_tree
        name = f"{table}.{field.id}" if table else field.id
        return self._dictionary.option_trees.get(name)

    def _selection(self, field: Field, possible: frozenset[frozenset[str]], table: str) -> str:
        said = [
            self._words.listing(self._names(field, chosen, table))
            or self._words.say("none of these")
            for chosen in sorted(possible, key=lambda chosen: (len(chosen), sorted(chosen)))
        ]
        if len(said) > MOST_NAMES:
            return self._words.say("not narrowed down")
        return self._words.say("; or ").join(said)

    def _span(self, field: Field, span: Span) -> str:
        unit = self._dictionary.currency if field.kind is Kind.MONEY else field.unit
        return say_span(span, field.kind, unit, self._words)

    # tables

    def _records(self, field: Field, rows: tuple[Mapping[str, Cell], ...]) -> str:
        if not isinstance(field, Question) or not rows:
            return self._words.say("none")
        said = [self._row(field, row) for row in rows[:MOST_ROWS]]
        more = len(rows) - len(said)
        if more:
            said.append(self._words.count("{n} other", "{n} others", more))
        return "; ".join(said)

    def _row(self, table: Question, row: Mapping[str, Cell]) -> str:
        cells = [
            self._cell(column, row[column.id], table.id)
            for column in table.columns
            if column.id in row
        ]
        return ", ".join(cells) or self._words.say("I don't know")

    def _cell(self, column: Column, answer: Cell, table: str) -> str:
        said = self.answer(column, answer, table=table)
        if column.kind in {Kind.TEXT, Kind.PLACE, Kind.SINGLE, Kind.SEVERAL}:
            return said
        return self._words.say(
            "{label}: {answer}", label=self._words.pick(column.label), answer=said
        )


def _whole_branch(options: frozenset[str], tree: Tree | None) -> frozenset[str]:
    """The one node that means exactly these leaves, so that a region is not said as all its towns."""
    if tree is None or len(options) < 2 or not options <= tree.leaves.keys():
        return options
    leaves = tree.inside(options)
    same = [node for node, inside in tree.leaves.items() if inside == leaves]
    return frozenset(same[:1]) if same else options
