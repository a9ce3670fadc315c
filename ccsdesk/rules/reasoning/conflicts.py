"""What stands against a plan: programmes that bear on each other, a closed call, a day that comes too late.

It only tells; the plan stays as the person wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ccsdesk.domain.plan import ConflictKind, PlannedConflict
from ccsdesk.domain.programme import Relation
from ccsdesk.domain.verdict import ProgrammeResult, Verdict, Window
from ccsdesk.rules.catalogue.catalogue import Catalogue

BETWEEN_CHOSEN = frozenset(
    {ConflictKind.EXCLUDES, ConflictKind.EXCLUDES_SAME_COST, ConflictKind.REDUCED_BY}
)


def conflicts(
    catalogue: Catalogue,
    names: Sequence[str],
    results: Mapping[str, ProgrammeResult],
    *,
    dates: Mapping[str, date],
    day: date,
) -> Iterator[PlannedConflict]:
    """All that stands against the chosen ones, in their order; between two of them each thing once."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for name in names:
        yield from _alone(results[name], dates.get(name), day)
        for relation in catalogue.programmes[name].relations:
            pair = (relation.kind, frozenset({name, relation.programme}))
            if relation.kind == ConflictKind.REQUIRES:
                kind = _required(name, relation.programme, names, results, dates=dates)
            elif relation.kind in BETWEEN_CHOSEN and relation.programme in names:
                kind = None if pair in seen else ConflictKind(relation.kind)
            else:
                kind = None
            if kind is not None:
                seen.add(pair)
                yield _between(kind, name, relation)


def _between(kind: ConflictKind, name: str, relation: Relation) -> PlannedConflict:
    return PlannedConflict(kind, name, relation.programme, relation.note)


def _required(
    name: str,
    other: str,
    names: Sequence[str],
    results: Mapping[str, ProgrammeResult],
    *,
    dates: Mapping[str, date],
) -> ConflictKind | None:
    """A requirement a person can't apply for any more is either met already, or the programme would not fit."""
    if other in names:
        later = names.index(other) > names.index(name)
        days = (dates.get(name), dates.get(other))
        if days[0] is not None and days[1] is not None:
            later = later or days[1] > days[0]
        return ConflictKind.WRONG_ORDER if later else None
    required = results.get(other)
    obtainable = required is not None and required.verdict is not Verdict.NOT_ELIGIBLE
    return ConflictKind.REQUIRES if obtainable else None


def _alone(result: ProgrammeResult, own: date | None, day: date) -> Iterator[PlannedConflict]:
    window = result.window
    if window.window is Window.CLOSED:
        yield PlannedConflict(ConflictKind.CLOSED, result.id)
    if result.verdict is Verdict.NOT_ELIGIBLE:
        yield PlannedConflict(ConflictKind.NOT_ELIGIBLE, result.id)
    if own is None:
        return
    if own < day:
        yield PlannedConflict(ConflictKind.PASSED, result.id, day=own)
    elif window.closes is not None and own > window.closes:
        yield PlannedConflict(ConflictKind.TOO_LATE, result.id, day=window.closes)
    elif window.opens is not None and own < window.opens:
        yield PlannedConflict(ConflictKind.TOO_EARLY, result.id, day=window.opens)
