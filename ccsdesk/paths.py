"""Places on disk: what ships with the program, and what the program keeps.

The only room that knows where it runs from (checkout, installed wheel, frozen bundle) and
on which system. It names places; creating a folder is left to whoever writes into it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from ccsdesk.domain.errors import StorageError

PROGRAM = "ccsdesk"
OVERRIDE = "CCSDESK_DATA"
PORTABLE = "portable"

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Places:
    """Where the program keeps things of its own; none of the folders need exist yet."""

    data: Path
    cache: Path
    config: Path


def resources() -> Path:
    """Give the folder with the catalogue, locale, fonts, icons, themes and help.

    Looks in the frozen bundle, then in the installed wheel, then in the checkout. Raises
    StorageError when the folder is in none of them: the installation is incomplete.
    """
    return _shipped("resources")


def examples() -> Path:
    """Give the folder with the answers files of example firms; raises as `resources` does."""
    return _shipped("examples")


def licences() -> Path:
    """Give the folder with LICENSE, LICENSE-CATALOGUE and NOTICE; raises as `resources` does."""
    for candidate in (*_candidates("licences"), _PACKAGE.parent):
        if (candidate / "LICENSE").is_file():
            return candidate
    return _shipped("licences")


def places() -> Places:
    """Give the data, cache and config folders.

    In order: the environment variable CCSDESK_DATA (all three inside it), a folder named
    `portable` beside the program, the folders the operating system has for this.
    """
    override = os.environ.get(OVERRIDE)
    if override:
        return _inside(Path(override).expanduser().absolute())
    portable = _portable()
    return _of_the_system() if portable is None else _inside(portable)


def _shipped(folder: str) -> Path:
    candidates = _candidates(folder)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise incomplete(candidates[-1])


def incomplete(place: Path) -> StorageError:
    """The error of an installation that lacks something."""
    return StorageError(
        "The files that belong to CCS Desk are missing from {place}.",
        advice="Install CCS Desk again.",
        place=place,
    )


def _candidates(folder: str) -> list[Path]:
    if getattr(sys, "frozen", False):
        bundle = getattr(sys, "_MEIPASS", None)
        inside = Path(bundle) if isinstance(bundle, str) else Path(sys.executable).parent
        return [inside / "ccsdesk" / f"_{folder}", inside / folder]
    return [_PACKAGE / f"_{folder}", _PACKAGE.parent / folder]


def _portable() -> Path | None:
    """Look beside a bundle or a checkout; an installed wheel has no place of its own."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).resolve().parent
    elif (_PACKAGE.parent / "main.py").is_file():
        beside = _PACKAGE.parent
    else:
        return None
    folder = beside / PORTABLE
    return folder if folder.is_dir() else None


def _inside(folder: Path) -> Places:
    return Places(data=folder, cache=folder / "cache", config=folder / "config")


def _of_the_system() -> Places:
    from platformdirs import PlatformDirs

    found = PlatformDirs(PROGRAM, appauthor=False)
    return Places(
        data=found.user_data_path, cache=found.user_cache_path, config=found.user_config_path
    )
