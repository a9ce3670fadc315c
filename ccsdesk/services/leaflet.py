"""One programme, measure, place or story as a leaflet to print or save, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.presenting.programme import Link, NoteList, ProgrammeView
from ccsdesk.text import Words

if TYPE_CHECKING:
    from ccsdesk.report.leaflet import Address, Leaflet, Part


def make_leaflet(view: ProgrammeView, catalogue: Catalogue, words: Words, day: date) -> bytes:
    """The leaflet as a PDF; what the person answered is not on it.

    Raises:
        ExportError: a font or other part is missing.
    """
    from ccsdesk.report.leaflet import render_leaflet

    return render_leaflet(leaflet_of(view, catalogue, words, day), words, day)


def leaflet_of(view: ProgrammeView, catalogue: Catalogue, words: Words, day: date) -> Leaflet:
    """All that is on the leaflet."""
    from ccsdesk.report.leaflet import Leaflet

    stamp = words.say(
        "{name}, version of {version}.",
        name=words.pick(catalogue.name),
        version=date.fromisoformat(catalogue.version),
    )
    licence = (
        words.say("Licence: {licence}", licence=catalogue.licence) if catalogue.licence else ""
    )
    return Leaflet(
        name=view.name,
        beside=view.beside,
        amount=view.amount,
        summary=view.summary,
        gives=view.gives,
        parts=tuple(_parts(view, words)),
        contact=view.contact,
        web=None if view.web is None else _address(view.web),
        sources=tuple(_address(source) for source in view.sources),
        checked=view.checked,
        notice=words.say(
            "This is information, not a decision: the terms of the funder are what counts."
        ),
        stamp=tuple(
            part for part in (stamp, words.say("Printed on {day}.", day=day), licence) if part
        ),
    )


def _parts(view: ProgrammeView, words: Words) -> Iterator[Part]:
    lots = tuple(
        words.say("{name}: {what}", name=name, what=gives) if gives else name
        for name, gives in view.lots
    )
    yield from _sentences(words.say("Variants"), lots)
    yield from _sentences(words.say("When"), view.window)
    yield from _sentences(words.say("For whom"), (view.stages,))
    for notes in view.lists:
        yield _points(notes)
    yield from _sentences(words.say("Good to know"), (view.good_to_know,))
    related = tuple(f"{one.text} – {one.note}" if one.note else one.text for one in view.relations)
    yield from _sentences(words.say("What it is tied to"), related)


def _sentences(label: str, lines: tuple[str, ...]) -> Iterator[Part]:
    from ccsdesk.report.leaflet import Line, Part

    said = tuple(Line(line) for line in lines if line)
    if said:
        yield Part(label, said)


def _points(notes: NoteList) -> Part:
    from ccsdesk.report.leaflet import Line, Part

    return Part(
        label=notes.title,
        lines=tuple(Line(line.text, line.mark) for line in notes.lines),
        points=True,
        numbered=notes.numbered,
        ticks=notes.ticks,
        lead=notes.lead,
    )


def _address(link: Link) -> Address:
    from ccsdesk.report.leaflet import Address

    return Address(link.address, link.note)
