"""Columns with the bits of every answer made ahead, for asking many things about the same people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.rules.reasoning.bulk.columns import BATCH, Batch, Columns


@dataclass(frozen=True, slots=True)
class Index:
    """A table of answer sets, and for each question and answer (where these are few) the bits of those who gave it.

    Takes as many bits a person as there are different answers, beside the columns. Use it in one thread at a time.
    """

    columns: Columns
    _batches: tuple[Batch, ...]

    @classmethod
    def of(cls, people: Columns | Iterable[AnswerSet], size: int = BATCH) -> Index:
        """The index of columns or of answer sets, in batches of so many people."""
        columns = people if isinstance(people, Columns) else Columns.of(people)
        batches = tuple(columns.batches(size))
        for question, column in columns.columns.items():
            if column.has_few:
                for batch in batches:
                    batch.having(question)
        return cls(columns, batches)

    @property
    def people(self) -> int:
        """How many there are."""
        return self.columns.people

    def batches(self) -> Iterator[Batch]:
        """The people in batches."""
        return iter(self._batches)
