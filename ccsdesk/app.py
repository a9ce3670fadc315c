"""The composition root: the only place that knows every layer. Decides between window, command and headless plan.

Brings as little as it can before it has decided: the window is to be seen before rules and database are loaded.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ccsdesk import cli, paths
from ccsdesk.cli.output import put_lines
from ccsdesk.cli.session import ENGLISH, Session
from ccsdesk.domain.clock import Clock, SystemClock
from ccsdesk.domain.errors import CcsError, StorageError

if TYPE_CHECKING:
    from ccsdesk.domain.answers import AnswerSet
    from ccsdesk.rules.catalogue.catalogue import Catalogue

FIRST_EXAMPLE = "photographer.yaml"
PLAN = "plan.pdf"
DEBUG = "CCSDESK_DEBUG"


def main(arguments: Sequence[str]) -> int:
    """Run a command, or open the window; gives the exit code. No traceback reaches a person."""
    clock = SystemClock()
    try:
        return cli.run(arguments, clock, without_command=start)
    except KeyboardInterrupt:
        cli.complain("Stopped.")
        return cli.WRONG
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        cli.complain(_told_bug(error, clock))
        return cli.WRONG


def start(session: Session) -> int:
    """The window where there is a display, the main job without one."""
    from ccsdesk.ui import display, system_libraries

    if not system_libraries.has_display():
        return _headless(session)
    platform = display.choose_platform()
    missing = system_libraries.missing_for_window()
    if missing:
        raise CcsError(
            "{sentence}", sentence=system_libraries.sentence(missing, purpose="The window")
        )
    if platform is not None:
        os.environ[display.PLATFORM] = platform
    return _window(session)


def _window(session: Session) -> int:
    from ccsdesk.ui import start as ui

    example = None
    # nothing that a window cannot do without
    with contextlib.suppress(StorageError):
        example = _shipped_example(session)
    wanted = ui.Wanted(
        directory=session.catalogue_directory,
        language=session.language,
        today=lambda: session.day,
        clock=SystemClock(),
        folder=paths.places().data,
        example=example,
    )
    # a catalogue or language that was asked for is looked at before there is a window, so that a script learns of it
    asked_for = session.catalogue_directory is not None or session.language is not None
    found = ui.find(wanted) if asked_for else None
    application = ui.make_application()
    window = ui.make_window(wanted, found=found)
    refused: list[CcsError] = []
    window.failed.connect(refused.append)
    ui.tell_bugs(window, report=lambda error: _report(error, SystemClock()))
    # Qt's loop gives Python no turn to notice Ctrl+C
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    code = application.exec()
    window.jobs.stop()
    if refused:
        raise refused[0]
    return code


def _headless(session: Session) -> int:
    """Write the plan of an example, and say how to get a window."""
    from ccsdesk.services.planning import Planning
    from ccsdesk.services.results import Results
    from ccsdesk.text import Words

    catalogue = session.catalogue()
    language = session.words(catalogue).language
    name, answers = _example(session, catalogue)
    Planning(Results(catalogue, session.day)).save(answers, language, Path(PLAN))
    # about the computer, so like an error: English unless a language was asked for
    words = Words(session.language or ENGLISH)
    put_lines(
        [
            words.say(
                "There is no display here, so no window was opened. The plan of an example ({example}) is in {plan}.",
                example=name,
                plan=PLAN,
            ),
            words.say(
                "For a plan of your own answers: ccsdesk plan ANSWERS -o FILE.pdf. For the window: run this on a"
                " desktop, or under `xvfb-run`."
            ),
        ]
    )
    return cli.DONE


def _example(session: Session, catalogue: Catalogue) -> tuple[str, AnswerSet]:
    """An example firm: ours for the shipped catalogue, the first known case for another one."""
    path = _shipped_example(session)
    if path is not None:
        return path.name, session.read(path, catalogue)
    if catalogue.cases:
        case = catalogue.cases[0]
        return case.name, case.answers
    from ccsdesk.domain.answers import AnswerSet

    return "-", AnswerSet()


def _shipped_example(session: Session) -> Path | None:
    """An answers file that fits the shipped catalogue, and no other."""
    return paths.examples() / FIRST_EXAMPLE if session.catalogue_directory is None else None


def _report(error: BaseException, clock: Clock) -> Path | None:
    from ccsdesk.services.bug_reports import write_report

    try:
        return write_report(error, paths.places().data / "reports", clock.now())
    except Exception:  # noqa: BLE001 - the handler of last resort must not fail
        return None


def _told_bug(error: BaseException, clock: Clock) -> str:
    from ccsdesk.services.bug_reports import told_bug
    from ccsdesk.text import Words

    return told_bug(_report(error, clock), Words(ENGLISH))
