"""The look: colours that can be told apart, text that grows, a ring around what has the keyboard, in every theme."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QToolButton,
)

from ccsdesk.domain.errors import StorageError
from ccsdesk.domain.verdict import Shelf, Truth
from ccsdesk.ui import theme
from ccsdesk.ui.theme import Look, Role, look
from ccsdesk.ui.theme import sheet as sheets
from ccsdesk.ui.theme.palettes import Name, folder, palette_of, read_palette
from ccsdesk.ui.theme.roles import LINES, NOTICE_ROLES, SURFACES, TEXTS, TYPE_ROLES
from ccsdesk.ui.theme.sheet import sheet

NOTICES = [(role, Role(f"{role}-surface")) for role in NOTICE_ROLES.values()]
TEXT_PAIRS = [
    *((text, ground) for text in TEXTS for ground in SURFACES),
    *NOTICES,
    *((text, ground) for _, ground in NOTICES for text in (Role.TEXT, Role.MUTED, Role.ACCENT)),
    (Role.ACCENT_TEXT, Role.ACCENT),
    (Role.ACCENT_TEXT, Role.ACCENT_STRONG),
]
LINE_PAIRS = [
    *((line, ground) for line in LINES for ground in SURFACES),
    *((line, ground) for line in LINES for _, ground in NOTICES),
    (Role.FOCUS, Role.UNDER_PAGES),
]
LEAST_TEXT = {Name.LIGHT: 4.5, Name.DARK: 4.5, Name.CONTRAST: 7}
LEAST_LINE = 3
WRITTEN = (folder() / "window.qss").read_text(encoding="utf-8")


@pytest.fixture
def wear(themed):
    """Give a function that puts on a look; the usual one returns afterwards."""
    yield lambda **chosen: theme.apply(themed, Look(**chosen))
    theme.apply(themed)


@pytest.fixture
def shown(qtbot):
    """Give a function that shows a widget by itself."""

    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


def luminance(colour):
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(name, pairs, least):
    colours = palette_of(name)
    return [
        f"{one} on {other}: {contrast(colours[one], colours[other]):.2f}"
        for one, other in pairs
        if contrast(colours[one], colours[other]) < least
    ]


# colours


@pytest.mark.parametrize("name", Name)
def test_every_text_stands_out_from_every_ground(name):
    assert weak(name, TEXT_PAIRS, LEAST_TEXT[name]) == []


@pytest.mark.parametrize("name", Name)
def test_every_line_and_ring_stands_out_from_every_ground(name):
    assert weak(name, LINE_PAIRS, LEAST_LINE) == []


def test_every_role_is_a_ground_or_stands_on_one():
    used = {role for pair in (*TEXT_PAIRS, *LINE_PAIRS) for role in pair}
    assert used == set(Role)


def test_the_states_are_told_apart_by_icon_and_not_by_colour_alone():
    assert len(set(theme.SHELF_ICONS.values())) == len(Shelf)
    assert len(set(theme.TRUTH_ICONS.values())) == len(Truth)
    assert set(theme.SHELF_ROLES) == set(theme.SHELF_ICONS) == set(Shelf)
    assert set(theme.TRUTH_ROLES) == set(theme.TRUTH_ICONS) == set(Truth)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace('line = "', 'lime = "'), "lime, line"),
        (lambda text: re.sub(r'line = "#\w+"', 'line = "grey"', text), "line"),
        (lambda text: re.sub(r'line = "#\w+"', "line = 7", text), "line"),
        (lambda text: text + "[", "end of document"),
    ],
)
def test_a_palette_that_cannot_be_used_names_its_file_and_the_role(tmp_path, change, told):
    path = tmp_path / "odd.toml"
    path.write_text(change((folder() / "light.toml").read_text("utf-8")), encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        read_palette(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_a_palette_that_is_missing_is_told(tmp_path):
    with pytest.raises(StorageError, match=r"none\.toml"):
        read_palette(tmp_path / "none.toml")


# the sheet


@pytest.mark.parametrize("name", Name)
def test_the_sheet_is_filled_in_completely(name):
    filled = sheet(name, palette_of(name), points=11, em=14.67, base=14.67)
    assert re.findall(r"@|\d(?:r?em|base)\b", filled) == []


def test_the_sheet_names_no_colour_itself():
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", WRITTEN) == []


@pytest.mark.parametrize("role", TYPE_ROLES)
def test_the_sheet_knows_every_size_of_type(role):
    assert f'QLabel[role="{role}"]' in WRITTEN


@pytest.mark.parametrize("name", Name)
def test_the_drawings_of_the_sheet_are_there_in_the_theme_s_own_colours(name):
    for drawing in set(re.findall(r"@theme/([\w-]+\.svg)", WRITTEN)):
        text = (folder() / name / drawing).read_text(encoding="utf-8")
        on_accent = drawing in {"check.svg", "dash.svg", "dot.svg"}
        role = Role.ACCENT_TEXT if on_accent else Role.TEXT
        assert set(re.findall(r"#[0-9a-f]{6}", text)) == {palette_of(name)[role]}


# one look after another


def test_twice_the_size_makes_text_grow_that_is_already_shown(wear, shown):
    wear(percent=100)
    labels = [shown(theme.as_role(QLabel("Rast"), role)) for role in TYPE_ROLES]
    before = [label.sizeHint().height() for label in labels]
    em = theme.em(10)
    wear(percent=200)
    for label, height in zip(labels, before, strict=True):
        assert label.sizeHint().height() == pytest.approx(2 * height, rel=0.1)
    assert theme.em(10) == pytest.approx(2 * em, abs=1)


def test_sizes_of_type_follow_the_scale(wear, shown):
    wear(percent=150)
    points = {
        role: shown(theme.as_role(QLabel("Rast"), role)).fontInfo().pointSizeF()
        for role in ("caption", "lead", "title", "stage")
    }
    expected = {"caption": 0.85, "lead": 1.25, "title": 1.6, "stage": 2.2}
    assert points == {
        role: pytest.approx(16.5 * factor, abs=0.4) for role, factor in expected.items()
    }


def test_each_theme_brings_its_own_colours(wear, themed):
    seen = []
    for name in Name:
        wear(theme=name.value)
        assert theme.shown() is name
        assert themed.palette().color(QPalette.ColorRole.WindowText) == theme.colour(Role.TEXT)
        seen.append(tuple(theme.colour(role).name() for role in Role))
    assert len(set(seen)) == len(Name)


def test_a_theme_that_cannot_be_read_leaves_the_one_that_is_shown(wear, themed, monkeypatch):
    wear(theme="light")
    before = theme.current(), theme.colour(Role.TEXT)

    def unreadable(name):
        if name is Name.DARK:
            raise StorageError("The colours cannot be used.")
        return palette_of(name)

    monkeypatch.setattr(look, "palette_of", unreadable)
    with pytest.raises(StorageError):
        wear(theme="dark")
    assert (theme.current(), theme.colour(Role.TEXT)) == before


def test_a_sheet_that_is_missing_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "folder", lambda: tmp_path)
    with pytest.raises(StorageError, match=r"window\.qss"):
        sheet(Name.LIGHT, palette_of(Name.LIGHT), points=11, em=15, base=15)


def test_a_widget_hears_of_new_colours_and_of_a_new_size(wear, shown):
    heard = []

    class Listening(QLabel):
        def changeEvent(self, event):  # noqa: N802 - Qt's name
            heard.append((event.type().name, theme.shown(), theme.em()))
            super().changeEvent(event)

    wear(theme="light")
    label = shown(Listening("Rast"))
    heard.clear()
    wear(theme="dark", percent=200)
    kinds = {kind for kind, _, _ in heard}
    assert {"PaletteChange", "FontChange"} <= kinds
    assert {(name, em) for _, name, em in heard} == {(Name.DARK, theme.em())}
    assert label.font().pointSizeF() == 22


@pytest.mark.parametrize(
    ("scheme", "preference", "expected"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, Name.LIGHT),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, Name.LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, Name.DARK),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, Name.CONTRAST),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.HighContrast, Name.CONTRAST),
    ],
)
def test_the_system_decides_where_the_person_did_not(scheme, preference, expected):
    assert look.fitting(scheme, preference) is expected


@pytest.mark.parametrize("says", ["colorSchemeChanged", "contrastPreferenceChanged"])
def test_the_window_follows_the_system_when_it_changes(wear, themed, monkeypatch, says):
    hints = themed.styleHints()
    sender, value = (
        (hints, Qt.ColorScheme.Dark)
        if says == "colorSchemeChanged"
        else (hints.accessibility(), Qt.ContrastPreference.HighContrast)
    )
    wear(theme="system", percent=125)
    assert theme.shown() is Name.LIGHT
    monkeypatch.setattr(look, "system_name", lambda: Name.DARK)
    getattr(sender, says).emit(value)
    assert theme.shown() is Name.DARK
    assert theme.current() == Look(percent=125)
    assert themed.palette().color(QPalette.ColorRole.Window) == theme.colour(Role.SURFACE)


def test_a_chosen_theme_stays_when_the_system_changes(wear, themed, monkeypatch):
    wear(theme="contrast")
    monkeypatch.setattr(look, "system_name", lambda: Name.DARK)
    themed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.shown() is Name.CONTRAST


@pytest.mark.parametrize("motion", [True, False])
def test_things_move_only_where_that_is_wanted(wear, motion):
    wear(motion=motion)
    assert theme.moves() is motion


def test_sizes_end_where_the_scale_ends():
    assert [theme.next_size(size, up=True) for size in (100, 110, 175, 200)] == [
        125,
        125,
        200,
        200,
    ]
    assert [theme.next_size(size, up=False) for size in (200, 110, 100)] == [175, 100, 100]


# what it looks like


@pytest.mark.parametrize("name", Name)
def test_the_keyboard_has_a_ring_of_its_own_that_moves_nothing(wear, shown, name):
    wear(theme=name.value)
    for is_next in (False, True):
        button = QPushButton("Naprej")
        theme.as_next(button, is_next=is_next)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown(button)
        without, size = button.grab().toImage(), button.sizeHint()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.activateWindow()
        button.setFocus()
        image = button.grab().toImage()
        middle = image.height() // 2
        row = [image.pixelColor(x, middle) for x in range(6)]
        assert theme.colour(Role.FOCUS) in row
        assert theme.colour(Role.FOCUS) not in [without.pixelColor(x, middle) for x in range(6)]
        assert button.sizeHint() == size
        button.hide()


@pytest.mark.parametrize("name", Name)
def test_the_accent_comes_and_goes_with_the_next_thing_to_do(wear, shown, name):
    wear(theme=name.value)
    button = QPushButton("Naprej")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shown(button)

    def ground():
        return button.grab().toImage().pixelColor(10, button.height() // 2)

    theme.as_next(button, is_next=True)
    assert ground() == theme.colour(Role.ACCENT)
    theme.as_next(button, is_next=False)
    assert ground() == theme.colour(Role.RAISED)


@pytest.mark.parametrize("percent", theme.PERCENTS)
def test_a_radio_button_is_round_at_every_size(wear, shown, percent):
    wear(theme="light", percent=percent)
    radio = QRadioButton("Da")
    radio.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    radio.setChecked(True)
    shown(radio)
    option = QStyleOptionButton()
    radio.initStyleOption(option)
    box = radio.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, radio)
    image = radio.grab().toImage()
    accent = theme.colour(Role.ACCENT)
    corner = image.pixelColor(box.topLeft() + QPoint(1, 1))
    beside = image.pixelColor(box.left() + 3, box.center().y())
    assert (corner == accent, beside == accent) == (False, True)


@pytest.mark.parametrize("percent", theme.PERCENTS)
def test_a_row_to_choose_is_high_enough_for_a_finger(wear, shown, percent):
    wear(percent=percent)
    row = shown(theme.as_row(QPushButton("Da")))
    assert row.sizeHint().height() >= 44
    bounds = row.fontMetrics().height()
    assert row.sizeHint().height() > bounds


def test_whether_things_may_move_can_be_asked_again(themed):
    theme.moves()
    gc.collect()
    assert theme.moves() in {True, False}


def test_the_first_change_of_size_reaches_what_is_made_already(qtbot, themed):
    theme.apply(themed)
    button, label = QToolButton(), QLabel("one")
    for one in (button, label):
        qtbot.addWidget(one)
        one.show()
    theme.apply(themed, theme.Look(theme="dark"))
    theme.apply(themed, theme.Look(theme="dark", percent=200))
    sizes = [QFontInfo(one.font()).pointSizeF() for one in (button, label)]
    theme.apply(themed)
    assert min(sizes) > 20
