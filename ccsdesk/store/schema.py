"""Which form of the store this program writes, and how a file says which form it has.

Reads the first bytes of a file by itself: SQLite would tidy up the log of a newer program, and
takes a file of a few strange bytes for an empty database and writes over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

VERSION = 1
"""The form this program reads and writes; kept in the file as `PRAGMA user_version`."""

APPLICATION = int.from_bytes(b"CCSD")
"""Marks a file as a store of this program (`PRAGMA application_id`)."""

_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes say; the log beside the file may know of a later version."""

    is_database: bool
    version: int = 0


def read_header(path: Path) -> Header | None:
    """The header of a file, None where it is missing or empty. Raises OSError."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return None
    if not header:
        return None
    if len(header) < 100 or not header.startswith(_MAGIC):
        return Header(is_database=False)
    ours = int.from_bytes(header[68:72]) == APPLICATION
    version = int.from_bytes(header[60:64], signed=True)
    return Header(is_database=True, version=version if ours else 0)
