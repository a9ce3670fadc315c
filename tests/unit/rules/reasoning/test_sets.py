"""What a question may be after an answer, and before one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
    exactly,
)
from ccsdesk.domain.question import Column, Field, Kind, Option, Question
from ccsdesk.rules.language.facts import Tree
from ccsdesk.rules.reasoning.sets import (
    AnyText,
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    Universe,
    any_row,
    is_certain,
    number,
    only_na,
    universe,
    with_na,
)

TODAY = date(2026, 11, 22)
OPTIONS = (
    Option("media", {"en": "media"}),
    Option("film", {"en": "film"}, parent="media"),
    Option("games", {"en": "games"}, parent="media"),
    Option("music", {"en": "music"}),
)


def asked(kind: Kind, **more: object) -> Question:
    made = Question("q", kind, {"en": "q"}, {"en": "q"})
    return replace(made, **more)  # type: ignore[arg-type]


def of(field: Field, *, tree: Tree | None = None) -> Universe:
    return universe(field, tree, TODAY)


FIELDS = of(asked(Kind.SINGLE, options=OPTIONS), tree=Tree.of(OPTIONS))
SEVERAL = of(asked(Kind.SEVERAL, options=OPTIONS), tree=Tree.of(OPTIONS))
NUMBER = of(asked(Kind.NUMBER, minimum=Decimal(0), maximum=Decimal(50)))
TEXT = of(asked(Kind.TEXT))
TABLE = of(asked(Kind.TABLE))
AGREED = of(Column("agreed", Kind.YES_NO, {"en": "agreed"}, {"en": "agreed"}))
FILM, GAMES, MUSIC = 1, 2, 4


def possible(of_question: Universe, answer: Answer | None) -> PossibleSet:
    return of_question.possible(answer, {"agreed": AGREED})


# -- before an answer ----------------------------------------------------------------------------


def test_only_leaves_of_a_tree_are_options() -> None:
    assert dict(FIELDS.bits) == {"film": FILM, "games": GAMES, "music": MUSIC}
    assert FIELDS.full == ChoiceSet(0b111, na=False)
    assert SEVERAL.full == SelectionSet(None, 0, 0, 0b111, na=False)


def test_an_option_in_a_tree_stands_for_all_inside() -> None:
    assert FIELDS.mask(["media"]) == FILM | GAMES
    assert FIELDS.mask(["media", "music"]) == 0b111
    assert of(asked(Kind.YES_NO)).mask(["yes"]) == 1


def test_options_without_a_tree_are_taken_as_they_stand() -> None:
    flat = of(asked(Kind.SINGLE, options=(OPTIONS[1], OPTIONS[3])))
    assert dict(flat.bits) == {"film": 1, "music": 2}


@pytest.mark.parametrize("kind", [Kind.SINGLE, Kind.SEVERAL, Kind.NUMBER, Kind.TABLE, Kind.TEXT])
def test_doesnt_apply_is_possible_where_the_question_says_so(kind: Kind) -> None:
    more = {"minimum": Decimal(0), "maximum": Decimal(1)} if kind is Kind.NUMBER else {}
    tree = Tree.of(OPTIONS)
    assert of(asked(kind, may_not_apply=True, **more), tree=tree).full.na
    assert not of(asked(kind, **more), tree=tree).full.na


def test_numbers_lie_on_a_grid_between_their_ends() -> None:
    assert NUMBER.full == OrderedSet(((0, 50),), 1, na=False)
    tenths = of(asked(Kind.PERCENT, minimum=Decimal(0), maximum=Decimal("1.5"), decimals=1))
    assert tenths.full == OrderedSet(((0, Fraction(3, 2)),), Fraction(1, 10), na=False)
    wide = of(asked(Kind.MONEY)).full
    assert wide == OrderedSet(((-(10**15), 10**15),), 1, na=False)


def test_a_day_without_a_bound_is_bounded_by_today() -> None:
    early, late = date(2000, 1, 1), date(2030, 1, 1)

    def ends(low: date | None, high: date | None) -> tuple[object, ...]:
        full = of(asked(Kind.DATE, minimum=low, maximum=high)).full
        assert isinstance(full, OrderedSet)
        return full.spans

    today = TODAY.toordinal()
    assert ends(early, late) == ((early.toordinal(), late.toordinal()),)
    assert ends(early, None) == ((early.toordinal(), today),)
    assert ends(None, late) == ((today, late.toordinal()),)
    assert ends(late, None) == ((late.toordinal(), late.toordinal()),)


def test_numbers_are_exact() -> None:
    assert number(Decimal("2.50")) == Fraction(5, 2)
    assert number(Decimal("2E3")) == 2000
    assert isinstance(number(Decimal("2.0")), int)
    assert number(TODAY) == TODAY.toordinal()


# -- after an answer -----------------------------------------------------------------------------


def test_nothing_and_dont_know_leave_everything_possible() -> None:
    for each in (FIELDS, SEVERAL, NUMBER, TEXT, TABLE):
        assert possible(each, None) is each.full
        assert possible(each, DontKnow()) is each.full


def test_a_value_or_a_set_narrows_what_is_possible() -> None:
    assert possible(FIELDS, exactly("film")) == ChoiceSet(FILM, na=False)
    assert possible(FIELDS, Choice(frozenset({"media"}))) == ChoiceSet(FILM | GAMES, na=False)
    chosen = Selection(frozenset({frozenset({"music"}), frozenset({"film", "music"})}))
    assert possible(SEVERAL, chosen) == SelectionSet((4, 5), 0, 0, 0b111, na=False)
    assert possible(TEXT, Written("words")) == AnyText(na=False)
    ends = [Span(Decimal(40), None), Span(None, Decimal(3)), Span(Decimal(5), Decimal(9))]
    band = possible(NUMBER, Amounts(tuple(ends)))
    assert band == OrderedSet(((0, 3), (5, 9), (40, 50)), 1, na=False)


def test_a_cell_left_out_is_not_known() -> None:
    records = Records(({"agreed": exactly("no")}, {}))
    rows = ({"agreed": ChoiceSet(2, na=False)}, {"agreed": ChoiceSet(3, na=False)})
    assert possible(TABLE, records) == TableSet(rows, na=False)
    assert any_row({"agreed": AGREED}) == rows[1]


@pytest.mark.parametrize("each", [FIELDS, SEVERAL, NUMBER, TEXT, TABLE])
def test_doesnt_apply_leaves_nothing_else(each: Universe) -> None:
    none = possible(each, DoesNotApply())
    assert none == only_na(each.full)
    assert none.na
    assert is_certain(none)
    assert with_na(none) == none


@pytest.mark.parametrize("each", [FIELDS, SEVERAL, NUMBER, TEXT, TABLE])
def test_what_is_perhaps_not_asked_perhaps_does_not_apply(each: Universe) -> None:
    perhaps = with_na(each.full)
    assert perhaps == replace(each.full, na=True)


def test_answers_of_another_kind_are_refused() -> None:
    with pytest.raises(TypeError, match="no order"):
        possible(FIELDS, exactly(Decimal(1)))
    with pytest.raises(TypeError, match="column"):
        TABLE.possible(Records(({},)), {"inner": TABLE})


# -- certainty -----------------------------------------------------------------------------------

ROW = {"agreed": ChoiceSet(1, na=False)}
PERHAPS = {"agreed": ChoiceSet(3, na=False)}


@pytest.mark.parametrize(
    ("value", "certain"),
    [
        (ChoiceSet(FILM, na=False), True),
        (ChoiceSet(FILM | GAMES, na=False), False),
        (ChoiceSet(FILM, na=True), False),
        (SelectionSet((5,), 0, 0, 7, na=False), True),
        (SelectionSet((5, 4), 0, 0, 7, na=False), False),
        (SelectionSet((5,), 0, 0, 7, na=True), False),
        (SelectionSet(None, 5, 2, 7, na=False), True),
        (SelectionSet(None, 5, 2, 7, na=True), False),
        (SelectionSet(None, 5, 0, 7, na=False), False),
        (OrderedSet(((1, 1),), 1, na=False), True),
        (OrderedSet(((1, 1),), 1, na=True), False),
        (OrderedSet(((1, 2),), 1, na=False), False),
        (OrderedSet(((1, 1), (3, 3)), 1, na=False), False),
        (TableSet(None, na=False), False),
        (TableSet((), na=False), True),
        (TableSet((ROW, ROW), na=False), True),
        (TableSet((ROW,), na=True), False),
        (TableSet((ROW, PERHAPS), na=False), False),
        (AnyText(na=False), True),
    ],
    ids=str,
)
def test_one_value_is_certain(value: PossibleSet, certain: bool) -> None:  # noqa: FBT001
    assert is_certain(value) is certain
