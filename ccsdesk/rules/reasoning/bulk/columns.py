"""Answer sets as columns: for each question its distinct answers, and for each person the number of one of them.

Holds answers and nothing of a catalogue, so that the same columns serve any catalogue and any day.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ccsdesk.domain.answers import Answer, AnswerSet, Records, Written
from ccsdesk.rules.reasoning.bulk.bits import ONE_OF, column_of

Codes: TypeAlias = "bytes | array[int]"
"""For each person the number of the answer; bytes where there are no more than 256 answers."""

NARROW = 256
"""So many different answers fit a byte."""
FEW = 64
"""A question with more different answers has no bits made of every one: tests take several of them together."""
BATCH = 1 << 16
"""People worked on at once. A column of so many is 9 kB: some thousand of them are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Column:
    """What people answered to one question. None among the answers: the question was not asked."""

    answers: tuple[Answer | None, ...]
    codes: Codes

    @property
    def has_few(self) -> bool:
        """Whether bits may be made of every answer."""
        return len(self.answers) <= FEW and isinstance(self.codes, bytes)


@dataclass(frozen=True, slots=True)
class Columns:
    """A table of answer sets. Questions without a column were asked of nobody.

    Raises ValueError for a column of another length, or with a code that is no answer's.
    """

    people: int
    columns: Mapping[str, Column]

    def __post_init__(self) -> None:
        """Refuse what would give somebody another one's answer."""
        for question, column in self.columns.items():
            if len(column.codes) != self.people:
                message = f"{question}: {len(column.codes)} codes for {self.people} people"
                raise ValueError(message)
            if _largest(column.codes) >= len(column.answers):
                message = f"{question}: a code without an answer"
                raise ValueError(message)

    @classmethod
    def of(cls, answer_sets: Iterable[AnswerSet]) -> Columns:
        """The columns of these answer sets, which are looked at once, one after the other."""
        making: dict[str, _Making] = {}
        people = 0
        for answer_set in answer_sets:
            for question, answer in answer_set.answers.items():
                if question not in making:
                    making[question] = _Making()
                making[question].add(people, answer)
            people += 1
        return cls(people, {question: one.column(people) for question, one in making.items()})

    def column(self, question: str) -> Column:
        """The column of a question; of one that has none, nobody's answer."""
        return self.columns.get(question) or Column((None,), bytes(self.people))

    def batches(self, size: int = BATCH) -> Iterator[Batch]:
        """The people in batches of this size, made one at a time; the last may be smaller."""
        for start in range(0, self.people, size):
            yield Batch(self, start, min(size, self.people - start))


@dataclass(slots=True)
class Batch:
    """Some people in a row. Remembers the bits of answers it was asked for."""

    columns: Columns
    start: int
    people: int
    full: int = field(init=False)
    """The bit of everybody in the batch."""
    _having: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Everybody."""
        self.full = (1 << self.people) - 1

    def codes(self, question: str) -> Codes:
        """The codes of these people."""
        return self.columns.column(question).codes[self.start : self.start + self.people]

    def having(self, question: str) -> tuple[int, ...]:
        """For each answer of a column that has few, by its code, the bits of those who gave it."""
        known = self._having.get(question)
        if known is None:
            column = self.columns.columns.get(question)
            answers = 1 if column is None else len(column.answers)
            known = (self.full,) if answers == 1 else one_hot(self.codes(question), answers)
            self._having[question] = known
        return known


def one_hot(codes: Codes, many: int) -> tuple[int, ...]:
    """For each of so many codes (at most 256) the bits of the people who have it."""
    backwards = bytes(codes)[::-1]
    return tuple(column_of(backwards, ONE_OF[code]) for code in range(many))


def _largest(codes: Codes) -> int:
    if isinstance(codes, bytes):
        # so many times quicker than max(), which looks at one after the other
        return max(set(codes), default=-1)
    return max(codes, default=-1)


class _Making:
    """A column that grows by one person after the other."""

    def __init__(self) -> None:
        self._codes: bytearray | array[int] = bytearray()
        self._answers: list[Answer | None] = [None]
        self._known: dict[object, int] = {}

    def add(self, person: int, answer: Answer) -> None:
        """The answer of a person; those passed over were not asked."""
        key = _key(answer)
        code = self._known.get(key)
        if code is None:
            code = self._known[key] = len(self._answers)
            # nothing looks into a text, and nobody's text has to be kept
            self._answers.append(Written("") if isinstance(answer, Written) else answer)
            if code == NARROW:
                self._codes = array("I", list(self._codes))
        self._fill(person)
        self._codes.append(code)

    def _fill(self, people: int) -> None:
        self._codes.extend([0] * (people - len(self._codes)))

    def column(self, people: int) -> Column:
        """The finished column."""
        self._fill(people)
        codes = self._codes
        return Column(tuple(self._answers), bytes(codes) if isinstance(codes, bytearray) else codes)


def _key(answer: Answer) -> object:
    """Equal for answers that mean the same to the rules."""
    if isinstance(answer, Written):
        return Written
    if isinstance(answer, Records):
        return tuple(frozenset(row.items()) for row in answer.rows)
    return answer
