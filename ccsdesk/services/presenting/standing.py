"""Why a programme or measure stands in its group of the results: in which part of it, and in one line of words.

Decides nothing; knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import Group, ProgrammeResult, Reason, Shelf, Truth, Verdict, Window
from ccsdesk.report.offer_words import decides, missing_words, serves
from ccsdesk.report.season_words import IN_SEASON, is_in_season
from ccsdesk.report.voice import Voice
from ccsdesk.text import message

MOST_BECAUSE = 2
MOST_NEEDS = 3
REPLACED_BY = "replaced-by"


class Part(StrEnum):
    """Why a row stands in a group that is made of several kinds of rows, in the order they are shown."""

    SEASON = "season"
    """No round is announced, but it is usually open at this time of the year."""
    WAITS = "waits"
    """What stands beside those in season: it opens another time."""
    ANSWERS = "answers"
    """Answers would decide."""
    CHECK = "check"
    """No rule decides."""
    NO_DAY = "no_day"
    """The conditions are met, but nobody knows when one can apply: no answer can change that."""


PART_TITLES: Mapping[Part, str] = {
    Part.SEASON: IN_SEASON,
    Part.WAITS: message("Not open yet"),
    Part.ANSWERS: message("Your answers will decide"),
    Part.CHECK: message("Check the conditions yourself"),
    Part.NO_DAY: message("No deadline is published"),
}
PART_NOTES: Mapping[Part, str] = {
    Part.SEASON: message("No round is announced; ask the provider."),
    Part.NO_DAY: message(
        "The conditions we know of are met; ask the provider about the rest and the deadline."
    ),
}


def part_of(result: ProgrammeResult) -> Part | None:
    """Why it stands in its group; None where the group says it all, and for what is over."""
    if result.window.window is Window.CLOSED:
        return None
    if is_in_season(result):
        return Part.SEASON
    if result.group is not Group.NOT_CLEAR:
        return None
    if result.missing:
        return Part.ANSWERS
    return Part.NO_DAY if result.window.window is Window.UNKNOWN else Part.CHECK


def when_of(voice: Voice, result: ProgrammeResult) -> str:
    """The window in words; nobody need look for a day that does not exist."""
    if part_of(result) is Part.NO_DAY:
        return voice.say("No deadline is published yet; ask the provider.")
    return voice.when(result)


def item_of(voice: Voice, item_id: str) -> Programme | Measure:
    """The programme or measure of an id; KeyError if there is none."""
    return voice.catalogue.programmes.get(item_id) or voice.catalogue.measures[item_id]


def why_of(
    voice: Voice, match: MatchResult, result: ProgrammeResult, reason_of: Callable[[str], Reason]
) -> str:
    """One line: what replaced it, the step, the answers that would decide, the condition that fails, the need."""
    item = item_of(voice, result.id)
    if result.window.window is Window.CLOSED:
        return _replaced(voice, item)
    if result.group is Group.ONE_STEP:
        return _line(voice, result)
    if result.group is Group.NOT_CLEAR and result.missing:
        return voice.words.count(
            "{n} answer would decide: {what}.",
            "{n} answers would decide: {what}.",
            len(result.missing),
            what=missing_words(voice, result),
        )
    if result.shelf is Shelf.NOT_CHOSEN:
        return _unwished(voice, item, reason_of(result.id))
    if result.verdict is Verdict.NOT_ELIGIBLE:
        failing = _failing(voice, reason_of(result.id))
        if failing:
            return voice.say("Not met: {condition}", condition=failing)
        return voice.you_said(result.because, most=MOST_BECAUSE)
    line = _line(voice, result) if result.group is Group.NOT_CLEAR else ""
    return line or serves(voice, match.profile, item, most=MOST_NEEDS) or own_of(voice, item)


def _failing(voice: Voice, reason: Reason) -> str:
    """The sentence of the first condition that is not met."""
    text = voice.pick(reason.text)
    # only an author's own sentence says a group well; one put together says all of its parts
    if not reason.children or (reason.kind != "all" and text.endswith(".")):
        return text
    failed = (child for child in reason.children if child.state is Truth.NO)
    return next((said for child in failed if (said := _failing(voice, child))), text)


def _unwished(voice: Voice, item: Programme | Measure, reason: Reason) -> str:
    """The wish it asks for, where a sentence of the catalogue says it; else what it does."""
    questions = voice.catalogue.dictionary.questions
    leaves = (leaf for leaf in _failing_leaves(reason) if leaf.questions)
    wished = (leaf for leaf in leaves if all(questions[key].wish for key in leaf.questions))
    said = next((text for leaf in wished if (text := voice.pick(leaf.text)).endswith(".")), "")
    return voice.say("Not chosen: {condition}", condition=said) if said else own_of(voice, item)


def _failing_leaves(reason: Reason) -> Iterator[Reason]:
    if reason.state is not Truth.NO:
        return
    if not reason.children:
        yield reason
    for child in reason.children:
        yield from _failing_leaves(child)


def _line(voice: Voice, result: ProgrammeResult) -> str:
    line = " ".join(part for part in decides(voice, result) if part)
    # the day stands on a line of its own already
    return "" if line == voice.when(result) else line


def _replaced(voice: Voice, item: Programme | Measure) -> str:
    relations = item.relations if isinstance(item, Programme) else ()
    names = [voice.item(one.programme) for one in relations if one.kind == REPLACED_BY]
    return voice.say("Replaced by: {names}.", names=voice.words.listing(names)) if names else ""


def own_of(voice: Voice, item: Programme | Measure) -> str:
    """What it does, in the catalogue's own words."""
    return voice.pick(item.summary if isinstance(item, Programme) else item.what)
