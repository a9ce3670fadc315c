"""Reading the colours of a theme from its file, and giving them to Qt. Which theme is shown is not decided here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from ccsdesk import paths
from ccsdesk.domain.errors import StorageError
from ccsdesk.ui.theme.roles import Role

_COLOUR = re.compile(r"#[0-9a-f]{6}")


class Name(StrEnum):
    """The themes that have a palette."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@cache
def palette_of(name: Name) -> Mapping[Role, str]:
    """The colours of a theme as #rrggbb, one for each role; read once."""
    return read_palette(folder() / f"{name}.toml")


def folder() -> Path:
    """Where themes lie."""
    return paths.resources() / "themes"


def read_palette(path: Path) -> Mapping[Role, str]:
    """The colours in a file, one for each role.

    Raises:
        StorageError: it can't be read, a role is missing or unknown, or a colour is not #rrggbb.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise broken(path, str(error)) from error
    wrong = sorted(set(written) ^ set(Role))
    wrong += [
        name
        for name, colour in written.items()
        if not (isinstance(colour, str) and _COLOUR.fullmatch(colour))
    ]
    if wrong:
        raise broken(path, ", ".join(wrong))
    return {Role(name): colour for name, colour in written.items()}


def broken(path: Path, problem: str) -> StorageError:
    """The error of a theme that cannot be used."""
    return StorageError(
        "The colours in {file} can't be used: {problem}.",
        advice="Install CCS Desk again.",
        file=path,
        problem=problem,
    )


_ACTIVE = {
    QPalette.ColorRole.Window: Role.SURFACE,
    QPalette.ColorRole.Base: Role.RAISED,
    QPalette.ColorRole.AlternateBase: Role.SURFACE,
    QPalette.ColorRole.Button: Role.RAISED,
    QPalette.ColorRole.ToolTipBase: Role.RAISED,
    QPalette.ColorRole.Light: Role.RAISED,
    QPalette.ColorRole.Midlight: Role.HOVER,
    QPalette.ColorRole.Mid: Role.LINE,
    QPalette.ColorRole.Dark: Role.UNDER_PAGES,
    QPalette.ColorRole.Shadow: Role.LINE,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ACCENT_TEXT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
}
_DISABLED = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


def qt_palette(colours: Mapping[Role, str]) -> QPalette:
    """The colours, by the roles that Qt knows."""
    palette = QPalette()
    for place, role in _ACTIVE.items():
        palette.setColor(place, QColor(colours[role]))
    for place in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours[Role.MUTED]))
    return palette
