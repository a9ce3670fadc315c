"""The fixed part of a questionnaire: the order of its questions, and which questions decide which.

Made once for a catalogue; holds no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ccsdesk.domain.draft import Mode
from ccsdesk.domain.question import Question, Section
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.questions import questions_of


@dataclass(frozen=True, slots=True)
class Script:
    """Sections and questions in questionnaire order.

    `decided_by` holds, for a question that is asked on a condition, the questions it looks at.
    """

    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    order: tuple[str, ...]
    decided_by: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Script:
        """The script of a catalogue."""
        dictionary = catalogue.dictionary
        return cls(
            sections=catalogue.sections,
            questions=dictionary.questions,
            order=tuple(name for section in catalogue.sections for name in section.questions),
            decided_by={
                name: questions_of(test, dictionary)
                for name, test in catalogue.asked_when.items()
                if test is not None
            },
        )

    def asks(self, question: str, mode: Mode) -> bool:
        """Whether the question belongs to this mode."""
        return mode is Mode.FULL or self.questions[question].quick
