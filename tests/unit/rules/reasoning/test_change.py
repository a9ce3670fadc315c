"""What a firm could change, and the one step it is away from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    DontKnow,
    Records,
    Selection,
    Span,
    exactly,
)
from ccsdesk.domain.question import Changeable, Kind, Question
from ccsdesk.domain.verdict import Group, Verdict
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    Any,
    Compare,
    Constant,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.change import reachable
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.sets import (
    AnyText,
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
)
from tests.support import worlds
from tests.support.offers import ROUNDS, call, programme

UP, DOWN, ANY = (worlds.changeable(direction=word) for word in ("up", "down", "any"))
SP = IsOneOf("form", frozenset({"sp"}))
DOO = IsOneOf("form", frozenset({"doo"}))
YOUNG = IsOneOf("young", frozenset({"yes"}))
LEARN = HasAny("goals", frozenset({"learn"}))


def people(relation: Relation, number: int) -> Test:
    return Compare(relation, FactValue("people"), Constant(Decimal(number)))


def with_table() -> Catalogue:
    """The five questions, a table of partners, of two at most, and a free text."""
    world = worlds.with_partners(worlds.world({}))
    wish = Question("wish", Kind.TEXT, {"en": "wish"}, {"en": "wish"})
    questions = {**world.dictionary.questions, "wish": wish}
    return replace(
        world,
        dictionary=replace(world.dictionary, questions=questions),
        asked_when={**world.asked_when, "wish": None},
    )


def reach(question: str, possible: PossibleSet | None, change: Changeable) -> list[PossibleSet]:
    engine = Engine(with_table(), worlds.DAY)
    universe = engine.universes[question]
    columns = engine.columns_of(question)
    now = universe.full if possible is None else possible
    return list(reachable(universe, now, change, columns=columns, most=2))


# -- what can be reached -------------------------------------------------------------------------


def test_an_option_can_become_those_named() -> None:
    (found,) = reach("form", None, worlds.changeable(["sp", "doo"]))
    assert found == ChoiceSet(0b110, na=False)


def test_options_are_added_to_a_selection_and_none_taken_out() -> None:
    learn = worlds.changeable(["learn"])
    assert reach("goals", None, learn) == [SelectionSet((0, 0b001), 0, 0, 0b111, na=False)]
    create = SelectionSet((0b010,), 0, 0, 0b111, na=False)
    assert reach("goals", create, learn) == [SelectionSet((0b010, 0b011), 0, 0, 0b111, na=False)]


@pytest.mark.parametrize(
    ("change", "span"), [(UP, (1, 3)), (DOWN, (0, 2)), (ANY, (0, 3))], ids=["up", "down", "any"]
)
def test_a_number_moves_in_its_direction(change: Changeable, span: tuple[int, int]) -> None:
    (found,) = reach("people", OrderedSet(((1, 2),), 1, na=False), change)
    assert found == OrderedSet((span,), 1, na=False)


def test_a_number_that_does_not_apply_can_become_any() -> None:
    (found,) = reach("people", OrderedSet((), 1, na=True), UP)
    assert found == OrderedSet(((0, 3),), 1, na=False)


def test_records_are_added_never_taken_away() -> None:
    row = {"agreed": ChoiceSet(1, na=False)}
    new = {"agreed": ChoiceSet(0b11, na=False)}
    assert reach("partners", TableSet((), na=False), UP) == [
        TableSet((new,), na=False),
        TableSet((new, new), na=False),
    ]
    assert reach("partners", TableSet((row,), na=False), ANY) == [TableSet((row, new), na=False)]
    assert reach("partners", TableSet((row, row), na=False), UP) == []
    assert reach("partners", TableSet((row,), na=False), DOWN) == []
    assert reach("partners", None, UP) == []


def test_text_is_never_changed() -> None:
    assert reach("wish", AnyText(na=False), worlds.changeable(["x"])) == []


# -- one step ------------------------------------------------------------------------------------

TO_DOO = worlds.changeable(["doo"])


def step(catalogue: Catalogue, **answers: Answer) -> str | None:
    (found,) = Matcher(catalogue, worlds.DAY).match(AnswerSet(answers)).programmes
    assert (found.group is Group.ONE_STEP) == (found.step is not None)
    assert found.step is None or found.verdict is Verdict.NOT_ELIGIBLE
    return found.step


def offer(*tests: Test, changes: Mapping[str, Changeable] | None = None) -> Catalogue:
    world = worlds.with_changes(with_table(), **(changes or {}))
    return worlds.with_programme(world, programme(), *tests)


def test_one_failed_condition_on_a_changeable_fact_is_one_step() -> None:
    assert step(offer(DOO, YOUNG, changes={"form": TO_DOO}), form=exactly("sp")) == "form"


def test_a_fact_that_cannot_be_changed_is_no_step() -> None:
    assert step(offer(DOO), form=exactly("sp")) is None


def test_a_change_that_does_not_help_is_no_step() -> None:
    assert step(offer(SP, changes={"form": TO_DOO}), form=exactly("none")) is None
    lower = offer(people(Relation.AT_LEAST, 2), changes={"people": DOWN})
    assert step(lower, people=exactly(Decimal(1))) is None
    higher = offer(people(Relation.AT_LEAST, 2), changes={"people": UP})
    assert step(higher, people=exactly(Decimal(1))) == "people"


def test_two_failed_conditions_are_more_than_one_step() -> None:
    catalogue = offer(DOO, YOUNG, changes={"form": TO_DOO, "young": worlds.changeable(["yes"])})
    assert step(catalogue, form=exactly("sp"), young=exactly("no")) is None
    assert step(catalogue, form=exactly("sp"), young=DontKnow()) == "form"


def test_a_change_that_breaks_another_condition_is_no_step() -> None:
    not_doo = Any((Not(DOO), YOUNG))
    catalogue = offer(DOO, not_doo, changes={"form": TO_DOO})
    assert step(catalogue, form=exactly("sp"), young=exactly("no")) is None
    assert step(catalogue, form=exactly("sp"), young=exactly("yes")) == "form"


def test_a_closed_programme_is_no_step_away() -> None:
    ended = programme(window=ROUNDS, rounds=(call("2020-01-01", "2020-02-01"),))
    world = worlds.with_changes(with_table(), form=TO_DOO)
    catalogue = worlds.with_programme(world, ended, DOO)
    (found,) = Matcher(catalogue, worlds.DAY).match(AnswerSet({"form": exactly("sp")})).programmes
    assert found.group is Group.NOT_FOR_YOU


def test_an_eligible_or_open_programme_needs_no_step() -> None:
    catalogue = offer(DOO, changes={"form": TO_DOO})
    assert step(catalogue, form=exactly("doo")) is None
    assert step(catalogue) is None


def test_what_decides_whether_a_fact_is_asked_can_be_the_step() -> None:
    world = replace(
        offer(people(Relation.AT_LEAST, 1), changes={"form": TO_DOO}),
        asked_when={**with_table().asked_when, "people": DOO},
    )
    assert step(world, form=exactly("sp")) == "form"


def test_conditions_that_only_fail_together_can_be_one_step() -> None:
    clash = (Any((DOO, YOUNG)), Any((Not(YOUNG), DOO)))
    assert step(offer(*clash, changes={"form": TO_DOO}), form=exactly("sp")) == "form"


def test_the_least_effort_is_the_step_named() -> None:
    either = Any((DOO, YOUNG))
    changes = {"form": worlds.changeable(["doo"], effort=4), "young": worlds.changeable(["yes"])}
    answers = {"form": exactly("sp"), "young": exactly("no")}
    assert step(offer(either, changes=changes), **answers) == "young"
    changes["young"] = worlds.changeable(["yes"], effort=4)
    assert step(offer(either, changes=changes), **answers) == "form"


def test_a_lot_one_step_away_is_enough() -> None:
    world = worlds.with_changes(with_table(), form=TO_DOO)
    lots = {"a": (YOUNG, LEARN), "b": (DOO,)}
    catalogue = worlds.with_programme(world, programme(), **lots)
    answers: dict[str, Answer] = {
        "form": exactly("sp"),
        "young": exactly("no"),
        "goals": Selection(frozenset({frozenset()})),
    }
    assert step(catalogue, **answers) == "form"
    assert step(worlds.with_programme(world, programme(), a=(YOUNG, LEARN)), **answers) is None


def test_new_partners_are_a_step_but_dropping_some_is_not() -> None:
    two = offer(worlds.partners(2), changes={"partners": UP})
    assert step(two, partners=Records(())) == "partners"
    assert step(two, partners=Records(({"agreed": exactly("no")},))) == "partners"
    none = offer(Not(worlds.partners(1)), changes={"partners": UP})
    assert step(none, partners=Records(({"agreed": exactly("no")},))) is None


def test_a_band_is_moved_as_a_whole() -> None:
    band = Amounts((Span(Decimal(0), Decimal(1)),))
    catalogue = offer(people(Relation.AT_LEAST, 3), changes={"people": UP})
    assert step(catalogue, people=band) == "people"
