"""The visit as the window sees it: every change told, every refusal told, and nothing happens that was refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.services.consultation import Consultation
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.ui.jobs import Jobs
from ccsdesk.ui.visit import Visit
from tests.support.catalogues import garden
from tests.support.drafts import MemoryDrafts, SetClock, make_draft


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return garden(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def drafts():
    return MemoryDrafts()


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def visit(catalogue, drafts, clock, jobs):
    results = Results(catalogue, clock.today())
    consultation = Consultation(catalogue, rules=results, clock=clock, drafts=drafts)
    words = Words("en", first=catalogue.languages[0])
    return Visit(results, consultation, words, jobs=jobs, today=clock.today)


def test_an_answer_is_told_and_kept_at_once(visit, drafts, qtbot):
    visit.start(Mode.FULL)
    question = visit.flow.current
    with qtbot.waitSignals([visit.answered, visit.moved]):
        assert visit.answer("has_plot", exactly("yes"))
    assert question is not None
    assert drafts.kept.answers.answers["has_plot"] == exactly("yes")


def test_a_visit_in_a_language_that_is_gone_goes_on_in_the_one_spoken_now(visit, drafts):
    drafts.kept = replace(make_draft(), language="sl")
    assert visit.resume() is not None
    assert visit.words.language == "en"


def test_recording_stays_on_the_page(visit, qtbot):
    visit.start(Mode.FULL)
    visit.go_to("has_plot", "review")
    with qtbot.assertNotEmitted(visit.moved):
        visit.record("has_plot", exactly("no"))
    assert visit.flow.current == "has_plot"


def test_what_the_disk_refuses_is_told_and_has_not_happened(visit, drafts, qtbot):
    visit.start(Mode.FULL)
    drafts.failing = StorageError("The disk is full.")
    with qtbot.waitSignal(visit.refused) as told, qtbot.assertNotEmitted(visit.answered):
        assert not visit.answer("has_plot", exactly("yes"))
    assert told.args[0] is drafts.failing
    assert visit.answers == AnswerSet()


def test_one_can_go_on_without_the_disk(visit, drafts):
    visit.start(Mode.FULL)
    drafts.failing = StorageError("The disk is full.")
    visit.go_on_unsaved()
    assert visit.answer("has_plot", exactly("yes"))
    assert not visit.is_kept


def test_a_match_comes_from_a_job_once_and_then_at_once(visit, qtbot):
    visit.start(Mode.FULL)
    got = []
    visit.match(got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    visit.match(got.append)
    assert len(got) == 2
    assert got[0] is got[1]


def test_only_the_newest_of_several_matches_is_delivered(visit, qtbot):
    visit.start(Mode.FULL)
    got = []
    visit.match(lambda match: got.append(("old", match)))
    visit.record("has_plot", exactly("yes"))
    visit.match(lambda match: got.append(("new", match)))
    qtbot.waitUntil(lambda: bool(got))
    visit.jobs.stop()
    assert [name for name, _ in got] == ["new"]


def test_a_change_from_the_results_can_be_compared_and_undone(visit, qtbot):
    visit.start(Mode.FULL)
    visit.answer("has_plot", exactly("yes"))
    got = []
    visit.match(got.append)
    qtbot.waitUntil(lambda: bool(got))
    visit.rest()
    visit.go_to("has_plot", "results")
    visit.answer("has_plot", exactly("no"))
    assert visit.flow.current is None
    assert visit.return_to == "results"
    assert visit.before.match is got[0]
    visit.undo_change()
    assert visit.answers.answers["has_plot"] == exactly("yes")
    assert visit.before is None


def test_speaking_another_language_is_kept_with_the_visit(visit, drafts, qtbot):
    visit.start(Mode.FULL)
    with qtbot.waitSignal(visit.language_changed):
        visit.speak("sl")
    assert drafts.kept.language == "sl"
    assert visit.words.language == "sl"


def test_finishing_leaves_nothing(visit, drafts, qtbot):
    visit.start(Mode.FULL)
    visit.answer("has_plot", exactly("yes"))
    with qtbot.waitSignal(visit.ended):
        visit.finish()
    assert drafts.kept is None
    assert visit.answers == AnswerSet()
    assert not visit.is_open


def test_an_idle_visit_is_forgotten_but_not_one_where_somebody_stirs(visit, clock):
    visit.start(Mode.FULL)
    clock.wait(minutes=29)
    visit.touch()
    clock.wait(minutes=29)
    assert not visit.forget_if_idle()
    clock.wait(minutes=2)
    assert visit.forget_if_idle()
    assert not visit.is_open


def test_an_idle_visit_is_over_even_if_the_disk_does_not_let_go(visit, drafts, clock):
    visit.start(Mode.FULL)
    clock.wait(minutes=31)
    drafts.failing = StorageError("no")
    said = []
    visit.ended.connect(lambda: said.append("ended"))
    visit.refused.connect(lambda error: said.append(str(error)))
    assert visit.forget_if_idle()
    assert not visit.is_open
    assert said == ["ended", "no"]
    assert not visit.forget_if_idle()
    assert said == ["ended", "no"]


def test_another_way_that_the_disk_refuses_costs_no_answer(visit, drafts):
    visit.start(Mode.QUICK)
    visit.record("has_plot", exactly("yes"))
    drafts.failing = StorageError("no")
    assert not visit.start_again(Mode.FULL)
    assert visit.flow.mode is Mode.QUICK
    drafts.failing = None
    assert visit.start_again(Mode.FULL)
    assert visit.flow.mode is Mode.FULL
    assert visit.answers.answers == {"has_plot": exactly("yes")}
    assert drafts.kept.mode is Mode.FULL


def test_a_visit_that_waited_too_long_is_said_to_be_gone(visit, drafts, clock):
    drafts.kept = make_draft()
    clock.wait(minutes=31)
    said = []
    visit.refused.connect(said.append)
    assert visit.resume() is None
    assert [str(one) for one in said] == [
        "The visit that was interrupted can no longer be continued. Begin a new one."
    ]


def test_a_visit_speaks_of_the_day_it_begins_on(visit, clock):
    visit.start(Mode.FULL)
    visit.finish()
    clock.wait(days=1)
    visit.start(Mode.FULL)
    assert visit.day == clock.today()
    assert visit.flow.asker is visit.results
