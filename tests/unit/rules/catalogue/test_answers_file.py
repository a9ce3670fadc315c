"""Answers files, to the letter of the contract: every value a person may mean, and every mistake at its place."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from ccsdesk.domain.answers import (
    Amounts,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.domain.errors import AnswerError
from ccsdesk.rules.catalogue.answers_file import read_answer_bytes, read_answers
from tests.support.catalogues import garden
from tests.support.checkout import ROOT
from tools import translations

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return garden(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def read(catalogue):
    def reading(text, name="a.yaml"):
        return read_answer_bytes(text.encode(), catalogue, day=DAY, name=name)

    return reading


@pytest.fixture
def answer(read):
    def reading(question, value):
        return read(f"answers:\n  {question}: {value}\n").answers[question]

    return reading


@cache
def sentences_to_translate():
    """Everything the translator's tool finds in the program."""
    return {form for found in translations.sentences(ROOT / "ccsdesk") for form in found.forms}


def choice(*options):
    return Choice(frozenset(options))


def one(value):
    return Amounts((Span(value, value),))


def number(low, high):
    return Span(*(None if end is None else Decimal(end) for end in (low, high)))


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        ("role", "member", choice("member")),
        ("role", "{one_of: [member, guest]}", choice("member", "guest")),
        ("role", "dont_know", DontKnow()),
        ("has_plot", "true", choice("yes")),
        ("has_plot", "false", choice("no")),
        ("has_plot", "no", choice("no")),
        ("has_plot", "{one_of: [true, false]}", choice("yes", "no")),
        ("skill", "good", choice("good")),
        ("skill", "0", choice("none")),
        ("skill", "{at_least: 3}", choice("good", "expert")),
        ("skill", "{between: [little, 3]}", choice("little", "some", "good")),
        ("skill", "{one_of: [0, expert]}", choice("none", "expert")),
        ("grade", "gold", choice("gold")),
        ("grade", "{at_most: silver}", choice("bronze", "silver")),
        ("grade", "does_not_apply", DoesNotApply()),
        ("site", "north", choice("north")),
        ("site", "town", choice("north", "south")),
        ("site", "{one_of: [town, abroad]}", choice("north", "south", "abroad")),
        ("crops", "[]", Selection(frozenset({frozenset()}))),
        ("crops", "[roots, fruit]", Selection(frozenset({frozenset({"roots", "fruit"})}))),
        (
            "crops",
            "[vegetables, fruit]",
            Selection(frozenset({frozenset({"roots", "fruit"}), frozenset({"leaves", "fruit"})})),
        ),
        (
            "crops",
            "{one_of: [[roots], []]}",
            Selection(frozenset({frozenset({"roots"}), frozenset()})),
        ),
        ("area", "12.5", one(Decimal("12.5"))),
        ("area", "20.0", one(Decimal(20))),
        ("budget", "1e3", one(Decimal(1000))),
        ("budget", "-0", one(Decimal(0))),
        ("budget", "{between: [10, 49]}", Amounts((number(10, 49),))),
        ("budget", "{between: [10, 10]}", one(Decimal(10))),
        ("budget", "{at_least: 5}", Amounts((number(5, None),))),
        ("budget", "{at_most: 5}", Amounts((number(None, 5),))),
        ("budget", "{one_of: [7, 1, 2]}", Amounts((number(1, 2), number(7, 7)))),
        (
            "budget",
            "{one_of: [{between: [5, 20]}, {at_most: 3}, 10, {at_least: 100}]}",
            Amounts((number(None, 3), number(5, 20), number(100, None))),
        ),
        ("share", "40", one(Decimal(40))),
        ("rented", "2024-02-29", one(date(2024, 2, 29))),
        ("rented", "'2024-02-29'", one(date(2024, 2, 29))),
        ("rented", "2024-02", Amounts((Span(date(2024, 2, 1), date(2024, 2, 29)),))),
        ("rented", "2026-11", Amounts((Span(date(2026, 11, 1), DAY),))),
        ("rented", "2026-11-22", one(DAY)),
        (
            "rented",
            "{between: [2020-03, 2020-04]}",
            Amounts((Span(date(2020, 3, 1), date(2020, 4, 30)),)),
        ),
        ("rented", "{at_least: 2020-03}", Amounts((Span(date(2020, 3, 1), None),))),
        ("rented", "{at_most: 2020-03}", Amounts((Span(None, date(2020, 3, 31)),))),
        ("start", "2027-05", Amounts((Span(date(2027, 5, 1), date(2027, 5, 31)),))),
        ("wish", "more sun", Written("more sun")),
        ("wish", "42", Written("42")),
        ("aid", "[]", Records(())),
        ("aid", "dont_know", DontKnow()),
    ],
)
def test_a_value_means_what_the_contract_says(answer, question, value, expected):
    assert answer(question, value) == expected


def test_a_cell_left_out_is_not_known(answer):
    rows = answer("aid", "[{given: 2024-05, kind: {one_of: [seeds, money]}}, {amount: 20}]").rows
    assert rows == (
        {
            "given": Amounts((Span(date(2024, 5, 1), date(2024, 5, 31)),)),
            "amount": DontKnow(),
            "kind": choice("seeds", "money"),
        },
        {"given": DontKnow(), "amount": one(Decimal(20)), "kind": DontKnow()},
    )


def test_json_and_yaml_say_the_same(read):
    content = {
        "answers": {
            "has_plot": True,
            "area": 12.5,
            "rented": "2024-05",
            "role": {"one_of": ["member", "guest"]},
            "skill": 2,
            "crops": ["roots"],
            "aid": [{"amount": 10}],
        },
        "name": "Ana",
    }
    from_yaml = read(
        "name: Ana\nanswers:\n  has_plot: true\n  area: 12.5\n  rented: 2024-05\n"
        "  role: {one_of: [member, guest]}\n  skill: 2\n  crops: [roots]\n  aid:\n  - amount: 10\n"
    )
    assert read(json.dumps(content), "a.json") == from_yaml
    assert read(json.dumps(content, indent="\t"), "-") == from_yaml


def test_no_answers_are_fine(read):
    assert read("answers: {}") == AnswerSet()
    assert read('{"answers": {}}') == AnswerSet()


def test_what_stands_beside_the_answers_is_kept(read):
    found = read(
        "answers: {}\nname: Ana\nstage: bloom\n"
        "plan: {chosen: [soil-advice, rain-barrel], notes: {rain-barrel: Ask Eva},"
        " dates: {soil-advice: 2026-02-28}}\n"
    )
    notes, dates = {"rain-barrel": "Ask Eva"}, {"soil-advice": date(2026, 2, 28)}
    wishes = PlanWishes(("soil-advice", "rain-barrel"), notes, dates)
    assert found == AnswerSet({}, "Ana", "bloom", wishes)


def test_answers_come_in_the_order_of_the_questionnaire(read):
    assert list(read("answers: {role: member, area: 20, has_plot: true}").answers) == [
        "has_plot",
        "area",
        "role",
    ]


def test_what_is_piped_in_is_read(catalogue, monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO(b"answers: {role: member}"))
    monkeypatch.setattr("sys.stdin", piped)
    assert read_answers("-", catalogue, day=DAY).answers == {"role": choice("member")}


def test_a_missing_file_is_told(catalogue, tmp_path):
    with pytest.raises(AnswerError, match="There is no such file"):
        read_answers(tmp_path / "no.yaml", catalogue, day=DAY)


# value, code, text at whose beginning the mistake is told, words it says
MISTAKES = [
    ("answers: {rol: member}", "unknown-question", "rol:", "role"),
    ("answers: {role: membr}", "unknown-option", "membr", "member"),
    ("answers: {role: true}", "unknown-option", "true", "role"),
    ("answers: {role: [member]}", "wrong-kind", "[member", "one option"),
    ("answers: {role: }", "wrong-kind", "}", "dont_know"),
    ("answers: {role: does_not_apply}", "not-possible", "does", "dont_know"),
    ("answers: {role: {at_least: member}}", "bad-set", "{at_least", "one_of"),
    ("answers: {role: {one_of: []}}", "empty-set", "[]", "dont_know"),
    ("answers: {role: {one_of: member}}", "bad-set", "member", "list"),
    ("answers: {role: {on_of: [member]}}", "unknown-key", "on_of", "one_of"),
    ("answers: {role: {}}", "bad-set", "{}", "exactly one"),
    ("answers: {budget: {at_least: 5, at_most: 10}}", "bad-set", "{at_least", "between"),
    ("answers: {has_plot: maybe}", "wrong-kind", "maybe", "true or false"),
    ("answers: {has_plot: 'true'}", "wrong-kind", "'true'", "quotes"),
    ("answers: {has_plot: 1}", "wrong-kind", "1", "true or false"),
    ("answers: {skill: 5}", "out-of-range", "5", "4"),
    ("answers: {skill: {between: [3, 1]}}", "reversed", "[3", "Swap"),
    ("answers: {site: nort}", "unknown-option", "nort", "north"),
    ("answers: {crops: roots}", "wrong-kind", "roots", "list"),
    ("answers: {crops: [rots]}", "unknown-option", "rots", "roots"),
    ("answers: {crops: [roots, roots]}", "duplicate", "roots]", "once"),
    ("answers: {crops: {one_of: [roots]}}", "wrong-kind", "roots", "list"),
    ("answers: {budget: ten}", "wrong-kind", "ten", "number"),
    ("answers: {budget: '10'}", "wrong-kind", "'10'", "quotes"),
    ("answers: {budget: 10 EUR}", "wrong-kind", "10 EUR", "unit"),
    ("answers: {budget: 10.5}", "not-whole", "10.5", "whole"),
    ("answers: {area: 10.55}", "not-whole", "10.55", "1 decimals"),
    ("answers: {budget: 5001}", "out-of-range", "5001", "5000"),
    ("answers: {budget: -1}", "out-of-range", "-1", "0"),
    ("answers: {budget: {at_least: 6000}}", "out-of-range", "6000", "5000"),
    ("answers: {budget: .nan}", "wrong-kind", ".nan", "number"),
    ("answers: {budget: NaN}", "wrong-kind", "NaN", "number"),
    ("answers: {budget: Infinity}", "wrong-kind", "Infinity", "number"),
    ("answers: {budget: 1e999}", "out-of-range", "1e999", "range"),
    (f"answers: {{budget: {'9' * 400}}}", "out-of-range", "9999", "Round"),
    ("answers: {budget: {between: [49, 10]}}", "reversed", "[49", "Swap"),
    ("answers: {budget: {between: [10]}}", "bad-set", "[10]", "two"),
    ("answers: {budget: {between: 10}}", "bad-set", "10", "two"),
    ("answers: {budget: {one_of: []}}", "empty-set", "[]", "dont_know"),
    ("answers: {budget: {one_of: [{one_of: [1]}]}}", "bad-set", "[1]", "list"),
    ("answers: {budget: [10, 20]}", "wrong-kind", "[10", "number"),
    ("answers: {budget: true}", "wrong-kind", "true", "number"),
    ("answers: {rented: 2026-02-30}", "no-such-day", "2026", "exists"),
    ("answers: {rented: 2025-13}", "no-such-day", "2025", "exists"),
    ("answers: {rented: 2025}", "wrong-kind", "2025", "YYYY-MM"),
    ("answers: {rented: 22. 11. 2025}", "wrong-kind", "22.", "YYYY-MM"),
    ("answers: {rented: 2026-11-23}", "out-of-range", "2026", "2026-11-22"),
    ("answers: {rented: 2026-12}", "out-of-range", "2026", "2026-11-22"),
    ("answers: {rented: {between: [2025-03, 2025-02]}}", "reversed", "[2025", "Swap"),
    ("answers: {rented: 0000-01}", "no-such-day", "0000", "exists"),
    ("answers: {wish: [a]}", "wrong-kind", "[a]", "text"),
    ("answers: {aid: {amount: 1}}", "wrong-kind", "{amount", "list"),
    ("answers: {aid: [5]}", "wrong-kind", "5", "map"),
    ("answers: {aid: [{amont: 5}]}", "unknown-key", "amont", "amount"),
    ("answers: {aid: [{amount: 5000}]}", "out-of-range", "5000", "1000"),
    ("answers: {aid: [{}, {}, {}, {}]}", "out-of-range", "[{}", "3"),
    ("answers: {aid: [{kind: does_not_apply}]}", "not-possible", "does", "dont_know"),
    ("answers: {role: member, role: guest}", "duplicate-key", "role: guest", "twice"),
    ("answers: {role: &a member}", "anchor", "&a", "Leave it out"),
    ("answers: {role: *a}", "alias", "*a", "Write the value out"),
    ("answers: {role: !x member}", "tag", "!x", "Leave it out"),
    ("role: member", "unknown-key", "role", "under answers"),
    ("answer: {}", "unknown-key", "answer", "answers"),
    ("name: Ana", "missing-key", "name", "answers"),
    ("answers: ~", "wrong-kind", "~", "answers: {}"),
    ("answers: [role]", "wrong-kind", "[role", "map"),
    ("[answers]", "wrong-kind", "[answers", "map"),
    ("just words", "wrong-kind", "just", "map"),
    ("", "empty-file", "", "empty"),
    ("answers: {}\nstage: blom", "unknown-stage", "blom", "bloom"),
    ("answers: {}\nname: [Ana]", "wrong-kind", "[Ana", "text"),
    ("answers: {}\nplan: [x]", "wrong-kind", "[x", "chosen"),
    ("answers: {}\nplan: {chose: []}", "unknown-key", "chose", "chosen"),
    ("answers: {}\nplan: {chosen: [soil]}", "unknown-programme", "soil]", "programme"),
    ("answers: {}\nplan: {chosen: [soil-advise]}", "unknown-programme", "soil-a", "soil-advice"),
    (
        "answers: {}\nplan: {chosen: [soil-advice, soil-advice]}",
        "duplicate",
        "soil-advice]",
        "once",
    ),
    ("answers: {}\nplan: {notes: {soil: x}}", "unknown-programme", "soil:", "programme"),
    ("answers: {}\nplan: {notes: {soil-advice: [x]}}", "wrong-kind", "[x", "text"),
    ("answers: {}\nplan: {dates: [x]}", "wrong-kind", "[x", "days"),
    ("answers: {}\nplan: {dates: {soil: 2027-01-01}}", "unknown-programme", "soil:", "programme"),
    ("answers: {}\nplan: {dates: {soil-advise: 2027-01-01}}", "unknown-programme", "so", "advice"),
    ("answers: {}\nplan: {dates: {soil-advice: 2027-02-30}}", "no-such-day", "2027", "exists"),
    ("answers: {}\nplan: {dates: {soil-advice: 2027-02}}", "no-such-day", "2027", "YYYY-MM-DD"),
    ("answers: {}\nplan: {dates: {soil-advice: soon}}", "wrong-kind", "soon", "YYYY-MM-DD"),
    ("answers: {}\nplan: {dates: {soil-advice: [1]}}", "wrong-kind", "[1", "YYYY-MM-DD"),
]


@pytest.mark.parametrize(
    ("text", "code", "at", "says"), MISTAKES, ids=[case[0][:50] or "nothing" for case in MISTAKES]
)
def test_a_mistake_is_told_at_its_place(read, text, code, at, says):
    with pytest.raises(AnswerError) as caught:
        read(text)
    error = caught.value
    before = text[: text.index(at)]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert (error.code, (error.line, error.column)) == (code, place), str(error)
    assert says in str(error)
    assert str(error).startswith(f"a.yaml:{place[0]}:{place[1]}: ")
    assert {error.message, error.advice} <= sentences_to_translate()


def test_a_control_character_in_an_answer_is_refused(read):
    with pytest.raises(AnswerError, match="control character"):
        read('{"answers": {"wish": "a\\u0000b"}}')
