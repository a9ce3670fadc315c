"""Where a line stands, and how its mistakes are told: file, line, column, what was expected, the nearest valid name.

Every error of the language is made here, so that none lacks its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.facts import Setting
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

MOST_LISTED = 12
"""Longer lists of valid names are not spelled out in an advice."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line: offsets from 0, the end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineSource:
    """The place of a line in its file; `line` and `column` (from 1) are where its text begins.

    With `pinned` every mistake is told there: for text that is used in a line but stands elsewhere.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    pinned: Span | None = None

    @classmethod
    def of(cls, written: WrittenLine | WrittenRule, setting: Setting) -> LineSource:
        """The place of what was written; what it does not say comes from its setting."""
        own = written.line_number is not None
        return cls(
            written.file if written.file is not None else setting.file,
            written.line_number if own else setting.line_number,
            written.column if own else setting.column,
        )

    def mistake(
        self, message: str, span: Span, /, *, code: str, advice: str = "", **parameters: object
    ) -> CatalogueError:
        """The error for a mistake at `span`."""
        return CatalogueError(
            message,
            advice=advice,
            code=code,
            file=self.file,
            line=self.line,
            column=(self.column or 1) + (self.pinned or span).start,
            **parameters,
        )


def nearest(name: str, known: Iterable[str]) -> str:
    """The valid names most like `name`, best first and quoted; "" if none is like it."""
    close = get_close_matches(name, sorted(set(known)), n=3, cutoff=0.6)
    if not close:
        folded = {item.casefold(): item for item in known}
        close = [folded[item] for item in get_close_matches(name.casefold(), folded, n=1)]
    return quoted(close)


def quoted(names: Iterable[str]) -> str:
    """The names as a list with "or", each in quotes."""
    marked = [f"“{name}”" for name in names]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} or {marked[-1]}"
