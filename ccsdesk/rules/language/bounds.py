"""Keeps compiled conditions within a size and depth that every evaluator can walk.

Derived facts and blocks are put in place of their names, so a chain of short lines could grow without end.
"""

from __future__ import annotations

from ccsdesk.rules.language.core import Test, Value
from ccsdesk.rules.language.place import LineSource, Span
from ccsdesk.rules.language.questions import parts

MOST_NODES = 20_000
MOST_LEVELS = 100


def within_bounds(item: Test | Value, source: LineSource) -> None:
    """Refuse a condition that has grown too large.

    Raises:
        CatalogueError: more than `MOST_NODES` nodes or `MOST_LEVELS` levels once its facts are put in.
    """
    waiting: list[tuple[Test | Value, int]] = [(item, 1)]
    seen = 0
    while waiting:
        node, level = waiting.pop()
        seen += 1
        if seen > MOST_NODES or level > MOST_LEVELS:
            raise source.mistake(
                "With its derived facts and blocks put in, this condition is too large.",
                Span(0, 0),
                code="too-large",
                advice="Shorten the chain of facts that build on one another.",
            )
        waiting.extend((part, level + 1) for part in parts(node))
