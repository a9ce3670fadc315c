"""The composition root: the only place that knows every layer. Decides between window, command and headless plan."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ccsdesk import cli, paths
from ccsdesk.cli.commands import Session
from ccsdesk.domain.clock import SystemClock
from ccsdesk.domain.errors import CcsError

FIRST_EXAMPLE = "photographer.yaml"
PLAN = "plan.pdf"


def main(arguments: Sequence[str]) -> int:
    """Run a command, or open the window; gives the exit code. No traceback reaches a person."""
    clock = SystemClock()
    try:
        return cli.run(arguments, clock, without_command=_start)
    except KeyboardInterrupt:
        sys.stderr.write("ccsdesk: Stopped.\n")
        return cli.WRONG
    except Exception as error:
        if os.environ.get("CCSDESK_DEBUG"):
            raise
        return _tell_bug(error, clock)


def _start(session: Session) -> int:
    """The window where there is a display, the main job without one."""
    from ccsdesk.ui import system_libraries

    if not system_libraries.has_display():
        return _headless(session)
    missing = system_libraries.missing_for_window()
    if missing:
        raise CcsError(
            "{sentence}", sentence=system_libraries.sentence(missing, purpose="The window")
        )
    from ccsdesk.ui.start import make_application, make_window

    application = make_application()
    window = make_window(
        session.catalogue_directory, today=lambda: session.day, language=session.language
    )
    window.show()
    return application.exec()


def _headless(session: Session) -> int:
    """Write the plan of an example, and say how to get a window."""
    from ccsdesk.services.planning import Planning
    from ccsdesk.services.results import Results

    example = paths.examples() / FIRST_EXAMPLE
    catalogue = session.catalogue()
    words = session.words(catalogue)
    answers = session.read(example, catalogue)
    Planning(Results(catalogue, session.day)).save(answers, words.language, Path(PLAN))
    sys.stdout.write(
        words.say(
            "There is no display here, so no window was opened. The plan of an example ({example})"
            " is in {plan}. For a plan of your own answers: ccsdesk plan ANSWERS -o FILE.pdf."
            " For the window: run this on a desktop, or under `xvfb-run`.",
            example=example.name,
            plan=PLAN,
        )
        + "\n"
    )
    return cli.DONE


def _tell_bug(error: BaseException, clock: SystemClock) -> int:
    from ccsdesk.services.bug_reports import write_report

    path = write_report(error, paths.places().data / "reports", clock.now())
    where = f" A report without your answers is in {path}." if path is not None else ""
    sys.stderr.write(f"ccsdesk: Something unexpected happened; this is a mistake of ours.{where}\n")
    return cli.WRONG
