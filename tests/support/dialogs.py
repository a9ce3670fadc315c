"""File dialogs without a dialog: a person who chose at once, or turned away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ccsdesk.text import Words
from ccsdesk.ui.dialogs import Saving


class Chosen:
    """Answers at once with `answers` or `target`; None turns away. A folder takes the name proposed.

    `asked` has what was asked, in order: ("answers", language), or ("target", name with its ending).
    """

    def __init__(self, *, answers: Path | None = None, target: Path | None = None) -> None:
        self.answers = answers
        self.target = target
        self.asked: list[tuple[str, str]] = []
        self.titles: list[str] = []
        self.forgotten = 0

    def ask_for_answers(self, words: Words, then: Callable[[Path], None]) -> None:
        """As the port says."""
        self.asked.append(("answers", words.language))
        if self.answers is not None:
            then(self.answers)

    def ask_where_to_save(self, words: Words, saving: Saving, then: Callable[[Path], None]) -> None:
        """As the port says."""
        name = f"{saving.name}.{saving.ending}"
        self.asked.append(("target", name))
        self.titles.append(saving.title)
        if self.target is not None:
            then(self.target / name if self.target.is_dir() else self.target)

    def forget(self) -> None:
        """As the port says."""
        self.forgotten += 1
