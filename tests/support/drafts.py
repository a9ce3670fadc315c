"""Drafts, a clock that can be set, and a draft store that is only a variable."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.draft import Draft, Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.domain.match import CatalogueStamp

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STAMP = CatalogueStamp("Test", "2026-11-22", "sha256:0")


class SetClock:
    """A clock that moves when told to."""

    def __init__(self, instant: datetime = NOON) -> None:
        self.instant = instant

    def today(self) -> date:
        """Give the day of the instant, as if the computer stood in UTC."""
        return self.instant.date()

    def now(self) -> datetime:
        """Give the instant."""
        return self.instant

    def wait(self, **duration: float) -> None:
        """Let time pass, given as for a timedelta."""
        self.instant += timedelta(**duration)


def make_draft(answers: AnswerSet | None = None, *, draft_id: str = "a1") -> Draft:
    """Give a draft begun at noon, in quick mode, at its review."""
    return Draft(
        id=draft_id,
        begun_at=NOON,
        touched_at=NOON,
        language="sl",
        mode=Mode.QUICK,
        catalogue=STAMP,
        answers=answers or AnswerSet(),
        current=None,
    )


class MemoryDrafts:
    """Behaves as the store on disk does, and can be told to fail.

    `kept` is what a fresh start would find; `failing` is raised instead of writing.
    """

    def __init__(self) -> None:
        self.kept: Draft | None = None
        self.failing: StorageError | None = None

    def current(self) -> Draft | None:
        """Give the draft there is."""
        return self.kept

    def begin(self, draft: Draft) -> None:
        """Keep a new draft."""
        self._may_write()
        if self.kept is not None:
            raise StorageError("A visit that was begun before is not finished.")
        self.kept = draft

    def keep(self, draft: Draft, *, answered: str | None = None) -> None:
        """Keep the draft, of its answers only the one named."""
        self._may_write()
        if self.kept is None or self.kept.id != draft.id:
            raise StorageError("This visit is no longer kept on this computer.")
        answers = dict(self.kept.answers.answers)
        if answered is not None:
            answers.pop(answered, None)
            given = draft.answers.answers.get(answered)
            if given is not None:
                answers[answered] = given
        said = draft.answers
        kept = AnswerSet(answers, said.name, said.stage, said.plan)
        self.kept = Draft(
            draft.id,
            self.kept.begun_at,
            draft.touched_at,
            draft.language,
            draft.mode,
            draft.catalogue,
            kept,
            draft.current,
        )

    def delete(self, draft_id: str) -> None:
        """Forget the draft."""
        self._may_write()
        if self.kept is not None and self.kept.id == draft_id:
            self.kept = None

    def _may_write(self) -> None:
        if self.failing is not None:
            raise self.failing
