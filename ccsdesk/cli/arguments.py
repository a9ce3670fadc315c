"""What can be typed after `ccsdesk`: commands, options, and one sentence when they do not fit."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from ccsdesk.cli.output import put
from ccsdesk.domain.errors import UsageError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""Days the rules can count with; ten years before and after them have to exist too."""

HELP = "`ccsdesk --help` shows how to call it."


class Parser(argparse.ArgumentParser):
    """An argument parser that raises one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Wrong usage.

        Raises:
            UsageError: always.
        """
        raise UsageError(
            "{problem}.", advice=HELP, problem=message[:1].upper() + message[1:].rstrip(".")
        )

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:  # noqa: ARG002
        """Print the help like any output: argparse swallows a full disk."""
        put(self.format_help())


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options: `command` (None without one), `catalogue`, `day` as typed, `lang`, and what the command takes.

    Raises:
        UsageError: they do not fit.
        SystemExit: `--help` was asked for and has been printed.
    """
    return _parser().parse_args(arguments)


def a_day(text: str) -> date:
    """A day as YYYY-MM-DD, and nothing else.

    Raises:
        UsageError: it is not one.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(
            "“{text}” is no day for --day.",
            advice="Write a day of the calendar as YYYY-MM-DD.",
            text=text,
        )
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UsageError(
            "The day {day} for --day is out of range.",
            advice="It lies between {first} and {last}.",
            day=text,
            first=FIRST_DAY.isoformat(),
            last=LAST_DAY.isoformat(),
        )
    return day


def _parser() -> Parser:
    top = Parser(
        prog="ccsdesk",
        description="From answers to a plan: which support fits, why, by when. Without a command: open the window.",
        allow_abbrev=False,
    )
    _common(top, otherwise=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    questions = _command(commands, "questions", "the questionnaire")
    _json(questions)
    match = _command(commands, "match", "stage, profile, needs, verdicts")
    _answers(match)
    _json(match)
    explain = _command(commands, "explain", "one programme in full")
    _answers(explain)
    explain.add_argument("programme", metavar="PROGRAMME", help="its id")
    _json(explain)
    plan = _command(commands, "plan", "the plan as a PDF")
    _answers(plan)
    plan.add_argument(
        "-o", "--output", metavar="FILE.pdf", type=Path, required=True, help="where to write it"
    )
    check = _command(commands, "check", "check a catalogue")
    _directory(check)
    _json(check)
    test = _command(commands, "test", "run the catalogue's cases")
    _directory(test)
    return top


def _command(commands: argparse._SubParsersAction[Parser], name: str, words: str) -> Parser:
    command = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    # left out here, an option keeps what was said before the command
    _common(command, otherwise=argparse.SUPPRESS)
    return command


def _common(part: Parser, *, otherwise: object) -> None:
    """Options that may stand before or after the command."""
    part.add_argument(
        "--catalogue", metavar="DIR", type=Path, default=otherwise, help="a catalogue of your own"
    )
    part.add_argument(
        "--day", metavar="YYYY-MM-DD", default=otherwise, help="as if it were that day"
    )
    part.add_argument("--lang", metavar="CODE", default=otherwise, help="language: sl, en, ...")


def _answers(part: Parser) -> None:
    part.add_argument("answers", metavar="ANSWERS", help="answers file, or - for standard input")


def _directory(part: Parser) -> None:
    part.add_argument("directory", metavar="DIR", nargs="?", type=Path, help="its folder")


def _json(part: Parser) -> None:
    part.add_argument("--json", action="store_true", help="for other programs to read")
