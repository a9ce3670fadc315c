"""What was deleted is in none of the files any more."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from ccsdesk.domain.answers import AnswerSet, PlanWishes, Written
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
