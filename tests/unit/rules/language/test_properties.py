"""What is true of every line: what is spelt reads back; nonsense gives a told mistake and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.compile import compile_value, questions_of
from ccsdesk.rules.language.parser import parse_line, parse_value
from ccsdesk.rules.language.place import LineSource
from tests.support.reading import Firm
from tests.support.rules import DICTIONARY, SETTING, line, meaning, rule_of
from tests.support.spelling import LINES, NONSENSE, VALUES, spell, spell_value

PLACE = LineSource("file.yaml", 3, 7)


@given(LINES)
def test_every_line_of_the_grammar_reads_back_as_it_was_meant(written):
    text = spell(written)
    if len(text) > 1000:
        return
    assert parse_line(text, PLACE) == written


@given(VALUES)
def test_every_value_of_the_grammar_reads_back_as_it_was_meant(written):
    text = spell_value(written, factor=False)
    assert parse_value(text, PLACE) == written


def outcome(compiled, text):
    """Give what compiling makes of a text: the result, or the mistake that was told."""
    try:
        return compiled(text)
    except CatalogueError as error:
        return error


@given(LINES)
def test_a_line_of_the_grammar_compiles_or_tells_a_mistake_inside_itself(written):
    text = spell(written)
    found = outcome(rule_of, text)
    if isinstance(found, CatalogueError):
        assert found.line == 7
        assert found.column is not None
        assert 5 <= found.column <= 5 + len(text)


SOUND = (
    "novel",
    "at_home",
    "in_difficulty is no",
    "size in [micro, small]",
    "goals has any of [learn, create]",
    "fields has none of screen",
    "age between 12 months and 5 years",
    "registered on or after round.from",
    "first_sale before 6 months before submission",
    "own_funds at least 40 % of project.cost",
    "2 times grant plus revenue at most limit.de_minimis",
    "sum of aid.amount where (regime is de_minimis) in the last 36 months at most 5 EUR",
    "all of partners satisfies (small and country within si)",
    "share of members where (born before 2000-01-01 or adult) at least 50 %",
    "rating at least sb2",
)
TRUE_TO_TYPE = st.recursive(
    st.sampled_from(SOUND),
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, inner).map(" and ".join),
        st.tuples(inner, inner).map(lambda both: f"({both[0]}) or ({both[1]})"),
    ),
    max_leaves=6,
)


@given(TRUE_TO_TYPE, st.none() | TRUE_TO_TYPE)
def test_sound_lines_compile_and_have_words_in_every_language(body, unless):
    rule = rule_of(body if unless is None else f"{body} unless {unless}")
    assert Firm(day=date(2026, 11, 22)).true(rule.test) in {True, False}
    for language in DICTIONARY.languages:
        said = rule.text[language]
        assert said[0] == said[0].upper()
        assert not any(mark in said for mark in "{}")
        assert said.count("(") == said.count(")")
    assert rule.questions == questions_of(rule.test, DICTIONARY)


@given(NONSENSE)
@example("\x00")
@example("( ) [ ]")
@example("legal_form is [")
@example("٣ at least 3")
@example("1e999 at least 3")
def test_nonsense_tells_a_mistake_and_nothing_else(text):
    for compiled in (rule_of, lambda said: compile_value(line(said), DICTIONARY, SETTING)):
        found = outcome(compiled, text)
        if isinstance(found, CatalogueError):
            assert (found.file, found.line) == ("programmes/example.yaml", 7)
            assert str(found)


@given(
    st.sampled_from(["legal_form is doo", "seat within lur", "employees between 1 and 5"]),
    st.data(),
)
def test_one_wrong_letter_never_passes_for_another_name(text, data):
    at = data.draw(st.integers(0, len(text.split()[0]) - 1))
    with pytest.raises(CatalogueError) as caught:
        meaning(f"{text[:at]}q{text[at + 1 :]}")
    assert caught.value.column == 5
    assert text.split()[0] in str(caught.value)
