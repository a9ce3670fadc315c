"""The one place that sets style, colours, type and style sheet. Nothing else may."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ccsdesk import paths

BASE_POINTS = 11.0
FAMILY = "Source Sans 3"
FALLBACK = "sans-serif"
PERCENTS = (75, 100, 125, 150, 175, 200)
"""Sizes of text a person may choose from; 100 is BASE_POINTS."""
NORMAL = 100

SURFACE = "#fbfaf8"
RAISED = "#ffffff"
TEXT = "#1f2328"
MUTED = "#57606a"
LINE = "#80868e"
ACCENT = "#0b5563"
ACCENT_TEXT = "#ffffff"
TABLE_TOP = "#dedbd5"
"""What lies under the pages of a document."""
MISTAKE_LINE = "#8c1d18"
MISTAKE_SURFACE = "#fdf1ef"
WARNING_LINE = "#7a5b00"
WARNING_SURFACE = "#fdf6e3"

TITLE, LEAD, CAPTION = "title", "lead", "caption"
INFORMATION, MISTAKE, WARNING = "information", "mistake", "warning"

_SHEET = """
QPushButton {{ min-height: 1.9em; padding: 0 1.1em; background: {raised}; color: {text}; }}
QPushButton {{ border: 1px solid {line}; border-radius: 4px; margin: 2px; }}
QPushButton:hover {{ border-color: {text}; }}
QPushButton:pressed {{ background: {surface}; }}
QPushButton:disabled {{ color: {muted}; background: {surface}; border: 1px dashed {line}; }}
QPushButton[next="true"] {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
QPushButton[next="true"]:hover {{ background: {text}; border-color: {text}; }}
QPushButton:focus {{ border: 3px solid {accent}; margin: 0px; }}
QPushButton[next="true"]:focus {{ border: 3px solid {text}; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {lead}pt; }}
QLabel[role="caption"] {{ font-size: {caption}pt; color: {muted}; }}
QLabel[notice] {{ border: 1px solid {line}; border-radius: 4px; }}
QLabel[notice="information"] {{ background: {raised}; }}
QLabel[notice="mistake"] {{ background: {mistake_surface}; border-color: {mistake}; }}
QLabel[notice="warning"] {{ background: {warning_surface}; border-color: {warning}; }}
QLabel[notice]:focus {{ border: 2px solid {accent}; }}
QFrame#empty {{ background: {raised}; border: 1px dashed {line}; border-radius: 4px; }}
QPdfView {{ border: 1px solid {line}; }}
QPdfView:focus {{ border: 2px solid {accent}; }}
"""


def apply(application: QApplication, *, percent: int = NORMAL) -> None:
    """Set style, colours, type, then the sheet - in this order.

    Qt 6.12: once any style sheet exists, widgets ignore a later font until the sheet is set again.
    """
    points = BASE_POINTS * percent / NORMAL
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setFont(_font(points))
    application.setStyleSheet(
        _SHEET.format(
            line=LINE,
            raised=RAISED,
            accent=ACCENT,
            accent_text=ACCENT_TEXT,
            muted=MUTED,
            surface=SURFACE,
            text=TEXT,
            mistake=MISTAKE_LINE,
            mistake_surface=MISTAKE_SURFACE,
            warning=WARNING_LINE,
            warning_surface=WARNING_SURFACE,
            title=points * 1.6,
            lead=points * 1.25,
            caption=points * 0.85,
        )
    )


def next_size(percent: int, *, up: bool) -> int:
    """The next larger or smaller size of text; the same at the end of the scale."""
    later = [size for size in PERCENTS if (size > percent if up else size < percent)]
    if not later:
        return percent
    return min(later) if up else max(later)


def as_role(label: QLabel, role: str) -> QLabel:
    """The label, set in one of the sizes TITLE, LEAD, CAPTION."""
    label.setProperty("role", role)
    return label


def as_notice(label: QLabel, kind: str) -> None:
    """Dress a label as INFORMATION, MISTAKE or WARNING."""
    label.setProperty("notice", kind)
    label.style().unpolish(label)
    label.style().polish(label)


def as_next(button: QPushButton, *, is_next: bool) -> None:
    """Give the accent to the one thing to do next, or take it away."""
    button.setProperty("next", is_next)
    button.style().unpolish(button)
    button.style().polish(button)


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


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: SURFACE,
        QPalette.ColorRole.Base: RAISED,
        QPalette.ColorRole.AlternateBase: SURFACE,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.Dark: TABLE_TOP,
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
