"""The shipped catalogue grown to the size it is meant to reach: more programmes, each with conditions of its own.

A copy asks for the same things in another order and with other numbers, so that rules that recognise equal
conditions gain nothing by there being copies.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    All,
    Any,
    Compare,
    Constant,
    CountOf,
    Not,
    Rule,
    Test,
    Value,
)

PROGRAMMES = 137


def grown(catalogue: Catalogue, *, programmes: int = PROGRAMMES) -> Catalogue:
    """The catalogue with so many programmes."""
    ids = sorted(catalogue.programmes)
    items, rules, lots = dict(catalogue.programmes), dict(catalogue.rules), dict(catalogue.lots)
    for number in range(programmes - len(ids)):
        old, round_ = ids[number % len(ids)], 1 + number // len(ids)
        new = f"{old}-{round_}"
        items[new] = replace(items[old], id=new)
        rules[new] = varied(rules[old], round_)
        if old in lots:
            lots[new] = tuple((name, varied(rule, round_)) for name, rule in lots[old])
    return replace(
        catalogue,
        programmes=dict(sorted(items.items())),
        rules=dict(sorted(rules.items())),
        lots=dict(sorted(lots.items())),
    )


def varied(rule: Rule, by: int) -> Rule:
    """The rule with its conditions in another order and its numbers a little larger."""
    return replace(
        rule,
        test=_test(rule.test, by),
        children=tuple(varied(child, by) for child in rule.children),
        unless=None if rule.unless is None else varied(rule.unless, by),
    )


def _test(test: Test, by: int) -> Test:
    match test:
        case All(items):
            return All(_turned(items, by))
        case Any(items):
            return Any(_turned(items, by))
        case CountOf(items, low, high):
            return CountOf(_turned(items, by), low, high)
        case Not(item):
            return Not(_test(item, by))
        case Compare(relation, left, right):
            return Compare(relation, _value(left, by), _value(right, by))
        case _:
            return test


def _turned(items: tuple[Test, ...], by: int) -> tuple[Test, ...]:
    """Each of them varied, beginning with another one."""
    at = by % len(items) if items else 0
    return tuple(_test(item, by) for item in (*items[at:], *items[:at]))


def _value(value: Value, by: int) -> Value:
    if isinstance(value, Constant) and isinstance(value.value, Decimal):
        return Constant(value.value + by)
    return value
