"""What can be typed after `ccsdesk`: commands, options, and one sentence when they do not fit."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

from ccsdesk.domain.errors import UsageError


class Parser(argparse.ArgumentParser):
    """An argument parser that raises one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Wrong usage.

        Raises:
            UsageError: always.
        """
        raise UsageError(
            "{problem}.",
            advice="`ccsdesk --help` shows how to call it.",
            problem=message[:1].upper() + message[1:].rstrip("."),
        )


def a_day(text: str) -> date:
    """A day as YYYY-MM-DD, and nothing else.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        message = f"“{text}” is not a day: write it as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(message)
    return day


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="ccsdesk",
        description="From answers to a plan: which support fits, why, by when. Without a command: open the window.",
    )
    _common(top, otherwise=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    questions = _command(commands, "questions", "the questionnaire")
    _json(questions)
    match = _command(commands, "match", "stage, profile, needs, verdicts")
    match.add_argument("answers", metavar="ANSWERS", help="answers file, or - for standard input")
    _json(match)
    explain = _command(commands, "explain", "one programme in full")
    explain.add_argument("answers", metavar="ANSWERS", help="answers file, or - for standard input")
    explain.add_argument("programme", metavar="PROGRAMME", help="its id")
    _json(explain)
    plan = _command(commands, "plan", "the plan as a PDF")
    plan.add_argument("answers", metavar="ANSWERS", help="answers file, or - for standard input")
    plan.add_argument(
        "-o", "--output", metavar="FILE.pdf", type=Path, required=True, help="where to write it"
    )
    check = _command(commands, "check", "check a catalogue")
    check.add_argument("directory", metavar="DIR", nargs="?", type=Path, help="its folder")
    _json(check)
    test = _command(commands, "test", "run the catalogue's cases")
    test.add_argument("directory", metavar="DIR", nargs="?", type=Path, help="its folder")
    return top


def _command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    words: str,
) -> Parser:
    command = commands.add_parser(name, help=words, description=words)
    _common(command, otherwise=argparse.SUPPRESS)
    return command


def _common(part: Parser, *, otherwise: object) -> None:
    """Options that may stand before or after the command."""
    part.add_argument(
        "--catalogue", metavar="DIR", type=Path, default=otherwise, help="a catalogue of your own"
    )
    part.add_argument(
        "--day", metavar="YYYY-MM-DD", type=a_day, default=otherwise, help="as if it were that day"
    )
    part.add_argument("--lang", metavar="CODE", default=otherwise, help="language: sl, en, ...")


def _json(part: Parser) -> None:
    part.add_argument("--json", action="store_true", help="for other programs to read")
