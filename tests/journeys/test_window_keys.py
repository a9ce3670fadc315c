"""A whole quick visit without a mouse: from the start page to a saved plan, in both languages, at the largest text."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from ccsdesk.domain.answers import Amounts, Choice, DontKnow, Selection
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import limits
from ccsdesk.text import begun
from ccsdesk.text.reading import Wanted, write
from tests.support.dialogs import Chosen
from tests.support.window import DAY

MOST_TABS = 80
DIGITS = 9


def tab_to(visitor, wanted):
    """Press Tab until it is reached, as often as a person would."""
    names = []
    for _ in range(MOST_TABS):
        names.append(visitor.focused_name())
        if wanted(visitor.focused()):
            return
        visitor.key(Qt.Key.Key_Tab)
    pytest.fail(f"not reached by Tab, which goes to {names}")


def tab_to_name(visitor, name):
    tab_to(visitor, lambda _widget: visitor.focused_name() == name)


def digit(visitor, number):
    visitor.key(Qt.Key(Qt.Key.Key_0.value + number))


def choose(visitor, question, options):
    """By digit where a row shows one, else by Tab and the space bar."""
    first = 0 if question.kind is Kind.SCALE else 1
    ids = ["yes", "no"] if question.kind is Kind.YES_NO else [one.id for one in question.options]
    for option in sorted(options):
        number = ids.index(option) + first
        if number <= DIGITS:
            digit(visitor, number)
            continue
        text = visitor.words.pick(question.options[ids.index(option)].text)
        tab_to_name(visitor, begun(text))
        visitor.key(Qt.Key.Key_Space)


def answer(visitor, given):
    """Answer the question shown, and go on by Enter."""
    name = visitor.question
    question = visitor.front.visit.catalogue.dictionary.questions[name]
    match given.get(name, DontKnow()):
        case DontKnow():
            digit(visitor, 0)
        case Choice(options) if question.kind is Kind.PLACE:
            (place,) = options
            field = visitor.fields()[0]
            tab_to(visitor, lambda widget: widget is field)
            places = visitor.front.visit.catalogue.dictionary.places
            visitor.type_text(visitor.words.pick(places[place].name))
            visitor.key(Qt.Key.Key_Return)
        case Choice(options):
            choose(visitor, question, options)
        case Selection(possible):
            choose(visitor, question, next(iter(possible)))
        case Amounts((span,)):
            low, high = limits(question, DAY)
            wanted = Wanted(question.kind, low, high, question.decimals, question.unit)
            text = write(span, wanted, visitor.words)
            field = visitor.fields()[0]
            tab_to(visitor, lambda widget: widget is field)
            visitor.type_text(text)
        case other:
            pytest.fail(f"no quick question is answered by {other}")
    visitor.key(Qt.Key.Key_Return)


@pytest.mark.parametrize(("language", "percent"), [("sl", 200), ("en", 100)])
def test_a_quick_visit_by_keys_alone_ends_with_a_saved_plan(
    come, example, language, percent, tmp_path
):
    given = {**example("photographer"), "revenue": DontKnow()}
    visitor = come(language=language, percent=percent, dialogs=Chosen(target=tmp_path))
    tab_to_name(visitor, visitor.words.say("Begin the quick check"))
    visitor.key(Qt.Key.Key_Space)
    asked = []
    while visitor.question:
        asked.append(visitor.question)
        answer(visitor, given)
        assert visitor.question not in asked
    assert visitor.page == "review"
    for page in ("results", "plan", "take_away"):
        visitor.key(Qt.Key.Key_Return)
        visitor.wait(lambda page=page: visitor.page == page, page)
    visitor.wait(lambda: visitor.words.say("Save the plan") in visitor.buttons(), "a plan")
    visitor.shortcut(Qt.Key.Key_S)
    visitor.wait(lambda: list(tmp_path.glob("*.pdf")), "a plan on the disk")
    (plan,) = tmp_path.glob("*.pdf")
    assert len(PdfReader(io.BytesIO(plan.read_bytes())).pages) > 3
    visitor.wait(lambda: any(str(plan.name) in text for text in visitor.texts()), "it is said")


def test_alt_and_left_goes_back_from_everywhere(come, example):
    visitor = come(language="en")
    visitor.begin()
    first = visitor.question
    visitor.answer(first, example("photographer")[first])
    visitor.press_onward()
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.question == first
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.page == "start"


def test_letters_typed_before_going_to_the_field_are_not_lost(come, example):
    visitor = come(language="sl")
    visitor.begin()
    questions = visitor.front.visit.catalogue.dictionary.questions
    given = example("photographer")
    while questions[visitor.question].kind is not Kind.PLACE:
        visitor.answer(visitor.question, given[visitor.question])
        visitor.press_onward()
    (field,) = visitor.fields()
    assert visitor.focused() is not field
    for letter in "cel":
        visitor.type_text(letter)
    assert field.text() == "cel"
    assert visitor.focused() is field


def test_f1_lists_the_keys_and_escape_closes_the_list(come):
    visitor = come(language="sl")
    visitor.begin()
    question = visitor.question
    visitor.key(Qt.Key.Key_F1)
    sheet = visitor.front.key_sheet()
    visitor.wait(sheet.isVisible)
    visitor.key(Qt.Key.Key_Escape)
    visitor.wait(lambda: not sheet.isVisible())
    assert visitor.question == question
