"""Every page ends with its last line: scrolled to the end, there is no empty room below it, at any size of text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.draft import Mode
from ccsdesk.services.planning import read_answers_of
from ccsdesk.ui import theme
from tests.support.window import DAY
from tools import tour

MOST_EM = 3
"""What may stand below the last line: the margin of the page and of a card, and no more."""
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def below_the_last_line(area: QScrollArea) -> int:
    """Pixels between the lowest thing that is shown and the end of what scrolls."""
    inside = area.widget()
    shown = [
        part.mapTo(inside, part.rect().bottomLeft()).y()
        for part in inside.findChildren(QWidget)
        if part.isVisibleTo(inside) and not part.findChildren(QWidget, options=DIRECT)
    ]
    return inside.height() - max(shown, default=0)


def too_long(visitor) -> list[tuple[str, int]]:
    """The areas of the page shown that scroll on into nothing."""
    page = visitor.front.shell.page()
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return [
        (type(area.parentWidget()).__name__, below)
        for area in areas
        if area.verticalScrollBar().maximum() > 0
        and (below := below_the_last_line(area)) > theme.em(MOST_EM)
    ]


@pytest.fixture(params=[(100, (1280, 800)), (100, (1280, 720)), (200, (1280, 720))])
def visitor(request, come, catalogue):
    percent, size = request.param
    made = come(language="sl", percent=percent)
    made.window.resize(*size)
    answers = read_answers_of(tour.example(tour.EXAMPLE), catalogue, DAY)
    made.front.visit.start(Mode.FULL, AnswerSet(answers.answers))
    return made


def ends(visitor, what):
    """Wait until everything shown has its place and ends with its last line."""
    tour.settle(visitor.front)
    visitor.wait(lambda: not too_long(visitor), f"{what} goes on below its last line")


def test_a_question_ends_where_its_last_line_does(visitor):
    visit = visitor.front.visit
    for name in visit.flow.order:
        visit.open(name)
        visitor.wait(lambda name=name: visitor.page == "question" and visitor.question == name)
        ends(visitor, name)


@pytest.mark.parametrize("page", ["review", "results", "plan", "take_away"])
def test_a_page_ends_where_its_last_line_does(visitor, page):
    visitor.front.step(page)
    visitor.wait(lambda: visitor.page == page, page)
    ends(visitor, page)


def test_each_tab_of_the_results_ends_where_its_last_line_does(visitor):
    visitor.front.step("results")
    visitor.wait(lambda: visitor.page == "results", "results")
    results = visitor.front.shell.page()
    for tab in range(results.tabs.count()):
        results.tabs.setCurrentIndex(tab)
        ends(visitor, f"tab {tab}")
    results.show_stage()
    for _ in ("opened", "closed"):
        results.stage.correct.button.click()
        ends(visitor, "the choice of a stage")
