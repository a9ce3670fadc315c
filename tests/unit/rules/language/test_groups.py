"""Groups, exceptions, variants and blocks as rules: their meaning, their parts, what an author may not write."""

from __future__ import annotations

from itertools import product

import pytest

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.compile import compile_rule
from ccsdesk.rules.language.core import Always, RuleKind
from ccsdesk.rules.language.facts import Setting
from ccsdesk.rules.language.written import WrittenLine, WrittenRule
from tests.support.reading import Firm
from tests.support.rules import DICTIONARY, FILE, SETTING, line, rule_of

FACTS = ("novel", "in_difficulty", "legal_form is doo")


def one(text, /, **more):
    return WrittenRule(RuleKind.LINE, line(text), **more)


def group(kind, *texts, **more):
    return WrittenRule(kind, children=tuple(one(text) for text in texts), **more)


def compiled(written):
    return compile_rule(written, DICTIONARY, SETTING)


def every_firm():
    """Give every firm over three facts, with the three truths."""
    for novel, difficulty, doo in product((True, False), repeat=3):
        facts = {
            "novel": "yes" if novel else "no",
            "in_difficulty": "yes" if difficulty else "no",
            "legal_form": "doo" if doo else "sp",
        }
        yield Firm(facts), (novel, difficulty, doo)


@pytest.mark.parametrize(
    ("kind", "count", "meant"),
    [
        (RuleKind.ALL, None, all),
        (RuleKind.ANY, None, any),
        (RuleKind.AT_LEAST, 0, lambda _: True),
        (RuleKind.AT_LEAST, 1, lambda truths: sum(truths) >= 1),
        (RuleKind.AT_LEAST, 2, lambda truths: sum(truths) >= 2),
        (RuleKind.AT_LEAST, 3, lambda truths: sum(truths) >= 3),
        (RuleKind.AT_MOST, 0, lambda truths: sum(truths) <= 0),
        (RuleKind.AT_MOST, 1, lambda truths: sum(truths) <= 1),
        (RuleKind.AT_MOST, 3, lambda _: True),
        (RuleKind.EXACTLY, 0, lambda truths: sum(truths) == 0),
        (RuleKind.EXACTLY, 1, lambda truths: sum(truths) == 1),
        (RuleKind.EXACTLY, 3, lambda truths: sum(truths) == 3),
        (RuleKind.VARIANT, None, lambda truths: truths[1] if truths[0] else truths[2]),
    ],
)
def test_a_group_means_what_it_says_for_every_firm(kind, count, meant):
    rule = compiled(group(kind, *FACTS, count=count))
    for firm, truths in every_firm():
        assert firm.true(rule.test) == meant(truths)
    assert (rule.kind, rule.count, len(rule.children)) == (kind, count, 3)


def test_not_turns_one_condition_round():
    rule = compiled(group(RuleKind.NOT, "novel"))
    for firm, (novel, _, _) in every_firm():
        assert firm.true(rule.test) is not novel


def test_a_variant_without_otherwise_is_satisfied_where_it_does_not_apply():
    rule = compiled(group(RuleKind.VARIANT, "novel", "in_difficulty"))
    for firm, (novel, difficulty, _) in every_firm():
        assert firm.true(rule.test) == (difficulty or not novel)


def test_exceptions_of_line_and_map_both_count():
    written = one("novel unless in_difficulty", unless=one("legal_form is doo"))
    rule = compiled(written)
    for firm, truths in every_firm():
        assert firm.true(rule.test) == any(truths)
    assert rule.unless is not None
    assert rule.unless.kind is RuleKind.ANY
    assert [child.line for child in rule.unless.children] == ["in_difficulty", "legal_form is doo"]
    assert rule.questions == ("legal_form", "in_difficulty", "novel")


def test_an_exception_of_a_group_counts_for_all_of_it():
    written = group(RuleKind.ALL, "novel", "legal_form is doo", unless=one("in_difficulty"))
    rule = compiled(written)
    for firm, (novel, difficulty, doo) in every_firm():
        assert firm.true(rule.test) == ((novel and doo) or difficulty)


def test_a_line_that_is_a_block_has_the_rules_of_the_block_as_children():
    rule = rule_of("at_home")
    assert rule.kind is RuleKind.BLOCK
    assert [child.line for child in rule.children] == ["seat within si", "not in_difficulty"]
    assert rule.text["en"] == "The seat is in Slovenia."
    assert rule.questions == ("seat", "in_difficulty")


def test_a_block_with_an_exception_is_still_a_block():
    rule = rule_of("at_home unless novel")
    assert (rule.kind, len(rule.children)) == (RuleKind.BLOCK, 2)
    assert rule.unless is not None
    assert rule.unless.line == "novel"


def test_a_rule_keeps_its_frame():
    written = one(
        "novel",
        id="new",
        subject="project",
        moment={"sl": "ob podpisu", "en": "at signing"},
        assumed=True,
        source=2,
        shape=("PROJ",),
    )
    rule = compiled(written)
    assert (rule.id, rule.subject, rule.assumed, rule.source) == ("new", "project", True, 2)
    assert rule.moment == {"sl": "ob podpisu", "en": "at signing"}
    assert rule.shape == ("PROJ",)
    assert (rule.line, rule.file, rule.line_number) == ("novel", FILE, 7)


def test_the_authors_own_wording_wins_language_by_language():
    rule = compiled(one("novel", text={"sl": "Projekt je nov."}))
    assert rule.text == {"sl": "Projekt je nov.", "en": "Novelty: yes"}


def test_grouping_does_not_repeat_what_is_said_twice():
    rule = compiled(group(RuleKind.ALL, "novel", "novel"))
    assert rule.test == rule.children[0].test


def test_counting_no_conditions_at_least_holds_always():
    assert compiled(group(RuleKind.AT_LEAST, "novel", count=0)).test == Always(truth=True)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (group(RuleKind.ANY), "This group is empty."),
        (group(RuleKind.AT_LEAST, "novel"), "counts to nothing, but has 1"),
        (group(RuleKind.AT_LEAST, "novel", count=2), "counts to 2, but has 1"),
        (group(RuleKind.EXACTLY, "novel", count=-1), "counts to -1, but has 1"),
        (group(RuleKind.NOT, "novel", "in_difficulty"), "`not` takes one condition; here are 2."),
        (group(RuleKind.VARIANT, "novel"), "here are 1 parts"),
        (WrittenRule(RuleKind.LINE), "A condition without a line."),
    ],
)
def test_a_group_that_can_not_mean_anything_is_told_at_its_place(written, said):
    setting = Setting(file=FILE, line_number=12, column=7)
    with pytest.raises(CatalogueError) as caught:
        compile_rule(written, DICTIONARY, setting)
    assert said in str(caught.value)
    assert caught.value.place == f"{FILE}:12:7"
    assert "{{" not in str(caught.value)


def test_groups_nested_without_end_are_refused():
    written = one("novel")
    for _ in range(2000):
        written = WrittenRule(RuleKind.NOT, children=(written,))
    with pytest.raises(CatalogueError, match="nested more than 30 deep"):
        compiled(written)


def test_a_mistake_in_a_group_stands_where_its_line_stands():
    lines = (WrittenLine("novel", FILE, 3, 9), WrittenLine("novl", FILE, 4, 9))
    children = tuple(WrittenRule(RuleKind.LINE, item) for item in lines)
    with pytest.raises(CatalogueError) as caught:
        compiled(WrittenRule(RuleKind.ALL, children=children, file=FILE, line_number=2))
    assert caught.value.place == f"{FILE}:4:9"
