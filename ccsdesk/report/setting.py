"""Text set in lines: paragraphs and lists become pieces, each with its tag. No boxes, no tables, no pages."""

from __future__ import annotations

from ccsdesk.report.blocks import Item, Mark, Paragraph, Points, Rich, Role, Run
from ccsdesk.report.fonts import Fonts
from ccsdesk.report.lines import Breaker, Line
from ccsdesk.report.pen import Pen
from ccsdesk.report.pieces import Draw, Piece, Place, kept
from ccsdesk.report.signs import draw_mark
from ccsdesk.report.style import BODY, CAPTION, INDENT, ROLES, Style
from ccsdesk.report.tags import Tag

MARK_SIZE = 8.5
SHORT = 5
"""An item of up to so many lines is not divided."""
ITEM_GAP = 5.0
TAG_OF_ROLE = {Role.TITLE: "H1"}


def baseline(style: Style) -> float:
    """How far below the top of its line a text stands."""
    return (style.leading - style.size) / 2 + style.size * 0.8


class Setting:
    """Sets text in one family of fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def text(self, text: Rich, style: Style, place: Place, tag: Tag) -> list[Piece]:
        """One piece a line; no line of a paragraph stands alone on a page."""
        x, width = place
        lines = Breaker(self._fonts, style, width).lines(text)
        pieces = [
            Piece(style.leading, [_line(x, line, style, tag, last=number == len(lines))])
            for number, line in enumerate(lines, 1)
        ]
        pieces[0].before = style.before
        pieces[0].baseline = baseline(style)
        if len(pieces) <= 3:
            return kept(pieces)
        pieces[0].with_next = pieces[-2].with_next = True
        return pieces

    def paragraph(self, block: Paragraph, place: Place, parent: Tag) -> list[Piece]:
        """A paragraph by its role, with its sign before it."""
        style = ROLES[block.role]
        tag = parent.add(TAG_OF_ROLE.get(block.role, "P"))
        if block.mark is None:
            return self.text(block.text, style, place, tag)
        x, width = place
        pieces = self.text(block.text, style, (x + INDENT, width - INDENT), tag)
        pieces[0].draws.insert(0, _mark(block.mark, x, style))
        return pieces

    def points(self, block: Points, place: Place, parent: Tag) -> list[Piece]:
        """A list with the points inside its points."""
        tag = parent.add("L")
        pieces: list[Piece] = []
        for number, item in enumerate(block.items, 1):
            pieces += self.item(item, place, tag, number=number if block.numbered else 0)
        return pieces

    def item(
        self, item: Item, place: Place, parent: Tag, *, number: int = 0, style: Style = BODY
    ) -> list[Piece]:
        """One point: its sign or number, its text, the note beneath, its own points."""
        x, width = place
        tag = parent.add("LI")
        label = tag.add("Lbl")
        body = tag.add("LBody")
        inner = (x + INDENT, width - INDENT)
        pieces = self.text(item.text, style, inner, body.add("P"))
        if number:
            counted = Breaker(self._fonts, style, INDENT * 2).lines((Run(f"{number}."),))[0]
            pieces[0].draws.insert(0, _line(x, counted, style, label, last=True))
        else:
            pieces[0].draws.insert(0, _mark(item.mark or Mark.BULLET, x, style))
        pieces[0].before = ITEM_GAP
        if item.note:
            pieces[-1].with_next = True
            note = self.text(item.note, CAPTION, inner, body.add("P"))
            note[0].before = 0.0
            pieces += note
        if len(pieces) <= SHORT:
            kept(pieces)
        if item.items:
            pieces[-1].with_next = True
            inside = body.add("L")
            for child in item.items:
                pieces += self.item(child, inner, inside, style=style)
        return pieces


def _line(x: float, line: Line, style: Style, tag: Tag, *, last: bool) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        pen.text((x, top - baseline(style)), line, style, tag, last=last)

    return draw


def _mark(mark: Mark, x: float, style: Style) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        draw_mark(pen, mark, (x, top - baseline(style) - MARK_SIZE * 0.12), MARK_SIZE)

    return draw
