"""Lines of a programme that people read: check-yourself, points, duties, documents; and the sources they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ccsdesk.domain.programme import Note
from ccsdesk.rules.catalogue.forms_programmes import NoteForm, ProgrammeForm
from ccsdesk.rules.catalogue.spot import Spot, Workshop


def documents_of_lots(form: ProgrammeForm) -> Iterator[Note]:
    """What only some lots ask for, each told with the name of its lot."""
    for lot in form.lots:
        for note in notes_of(lot.documents):
            yield replace(
                note, text={key: f"{lot.name[key]}: {said}" for key, said in note.text.items()}
            )


def notes_of(forms: tuple[NoteForm, ...]) -> tuple[Note, ...]:
    """The lines as they are kept."""
    return tuple(
        Note(form.text, form.unverified, form.shape, form.source, form.no_older_than)
        for form in forms
    )


def check_notes(forms: tuple[NoteForm, ...], spot: Spot, sources: int, work: Workshop) -> None:
    """Every source that the lines name has to be there."""
    for index, form in enumerate(forms):
        if form.source is not None:
            check_source(form.source, sources, spot.at(index, "source"), work)


def check_source(number: int, sources: int, spot: Spot, work: Workshop) -> None:
    """A source is named by its number in the file, from 1."""
    if not 1 <= number <= sources:
        work.wrong(
            spot,
            "There is no source number {number}; the file has {count}.",
            advice="Count the entries under sources: from 1.",
            code="unknown-source",
            number=number,
            count=sources,
        )
