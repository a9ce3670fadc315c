"""Whole numbers as columns of bits: bit i belongs to person i of a batch. Knows no questions and no rules.

A column comes out of one mark a person, and becomes marks again; both ways Python does for the whole batch at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_ZERO, _ONE = b"01"


class Bits(NamedTuple):
    """Where something is surely so and where it is surely not; where neither, it is open."""

    yes: int
    no: int

    def open(self, full: int) -> int:
        """Where it is open; `full` has the bit of everybody."""
        return full ^ (self.yes | self.no)


def marking(keys: Iterable[int]) -> bytes:
    """The table for `bytes.translate` that turns these keys into a one and all others into a zero."""
    table = bytearray([_ZERO]) * 256
    for key in keys:
        table[key] = _ONE
    return bytes(table)


ONE_OF = tuple(marking([key]) for key in range(256))
"""For each key, the table that marks it."""


def column_of(backwards: bytes, table: bytes) -> int:
    """The bits of those whose key this table marks. `backwards`: a key a person, the last person first."""
    return int(backwards.translate(table), 2)


def marks_of(column: int, people: int) -> bytes:
    """A character a person, the first person first: "1" where the bit is set, else "0"."""
    return format(column, f"0{people}b").encode()[::-1]


def persons_in(column: int, people: int) -> Iterator[int]:
    """The places of the bits that are set."""
    marks = marks_of(column, people)
    at = marks.find(b"1")
    while at >= 0:
        yield at
        at = marks.find(b"1", at + 1)


def at_least(items: Sequence[int], needed: int, full: int) -> int:
    """Where at least so many of these columns have a bit."""
    if needed <= 0:
        return full
    if needed > len(items):
        return 0
    reached = [full] + [0] * needed
    for item in items:
        for number in range(needed, 0, -1):
            reached[number] |= reached[number - 1] & item
    return reached[needed]


def add(left: Sequence[int], right: Sequence[int]) -> list[int]:
    """The sum of two numbers a person, each given by the columns of its binary digits, the lowest first."""
    result, carry = [], 0
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else 0
        other = right[place] if place < len(right) else 0
        differ = one ^ other
        result.append(differ ^ carry)
        carry = (one & other) | (differ & carry)
    return [*result, carry] if carry else result


def greater(left: Sequence[int], right: Sequence[int]) -> int:
    """Where the left number (binary digits as for `add`) is more than the right one."""
    more = 0
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else 0
        other = right[place] if place < len(right) else 0
        more = (one & ~other) | (more & ~(one ^ other))
    return more
