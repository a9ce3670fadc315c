"""Data out of a file that still knows where each piece stands: words, lists and maps with line and column.

Plain subclasses of str, list and dict, so that forms read them like any data. They must not reach a compiled catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple, TypeAlias


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


class Style(Enum):
    """How a word was written."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"


class Word(str):
    """A scalar as text. `cut`: a comment follows after a single blank, so text may have been lost."""

    __slots__ = ("cut", "mark", "style")

    mark: Mark
    style: Style
    cut: bool

    @classmethod
    def at(cls, text: str, mark: Mark, *, style: Style = Style.PLAIN, cut: bool = False) -> Word:
        """A word with its place."""
        word = cls(text)
        word.mark = mark
        word.style = style
        word.cut = cut
        return word

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return (str, (str(self),))


class Items(list["Data"]):
    """A list; `marks` holds the place of each item, so that an empty one has a place too."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []

    def put(self, item: Data, mark: Mark) -> None:
        """Append an item with its place."""
        self.append(item)
        self.marks.append(mark)


class Entries(dict[str, "Data"]):
    """A map; `keys_at` and `values_at` hold the places of keys and values."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}

    def put(self, key: Word, item: Data, mark: Mark) -> None:
        """Add an entry with its places."""
        name = str(key)
        self[name] = item
        self.keys_at[name] = key.mark
        self.values_at[name] = mark

    def without(self, names: Iterable[str]) -> Entries:
        """The same map with some entries left out."""
        left_out = frozenset(names)
        return self.only(name for name in self if name not in left_out)

    def only(self, names: Iterable[str]) -> Entries:
        """The same map with these entries alone."""
        wanted = frozenset(names)
        entries = Entries(self.mark)
        for name, item in self.items():
            if name in wanted:
                entries[name] = item
                entries.keys_at[name] = self.keys_at[name]
                entries.values_at[name] = self.values_at[name]
        return entries


Data: TypeAlias = "Word | Items | Entries | None"
"""What a file holds; None is an empty value (`null`, `~` or nothing)."""


def mark_of(data: Data, fallback: Mark) -> Mark:
    """Where a piece of data begins."""
    return fallback if data is None else data.mark


def follow(data: Data, path: Iterable[int | str]) -> tuple[Data, Mark, Mark]:
    """What stands at the end of a path, with the places of its key and its value.

    Steps that lead nowhere are passed over: form libraries put names of their own checks between the keys.
    """
    at_key = at_value = mark_of(data, Mark(1, 1))
    for step in path:
        match data, step:
            case Entries(), str() if step in data:
                at_key, at_value = data.keys_at[step], data.values_at[step]
                data = data[step]
            case Items(), int() if 0 <= step < len(data):
                at_key = at_value = data.marks[step]
                data = data[step]
            case _:
                continue
    return data, at_key, at_value
