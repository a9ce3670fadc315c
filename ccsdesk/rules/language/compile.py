"""From conditions as written to rules: the one door of this room for the catalogue.

Lines are parsed, checked and put into words; groups become one test each. Every mistake is a CatalogueError with its
place; the first one found is raised.
"""

from __future__ import annotations

from dataclasses import dataclass

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Texts
from ccsdesk.rules.language.bounds import within_bounds
from ccsdesk.rules.language.check import Checker
from ccsdesk.rules.language.core import (
    Always,
    CountOf,
    Rule,
    RuleKind,
    Test,
    Value,
    all_of,
    any_of,
    negate,
)
from ccsdesk.rules.language.facts import Block, Dictionary, Setting
from ccsdesk.rules.language.parser import parse_line, parse_value
from ccsdesk.rules.language.place import LineSource, Span
from ccsdesk.rules.language.questions import questions_of
from ccsdesk.rules.language.scope import Scope
from ccsdesk.rules.language.sentences import excepted_text, exception_text, group_text, line_text
from ccsdesk.rules.language.syntax import Fact, Negation, TestNode
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

__all__ = ["compile_rule", "compile_test", "compile_value", "questions_of"]

MOST_GROUPS = 30
_COUNTED = frozenset({RuleKind.AT_LEAST, RuleKind.AT_MOST, RuleKind.EXACTLY})


def compile_rule(written: WrittenRule, dictionary: Dictionary, setting: Setting) -> Rule:
    """The rule of a written condition or group, with its meaning, its sentence and its questions.

    Raises:
        CatalogueError: the first mistake in it, with its place.
    """
    return _Compiler(dictionary, setting).rule(written, 0)


def compile_test(line: WrittenLine, dictionary: Dictionary, setting: Setting) -> Test:
    """The meaning of one line, its exception included.

    Raises:
        CatalogueError: the first mistake in it, with its place.
    """
    scope = _scope(line, dictionary, setting)
    parsed = parse_line(line.text, scope.source)
    checker = Checker(scope)
    test = checker.test(parsed.body)
    if parsed.unless is not None:
        test = any_of((checker.test(parsed.unless), test))
    within_bounds(test, scope.source)
    return test


def compile_value(
    line: WrittenLine, dictionary: Dictionary, setting: Setting
) -> tuple[Value, str | None, bool]:
    """The meaning of a derived value, its unit (None: a plain number or a day) and whether it is a day.

    Raises:
        CatalogueError: the first mistake in it, with its place.
    """
    scope = _scope(line, dictionary, setting)
    typed = Checker(scope).value(parse_value(line.text, scope.source))
    within_bounds(typed.value, scope.source)
    return typed.value, typed.unit, typed.is_day


def _scope(line: WrittenLine, dictionary: Dictionary, setting: Setting) -> Scope:
    return Scope(dictionary, setting, LineSource.of(line, setting))


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a rule is before its frame: id, subject and the like are added at the end."""

    kind: RuleKind
    test: Test
    text: Texts
    children: tuple[Rule, ...] = ()
    unless: Rule | None = None
    line: str | None = None


class _Compiler:
    def __init__(self, dictionary: Dictionary, setting: Setting) -> None:
        self._dictionary = dictionary
        self._setting = setting

    def rule(self, written: WrittenRule, depth: int) -> Rule:
        source = LineSource.of(written, self._setting)
        if depth > MOST_GROUPS:
            raise source.mistake(
                "Groups are nested more than {most} deep here.",
                Span(0, 0),
                code="too-deep",
                advice="Give a part of them a name in blocks.yaml.",
                most=MOST_GROUPS,
            )
        if written.kind in {RuleKind.LINE, RuleKind.BLOCK}:
            meaning = self._line(written)
        else:
            meaning = self._group(written, depth)
        if written.unless is not None:
            meaning = self._excepted(meaning, self.rule(written.unless, depth + 1))
        within_bounds(meaning.test, source)
        return self._framed(meaning, written)

    def _framed(self, meaning: _Meaning, written: WrittenRule) -> Rule:
        line = written.line
        return Rule(
            kind=meaning.kind,
            test=meaning.test,
            text={**meaning.text, **(written.text or {})},
            questions=questions_of(meaning.test, self._dictionary),
            children=meaning.children,
            unless=meaning.unless,
            count=written.count,
            id=written.id,
            subject=written.subject,
            moment=written.moment,
            assumed=written.assumed,
            source=written.source,
            shape=written.shape,
            line=meaning.line,
            file=line.file if line is not None and line.file else written.file,
            line_number=line.line_number
            if line is not None and line.line_number
            else written.line_number,
        )

    def _excepted(self, meaning: _Meaning, unless: Rule) -> _Meaning:
        """The condition with an exception that the map gives, beside one the line may give."""
        exceptions = unless if meaning.unless is None else self._either(meaning.unless, unless)
        return _Meaning(
            meaning.kind,
            any_of((unless.test, meaning.test)),
            excepted_text(meaning.text, unless.text),
            meaning.children,
            exceptions,
            meaning.line,
        )

    def _either(self, first: Rule, second: Rule) -> Rule:
        test = any_of((first.test, second.test))
        text = group_text(RuleKind.ANY, (first.text, second.text), None, self._dictionary.languages)
        questions = questions_of(test, self._dictionary)
        return Rule(RuleKind.ANY, test, text, questions, (first, second))

    # lines

    def _line(self, written: WrittenRule) -> _Meaning:
        line = written.line
        if line is None:
            raise self._wrong_group(written, "A condition without a line.", "Write the line.")
        scope = _scope(line, self._dictionary, self._setting)
        parsed = parse_line(line.text, scope.source)
        body = self._part(parsed.body, scope, line)
        if parsed.unless is None:
            return _Meaning(body.kind, body.test, body.text, body.children, None, line.text)
        unless = self._part(parsed.unless, scope, line)
        return _Meaning(
            body.kind,
            any_of((unless.test, body.test)),
            excepted_text(body.text, exception_text(parsed.unless, scope)),
            body.children,
            unless,
            line.text,
        )

    def _part(self, node: TestNode, scope: Scope, line: WrittenLine) -> Rule:
        """The condition or the exception of a line."""
        test = Checker(scope).test(node)
        text = line_text(node, scope)
        block = self._block(node)
        kind = RuleKind.LINE if block is None else RuleKind.BLOCK
        return Rule(
            kind,
            test,
            text,
            questions_of(test, self._dictionary),
            () if block is None else _children(block.rule),
            line=line.text[node.span.start : node.span.end],
            file=scope.source.file,
            line_number=scope.source.line,
        )

    def _block(self, node: TestNode) -> Block | None:
        """The block, if the node is nothing but its name."""
        if not isinstance(node, Fact) or node.name.text in self._dictionary.questions:
            return None
        return self._dictionary.blocks.get(node.name.text)

    # groups

    def _group(self, written: WrittenRule, depth: int) -> _Meaning:
        if not written.children:
            raise self._wrong_group(
                written, "This group is empty.", "Give it conditions, or leave it out."
            )
        children = tuple(self.rule(child, depth + 1) for child in written.children)
        test = self._group_test(written, tuple(child.test for child in children))
        said = tuple(child.text for child in children)
        text = self._opposite(written) or group_text(
            written.kind, said, written.count, self._dictionary.languages
        )
        return _Meaning(written.kind, test, text, children)

    def _opposite(self, written: WrittenRule) -> Texts | None:
        """What `not` of a single line says, in the line's own opposite where it has one."""
        child = written.children[0]
        if written.kind is not RuleKind.NOT or child.line is None:
            return None
        scope = _scope(child.line, self._dictionary, self._setting)
        parsed = parse_line(child.line.text, scope.source)
        if child.unless is not None or child.text is not None or parsed.unless is not None:
            return None
        return line_text(Negation(parsed.body), scope)

    def _group_test(self, written: WrittenRule, tests: tuple[Test, ...]) -> Test:
        kind = written.kind
        if kind in _COUNTED:
            return self._counted(written, tests)
        match kind:
            case RuleKind.ALL:
                return all_of(tests)
            case RuleKind.ANY:
                return any_of(tests)
            case RuleKind.NOT if len(tests) == 1:
                return negate(tests[0])
            case RuleKind.NOT:
                raise self._wrong_group(
                    written,
                    "`not` takes one condition; here are {items}.",
                    "Write `not: {{any: [...]}}` or `not: {{all: [...]}}`.",
                )
            case RuleKind.VARIANT:
                return self._variant(written, tests)
            case _:
                raise self._wrong_group(
                    written, "A group of the kind {kind} is not known.", "Use all, any or not."
                )

    def _counted(self, written: WrittenRule, tests: tuple[Test, ...]) -> Test:
        count = written.count
        if count is None or not 0 <= count <= len(tests):
            raise self._wrong_group(
                written,
                "This group counts to {count}, but has {items} conditions.",
                "Give a number from 0 to {items}.",
            )
        match written.kind:
            case RuleKind.AT_LEAST:
                return _at_least(count, tests)
            case RuleKind.AT_MOST:
                return negate(any_of(tests)) if count == 0 else CountOf(tests, 0, count)
            case _:
                return all_of(tests) if count == len(tests) else CountOf(tests, count, count)

    def _variant(self, written: WrittenRule, tests: tuple[Test, ...]) -> Test:
        if not 2 <= len(tests) <= 3:
            raise self._wrong_group(
                written,
                "A variant has `when`, `then` and perhaps `otherwise`; here are {items} parts.",
                "Put several conditions into one part as a list.",
            )
        when, then = tests[:2]
        if len(tests) == 2:
            # the same as (when and then) or not when, but settled sooner when `when` is open
            return any_of((negate(when), then))
        return any_of((all_of((when, then)), all_of((negate(when), tests[2]))))

    def _wrong_group(self, written: WrittenRule, message: str, advice: str) -> CatalogueError:
        return LineSource.of(written, self._setting).mistake(
            message,
            Span(0, 0),
            code="group",
            advice=advice,
            kind=str(written.kind),
            count="nothing" if written.count is None else written.count,
            items=len(written.children),
        )


def _at_least(count: int, tests: tuple[Test, ...]) -> Test:
    if count == 0:
        return Always(truth=True)
    if count == len(tests):
        return all_of(tests)
    return any_of(tests) if count == 1 else CountOf(tests, count, None)


def _children(rule: Rule) -> tuple[Rule, ...]:
    """The rules of a block: those of its outer `all`, or the one it consists of."""
    if rule.kind is RuleKind.ALL and rule.unless is None:
        return rule.children
    return (rule,)
