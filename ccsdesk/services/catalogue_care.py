"""Opening, checking and trying out catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ccsdesk import paths
from ccsdesk.domain.errors import CatalogueError, CcsError
from ccsdesk.rules.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from ccsdesk.rules.catalogue.finding import Finding
    from ccsdesk.rules.reasoning.cases import CaseResult

FRESH = timedelta(days=366)
"""How long a catalogue is good for. Nearly every call in it comes back once a year, with new days and often
new conditions: after a year none of its rounds is the one a person could apply for. Half a year would warn
hubs that renew it every spring through the whole autumn, and a warning that is always there is not read."""


def shipped() -> Path:
    """The folder of the catalogue that ships with the program; raises as `paths.resources` does."""
    folder = paths.resources() / "catalogue"
    if not folder.is_dir():
        raise paths.incomplete(folder)
    return folder


def open_catalogue(directory: Path | None = None) -> Catalogue:
    """Read a catalogue (the shipped one if none is named), from the compiled cache where nothing has changed.

    Raises:
        CatalogueError: something is wrong with it; all mistakes are in the error.
    """
    from ccsdesk.rules.catalogue.cache import load_catalogue

    return load_catalogue(directory or shipped(), cache=paths.places().cache)


def open_or_last_good(directory: Path | None) -> tuple[Catalogue, CatalogueError | None]:
    """The catalogue; where its files are broken now, its last good copy, and what is wrong with the files.

    Raises:
        CatalogueError: it is broken and there is no good copy.
    """
    from ccsdesk.rules.catalogue.cache import load_last_good

    try:
        return open_catalogue(directory), None
    except CatalogueError as error:
        last = load_last_good(directory or shipped(), cache=paths.places().cache)
        if last is None:
            raise
        return last, error


def freshness(catalogue: Catalogue, day: date) -> CcsError | None:
    """What is to be said before the first answer where days can't be trusted; None where they can."""
    made = date.fromisoformat(catalogue.version)
    if day < made:
        return CcsError(
            "This computer’s clock says {day}, but the catalogue is from {version}, so deadlines may be shown wrongly.",
            advice="Set the computer’s date, then start the program again.",
            day=day,
            version=made,
        )
    if day - made > FRESH:
        return CcsError(
            "The catalogue is from {version} and more than a year old: calls and conditions may have changed.",
            advice="Ask for a newer one, and check each programme at its source before you count on it.",
            version=made,
        )
    return None


def check(directory: Path | None, day: date) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """Everything there is to say about a catalogue, by file and line; the catalogue too, if its files are right.

    Raises:
        CatalogueError: there is no such folder, or it cannot be read.
    """
    from ccsdesk.rules.catalogue.check import check_folder
    from ccsdesk.rules.reasoning.sense import senseless

    built, findings = check_folder(directory or shipped(), day=day)
    if built is None:
        return None, findings
    return built.catalogue, (*findings, *senseless(built, day))


def try_cases(catalogue: Catalogue) -> Iterator[CaseResult]:
    """Run a catalogue's known cases."""
    from ccsdesk.rules.reasoning.cases import run_cases

    yield from run_cases(catalogue)
