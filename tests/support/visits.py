"""A visit for tests of pages: real rules on the small garden catalogue or any other, nothing on the disk."""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.domain.answers import Answer, AnswerSet
from ccsdesk.domain.draft import Mode
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.consultation import Consultation
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.ui.jobs import Jobs
from ccsdesk.ui.visit import Visit
from tests.support.drafts import SetClock


def make_visit(
    catalogue: Catalogue,
    answers: Mapping[str, Answer] | None = None,
    *,
    mode: Mode = Mode.FULL,
    language: str = "en",
) -> Visit:
    """Give an open visit at its review, with these answers; whoever asks for it stops `visit.jobs`."""
    clock = SetClock()
    results = Results(catalogue, clock.today())
    consultation = Consultation(catalogue, rules=results, clock=clock, drafts=None)
    words = Words(language, first=catalogue.languages[0])
    visit = Visit(results, consultation, words, jobs=Jobs(), today=clock.today)
    visit.start(mode, AnswerSet(dict(answers or {})))
    visit.review()
    return visit
