"""Which form of the store this program writes, and how a file says which form it has.

Reads the first bytes of a file by itself, because a file of a newer program must not even be
opened: SQLite would tidy up its log.
"""

from __future__ import annotations

from pathlib import Path

VERSION = 1
"""The form this program reads and writes; kept in the file as `PRAGMA user_version`."""

APPLICATION = int.from_bytes(b"CCSD")
"""Marks a file as a store of this program (`PRAGMA application_id`)."""

_MAGIC = b"SQLite format 3\x00"


def peek_version(path: Path) -> int | None:
    """The version in the header, without opening the database; None where there is no such header.

    Raises OSError when the file is there and can't be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return None
    if len(header) < 100 or not header.startswith(_MAGIC):
        return None
    if int.from_bytes(header[68:72]) != APPLICATION:
        return None
    return int.from_bytes(header[60:64], signed=True)
