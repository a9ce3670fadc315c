"""Rich text broken into lines that fit a width. Measures, draws nothing.

Lines break at spaces; a word wider than a whole line breaks after a sign of an address, else between letters, so that
nothing is ever cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ccsdesk.report.blocks import Face, Rich, Run
from ccsdesk.report.fonts import Fonts, glued
from ccsdesk.report.style import Style

LONG_ADDRESS = 40
"""An address of more letters is divided like a sentence, at its signs."""
_WORDS = re.compile(r" |[^ ]+")
_SEAMS = re.compile(r"(?<=[/._?&=@:\-–])")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of one run on one line; `run` is the run's position, so that a link over two lines stays one."""

    text: str
    width: float
    face: Face
    muted: bool
    url: str | None
    run: int


@dataclass(frozen=True, slots=True)
class Line:
    """Fragments from left to right, and their width together."""

    fragments: tuple[Fragment, ...]
    width: float

    @property
    def text(self) -> str:
        """The line as a plain string."""
        return "".join(fragment.text for fragment in self.fragments)


class Breaker:
    """Breaks the text of one paragraph in one style."""

    def __init__(self, fonts: Fonts, style: Style, width: float) -> None:
        self._fonts = fonts
        self._style = style
        self._width = width

    def lines(self, text: Rich) -> list[Line]:
        """At least one line, empty for empty text."""
        done: list[Line] = []
        line: list[Fragment] = []
        used = 0.0
        space: Fragment | None = None
        for word in self._words(text):
            if len(word) == 1 and word[0].text == " ":
                space = word[0] if line else None
                continue
            width = sum(part.width for part in word)
            gap = 0.0 if space is None else space.width
            if line and used + gap + width > self._width and not _is_long_address(word):
                done.append(self._closed(line))
                line, used, space, gap = [], 0.0, None, 0.0
            if space is not None:
                line.append(space)
            for piece in self._pieces(word):
                wide = sum(part.width for part in piece)
                if line and used + gap + wide > self._width:
                    done.append(self._closed(line))
                    line, used, gap = [], 0.0, 0.0
                line.extend(piece)
                used += gap + wide
                gap = 0.0
            space = None
        done.append(self._closed(line))
        return done

    def _words(self, text: Rich) -> Iterator[tuple[Fragment, ...]]:
        """Words, each as its parts (a word may change face inside), and single spaces between them."""
        word: list[Fragment] = []
        for index, run in enumerate(text):
            for found in _WORDS.findall(glued(self._fonts.drawable(run.text))):
                if found != " ":
                    word.append(self._fragment(found, run, index))
                    continue
                if word:
                    yield tuple(word)
                    word = []
                yield (self._fragment(" ", run, index),)
        if word:
            yield tuple(word)

    def _fragment(self, text: str, run: Run, index: int) -> Fragment:
        face = self._style.face if run.face is Face.PLAIN else run.face
        return Fragment(
            text, self._fonts.width(text, face, self._style.size), face, run.muted, run.url, index
        )

    def _pieces(self, word: tuple[Fragment, ...]) -> Iterator[tuple[Fragment, ...]]:
        """The word whole if it fits a line, else in pieces that do; an address fills the line it begins on."""
        if sum(part.width for part in word) <= self._width and not _is_long_address(word):
            yield word
            return
        for part in word:
            for seam in _SEAMS.split(part.text):
                yield from ((piece,) for piece in self._cut(part, seam))

    def _cut(self, part: Fragment, text: str) -> Iterator[Fragment]:
        size = self._style.size
        while text:
            end = len(text)
            while end > 1 and self._fonts.width(text[:end], part.face, size) > self._width:
                end -= 1
            width = self._fonts.width(text[:end], part.face, size)
            yield Fragment(text[:end], width, part.face, part.muted, part.url, part.run)
            text = text[end:]

    @staticmethod
    def _closed(fragments: list[Fragment]) -> Line:
        """Neighbours of the same run become one fragment, so that words stay whole for whoever extracts them."""
        merged: list[Fragment] = []
        for part in fragments:
            last = merged[-1] if merged else None
            if last is not None and last.run == part.run:
                merged[-1] = Fragment(
                    last.text + part.text,
                    last.width + part.width,
                    part.face,
                    part.muted,
                    part.url,
                    part.run,
                )
            else:
                merged.append(part)
        return Line(tuple(merged), sum(part.width for part in merged))


def _is_long_address(word: tuple[Fragment, ...]) -> bool:
    return any(part.url is not None and len(part.text) > LONG_ADDRESS for part in word)
