"""A visit from start to end: what is kept, what is forgotten, what a crash leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet, DontKnow, PlanWishes, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import AnswerError, StorageError
from ccsdesk.domain.match import CatalogueStamp
from ccsdesk.services.consultation import Consultation, Interrupted
from ccsdesk.services.ports import DraftStore
from ccsdesk.store.opening import open_store
from tests.support.drafts import NOON, STAMP, MemoryDrafts, SetClock
from tests.support.flows import QUESTIONS, PlainRules, small_catalogue

UNSURE = DontKnow()
SP = exactly("sp")
FULL_DISK = StorageError("The disk is full.")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


def desk(
    drafts: DraftStore | None,
    clock: SetClock,
    *,
    stamp: CatalogueStamp = STAMP,
    without: str | None = None,
) -> Consultation:
    """A program that has just been started."""
    catalogue = small_catalogue(tuple(q for q in QUESTIONS if q.id != without))
    return Consultation(catalogue, rules=PlainRules(catalogue, stamp), clock=clock, drafts=drafts)


@pytest.fixture
def visit(drafts: MemoryDrafts, clock: SetClock) -> Consultation:
    begun = desk(drafts, clock)
    begun.start(Mode.FULL, language="sl")
    return begun


# keeping


def test_every_answer_is_kept_before_the_call_returns(visit: Consultation, drafts: MemoryDrafts):
    flow = visit.answer("form", SP)
    assert drafts.kept == visit.draft
    assert drafts.kept is not None
    assert drafts.kept.answers == flow.answers == AnswerSet({"form": SP})
    assert drafts.kept.current == flow.current == "registered"


def test_a_recorded_answer_is_kept_and_one_taken_back_is_gone(
    visit: Consultation, drafts: MemoryDrafts
):
    visit.record("seat", exactly("ljubljana"))
    assert drafts.kept is not None
    assert drafts.kept.answers.answers == {"seat": exactly("ljubljana")}
    visit.record("seat", None)
    assert drafts.kept == visit.draft
    assert drafts.kept.answers.answers == {}


def test_everything_else_a_person_says_is_kept_too(visit: Consultation, drafts: MemoryDrafts):
    visit.correct_stage("growth")
    visit.wish(PlanWishes(("a",), {"a": "call"}))
    visit.speak("en")
    visit.go_to("goals")
    kept = drafts.kept
    assert kept is not None
    assert kept.answers == AnswerSet({}, stage="growth", plan=PlanWishes(("a",), {"a": "call"}))
    assert (kept.language, kept.current) == ("en", "goals")
    visit.correct_stage(None)
    assert drafts.kept == visit.draft
    assert visit.draft.answers.stage is None


def test_moving_keeps_the_place(visit: Consultation, drafts: MemoryDrafts):
    visit.answer("form", SP)
    for move in (visit.back, visit.forward, visit.review):
        flow = move()
        assert drafts.kept is not None
        assert drafts.kept.current == flow.current


def test_a_visit_begins_with_the_answers_of_a_file(drafts: MemoryDrafts, clock: SetClock):
    begun = desk(drafts, clock)
    said = AnswerSet({"form": SP}, name="Ana", stage="idea")
    flow = begun.start(Mode.FULL, language="en", answers=said)
    assert flow.current == "registered"
    assert drafts.kept is not None
    assert drafts.kept.answers == said


def test_a_quick_check_grows_without_asking_twice(drafts: MemoryDrafts, clock: SetClock):
    begun = desk(drafts, clock)
    flow = begun.start(Mode.QUICK, language="sl")
    while flow.current is not None:
        flow = begun.answer(flow.current, SP if flow.current == "form" else UNSURE)
    grown = begun.grow()
    assert grown.unanswered == ("registered", "hires", "aid", "story")
    assert drafts.kept is not None
    assert drafts.kept.mode is Mode.FULL


# what does not fit


def test_an_answer_that_the_question_cannot_have_is_refused(
    visit: Consultation, drafts: MemoryDrafts
):
    with pytest.raises(AnswerError, match="form cannot be answered like this"):
        visit.answer("form", exactly("gmbh"))
    with pytest.raises(AnswerError, match="form cannot be answered like this"):
        visit.record("form", exactly("gmbh"))
    with pytest.raises(AnswerError, match="no question shoe_size"):
        visit.answer("shoe_size", UNSURE)
    assert visit.flow.answers == AnswerSet()
    assert drafts.kept == visit.draft


def test_an_answer_that_could_not_be_saved_was_not_given(visit: Consultation, drafts: MemoryDrafts):
    visit.answer("form", SP)
    before = visit.flow
    drafts.failing = FULL_DISK
    with pytest.raises(StorageError):
        visit.answer("registered", UNSURE)
    assert visit.flow == before
    drafts.failing = None
    assert visit.answer("registered", UNSURE).current == "seat"
    assert drafts.kept == visit.draft


def test_moving_works_even_when_nothing_can_be_saved(visit: Consultation, drafts: MemoryDrafts):
    visit.answer("form", SP)
    drafts.failing = FULL_DISK
    assert visit.back().current == "form"
    assert visit.flow.current == "form"


def test_a_person_may_go_on_without_saving(visit: Consultation, drafts: MemoryDrafts):
    visit.answer("form", SP)
    drafts.failing = FULL_DISK
    visit.go_on_unsaved()
    assert not visit.is_kept
    assert visit.answer("registered", UNSURE).current == "seat"
    drafts.failing = None
    visit.finish()
    assert drafts.kept is None
    assert visit.is_kept


def test_going_on_without_saving_deletes_what_was_saved(visit: Consultation, drafts: MemoryDrafts):
    visit.answer("form", SP)
    visit.go_on_unsaved()
    assert drafts.kept is None
    assert visit.flow.answers == AnswerSet({"form": SP})


def test_a_visit_may_begin_unsaved_when_the_disk_refuses(drafts: MemoryDrafts, clock: SetClock):
    drafts.failing = FULL_DISK
    begun = desk(drafts, clock)
    with pytest.raises(StorageError):
        begun.start(Mode.FULL, language="sl")
    assert not begun.is_open
    begun.start(Mode.FULL, language="sl", unsaved=True)
    begun.answer("form", SP)
    assert not begun.is_kept
    begun.finish()
    assert not begun.is_open


# crash and resume


def test_a_fresh_start_knows_only_when_the_interrupted_visit_began(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    clock.wait(minutes=5)
    visit.answer("form", SP)
    assert desk(drafts, clock).interrupted() == Interrupted(NOON)


def test_a_running_visit_is_not_an_interrupted_one(visit: Consultation):
    assert visit.interrupted() is None


def test_an_interrupted_visit_is_resumed_where_it_was(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    visit.answer("form", SP)
    visit.answer("registered", UNSURE)
    again = desk(drafts, clock)
    resumed = again.resume()
    assert resumed.flow.current == "seat"
    assert resumed.flow.answers == visit.flow.answers
    assert (resumed.left_out, resumed.catalogue_changed) == ((), False)
    assert again.draft == visit.draft
    again.answer("seat", UNSURE)
    assert drafts.kept == again.draft


def test_answers_that_no_longer_fit_are_left_out_and_named(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    visit.answer("form", SP)
    visit.record("seat", exactly("ljubljana"))
    newer = CatalogueStamp("Test", "2026-12-01", "sha256:1")
    again = desk(drafts, clock, stamp=newer, without="seat")
    resumed = again.resume()
    assert resumed.left_out == ("seat",)
    assert resumed.catalogue_changed
    assert resumed.flow.answers == AnswerSet({"form": SP})
    again.answer("registered", UNSURE)
    assert drafts.kept is not None
    assert drafts.kept.catalogue == newer


def test_without_an_interrupted_visit_there_is_nothing_to_resume(
    drafts: MemoryDrafts, clock: SetClock
):
    with pytest.raises(LookupError):
        desk(drafts, clock).resume()


def test_an_interrupted_visit_can_be_deleted(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    again = desk(drafts, clock)
    again.delete_interrupted()
    assert drafts.kept is None
    again.delete_interrupted()
    assert again.start(Mode.QUICK, language="sl").current == "form"


def test_a_visit_does_not_begin_over_an_interrupted_one(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    visit.answer("form", SP)
    before = drafts.kept
    with pytest.raises(StorageError, match="not finished"):
        desk(drafts, clock).start(Mode.FULL, language="sl")
    assert drafts.kept == before


# forgetting


def test_finishing_forgets_everything(visit: Consultation, drafts: MemoryDrafts):
    visit.answer("form", SP)
    visit.finish()
    assert drafts.kept is None
    assert not visit.is_open
    with pytest.raises(LookupError):
        visit.answer("form", SP)
    visit.finish()


def test_finishing_forgets_here_even_when_the_disk_would_not(
    visit: Consultation, drafts: MemoryDrafts
):
    drafts.failing = FULL_DISK
    with pytest.raises(StorageError):
        visit.finish()
    assert not visit.is_open


def test_what_the_disk_would_not_let_go_is_offered_to_nobody(
    visit: Consultation, drafts: MemoryDrafts
):
    drafts.failing = FULL_DISK
    with pytest.raises(StorageError):
        visit.finish()
    drafts.failing = None
    assert visit.interrupted() is None
    assert drafts.kept is None


@pytest.mark.parametrize(
    ("minutes", "is_there"), [(0, True), (29.9, True), (30, False), (60 * 24, False), (-45, False)]
)
def test_an_interrupted_visit_waits_thirty_minutes(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock, *, minutes: float, is_there: bool
):
    """A clock that was set back far counts as time passed: nobody's answers stay for ever."""
    clock.wait(minutes=minutes)
    assert (desk(drafts, clock).interrupted() is not None) == is_there
    assert (drafts.kept is not None) == is_there


def test_after_an_idle_visit_a_new_one_begins(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    clock.wait(minutes=31)
    again = desk(drafts, clock)
    again.start(Mode.FULL, language="sl")
    assert drafts.kept == again.draft


def test_an_open_visit_is_forgotten_when_nobody_touches_it(
    visit: Consultation, drafts: MemoryDrafts, clock: SetClock
):
    clock.wait(minutes=29)
    visit.forward()
    clock.wait(minutes=29)
    assert not visit.forget_if_idle()
    clock.wait(minutes=1)
    assert visit.forget_if_idle()
    assert drafts.kept is None
    assert not visit.forget_if_idle()


# a kiosk


def test_a_kiosk_writes_nothing(clock: SetClock):
    kiosk = desk(None, clock)
    assert not kiosk.is_kept
    assert kiosk.interrupted() is None
    kiosk.start(Mode.QUICK, language="sl")
    assert kiosk.answer("form", SP).current == "seat"
    kiosk.back()
    clock.wait(minutes=30)
    assert kiosk.forget_if_idle()
    assert not kiosk.is_open


# on the real store


def test_with_the_real_store_a_visit_survives_and_is_forgotten(tmp_path: Path, clock: SetClock):
    with open_store(tmp_path, clock=clock) as store:
        first = desk(store.drafts, clock)
        first.start(Mode.FULL, language="sl")
        first.answer("form", SP)
        first.answer("registered", UNSURE)
        first.back()
    with open_store(tmp_path, clock=clock) as store:
        again = desk(store.drafts, clock)
        assert again.interrupted() == Interrupted(NOON)
        assert again.resume().flow == first.flow
        assert again.draft == replace(first.draft, touched_at=NOON)
        again.finish()
        assert store.drafts.current() is None


def test_a_visit_touched_later_is_idle_later(visit: Consultation, clock: SetClock):
    clock.wait(minutes=20)
    visit.answer("form", SP)
    assert not visit.draft.is_idle(NOON + timedelta(minutes=49))
    assert visit.draft.is_idle(NOON + timedelta(minutes=50))
