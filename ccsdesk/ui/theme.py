"""The one place that sets style, colours, type and style sheet. Nothing else may."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ccsdesk import paths

BASE_POINTS = 11.0
FAMILY = "Source Sans 3"
SURFACE = "#fbfaf8"
RAISED = "#ffffff"
TEXT = "#1f2328"
MUTED = "#57606a"
LINE = "#8a8f96"
ACCENT = "#0b5563"
ACCENT_TEXT = "#ffffff"

_SHEET = """
QPushButton {{ min-height: 2.4em; padding: 0 1.2em; background: {raised}; }}
QPushButton {{ border: 1px solid {line}; border-radius: 4px; }}
QPushButton:default {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
QPushButton:disabled {{ color: {muted}; background: {surface}; }}
QPushButton:focus, QComboBox:focus {{ border: 2px solid {accent}; }}
QPushButton:default:focus {{ border: 2px solid {text}; }}
QComboBox {{ min-height: 2.2em; padding: 0 0.6em; background: {raised}; }}
QComboBox {{ border: 1px solid {line}; border-radius: 4px; }}
"""


def apply(application: QApplication) -> None:
    """Set style, colours, type, then the sheet - in this order.

    Qt 6.12: once any style sheet exists, widgets ignore a later font until the sheet is set again.
    """
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setFont(_font())
    application.setStyleSheet(
        _SHEET.format(
            line=LINE,
            raised=RAISED,
            accent=ACCENT,
            accent_text=ACCENT_TEXT,
            muted=MUTED,
            surface=SURFACE,
            text=TEXT,
        )
    )


def scaled(factor: float, *, strong: bool = False) -> QFont:
    """The application's font in another size of the scale."""
    font = QFont(QApplication.font())
    font.setPointSizeF(BASE_POINTS * factor)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def _font() -> QFont:
    for path in _font_files():
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(FAMILY)
    font.setPointSizeF(BASE_POINTS)
    return font


def _font_files() -> list[Path]:
    return sorted((paths.resources() / "fonts").glob("*.ttf"))


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: SURFACE,
        QPalette.ColorRole.Base: RAISED,
        QPalette.ColorRole.AlternateBase: SURFACE,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.PlaceholderText: MUTED,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: ACCENT_TEXT,
        QPalette.ColorRole.Link: ACCENT,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
