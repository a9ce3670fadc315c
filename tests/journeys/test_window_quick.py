"""The quick check through the window, from the first question to the review, and on."""

from __future__ import annotations

import pytest

from ccsdesk.domain.draft import Mode

IN_BOTH = pytest.mark.parametrize("language", ["sl", "en"])
SIZES = pytest.mark.parametrize("percent", [100, 200])


@IN_BOTH
@SIZES
def test_a_quick_check_ends_at_the_review_with_every_answer(come, example, language, percent):
    given = example("photographer")
    visitor = come(language=language, percent=percent)
    visitor.begin(Mode.QUICK)
    asked = visitor.answer_all(given)
    assert visitor.page == "review"
    assert 8 <= len(asked) <= 16
    assert {name: visitor.answers[name] for name in asked if name in given} == {
        name: given[name] for name in asked if name in given
    }
