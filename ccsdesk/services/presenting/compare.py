"""What became different between two matches, in words: stage, groups of programmes, scores. Explains nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.profile import StageResult
from ccsdesk.domain.verdict import ProgrammeResult, Shelf
from ccsdesk.report.voice import Voice
from ccsdesk.text.names import SHELF_NAMES

MOST_NAMED = 3
NO_BREAK = "\N{NO-BREAK SPACE}"
ORDER = {group: place for place, group in enumerate(Shelf)}


@dataclass(frozen=True, slots=True)
class Move:
    """One programme or measure that went to another group; `text` says all of it, `better` when that is nearer."""

    id: str
    name: str
    text: str
    to: Shelf
    better: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """All that went from one group to another one."""

    title: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an answer has changed.

    `headline` says it in a sentence or two; `moves` and `lines` are the whole of it, best news first.
    """

    headline: str
    shifts: tuple[Shift, ...]
    lines: tuple[str, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """All that went to another group."""
        return tuple(move for shift in self.shifts for move in shift.moves)

    @property
    def is_same(self) -> bool:
        """Whether nothing became different."""
        return not self.shifts and not self.lines


def compare(
    voice: Voice, before: MatchResult, after: MatchResult, *, question: str | None = None
) -> Comparison:
    """The differences, in the words of `voice`. `question` is the one whose answer was changed."""
    shifts = tuple(_shifts(voice, before, after))
    stage, scores = list(_stage(voice, before, after)), list(_scores(voice, before, after))
    moves = [move for shift in shifts for move in shift.moves]
    news = [*stage, *([_moved(voice, moves, before, after)] if moves else [])] or scores[:1]
    if not news:
        news = [voice.say("You changed an answer. It makes no difference to your results.")]
    elif question is not None:
        news = [voice.say("You changed: {question}.", question=voice.label(question)), *news]
    return Comparison(" ".join(news), shifts, (*stage, *scores))


def _moved(voice: Voice, moves: list[Move], before: MatchResult, after: MatchResult) -> str:
    if len(moves) == 1:
        return f"{moves[0].text}."
    if len(moves) <= MOST_NAMED:
        return voice.words.count(
            "{n} entry has moved to another group: {names}.",
            "{n} entries have moved to another group: {names}.",
            len(moves),
            names=voice.words.listing([move.name for move in moves]),
        )
    was, now = before.counts, after.counts
    changed = [
        voice.say(
            "{group} {before} → {after}",
            group=voice.say(SHELF_NAMES[group]),
            before=was[group],
            after=now[group],
        ).replace(" ", NO_BREAK)
        for group in Shelf
        if was[group] != now[group]
    ]
    return voice.words.count(
        "{n} entry has moved: {groups}.",
        "{n} entries have moved: {groups}.",
        len(moves),
        groups=", ".join(changed),
    )


def _shifts(voice: Voice, before: MatchResult, after: MatchResult) -> Iterator[Shift]:
    """Best news first."""
    was = _by_id(before)
    found: dict[tuple[Shelf, Shelf], list[ProgrammeResult]] = {}
    for key, result in _by_id(after).items():
        if key in was and was[key].shelf is not result.shelf:
            found.setdefault((was[key].shelf, result.shelf), []).append(result)
    for pair in sorted(found, key=lambda pair: (ORDER[pair[1]], ORDER[pair[0]])):
        results = sorted(found[pair], key=lambda one: voice.words.sort_key(voice.item(one.id)))
        start, end = (voice.say(SHELF_NAMES[group]) for group in pair)
        title = voice.say("From “{before}” to “{after}”", before=start, after=end)
        yield Shift(title, tuple(_move(voice, pair, one.id) for one in results))


def _move(voice: Voice, pair: tuple[Shelf, Shelf], item_id: str) -> Move:
    before, after = pair
    text = voice.say(
        "{name}: from “{before}” to “{after}”",
        name=voice.item(item_id),
        before=voice.say(SHELF_NAMES[before]),
        after=voice.say(SHELF_NAMES[after]),
    )
    return Move(item_id, voice.item(item_id), text, after, ORDER[after] < ORDER[before])


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
