"""A leaflet: one thing to be taken along on paper, out of parts whose words are already chosen.

It speaks of nobody, so it needs no answers and no match. The same parts give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccsdesk.report.blocks import (
    Beside,
    Block,
    Callout,
    Document,
    Figure,
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
)
from ccsdesk.report.pictures import QrCode
from ccsdesk.text import Words

QR_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part. `mark` is said in brackets, set back."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its label: sentences, or points. `ticks` have a box, `numbered` ones are counted."""

    label: str
    lines: tuple[Line, ...]
    points: bool = False
    numbered: bool = False
    ticks: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address; `note` is said behind it."""

    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All that is on it. `notice` must not be missed; `stamp` says how old all of it is."""

    name: str
    beside: str
    amount: str
    summary: str
    gives: tuple[str, ...]
    parts: tuple[Part, ...]
    contact: tuple[str, ...]
    web: Address | None
    sources: tuple[Address, ...]
    checked: str
    notice: str
    stamp: tuple[str, ...]


def render_leaflet(
    leaflet: Leaflet, words: Words, day: date, *, fonts: Path | None = None
) -> bytes:
    """The leaflet as PDF. Raises ExportError when a font is missing."""
    from ccsdesk.report.document import render_document

    return render_document(compose_leaflet(leaflet, words, day), day, fonts=fonts)


def compose_leaflet(leaflet: Leaflet, words: Words, day: date) -> Document:
    """The leaflet as blocks."""
    blocks: list[Block] = [
        Paragraph(rich(leaflet.name), Role.TITLE),
        Paragraph(rich(muted(leaflet.beside)), Role.LEAD),
    ]
    if leaflet.notice:
        blocks.append(Callout(rich(leaflet.notice)))
    gives: list[Block] = [Paragraph(rich(leaflet.amount), Role.AMOUNT)] if leaflet.amount else []
    if leaflet.summary:
        gives.append(Paragraph(rich(leaflet.summary)))
    gives += [Paragraph(rich(line), Role.CAPTION) for line in leaflet.gives]
    if gives:
        blocks.append(Labelled(words.say("What it gives"), tuple(gives)))
    blocks += [_part(part) for part in leaflet.parts]
    blocks += _contact(leaflet, words)
    blocks.append(
        Labelled(
            words.say("Catalogue"),
            tuple(Paragraph(rich(muted(line)), Role.CAPTION) for line in leaflet.stamp),
        )
    )
    return Document(
        title=leaflet.name,
        subject=words.say("Printed on {day}", day=day),
        author="CCS Desk",
        language=words.language,
        header=" · ".join((leaflet.name, words.day(day))),
        page_of=words.say("{page} / {pages}", page="{page}", pages="{pages}"),
        fronts=(),
        blocks=tuple(blocks),
    )


def _part(part: Part) -> Labelled:
    blocks: list[Block] = [Paragraph(rich(part.lead), Role.CAPTION)] if part.lead else []
    if part.points or part.numbered or part.ticks:
        mark = Mark.BOX if part.ticks else None if part.numbered else Mark.BULLET
        items = tuple(Item(_line(line), mark) for line in part.lines)
        blocks.append(Points(items, numbered=part.numbered))
    else:
        blocks += [Paragraph(_line(line)) for line in part.lines]
    return Labelled(part.label, tuple(blocks))


def _line(line: Line) -> tuple[Run, ...]:
    return rich(line.text, muted(f" ({line.mark})" if line.mark else ""))


def _contact(leaflet: Leaflet, words: Words) -> list[Block]:
    lines: list[Block] = [Paragraph(rich(line)) for line in leaflet.contact]
    if leaflet.web is not None:
        lines.append(Paragraph(_address(leaflet.web)))
    runs: list[str | Run] = []
    for source in leaflet.sources:
        runs.append(muted("; " if runs else words.say("Sources: ")))
        runs += _address(source)
    if runs:
        lines.append(Paragraph(rich(*runs), Role.CAPTION))
    if leaflet.checked:
        lines.append(Paragraph(rich(muted(leaflet.checked)), Role.CAPTION))
    if not lines:
        return []
    label = words.say("Where to ask")
    if leaflet.web is None or not is_web(leaflet.web.url):
        return [Labelled(label, tuple(lines))]
    said = words.say("QR code that leads to {address}.", address=leaflet.web.url)
    figure = Figure(QrCode(leaflet.web.url), said)
    return [Labelled(label, (Beside(figure, tuple(lines), QR_SHARE, left=False),))]


def _address(address: Address) -> tuple[Run, ...]:
    return rich(link(address.url), muted(f" ({address.note})" if address.note else ""))
