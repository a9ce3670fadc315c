"""Records that a table could be given so that conditions about it come out otherwise: what to try, best first.

Cells are taken from what the tests themselves speak of; whether a record helps is for the caller to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import islice, product

from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    CellIsOneOf,
    CellValue,
    Constant,
    Test,
)
from ccsdesk.rules.reasoning.sets import (
    CellSet,
    ChoiceSet,
    Number,
    OrderedSet,
    Universe,
    any_row,
    number,
)
from ccsdesk.rules.reasoning.tables import Row

MOST_KINDS = 200
"""Kinds of records to try for one table."""


def new_records(
    columns: Mapping[str, Universe], tests: Iterable[Test], old: Sequence[Row], count: int
) -> Iterator[tuple[Row, ...]]:
    """So many records to add to the old ones, alike but for what has to be different; one kind after the other."""
    nodes = [node for test in tests for node in _nodes(test)]
    distinct = {
        node.column
        for node in nodes
        if isinstance(node, Aggregate) and node.kind is AggregateKind.COUNT_DISTINCT and node.column
    }
    choices = {name: _cells(name, columns[name], nodes) for name in _looked_at(columns, nodes)}
    for cells in islice(product(*choices.values()), MOST_KINDS):
        kind = dict(zip(choices, cells, strict=True))
        yield tuple(
            {**any_row(columns), **kind, **_apart(kind, distinct, old, place)}
            for place in range(count)
        )


def _nodes(item: object) -> Iterator[object]:
    """A test with all tests and values in it."""
    if isinstance(item, tuple):
        for one in item:
            yield from _nodes(one)
    elif is_dataclass(item):
        yield item
        for part in fields(item):
            yield from _nodes(getattr(item, part.name))


def _looked_at(columns: Mapping[str, Universe], nodes: Sequence[object]) -> list[str]:
    names: set[str | None] = set()
    for node in nodes:
        if isinstance(node, CellIsOneOf | CellValue | Aggregate):
            names.add(node.column)
        if isinstance(node, Aggregate) and node.window is not None:
            names.add(node.window.column)
    return [name for name in columns if name in names]


def _cells(name: str, column: Universe, nodes: Sequence[object]) -> list[CellSet]:
    """What a cell may be, in parts that the tests tell apart."""
    full = column.full
    if isinstance(full, ChoiceSet):
        masks = [full.mask]
        for node in nodes:
            if isinstance(node, CellIsOneOf) and node.column == name:
                wanted = column.mask(node.options)
                masks = [part for mask in masks for part in (mask & wanted, mask & ~wanted) if part]
        return [ChoiceSet(mask, na=False) for mask in masks]
    if isinstance(full, OrderedSet):
        low, high = full.spans[0][0], full.spans[-1][1]
        values: list[Number] = [high]
        for node in nodes:
            if isinstance(node, Constant):
                middle = number(node.value)
                values += [middle, middle + full.step, middle - full.step]
        values.append(low)
        kept = [value for value in dict.fromkeys(values) if low <= value <= high]
        return [OrderedSet(((value, value),), full.step, na=False) for value in kept]
    return [] if not isinstance(full, CellSet) else [full]


def _apart(
    kind: Mapping[str, CellSet], distinct: Iterable[str], old: Sequence[Row], place: int
) -> dict[str, CellSet]:
    """For columns whose different values count, a value of its own for the record at this place."""
    found: dict[str, CellSet] = {}
    for name in distinct:
        cell = kind.get(name)
        if isinstance(cell, ChoiceSet):
            taken = {row[name] for row in old}
            values = [
                ChoiceSet(1 << bit, na=False)
                for bit in range(cell.mask.bit_length())
                if cell.mask >> bit & 1
            ]
            values.sort(key=lambda value: value in taken)
            found[name] = values[place % len(values)]
    return found
