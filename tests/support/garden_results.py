"""Answers of a garden for the page of results, and how that page is shown again."""

from __future__ import annotations

from decimal import Decimal

from pytestqt.qtbot import QtBot

from ccsdesk.domain.answers import exactly
from ccsdesk.ui.pages.results import ResultsPage
from ccsdesk.ui.presenters.results import ResultsPresenter
from ccsdesk.ui.visit import Visit

PLOT = {
    "has_plot": exactly("yes"),
    "area": exactly(Decimal(80)),
    "role": exactly("member"),
    "skill": exactly("good"),
    "watering": exactly("w1"),
}


class Shown(ResultsPage):
    """A page with what stands behind it."""

    visit: Visit
    presenter: ResultsPresenter


def show(page: Shown, qtbot: QtBot) -> None:
    """As the window does; waits for what the job brings."""
    page.presenter.show()
    qtbot.waitUntil(lambda: page.visit.known_match() is not None)
