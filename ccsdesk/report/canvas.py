"""ReportLab's canvas with marked content, tagged pages and links: the only module that reaches into the library.

ReportLab 5.1 writes no structure by itself; a page's extra entries go in through `_setAnnotations`, the last call
before a page is closed. Pinned to 5.1 for that reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import IO, Protocol, cast

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from ccsdesk import __version__
from ccsdesk.report.style import Colour

DASH = (2.5, 2.0)
PRINTED = 4
"""The annotation flag that lets it be printed."""


class Catalogue(Protocol):
    """The root of the file, as far as it is written to."""

    StructTreeRoot: PDFDictionary
    MarkInfo: PDFDictionary


class Stamp(Protocol):
    """When the file says it was made."""

    YMDhms: tuple[int, int, int, int, int, int]


class File(Protocol):
    """The file being made, as far as it is used here; the library's own class is not typed."""

    Catalog: Catalogue
    _timeStamp: Stamp  # noqa: N815 - ReportLab's name

    def Reference(self, target: object) -> PDFObjectReference:  # noqa: N802 - ReportLab's name
        """Make the object one of its own in the file, and refer to it."""

    def thisPageRef(self) -> PDFObjectReference:  # noqa: N802 - ReportLab's name
        """Refer to the page that is open."""


class TaggedCanvas(Canvas):
    """Pages whose content stream the caller marks itself. Byte-identical for the same calls and day."""

    _doc: PDFDocument
    _code: list[str]
    _annotationrefs: list[PDFObjectReference]

    def __init__(
        self, buffer: IO[bytes], size: tuple[float, float], language: str, day: date
    ) -> None:
        super().__init__(
            buffer,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            lang=language,
            pdfVersion=(1, 7),
            initialLeading=12,
        )
        self.page_references: list[PDFObjectReference] = []
        self._key = 0
        # an invariant file would say it was made in the year 2000
        self.file._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)  # noqa: SLF001

    @property
    def file(self) -> File:
        """The file being made."""
        return cast("File", self._doc)

    def describe(self, title: str, subject: str, author: str) -> None:
        """Set what a file manager shows."""
        self.setTitle(title)
        self.setSubject(subject)
        self.setAuthor(author)
        self.setCreator(f"CCS Desk {__version__}")
        self.setViewerPreference("DisplayDocTitle", "true")

    def raw(self, operator: str) -> None:
        """Put an operator into the page as it stands."""
        self._code.append(operator)

    def show(
        self, at: tuple[float, float], text: str, *, font: str, size: float, colour: Colour
    ) -> None:
        """Text from its baseline's left end."""
        drawn = self.beginText(*at)
        drawn.setFont(font, size)
        drawn.setFillColorRGB(*colour)
        drawn.textOut(text)
        self.drawText(drawn)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Colour | None,
        stroke: Colour | None,
        width: float,
        dashed: bool,
        closed: bool,
    ) -> None:
        """A line through points, closed and filled as asked."""
        path = self.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if closed:
            path.close()
        self._colours(fill, stroke, width, dashed=dashed)
        self.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))

    def disc(
        self,
        centre: tuple[float, float],
        radius: float,
        *,
        fill: Colour | None,
        stroke: Colour | None,
        width: float,
    ) -> None:
        """A circle."""
        self._colours(fill, stroke, width, dashed=False)
        self.circle(*centre, radius, stroke=int(stroke is not None), fill=int(fill is not None))

    def _colours(
        self, fill: Colour | None, stroke: Colour | None, width: float, *, dashed: bool
    ) -> None:
        if fill is not None:
            self.setFillColorRGB(*fill)
        if stroke is not None:
            self.setStrokeColorRGB(*stroke)
            self.setLineWidth(width)
            self.setDash(*((list(DASH), 0) if dashed else ([], 0)))

    def link(self, address: str, box: tuple[float, float, float, float]) -> PDFDictionary:
        """An active area that leads to an address; gives the annotation."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(edge, 2) for edge in box]),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(address),
                "F": PRINTED,
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)}),
            }
        )
        self._annotationrefs.append(self.file.Reference(annotation))
        return annotation

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """An entry of the outline."""
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level=level, closed=0)

    def close_page(self, number: int) -> None:
        """End the page; `number` (from 0) is its key in the parent tree."""
        self._key = number
        self.page_references.append(self.file.thisPageRef())
        self.showPage()

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 - ReportLab's name
        super()._setAnnotations(page)  # type: ignore[misc]
        extra = {"StructParents": self._key, "Tabs": PDFName("S")}
        page.__Defaults__ = {**page.__Defaults__, **extra}


# comments in the file would name the library's internals; base 85 would make it a quarter larger
rl_config.pdfComments = 0
rl_config.useA85 = 0
