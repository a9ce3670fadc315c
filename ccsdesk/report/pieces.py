"""Pieces: what cannot be divided any more, with a height and a way to be drawn; and pages made of them.

Knows no block and no font. Heights are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ccsdesk.report.pen import Pen

Draw: TypeAlias = Callable[[Pen, float], None]
"""Draws below the given height of the page."""
Place: TypeAlias = tuple[float, float]
"""Where something stands across the page: its left edge and its width."""


@dataclass(eq=False, slots=True)
class Piece:
    """A strip of the page.

    `before` is the space above, left out at the head of a page; `with_next` keeps it together with
    what follows; `room` is what must be left on the page for it to begin there; `head` is drawn
    over it where it begins a page, `above` where it does not; `baseline` is how far down its first
    line of text stands, 0 where it has none.
    """

    height: float
    draws: list[Draw] = field(default_factory=list)
    before: float = 0.0
    with_next: bool = False
    room: float = 0.0
    head: Piece | None = None
    above: Draw | None = None
    baseline: float = 0.0

    def draw(self, pen: Pen, top: float, *, begins_page: bool = False) -> None:
        """Draw everything that belongs to the strip."""
        if self.above is not None and not begins_page:
            self.above(pen, top)
        for draw in self.draws:
            draw(pen, top)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and how far below the head of the page it begins."""

    piece: Piece
    down: float


Page: TypeAlias = list[Placed]


def total(pieces: Sequence[Piece], *, first: bool = True) -> float:
    """The height of pieces one below the other; `first` leaves out the space above the first."""
    height = sum(piece.before + piece.height for piece in pieces)
    return height - pieces[0].before if first and pieces else height


def kept(pieces: list[Piece]) -> list[Piece]:
    """The same pieces, kept together."""
    for piece in pieces[:-1]:
        piece.with_next = True
    return pieces


def beside(pieces: list[Piece], draw: Draw, height: float) -> list[Piece]:
    """Draw something `height` high next to the first pieces; they stay together as far down as it reaches."""
    if not pieces:
        return [Piece(height, [draw])]
    pieces[0].draws.insert(0, draw)
    covered = 0.0
    for index, piece in enumerate(pieces):
        covered += piece.height + (piece.before if index else 0.0)
        if covered >= height:
            break
        if index < len(pieces) - 1:
            piece.with_next = True
        else:
            piece.height += height - covered
    return pieces


def stacked(pieces: Sequence[Piece]) -> Draw:
    """Draw the pieces one below the other as a whole."""

    def draw(pen: Pen, top: float) -> None:
        for index, piece in enumerate(pieces):
            top -= piece.before if index else 0.0
            piece.draw(pen, top)
            top -= piece.height

    return draw


def paginate(pieces: Sequence[Piece], height: float) -> list[Page]:
    """Pages of this height; never an empty one. A piece higher than a page stands alone on one."""
    pages: list[Page] = []
    page: Page = []
    used = 0.0
    start = 0
    while start < len(pieces):
        end = start + 1
        while end < len(pieces) and pieces[end - 1].with_next:
            end += 1
        chain = pieces[start:end]
        if page and _breaks_before(chain, height, used):
            pages.append(page)
            page, used = [], 0.0
        for piece in chain:
            if page and used + piece.before + piece.height > height:
                pages.append(page)
                page, used = [], 0.0
            used = _place(piece, page, used)
        start = end
    if page:
        pages.append(page)
    return pages


def _breaks_before(chain: Sequence[Piece], height: float, used: float) -> bool:
    left = height - used
    if chain[0].room > left:
        return True
    needed = total(chain, first=False)
    # what is too long for any page may as well begin here, unless little is left
    return needed > left and (needed <= height or left < height / 4)


def _place(piece: Piece, page: Page, used: float) -> float:
    """Put the piece on the page; gives how much of it is used then."""
    if page:
        used += piece.before
    elif piece.head is not None:
        page.append(Placed(piece.head, 0.0))
        used = piece.head.height
    page.append(Placed(piece, used))
    return used + piece.height
