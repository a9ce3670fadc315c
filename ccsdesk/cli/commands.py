"""What each command does: read, ask the services, print. Errors rise to the caller, which has one sentence for each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from ccsdesk.cli import as_json, as_text
from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import CcsError, UsageError
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services import catalogue_care
from ccsdesk.services.planning import Planning
from ccsdesk.services.results import Results
from ccsdesk.text import Words

ERROR = "error"


class Session:
    """One call of the command line: its options, and what they stand for."""

    def __init__(self, options: argparse.Namespace, clock: Clock) -> None:
        self.options = options
        self._clock = clock

    @property
    def day(self) -> date:
        """The day asked for, or the computer's."""
        return self.asked_day or self._clock.today()

    @property
    def asked_day(self) -> date | None:
        """The day asked for; None means each day as it comes."""
        day: date | None = self.options.day
        return day

    @property
    def language(self) -> str | None:
        """The language asked for."""
        language: str | None = self.options.lang
        return language

    @property
    def catalogue_directory(self) -> Path | None:
        """The catalogue folder asked for; None is the shipped one."""
        directory: Path | None = self.options.catalogue
        return directory

    def catalogue(self) -> Catalogue:
        """The catalogue asked for, or the shipped one."""
        return catalogue_care.open_catalogue(self.catalogue_directory)

    def words(self, catalogue: Catalogue) -> Words:
        """The language asked for, or the catalogue's first.

        Raises:
            UsageError: the catalogue does not speak it.
        """
        language = self.language
        if language is None:
            return Words(catalogue.languages[0], first=catalogue.languages[0])
        if language not in catalogue.languages:
            raise UsageError(
                "The catalogue has no language “{language}”.",
                advice="It has: {languages}.",
                language=language,
                languages=", ".join(catalogue.languages),
            )
        return Words(language, first=catalogue.languages[0])

    def answers(self, catalogue: Catalogue) -> AnswerSet:
        """The answers file named on the command line."""
        name: str = self.options.answers
        return self.read(name if name == "-" else Path(name), catalogue)

    def read(self, path: Path | str, catalogue: Catalogue) -> AnswerSet:
        """Any answers file; "-" is standard input."""
        return read_answers(path, catalogue, day=self.day)


def questions(session: Session) -> int:
    """`ccsdesk questions`."""
    catalogue = session.catalogue()
    words = session.words(catalogue)
    if session.options.json:
        results = Results(catalogue, session.day)
        put(as_json.write(as_json.questions(catalogue, results.stamp(), session.day)))
    else:
        put_lines(as_text.questions(catalogue, words))
    return 0


def match(session: Session) -> int:
    """`ccsdesk match`."""
    catalogue = session.catalogue()
    words = session.words(catalogue)
    result = Results(catalogue, session.day).match(session.answers(catalogue))
    if session.options.json:
        put(as_json.write(as_json.match(result)))
    else:
        put_lines(as_text.match(catalogue, result, words))
    return 0


def explain(session: Session) -> int:
    """`ccsdesk explain`."""
    catalogue = session.catalogue()
    words = session.words(catalogue)
    answers = session.answers(catalogue)
    found = Results(catalogue, session.day).explain(answers, session.options.programme)
    if session.options.json:
        put(as_json.write(as_json.explain(found.item, found.result, found.reason)))
    else:
        put_lines(as_text.explain(found, words))
    return 0


def plan(session: Session) -> int:
    """`ccsdesk plan`."""
    catalogue = session.catalogue()
    words = session.words(catalogue)
    answers = session.answers(catalogue)
    planning = Planning(Results(catalogue, session.day))
    planning.save(answers, words.language, session.options.output)
    return 0


def check(session: Session) -> int:
    """`ccsdesk check`: findings on standard output, a summary on standard error if any is an error."""
    directory: Path | None = session.options.directory or session.options.catalogue
    findings = catalogue_care.check(directory, session.day)
    words = Words(session.options.lang or "en")
    if session.options.json:
        put(as_json.write([as_json.finding(item) for item in findings]))
    else:
        put_lines(as_text.finding(item, words) for item in findings)
    errors = sum(1 for item in findings if item.severity == ERROR)
    if errors:
        raise (
            CcsError("The catalogue has {count} mistakes.", count=errors)
            if errors > 1
            else CcsError("The catalogue has one mistake.")
        )
    if not findings and not session.options.json:
        put_lines([words.say("The catalogue is in order.")])
    return 0


def test(session: Session) -> int:
    """`ccsdesk test`: a line for each case, a summary on standard error if any failed."""
    directory: Path | None = session.options.directory or session.options.catalogue
    words = Words(session.options.lang or "en")
    total = failed = 0
    for result in catalogue_care.try_cases(directory):
        total += 1
        failed += not result.passed
        put_lines(as_text.case(result, words))
    put_lines(
        [words.say("{passed} of {total} cases as expected.", passed=total - failed, total=total)]
    )
    if failed:
        raise CcsError("{failed} of {total} cases came out otherwise.", failed=failed, total=total)
    return 0


def put(text: str) -> None:
    """Write to standard output; a pipe that was closed early is no error of ours."""
    sys.stdout.write(text)


def put_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    for line in lines:
        put(f"{line}\n")


COMMANDS: dict[str, Callable[[Session], int]] = {
    "questions": questions,
    "match": match,
    "explain": explain,
    "plan": plan,
    "check": check,
    "test": test,
}
