"""The folder of a catalogue: which files belong to it, their bytes, and the digest that names exactly this content."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.mistakes import nearest

MOST_FILES: Final = 5_000

_SINGLE: Final = (
    "catalogue.yaml",
    "facts.yaml",
    "blocks.yaml",
    "places.yaml",
    "stages.yaml",
    "capabilities.yaml",
    "needs.yaml",
    "swot.yaml",
    "measures.yaml",
    "support_places.yaml",
    "stories.yaml",
)
_FOLDERS: Final = ("questions", "codes", "programmes", "cases")
_REQUIRED: Final = ("catalogue.yaml", "stages.yaml")


@dataclass(frozen=True, slots=True)
class Folder:
    """All files of a catalogue by their path inside it (with slashes), sorted, and the digest over both."""

    path: Path
    files: dict[str, bytes]
    digest: str

    def inside(self, folder: str) -> list[str]:
        """The files of one sub-folder, sorted."""
        return [name for name in self.files if name.startswith(f"{folder}/")]


def read_folder(path: Path) -> Folder:
    """Read all files of a catalogue.

    Raises:
        CatalogueError: there is no such folder, or something in it cannot be read.
    """
    if not path.is_dir():
        raise CatalogueError(
            "There is no catalogue folder {folder}.",
            advice="Check the name, or leave it out to use the catalogue that comes along.",
            code="missing-catalogue",
            folder=str(path),
        )
    names: list[str] = []
    try:
        _list(path, "", names)
        files = {name: _bytes(path, name) for name in sorted(names)}
    except OSError as error:
        raise CatalogueError(
            "The catalogue cannot be read ({why}).",
            advice="Check that you may read the folder and all files in it.",
            code="unreadable",
            file=error.filename or str(path),
            why=error.strerror or type(error).__name__,
        ) from error
    return Folder(path, files, digest_of(files))


def digest_of(files: dict[str, bytes]) -> str:
    """`sha256:` and the hash over path, length and bytes of each file, in the order of paths."""
    total = hashlib.sha256()
    for name in sorted(files):
        content = files[name]
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return f"sha256:{total.hexdigest()}"


def misplaced(folder: Folder) -> list[CatalogueError]:
    """Mistakes in the names of files: one that no part of a catalogue has, one that is missing."""
    found = [_stray(name) for name in folder.files if not _belongs(name)]
    found.extend(
        CatalogueError(
            "The file {name} is missing.",
            advice="Every catalogue has one; check that this is the folder of a catalogue.",
            code="missing-file",
            file=name,
            name=name,
        )
        for name in _REQUIRED
        if name not in folder.files
    )
    return found


def _belongs(name: str) -> bool:
    folder, _, inner = name.rpartition("/")
    return name in _SINGLE or (folder in _FOLDERS and inner.endswith(".yaml"))


def _stray(name: str) -> CatalogueError:
    folder, _, inner = name.rpartition("/")
    guess = (
        f"{folder}/{Path(inner).stem}.yaml"
        if folder in _FOLDERS
        else nearest(name, [*_SINGLE, *(f"{known}/{inner}" for known in _FOLDERS)])
    )
    return CatalogueError(
        "No part of a catalogue has the name {name}.",
        advice="Did you mean “{nearest}”?" if guess else "Move the file out of the folder.",
        code="unknown-file",
        file=name,
        name=name,
        nearest=guess,
    )


def _list(root: Path, inner: str, names: list[str]) -> None:
    """Collect YAML files below a folder; hidden ones (editors leave them) are none of ours."""
    with os.scandir(root / inner if inner else root) as entries:
        for entry in entries:
            name = f"{inner}/{entry.name}" if inner else entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if name.count("/") < 2:
                    _list(root, name, names)
            elif entry.name.casefold().endswith((".yaml", ".yml")):
                names.append(name)
            if len(names) > MOST_FILES:
                raise CatalogueError(
                    "The folder {folder} holds more than {limit} YAML files.",
                    advice="Check that it is the folder of a catalogue.",
                    code="too-large",
                    folder=str(root),
                    limit=MOST_FILES,
                )


def _bytes(root: Path, name: str) -> bytes:
    if not stat.S_ISREG(os.stat(root / name).st_mode):  # noqa: PTH116 - a third faster
        # a pipe would be waited for without end
        raise OSError(errno.EINVAL, "it is no file", str(root / name))
    with open(root / name, "rb", buffering=0) as file:  # noqa: PTH123 - a third faster
        return file.read()
