"""How far a visit is, without a promise that the next answer may break."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from ccsdesk.domain.draft import Mode
from ccsdesk.domain.question import Texts
from ccsdesk.flow.state import Flow

LIKELY = 4
"""Of the questions that hang on others about one in so many is asked (of the example firms: 24 to 28 %)."""
LIKELY_QUICK = 1
"""Of the few in the quick check every one (of the example firms: all but one firm's)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Questions answered of those asked: at least `asked`, at most `at_most` of them.

    `seconds` is what the rest takes by the catalogue's own estimate, at least and at most. Of the
    questions that hang on others about one in `one_in` is asked.
    """

    answered: int
    asked: int
    at_most: int
    seconds: tuple[int, int]
    one_in: int = field(default=LIKELY, compare=False)

    @property
    def likely(self) -> int:
        """About how many will be asked in all; a round number where many hang on answers."""
        about = round(self.asked + (self.at_most - self.asked) / self.one_in)
        return about if self.at_most - self.asked < 10 else max(self.asked, 5 * round(about / 5))

    @property
    def likely_seconds(self) -> int:
        """About how long the rest takes."""
        least, most = self.seconds
        return ceil(least + (most - least) / self.one_in)

    @property
    def is_sure(self) -> bool:
        """Whether the number of questions is settled."""
        return self.asked == self.at_most


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section: its questions that are asked, how many have an answer, how many may come."""

    id: str
    title: Texts
    questions: tuple[str, ...]
    answered: int
    pending: int

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to answer here, now or later."""
        return self.answered == len(self.questions) and not self.pending


def progress(flow: Flow) -> Progress:
    """How far the visit is in its mode."""
    order, rest, pending = flow.order, flow.unanswered, flow.pending
    questions = flow.script.questions
    least = sum(questions[name].seconds for name in rest)
    more = sum(questions[name].seconds for name in pending if not flow.has_answer(name))
    return Progress(
        answered=len(order) - len(rest),
        asked=len(order),
        at_most=len(order) + len(pending),
        seconds=(least, least + more),
        one_in=LIKELY_QUICK if flow.mode is Mode.QUICK else LIKELY,
    )


def sections(flow: Flow) -> tuple[SectionState, ...]:
    """All sections of the mode, those without a question at the moment left out."""
    asked, pending = set(flow.order), flow.pending
    found = []
    for section in flow.script.sections:
        questions = tuple(name for name in section.questions if name in asked)
        waiting = sum(name in pending for name in section.questions)
        if questions or waiting:
            answered = sum(flow.has_answer(name) for name in questions)
            state = SectionState(section.id, section.title, questions, answered, waiting)
            found.append(state)
    return tuple(found)
