"""The condition tree of a programme with the state of every node and the answers each looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ccsdesk.domain.verdict import Reason
from ccsdesk.rules.language.core import (
    Dated,
    Moment,
    MomentName,
    RoundParameter,
    Rule,
    RuleKind,
    Test,
    Value,
    period_on,
)
from ccsdesk.rules.language.questions import parts
from ccsdesk.rules.language.sentences import heading
from ccsdesk.rules.reasoning.atoms import TRUTHS
from ccsdesk.rules.reasoning.bound import Bound
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.view import View


@dataclass(frozen=True, slots=True)
class Told:
    """A rule of a programme made runnable, with those inside it; what it says is the same for all answers."""

    rule: Rule
    condition: Condition
    assumed: bool
    source: str | None
    children: tuple[Told, ...]


def told_rules(engine: Engine, bound: Bound) -> tuple[Told, ...]:
    """The rule of a programme, or those of its lots, ready to be told any number of times."""
    rules = [lot.rule for lot in bound.lots] or [bound.rule]
    return tuple(_told(engine, bound, rule) for rule in rules)


def _told(engine: Engine, bound: Bound, rule: Rule) -> Told:
    return Told(
        rule=rule,
        condition=Condition(engine, engine.node(rule.test, bound.moments)),
        assumed=rule.assumed or (not rule.children and _leans_on_expected(bound, rule)),
        source=_source(bound, rule),
        children=tuple(_told(engine, bound, child) for child in rule.children),
    )


def reason_tree(engine: Engine, bound: Bound, rules: tuple[Told, ...], view: View) -> Reason:
    """The whole tree; for a lot-wise programme an any-of over its lots."""
    if not bound.lots:
        return _reason(rules[0], view)
    asked = {question for lot in bound.lots for question in lot.rule.questions}
    return Reason(
        kind=RuleKind.ANY.value,
        state=TRUTHS[bound.condition.settled(view)],
        text={
            language: heading(RuleKind.ANY, None, language)
            for language in engine.catalogue.languages
        },
        questions=tuple(question for question in engine.questions if question in asked),
        children=tuple(_reason(told, view) for told in rules),
    )


def _reason(told: Told, view: View) -> Reason:
    rule = told.rule
    return Reason(
        kind="condition" if rule.kind is RuleKind.LINE else rule.kind.value,
        state=TRUTHS[told.condition.settled(view)],
        text=rule.text,
        questions=rule.questions,
        subject=rule.subject,
        assumed=told.assumed,
        source=told.source,
        children=tuple(_reason(child, view) for child in told.children),
    )


def _leans_on_expected(bound: Bound, rule: Rule) -> bool:
    """Whether a day or value of a round is not announced, so that another stands in for it."""
    waiting: list[Test | Value] = [rule.test]
    while waiting:
        node = waiting.pop()
        if isinstance(node, RoundParameter) and node.name not in bound.moments.parameters:
            return True
        if isinstance(node, Moment) and node.name in bound.moments.assumed:
            return True
        if isinstance(node, Dated):
            on = date.fromordinal(bound.moments.days[MomentName.SUBMISSION])
            if not period_on(node, on)[1]:
                return True
        waiting.extend(parts(node))
    return False


def _source(bound: Bound, rule: Rule) -> str | None:
    """The address of the source a rule names, counted from 1 in the sources of its file's entry."""
    sources = bound.item.sources
    if rule.source is None or rule.source > len(sources):
        return None
    return sources[rule.source - 1].url
