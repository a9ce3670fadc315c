"""Blocks become pieces: every block's place on the page, its tag, what it is kept together with.

Headings and labels get their level from where they stand, so that levels never jump. Draws nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ccsdesk.report.blocks import (
    Beside,
    Block,
    Callout,
    Figure,
    Heading,
    Labelled,
    Mark,
    Paragraph,
    Points,
    Rich,
    Table,
    Tally,
    rich,
)
from ccsdesk.report.draw_pictures import picture
from ccsdesk.report.fonts import Fonts
from ccsdesk.report.pen import Pen
from ccsdesk.report.pieces import Draw, Piece, Place, beside, kept, stacked, total
from ccsdesk.report.setting import MARK_SIZE, Setting, baseline
from ccsdesk.report.setting_tables import TableSetting
from ccsdesk.report.signs import draw_mark
from ccsdesk.report.style import (
    BLOCK_GAP,
    BODY,
    BOX_PADDING,
    CAPTION,
    CHAPTER,
    CHAPTER_ROOM,
    COUNT,
    GAP,
    HEIGHT,
    LABEL,
    LABEL_WIDTH,
    LEFT,
    LINE,
    PART,
    TEXT,
    TINT,
    WIDTH,
)
from ccsdesk.report.tags import Tag

SHORT = 180.0
"""Points: what is no higher stays on one page."""
MOST_WHOLE = HEIGHT * 0.8
"""What is higher is divided, even where it would rather stay whole."""


class Layout:
    """Sets the blocks of one document, in order."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._set = Setting(fonts)
        self._level = 1

    def document(self, blocks: Iterable[Block], parent: Tag) -> list[Piece]:
        """The pieces of blocks that use the whole width of the page."""
        self._level = 1
        return self._blocks(blocks, (LEFT, WIDTH), parent)

    def _blocks(self, blocks: Iterable[Block], place: Place, parent: Tag) -> list[Piece]:
        pieces: list[Piece] = []
        lead = False
        for block in blocks:
            made = self._block(block, place, parent)
            if lead and isinstance(block, Points):
                pieces[-1].with_next = True
            lead = isinstance(block, Paragraph)
            pieces += made
        return pieces

    def _block(self, block: Block, place: Place, parent: Tag) -> list[Piece]:
        match block:
            case Paragraph():
                return self._set.paragraph(block, place, parent)
            case Heading():
                return self._heading(block, place, parent)
            case Points():
                return self._set.points(block, place, parent)
            case Table():
                return TableSetting(self._fonts, block, place).pieces(parent)
            case Tally():
                return [self._tally(block, place, parent)]
            case Figure():
                return [self._figure(block, place, parent)]
            case Beside():
                return self._beside(block, place, parent)
            case Labelled():
                return self._labelled(block, place, parent)
            case Callout():
                return self._callout(block.text, place, parent)
            case _:
                assert_never(block)

    # headings and labels

    def _heading(self, block: Heading, place: Place, parent: Tag) -> list[Piece]:
        if not self._fonts.drawable(block.text).strip():
            return []
        chapter = block.level == 1
        self._level = 2 if chapter else 3
        style = CHAPTER if chapter else PART
        text = rich(block.text)
        pieces = self._set.text(text, style, place, parent.add(f"H{self._level}"))
        pieces[0].draws.insert(0, _bookmark(block.text, block.level - 1))
        if chapter:
            pieces[0].room = CHAPTER_ROOM
            pieces[-1].draws.append(_rule(place, pieces[-1].height + 3, 1.2, TEXT))
            pieces[-1].height += 5
        if block.beside:
            pieces[0].above = _rule(place, -8, 0.6, LINE)
            beneath = self._set.text(rich(block.beside), CAPTION, place, parent.add("P"))
            beneath[0].before = 0.0
            pieces += beneath
        pieces[-1].with_next = True
        return kept(pieces)

    def _labelled(self, block: Labelled, place: Place, parent: Tag) -> list[Piece]:
        x, width = place
        tag = parent.add(f"H{self._level + 1}")
        label = self._set.text(rich(block.label), LABEL, (x, LABEL_WIDTH), tag)
        right = (x + LABEL_WIDTH + GAP, width - LABEL_WIDTH - GAP)
        pieces = self._blocks(block.blocks, right, parent)
        if not pieces:
            return []
        pieces[0].before = BLOCK_GAP
        down = max(0.0, pieces[0].baseline - label[0].baseline)
        return beside(pieces, _lowered(stacked(label), down), total(label) + down)

    # pictures

    def _figure(self, block: Figure, place: Place, parent: Tag) -> Piece:
        height, draw = picture(
            self._fonts, block.picture, place, parent.add("Figure", words=block.words)
        )
        return Piece(height, [draw], before=BLOCK_GAP / 2)

    def _beside(self, block: Beside, place: Place, parent: Tag) -> list[Piece]:
        x, width = place
        share = width * block.share
        rest = width - share - GAP
        figure_x = x if block.left else x + width - share
        blocks_x = x + share + GAP if block.left else x
        pieces = [] if block.left else self._blocks(block.blocks, (blocks_x, rest), parent)
        tag = parent.add("Figure", words=block.figure.words)
        height, draw = picture(self._fonts, block.figure.picture, (figure_x, share), tag)
        if block.left:
            pieces = self._blocks(block.blocks, (blocks_x, rest), parent)
        together = beside(pieces, draw, height)
        # a few lines beside a picture read as one thing
        return kept(together) if total(together) <= SHORT else together

    # boxes

    def _tally(self, block: Tally, place: Place, parent: Tag) -> Piece:
        x, width = place
        step = width / max(len(block.counts), 1)
        tag = parent.add("L")
        columns: list[Draw] = []
        heights: list[float] = []
        for index, count in enumerate(block.counts):
            body = tag.add("LI").add("LBody")
            left = x + index * step
            number = self._set.text(rich(count.number), COUNT, (left + 14, step - 18), body)
            word = self._set.text(rich(count.word), CAPTION, (left, step - 6), body)
            number[0].draws.append(_sign(count.mark, left))
            columns.append(stacked([*number, *word]))
            heights.append(total([*number, *word]))
        return Piece(max(heights, default=0.0), columns, before=BLOCK_GAP / 2)

    def _callout(self, text: Rich, place: Place, parent: Tag) -> list[Piece]:
        x, width = place
        inner = (x + BOX_PADDING, width - 2 * BOX_PADDING)
        lines = self._set.text(text, BODY, inner, parent.add("P"))
        height = total(lines) + 2 * BOX_PADDING
        if height > MOST_WHOLE:
            return lines
        draws = [_frame(place, height), _lowered(stacked(lines), BOX_PADDING)]
        return [Piece(height, draws, before=BLOCK_GAP)]


def _bookmark(title: str, level: int) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        pen.bookmark(title, level, top + 10)

    return draw


def _rule(place: Place, down: float, width: float, colour: tuple[float, float, float]) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        pen.rule((place[0], top - down), (place[0] + place[1], top - down), width, colour)

    return draw


def _frame(place: Place, height: float) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        pen.box((place[0], top - height), (place[1], height), fill=TINT, stroke=LINE)

    return draw


def _lowered(draw: Draw, by: float) -> Draw:
    def lowered(pen: Pen, top: float) -> None:
        draw(pen, top - by)

    return lowered


def _sign(mark: Mark, x: float) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        draw_mark(pen, mark, (x, top - baseline(COUNT) + 1), MARK_SIZE + 1)

    return draw
