"""The sentence of a condition or group in each language of the catalogue.

Only what passed the checker comes here. Sentences are built as "Label: relation value", which needs no cases of the
catalogue's own words; what the program's words bend themselves (days, months, units) stands in `wording`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ccsdesk.domain.question import Texts
from ccsdesk.rules.language.clauses import Clauses, bare
from ccsdesk.rules.language.core import RuleKind
from ccsdesk.rules.language.scope import Scope
from ccsdesk.rules.language.syntax import TestNode
from ccsdesk.rules.language.wording import wording_of

LONGEST_GROUP = 300
"""A group whose conditions take more characters is told by its heading alone; they stand under it anyway."""


def line_text(node: TestNode, scope: Scope) -> Texts:
    """The positive sentence of a condition, by language."""
    return {
        language: Clauses(language, wording_of(language), scope).sentence(node)
        for language in scope.dictionary.languages
    }


def exception_text(node: TestNode, scope: Scope) -> Texts:
    """The words of an exception inside the sentence of its condition, by language."""
    return {
        language: Clauses(language, wording_of(language), scope).exception(node)
        for language in scope.dictionary.languages
    }


def excepted_text(text: Texts, unless: Texts) -> Texts:
    """A sentence with its exception, by language."""
    return {
        language: wording_of(language).unless.format(
            text=bare(said), exception=bare(unless.get(language, ""))
        )
        for language, said in text.items()
    }


def group_text(
    kind: RuleKind, children: Sequence[Texts], count: int | None, languages: Sequence[str]
) -> Texts:
    """The sentence of a group: its heading and its conditions, by language."""
    return {
        language: _group(kind, [child.get(language, "") for child in children], count, language)
        for language in languages
    }


def heading(kind: RuleKind, count: int | None, language: str) -> str:
    """The words above the conditions of a group: "At least two of these"."""
    words = wording_of(language)
    if count == 0 and kind is not RuleKind.AT_LEAST:
        return words.none_heading
    number = "" if count is None else str(count)
    if count is not None and count < len(words.counts):
        number = words.counts[count]
    return words.headings[kind].format(count=number)


def _group(kind: RuleKind, said: list[str], count: int | None, language: str) -> str:
    words = wording_of(language)
    if len(said) == 1 and kind in {RuleKind.ALL, RuleKind.ANY}:
        return said[0]
    said = [bare(text) for text in said]
    if kind is RuleKind.VARIANT:
        text = words.variant.format(when=said[0], then=said[1])
        if len(said) > 2:
            text += words.otherwise.format(otherwise=said[2])
        return text
    joined, above = "; ".join(said), heading(kind, count, language)
    return f"{above}: {joined}" if len(joined) <= LONGEST_GROUP else above
