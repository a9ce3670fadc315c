"""Which questions of a catalogue anything looks at."""

from __future__ import annotations

from collections.abc import Iterator

from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import Rule


def used_questions(catalogue: Catalogue) -> frozenset[str]:
    """Questions that a condition, stage, capability, need or SWOT entry looks at, or that decide whether to ask one."""
    used = set(_directly(catalogue))
    waiting = list(used)
    while waiting:
        rule = catalogue.asked_when_rules.get(waiting.pop())
        for name in () if rule is None else rule.questions:
            if name not in used:
                used.add(name)
                waiting.append(name)
    return frozenset(used)


def _directly(catalogue: Catalogue) -> Iterator[str]:
    for rule in _rules(catalogue):
        yield from rule.questions
    for points in catalogue.stages.points:
        yield points.question
    for overlay in catalogue.stages.overlays.values():
        if overlay.question is not None:
            yield overlay.question
    for capability in catalogue.capabilities:
        yield from capability.indicators


def _rules(catalogue: Catalogue) -> Iterator[Rule]:
    yield from catalogue.rules.values()
    yield from catalogue.measure_rules.values()
    for lots in catalogue.lots.values():
        yield from (rule for _, rule in lots)
    yield from (gate.rule for gate in catalogue.stages.gates)
    for overlay in catalogue.stages.overlays.values():
        yield from (level.rule for level in overlay.levels)
    yield from (one.rule for one in catalogue.needs_rules)
    yield from (one.rule for one in catalogue.swot)
    if catalogue.made_for is not None:
        yield catalogue.made_for
    yield from catalogue.place_rules.values()
    yield from catalogue.story_rules.values()
