"""What a screen reader is told: headings, pictures with their words, and announcements."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ccsdesk.ui import a11y
from ccsdesk.ui.blocks import Fold, heading
from ccsdesk.ui.page import scrolling
from tests.support.access import interface, tree


@pytest.fixture(params=[False, True], ids=["silent", "spoken"])
def reader(request, themed):
    """A screen reader that is not running, and one that is."""
    before = QAccessible.isActive()
    QAccessible.setActive(request.param)
    yield request.param
    QAccessible.setActive(before)


def test_a_heading_says_that_it_is_one(reader, qtbot):
    label = heading("Where is the firm?", 1)
    qtbot.addWidget(label)
    assert interface(label).role() is QAccessible.Role.Heading
    assert interface(label).text(QAccessible.Text.Name) == "Where is the firm?"


def test_a_heading_is_read_as_it_is_now(reader, qtbot):
    label = heading("Before", 2)
    qtbot.addWidget(label)
    assert interface(label).text(QAccessible.Text.Name) == "Before"
    label.setText("After")
    assert interface(label).text(QAccessible.Text.Name) == "After"
    label.setAccessibleName("Said otherwise")
    assert interface(label).text(QAccessible.Text.Name) == "Said otherwise"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_says_its_level(reader, qtbot, level):
    label = heading("Costs", level)
    qtbot.addWidget(label)
    told = interface(label).attributesInterface()
    assert told.attributeKeys() == [QAccessible.Attribute.Level]
    assert told.attributeValue(QAccessible.Attribute.Level) == level
    assert told.attributeValue(QAccessible.Attribute.Locale) is None


def test_a_heading_has_nothing_that_it_does_not_say(reader, qtbot):
    """Null handed back to Qt as None would end the program."""
    label = heading("Costs", 2)
    qtbot.addWidget(label)
    node = interface(label)
    assert node.textInterface() is None
    assert node.valueInterface() is None
    assert node.actionInterface() is not None


def test_a_fold_says_whether_it_is_open_and_is_no_box_to_check(reader, qtbot):
    fold = Fold("Why do we ask?")
    qtbot.addWidget(fold)
    fold.show()
    node = interface(fold.button)
    assert node.role() is QAccessible.Role.Button
    assert node.text(QAccessible.Text.Name) == "Why do we ask?"
    assert (node.state().expandable, node.state().expanded, node.state().collapsed) == (1, 0, 1)
    assert not node.state().checked
    actions = node.actionInterface()
    actions.doAction(actions.pressAction())
    assert (node.state().expanded, node.state().collapsed) == (1, 0)
    assert fold.content.isVisible()


def test_one_of_several_is_spoken_as_a_radio_button(reader, qtbot):
    choice = QPushButton("Dark")
    choice.setCheckable(True)
    qtbot.addWidget(choice)
    a11y.as_choice(choice)
    node = interface(choice)
    assert node.role() is QAccessible.Role.RadioButton
    assert not node.state().checked
    node.actionInterface().doAction(node.actionInterface().pressAction())
    assert node.state().checked
    assert not node.state().expandable


def test_other_labels_stay_what_they_are(reader, qtbot):
    label = QLabel("Words")
    qtbot.addWidget(label)
    assert interface(label).role() is QAccessible.Role.StaticText


def test_a_picture_says_its_name_and_its_numbers(reader, qtbot):
    picture = QWidget()
    qtbot.addWidget(picture)
    a11y.as_graphic(picture)
    picture.setAccessibleName("Capabilities")
    picture.setAccessibleDescription("Finance: 30 of 100.")
    spoken = interface(picture)
    assert spoken.role() is QAccessible.Role.Graphic
    assert spoken.text(QAccessible.Text.Name) == "Capabilities"
    assert spoken.text(QAccessible.Text.Description) == "Finance: 30 of 100."


def test_an_area_that_scrolls_survives_being_asked_for_what_has_gone(reader, qtbot):
    area = scrolling(heading("Title"))
    qtbot.addWidget(area)
    area.show()
    node = interface(area)
    children = [node.child(index) for index in range(node.childCount())]
    assert any(child.object() is area.viewport() for child in children)
    assert node.child(node.childCount() + 1) is None
    assert "Heading: Title" in tree(area)


def test_headings_come_and_go_without_leaving_anything_behind(reader, themed):
    """Python's collector and Qt's own deleting must not meet."""
    for round_ in range(40):
        page = QWidget()
        column = QVBoxLayout(page)
        for number in range(10):
            column.addWidget(heading(f"Heading {number}", 2))
        page.show()
        gc.collect()
        said = tree(page)
        assert said.count("Heading") >= 10
        page.close()
        if round_ % 2:
            shiboken6.delete(page)
        else:
            page.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def test_an_announcement_goes_out_only_when_someone_listens(reader, themed, qtbot, monkeypatch):
    sent = []
    monkeypatch.setattr(
        a11y.QAccessible, "updateAccessibility", lambda event: sent.append(event.message())
    )
    label = QLabel()
    qtbot.addWidget(label)
    a11y.announce(label, "Saved.")
    a11y.announce(label, "")
    assert sent == (["Saved."] if reader else [])
