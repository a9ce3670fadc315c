"""The line on top of every page: the name, language, size of text, look, and the way to everything else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton

from ccsdesk.text import Words, message
from ccsdesk.ui import icons, theme
from ccsdesk.ui.blocks import name_button

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
        self._name = theme.as_role(QLabel("CCS Desk"), theme.STRONG)
        self.browse = QToolButton()
        self.language = _menu_button("language", with_text=True)
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.look = _menu_button("contrast")
        self.help = QToolButton()
        self.more = _menu_button("menu")
        self._languages = _choices(self.language, languages, self.language_chosen.emit)
        self._themes = _choices(self.look, tuple(THEMES), self.theme_chosen.emit)
        self._places = {name: self._place(name) for name in PLACES}
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        for part in (self.browse, self.language, self.smaller, self.larger, self.look, self.help):
            self._row.addWidget(part)
        self._row.addWidget(self.more)
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

    def show_look(self, look: theme.Look) -> None:
        """Mark the look in use."""
        for key, action in self._themes.items():
            action.setChecked(key == look.theme)
        self.smaller.setEnabled(look.percent > min(theme.PERCENTS))
        self.larger.setEnabled(look.percent < max(theme.PERCENTS))

    def offer_over(self, *, is_open: bool) -> None:
        """Starting over makes sense while there is a visit."""
        self._places["over"].setEnabled(is_open)

    def _measure(self) -> None:
        self.browse.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        margin = theme.em(0.5)
        self._row.setContentsMargins(theme.em(1.2), margin // 2, margin, margin // 2)
        self._row.setSpacing(theme.em(0.25))
        named = (
            (self.browse, "search"),
            (self.language, "language"),
            (self.smaller, "minus"),
            (self.larger, "plus"),
            (self.look, "contrast"),
            (self.help, "help"),
            (self.more, "menu"),
        )
        for part, icon in named:
            icons.put_on(part, icon)
            part.setAutoRaise(True)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._measure()


def own_name(code: str) -> str:
    """A language's name in that language; its code where Qt does not know it."""
    # Qt 6.12 calls plain English American
    name = "English" if code == "en" else QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def _menu_button(icon: str, *, with_text: bool = False) -> QToolButton:
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(QMenu(made))
    if with_text:
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
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
