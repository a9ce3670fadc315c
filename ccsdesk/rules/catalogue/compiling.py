"""Compiling conditions for the catalogue's builders: all mistakes of a tree at once, and what a question's absence means."""

from __future__ import annotations

from collections.abc import Iterator

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Kind, Question
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.compile import compile_rule, compile_test
from ccsdesk.rules.language.core import Always, Applies, Rule, RuleKind, Test
from ccsdesk.rules.language.facts import Dictionary, Setting
from ccsdesk.rules.language.written import WrittenLine, WrittenRule


def compile_or_tell(written: WrittenRule, setting: Setting, work: Workshop) -> Rule | None:
    """The rule; None if lines of it are wrong, and then a mistake is kept for each of them."""
    if written.kind is RuleKind.ALL and not written.children and written.unless is None:
        return _always(written, work.dictionary.languages)
    try:
        return compile_rule(written, work.dictionary, setting)
    except CatalogueError as error:
        found = [
            wrong
            for line in lines_of(written)
            if (wrong := _mistake_of(line, work.dictionary, setting)) is not None
        ]
        work.mistakes.add(CatalogueErrors(found) if found else error)
        return None


def lines_of(rule: WrittenRule) -> Iterator[WrittenLine]:
    """All lines of a condition tree."""
    if rule.line is not None:
        yield rule.line
    for child in rule.children:
        yield from lines_of(child)
    if rule.unless is not None:
        yield from lines_of(rule.unless)


def applies_test(question: str, dictionary: Dictionary) -> Test:
    """The test that a question applies; always yes where it cannot help applying."""
    found = dictionary.questions[question]
    absent = found.may_not_apply or found.asked_when is not None
    if found.kind is Kind.TABLE or not absent:
        return Always(truth=True)
    return Applies(question)


def compile_asked_when(question: Question, spot: Spot, work: Workshop) -> Rule | None:
    """The rule of a question's `asked_when`, None if it has none; `spot` is the question."""
    place = spot.maybe("asked_when")
    if question.asked_when is None or place.data is None:
        return None
    line = WrittenLine(question.asked_when, place.file, place.mark.line, place.mark.column)
    written = WrittenRule(
        RuleKind.LINE,
        line,
        file=place.file,
        line_number=place.mark.line,
        column=place.mark.column,
    )
    return compile_or_tell(written, Setting(), work)


def _always(written: WrittenRule, languages: tuple[str, ...]) -> Rule:
    """The rule of no conditions at all: nothing stands in the way."""
    return Rule(
        RuleKind.ALL,
        Always(truth=True),
        dict.fromkeys(languages, ""),
        (),
        file=written.file,
        line_number=written.line_number,
    )


def _mistake_of(
    line: WrittenLine, dictionary: Dictionary, setting: Setting
) -> CatalogueError | None:
    try:
        compile_test(line, dictionary, setting)
    except CatalogueError as error:
        return error
    return None
