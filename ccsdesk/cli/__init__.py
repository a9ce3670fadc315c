"""The command line: the same services as the window, for scripts, other programs and machines without a display.

Imports no Qt. Every error ends as one sentence on standard error and an exit code.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ccsdesk.cli.arguments import a_day, parse
from ccsdesk.cli.output import flush
from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import CcsError, UsageError

if TYPE_CHECKING:
    from ccsdesk.cli.session import Session

DONE, WRONG, USAGE = 0, 1, 2
ENGLISH = "en"


def run(
    arguments: Sequence[str], clock: Clock, *, without_command: Callable[[Session], int]
) -> int:
    """Run one command; gives the exit code: 0 done, 1 wrong input or output, 2 wrong usage."""
    _speak_utf8()
    language: str | None = None
    try:
        options = parse(arguments)
        language = options.lang
        day = None if options.day is None else a_day(options.day)
        from ccsdesk.cli.session import Session

        action = _action(options.command) or without_command
        code = action(Session(options, clock, day=day))
        flush()
    except UsageError as error:
        return _tell(error, USAGE, language)
    except CcsError as error:
        _silence_stdout()
        return _tell(error, WRONG, language)
    except BrokenPipeError:
        # whoever read our output has seen enough: that is no failure of the command
        _silence_stdout()
        return DONE
    except OSError as error:
        _silence_stdout()
        return _tell(_refused(error), WRONG, language)
    except SystemExit:
        # --help has been printed
        return _flushed(language)
    return code


def _action(command: str | None) -> Callable[[Session], int] | None:
    """What to do; the commands and all they need are loaded only where there is one."""
    if command is None:
        return None
    from ccsdesk.cli.commands import COMMANDS

    return COMMANDS[command]


def _flushed(language: str | None) -> int:
    try:
        flush()
    except CcsError as error:
        _silence_stdout()
        return _tell(error, WRONG, language)
    except BrokenPipeError:
        _silence_stdout()
    return DONE


def _tell(error: CcsError, code: int, language: str | None) -> int:
    from ccsdesk.services.telling import told
    from ccsdesk.text import Words

    complain(told(error, Words(language or ENGLISH)))
    return code


def complain(sentence: str) -> None:
    """One line on standard error, if there is any."""
    with contextlib.suppress(OSError, AttributeError):
        sys.stderr.write(f"ccsdesk: {sentence}\n")


def _refused(error: OSError) -> CcsError:
    return CcsError(
        "The computer could not read or write something it needs ({reason}).",
        advice="Check the disk and what you may read and write, then try again.",
        reason=error.strerror or type(error).__name__,
    )


def _speak_utf8() -> None:
    """Slovenian letters must come through whatever the terminal's locale is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    """Keep the interpreter from writing what is left once more when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
