"""One chosen programme in full: what it gives, why it fits, conditions, papers, steps, where to ask."""

from __future__ import annotations

from ccsdesk.domain.programme import Note, Programme
from ccsdesk.domain.verdict import ProgrammeResult
from ccsdesk.report.blocks import (
    Beside,
    Block,
    Figure,
    Heading,
    Item,
    Labelled,
    Mark,
    Paragraph,
    Points,
    Role,
    Run,
    is_web,
    link,
    muted,
    rich,
    short_link,
    strong,
)
from ccsdesk.report.conditions import condition_blocks
from ccsdesk.report.offer_words import (
    beside,
    note_marks,
    own_words,
    what_speaks_against,
    when_lines,
    when_notes,
    who_chose,
    why_it_fits,
)
from ccsdesk.report.pictures import QrCode
from ccsdesk.report.season_words import shelf_words
from ccsdesk.report.steps import own_day_words
from ccsdesk.report.telling import SHELF_MARKS, Telling
from ccsdesk.report.voice import seen_words

QR_SHARE = 0.2


def programmes_chapter(telling: Telling) -> tuple[Block, ...]:
    """The chosen programmes in order, then the advice points."""
    chosen = [key for key in telling.plan.chosen if key in telling.catalogue.programmes]
    advice = [
        key
        for key in telling.plan.advice
        if key in telling.catalogue.programmes and key not in chosen
    ]
    blocks: list[Block] = []
    if chosen:
        blocks.append(Heading(telling.say("What you can apply for"), 1))
        blocks.append(Paragraph(rich(who_chose(telling, telling.plan))))
        for key in chosen:
            blocks += _programme(telling, telling.catalogue.programmes[key])
    if advice:
        blocks.append(Heading(telling.say("Where to get advice"), 1))
        for key in advice:
            blocks += _advice(telling, telling.catalogue.programmes[key])
    return tuple(blocks)


def _programme(telling: Telling, programme: Programme) -> tuple[Block, ...]:
    result = telling.results.get(programme.id)
    return (
        _heading(telling, programme),
        *_gives(telling, programme),
        *([] if result is None else _state(telling, programme, result)),
        *_conditions(telling, programme),
        *([] if result is None else _open(telling, result)),
        *_ticks(telling, programme),
        *_list(telling, telling.say("Papers"), programme.documents, Mark.BOX),
        *_list(telling, telling.say("Steps in order"), programme.steps, None),
        *_list(telling, telling.say("What earns points"), programme.points, Mark.BULLET),
        *_list(telling, telling.say("What it pays for"), programme.costs, Mark.BULLET),
        *_list(telling, telling.say("What you promise"), programme.duties, Mark.BULLET),
        *_list(telling, telling.say("How many get it"), programme.quotas, Mark.BULLET),
        *_notes(telling, programme),
        _contact(telling, programme),
    )


def _advice(telling: Telling, programme: Programme) -> tuple[Block, ...]:
    return (
        _heading(telling, programme),
        Labelled(telling.say("What it gives"), (Paragraph(rich(telling.pick(programme.summary))),)),
        *_notes(telling, programme),
        _contact(telling, programme),
    )


def _heading(telling: Telling, programme: Programme) -> Heading:
    return Heading(telling.pick(programme.name), 2, beside(telling, programme))


def _gives(telling: Telling, programme: Programme) -> tuple[Block, ...]:
    amount = telling.gives(programme.benefit)
    blocks: list[Block] = [Paragraph(rich(amount), Role.AMOUNT)] if amount else []
    blocks.append(Paragraph(rich(telling.pick(programme.summary))))
    own = own_words(telling, programme)
    if own:
        blocks.append(Paragraph(rich(own), Role.CAPTION))
    for lot in programme.offered_lots:
        gives = telling.gives(lot.benefit) if lot.benefit else ""
        blocks.append(
            Paragraph(rich(strong(telling.pick(lot.name)), f": {gives}" if gives else ""))
        )
    return (Labelled(telling.say("What it gives"), tuple(blocks)),)


def _state(telling: Telling, programme: Programme, result: ProgrammeResult) -> tuple[Block, ...]:
    window: list[Block] = [
        Paragraph(rich(strong(shelf_words(telling.words, result))), mark=SHELF_MARKS[result.shelf]),
        *(Paragraph(rich(line)) for line in when_lines(telling, result)),
        *(
            Paragraph(rich(muted(note)), Role.CAPTION)
            for note in when_notes(telling, programme, result)
        ),
    ]
    blocks: list[Block] = [Labelled(telling.say("When"), tuple(window))]
    profile = telling.match.profile
    for label, lines in (
        (telling.say("Why it fits"), why_it_fits(telling, profile, programme)),
        (telling.say("What speaks against it"), what_speaks_against(telling, profile, programme)),
    ):
        if lines:
            blocks.append(Labelled(label, tuple(Paragraph(rich(line)) for line in lines)))
    return tuple(blocks)


def _conditions(telling: Telling, programme: Programme) -> tuple[Block, ...]:
    reason = telling.content.reasons.get(programme.id)
    blocks = condition_blocks(telling, programme, reason) if reason is not None else ()
    if not blocks:
        sentence = telling.say("No rule decides here; see what to check yourself.")
        return (Labelled(telling.say("Conditions"), (Paragraph(rich(sentence)),)),)
    return (Labelled(telling.say("Conditions"), blocks),)


def _open(telling: Telling, result: ProgrammeResult) -> tuple[Block, ...]:
    if not result.missing:
        return ()
    items = tuple(Item(rich(telling.label(key)), Mark.OPEN) for key in result.missing)
    lead = Paragraph(rich(telling.say("These answers would decide:")))
    return (Labelled(telling.say("Still open"), (lead, Points(items))),)


def _ticks(telling: Telling, programme: Programme) -> tuple[Block, ...]:
    if not programme.check_yourself:
        return ()
    items = tuple(_note_item(telling, note, Mark.BOX) for note in programme.check_yourself)
    lead = Paragraph(
        rich(telling.say("No program can judge these; tick what holds.")), Role.CAPTION
    )
    return (Labelled(telling.say("Check yourself"), (lead, Points(items))),)


def _list(
    telling: Telling, label: str, notes: tuple[Note, ...], mark: Mark | None
) -> tuple[Block, ...]:
    """Nothing for no notes; without a mark the points are counted."""
    if not notes:
        return ()
    items = tuple(_note_item(telling, note, mark) for note in notes)
    return (Labelled(label, (Points(items, numbered=mark is None),)),)


def _note_item(telling: Telling, note: Note, mark: Mark | None) -> Item:
    marks = note_marks(telling, note)
    return Item(rich(telling.pick(note.text), muted(f" ({marks})" if marks else "")), mark)


def _notes(telling: Telling, programme: Programme) -> tuple[Block, ...]:
    own = telling.plan.notes.get(programme.id, "").strip()
    blocks: list[Block] = []
    if programme.note:
        blocks.append(
            Labelled(telling.say("Good to know"), (Paragraph(rich(telling.pick(programme.note))),))
        )
    if own:
        lines = tuple(Paragraph(rich(line)) for line in own.splitlines() if line.strip())
        blocks.append(Labelled(telling.say("Your notes"), lines))
    own_day = telling.plan.dates.get(programme.id)
    if own_day is not None:
        said = own_day_words(telling, own_day)
        blocks.append(Labelled(telling.say("Your own day"), (Paragraph(rich(said)),)))
    return tuple(blocks)


def _contact(telling: Telling, programme: Programme) -> Block:
    contact = programme.contact
    blocks: list[Block] = [Paragraph(rich(strong(telling.pick(programme.provider))))]
    if contact.text:
        blocks.append(Paragraph(rich(telling.pick(contact.text))))
    if contact.web:
        unsure: str | Run = (
            "" if contact.verified else muted(f" ({telling.say('address not verified')})")
        )
        blocks.append(Paragraph(rich(link(contact.web), unsure)))
    blocks += _sources(telling, programme)
    label = telling.say("Where to ask")
    if not contact.web or not is_web(contact.web):
        return Labelled(label, tuple(blocks))
    words = telling.say("QR code that leads to {address}.", address=contact.web)
    figure = Figure(QrCode(contact.web), words)
    return Labelled(label, (Beside(figure, tuple(blocks), QR_SHARE, left=False),))


def _sources(telling: Telling, programme: Programme) -> list[Block]:
    runs: list[str | Run] = []
    for source in programme.sources:
        runs.append(muted("; " if runs else telling.say("Sources: ")))
        runs.append(short_link(source.url))
        seen = seen_words(telling.words, source.seen or "")
        runs.append(muted(f" ({seen})" if seen else ""))
    blocks: list[Block] = [Paragraph(rich(*runs), Role.CAPTION)] if runs else []
    if programme.checked is not None:
        checked = telling.say("Facts last checked on {day}.", day=programme.checked)
        blocks.append(Paragraph(rich(muted(checked)), Role.CAPTION))
    return blocks
