"""The diagram of a condition before any answer, kept for good, and how the condition stands once something is answered.

It holds no answers, so that every visit and every thread can use it. Answers only close ways in it: nothing has to be
split or tried any more. For answers of a kind that it cannot follow it says so, and is of no use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ccsdesk.rules.reasoning.atoms import OPEN, YES
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.sets import PossibleSet
from ccsdesk.rules.reasoning.shares import Share, is_plain, joined, left_of
from ccsdesk.rules.reasoning.splitting import Assumed
from ccsdesk.rules.reasoning.view import View

FIRST_FORK: Final = YES + 1
"""Forks are numbered from here; NO and YES are the ends."""


class Fork(NamedTuple):
    """Where what a question is, or how an open test turns out, leads to different ends; equal forks are one."""

    own: int
    """The questions (bits) that decide which way it goes."""
    question: str
    """The question; of a test, the first that it looks at."""
    atom: int
    """The number of the test; -1 for a question."""
    ways: tuple[tuple[int, Share | None], ...]
    """The ends or forks that it leads to, each with the share of the question; of a test those for no and for yes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The truth that every completion agrees on, or OPEN, and the questions (bits) that can still decide it."""

    truth: int
    missing: int


@dataclass(frozen=True, slots=True)
class Whole:
    """The diagram of one condition over all that its questions may be.

    `support` are the questions (bits) in and under every end and fork. `tangled` are those of tests that were taken as
    a whole and that an answer could split.
    """

    root: int
    forks: tuple[Fork, ...]
    numbers: Mapping[Fork, int]
    support: tuple[int, ...]
    tangled: int

    def standing(self, engine: Engine, view: View) -> Standing | None:
        """How the condition stands in a view; None where this cannot follow its answers."""
        closed = view.narrowed & self.support[self.root]
        if not closed:
            return self._at(self.root, self.support[self.root])
        if closed & self.tangled:
            return None
        given = {question: view.raw(question) for question in engine.named(closed)}
        if not all(is_plain(possible) for possible in given.values()):
            return None
        rest = _Rest(self, engine, view, closed, given)
        try:
            end = rest.of(self.root)
        except RecursionError:
            return None
        return self._at(end, rest.support_of(end))

    def _at(self, end: int, support: int) -> Standing:
        return Standing(end if end < FIRST_FORK else OPEN, support)


@dataclass(slots=True)
class _Rest:
    """What is left of a whole in a view: its own forks where answers change something, those of the whole elsewhere."""

    whole: Whole
    engine: Engine
    view: View
    closed: int
    given: Mapping[str, PossibleSet]
    _done: dict[int, int] = field(default_factory=dict)
    _numbers: dict[Fork, int] = field(default_factory=dict)
    _support: list[int] = field(default_factory=list)

    def of(self, number: int) -> int:
        """The end or fork that one of the whole comes to."""
        if not self.whole.support[number] & self.closed:
            return number
        known = self._done.get(number)
        if known is None:
            fork = self.whole.forks[number - FIRST_FORK]
            known = self._done[number] = (
                self._test(fork) if fork.atom >= 0 else self._question(fork)
            )
        return known

    def support_of(self, number: int) -> int:
        """The questions (bits) in and under an end or fork."""
        more = number - len(self.whole.support)
        return self._support[more] if more >= 0 else self.whole.support[number]

    def _question(self, fork: Fork) -> int:
        possible = self.given.get(fork.question)
        ends: dict[int, Share] = {}
        for end, share in fork.ways:
            left = share if possible is None or share is None else left_of(share, possible)
            if left is not None:
                to = self.of(end)
                ends[to] = joined(ends[to], left) if to in ends else left
        return self._numbered(fork._replace(ways=tuple(sorted(ends.items()))))

    def _test(self, fork: Fork) -> int:
        possible = self.given.get(fork.question)
        if possible is not None:
            atom = self.engine.atoms[fork.atom]
            truth = atom.run(Assumed(self.view, fork.question, possible))
            if truth != OPEN:
                return self.of(fork.ways[truth // YES][0])
        ends = [(self.of(end), None) for end, _ in fork.ways]
        return self._numbered(fork._replace(ways=tuple(ends)))

    def _numbered(self, fork: Fork) -> int:
        """The number of a fork, which may be known; the end itself if there is only one."""
        ends = {end for end, _ in fork.ways}
        if len(ends) == 1:
            return ends.pop()
        known = self.whole.numbers.get(fork) or self._numbers.get(fork)
        if known is None:
            support = fork.own
            for end in ends:
                support |= self.support_of(end)
            known = self._numbers[fork] = len(self.whole.support) + len(self._support)
            self._support.append(support)
        return known
