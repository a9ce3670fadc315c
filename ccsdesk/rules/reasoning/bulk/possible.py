"""What the answers of columns may mean to an engine; single tests run once for each answer, not for each person.

What `View.of` gives one person is given here for an answer and for whether the question is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bulk.columns import Columns
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.sets import CellSet, PossibleSet, only_na, with_na


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts that a single test may look at."""

    sets: Mapping[str, PossibleSet]

    def of(self, question: str) -> PossibleSet:
        """What the question may be."""
        return self.sets[question]

    def cell(self, column: str) -> CellSet:
        """There is no record here."""
        message = f"column {column} looked at outside a record"
        raise LookupError(message)


class Possible:
    """The answers of some columns as an engine sees them."""

    def __init__(self, engine: Engine, columns: Columns) -> None:
        self.engine = engine
        self.columns = columns
        self._raw: dict[str, tuple[PossibleSet, ...]] = {}

    def raw(self, question: str) -> tuple[PossibleSet, ...]:
        """What each answer of the column means, were the question asked."""
        known = self._raw.get(question)
        if known is None:
            universe = self.engine.universes[question]
            inner = self.engine.columns_of(question)
            known = self._raw[question] = tuple(
                universe.possible(answer, inner) for answer in self.columns.column(question).answers
            )
        return known

    def of(self, question: str, code: int, asked: int) -> PossibleSet:
        """What the question may be; one that is not asked does not apply."""
        raw = self.raw(question)[code]
        if asked == YES:
            return raw
        return only_na(raw) if asked == NO else with_na(raw)

    def truth(self, atom: Atom, codes: tuple[int, ...], asked: tuple[int, ...]) -> int:
        """The truth of a single test for one answer to each of its questions."""
        sets = {
            question: self.of(question, code, how)
            for question, code, how in zip(atom.questions, codes, asked, strict=True)
        }
        return atom.run(_Facts(sets))

    def truths(self, atom: Atom, asked: int) -> bytes:
        """The truths of a test about one question, for each of its answers."""
        answers = range(1 if asked == NO else len(self.raw(atom.questions[0])))
        return bytes(self.truth(atom, (code,), (asked,)) for code in answers)

    def ways_of_asking(self, question: str) -> tuple[int, ...]:
        """The truths that asking a question can have: it is always asked where nothing is said of it."""
        return (NO, OPEN, YES) if question in self.engine.asked else (YES,)
