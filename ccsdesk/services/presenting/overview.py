"""What the overview shows: the sections of the questionnaire, how far each is, and where to go in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import assert_never

from ccsdesk.flow.progress import LIKELY, SectionState, progress, sections
from ccsdesk.flow.state import Flow
from ccsdesk.services.presenting.pace import minutes, rest_of
from ccsdesk.text import Words


class SectionStand(StrEnum):
    """How far a section is."""

    DONE = "done"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One section. `question` is where a click leads: its first without an answer, else its first.

    None where nothing of it is asked yet. `share` is 0 to 1; `name` is all that a screen reader says.
    """

    id: str
    title: str
    stand: SectionStand
    state: str
    count: str
    left: str
    share: float
    question: str | None
    is_here: bool
    name: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All sections in order; `summary` is how far the whole is, `share` the same as 0 to 1."""

    summary: str
    share: float
    rows: tuple[OverviewRow, ...]


def overview_view(flow: Flow, words: Words, *, here: str | None = None) -> OverviewView:
    """The view of a visit; `here` is the question the person came from, where it is not the current one."""
    far = progress(flow)
    stands_at = here or flow.current
    return OverviewView(
        summary=_summary(flow, words),
        share=far.answered / max(far.at_most, 1),
        rows=tuple(_row(state, flow, words, stands_at) for state in sections(flow)),
    )


def _summary(flow: Flow, words: Words) -> str:
    far, rest = progress(flow), rest_of(flow)
    if not rest.likely:
        return words.say("Everything is answered.")
    answered = words.say(
        "{answered} of {asked} answered",
        answered=far.answered,
        asked=_asked(far.asked, far.at_most),
    )
    return words.say(
        "{answered}; about {time} left.", answered=answered, time=minutes(rest.seconds, words)
    )


def _asked(least: int, most: int) -> str:
    """As "12", or "12–15" where other answers decide."""
    return str(least) if least == most else f"{least}–{most}"


def _row(state: SectionState, flow: Flow, words: Words, here: str | None) -> OverviewRow:
    stand = _stand(state)
    said = _said(stand, words)
    title = words.pick(state.title)
    asked = len(state.questions)
    count = words.say(
        "{answered} of {asked} answered",
        answered=state.answered,
        asked=_asked(asked, asked + state.pending),
    )
    left = _left(state, flow, words)
    is_here = here in _all_of(state, flow)
    parts = [title, said, count, left, words.say("you are here") if is_here else ""]
    return OverviewRow(
        id=state.id,
        title=title,
        stand=stand,
        state=said,
        count=count,
        left=left,
        share=state.answered / max(asked + state.pending, 1),
        question=_first(state, flow),
        is_here=is_here,
        name=", ".join(part for part in parts if part),
    )


def _stand(state: SectionState) -> SectionStand:
    if not state.questions:
        return SectionStand.WAITING
    if state.is_done:
        return SectionStand.DONE
    return SectionStand.BEGUN if state.answered else SectionStand.NOT_BEGUN


def _said(stand: SectionStand, words: Words) -> str:
    match stand:
        case SectionStand.DONE:
            return words.say("Done")
        case SectionStand.BEGUN:
            return words.say("Begun")
        case SectionStand.NOT_BEGUN:
            return words.say("Not begun")
        case SectionStand.WAITING:
            return words.say("Other answers decide whether anything is asked here")
        case _:
            assert_never(stand)


def _left(state: SectionState, flow: Flow, words: Words) -> str:
    questions = flow.script.questions
    surely = sum(questions[name].seconds for name in state.questions if not flow.has_answer(name))
    pending = [name for name in _all_of(state, flow) if name in flow.pending]
    perhaps = sum(questions[name].seconds for name in pending if not flow.has_answer(name))
    seconds = ceil(surely + perhaps / LIKELY)
    if not seconds:
        return ""
    return words.say("about {time} left", time=minutes(seconds, words))


def _first(state: SectionState, flow: Flow) -> str | None:
    open_ones = (name for name in state.questions if not flow.has_answer(name))
    return next(open_ones, next(iter(state.questions), None))


def _all_of(state: SectionState, flow: Flow) -> tuple[str, ...]:
    return next(item.questions for item in flow.script.sections if item.id == state.id)
