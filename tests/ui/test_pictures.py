"""The radar and the ribbon: every word readable at every size, and everything that is drawn also said."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QAbstractAnimation, QRect
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.pictures import radar_layout
from ccsdesk.ui.pictures.radar import Radar, RadarAxis
from ccsdesk.ui.pictures.ribbon import Mark, Ribbon, RibbonStage
from ccsdesk.ui.theme import Look, Role
from tests.support.access import interface

NAMES = (
    "Namen in poslovni model",
    "Finance",
    "Trg in občinstvo",
    "Avtorske pravice in zaščita",
    "Ljudje, znanje in delovne razmere",
    "Digitalna orodja in tehnologija",
    "Delovanje v tujini",
    "Mreže in sodelovanje z drugimi panogami",
    "Družbeni učinek",
    "Trajnostno delovanje",
)
STAGES = ("Zamisel", "Zagon", "Utrjevanje", "Rast", "Zrelost", "Prenova ali prenos")
WORDS = Words("en")
WIDTHS = (420, 560, 700, 1060, 1400)


@pytest.fixture
def wear(themed):
    """Give a function that puts on a look; the usual one returns afterwards."""
    yield lambda **chosen: theme.apply(themed, Look(**chosen))
    theme.apply(themed)


def axes(scores, target=50):
    return [RadarAxis(name, score, target) for name, score in zip(NAMES, scores, strict=False)]


def stages(**marks):
    return [RibbonStage(name, marks.get(name, Mark.NONE)) for name in STAGES]


def shown(qtbot, picture, width):
    qtbot.addWidget(picture)
    picture.resize(width, picture.heightForWidth(width))
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


# the radar


@pytest.mark.parametrize("percent", theme.PERCENTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_name_around_the_radar_is_cut_or_laid_over_another(wear, themed, percent, width):
    wear(percent=percent)
    metrics, em = QFontMetrics(themed.font()), theme.em()
    width = max(width, radar_layout.least_width(NAMES, metrics, em))
    placed = radar_layout.placed(NAMES, metrics, em, width)
    labels = (*placed.labels, *placed.listed)
    room = QRect(0, 0, width, placed.height)
    assert [label.text for label in labels if not room.contains(label.box)] == []
    for one, other in combinations(labels, 2):
        assert not one.box.intersects(other.box), (one.text, other.text)
    for label in labels:
        need = metrics.boundingRect(label.box, label.flags, label.text)
        assert label.box.height() >= need.height(), label.text
        assert label.box.width() >= need.width(), label.text
    assert {label.text for label in labels} >= set(NAMES)


def test_the_radar_lists_the_names_where_there_is_no_room_around_it(wear, themed):
    wear(percent=200)
    metrics, em = QFontMetrics(themed.font()), theme.em()
    narrow = radar_layout.placed(NAMES, metrics, em, 560)
    assert [label.text for label in narrow.labels] == [str(number) for number in range(1, 11)]
    assert len(narrow.listed) == 2 * len(NAMES)
    wide = radar_layout.placed(NAMES, metrics, em, 1100)
    assert [label.text for label in wide.labels] == list(NAMES)
    assert wide.listed == ()


def test_the_radar_leaves_the_names_to_a_numbered_table(wear, themed):
    wear(percent=200)
    metrics, em = QFontMetrics(themed.font()), theme.em()
    alone = radar_layout.placed(NAMES, metrics, em, 560)
    beside = radar_layout.placed(NAMES, metrics, em, 560, listed=False)
    assert (beside.labels, beside.listed) == (alone.labels, ())
    assert max(label.box.bottom() for label in beside.labels) < beside.height < alone.height


def test_the_radar_says_every_number(themed, qtbot):
    radar = Radar()
    qtbot.addWidget(radar)
    radar.show_axes(
        [
            RadarAxis("Finance", 30, 55),
            RadarAxis("Market", None, 60),
            RadarAxis("People", 70, None),
            RadarAxis("Green", None, None),
        ],
        WORDS,
    )
    spoken = interface(radar)
    assert spoken.role() is QAccessible.Role.Graphic
    assert spoken.text(QAccessible.Text.Name)
    assert spoken.text(QAccessible.Text.Description) == (
        "Finance: 30 of 100, target 55. Market: not enough answers, target 60. "
        "People: 70 of 100. Green: not enough answers."
    )


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_radar_is_painted_in_the_colours_of_the_theme(wear, qtbot, name):
    wear(theme=name)
    radar = Radar()
    radar.show_axes(axes([60] * 10), WORDS)
    seen = colours(shown(qtbot, radar, 800))
    for role in (Role.ACCENT, Role.TEXT, Role.SURFACE):
        assert theme.colour(role).name() in seen


def test_nothing_is_drawn_for_a_score_that_is_not_known(themed, qtbot):
    radar = Radar()
    radar.show_axes(axes([None] * 10, target=None), WORDS)
    shown(qtbot, radar, 800)
    net = radar.height() - 2 * theme.em(2)
    image = radar.grab(QRect(0, 0, 800, net)).toImage()
    accent = theme.colour(Role.ACCENT)
    assert not any(
        image.pixelColor(x, y) == accent
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("motion", [True, False])
def test_the_area_grows_out_of_the_one_before_where_things_may_move(wear, qtbot, motion):
    wear(motion=motion)
    radar = Radar()
    radar.show_axes(axes([20] * 10), WORDS)
    shown(qtbot, radar, 800)
    moving = radar.findChild(QAbstractAnimation)
    assert moving.state() is QAbstractAnimation.State.Stopped
    assert moving.duration() <= 180
    radar.show_axes(axes([80] * 10), WORDS)
    running = moving.state() is QAbstractAnimation.State.Running
    assert running is motion
    if running:
        with qtbot.waitSignal(moving.finished):
            pass
    radar.show_axes(axes([80] * 10), WORDS)
    assert moving.state() is QAbstractAnimation.State.Stopped


# the ribbon


@pytest.mark.parametrize("percent", theme.PERCENTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_the_ribbon_has_its_room(wear, qtbot, percent, width):
    wear(percent=percent)
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.show_stages(stages(Utrjevanje=Mark.HERE, Rast=Mark.NEAR), WORDS)
    width = max(width, ribbon.least_width())
    pieces, height = ribbon.arranged(width)
    metrics = QFontMetrics(ribbon.strong_font())
    room = QRect(0, 0, width, height)
    for piece in pieces:
        assert room.contains(piece.chevron)
        assert room.contains(piece.word_box) or not piece.word
        inside = piece.chevron.width() - 2 * theme.em(0.7)
        longest = max(metrics.horizontalAdvance(word) for word in piece.stage.name.split())
        assert longest <= inside
    for one, other in combinations(pieces, 2):
        assert not one.chevron.intersects(other.chevron)
    assert [piece.stage.name for piece in pieces] == list(STAGES)


def test_the_ribbon_is_one_line_where_it_fits(themed, qtbot):
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.show_stages(stages(Rast=Mark.HERE), WORDS)
    assert len({piece.chevron.top() for piece in ribbon.arranged(1060)[0]}) == 1
    assert len({piece.chevron.top() for piece in ribbon.arranged(420)[0]}) > 1


def test_the_ribbon_says_the_stages_and_every_mark(themed, qtbot):
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.show_stages(stages(Utrjevanje=Mark.HERE, Rast=Mark.NEAR), WORDS)
    assert interface(ribbon).text(QAccessible.Text.Description) == (
        "Stages in order: Zamisel, Zagon, Utrjevanje, Rast, Zrelost, Prenova ali prenos. "
        "You are at: Utrjevanje. The next closest is: Rast."
    )
    ribbon.show_stages(stages(Zagon=Mark.COMPUTED, Rast=Mark.CHOSEN), WORDS)
    assert ribbon.accessibleDescription().endswith("Your answers point to: Zagon. You chose: Rast.")


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.NONE])
def test_every_mark_is_a_word_and_not_a_colour_alone(themed, qtbot, mark):
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.show_stages(stages(Rast=mark), WORDS)
    pieces, _ = ribbon.arranged(1060)
    assert [bool(piece.word) for piece in pieces] == [name == "Rast" for name in STAGES]


def test_only_the_person_s_own_stage_is_filled(themed, qtbot):
    ribbon = Ribbon()
    ribbon.show_stages(stages(Zagon=Mark.NEAR, Rast=Mark.HERE), WORDS)
    shown(qtbot, ribbon, 1060)
    image = ribbon.grab().toImage()
    filled = [
        piece.stage.name
        for piece in ribbon.arranged(1060)[0]
        if image.pixelColor(piece.chevron.center().x(), piece.chevron.top() + 4)
        == theme.colour(Role.ACCENT)
    ]
    assert filled == ["Rast"]


@pytest.mark.parametrize("empty", [Radar, Ribbon])
def test_a_picture_of_nothing_takes_room_without_complaint(themed, qtbot, empty):
    picture = empty()
    qtbot.addWidget(picture)
    picture.resize(400, 200)
    assert not picture.grab().isNull()


def test_a_column_gives_pictures_the_height_they_need(wear, qtbot):
    wear(percent=200)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    radar, ribbon = Radar(), Ribbon()
    radar.show_axes(axes([50] * 10), WORDS)
    ribbon.show_stages(stages(Rast=Mark.HERE), WORDS)
    column.addWidget(ribbon)
    column.addWidget(radar)
    page.resize(700, column.heightForWidth(700))
    with qtbot.waitExposed(page):
        page.show()
    assert radar.height() >= radar.heightForWidth(radar.width())
    assert ribbon.height() >= ribbon.heightForWidth(ribbon.width())
