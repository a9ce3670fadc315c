"""The command line: the same services as the window, for scripts, other programs and machines without a display.

Imports no Qt. Every error ends as one sentence on standard error and an exit code.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ccsdesk.cli.arguments import parser
from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import CcsError, ExportError, UsageError

if TYPE_CHECKING:
    from ccsdesk.cli.commands import Session

DONE, WRONG, USAGE = 0, 1, 2


def run(
    arguments: Sequence[str], clock: Clock, *, without_command: Callable[[Session], int]
) -> int:
    """Run one command; gives the exit code: 0 done, 1 wrong input or output, 2 wrong usage."""
    _speak_utf8()
    try:
        code = _run(arguments, clock, without_command)
        sys.stdout.flush()
    except UsageError as error:
        return _tell(error, USAGE)
    except CcsError as error:
        return _tell(error, WRONG)
    except BrokenPipeError:
        _silence_stdout()
        return WRONG
    except OSError as error:
        _silence_stdout()
        return _tell(_unwritable(error), WRONG)
    return code


def _run(arguments: Sequence[str], clock: Clock, without_command: Callable[[Session], int]) -> int:
    options = parser().parse_args(arguments)
    from ccsdesk.cli.commands import COMMANDS, Session

    action = without_command if options.command is None else COMMANDS[options.command]
    return action(Session(options, clock))


def _tell(error: CcsError, code: int) -> int:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"ccsdesk: {' '.join(str(error).split())}\n")
    return code


def _unwritable(error: OSError) -> ExportError:
    return ExportError(
        "The output could not be written: {reason}.",
        advice="Free some space or write it elsewhere.",
        reason=error.strerror or type(error).__name__,
    )


def _speak_utf8() -> None:
    """Slovenian letters must come through whatever the terminal's locale is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    """Keep the interpreter from writing the rest once more when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
