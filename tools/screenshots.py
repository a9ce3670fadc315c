"""The pictures of the documents: a few pages, and an example's plan. Run by hand: `python -m tools.screenshots`.

Opens the window and the plan as a person would see them and writes PNGs to `docs/images`. The day is that of the
catalogue's version, so that a run on another day gives the same pictures. Needs no display.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from ccsdesk import paths
from ccsdesk.domain.draft import Mode
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import Planning, read_answers_of
from ccsdesk.services.results import Results
from ccsdesk.ui import theme
from ccsdesk.ui.start import make_application
from tools.contact_sheets import picture
from tools.tour import front_of, make_window

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
EXAMPLE = "photographer.yaml"
QUESTION = "ambition"
PAGE_WIDTH = 900
SMALL_WIDTH = 380
COLUMNS = 4
COLOURS = 256
NEIGHBOURS = 0xF0F0F0
"""The bits by which colours are taken for different."""
GAP = 12
MOST = 1_500_000
"""Bytes of all pictures together: they come along with every checkout."""


def main() -> int:
    """Make all pictures; 1 when they have become too large."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    IMAGES.mkdir(parents=True, exist_ok=True)
    theme.apply(make_application(), theme.Look("light", motion=False))
    catalogue = open_catalogue()
    day = date.fromisoformat(catalogue.version)
    for language in catalogue.languages:
        _window(catalogue, language, day)
        _plan(catalogue, language, day)
    size = sum(path.stat().st_size for path in IMAGES.glob("*.png"))
    print(f"{IMAGES.relative_to(ROOT)}: {size / 1000:.0f} kB of at most {MOST / 1000:.0f} kB")
    return 0 if size <= MOST else 1


def _window(catalogue: Catalogue, language: str, day: date) -> None:
    """The window as it opens, with a question, with the results, and with the plan of an example."""
    window = make_window(catalogue, day, language)
    front = front_of(window)
    _save(picture(front), f"window-{language}")
    visit = front.visit
    visit.start(Mode.FULL, read_answers_of(_example(), catalogue, day))
    visit.open(QUESTION)
    _save(picture(front), f"window-question-{language}")
    visit.review()
    for page, name in (("results", "results"), ("take_away", "plan")):
        front.step(page)
        _save(picture(front), f"window-{name}-{language}")
    window.jobs.stop()
    window.close()


def _plan(catalogue: Catalogue, language: str, day: date) -> None:
    """The first page of an example's plan, and all pages on one sheet."""
    answers = read_answers_of(_example(), catalogue, day)
    content = Planning(Results(catalogue, day)).document(answers, language)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    _save(_page(document, 0, PAGE_WIDTH), f"plan-{language}-first")
    small = [_page(document, number, SMALL_WIDTH) for number in range(document.pageCount())]
    _save(_sheet(small), f"plan-{language}-all")
    document.close()


def _page(document: QPdfDocument, number: int, width: int) -> QImage:
    """One page on white."""
    size = document.pagePointSize(number)
    height = round(width * size.height() / size.width())
    # twice as large, then made smaller: finer letters
    drawn = document.render(number, QSize(2 * width, 2 * height))
    page = QImage(drawn.size(), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    return page.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _sheet(pages: list[QImage]) -> QImage:
    """Pages side by side, COLUMNS to a row."""
    width, height = pages[0].width() + GAP, max(page.height() for page in pages) + GAP
    rows = -(-len(pages) // COLUMNS)
    sheet = QImage(COLUMNS * width + GAP, rows * height + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#dedbd5"))
    painter = QPainter(sheet)
    for number, page in enumerate(pages):
        row, column = divmod(number, COLUMNS)
        painter.drawImage(GAP + column * width, GAP + row * height, page)
    painter.end()
    return sheet


def _save(image: QImage, name: str) -> None:
    """As a PNG of 256 colours, which is a quarter of the size and looks the same."""
    full = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(full.constBits()).cast("B").cast("I")
    # the most frequent colour of each neighbourhood: shades of grey alone would fill the table
    likely: dict[int, int] = {}
    for colour, _ in Counter(pixels).most_common():
        likely.setdefault(colour & NEIGHBOURS, colour)
    table = list(likely.values())[:COLOURS]
    few = full.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )
    path = IMAGES / f"{name}.png"
    if not few.save(str(path), None, 0):
        message = f"{path} could not be written."
        raise OSError(message)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


def _example() -> Path:
    return paths.examples() / EXAMPLE


if __name__ == "__main__":
    sys.exit(main())
