"""The sentence of a condition in each language of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from ccsdesk.domain.question import Texts
from ccsdesk.rules.language.core import Rule, RuleKind
from ccsdesk.rules.language.facts import Dictionary
from ccsdesk.rules.language.scope import Scope
from ccsdesk.rules.language.syntax import Fact, TestNode


class Sentences:
    """Puts conditions of one catalogue into words."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def of(self, node: TestNode, scope: Scope) -> Texts:
        """The positive sentence of a condition."""
        if isinstance(node, Fact) and node.name.text in scope.dictionary.blocks:
            return scope.dictionary.blocks[node.name.text].text
        return dict.fromkeys(self._dictionary.languages, "")

    def excepted(self, text: Texts, unless: Texts) -> Texts:
        """A sentence with its exception."""
        return {language: f"{text[language]} ({unless.get(language, '')})" for language in text}


def group_text(
    kind: RuleKind, children: Iterable[Rule], count: int | None, languages: Iterable[str]
) -> Texts:
    """The sentence of a group."""
    joined = {
        language: [child.text.get(language, "") for child in children] for language in languages
    }
    return {language: "; ".join(parts) for language, parts in joined.items()}
