"""The records of a table as a list, each said in words. Keeps what was taken away last; decides nothing about cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ccsdesk.domain.answers import Cell
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.services.presenting.records import record_in_words
from ccsdesk.text import Words, begun

Record: TypeAlias = Mapping[str, Cell]
_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RecordsModel(QAbstractListModel):
    """One row a record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field: FieldSpec | None = None
        self._words = Words("en")
        self._records: list[Record] = []
        self._removed: tuple[int, Record] | None = None

    def say_in(self, field: FieldSpec, words: Words) -> None:
        """Say the records in these words, with the columns of this table."""
        self._field, self._words = field, words
        if self._records:
            self.dataChanged.emit(self.index(0), self.index(len(self._records) - 1))

    def records(self) -> tuple[Record, ...]:
        """All records, in order."""
        return tuple(self._records)

    def record(self, row: int) -> Record:
        """One record."""
        return self._records[row]

    def show(self, records: Iterable[Record]) -> None:
        """These records instead of all others."""
        self.beginResetModel()
        self._records = list(records)
        self._removed = None
        self.endResetModel()

    def add(self, record: Record) -> int:
        """A record more, at the end; gives its row."""
        self._insert(len(self._records), record)
        return len(self._records) - 1

    def change(self, row: int, record: Record) -> None:
        """Another record in the place of one."""
        self._records[row] = record
        self.dataChanged.emit(self.index(row), self.index(row))

    def remove(self, row: int) -> None:
        """Take a record away; it can be put back until another is taken."""
        self.beginRemoveRows(_ROOT, row, row)
        self._removed = (row, self._records.pop(row))
        self.endRemoveRows()

    def can_put_back(self) -> bool:
        """Whether a record was taken away and may return."""
        return self._removed is not None

    def put_back(self) -> int:
        """The record taken away last, in its place again; gives its row. LookupError if there is none."""
        if self._removed is None:
            raise LookupError("No record was taken away.")
        row, record = self._removed
        self._removed = None
        row = min(row, len(self._records))
        self._insert(row, record)
        return row

    def _insert(self, row: int, record: Record) -> None:
        self.beginInsertRows(_ROOT, row, row)
        self._records.insert(row, record)
        self.endInsertRows()

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_text = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if not index.isValid() or not is_text or self._field is None:
            return None
        return begun(record_in_words(self._field, self._records[index.row()], self._words))
