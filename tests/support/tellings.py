"""A match told in words, for tests of views and pages: real rules, any catalogue, any answers."""

from __future__ import annotations

from datetime import date

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import MatchResult
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.presenting.rows import Row
from ccsdesk.services.presenting.telling import MatchTelling
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from tests.support.garden_match import DAY


def told(
    catalogue: Catalogue, answers: AnswerSet, *, language: str = "en", day: date = DAY
) -> MatchTelling:
    """The telling of what the rules say about these answers."""
    results = Results(catalogue, day)
    return MatchTelling(
        results,
        answers,
        results.match(answers),
        asked=results.asked(answers),
        words=Words(language, first=catalogue.languages[0]),
    )


def match_of(catalogue: Catalogue, answers: AnswerSet, *, day: date = DAY) -> MatchResult:
    """What the rules say about these answers."""
    return Results(catalogue, day).match(answers)


def rows_of(telling: MatchTelling) -> dict[str, Row]:
    """Every row of the page of results, by id."""
    return {row.id: row for group in telling.view().groups for row in group.rows}
