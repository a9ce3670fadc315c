"""Files beside a store: names that are still free, and a damaged store put out of the way.

Only ever renames; nothing here overwrites or deletes a file.
"""

from __future__ import annotations

from pathlib import Path

_PARTS = ("-wal", "-shm", "")
"""The log goes first: a store without its log is damaged, a log without its store is poison."""


def free_name(path: Path, word: str) -> Path:
    """A name beside `path` that carries the word and that nothing has yet."""
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}-{word}{suffix}{path.suffix}")
        if not any(_part(name, part).exists() for part in _PARTS):
            return name
        number += 1


def set_aside(path: Path, word: str) -> Path:
    """Rename a store and what belongs to it; gives the new name. Raises OSError."""
    name = free_name(path, word)
    for part in _PARTS:
        if _part(path, part).exists():
            _part(path, part).rename(_part(name, part))
    return name


def _part(path: Path, part: str) -> Path:
    return path.with_name(path.name + part)
