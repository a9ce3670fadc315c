"""Every line of the sheet of keys, tried in the window: the key does what its line says, on pages where it can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPlainTextEdit

from ccsdesk.domain.answers import DontKnow
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.question import Kind
from ccsdesk.services.planning import read_answers_of
from ccsdesk.ui import theme
from ccsdesk.ui.keys import KEYS, Group
from tests.support.dialogs import Chosen
from tests.support.window import DAY
from tools import tour

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def visitor(come, tmp_path, catalogue):
    """Somebody at the first question of a visit in which all others are answered."""
    dialogs = Chosen(target=tmp_path, answers=tour.example(tour.EXAMPLE))
    made = come(dialogs=dialogs)
    answers = read_answers_of(tour.example(tour.EXAMPLE), catalogue, DAY)
    made.front.visit.start(Mode.FULL, answers)
    begin(made)
    return made


def begin(visitor):
    """Back to the first question, with the keyboard in its answers."""
    open_kind(visitor, Kind.SINGLE)
    visitor.front.shell.page().focus_editor()


def open_kind(visitor, kind):
    """Show a question of a kind."""
    visit = visitor.front.visit
    questions = visit.catalogue.dictionary.questions
    visit.open(next(name for name in visit.flow.order if questions[name].kind is kind))
    visitor.wait(lambda: visitor.page == "question")


def go(visitor, page):
    visitor.front.step(page)
    visitor.wait(lambda: visitor.page == page, page)
    tour.settle(visitor.front)


def chosen(visitor):
    return visitor.front.shell.page().answer()


def try_choose(visitor):
    before = chosen(visitor)
    visitor.key(Key.Key_1)
    assert chosen(visitor) != before


def try_dont_know(visitor):
    visitor.key(Key.Key_0)
    assert chosen(visitor) == DontKnow()


def try_arrows(visitor):
    visitor.key(Key.Key_1)
    first = visitor.focused()
    visitor.key(Key.Key_Down)
    assert visitor.focused() is not first
    visitor.key(Key.Key_Up)
    assert visitor.focused() is first


def try_press(visitor):
    visitor.key(Key.Key_1)
    visitor.key(Key.Key_Down)
    visitor.key(Key.Key_Space)
    assert visitor.focused().isChecked()


def try_remove_entry(visitor):
    open_kind(visitor, Kind.TABLE)
    entries = visitor.front.shell.page().findChild(QListView)
    assert entries.model().rowCount() == 1
    entries.setFocus()
    visitor.key(Key.Key_Delete)
    assert entries.model().rowCount() == 0


def try_onward(visitor):
    question = visitor.question
    visitor.key(Key.Key_Return)
    visitor.wait(lambda: visitor.question != question)


def try_text_onward(visitor):
    tour._show_made_up(visitor.front, Kind.TEXT)  # noqa: SLF001 - the catalogue asks for no text
    area = visitor.front.shell.page().findChild(QPlainTextEdit)
    area.setFocus()
    asked = []
    visitor.front.shell.page().onward_asked.connect(lambda: asked.append(1))
    visitor.key(Key.Key_Return)
    assert asked == []
    visitor.key(Key.Key_Return, CTRL)
    assert asked == [1]


def try_back(visitor):
    try_review(visitor)
    visitor.key(Key.Key_Left, ALT)
    visitor.wait(lambda: visitor.page == "question")


def try_next_control(visitor):
    first = visitor.focused()
    visitor.key(Key.Key_Tab)
    assert visitor.focused() is not first
    visitor.key(Key.Key_Backtab, SHIFT)
    assert visitor.focused() is first


def try_step(visitor):
    for number, page in enumerate(("question", "review", "results", "plan", "take_away")):
        visitor.key(Key(Key.Key_1.value + number), ALT)
        visitor.wait(lambda page=page: visitor.page == page, page)


def try_overview(visitor):
    visitor.shortcut(Key.Key_G)
    visitor.wait(lambda: visitor.page == "overview")


def try_review(visitor):
    visitor.shortcut(Key.Key_R)
    visitor.wait(lambda: visitor.page == "review")


def try_browse(visitor):
    visitor.shortcut(Key.Key_B)
    visitor.wait(lambda: visitor.page == "browse")


def try_search(visitor):
    try_browse(visitor)
    tour.settle(visitor.front)
    visitor.shortcut(Key.Key_F)
    assert visitor.focused_name() == "Search everything"


def try_close(visitor):
    visitor.key(Key.Key_F1)
    visitor.wait(visitor.front.key_sheet().isVisible)
    visitor.key(Key.Key_Escape)
    visitor.wait(lambda: not visitor.front.key_sheet().isVisible())


def try_open(visitor):
    visitor.shortcut(Key.Key_O)
    visitor.wait(lambda: "Delete and open a file" in visitor.buttons())


def try_save(visitor):
    go(visitor, "take_away")
    visitor.wait(lambda: "Save the plan" in visitor.buttons(), "a plan")
    visitor.shortcut(Key.Key_S)
    folder = visitor.setting.dialogs.target
    visitor.wait(lambda: list(folder.glob("*.pdf")), "a plan on the disk")


def try_print(visitor):
    try_browse(visitor)
    tour.settle(visitor.front)
    visitor.key(Key.Key_Down)
    visitor.shortcut(Key.Key_P)
    page = visitor.front.shell.page()
    visitor.wait(lambda: "printer" in page.notice.told(), "what is said about the printer")


def try_move(visitor):
    go(visitor, "plan")
    down = next(name for name in visitor.buttons() if name.endswith("down (Alt+Down)"))
    visitor.button(down).setFocus()
    before = visitor.texts()
    visitor.key(Key.Key_Down, ALT)
    visitor.wait(lambda: visitor.texts() != before, "another order")


def try_help(visitor):
    visitor.key(Key.Key_F1)
    visitor.wait(visitor.front.key_sheet().isVisible)


def try_larger(visitor):
    visitor.shortcut(Key.Key_Plus)
    assert theme.current().percent > 100


def try_smaller(visitor):
    visitor.shortcut(Key.Key_Plus)
    visitor.shortcut(Key.Key_Plus)
    large = theme.current().percent
    visitor.shortcut(Key.Key_Minus)
    assert 100 < theme.current().percent < large


def try_normal(visitor):
    visitor.shortcut(Key.Key_Plus)
    visitor.shortcut(Key.Key_0)
    assert theme.current().percent == 100


def try_language(visitor):
    visitor.shortcut(Key.Key_L)
    visitor.wait(lambda: visitor.words.language == "sl")


def try_theme(visitor):
    before = theme.shown()
    visitor.shortcut(Key.Key_T)
    assert theme.shown() is not before


@pytest.mark.parametrize("group", list(Group))
def test_every_key_does_what_its_line_says(visitor, group):
    for key in KEYS:
        if key.group is group:
            begin(visitor)
            globals()[f"try_{key.id.replace('-', '_')}"](visitor)


def test_the_keyboard_is_back_where_it_was_when_the_sheet_is_closed(visitor):
    before = visitor.focused()
    try_close(visitor)
    visitor.wait(visitor.window.isActiveWindow, "the window is in front again")
    assert visitor.focused() is before
