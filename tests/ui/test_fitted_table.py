"""A table as high as its rows: every line of a text has its room, and no row more than its text asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt

from ccsdesk.ui import theme
from ccsdesk.ui.fitted_table import FittedTable

LONG = "Networks and work with people of many other sectors"
ROWS = [(f"{number}. {LONG[: number * 8]}", "not enough answers", "55") for number in range(1, 7)]


@pytest.fixture
def table(themed, qtbot):
    made = FittedTable()
    qtbot.addWidget(made)
    made.resize(440, 600)
    made.fill(("Capability", "You", "Target"), ROWS, figures=frozenset({1, 2}))
    made.show()
    yield made
    theme.apply(themed)


def needed(table, row):
    """How high the text of the first column is, as it is drawn."""
    room = table.columnWidth(0) - 2 * theme.em(0.75)
    text = table.item(row, 0).text()
    box = QRect(0, 0, room, 10_000)
    return table.fontMetrics().boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_row_is_as_high_as_its_text_and_no_higher(table, themed, qtbot, percent):
    theme.apply(themed, theme.Look(percent=percent))

    def fits():
        spare = [table.rowHeight(row) - needed(table, row) for row in range(len(ROWS))]
        return all(theme.em(0.8) <= one <= theme.em(1.6) for one in spare)

    qtbot.waitUntil(fits)
    assert needed(table, len(ROWS) - 1) > needed(table, 0)
    assert not table.verticalScrollBar().maximum()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_lines_stand_between_texts_and_not_beside_the_frame(table, themed, qtbot, name):
    theme.apply(themed, theme.Look(name))
    line = theme.colour(theme.Role.LINE)
    shown = table.viewport().grab().toImage()
    right, below = shown.width() - 1, shown.height() - 1
    first, last = table.visualItemRect(table.item(0, 0)), table.visualItemRect(table.item(5, 2))
    middle = first.center()
    assert shown.pixelColor(first.right(), middle.y()) == line
    assert shown.pixelColor(middle.x(), table.visualItemRect(table.item(1, 0)).top()) == line
    assert line not in [shown.pixelColor(right - by, last.center().y()) for by in range(3)]
    assert line not in [shown.pixelColor(last.center().x(), below - by) for by in range(3)]
