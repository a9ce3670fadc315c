"""One programme or measure made runnable for a day: its window, its moments, its conditions as circuits."""

from __future__ import annotations

from dataclasses import dataclass

from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import WindowState
from ccsdesk.rules.language.core import Rule
from ccsdesk.rules.reasoning.circuit import Every, Node, Some
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.groups import conjuncts, lines_in
from ccsdesk.rules.reasoning.moments import Moments, moments_on, window_on


@dataclass(frozen=True, slots=True)
class Way:
    """One way to be eligible: the whole condition, and the conditions of which it needs every one."""

    condition: Condition
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class BoundLot:
    """A lot with its full condition, what it inherits included."""

    id: str
    rule: Rule
    condition: Condition


@dataclass(frozen=True, slots=True)
class Bound:
    """A programme or measure on a day. `ways`: itself, or for a lot-wise one its lots."""

    item: Programme | Measure
    rule: Rule
    window: WindowState
    moments: Moments
    condition: Condition
    ways: tuple[Way, ...]
    lots: tuple[BoundLot, ...]
    rules: int


def bind(
    engine: Engine, item: Programme | Measure, rule: Rule, lots: tuple[tuple[str, Rule], ...] = ()
) -> Bound:
    """Make a programme's rule (and those of its lots) runnable."""
    window = window_on(item, engine.day)
    moments = moments_on(item, window, engine.day)

    def condition(part: Rule) -> Condition:
        return Condition(engine, engine.node(part.test, moments))

    def way(of: Rule) -> Way:
        return Way(condition(of), tuple(condition(part) for part in conjuncts(of)))

    ways = tuple(way(lot) for _, lot in lots) or (way(rule),)
    whole = ways[0].condition
    if lots:
        whole = Condition(engine, _any_lot([way.condition.node for way in ways]))
    return Bound(
        item=item,
        rule=rule,
        window=window,
        moments=moments,
        condition=whole,
        ways=ways,
        lots=tuple(
            BoundLot(lot_id, lot, way.condition)
            for (lot_id, lot), way in zip(lots, ways, strict=False)
        ),
        rules=max(lines_in(lot) for _, lot in lots) if lots else lines_in(rule),
    )


def _any_lot(lots: list[Node]) -> Node:
    """Any of the lots, with what they all ask taken out in front."""
    asked = [list(lot.items) if isinstance(lot, Every) else [lot] for lot in lots]
    shared = [part for part in asked[0] if all(part in others for others in asked[1:])]
    own = tuple(Every(tuple(part for part in parts if part not in shared)) for parts in asked)
    return Every((*shared, Some(own)))
