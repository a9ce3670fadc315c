"""The full assessment through the window with the answers of example firms; and a quick check that grows."""

from __future__ import annotations

import pytest

from ccsdesk.domain.answers import Choice, Records
from ccsdesk.domain.draft import Mode


def can_be_given(answer):
    """Tell whether one row or field says it: a file may hold several options where a page takes one."""
    several = isinstance(answer, Choice) and len(answer.options) > 1
    return not several and not isinstance(answer, Records)


@pytest.mark.parametrize(
    ("firm", "language", "percent"),
    [("photographer", "sl", 100), ("architects", "en", 200)],
)
def test_a_full_visit_keeps_every_answer_as_it_was_given(come, example, firm, language, percent):
    given = {name: one for name, one in example(firm).items() if can_be_given(one)}
    visitor = come(language=language, percent=percent)
    visitor.begin(Mode.FULL)
    asked = visitor.answer_all(given)
    assert visitor.page == "review"
    assert len(asked) > 40
    assert len(asked) == len(set(asked))
    assert {name: visitor.answers[name] for name in asked if name in given} == {
        name: given[name] for name in asked if name in given
    }
    assert set(given) <= set(asked)


def test_a_quick_check_grows_without_asking_anything_twice(come, example):
    given = example("photographer")
    visitor = come(language="sl")
    visitor.begin(Mode.QUICK)
    first = visitor.answer_all(given)
    visitor.front.step("results")
    visitor.wait(lambda: visitor.page == "results")
    visitor.front.visit.grow()
    then = visitor.answer_all(given)
    assert visitor.page == "review"
    assert len(then) > 25
    assert set(first).isdisjoint(then)
