"""The condition tree in words: opened up to where it hangs, and no further."""

from __future__ import annotations

import pytest

from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.condition_words import Condition, conditions
from ccsdesk.report.voice import Voice
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from tests.support.checkout import ROOT
from tests.support.command_line import DAY
from tests.support.plans import content

YES, NO, OPEN = Truth.YES, Truth.NO, Truth.OPEN
DEEPEST = 4


def leaf(text: str, state: Truth) -> Reason:
    return Reason("condition", state, {"en": text}, ("form",))


def group(kind: str, state: Truth, *children: Reason, text: str = "") -> Reason:
    return Reason(kind, state, {"en": text} if text else {}, ("form",), children=children)


def told(reason: Reason) -> list[object]:
    made = content("en")
    voice = Voice(made.catalogue, Words("en"))
    item = made.catalogue.programmes["voucher"]
    root = group("all", reason.state, reason)
    return [shape(one) for one in conditions(voice, item, root)]


def shape(condition: Condition) -> object:
    if not condition.children:
        return condition.text
    return (condition.text, [shape(child) for child in condition.children])


def test_an_alternative_that_failed_is_left_out_while_another_is_open() -> None:
    company, trader = leaf("Company", NO), leaf("Trader", OPEN)
    assert told(group("any", OPEN, company, trader, text="One of them")) == [
        ("One of them", ["Trader"])
    ]


def test_all_alternatives_are_told_where_all_failed() -> None:
    found = told(group("any", NO, leaf("Company", NO), leaf("Trader", NO), text="One of them"))
    assert found == [("One of them", ["Company", "Trader"])]


def test_what_is_met_is_left_out_beside_what_is_open() -> None:
    found = told(group("all", OPEN, leaf("Trader", YES), leaf("Actual", OPEN), text="Both"))
    assert found == [("Both", ["Actual"])]


def test_what_turns_a_condition_round_does_not_say_it_twice() -> None:
    inner = leaf("Flat rate", OPEN)
    assert told(group("not", OPEN, inner, text="No flat rate")) == ["No flat rate"]


def test_a_chain_of_single_parts_is_one_step() -> None:
    actual = group("not", OPEN, leaf("Flat rate", OPEN), text="Actual expenses")
    trader = group("all", OPEN, leaf("Trader", YES), actual, text="Trader without flat rate")
    outer = group("any", OPEN, leaf("Company", NO), trader, text="Company or trader")
    assert told(outer) == [("Company or trader", ["Actual expenses"])]


def test_a_group_without_words_of_its_own_makes_way_for_its_only_part() -> None:
    assert told(group("all", OPEN, leaf("Trader", YES), leaf("Actual", OPEN))) == ["Actual"]


@pytest.mark.parametrize(
    "example", sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
)
def test_no_shipped_condition_goes_deeper_than_a_person_follows(example: str) -> None:
    catalogue = open_catalogue()
    results = Results(catalogue, DAY)
    answers = read_answers_of(ROOT / "examples" / f"{example}.yaml", catalogue, DAY)
    unasked = results.unasked(answers)
    voice = Voice(catalogue, Words("sl"), given=answers, unasked=unasked)
    for name, item in catalogue.programmes.items():
        for one in conditions(voice, item, results.seen(answers, name, unasked)):
            assert depth(one) <= DEEPEST, name


def depth(condition: Condition) -> int:
    return 1 + max((depth(child) for child in condition.children), default=0)
