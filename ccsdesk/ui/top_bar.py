"""The line on top of every page: the name, language, size of text, look, and the way to everything else.

Its height and the places of what is on its right do not depend on the size of text: the button that changes the size
stays under the pointer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton

from ccsdesk.text import Words, message
from ccsdesk.ui import icons, theme
from ccsdesk.ui.blocks import name_button
from ccsdesk.ui.steps import StepButton

PERCENT_EM = 5.4
"""Room for "200 %" in text of that size, in em of normal text."""
THEMES = {
    "system": message("As this computer"),
    "light": message("Light"),
    "dark": message("Dark"),
    "contrast": message("Contrast"),
}
PLACES = {
    "browse": message("All support"),
    "open": message("Open answers …"),
    "keys": message("Keyboard shortcuts"),
    "about": message("About CCS Desk"),
    "over": message("Start over"),
}


class TopBar(QFrame):
    """Says what was chosen; does nothing itself. `place_asked` gives a key of PLACES."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    size_asked = Signal(bool)
    place_asked = Signal(str)

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("top")
        self._words = Words("en")
        self._name = theme.as_role(QLabel("CCS Desk"), theme.STRONG)
        self.step = StepButton()
        self.browse = QToolButton()
        self.language = _menu_button("language")
        self.smaller, self.larger = QToolButton(), QToolButton()
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.look = _menu_button("contrast")
        self.help = QToolButton()
        self.more = _menu_button("menu")
        self._languages = _choices(self.language, languages, self.language_chosen.emit)
        self._themes = _choices(self.look, tuple(THEMES), self.theme_chosen.emit)
        self._places = {name: self._place(name) for name in PLACES}
        self._is_compact = False
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)
        self._row.addWidget(self.step)
        self._row.addStretch(1)
        for part in (self.browse, self.language, self.smaller, self._percent, self.larger):
            self._row.addWidget(part)
        for part in (self.look, self.help, self.more):
            self._row.addWidget(part)
        self.browse.clicked.connect(lambda: self.place_asked.emit("browse"))
        self.smaller.clicked.connect(lambda: self.size_asked.emit(False))
        self.larger.clicked.connect(lambda: self.size_asked.emit(True))
        self.help.clicked.connect(lambda: self.place_asked.emit("keys"))
        self._measure()

    def _place(self, name: str) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.place_asked.emit(name))
        menu = self.more.menu()
        if menu is not None:
            menu.addAction(action)
        return action

    def say_in(self, words: Words) -> None:
        """Every word of the bar in these words."""
        for code, action in self._languages.items():
            action.setText(own_name(code))
            action.setChecked(code == words.language)
        self._words = words
        self.step.say_in(words)
        name_button(self.browse, words.say(PLACES["browse"]))
        name_button(self.language, own_name(words.language))
        self.language.setAccessibleName(
            words.say("Language: {language}", language=own_name(words.language))
        )
        _name(self.smaller, words.say("Smaller text"), "Ctrl+-")
        _name(self.larger, words.say("Larger text"), "Ctrl++")
        _name(self.look, words.say("Colours"), "")
        _name(self.help, words.say(PLACES["keys"]), "F1")
        _name(self.more, words.say("More"), "")
        for key, action in self._themes.items():
            action.setText(words.say(THEMES[key]))
        for key, action in self._places.items():
            action.setText(words.say(PLACES[key]))
        self._say_percent()
        self._fit()

    def show_look(self, look: theme.Look) -> None:
        """Mark the look in use."""
        for key, action in self._themes.items():
            action.setChecked(key == look.theme)
        can_shrink, can_grow = (
            look.percent > min(theme.PERCENTS),
            look.percent < max(theme.PERCENTS),
        )
        # at the end of the scale the keyboard goes to the button that still does something
        if self.larger.hasFocus() and not can_grow:
            self.smaller.setEnabled(True)
            self.smaller.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.smaller.hasFocus() and not can_shrink:
            self.larger.setEnabled(True)
            self.larger.setFocus(Qt.FocusReason.OtherFocusReason)
        self.smaller.setEnabled(can_shrink)
        self.larger.setEnabled(can_grow)
        self._say_percent()

    def offer_over(self, *, is_open: bool) -> None:
        """Starting over makes sense while there is a visit."""
        self._places["over"].setEnabled(is_open)

    def show_step(self, *, is_shown: bool) -> None:
        """Whether the step of the visit is said here."""
        self.step.setVisible(is_shown)
        self._fit()

    def set_compact(self, *, is_compact: bool) -> None:
        """Icons alone, and the steps of the visit in one button; the words stay as tips and names."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._dress()
            self._fit()

    def _say_percent(self) -> None:
        percent = self._words.percent(theme.current().percent)
        self._percent.setText(percent)
        self._percent.setAccessibleName(self._words.say("Size of text: {percent}", percent=percent))

    def _measure(self) -> None:
        gap = theme.fixed(0.15)
        self._row.setContentsMargins(theme.fixed(1.2), 0, theme.fixed(0.5), 0)
        self._row.setSpacing(gap)
        self._percent.setFixedWidth(theme.fixed(PERCENT_EM))
        self._dress()

    def _dress(self) -> None:
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        alone = Qt.ToolButtonStyle.ToolButtonIconOnly
        is_compact = self._is_compact
        for part in (self.browse, self.language):
            part.setToolButtonStyle(alone if is_compact else beside)
        kinds: tuple[tuple[QToolButton, str, theme.BarKind], ...] = (
            (self.browse, "search", "icon" if is_compact else "text"),
            (self.language, "language", "menu" if is_compact else "text"),
            (self.smaller, "minus", "icon"),
            (self.larger, "plus", "icon"),
            (self.look, "contrast", "menu"),
            (self.help, "help", "icon"),
            (self.more, "menu", "menu"),
        )
        for part, icon, kind in kinds:
            theme.as_bar(part, kind)
            icons.put_on(part, icon)
            part.setAutoRaise(True)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.browse.setToolTip(self.browse.accessibleName() if is_compact else "")
        self.language.setToolTip(self.language.accessibleName() if is_compact else "")

    def _fit(self) -> None:
        """Leave out what can be reached otherwise, as far as the line is too short: the menu has it all."""
        for part in (self._name, self.browse, self.help):
            part.setVisible(True)
        self.step.shorten(is_short=False)
        if self._lacks_room():
            self._name.setVisible(False)
        if self._lacks_room():
            self.step.shorten(is_short=True)
        # the way to help is the last to go
        for part in (self.browse, self.help):
            if self._lacks_room():
                part.setVisible(False)

    def _lacks_room(self) -> bool:
        self._row.invalidate()
        return self._row.sizeHint().width() > self.width()

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        # parts make way; the window may be narrower than all of them together
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._measure()


def own_name(code: str) -> str:
    """A language's name in that language; its code where Qt does not know it."""
    # Qt 6.12 calls plain English American
    name = "English" if code == "en" else QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def _menu_button(icon: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(QMenu(made))
    return made


def _choices(
    owner: QToolButton, keys: tuple[str, ...], chosen: Callable[[str], object]
) -> dict[str, QAction]:
    menu = owner.menu()
    group = QActionGroup(owner)
    actions: dict[str, QAction] = {}
    for key in keys:
        action = QAction(owner)
        action.setCheckable(True)
        group.addAction(action)
        if menu is not None:
            menu.addAction(action)
        action.triggered.connect(partial(_pass_on, chosen, key))
        actions[key] = action
    return actions


def _pass_on(chosen: Callable[[str], object], key: str, *_of_qt: object) -> None:
    chosen(key)


def _name(made: QToolButton, text: str, keys: str) -> None:
    """A button of an icon alone: named for those who hear, with a tip for those who point."""
    made.setAccessibleName(text)
    made.setToolTip(f"{text} ({keys})" if keys else text)
