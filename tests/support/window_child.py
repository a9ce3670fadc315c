"""A program to be killed: opens the window, answers so many questions of an example firm, and waits for its end.

Run as `python -m tests.support.window_child FOLDER ANSWERS`; says "answered" when it is there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from ccsdesk import paths
from ccsdesk.services import catalogue_care
from ccsdesk.services.planning import read_answers_of
from tests.support.window import DAY, Setting, open_window


def main(folder: Path, answers: int) -> None:
    """Answer, say so, and wait."""
    application = QApplication([])
    catalogue = catalogue_care.open_catalogue()
    given = read_answers_of(paths.examples() / "photographer.yaml", catalogue, DAY).answers
    visitor = open_window(catalogue, Setting(language="sl", folder=folder))
    visitor.begin()
    for _ in range(answers):
        visitor.answer(visitor.question, given[visitor.question])
        visitor.press_onward()
    sys.stdout.write("answered\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
