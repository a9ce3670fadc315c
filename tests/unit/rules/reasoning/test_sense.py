"""Conditions that make no sense, each kind with a catalogue that has it and one that nearly does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.rules.catalogue.build import Built, build_with_spots
from ccsdesk.rules.catalogue.finding import Finding, Severity
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.catalogue.marks import Mark
from ccsdesk.rules.catalogue.spot import Spot
from ccsdesk.rules.language.core import Test
from ccsdesk.rules.reasoning.sense import senseless
from ccsdesk.services.catalogue_care import check
from tests.support import catalogues, worlds
from tests.support.garden_match import DAY, ENTRY
from tests.support.offers import programme
from tests.support.oracle import Oracle

Look = Callable[..., list[Finding]]
GROWER = "questions/2-grower.yaml"
OPTIONS = "unused-option"
"""The garden has a question of which two options are never named; it is in every result."""


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Give a function that looks at a garden with a programme for each list of lines."""

    def at(*programmes: list[str], files: dict[str, str | None] | None = None) -> list[Finding]:
        changes = dict(files or {})
        for number, lines in enumerate(programmes):
            name = f"p{number:02}"
            entry = ENTRY.format(id=name, window="{kind: rolling}")
            body = "".join(f"  - {line}\n" for line in lines)
            changes[f"programmes/{name}.yaml"] = f"{entry}eligible:\n{body}"
        folder = catalogues.write(tmp_path, changes)
        return list(senseless(build_with_spots(read_folder(folder)), DAY))

    return at


def codes(findings: list[Finding]) -> list[str]:
    return [one.code for one in findings if one.code != OPTIONS]


def test_the_garden_makes_sense(look: Look) -> None:
    assert codes(look()) == []


def test_a_condition_that_nobody_meets_is_told_where_it_stands(look: Look) -> None:
    (found,) = (
        one for one in look(["role is member", "area less than 10 m2"]) if one.code != OPTIONS
    )
    assert (found.code, found.severity) == ("never-met", Severity.WARNING)
    assert (found.file, found.line) == ("programmes/p00.yaml", 14)
    assert found.message == "No answers can meet this condition."
    assert codes(look(["role is member", "area at most 10 m2"])) == []


def test_conditions_that_exclude_each_other_are_told_of_the_programme(look: Look) -> None:
    (found,) = (
        one for one in look(["area less than 50 m2", "area more than 50 m2"]) if one.code != OPTIONS
    )
    assert found.message == "No answers can meet the conditions of “p00” together."
    assert codes(look(["area at most 50 m2", "area at least 50 m2"])) == []


def test_conditions_that_only_who_is_asked_can_meet_exclude_each_other(look: Look) -> None:
    assert codes(look(["not has_plot", "area at least 50 m2"])) == ["never-met"]
    assert codes(look(["has_plot", "area at least 50 m2"])) == []


def test_a_condition_that_everybody_meets_is_told(look: Look) -> None:
    assert codes(look(["{any: [role is member, not role is member]}"])) == []
    assert codes(look(["not area less than 10 m2"])) == ["always-met"]
    assert codes(look(["not area at most 10 m2"])) == []


def test_a_condition_that_another_one_implies_is_told_with_it(look: Look) -> None:
    (found,) = (
        one for one in look(["area at least 50 m2", "area at least 20 m2"]) if one.code != OPTIONS
    )
    assert (found.code, found.line) == ("implied", 14)
    assert found.message == "Whoever meets the condition of line 13 meets this condition, too."
    assert codes(look(["area at least 50 m2", "area at most 60 m2"])) == []


def test_that_somebody_is_asked_at_all_implies_nothing(look: Look) -> None:
    assert codes(look(["has_plot", "area at least 50 m2"])) == []


def test_two_programmes_that_ask_the_same_are_told_of_the_second(look: Look) -> None:
    lines = ["role is member", "area at least 50 m2"]
    (found,) = (one for one in look(lines, lines[::-1]) if one.code != OPTIONS)
    assert (found.code, found.file) == ("same-rules", "programmes/p01.yaml")
    assert codes(look(lines, ["role is member", "area at least 51 m2"])) == []
    # one condition in common is nothing to wonder about
    assert codes(look(["role is member"], ["role is member"])) == []


def test_a_question_that_is_never_or_always_asked_is_told(look: Look) -> None:
    plot = "questions/1-plot.yaml"

    def asked_when(line: str) -> dict[str, str | None]:
        text = catalogues.FILES[plot].replace("asked_when: has_plot", f"asked_when: {line}", 1)
        return {plot: text}

    never = [one for one in look(files=asked_when("share less than 0 %")) if one.code != OPTIONS]
    assert {one.code for one in never} == {"never-asked", "never-met"}
    assert ["“area” can never" in one.message for one in never].count(True) == 1
    assert codes(look(files=asked_when("share at least 1 %"))) == []
    assert codes(look(files=asked_when("not share less than 0 %"))) == ["always-asked"]


def test_options_that_no_condition_names_are_told_unless_they_are_the_rest(look: Look) -> None:
    (found,) = (one for one in look() if one.code == OPTIONS)
    assert found.message == "No condition names these options of “role”: member, guest."
    assert (found.file, found.severity) == (GROWER, Severity.WARNING)
    named = [one.code for one in look(["role is member"])]
    assert OPTIONS not in named
    text = catalogues.FILES[GROWER].replace(
        "  - id: role\n", "  - id: role\n    rest: [member, guest]\n"
    )
    assert OPTIONS not in [one.code for one in look(files={GROWER: text})]


def test_what_is_over_may_ask_for_what_is_past(look: Look, tmp_path: Path) -> None:
    entry = ENTRY.format(id="old", window="{kind: ended}")
    old = f"{entry}eligible:\n  - area less than 10 m2\n"
    assert codes(look(files={"programmes/old.yaml": old})) == []


def test_the_shipped_catalogue_makes_sense() -> None:
    _, findings = check(None, DAY.replace(month=11, day=24))
    assert [one for one in findings if one.code != "stale-source"] == []


@settings(max_examples=150, deadline=None)
@given(worlds.asking(), worlds.conditions())
def test_nothing_is_told_that_is_not_so(asked: dict[str, Test], test: Test) -> None:
    catalogue = worlds.with_programme(worlds.world(asked), programme(), test)
    truths = Oracle(catalogue, worlds.NAMES).verdicts(test, AnswerSet())
    spots = {name: Spot("questions.yaml", None, Mark(1, 1)) for name in worlds.NAMES}
    found = {one.code for one in senseless(Built(catalogue, spots, {}), worlds.DAY)}
    assert ("never-met" in found) == (truths == {False})
    assert ("always-met" in found) == (truths == {True})
