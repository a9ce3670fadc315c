"""The window around the first page: answers in, plan on the screen, plan on the disk; errors told in their place."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from ccsdesk.domain.errors import AnswerError, CatalogueError
from ccsdesk.services import bug_reports
from ccsdesk.ui import start, theme


def no_dialog():
    return not any(isinstance(one, QDialog) for one in QApplication.topLevelWidgets())


def test_the_title_begins_with_the_name(window):
    assert window.windowTitle().startswith("CCS Desk")


def test_answers_that_are_opened_become_a_plan_on_the_screen(window, open_file, answers_file):
    open_file(window, answers_file)
    assert window.page.pages() > 1
    assert window.page.told() == f"The plan of answers.yaml has {window.page.pages()} pages."


def test_a_mistake_in_the_file_is_told_on_the_page(window, open_file, tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("answers: {role: membre}", encoding="utf-8")
    open_file(window, path)
    assert f"{path}:1:17" in window.page.told()
    assert "“member”" in window.page.told()
    assert window.page.told_as() == theme.MISTAKE
    assert no_dialog()


def test_after_a_mistake_the_plan_before_it_stays(window, open_file, answers_file, tmp_path):
    open_file(window, answers_file)
    pages = window.page.pages()
    open_file(window, tmp_path / "nothing.yaml")
    assert window.page.pages() == pages
    assert window.page.told_as() == theme.MISTAKE
    open_file(window, answers_file)
    assert window.page.told_as() == theme.INFORMATION


def test_the_plan_that_is_shown_is_saved(window, qtbot, open_file, answers_file, tmp_path):
    open_file(window, answers_file)
    with qtbot.waitSignal(window.jobs.finished):
        window.save_plan(tmp_path / "mine")
    made = tmp_path / "mine.pdf"
    assert made.read_bytes().startswith(b"%PDF-")
    assert window.page.told() == f"The plan is saved: {made}"


def test_a_plan_that_cannot_be_saved_is_told_beside_the_buttons(
    window, qtbot, open_file, answers_file, tmp_path
):
    open_file(window, answers_file)
    with qtbot.waitSignal(window.jobs.finished):
        window.save_plan(tmp_path / "nowhere" / "plan.pdf")
    assert window.page.told().startswith("The file was not saved")
    assert window.page.told_as() == theme.MISTAKE
    assert no_dialog()


def test_another_language_says_everything_again(window, qtbot, open_file, answers_file):
    open_file(window, answers_file)
    with qtbot.waitSignal(window.jobs.finished):
        window.page.language_chosen.emit("de")
    # the garden speaks German, the program's own sentences do not
    assert window.page.told().startswith("The plan of answers.yaml")


def test_what_was_told_is_told_again_in_the_new_language(make_window, open_file, tmp_path):
    window = make_window()
    open_file(window, tmp_path / "nothing.yaml")
    window.page.language_chosen.emit("sl")
    assert "datotek" in window.page.told()
    assert window.page.told_as() == theme.MISTAKE


def test_only_the_plan_asked_for_last_is_shown(window, qtbot, answers_file, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("answers: {}", encoding="utf-8")
    window.open_answers(answers_file)
    window.open_answers(other)
    qtbot.waitUntil(lambda: "other.yaml" in window.page.told())
    with qtbot.waitSignal(window.jobs.finished):
        window.save_plan(tmp_path / "plan.pdf")
    assert "answers.yaml" not in window.page.told()


def test_a_person_who_turns_away_from_the_dialog_changes_nothing(window, dialogs):
    window.page.open_asked.emit()
    assert dialogs.asked == [("answers", "en")]
    assert window.page.told() == ""


def test_the_file_chosen_in_the_dialog_is_opened_and_the_plan_named_by_day(
    window, dialogs, qtbot, answers_file, tmp_path
):
    dialogs.answers, dialogs.target = answers_file, tmp_path / "plan.pdf"
    with qtbot.waitSignal(window.jobs.finished):
        window.page.open_asked.emit()
    with qtbot.waitSignal(window.jobs.finished):
        window.page.save_asked.emit()
    assert dialogs.asked[-1] == ("target", "plan-2026-11-23.pdf")
    assert dialogs.target.exists()


def test_an_example_is_shown_where_there_is_one(make_window, qtbot, answers_file):
    window = make_window(example=answers_file)
    with qtbot.waitSignal(window.jobs.finished):
        window.page.example_asked.emit()
    assert window.page.pages() > 1


def test_slow_work_is_told_and_quick_work_is_not(window, qtbot, answers_file, monkeypatch):
    go_on = threading.Event()

    def slow(*_args):
        go_on.wait(20)
        raise AnswerError("Nothing came of it.")

    monkeypatch.setattr("ccsdesk.ui.window.read_answers_of", slow)
    window.open_answers(answers_file)
    assert window.page.told() == ""
    qtbot.waitUntil(lambda: window.page.told() == "Making the plan …")
    with qtbot.waitSignal(window.jobs.finished):
        go_on.set()
    assert window.page.told() == "Nothing came of it."


def test_closing_in_the_middle_of_work_is_no_harm(window, answers_file, monkeypatch, qtbot):
    begun, go_on = threading.Event(), threading.Event()

    def slow(*_args):
        begun.set()
        go_on.wait(20)
        raise RuntimeError("too late to tell")

    monkeypatch.setattr("ccsdesk.ui.window.read_answers_of", slow)
    window.open_answers(answers_file)
    assert begun.wait(20)
    window.close()
    go_on.set()
    window.jobs.stop()
    QApplication.processEvents()
    assert window.page.told() == ""


# what nobody expected


@pytest.fixture
def telling(window, monkeypatch, tmp_path):
    """Tell bugs in the window, as the program does; gives the folder of the reports."""
    from ccsdesk.domain.clock import FixedClock
    from tests.support.command_line import DAY

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    now = FixedClock(DAY).now()
    start.tell_bugs(
        window, report=lambda error: bug_reports.write_report(error, tmp_path / "reports", now)
    )
    return tmp_path / "reports"


def test_an_error_nobody_expected_is_told_and_the_visit_goes_on(
    window, telling, dialogs, qtbot, open_file, answers_file, monkeypatch
):
    def fail(*_args):
        raise RuntimeError("role: member")

    with monkeypatch.context() as patch:
        patch.setattr(dialogs, "ask_for_answers", fail)
        qtbot.mouseClick(window.page._open, Qt.MouseButton.LeftButton)  # noqa: SLF001
    (report,) = telling.iterdir()
    assert window.page.told_as() == theme.MISTAKE
    assert str(report) in window.page.told()
    assert "member" not in report.read_text(encoding="utf-8") + window.page.told()
    open_file(window, answers_file)
    assert window.page.pages() > 1


def test_an_error_nobody_expected_in_the_background_is_told_too(
    window, telling, open_file, answers_file, monkeypatch
):
    def fail(*_args):
        raise RuntimeError("role: member")

    with monkeypatch.context() as patch:
        patch.setattr("ccsdesk.ui.window.read_answers_of", fail)
        open_file(window, answers_file)
    assert len(list(telling.iterdir())) == 1
    assert "a mistake of ours" in window.page.told()
    open_file(window, answers_file)
    assert window.page.told_as() == theme.INFORMATION


# catalogues


def broken(folder):
    (folder / "needs.yaml").write_text("- {need: tools, when: [}\n", encoding="utf-8")


def test_a_catalogue_broken_since_then_is_used_in_its_last_good_copy(
    themed, qtbot, tmp_path, open_file, answers_file
):
    from tests.support.catalogues import write

    folder = write(tmp_path / "catalogue")
    named = {"today": lambda: None, "language": "en"}
    good = start.make_window(folder, **named)
    qtbot.addWidget(good)
    assert good.page.warned() == ""
    broken(folder)
    window = start.make_window(folder, **named)
    qtbot.addWidget(window)
    assert window.page.warned().startswith("The catalogue has a mistake")
    assert "2026-03-01" in window.page.warned()
    assert "needs.yaml:" in window.page.warned()
    for one in (good, window):
        one.jobs.stop()


def test_a_broken_catalogue_without_a_good_copy_is_an_error(themed, tmp_path):
    from tests.support.catalogues import write

    folder = write(tmp_path / "catalogue")
    broken(folder)
    with pytest.raises(CatalogueError, match=r"needs\.yaml:"):
        start.make_window(folder, today=lambda: None, language=None)


def test_the_warning_about_the_catalogue_stays_and_changes_its_language(
    make_window, open_file, answers_file
):
    window = make_window(problem=CatalogueError("The file is empty.", file="needs.yaml"))
    open_file(window, answers_file)
    assert "needs.yaml" in window.page.warned()
    before = window.page.warned()
    window.page.language_chosen.emit("sl")
    assert "needs.yaml" in window.page.warned() != before


# text size


def test_text_grows_and_shrinks_by_keyboard_and_the_page_with_it(window, qtbot, themed):
    def height():
        return window.page._title.fontMetrics().height()  # noqa: SLF001

    normal = height()
    for _ in range(10):
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert height() == pytest.approx(2 * normal, abs=2)
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert normal < height() < 2 * normal
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert height() == normal


def test_at_twice_the_size_the_window_fits_a_small_screen(make_window, themed):
    for language in ("en", "sl"):
        window = make_window(language=language)
        window.set_text_size(200)
        assert window.minimumSizeHint().width() <= 1024
        assert window.minimumSizeHint().height() <= 720
        window.set_text_size(100)
