"""One call of the command line: its options, and what they stand for. Prints nothing.

Loads what reads catalogues and answers when it is asked for them: the window begins without.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ccsdesk.domain.errors import AnswerError, UsageError

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from ccsdesk.domain.answers import AnswerSet
    from ccsdesk.domain.clock import Clock
    from ccsdesk.rules.catalogue.catalogue import Catalogue
    from ccsdesk.text import Words

ENGLISH = "en"
PIPED = "-"


class Session:
    """What a command was asked for; catalogue, words and answers are read when they are asked for."""

    def __init__(self, options: argparse.Namespace, clock: Clock, *, day: date | None) -> None:
        self.options = options
        self._clock = clock
        self._day = day

    @property
    def day(self) -> date:
        """The day asked for, or the computer's."""
        return self._day or self._clock.today()

    @property
    def language(self) -> str | None:
        """The language asked for."""
        language: str | None = self.options.lang
        return language

    @property
    def catalogue_directory(self) -> Path | None:
        """The catalogue folder asked for; None is the shipped one."""
        directory: Path | None = self.options.catalogue
        return directory

    @property
    def folder(self) -> Path | None:
        """The folder that `check` and `test` look at: named after the command, or as for any other."""
        directory: Path | None = self.options.directory
        return directory or self.catalogue_directory

    def catalogue(self) -> Catalogue:
        """The catalogue asked for, or the shipped one.

        Raises:
            CatalogueError: it cannot be used.
        """
        from ccsdesk.services import catalogue_care

        return catalogue_care.open_catalogue(self.catalogue_directory)

    def words(self, catalogue: Catalogue) -> Words:
        """The language asked for, or the catalogue's first.

        Raises:
            UsageError: the catalogue does not speak it.
        """
        from ccsdesk.text import Words

        first = catalogue.languages[0]
        return Words(self._spoken_by(catalogue) or first, first=first)

    def words_of_author(self, catalogue: Catalogue | None) -> Words:
        """The language asked for, or English: for those who keep a catalogue, which may be too broken to say its own.

        Raises:
            UsageError: the catalogue does not speak it.
        """
        from ccsdesk.text import Words

        if catalogue is None:
            return Words(self.language or ENGLISH)
        return Words(self._spoken_by(catalogue) or ENGLISH)

    def _spoken_by(self, catalogue: Catalogue) -> str | None:
        language = self.language
        if language is not None and language not in catalogue.languages:
            raise UsageError(
                "The catalogue has no language “{language}”.",
                advice="It has: {languages}.",
                language=language,
                languages=", ".join(catalogue.languages),
            )
        return language

    def answers(self, catalogue: Catalogue) -> AnswerSet:
        """The answers file named on the command line; "-" is standard input.

        Raises:
            AnswerError: it cannot be used.
        """
        name: str = self.options.answers
        if name != PIPED:
            return self.read(Path(name), catalogue)
        try:
            if sys.stdin is None:
                raise _nothing_piped("closed")
            from ccsdesk.rules.catalogue.answers_file import read_answers

            return read_answers(PIPED, catalogue, day=self.day)
        except OSError as error:
            raise _nothing_piped(error.strerror or type(error).__name__) from error

    def read(self, path: Path, catalogue: Catalogue) -> AnswerSet:
        """Any answers file; raises as `answers` does."""
        from ccsdesk.rules.catalogue.answers_file import read_answers

        return read_answers(path, catalogue, day=self.day)


def _nothing_piped(why: str) -> AnswerError:
    return AnswerError(
        "Standard input cannot be read ({why}).",
        advice="Pipe the answers in, or name their file.",
        code="unreadable",
        file=PIPED,
        why=why,
    )
