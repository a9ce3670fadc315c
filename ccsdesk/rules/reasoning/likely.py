"""Which answers a visit is likely to hold soon: none, then one to a question that much hangs on. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ccsdesk.domain.answers import Answer, Choice, Selection
from ccsdesk.domain.question import Kind
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition

QUESTIONS = 4
"""Questions whose answers are tried, those that most conditions look at."""
MOST_OPTIONS = 40
"""A question with more of them, such as one for a place, would take too long."""


def likely_answers(
    engine: Engine, conditions: Sequence[Condition]
) -> Iterator[Mapping[str, Answer]]:
    """No answer at all, then single answers."""
    yield {}
    counts = {
        question: sum(1 for condition in conditions if condition.reach & engine.bit[question])
        for question in engine.questions
    }
    short = [name for name in counts if 0 < len(engine.universes[name].bits) <= MOST_OPTIONS]
    for question in sorted(short, key=lambda name: -counts[name])[:QUESTIONS]:
        several = engine.universes[question].kind is Kind.SEVERAL
        for option in engine.universes[question].bits:
            chosen = frozenset({option})
            yield {question: Selection(frozenset({chosen})) if several else Choice(chosen)}
