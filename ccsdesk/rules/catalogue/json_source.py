"""JSON into marked data, with line and column, and with the same refusals as for YAML (duplicate keys, depth).

The standard library's decoder knows no places; this one does nothing else it does not do.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.marks import Data, Entries, Items, Mark, Style, Word

DEEPEST = 40

_scan_string: Callable[[str, int, bool], tuple[str, int]] = vars(json.decoder)["scanstring"]
_BLANK = re.compile(r"[ \t\r\n]*")
_LITERAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def read_json(text: str, name: str) -> Data:
    """The data of a JSON text. Errors of form have the code `json`.

    Raises:
        CatalogueError: not JSON, a key twice, too deep.
    """
    return _Scanner(text, name).read()


class _Scanner:
    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._at = 0
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def read(self) -> Data:
        data = self._value(1)
        self._skip()
        if self._at < len(self._text):
            raise self._error("More text follows after the end of the data.", "Delete it.")
        return data

    def _value(self, depth: int) -> Data:
        self._skip()
        if depth > DEEPEST:
            raise self._error(
                "Lists and maps stand more than {limit} levels deep.",
                "Make it flatter.",
                "too-deep",
            )
        match self._text[self._at : self._at + 1]:
            case "{":
                return self._entries(depth)
            case "[":
                return self._items(depth)
            case '"':
                return self._string()
            case _:
                return self._literal()

    def _entries(self, depth: int) -> Entries:
        entries = Entries(self._mark())
        self._at += 1
        if self._next_is("}"):
            return entries
        while True:
            self._skip()
            if self._text[self._at : self._at + 1] != '"':
                raise self._error("A key in quotes is missing.", "Put it in double quotes.")
            key = self._string()
            if key in entries:
                raise CatalogueError(
                    "The key “{key}” stands here twice (first in line {first}).",
                    advice="Keep one of them.",
                    code="duplicate-key",
                    file=self._name,
                    line=key.mark.line,
                    column=key.mark.column,
                    key=str(key),
                    first=entries.keys_at[key].line,
                )
            if not self._next_is(":"):
                raise self._error("A colon is missing.", "Put one between key and value.")
            self._skip()
            mark = self._mark()
            entries.put(key, self._value(depth + 1), mark)
            if self._next_is("}"):
                return entries
            self._expect_comma("}")

    def _items(self, depth: int) -> Items:
        items = Items(self._mark())
        self._at += 1
        if self._next_is("]"):
            return items
        while True:
            self._skip()
            mark = self._mark()
            items.put(self._value(depth + 1), mark)
            if self._next_is("]"):
                return items
            self._expect_comma("]")

    def _expect_comma(self, closing: str) -> None:
        if not self._next_is(","):
            raise self._error(
                "A comma or “{closing}” is missing.", "Close the bracket.", closing=closing
            )

    def _string(self) -> Word:
        mark, start = self._mark(), self._at
        try:
            text, self._at = _scan_string(self._text, self._at + 1, True)
        except json.JSONDecodeError as error:
            raise self._error(
                "The text in quotes is not closed or not valid.", "Fix it."
            ) from error
        if _UNREADABLE.search(text):
            self._at = start
            raise self._error(
                "A control character stands in the text.", "Delete it.", "control-character"
            )
        return Word.at(text, mark, style=Style.QUOTED)

    def _literal(self) -> Word | None:
        found = _LITERAL.match(self._text, self._at)
        if not found:
            raise self._error("A value is missing or not valid JSON.", "Put text in double quotes.")
        mark = self._mark()
        self._at = found.end()
        return None if found.group() == "null" else Word.at(found.group(), mark)

    def _next_is(self, sign: str) -> bool:
        self._skip()
        if self._text[self._at : self._at + 1] != sign:
            return False
        self._at += 1
        return True

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        if found:
            self._at = found.end()

    def _mark(self) -> Mark:
        line = bisect_right(self._starts, self._at)
        return Mark(line, self._at - self._starts[line - 1] + 1)

    def _error(
        self, message: str, advice: str, code: str = "json", *, closing: str = ""
    ) -> CatalogueError:
        mark = self._mark()
        return CatalogueError(
            message,
            advice=advice,
            code=code,
            file=self._name,
            line=mark.line,
            column=mark.column,
            limit=DEEPEST,
            closing=closing,
        )
