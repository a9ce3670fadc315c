"""Gives a parsed line its meaning: every name looked up, every unit agreed, everything rewritten to core nodes.

Raises a CatalogueError with the place of the first mistake; knows no files and no wording for people.
"""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Question
from ccsdesk.rules.language.check_values import ValueChecker, how_to_use
from ccsdesk.rules.language.core import Compare, Constant, Relation, Test, all_of, any_of, negate
from ccsdesk.rules.language.facts import Block
from ccsdesk.rules.language.options import has, in_list, is_option, ranked, yes_test
from ccsdesk.rules.language.scope import Scope
from ccsdesk.rules.language.syntax import (
    Choosing,
    Comparison,
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
    TestNode,
    ValueNode,
    Wording,
)
from ccsdesk.rules.language.types import NO, YES, Choices, Typed


class Checker(ValueChecker):
    """Checks tests of one line in one scope."""

    def elsewhere(self, scope: Scope) -> Checker:
        """The checker of another line."""
        return Checker(scope)

    def inside(self, table: Question) -> Checker:
        """The checker of a filter over this table."""
        return Checker(self._scope.inside(table))

    def test(self, node: TestNode) -> Test:
        """The meaning of a test."""
        match node:
            case Fact(name):
                return self._fact(name)
            case Is():
                found = self._is(node)
                return negate(found) if node.negated else found
            case In():
                found = in_list(self._choices(node.left, "in"), node.items, self._scope)
                return negate(found) if node.negated else found
            case Has(left, choosing, items):
                return has(self._choices(left, "has"), choosing, items, self._scope)
            case Comparison():
                return self._comparison(node)
            case Range():
                return self._range(node)
            case Quantified():
                return self._quantified(node)
            case Negation(item):
                return negate(self.test(item))
            case Joined(every, items):
                tests = tuple(self.test(item) for item in items)
                return all_of(tests) if every else any_of(tests)
            case _:
                assert_never(node)

    def _fact(self, name: Name) -> Test:
        meaning = self._scope.meaning(name)
        if isinstance(meaning, Block):
            return meaning.rule.test
        if isinstance(meaning, Choices) and meaning.yes_no:
            return yes_test(meaning)
        raise self.mistake(
            "“{name}” alone is no condition.",
            name.span,
            advice=how_to_use(meaning),
            name=name.text,
        )

    def _is(self, node: Is) -> Test:
        meaning = self.meaning(node.left)
        if isinstance(meaning, Choices):
            return is_option(meaning, self._option(node.right), self._scope)
        if isinstance(meaning, Block):
            return self._block_is(meaning, node)
        left = self.as_value(meaning, node.left)
        return self._compared(Relation.EQUAL, left, node.right)

    def _block_is(self, block: Block, node: Is) -> Test:
        said = node.right.text if isinstance(node.right, Name) else ""
        if said == YES:
            return block.rule.test
        if said == NO:
            return negate(block.rule.test)
        raise self.mistake(
            "The block “{name}” is either yes or no.",
            node.right.span,
            advice="Use it alone: “{name}”, “not {name}”.",
            name=block.id,
        )

    def _comparison(self, node: Comparison) -> Test:
        meaning = self.meaning(node.left)
        if isinstance(meaning, Choices):
            if node.wording is Wording.DAY:
                raise self._no_day(node)
            bounds = [(node.relation, self._option(node.right))]
            return ranked(meaning, bounds, self._scope)
        left = self.as_value(meaning, node.left)
        if left.is_day != (node.wording is Wording.DAY):
            raise self._no_number(node) if left.is_day else self._no_day(node)
        return self._compared(node.relation, left, node.right)

    def _range(self, node: Range) -> Test:
        meaning = self.meaning(node.left)
        bounds = ((Relation.AT_LEAST, node.low), (Relation.AT_MOST, node.high))
        if isinstance(meaning, Choices):
            named = [(relation, self._option(bound)) for relation, bound in bounds]
            return ranked(meaning, named, self._scope)
        left = self.as_value(meaning, node.left)
        return all_of(tuple(self._compared(relation, left, bound) for relation, bound in bounds))

    def _compared(self, relation: Relation, left: Typed, node: ValueNode) -> Test:
        one, other = self._units.agree(left, self.value(node), node.span)
        return Compare(relation, one.value, other.value)

    def _quantified(self, node: Quantified) -> Test:
        satisfies: Test | None = None
        if node.satisfies is not None:
            satisfies = self.inside(self._scope.table_named(node.table)).test(node.satisfies)
            if node.quantifier is Choosing.ALL:
                satisfies = negate(satisfies)
        counted = self.counted(node.table, node.where, node.window, satisfies)
        if node.quantifier is Choosing.ANY:
            return Compare(Relation.AT_LEAST, counted, Constant(Decimal(1)))
        return Compare(Relation.AT_MOST, counted, Constant(Decimal(0)))

    def _choices(self, node: ValueNode, word: str) -> Choices:
        meaning = self.meaning(node)
        if isinstance(meaning, Choices):
            return meaning
        raise self.mistake(
            "Only a question with options or places can be followed by “{word}”.",
            node.span,
            advice="Compare a number with “at least”, a day with “before” or “after”.",
            word=word,
        )

    def _option(self, node: ValueNode) -> Name:
        if isinstance(node, Name):
            return node
        if isinstance(node, Number) and node.unit is None:
            return Name(node.text, node.span)
        raise self.mistake(
            "An option is needed here.", node.span, advice="Write one of the question's options."
        )

    def _no_day(self, node: Comparison) -> CatalogueError:
        return self.mistake(
            "“before” and “after” compare days; this is no day.",
            node.left.span,
            advice="Write “less than”, “at most”, “at least” or “more than”.",
        )

    def _no_number(self, node: Comparison) -> CatalogueError:
        return self.mistake(
            "“at least” and its like compare numbers; this is a day.",
            node.left.span,
            advice="Write “before”, “on or before”, “on or after” or “after”.",
        )
