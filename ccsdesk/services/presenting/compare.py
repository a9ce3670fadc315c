"""What became different between two matches, in words: stage, groups of programmes, scores. Explains nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.profile import StageResult
from ccsdesk.domain.verdict import Group, ProgrammeResult
from ccsdesk.report.voice import Voice
from ccsdesk.text.names import GROUP_NAMES

MOST_NAMED = 3
ORDER = {group: place for place, group in enumerate(Group)}


@dataclass(frozen=True, slots=True)
class Move:
    """One programme or measure that went to another group; `better` when that group is nearer."""

    id: str
    text: str
    to: Group
    better: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an answer has changed.

    `headline` says it in a sentence or two; `moves` and `lines` are the whole of it, best news first.
    """

    headline: str
    moves: tuple[Move, ...]
    lines: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing became different."""
        return not self.moves and not self.lines


def compare(voice: Voice, before: MatchResult, after: MatchResult) -> Comparison:
    """The differences, in the words of `voice`."""
    moves = tuple(_moves(voice, before, after))
    stage, scores = list(_stage(voice, before, after)), list(_scores(voice, before, after))
    news = [*stage, *([_moved(voice, moves)] if moves else [])] or scores[:1]
    same = voice.say("You changed an answer. It makes no difference to your results.")
    return Comparison(" ".join(news) or same, moves, (*stage, *scores))


def _moved(voice: Voice, moves: tuple[Move, ...]) -> str:
    names = [voice.item(move.id) for move in moves]
    if len(names) > MOST_NAMED + 1:
        rest = voice.words.count("{n} other", "{n} others", len(names) - MOST_NAMED)
        names = [*names[:MOST_NAMED], rest]
    return voice.words.count(
        "{n} entry has moved to another group: {names}.",
        "{n} entries have moved to another group: {names}.",
        len(moves),
        names=voice.words.listing(names),
    )


def _moves(voice: Voice, before: MatchResult, after: MatchResult) -> list[Move]:
    was = _by_id(before)
    moved = [
        (was[key].group, result)
        for key, result in _by_id(after).items()
        if key in was and was[key].group is not result.group
    ]
    moved.sort(
        key=lambda pair: (ORDER[pair[1].group], voice.words.sort_key(voice.item(pair[1].id)))
    )
    return [
        Move(
            result.id,
            voice.say(
                "{name}: from “{before}” to “{after}”",
                name=voice.item(result.id),
                before=voice.say(GROUP_NAMES[group]),
                after=voice.say(GROUP_NAMES[result.group]),
            ),
            result.group,
            ORDER[result.group] < ORDER[group],
        )
        for group, result in moved
    ]


def _by_id(match: MatchResult) -> dict[str, ProgrammeResult]:
    return {result.id: result for result in (*match.programmes, *match.measures)}


def _stage(voice: Voice, before: MatchResult, after: MatchResult) -> Iterator[str]:
    was, now = _name(voice, before.profile.stage), _name(voice, after.profile.stage)
    if was == now:
        return
    if not was:
        yield voice.say("Your stage is now known: {after}.", after=now)
    elif not now:
        yield voice.say("Your stage is no longer known; it was {before}.", before=was)
    else:
        yield voice.say("Your stage was “{before}” and is now “{after}”.", before=was, after=now)


def _name(voice: Voice, stage: StageResult | None) -> str:
    return "" if stage is None else voice.begun(voice.stage(stage.effective))


def _scores(voice: Voice, before: MatchResult, after: MatchResult) -> Iterator[str]:
    was = {one.id: one.score for one in before.profile.capabilities}
    names = {model.id: model.name for model in voice.catalogue.capabilities}
    for one in after.profile.capabilities:
        old = was.get(one.id)
        if old == one.score:
            continue
        name = voice.begun(voice.pick(names.get(one.id)) or one.id)
        if one.score is None:
            yield voice.say("{name}: not enough answers any more.", name=name)
        elif old is None:
            yield voice.say("{name}: now {after} of 100.", name=name, after=one.score)
        else:
            yield voice.say(
                "{name}: {before} before, {after} of 100 now.",
                name=name,
                before=old,
                after=one.score,
            )
