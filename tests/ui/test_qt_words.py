"""Qt's own words: Slovenian wherever a person meets them, and English again at once."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ccsdesk.ui import qt_words
from tools import qt_translations

BUTTONS = QDialogButtonBox.StandardButton
SLOVENIAN = {
    BUTTONS.Ok: "V redu",
    BUTTONS.Cancel: "Prekliči",
    BUTTONS.Yes: "Da",
    BUTTONS.No: "Ne",
    BUTTONS.Save: "Shrani",
    BUTTONS.Close: "Zapri",
    BUTTONS.Open: "Odpri",
    BUTTONS.Discard: "Zavrzi",
    BUTTONS.Help: "Pomoč",
    BUTTONS.Retry: "Poskusi znova",
}
ARROWS = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Tab", "Backtab")
EDITING = ("Return", "Enter", "Ins", "Del", "Esc", "Space", "Backspace", "Menu", "Print", "Pause")
ENGLISH = re.compile(r"\b(the|and|to|of|undo|redo|cut|copy|paste|delete|select|file|name|look)\b")


@pytest.fixture
def speak(qapp):
    """Give a function that changes the language; what stood before stands again afterwards."""
    before = QLocale()
    yield lambda language: qt_words.speak(qapp, language)
    qt_words.speak(qapp, "en")
    QLocale.setDefault(before)


def standard_buttons(qtbot):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for kind in SLOVENIAN:
        box.addButton(kind)
    return {kind: box.button(kind).text().replace("&", "") for kind in SLOVENIAN}


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def plain(texts):
    return [text.split("\t")[0].replace("&", "") for text in texts]


def test_the_compiled_words_are_up_to_date():
    assert qt_translations.sources()
    assert [
        fault for one in qt_translations.sources() for fault in qt_translations.problems(one)
    ] == []


def messages():
    for source in qt_translations.sources():
        for context in ET.parse(source).getroot().iter("context"):  # noqa: S314 - our own file
            name = context.findtext("name")
            for message in context.iter("message"):
                yield name, message.findtext("source"), message.findtext("translation")


def test_every_word_is_one_that_qt_asks_for(qapp):
    german = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert german.load("qtbase_de", folder)
    assert [
        (context, source)
        for context, source, _ in messages()
        if not german.translate(context, source)
    ] == []


def test_every_word_is_said_whole():
    for context, source, said in messages():
        assert said, (context, source)
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", said)), source
        assert source.endswith(":") == said.endswith(":"), source
        assert said.count("&") <= source.count("&") or "&" not in source, source


def test_no_two_entries_of_a_menu_share_a_letter():
    for wanted in ("QLineEdit", "QWidgetTextControl", "QAbstractSpinBox", "QPlatformTheme"):
        letters = [
            said[said.index("&") + 1].lower()
            for context, _, said in messages()
            if context == wanted and "&" in said
        ]
        # "Yes" and "Yes to all" stand side by side
        assert len(letters) == len(set(letters)), (wanted, letters)


def test_standard_buttons_are_slovenian_and_english_again(speak, qtbot):
    english = standard_buttons(qtbot)
    speak("sl")
    assert standard_buttons(qtbot) == SLOVENIAN
    speak("en")
    assert standard_buttons(qtbot) == english


def test_a_box_that_is_open_follows_at_once(speak, qtbot):
    box = QDialogButtonBox(BUTTONS.Ok | BUTTONS.Cancel)
    qtbot.addWidget(box)
    box.show()
    speak("sl")
    qtbot.waitUntil(lambda: box.button(BUTTONS.Cancel).text().replace("&", "") == "Prekliči")
    speak("en")
    qtbot.waitUntil(lambda: box.button(BUTTONS.Cancel).text().replace("&", "") == "Cancel")


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit])
def test_the_menu_of_a_text_field_is_slovenian(make, speak, qtbot):
    field = make()
    qtbot.addWidget(field)
    speak("sl")
    menu = field.createStandardContextMenu()
    said = plain(entries(menu))
    menu.deleteLater()
    assert said[:7] == [
        "Razveljavi",
        "Uveljavi znova",
        "Izreži",
        "Kopiraj",
        "Prilepi",
        "Izbriši",
        "Izberi vse",
    ]
    speak("en")
    menu = field.createStandardContextMenu()
    assert plain(entries(menu))[:3] == ["Undo", "Redo", "Cut"]
    menu.deleteLater()


def test_the_file_dialog_of_qt_has_no_english_word(speak, qtbot, tmp_path):
    speak("sl")
    dialog = QFileDialog(None, "Odpri odgovore", str(tmp_path), "Odgovori (*.yaml)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    texts += [one.text() for one in dialog.findChildren(QAbstractButton)]
    texts += [one.toolTip() for one in dialog.findChildren(QToolButton)]
    texts += [one.accessibleName() for one in dialog.findChildren(QWidget)]
    model = dialog.findChild(QWidget, "treeView").model()
    columns = range(model.columnCount())
    texts += [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    said = plain(filter(None, texts))
    assert {"Ime datoteke:", "Vrsta datotek:", "Mapa:", "Odpri", "Prekliči"} <= set(said)
    assert {"Ime", "Velikost", "Vrsta", "Spremenjeno", "Nadrejena mapa"} <= set(said)
    assert [text for text in said if ENGLISH.search(text.lower())] == []


def test_the_print_dialog_of_qt_has_no_english_word(speak, qtbot):
    speak("sl")
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    texts += [one.text() for one in dialog.findChildren(QAbstractButton)]
    said = plain(filter(None, texts))
    assert "Natisni" in said
    assert [text for text in said if ENGLISH.search(text.lower())] == []


def test_keys_are_named_in_slovenian_and_still_understood(speak):
    speak("sl")
    keys = ["Alt+Left", "PgDown", "Space", "Ctrl+Shift+Del", "F1", "Backspace", "Esc"]
    sequences = [QKeySequence(key) for key in keys]
    said = [one.toString(QKeySequence.SequenceFormat.NativeText) for one in sequences]
    assert said[:3] == ["Alt+Puščica levo", "PgDn", "Preslednica"]
    assert [one.toString(QKeySequence.SequenceFormat.PortableText) for one in sequences] == keys


def test_no_two_keys_have_one_name(speak):
    speak("sl")
    keys = [*ARROWS, *EDITING]
    names = [QCoreApplication.translate("QShortcut", key) for key in keys]
    assert [(a, b) for a, b in itertools.combinations(names, 2) if a == b] == []


def test_a_calendar_and_numbers_follow_the_language(speak, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    calendar = QCalendarWidget(window)
    calendar.setSelectedDate(QDate(2027, 3, 15))
    spin = QSpinBox(window)
    speak("sl")
    month = calendar.findChild(QToolButton, "qt_calendar_monthbutton")
    assert month.text().lower() == "marec"
    assert spin.locale().language() is QLocale.Language.Slovenian
    speak("en")
    assert month.text() == "March"
    assert calendar.locale().firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert (
        QLocale()
        .toString(QDate(2027, 3, 15), QLocale.FormatType.LongFormat)
        .endswith("15 March 2027")
    )


def test_widgets_are_told_of_the_change(speak, qtbot):
    class Listening(QWidget):
        heard = 0

        def changeEvent(self, event):  # noqa: N802 - Qt's own name
            self.heard += event.type() is QEvent.Type.LanguageChange

    widget = Listening()
    qtbot.addWidget(widget)
    speak("sl")
    qtbot.waitUntil(lambda: widget.heard > 0)
    heard = widget.heard
    speak("sl")
    assert widget.heard == heard


def test_a_language_that_only_qt_knows_is_taken_from_qt(speak, qtbot):
    speak("de")
    assert standard_buttons(qtbot)[BUTTONS.Cancel] == "Abbrechen"


def test_a_language_that_nobody_knows_leaves_english(speak, qtbot):
    speak("sl")
    speak("xx")
    assert standard_buttons(qtbot)[BUTTONS.Cancel] == "Cancel"
