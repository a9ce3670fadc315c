"""What each command does: read, ask the services, print. Errors rise to the caller, which has one sentence for each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ccsdesk.cli import as_json, as_text, explain_text
from ccsdesk.cli.output import put, put_lines
from ccsdesk.cli.session import Session
from ccsdesk.domain.errors import CatalogueError, CcsError
from ccsdesk.services import catalogue_care
from ccsdesk.services.planning import Planning
from ccsdesk.services.results import Results
from ccsdesk.services.telling import legible

ERROR = "error"


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
    result = Results(catalogue, session.day).match_in_full(session.answers(catalogue))
    if session.options.json:
        put(as_json.write(as_json.match(result, catalogue.dictionary)))
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
        put(
            as_json.write(
                as_json.explain(found.item, found.result, found.reason, catalogue.dictionary)
            )
        )
    else:
        put_lines(explain_text.explain(found, catalogue, words))
    return 0


def plan(session: Session) -> int:
    """`ccsdesk plan`."""
    catalogue = session.catalogue()
    words = session.words(catalogue)
    answers = session.answers(catalogue)
    output: Path = session.options.output
    Planning(Results(catalogue, session.day)).save(answers, words.language, output)
    put_lines([words.say("The plan is saved: {path}", path=legible(str(output)))])
    return 0


def check(session: Session) -> int:
    """`ccsdesk check`: findings on standard output, a summary on standard error if any is an error."""
    catalogue, findings = catalogue_care.check(session.folder, session.day)
    words = session.words_of_author(catalogue)
    if session.options.json:
        put(as_json.write([as_json.finding(item, words) for item in findings]))
    else:
        put_lines(as_text.finding(item, words) for item in findings)
    errors = sum(item.severity == ERROR for item in findings)
    if errors:
        raise CatalogueError("Mistakes in the catalogue: {count}.", count=errors)
    if not findings and not session.options.json:
        put_lines([words.say("The catalogue is in order.")])
    return 0


def test(session: Session) -> int:
    """`ccsdesk test`: a line for each case, a summary on standard error if any failed."""
    catalogue = catalogue_care.open_catalogue(session.folder)
    words = session.words_of_author(catalogue)
    total = failed = 0
    for result in catalogue_care.try_cases(catalogue):
        total += 1
        failed += not result.passed
        put_lines(as_text.case(result, words))
    if failed:
        raise CcsError(
            "Cases that came out otherwise than expected: {failed} of {total}.",
            failed=failed,
            total=total,
        )
    put_lines([words.say("Cases that came out as expected: {total}.", total=total)])
    return 0


COMMANDS: dict[str, Callable[[Session], int]] = {
    "questions": questions,
    "match": match,
    "explain": explain,
    "plan": plan,
    "check": check,
    "test": test,
}
