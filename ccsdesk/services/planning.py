"""From answers to the document a person takes along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import GivenUpError
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.results import Results


class Planning:
    """Makes plans for one catalogue and day. The report room is loaded when the first document is made."""

    def __init__(self, results: Results) -> None:
        self._results = results

    def propose(self, answers: AnswerSet) -> tuple[MatchResult, Plan]:
        """What the rules say, and the plan out of it."""
        match = self._results.match(answers)
        return match, self._results.propose(answers, match)

    def document(
        self, answers: AnswerSet, language: str, *, wanted: Callable[[], bool] = lambda: True
    ) -> bytes:
        """The plan as a PDF; the same answers, catalogue, day and language give the same bytes.

        `wanted` is asked on the way whether anybody still waits for it.

        Raises:
            ExportError: a font or other part is missing.
            GivenUpError: nobody waits for it any longer.
        """
        from ccsdesk.report.content import PlanContent
        from ccsdesk.report.document import render_plan

        def go_on() -> None:
            if not wanted():
                raise GivenUpError

        go_on()
        match, plan = self.propose(answers)
        go_on()
        unasked = self._results.unasked(answers)
        reasons = {name: self._results.seen(answers, name, unasked) for name in plan.chosen}
        content = PlanContent(
            catalogue=self._results.catalogue,
            match=match,
            answers=answers,
            plan=plan,
            reasons=reasons,
            language=language,
            day=self._results.day,
            unasked=unasked,
        )
        go_on()
        return render_plan(content, go_on=go_on)

    def save(self, answers: AnswerSet, language: str, path: Path) -> None:
        """Make the plan and write it, all or nothing.

        Raises:
            ExportError: it could not be made or written.
        """
        save_document(path, self.document(answers, language))


def read_answers_of(path: Path, catalogue: Catalogue, day: date) -> AnswerSet:
    """The answers in a file; the reader of YAML is loaded with the first one.

    Raises:
        AnswerError: it cannot be used.
    """
    from ccsdesk.rules.catalogue.answers_file import read_answers

    return read_answers(path, catalogue, day=day)


def save_document(path: Path, document: bytes) -> None:
    """Write a finished document, all or nothing.

    Raises:
        ExportError: it could not be written.
    """
    from ccsdesk.report.saving import write_file

    write_file(path, document)


def answers_document(answers: AnswerSet, catalogue: Catalogue) -> bytes:
    """The answers as a file that `ccsdesk` and the window open again: JSON, which is YAML too."""
    from ccsdesk.rules.catalogue.answer_dump import dump_answers

    return dump_answers(answers, catalogue)
