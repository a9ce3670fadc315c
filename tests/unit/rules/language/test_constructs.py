"""What each construct of the authors' page means, in core nodes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.rules.language.compile import compile_test, compile_value, questions_of
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Any,
    Arithmetic,
    CellIsOneOf,
    CellValue,
    Compare,
    Constant,
    CountSelected,
    DaysBetween,
    FactValue,
    HasAny,
    IsOneOf,
    Moment,
    MomentName,
    MonthsBetween,
    Not,
    Operator,
    RecordWindow,
    Relation,
    RoundParameter,
    Shift,
    WindowUnit,
)
from ccsdesk.rules.language.facts import ParameterType, Setting
from ccsdesk.rules.language.written import WrittenLine
from tests.support.reading import Firm
from tests.support.rules import DICTIONARY, SETTING, meaning

SUBMISSION = Moment(MomentName.SUBMISSION)
SI = frozenset({"ljubljana", "kamnik", "maribor"})
LUR = frozenset({"ljubljana", "kamnik"})
EMPLOYEES = FactValue("employees")
REGISTERED = FactValue("registered")
DIFFICULTY = IsOneOf("in_difficulty", frozenset({"yes"}))


def number(value):
    return Constant(Decimal(value))


def one_of(question, *options):
    return IsOneOf(question, frozenset(options))


def compare(relation, left, right):
    return Compare(Relation(relation), left, right)


AGE = MonthsBetween(REGISTERED, SUBMISSION)
AT_HOME = All((IsOneOf("seat", SI), Not(DIFFICULTY)))
MICRO = All(
    (compare("<", EMPLOYEES, number(10)), compare("<=", FactValue("revenue"), number(2_000_000)))
)
COUNT = AggregateKind.COUNT

MEANINGS = {
    # yes/no facts and blocks
    "in_difficulty": DIFFICULTY,
    "not in_difficulty": Not(DIFFICULTY),
    "in_difficulty is no": one_of("in_difficulty", "no"),
    "at_home": AT_HOME,
    "not at_home": Not(AT_HOME),
    "not not novel": one_of("novel", "yes"),
    # one option
    "legal_form is doo": one_of("legal_form", "doo"),
    "legal_form is none": one_of("legal_form", "none"),
    "legal_form is not doo": Not(one_of("legal_form", "doo")),
    "legal_form in [sp, doo]": one_of("legal_form", "sp", "doo"),
    "legal_form in [none, sp]": one_of("legal_form", "none", "sp"),
    "legal_form not in non_profit": Not(one_of("legal_form", "institute", "society")),
    # several options
    "goals has learn": HasAny("goals", frozenset({"learn"})),
    "goals has any of [learn, create]": HasAny("goals", frozenset({"learn", "create"})),
    "goals has all of [learn, create]": All(
        (HasAny("goals", frozenset({"learn"})), HasAny("goals", frozenset({"create"})))
    ),
    "goals has none of [learn, create]": Not(HasAny("goals", frozenset({"learn", "create"}))),
    "fields has av": HasAny("fields", frozenset({"film", "games"})),
    "fields has any of screen": HasAny("fields", frozenset({"film", "games"})),
    "count of goals at least 2": compare(">=", CountSelected("goals"), number(2)),
    # numbers
    "employees at least 1": compare(">=", EMPLOYEES, number(1)),
    "employees at least 1 person": compare(">=", EMPLOYEES, number(1)),
    "employees is 3": compare("==", EMPLOYEES, number(3)),
    "employees is not 3": Not(compare("==", EMPLOYEES, number(3))),
    "employees more than 1": compare(">", EMPLOYEES, number(1)),
    "employees less than 1": compare("<", EMPLOYEES, number(1)),
    "revenue between 10000 EUR and 2 million EUR": All(
        (
            compare(">=", FactValue("revenue"), number(10_000)),
            compare("<=", FactValue("revenue"), number(2_000_000)),
        )
    ),
    "revenue more than 0": compare(">", FactValue("revenue"), number(0)),
    "revenue at least -5000 EUR": compare(">=", FactValue("revenue"), number(-5000)),
    "unemployed at least 1 year": compare(">=", FactValue("unemployed"), number(12)),
    "study at least 18 months": compare(">=", FactValue("study"), number("1.5")),
    "study at least 7 months": compare(
        ">=", Arithmetic(Operator.TIMES, FactValue("study"), number(12)), number(7)
    ),
    "equity_ratio at least 7.5 %": compare(">=", FactValue("equity_ratio"), number("7.5")),
    # arithmetic
    "own_funds at least 40 % of project.cost": compare(
        ">=",
        FactValue("own_funds"),
        Arithmetic(Operator.TIMES, number("0.4"), FactValue("project.cost")),
    ),
    "2 times grant at most 9000 EUR": compare("<=", number(10_000), number(9000)),
    "own_funds minus 5 EUR at least balance": compare(
        ">=",
        Arithmetic(Operator.MINUS, FactValue("own_funds"), number(5)),
        FactValue("balance"),
    ),
    "own_funds divided by balance at least 7 %": compare(
        ">=",
        Arithmetic(Operator.DIVIDED_BY, FactValue("own_funds"), FactValue("balance")),
        number("0.07"),
    ),
    "own_funds divided by balance at most 7": compare(
        "<=",
        Arithmetic(Operator.DIVIDED_BY, FactValue("own_funds"), FactValue("balance")),
        number(7),
    ),
    "equity_ratio times revenue at most 5 EUR": compare(
        "<=",
        Arithmetic(
            Operator.TIMES,
            Arithmetic(Operator.DIVIDED_BY, FactValue("equity_ratio"), number(100)),
            FactValue("revenue"),
        ),
        number(5),
    ),
    # days
    "registered on or after 2023-01-01": compare(">=", REGISTERED, Constant(date(2023, 1, 1))),
    "registered on or before 2023-01-01": compare("<=", REGISTERED, Constant(date(2023, 1, 1))),
    "registered before limit.start": compare("<", REGISTERED, Constant(date(2021, 1, 1))),
    "registered after round.from": compare(
        ">", REGISTERED, RoundParameter("from", Shift(Moment(MomentName.OPENING), -15, 0))
    ),
    "registered is 2023-01-01": compare("==", REGISTERED, Constant(date(2023, 1, 1))),
    # ages and times
    "age of registered on submission at least 12 months": compare(">=", AGE, number(12)),
    "age of registered on submission at most 5 years": compare("<=", AGE, number(60)),
    "age at most limit.young": compare("<=", AGE, number(60)),
    "age between 12 months and 5 years": All(
        (compare(">=", AGE, number(12)), compare("<=", AGE, number(60)))
    ),
    "months from first_sale to submission at most 12": compare(
        "<=", MonthsBetween(FactValue("first_sale"), SUBMISSION), number(12)
    ),
    "days from first_sale to deadline at most 30 days": compare(
        "<=", DaysBetween(FactValue("first_sale"), Moment(MomentName.DEADLINE)), number(30)
    ),
    "registered before 6 months before submission": compare(
        "<", REGISTERED, Shift(SUBMISSION, -6, 0)
    ),
    "first_sale after 30 days after month_end": compare(
        ">", FactValue("first_sale"), Shift(Moment(MomentName.MONTH_END), 0, 30)
    ),
    "first_sale before registered plus 2 years": compare(
        "<", FactValue("first_sale"), Shift(REGISTERED, 24, 0)
    ),
    "end after today": compare(
        ">", Shift(FactValue("first_sale"), 24, 0), Moment(MomentName.TODAY)
    ),
    # places and codes
    "seat within lur": IsOneOf("seat", LUR),
    "seat is lur": IsOneOf("seat", LUR),
    "seat in [lur, at]": IsOneOf("seat", LUR | {"at"}),
    "seat not within si": Not(IsOneOf("seat", SI)),
    "seat within neighbours": one_of("seat", "at", "it"),
    "activity within nace.j59": one_of("activity", "nace.j59.110", "nace.j59.200"),
    "activity is not nace.j": Not(one_of("activity", "nace.j59.110", "nace.j59.200", "nace.j62")),
    # ranks
    "rating at least sb2": one_of("rating", "sb2", "sb1"),
    "rating less than sb2": one_of("rating", "sb3"),
    "rating between sb3 and sb2": one_of("rating", "sb3", "sb2"),
    "product at least 3": one_of("product", "a3", "a4"),
    "product is 0": one_of("product", "a0"),
    "product at most a1": one_of("product", "a0", "a1"),
    # derived choices
    "size is micro": MICRO,
    "size is not micro": Not(MICRO),
    "size in [micro, small]": Any((MICRO, All((compare("<", EMPLOYEES, number(50)), Not(MICRO))))),
    # tables
    "count of partners at least 2": compare(">=", Aggregate(COUNT, "partners"), number(2)),
    "count of partners where (country not within si) at least 2": compare(
        ">=",
        Aggregate(COUNT, "partners", where=Not(CellIsOneOf("country", SI))),
        number(2),
    ),
    "count of partners where (small and novel) at least 1": compare(
        ">=",
        Aggregate(
            COUNT,
            "partners",
            where=All((CellIsOneOf("small", frozenset({"yes"})), one_of("novel", "yes"))),
        ),
        number(1),
    ),
    "count distinct partners.country at least 3": compare(
        ">=", Aggregate(AggregateKind.COUNT_DISTINCT, "partners", "country"), number(3)
    ),
    "smallest partners.share at least 10 %": compare(
        ">=", Aggregate(AggregateKind.SMALLEST, "partners", "share"), number(10)
    ),
    "largest aid.day before 2026-01-01": compare(
        "<", Aggregate(AggregateKind.LARGEST, "aid", "day"), Constant(date(2026, 1, 1))
    ),
    "average of aid.amount in the last 2 calendar years before deadline at most 5 EUR": compare(
        "<=",
        Aggregate(
            AggregateKind.AVERAGE,
            "aid",
            "amount",
            None,
            RecordWindow("day", 2, WindowUnit.CALENDAR_YEARS, Moment(MomentName.DEADLINE)),
        ),
        number(5),
    ),
    "sum of aid.amount in the last 3 years plus grant at most limit.de_minimis": compare(
        "<=",
        Arithmetic(
            Operator.PLUS,
            Aggregate(
                AggregateKind.SUM,
                "aid",
                "amount",
                None,
                RecordWindow("day", 36, WindowUnit.MONTHS, SUBMISSION),
            ),
            number(5000),
        ),
        number(300_000),
    ),
    "share of members where (born on or after 1988-01-01) at least 50 %": compare(
        ">=",
        Aggregate(
            AggregateKind.SHARE,
            "members",
            where=compare(">=", CellValue("born"), Constant(date(1988, 1, 1))),
        ),
        number(50),
    ),
    "all of members satisfies (adult)": compare(
        "<=",
        Aggregate(COUNT, "members", where=Not(CellIsOneOf("adult", frozenset({"yes"})))),
        number(0),
    ),
    "any of partners where (small) satisfies (role is lead)": compare(
        ">=",
        Aggregate(
            COUNT,
            "partners",
            where=All(
                (
                    CellIsOneOf("small", frozenset({"yes"})),
                    CellIsOneOf("role", frozenset({"lead"})),
                )
            ),
        ),
        number(1),
    ),
    "none of members satisfies (adult)": compare(
        "<=",
        Aggregate(COUNT, "members", where=CellIsOneOf("adult", frozenset({"yes"}))),
        number(0),
    ),
    "any of partners where (small)": compare(
        ">=",
        Aggregate(COUNT, "partners", where=CellIsOneOf("small", frozenset({"yes"}))),
        number(1),
    ),
    "none of partners": compare("<=", Aggregate(COUNT, "partners"), number(0)),
    # the round and the exception
    "own_funds at least round.lump_sum": compare(
        ">=", FactValue("own_funds"), RoundParameter("lump_sum", None)
    ),
    "equity_ratio at least 7 % unless legal_form is institute": Any(
        (
            one_of("legal_form", "institute"),
            compare(">=", FactValue("equity_ratio"), number(7)),
        )
    ),
    # joining
    "novel and in_difficulty or employees is 3": Any(
        (All((one_of("novel", "yes"), DIFFICULTY)), compare("==", EMPLOYEES, number(3)))
    ),
    "novel and (in_difficulty or employees is 3)": All(
        (one_of("novel", "yes"), Any((DIFFICULTY, compare("==", EMPLOYEES, number(3)))))
    ),
    "(own_funds plus revenue) times 2 at least 5 EUR": compare(
        ">=",
        Arithmetic(
            Operator.TIMES,
            Arithmetic(Operator.PLUS, FactValue("own_funds"), FactValue("revenue")),
            number(2),
        ),
        number(5),
    ),
}


@pytest.mark.parametrize("text", MEANINGS)
def test_a_line_means(text):
    assert meaning(text) == MEANINGS[text]


def test_a_column_hides_a_fact_of_the_same_name():
    # born and share are questions or facts as well as columns
    test = meaning("count of members where (born before 2000-01-01) at least 1")
    where = compare("<", CellValue("born"), Constant(date(2000, 1, 1)))
    assert test == compare(">=", Aggregate(COUNT, "members", where=where), number(1))


@pytest.mark.parametrize(
    ("text", "unit", "is_day"),
    [
        ("age of registered on submission", "months", False),
        ("days from first_sale to submission", "days", False),
        ("2 years after first_sale", None, True),
        ("own_funds plus 5 EUR", "EUR", False),
        ("own_funds divided by employees", "EUR", False),
        ("own_funds divided by balance", "ratio", False),
        ("own_funds divided by 2", "EUR", False),
        ("own_funds divided by 40 %", "EUR", False),
        ("trainings divided by 2", None, False),
        ("leverage times 100", "ratio", False),
        ("limit.de_minimis minus grant", "EUR", False),
        ("equity_ratio times 2", "%", False),
        ("hours times 20 EUR", "EUR", False),
        ("40 % of project.cost", "EUR", False),
        ("share of members where (adult)", "%", False),
        ("count of members", None, False),
        ("average of aid.amount", "EUR", False),
        ("smallest aid.day", None, True),
        ("trainings times 3", None, False),
        ("limit.young", "months", False),
    ],
)
def test_a_derived_value_has_a_unit(text, unit, is_day):
    _, found, day = compile_value(WrittenLine(text), DICTIONARY, SETTING)
    assert (found, day) == (unit, is_day)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("limit.de_minimis minus grant", 295_000),
        ("40 % of grant", 2000),
        ("grant plus 1 million EUR", 1_005_000),
        ("grant divided by 50 %", 10_000),
    ],
)
def test_what_is_known_beforehand_is_worked_out(text, amount):
    value, _, _ = compile_value(WrittenLine(text), DICTIONARY, SETTING)
    assert Firm().value(value) == amount


def test_a_parameter_kept_in_years_meets_months():
    years = ParameterType("most", "years", is_day=False, expected="18 months")
    line = WrittenLine("age at most round.most")
    test = compile_test(line, DICTIONARY, Setting(parameters={"most": years}))
    firm = Firm({"registered": date(2021, 11, 22)}, day=date(2026, 11, 22))
    assert replace(firm, round={"most": Decimal(5)}).true(test)
    assert not replace(firm, round={"most": Decimal(4)}).true(test)
    assert not firm.true(test)
    assert Firm({"registered": date(2025, 5, 22)}, day=date(2026, 11, 22)).true(test)


def test_questions_come_in_questionnaire_order_derived_facts_as_those_under_them():
    test = meaning(
        "count of aid at least 1 and size is micro and age at least 1 year and seat is at"
    )
    assert questions_of(test, DICTIONARY) == ("registered", "seat", "employees", "revenue", "aid")


def test_a_fact_inside_a_filter_counts_as_looked_at():
    test = meaning("count of partners where (novel and share at least equity_ratio) at least 1")
    assert questions_of(test, DICTIONARY) == ("equity_ratio", "novel", "partners")


def test_the_exception_of_a_line_is_part_of_a_bare_test():
    line = WrittenLine("novel unless in_difficulty")
    test = compile_test(line, DICTIONARY, SETTING)
    assert test == Any((DIFFICULTY, one_of("novel", "yes")))
