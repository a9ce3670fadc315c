"""The page about the program. Shows what it is given; reads a licence only when it is opened."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ccsdesk.services.presenting.about import AboutView, Fact
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import (
    Fold,
    Notice,
    button,
    empty_layout,
    heading,
    name_button,
    paragraph,
)
from ccsdesk.ui.page import ColumnPage, Footer

TEXT_EM = 22
"""Height of a licence that is opened; it scrolls."""


class AboutPage(ColumnPage):
    """`licence_asked` names a licence that was opened and has no text yet."""

    licence_asked = Signal(str)
    copy_asked = Signal()
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._view: AboutView | None = None
        self.licences: dict[str, Fold] = {}
        self.texts: dict[str, QPlainTextEdit] = {}
        self.warning = Notice()
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.copy = button()
        self._sources = Fold()
        self._hosts = paragraph()
        self._sources.body.addWidget(self._hosts)
        self._kept_title, self._licences_title = heading(), heading()
        self._private = paragraph()
        self._folder = paragraph()
        self.delete = button(icon="trash")
        self.sure = button()
        self.notice = Notice()
        self._licence_list = QVBoxLayout()
        self._lay_out()
        self.copy.clicked.connect(self.copy_asked)
        self.delete.clicked.connect(self._on_delete)
        self.sure.clicked.connect(self._on_sure)

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        self._folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._folder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sure.setVisible(False)
        deleting = QHBoxLayout()
        deleting.addWidget(self.delete)
        deleting.addWidget(self.sure)
        deleting.addStretch(1)
        self.column.addWidget(self.warning)
        self.column.addWidget(self._facts)
        self.column.addWidget(self.copy, 0, left)
        self.column.addWidget(self._sources)
        for part in (self._kept_title, self._private, self._folder, self.notice):
            self.column.addWidget(part)
        self.column.addLayout(deleting)
        self.column.addWidget(self._licences_title)
        self.column.addLayout(self._licence_list)

    # showing

    def show_view(self, view: AboutView) -> None:
        """Show everything; licences that are open stay open."""
        had = [item.id for item in self._view.licences] if self._view is not None else []
        self._view = view
        self._put_facts((*view.versions, *view.catalogue))
        if had != [item.id for item in view.licences]:
            self._build_licences()
        self._say()

    def show_licence(self, licence: str, text: str) -> None:
        """The text of a licence that was opened."""
        self.texts[licence].setPlainText(text)

    def tell(self, sentence: str, kind: str = theme.SUCCESS) -> None:
        """Say what came of a button."""
        self.sure.setVisible(False)
        self.notice.tell(sentence, kind)

    def _put_facts(self, facts: Iterable[Fact]) -> None:
        empty_layout(self._grid)
        self._grid.setHorizontalSpacing(theme.em(1.5))
        self._grid.setVerticalSpacing(theme.em(0.3))
        for row, fact in enumerate(facts):
            label, value = paragraph(fact.label, theme.MUTED), paragraph(fact.value)
            label.setWordWrap(False)
            label.setBuddy(value)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)

    def _build_licences(self) -> None:
        empty_layout(self._licence_list)
        self.licences, self.texts = {}, {}
        for item in self._view.licences if self._view is not None else ():
            fold, text = Fold(), QPlainTextEdit()
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setFixedHeight(theme.em(TEXT_EM))
            fold.body.addWidget(text)
            fold.toggled.connect(partial(self._on_opened, item.id))
            self.licences[item.id], self.texts[item.id] = fold, text
            self._licence_list.addWidget(fold)

    def say_in(self, words: Words) -> None:
        """The words of the page itself; facts come with their view."""
        self._words = words
        self._say()

    def _say(self) -> None:
        words, view = self._words, self._view
        self.set_title(words.say("About CCS Desk"))
        name_button(
            self.copy,
            words.say("Copy these lines"),
            words.say("For whoever helps you: versions only, nothing about you."),
        )
        self._kept_title.setText(words.say("Your answers"))
        self._licences_title.setText(words.say("Licences"))
        name_button(self.sure, words.say("Yes, delete it"))
        if view is None:
            return
        self.warning.say(view.warning, theme.WARNING)
        self._sources.set_title(view.sources_title)
        self._hosts.setText("\n".join(view.sources))
        self._private.setText("\n\n".join(view.private))
        self._folder.setText(view.folder)
        name_button(self.delete, view.delete)
        self.delete.setVisible(bool(view.delete))
        self.sure.setVisible(self.sure.isVisible() and bool(view.delete))
        for item in view.licences:
            self.licences[item.id].set_title(item.title)
            self.texts[item.id].setAccessibleName(item.title)

    def footer(self) -> Footer:
        """Back to where one was."""
        return Footer(back=self._words.say("Back"))

    def _on_opened(self, licence: str, opened: bool) -> None:  # noqa: FBT001 - Qt's signal
        if opened and not self.texts[licence].toPlainText():
            self.licence_asked.emit(licence)

    def _on_delete(self) -> None:
        self.notice.tell(
            self._words.say("This ends the visit and deletes all its answers. Really?"),
            theme.WARNING,
        )
        self.sure.setVisible(True)
        self.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sure(self) -> None:
        self.sure.setVisible(False)
        self.delete_asked.emit()

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for text in self.texts.values():
                text.setFixedHeight(theme.em(TEXT_EM))
