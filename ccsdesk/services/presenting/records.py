"""Records of a table in words, from what the page has of the table alone; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ccsdesk.domain.answers import (
    Amounts,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Selection,
    Written,
)
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words, message
from ccsdesk.text.spans import say_span

NAMED_BY_THEMSELVES = frozenset({Kind.TEXT, Kind.PLACE, Kind.SINGLE, Kind.SEVERAL})
"""Kinds whose answers say what they are about; the others need the label of their column."""
LONGEST_TEXT = 80
YES_NO = {"yes": message("yes"), "no": message("no")}


def record_in_words(table: FieldSpec, row: Mapping[str, Cell], words: Words) -> str:
    """One record, its cells in the order of the columns; what is open in it is left out."""
    said = [
        _cell(column, row[column.id], words)
        for column in table.columns
        if not isinstance(row.get(column.id, DontKnow()), DontKnow)
    ]
    return "; ".join(said) or words.say("nothing entered yet")


def cell_in_words(column: FieldSpec, cell: Cell, words: Words) -> str:
    """What stands in one cell."""
    match cell:
        case DontKnow():
            return words.say("I don't know")
        case DoesNotApply():
            return words.say("does not apply")
        case Choice(options):
            return words.listing(_names(column, options, words), last="or")
        case Selection(possible):
            said = [
                words.listing(_names(column, chosen, words)) or words.say("none of these")
                for chosen in sorted(possible, key=lambda chosen: (len(chosen), sorted(chosen)))
            ]
            return words.say("; or ").join(said)
        case Amounts(spans):
            said = [say_span(span, column.kind, column.unit, words) for span in spans]
            return words.listing(said, last="or")
        case Written(text):
            line = " ".join(text.split())
            return line if len(line) <= LONGEST_TEXT else line[:LONGEST_TEXT] + "…"
        case _:
            assert_never(cell)


def _cell(column: FieldSpec, cell: Cell, words: Words) -> str:
    said = cell_in_words(column, cell, words)
    if column.kind in NAMED_BY_THEMSELVES:
        return said
    return words.say("{label}: {answer}", label=column.label, answer=said)


def _names(column: FieldSpec, options: frozenset[str], words: Words) -> list[str]:
    if column.kind is Kind.YES_NO:
        return [words.say(YES_NO[key]) for key in YES_NO if key in options]
    return [option.text for option in column.options if option.id in options]
