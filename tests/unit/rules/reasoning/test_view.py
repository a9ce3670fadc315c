"""Views of answers: a child differs from its parent in what was set, and computes nothing else anew."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ccsdesk.domain.answers import exactly
from ccsdesk.rules.language.core import IsOneOf
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Leaf
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.sets import ChoiceSet, OrderedSet
from ccsdesk.rules.reasoning.splitting import Assumed
from ccsdesk.rules.reasoning.view import View
from tests.support import worlds

SP = IsOneOf("form", frozenset({"sp"}))
YOUNG = IsOneOf("young", frozenset({"yes"}))


def atom(test: IsOneOf, engine: Engine) -> int:
    node = engine.node(test, engine.plain)
    assert isinstance(node, Leaf)
    return node.atom


def test_a_child_sees_its_own_answer_and_its_parents_others() -> None:
    engine = Engine(worlds.world({"people": SP}), worlds.DAY)
    view = View.of_answers(engine, {"young": exactly("yes"), "nobody": exactly("x")})
    child = view.child("form", ChoiceSet(engine.universes["form"].mask(["sp"]), na=False))
    assert (view.truth(atom(SP, engine)), child.truth(atom(SP, engine))) == (OPEN, YES)
    assert child.truth(atom(YOUNG, engine)) == YES
    assert child.raw("young") is view.raw("young")
    assert (view.asked("people"), child.asked("people")) == (OPEN, YES)
    assert view.of("people").na
    assert child.differs_from(view) == {"form": child.raw("form")}
    assert view.differs_from(view) == {}


def test_what_decides_whether_a_question_is_asked_moves_it_too() -> None:
    engine = Engine(worlds.world({"people": SP}), worlds.DAY)
    answers = {"people": exactly(Decimal(2)), "form": exactly("sp")}
    view = View.of_answers(engine, answers)
    assert view.of("people") == OrderedSet(((2, 2),), 1, na=False)
    doo = view.child("form", ChoiceSet(engine.universes["form"].mask(["doo"]), na=False))
    assert doo.of("people") == OrderedSet((), 1, na=True)
    both = doo.children({"form": view.raw("form"), "people": engine.universes["people"].full})
    assert both.of("people") == engine.universes["people"].full


def test_an_assumed_test_stays_assumed_further_down() -> None:
    engine = Engine(worlds.world({}), worlds.DAY)
    sp = atom(SP, engine)
    view = View.of_answers(engine, {}).assume(sp, YES)
    assert view.truth(sp) == YES
    later = view.child("form", ChoiceSet(engine.universes["form"].mask(["doo"]), na=False))
    assert later.truth(sp) == YES
    assert later.assume(sp, NO).truth(sp) == NO


def test_loose_questions_are_those_that_can_still_turn_out_differently() -> None:
    engine = Engine(worlds.world({"people": SP}), worlds.DAY)
    every = engine.bit["form"] | engine.bit["people"] | engine.bit["young"]
    view = View.of_answers(engine, {"form": exactly("doo")})
    assert view.loose(every) == engine.bit["young"]


def test_there_are_no_cells_outside_a_record() -> None:
    view = View.of_answers(Engine(worlds.world({}), worlds.DAY), {})
    for facts in (view, Assumed(view, "form", ChoiceSet(1, na=False))):
        with pytest.raises(LookupError, match="agreed"):
            facts.cell("agreed")
