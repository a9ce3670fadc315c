"""The visit as the window sees it: what was answered, what the rules say about it, and a signal for every change.

Holds no widget. Work that takes long is done in a job; what is quick is done at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ccsdesk.domain.answers import Answer, AnswerSet, PlanWishes
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import CcsError, StorageError
from ccsdesk.domain.match import MatchResult
from ccsdesk.flow.state import Flow
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.consultation import Consultation, Interrupted, Resumed
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.ui.jobs import Jobs

MadeT = TypeVar("MadeT")


@dataclass(frozen=True, slots=True)
class Before:
    """What stood when an answer was opened to be changed: to be compared with what comes of it."""

    question: str
    answers: AnswerSet
    match: MatchResult | None


@dataclass(frozen=True, slots=True)
class Taken:
    """The plan of which answers was printed or saved last."""

    answers: AnswerSet
    is_printed: bool


class Visit(QObject):
    """At most one visit at a time, on one catalogue and day.

    A change that could not be saved is told by `refused` and has not happened. `moved`: another
    question, or the review. `kept`: whether answers outlive a crash has changed.
    """

    began = Signal()
    ended = Signal()
    moved = Signal()
    answered = Signal()
    wished = Signal()
    language_changed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        results: Results,
        consultation: Consultation,
        words: Words,
        *,
        jobs: Jobs,
        today: Callable[[], date] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.results = results
        self.jobs = jobs
        self.words = words
        self.before: Before | None = None
        self.taken: Taken | None = None
        self.is_finished = False
        """Whether the last visit was finished by its person and forgotten, and no other has begun."""
        self.unbegun: tuple[Mode, AnswerSet | None] | None = None
        self.return_to = "review"
        self._today = today or (lambda: results.day)
        self._consultation = consultation
        self._rules_of_jobs: Results | None = None
        self._match: MatchResult | None = None
        self._matched: AnswerSet | None = None
        self._asked_for = 0

    # what there is

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of this visit."""
        return self.results.catalogue

    @property
    def day(self) -> date:
        """The day the rules speak of."""
        return self.results.day

    @property
    def is_open(self) -> bool:
        """Whether there is a visit."""
        return self._consultation.is_open

    @property
    def is_kept(self) -> bool:
        """Whether answers outlive a crash."""
        return self._consultation.is_kept

    @property
    def flow(self) -> Flow:
        """Where the visit stands; LookupError without one."""
        return self._consultation.flow

    @property
    def answers(self) -> AnswerSet:
        """All that was answered; empty without a visit."""
        return self.flow.answers if self.is_open else AnswerSet()

    # what the rules say

    def match(
        self,
        then: Callable[[MatchResult], None],
        otherwise: Callable[[CcsError], None] | None = None,
        *,
        receiver: QObject | None = None,
    ) -> None:
        """What the rules say about the present answers: at once where it is known, else from a job.

        Of several asked for, one after the other, only the newest is delivered; none where `receiver` is gone.
        """
        answers = self._judged
        self._asked_for += 1
        ticket = self._asked_for
        if self._match is not None and self._matched == answers:
            then(self._match)
            return

        def keep(match: MatchResult) -> None:
            if ticket == self._asked_for:
                self._match, self._matched = match, answers
                then(match)

        self.work(
            lambda results: results.match(answers),
            keep,
            otherwise,
            receiver=receiver,
            wanted=lambda: ticket == self._asked_for,
        )

    def known_match(self) -> MatchResult | None:
        """What the rules say about the present answers, where it is known already."""
        return self._match if self._matched == self._judged else None

    @property
    def _judged(self) -> AnswerSet:
        """What the rules look at: what is wished of the plan changes no verdict."""
        return replace(self.answers, plan=PlanWishes())

    def work(
        self,
        work: Callable[[Results], MadeT],
        then: Callable[[MadeT], None],
        otherwise: Callable[[CcsError], None] | None = None,
        *,
        receiver: QObject | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Do something with the rules in a job; the result comes back here. Mistakes are `refused` by default.

        `wanted` as for `Jobs.run`.
        """
        self.jobs.run(
            lambda: work(self._results_of_jobs()),
            then=then,
            otherwise=otherwise or self.refused.emit,
            receiver=receiver,
            wanted=wanted,
        )

    def _results_of_jobs(self) -> Results:
        """Rules of their own for the thread of the jobs: they remember what they worked out."""
        rules = self._rules_of_jobs
        if rules is None or rules.day != self.results.day:
            rules = self._rules_of_jobs = self.results.beside()
        return rules

    # beginning and ending

    def interrupted(self) -> Interrupted | None:
        """The visit a crash has left."""
        self._renew()
        return self._tried(self._consultation.interrupted)

    def start(self, mode: Mode, answers: AnswerSet | None = None) -> bool:
        """Begin, with the answers of a file where there are any; whether it went.

        What the disk refused may be begun without it: `refused` finds it in `unbegun`.
        """
        self._renew()
        language = self.words.language
        self.unbegun = (mode, answers)
        began = self._began(
            lambda: self._consultation.start(mode, language=language, answers=answers)
        )
        self.unbegun = None
        return began

    def start_unsaved(self, mode: Mode, answers: AnswerSet | None = None) -> bool:
        """Begin a visit that no disk remembers."""
        language = self.words.language
        return self._began(
            lambda: self._consultation.start(mode, language=language, answers=answers, unsaved=True)
        )

    def start_again(self, mode: Mode) -> bool:
        """Begin in this way with the answers given so far; whether it went."""
        self._renew()
        return self._began(lambda: self._consultation.begin_again(mode))

    def resume(self) -> Resumed | None:
        """Take up the visit that was interrupted; None if it could not be."""
        if self._tried(self._consultation.interrupted) is None:
            # the page that offered it may have stood there for longer than it is kept
            self.refused.emit(
                StorageError(
                    "The visit that was interrupted can no longer be continued.",
                    advice="Begin a new one.",
                )
            )
            return None
        resumed = self._tried(self._consultation.resume)
        if resumed is not None:
            self._forget_views()
            language = self._consultation.draft.language
            if language in self.catalogue.languages:
                # it may have begun with another catalogue
                self.speak(language)
            self.is_finished = False
            self.began.emit()
        return resumed

    def delete_interrupted(self) -> None:
        """Delete the visit that was interrupted."""
        self._tried(self._consultation.delete_interrupted)

    def finish(self) -> None:
        """Forget everything, here and on the disk."""
        self.is_finished = True
        self._end(self._consultation.finish)

    def forget_if_idle(self) -> bool:
        """Forget the visit if nothing happened for too long; whether it did."""
        return self.is_open and self._end(self._consultation.forget_if_idle)

    def touch(self) -> None:
        """Someone is still there."""
        self._consultation.touch()

    def go_on_unsaved(self) -> None:
        """Go on in memory alone."""
        self._consultation.go_on_unsaved()

    # answering

    def answer(self, question: str, answer: Answer) -> bool:
        """Take an answer and go on; whether it could be kept."""
        return self._changed(lambda: self._consultation.answer(question, answer), moves=True)

    def record(self, question: str, answer: Answer | None) -> bool:
        """Take an answer (None: take it back) and stay."""
        return self._changed(lambda: self._consultation.record(question, answer))

    def correct_stage(self, stage: str | None) -> bool:
        """Keep the person's own word about the stage beside the computed one."""
        return self._changed(lambda: self._consultation.correct_stage(stage))

    def wish(self, plan: PlanWishes) -> bool:
        """Keep what the person wants of the plan."""
        if self._tried(lambda: self._consultation.wish(plan)) is None:
            return False
        self.wished.emit()
        return True

    def grow(self) -> bool:
        """From the quick check to the full assessment."""
        self.return_to = "review"
        return self._changed(self._consultation.grow, moves=True)

    # moving

    def back(self) -> None:
        """To the question before."""
        self._go(self._consultation.back)

    def forward(self) -> None:
        """To the next question, answered or not."""
        self._go(self._consultation.forward)

    def review(self) -> None:
        """To the review."""
        self.return_to = "review"
        self._go(self._consultation.review)

    def rest(self) -> None:
        """Leave the question that is shown, for a page of the results; no page is asked for."""
        self._tried(self._consultation.review)

    def go_on(self) -> None:
        """To the first question without an answer."""
        self._go(self._consultation.go_on)

    def go_to(self, question: str, return_to: str = "review") -> None:
        """Open one question, and come back to that page once it is answered."""
        if self.flow.current is not None:
            # only what is opened with no question shown leads back
            self.rest()
        self.return_to = return_to
        self.before = Before(question, self.answers, self.known_match())
        self._go(lambda: self._consultation.go_to(question))

    def open(self, question: str) -> None:
        """Open one question and go on from there."""
        self._go(lambda: self._consultation.open(question))

    def forget_before(self) -> None:
        """Compare no longer."""
        self.before = None

    def undo_change(self) -> None:
        """Put back the answer that was changed last from the results."""
        before, self.before = self.before, None
        if before is not None:
            self.record(before.question, before.answers.answers.get(before.question))

    # speaking

    def speak(self, language: str) -> None:
        """Go on in another language, in the same place."""
        if language == self.words.language:
            return
        self.words = Words(language, first=self.words.first)
        if self.is_open:
            self._tried(lambda: self._consultation.speak(language))
        self.language_changed.emit()

    # behind the scenes

    def _renew(self) -> None:
        """A program that runs for days must not speak of yesterday."""
        day = self._today()
        if day != self.results.day:
            self.results = Results(self.catalogue, day)
            self._consultation.use(self.results)

    def _began(self, begin: Callable[[], Flow]) -> bool:
        self._forget_views()
        if self._tried(begin) is None:
            return False
        self.is_finished = False
        self.began.emit()
        return True

    def _changed(self, change: Callable[[], Flow], *, moves: bool = False) -> bool:
        before = self.flow.current
        after = self._tried(change)
        if after is None:
            return False
        self.answered.emit()
        if moves or after.current != before:
            self.moved.emit()
        return True

    def _go(self, go: Callable[[], Flow]) -> None:
        if self._tried(go) is not None:
            self.moved.emit()

    def _tried(self, call: Callable[[], MadeT]) -> MadeT | None:
        try:
            return call()
        except CcsError as error:
            self.refused.emit(error)
            return None

    def _end(self, end: Callable[[], object]) -> bool:
        """Whether the visit is over; what the disk would not let go is told on the page that follows."""
        refused = None
        try:
            end()
        except CcsError as error:
            refused = error
        if self.is_open or refused is not None:
            self.is_finished = False
        if self.is_open:
            return False
        self._forget_answers()
        self.ended.emit()
        if refused is not None:
            self.refused.emit(refused)
        return True

    def _forget_answers(self) -> None:
        """Leave nothing of what was said in what the rules remember, either."""
        self._forget_views()
        self.results.forget()
        self._rules_of_jobs = None

    def _forget_views(self) -> None:
        self.before = None
        self.taken = None
        self.return_to = "review"
        self._match = self._matched = None
        self._asked_for += 1
