"""Answer sets as columns: nobody gets another one's answer, and what cannot be right is refused."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.answers import Answer, AnswerSet, DontKnow, Records, Written, exactly
from ccsdesk.rules.reasoning.bulk.columns import NARROW, Batch, Column, Columns
from ccsdesk.rules.reasoning.bulk.index import Index
from tests.support import worlds


def answer_of(columns: Columns, question: str, person: int) -> Answer | None:
    column = columns.column(question)
    return column.answers[column.codes[person]]


@given(st.lists(worlds.answer_sets(), max_size=8))
def test_columns_hold_the_answers_of_everybody(people: list[AnswerSet]) -> None:
    columns = Columns.of(iter(people))
    assert columns.people == len(people)
    for question in (*worlds.NAMES, "nobody was asked this"):
        for person, answers in enumerate(people):
            assert answer_of(columns, question, person) == answers.answers.get(question)


def test_equal_answers_are_one_and_texts_are_not_kept() -> None:
    def records(agreed: str) -> Records:
        return Records(({"agreed": exactly(agreed), "size": DontKnow()},))

    people = [
        AnswerSet({"partners": records("yes"), "name": Written("Ana")}),
        AnswerSet({"partners": records("yes"), "name": Written("Bor")}),
        AnswerSet({"partners": records("no")}),
    ]
    columns = Columns.of(people)
    assert columns.column("partners").answers == (None, records("yes"), records("no"))
    assert columns.column("partners").codes == bytes([1, 1, 2])
    assert columns.column("name") == Column((None, Written("")), bytes([1, 1, 0]))


def test_more_different_answers_than_fit_a_byte_are_kept_apart() -> None:
    many = 3 * NARROW
    columns = Columns.of(AnswerSet({"place": exactly(f"o{number}")}) for number in range(many))
    assert isinstance(columns.column("place").codes, array)
    found = [answer_of(columns, "place", person) for person in range(many)]
    assert found == [exactly(f"o{number}") for number in range(many)]


@pytest.mark.parametrize("codes", [b"\0\0", b"\0\0\2", array("I", [0, 0, 2]), array("I", [0])])
def test_codes_of_other_people_or_of_no_answer_are_refused(codes: bytes) -> None:
    with pytest.raises(ValueError, match="form: "):
        Columns(3, {"form": Column((None, exactly("doo")), codes)})


def test_an_index_keeps_the_bits_that_columns_make_anew() -> None:
    columns = Columns.of([AnswerSet({"form": exactly("doo")}), AnswerSet({})] * 5)
    index = Index.of(columns, size=4)
    sizes = [(batch.start, batch.people) for batch in index.batches()]
    assert sizes == [(0, 4), (4, 4), (8, 2)]

    def having(batch: Batch) -> tuple[int, ...]:
        return batch.having("form")

    kept, again = [[having(batch) for batch in index.batches()] for _ in range(2)]
    assert all(one is other for one, other in zip(kept, again, strict=True))
    assert kept == [having(batch) for batch in columns.batches(4)] == [(10, 5), (10, 5), (2, 1)]
