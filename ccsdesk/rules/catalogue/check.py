"""Findings about a whole catalogue: every mistake of its author, and what works but deserves a look.

Looks at the catalogue alone; whether conditions can ever be met is for the rules to find out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.programme import Measure, Programme, Status, SupportPlace, WindowKind
from ccsdesk.domain.question import Kind
from ccsdesk.rules.catalogue.build import Built, build_with_spots
from ccsdesk.rules.catalogue.finding import Finding, Severity
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from ccsdesk.rules.catalogue.rings import rings
from ccsdesk.rules.catalogue.usage import used_questions

STALE_MONTHS: Final = 12


def check_folder(directory: Path, *, day: date) -> tuple[Built | None, tuple[Finding, ...]]:
    """Everything found about the catalogue in a folder, and the catalogue, with its spots, if its files are right.

    Raises:
        CatalogueError: there is no such folder, or it cannot be read.
    """
    folder = read_folder(directory)
    try:
        built = build_with_spots(folder)
    except CatalogueErrors as errors:
        return None, tuple(Finding.of(error) for error in errors.errors)
    return built, findings_of(built, day=day)


def findings_of(built: Built, *, day: date) -> tuple[Finding, ...]:
    """Everything found about a catalogue whose files are right, by file and line."""
    warnings = (*_never_used(built), *_stale(built, day), *_rounds_passed(built, day))
    found = [
        *(Finding.of(error) for error in _rings_of_requirements(built)),
        *(Finding.of(error, Severity.WARNING) for error in warnings),
    ]
    return tuple(sorted(found, key=lambda one: (one.file or "", one.line or 0, one.message)))


def _never_used(built: Built) -> Iterator[CatalogueError]:
    used = used_questions(built.catalogue)
    for name, question in built.catalogue.dictionary.questions.items():
        if name in used or question.kind is Kind.TEXT:
            continue
        yield built.questions[name].error(
            "The question “{question}” is never used.",
            "id",
            advice="Use it in a condition, a stage, a capability, a need or a SWOT entry, or delete it.",
            code="unused-question",
            question=name,
        )


def _stale(built: Built, day: date) -> Iterator[CatalogueError]:
    catalogue = built.catalogue
    entries: Mapping[str, Mapping[str, Programme | Measure | SupportPlace]] = {
        "programme": catalogue.programmes,
        "measure": catalogue.measures,
        "place": catalogue.support_places,
    }
    for word, one in ((word, one) for word, found in entries.items() for one in found.values()):
        if one.status is Status.HISTORIC:
            continue
        spot = built.entries[f"{word} {one.id}"]
        if one.checked is None:
            yield spot.error(
                "“{id}” does not say when its facts were last looked at.",
                "id",
                advice="Look at its sources and add checked: with the day.",
                code="never-checked",
                id=one.id,
            )
        elif _months(one.checked, day) >= STALE_MONTHS:
            yield spot.error(
                "The facts of “{id}” were last looked at on {checked}, a year ago or more.",
                "checked",
                advice="Look at its sources again and set checked: to the day.",
                code="stale-source",
                id=one.id,
                checked=one.checked.isoformat(),
            )


def _rounds_passed(built: Built, day: date) -> Iterator[CatalogueError]:
    for one in built.catalogue.programmes.values():
        spot, window = built.entries[f"programme {one.id}"], one.window
        ends = [last for each in one.rounds if (last := each.closes or each.opens)]
        if (
            one.status is Status.OPEN_RECURRING
            and window.kind is WindowKind.ROUNDS
            and ends
            and max(ends) < day
        ):
            yield spot.error(
                "All rounds of “{id}” are over, the last one on {last}.",
                "rounds",
                advice="Add the next round, say with window: when it comes back, or set status: to historic.",
                code="rounds-passed",
                id=one.id,
                last=max(ends).isoformat(),
            )
        if window.until is not None and window.until < day:
            yield spot.error(
                "The window of “{id}” ended on {last}.",
                "window",
                "until",
                advice="Give a later day, or set the window to ended.",
                code="rounds-passed",
                id=one.id,
                last=window.until.isoformat(),
            )


def _rings_of_requirements(built: Built) -> Iterator[CatalogueError]:
    requires = {
        one.id: [other.programme for other in one.relations if other.kind == "requires"]
        for one in built.catalogue.programmes.values()
    }
    for ring in rings(requires):
        yield built.entries[f"programme {ring[0]}"].error(
            "These programmes require each other, so none can come first: {ring}.",
            "relations",
            advice="Take one of these relations out.",
            code="ring",
            ring=" → ".join(ring),
        )


def _months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
