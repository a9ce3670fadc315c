"""The places of the catalogue as a list that is searched by name; accents and case do not matter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ccsdesk.flow.fields import FieldOption
from ccsdesk.text import Words
from ccsdesk.text.wanted import fold

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
WITHIN_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""What a place lies in; its name is the text of the item."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, and in `within` what it lies in, the nearest first."""

    id: str
    name: str
    within: str
    searched: str


class PlaceModel(QAbstractListModel):
    """The hits, best first: names that begin with what was typed, then words that do, then the rest."""

    def __init__(self, options: tuple[FieldOption, ...], words: Words) -> None:
        super().__init__()
        self._all: list[PlaceRow] = []
        self._hits: list[PlaceRow] = []
        self._sought = ""
        self.fill(options, words)

    def fill(self, options: tuple[FieldOption, ...], words: Words) -> None:
        """The same places in the words of a language, in its alphabetical order."""
        self.beginResetModel()
        names = {option.id: option for option in options}
        rows = [
            PlaceRow(option.id, option.text, _within(option, names), fold(option.text))
            for option in options
        ]
        self._all = sorted(rows, key=lambda row: words.sort_key(row.name))
        self._find()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show what fits the text; all places for none."""
        self.beginResetModel()
        self._sought = fold(text)
        self._find()
        self.endResetModel()

    def row(self, index: Index) -> PlaceRow:
        """The place at an index."""
        return self._hits[index.row()]

    def place(self, place_id: str) -> PlaceRow | None:
        """The place of this id, shown or not."""
        return next((row for row in self._all if row.id == place_id), None)

    def exact(self, text: str) -> PlaceRow | None:
        """The only place of this name."""
        named = [row for row in self._all if row.searched == fold(text)]
        return named[0] if len(named) == 1 else None

    def _find(self) -> None:
        sought = self._sought
        ranked = [(_rank(row.searched, sought), row) for row in self._all]
        hits = [(rank, row) for rank, row in ranked if rank is not None]
        self._hits = [row for _, row in sorted(hits, key=lambda pair: pair[0])]

    # Qt's own

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        row = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {row.within}" if row.within else row.name
            case Qt.ItemDataRole.UserRole:
                return row.id
            case _:
                return row.within if role == WITHIN_ROLE else None


def _rank(name: str, sought: str) -> int | None:
    if not sought or name.startswith(sought):
        return 0
    if f" {sought}" in name or f"-{sought}" in name:
        return 1
    return 2 if sought in name else None


def _within(option: FieldOption, names: dict[str, FieldOption]) -> str:
    parts: list[str] = []
    parent = option.parent
    while parent is not None and parent in names and len(parts) < 2:
        parts.append(names[parent].text)
        parent = names[parent].parent
    return ", ".join(parts)
