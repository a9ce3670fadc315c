"""Loading a catalogue: from its compiled copy when the files are the same, from the files otherwise.

A copy is a pickle that only this program writes, into a folder only this person may read. Whatever is wrong with a
copy, the files are read again; a copy never decides anything that the files do not.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Final

from ccsdesk import __version__
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.folder import Folder, read_folder
from ccsdesk.rules.catalogue.frozen import dumps, loads

FORM: Final = "8"
"""Raised whenever what a copy holds gets another form; an older copy lacks what is new in it."""
MOST_COPIES: Final = 12
"""Compiled copies kept; the oldest go first."""


def load_catalogue(directory: Path, *, cache: Path | None) -> Catalogue:
    """The catalogue in a folder. `cache` is where compiled copies are kept (None: nowhere).

    Raises:
        CatalogueError: there is no such folder, or a file in it cannot be read.
        CatalogueErrors: everything that is wrong with its files.
    """
    folder = read_folder(directory)
    if cache is None:
        return _build(folder)
    copy = cache / f"{_prefix()}{_short(folder.digest)}.bin"
    found = _read(copy)
    if found is None or found.digest != folder.digest:
        found = _build(folder)
        _write(copy, found)
    _note_last_good(cache, directory, copy)
    return found


def load_last_good(directory: Path, *, cache: Path | None) -> Catalogue | None:
    """The last compiled copy of this folder that had no mistakes; None if there is none any more."""
    if cache is None:
        return None
    try:
        name = _pointer(cache, directory).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    if Path(name).name != name or not name.startswith(_prefix()):
        return None
    return _read(cache / name)


def _build(folder: Folder) -> Catalogue:
    # forms and YAML take a tenth of a second to import; a start from a copy needs neither
    from ccsdesk.rules.catalogue.build import build_catalogue

    return build_catalogue(folder)


def _prefix() -> str:
    """How copies of this program and interpreter begin: one of another must never be read."""
    parts = (FORM, __version__, sys.version, sys.implementation.name)
    return f"catalogue-{_short(*parts)[:12]}-"


def _short(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _pointer(cache: Path, directory: Path) -> Path:
    return cache / f"last-good-{_short(str(directory.resolve()))}.txt"


def _read(copy: Path) -> Catalogue | None:
    try:
        found = loads(copy.read_bytes())
    except Exception:  # noqa: BLE001 - a pickle may raise anything; the files are the truth
        return None
    return found if isinstance(found, Catalogue) else None


def _write(copy: Path, catalogue: Catalogue) -> None:
    """Write a copy in one step; where that cannot be done, the next start reads the files again."""
    with contextlib.suppress(OSError, pickle.PicklingError, RecursionError):
        _write_at_once(copy, dumps(catalogue))
        _forget_old(copy.parent)


def _note_last_good(cache: Path, directory: Path, copy: Path) -> None:
    pointer = _pointer(cache, directory)
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if pointer.exists() and pointer.read_text("utf-8") == copy.name:
            return
        if copy.exists():
            _write_at_once(pointer, copy.name.encode())


def _write_at_once(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # mkstemp makes the file readable by its owner alone
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_old(cache: Path) -> None:
    """Delete the oldest copies, but none that is some folder's last good one."""
    kept = {pointer.read_text("utf-8") for pointer in cache.glob("last-good-*.txt")}
    copies = sorted(cache.glob("catalogue-*.bin"), key=lambda copy: copy.stat().st_mtime)
    for copy in copies[: max(0, len(copies) - MOST_COPIES)]:
        if copy.name not in kept:
            copy.unlink(missing_ok=True)
