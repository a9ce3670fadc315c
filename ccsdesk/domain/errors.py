"""The errors a person can meet, each one clear sentence plus what to do; no wording of a screen beyond that.

A message is an English template with named placeholders. It is also the key under which `ccsdesk.text` finds its
translation, so a template is always a literal. Library exceptions are turned into these, with `from`, in the
layer that owns the library.
"""

from __future__ import annotations

from pathlib import PurePath


class CcsError(Exception):
    """Something expected went wrong. `message` says what and where, `advice` what to do; both take `parameters`."""

    def __init__(self, message: str, /, *, advice: str = "", **parameters: object) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.parameters = parameters

    def __str__(self) -> str:
        sentences = [self.message.format_map(self.parameters)]
        if self.advice:
            sentences.append(self.advice.format_map(self.parameters))
        return " ".join(sentences)


class GivenUpError(Exception):
    """Nobody waits any longer for what was being worked out; told to nobody."""


class PlacedError(CcsError):
    """A mistake in a file: the file, line and column (both from 1, or None), and a code for machines."""

    def __init__(
        self,
        message: str,
        /,
        *,
        advice: str = "",
        code: str = "mistake",
        file: str | PurePath | None = None,
        line: int | None = None,
        column: int | None = None,
        **parameters: object,
    ) -> None:
        super().__init__(message, advice=advice, **parameters)
        self.code = code
        self.file = None if file is None else str(file)
        self.line = line
        self.column = column

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known."""
        return ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )

    def __str__(self) -> str:
        sentence = super().__str__()
        return f"{self.place}: {sentence}" if self.place else sentence


class CatalogueError(PlacedError):
    """An author's mistake in a catalogue, with the place where it stands."""


class AnswerError(PlacedError):
    """An answer or answers file that cannot be used; names the question and the nearest valid value."""


class StorageError(CcsError):
    """The store can't be read or written: full, locked, damaged, or from a newer version."""


class ExportError(CcsError):
    """A file for the person could not be made or written."""


class BundleError(CcsError):
    """A packed catalogue or case could not be read or trusted."""


class UsageError(CcsError):
    """A command was called with words or options that do not fit."""
