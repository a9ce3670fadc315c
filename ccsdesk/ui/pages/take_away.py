"""Take away: the plan as it will be printed, print it, save it, one's answers as a file, finish and forget.

Shows what it is told and says what was asked for; makes, prints and writes nothing itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import Card, Notice, button, heading, name_button, paragraph, put_prose
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.forms import FormRow
from ccsdesk.ui.page import MARGIN_EM, Footer, Page, scrolling
from ccsdesk.ui.pages.plan_preview import PlanPreview
from ccsdesk.ui.top_bar import own_name

BESIDE_EM = 58
"""From this width on the preview stands beside what can be done."""
ACTIONS_EM = 26
PREVIEW_EM = 22
PLAN_EM = 34


class TakeAwayPage(Page):
    """`language_chosen` has the language of the plan."""

    print_asked = Signal()
    save_asked = Signal()
    save_answers_asked = Signal()
    finish_asked = Signal()
    language_chosen = Signal(str)
    edge_em = MARGIN_EM

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self._words = Words("en")
        self.heading = heading(level=1)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lead = paragraph()
        self.language = QComboBox()
        for code in languages:
            self.language.addItem(own_name(code), code)
        self.language_row = FormRow(self.language)
        self.print_button = button(icon="print", is_next=True)
        self.no_printer = paragraph(role=theme.CAPTION)
        self.no_printer.setVisible(False)
        self.print_told = Notice()
        self.save_button = button(icon="save")
        self.save_told = Notice()
        self.answers_button = button(icon="document")
        self._answers_help = paragraph(role=theme.CAPTION)
        self.answers_told = Notice()
        self.finish = FinishCard()
        self._is_print_first = True
        self.preview = PlanPreview()
        self._lay_out()
        self.language.activated.connect(
            lambda index: self.language_chosen.emit(self.language.itemData(index))
        )
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.answers_button.clicked.connect(self.save_answers_asked)
        self.finish.finish_asked.connect(self.finish_asked)
        self.finish.grown.connect(self._on_grown)

    def _lay_out(self) -> None:
        self._actions = QWidget()
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (
            self.heading,
            self._lead,
            self.language_row,
            self.print_button,
            self.no_printer,
            self.save_button,
            self.answers_button,
            self._answers_help,
            # below the buttons, so that none moves away under the pointer
            self.print_told,
            self.save_told,
            self.answers_told,
            self.finish,
        ):
            column.addWidget(part)
        self._column = column
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.addWidget(self._actions)
        self._row.addWidget(self.preview, 1)
        self.area = scrolling(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self._arrange()

    # showing

    def offer(self, *, is_ready: bool, has_printer: bool, is_taken: bool) -> None:
        """What can be done now; the accent is on what most people do next, to finish once they have the plan."""
        can_print = is_ready and has_printer
        self.print_button.setEnabled(can_print)
        self.save_button.setEnabled(is_ready)
        theme.as_next(self.print_button, is_next=has_printer and not is_taken)
        theme.as_next(self.save_button, is_next=not has_printer and not is_taken)
        theme.as_next(self.finish.begin, is_next=is_taken)
        self._put_first(has_printer=has_printer)
        self.no_printer.setVisible(not has_printer)

    def _put_first(self, *, has_printer: bool) -> None:
        """What can be done comes before what can't."""
        if has_printer is self._is_print_first:
            return
        self._is_print_first = has_printer
        moved: tuple[QWidget, ...] = (self.print_button, self.no_printer)
        for one in moved:
            self._column.removeWidget(one)
        after = self._column.indexOf(self.language_row if has_printer else self.save_button)
        for number, one in enumerate(moved, 1):
            self._column.insertWidget(after + number, one)

    def choose_language(self, language: str) -> None:
        """The language the plan is in."""
        self.language.setCurrentIndex(max(0, self.language.findData(language)))

    def say_pages(self, pages: int) -> None:
        """How many pages the plan has; 0 where there is none yet."""
        words = self._words
        lead = words.say("Print the plan or save it, then finish: this computer forgets the rest.")
        if pages:
            many = words.count("Your plan has {n} page.", "Your plan has {n} pages.", pages)
            lead = f"{many} {lead}"
        put_prose(self._lead, lead)

    def say_in(self, words: Words) -> None:
        """Every word around what is shown."""
        self._words = words
        say = words.say
        self.heading.setText(say("Take your plan with you"))
        self.area.setAccessibleName(self.heading.text())
        self.language_row.say(say("Language of the plan"))
        name_button(self.print_button, say("Print"), say("Print the plan (Ctrl+P)"))
        self.no_printer.setText(say("There is no printer on this computer: save the plan instead."))
        name_button(self.save_button, say("Save the plan"), say("Save the plan as PDF (Ctrl+S)"))
        name_button(self.answers_button, say("Save my answers"))
        self._answers_help.setText(
            say("A small file with which CCS Desk goes on later, here or on another computer.")
        )
        self.answers_button.setAccessibleDescription(self._answers_help.text())
        self.finish.say_in(words)
        self.preview.say_in(words)
        self.say_pages(self.preview.pages())

    # the page

    def title(self) -> str:
        """What this page is called."""
        return self.heading.text()

    def footer(self) -> Footer:
        """Back to the plan; the way on is to finish, on the page itself."""
        return Footer(back=self._words.say("Plan"))

    def focus_first(self) -> None:
        """The title."""
        self.area.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Ctrl+S."""
        if self.save_button.isEnabled():
            self.save_asked.emit()

    def print(self) -> None:
        """Ctrl+P."""
        if self.print_button.isEnabled():
            self.print_asked.emit()

    def _on_grown(self) -> None:
        # it has its height only after the next turn of the loop
        QTimer.singleShot(0, self.finish, lambda: self.area.ensureWidgetVisible(self.finish))

    def _arrange(self) -> None:
        margin = theme.em(MARGIN_EM)
        self._row.setContentsMargins(margin, margin, margin, margin // 2)
        self._row.setSpacing(margin)
        self._column.setSpacing(theme.em(0.5))
        wide = self.width() >= theme.em(BESIDE_EM)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        if wide:
            self._actions.setFixedWidth(theme.em(ACTIONS_EM))
        else:
            self._actions.setMinimumWidth(0)
            self._actions.setMaximumWidth(self.maximumWidth())
        self.preview.setMinimumHeight(theme.em(PREVIEW_EM if wide else PLAN_EM))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()


class FinishCard(Card):
    """Finish and forget: asked about once, in place, with what would be gone."""

    finish_asked = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = theme.as_role(heading(level=2), theme.STRONG)
        self._text = paragraph()
        self._state = paragraph()
        self.begin = button(icon="check")
        self.sure = button(icon="trash")
        self.stay = button()
        self._words = Words("en")
        self._said = ""
        self._files = 0
        self._is_asking = False
        choices = QWidget()
        row = FlowLayout(choices, gap=theme.em(0.4))
        for one in (self.begin, self.sure, self.stay):
            row.addWidget(one)
        for part in (self._title, self._text, self._state, choices):
            self.column.addWidget(part)
        self.begin.clicked.connect(lambda: self._ask(asks=True))
        self.stay.clicked.connect(lambda: self._ask(asks=False))
        self.sure.clicked.connect(self.finish_asked)
        self._show()

    def say_state(self, sentence: str, *, files: int) -> None:
        """Whether the plan was printed or saved yet, and how many files stay behind on this computer."""
        self._said, self._files = sentence, files
        self._show()

    def say_in(self, words: Words) -> None:
        """The same in other words; a question that is asked stays asked."""
        self._words = words
        self._show()

    def is_asking(self) -> bool:
        """Whether one button stands between a person and the end."""
        return self._is_asking

    def ask_no_more(self) -> None:
        """Take the question back."""
        self._is_asking = False
        self._show()

    def _ask(self, *, asks: bool) -> None:
        self._is_asking = asks
        self._show()
        (self.stay if asks else self.begin).setFocus(Qt.FocusReason.OtherFocusReason)
        if asks:
            self.grown.emit()
            a11y.announce(self, f"{self._title.text()} {self._text.text()} {self._said}")

    def _show(self) -> None:
        say, asks = self._words.say, self._is_asking
        self._title.setText(say("Finish?") if asks else say("When you are done"))
        self._text.setText(self._what_goes() if asks else self._what_others_see())
        self._state.setText(self._said)
        self._state.setVisible(asks and bool(self._said))
        name_button(self.begin, say("Finish and forget"))
        name_button(self.sure, say("Yes, delete and finish"))
        name_button(self.stay, say("Not yet"))
        self.begin.setVisible(not asks)
        for one in (self.sure, self.stay):
            one.setVisible(asks)

    def _what_goes(self) -> str:
        deleted = self._words.say("Your answers will be deleted from this computer.")
        if not self._files:
            return deleted
        stays = self._words.count(
            "The file you saved stays where it is: take it along on a USB stick.",
            "The {n} files you saved stay where they are: take them along on a USB stick.",
            self._files,
        )
        return f"{deleted} {stays}"

    def _what_others_see(self) -> str:
        if self._files:
            return self._words.say(
                "Nobody after you sees your answers, except in files you saved on this computer."
            )
        return self._words.say("Nobody after you sees your answers: this computer forgets them.")

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the question back."""
        if event.key() == Qt.Key.Key_Escape and self._is_asking:
            self._ask(asks=False)
        else:
            super().keyPressEvent(event)
