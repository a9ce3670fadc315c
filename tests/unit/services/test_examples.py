"""Answers of an example bear a mark that is found again in every language."""

from __future__ import annotations

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.services.examples import as_example, example_line
from ccsdesk.text import Words

BOTH = ("sl", "en")


@pytest.mark.parametrize("opened_in", BOTH)
@pytest.mark.parametrize("shown_in", BOTH)
def test_an_example_is_known_in_whichever_language_it_was_opened(opened_in, shown_in):
    answers = as_example(AnswerSet(name="Maja"), Words(opened_in, first="sl"))
    line = example_line(answers, Words(shown_in, first="sl"), BOTH)
    assert "Maja" in line
    assert "(" not in line


@pytest.mark.parametrize("name", [None, "", "Maja", "Example: ", "(made up)"])
def test_a_persons_own_answers_bear_no_mark(name):
    assert example_line(AnswerSet(name=name), Words("en", first="sl"), BOTH) == ""


def test_an_example_without_a_name_is_marked_too():
    words = Words("en", first="en")
    answers = as_example(AnswerSet(), words)
    assert answers.name == "Example: a firm (made up)"
    assert example_line(answers, words, ["en"])
