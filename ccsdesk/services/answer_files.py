"""Opening an answers file in the window: what fits this catalogue is kept, what does not is told. Never strict.

The command line reads the same files strictly.
"""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import AnswerError
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.old_answers import LeftOut, What, read_old_answers
from ccsdesk.services.telling import legible
from ccsdesk.text import Words

MOST_NAMED = 5
LONGEST_NAME = 80
LARGEST = 1_000_000
"""Bytes: more than the longest notes on every programme need, and read within seconds whatever they say."""
NEVER_OURS = frozenset({"not-utf8", "control-character", "empty-file", "too-large"})
"""What the reader says of files that somebody took for answers: how to mend their bytes helps nobody here."""


@dataclass(frozen=True, slots=True)
class OpenedAnswers:
    """What a file gave: the answers that fit, and what was left out."""

    answers: AnswerSet
    left_out: tuple[LeftOut, ...]
    catalogue: Catalogue

    def told(self, words: Words, file: str) -> str:
        """What was opened, and all that was left out, in sentences."""
        opened = words.count(
            "{n} answer from {file} is here.",
            "{n} answers from {file} are here.",
            len(self.answers.answers),
            file=legible(file),
        )
        left = (
            self._answers_told(words, self._names(What.ANSWER, words)),
            self._stage_told(words),
            self._programmes_told(words, self._names(What.PROGRAMME, words)),
            self._rest_told(words, self._names(What.OTHER, words)),
        )
        return " ".join(sentence for sentence in (opened, *left) if sentence)

    def _names(self, what: What, words: Words) -> list[str]:
        """What was left out of one kind, as a person knows it where the catalogue does."""
        questions = self.catalogue.dictionary.questions
        programmes = self.catalogue.programmes
        names = []
        for name in dict.fromkeys(item.name for item in self.left_out if item.what is what):
            if what is What.ANSWER and name in questions:
                known = words.pick(questions[name].label)
            elif what is What.PROGRAMME and name in programmes:
                known = words.pick(programmes[name].name)
            else:
                known = ""
            names.append(known or legible(name[:LONGEST_NAME]))
        return names

    def _answers_told(self, words: Words, names: Sequence[str]) -> str:
        if not names:
            return ""
        return words.count(
            "{n} answer does not fit this catalogue and was left out: {names}.",
            "{n} answers do not fit this catalogue and were left out: {names}.",
            len(names),
            names=_listed(words, names),
        )

    def _stage_told(self, words: Words) -> str:
        stages = [item.name for item in self.left_out if item.what is What.STAGE]
        if not stages:
            return ""
        return words.say(
            "The catalogue has no stage “{stage}”, so the stage follows from your answers.",
            stage=legible(stages[0][:LONGEST_NAME]),
        )

    def _programmes_told(self, words: Words, names: Sequence[str]) -> str:
        if not names:
            return ""
        return words.count(
            "{n} entry of the plan does not fit this catalogue and was left out: {names}.",
            "{n} entries of the plan do not fit this catalogue and were left out: {names}.",
            len(names),
            names=_listed(words, names),
        )

    def _rest_told(self, words: Words, names: Sequence[str]) -> str:
        if not names:
            return ""
        return words.count(
            "{n} other part of the file was not understood: {names}.",
            "{n} other parts of the file were not understood: {names}.",
            len(names),
            names=_listed(words, names),
        )


def open_answers(path: Path, catalogue: Catalogue, day: date) -> OpenedAnswers:
    """The answers of a file, as far as they fit.

    Raises:
        AnswerError: it cannot be read, is no answers file, or nothing in it fits.
    """
    _must_be_a_file(path)
    try:
        answers, left_out = read_old_answers(path, catalogue, day=day)
    except AnswerError as error:
        if error.code in NEVER_OURS:
            raise _no_answers_file(path, error.code) from error
        raise
    refused = sum(item.what is What.ANSWER for item in left_out)
    if refused and not answers.answers:
        raise AnswerError(
            "No answer in {name} fits this catalogue.",
            advice="Open a file that was saved with this catalogue, or begin a new visit.",
            code="other-catalogue",
            name=legible(path.name),
        )
    return OpenedAnswers(answers, left_out, catalogue)


def _must_be_a_file(path: Path) -> None:
    """A pipe or a device would keep the job, and with it the rules, waiting for ever; a huge file for a minute."""
    with contextlib.suppress(OSError, ValueError):
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise _no_answers_file(path, "unreadable")
        if stat.S_ISREG(found.st_mode) and found.st_size > LARGEST:
            raise _no_answers_file(path, "too-large")


def _no_answers_file(path: Path, code: str) -> AnswerError:
    return AnswerError(
        "{name} is not a file with answers.",
        advice="Open a file that was saved with “Save my answers”.",
        code=code,
        name=legible(path.name),
    )


def _listed(words: Words, names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return words.listing(names)
    rest = len(names) - MOST_NAMED
    others = words.count("{n} more", "{n} more", rest)
    return words.listing([*names[:MOST_NAMED], others])
