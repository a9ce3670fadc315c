"""Programmes and measures as rows of a list, grouped, with what one may filter by. No widget, no detail.

Two ways in: `matched_groups` for a visit with a match, `plain_groups` for reading without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import ProgrammeResult, Reason, Shelf, Window
from ccsdesk.report.offers import by_fit
from ccsdesk.report.season_words import shelf_words
from ccsdesk.report.voice import Voice
from ccsdesk.services.presenting.standing import (
    PART_NOTES,
    PART_TITLES,
    Part,
    item_of,
    own_of,
    part_of,
    when_of,
    why_of,
)
from ccsdesk.text import message
from ccsdesk.text.names import SHELF_NAMES
from ccsdesk.text.wanted import fold

MEASURE = "measure"
"""The kind of a row that is a measure; programmes have kinds of the catalogue."""
CLOSED = Shelf.CLOSED.value
"""The key of the group of what is over."""
SHELF_NOTES: Mapping[Shelf, str] = {
    Shelf.NOT_CHOSEN: message("These are for plans or wishes that you did not tick."),
    Shelf.CLOSED: message("Nobody can apply for these any more."),
}


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name in words."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One programme or measure in a list, in words.

    `amount` is what it gives at a glance, `why` the one line that says why it stands where it does.
    `state` and its word are None and "" where nothing was answered. `found_by` is what a search
    looks through, folded as `ccsdesk.text.wanted.fold` does.
    """

    id: str
    is_measure: bool
    name: str
    provider: str
    amount: str
    when: str
    why: str
    marks: tuple[str, ...]
    kind: str
    level: str
    needs: tuple[str, ...]
    found_by: str
    state: Shelf | None = None
    state_word: str = ""
    fit: Decimal | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading. `key` stays the same in every language; `note` is a sentence below the heading.

    Rows of one `part` stand together; `parts` are the titles and notes of those that occur.
    """

    key: str
    title: str
    rows: tuple[Row, ...]
    state: Shelf | None = None
    note: str = ""
    parts: Mapping[Part, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the rows can be filtered by; only what occurs among them."""

    groups: tuple[Named, ...]
    kinds: tuple[Named, ...]
    needs: tuple[Named, ...]
    levels: tuple[Named, ...]


# rows of a match


def matched_groups(
    voice: Voice, match: MatchResult, reason_of: Callable[[str], Reason]
) -> tuple[RowGroup, ...]:
    """Shelf by shelf; on each what one can apply for, best fit first, then advice and measures.

    A shelf without rows is left out. `reason_of` gives the condition tree of a programme or measure.
    """
    results = sorted(
        by_fit(voice, [*match.programmes, *match.measures]),
        key=lambda result: not _can_apply(voice, result.id),
    )
    made = [_row_of(voice, match, result, reason_of) for result in results]
    groups = (_group(voice, shelf, [row for row in made if row.state is shelf]) for shelf in Shelf)
    return tuple(group for group in groups if group.rows)


def _group(voice: Voice, shelf: Shelf, rows: list[Row]) -> RowGroup:
    if any(row.part is Part.SEASON for row in rows):
        rows = [row if row.part else replace(row, part=Part.WAITS) for row in rows]
    parts = {
        part: (voice.say(title), voice.say(PART_NOTES[part]) if part in PART_NOTES else "")
        for part, title in PART_TITLES.items()
        if any(row.part is part for row in rows)
    }
    order = list(parts)
    rows.sort(key=lambda row: 0 if row.part is None else order.index(row.part))
    note = voice.say(SHELF_NOTES[shelf]) if shelf in SHELF_NOTES else ""
    return RowGroup(
        shelf.value, voice.say(SHELF_NAMES[shelf]), tuple(rows), shelf, note, parts=parts
    )


def _can_apply(voice: Voice, item_id: str) -> bool:
    programme = voice.catalogue.programmes.get(item_id)
    return programme is not None and not programme.advice


def _row_of(
    voice: Voice, match: MatchResult, result: ProgrammeResult, reason_of: Callable[[str], Reason]
) -> Row:
    item = item_of(voice, result.id)
    when = when_of(voice, result)
    state_word = shelf_words(voice.words, result)
    if result.window.window is Window.CLOSED:
        # the window says that it is closed, and since when
        state_word, when = when.removesuffix("."), ""
    return _row(
        voice,
        item,
        when=when,
        why=why_of(voice, match, result, reason_of),
        result=result,
        state_word=state_word,
    )


# rows without a match


def plain_groups(
    voice: Voice, items: Iterable[tuple[Named, Programme | Measure]]
) -> tuple[RowGroup, ...]:
    """Rows that say what there is and nothing about anybody, under these headings, each sorted by name."""
    found: dict[str, tuple[str, list[Row]]] = {}
    for heading, item in items:
        row = _row(voice, item, when="", why=own_of(voice, item))
        found.setdefault(heading.id, (heading.name, []))[1].append(row)
    return tuple(
        RowGroup(key, title, tuple(sorted(rows, key=lambda row: voice.words.sort_key(row.name))))
        for key, (title, rows) in found.items()
    )


# one row


def _row(
    voice: Voice,
    item: Programme | Measure,
    *,
    when: str,
    why: str,
    result: ProgrammeResult | None = None,
    state_word: str = "",
) -> Row:
    programme = item if isinstance(item, Programme) else None
    name = voice.pick(item.name)
    provider = _provider(voice, item)
    kind = _kind_within(voice, programme)
    kind = kind if provider else voice.begun(kind)
    amount = "" if programme is None else voice.begun(voice.gives(programme.benefit))
    # by its names in every language: what was typed still finds it after a switch
    searched = (*item.name.values(), provider, kind, own_of(voice, item))
    needs = map(voice.need, item.needs)
    return Row(
        id=item.id,
        is_measure=programme is None,
        name=name,
        provider=provider,
        amount=amount,
        when=when,
        why=why,
        marks=(kind, *_unverified(voice, item)),
        kind=MEASURE if programme is None else programme.kind,
        level="" if programme is None else programme.level,
        needs=item.needs,
        found_by=fold(" ".join((*searched, *needs))),
        state=None if result is None else result.shelf,
        state_word=state_word,
        fit=None if result is None else result.fit,
        part=None if result is None else part_of(result),
    )


def _kind_within(voice: Voice, programme: Programme | None) -> str:
    """The kind as it stands within a line."""
    if programme is None:
        return voice.say("measure")
    return voice.pick(voice.catalogue.kinds.get(programme.kind))


def _provider(voice: Voice, item: Programme | Measure) -> str:
    if isinstance(item, Programme):
        return voice.pick(item.provider)
    names = voice.words.listing([voice.item(key) for key in item.delivered_by])
    return voice.say("Delivered by: {names}", names=names) if names else ""


def _unverified(voice: Voice, item: Programme | Measure) -> tuple[str, ...]:
    """A row says so where a condition could not be confirmed; the detail says which."""
    unsure = any(note.unverified for note in item.check_yourself)
    return (voice.say("not all verified"),) if unsure else ()


# filters


def part_key(group: str, part: Part | None) -> str:
    """The key of one part of a group."""
    return group if part is None else f"{group}/{part.value}"


def _grouped(voice: Voice, groups: Iterable[RowGroup]) -> Iterator[Named]:
    """The groups, and below each the parts it is made of, where there are several."""
    for group in groups:
        yield Named(group.key, group.title)
        if len(group.parts) > 1:
            for part, (title, _) in group.parts.items():
                name = voice.say("{name}: {what}", name=group.title, what=title)
                yield Named(part_key(group.key, part), name)


def filters_of(voice: Voice, groups: Sequence[RowGroup]) -> Filters:
    """What these rows can be filtered by, kinds and needs sorted by name, levels in the catalogue's order."""
    rows = [row for group in groups for row in group.rows]
    kinds = {row.kind for row in rows}
    needs = {need for row in rows for need in row.needs}
    levels = {row.level for row in rows}
    catalogue = voice.catalogue
    named = [Named(key, voice.begun(voice.pick(name))) for key, name in catalogue.kinds.items()]
    named.append(Named(MEASURE, voice.say("Measure")))
    wanted = [Named(key, voice.begun(voice.pick(name))) for key, name in catalogue.needs.items()]
    return Filters(
        groups=tuple(_grouped(voice, groups)),
        kinds=_sorted(voice, (one for one in named if one.id in kinds)),
        needs=_sorted(voice, (one for one in wanted if one.id in needs)),
        levels=tuple(
            Named(key, voice.begun(voice.pick(name)))
            for key, name in catalogue.levels.items()
            if key in levels
        ),
    )


def _sorted(voice: Voice, choices: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(choices, key=lambda one: voice.words.sort_key(one.name)))
