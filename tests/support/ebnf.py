"""A grammar in EBNF as the guide for authors prints it, and random sentences that follow it.

`"words"` stand for themselves, CAPITALS for single pieces, `[ ]` may be left out, `{ }` may come any number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

_PIECE: Final = re.compile(r'"[^"]*"|[\[\]{}()|]|[A-Za-z_]+')
_RULE: Final = re.compile(r"^([a-z]+) +=", re.MULTILINE)
_FAR: Final = 1_000


@dataclass(frozen=True)
class Words:
    """Words or signs that stand for themselves."""

    text: str


@dataclass(frozen=True)
class Named:
    """Another rule, or a single piece if it is in capitals."""

    name: str


@dataclass(frozen=True)
class Row:
    """One after the other."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class OneOf:
    """One of several; `[ x ]` is nothing or x."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Repeated:
    """Any number of times."""

    item: Item


Item: TypeAlias = Words | Named | Row | OneOf | Repeated
Choice: TypeAlias = "tuple[OneOf, int]"


class Grammar:
    """The rules by name; the first one is where sentences begin."""

    def __init__(self, text: str) -> None:
        starts = list(_RULE.finditer(text))
        ends = [match.start() for match in starts[1:]] + [len(text)]
        self.rules: Mapping[str, Item] = {
            match.group(1): _Reader(_PIECE.findall(text[match.end() : end])).read()
            for match, end in zip(starts, ends, strict=True)
        }
        self.start = starts[0].group(1)
        self._heights: dict[Item, int] = {}
        for _ in self.rules:
            for rule in self.rules.values():
                for item in _inside(rule):
                    self._heights[item] = self._height(item)

    def items(self) -> Iterator[Item]:
        """All parts of all rules."""
        for rule in self.rules.values():
            yield from _inside(rule)

    def choices(self) -> set[Choice]:
        """Every way to go on at every place where there are several."""
        return {
            (item, at)
            for item in self.items()
            if isinstance(item, OneOf)
            for at in range(len(item.items))
        }

    def _height(self, item: Item) -> int:
        """How many rules deep the shortest sentence of this part is, as far as is known yet."""

        def known(inner: Item) -> int:
            return self._heights.get(inner, _FAR)

        match item:
            case Words() | Repeated():
                return 0
            case Named(name):
                return 1 + known(self.rules[name]) if name in self.rules else 0
            case Row(items):
                return max((known(one) for one in items), default=0)
            case OneOf(items):
                return min(known(one) for one in items)

    def sentence(
        self, random: Random, pieces: Mapping[str, Sequence[str]], used: set[Choice], deep: int
    ) -> list[str]:
        """A random sentence in pieces, at most about so many rules deep; what was chosen goes into `used`."""

        def say(item: Item, left: int) -> list[str]:
            match item:
                case Words(text):
                    return text.split()
                case Named(name) if name in self.rules:
                    return say(self.rules[name], left - 1)
                case Named(name):
                    return [random.choice(pieces[name])]
                case Row(items):
                    return [piece for one in items for piece in say(one, left)]
                case OneOf(items):
                    fitting = [one for one in items if self._heights[one] <= max(left, 0)]
                    least = min(items, key=self._heights.__getitem__)
                    chosen = random.choice(fitting or [least])
                    used.add((item, items.index(chosen)))
                    return say(chosen, left)
                case Repeated(inner):
                    times = random.choice([0, 0, 1, 2]) if left > 0 else 0
                    return [piece for _ in range(times) for piece in say(inner, left - 1)]

        return say(self.rules[self.start], deep)


def _inside(item: Item) -> Iterator[Item]:
    """A part and all parts of it, the innermost first."""
    if isinstance(item, Row | OneOf):
        for one in item.items:
            yield from _inside(one)
    elif isinstance(item, Repeated):
        yield from _inside(item.item)
    yield item


class _Reader:
    """Reads the right side of a rule."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = list(pieces)

    def read(self) -> Item:
        found = self._one_of()
        if self._pieces:
            message = f"the rule goes on: {self._pieces}"
            raise ValueError(message)
        return found

    def _one_of(self) -> Item:
        items = [self._row()]
        while self._pieces and self._pieces[0] == "|":
            del self._pieces[0]
            items.append(self._row())
        return items[0] if len(items) == 1 else OneOf(tuple(items))

    def _row(self) -> Item:
        items: list[Item] = []
        while self._pieces and self._pieces[0] not in {"|", "]", "}", ")"}:
            items.append(self._item(self._pieces.pop(0)))
        return items[0] if len(items) == 1 else Row(tuple(items))

    def _item(self, piece: str) -> Item:
        match piece:
            case "[":
                return OneOf((Row(()), self._closed("]")))
            case "{":
                return Repeated(self._closed("}"))
            case "(":
                return self._closed(")")
            case _ if piece.startswith('"'):
                return Words(piece.strip('"'))
            case _:
                return Named(piece)

    def _closed(self, sign: str) -> Item:
        inner = self._one_of()
        if self._pieces.pop(0) != sign:
            message = f"{sign} is missing"
            raise ValueError(message)
        return inner
