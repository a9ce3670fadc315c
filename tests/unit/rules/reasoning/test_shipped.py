"""What holds for any answers to the shipped questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet, DontKnow
from ccsdesk.domain.verdict import ProgrammeResult, Truth, Verdict
from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.moments import window_on
from ccsdesk.rules.reasoning.planner import propose
from tests.support.answering import partial_answers
from tests.support.checkout import ROOT
from tests.support.garden_match import answered

DAY = date(2026, 11, 22)
FEW = (
    "sps-p1-plus-guarantee",
    "sps-p2-startup-incentive",
    "sps-v1-delegations",
    "ce-cooperation-medium",
    "mk-czk-a3-connector",
    "sfc-cash-rebate",
    "zrsz-self-employment-grant",
)
"""Programmes of different make: lines of every kind, tables, exceptions, rounds."""

CATALOGUE = build_catalogue(read_folder(ROOT / "resources" / "catalogue"))
MATCHER = Matcher(CATALOGUE, DAY)
SOME = settings(deadline=None, suppress_health_check=list(HealthCheck))
answer_sets = partial_answers(CATALOGUE, DAY)


def alone(name: str) -> Matcher:
    """A matcher of one programme and nothing else."""
    small = replace(
        CATALOGUE,
        programmes={name: CATALOGUE.programmes[name]},
        measures={},
        needs_rules=(),
        swot=(),
        capabilities=(),
    )
    return Matcher(small, DAY)


ALONE = {name: alone(name) for name in FEW if name in CATALOGUE.programmes}


def test_the_few_are_in_the_catalogue() -> None:
    assert set(ALONE) == set(FEW)


def test_the_citys_culture_call_may_be_open_in_november() -> None:
    call = CATALOGUE.programmes["mol-culture-projects"]
    in_season = {
        day.isoformat()
        for day in (date(2026, 9, 30), date(2026, 11, 23), date(2026, 12, 1))
        if (expected := window_on(call, day).expected) is not None and expected.in_season
    }
    assert in_season == {"2026-11-23"}


def test_a_usual_closing_has_a_source_or_says_that_it_is_inferred() -> None:
    rules = {name: item.window.closing for name, item in CATALOGUE.programmes.items()}
    closings = {name: closing for name, closing in rules.items() if closing is not None}
    assert closings
    for name, closing in closings.items():
        assert closing.inferred or closing.source is not None, name


def test_no_first_step_hangs_on_a_condition() -> None:
    conditional = {
        name
        for name, item in CATALOGUE.programmes.items()
        for note in item.steps[:1]
        if note.text["sl"].startswith("Če ") or note.text["en"].startswith("If ")
    }
    assert conditional == set()


def others(folder: Path, text: str) -> tuple[frozenset[str], frozenset[str]]:
    match = MATCHER.match(answered(folder, CATALOGUE, text, DAY))
    return match.places_of_others, match.stories_of_others


def test_places_and_stories_of_another_region_or_field_are_told_apart(tmp_path: Path) -> None:
    places, stories = others(tmp_path, "seat: zalec, legal_form: sp, fields: [visual_arts]")
    assert {"rra-lur", "rcke", "mao", "center-rog", "technology-park"} <= places
    assert not {"spot", "czk", "asociacija"} & places
    assert {"creative-mission", "plecnik-kiosk"} <= stories


def test_a_designer_in_the_region_keeps_its_places_and_stories(tmp_path: Path) -> None:
    places, stories = others(tmp_path, "seat: domzale, legal_form: sp, fields: [design]")
    assert not {"rra-lur", "rcke", "mao", "center-rog"} & places
    assert not {"creative-mission", "plecnik-kiosk", "mag-lev"} & stories


def test_while_nothing_is_answered_no_place_is_left_out(tmp_path: Path) -> None:
    assert others(tmp_path, "employees: 0")[0] == frozenset()


@settings(SOME, max_examples=20)
@given(answer_sets)
def test_missing_and_because_tell_open_from_settled(answers: AnswerSet) -> None:
    result = MATCHER.match(answers)
    asked = MATCHER.asked(answers)
    for item in (*result.programmes, *result.measures):
        is_open = item.verdict is Verdict.OPEN
        assert bool(item.missing) == is_open
        assert not (is_open and item.because)
        assert not set(item.missing) & set(result.ignored)
        assert all(asked[question] is not Truth.NO for question in item.missing)
        for question in item.because:
            assert question in answers.answers
            assert not isinstance(answers.answers[question], DontKnow)
            assert question not in result.ignored
    assert set(result.ignored) == {
        question for question in answers.answers if asked[question] is Truth.NO
    }
    assert propose(CATALOGUE, result, answers.plan).chosen


@settings(SOME, max_examples=40)
@given(answer_sets, st.sampled_from(FEW))
def test_because_forces_the_verdict_and_nothing_in_it_can_be_left_out(
    answers: AnswerSet, name: str
) -> None:
    found = _only(name, answers.answers)
    kept = {question: answers.answers[question] for question in found.because}
    if found.verdict is Verdict.OPEN:
        return
    assert _only(name, kept).verdict is found.verdict
    for dropped in kept:
        fewer = {question: answer for question, answer in kept.items() if question != dropped}
        assert _only(name, fewer).verdict is not found.verdict


def _only(name: str, answers: Mapping[str, object]) -> ProgrammeResult:
    (found,) = ALONE[name].match(AnswerSet(answers)).programmes  # type: ignore[arg-type]
    return found


@settings(SOME, max_examples=12)
@given(answer_sets, answer_sets)
def test_answering_more_never_flips_a_verdict(first: AnswerSet, more: AnswerSet) -> None:
    before = MATCHER.match(first)
    told = {
        question: answer
        for question, answer in first.answers.items()
        if not isinstance(answer, DontKnow)
    }
    after = MATCHER.match(AnswerSet({**more.answers, **told}))
    for earlier, later in zip(before.programmes, after.programmes, strict=True):
        if earlier.verdict is not Verdict.OPEN:
            assert later.verdict is earlier.verdict, earlier.id
    if before.profile.stage is not None and before.profile.stage.settled:
        assert after.profile.stage is not None
        assert after.profile.stage.id == before.profile.stage.id


@settings(SOME, max_examples=5)
@given(answer_sets, answer_sets)
def test_the_same_answers_give_the_same_result_whatever_came_before(
    answers: AnswerSet, others: AnswerSet
) -> None:
    first = MATCHER.match(answers)
    MATCHER.match(others)
    turned = AnswerSet(dict(reversed(answers.answers.items())))
    assert MATCHER.match(turned) == first


def test_nothing_to_do_first_begins_with_a_condition() -> None:
    openings = {"sl": ("Če ", "Ko ", "Kadar "), "en": ("If ", "When ", "Should ")}
    firsts = [one.steps[0].text for one in CATALOGUE.programmes.values() if one.steps]
    assert firsts
    for text in firsts:
        for language, words in openings.items():
            assert not text[language].startswith(words), text[language]
