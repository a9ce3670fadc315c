"""The bundled family: found, registered, measured. Characters it lacks get a visible substitute.

The only place that knows font files; raises ExportError when one is missing or damaged.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ccsdesk.domain.errors import ExportError
from ccsdesk.report.blocks import Face
from ccsdesk.text.cleaning import drawn

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FILES: Mapping[Face, str] = {
    Face.PLAIN: "SourceSans3-Regular.ttf",
    Face.STRONG: "SourceSans3-SemiBold.ttf",
}
NO_BREAK = "\u00a0"
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_GLUE = re.compile(r"(?<!\S)([\d.,]*\d[.,]?|[aAIikKhHoOsSuUvVzZ]) (?=\S)")


class Fonts:
    """The two faces, ready to measure and draw with."""

    def __init__(self, folder: Path) -> None:
        self._fonts = {face: _load(folder / name) for face, name in FILES.items()}
        self._glyphs = frozenset.intersection(
            *(frozenset(font.face.charToGlyph) for font in self._fonts.values())
        )
        self._widths: dict[tuple[Face, str], float] = {}

    def name(self, face: Face) -> str:
        """The name under which the face is registered."""
        return str(self._fonts[face].fontName)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width of `text` in points."""
        key = (face, text)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = float(self._fonts[face].stringWidth(text, 1))
        return known * size

    def drawable(self, text: str) -> str:
        """The text with whitespace made plain and every character drawable.

        What has no glyph becomes a visible substitute; marks that only steer (joiners, direction, variants) go.
        """
        plain = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
        return drawn(plain, lambda letter: ord(letter) in self._glyphs)


def glued(text: str) -> str:
    """Numbers stay with what they count, one-letter words with the next word: no line ends on them."""
    return _GLUE.sub(rf"\1{NO_BREAK}", text)


def _load(path: Path) -> TTFont:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    try:
        font = TTFont(path.stem, str(path))
    except (TTFError, OSError, ValueError, LookupError, struct.error) as problem:
        raise ExportError(
            "The plan cannot be made: the font {file} is missing or damaged.",
            advice="Install CCS Desk again.",
            file=str(path),
        ) from problem
    registerFont(font)
    return font
