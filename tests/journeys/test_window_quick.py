"""The quick check through the window, from the first question to the review, and on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QProgressBar

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


@IN_BOTH
def test_who_finishes_is_told_that_the_answers_are_gone(come, example, language):
    visitor = come(language=language)
    visitor.begin(Mode.QUICK)
    visitor.answer_all(example("photographer"))
    visitor.front.step("take_away")
    visitor.wait(lambda: visitor.page == "take_away")
    visitor.press(visitor.words.say("Finish and forget"))
    visitor.press(visitor.words.say("Yes, delete and finish"))
    visitor.wait(lambda: visitor.page == "start")
    said = visitor.words.say(
        "The visit is finished and its answers are deleted from this computer. "
        "Files that were saved are where they were saved."
    )
    visitor.wait(lambda: said in visitor.texts(), said)
    visitor.begin(Mode.QUICK)
    visitor.front.step("start")
    visitor.wait(lambda: visitor.page == "start")
    assert said not in visitor.texts()


def test_smaller_text_gives_the_bar_its_room_back_at_once(come):
    visitor = come()
    visitor.begin(Mode.QUICK)
    visitor.press("Not registered yet")
    visitor.press_onward()
    page = visitor.front.shell.page()
    bar = page.findChild(QProgressBar)
    visitor.wait(lambda: page.count.minimumWidth() > 0)
    QApplication.processEvents()
    wide, words = bar.width(), page.count.minimumWidth()
    visitor.front.looks.use_size(200)
    visitor.press("Yes")
    visitor.press_onward()
    visitor.wait(lambda: page.count.minimumWidth() > words, "the count was measured at this size")
    visitor.front.looks.use_size(100)
    QApplication.processEvents()
    assert bar.width() == wide


def test_nothing_is_counted_before_the_first_answer(come):
    visitor = come()
    visitor.begin(Mode.QUICK)
    page = visitor.front.shell.page()
    assert page.count.text() == ""
    visitor.press("Not registered yet")
    visitor.press_onward()
    visitor.wait(lambda: page.count.text().startswith("Support: "))
