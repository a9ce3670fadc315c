"""One visit from its first question to its end: answered, interrupted, resumed, forgotten.

Every acknowledged answer is on the disk before the call returns; with no draft store (a kiosk)
nothing is written at all. What the answers mean is not decided here.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from ccsdesk.domain.answers import Answer, AnswerSet, PlanWishes
from ccsdesk.domain.clock import Clock
from ccsdesk.domain.draft import Draft, Mode
from ccsdesk.domain.errors import AnswerError, StorageError
from ccsdesk.flow.fitting import fits
from ccsdesk.flow.script import Script
from ccsdesk.flow.state import Flow
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.ports import DraftStore, QuestionRules


@dataclass(frozen=True, slots=True)
class Interrupted:
    """All that a start page may say about a visit a crash has left: when it began."""

    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """A visit taken up again. `left_out`: questions whose answers no longer fit the catalogue."""

    flow: Flow
    left_out: tuple[str, ...]
    catalogue_changed: bool


@dataclass(frozen=True, slots=True)
class _Visit:
    draft: Draft
    flow: Flow


class Consultation:
    """At most one visit at a time. Calls may come from any thread, but one after the other.

    `drafts` None writes nothing. Methods that change a visit return its new flow, raise
    StorageError when it could not be saved (the visit then stands as before the call), and
    LookupError when there is none.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        rules: QuestionRules,
        clock: Clock,
        drafts: DraftStore | None,
    ) -> None:
        self._catalogue = catalogue
        self._script = Script.of(catalogue)
        self._rules = rules
        self._clock = clock
        self._drafts = drafts
        self._visit: _Visit | None = None
        self._unsaved = False
        self._on_disk = False
        self._over: str | None = None

    def use(self, rules: QuestionRules) -> None:
        """Other rules from the next visit on, as when the day has changed."""
        self._rules = rules

    @property
    def is_open(self) -> bool:
        """Whether there is a visit."""
        return self._visit is not None

    @property
    def is_kept(self) -> bool:
        """Whether answers outlive a crash; the start page says so when they do not."""
        return self._drafts is not None and not self._unsaved

    @property
    def flow(self) -> Flow:
        """Where the visit stands."""
        return self._open().flow

    @property
    def draft(self) -> Draft:
        """The visit as it is, or would be, kept."""
        return self._open().draft

    # beginning

    def interrupted(self) -> Interrupted | None:
        """The visit a crash has left; one that is idle, or that the disk would not let go, is deleted by this call."""
        if self._drafts is None or self.is_open:
            return None
        draft = self._drafts.current()
        if draft is None:
            return None
        if draft.is_idle(self._clock.now()) or draft.id == self._over:
            # who has finished is never offered to the next person, even if the disk would not let go at once
            self._drafts.delete(draft.id)
            return None
        return Interrupted(draft.begun_at)

    def start(
        self, mode: Mode, *, language: str, answers: AnswerSet | None = None, unsaved: bool = False
    ) -> Flow:
        """Begin a visit, with the answers of a file if there are any; `unsaved`: in memory alone.

        Raises StorageError while an interrupted visit waits to be resumed or deleted.
        """
        self._must_be_free()
        flow = Flow.begin(self._script, self._rules, mode)
        if answers is not None:
            flow = flow.with_answers(answers).review().onward()
        now = self._clock.now()
        draft = Draft(
            id=uuid4().hex,
            begun_at=now,
            touched_at=now,
            language=language,
            mode=mode,
            catalogue=self._rules.stamp(),
            answers=flow.answers,
            current=flow.current,
        )
        if self._drafts is not None and not unsaved:
            self.interrupted()
            self._drafts.begin(draft)
        self._unsaved = unsaved
        self._on_disk = self._drafts is not None and not unsaved
        self._visit = _Visit(draft, flow)
        return flow

    def begin_again(self, mode: Mode) -> Flow:
        """Begin in this way with the answers given so far."""
        flow = Flow.begin(self._script, self._rules, mode).with_answers(self.flow.answers)
        return self._keep(flow.review().onward())

    def resume(self) -> Resumed:
        """Take up the interrupted visit where it was. Raises LookupError if there is none."""
        self._must_be_free()
        found = None if self.interrupted() is None else self._stored()
        if found is None:
            raise LookupError("There is no interrupted visit.")
        stamp = self._rules.stamp()
        kept = {
            name: item for name, item in found.answers.answers.items() if self._fits(name, item)
        }
        left_out = tuple(sorted(found.answers.answers.keys() - kept.keys()))
        flow = Flow.resume(
            self._script,
            self._rules,
            found.mode,
            answers=replace(found.answers, answers=kept),
            current=found.current,
        )
        self._unsaved = False
        self._on_disk = True
        self._visit = _Visit(replace(found, catalogue=stamp, answers=flow.answers), flow)
        return Resumed(flow, left_out, catalogue_changed=found.catalogue != stamp)

    def delete_interrupted(self) -> None:
        """Delete the visit a crash has left."""
        self._must_be_free()
        draft = self._stored()
        if self._drafts is not None and draft is not None:
            self._drafts.delete(draft.id)

    # answering

    def answer(self, question: str, answer: Answer) -> Flow:
        """Take an answer and go on. Raises AnswerError for one the question can't have."""
        self._must_fit(question, answer)
        return self._keep(self.flow.answer(question, answer), answered=question)

    def record(self, question: str, answer: Answer | None) -> Flow:
        """Take an answer, or with None take it back, and stay on the page."""
        if answer is not None:
            self._must_fit(question, answer)
        return self._keep(self.flow.record(question, answer), answered=question)

    def correct_stage(self, stage: str | None) -> Flow:
        """Keep the person's own word about the stage; None goes back to the computed one."""
        return self._keep(self.flow.with_answers(replace(self.flow.answers, stage=stage)))

    def wish(self, plan: PlanWishes) -> Flow:
        """Keep what the person wants of the plan."""
        return self._keep(self.flow.with_answers(replace(self.flow.answers, plan=plan)))

    def speak(self, language: str) -> Flow:
        """Go on in another language."""
        return self._keep(self.flow, language=language)

    def grow(self) -> Flow:
        """Go on from the quick check to the full assessment; nothing is asked twice."""
        return self._keep(self.flow.grow())

    # moving

    def back(self) -> Flow:
        """To the question before."""
        return self._move(self.flow.back())

    def forward(self) -> Flow:
        """To the next question, answered or not."""
        return self._move(self.flow.forward())

    def go_on(self) -> Flow:
        """To the next question without an answer."""
        return self._move(self.flow.onward())

    def go_to(self, question: str) -> Flow:
        """Open one question. Raises AnswerError if it is not asked."""
        return self._move(self.flow.go_to(question))

    def open(self, question: str) -> Flow:
        """Open one question and go on from there. Raises AnswerError if it is not asked."""
        return self._move(replace(self.flow.go_to(question), returning=False))

    def review(self) -> Flow:
        """To the review."""
        return self._move(self.flow.review())

    # ending

    def finish(self) -> None:
        """Forget the visit, here and on the disk.

        Raises StorageError when the disk would not let go; the next `interrupted`, or start after the idle
        time, deletes it then. Without a visit nothing happens.
        """
        visit, self._visit = self._visit, None
        self._unsaved = False
        if visit is not None:
            self._erase(visit.draft.id)

    def forget_if_idle(self) -> bool:
        """Forget the visit if nothing happened for the idle time; whether it did."""
        if self._visit is None or not self._visit.draft.is_idle(self._clock.now()):
            return False
        self.finish()
        return True

    def touch(self) -> None:
        """Someone is still there: the idle time begins anew. Nothing happens without a visit."""
        if self._visit is not None:
            self._move(self._visit.flow)

    def go_on_unsaved(self) -> None:
        """After a failed save: go on in memory alone, as a person can't wait for a disk."""
        draft = self.draft
        self._unsaved = True
        # What is there is already out of date; if it can't go now, `finish` tries again.
        with suppress(StorageError):
            self._erase(draft.id)

    def _keep(
        self, flow: Flow, *, answered: str | None = None, language: str | None = None
    ) -> Flow:
        draft = self._drafted(flow)
        if language is not None:
            draft = replace(draft, language=language)
        if self._drafts is not None and not self._unsaved:
            self._drafts.keep(draft, answered=answered)
        self._visit = _Visit(draft, flow)
        return flow

    def _move(self, flow: Flow) -> Flow:
        """A place that could not be saved costs nobody an answer: the person may still move."""
        try:
            return self._keep(flow)
        except StorageError:
            self._visit = _Visit(self._drafted(flow), flow)
            return flow

    def _erase(self, draft_id: str) -> None:
        if self._drafts is not None and self._on_disk:
            self._over = draft_id
            self._drafts.delete(draft_id)
            self._on_disk = False

    def _drafted(self, flow: Flow) -> Draft:
        return replace(
            self.draft,
            touched_at=self._clock.now(),
            mode=flow.mode,
            answers=flow.answers,
            current=flow.current,
        )

    def _stored(self) -> Draft | None:
        return None if self._drafts is None else self._drafts.current()

    def _open(self) -> _Visit:
        if self._visit is None:
            raise LookupError("There is no visit.")
        return self._visit

    def _must_be_free(self) -> None:
        if self.is_open:
            raise LookupError("A visit is open; finish it first.")

    def _fits(self, question: str, answer: Answer) -> bool:
        asked = self._script.questions.get(question)
        dictionary = self._catalogue.dictionary
        day = self._clock.today()
        return asked is not None and fits(asked, answer, dictionary=dictionary, day=day)

    def _must_fit(self, question: str, answer: Answer) -> None:
        if question in self._script.questions and not self._fits(question, answer):
            raise AnswerError(
                "The question {question} cannot be answered like this.",
                advice="Choose one of its options, or a value within its limits.",
                question=question,
            )
