"""The files of a store: names that are still free, a store put out of the way or removed.

Nothing here overwrites a file, and only `remove` deletes any.
"""

from __future__ import annotations

from pathlib import Path

_PARTS = ("-wal", "-shm", "")
"""In the order of renaming: should that be cut short, the damaged store is still in its place."""


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


def is_whole(path: Path) -> bool:
    """Whether a store that is open is still there, with its log.

    Some systems let a file be deleted that is open: it takes all that is written then, and keeps nothing.
    """
    return path.exists() and _part(path, "-wal").exists()


def remove(path: Path) -> None:
    """Delete a store and what belongs to it. Raises OSError.

    The store goes first: to an empty store its old log means nothing, SQLite deletes it.
    """
    for part in reversed(_PARTS):
        _part(path, part).unlink(missing_ok=True)


def _part(path: Path, part: str) -> Path:
    return path.with_name(path.name + part)
