"""The words for conditions: "label: relation value", statements of yes/no questions, and what joins them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from ccsdesk.domain.question import Question
from ccsdesk.rules.language.core import Relation
from ccsdesk.rules.language.facts import Block
from ccsdesk.rules.language.options import named_items, option_id
from ccsdesk.rules.language.phrases import Phrases
from ccsdesk.rules.language.syntax import (
    Choosing,
    Comparison,
    Day,
    Fact,
    Has,
    In,
    Is,
    Joined,
    Name,
    Negation,
    Number,
    Quantified,
    Range,
    Shifted,
    TestNode,
    ValueNode,
)
from ccsdesk.rules.language.syntax import (
    Wording as Manner,
)
from ccsdesk.rules.language.types import YES, Choices, Typed
from ccsdesk.rules.language.wording import WORDINGS, Case

_ABBREVIATION = re.compile(r"(^|[^\w])\w\.$")
_OPPOSITES = {Choosing.ONE: Choosing.NONE, Choosing.ANY: Choosing.NONE, Choosing.NONE: Choosing.ANY}


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def bare(text: str) -> str:
    """A sentence without its full stop, to go inside another; "s. p." keeps its point."""
    return text if _ABBREVIATION.search(text) else text.removesuffix(".")


class Clauses(Phrases):
    """Words for tests."""

    def sentence(self, node: TestNode) -> str:
        """The condition as a sentence of its own."""
        if isinstance(node, Negation) and not self._opposite(node.item):
            return self.words.untrue.format(text=bare(self.clause(node.item)))
        return capital(self.clause(node))

    def filtered(self, where: TestNode, table: Question) -> str:
        """A test on the records of a table, inside brackets."""
        inside = Clauses(self.language, self.words, self.scope.inside(table))
        return inside._inner(where)

    def exception(self, node: TestNode) -> str:
        """The condition as the exception of another."""
        return self._inner(node)

    def clause(self, node: TestNode) -> str:
        """The condition inside a sentence; statements of authors keep their full stop."""
        match node:
            case Fact(name):
                return self._fact(name, truth=True)
            case Is():
                return self._is(node)
            case In():
                return self._in(node)
            case Has():
                return self._has(node)
            case Comparison():
                return self._about(node.left, self._comparison(node))
            case Range():
                return self._about(node.left, self._range(node))
            case Quantified():
                return self._quantified(node)
            case Negation(item):
                opposite = self._opposite(item)
                if opposite:
                    return opposite
                return self.words.untrue_inside.format(text=self._inner(item))
            case Joined(every, items):
                said = [self._part(item) for item in items]
                return self.words.conjunctions[every].join(said)
            case _:
                assert_never(node)

    def _inner(self, node: TestNode) -> str:
        return bare(self.clause(node))

    def _part(self, node: TestNode) -> str:
        """One of several joined conditions; those joined themselves stand in brackets."""
        said = self._inner(node)
        if isinstance(node, Joined):
            return f"({said})"
        return said if not self._is_statement(node) else self._begun_small(said)

    def _is_statement(self, node: TestNode) -> bool:
        return isinstance(node, Fact) or (
            isinstance(node, Negation) and isinstance(node.item, Fact)
        )

    def _begun_small(self, said: str) -> str:
        """A statement as it goes on inside a sentence; left alone in a language whose spelling is not known here."""
        is_word = said[1:2].islower() or said[1:2] == " "
        return said[:1].lower() + said[1:] if is_word and self.language in WORDINGS else said

    def _about(self, left: ValueNode, said: str) -> str:
        return f"{self.head(left)}: {said}"

    def _opposite(self, node: TestNode) -> str:
        """The opposite of a condition in its own words; "" where only a denial says it."""
        match node:
            case Fact(name):
                if isinstance(self.scope.meaning(name), Block):
                    return ""
                return self._fact(name, truth=False)
            case Is() | In():
                return self.clause(replace(node, negated=not node.negated))
            case Has(_, choosing) if choosing in _OPPOSITES:
                return self.clause(replace(node, choosing=_OPPOSITES[choosing]))
            case Negation(item):
                return self.clause(item)
            case _:
                return ""

    # what is chosen

    def _fact(self, name: Name, *, truth: bool) -> str:
        meaning = self.scope.meaning(name)
        if isinstance(meaning, Block):
            return self._block_text(meaning)
        field = self.scope.field(name.text)
        if isinstance(field, Question):
            statement = field.statement_yes if truth else field.statement_no
            if statement is not None and self.pick(statement):
                return self.pick(statement)
        return self._about(name, self.words.yes if truth else self.words.no)

    def _choices(self, node: ValueNode) -> Choices | None:
        meaning = self.scope.meaning(node) if isinstance(node, Name) else None
        return meaning if isinstance(meaning, Choices) else None

    def _is(self, node: Is) -> str:
        choices = self._choices(node.left)
        right = node.right
        block = self._block(node.left)
        if block is not None:
            said = bare(self._block_text(block))
            denied = (self._option_word(right) == YES) is node.negated
            return self.words.untrue_inside.format(text=said) if denied else said
        if choices is None:
            value = self._compared(Relation.EQUAL, right, is_day=self._is_day(node.left))
            said = self.words.is_not.format(value=value) if node.negated else value
            return self._about(node.left, said)
        option = self._option(choices, right)
        if choices.yes_no and isinstance(node.left, Name):
            return self._fact(node.left, truth=(option == YES) is not node.negated)
        return self._about(node.left, self._one_of(choices, (option,), negated=node.negated))

    def _in(self, node: In) -> str:
        choices = self._choices(node.left)
        if choices is None:
            return self.head(node.left)
        items = named_items(choices, node.items, self.scope)
        return self._about(node.left, self._one_of(choices, items, negated=node.negated))

    def _one_of(self, choices: Choices, items: tuple[str, ...], *, negated: bool) -> str:
        words = self.words
        said = self._members(choices, items)
        if not negated:
            if len(said) < 2:
                return "".join(said)
            return f"{', '.join(said[:-1])} {words.last_or} {said[-1]}"
        if len(items) > 1:
            return words.none_of.format(values=", ".join(said))
        if choices.key == "place" and _has_inner(choices, items[0]):
            return words.outside.format(name=self.option_text(choices, items[0]))
        return words.anything_but.format(value=self.option_text(choices, items[0]))

    def _members(self, choices: Choices, items: Sequence[str]) -> list[str]:
        """The words for options and places; one with others inside is told as an area or group."""
        said = self.options(choices, items)
        template = self.words.area if choices.key == "place" else self.words.group
        return [
            template.format(name=self.option_text(choices, item))
            if _has_inner(choices, item)
            else text
            for item, text in zip(items, said, strict=True)
        ]

    def _has(self, node: Has) -> str:
        choices = self._choices(node.left)
        if choices is None:
            return self.head(node.left)
        items = named_items(choices, node.items, self.scope)
        choosing = node.choosing
        if choosing is Choosing.ANY and len(items) == 1:
            choosing = Choosing.ONE
        elif choosing is Choosing.ONE and len(items) > 1:
            choosing = Choosing.ANY
        said = self.options(choices, items)
        if choosing is Choosing.ONE:
            said = [self.quote(self.option_text(choices, item)) for item in items]
        values = ", ".join(said)
        return self._about(node.left, self.words.has[choosing].format(values=values))

    def _option(self, choices: Choices, node: ValueNode) -> str:
        text = self._option_word(node)
        return option_id(choices, text) or text

    def _option_word(self, node: ValueNode) -> str:
        return node.text if isinstance(node, Name | Number) else ""

    # what is measured

    def _comparison(self, node: Comparison) -> str:
        choices = self._choices(node.left)
        if choices is not None:
            value = self.option(choices, self._option(choices, node.right))
            return self.words.relations[node.relation].format(value=value)
        return self._compared(node.relation, node.right, is_day=node.wording is Manner.DAY)

    def _compared(self, relation: Relation, right: ValueNode, *, is_day: bool) -> str:
        words = self.words
        if not is_day:
            return words.relations[relation].format(value=self.value(right))
        if isinstance(right, Shifted) and _says_distance(relation, right):
            return words.relations[_DISTANCES[relation]].format(value=self.moved(right))
        case, template = words.day_relations[relation]
        return template.format(day=self.value(right, case))

    def _range(self, node: Range) -> str:
        choices = self._choices(node.left)
        if choices is not None:
            low, high = (self._option(choices, bound) for bound in (node.low, node.high))
            said = (self.option(choices, low), self.option(choices, high))
            return self.words.between.format(low=said[0], high=said[1])
        if self._is_day(node.left):
            low, high = (self.value(bound, Case.OF) for bound in (node.low, node.high))
            return self.words.between_days.format(low=low, high=high)
        low, high = self.value(node.low), self.value(node.high)
        return self.words.between.format(low=low, high=high)

    def _block(self, node: ValueNode) -> Block | None:
        meaning = self.scope.meaning(node) if isinstance(node, Name) else None
        return meaning if isinstance(meaning, Block) else None

    def _block_text(self, block: Block) -> str:
        return self.pick(block.text) or self.pick(block.label) or block.id

    def _is_day(self, node: ValueNode) -> bool:
        if isinstance(node, Day | Shifted):
            return True
        meaning = self.scope.meaning(node) if isinstance(node, Name) else None
        return isinstance(meaning, Typed) and meaning.is_day

    def _quantified(self, node: Quantified) -> str:
        table = self.scope.table_named(node.table)
        label = self.table(table, node.where, node.window)
        if node.satisfies is None:
            return self.words.existing[node.quantifier].format(table=label)
        test = self.filtered(node.satisfies, table)
        return self.words.quantifiers[node.quantifier].format(table=label, test=test)


_DISTANCES = {
    Relation.LESS: Relation.MORE,
    Relation.AT_MOST: Relation.AT_LEAST,
    Relation.MORE: Relation.MORE,
    Relation.AT_LEAST: Relation.AT_LEAST,
}


def _says_distance(relation: Relation, right: Shifted) -> bool:
    """Before "6 months before x" is "more than 6 months before x"; the other way round it would say something else."""
    earlier = relation in {Relation.LESS, Relation.AT_MOST}
    return relation is not Relation.EQUAL and earlier == right.before


def _has_inner(choices: Choices, item: str) -> bool:
    return choices.tree.leaves.get(item) != frozenset({item})
