"""Conditions as written: groups, what stands beside them, and what YAML would take away unseen."""

from __future__ import annotations

import pytest

from ccsdesk.rules.catalogue.conditions import read_rules
from ccsdesk.rules.catalogue.marks import Mark
from ccsdesk.rules.catalogue.mistakes import Mistakes
from ccsdesk.rules.catalogue.source import read_bytes
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.values import Frame
from ccsdesk.rules.language.core import RuleKind


def reading(text):
    work = Workshop(Frame(("en", "de")), Mistakes())
    rule = read_rules(Spot.of_file("f.yaml", read_bytes(text.encode(), "f.yaml")), work)
    return rule, work.mistakes.found


def read(text):
    rule, mistakes = reading(text)
    assert [str(one) for one in mistakes] == []
    return rule


def only_mistake(text):
    _, mistakes = reading(text)
    assert len(mistakes) == 1, [str(one) for one in mistakes]
    return mistakes[0]


def test_lines_know_where_their_text_begins():
    rule = read("- a is b\n- {rule: c is d, id: x}\n- 'e is f'\n")
    places = [(one.line.text, one.line.line_number, one.line.column) for one in rule.children]
    assert places == [("a is b", 1, 3), ("c is d", 2, 10), ("e is f", 3, 4)]


def test_groups_nest():
    rule = read(
        "- any:\n    - a\n    - not: b\n"
        "- at least 2 of: [a, b, c]\n"
        "- at most 1 of: [a, b]\n"
        "- exactly 1 of: [a, b]\n"
        "- {when: a, then: [b, c], otherwise: [d]}\n"
    )
    kinds = [(one.kind, one.count, len(one.children)) for one in rule.children]
    assert kinds == [
        (RuleKind.ANY, None, 2),
        (RuleKind.AT_LEAST, 2, 3),
        (RuleKind.AT_MOST, 1, 2),
        (RuleKind.EXACTLY, 1, 2),
        (RuleKind.VARIANT, None, 3),
    ]
    assert rule.children[4].children[1].kind is RuleKind.ALL


def test_a_line_can_say_more_about_itself():
    text = (
        "- rule: a is b\n  id: x\n  unless: c\n  subject: person\n  assumed: true\n"
        "  source: 2\n  shape: [SET, NUM]\n  text: {en: E, de: D}\n  moment: {en: then, de: dann}\n"
    )
    rule = read(text).children[0]
    assert (rule.id, rule.subject, rule.assumed, rule.source) == ("x", "person", True, 2)
    assert (rule.shape, rule.text, rule.moment) == (
        ("SET", "NUM"),
        {"en": "E", "de": "D"},
        {"en": "then", "de": "dann"},
    )
    assert rule.unless.line.text == "c"


def test_nothing_at_all_always_holds():
    rule = read_rules(Spot("f.yaml", None, Mark(1, 1)), Workshop(Frame(()), Mistakes()))
    assert (rule.kind, rule.children) == (RuleKind.ALL, ())


def test_a_comment_after_two_blanks_is_a_comment():
    assert read("- a is b  # said so\n").children[0].line.text == "a is b"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("- a is b # and c is d\n", "lost-text", (1, 3)),
        ("- company: in_difficulty\n", "lost-text", (1, 3)),
        ("- >\n  a is b\n", "lost-text", (1, 3)),
        ("- |\n  a is b\n", "lost-text", (1, 3)),
        ("- [a, b]\n", "lost-text", (1, 3)),
        ("- anny: [a, b]\n", "unknown-key", (1, 3)),
        ("- {rule: a, subjekt: person}\n", "unknown-key", (1, 13)),
        ("- {rule: a, subject: persn}\n", "unknown-subject", (1, 22)),
        ("- {any: [a], all: [b]}\n", "bad-condition", (1, 3)),
        ("- {id: x}\n", "bad-condition", (1, 3)),
        ("- any: a\n", "bad-condition", (1, 8)),
        ("- any: []\n", "bad-condition", (1, 8)),
        ("- at least 3 of: [a, b]\n", "bad-condition", (1, 3)),
        ("- when: a\n", "bad-condition", (1, 3)),
        ("- {rule: a, then: b}\n", "unknown-key", (1, 13)),
        ("-\n", "bad-condition", (1, 2)),
        ("- ''\n", "bad-condition", (1, 3)),
        ("- {rule: a, text: {en: E}}\n", "missing-translation", (1, 19)),
        ("- {rule: a, source: one}\n", "bad-value", (1, 21)),
    ],
)
def test_what_cannot_be_meant_is_told_at_its_place(text, code, place):
    mistake = only_mistake(text)
    assert (mistake.code, (mistake.line, mistake.column)) == (code, place)
