"""What the use cases need from the rooms below, as protocols; everything comes through constructors.

`ccsdesk.store` has a `DraftStore`, `ccsdesk.services.results` the `QuestionRules`; tests bring their
own. Nothing here imports a database.
"""

from __future__ import annotations

from typing import Protocol

from ccsdesk.domain.draft import Draft
from ccsdesk.domain.match import CatalogueStamp
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
