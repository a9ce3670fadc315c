"""Answers as JSON text and back, exactly: the form in which the store keeps them.

Every member of the union has a tag of its own, numbers are kept as written (Decimal, never float),
days as ISO days. Not the form of an answers file: that one is for people, and leaves it to the
questions what a value means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import assert_never

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Ordered,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
)

_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadableError(ValueError):
    """Stored text that no version of this program has written."""


def encode(answer: Answer) -> str:
    """JSON of an answer: keys sorted, letters as they are.

    Raises ValueError on a number that is not finite, or an instant instead of a day.
    """
    return _write(_answer(answer))


def decode(text: str) -> Answer:
    """The answer that `encode` made this of. Raises UnreadableError on anything else."""
    tree = _read(text)
    match tree:
        case {"is": "records", "rows": list(rows), **rest} if not rest:
            return Records(tuple(_read_row(row) for row in rows))
        case _:
            return _read_cell(tree)


def encode_wishes(wishes: PlanWishes) -> str:
    """JSON of what a person wants of the plan."""
    chosen = None if wishes.chosen is None else list(wishes.chosen)
    dates = {name: day.isoformat() for name, day in wishes.dates.items()}
    return _write({"chosen": chosen, "notes": dict(wishes.notes), "dates": dates})


def decode_wishes(text: str) -> PlanWishes:
    """The wishes that `encode_wishes` made this of, here or before there were days of one's own.

    Raises UnreadableError on anything else.
    """
    match _read(text):
        case {"chosen": None | list() as chosen, "notes": dict(notes), **rest} if rest.keys() <= {
            "dates"
        }:
            names = None if chosen is None else tuple(_read_text(item) for item in chosen)
            return PlanWishes(names, _read_notes(notes), _read_dates(rest.get("dates", {})))
        case _:
            raise UnreadableError("These are no wishes for a plan.")


def _write(tree: object) -> str:
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # Half a character (a lone surrogate) has no UTF-8; JSON can still spell it.
    return _SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def _read(text: str) -> object:
    try:
        tree: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("This is no JSON.") from error
    return tree


def _answer(answer: Answer) -> object:
    if isinstance(answer, Records):
        rows = [{column: _cell(cell) for column, cell in row.items()} for row in answer.rows]
        return {"is": "records", "rows": rows}
    return _cell(answer)


def _cell(cell: Cell) -> object:
    match cell:
        case DontKnow():
            return {"is": "dont_know"}
        case DoesNotApply():
            return {"is": "does_not_apply"}
        case Choice(options):
            return {"is": "choice", "options": sorted(options)}
        case Selection(possible):
            return {"is": "selection", "possible": sorted(sorted(items) for items in possible)}
        case Amounts(spans):
            return {"is": "amounts", "spans": [[_end(s.low), _end(s.high)] for s in spans]}
        case Written(text):
            return {"is": "written", "text": text}
        case _:
            assert_never(cell)


def _end(value: Ordered | None) -> object:
    if value is None:
        return None
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("An answer is never an infinite number, and never none at all.")
        return {"number": str(value)}
    if isinstance(value, datetime):
        raise ValueError("An answer is a day, never an instant.")  # noqa: TRY004 - see `encode`
    return {"day": value.isoformat()}


def _read_cell(tree: object) -> Cell:
    match tree:
        case {"is": "dont_know", **rest} if not rest:
            return DontKnow()
        case {"is": "does_not_apply", **rest} if not rest:
            return DoesNotApply()
        case {"is": "choice", "options": list(options), **rest} if options and not rest:
            return Choice(_read_ids(options))
        case {"is": "selection", "possible": list(possible), **rest} if possible and not rest:
            return Selection(frozenset(_read_ids(items) for items in possible))
        case {"is": "amounts", "spans": list(spans), **rest} if spans and not rest:
            return Amounts(tuple(_read_span(span) for span in spans))
        case {"is": "written", "text": str(text), **rest} if not rest:
            return Written(text)
        case _:
            raise UnreadableError("This is no answer.")


def _read_row(tree: object) -> Mapping[str, Cell]:
    if not isinstance(tree, dict):
        raise UnreadableError("This is no record.")
    return {_read_text(column): _read_cell(cell) for column, cell in tree.items()}


def _read_span(tree: object) -> Span:
    match tree:
        case [low, high]:
            return Span(_read_end(low), _read_end(high))
        case _:
            raise UnreadableError("This is no span.")


def _read_end(tree: object) -> Ordered | None:
    try:
        match tree:
            case None:
                return None
            case {"number": str(number), **rest} if not rest and Decimal(number).is_finite():
                return Decimal(number)
            case {"day": str(day), **rest} if not rest:
                return date.fromisoformat(day)
            case _:
                raise UnreadableError("This is neither a number nor a day.")
    except (InvalidOperation, ValueError) as error:
        raise UnreadableError("This is neither a number nor a day.") from error


def _read_ids(tree: object) -> frozenset[str]:
    if not isinstance(tree, list):
        raise UnreadableError("This is no list of ids.")
    return frozenset(_read_text(item) for item in tree)


def _read_text(tree: object) -> str:
    if not isinstance(tree, str):
        raise UnreadableError("This is no text.")
    return tree


def _read_notes(tree: Mapping[object, object]) -> Mapping[str, str]:
    return {_read_text(key): _read_text(note) for key, note in tree.items()}


def _read_dates(tree: object) -> Mapping[str, date]:
    if not isinstance(tree, dict):
        raise UnreadableError("These are no days.")
    try:
        return {_read_text(key): date.fromisoformat(_read_text(day)) for key, day in tree.items()}
    except ValueError as error:
        raise UnreadableError("This is no day.") from error
