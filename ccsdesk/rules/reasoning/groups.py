"""In which of the five groups of the results page a programme stands."""

from __future__ import annotations

from collections.abc import Iterator

from ccsdesk.domain.verdict import Group, Verdict, Window
from ccsdesk.rules.language.core import Rule, RuleKind

OPEN_TO_APPLY = frozenset({Window.NOW, Window.ROLLING})


def group_of(
    verdict: Verdict, window: Window, *, rules: int, check_yourself: int, one_step: bool
) -> Group:
    """The group for a verdict and a window. `one_step`: a single change a firm can make would open it."""
    if verdict is Verdict.NOT_ELIGIBLE:
        near = one_step and window is not Window.CLOSED
        return Group.ONE_STEP if near else Group.NOT_FOR_YOU
    if window is Window.CLOSED:
        return Group.NOT_FOR_YOU
    if verdict is Verdict.OPEN or window is Window.UNKNOWN:
        return Group.NOT_CLEAR
    if window not in OPEN_TO_APPLY:
        return Group.OPENS_LATER
    return Group.NOT_CLEAR if rules == 0 and check_yourself > 0 else Group.APPLY_NOW


def conjuncts(rule: Rule) -> Iterator[Rule]:
    """The conditions that all have to hold, blocks and all-of groups opened up."""
    opened = rule.kind is RuleKind.ALL or (rule.kind is RuleKind.BLOCK and rule.children)
    if opened and rule.unless is None:
        for child in rule.children:
            yield from conjuncts(child)
    else:
        yield rule


def lines_in(rule: Rule) -> int:
    """How many condition lines a rule has, blocks opened up."""
    if rule.kind is RuleKind.LINE or not rule.children:
        return 1 if rule.kind in {RuleKind.LINE, RuleKind.BLOCK} else 0
    return sum(lines_in(child) for child in rule.children)
