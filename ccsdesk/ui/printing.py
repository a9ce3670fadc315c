"""Printing a PDF as it is: its own pages, drawn by QtPdf, page after page, on the thread of a job.

Which printer and how many copies a person says in the dialog of the computer, which is opened and never waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ccsdesk.domain.errors import ExportError
from ccsdesk.text import Words

POINTS = 72
"""Points in an inch: the measure of a PDF."""
BAND = 256
"""Lines of a page that are drawn at once."""
SHARPEST = 300
"""Dots per inch; more is not seen on paper and takes hundreds of megabytes a page."""


class Printers(Protocol):
    """Asks a person for a printer; calls back with it, or not at all."""

    def are_there(self) -> bool:
        """Whether this computer has any."""

    def ask(self, words: Words, pages: int, then: Callable[[QPrinter], None]) -> None:
        """Ask which printer, which pages, how many copies."""


class QtPrinters:
    """The real ones; the dialog stands in front of a window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def are_there(self) -> bool:
        """Whether this computer has any."""
        return bool(QPrinterInfo.availablePrinterNames())

    def ask(self, words: Words, pages: int, then: Callable[[QPrinter], None]) -> None:
        """Ask which printer, which pages, how many copies."""
        printer = on_a4(QPrinter(QPrinter.PrinterMode.HighResolution))
        dialog = QPrintDialog(printer, self._parent.window())
        dialog.setWindowTitle(words.say("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                then(printer)
            dialog.deleteLater()

        dialog.finished.connect(finished)
        # the plain one of every dialog: that of QPrintDialog wants a slot
        QDialog.open(dialog)


def on_a4(printer: QPrinter) -> QPrinter:
    """The printer, set to print A4 upright from edge to edge: the pages have margins of their own."""
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
    )
    printer.setFullPage(True)
    printer.setPageLayout(layout)
    return printer


def print_pages(
    document: bytes, printer: QPrinter, name: str, progressed: Callable[[int, int], None]
) -> None:
    """Print the pages a person chose; meant for a job. `progressed` is told the page and how many there are.

    Raises:
        ExportError: the printer did not take them.
    """
    buffer, pdf, painter = QBuffer(), QPdfDocument(), QPainter()
    buffer.setData(QByteArray(document))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf.load(buffer)
    printer.setDocName(name)
    try:
        if pdf.pageCount() == 0 or not painter.begin(printer):
            raise _not_taken()
        # 0 is what a dialog leaves where all pages are wanted
        first = max(1, printer.fromPage())
        last = min(pdf.pageCount(), printer.toPage() or pdf.pageCount())
        for page in range(first, last + 1):
            progressed(page - first + 1, last - first + 1)
            if page > first and not printer.newPage():
                raise _not_taken()
            _draw(pdf, page - 1, printer, painter)
        if not painter.end():
            raise _not_taken()
    finally:
        if painter.isActive():
            painter.end()
        pdf.close()


def _draw(pdf: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    """In bands, so that no call takes long: Qt for Python 6.12 keeps the interpreter to itself while it draws.

    Each dot drawn becomes a whole number of dots of the printer, so that no seam is seen between bands.
    """
    points = pdf.pagePointSize(page)
    share = _share(points, printer)
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    left = round((paper.width() - points.width() * share) / 2)
    top = round((paper.height() - points.height() * share) / 2)
    scale = ceil(printer.resolution() / SHARPEST)
    width, height = (round(side * share / scale) for side in (points.width(), points.height()))
    for start in range(0, height, BAND):
        lines = min(BAND, height - start)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(QSize(width, height))
        # Qt 6.12 takes the last line for the height, and would draw each band a little too small
        options.setScaledClipRect(QRect(0, start, width + 1, lines + 1))
        image = _on_white(pdf.render(page, QSize(width, lines), options))
        place = QRectF(left, top + start * scale, width * scale, lines * scale)
        painter.drawImage(place, image)


def _share(points: QSizeF, printer: QPrinter) -> float:
    """Dots of the printer for a point: as it is where it fits, else as large as the paper allows."""
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    fitting = min(paper.width() / points.width(), paper.height() / points.height())
    natural = printer.resolution() / POINTS
    # a paper's size is rounded to whole dots
    return natural if fitting > natural * 0.99 else fitting


def _on_white(drawn: QImage) -> QImage:
    """Without what shines through: printers make a mask of it, with letters like bricks."""
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image


def _not_taken() -> ExportError:
    return ExportError(
        "Nothing was printed: the printer did not take it.",
        advice="Look whether it is on and has paper, or save a file instead.",
    )
