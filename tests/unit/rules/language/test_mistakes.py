"""Every mistake of an author is told with its exact place and a way out. Lines begin in column 5 of line 7."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.compile import compile_test, compile_value
from ccsdesk.rules.language.facts import DerivedValue, ParameterType, Setting
from ccsdesk.rules.language.written import WrittenLine
from tests.support.rules import DICTIONARY, FILE, SETTING, line, meaning

FORM = [
    ("", 5, "Expected a condition, found the end of the line."),
    ("novel and", 14, "Expected a condition, found the end of the line."),
    ("novel unless", 17, "Expected a condition, found the end of the line."),
    ("legal_form is", 18, "Expected an option or a value, found the end of the line."),
    ("employees at least", 23, "Expected a value, found the end of the line."),
    ("employees at least not", 24, "Expected a value, found “not”."),
    ("own_funds divided by", 25, "Expected a value, found the end of the line."),
    ("(novel", 5, "The bracket “(” is never closed."),
    ("legal_form in [sp, doo", 19, "The bracket “[” is never closed."),
    ("count of partners where (small", 29, "The bracket “(” is never closed."),
    ("legal_form in []", 20, "Expected an option, found “]”."),
    ("legal_form in [sp doo]", 23, "Expected “]”, found “doo”. Write one of “,” or “]”."),
    ("novel)", 10, "Expected “and”, “or”, “unless” or the end of the line, found “)”."),
    ("employees at lest 3", 18, "found “lest”. Did you mean “least”?"),
    ("employees atleast 3", 15, "found “atleast”. Did you mean “at least”?"),
    ("employees is 3 adn novel", 20, "found “adn”. Did you mean “and”?"),
    ("employees between 3", 24, "Expected “and”, found the end of the line."),
    ("count of partners where small", 29, "Expected “(”, found “small”."),
    ("count of aid in the last months at least 1", 30, "Expected a number of months or years"),
    ("count of aid in the last 3 days at least 1", 32, "Expected the unit of the window"),
    ("share of members at least 5 %", 22, "Expected “where (...)” after “share of”"),
    ("all of members where (adult)", 33, "Expected “satisfies”, found the end of the line."),
    ("employees in the last 3 years", 18, "“in the last” follows a count or sum"),
    ("legal-form is doo", 10, "“-” can't stand here."),
    ("employees >= 3", 15, "“>=” is not part of the language. Write “at least”."),
    ("cilj č", 10, "“č” can't stand here."),
    ("employees at least 10,000", 26, "Write numbers without separators"),
    ("employees at least 12months", 24, "Leave a space between a number and its unit"),
    ("registered on or after 2023-02-30", 28, "The day 2023-02-30 does not exist."),
    ("employees at least 1234567890123456", 24, "has more than 15 digits"),
    ("registered before 1.5 years before today", 23, "whole number from 1 to 10000, not 1.5"),
    ("count of aid in the last 0 months is 1", 30, "whole number from 1 to 10000, not 0"),
]

NAMES = [
    ("legal_fom is doo", 5, "Nothing is called “legal_fom” here. Did you mean “legal_form”?"),
    ("employees is many", 18, "Nothing is called “many” here. Add it to the questions"),
    ("legal_form is dooo", 19, "“legal_form” has no option “dooo”. Did you mean “doo”?"),
    ("legal_form is xyz", 19, "Write “none”, “sp”, “doo”, “institute” or “society”."),
    ("seat in [lur, ljublana]", 19, "“seat” has no option “ljublana”. Did you mean “ljubljana”?"),
    ("novel is maybe", 14, "“novel” has no option “maybe”. Write “yes” or “no”."),
    ("product is 7", 16, "“product” has no option “7”."),
    ("rating at least sb9", 21, "“rating” has no option “sb9”. Did you mean “sb3”"),
    ("size is mikro", 13, "“size” has no option “mikro”. Did you mean “micro”?"),
    ("count of partnerz is 1", 14, "Nothing is called “partnerz” here. Did you mean “partners”?"),
    (
        "sum of aid.amout is 1 EUR",
        12,
        "Nothing is called “aid.amout” here. Did you mean “aid.amount”",
    ),
    ("count of novel is 1", 14, "“novel” is not a table. The tables are: aid, partners, members."),
    (
        "sum of members is 1",
        12,
        "is a whole table; one of its columns is needed. Write members.born",
    ),
    ("partners.country within si", 5, "A column is looked at inside “where (...)”"),
    (
        "count of partners where (partners.country within si) is 1",
        30,
        "Inside the filter write “country” alone.",
    ),
    (
        "round.lump at least 3 EUR",
        5,
        "No round here has a parameter “lump”. Did you mean “round.lump_sum”",
    ),
    (
        "legal_form in neighbours",
        19,
        "The list “neighbours” is about “place”, not about “legal_form”.",
    ),
]

TYPES = [
    ("legal_form", 5, "“legal_form” alone is no condition. Say which option"),
    ("goals", 5, "“goals” alone is no condition. Say which option, as in “goals has ...”."),
    ("employees", 5, "“employees” alone is no condition. Compare it with a value"),
    ("partners", 5, "“partners” alone is no condition. Count its records"),
    ("remark is x", 5, "“remark” is neither a number nor a day. No rule can look into free text"),
    ("legal_form at least doo", 25, "The options of “legal_form” have no order."),
    ("legal_form before doo", 5, "“before” and “after” compare days; this is no day."),
    ("employees before 3", 5, "“before” and “after” compare days; this is no day."),
    (
        "registered at least 2023-01-01",
        5,
        "“at least” and its like compare numbers; this is a day.",
    ),
    ("age of employees on today is 3", 12, "A day is needed here."),
    ("goals is learn", 14, "“goals” may have several answers. Write “has”"),
    ("legal_form has doo", 20, "“legal_form” has one answer only. Write “is” or “in”"),
    ("employees has doo", 5, "Only a question with options or places can be followed by “has”."),
    ("employees in [doo]", 5, "Only a question with options or places can be followed by “in”."),
    ("seat is lur plus 3", 13, "An option is needed here."),
    ("at_home at least 3", 5, "“at_home” is neither a number nor a day. Use it alone"),
    ("at_home is maybe", 16, "The block “at_home” is either yes or no."),
    ("count of goals where (novel) is 1", 5, "“goals” is no table."),
    ("count of partners where (roles has lead) is 1", 40, "“roles” has several answers"),
    ("sum of aid.regime is 1", 12, "The column “aid.regime” can't be used like this."),
    ("sum of aid.day is 1", 12, "The column “aid.day” can't be used like this."),
    ("count distinct aid.giver is 2", 20, "The column “aid.giver” can't be used like this."),
    ("count of partners in the last 3 years is 1", 23, "“partners” has no date column"),
    ("registered times 2 is 5", 22, "A day can't be counted with like this."),
    ("registered plus 2 EUR after today", 21, "A day can't be counted with like this."),
    ("registered after round.fixed", 22, "“round.fixed” is a day without “expected”"),
]

UNITS = [
    (
        "employees at least 1 EUR",
        24,
        "An amount in people can't go together with an amount in EUR.",
    ),
    (
        "revenue at least 5000",
        22,
        "with a plain number. Write the number with its unit, as in “5000 EUR”.",
    ),
    ("revenue at least 5000 USD", 22, "An amount in EUR can't go together with an amount in USD."),
    ("age at least 12", 18, "Write the number with its unit, as in “12 months”."),
    ("age at least 30 days", 18, "An amount in months can't go together with an amount in days."),
    ("unemployed at least 3", 25, "Write the number with its unit, as in “12 months”."),
    ("equity_ratio at least 7", 27, "Write the number with its unit, as in “40 %”."),
    ("trainings at least 3 hours", 24, "A plain number can't go together with an amount in hours."),
    ("registered after 3", 22, "A day can't go together with a plain number."),
    (
        "revenue plus employees is 5",
        18,
        "An amount in EUR can't go together with an amount in people.",
    ),
    ("revenue times balance is 5", 19, "Only a price times a quantity"),
    ("hours divided by employees is 5", 22, "Only a price times a quantity"),
]


@pytest.mark.parametrize(
    ("kind", "text", "column", "said"),
    [
        *(("form", *case) for case in FORM),
        *(("names", *case) for case in NAMES),
        *(("types", *case) for case in TYPES),
        *(("units", *case) for case in UNITS),
    ],
)
def test_a_mistake_is_told_with_its_place_and_a_way_out(kind, text, column, said):
    with pytest.raises(CatalogueError) as caught:
        meaning(text)
    error = caught.value
    assert (error.file, error.line, error.column) == (FILE, 7, column)
    assert said in str(error)
    assert error.advice


def test_a_line_without_a_place_takes_that_of_its_setting():
    setting = Setting(file="facts.yaml", line_number=3, column=11)
    with pytest.raises(CatalogueError) as caught:
        compile_test(WrittenLine("novel is maybe"), DICTIONARY, setting)
    assert caught.value.place == "facts.yaml:3:20"


def test_a_line_with_no_place_at_all_gives_the_column_inside_itself():
    with pytest.raises(CatalogueError) as caught:
        compile_test(WrittenLine("novel is maybe"), DICTIONARY, Setting())
    assert caught.value.place == "10"


def test_grant_needs_a_smallest_benefit():
    with pytest.raises(CatalogueError, match="states no smallest benefit") as caught:
        compile_test(line("grant at most 5 EUR"), DICTIONARY, replace(SETTING, grant=None))
    assert (caught.value.code, caught.value.column) == ("grant", 5)


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("15 months before openng", "Nothing is called “openng” here. Did you mean “opening”?"),
        ("3 months", "is of another type than its value"),
        ("round.other", "No round here has a parameter “other”."),
    ],
)
def test_what_is_expected_of_a_parameter_is_checked_where_the_parameter_is_used(expected, said):
    parameters = {
        "from": ParameterType("from", None, is_day=True, expected=expected),
        "other": ParameterType("other", None, is_day=True, expected="opening"),
    }
    with pytest.raises(CatalogueError) as caught:
        compile_test(
            line("registered after round.from"), DICTIONARY, Setting(parameters=parameters)
        )
    assert said in str(caught.value)
    assert caught.value.column == 22


def test_an_expected_number_must_have_the_unit_of_its_parameter():
    parameters = {"sum": ParameterType("sum", "EUR", is_day=False, expected="3 months")}
    with pytest.raises(CatalogueError) as caught:
        compile_test(line("revenue at least round.sum"), DICTIONARY, Setting(parameters=parameters))
    assert (caught.value.code, caught.value.column) == ("unit", 22)


@pytest.mark.parametrize(
    "text",
    [
        "not " * 31 + "novel",
        "(" * 31 + "novel" + ")" * 31,
        "registered before " + "1 days before " * 40 + "today",
        "revenue" + " plus 1 EUR" * 31 + " at least 5 EUR",
        "10 % of " * 40 + "revenue at least 5 EUR",
    ],
)
def test_lines_nested_beyond_reading_are_refused(text):
    with pytest.raises(CatalogueError, match="more than 30 deep"):
        meaning(text)


def test_lines_longer_than_a_page_are_refused():
    with pytest.raises(CatalogueError, match="a line may have 1000"):
        meaning("novel or " * 200 + "novel")


def chain_of_facts(form, length):
    """Derive facts, each from the one before it."""
    dictionary = DICTIONARY
    for step in range(length):
        name, before = f"f{step}", f"f{step - 1}" if step else "revenue"
        value, unit, is_day = compile_value(line(form.format(before)), dictionary, SETTING)
        derived = DerivedValue(name, {"sl": name, "en": name}, value, unit, is_day)
        dictionary = replace(dictionary, values={**dictionary.values, name: derived})


def test_facts_that_double_one_another_are_refused_before_they_exhaust_the_machine():
    with pytest.raises(CatalogueError, match="this condition is too large"):
        chain_of_facts("{0} plus {0}", 40)


def test_a_long_chain_of_facts_is_refused_before_it_exhausts_the_stack():
    with pytest.raises(CatalogueError, match="this condition is too large"):
        chain_of_facts("{0} plus 1 EUR", 500)


def test_a_number_is_shown_as_it_was_written():
    with pytest.raises(CatalogueError) as caught:
        meaning("novel is 3")
    assert "no option “3”" in str(caught.value)
    assert Decimal(3) not in caught.value.parameters.values()
