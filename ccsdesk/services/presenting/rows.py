"""Programmes and measures as rows of a list, grouped, with what one may filter by. No widget, no detail.

Two ways in: `matched_groups` for a visit with a match, `plain_groups` for reading without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import Group, ProgrammeResult, Reason, Truth, Verdict, Window
from ccsdesk.report.offer_words import decides, serves
from ccsdesk.report.offers import by_fit
from ccsdesk.report.voice import Voice
from ccsdesk.text.names import GROUP_NAMES
from ccsdesk.text.wanted import fold

MEASURE = "measure"
"""The kind of a row that is a measure; programmes have kinds of the catalogue."""
MOST_BECAUSE = 2
MOST_NEEDS = 3
REPLACED_BY = "replaced-by"
CLOSED = "closed"
"""The key of the group of what is over."""


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
    state: Group | None = None
    state_word: str = ""
    fit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading. `key` stays the same in every language; `note` is a sentence below the heading."""

    key: str
    title: str
    rows: tuple[Row, ...]
    state: Group | None = None
    note: str = ""


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
    """The five groups, then what is over; in each what one can apply for, best fit first, then advice and measures.

    A group without rows is left out. `reason_of` gives the condition tree of a programme or measure.
    """
    results = sorted(
        by_fit(voice, [*match.programmes, *match.measures]),
        key=lambda result: not _can_apply(voice, result.id),
    )
    made = [_row_of(voice, match, result, reason_of) for result in results]
    over = {result.id for result in results if result.window.window is Window.CLOSED}
    groups = [
        RowGroup(
            group.value,
            voice.say(GROUP_NAMES[group]),
            tuple(row for row in made if row.state is group and row.id not in over),
            group,
        )
        for group in Group
    ]
    closed = RowGroup(
        CLOSED,
        voice.say("Closed"),
        tuple(row for row in made if row.id in over),
        Group.NOT_FOR_YOU,
        voice.say("Nobody can apply for these any more."),
    )
    return tuple(group for group in (*groups, closed) if group.rows)


def _can_apply(voice: Voice, item_id: str) -> bool:
    programme = voice.catalogue.programmes.get(item_id)
    return programme is not None and not programme.advice


def _row_of(
    voice: Voice, match: MatchResult, result: ProgrammeResult, reason_of: Callable[[str], Reason]
) -> Row:
    item = item_of(voice, result.id)
    is_closed = result.window.window is Window.CLOSED
    return _row(
        voice,
        item,
        when=voice.when(result),
        why=_why(voice, match, result, reason_of),
        result=result,
        state_word=voice.say("Closed" if is_closed else GROUP_NAMES[result.group]),
    )


def item_of(voice: Voice, item_id: str) -> Programme | Measure:
    """The programme or measure of an id; KeyError if there is none."""
    return voice.catalogue.programmes.get(item_id) or voice.catalogue.measures[item_id]


def _why(
    voice: Voice, match: MatchResult, result: ProgrammeResult, reason_of: Callable[[str], Reason]
) -> str:
    """What replaced it, the step, the answers that would decide, the condition that fails, or the need it serves."""
    item = item_of(voice, result.id)
    if result.window.window is Window.CLOSED:
        return _replaced(voice, item)
    if result.group is Group.ONE_STEP:
        return _line(voice, result)
    if result.group is Group.NOT_CLEAR and result.missing:
        return voice.say("These answers would decide: {what}.", what=decides(voice, result)[0])
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
    kind = voice.say("Measure") if programme is None else kind_name(voice, programme)
    amount = "" if programme is None else voice.begun(voice.gives(programme.benefit))
    searched = (name, provider, kind, own_of(voice, item), *map(voice.need, item.needs))
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
        found_by=fold(" ".join(searched)),
        state=None if result is None else result.group,
        state_word=state_word,
        fit=None if result is None else result.fit,
    )


def kind_name(voice: Voice, programme: Programme) -> str:
    """The kind of support, beginning with a capital."""
    return voice.begun(voice.pick(voice.catalogue.kinds.get(programme.kind)))


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
        groups=tuple(Named(group.key, group.title) for group in groups),
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
