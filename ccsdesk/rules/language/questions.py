"""Which questions a test or value looks at."""

from __future__ import annotations

from typing import assert_never

from ccsdesk.rules.language.core import (
    Aggregate,
    All,
    Always,
    Any,
    Applies,
    Arithmetic,
    CellIsOneOf,
    CellValue,
    Compare,
    Constant,
    CountOf,
    CountSelected,
    Dated,
    DaysBetween,
    FactValue,
    HasAny,
    IsOneOf,
    Moment,
    MonthsBetween,
    Not,
    RoundParameter,
    Shift,
    Test,
    Value,
)
from ccsdesk.rules.language.facts import Dictionary


def questions_of(item: Test | Value, dictionary: Dictionary) -> tuple[str, ...]:
    """The questions it looks at, in questionnaire order; a table by its name."""
    found: set[str] = set()
    waiting: list[Test | Value] = [item]
    while waiting:
        node = waiting.pop()
        waiting.extend(parts(node))
        match node:
            case IsOneOf(name, _) | HasAny(name, _) | Applies(name):
                found.add(name)
            case FactValue(name) | CountSelected(name):
                found.add(name)
            case Aggregate():
                found.add(node.table)
            case _:
                pass
    if len(found) < 2:
        return tuple(found)
    return tuple(name for name in dictionary.questions if name in found)


def parts(node: Test | Value) -> tuple[Test | Value, ...]:
    """The nodes directly inside a node."""
    match node:
        case Not(item):
            return (item,)
        case All(items) | Any(items) | CountOf(items):
            return items
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return (left, right)
        case MonthsBetween(start, end) | DaysBetween(start, end):
            return (start, end)
        case Shift(base):
            return (base,)
        case RoundParameter(_, expected):
            return () if expected is None else (expected,)
        case Aggregate():
            inner: list[Test | Value] = [] if node.where is None else [node.where]
            if node.window is not None:
                inner.append(node.window.end)
            return tuple(inner)
        case Always() | IsOneOf() | CellIsOneOf() | HasAny() | Applies() | Constant() | FactValue():
            return ()
        case CellValue() | Dated() | Moment() | CountSelected():
            return ()
        case _:
            assert_never(node)
