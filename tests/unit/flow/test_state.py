"""Which question comes next, and that going back and forth costs no answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ccsdesk.domain.answers import Answer, AnswerSet, Choice, DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import AnswerError
from ccsdesk.domain.verdict import Truth
from ccsdesk.flow.script import Script
from ccsdesk.flow.state import Flow
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import worlds
from tests.support.flows import small_flow

SP = exactly("sp")
NONE = exactly("none")
UNSURE = DontKnow()


def walk(flow: Flow, **answers: Answer) -> list[str]:
    """Answer what is shown ("I don't know" unless said otherwise) up to the review."""
    seen = []
    while flow.current is not None:
        seen.append(flow.current)
        flow = flow.answer(flow.current, answers.get(flow.current, UNSURE))
    return seen


# the order


def test_a_full_visit_asks_in_the_order_of_the_questionnaire():
    asked = walk(small_flow(), form=SP, hires=exactly("yes"))
    assert asked == [
        "form",
        "registered",
        "seat",
        "people",
        "hires",
        "skill",
        "goals",
        "aid",
        "story",
    ]


def test_a_quick_check_asks_its_own_questions_only():
    assert walk(small_flow(Mode.QUICK), form=SP) == ["form", "seat", "people", "goals"]


def test_what_does_not_concern_a_firm_is_not_asked():
    assert walk(small_flow(), form=NONE) == ["form", "seat", "hires", "goals", "aid", "story"]


def test_what_stays_undecided_is_not_asked():
    assert "people" not in walk(small_flow(), form=UNSURE)
    assert "people" not in walk(small_flow(), form=Choice(frozenset({"sp", "none"})))


def test_an_answer_that_leaves_no_doubt_decides_even_when_it_is_a_set():
    assert "people" in walk(small_flow(), form=Choice(frozenset({"sp", "doo"})))


def test_a_question_that_a_later_answer_opens_is_asked_before_the_review():
    flow = small_flow().go_to("story")
    flow = flow.answer("story", UNSURE)
    assert flow.current == "form"


# answers


def test_an_answer_whose_question_is_no_longer_asked_is_kept_and_used_again():
    flow = small_flow().answer("form", SP).record("registered", exactly("x"))
    without = flow.answer("form", NONE)
    assert without.unused == ("registered",)
    assert without.has_answer("registered")
    assert "registered" not in without.order
    again = without.answer("form", SP)
    assert again.unused == ()
    assert "registered" in again.order
    assert "registered" not in again.unanswered


def test_taking_an_answer_back_leaves_the_page_that_hangs_on_it():
    flow = small_flow().answer("form", SP)
    assert flow.current == "registered"
    assert flow.record("form", None).current == "seat"


def test_recording_stays_on_the_page():
    flow = small_flow().record("seat", exactly("ljubljana"))
    assert flow.current == "form"
    assert flow.has_answer("seat")


def test_an_unknown_question_is_told():
    with pytest.raises(AnswerError, match="no question shoe_size"):
        small_flow().answer("shoe_size", UNSURE)
    with pytest.raises(AnswerError, match="no question shoe_size"):
        small_flow().go_to("shoe_size")


# moving


def test_back_goes_to_the_question_before_and_stays_at_the_first():
    flow = small_flow().answer("form", SP).answer("registered", UNSURE)
    assert flow.current == "seat"
    assert flow.back().current == "registered"
    assert flow.back().back().back().back().current == "form"


def test_back_from_the_review_shows_the_last_question():
    assert small_flow().review().back().current == "story"


def test_after_going_back_and_changing_an_answer_nothing_is_asked_twice():
    flow = small_flow().answer("form", SP).answer("registered", UNSURE).answer("seat", UNSURE)
    changed = flow.back().back().answer("registered", exactly("x"))
    assert changed.current == "people"


def test_forward_shows_answered_questions_too():
    flow = small_flow().answer("form", SP).answer("registered", UNSURE).back().back()
    assert flow.current == "form"
    assert flow.forward().current == "registered"
    assert flow.forward().forward().current == "seat"
    assert flow.go_to("story").forward().current is None


def test_from_the_review_one_changes_an_answer_and_comes_straight_back():
    review = small_flow().review()
    changed = review.go_to("seat").answer("seat", UNSURE)
    assert changed.current is None
    assert not changed.returning


def test_coming_back_works_too_when_the_change_opens_other_questions():
    review = small_flow().answer("form", NONE).review()
    changed = review.go_to("form").answer("form", SP)
    assert changed.current is None
    assert "people" in changed.unanswered


def test_jumping_in_the_middle_of_the_questions_goes_on_from_there():
    flow = small_flow().go_to("goals").answer("goals", UNSURE)
    assert flow.current == "aid"


def test_a_question_that_is_not_asked_cannot_be_opened():
    with pytest.raises(AnswerError, match="not asked after the answers given so far"):
        small_flow().go_to("skill")


def test_a_question_outside_the_quick_check_can_be_opened_from_the_review():
    review = small_flow(Mode.QUICK).review()
    assert review.go_to("story").answer("story", UNSURE).current is None


# growing and resuming


def test_a_quick_check_grows_without_asking_twice():
    quick = small_flow(Mode.QUICK)
    while quick.current is not None:
        quick = quick.answer(quick.current, SP if quick.current == "form" else UNSURE)
    full = quick.grow()
    assert full.mode is Mode.FULL
    assert full.answers == quick.answers
    assert walk(full) == ["registered", "hires", "aid", "story"]


def test_after_growing_one_goes_on_and_back_as_one_came():
    flow = small_flow(Mode.QUICK)
    while flow.current is not None:
        flow = flow.answer(flow.current, SP if flow.current == "form" else UNSURE)
    quick = flow.order
    full = flow.grow()
    assert full.order == (*quick, "registered", "hires", "aid", "story")
    assert full.current == "registered"
    assert full.back().current == quick[-1]
    assert full.back().forward().current == "registered"
    assert full.answer("registered", UNSURE).back().current == "registered"


def test_a_visit_that_grew_is_resumed_as_one():
    flow = small_flow(Mode.QUICK)
    while flow.current is not None:
        flow = flow.answer(flow.current, SP if flow.current == "form" else UNSURE)
    full = flow.grow()
    back = Flow.resume(full.script, full.asker, full.mode, answers=full.answers, current="hires")
    assert back.order == full.order


def test_a_visit_is_resumed_where_it_was():
    flow = small_flow().answer("form", SP).answer("registered", UNSURE)
    back = Flow.resume(
        flow.script, flow.asker, flow.mode, answers=flow.answers, current=flow.current
    )
    assert back == flow


@pytest.mark.parametrize("current", ["skill", "no longer there"])
def test_a_visit_whose_question_is_gone_is_resumed_at_the_next(current: str):
    flow = small_flow().answer("form", NONE)
    back = Flow.resume(flow.script, flow.asker, flow.mode, answers=flow.answers, current=current)
    assert back.current in {"hires", "goals", "seat"}
    assert back.current in back.unanswered


# claims


ANSWERS: dict[str, st.SearchStrategy[Answer]] = {
    "form": st.sampled_from([SP, NONE, UNSURE, Choice(frozenset({"sp", "none"}))]),
    "hires": st.sampled_from([exactly("yes"), exactly("no"), UNSURE]),
}


class Visit(RuleBasedStateMachine):
    """Answers, goes back, jumps, grows: and everything said is still there."""

    @initialize(mode=st.sampled_from(Mode))
    def begin(self, mode: Mode) -> None:
        self.flow = small_flow(mode)
        self.said: dict[str, Answer] = {}

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        if self.flow.current is not None:
            question = self.flow.current
            self.said[question] = data.draw(ANSWERS.get(question, st.just(UNSURE)))
            self.flow = self.flow.answer(question, self.said[question])

    @rule()
    def back(self) -> None:
        self.flow = self.flow.back()

    @rule()
    def forward(self) -> None:
        self.flow = self.flow.forward()

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        self.flow = self.flow.go_to(data.draw(st.sampled_from(self.flow.order)))

    @rule()
    def review(self) -> None:
        self.flow = self.flow.review()

    @rule()
    def grow(self) -> None:
        self.flow = self.flow.grow()

    @invariant()
    def no_answer_was_lost(self) -> None:
        assert self.flow.answers.answers == self.said

    @invariant()
    def what_is_shown_is_asked(self) -> None:
        assert self.flow.current is None or self.flow.asked[self.flow.current] is Truth.YES

    @invariant()
    def everything_leads_to_the_review(self) -> None:
        flow = self.flow
        for _ in flow.script.order:
            flow = flow if flow.current is None else flow.forward()
        assert flow.current is None


Visit.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestVisit = Visit.TestCase


@given(worlds.asking(), worlds.answer_sets(), st.data())
@settings(deadline=None)
def test_a_further_answer_never_takes_an_asked_question_away(asked_when, answers, data):
    """With the rules themselves as asker: what is asked, or not asked, stays so."""
    catalogue = worlds.world(asked_when)
    flow = Flow.begin(Script.of(catalogue), Matcher(catalogue, worlds.DAY), Mode.FULL)
    fuller = data.draw(worlds.answer_sets())
    before = flow.with_answers(answers)
    added = {**fuller.answers, **answers.answers}
    after = before.with_answers(AnswerSet(added))
    for question, truth in before.asked.items():
        assert truth is Truth.OPEN or after.asked[question] is truth


@given(worlds.asking(), worlds.answer_sets())
@settings(deadline=None)
def test_every_asked_question_is_reached_and_only_those(asked_when, answers):
    catalogue = worlds.world(asked_when)
    flow = Flow.begin(Script.of(catalogue), Matcher(catalogue, worlds.DAY), Mode.FULL)
    seen: set[str] = set()
    while flow.current is not None:
        assert flow.current not in seen
        seen.add(flow.current)
        flow = flow.answer(flow.current, answers.answers.get(flow.current, UNSURE))
    assert seen == set(flow.order)
