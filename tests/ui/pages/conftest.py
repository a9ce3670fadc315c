"""The page of results with a visit behind it, for all tests of that page."""

from __future__ import annotations

import pytest

from ccsdesk.domain.draft import Mode
from ccsdesk.ui import theme
from ccsdesk.ui.presenters.results import ResultsPresenter
from tests.support.garden_results import PLOT, Shown, show
from tests.support.visits import make_visit


@pytest.fixture
def opened(themed, qtbot, catalogue):
    """Give a function that opens the results of a visit; `page.visit` and `page.presenter` belong to it."""
    visits = []

    def open_it(answers=PLOT, *, size=(1280, 560), language="en", mode=Mode.FULL):
        visit = make_visit(catalogue, answers, language=language, mode=mode)
        visits.append(visit)
        page = Shown()
        qtbot.addWidget(page)
        page.say_in(visit.words)
        page.visit, page.presenter = visit, ResultsPresenter(page, visit, parent=page)
        visit.answered.connect(lambda: show(page, qtbot))
        page.resize(*size)
        show(page, qtbot)
        page.show()
        return page

    yield open_it
    for visit in visits:
        visit.jobs.stop()
    theme.apply(themed)
