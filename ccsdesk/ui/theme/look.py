"""The look of the moment: theme, size of text, whether things move. The one door through which it is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from ccsdesk import paths
from ccsdesk.ui.theme.palettes import Name, palette_of, qt_palette
from ccsdesk.ui.theme.roles import Role
from ccsdesk.ui.theme.sheet import sheet

BASE_POINTS = 11.0
FAMILY = "Source Sans 3"
FALLBACK = "sans-serif"
STYLE = "fusion"
NORMAL = 100
PERCENTS = (100, 125, 150, 175, 200)
"""Sizes of text a person may choose from; 100 is BASE_POINTS."""
LONGEST_MOVE = 180
"""Milliseconds that anything may take to move."""
_POINTS_PER_INCH = 72

Theme: TypeAlias = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose: "system" and None follow the computer, also when it changes its mind."""

    theme: Theme = "system"
    percent: int = NORMAL
    motion: bool | None = None


_SCHEMES: Mapping[Theme, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}
"""What the system is told, for the frame that it draws around the window."""


@dataclass(slots=True)
class _Present:
    """The look that is shown; there is one application, so there is one look."""

    look: Look
    name: Name
    em: float


_present: Final = _Present(Look(), Name.LIGHT, BASE_POINTS * 96 / _POINTS_PER_INCH)


def apply(application: QApplication, look: Look | None = None) -> None:
    """Set style, colours, type, then the sheet - in this order.

    Qt 6.12: once any style sheet exists, widgets ignore a later font until the sheet is set again.
    """
    look = look or Look()
    # one that cannot be read leaves the present one as it is: nothing could be painted any more
    palette_of(_name_of(look))
    points = BASE_POINTS * look.percent / NORMAL
    # whoever hears of the change measures and paints by the new look already
    _present.look = look
    application.styleHints().setColorScheme(_SCHEMES[look.theme])
    _present.name = _name_of(look)
    _present.em = points * _dots_per_inch() / _POINTS_PER_INCH
    colours = palette_of(_present.name)
    font = _font(points)
    # a sheet that stands is worked through again at each of the next steps: without it they take a quarter of the time
    # (Qt 6.12; only parts of Qt's own that write nothing, as the boxes of scroll bars, keep the old font then)
    application.setStyleSheet("")
    if application.style().objectName() != STYLE:
        application.setStyle(STYLE)
    application.setPalette(qt_palette(colours))
    application.setFont(font)
    application.setStyleSheet(_sheet(colours, points))
    _Follower.follow(application)


def current() -> Look:
    """What was chosen."""
    return _present.look


def shown() -> Name:
    """The theme that is shown; for "system", the one that fits the computer."""
    return _present.name


def colour(role: Role) -> QColor:
    """The role's colour in the theme that is shown."""
    return QColor(palette_of(_present.name)[role])


def em(factor: float = 1.0, widget: QWidget | None = None) -> int:
    """Pixels of so many times the size of body text, or of the widget's own text."""
    size = _present.em if widget is None else QFontInfo(widget.font()).pixelSize()
    return round(factor * size)


def fixed(factor: float = 1.0) -> int:
    """Pixels of so many times the normal size of body text: for what must not move when text grows."""
    return round(factor * BASE_POINTS * _dots_per_inch() / _POINTS_PER_INCH)


def moves() -> bool:
    """Whether things may move at all."""
    if _present.look.motion is not None:
        return _present.look.motion
    preference = _hints().accessibility().motionPreference()
    return preference is not Qt.MotionPreference.ReducedMotion


def next_size(percent: int, *, up: bool) -> int:
    """The next larger or smaller size of text; the same at the end of the scale."""
    later = [size for size in PERCENTS if (size > percent if up else size < percent)]
    if not later:
        return percent
    return min(later) if up else max(later)


def fitting(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Name:
    """The theme for what a system prefers; a bare display says Unknown."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return Name.CONTRAST
    return Name.DARK if scheme is Qt.ColorScheme.Dark else Name.LIGHT


def system_name() -> Name:
    """The theme that fits the system as it is now."""
    hints = _hints()
    return fitting(hints.colorScheme(), hints.accessibility().contrastPreference())


@cache
def _hints() -> QStyleHints:
    """Kept for good: when Qt for Python 6.12 lets go of it, what belongs to it cannot be asked again."""
    return QGuiApplication.styleHints()


def _sheet(colours: Mapping[Role, str], points: float) -> str:
    return sheet(_present.name, colours, points=points, em=_present.em, base=fixed(100) / 100)


def _name_of(look: Look) -> Name:
    return system_name() if look.theme == "system" else Name(look.theme)


def _dots_per_inch() -> float:
    return QGuiApplication.primaryScreen().logicalDotsPerInchY()


class _Follower(QObject):
    """Shows the system's theme again when the system changes it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        hints = _hints()
        hints.colorSchemeChanged.connect(self._on_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_changed)

    @classmethod
    def follow(cls, application: QApplication) -> None:
        """Begin to follow, once."""
        if not any(isinstance(child, cls) for child in application.children()):
            cls(application)

    def _on_changed(self) -> None:
        application = self.parent()
        if isinstance(application, QApplication) and _present.name is not _name_of(_present.look):
            apply(application, _present.look)


def _font(points: float) -> QFont:
    for path in _font_files():
        if str(path) not in _loaded:
            QFontDatabase.addApplicationFont(str(path))
            _loaded.add(str(path))
    font = QFont([FAMILY, FALLBACK])
    font.setPointSizeF(points)
    return font


_loaded: set[str] = set()


def _font_files() -> list[Path]:
    return sorted((paths.resources() / "fonts").glob("*.ttf"))
