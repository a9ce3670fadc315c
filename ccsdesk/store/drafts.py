"""The draft of a visit in the database: domain values in, domain values out, one commit a call.

What a call acknowledged is on the disk. Decides nothing: when a draft is idle or may be resumed
is said by those who call.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.draft import Draft, Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.domain.match import CatalogueStamp
from ccsdesk.store.codec import decode, decode_wishes, encode, encode_wishes
from ccsdesk.store.engine import forget
from ccsdesk.store.faults import FullDiskError, damaged, told
from ccsdesk.store.files import is_whole
from ccsdesk.store.tables import AnswerRow, DraftRow


class SqlDraftStore:
    """At most one draft. Every method raises StorageError, and then has changed nothing.

    `begin_anew` replaces the file by an empty store.
    """

    def __init__(self, engine: Engine, path: Path, *, begin_anew: Callable[[], None]) -> None:
        self._engine = engine
        self._path = path
        self._begin_anew = begin_anew
        self._is_anew = False

    def current(self) -> Draft | None:
        """The draft there is."""
        with told(self._path), Session(self._engine) as session:
            try:
                row = session.scalar(select(DraftRow))
                return None if row is None else _draft(row)
            except (ValueError, TypeError) as error:
                raise damaged(self._path) from error

    def begin(self, draft: Draft) -> None:
        """Keep a new draft with all its answers. Raises StorageError while there is another."""
        self._be_there()
        with told(self._path), Session(self._engine) as session, session.begin():
            if session.scalar(select(DraftRow.id)) is not None:
                raise StorageError(
                    "A visit that was begun before is not finished.",
                    advice="Continue it or delete it first.",
                )
            session.add(_row(draft))
        self._is_anew = False

    def keep(self, draft: Draft, *, answered: str | None = None) -> None:
        """Keep everything of the draft but its answers, and of those the one named.

        An answer that the draft no longer holds is taken away. Where the file was deleted meanwhile, all is
        written once more.
        """
        self._be_there()
        if self._is_anew:
            self.begin(draft)
            return
        with told(self._path), Session(self._engine) as session, session.begin():
            row = session.get(DraftRow, draft.id)
            if row is None:
                raise StorageError(
                    "This visit is no longer kept on this computer.", advice="Begin a new one."
                )
            _fill(row, draft)
            if answered is not None:
                _put(session, draft, answered)

    def delete(self, draft_id: str) -> None:
        """Delete the draft, in the file and in its log; one that is not there is no error.

        Even deleting needs room on the disk. Where there is none, the whole file goes: it holds
        nothing but the draft.
        """
        try:
            self._delete(draft_id)
        except FullDiskError:
            left = self.current()
            if left is not None and left.id != draft_id:
                raise
            self._begin_anew()

    def _be_there(self) -> None:
        """Begin a file anew where it was deleted while it was open."""
        with told(self._path):
            is_there = is_whole(self._path)
        if not is_there:
            self._begin_anew()
            self._is_anew = True

    def _delete(self, draft_id: str) -> None:
        with told(self._path), Session(self._engine) as session, session.begin():
            session.execute(delete(DraftRow).where(DraftRow.id == draft_id))
        forget(self._engine, self._path)


def _row(draft: Draft) -> DraftRow:
    row = DraftRow(id=draft.id, slot=1, begun_at=draft.begun_at)
    _fill(row, draft)
    row.answers = [
        AnswerRow(draft_id=draft.id, question=question, value=encode(answer))
        for question, answer in draft.answers.answers.items()
    ]
    return row


def _put(session: Session, draft: Draft, question: str) -> None:
    answer = draft.answers.answers.get(question)
    if answer is not None:
        session.merge(AnswerRow(draft_id=draft.id, question=question, value=encode(answer)))
        return
    session.execute(
        delete(AnswerRow).where(AnswerRow.draft_id == draft.id, AnswerRow.question == question)
    )


def _fill(row: DraftRow, draft: Draft) -> None:
    row.touched_at = draft.touched_at
    row.language = draft.language
    row.mode = draft.mode.value
    row.catalogue_name = draft.catalogue.name
    row.catalogue_version = draft.catalogue.version
    row.catalogue_digest = draft.catalogue.digest
    row.current = draft.current
    row.name = None if draft.answers.name is None else _storable(draft.answers.name)
    row.stage = draft.answers.stage
    row.wishes = encode_wishes(draft.answers.plan)


def _storable(text: str) -> str:
    """Half a character (a lone surrogate) has no place in UTF-8 and becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _draft(row: DraftRow) -> Draft:
    return Draft(
        id=row.id,
        begun_at=row.begun_at,
        touched_at=row.touched_at,
        language=row.language,
        mode=Mode(row.mode),
        catalogue=CatalogueStamp(row.catalogue_name, row.catalogue_version, row.catalogue_digest),
        answers=AnswerSet(
            answers={answer.question: decode(answer.value) for answer in row.answers},
            name=row.name,
            stage=row.stage,
            plan=decode_wishes(row.wishes),
        ),
        current=row.current,
    )
