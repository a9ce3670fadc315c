"""The days of the example firms in the shipped catalogue, against rules made for each day alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.verdict import ProgrammeResult, Verdict
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.reasoning.bound import bind
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.view import View
from tests.support.checkout import ROOT
from tests.support.times import VERDICTS

DAY = date(2026, 11, 24)
NEXT_DAYS = 40
"""Days that are tried one after the other; after them one of each two months, and those around every turn."""
FAR_DAYS = range(61, 3653, 61)
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CATALOGUE = build_catalogue(read_folder(ROOT / "resources" / "catalogue"))

Days = dict[str, Verdict]


def firms() -> dict[str, AnswerSet]:
    return {path.stem: read_answers(path, CATALOGUE, day=DAY) for path in EXAMPLES}


def verdicts_on(day: date, firms: Mapping[str, AnswerSet]) -> dict[str, Days]:
    """The verdict of every programme and measure for each firm, by rules made for this day."""
    engine = Engine(CATALOGUE, day)
    offers = [
        bind(engine, item, CATALOGUE.rules[key], CATALOGUE.lots.get(key, ()))
        for key, item in sorted(CATALOGUE.programmes.items())
    ]
    offers += [
        bind(engine, item, CATALOGUE.measure_rules[key])
        for key, item in sorted(CATALOGUE.measures.items())
    ]
    views = {name: View.of_answers(engine, firm.answers) for name, firm in firms.items()}
    return {
        name: {offer.item.id: VERDICTS[offer.condition.settled(view)] for offer in offers}
        for name, view in views.items()
    }


def foretold(result: ProgrammeResult, day: date) -> bool | None:
    """Whether it should be eligible on a day; None where its two days say nothing about it."""
    if result.verdict is Verdict.OPEN:
        return None
    if result.starts is not None and day < result.starts:
        return False
    if result.until is not None and day > result.until:
        return False if day == result.until + timedelta(days=1) else None
    return result.verdict is Verdict.ELIGIBLE or result.starts is not None


def days_to_try(results: list[ProgrammeResult]) -> Iterator[date]:
    for ahead in (*range(NEXT_DAYS), *FAR_DAYS):
        yield DAY + timedelta(days=ahead)
    for result in results:
        for turn in (result.starts, result.until):
            if turn is not None:
                yield from (turn + timedelta(days=ahead) for ahead in (-1, 0, 1))


def test_the_examples_turn_when_rules_of_the_day_say_so() -> None:
    matcher, asked = Matcher(CATALOGUE, DAY), firms()
    found = {
        name: [*match.programmes, *match.measures]
        for name, match in ((name, matcher.match(firm)) for name, firm in asked.items())
    }
    results = [result for of_firm in found.values() for result in of_firm]
    assert any(result.until is not None for result in results)
    for day in sorted(set(days_to_try(results))):
        verdicts = verdicts_on(day, asked)
        for name, of_firm in found.items():
            wrong = [
                (result.id, day)
                for result in of_firm
                if (expected := foretold(result, day)) is not None
                and (verdicts[name][result.id] is Verdict.ELIGIBLE) is not expected
            ]
            assert not wrong, name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_told_of_what_is_open(path: Path) -> None:
    match = Matcher(CATALOGUE, DAY).match(read_answers(path, CATALOGUE, day=DAY))
    for result in (*match.programmes, *match.measures):
        if result.verdict is Verdict.OPEN:
            assert (result.starts, result.until) == (None, None)
