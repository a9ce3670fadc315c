"""Every page of the window on a few sheets: both languages, three themes, two sizes of text. Run by hand.

`python -m tools.contact_sheets` writes one PNG for each language, theme and size to `build/contact-sheets`; `--pages`
writes every page as a picture of its own beside them. Needs no display. The day is that of the catalogue's version.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfPageRenderer
from PySide6.QtWidgets import QApplication

from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.ui import theme
from ccsdesk.ui.front import Front
from ccsdesk.ui.start import make_application
from tools.tour import HEIGHT, WIDTH, front_of, make_window, settle, tour

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "contact-sheets"
THEMES: tuple[theme.Theme, ...] = ("light", "dark", "contrast")
SIZES = (100, 200)
COLUMNS = 4
SMALL = 640
GAP = 16
CAPTION = 26
LONGEST = 1000
"""Milliseconds that the pages of a PDF may take to be drawn."""
GROUND, INK = QColor("#8a8f98"), QColor("#000000")


def main(arguments: list[str]) -> int:
    """Draw the sheets asked for."""
    wanted = _wanted(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    catalogue = open_catalogue()
    day = date.fromisoformat(catalogue.version)
    folder: Path = wanted.folder
    folder.mkdir(parents=True, exist_ok=True)
    for language in wanted.language or catalogue.languages:
        window = make_window(catalogue, day, language)
        front = front_of(window)
        for name, percent in product(wanted.theme or THEMES, wanted.size or SIZES):
            theme.apply(application, theme.Look(name, percent, motion=False))
            front.looks.changed.emit()
            title = f"{language}-{name}-{percent}"
            pages = {page: picture(front) for page in tour(front)}
            _save(sheet(pages, wanted.columns), folder / f"{title}.png")
            for page, image in pages.items() if wanted.pages else ():
                _save(image, folder / f"{title}-{page}.png")
        window.jobs.stop()
        window.close()
    return 0


def _wanted(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Every page of the window on a few sheets.")
    parser.add_argument("--language", action="append", help="only this one; may be given again")
    parser.add_argument("--theme", action="append", choices=THEMES, help="only this one")
    parser.add_argument("--size", action="append", type=int, choices=theme.PERCENTS)
    parser.add_argument("--columns", type=int, default=COLUMNS, help="pages beside each other")
    parser.add_argument(
        "--pages", action="store_true", help="every page as a picture of its own too"
    )
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the pictures go")
    return parser.parse_args(arguments)


def picture(front: Front) -> QImage:
    """The window as it is; pages of a PDF in it are waited for."""
    window = front.shell.window()
    settle(front)
    for renderer in window.findChildren(QPdfPageRenderer):
        drawn = QEventLoop()
        renderer.pageRendered.connect(drawn.quit)
        # pages that are there already are not drawn again
        QTimer.singleShot(LONGEST, drawn.quit)
        window.grab()
        drawn.exec()
    QApplication.processEvents()
    return window.grab().toImage()


def sheet(pages: dict[str, QImage], columns: int = COLUMNS) -> QImage:
    """Pages side by side, each with its name above."""
    high = SMALL * HEIGHT // WIDTH
    rows = -(-len(pages) // columns)
    step_x, step_y = SMALL + GAP, high + CAPTION + GAP
    made = QImage(columns * step_x + GAP, rows * step_y + GAP, QImage.Format.Format_RGB32)
    made.fill(GROUND)
    painter = QPainter(made)
    painter.setPen(INK)
    for number, (name, image) in enumerate(pages.items()):
        row, column = divmod(number, columns)
        corner = QPoint(GAP + column * step_x, GAP + row * step_y)
        painter.drawText(corner + QPoint(2, CAPTION - 8), name)
        place = QRect(corner + QPoint(0, CAPTION), image.size().scaled(SMALL, high, _WHOLE))
        painter.drawImage(place, image.scaled(place.size(), _WHOLE, _SMOOTH))
    painter.end()
    return made


_WHOLE = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        message = f"{path} could not be written."
        raise OSError(message)
    print(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
