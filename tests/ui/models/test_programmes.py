"""The list of programmes: headings, what is let through, what is spoken, rows that wrap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from ccsdesk.domain.verdict import Shelf
from ccsdesk.services.presenting.rows import Row, RowGroup
from ccsdesk.services.presenting.standing import Part
from ccsdesk.text import Words
from ccsdesk.text.wanted import fold
from ccsdesk.ui import theme
from ccsdesk.ui.models.programmes import Heading, ItemRole, ProgrammeModel, Sieve
from ccsdesk.ui.pages.programme_rows import ProgrammeListView

EN = Words("en", first="en")
LONG = "Sofinanciranje individualnih nastopov podjetij na mednarodnih sejmih v tujini " * 2


def row(name, **more):
    made = {
        "id": name.lower(),
        "is_measure": False,
        "name": name,
        "provider": "City",
        "amount": "Up to €200",
        "when": "Open now.",
        "why": "It serves what you need: water.",
        "marks": ("Grant",),
        "kind": "grant",
        "level": "city",
        "needs": ("water",),
        "found_by": fold(name),
        "state": Shelf.APPLY_NOW,
        "state_word": "Available now",
        **more,
    }
    return Row(**made)


GROUPS = (
    RowGroup("apply_now", "Available now", (row("Čebela"), row("Barrel")), Shelf.APPLY_NOW),
    RowGroup(
        "not_clear",
        "Not clear yet",
        (row("Advice", kind="advice", level="state", needs=("tools",), state=Shelf.NOT_CLEAR),),
        Shelf.NOT_CLEAR,
    ),
)


@pytest.fixture
def model(qapp):
    made = ProgrammeModel()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.show(GROUPS, EN)
    return made


def names(model):
    return [model.index(place).data() for place in range(model.rowCount())]


def test_every_group_begins_with_a_heading_and_its_number(model):
    assert names(model) == ["Available now", "Čebela", "Barrel", "Not clear yet", "Advice"]
    heading = model.index(0).data(ItemRole.ITEM)
    assert isinstance(heading, Heading)
    assert (heading.number, heading.count) == ("2", "2 entries")


def test_a_part_of_a_group_has_a_heading_of_its_own(model):
    parts = {Part.ANSWERS: ("Answers", "Answer."), Part.CHECK: ("Check", "")}
    rows = tuple(
        row(name, part=part)
        for name, part in (("A", Part.ANSWERS), ("B", Part.ANSWERS), ("C", Part.CHECK))
    )
    model.show((RowGroup("not_clear", "Not clear", rows, parts=parts),), EN)
    assert names(model) == ["Not clear", "Answers", "A", "B", "Check", "C"]
    heading = model.index(1)
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Answers, 2 entries, Answer."
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    model.sift(Sieve(text="c"))
    assert names(model) == ["Not clear", "Check", "C"]
    model.sift(Sieve(group="not_clear/answers"))
    assert names(model) == ["Not clear", "Answers", "A", "B"]


def test_a_heading_cannot_be_chosen_but_reached(model):
    assert model.index(0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_reader_hears_all_of_a_row_in_the_order_of_the_eye(model):
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Čebela. City. Grant. Up to €200. Available now. Open now. It serves what you need: water."
    )
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Available now, 2 entries"


@pytest.mark.parametrize(
    ("sieve", "shown"),
    [
        (Sieve(text="cebela"), ["Čebela"]),
        (Sieve(text="  BAR "), ["Barrel"]),
        (Sieve(group="not_clear"), ["Advice"]),
        (Sieve(kind="advice"), ["Advice"]),
        (Sieve(need="water"), ["Čebela", "Barrel"]),
        (Sieve(level="state"), ["Advice"]),
        (Sieve(text="a", kind="grant"), ["Čebela", "Barrel"]),
        (Sieve(text="nothing"), []),
        (Sieve(), ["Čebela", "Barrel", "Advice"]),
    ],
)
def test_only_what_fits_is_let_through_and_headings_without_rows_go(model, sieve, shown):
    model.sift(sieve)
    found = [
        model.index(place).data()
        for place in range(model.rowCount())
        if model.index(place).data(ItemRole.ID)
    ]
    assert found == shown
    assert model.shown() == len(shown)
    headings = model.rowCount() - len(shown)
    assert headings == sum(any(one.name in shown for one in group.rows) for group in GROUPS)


def test_the_heading_counts_what_is_let_through(model):
    model.sift(Sieve(text="barrel"))
    assert model.index(0).data(ItemRole.ITEM).count == "1 entry"


def test_blanks_alone_are_no_search():
    assert Sieve(text="  ").is_empty
    assert not Sieve(kind="grant").is_empty


def test_other_rows_keep_what_is_let_through(model):
    model.sift(Sieve(text="barrel"))
    model.show(GROUPS[:1], EN)
    assert names(model) == ["Available now", "Barrel"]
    assert model.total() == 2


def test_a_row_is_found_by_its_id_only_while_it_is_let_through(model):
    assert model.index_of("advice").row() == 4
    model.sift(Sieve(kind="grant"))
    assert not model.index_of("advice").isValid()
    assert model.first().row() == 1


@pytest.fixture
def view(themed, qtbot):
    made = ProgrammeListView()
    qtbot.addWidget(made)
    made.programmes.show(GROUPS, EN)
    return made


def height(view, place):
    index = view.programmes.index(place)
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()


def test_a_scroll_bar_that_comes_lays_no_row_out_anew(view, qtbot):
    view.resize(400, 2000)
    view.show()
    qtbot.waitExposed(view)
    before = [height(view, place) for place in range(view.programmes.rowCount())]
    assert not view.verticalScrollBar().isVisible()
    width = view.itemDelegate().width()
    view.resize(400, 120)
    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    assert view.itemDelegate().width() == width
    assert [height(view, place) for place in range(view.programmes.rowCount())] == before


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [300, 500])
def test_a_row_grows_where_its_text_wraps_and_never_leaves_the_list(
    view, themed, qtbot, width, percent
):
    theme.apply(themed, theme.Look(percent=percent))
    try:
        long = row(LONG, why=LONG)
        view.programmes.show((RowGroup("all", "All", (row("Short"), long)),), EN)
        view.resize(width, 600)
        view.show()
        qtbot.waitExposed(view)
        assert height(view, 2) > height(view, 1) >= 44
        for place in range(3):
            box = view.visualRect(view.programmes.index(place))
            assert box.width() <= view.viewport().width()
        assert not view.grab().isNull()
    finally:
        theme.apply(themed)


def test_a_narrower_list_lays_its_rows_out_anew(view, qtbot):
    view.programmes.show((RowGroup("all", "All", (row(LONG, why=LONG),)),), EN)
    view.resize(900, 600)
    view.show()
    wide = height(view, 1)
    view.resize(300, 600)
    assert height(view, 1) > wide


def test_a_row_without_a_state_is_shown_without_one(view, qtbot):
    bare = row("Bare", state=None, state_word="", when="", why="")
    view.programmes.show((RowGroup("all", "All", (bare,)),), EN)
    view.resize(400, 300)
    view.show()
    assert view.programmes.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Bare. City. Grant. Up to €200."
    )
    assert not view.grab().isNull()


def test_enter_opens_the_row_and_arrows_only_pass_it(view, qtbot):
    view.show()
    view.show_row("barrel")
    with qtbot.waitSignal(view.passed) as passed:
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert passed.args == ["čebela"]
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["čebela"]


def test_enter_on_a_heading_opens_nothing(view, qtbot):
    view.show()
    view.setCurrentIndex(view.programmes.index(0))
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)
