"""One finding about a catalogue, as data. How findings come about is not said here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ccsdesk.domain.errors import CatalogueError


class Severity(StrEnum):
    """An error stops the catalogue from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `message` and `remedy` are English sentences, complete; `error` holds them for translation."""

    code: str
    severity: Severity
    file: str | None
    line: int | None
    column: int | None
    message: str
    remedy: str
    error: CatalogueError | None = None

    @classmethod
    def of(cls, error: CatalogueError, severity: Severity = Severity.ERROR) -> Finding:
        """A mistake as a finding."""
        parameters = error.parameters
        return cls(
            error.code,
            severity,
            error.file,
            error.line,
            error.column,
            error.message.format_map(parameters),
            error.advice.format_map(parameters),
            error,
        )
