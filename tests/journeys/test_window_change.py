"""Going back, changing an answer from the review, switching language, size and colours on the way: nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ccsdesk.domain.answers import Choice
from ccsdesk.domain.draft import Mode
from ccsdesk.ui import theme
from tests.support.access import interface, name_of


def test_back_shows_what_was_answered_and_loses_nothing(come, example):
    given = example("photographer")
    visitor = come(language="en")
    visitor.begin(Mode.QUICK)
    asked = []
    for _ in range(5):
        asked.append(visitor.question)
        visitor.answer(visitor.question, given[visitor.question])
        visitor.press_onward()
    for question in reversed(asked):
        visitor.press_back()
        assert visitor.question == question
        assert visitor.front.shell.page().answer() == given[question]
    assert set(visitor.answers) == set(asked)


def test_an_answer_not_confirmed_yet_is_kept_by_going_back(come, example):
    given = example("photographer")
    visitor = come(language="en")
    visitor.begin(Mode.QUICK)
    visitor.answer(visitor.question, given[visitor.question])
    visitor.press_onward()
    second = visitor.question
    visitor.answer(second, given[second])
    visitor.press_back()
    assert visitor.question != second
    assert visitor.answers[second] == given[second]


def test_a_review_leads_to_the_answer_and_straight_back(come, example):
    given = example("photographer")
    visitor = come(language="sl")
    visitor.begin(Mode.QUICK)
    visitor.answer_all(given)
    label = visitor.words.pick(visitor.front.visit.catalogue.dictionary.questions["ambition"].label)
    visitor.press(next(name for name in visitor.buttons() if label.lower() in name.lower()))
    assert visitor.question == "ambition"
    options = visitor.front.visit.catalogue.dictionary.questions["ambition"].options
    other = Choice(frozenset({next(one.id for one in options if one.id != "grow")}))
    visitor.answer("ambition", other)
    visitor.press_onward()
    assert visitor.page == "review"
    assert visitor.answers["ambition"] == other
    assert label.lower() in name_of(interface(visitor.focused())).lower()


def test_another_language_midway_keeps_the_place_and_what_is_typed(come, example):
    given = example("photographer")
    visitor = come(language="sl")
    visitor.begin(Mode.QUICK)
    visitor.answer(visitor.question, given[visitor.question])
    visitor.press_onward()
    question, slovenian = visitor.question, visitor.title
    (line,) = visitor.fields()[:1]
    visitor.write(line, "10. 3. 2025")
    visitor.shortcut(Qt.Key.Key_L)
    assert (visitor.page, visitor.question) == ("question", question)
    assert visitor.title != slovenian
    assert visitor.front.shell.page().answer() == given[question]
    assert visitor.front.visit.words.language == "en"
    visitor.press_onward()
    rest = visitor.answer_all(given)
    assert visitor.page == "review"
    assert visitor.answers[question] == given[question]
    assert len(visitor.answers) == len(rest) + 2


@pytest.mark.parametrize(("theme_name", "entry"), [("dark", "Dark"), ("contrast", "Contrast")])
def test_size_and_colours_change_on_any_page_without_losing_anything(
    come, example, theme_name, entry
):
    given = example("photographer")
    visitor = come(language="en")
    visitor.begin(Mode.QUICK)
    question = visitor.question
    visitor.answer(question, given[question])
    for _ in range(4):
        visitor.shortcut(Qt.Key.Key_Plus)
    visitor.pick_from("Colours", entry)
    assert theme.current().percent == 200
    assert theme.current().theme == theme_name
    assert visitor.question == question
    assert visitor.front.shell.page().answer() == given[question]


def test_starting_over_asks_once_and_then_forgets(come, example):
    visitor = come(language="sl")
    visitor.begin(Mode.QUICK)
    visitor.answer(visitor.question, example("photographer")[visitor.question])
    visitor.press_onward()
    visitor.pick_from(visitor.words.say("More"), visitor.words.say("Start over"))
    assert visitor.page == "question"
    assert visitor.told()
    visitor.press(visitor.words.say("Delete and start over"))
    assert visitor.page == "start"
    assert visitor.answers == {}
    assert visitor.setting.dialogs.forgotten == 1
