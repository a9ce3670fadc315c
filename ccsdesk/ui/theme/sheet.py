"""The style sheet with its colours and sizes filled in. It is set nowhere here.

In `resources/themes/window.qss` stands `@role` for a colour, `1.2em` (or `1.2em-4px`, `1.2em+3px`) for a length and
`1.2rem` for a size of type, both measured by the text size of the moment, `1.2base` for a length that is the same at
every size of text, and `@theme` for the folder with a theme's small drawings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir

from ccsdesk.ui.theme.palettes import Name, broken, folder
from ccsdesk.ui.theme.roles import Role

_TYPE = re.compile(r"(\d+(?:\.\d+)?)rem\b")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)em\b(?:([+-]\d+)px)?")
_FIXED = re.compile(r"(\d+(?:\.\d+)?)base\b")
_COLOUR = re.compile(r"@([a-z-]+)")


def sheet(name: Name, colours: Mapping[Role, str], *, points: float, em: float, base: float) -> str:
    """The sheet for a theme: body text has so many points that are `em` pixels, and `base` at its normal size."""
    # a search path, since the address of a drawing may hold no quote and no backslash
    QDir.setSearchPaths("themes", [folder().as_posix()])
    filled = _TYPE.sub(
        lambda found: f"{float(found[1]) * points:g}pt", _written(folder() / "window.qss")
    )
    filled = _FIXED.sub(lambda found: f"{round(float(found[1]) * base)}px", filled)
    filled = _LENGTH.sub(lambda found: _pixels(found, em), filled)
    return _COLOUR.sub(
        lambda found: f"themes:{name}" if found[1] == "theme" else colours[Role(found[1])], filled
    )


def _pixels(length: re.Match[str], em: float) -> str:
    return f"{max(1, round(float(length[1]) * em) + int(length[2] or 0))}px"


@cache
def _written(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise broken(path, str(error)) from error
