"""A catalogue says for whom it is made, and the plan tells everybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet, Selection, exactly
from ccsdesk.report import compose
from ccsdesk.report.content import PlanContent
from ccsdesk.report.priorities import priorities
from ccsdesk.report.voice import Voice
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from tests.support.block_text import document_text
from tests.support.catalogues import changed
from tests.support.command_line import DAY
from tests.support.garden_match import built, matched

MADE_FOR = """\
made_for:
  when: role is member
  otherwise: {en: It is made for members., de: Er ist für Mitglieder.}
"""


@pytest.mark.parametrize(
    ("text", "is_for_others"),
    [
        ("role: guest", True),
        ("role: member", False),
        ("role: dont_know", False),
        ("has_plot: true", False),
    ],
)
def test_only_who_is_certainly_another_is_told(
    tmp_path: Path, text: str, *, is_for_others: bool
) -> None:
    files = changed("catalogue.yaml", "languages:", f"{MADE_FOR}languages:")
    catalogue = built(tmp_path, files=files)
    assert matched(tmp_path, catalogue, text).is_for_others is is_for_others


def test_a_catalogue_for_everybody_tells_nobody(tmp_path: Path) -> None:
    assert not matched(tmp_path, built(tmp_path), "role: guest").is_for_others


@pytest.mark.parametrize(("seat", "told"), [("maribor", True), ("ljubljana", False)])
def test_the_first_page_of_the_plan_names_the_region_to_those_outside(
    seat: str, *, told: bool
) -> None:
    catalogue = open_catalogue()
    answers = AnswerSet({"legal_form": exactly("sp"), "seat": exactly(seat)})
    results = Results(catalogue, DAY)
    match = results.match(answers)
    content = PlanContent(
        catalogue=catalogue,
        match=match,
        answers=answers,
        plan=results.propose(answers, match),
        reasons={},
        language="en",
        day=DAY,
        unasked=results.unasked(answers),
    )
    said = document_text(compose(content))
    sentence = "This catalogue is made for the Ljubljana Urban Region."
    front, places = said.split("Places to go to")
    assert (sentence in front) is told
    assert (sentence in places) is told


def test_no_priority_names_a_measure_of_a_region_one_most_likely_is_not_in() -> None:
    catalogue = open_catalogue()
    measures = {measure.name["en"] for measure in catalogue.measures.values()}
    given = {
        "legal_form": exactly("sp"),
        "wishes": Selection(frozenset({frozenset({"finance", "market_access"})})),
    }
    results = Results(catalogue, DAY)
    named = {}
    for seat in ("maribor", "ljubljana"):
        answers = AnswerSet({**given, "seat": exactly(seat)})
        match = results.match(answers)
        voice = Voice(catalogue, Words("en"), given=answers)
        found = priorities(voice, match, results.propose(answers, match))
        assert found
        named[seat] = [name for one in found for name in one.helps]
        for one in found:
            assert sum("(not clear yet)" in name for name in one.helps) <= 1
    unclear = {name.removesuffix(" (not clear yet)") for name in named["maribor"] if "(" in name}
    assert not unclear & measures
    assert {name.removesuffix(" (not clear yet)") for name in named["ljubljana"]} & measures
