"""The store on disk and a plain variable answer alike, whatever is done to them in whatever order."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ccsdesk.domain.answers import Answer, PlanWishes
from ccsdesk.domain.draft import Draft, Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.store.opening import open_store
from tests.support.answers import answers, wishes
from tests.support.drafts import NOON, MemoryDrafts, SetClock, make_draft

QUESTIONS = st.sampled_from(["a", "b", "c", "č"])


class DraftMachine(RuleBasedStateMachine):
    """Does everything twice: to the store and to the fake."""

    def __init__(self) -> None:
        super().__init__()
        self._made = tempfile.TemporaryDirectory()
        self._folder = Path(self._made.name)
        self._store = open_store(self._folder, clock=SetClock())
        self._memory = MemoryDrafts()
        self._draft = make_draft()
        self._count = 0

    def teardown(self) -> None:
        self._store.close()
        self._made.cleanup()

    @rule()
    def begin(self) -> None:
        self._count += 1
        fresh = make_draft(draft_id=f"d{self._count}")
        begun = []
        for drafts in (self._store.drafts, self._memory):
            try:
                drafts.begin(fresh)
            except StorageError:
                continue
            begun.append(drafts)
        assert len(begun) in {0, 2}
        self._draft = fresh if begun else self._draft

    @rule(question=QUESTIONS, answer=st.none() | answers())
    def answer(self, question: str, answer: Answer | None) -> None:
        given = self._draft.answers.with_answer(question, answer)
        self._keep(replace(self._draft, answers=given, current=question), question)

    @rule(mode=st.sampled_from(Mode), wanted=wishes(), stage=st.sampled_from([None, "idea"]))
    def change(self, mode: Mode, wanted: PlanWishes, stage: str | None) -> None:
        said = replace(self._draft.answers, plan=wanted, stage=stage)
        later = self._draft.touched_at + timedelta(seconds=1)
        self._keep(replace(self._draft, answers=said, mode=mode, touched_at=later), None)

    @rule(mine=st.booleans())
    def delete(self, *, mine: bool) -> None:
        for drafts in (self._store.drafts, self._memory):
            drafts.delete(self._draft.id if mine else "somebody else's")

    @rule()
    def start_again(self) -> None:
        self._store.close()
        self._store = open_store(self._folder, clock=SetClock(NOON))
        assert self._store.notice is None

    @invariant()
    def both_hold_the_same(self) -> None:
        assert self._store.drafts.current() == self._memory.current()

    def _keep(self, draft: Draft, question: str | None) -> None:
        kept = []
        for drafts in (self._store.drafts, self._memory):
            try:
                drafts.keep(draft, answered=question)
            except StorageError:
                continue
            kept.append(drafts)
        assert len(kept) in {0, 2}
        self._draft = draft if kept else self._draft


DraftMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestTheStoreAndAVariable = DraftMachine.TestCase
