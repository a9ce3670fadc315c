"""Columns of bits against counting person by person."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.rules.reasoning.bulk.bits import (
    ONE_OF,
    add,
    at_least,
    column_of,
    greater,
    marking,
    marks_of,
    persons_in,
)

PEOPLE = 9
FULL = (1 << PEOPLE) - 1
COLUMNS = st.lists(st.integers(0, FULL), max_size=4)


def has(column: int, person: int) -> bool:
    return bool(column >> person & 1)


def value(digits: list[int], person: int) -> int:
    return sum(1 << place for place, digit in enumerate(digits) if has(digit, person))


@given(COLUMNS, st.integers(-1, 6))
def test_at_least_counts_the_columns_of_each_person(columns: list[int], needed: int) -> None:
    found = at_least(columns, needed, FULL)
    for person in range(PEOPLE):
        assert has(found, person) == (sum(has(one, person) for one in columns) >= needed)


@given(COLUMNS, COLUMNS)
def test_digits_are_added_and_compared_person_by_person(left: list[int], right: list[int]) -> None:
    total, more = add(left, right), greater(left, right)
    for person in range(PEOPLE):
        one, other = value(left, person), value(right, person)
        assert value(total, person) == one + other
        assert has(more, person) == (one > other)


@given(st.binary(min_size=1, max_size=40), st.integers(0, 255))
def test_keys_become_bits_and_bits_become_marks(codes: bytes, key: int) -> None:
    column = column_of(codes[::-1], ONE_OF[key])
    assert [has(column, person) for person in range(len(codes))] == [one == key for one in codes]
    assert list(persons_in(column, len(codes))) == [
        place for place, one in enumerate(codes) if one == key
    ]
    marks = marks_of(column, len(codes))
    assert marks == bytes(codes.translate(marking([key])))
