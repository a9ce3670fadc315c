"""The program's own drawings: all there, nothing cut off, in the colour that was asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QImage, QPainter

from ccsdesk import paths
from ccsdesk.ui import icons, theme
from ccsdesk.ui.blocks import button
from ccsdesk.ui.theme import Look, Role
from ccsdesk.ui.theme.palettes import Name

FOLDER = paths.resources() / "icons"
DRAWN = sorted(path.stem for path in FOLDER.glob("*.svg"))
PROMISED = [
    "check",
    "clock",
    "arrow",
    "question",
    "dash",
    "cross",
    "plus",
    "minus",
    "language",
    "contrast",
    "text-size",
    "help",
    "print",
    "save",
    "open",
    "trash",
    "search",
    "calendar",
    "edit",
    "menu",
    "info",
    "warning",
    "stop",
    "up",
    "down",
    "left",
    "right",
    "home",
    "list",
    "close",
    "flag",
    "person",
    "link",
    "place",
    "document",
    "radio",
    "radio-on",
    "box",
    "box-on",
]


@pytest.fixture
def wear(themed):
    """Give a function that puts on a theme; the usual look returns afterwards."""
    yield lambda name: theme.apply(themed, Look(name.value))
    theme.apply(themed)


def dots(image):
    """Every pixel that is not see-through, with its place."""
    return [
        (x, y, image.pixelColor(x, y))
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 0
    ]


def test_every_drawing_that_is_promised_is_there_and_no_other():
    assert sorted(PROMISED) == DRAWN


def test_the_states_have_drawings():
    wanted = {*theme.SHELF_ICONS.values(), *theme.TRUTH_ICONS.values()}
    assert wanted <= set(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_leaves_its_colour_to_the_theme(name):
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in text
    assert "#" not in text
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="2"' in text


def test_a_drawing_that_is_missing_leaves_its_place_empty(themed):
    made = icons.pixmap("no-such-drawing", Role.ACCENT, 24)
    assert all(colour.alpha() == 0 for _, _, colour in dots(made.toImage()))


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_whole_and_in_the_colour_of_its_role(themed, name):
    wanted = theme.colour(Role.ACCENT)
    seen = dots(icons.pixmap(name, Role.ACCENT, 48).toImage())
    solid = [colour for _, _, colour in seen if colour.alpha() == 255]
    assert len(solid) > 40
    assert {colour.name() for colour in solid} == {wanted.name()}
    edge = [(x, y) for x, y, _ in seen if {x, y} & {0, 47}]
    assert edge == []


@pytest.mark.parametrize("name", Name)
def test_a_drawing_follows_the_theme(wear, name):
    wear(name)
    seen = dots(icons.pixmap("check", Role.TEXT, 32).toImage())
    assert {c.name() for _, _, c in seen if c.alpha() == 255} == {theme.colour(Role.TEXT).name()}


def test_a_drawing_is_made_once_for_the_same_use(themed):
    first = icons.pixmap("clock", Role.TEXT, 20)
    assert icons.pixmap("clock", Role.TEXT, 20).cacheKey() == first.cacheKey()
    assert icons.pixmap("clock", Role.MUTED, 20).cacheKey() != first.cacheKey()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_drawing_is_as_sharp_as_the_screen(themed, monkeypatch, ratio):
    monkeypatch.setattr(icons, "_ratio", lambda: ratio)
    made = icons.pixmap("search", Role.TEXT, 20)
    assert made.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert made.devicePixelRatio() == ratio


def test_an_icon_is_muted_where_its_button_cannot_be_used(themed):
    made = icons.icon("print")
    side = theme.em(icons.BESIDE_TEXT)
    disabled = made.pixmap(QSize(side, side), QIcon.Mode.Disabled).toImage()
    colours = {c.name() for _, _, c in dots(disabled) if c.alpha() == 255}
    assert colours == {theme.colour(Role.MUTED).name()}


def test_a_drawing_can_be_painted_straight_into_a_square(themed):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icons.paint(painter, "flag", Role.FOCUS, QRectF(10, 10, 20, 20))
    painter.end()
    seen = dots(image)
    assert theme.colour(Role.FOCUS).name() in {c.name() for _, _, c in seen if c.alpha() == 255}
    assert all(10 <= x < 30 and 10 <= y < 30 for x, y, _ in seen)


@pytest.mark.parametrize(
    ("dress", "role"),
    [
        (lambda _: None, Role.TEXT),
        (theme.as_plain, Role.ACCENT),
        (lambda button: theme.as_next(button, is_next=True), Role.ACCENT_TEXT),
    ],
)
def test_a_drawing_on_a_button_has_the_colour_of_its_text_and_keeps_away_from_it(
    themed, qtbot, dress, role
):
    made = button("Print", icon="print")
    qtbot.addWidget(made)
    dress(made)
    image = made.icon().pixmap(made.iconSize()).toImage()
    seen = dots(image)
    assert {c.name() for _, _, c in seen if c.alpha() == 255} == {theme.colour(role).name()}
    assert max(x for x, _, _ in seen) < image.width() - theme.em(icons.APART)
