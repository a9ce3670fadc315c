"""The list of programmes and measures: groups with headings and counts, filtered, named for a screen reader.

Needs no visit. Whoever has `RowGroup`s (`services.presenting.rows.matched_groups` with a match, or
`plain_groups` for reading) calls `show(groups, words)`; rows without a state have no icon and no
word of a state. `ui.models.programme_delegate` draws the rows, `ui.pages.programme_list` puts search
and filters above them, `ui.pages.programme_detail` shows one in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ccsdesk.domain.verdict import Shelf
from ccsdesk.services.presenting.rows import Row, RowGroup, part_key
from ccsdesk.text import Words
from ccsdesk.text.wanted import fold

Index = QModelIndex | QPersistentModelIndex


class ItemRole(IntEnum):
    """What else an item holds: the thing shown, and the id of a row ("" for a heading)."""

    ITEM = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A group's heading, or that of a part of one; `count` is the number of rows that are shown, in words."""

    title: str
    number: str
    count: str
    state: Shelf | None = None
    note: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is let through: rows with all words of the text; of the group or part, kind, need, level where given."""

    text: str = ""
    group: str = ""
    kind: str = ""
    need: str = ""
    level: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything goes through."""
        return self == Sieve() or (not self.text.strip() and replace(self, text="") == Sieve())

    def lets(self, row: Row, group: str) -> bool:
        """Whether a row of that group goes through."""
        return (
            self.group in {"", group, part_key(group, row.part)}
            and self.kind in {"", row.kind}
            and self.level in {"", row.level}
            and (not self.need or self.need in row.needs)
            and all(word in row.found_by for word in fold(self.text).split())
        )


class ProgrammeModel(QAbstractListModel):
    """Headings and rows in one list. A heading cannot be chosen, but the keyboard and a reader meet it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[RowGroup, ...] = ()
        self._words: Words | None = None
        self._sieve = Sieve()
        self._items: list[Heading | Row] = []

    # what is shown

    def show(self, groups: Sequence[RowGroup], words: Words) -> None:
        """Other rows, or the same in another language; what is let through stays."""
        self._groups, self._words = tuple(groups), words
        self._renew()

    def sift(self, sieve: Sieve) -> None:
        """Let other rows through."""
        if sieve != self._sieve:
            self._sieve = sieve
            self._renew()

    def sieve(self) -> Sieve:
        """What is let through."""
        return self._sieve

    def shown(self) -> int:
        """How many rows are let through."""
        return sum(isinstance(item, Row) for item in self._items)

    def total(self) -> int:
        """How many rows there are."""
        return sum(len(group.rows) for group in self._groups)

    def index_of(self, row_id: str) -> QModelIndex:
        """Where a row stands; not valid if it is not let through."""
        for place, item in enumerate(self._items):
            if isinstance(item, Row) and item.id == row_id:
                return self.index(place)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """The first row that can be chosen."""
        for place, item in enumerate(self._items):
            if isinstance(item, Row):
                return self.index(place)
        return QModelIndex()

    def _renew(self) -> None:
        self.beginResetModel()
        self._items = []
        for group in self._groups:
            rows = [row for row in group.rows if self._sieve.lets(row, group.key)]
            if rows:
                count = self._count(len(rows))
                heading = Heading(group.title, str(len(rows)), count, group.state, group.note)
                self._items += [heading, *self._in_parts(group, rows)]
        self.endResetModel()

    def _in_parts(self, group: RowGroup, rows: Sequence[Row]) -> Iterator[Heading | Row]:
        for part, found in groupby(rows, key=lambda row: row.part):
            together = list(found)
            if part is not None and part in group.parts:
                title, note = group.parts[part]
                number = len(together)
                yield Heading(title, str(number), self._count(number), note=note, is_part=True)
            yield from together

    def _count(self, number: int) -> str:
        if self._words is None:
            return ""
        return self._words.count("{n} entry", "{n} entries", number)

    # Qt's own

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name if isinstance(item, Row) else item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item)
        if role == ItemRole.ITEM:
            return item
        if role == ItemRole.ID:
            return item.id if isinstance(item, Row) else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_row = isinstance(self._items[index.row()], Row)
        return enabled | Qt.ItemFlag.ItemIsSelectable if is_row else enabled


def spoken(item: Heading | Row) -> str:
    """All that a screen reader says of an item, in the order of the eye."""
    if isinstance(item, Heading):
        return ", ".join(part for part in (item.title, item.count, item.note) if part)
    parts = (
        item.name,
        item.provider,
        ", ".join(item.marks),
        item.amount,
        item.state_word,
        item.when,
        item.why,
    )
    return ". ".join(part.removesuffix(".") for part in parts if part) + "."
