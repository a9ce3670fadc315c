"""Standard output: whatever a command says to other programs or to the person. Errors go elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

from ccsdesk.domain.errors import ExportError


def put(text: str) -> None:
    """Write to standard output.

    Raises:
        ExportError: it is closed, or its disk is full.
        BrokenPipeError: its reader has gone.
    """
    try:
        _stdout().write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def put_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output, all or none; raises as `put` does."""
    put("".join(f"{line}\n" for line in lines))


def flush() -> None:
    """Have on its way what was written; raises as `put` does. Without standard output nothing happens."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise ExportError(
            "There is no standard output to write to.",
            advice="Run the command in a terminal, or send its output to a file.",
        )
    return sys.stdout


def _unwritable(error: OSError) -> ExportError:
    return ExportError(
        "The output could not be written ({reason}).",
        advice="Free some space, or send it elsewhere.",
        reason=error.strerror or type(error).__name__,
    )
