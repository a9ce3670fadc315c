"""The overview in words: sections with how far they are, and where a click leads."""

from __future__ import annotations

from ccsdesk.domain.answers import AnswerSet, DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.services.presenting.overview import SectionStand, overview_view
from ccsdesk.text import Words
from tests.support.flows import small_catalogue, small_flow

CATALOGUE = small_catalogue()
WORDS = Words("en", first="en")


def flow_with(answers, mode=Mode.FULL):
    return small_flow(mode, CATALOGUE).with_answers(AnswerSet(answers))


def rows_of(answers, mode=Mode.FULL, **more):
    return {row.id: row for row in overview_view(flow_with(answers, mode), WORDS, **more).rows}


def test_a_section_is_done_when_nothing_is_left_to_answer_now_or_later():
    row = rows_of({"form": exactly("none"), "seat": exactly("ljubljana")})["you"]
    assert (row.stand, row.state, row.share, row.left) == (SectionStand.DONE, "Done", 1.0, "")


def test_a_question_that_may_still_come_keeps_a_section_from_being_done():
    row = rows_of({"form": DontKnow(), "hires": DontKnow()})["firm"]
    assert row.stand is SectionStand.DONE
    row = rows_of({"hires": exactly("no")})["firm"]
    assert (row.stand, row.count) == (SectionStand.BEGUN, "1 of 1–2 answered")
    assert row.left == "about 1 minute left"


def test_a_section_without_an_answer_is_not_begun():
    row = rows_of({})["plans"]
    assert (row.stand, row.share, row.count) == (SectionStand.NOT_BEGUN, 0.0, "0 of 3 answered")


def test_a_section_leads_to_its_first_question_without_an_answer():
    assert rows_of({"form": exactly("none")})["you"].question == "seat"


def test_a_section_with_all_answers_leads_to_its_first_question():
    row = rows_of({"form": exactly("none"), "seat": exactly("ljubljana")})["you"]
    assert row.question == "form"


def test_a_section_that_hangs_on_other_answers_leads_nowhere_yet():
    row = rows_of({}, Mode.QUICK)["firm"]
    assert (row.stand, row.question) == (SectionStand.WAITING, None)


def test_a_section_that_has_nothing_to_ask_is_left_out():
    assert "firm" not in rows_of({"form": exactly("none")}, Mode.QUICK)


def test_the_section_a_person_came_from_is_marked_and_said():
    rows = rows_of({}, here="story")
    assert [row.id for row in rows.values() if row.is_here] == ["plans"]
    assert rows["plans"].name.endswith("you are here")


def test_all_that_a_row_shows_is_in_what_is_spoken():
    row = rows_of({"form": exactly("none")})["you"]
    assert row.name.startswith("you, Begun, 1 of 2 answered, about 1 minute")


def test_the_summary_says_how_far_the_whole_is_and_when_there_is_nothing_left():
    view = overview_view(flow_with({"form": exactly("none")}), WORDS)
    assert view.summary.startswith("1 of 6–7 answered; about ")
    done = {
        "form": exactly("none"),
        "seat": DontKnow(),
        "hires": exactly("no"),
        "goals": DontKnow(),
        "aid": DontKnow(),
        "story": DontKnow(),
    }
    assert overview_view(flow_with(done), WORDS).summary == "Everything is answered."
