"""Keeps no copies of source code in memory: Qt for Python reads the source of every module that is imported.

It looks for its own name there, through `inspect`; Python would keep all those lines (some 27 MB) for as long as the
program runs, for reports of errors that hardly ever come and can read the few lines they need again. Imports no Qt.
"""

from __future__ import annotations

import linecache

FROM_A_FILE = 4
"""How many parts an entry has that was read already; one that is still to be read has a single part."""


class _Unkept(dict[str, "tuple[object, ...]"]):
    """Takes what cannot be read again, and lets go of what can.

    Nothing is ever taken out, so threads that import at the same time do not get in each other's way.
    """

    def __setitem__(self, name: str, entry: tuple[object, ...]) -> None:
        changed = entry[1] if len(entry) == FROM_A_FILE else None
        if changed is None:
            # made in memory: there is no file with a day on which it was changed
            super().__setitem__(name, entry)


def keep_no_sources() -> None:
    """From now on; once is enough, and more does no harm."""
    if not isinstance(linecache.cache, _Unkept):
        kept = _Unkept()
        for name, entry in list(linecache.cache.items()):
            kept[name] = entry
        linecache.cache = kept  # type: ignore[assignment]
