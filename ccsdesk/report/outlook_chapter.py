"""What is not in the plan but may come: opens later, one step away, not clear yet; counts for the rest."""

from __future__ import annotations

from ccsdesk.domain.verdict import Group, ProgrammeResult
from ccsdesk.report.blocks import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Rich,
    Role,
    Table,
    muted,
    rich,
    strong,
)
from ccsdesk.report.offer_words import decides, short_gives
from ccsdesk.report.telling import GROUP_MARKS, Telling
from ccsdesk.text.names import GROUP_NAMES

MOST_ROWS = 12


def outlook_chapter(telling: Telling) -> tuple[Block, ...]:
    """Compact tables, best fit first; what does not fit in is counted."""
    parts = (
        *_group(telling, Group.APPLY_NOW),
        *_group(telling, Group.OPENS_LATER),
        *_group(telling, Group.ONE_STEP),
        *_group(telling, Group.NOT_CLEAR),
        *_rest(telling),
    )
    return (Heading(telling.say("What else there is"), 1), *parts) if parts else ()


def _group(telling: Telling, group: Group) -> tuple[Block, ...]:
    results = telling.by_fit(group)
    if not results:
        return ()
    last = {
        Group.APPLY_NOW: telling.say("When"),
        Group.OPENS_LATER: telling.say("When"),
        Group.ONE_STEP: telling.say("Which step"),
        Group.NOT_CLEAR: telling.say("These answers decide"),
    }[group]
    rows = tuple(_row(telling, result) for result in results[:MOST_ROWS])
    table = Table(
        (telling.say("Programme"), telling.say("What it gives"), last), rows, (0.4, 0.18, 0.42)
    )
    blocks: list[Block] = [Heading(telling.say(GROUP_NAMES[group]), 2), table]
    more = len(results) - len(rows)
    if more:
        said = telling.words.count("And {n} more.", "And {n} more.", more)
        blocks.append(Paragraph(rich(muted(said)), Role.CAPTION))
    return tuple(blocks)


def _row(telling: Telling, result: ProgrammeResult) -> tuple[Cell, ...]:
    programme = telling.catalogue.programmes.get(result.id)
    if programme is None:
        return (Cell(rich(result.id)), Cell(()), Cell(()))
    name = rich(
        strong(telling.pick(programme.name)), muted(f" · {telling.pick(programme.provider)}")
    )
    return (
        Cell(name, GROUP_MARKS[result.group]),
        Cell(rich(short_gives(telling, programme))),
        Cell(_last(telling, result)),
    )


def _last(telling: Telling, result: ProgrammeResult) -> Rich:
    what, how = decides(telling, result)
    is_change = result.group is Group.ONE_STEP and result.starts is None and result.step is not None
    return rich(strong(what) if is_change else what, muted(f" {how}" if how else ""))


def _rest(telling: Telling) -> tuple[Block, ...]:
    match, words = telling.match, telling.words
    number, closed = match.counts[Group.NOT_FOR_YOU], match.closed
    if not number:
        return ()
    said = words.count(
        "{n} programme or measure is not for you now.",
        "{n} programmes and measures are not for you now.",
        number,
    )
    if closed:
        said += " " + words.count("One more is closed.", "{n} more are closed.", closed)
    said += " " + telling.say("CCS Desk shows each one with its reason.")
    return (Heading(telling.say(GROUP_NAMES[Group.NOT_FOR_YOU]), 2), Paragraph(rich(said)))
