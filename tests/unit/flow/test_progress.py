"""Progress promises nothing that the next answer may break."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import Answer, Choice, DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.flow.progress import Progress, progress, sections
from tests.support.flows import small_flow

UNSURE = DontKnow()
SP = exactly("sp")


def test_at_the_beginning_it_gives_a_range():
    flow = small_flow()
    # form, seat, hires, goals, aid, story are asked; registered, people, skill may be
    assert progress(flow) == Progress(answered=0, asked=6, at_most=9, seconds=(85, 135))
    assert not progress(flow).is_sure


def test_it_narrows_as_answers_decide():
    flow = small_flow().answer("form", exactly("none"))
    assert progress(flow) == Progress(answered=1, asked=6, at_most=7, seconds=(75, 90))
    settled = flow.record("hires", exactly("no"))
    assert progress(settled) == Progress(answered=2, asked=6, at_most=6, seconds=(60, 60))
    assert progress(settled).is_sure


def test_what_nobody_can_decide_any_more_is_not_counted():
    flow = small_flow().answer("form", UNSURE).record("hires", UNSURE)
    assert flow.pending == frozenset()
    assert progress(flow).is_sure


def test_a_quick_check_does_not_count_what_only_the_full_one_asks():
    flow = small_flow(Mode.QUICK)
    assert progress(flow) == Progress(answered=0, asked=3, at_most=4, seconds=(40, 55))


def test_the_quick_check_is_said_to_be_as_long_as_it_gets():
    quick, full = progress(small_flow(Mode.QUICK)), progress(small_flow())
    assert (quick.likely, quick.likely_seconds) == (4, 55)
    assert (full.likely, full.likely_seconds) == (7, 98)


def test_an_answer_that_is_kept_but_not_used_does_not_count():
    flow = small_flow().answer("form", SP).record("people", UNSURE)
    assert progress(flow).answered == 2
    assert progress(flow.record("form", exactly("none"))).answered == 1


def test_at_the_end_all_is_answered():
    flow = small_flow()
    while flow.current is not None:
        flow = flow.answer(flow.current, UNSURE)
    assert progress(flow) == Progress(answered=6, asked=6, at_most=6, seconds=(0, 0))


FORMS: st.SearchStrategy[Answer] = st.sampled_from(
    [SP, exactly("none"), UNSURE, Choice(frozenset({"sp", "none"}))]
)
HIRES: st.SearchStrategy[Answer] = st.sampled_from([exactly("yes"), exactly("no"), UNSURE])


@given(st.sampled_from(Mode), FORMS, HIRES, st.data())
@settings(deadline=None)
def test_from_answer_to_answer_the_range_only_narrows(mode, form, hires, data):
    """Whatever the order of the answers: never more questions than promised, never fewer."""
    flow = small_flow(mode)
    while flow.unanswered:
        before = progress(flow)
        question = data.draw(st.sampled_from(flow.unanswered))
        given_now = {"form": form, "hires": hires}.get(question, UNSURE)
        flow = flow.record(question, given_now)
        after = progress(flow)
        assert before.asked <= after.asked <= after.at_most <= before.at_most
        assert after.answered == before.answered + 1
        assert after.seconds[1] < before.seconds[1]


# sections


def test_the_sections_tell_what_is_left_in_each():
    flow = small_flow().answer("form", SP).record("goals", UNSURE)
    told = [(part.id, part.questions, part.answered, part.pending) for part in sections(flow)]
    assert told == [
        ("you", ("form", "registered", "seat"), 1, 0),
        ("firm", ("people", "hires"), 0, 1),
        ("plans", ("goals", "aid", "story"), 1, 0),
    ]


def test_a_section_is_done_when_nothing_can_come_any_more():
    flow = small_flow().answer("form", exactly("none"))
    firm = next(part for part in sections(flow) if part.id == "firm")
    assert not firm.is_done
    done = flow.record("hires", exactly("no"))
    assert next(part for part in sections(done) if part.id == "firm").is_done


def test_a_section_without_questions_is_left_out():
    flow = small_flow(Mode.QUICK).answer("form", exactly("none"))
    assert [part.id for part in sections(flow)] == ["you", "plans"]
