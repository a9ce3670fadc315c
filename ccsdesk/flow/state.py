"""Where a visit stands: what was answered, what is asked now, what comes next. Every change is a new state.

Knows no page and stores nothing; that a question is asked is said by the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from ccsdesk.domain.answers import Answer, AnswerSet
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import AnswerError
from ccsdesk.domain.verdict import Truth
from ccsdesk.flow.script import Script


class Asker(Protocol):
    """Says which questions are asked; `ccsdesk.rules.reasoning.match.Matcher` is one."""

    def asked(self, answers: AnswerSet) -> Mapping[str, Truth]:
        """For every question: asked, not asked, or open while that hangs on other answers."""
        ...


@dataclass(frozen=True, slots=True)
class Flow:
    """One moment of a visit. `current` is the question shown, None for the review.

    `returning`: the question was opened from the review, and answering it leads back there.
    `grown`: a quick check that became the full assessment; what it asked comes first.
    An answer whose question is no longer asked stays in `answers`; the rules do not use it.
    """

    script: Script = field(repr=False, compare=False)
    asker: Asker = field(repr=False, compare=False)
    mode: Mode
    answers: AnswerSet
    asked: Mapping[str, Truth]
    current: str | None = None
    returning: bool = False
    grown: bool = False

    @classmethod
    def begin(cls, script: Script, asker: Asker, mode: Mode) -> Flow:
        """Nothing answered, the first question shown."""
        return cls.resume(script, asker, mode, answers=AnswerSet(), current=None).onward()

    @classmethod
    def resume(
        cls, script: Script, asker: Asker, mode: Mode, *, answers: AnswerSet, current: str | None
    ) -> Flow:
        """Where a visit stood; onward where that question is not asked any more."""
        flow = cls(script, asker, mode, answers, asker.asked(answers), current)
        return _settled(replace(flow, grown=_has_grown(flow)))

    # what there is to ask

    @property
    def course(self) -> tuple[str, ...]:
        """All questions in the order in which this visit comes to them, asked or not."""
        order = self.script.order
        if not self.grown:
            return order
        return tuple(sorted(order, key=lambda name: not self.script.asks(name, Mode.QUICK)))

    @property
    def order(self) -> tuple[str, ...]:
        """The questions that are asked now, in order."""
        return tuple(name for name in self._of_mode() if self.asked[name] is Truth.YES)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Those of them without an answer; "I don't know" is one."""
        return tuple(name for name in self.order if not self.has_answer(name))

    @property
    def pending(self) -> frozenset[str]:
        """Questions of which it is not decided yet, but still can be, whether they are asked.

        Where all that could decide has been answered without deciding ("I don't know"), the
        question is not asked and not pending either.
        """
        found: set[str] = set()
        waiting = [name for name in self._of_mode() if self.asked[name] is Truth.OPEN]
        grew = True
        while grew:
            more = [name for name in waiting if name not in found and self._hangs(name, found)]
            found.update(more)
            grew = bool(more)
        return frozenset(found)

    @property
    def unused(self) -> tuple[str, ...]:
        """Answers that are kept although their question is no longer asked, in order."""
        asked = self.asked
        return tuple(
            name for name in self.script.order if self.has_answer(name) and asked[name] is Truth.NO
        )

    def has_answer(self, question: str) -> bool:
        """Whether the question was answered."""
        return question in self.answers.answers

    # answering

    def record(self, question: str, answer: Answer | None) -> Flow:
        """Take an answer (None: take it back) and stay, unless the page shown is asked no more.

        Raises AnswerError for a question the catalogue does not have.
        """
        self._must_know(question)
        return self.with_answers(self.answers.with_answer(question, answer))

    def answer(self, question: str, answer: Answer) -> Flow:
        """Take an answer and go on from that question."""
        flow = self.record(question, answer)
        return replace(flow, current=question, returning=self.returning).onward()

    def with_answers(self, answers: AnswerSet) -> Flow:
        """The same place with other answers; onward where that place is asked no more."""
        return _settled(replace(self, answers=answers, asked=self.asker.asked(answers)))

    # moving

    def onward(self) -> Flow:
        """To the next question without an answer, from the beginning again after the last.

        To the review when there is none, or when the page was opened from there.
        """
        if self.returning:
            return self.review()
        unanswered = set(self.unanswered)
        following = next((name for name in self._after() if name in unanswered), None)
        earliest = next((name for name in self.order if name in unanswered), None)
        return replace(self, current=following or earliest)

    def forward(self) -> Flow:
        """To the next question in order, answered or not; to the review after the last."""
        asked = set(self.order)
        return replace(
            self,
            current=next((name for name in self._after() if name in asked), None),
            returning=False,
        )

    def back(self) -> Flow:
        """To the question before, from the review to the last; at the first it stays."""
        asked = set(self.order)
        previous = next((name for name in self._before() if name in asked), self.current)
        return replace(self, current=previous, returning=False)

    def go_to(self, question: str) -> Flow:
        """Open one question, also one outside the quick check; from the review one comes back.

        Raises AnswerError for a question that is not asked.
        """
        self._must_know(question)
        if self.asked[question] is not Truth.YES:
            raise AnswerError(
                "The question {question} is not asked after the answers given so far.",
                advice="Answer the questions it depends on first.",
                question=question,
            )
        return replace(self, current=question, returning=self.current is None)

    def review(self) -> Flow:
        """To the review of all answers."""
        return replace(self, current=None, returning=False)

    def grow(self) -> Flow:
        """From a quick check to the full assessment; what was answered is not asked again."""
        grown = self.grown or self.mode is Mode.QUICK
        full = replace(self, mode=Mode.FULL, current=None, returning=False, grown=grown)
        return full.onward()

    def _of_mode(self) -> Iterator[str]:
        return (name for name in self.course if self.script.asks(name, self.mode))

    def _after(self) -> tuple[str, ...]:
        course = self.course
        return course[course.index(self.current) + 1 :] if self.current in course else ()

    def _before(self) -> tuple[str, ...]:
        course = self.course
        here = course.index(self.current) if self.current in course else len(course)
        return course[:here][::-1]

    def _hangs(self, question: str, pending: set[str]) -> bool:
        return any(
            not self.has_answer(name)
            and self.script.asks(name, self.mode)
            and (self.asked[name] is Truth.YES or name in pending)
            for name in self.script.decided_by.get(question, ())
        )

    def _must_know(self, question: str) -> None:
        if question not in self.script.questions:
            raise AnswerError(
                "The catalogue has no question {question}.",
                advice="Choose a question of the questionnaire.",
                question=question,
            )


def _settled(flow: Flow) -> Flow:
    is_asked = flow.current is None or flow.asked.get(flow.current) is Truth.YES
    return flow if is_asked else flow.onward()


def _has_grown(flow: Flow) -> bool:
    """Whether all of the quick check is answered, while something else that comes before its end is not."""
    order = flow.order
    quick = [flow.script.asks(name, Mode.QUICK) for name in order]
    if flow.mode is not Mode.FULL or True not in quick:
        return False
    until_last = order[: len(quick) - quick[::-1].index(True)]
    given = [flow.has_answer(name) for name, is_quick in zip(order, quick, strict=True) if is_quick]
    return all(given) and any(not flow.has_answer(name) for name in until_last)
