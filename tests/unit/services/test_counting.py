"""Programmes and measures are counted in one way: while answering, in the results, on paper, at the terminal."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

import pytest

from ccsdesk.cli import as_text
from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.verdict import Shelf
from ccsdesk.report import compose
from ccsdesk.report.content import PlanContent
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.presenting.telling import MatchTelling
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.text.names import SHELF_NAMES
from tests.support.block_text import document_text
from tests.support.checkout import ROOT
from tests.support.command_line import DAY

EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
SO_FAR = (1, 5, 12, 1000)
"""How many of the answers are given: a visit has numbers all along."""


@cache
def shipped() -> tuple[Catalogue, Results]:
    catalogue = open_catalogue(ROOT / "resources" / "catalogue")
    return catalogue, Results(catalogue, DAY)


def some_answers(example: str, number: int) -> AnswerSet:
    catalogue, _ = shipped()
    answers = read_answers_of(ROOT / "examples" / f"{example}.yaml", catalogue, DAY)
    return AnswerSet(dict(islice(answers.answers.items(), number)))


@pytest.mark.parametrize("number", SO_FAR)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_place_shows_the_same_numbers(example: str, number: int) -> None:
    catalogue, results = shipped()
    answers, words = some_answers(example, number), Words("en")
    match = results.match(answers)
    counts = match.counts

    running = results.tally(answers)
    assert running.fit == counts[Shelf.APPLY_NOW] + counts[Shelf.OPENS_LATER]
    assert running.possible == counts[Shelf.NOT_CLEAR]

    told = MatchTelling(results, answers, match, asked=results.asked(answers), words=words)
    view = told.view()
    assert {one.state: one.number for one in view.tally} == counts
    listed = [row.id for group in view.groups for row in group.rows]
    assert sorted(listed) == sorted((*catalogue.programmes, *catalogue.measures))
    rows = {group.key: len(group.rows) for group in view.groups}
    assert {shelf: rows.get(shelf.value, 0) for shelf in Shelf} == counts

    lines = "\n".join(as_text.match(catalogue, match, words))
    for shelf in Shelf:
        found = re.search(rf"^{SHELF_NAMES[shelf]} \((\d+)\)$", lines, re.MULTILINE)
        assert (int(found[1]) if found else 0) == counts[shelf]

    content = PlanContent(
        catalogue=catalogue,
        match=match,
        answers=answers,
        plan=told.plan,
        reasons={name: results.reason(answers, name) for name in told.plan.chosen},
        language="en",
        day=DAY,
        unasked=results.unasked(answers),
    )
    paper = document_text(compose(content))
    for shelf in set(Shelf) - {Shelf.CLOSED}:
        assert re.search(rf"\s{counts[shelf]} {SHELF_NAMES[shelf]}(;|$)", paper, re.MULTILINE)
    rest = {
        Shelf.NOT_CHOSEN: "are for plans or wishes that you did not tick.",
        Shelf.NOT_FOR_YOU: "are not for you now.",
    }
    for shelf, said in rest.items():
        if counts[shelf] > 1:
            assert f"{counts[shelf]} programmes and measures {said}" in paper
    assert f"{counts[Shelf.CLOSED]} programmes and measures are closed." in paper
