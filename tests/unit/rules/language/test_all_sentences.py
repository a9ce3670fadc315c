"""Every sentence of the shipped conditions, to be read like prose. Renew with CCSDESK_RENEW_GOLDEN=1."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from ccsdesk.rules.catalogue.cache import load_catalogue
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import Rule, RuleKind
from ccsdesk.services.catalogue_care import shipped
from tests.support.checkout import ROOT

GOLDEN = ROOT / "tests" / "golden"
LANGUAGES = ("sl", "en")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(shipped(), cache=None)


def rules_of(catalogue: Catalogue) -> Iterator[tuple[str, Rule]]:
    for name, rule in sorted(catalogue.rules.items()):
        for lot, one in catalogue.lots.get(name, ()) or (("", rule),):
            yield f"{name} {lot}".strip(), one
    yield from sorted(catalogue.measure_rules.items())
    for need in catalogue.needs_rules:
        yield f"need {need.need}", need.rule
    for entry in catalogue.swot:
        yield f"swot {entry.id}", entry.rule
    for gate in catalogue.stages.gates:
        yield f"stage {gate.stage}", gate.rule
    for name, rule in catalogue.asked_when_rules.items():
        yield f"asked {name}", rule


def lines_of(rule: Rule, language: str, depth: int = 1) -> Iterator[str]:
    """One line a condition; a group by its heading alone, as its conditions follow. Nothing where nothing is asked."""
    sentence = rule.text[language]
    if rule.children and rule.kind is not RuleKind.BLOCK and ": " in sentence:
        sentence = sentence.partition(": ")[0] + ":"
    if sentence:
        yield f"{'  ' * depth}{sentence}"
    for child in rule.children:
        yield from lines_of(child, language, depth + 1)


def said(catalogue: Catalogue, language: str) -> str:
    lines = []
    for name, rule in rules_of(catalogue):
        lines.append(name)
        lines.extend(lines_of(rule, language))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_as_they_were_read(catalogue: Catalogue, language: str) -> None:
    file = GOLDEN / f"sentences_{language}.txt"
    now = said(catalogue, language)
    if os.environ.get("CCSDESK_RENEW_GOLDEN"):
        file.write_text(now, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_a_whole_sentence(catalogue: Catalogue, language: str) -> None:
    for name, rule in rules_of(catalogue):
        for line in lines_of(rule, language):
            sentence = line.strip()
            assert sentence[0].isupper() or not sentence[0].isalpha(), (name, sentence)
            assert "  " not in sentence, (name, sentence)
            assert "{" not in sentence, (name, sentence)
