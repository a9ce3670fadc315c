"""The first page by keyboard and for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.first_page import FirstPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(themed, qtbot):
    made = FirstPage(("sl", "en", "de"), Words("en"), has_example=True)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """Give a small PDF."""
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    canvas = Canvas(str(path))
    for number in range(3):
        canvas.drawString(72, 720, f"page {number}")
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def reachable(page):
    """Give the widgets that Tab visits, from the first one on."""
    first = QApplication.focusWidget()
    seen = [first]
    current = first.nextInFocusChain()
    while current is not first:
        if (
            current.focusPolicy() & Qt.FocusPolicy.TabFocus
            and current.isVisibleTo(page)
            and current.isEnabled()
        ):
            seen.append(current)
        current = current.nextInFocusChain()
    return [one for one in seen if one.window() is page]


def told(widget, kind):
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_the_first_thing_to_do_has_the_focus_and_the_accent(page):
    focused = QApplication.focusWidget()
    assert focused.text() == "Open answers"
    assert focused.property("next") is True


def test_keys_ask_to_open_and_to_save(page, qtbot, document):
    with qtbot.waitSignal(page.open_asked):
        qtbot.keyClick(page, Qt.Key.Key_O, CONTROL)
    with qtbot.assertNotEmitted(page.save_asked):
        qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    page.show_plan(document)
    with qtbot.waitSignal(page.save_asked):
        qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)


def test_a_focused_button_is_pressed_with_the_space_bar(page, qtbot):
    with qtbot.waitSignal(page.open_asked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_tab_visits_everything_in_reading_order(page, document):
    names = [type(one).__name__ for one in reachable(page)]
    assert names == ["QPushButton", "QComboBox", "QPushButton"]
    page.show_plan(document)
    page.tell("The plan has 3 pages.")
    page.warn("The catalogue has a mistake.")
    names = [type(one).__name__ for one in reachable(page)]
    assert names == ["QPushButton", "QPushButton", "QComboBox", "QLabel", "QPdfView", "QLabel"]


@pytest.mark.parametrize("language", ["en", "sl"])
def test_everything_that_can_be_reached_has_a_name(page, document, language):
    page.say_in(Words(language))
    page.show_plan(document)
    page.tell("A sentence.")
    for widget in reachable(page):
        assert told(widget, QAccessible.Text.Name), widget
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QComboBox) and widget.isVisibleTo(page):
            assert told(widget, QAccessible.Text.Description), widget


def test_slovenian_is_said_everywhere(page):
    page.say_in(Words("en"))
    buttons = page.findChildren(QAbstractButton)
    english = [one.text() for one in buttons]
    page.say_in(Words("sl"))
    assert all(one.text() != before for one, before in zip(buttons, english, strict=True) if before)


def test_a_language_is_named_in_itself_and_chosen(page, qtbot):
    box = page.findChild(QComboBox)
    assert [box.itemText(index) for index in range(box.count())] == [
        "Slovenščina",
        "English",
        "Deutsch",
    ]
    assert box.currentText() == "English"
    box.setFocus()
    with qtbot.waitSignal(page.language_chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert chosen.args == ["sl"]


def test_a_sentence_is_told_and_taken_away(page):
    page.tell("Something is wrong.", theme.MISTAKE)
    assert page.told() == "Something is wrong."
    assert page.told_as() == theme.MISTAKE
    page.tell("")
    assert page.told() == ""


def test_a_plan_is_shown_from_memory_and_saving_becomes_the_next_thing(page, document, tmp_path):
    assert page.pages() == 0
    page.show_plan(document)
    assert page.pages() == 3
    accented = [one.text() for one in page.findChildren(QAbstractButton) if one.property("next")]
    assert accented == ["Save the plan"]


def test_showing_a_plan_does_not_take_the_focus_away(page, document):
    before = QApplication.focusWidget()
    page.show_plan(document)
    assert QApplication.focusWidget() is before


def test_a_second_plan_takes_the_place_of_the_first(page, document):
    page.show_plan(document)
    page.show_plan(document)
    assert page.pages() == 3
