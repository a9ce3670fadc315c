"""Opening the place where visits are kept. Without one, visits are held in memory, and that is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import CcsError, StorageError
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.consultation import Consultation
from ccsdesk.services.ports import DraftStore, QuestionRules


class Shelf(Protocol):
    """Where drafts lie while the program runs."""

    @property
    def drafts(self) -> DraftStore:
        """The drafts kept there."""
        ...

    @property
    def notice(self) -> StorageError | None:
        """Something kept was damaged, and was set aside."""
        ...

    def close(self) -> None:
        """Let the next program in."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Ready for visits. `problem` is to be told: nothing is kept, or something kept was damaged."""

    consultation: Consultation
    shelf: Shelf | None = None
    problem: CcsError | None = None

    def close(self) -> None:
        """Let go of the files. A visit that is open stays on the disk, as after a crash."""
        if self.shelf is not None:
            self.shelf.close()


def open_desk(catalogue: Catalogue, rules: QuestionRules, clock: Clock, folder: Path) -> Desk:
    """A desk that keeps its visits in this folder; one in memory alone where that cannot be."""
    from ccsdesk.store.opening import open_store

    try:
        shelf = open_store(folder, clock=clock)
    except StorageError as error:
        return memory_desk(catalogue, rules, clock, problem=error)
    consultation = Consultation(catalogue, rules=rules, clock=clock, drafts=shelf.drafts)
    return Desk(consultation, shelf, shelf.notice)


def memory_desk(
    catalogue: Catalogue, rules: QuestionRules, clock: Clock, *, problem: CcsError | None = None
) -> Desk:
    """A desk that writes nothing to the disk."""
    consultation = Consultation(catalogue, rules=rules, clock=clock, drafts=None)
    return Desk(consultation, problem=problem)
