"""The first letter of a text, and what no line may part."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from ccsdesk import paths
from ccsdesk.text.setting import NO_BREAK, begun, quoted, together

STAY_SMALL = {
    "sl": {
        "s. p. (samostojni podjetnik)",
        "d. o. o. (družba z omejeno odgovornostjo)",
        "d. d. (delniška družba)",
    },
    "en": set(),
}
"""The only texts of the catalogue that begin with a small letter wherever they stand."""
BEGUN_ABBREVIATION = re.compile(r"[^\W\d_]\.\s")
SMALL_WITHIN = re.compile(r"[a-zčšž][A-ZČŠŽ0-9]")
"""A name such as iPhone or eSlog, which a capital would spoil."""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zadruga", "Zadruga"),
        ("širimo se", "Širimo se"),
        ("s. p.", "s. p."),
        (f"d.{NO_BREAK}o.{NO_BREAK}o.", f"d.{NO_BREAK}o.{NO_BREAK}o."),
        ("10 ljudi", "10 ljudi"),
        ("", ""),
    ],
)
def test_a_text_begins_with_a_capital_and_an_abbreviation_does_not(text: str, said: str) -> None:
    assert begun(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("do 5.000 € ali 60 % stroškov", "do 5.000~€ ali 60~% stroškov"),
        ("s. p. ali d. o. o.", "s.~p. ali d.~o.~o."),
        ("To je vse. a ni. b", "To je vse. a ni. b"),
        ("leta 2024 in €5,000", "leta 2024 in €5,000"),
    ],
)
def test_a_number_keeps_its_sign_and_an_abbreviation_stays_whole(text: str, said: str) -> None:
    assert together(text).replace(NO_BREAK, "~") == said


def test_only_the_beginning_of_a_long_text_is_quoted() -> None:
    assert quoted("Žalec") == "Žalec"
    assert quoted("z" * 200) == "z" * 40 + "…"
    assert quoted("a b " * 20, most=4) == "a b…"


def texts(node: object) -> Iterator[tuple[str, str]]:
    """Every text of a file of the catalogue, with its language."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in STAY_SMALL and isinstance(value, str):
                yield key, value
            else:
                yield from texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)


def test_of_the_whole_catalogue_only_known_abbreviations_stay_small() -> None:
    files = sorted((paths.resources() / "catalogue").rglob("*.yaml"))
    found = {
        one
        for path in files
        for one in texts(yaml.load(path.read_bytes(), yaml.CBaseLoader))  # noqa: S506 - strings only
    }
    assert len(found) > 3000
    small = {language: set[str]() for language in STAY_SMALL}
    spoilt = []
    for language, text in found:
        made = begun(text)
        if made[:1].islower():
            small[language].add(text)
        elif BEGUN_ABBREVIATION.match(made) or (made != text and SMALL_WITHIN.match(text)):
            spoilt.append(made)
    assert small == STAY_SMALL
    assert spoilt == []
