"""The five groups of the results page, and how conditions are counted."""

from __future__ import annotations

import pytest

from ccsdesk.domain.verdict import Group, Verdict, Window
from ccsdesk.rules.language.core import Always, IsOneOf, Rule, RuleKind
from ccsdesk.rules.reasoning.groups import conjuncts, group_of, lines_in
from tests.support import worlds

SP = worlds.rule(IsOneOf("form", frozenset({"sp"})))
YOUNG = worlds.rule(IsOneOf("young", frozenset({"yes"})))


def group(
    verdict: Verdict, window: Window, *, rules: int = 1, check: int = 0, step: bool = False
) -> Group:
    return group_of(verdict, window, rules=rules, check_yourself=check, one_step=step)


@pytest.mark.parametrize("window", [Window.NOW, Window.ROLLING])
def test_what_one_is_eligible_for_and_can_hand_in_is_to_apply_for(window: Window) -> None:
    assert group(Verdict.ELIGIBLE, window) is Group.APPLY_NOW
    assert group(Verdict.ELIGIBLE, window, check=3) is Group.APPLY_NOW
    assert group(Verdict.ELIGIBLE, window, rules=0) is Group.APPLY_NOW


@pytest.mark.parametrize("window", [Window.NOW, Window.ROLLING])
def test_what_only_check_yourself_lines_decide_is_not_clear(window: Window) -> None:
    assert group(Verdict.ELIGIBLE, window, rules=0, check=1) is Group.NOT_CLEAR


def test_what_one_is_eligible_for_later_opens_later() -> None:
    assert group(Verdict.ELIGIBLE, Window.LATER) is Group.OPENS_LATER
    assert group(Verdict.ELIGIBLE, Window.LATER, rules=0, check=1) is Group.OPENS_LATER


def test_an_unknown_window_is_not_clear() -> None:
    assert group(Verdict.ELIGIBLE, Window.UNKNOWN) is Group.NOT_CLEAR


@pytest.mark.parametrize("window", set(Window) - {Window.CLOSED})
def test_what_is_open_is_not_clear_and_what_fails_is_one_step_away_or_not_for_you(
    window: Window,
) -> None:
    assert group(Verdict.OPEN, window) is Group.NOT_CLEAR
    assert group(Verdict.NOT_ELIGIBLE, window, step=True) is Group.ONE_STEP
    assert group(Verdict.NOT_ELIGIBLE, window) is Group.NOT_FOR_YOU


@pytest.mark.parametrize("verdict", Verdict)
def test_what_is_closed_is_not_for_you(verdict: Verdict) -> None:
    assert group(verdict, Window.CLOSED) is Group.NOT_FOR_YOU
    assert group(verdict, Window.CLOSED, step=True) is Group.NOT_FOR_YOU


# -- conditions ----------------------------------------------------------------------------------


def made(kind: RuleKind, *children: Rule, unless: Rule | None = None) -> Rule:
    return Rule(kind, Always(truth=True), {}, (), children, unless)


def test_all_of_groups_and_blocks_are_opened_up() -> None:
    either = made(RuleKind.ANY, SP, YOUNG)
    block = made(RuleKind.BLOCK, YOUNG, either)
    assert list(conjuncts(made(RuleKind.ALL, SP, block))) == [SP, YOUNG, either]
    bare = made(RuleKind.BLOCK)
    assert list(conjuncts(bare)) == [bare]
    assert list(conjuncts(made(RuleKind.ALL))) == []


def test_what_has_an_exception_stays_whole() -> None:
    excepted = made(RuleKind.ALL, SP, YOUNG, unless=SP)
    assert list(conjuncts(made(RuleKind.ALL, excepted, SP))) == [excepted, SP]


def test_lines_are_counted_wherever_they_stand() -> None:
    variant = made(RuleKind.VARIANT, SP, made(RuleKind.ALL, SP, YOUNG), YOUNG)
    assert lines_in(SP) == 1
    assert lines_in(made(RuleKind.ALL)) == 0
    assert lines_in(made(RuleKind.BLOCK)) == 1
    assert lines_in(made(RuleKind.ALL, SP, made(RuleKind.BLOCK, YOUNG, SP), variant)) == 7
