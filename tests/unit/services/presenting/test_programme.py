"""One programme or measure in full: conditions with the answers behind them, lists, relations, the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.verdict import Shelf, Truth
from ccsdesk.report.voice import Voice
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.presenting.programme import programme_view
from ccsdesk.text import Words
from tests.support.catalogues import changed
from tests.support.checkout import ROOT
from tests.support.command_line import DAY as SHIPPED_DAY
from tests.support.garden_match import answered, built
from tests.support.tellings import told


@pytest.fixture
def view(tmp_path):
    """Give a function that makes the view of one programme of a garden for these answers."""

    def make(text, name, *lines, wishes=None, **named):
        catalogue = built(tmp_path, *lines, **named)
        answers = answered(tmp_path, catalogue, text)
        if wishes is not None:
            answers = replace(answers, plan=wishes)
        found = told(catalogue, answers).programme(name)
        assert found is not None
        return found

    return make


def test_a_condition_says_its_state_and_the_answer_behind_it(view):
    (line,) = view("role: guest", "p00", "role is member").standing.conditions
    assert (line.state, line.state_word) == (Truth.NO, "Not met")
    assert line.notes == ("You said: your role: guest.",)
    assert [(link.id, link.said) for link in line.links] == [("role", "your role: guest")]


def test_an_open_condition_leads_to_the_question_that_was_not_answered(view):
    found = view("budget: 20", "p00", "role is member")
    (line,) = found.standing.conditions
    assert line.state is Truth.OPEN
    assert line.notes == ("Not asked yet: your role.",)
    assert [(link.id, link.said) for link in line.links] == [("role", "")]
    assert [link.id for link in found.standing.missing] == ["role"]


def test_answers_that_are_only_asked_for_later_are_counted(view):
    rule = "{all: [area at least 50 m2, role is member]}"
    standing = view("budget: 20", "p00", rule).standing
    asked = [link.id for link in standing.missing]
    assert "area" not in asked
    assert standing.later == "1 more question comes later, or only in the full assessment."
    assert view("has_plot: true", "p00", rule).standing.later == ""


def test_what_is_not_for_one_says_why_and_leads_to_the_answer(view):
    standing = view("skill: none", "p00", "skill at least good").standing
    assert standing.against == "By your answers, one of its conditions is not met."
    assert [link.id for link in standing.against_links] == ["skill"]
    assert view("skill: good", "p00", "skill at least good").standing.against == ""


@pytest.mark.parametrize(("skill", "is_for_the_stage"), [("none", True), ("good", False)])
def test_being_meant_for_other_stages_speaks_against_it_and_is_no_reason(
    view, skill, is_for_the_stage
):
    standing = view(f"skill: {skill}", "p00", "role is member").standing
    against = (
        "It is mainly meant for firms at other stages: seed. Ask whether it also helps at yours."
    )
    assert standing.warnings == (() if is_for_the_stage else (against,))
    meant = "It is meant for firms at your stage, “seed”."
    assert (meant in standing.fits) is is_for_the_stage
    assert not any("other stages" in line for line in standing.fits)


def test_what_was_not_chosen_says_so(view):
    wished = changed(
        "questions/1-plot.yaml", "    label: {en: crops", "    wish: true\n    label: {en: crops"
    )
    standing = view("crops: [roots]", "p00", "crops has fruit", files=wished).standing
    assert standing.against.startswith("Among plans and wishes you ticked nothing")
    assert [link.id for link in standing.against_links] == ["crops"]


def test_what_was_never_asked_of_what_was_not_chosen_is_not_looked_into(view):
    wished = changed(
        "questions/1-plot.yaml", "    label: {en: crops", "    wish: true\n    label: {en: crops"
    )
    hanging = changed(
        "questions/2-grower.yaml",
        "- id: watering\n",
        "- id: watering\n    asked_when: crops has fruit\n",
    )
    rules = ("crops has fruit", "watering at least w3")
    files = {**wished, **hanging}
    rule = f"{{all: [{', '.join(rules)}]}}"
    standing = view("crops: [roots]", "p00", rule, files=files).standing
    assert standing.against.startswith("Among plans and wishes you ticked nothing")
    (whole,) = standing.conditions
    wish, water = whole.children
    assert (wish.state, wish.state_word) == (Truth.NO, "Not met")
    assert (water.state, water.state_word, water.notes) == (Truth.OPEN, "Not looked into yet", ())


def test_a_day_that_nobody_knows_is_said_to_be_for_no_answer_to_clear(view):
    standing = view("role: member", "p00", "role is member", window="{kind: unknown}").standing
    assert standing.shelf is Shelf.NOT_CLEAR
    assert standing.when == ("No deadline is published yet; ask the provider.",)
    assert "The conditions we know of are met" in standing.unclear


def test_a_question_that_is_not_asked_cannot_be_gone_to(view):
    found = view("has_plot: false", "p00", "area at least 50 m2")
    (line,) = found.standing.conditions
    assert line.links == ()
    assert "Not asked: area of the plot" in line.notes[0]
    assert "because you said: you have no plot" in line.notes[0]


def test_what_is_met_is_not_opened_up_and_what_is_not_is(view):
    rule = "{any: [role is member, skill at least good]}"
    (met,) = view("role: member", "p00", rule).standing.conditions
    (failed,) = view("role: guest, skill: none", "p00", rule).standing.conditions
    assert met.children == ()
    assert [child.state for child in failed.children] == [Truth.NO, Truth.NO]


def test_a_programme_in_lots_has_one_condition_a_lot_by_its_name(view):
    found = view("role: member, area: 80, has_plot: true", "rain-barrel")
    assert [line.text for line in found.standing.conditions] == ["Large barrel"]
    assert found.standing.conditions[0].is_lot
    assert found.lots == (("Large barrel", "from €150 to €200"),)


def test_lots_that_give_nothing_of_their_own_are_told_by_their_conditions_alone():
    catalogue = open_catalogue()
    incubator = catalogue.programmes["lui-incubator"]
    assert all(lot.benefit is None for lot in incubator.lots)
    assert programme_view(Voice(catalogue, Words("en")), incubator).lots == ()
    voucher = catalogue.programmes["euipo-sme-fund"]
    assert len(programme_view(Voice(catalogue, Words("en")), voucher).lots) == len(voucher.lots)


def test_the_step_that_is_missing_can_be_gone_to(view):
    standing = view("role: guest", "p00", "role is member").standing
    assert standing.shelf is Shelf.ONE_STEP
    (way,) = standing.ways
    assert (way.what, way.how, way.assumed) == ("Your role: member.", ("Join.",), "")
    assert [link.id for link in way.links] == ["role"]


def test_what_is_not_answered_is_told_as_taken_for_granted(view):
    rule = "{all: [role is member, budget at least 10 EUR]}"
    (way,) = view("role: guest", "p00", rule).standing.ways
    assert way.what == "Your role: member."
    assert way.assumed.startswith("Taken for granted, as you have not said: ")
    assert "at least €10" in way.assumed


def test_nothing_is_told_to_change_for_what_was_not_chosen_or_cannot_be_changed(view):
    assert view("budget: 5", "p00", "budget at least 10 EUR").standing.ways == ()


def test_lists_come_in_the_order_of_the_plan_with_their_marks(view):
    lists = view("role: member", "rain-barrel").lists
    assert [(one.title, one.ticks) for one in lists] == [("Check yourself", True), ("Papers", True)]
    assert lists[0].lines[0].mark == "not verified"
    assert lists[1].lines[0].mark == "not older than 30 days"


def test_programme_and_measure_lead_to_each_other(view):
    barrel = view("role: member", "rain-barrel")
    assert [(one.id, one.text) for one in barrel.relations] == [
        ("soil-advice", "Leads to: Soil advice"),
        ("m-water", "Part of the measure: Water for all"),
    ]
    measure = view("role: member", "m-water")
    assert measure.is_measure
    assert [one.id for one in measure.relations] == ["rain-barrel"]
    assert measure.gives == ("For: All gardeners.",)
    assert measure.in_plan is None


def test_sources_carry_the_day_they_were_seen_and_the_facts_the_day_they_were_checked(view):
    found = view("role: member", "rain-barrel")
    assert [(one.address, one.note) for one in found.sources] == [
        ("https://example.org/barrel", "2026")
    ]
    assert found.checked == "Facts last checked on 1 February 2026."


def test_what_is_in_the_plan_can_be_taken_out_and_the_rest_put_in(view):
    chosen = PlanWishes(chosen=("p00",))
    line = "role is member"
    inside = view("role: member", "p00", line, wishes=chosen).in_plan
    outside = view("role: member", "rain-barrel", line, wishes=chosen).in_plan
    assert (inside.is_in, inside.may_change) == (True, True)
    assert (outside.is_in, outside.may_change) == (False, True)


def test_an_advice_point_that_was_taken_away_can_be_put_back(view):
    assert view("role: member", "soil-advice", wishes=PlanWishes()).in_plan.is_in
    found = view("role: member", "soil-advice", wishes=PlanWishes(chosen=())).in_plan
    assert (found.is_in, found.may_change) == (False, True)


def test_what_is_closed_cannot_be_put_into_the_plan(view):
    window = "{kind: ended, ended: 2024-05-31}"
    found = view("role: member", "p00", "role is member", window=window)
    assert found.standing.shelf_word == "Closed"
    assert not found.in_plan.may_change


def test_without_a_visit_nothing_is_said_about_anybody(tmp_path):
    catalogue = built(tmp_path)
    voice = Voice(catalogue, Words("en", first="en"))
    found = programme_view(voice, catalogue.programmes["rain-barrel"])
    assert found.standing is None
    assert found.in_plan is None
    assert found.stages == "For firms at these stages: seed and bloom."


def test_there_is_nothing_to_tell_of_an_unknown_programme(tmp_path):
    catalogue = built(tmp_path)
    assert told(catalogue, answered(tmp_path, catalogue, "role: member")).programme("no") is None


@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_programme_and_measure_of_the_shipped_catalogue_can_be_told(language):
    catalogue = open_catalogue()
    answers = read_answers_of(ROOT / "examples" / "photographer.yaml", catalogue, SHIPPED_DAY)
    telling = told(catalogue, answers, language=language, day=SHIPPED_DAY)
    for name in (*catalogue.programmes, *catalogue.measures):
        found = telling.programme(name)
        assert found is not None
        assert found.name
        assert found.summary
        assert found.checked
        assert found.standing.conditions or found.standing.no_conditions
