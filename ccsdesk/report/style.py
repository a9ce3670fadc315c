"""Sizes, spaces and colours of the page: one scale, one accent. Points throughout; nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ccsdesk.report.blocks import Face, Role

Colour: TypeAlias = tuple[float, float, float]

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT = RIGHT = 52.0
TOP, BOTTOM = 66.0, 60.0
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
LABEL_WIDTH = 100.0
GAP = 16.0
INDENT = 16.0
BOX_PADDING = 10.0
CELL_PADDING = 4.0
HAIRLINE = 0.6
CHAPTER_ROOM = 170.0
"""What must be left on a page for a chapter to begin on it."""


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


TEXT = _colour("1b1f24")
MUTED = _colour("555e69")
LINE = _colour("c3c9d0")
ACCENT = _colour("0f5c66")
TINT = _colour("f0f3f4")
WHITE = _colour("ffffff")


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of text looks, and the space above its paragraph."""

    size: float
    leading: float
    before: float
    face: Face = Face.PLAIN
    colour: Colour = TEXT


BASE = 10.0
BODY = Style(BASE, 14.0, 4.0)
CAPTION = Style(8.5, 11.5, 2.0)
LABEL = Style(9.0, 14.0, 0.0, Face.STRONG, ACCENT)
CHAPTER = Style(16.0, 21.0, 32.0, Face.STRONG)
PART = Style(12.5, 16.5, 22.0, Face.STRONG)
CELL = Style(9.0, 12.0, 0.0)
HEAD = Style(8.5, 12.0, 0.0, Face.STRONG, MUTED)
COUNT = Style(16.0, 19.0, 0.0, Face.STRONG)
PICTURE = Style(8.0, 10.0, 0.0)
FOOTER = Style(8.0, 10.0, 0.0, Face.PLAIN, MUTED)
ROLES = {
    Role.BODY: BODY,
    Role.LEAD: Style(12.5, 17.0, 2.0),
    Role.CAPTION: CAPTION,
    Role.TITLE: Style(16.0, 21.0, 0.0, Face.STRONG, ACCENT),
    Role.STAGE: Style(22.0, 27.0, 0.0, Face.STRONG),
    Role.AMOUNT: Style(16.0, 20.0, 0.0, Face.STRONG),
}
BLOCK_GAP = 12.0
"""Space above a labelled block, a table, a picture."""
