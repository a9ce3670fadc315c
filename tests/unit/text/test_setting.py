"""The first letter of a text, and what no line may part."""

from __future__ import annotations

import pytest

from ccsdesk.text.setting import NO_BREAK, begun, together


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
