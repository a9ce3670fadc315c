"""Opening, checking and trying out catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ccsdesk import paths
from ccsdesk.rules.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from ccsdesk.rules.catalogue.check import Finding
    from ccsdesk.rules.reasoning.cases import CaseResult


def shipped() -> Path:
    """The folder of the catalogue that ships with the program."""
    return paths.resources() / "catalogue"


def open_catalogue(directory: Path | None = None) -> Catalogue:
    """Read a catalogue (the shipped one if none is named), from the compiled cache where nothing has changed.

    Raises:
        CatalogueError: something is wrong with it; all mistakes are in the error.
    """
    from ccsdesk.rules.catalogue.cache import load_catalogue

    return load_catalogue(directory or shipped(), cache=paths.places().cache)


def check(directory: Path | None, day: date) -> tuple[Finding, ...]:
    """Everything there is to say about a catalogue, errors first.

    Raises:
        CatalogueError: there is no such folder, or it cannot be read.
    """
    from ccsdesk.rules.catalogue.check import check_folder

    return check_folder(directory or shipped(), day=day)[1]


def try_cases(directory: Path | None) -> Iterator[CaseResult]:
    """Run a catalogue's known cases.

    Raises:
        CatalogueError: the catalogue itself is wrong.
    """
    from ccsdesk.rules.reasoning.cases import run_cases

    yield from run_cases(open_catalogue(directory))
