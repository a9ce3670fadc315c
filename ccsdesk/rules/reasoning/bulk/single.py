"""Single tests over a batch of people: which bits of which answers make them yes and no.

A test of one question is a union of its answers. A test that looks at several is run once for each combination of
answers that people have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bulk.bits import Bits, column_of, marking, marks_of
from ccsdesk.rules.reasoning.bulk.columns import NARROW, Batch, one_hot
from ccsdesk.rules.reasoning.bulk.possible import Possible
from ccsdesk.rules.reasoning.engine import Atom

Masks: TypeAlias = "tuple[int, ...]"
MOST_KNOWN = 1 << 17
"""Combinations of answers kept in memory, so that a table in which all differ does not fill it."""
_IS_YES, _IS_NO = marking([YES]), marking([NO])


@dataclass(slots=True)
class Pieces:
    """The answers of a question, those taken together that no test of a plan tells apart.

    `table` says in which piece each answer is. None: each answer is a piece, whose bits the batch has.
    """

    question: str
    table: Sequence[int] | None = None
    count: int = 0

    def masks(self, batch: Batch) -> Masks:
        """The bits of each piece."""
        if self.table is None:
            return batch.having(self.question)
        codes = batch.codes(self.question)
        if isinstance(codes, bytes):
            table = bytes(self.table)
            return one_hot(codes.translate(table.ljust(256, b"\0")), self.count)
        return one_hot(bytes(map(self.table.__getitem__, codes)), self.count)


def pieces_of(
    possible: Possible, question: str, truths: Sequence[Sequence[bytes]]
) -> list[tuple[Pieces, int]]:
    """For each test its pieces; `truths`: of each test, in each way of being asked, those of every answer.

    Returns them with how many tests in a row share them: as many as leave no more pieces than fit a byte.
    """
    answers = len(possible.raw(question))
    if possible.columns.column(question).has_few:
        return [(Pieces(question), len(truths))]
    result: list[tuple[Pieces, int]] = []
    table, count, tests = [0] * answers, 1, 0
    for test in truths:
        finer, more = _split(table, test)
        if more > NARROW:
            result.append((Pieces(question, table, count), tests))
            finer, more = _split([0] * answers, test)
            tests = 0
        table, count, tests = finer, more, tests + 1
    return [*result, (Pieces(question, table, count), tests)]


def _split(table: Sequence[int], test: Sequence[bytes]) -> tuple[list[int], int]:
    """The pieces cut further by a test, and how many there are then."""
    numbers: dict[tuple[int, ...], int] = {}
    seen = [numbers.setdefault(key, len(numbers)) for key in zip(table, *test, strict=True)]
    return seen, len(numbers)


@dataclass(frozen=True, slots=True)
class _Union:
    """Some pieces; or, where that is fewer, those left out."""

    pieces: tuple[int, ...]
    left_out: bool

    @classmethod
    def of(cls, truths: bytes, wanted: int) -> _Union:
        those = tuple(piece for piece, truth in enumerate(truths) if truth == wanted)
        if 2 * len(those) <= len(truths):
            return cls(those, left_out=False)
        rest = tuple(piece for piece, truth in enumerate(truths) if truth != wanted)
        return cls(rest, left_out=True)

    def column(self, masks: Masks, full: int) -> int:
        """The bits of these pieces together."""
        result = 0
        for piece in self.pieces:
            result = result | masks[piece] if result else masks[piece]
        return full ^ result if self.left_out else result


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where a test of one question is yes and no, the question being asked in one way."""

    yes: _Union
    no: _Union
    is_open: bool
    """Whether there is anything between."""

    @classmethod
    def of(cls, truths: bytes) -> _Asked:
        return cls(_Union.of(truths, YES), _Union.of(truths, NO), OPEN in truths)

    def bits(self, masks: Masks, full: int) -> Bits:
        yes = self.yes.column(masks, full)
        return Bits(yes, self.no.column(masks, full) if self.is_open else full ^ yes)


@dataclass(slots=True)
class Single:
    """A test of one question. `hidden`: where among the steps it stands whether the question is asked."""

    pieces: Pieces
    hidden: int | None
    when_asked: _Asked
    when_open: _Asked | None
    otherwise: int
    """Its truth where the question does not apply."""

    def bits(self, masks: Masks, done: Sequence[Bits], full: int) -> Bits:
        """Where it is yes and no; `masks`: the bits of its pieces."""
        asked = self.when_asked.bits(masks, full)
        if self.hidden is None or self.when_open is None:
            return asked
        asking = done[self.hidden]
        yes, no = asking.yes & asked.yes, asking.yes & asked.no
        perhaps = asking.open(full)
        if perhaps:
            unsure = self.when_open.bits(masks, full)
            yes |= perhaps & unsure.yes
            no |= perhaps & unsure.no
        if self.otherwise == YES:
            yes |= asking.no
        elif self.otherwise == NO:
            no |= asking.no
        return Bits(yes, no)


def single(pieces: Pieces, truths: Sequence[bytes], hidden: int | None) -> Single:
    """The test made of its truths: not asked (one), perhaps asked and asked; or asked alone."""

    def of_pieces(one: bytes) -> _Asked:
        if pieces.table is None:
            return _Asked.of(one)
        by_piece = bytearray(pieces.count)
        for answer, piece in enumerate(pieces.table):
            by_piece[piece] = one[answer]
        return _Asked.of(bytes(by_piece))

    if hidden is None:
        return Single(pieces, None, of_pieces(truths[-1]), None, OPEN)
    return Single(pieces, hidden, of_pieces(truths[2]), of_pieces(truths[1]), truths[0][0])


class _Known(dict[tuple[int, ...], int]):
    """Truths by the answers (and whether each question is asked), worked out when first looked up."""

    def __init__(self, possible: Possible, atom: Atom, hidden: Sequence[int | None]) -> None:
        super().__init__()
        self._possible = possible
        self._atom = atom
        self._hidden = hidden

    def __missing__(self, key: tuple[int, ...]) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
        parts = iter(key)
        codes, asked = [], []
        for hidden in self._hidden:
            codes.append(next(parts))
            asked.append(YES if hidden is None else _asked(next(parts), next(parts)))
        truth = self[key] = self._possible.truth(self._atom, tuple(codes), tuple(asked))
        return truth


def _asked(yes: int, no: int) -> int:
    """The truth that two marks say."""
    if yes == _SET:
        return YES
    return NO if no == _SET else OPEN


_SET = ord("1")


@dataclass(slots=True)
class Joint:
    """A test that looks at several questions. `hidden` as for `Single`, for each of them."""

    atom: Atom
    hidden: tuple[int | None, ...]
    known: _Known = field(init=False)
    possible: Possible

    def __post_init__(self) -> None:
        """Nothing is known yet."""
        self.known = _Known(self.possible, self.atom, self.hidden)

    def bits(self, batch: Batch, done: Sequence[Bits]) -> Bits:
        """Where it is yes and no."""
        seen: list[Sequence[int]] = []
        for question, hidden in zip(self.atom.questions, self.hidden, strict=True):
            seen.append(batch.codes(question))
            if hidden is not None:
                asking = done[hidden]
                seen.append(marks_of(asking.yes, batch.people))
                seen.append(marks_of(asking.no, batch.people))
        truths = bytes(map(self.known.__getitem__, zip(*seen, strict=True)))
        backwards = truths[::-1]
        return Bits(column_of(backwards, _IS_YES), column_of(backwards, _IS_NO))
