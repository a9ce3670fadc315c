"""What Qt itself says: buttons, context menus, file dialogs, month names, the names of keys.

Qt 6.12 brings no Slovenian along, so ours lies in `resources/locale/sl/qtbase_sl.qm`. Knows nothing of our own
sentences; those are said by `text.Words`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ccsdesk import paths

SOURCE_LANGUAGE = "en"
_NAME = "words of Qt"


def speak(application: QApplication, language: str) -> None:
    """Have Qt speak the language from now on, in every window that is open too.

    A language that neither we nor Qt can say leaves Qt's English.
    """
    if _spoken(application) == language:
        return
    _forget(application)
    locale = locale_of(language)
    QLocale.setDefault(locale)
    # a widget takes the default locale when it is made, and does not look at it again
    for window in application.topLevelWidgets():
        if window.parent() is None:
            window.setLocale(locale)
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    translator.setProperty("language", language)
    path = _file(language)
    if path is not None and translator.load(str(path)):
        QCoreApplication.installTranslator(translator)


def locale_of(language: str) -> QLocale:
    """The language as it is written in Europe: a week begins on Monday, 15 March stands before 2027."""
    if language == SOURCE_LANGUAGE:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return QLocale(language)


def _spoken(application: QApplication) -> str | None:
    for translator in application.findChildren(QTranslator, _NAME):
        return str(translator.property("language"))
    return None


def _forget(application: QApplication) -> None:
    for translator in application.findChildren(QTranslator, _NAME):
        QCoreApplication.removeTranslator(translator)
        # found by its name until it is gone
        translator.setObjectName("")
        translator.deleteLater()


def _file(language: str) -> Path | None:
    """Our own words before those that Qt brings; English is what Qt says of itself."""
    if language == SOURCE_LANGUAGE:
        return None
    name = f"qtbase_{language}.qm"
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    places = (paths.resources() / "locale" / language, of_qt)
    return next((place / name for place in places if (place / name).is_file()), None)
