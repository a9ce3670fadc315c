"""Lots of a programme, and the trees of conditions with their states."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.verdict import Truth, Verdict
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import catalogues
from tests.support.garden_match import DAY, WORDS, answered, built, matched


def lots(result: MatchResult) -> list[tuple[str, str]]:
    return [(lot.id, WORDS[lot.verdict]) for lot in result.programme("rain-barrel").lots]


TWO_LOTS = """\
lots:
  - id: large
    name: {en: Large, de: Groß}
    without: [role]
    eligible: [plot_size is large]
  - id: small
    name: {en: Small, de: Klein}
    eligible: [plot_size is small]
"""


def two_lots(tmp_path: Path) -> Catalogue:
    head, _, tail = catalogues.RAIN_BARREL.partition("lots:\n")
    tail = tail[tail.index("relations:") :]
    changes: dict[str, str | None] = {"programmes/rain-barrel.yaml": head + TWO_LOTS + tail}
    return catalogues.garden(tmp_path / "catalogue", changes)


def test_a_programme_is_eligible_if_in_every_completion_some_lot_is(tmp_path: Path) -> None:
    catalogue = two_lots(tmp_path)
    answers = "role: member, has_plot: true, site: north, aid: [], rented: 2021-06-01"
    result = matched(tmp_path, catalogue, answers, date(2026, 4, 10))
    assert lots(result) == [("large", "open"), ("small", "open")]
    found = result.programme("rain-barrel")
    assert (found.verdict, found.missing) == (Verdict.OPEN, ("area",))  # above 300 m2 none is
    narrow = matched(tmp_path, catalogue, f"{answers}, area: {{at_most: 200}}", date(2026, 4, 10))
    assert lots(narrow) == [("large", "open"), ("small", "open")]
    assert narrow.programme("rain-barrel").verdict is Verdict.ELIGIBLE
    guest = matched(tmp_path, catalogue, f"{answers}, area: 80".replace("member", "waiting"))
    assert lots(guest) == [("large", "no"), ("small", "no")]
    assert guest.programme("rain-barrel").verdict is Verdict.NOT_ELIGIBLE


def test_the_tree_of_a_programme_shows_every_condition_with_its_state(tmp_path: Path) -> None:
    text = (
        "  - {rule: area at least 50, unless: role is guest, id: size, source: 1, assumed: true}\n"
        "  - any:\n      - has_plot\n      - role is member\n"
        "  - keen\n"
        "sources: [{url: https://example.org/one}]\n"
    )
    catalogue = built(tmp_path, "budget at most 10 EUR", more=text)
    matcher = Matcher(catalogue, DAY)
    answers = answered(tmp_path, catalogue, "has_plot: true, area: 20, budget: 5")
    tree = matcher.explain(answers, "p00")
    assert (tree.kind, tree.state) == ("all", Truth.OPEN)
    budget, size, either, keen = tree.children
    assert (budget.kind, budget.state, budget.questions) == ("condition", Truth.YES, ("budget",))
    assert (size.state, size.questions) == (Truth.OPEN, ("area", "role"))
    assert (size.assumed, size.source) == (True, "https://example.org/one")
    assert (either.kind, either.state) == ("any", Truth.YES)
    assert [child.state for child in either.children] == [Truth.YES, Truth.OPEN]
    assert either.children[1].source is None
    assert (keen.kind, keen.questions) == ("block", ("skill", "watering"))
    assert keen.text["en"] == "You are keen."


def test_the_tree_of_lots_is_any_of_them_and_measures_have_one_too(tmp_path: Path) -> None:
    catalogue = two_lots(tmp_path)
    matcher = Matcher(catalogue, DAY)
    tree = matcher.explain(AnswerSet({}), "rain-barrel")
    assert (tree.kind, len(tree.children)) == ("any", 2)
    in_order = [name for name in catalogue.dictionary.questions if name in tree.questions]
    assert list(tree.questions) == in_order
    assert matcher.explain(AnswerSet({}), "m-water").questions == ("has_plot",)
    with pytest.raises(KeyError, match="nothing"):
        matcher.explain(AnswerSet({}), "nothing")


def test_a_measure_names_the_source_of_its_condition(tmp_path: Path) -> None:
    text = catalogues.MEASURES.replace("- has_plot", "- {rule: has_plot, source: 1}")
    catalogue = catalogues.garden(tmp_path / "catalogue", {"measures.yaml": text})
    (child,) = Matcher(catalogue, DAY).explain(AnswerSet({}), "m-water").children
    assert child.source == "https://example.org/measures"


def test_what_stands_in_for_a_day_not_announced_is_marked_assumed(tmp_path: Path) -> None:
    catalogue = catalogues.garden(tmp_path / "catalogue", {"cases/members.yaml": None})

    def assumed(day: date) -> list[bool]:
        tree = Matcher(catalogue, day).explain(AnswerSet({}), "rain-barrel")
        return [child.assumed for child in tree.children[0].children]

    assert not any(assumed(date(2026, 4, 10)))
    assert not any(assumed(date(2026, 3, 1)))
    later = Matcher(catalogue, date(2026, 6, 1)).explain(AnswerSet({}), "rain-barrel")
    lines = later.children[0].children
    assert [line.questions for line in lines if line.assumed] == [("area", "rented")]
