"""The page of one question: what is asked, the editor of its kind, why it is asked. Decides nothing about answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Answer
from ccsdesk.services.presenting.question import QuestionView
from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import Fold, Notice, TintedButton, name_button, paragraph, put_prose
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.choose import editor_for
from ccsdesk.ui.page import ColumnPage, Footer

STEPS = 1000
"""Parts of the progress bar."""


class QuestionPage(ColumnPage):
    """Shows one question. `edited` says that the person did something to the answer."""

    edited = Signal()
    sections_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._view: QuestionView | None = None
        self._editor: Editor | None = None
        self._told = ""
        self.sections = TintedButton("list")
        theme.as_plain(self.sections)
        self.place = theme.as_role(QLabel(), theme.CAPTION)
        self.count = theme.as_role(QLabel(), theme.CAPTION)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count_drawn_as = ("", 0)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._help = paragraph(role=theme.MUTED)
        self._given = Notice()
        self._holder = QWidget()
        self._held = QVBoxLayout(self._holder)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._why = Fold()
        self._why_text = paragraph()
        self._why.body.addWidget(self._why_text)
        self._lay_out()
        self.sections.clicked.connect(self.sections_asked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.sections)
        top.addStretch(1)
        top.addWidget(self.place)
        far = QWidget()
        rows = QVBoxLayout(far)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.em(0.3))
        rows.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(theme.em(0.8))
        below.addWidget(self._bar, 1)
        below.addWidget(self.count)
        rows.addLayout(below)
        self.column.insertWidget(0, far)
        for part in (self._help, self._given, self._holder, self._why):
            self.column.addWidget(part)

    # showing

    def show_question(self, view: QuestionView, words: Words) -> None:
        """Show a question with the answer given so far; the same one again keeps what is typed."""
        is_same = self._view is not None and self._view.field.id == view.field.id
        self._view, self._words = view, words
        if not is_same or self._editor is None:
            self._put_editor(view)
        else:
            self._editor.say_in(view.field, words)
        self._why.setVisible(view.field.why is not None)
        if not is_same:
            self._why.open(opened=False)
        self.show_progress(view)
        self._say()
        self.footer_changed.emit()

    def show_progress(self, view: QuestionView) -> None:
        """How far the visit is; the editor stays as it is."""
        self._view = view
        self.place.setText(view.place)
        self._bar.setValue(round(view.done * STEPS))
        self._bar.setAccessibleDescription(view.place)

    def show_count(self, sentence: str) -> None:
        """The running count; in one language and size it never gets narrower, so that the bar beside it stays."""
        drawn_as = (self._words.language, self.count.fontMetrics().height())
        if drawn_as != self._count_drawn_as:
            self.count.setMinimumWidth(0)
        self._count_drawn_as = drawn_as
        self.count.setText(sentence)
        widest = max(self.count.minimumWidth(), self.count.sizeHint().width())
        self.count.setMinimumWidth(widest)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # until the next count comes, the bar would be squeezed by the width of larger words
            self.count.setMinimumWidth(0)

    def _put_editor(self, view: QuestionView) -> None:
        old = self._editor
        editor = editor_for(view.field.kind)
        a11y.as_group(editor)
        self._told = ""
        editor.show_field(view.field, self._words)
        editor.changed.connect(self._on_changed)
        editor.submitted.connect(self.onward_asked)
        self._held.addWidget(editor)
        self._editor = editor
        if old is not None:
            # a signal of the old one may be under way
            old.blockSignals(True)
            self._held.removeWidget(old)
            old.hide()
            old.deleteLater()

    def say_in(self, words: Words) -> None:
        """The words of the page itself; the question comes with its view."""
        self._words = words
        self._say()

    def _say(self) -> None:
        words, view = self._words, self._view
        self._why.set_title(words.say("Why do we ask?"))
        self._bar.setAccessibleName(words.say("How far you are"))
        if view is None:
            return
        name_button(self.sections, view.section, words.say("Show all sections"))
        self.set_title(view.field.text)
        put_prose(self._help, view.field.help or "")
        self._help.setVisible(bool(view.field.help))
        self._why_text.setText(view.field.why or "")
        editor = self._editor
        if editor is not None:
            editor.setAccessibleName(view.field.text)
            editor.setAccessibleDescription(view.field.help or "")
            needed = editor.given_in_words_needed
            sentence = words.say("Given so far: {answer}", answer=view.given) if needed else ""
            self._given.say(sentence)

    # what was answered

    @property
    def question(self) -> str:
        """The question shown; "" before the first."""
        return "" if self._view is None else self._view.field.id

    def answer(self) -> Answer | None:
        """The answer as it stands; None where there is none yet or it is not valid."""
        return None if self._editor is None else self._editor.answer()

    def mistake(self) -> str:
        """Why there is none although something was typed; "" where nothing was."""
        return "" if self._editor is None else self._editor.mistake()

    def tell_mistake(self, sentence: str) -> None:
        """Say it beside the field, and put the keyboard there."""
        self._told = sentence
        if self._editor is not None:
            self._editor.tell_mistake(sentence)
            if sentence:
                self._editor.focus_first()

    def told_mistake(self) -> str:
        """What is said to be wrong."""
        return self._told

    def footer(self) -> Footer:
        """Back and on; the way back to where the question was opened from says so."""
        onward = self._words.say("Continue")
        if self._view is not None and self._view.returning:
            onward = self._words.say("Save and return")
        return Footer(back=self._words.say("Back"), onward=onward)

    def focus_editor(self) -> None:
        """Put the keyboard into the answer."""
        if self._editor is not None:
            self._editor.focus_first()

    def _on_changed(self) -> None:
        self._given.say("")
        if self._told and not self.mistake():
            self._told = ""
            if self._editor is not None:
                self._editor.tell_mistake("")
        self.edited.emit()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses an answer and a letter goes to the field, wherever else on the page the keyboard is."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        number = event.key() - Qt.Key.Key_0.value
        if (
            plain
            and 0 <= number <= 9
            and self._editor is not None
            and self._editor.choose_number(number)
        ):
            return
        if not self._type_on(event):
            super().keyPressEvent(event)

    def _type_on(self, event: QKeyEvent) -> bool:
        """Whoever types before going to the field means the field."""
        field = None if self._editor is None else self._editor.typing_field()
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        letter = event.text()
        if field is None or event.modifiers() & command or not letter.strip():
            return False
        # what the field does not take comes back here
        if not letter.isprintable() or self.focusWidget() is field:
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = QKeyEvent(event.type(), event.key(), event.modifiers(), letter)
        QCoreApplication.sendEvent(field, typed)
        return True
