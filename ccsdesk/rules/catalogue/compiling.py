"""Compiling conditions for the catalogue's builders: all mistakes of a tree at once, names that differ by programme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Question
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.compile import compile_rule, compile_test
from ccsdesk.rules.language.core import Always, Rule, RuleKind
from ccsdesk.rules.language.facts import Dictionary, Setting
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

_NAMES = re.compile(r"[a-z0-9_.]+")


def compile_or_tell(written: WrittenRule, setting: Setting, work: Workshop) -> Rule | None:
    """The rule; None if lines of it are wrong, and then a mistake is kept for each of them."""
    with work.mistakes.kept():
        dictionary = _dictionary_for(written, setting, work)
        return compile_tree(written, dictionary, setting)
    return None


def compile_tree(written: WrittenRule, dictionary: Dictionary, setting: Setting) -> Rule:
    """The rule of a condition tree; of an empty list of conditions, one that always holds.

    Raises:
        CatalogueErrors: one for each line that is wrong.
    """
    if written.kind is RuleKind.ALL and not written.children and written.unless is None:
        return _always(written, dictionary.languages)
    try:
        return compile_rule(written, dictionary, setting)
    except CatalogueError as error:
        mistakes = (_mistake_of(line, dictionary, setting) for line in lines_of(written))
        found = [mistake for mistake in mistakes if mistake is not None]
        raise CatalogueErrors(found or [error]) from error


def lines_of(rule: WrittenRule) -> Iterator[WrittenLine]:
    """All lines of a condition tree."""
    if rule.line is not None:
        yield rule.line
    for child in rule.children:
        yield from lines_of(child)
    if rule.unless is not None:
        yield from lines_of(rule.unless)


def names_in(lines: Iterable[WrittenLine]) -> frozenset[str]:
    """Every word in these lines that could be a name."""
    return frozenset(name for line in lines for name in _NAMES.findall(line.text))


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


def _dictionary_for(written: WrittenRule, setting: Setting, work: Workshop) -> Dictionary:
    """The dictionary with those names that mean something else in each setting, as far as this tree uses them.

    Raises:
        CatalogueErrors: one of them means nothing here; told at the line that uses it.
    """
    dictionary = work.dictionary
    for line in lines_of(written):
        for name in _later_in_order(names_in((line,)), work):
            if name in dictionary.blocks or name in dictionary.values or name in dictionary.choices:
                continue
            try:
                dictionary = work.later[name].derived(dictionary, setting)
            except CatalogueError as error:
                raise CatalogueError(
                    error.message,
                    advice=error.advice,
                    code=error.code,
                    file=line.file,
                    line=line.line_number,
                    column=line.column,
                    **error.parameters,
                ) from error
    return dictionary


def _later_in_order(names: frozenset[str], work: Workshop) -> list[str]:
    """Those of the names that wait for a setting, and those these use, each after what it uses."""
    needed = set(names) & work.later.keys()
    waiting = list(needed)
    while waiting:
        for name in work.later[waiting.pop()].uses & work.later.keys():
            if name not in needed:
                needed.add(name)
                waiting.append(name)
    return [name for name in work.later if name in needed]


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
