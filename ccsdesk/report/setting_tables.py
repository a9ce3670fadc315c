"""Tables as pieces: a head that comes again on every page, rows that stay whole unless they are very long."""

from __future__ import annotations

from collections.abc import Sequence

from ccsdesk.report.blocks import Cell, Table, rich
from ccsdesk.report.fonts import Fonts
from ccsdesk.report.lines import Breaker, Line
from ccsdesk.report.pen import Pen
from ccsdesk.report.pieces import Draw, Piece, Place
from ccsdesk.report.setting import MARK_SIZE, baseline
from ccsdesk.report.signs import draw_mark
from ccsdesk.report.style import BLOCK_GAP, CELL, CELL_PADDING, HEAD, TEXT, Style
from ccsdesk.report.tags import Tag

GUTTER = 10.0
WHOLE = 12
"""A row of up to so many lines is not divided."""
MARK_ROOM = MARK_SIZE + 5.0


class TableSetting:
    """One table at one place."""

    def __init__(self, fonts: Fonts, table: Table, place: Place) -> None:
        self._fonts = fonts
        self._table = table
        self._left, self._width = place
        share = sum(table.widths)
        self._widths = [self._width * part / share for part in table.widths]
        self._lefts = [self._left + sum(self._widths[:index]) for index in range(len(self._widths))]

    def pieces(self, parent: Tag) -> list[Piece]:
        """The head and the rows."""
        tag = parent.add("Table")
        head_row = tag.add("THead").add("TR")
        tags = [head_row.add("TH", scope="Column") for _ in self._table.head]
        head = self._head(tags)
        head.before = BLOCK_GAP
        head.with_next = True
        again = self._head([None] * len(tags))
        body = tag.add("TBody")
        rows = [self._row(row, body.add("TR")) for row in self._table.rows]
        # neither the first nor the last row stands alone on a page
        for first in (rows[:1], rows[-2:-1]):
            for row in first:
                row[-1].with_next = len(rows) > 1
        pieces = [piece for row in rows for piece in row]
        for piece in pieces:
            piece.head = again
        return [head, *pieces]

    def _head(self, tags: Sequence[Tag | None]) -> Piece:
        cells = [
            self._lines(Cell(rich(title)), index, HEAD)
            for index, title in enumerate(self._table.head)
        ]
        height = max(len(lines) for lines in cells) * HEAD.leading + CELL_PADDING

        def draw(pen: Pen, top: float) -> None:
            for index, lines in enumerate(cells):
                for number, line in enumerate(lines):
                    y = top - number * HEAD.leading - baseline(HEAD)
                    pen.text(
                        (self._x(index, line), y),
                        line,
                        HEAD,
                        tags[index],
                        last=number == len(lines) - 1,
                    )
            pen.rule(
                (self._left, top - height), (self._left + self._width, top - height), 1.0, TEXT
            )

        return Piece(height, [draw])

    def _row(self, row: tuple[Cell, ...], tag: Tag) -> list[Piece]:
        tags = [
            tag.add("TH", scope="Row") if index == 0 else tag.add("TD") for index in range(len(row))
        ]
        cells = [self._lines(cell, index, CELL) for index, cell in enumerate(row)]
        most = max(len(lines) for lines in cells)
        slices = [(0, most)] if most <= WHOLE else [(start, start + 1) for start in range(most)]
        pieces = [self._slice(row, cells, tags, range(start, end)) for start, end in slices]
        pieces[0].height += CELL_PADDING
        pieces[0].draws = [_lowered(draw, CELL_PADDING) for draw in pieces[0].draws]
        pieces[-1].height += CELL_PADDING
        pieces[-1].draws.append(self._rule_below(pieces[-1].height))
        if len(pieces) > 1:
            pieces[0].with_next = pieces[-2].with_next = True
        return pieces

    def _slice(
        self, row: tuple[Cell, ...], cells: list[list[Line]], tags: list[Tag], part: range
    ) -> Piece:
        def draw(pen: Pen, top: float) -> None:
            for index, lines in enumerate(cells):
                mark = row[index].mark
                if mark is not None and part.start == 0:
                    corner = (self._lefts[index], top - baseline(CELL) - MARK_SIZE * 0.12)
                    draw_mark(pen, mark, corner, MARK_SIZE)
                for number, line in enumerate(lines[part.start : part.stop]):
                    y = top - number * CELL.leading - baseline(CELL)
                    x = self._x(index, line) + (MARK_ROOM if mark is not None else 0.0)
                    pen.text(
                        (x, y), line, CELL, tags[index], last=part.start + number == len(lines) - 1
                    )

        return Piece(len(part) * CELL.leading, [draw])

    def _lines(self, cell: Cell, index: int, style: Style) -> list[Line]:
        gutter = 0.0 if index == len(self._widths) - 1 else GUTTER
        room = self._widths[index] - gutter - (MARK_ROOM if cell.mark is not None else 0.0)
        return Breaker(self._fonts, style, room).lines(cell.text)

    def _x(self, index: int, line: Line) -> float:
        if index not in self._table.figures:
            return self._lefts[index]
        gutter = 0.0 if index == len(self._widths) - 1 else GUTTER
        return self._lefts[index] + self._widths[index] - gutter - line.width

    def _rule_below(self, height: float) -> Draw:
        def draw(pen: Pen, top: float) -> None:
            pen.rule((self._left, top - height), (self._left + self._width, top - height))

        return draw


def _lowered(draw: Draw, by: float) -> Draw:
    def lowered(pen: Pen, top: float) -> None:
        draw(pen, top - by)

    return lowered
