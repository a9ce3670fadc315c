"""The program's own drawings, tinted by role. Whoever shows one tints it again when the theme changes."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QToolButton

from ccsdesk import paths
from ccsdesk.domain.errors import StorageError
from ccsdesk.ui import theme
from ccsdesk.ui.theme import Role

TINTED = b"currentColor"
NO_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'
BESIDE_TEXT = 1.2
"""How large an icon is beside text, in em."""
APART = 0.3
"""How far it is from the text, in em; Qt's own distance does not grow with the text."""


def icon(name: str, role: Role = Role.TEXT, size_px: int | None = None) -> QIcon:
    """The drawing of this name in the role's colour, MUTED where its button can't be used now."""
    side = theme.em(BESIDE_TEXT) if size_px is None else size_px
    made = QIcon(pixmap(name, role, side))
    made.addPixmap(pixmap(name, Role.MUTED, side), QIcon.Mode.Disabled)
    return made


def put_on(button: QPushButton | QToolButton, name: str) -> None:
    """Give a button its drawing, in the colour of its text and a little apart from it."""
    role = Role.TEXT
    if button.property("next") is True:
        role = Role.ACCENT_TEXT
    elif button.property("plain") is True:
        role = Role.ACCENT
    side = theme.em(BESIDE_TEXT)
    apart = theme.em(APART) if _has_text(button) else 0
    made = QIcon(_widened(pixmap(name, role, side), apart))
    made.addPixmap(_widened(pixmap(name, Role.MUTED, side), apart), QIcon.Mode.Disabled)
    button.setIcon(made)
    button.setIconSize(QSize(side + apart, side))


def pixmap(name: str, role: Role, size_px: int) -> QPixmap:
    """The drawing in a square of so many pixels, as sharp as the screen."""
    return _tinted(name, theme.colour(role).name(), max(1, size_px), _ratio())


def paint(painter: QPainter, name: str, role: Role, square: QRectF) -> None:
    """Draw it straight into a square, for those that paint themselves."""
    _renderer(name, theme.colour(role).name()).render(painter, square)


def _has_text(button: QPushButton | QToolButton) -> bool:
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return isinstance(button, QPushButton) or button.toolButtonStyle() is beside


def _widened(drawn: QPixmap, by: int) -> QPixmap:
    """The same with empty room on its right."""
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(by * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


@lru_cache(maxsize=512)
def _tinted(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size_px * ratio), round(size_px * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return made


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(TINTED, colour.encode("ascii"))))


@cache
def _drawing(name: str) -> bytes:
    """An empty one where it cannot be read: words stand beside it, and Qt survives no error while it paints."""
    try:
        return (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    except (OSError, StorageError):
        return NO_DRAWING


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
