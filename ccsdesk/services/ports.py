"""What the use cases need from the rooms below, as protocols; everything comes through constructors.

`ccsdesk.store` has a `DraftStore`, `ccsdesk.rules` a `MatcherPort`; tests bring their own. Nothing
here imports a database.
"""

from __future__ import annotations

from typing import Protocol

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.draft import Draft
from ccsdesk.domain.match import CatalogueStamp, MatchResult
from ccsdesk.domain.verdict import Reason
from ccsdesk.flow.state import Asker


class DraftStore(Protocol):
    """Keeps at most one draft. What a call acknowledged outlives the program.

    Every call may raise StorageError, and then has changed nothing.
    """

    def current(self) -> Draft | None:
        """The draft there is."""
        ...

    def begin(self, draft: Draft) -> None:
        """Keep a new draft with its answers; StorageError while there is another."""
        ...

    def keep(self, draft: Draft, *, answered: str | None = None) -> None:
        """Keep everything of the draft but its answers, and of those the one named."""
        ...

    def delete(self, draft_id: str) -> None:
        """Delete the draft for good; one that is not there is no error."""
        ...


class QuestionRules(Asker, Protocol):
    """What a visit needs from the rules: which questions are asked, by which catalogue."""

    def stamp(self) -> CatalogueStamp:
        """Which catalogue it is."""
        ...


class MatcherPort(QuestionRules, Protocol):
    """A catalogue on a day, ready to match any answers."""

    def match(self, answers: AnswerSet) -> MatchResult:
        """Everything the rules say about these answers."""
        ...

    def explain(self, answers: AnswerSet, programme: str) -> Reason:
        """The conditions of one programme with their states; KeyError if there is none."""
        ...
