"""What is not in the plan but may come: opens later, one step away, not clear yet; counts for the rest."""

from __future__ import annotations

from ccsdesk.domain.verdict import Group, ProgrammeResult, Shelf
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
from ccsdesk.report.season_words import is_in_season, shelf_words
from ccsdesk.report.telling import SHELF_MARKS, Telling
from ccsdesk.text.names import SHELF_NAMES

MOST_ROWS = 8


def outlook_chapter(telling: Telling) -> tuple[Block, ...]:
    """Compact tables, best fit first; what does not fit in is counted."""
    parts = (
        *_shelf(telling, Shelf.APPLY_NOW),
        *_shelf(telling, Shelf.OPENS_LATER),
        *_shelf(telling, Shelf.ONE_STEP),
        *_shelf(telling, Shelf.NOT_CLEAR),
        *_rest(telling),
    )
    return (Heading(telling.say("What else there is"), 1), *parts) if parts else ()


def _shelf(telling: Telling, shelf: Shelf) -> tuple[Block, ...]:
    results = sorted(telling.by_fit(shelf), key=lambda result: not is_in_season(result))
    if not results:
        return ()
    last = {
        Shelf.APPLY_NOW: telling.say("When"),
        Shelf.OPENS_LATER: telling.say("When"),
        Shelf.ONE_STEP: telling.say("Which step"),
        Shelf.NOT_CLEAR: telling.say("These answers decide"),
    }[shelf]
    rows = tuple(_row(telling, result) for result in results[:MOST_ROWS])
    table = Table(
        (telling.say("Programme"), telling.say("What it gives"), last), rows, (0.4, 0.18, 0.42)
    )
    blocks: list[Block] = [Heading(telling.say(SHELF_NAMES[shelf]), 2), table]
    more = _more(telling, shelf, len(results) - len(rows))
    if more:
        blocks.append(Paragraph(rich(muted(more)), Role.CAPTION))
    return tuple(blocks)


def _more(telling: Telling, shelf: Shelf, programmes: int) -> str:
    """What of the shelf is not in its table, so that all numbers of it agree."""
    words = telling.words
    measures = sum(one.shelf is shelf for one in telling.match.measures)
    parts = []
    if programmes:
        parts.append(words.count("{n} programme", "{n} programmes", programmes))
    if measures:
        parts.append(words.count("{n} measure", "{n} measures", measures))
    return words.say("And another {what}.", what=words.listing(parts)) if parts else ""


def _row(telling: Telling, result: ProgrammeResult) -> tuple[Cell, ...]:
    programme = telling.catalogue.programmes.get(result.id)
    if programme is None:
        return (Cell(rich(result.id)), Cell(()), Cell(()))
    name = rich(
        strong(telling.pick(programme.name)), muted(f" · {telling.pick(programme.provider)}")
    )
    return (
        Cell(name, SHELF_MARKS[result.shelf]),
        Cell(rich(short_gives(telling, programme))),
        Cell(_last(telling, result)),
    )


def _last(telling: Telling, result: ProgrammeResult) -> Rich:
    what, how = decides(telling, result)
    if is_in_season(result):
        return rich(strong(f"{shelf_words(telling.words, result)}."), f" {what}")
    is_change = result.group is Group.ONE_STEP and not result.waits and result.step is not None
    return rich(strong(what) if is_change else what, muted(f" {how}" if how else ""))


def _rest(telling: Telling) -> tuple[Block, ...]:
    counts, words = telling.match.counts, telling.words
    unchosen, number, closed = (
        counts[shelf] for shelf in (Shelf.NOT_CHOSEN, Shelf.NOT_FOR_YOU, Shelf.CLOSED)
    )
    said = []
    if unchosen:
        said.append(
            words.count(
                "{n} programme or measure is for plans or wishes that you did not tick.",
                "{n} programmes and measures are for plans or wishes that you did not tick.",
                unchosen,
            )
        )
    if number:
        said.append(
            words.count(
                "{n} programme or measure is not for you now.",
                "{n} programmes and measures are not for you now.",
                number,
            )
        )
    if closed:
        said.append(
            words.count(
                "{n} programme or measure is closed.",
                "{n} programmes and measures are closed.",
                closed,
            )
        )
    if not said:
        return ()
    said.append(telling.say("CCS Desk shows each one with its reason."))
    return (Heading(telling.say("The rest"), 2), Paragraph(rich(" ".join(said))))
