"""From a plan's content to the bytes of its PDF: compose, set, divide into pages, draw. Reads no file but the fonts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ccsdesk.report.blocks import Document, Run
from ccsdesk.report.compose import compose
from ccsdesk.report.content import PlanContent
from ccsdesk.report.fonts import Fonts
from ccsdesk.report.layout import Layout
from ccsdesk.report.lines import Breaker, Line
from ccsdesk.report.pen import Pen
from ccsdesk.report.pieces import Page, paginate
from ccsdesk.report.style import FOOTER, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP, WIDTH
from ccsdesk.report.tags import Tag

HEADER_BASELINE = PAGE_HEIGHT - 38.0
FOOTER_BASELINE = 32.0


def render_plan(
    content: PlanContent, *, fonts: Path | None = None, go_on: Callable[[], None] = lambda: None
) -> bytes:
    """The plan as PDF; the same content gives the same bytes. Raises ExportError when a font is missing.

    `go_on` is called on the way; what it raises ends the work.
    """
    return render_document(compose(content), content.day, fonts=fonts, go_on=go_on)


def render_document(
    document: Document,
    day: date,
    *,
    fonts: Path | None = None,
    go_on: Callable[[], None] = lambda: None,
) -> bytes:
    """Any document as PDF, made on a day; raises as `render_plan` does."""
    from ccsdesk.paths import resources

    loaded = Fonts(fonts or resources() / "fonts")
    pen = Pen(
        loaded,
        title=document.title,
        subject=document.subject,
        author=document.author,
        language=document.language,
        day=day,
    )
    layout = Layout(loaded)
    pages = [
        *_front(layout, document, pen.root),
        *paginate(layout.document(document.blocks, pen.root), HEIGHT),
    ]
    pen.bookmark(document.title, 0, PAGE_HEIGHT)
    for number, page in enumerate(pages, 1):
        go_on()
        _draw(pen, document, page, number=number, pages=len(pages))
    go_on()
    return pen.finish()


def _front(layout: Layout, document: Document, root: Tag) -> list[Page]:
    """The richest version of the first page that fits; the leanest if none does."""
    if not document.fronts:
        return []
    pages: list[Page] = []
    tag = Tag("Sect")
    for blocks in document.fronts:
        tag = Tag("Sect")
        pages = paginate(layout.document(blocks, tag), HEIGHT)
        if len(pages) == 1:
            break
    root.kids.append(tag)
    return pages


def _draw(pen: Pen, document: Document, page: Page, *, number: int, pages: int) -> None:
    said = document.page_of.format(page=number, pages=pages)
    place = Breaker(pen.fonts, FOOTER, WIDTH).lines((Run(said),))[0]
    pen.text((PAGE_WIDTH - RIGHT - place.width, FOOTER_BASELINE), place, FOOTER, None)
    pen.text((LEFT, FOOTER_BASELINE), _one_line(pen, "CCS Desk", WIDTH), FOOTER, None)
    if number > 1:
        pen.text((LEFT, HEADER_BASELINE), _one_line(pen, document.header, WIDTH), FOOTER, None)
        pen.rule((LEFT, HEADER_BASELINE - 7), (LEFT + WIDTH, HEADER_BASELINE - 7))
    for placed in page:
        placed.piece.draw(pen, PAGE_HEIGHT - TOP - placed.down, begins_page=placed.down == 0)
    pen.next_page()


def _one_line(pen: Pen, text: str, width: float) -> Line:
    """As much of a running head as fits one line; the first page has it in full."""
    breaker = Breaker(pen.fonts, FOOTER, width)
    lines = breaker.lines((Run(text),))
    return (
        lines[0]
        if len(lines) == 1
        else Breaker(pen.fonts, FOOTER, width).lines((Run(f"{lines[0].text[:-2]}…"),))[0]
    )
