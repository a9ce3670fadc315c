"""The page of results in words: stage with its evidence, priorities, capabilities, needs and SWOT."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from ccsdesk.domain.answers import AnswerSet, Selection, exactly
from ccsdesk.domain.question import Kind
from ccsdesk.domain.verdict import Shelf, Verdict, Window
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.presenting.telling import MatchTelling
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from tests.support.checkout import ROOT
from tests.support.command_line import DAY as SHIPPED_DAY
from tests.support.garden_match import answered, built
from tests.support.tellings import told


@pytest.fixture
def view(tmp_path):
    """Give a function that makes the view of a garden with these answers."""
    catalogue = built(tmp_path)

    def make(text, stage=None, language="en"):
        answers = answered(tmp_path, catalogue, text)
        corrected = AnswerSet(answers.answers, stage=stage)
        return told(catalogue, corrected, language=language).view()

    return make


def test_the_stage_stands_among_all_stages_with_its_description_and_honest_word(view):
    stage = view("skill: good").stage
    assert [one.name for one in stage.stages] == ["Seed", "Bloom"]
    assert (stage.here, stage.name) == (1, "Bloom")
    assert stage.description == "In full swing."
    assert stage.proposal == "Only a proposal."
    assert stage.settled is False


def test_the_answers_behind_the_stage_can_be_gone_to(view):
    (link,) = view("skill: good").stage.evidence
    assert (link.id, link.said) == ("skill", "knowledge of soil: good")


def test_an_unknown_stage_says_so_and_names_the_first_question_about_it(view):
    stage = view("budget: 20").stage
    assert (stage.name, stage.here, stage.computed) == ("", None, None)
    assert stage.sentences[0].startswith("Not known yet")
    assert stage.ask is not None
    assert stage.ask.id == "skill"


def test_a_corrected_stage_keeps_both(view):
    stage = view("skill: good", stage="seed").stage
    assert (stage.computed, stage.corrected) == ("bloom", "seed")
    assert stage.name == "Seed"
    assert stage.near is None
    assert any("bloom" in sentence for sentence in stage.sentences)


def test_capabilities_have_score_target_and_advice(view):
    (soil,) = view("skill: little, watering: w1").capabilities
    assert (soil.name, soil.score, soil.target) == ("Soil", 25, 25)
    assert (soil.score_word, soil.target_word, soil.advice) == ("25", "25", "low")
    assert not soil.is_short


def test_a_capability_without_enough_answers_says_so(view):
    (soil,) = view("budget: 20").capabilities
    assert (soil.score, soil.score_word, soil.target_word) == (None, "not enough answers", "–")


@pytest.mark.parametrize(("known", "is_enough"), [(0, False), (1, False), (2, True), (4, True)])
def test_a_profile_is_drawn_once_half_of_it_is_known(view, known, is_enough):
    found = view("skill: good")
    (soil,) = found.capabilities
    some = tuple(replace(soil, score=50 if place < known else None) for place in range(4))
    assert replace(found, capabilities=some).has_profile is is_enough


def test_needs_say_how_strong_they_are_and_where_they_come_from(view):
    (need,) = view("budget: 20").needs
    assert (need.name, need.strength, need.because) == ("Tools", "medium", "Budget")


def test_swot_has_four_sides_with_the_answers_behind_each_entry(view):
    sides = view("skill: expert").swot
    assert [side.id for side in sides] == ["strength", "weakness", "opportunity", "threat"]
    (line,) = sides[0].lines
    assert (line.text, line.said) == ("Keen.", "You said: knowledge of soil: expert.")
    assert not sides[3].lines
    assert sides[3].none


def test_the_tally_counts_every_group(view):
    tally = view("has_plot: true").tally
    assert [one.state for one in tally] == list(Shelf)
    assert sum(one.number for one in tally) == 3


def test_the_question_that_alone_decides_most_is_offered(tmp_path):
    lines = ("skill at least good", "skill at least good", "role is member")
    catalogue = built(tmp_path, *lines)
    found = told(catalogue, answered(tmp_path, catalogue, "has_plot: true")).view()
    rows = {row.id: row for group in found.groups for row in group.rows}
    alone = [row for row in rows.values() if "1 answer would decide: knowledge of soil" in row.why]
    assert found.deciding.question == "skill"
    assert found.deciding.sentence.startswith(
        f"One answer can decide {len(alone)} that are not clear"
    )


def test_a_question_that_only_comes_after_another_does_not_hide_that_one(tmp_path):
    rule = "{any: [role is member, area at least 50 m2]}"
    catalogue = built(tmp_path, rule, rule)
    view = told(catalogue, answered(tmp_path, catalogue, "has_plot: dont_know")).view()
    rows = {row.id: row for group in view.groups for row in group.rows}
    assert "3 answers would decide" in rows["p00"].why
    assert view.deciding.question == "role"


def test_a_question_that_settles_by_itself_goes_before_one_that_others_follow(tmp_path):
    followed = "{any: [role is member, area at least 50 m2]}"
    catalogue = built(tmp_path, followed, followed, "skill at least good")
    deciding = told(catalogue, answered(tmp_path, catalogue, "has_plot: dont_know")).view().deciding
    assert deciding.question == "skill"
    assert deciding.sentence.startswith("One answer can decide 1 that is not clear")


@pytest.mark.parametrize("number", [5, 20, 25])
@pytest.mark.parametrize("example", ["architects", "dancer", "student"])
def test_whatever_is_answered_decides_all_that_the_offer_counts(example, number):
    catalogue = open_catalogue(ROOT / "resources" / "catalogue")
    given = read_answers_of(ROOT / "examples" / f"{example}.yaml", catalogue, SHIPPED_DAY)
    answers = AnswerSet(dict(islice(given.answers.items(), number)))
    results = Results(catalogue, SHIPPED_DAY)
    match = results.match(answers)
    asked = results.asked(answers)
    found = MatchTelling(results, answers, match, asked=asked, words=Words("en")).view().deciding
    shelf = [
        one
        for one in (*match.programmes, *match.measures)
        if one.shelf is Shelf.NOT_CLEAR and one.window.window is not Window.UNKNOWN
    ]
    counted = {one.id for one in shelf if one.missing == (found.question,)}
    assert f"One answer can decide {len(counted)} that" in found.sentence
    for value in possible(catalogue.dictionary.questions[found.question]):
        after = results.match(answers.with_answer(found.question, value))
        open_still = {one.id for one in after.programmes if one.verdict is Verdict.OPEN}
        assert counted.isdisjoint(open_still)


def possible(question):
    """Some of the answers that leave nothing open, the plainest first."""
    if question.kind is Kind.YES_NO:
        return [exactly("yes"), exactly("no")]
    assert question.kind is Kind.SEVERAL
    chosen = [frozenset(), *(frozenset({option.id}) for option in question.options)]
    return [Selection(frozenset({one})) for one in chosen]


def test_no_answer_is_said_to_decide_what_nobody_knows_to_be_open(tmp_path):
    catalogue = built(tmp_path, "skill at least good", window="{kind: unknown}")
    view = told(catalogue, answered(tmp_path, catalogue, "role: member")).view()
    assert view.deciding is None or view.deciding.question != "skill"


def test_what_a_person_does_not_know_is_not_asked_again(tmp_path):
    catalogue = built(tmp_path, "skill at least good")
    answers = answered(tmp_path, catalogue, "has_plot: true, skill: dont_know, role: dont_know")
    found = told(catalogue, answers).view().deciding
    assert found is None or found.question not in {"skill", "role"}


def test_all_of_it_is_said_in_the_other_language(view):
    found = view("skill: good, budget: 20", language="de")
    assert found.stage.name == "Blüte"
    assert found.needs[0].name == "Werkzeug"


@pytest.mark.parametrize("example", ["architects", "dancer", "game_studio", "photographer"])
def test_the_shipped_examples_have_something_of_everything(example):
    catalogue = open_catalogue()
    answers = read_answers_of(ROOT / "examples" / f"{example}.yaml", catalogue, SHIPPED_DAY)
    found = told(catalogue, answers, language="sl", day=SHIPPED_DAY).view()
    assert found.stage.name
    assert found.stage.evidence
    assert found.stage.proposal
    assert 1 <= len(found.priorities) <= 3
    assert all(priority.helps for priority in found.priorities)
    assert len(found.capabilities) == len(catalogue.capabilities)
    assert len(found.swot) == 4


def test_with_nothing_answered_there_is_still_a_next_thing_to_do():
    found = told(open_catalogue(), AnswerSet(), language="sl", day=SHIPPED_DAY).view()
    assert found.stage.ask is not None
    assert found.priorities == ()
    assert found.no_priorities
