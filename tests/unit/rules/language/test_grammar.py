"""The grammar in the guide for authors is the one the parser reads: nothing more, nothing less."""

from __future__ import annotations

import ast
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language import cursor, parse_values, parser
from ccsdesk.rules.language.lexer import MOST_CHARACTERS
from ccsdesk.rules.language.place import LineSource
from tests.support.checkout import ROOT
from tests.support.ebnf import Choice, Grammar, Words

GUIDE = (ROOT / "docs" / "catalogue-authors.md").read_text(encoding="utf-8")
GRAMMAR = Grammar(GUIDE.partition("### The grammar of a line")[2].split("```")[1])
PIECES = {
    "NUMBER": ["3", "-2", "10.5", "0"],
    "COUNT": ["1", "36"],
    "DAY": ["2027-03-15"],
    "COLUMN": ["aid.amount"],
    "UNIT": ["EUR", "people", "m2"],
    "NAME": ["legal_form", "project.cost", "round.from", "x1"],
    "TABLE": ["aid"],
    "LIST_NAME": ["non_profit"],
    "OPTION": ["doo", "3", "nace.j59", "none"],
}
PLACE = LineSource("file.yaml", 3, 7)
# what may follow only as a part of the length or window before it
GREEDY = re.compile(r"\b(days|months|years) (before|after)\b")
BELONGING = re.compile(r"(\d+|last \d+ (calendar|fiscal)) (days|months|years) (before|after)\b")


def random_line(seed: int, used: set[Choice], deep: int = 14) -> str:
    """Give a line of the grammar."""
    return " ".join(GRAMMAR.sentence(Random(seed), PIECES, used, deep))  # noqa: S311 - lines, no secrets


def is_clear(text: str) -> bool:
    """Whether no `before` or `after` stands behind a length of time or a window."""
    return len(text) <= MOST_CHARACTERS and not GREEDY.search(text)


@given(st.integers(0, 2**32))
def test_a_random_line_of_the_printed_grammar_parses(seed):
    text = random_line(seed, set())
    if is_clear(text):
        parser.parse_line(text, PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "registered before 6 months before submission",
        "registered after 30 days after (2 years before deadline)",
        "count of aid in the last 3 fiscal years before deadline at least 1",
        "largest aid.day in the last 5 years before deadline before 2026-01-01",
    ],
)
def test_what_follows_a_length_or_window_belongs_to_it(text):
    assert BELONGING.search(text)
    parser.parse_line(text, PLACE)


def test_every_way_the_printed_grammar_gives_is_taken_and_parses():
    used: set[Choice] = set()
    for seed in range(2_500):
        once: set[Choice] = set()
        text = random_line(seed, once)
        try:
            parser.parse_line(text, PLACE)
        except CatalogueError:
            assert not is_clear(text), text
        else:
            used |= once
    left = [(choice.items[at], choice) for choice, at in GRAMMAR.choices() - used]
    assert left == []


def words_of(module):
    """Give the words that a module of the parser looks for: what it accepts and expects, and its tables of words."""
    tree = ast.parse((ROOT / module.__name__.replace(".", "/")).with_suffix(".py").read_text())
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"accept", "expect", "sees", "close"}
        ):
            for argument in node.args:
                if isinstance(argument, ast.Constant):
                    yield argument.value


TABLES = (
    vars(parse_values)["_AGGREGATES"],
    vars(parse_values)["_EXTREMES"],
    vars(parse_values)["_CHOSEN"],
    vars(parse_values)["_ELAPSED"],
    vars(parse_values)["_KINDS_OF_YEAR"],
    vars(parse_values)["_UNITS_OF_TIME"].values(),
    vars(parser)["_QUANTIFIERS"],
    vars(parser)["_NUMBER_RELATIONS"],
    vars(parser)["_DAY_RELATIONS"],
    cursor.RESERVED,
)


def words_of_the_parser():
    """Give every word and sign of the language."""
    found = {*words_of(parser), *words_of(parse_values)}
    for table in TABLES:
        for words in table:
            found.update([words] if isinstance(words, str) else words)
    return found - {"year"}


def test_every_word_of_the_parser_is_printed_and_every_printed_word_is_one_of_the_parser():
    printed = {
        word for item in GRAMMAR.items() if isinstance(item, Words) for word in item.text.split()
    }
    assert printed == words_of_the_parser()


def test_every_piece_the_printed_grammar_names_is_told():
    used = {item.name for item in GRAMMAR.items() if hasattr(item, "name")}
    pieces = used - GRAMMAR.rules.keys()
    assert pieces == PIECES.keys()
    after = GUIDE.partition("### The grammar of a line")[2].split("```")[2]
    for piece in pieces:
        assert f"`{piece}`" in after


@pytest.mark.parametrize(
    "text",
    [
        "count of aid in the last 3 business years at least 1",
        "smaller of 3 EUR at least 1 EUR",
        "larger of 3 EUR or 4 EUR at least 1 EUR",
        "share of aid at least 50 %",
        "all of aid",
    ],
)
def test_what_the_printed_grammar_does_not_give_is_refused(text):
    with pytest.raises(CatalogueError):
        parser.parse_line(text, PLACE)
