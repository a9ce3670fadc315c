"""A person at the window: finds things by their names, presses them, types, reads what is said.

Drives the real window on a real catalogue; touches no private part of a page, so that a page may be built
differently tomorrow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.question import Kind, Question
from ccsdesk.flow.fields import limits
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.desk import Desk, memory_desk, open_desk
from ccsdesk.services.results import Results
from ccsdesk.text import Words, begun
from ccsdesk.text.reading import Wanted, write, write_end
from ccsdesk.ui import qt_words, start, theme
from ccsdesk.ui.front import Front
from ccsdesk.ui.window import MainWindow
from tests.support.access import interface, name_of
from tests.support.dialogs import Chosen
from tests.support.drafts import SetClock
from tests.support.waiting import comes_about

WidgetT = TypeVar("WidgetT", bound=QWidget)

DAY = date(2026, 11, 23)
SMALLEST = (1280, 720)
MOST_QUESTIONS = 200


@dataclass
class Setting:
    """Where and how a window is opened."""

    language: str = "en"
    percent: int = 100
    theme_name: theme.Theme = "light"
    folder: Path | None = None
    clock: SetClock = field(default_factory=SetClock)
    dialogs: Chosen = field(default_factory=Chosen)
    example: Path | None = None


def open_window(catalogue: Catalogue, setting: Setting) -> Visitor:
    """A window as a person finds it, at its start page."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Look(setting.theme_name, setting.percent, motion=False))
    results = Results(catalogue, DAY)
    wanted = start.Wanted(
        directory=None,
        language=setting.language,
        today=lambda: DAY,
        clock=setting.clock,
        folder=setting.folder,
        example=setting.example,
    )
    loaded = start.Loaded(results, _desk(catalogue, results, setting), setting.language, None)
    window = MainWindow()
    window.resize(*SMALLEST)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    start.furnish(window, wanted, loaded, setting.dialogs)
    visitor = Visitor(window, setting)
    # Qt shows what is put into a window that is open when it next comes round
    visitor.wait(visitor.front.shell.isVisible)
    return visitor


def _desk(catalogue: Catalogue, results: Results, setting: Setting) -> Desk:
    if setting.folder is None:
        return memory_desk(catalogue, results, setting.clock)
    return open_desk(catalogue, results, setting.clock, setting.folder)


def close_window(visitor: Visitor) -> None:
    """End it as a test ends: no question asked, nothing left for the next."""
    visitor.window.jobs.stop()
    visitor.front.idle.deleteLater()
    visitor.window.front = None
    visitor.window.close()
    visitor.window.deleteLater()
    # only the loop of an application does this by itself
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application)
    qt_words.speak(application, "en")


class Visitor:
    """Does what a person does, and sees what a person sees."""

    def __init__(self, window: MainWindow, setting: Setting) -> None:
        assert window.front is not None
        self.window = window
        self.setting = setting
        self.front: Front = window.front

    @staticmethod
    def wait(so: Callable[[], bool], what: str = "") -> None:
        """Wait until it is so."""
        assert comes_about(so), f"it never came about: {what or so}"

    # what is seen

    @property
    def words(self) -> Words:
        """The words of the window now."""
        return self.front.visit.words

    @property
    def page(self) -> str:
        """The page that is shown, by name."""
        return self.front.shell.page_name()

    @property
    def title(self) -> str:
        """The first heading."""
        return self.front.shell.page().title()

    @property
    def question(self) -> str:
        """The question that is shown; "" on any other page."""
        visit = self.front.visit
        if self.page != "question" or not visit.is_open:
            return ""
        return visit.flow.current or ""

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What has been answered and kept."""
        return self.front.visit.answers.answers

    def told(self) -> str:
        """What the window says above its buttons."""
        return self.front.shell.told.notice.told()

    def texts(self) -> list[str]:
        """Everything written on the screen, in the order of the widgets."""
        labels = [one.text() for one in self._shown(QLabel) if one.text()]
        return labels + [name_of(interface(one)) for one in self._shown(QAbstractButton)]

    def focused(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget() or self.window.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def focused_name(self) -> str:
        """The name of what has the keyboard."""
        return name_of(interface(self.focused()))

    def buttons(self) -> list[str]:
        """The names of all buttons that can be pressed now."""
        return [name_of(interface(one)) for one in self._shown(QAbstractButton) if one.isEnabled()]

    def button(self, name: str) -> QAbstractButton:
        """The one button of this name."""
        found = [one for one in self._shown(QAbstractButton) if name_of(interface(one)) == name]
        assert found, f"no button {name!r} among {self.buttons()}"
        return found[0]

    # what is done

    def begin(self, mode: Mode = Mode.QUICK) -> None:
        """Begin a visit from the start page."""
        name = "Begin the quick check" if mode is Mode.QUICK else "Begin the full assessment"
        self.press(self.words.say(name))
        assert self.page == "question"

    def press(self, name: str) -> None:
        """Click a button, in its middle."""
        button = self.button(name)
        assert button.isEnabled(), f"{name!r} cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def pick_from(self, menu: str, entry: str) -> None:
        """Open the menu of a button and choose from it."""
        button = self.button(menu)
        assert isinstance(button, QToolButton)
        entries = button.menu().actions()
        found = [one for one in entries if one.text().replace("&", "") == entry]
        assert found, f"no {entry!r} in {menu!r} among {[one.text() for one in entries]}"
        assert found[0].isEnabled(), f"{entry!r} cannot be chosen"
        found[0].trigger()

    def press_onward(self) -> None:
        """Press the button that goes on, and wait for the page that comes."""
        self._press_footer(self.front.shell.page().footer().onward)

    def press_back(self) -> None:
        """Press the button that goes back, and wait for the page that comes."""
        self._press_footer(self.front.shell.page().footer().back)

    def _press_footer(self, text: str | None) -> None:
        assert text is not None, f"the page {self.page} has no such button"
        footer = self.window.findChild(QFrame, "footer")
        assert footer is not None
        (button,) = (
            one
            for one in footer.findChildren(QPushButton)
            if one.isVisible() and name_of(interface(one)) == text
        )
        shown = QSignalSpy(self.front.shell.page_shown)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        came = comes_about(lambda: shown.count() > 0)
        assert came, f"{text!r} leads nowhere from {self.title!r}: {self.texts()}"

    def shortcut(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is."""
        QApplication.processEvents()
        QTest.keyClick(self.focused(), key, modifier)

    def type_text(self, text: str) -> None:
        """Type where the keyboard is; č š ž too, which QTest cannot."""
        widget = self.focused()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    def write(self, line: QWidget, text: str) -> None:
        """Click into a field and write over what is there."""
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        assert isinstance(line, QLineEdit | QPlainTextEdit | QTextEdit)
        line.selectAll()
        self.type_text(text)

    # answering

    def answer(self, question: str, answer: Answer) -> None:
        """Give an answer by the widgets of the page; does not go on."""
        assert self.question == question, f"{self.question!r} is asked, not {question!r}"
        asked = self.front.visit.catalogue.dictionary.questions[question]
        match answer:
            case DontKnow():
                self.press(self.words.say("I don’t know"))
            case DoesNotApply():
                self.press(self.words.say("Does not apply to me"))
            case Choice(options):
                (option,) = options
                self._choose(asked, option)
            case Selection(possible):
                (chosen,) = possible
                for option in sorted(chosen):
                    self._choose(asked, option)
                if not chosen:
                    self.press(self.words.say("None of these"))
            case Amounts(spans):
                (span,) = spans
                self._write_span(asked, span)
            case Written(text):
                (area,) = self.fields()
                self.write(area, text)
            case Records():
                raise NotImplementedError(question)

    def _choose(self, question: Question, option: str) -> None:
        pick = self.words.pick
        if question.kind is Kind.PLACE:
            (line,) = self.fields()
            self.write(line, pick(self.front.visit.catalogue.dictionary.places[option].name))
            self.key(Qt.Key.Key_Return)
            return
        if question.kind is Kind.YES_NO:
            self.press(self.words.say("Yes") if option == "yes" else self.words.say("No"))
            return
        (number, text) = next(
            (number, pick(one.text))
            for number, one in enumerate(question.options)
            if one.id == option
        )
        shown = f"{number} – {text}" if question.kind is Kind.SCALE else begun(text)
        row = self.button(shown)
        if not row.isChecked():
            self.press(shown)

    def _write_span(self, question: Question, span: Span) -> None:
        low, high = limits(question, DAY)
        wanted = Wanted(question.kind, low, high, question.decimals, question.unit)
        text = write(span, wanted, self.words)
        if text is not None:
            self.write(self.fields()[0], text)
            return
        self.press(self.words.say("Only roughly"))
        _, first, last = self.fields()
        for line, end in ((first, span.low), (last, span.high)):
            if end is not None:
                self.write(line, write_end(end, self.words))

    def fields(self) -> list[QWidget]:
        """The fields to type in on the page, from the top."""
        QApplication.processEvents()
        page = self.front.shell.page()
        return [
            one
            for one in page.findChildren(QWidget)
            if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit)
            and one.isVisible()
            and not one.isReadOnly()
        ]

    def answer_all(self, answers: Mapping[str, Answer]) -> list[str]:
        """Go on from question to question to the review; what is not in `answers` is not known."""
        asked: list[str] = []
        while (question := self.question) and len(asked) < MOST_QUESTIONS:
            asked.append(question)
            self.answer(question, answers.get(question, DontKnow()))
            self.press_onward()
        return asked

    def _shown(self, kind: type[WidgetT]) -> list[WidgetT]:
        # what was put into the window just now is shown when Qt next comes round
        QApplication.processEvents()
        return [one for one in self.window.findChildren(kind) if one.isVisible()]
