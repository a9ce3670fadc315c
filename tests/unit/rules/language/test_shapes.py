"""Every shape a real condition takes can be written as a line, and is true of the right firms. One or two a shape."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.rules.language.compile import compile_rule
from ccsdesk.rules.language.core import RuleKind
from ccsdesk.rules.language.written import WrittenRule
from tests.support.reading import Firm
from tests.support.rules import DICTIONARY, SETTING, line, meaning

D = date.fromisoformat


def firm(**facts):
    """Build a firm; underscores stand for the dots of names, lists are tables."""
    named = {name.replace("__", "."): value for name, value in facts.items()}
    tables = {name: value for name, value in named.items() if isinstance(value, list)}
    known = {name: value for name, value in named.items() if not isinstance(value, list)}
    return Firm(known, tables)


def aid(amount, day, regime="de_minimis"):
    return {"amount": Decimal(amount), "day": D(day), "regime": regime}


SMALL = {"employees": 4, "revenue": 80_000}
HOME = {"country": "ljubljana", "role": "lead", "small": "yes", "founded": D("2015-01-01")}
ABROAD = {"country": "at", "role": "partner", "small": "yes", "founded": D("2025-01-01")}
BEYOND = {"country": "it", "role": "partner", "small": "no", "founded": D("2010-01-01")}

DE_MINIMIS = (
    "sum of aid.amount where (regime is de_minimis) in the last 36 months plus grant"
    " at most limit.de_minimis"
)
LINES = {
    # 1 numbers
    "NUM two employees": ("employees at least 2", {"employees": 2}, {"employees": 1}),
    "NUM trainings a year": ("trainings between 24 and 96", {"trainings": 96}, {"trainings": 97}),
    "NUM stand": ("stand at least 5 m2", {"stand": 5}, {"stand": 4}),
    # 2 size
    "SIZE micro or small": (
        "size in [micro, small]",
        SMALL,
        {"employees": 60, "revenue": 80_000},
    ),
    "SIZE with either amount": (
        "employees less than 250 and (revenue at most 50 million EUR or balance at most 43 million EUR)",
        {"employees": 249, "revenue": 60_000_000, "balance": 43_000_000},
        {"employees": 249, "revenue": 60_000_000, "balance": 43_000_001},
    ),
    # 3 dates relative to an event
    "DATE-REL old and young enough": (
        "age more than 12 months and age less than 5 years",
        {"registered": D("2025-10-22")},
        {"registered": D("2025-11-22")},
    ),
    "DATE-REL not too early, not too late": (
        "first_sale between (6 months before submission) and (18 months after submission)",
        {"first_sale": D("2026-05-22")},
        {"first_sale": D("2026-05-21")},
    ),
    # 4 fixed days
    "DATE-ABS registered in a span": (
        "registered between 2023-01-01 and 2024-03-15",
        {"registered": D("2024-03-01")},
        {"registered": D("2022-12-01")},
    ),
    "DATE-ABS on or after": (
        "registered on or after 2013-07-01",
        {"registered": D("2013-07-01")},
        {"registered": D("2013-06-01")},
    ),
    # 5 sets
    "SET forms": (
        "legal_form in [sp, doo] and fields has none of screen",
        {"legal_form": "doo", "fields": frozenset({"design"})},
        {"legal_form": "doo", "fields": frozenset({"design", "film"})},
    ),
    # 6 codes
    "HIER inside a code": (
        "activity within nace.j59",
        {"activity": "nace.j59.110"},
        {"activity": "nace.j62"},
    ),
    "HIER excluded sectors": (
        "activity not within [nace.m, nace.j62]",
        {"activity": "nace.j59.200"},
        {"activity": "nace.m"},
    ),
    # 7 places
    "GEO seat and project in one area": (
        "seat within lur and project.place within lur",
        {"seat": "kamnik", "project.place": "ljubljana"},
        {"seat": "maribor", "project.place": "ljubljana"},
    ),
    "GEO abroad": (
        "project.place not within si",
        {"project.place": "at"},
        {"project.place": "maribor"},
    ),
    # 8 status
    "STATUS yes": ("novel", {"novel": "yes"}, {"novel": "no"}),
    # 9 exclusions
    "EXCL not in difficulty": (
        "not in_difficulty",
        {"in_difficulty": "no"},
        {"in_difficulty": "yes"},
    ),
    # 10 sums
    "CUMUL de minimis": (
        DE_MINIMIS,
        {
            "aid": [
                aid(295_000, "2023-11-23"),
                aid(900_000, "2023-11-22"),
                aid(9, "2026-01-01", "other"),
            ]
        },
        {"aid": [aid(295_001, "2023-11-23")]},
    ),
    # 11 once
    "ONCE none in five years": (
        "none of aid where (regime is other) in the last 5 years satisfies (amount more than 0)",
        {"aid": [aid(100, "2021-11-22", "other")]},
        {"aid": [aid(100, "2021-11-23", "other")]},
    ),
    "ONCE at most one running": (
        "count of aid where (day on or after 2026-01-01) less than 2",
        {"aid": [aid(1, "2026-02-01"), aid(1, "2025-02-01")]},
        {"aid": [aid(1, "2026-02-01"), aid(1, "2026-03-01")]},
    ),
    # 12 either, or
    "EITHER route": (
        "(novel and product at least 3) or legal_form is institute",
        {"novel": "no", "legal_form": "institute"},
        {"novel": "yes", "product": "a2", "legal_form": "doo"},
    ),
    # 14 at least k
    "KOFN two goals": (
        "count of goals at least 2",
        {"goals": frozenset({"learn", "create"})},
        {"goals": frozenset({"learn"})},
    ),
    "KOFN half of the members": (
        "share of members where (born on or after 1996-11-22) at least 50 %",
        {"members": [{"born": D("1996-11-22")}, {"born": D("1990-01-01")}]},
        {"members": [{"born": D("1990-01-01")}]},
    ),
    # 15 persons
    "PERSON age and residence": (
        "age of born on submission at most 35 years and seat within si",
        {"born": D("1991-11-22"), "seat": "kamnik"},
        {"born": D("1990-10-22"), "seat": "kamnik"},
    ),
    "PERSON year of birth": (
        "born on or after 1986-01-01",
        {"born": D("1986-01-01")},
        {"born": D("1985-12-31")},
    ),
    "PERSON every one": (
        "all of members satisfies (adult and age of born on submission at most 30 years)",
        {"members": [{"born": D("2000-01-01"), "adult": "yes"}]},
        {"members": [{"born": D("2000-01-01"), "adult": "yes"}, {"born": D("2010-01-01")}]},
    ),
    # 16 track record
    "TRACK one in three years": (
        "count of aid where (regime is other) in the last 3 years at least 1",
        {"aid": [aid(1, "2024-01-01", "other")]},
        {"aid": [aid(1, "2022-01-01", "other")]},
    ),
    "TRACK calendar years": (
        "count of aid in the last 5 calendar years at least 1",
        {"aid": [aid(1, "2021-01-01")]},
        {"aid": [aid(1, "2026-01-01"), aid(1, "2020-12-31")]},
    ),
    # 17 the project
    "PROJ stand and novelty": (
        "stand at least 5 m2 and novel and product less than 4",
        {"stand": 6, "novel": "yes", "product": "a3"},
        {"stand": 6, "novel": "yes", "product": "a4"},
    ),
    # 18 consortia
    "CONS partners from countries": (
        "count of partners between 2 and 5 and count distinct partners.country at least 3",
        {"partners": [HOME, ABROAD, BEYOND]},
        {"partners": [HOME, ABROAD, ABROAD]},
    ),
    "CONS lead older than two years": (
        "any of partners where (role is lead) satisfies (age of founded on deadline at least 2 years)",
        {"partners": [HOME, ABROAD]},
        {"partners": [{**HOME, "founded": D("2025-01-01")}, BEYOND]},
    ),
    "CONS every one small": (
        "all of partners satisfies (small)",
        {"partners": [HOME, ABROAD]},
        {"partners": [HOME, BEYOND]},
    ),
    # 19 co-financing
    "COFIN own share": (
        "own_funds at least 40 % of project.cost",
        {"own_funds": 400, "project.cost": 1000},
        {"own_funds": 399, "project.cost": 1000},
    ),
    "COFIN cost for the whole range": (
        "60 % of project.cost between 500 EUR and 5000 EUR",
        {"project.cost": Decimal("833.34")},
        {"project.cost": Decimal("833.33")},
    ),
    "COFIN unit cost by quantity": (
        "hours times 20 EUR at most 4000 EUR",
        {"hours": 200},
        {"hours": 201},
    ),
    # 21 order of steps
    "SEQ between 60 and 90 days": (
        "first_sale between (60 days after born) and (90 days after born)",
        {"born": D("2026-01-01"), "first_sale": D("2026-03-02")},
        {"born": D("2026-01-01"), "first_sale": D("2026-03-01")},
    ),
    "SEQ not started yet": (
        "first_sale after submission",
        {"first_sale": D("2026-11-23")},
        {"first_sale": D("2026-11-22")},
    ),
    # 22 third parties
    "THIRD small share": (
        "none of partners satisfies (share more than 25 %)",
        {"partners": [{"share": 25}]},
        {"partners": [{"share": 26}]},
    ),
    # 23 finance
    "FIN rating and ratio": (
        "rating at least sb2 and equity_ratio at least 7 %",
        {"rating": "sb1", "equity_ratio": 7},
        {"rating": "sb3", "equity_ratio": 7},
    ),
    "FIN positive and at most seven": (
        "balance more than 0 EUR and own_funds divided by balance at most 7",
        {"own_funds": 700, "balance": 100},
        {"own_funds": 700, "balance": -100},
    ),
    # 24 averages
    "AVG of years": (
        "average of aid.amount in the last 3 calendar years at most 50000 EUR",
        {
            "aid": [
                aid(60_000, "2024-05-01"),
                aid(40_000, "2025-05-01"),
                aid(9_000_000, "2022-05-01"),
            ]
        },
        {"aid": [aid(60_000, "2024-05-01"), aid(40_001, "2025-05-01")]},
    ),
    # 25 costs
    "COST not before": (
        "none of aid where (regime is other) satisfies (day before 6 months before submission)",
        {"aid": [aid(1, "2026-05-22", "other")]},
        {"aid": [aid(1, "2026-05-21", "other")]},
    ),
    # 26 promises, 28 points, 29 documents
    "COMMIT a yes": ("novel is yes", {"novel": "yes"}, {"novel": "no"}),
    "SOFT threshold": ("trainings at least 60", {"trainings": 60}, {"trainings": 59}),
    "DOC no older than": (
        "days from first_sale to submission at most 5",
        {"first_sale": D("2026-11-17")},
        {"first_sale": D("2026-11-16")},
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_a_real_condition_is_true_of_the_right_firms(name):
    text, fits, fails = LINES[name]
    test = meaning(text)
    assert firm(**fits).true(test)
    assert not firm(**fails).true(test)


def group(kind, *children, **more):
    return WrittenRule(kind, children=tuple(children), **more)


def one(text, **more):
    return WrittenRule(RuleKind.LINE, line(text), **more)


def compiled(written):
    return compile_rule(written, DICTIONARY, SETTING).test


def test_variant_by_applicant_changes_the_conditions():
    written = group(
        RuleKind.VARIANT,
        one("legal_form in non_profit"),
        one("fields has any of [design, music]"),
        one("fields has music"),
    )
    test = compiled(written)
    assert firm(legal_form="society", fields=frozenset({"design"})).true(test)
    assert not firm(legal_form="doo", fields=frozenset({"design"})).true(test)
    assert firm(legal_form="doo", fields=frozenset({"music"})).true(test)


def test_average_against_a_threshold_that_depends_on_the_status():
    below = "average of aid.amount in the last 2 calendar years at most {} EUR"
    written = group(
        RuleKind.VARIANT, one("novel"), one(below.format(120_000)), one(below.format(50_000))
    )
    test = compiled(written)
    paid = [aid(60_000, "2025-05-01")]
    assert firm(novel="yes", aid=paid).true(test)
    assert not firm(novel="no", aid=paid).true(test)


def test_two_of_four_goals_as_a_group():
    goals = [one(f"goals has {goal}") for goal in ("learn", "collaborate", "create", "transform")]
    test = compiled(group(RuleKind.AT_LEAST, *goals, count=2))
    assert firm(goals=frozenset({"learn", "create"})).true(test)
    assert not firm(goals=frozenset({"learn"})).true(test)


def test_exemption_inside_a_condition():
    test = compiled(one("equity_ratio at least 7 %", unless=one("legal_form is institute")))
    assert firm(equity_ratio=3, legal_form="institute").true(test)
    assert not firm(equity_ratio=3, legal_form="doo").true(test)


def test_window_of_a_round_stands_on_its_parameter():
    test = meaning("registered after round.from")
    young = Firm({"registered": D("2025-09-01")})
    assert young.true(test)
    announced = Firm({"registered": D("2025-09-01")}, round={"from": D("2026-01-01")})
    assert not announced.true(test)


def test_quota_and_pot_are_told_with_a_number_of_the_round():
    test = meaning("grant at most round.lump_sum")
    assert Firm(round={"lump_sum": Decimal(5000)}).true(test)
    assert not Firm(round={"lump_sum": Decimal(4999)}).true(test)
