"""A catalogue against many people: verdicts by batch, counts, and what a rule that is not in it would come to.

The verdicts are those of `Condition.truth`, bit for bit; where asked, those left open are settled by the exact step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ccsdesk.domain.errors import GivenUpError
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import Test
from ccsdesk.rules.reasoning.bound import Bound, bind
from ccsdesk.rules.reasoning.bulk.bits import Bits
from ccsdesk.rules.reasoning.bulk.columns import BATCH, Batch, Columns
from ccsdesk.rules.reasoning.bulk.counts import NOBODY, Counts, ProgrammeCount, Tally
from ccsdesk.rules.reasoning.bulk.index import Index
from ccsdesk.rules.reasoning.bulk.plan import Pause, Plan
from ccsdesk.rules.reasoning.bulk.settling import Settling
from ccsdesk.rules.reasoning.bulk.stages import ReadyStages, Stages
from ccsdesk.rules.reasoning.circuit import Node
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.stage import Staging

People: TypeAlias = Columns | Index
Progress: TypeAlias = Callable[[int, int], None]
"""Told after each batch how many people are done, and of how many."""
Cancelled: TypeAlias = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class BatchVerdicts:
    """The verdicts of so many people, the first of whom is `start`: by programme or measure, bit i for the i-th."""

    start: int
    people: int
    programmes: Mapping[str, Bits]


class Bulk:
    """A catalogue bound to a day, for many people at a time. Use it in one thread only.

    `batch`: of how many people of columns the bits are in memory at a time; an index has batches of its own.
    """

    def __init__(self, catalogue: Catalogue, day: date, *, batch: int = BATCH) -> None:
        self.batch = batch
        self._engine = Engine(catalogue, day)
        self._stages = Stages(self._engine, Staging(self._engine))
        programmes = [
            bind(self._engine, item, catalogue.rules[key], catalogue.lots.get(key, ()))
            for key, item in sorted(catalogue.programmes.items())
        ]
        measures = [
            bind(self._engine, item, catalogue.measure_rules[key])
            for key, item in sorted(catalogue.measures.items())
        ]
        self._bound: dict[str, Bound] = {bound.item.id: bound for bound in (*programmes, *measures)}

    def verdicts(
        self,
        people: People,
        *,
        exact: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Iterator[BatchVerdicts]:
        """The verdicts batch by batch, in order, one batch in memory at a time.

        `exact`: settle those left open. Raises GivenUpError soon after `cancelled` says yes.
        """
        run = _Run(self, people, self._bound, (), exact=exact, cancelled=cancelled)
        for batch, done in run.batches(progress):
            found = {key: run.verdict(key, batch, done) for key in self._bound}
            yield BatchVerdicts(batch.start, batch.people, found)

    def counts(
        self,
        people: People,
        *,
        exact: bool = False,
        stages: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Counts:
        """How many people each programme fits, and fail each condition. `stages`: the same by stage.

        `exact`: settle the verdicts left open; conditions count as failed by their three-valued truth in either case.
        Raises GivenUpError soon after `cancelled` says yes.
        """
        more = self._stages.nodes if stages else []
        run = _Run(self, people, self._bound, more, exact=exact, cancelled=cancelled)
        ready = self._stages.ready(run.plan, run.settling) if stages else None
        adding = _Adding(run, self._bound, ready)
        for batch, done in run.batches(progress):
            adding.add(batch, done)
        return adding.counts(people.people)

    def what_if(
        self,
        people: People,
        test: Test,
        *,
        programme: str | None = None,
        exact: bool = False,
        cancelled: Cancelled | None = None,
    ) -> Tally:
        """How many people a condition that is not in the catalogue would be yes, no and open for.

        `programme`: whose window and round the condition refers to; KeyError if there is none of that id.
        """
        engine = self._engine
        moments = engine.plain if programme is None else self._bound[programme].moments
        condition = Condition(engine, engine.node(test, moments))
        run = _Run(self, people, {}, (condition.node,), exact=exact, cancelled=cancelled)
        tally = NOBODY
        for batch, done in run.batches(None):
            tally = tally.plus(Tally.of(run.bits(condition, batch, done), batch.people))
        return tally

    @property
    def engine(self) -> Engine:
        """What the conditions are made of."""
        return self._engine

    @property
    def bound(self) -> Mapping[str, Bound]:
        """Programmes and then measures by id, as they are on the day."""
        return self._bound


class _Run:
    """One way through all people."""

    def __init__(
        self,
        bulk: Bulk,
        people: People,
        bound: Mapping[str, Bound],
        more: Sequence[Node],
        *,
        exact: bool,
        cancelled: Cancelled | None,
    ) -> None:
        columns = people.columns if isinstance(people, Index) else people
        conditions = [bound.condition for bound in bound.values()]
        parts = [part for one in bound.values() for way in one.ways for part in way.parts]
        nodes = [condition.node for condition in (*conditions, *parts)]
        self.plan = Plan(bulk.engine, columns, (*nodes, *more))
        self.settling = Settling(bulk.engine, columns)
        self.pause: Pause = _stopping(cancelled)
        self._people = people
        self._size = bulk.batch
        self._bound = bound
        self._exact = exact

    def batches(self, progress: Progress | None) -> Iterator[tuple[Batch, Sequence[Bits]]]:
        """Each batch, and the bits of all steps in it."""
        people = self._people
        total = people.people
        batches = people.batches() if isinstance(people, Index) else people.batches(self._size)
        for batch in batches:
            yield batch, self.plan.run(batch, self.pause)
            if progress is not None:
                progress(batch.start + batch.people, total)
        self.pause()

    def verdict(self, key: str, batch: Batch, done: Sequence[Bits]) -> Bits:
        """The verdicts of a programme or measure."""
        return self.bits(self._bound[key].condition, batch, done)

    def bits(self, condition: Condition, batch: Batch, done: Sequence[Bits]) -> Bits:
        """The truths of a condition; settled where that was asked for."""
        bits = done[self.plan.place(condition.node)]
        if not self._exact:
            return bits
        return self.settling.settle(condition, batch, bits, self.pause)


def _stopping(cancelled: Cancelled | None) -> Pause:
    def pause() -> None:
        if cancelled is not None and cancelled():
            raise GivenUpError

    return pause


class _Adding:
    """Counts that grow batch by batch."""

    def __init__(self, run: _Run, bound: Mapping[str, Bound], stages: ReadyStages | None) -> None:
        self._run = run
        self._stages = stages
        self._verdicts = dict.fromkeys(bound, NOBODY)
        self._parts = {
            key: tuple(tuple(run.plan.place(part.node) for part in way.parts) for way in one.ways)
            for key, one in bound.items()
        }
        places = {place for ways in self._parts.values() for way in ways for place in way}
        self._failed = dict.fromkeys(sorted(places), 0)
        self._people: dict[str | None, int] = {}
        self._eligible: dict[str, dict[str | None, int]] = {key: {} for key in bound}

    def add(self, batch: Batch, done: Sequence[Bits]) -> None:
        """The people of a batch, too."""
        for place in self._failed:
            self._failed[place] += done[place].no.bit_count()
        staged = {} if self._stages is None else self._stages.of(batch, done, self._run.pause)
        for stage, people in staged.items():
            self._people[stage] = self._people.get(stage, 0) + people.bit_count()
        for key, tally in self._verdicts.items():
            bits = self._run.verdict(key, batch, done)
            self._verdicts[key] = tally.plus(Tally.of(bits, batch.people))
            eligible = self._eligible[key]
            for stage, people in staged.items():
                eligible[stage] = eligible.get(stage, 0) + (people & bits.yes).bit_count()

    def counts(self, people: int) -> Counts:
        """All that was added up."""
        programmes = {
            key: ProgrammeCount(
                verdicts,
                tuple(tuple(self._failed[place] for place in way) for way in self._parts[key]),
                self._eligible[key],
            )
            for key, verdicts in self._verdicts.items()
        }
        return Counts(people, programmes, self._people)
