"""The one drawing layer: text, lines and shapes on pages, everything either tagged or marked as decoration.

Coordinates are points from the lower left corner. Decides no position and no wording.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from ccsdesk.report.fonts import NO_BREAK, Fonts
from ccsdesk.report.lines import Fragment, Line
from ccsdesk.report.style import (
    ACCENT,
    HAIRLINE,
    LINE,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Colour,
    Style,
)
from ccsdesk.report.tags import Annotated, Content, Marked, Tag, write_structure

if TYPE_CHECKING:
    from ccsdesk.report.canvas import TaggedCanvas

_LEVELS = 2


class Pen:
    """Draws one document from its first page to its last."""

    def __init__(
        self, fonts: Fonts, *, title: str, subject: str, author: str, language: str, day: date
    ) -> None:
        from ccsdesk.report.canvas import TaggedCanvas

        self.fonts = fonts
        self.root = Tag("Document")
        self._buffer = io.BytesIO()
        self._canvas: TaggedCanvas = TaggedCanvas(
            self._buffer, (PAGE_WIDTH, PAGE_HEIGHT), language, day
        )
        self._canvas.describe(title, subject, author)
        self._page = 0
        self._pages: dict[int, list[Tag]] = {}
        self._links: dict[tuple[int, int], Tag] = {}
        self._annotations: list[Annotated] = []
        self._depth = 0
        self._bookmarks = 0

    # text

    def text(
        self,
        at: tuple[float, float],
        line: Line,
        style: Style,
        tag: Tag | None,
        *,
        last: bool = True,
    ) -> None:
        """One line. Without a tag it is decoration; `last=False` leaves a space for whoever joins the lines."""
        x, baseline = at
        for index, fragment in enumerate(line.fragments):
            owner = self._owner(tag, fragment)
            colour = MUTED if fragment.muted else ACCENT if fragment.url else style.colour
            end = "" if last or index < len(line.fragments) - 1 else " "
            with self._marked(owner):
                self._canvas.show(
                    (x, baseline),
                    fragment.text.replace(NO_BREAK, " ") + end,
                    font=self.fonts.name(fragment.face),
                    size=style.size,
                    colour=colour,
                )
            if fragment.url and owner is not None:
                self._activate(owner, fragment, (x, baseline - style.size * 0.25), style.size * 1.1)
            x += fragment.width

    def _owner(self, tag: Tag | None, fragment: Fragment) -> Tag | None:
        if tag is None or not fragment.url:
            return tag
        key = (id(tag), fragment.run)
        if key not in self._links:
            self._links[key] = tag.add("Link")
        return self._links[key]

    def _activate(
        self, owner: Tag, fragment: Fragment, corner: tuple[float, float], height: float
    ) -> None:
        x, y = corner
        address = quote(fragment.url or "", safe=":/?#[]@!$&'()*+,;=%~")
        annotation = self._canvas.link(address, (x, y, x + fragment.width, y + height))
        made = Annotated(self._page, annotation, len(self._annotations))
        self._annotations.append(made)
        owner.kids.append(made)

    # marked content

    @contextmanager
    def _marked(self, tag: Tag | None) -> Iterator[None]:
        """Content of `tag`, or decoration; inside a picture nothing more is marked."""
        if self._depth:
            yield
            return
        self._depth += 1
        if tag is None:
            self._canvas.raw("/Artifact BMC")
        else:
            tags = self._pages.setdefault(self._page, [])
            tag.kids.append(Content(self._page, len(tags)))
            self._canvas.raw(f"/{tag.kind} <</MCID {len(tags)}>> BDC")
            tags.append(tag)
        yield
        self._canvas.raw("EMC")
        self._depth -= 1

    @contextmanager
    def picture(self, tag: Tag, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Everything drawn inside is the one picture `tag`; `box` is its left, bottom, right and top."""
        tag.box = box
        with self._marked(tag):
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Everything drawn inside is passed over by a screen reader."""
        with self._marked(None):
            yield

    # shapes

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = HAIRLINE,
        colour: Colour = LINE,
    ) -> None:
        """A straight line."""
        self.shape([start, end], stroke=colour, width=width, closed=False)

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        dashed: bool = False,
        width: float = HAIRLINE,
    ) -> None:
        """A rectangle from its lower left corner."""
        (x, y), (wide, high) = corner, size
        points = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
        self.shape(points, fill=fill, stroke=stroke, dashed=dashed, width=width)

    def shape(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = HAIRLINE,
        dashed: bool = False,
        closed: bool = True,
    ) -> None:
        """A line or area through points."""
        with self._marked(None):
            self._canvas.polygon(
                points, fill=fill, stroke=stroke, width=width, dashed=dashed, closed=closed
            )

    def circle(
        self,
        centre: tuple[float, float],
        radius: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = HAIRLINE,
    ) -> None:
        """A circle."""
        with self._marked(None):
            self._canvas.disc(centre, radius, fill=fill, stroke=stroke, width=width)

    # pages

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to this height of the page; level 0 or 1."""
        self._bookmarks += 1
        self._canvas.bookmark(f"b{self._bookmarks}", title, min(level, _LEVELS - 1), top)

    def next_page(self) -> None:
        """Close the page."""
        self._canvas.close_page(self._page)
        self._page += 1

    def finish(self) -> bytes:
        """The file. No page may be open."""
        first_key = self._page
        for link in self._annotations:
            link.annotation["StructParent"] = first_key + link.key
        references = dict(enumerate(self._canvas.page_references))
        marked = Marked(self._pages, references, first_key + len(self._annotations), first_key)
        write_structure(self._canvas.file, self.root, marked)
        self._canvas.save()
        return self._buffer.getvalue()
