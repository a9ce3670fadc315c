"""The review in words: every answer where it belongs, what is missing, what no longer counts and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import (
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    Selection,
    Written,
    exactly,
)
from ccsdesk.domain.draft import Mode
from ccsdesk.flow.script import Script
from ccsdesk.flow.state import Flow
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.presenting.review import MOST_LETTERS, RowState, review_view
from ccsdesk.services.results import Results
from ccsdesk.text import Words, begun
from tests.support.checkout import ROOT
from tests.support.flows import small_catalogue, small_flow

CATALOGUE = small_catalogue()
SP, NONE = exactly("sp"), exactly("none")


def flow_with(answers, mode=Mode.FULL):
    return small_flow(mode, CATALOGUE).with_answers(AnswerSet(answers))


def view_of(answers, mode=Mode.FULL, language="en", unasked=None):
    flow = flow_with(answers, mode)
    return review_view(flow, CATALOGUE, Words(language, first="en"), unasked=unasked or {})


def test_an_answer_stands_in_its_section_with_a_capital_and_all_of_it_is_spoken():
    section = view_of({"form": SP}).sections[0]
    (row,) = section.rows
    assert (section.id, section.title) == ("you", "you")
    assert (row.question, row.label, row.answer) == ("form", "Legal form", "Sp")
    assert (row.state, row.action) == (RowState.ANSWERED, "Change")
    assert row.name == "Change: legal form – sp"


def test_a_section_says_how_many_of_its_questions_have_an_answer():
    counts = [section.count for section in view_of({"form": SP}).sections]
    assert counts == ["1 of 3 answered"]
    assert view_of({"form": NONE, "seat": DontKnow()}).sections[0].count == ""


def test_an_abbreviation_gets_no_capital():
    assert [begun("s. p."), begun("d.o.o."), begun("yes")] == ["s. p.", "d.o.o.", "Yes"]


def test_i_dont_know_is_an_answer_with_a_state_of_its_own():
    view = view_of({"hires": DontKnow(), "form": NONE})
    row = view.row("hires")
    assert row is not None
    assert (row.answer, row.state) == ("I don't know", RowState.DONT_KNOW)
    assert "You answered 1 with “I don’t know”." in view.summary


def test_does_not_apply_is_an_answer():
    row = view_of({"form": SP, "people": DoesNotApply()}).row("people")
    assert row is not None
    assert (row.answer, row.state) == ("Does not apply", RowState.ANSWERED)


def test_what_has_no_answer_comes_apart_in_the_order_of_the_questionnaire():
    view = view_of({"form": NONE, "goals": Selection(frozenset({frozenset()}))})
    assert [row.question for row in view.lacking] == ["seat", "hires", "aid", "story"]
    assert {row.state for row in view.lacking} == {RowState.NOT_ANSWERED}
    assert view.lacking[0].name == "Answer: seat"
    assert "4 questions have no answer yet" in view.summary


def test_when_everything_is_answered_nothing_is_left_to_answer():
    every = {
        "form": NONE,
        "seat": exactly("ljubljana"),
        "hires": exactly("no"),
        "goals": Selection(frozenset({frozenset()})),
        "aid": DontKnow(),
        "story": Written("Once."),
    }
    view = view_of(every)
    assert (view.lacking, view.rest) == ((), "")
    assert [len(section.rows) for section in view.sections] == [2, 1, 3]


def test_the_rest_is_offered_with_the_time_it_takes():
    assert view_of({"form": NONE}).rest == "Answer the rest (about 2 minutes)"


def test_an_answer_that_no_longer_counts_is_kept_apart_with_the_answer_that_made_it_so():
    answers = {"form": NONE, "people": exactly(Decimal(3))}
    view = view_of(answers, unasked={"people": ("form",)})
    (row,) = view.unused
    assert (row.question, row.state, row.action) == ("people", RowState.NOT_USED, "Delete")
    assert row.note == "Not used, because you said: legal form: none."
    assert all(row.question != "people" for section in view.sections for row in section.rows)


def test_an_answer_whose_question_hangs_on_an_unknown_one_is_shown_and_not_called_unused():
    (row,) = view_of({"form": DontKnow(), "people": exactly(Decimal(3))}).unused
    assert "leave open" in row.note


def test_the_quick_check_also_shows_answers_it_would_not_have_asked_for():
    view = view_of({"form": NONE, "story": Written("From a file.")}, Mode.QUICK)
    assert view.row("story") is not None
    assert "story" not in [row.question for row in view.lacking]


def test_only_the_quick_check_offers_to_go_on_and_says_what_that_costs():
    quick = view_of({"form": NONE}, Mode.QUICK)
    assert quick.grow == "Go on to the full assessment"
    assert (
        quick.grow_note
        == "The full assessment is about 6 more questions (2 minutes). Nothing is asked twice."
    )
    assert view_of({"form": NONE}).grow == ""


def test_a_very_long_or_wild_text_is_shown_short_and_on_one_line():
    row = view_of({"story": Written("a\u202eb\n" + "x" * 5000)}).row("story")
    assert row is not None
    assert len(row.answer) <= MOST_LETTERS + 2
    assert row.answer.endswith("…")
    assert not {"\n", "\u202e"} & set(row.answer)


def test_an_uncertain_choice_names_all_it_may_be():
    row = view_of({"form": Choice(frozenset({"sp", "doo"}))}).row("form")
    assert row is not None
    assert row.answer == "Sp or doo"


def test_a_question_nobody_asked_has_no_row():
    assert view_of({"form": NONE}).row("registered") is None


def test_the_example_firm_has_every_answer_once_also_after_a_change_that_sets_some_aside():
    catalogue, day = open_catalogue(), date(2026, 11, 22)
    results = Results(catalogue, day)
    answers = read_answers_of(ROOT / "examples" / "photographer.yaml", catalogue, day)
    script = Script.of(catalogue)
    flow = Flow.resume(script, results, Mode.FULL, answers=answers, current=None)
    changed = flow.with_answers(
        replace(answers, answers={**answers.answers, "legal_form": exactly("doo")})
    )
    for moment in (flow, changed):
        unasked = results.unasked(moment.answers)
        view = review_view(moment, catalogue, Words("sl", first="sl"), unasked=unasked)
        shown = [row.question for section in view.sections for row in section.rows]
        shown += [row.question for row in view.unused]
        assert sorted(shown) == sorted(answers.answers)
        assert bool(view.unused) == (moment is changed)
