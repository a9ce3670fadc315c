"""What would make a programme fit, in words: what to change, how that is done, what is taken for granted."""

from __future__ import annotations

from dataclasses import dataclass

from ccsdesk.domain.verdict import Change, ProgrammeResult, Shelf
from ccsdesk.report.voice import Voice

MOST_ASSUMED = 3
"""Answers taken for granted that are named; of more it is said how many."""
SHELVES = frozenset({Shelf.ONE_STEP, Shelf.NOT_FOR_YOU})


@dataclass(frozen=True, slots=True)
class Way:
    """One way there: what would have to be so, how a firm gets there, what is assumed, the questions to change."""

    what: str
    how: tuple[str, ...]
    assumed: str
    questions: tuple[str, ...]


def ways_there(voice: Voice, result: ProgrammeResult) -> tuple[Way, ...]:
    """The ways in which a firm could make it fit, cheapest first; none where it fits, is open, unwanted or over."""
    if result.shelf not in SHELVES:
        return ()
    return tuple(_way(voice, changes) for changes in result.changes)


def _way(voice: Voice, changes: tuple[Change, ...]) -> Way:
    questions = voice.catalogue.dictionary.questions
    steps = [change for change in changes if not change.assumed]
    makes_new = {
        name
        for step in steps
        if (changeable := questions[step.question].changeable) is not None
        for name in (*changeable.renews, *changeable.settles)
    }
    # that what is founded today is founded today and has no debts goes without saying
    assumed = [one for one in changes if one.assumed and one.question not in makes_new]
    how = [questions[step.question].changeable for step in steps]
    return Way(
        what=voice.begun(_said(voice, steps)) + ".",
        how=tuple(voice.pick(one.how) for one in how if one is not None and one.how),
        assumed=_assumed(voice, assumed),
        questions=tuple(step.question for step in steps),
    )


def _said(voice: Voice, changes: list[Change]) -> str:
    questions = voice.catalogue.dictionary.questions
    return "; ".join(
        voice.answers.said(questions[change.question], change.to).removesuffix(".")
        for change in changes
    )


def _assumed(voice: Voice, changes: list[Change]) -> str:
    if not changes:
        return ""
    named = changes if len(changes) <= MOST_ASSUMED + 1 else changes[:MOST_ASSUMED]
    said = [_said(voice, [change]) for change in named]
    more = len(changes) - len(named)
    if more:
        said.append(voice.words.count("{n} more answer", "{n} more answers", more))
    return voice.say("Taken for granted, as you have not said: {what}.", what="; ".join(said))
