"""What the review shows: every answer in words, what has none yet, and what is kept although it no longer counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from ccsdesk.domain.answers import DontKnow
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.question import Section
from ccsdesk.domain.verdict import Truth
from ccsdesk.flow.state import Flow
from ccsdesk.report.answers_in_words import AnswerWords
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.presenting.pace import minutes, rest_of, rest_of_full
from ccsdesk.services.telling import legible
from ccsdesk.text import Words, begun

MOST_LETTERS = 300
"""Of a long answer so much is shown; the rest stays where it is."""
MOST_REASONS = 3


class RowState(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    NOT_ANSWERED = "not_answered"
    NOT_USED = "not_used"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One question. `action` is the word on the row, `name` all that a screen reader says of it.

    `note` says why an answer is not used; only such a row cannot be opened, but be taken back.
    """

    question: str
    label: str
    answer: str
    state: RowState
    action: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """The answers of one section in order; `count` says how many of its questions have one, "" for all."""

    id: str
    title: str
    count: str
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The review in the words of one language.

    `lacking` are the questions without an answer. `rest` is what is on the button that asks them, ""
    where there are none; `grow` and `grow_note` invite to the full assessment, "" where it is one.
    """

    summary: str
    lacking: tuple[ReviewRow, ...]
    sections: tuple[ReviewSection, ...]
    unused: tuple[ReviewRow, ...]
    rest: str
    grow: str
    grow_note: str

    def row(self, question: str) -> ReviewRow | None:
        """The row of one question, None if it is not here."""
        answered = chain.from_iterable(section.rows for section in self.sections)
        rows = chain(self.lacking, answered, self.unused)
        return next((row for row in rows if row.question == question), None)


def review_view(
    flow: Flow, catalogue: Catalogue, words: Words, *, unasked: Mapping[str, tuple[str, ...]]
) -> ReviewView:
    """The view of a visit; `unasked` as from `Results.unasked`."""
    rows = _Rows(flow, catalogue, words, unasked)
    sections = tuple(
        made for section in catalogue.sections if (made := rows.section(section)) is not None
    )
    lacking = tuple(rows.lacking(name) for name in flow.unanswered)
    unused = tuple(rows.unused(name) for name in flow.script.order if rows.is_unused(name))
    may_grow = flow.mode is Mode.QUICK
    return ReviewView(
        summary=_summary(sections, lacking, words),
        lacking=lacking,
        sections=sections,
        unused=unused,
        rest=_rest(flow, words),
        grow=words.say("Go on to the full assessment") if may_grow else "",
        grow_note=_grow_note(flow, words) if may_grow else "",
    )


class _Rows:
    def __init__(
        self,
        flow: Flow,
        catalogue: Catalogue,
        words: Words,
        unasked: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._flow = flow
        self._questions = catalogue.dictionary.questions
        self._words = words
        self._answers = AnswerWords(words, catalogue.dictionary)
        self._unasked = unasked
        self._order = frozenset(flow.order)

    def section(self, section: Section) -> ReviewSection | None:
        """The answers of a section that count; None where it has none."""
        flow = self._flow
        rows = tuple(
            self._answered(name)
            for name in section.questions
            if flow.has_answer(name) and flow.asked[name] is Truth.YES
        )
        if not rows:
            return None
        lacking = sum(
            name in self._order and not flow.has_answer(name) for name in section.questions
        )
        return ReviewSection(
            id=section.id,
            title=self._words.pick(section.title),
            count=self._words.say(
                "{answered} of {asked} answered",
                answered=len(rows),
                asked=len(rows) + lacking,
            )
            if lacking
            else "",
            rows=rows,
        )

    def is_unused(self, name: str) -> bool:
        """Whether there is an answer whose question is not asked, for now or at all."""
        return self._flow.has_answer(name) and self._flow.asked[name] is not Truth.YES

    def _answered(self, name: str) -> ReviewRow:
        given = self._flow.answers.answers[name]
        label, answer = self._label(name), self._answer(name)
        return ReviewRow(
            question=name,
            label=begun(label),
            answer=begun(answer),
            state=RowState.DONT_KNOW if isinstance(given, DontKnow) else RowState.ANSWERED,
            action=self._words.say("Change"),
            name=self._words.say("Change: {label} – {answer}", label=label, answer=answer),
        )

    def lacking(self, name: str) -> ReviewRow:
        """The row of a question without an answer."""
        label = self._label(name)
        return ReviewRow(
            question=name,
            label=begun(label),
            answer=self._words.say("No answer yet"),
            state=RowState.NOT_ANSWERED,
            action=self._words.say("Answer"),
            name=self._words.say("Answer: {label}", label=label),
        )

    def unused(self, name: str) -> ReviewRow:
        """The row of an answer that is kept but does not count."""
        label, answer = self._label(name), self._answer(name)
        return ReviewRow(
            question=name,
            label=begun(label),
            answer=begun(answer),
            state=RowState.NOT_USED,
            action=self._words.say("Delete"),
            name=self._words.say("Delete: {label} – {answer}", label=label, answer=answer),
            note=self._why_unused(name),
        )

    def _why_unused(self, name: str) -> str:
        if self._flow.asked[name] is Truth.OPEN:
            return self._words.say(
                "Not asked for now: other answers leave open whether it matters."
            )
        reasons = [
            legible(self._answers.said(self._questions[key], self._flow.answers.answers[key]))
            for key in self._unasked.get(name, ())[:MOST_REASONS]
            if self._flow.has_answer(key)
        ]
        if not reasons:
            return self._words.say("Not used: after your other answers it is not asked.")
        return self._words.say(
            "Not used, because you said: {answers}.", answers="; ".join(reasons).removesuffix(".")
        )

    def _label(self, name: str) -> str:
        return self._words.pick(self._questions[name].label)

    def _answer(self, name: str) -> str:
        given = self._flow.answers.answers[name]
        said = legible(self._answers.answer(self._questions[name], given))
        return said if len(said) <= MOST_LETTERS else f"{said[:MOST_LETTERS].rstrip()} …"


def _summary(
    sections: tuple[ReviewSection, ...], lacking: tuple[ReviewRow, ...], words: Words
) -> str:
    rows = [row for section in sections for row in section.rows]
    unknown = sum(row.state is RowState.DONT_KNOW for row in rows)
    parts = [words.count("{n} question answered.", "{n} questions answered.", len(rows))]
    if unknown:
        parts.append(
            words.count(
                "You answered {n} with “I don’t know”.",
                "You answered {n} with “I don’t know”.",
                unknown,
            )
        )
    if lacking:
        parts.append(
            words.count(
                "{n} question has no answer yet.",
                "{n} questions have no answer yet.",
                len(lacking),
            )
        )
    return " ".join(parts)


def _rest(flow: Flow, words: Words) -> str:
    rest = rest_of(flow)
    if not rest.least:
        return ""
    return words.say("Answer the rest (about {time})", time=minutes(rest.seconds, words))


def _grow_note(flow: Flow, words: Words) -> str:
    rest = rest_of_full(flow)
    if not rest.likely:
        return words.say("Nothing more would be asked.")
    return words.say(
        "The full assessment is about {questions} ({time}). Nothing is asked twice.",
        questions=words.count("{n} more question", "{n} more questions", rest.likely),
        time=minutes(rest.seconds, words),
    )
