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
class BoundLot:
    """A lot with its full condition, what it inherits included."""

    id: str
    rule: Rule
    condition: Condition


@dataclass(frozen=True, slots=True)
class Bound:
    """A programme or measure on a day. `parts` are the conditions that all have to hold (none for a lot-wise one)."""

    item: Programme | Measure
    rule: Rule
    window: WindowState
    moments: Moments
    condition: Condition
    parts: tuple[tuple[Rule, Condition], ...]
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

    if lots:
        whole = _any_lot([engine.node(lot.test, moments) for _, lot in lots])
        parts: tuple[tuple[Rule, Condition], ...] = ()
    else:
        whole = engine.node(rule.test, moments)
        parts = tuple((part, condition(part)) for part in conjuncts(rule))
    return Bound(
        item=item,
        rule=rule,
        window=window,
        moments=moments,
        condition=Condition(engine, whole),
        parts=parts,
        lots=tuple(BoundLot(lot_id, lot, condition(lot)) for lot_id, lot in lots),
        rules=lines_in(rule) if not lots else max(lines_in(lot) for _, lot in lots),
    )


def _any_lot(lots: list[Node]) -> Node:
    """Any of the lots, with what they all ask taken out in front."""
    asked = [list(lot.items) if isinstance(lot, Every) else [lot] for lot in lots]
    shared = [part for part in asked[0] if all(part in others for others in asked[1:])]
    own = tuple(Every(tuple(part for part in parts if part not in shared)) for parts in asked)
    return Every((*shared, Some(own)))
