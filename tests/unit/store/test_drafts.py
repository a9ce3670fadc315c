"""What the draft store acknowledges, a fresh start finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ccsdesk.domain.answers import AnswerSet, Choice, DontKnow, PlanWishes, Records, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.store.opening import Store, open_store
from tests.support.answers import answer_sets
from tests.support.drafts import NOON, SetClock, make_draft

ONE = AnswerSet({"size": exactly(Decimal(3)), "form": exactly("sp")})


def test_a_new_store_holds_no_draft(store: Store):
    assert store.drafts.current() is None
    assert store.notice is None


def test_a_draft_comes_back_whole_after_a_fresh_start(folder: Path, clock: SetClock):
    answers = AnswerSet(
        {"aid": Records(({"sum": exactly(Decimal("1.50"))}, {"sum": DontKnow()})), **ONE.answers},
        name="Atelje Češnja",
        stage="growth",
        plan=PlanWishes(("b", "a"), {"a": "pokliči"}),
    )
    draft = replace(make_draft(answers), mode=Mode.FULL, current="size", language="en")
    with open_store(folder, clock=clock) as first:
        first.drafts.begin(draft)
    with open_store(folder, clock=clock) as second:
        assert second.drafts.current() == draft


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(answers=answer_sets())
def test_any_answers_come_back_as_they_were(store: Store, answers: AnswerSet):
    draft = make_draft(answers)
    try:
        store.drafts.begin(draft)
        assert store.drafts.current() == draft
    finally:
        store.drafts.delete(draft.id)


def test_keeping_one_answer_leaves_the_others_alone(store: Store):
    draft = make_draft(ONE)
    store.drafts.begin(draft)
    changed = replace(draft, answers=AnswerSet({"form": exactly("doo"), "size": DontKnow()}))
    store.drafts.keep(changed, answered="form")
    kept = store.drafts.current()
    assert kept is not None
    assert kept.answers.answers == {"form": exactly("doo"), "size": exactly(Decimal(3))}


def test_an_answer_taken_back_is_gone(store: Store):
    draft = make_draft(ONE)
    store.drafts.begin(draft)
    store.drafts.keep(
        replace(draft, answers=draft.answers.with_answer("form", None)), answered="form"
    )
    kept = store.drafts.current()
    assert kept is not None
    assert kept.answers.answers == {"size": exactly(Decimal(3))}


def test_keeping_without_an_answer_keeps_the_rest_of_the_draft(store: Store):
    draft = make_draft(ONE)
    store.drafts.begin(draft)
    moved = replace(
        draft.touched(NOON + timedelta(minutes=3)),
        language="en",
        mode=Mode.FULL,
        current="form",
        answers=replace(ONE, stage="idea", plan=PlanWishes(("x",))),
    )
    store.drafts.keep(moved)
    assert store.drafts.current() == moved


def test_there_is_at_most_one_draft(store: Store):
    store.drafts.begin(make_draft(ONE))
    with pytest.raises(StorageError, match=r"not finished\. Continue it or delete it first"):
        store.drafts.begin(make_draft(draft_id="b2"))
    assert store.drafts.current() == make_draft(ONE)


def test_a_deleted_draft_is_gone_and_another_may_begin(store: Store):
    store.drafts.begin(make_draft(ONE))
    store.drafts.delete("a1")
    assert store.drafts.current() is None
    store.drafts.begin(make_draft(draft_id="b2"))
    assert store.drafts.current() == make_draft(draft_id="b2")


def test_deleting_what_is_not_there_is_no_error(store: Store):
    store.drafts.begin(make_draft(ONE))
    store.drafts.delete("nobody")
    assert store.drafts.current() == make_draft(ONE)


def test_a_deleted_draft_can_no_longer_be_kept(store: Store):
    store.drafts.begin(make_draft(ONE))
    store.drafts.delete("a1")
    with pytest.raises(StorageError, match="no longer kept"):
        store.drafts.keep(make_draft(ONE), answered="form")


def test_instants_come_back_in_utc_whatever_zone_they_had(store: Store):
    ljubljana = timezone(timedelta(hours=1))
    draft = replace(make_draft(), begun_at=datetime(2026, 11, 22, 13, tzinfo=ljubljana))
    store.drafts.begin(draft)
    kept = store.drafts.current()
    assert kept is not None
    assert kept.begun_at == NOON
    assert kept.begun_at.utcoffset() == timedelta(0)


def test_an_instant_without_a_zone_is_a_mistake_of_the_program(store: Store):
    draft = replace(make_draft(), touched_at=NOON.replace(tzinfo=None))
    with pytest.raises(Exception, match="aware instants only"):
        store.drafts.begin(draft)
    assert store.drafts.current() is None


def test_an_answer_that_cannot_be_written_leaves_the_draft_as_it_was(store: Store):
    draft = make_draft(ONE)
    store.drafts.begin(draft)
    bad = replace(draft, answers=ONE.with_answer("form", exactly(Decimal("NaN"))), current="form")
    with pytest.raises(ValueError, match="never"):
        store.drafts.keep(bad, answered="form")
    assert store.drafts.current() == draft


def test_half_a_character_in_a_name_does_not_stop_the_rest(store: Store):
    store.drafts.begin(make_draft(AnswerSet(ONE.answers, name="Ana\ud800")))
    kept = store.drafts.current()
    assert kept is not None
    assert kept.answers == AnswerSet(ONE.answers, name="Ana?")


def test_answers_of_any_length_are_kept(store: Store):
    many = frozenset(f"option_{number}" for number in range(20_000))
    draft = make_draft(AnswerSet({"q": Choice(many)}))
    store.drafts.begin(draft)
    assert store.drafts.current() == draft
