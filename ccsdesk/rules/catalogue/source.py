"""Reading a file into marked data: the only door to YAML, and the only place that opens catalogue and answers files.

Everything is text: no scalar is turned into a number, a day or a truth here. Whatever YAML offers beyond plain data
(aliases, tags, several documents) is refused, because an author can lose meaning to it without noticing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.json_source import read_json
from ccsdesk.rules.catalogue.marks import Data, Entries, Items, Mark, Style, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 4_000_000
"""Bytes in one file; the largest real one has a few hundred thousand."""
DEEPEST = 40
"""Levels of lists and maps inside each other."""

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NOTHING = frozenset({"", "~", "null"})
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_file(path: Path, *, name: str | None = None) -> Data:
    """The data of a YAML file (or JSON, by its ending). `name` is what errors call the file.

    Raises:
        CatalogueError: the file is missing, unreadable or not plain data.
    """
    shown = name or str(path)
    try:
        with path.open("rb") as file:
            # what is too large is not taken into memory: it may have no end
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise _not_opened(error, shown) from error
    except ValueError as error:
        # what Python says of a name with a NUL or half a character in it
        raise _not_opened(FileNotFoundError(), shown) from error
    return read_bytes(content, shown)


def _not_opened(error: OSError, name: str) -> CatalogueError:
    """The usual reasons in words of our own; the system has its words in its own language only."""
    # on Windows a folder is refused as if the right to read it were missing
    if isinstance(error, IsADirectoryError) or _is_folder(error.filename or name):
        return CatalogueError(
            "This is a folder, not a file.",
            advice="Give the file in it that you mean.",
            code="unreadable",
            file=name,
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CatalogueError(
            "There is no such file.",
            advice="Check its name and the folder it is in.",
            code="unreadable",
            file=name,
        )
    if isinstance(error, PermissionError):
        return CatalogueError(
            "You have no right to read the file.",
            advice="Ask its owner for access or for a copy.",
            code="unreadable",
            file=name,
        )
    return CatalogueError(
        "The file cannot be read ({why}).",
        advice="Check its name and that you may read it.",
        code="unreadable",
        file=name,
        why=error.strerror or type(error).__name__,
    )


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except OSError:
        # a name that is too long
        return False


def read_standard_input() -> Data:
    """The data of what is piped in.

    Raises:
        CatalogueError: it is not plain data.
    """
    return read_bytes(sys.stdin.buffer.read(LARGEST + 1), "-")


def read_bytes(content: bytes, name: str) -> Data:
    """The data of a file's bytes: JSON where it is JSON, otherwise YAML.

    Raises:
        CatalogueError: with file, line and column of the first thing that is not plain data.
    """
    text = _decoded(content, name)
    if name.casefold().endswith(".json"):
        return read_json(text, name)
    if text.lstrip().startswith("{"):
        try:
            return read_json(text, name)
        except CatalogueError as error:
            if error.code != "json":
                raise
    return _Reader(text, name).read()


def _decoded(content: bytes, name: str) -> str:
    if len(content) > LARGEST:
        raise CatalogueError(
            "The file is larger than {limit} bytes.",
            advice="Split it, or check that it is the right file.",
            code="too-large",
            file=name,
            limit=LARGEST,
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        raise CatalogueError(
            "The file is not in UTF-8.",
            advice="Save it again with the encoding UTF-8.",
            code="not-utf8",
            file=name,
            line=before.count(b"\n") + 1,
            column=len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1,
        ) from error
    strange = _UNREADABLE.search(text)
    if strange:
        before_it = text[: strange.start()]
        raise CatalogueError(
            "A control character ({character}) stands in the file.",
            advice="Delete it.",
            code="control-character",
            file=name,
            line=before_it.count("\n") + 1,
            column=strange.start() - before_it.rfind("\n"),
            character=f"U+{ord(strange.group()):04X}",
        )
    if not text.strip():
        raise CatalogueError(
            "The file is empty.",
            advice="Fill it, or delete it if nothing belongs there.",
            code="empty-file",
            file=name,
            line=1,
            column=1,
        )
    return text


class _Reader:
    """Builds data from the parser's events, without recursion: depth is limited here, not by the stack."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._lines = text.splitlines()
        self._name = name
        self._open: list[Items | Entries] = []
        self._keys: list[Word | None] = []
        self._root: Data = None
        self._documents = 0

    def read(self) -> Data:
        try:
            for event in self._events():
                self._take(event)
        except yaml.YAMLError as error:
            raise _syntax_error(error, self._lines, self._name) from error
        if self._root is None:
            raise self._error(
                "The file is empty.",
                Mark(1, 1),
                "Fill it, or delete it if nothing belongs there.",
                "empty-file",
            )
        return self._root

    def _events(self) -> Iterator[yaml.Event]:
        return iter(yaml.parse(self._text, Loader=_LOADER))

    def _take(self, event: yaml.Event) -> None:
        start = event.start_mark
        mark = Mark(start.line + 1, start.column + 1) if start else Mark(1, 1)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._error(
                        "A second document begins here.",
                        mark,
                        "Delete the line of dashes; a file holds one document.",
                        "documents",
                    )
            case yaml.AliasEvent():
                raise self._error(
                    "An alias (*) is used.",
                    mark,
                    "Write the value out, or put it in quotes if the star is part of it.",
                    "alias",
                )
            case yaml.ScalarEvent():
                self._refuse_extras(event, mark)
                self._put(self._word(event, mark), mark)
            case yaml.SequenceStartEvent():
                self._refuse_extras(event, mark)
                self._begin(Items(mark))
            case yaml.MappingStartEvent():
                self._refuse_extras(event, mark)
                self._begin(Entries(mark))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
                self._keys.pop()
            case _:
                pass

    def _refuse_extras(self, event: yaml.NodeEvent, mark: Mark) -> None:
        if event.anchor is not None:
            raise self._error(
                "An anchor (&) is used.",
                mark,
                "Leave it out, or put the text in quotes if the sign is part of it.",
                "anchor",
            )
        if getattr(event, "tag", None) is not None:
            raise self._error(
                "A tag (!) is used.",
                mark,
                "Leave it out, or put the text in quotes if the sign is part of it.",
                "tag",
            )

    def _word(self, event: yaml.ScalarEvent, mark: Mark) -> Word | None:
        if event.style in {"'", '"'}:
            if _UNREADABLE.search(event.value):
                raise self._error(
                    "A control character stands in the text.",
                    mark,
                    "Delete it.",
                    "control-character",
                )
            return Word.at(event.value, mark, style=Style.QUOTED)
        if event.style in {"|", ">"}:
            return Word.at(event.value, mark, style=Style.BLOCK)
        is_key = bool(self._open) and isinstance(self._open[-1], Entries) and self._keys[-1] is None
        if event.value in _NOTHING and not is_key:
            return None
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end and end.line < len(self._lines) else ""
        return Word.at(event.value, mark, cut=rest.startswith(" #"))

    def _begin(self, holder: Items | Entries) -> None:
        if len(self._open) >= DEEPEST:
            raise self._error(
                "Lists and maps stand more than {limit} levels deep.",
                holder.mark,
                "Make it flatter.",
                "too-deep",
            )
        self._put(holder, holder.mark)
        self._open.append(holder)
        self._keys.append(None)

    def _put(self, item: Data, mark: Mark) -> None:
        if not self._open:
            self._root = item
            return
        holder = self._open[-1]
        if isinstance(holder, Items):
            holder.put(item, mark)
            return
        key = self._keys[-1]
        if key is not None:
            holder.put(key, item, mark)
            self._keys[-1] = None
            return
        if not isinstance(item, Word):
            raise self._error(
                "A key must be a word.", mark, "Put text with brackets in quotes.", "bad-key"
            )
        if item in holder:
            raise CatalogueError(
                "The key “{key}” stands here twice (first in line {first}).",
                advice="Keep one of them.",
                code="duplicate-key",
                file=self._name,
                line=mark.line,
                column=mark.column,
                key=str(item),
                first=holder.keys_at[item].line,
            )
        self._keys[-1] = item

    def _error(self, message: str, mark: Mark, advice: str, code: str) -> CatalogueError:
        return CatalogueError(
            message,
            advice=advice,
            code=code,
            file=self._name,
            line=mark.line,
            column=mark.column,
            limit=DEEPEST,
        )


def _syntax_error(error: yaml.YAMLError, lines: list[str], name: str) -> CatalogueError:
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    at = Mark(mark.line + 1, mark.column + 1) if mark is not None else Mark(1, 1)
    opened = at if start is None else Mark(start.line + 1, start.column + 1)
    rest = lines[at.line - 1][at.column - 1 :] if at.line <= len(lines) else ""
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or ""
    if "flow" in context and rest[:1] in {"[", "{"}:
        return _broken(
            "A bracket stands inside a list or map in brackets.",
            (name, at),
            advice="Put the text in quotes, or write the list with one item a line.",
        )
    if "flow" in context:
        return _broken(
            "The bracket opened here is not closed.",
            (name, opened),
            advice="Close it, or put the text in quotes if the bracket is part of it.",
        )
    if "quoted scalar" in context:
        return _broken(
            "The quote opened here is not closed, or a sign in it is not possible.",
            (name, opened),
            advice="Close it; write an apostrophe inside single quotes twice.",
        )
    if "mapping values" in problem:
        return _broken(
            "A colon stands in the text.",
            (name, at),
            advice="Put the text in quotes, or indent the line if it is meant as a key.",
        )
    if "tab" in problem or rest[:1] == "\t":
        return _broken(
            "A tab stands where only blanks may.", (name, at), advice="Indent with blanks."
        )
    if "cannot start any token" in problem:
        return _broken(
            "A text cannot begin with “{character}”.",
            (name, at),
            advice="Put the text in quotes.",
            character=rest[:1],
        )
    return _broken(
        "The file is not valid YAML from here on.",
        (name, at),
        advice="Compare the line and its indentation with its neighbours; put special characters in quotes.",
    )


def _broken(
    sentence: str, where: tuple[str, Mark], *, advice: str, character: str = ""
) -> CatalogueError:
    name, at = where
    return CatalogueError(
        sentence,
        advice=advice,
        code="yaml",
        file=name,
        line=at.line,
        column=at.column,
        character=character,
    )
