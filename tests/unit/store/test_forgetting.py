"""What was deleted is in none of the files any more."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet, PlanWishes, Written
from ccsdesk.store.faults import FullDiskError
from ccsdesk.store.opening import Store, open_store
from tests.support.drafts import SetClock, make_draft

MARKER = "zmajčkova skrivnost"


def holds_marker(folder: Path) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert found
    return [path.name for path in found if MARKER.encode() in path.read_bytes()]


def long_answer(number: int, length: int) -> Written:
    return Written(f"{MARKER} {number} " + "x" * length + f" {MARKER}")


def test_the_marker_would_be_found(folder: Path, store: Store):
    store.drafts.begin(make_draft(AnswerSet({"q": long_answer(1, 10)})))
    assert holds_marker(folder)


def test_nothing_of_a_deleted_draft_is_left_in_any_file(folder: Path, store: Store):
    everywhere = AnswerSet(
        {"q": long_answer(1, 50_000), MARKER: long_answer(2, 10)},
        name=MARKER,
        stage=MARKER,
        plan=PlanWishes((MARKER,), {MARKER: MARKER}),
    )
    draft = replace(make_draft(everywhere), current=MARKER)
    store.drafts.begin(draft)
    store.drafts.keep(draft, answered="q")
    store.drafts.delete(draft.id)
    assert holds_marker(folder) == []


def test_nothing_is_left_of_answers_that_were_changed_many_times(folder: Path, store: Store):
    chance = random.Random(4)  # noqa: S311 - a test wants the same numbers every time
    draft = make_draft()
    store.drafts.begin(draft)
    for number in range(150):
        question = f"q{chance.randrange(12)}"
        answer = None if chance.random() < 0.2 else long_answer(number, chance.randrange(6000))
        draft = replace(draft, answers=draft.answers.with_answer(question, answer))
        store.drafts.keep(draft, answered=question)
    assert holds_marker(folder)
    store.drafts.delete(draft.id)
    assert holds_marker(folder) == []


def test_a_log_left_by_a_crash_is_emptied_by_the_next_start(folder: Path, clock: SetClock):
    with open_store(folder, clock=clock) as first:
        first.drafts.begin(make_draft(AnswerSet({"q": long_answer(1, 100)})))
    with open_store(folder, clock=clock) as second:
        assert (folder / "drafts.db-wal").stat().st_size == 0
        second.drafts.delete("a1")
        assert holds_marker(folder) == []


# on a full disk, where even deleting has no room


@pytest.fixture
def no_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_engine: object, _path: Path) -> None:
        raise FullDiskError("full")

    monkeypatch.setattr("ccsdesk.store.drafts.forget", refuse)


def test_on_a_full_disk_the_whole_file_goes(folder: Path, store: Store, no_room: None):
    store.drafts.begin(make_draft(AnswerSet({"q": long_answer(1, 50_000)})))
    store.drafts.delete("a1")
    assert store.drafts.current() is None
    assert holds_marker(folder) == []
    store.drafts.begin(make_draft(draft_id="b2"))
    assert store.drafts.current() == make_draft(draft_id="b2")


def test_the_file_stays_when_it_holds_the_draft_of_somebody_else(store: Store, no_room: None):
    store.drafts.begin(make_draft())
    with pytest.raises(FullDiskError):
        store.drafts.delete("b2")
    assert store.drafts.current() == make_draft()


def test_a_store_opens_on_a_full_disk_too(
    folder: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
):
    with open_store(folder, clock=clock) as first:
        first.drafts.begin(make_draft())

    def refuse(_engine: object, _path: Path) -> None:
        raise FullDiskError("full")

    monkeypatch.setattr("ccsdesk.store.opening.empty_log", refuse)
    with open_store(folder, clock=clock) as second:
        assert second.drafts.current() == make_draft()
