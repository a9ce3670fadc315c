"""Which page follows which: the visit's course through the window. No page knows another; this is where they meet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import CcsError, StorageError
from ccsdesk.services.consultation import Resumed
from ccsdesk.services.telling import told
from ccsdesk.ui import theme
from ccsdesk.ui.appearance import Appearance
from ccsdesk.ui.dialogs import FileDialogs
from ccsdesk.ui.idle import IdleWatch
from ccsdesk.ui.makers import makers
from ccsdesk.ui.opening import Opening
from ccsdesk.ui.rooms import Rooms
from ccsdesk.ui.shell import Shell
from ccsdesk.ui.teller import Teller
from ccsdesk.ui.visit import Visit

if TYPE_CHECKING:
    from ccsdesk.domain.answers import AnswerSet
    from ccsdesk.ui.pages.shortcuts import ShortcutSheet

STEPS = ("question", "review", "results", "plan", "take_away")
BESIDE = frozenset({"browse", "about"})
"""Pages one comes to from anywhere, and goes back from to where one was."""


class Front(QObject):
    """The shell with its pages on one visit after the other.

    `defaults` are the look and language that every visit begins with.
    """

    def __init__(
        self,
        shell: Shell,
        visit: Visit,
        *,
        dialogs: FileDialogs,
        opening: Opening,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shell = shell
        self.visit = visit
        self.dialogs = dialogs
        self.opening = opening
        self._rooms = Rooms(makers(self))
        self.looks = Appearance(self)
        self._first_language = visit.words.language
        self._came_from = "start"
        self.teller = Teller(shell, lambda: self.visit.words)
        self._keys: ShortcutSheet | None = None
        self._closes = False
        self._unbegun: tuple[Mode, AnswerSet | None] = (Mode.QUICK, None)
        self.idle = IdleWatch(self)
        self._connect()
        self._speak()

    def _connect(self) -> None:
        shell, visit, top = self.shell, self.visit, self.shell.top
        visit.began.connect(self._on_moved)
        visit.moved.connect(self._on_moved)
        visit.ended.connect(self._on_ended)
        visit.answered.connect(self._on_answered)
        visit.language_changed.connect(self._on_language_changed)
        visit.refused.connect(self._on_refused)
        shell.back_asked.connect(self.back)
        shell.onward_asked.connect(self.onward)
        shell.step_asked.connect(self.step)
        shell.told.acted.connect(self._on_acted)
        shell.told.stayed.connect(self._on_stayed)
        top.language_chosen.connect(visit.speak)
        top.theme_chosen.connect(self.looks.use_theme)
        top.size_asked.connect(lambda up: self.looks.zoom(up=up))
        self.looks.changing.connect(self._on_look_changing)
        self.looks.changed.connect(self._show_look)
        top.place_asked.connect(self._on_place_asked)
        self.idle.stirred.connect(visit.touch)
        self.idle.rested.connect(self._on_rested)
        self._rooms.made.connect(self._on_made)
        self._rooms.left.connect(shell.remove)

    def open(self) -> None:
        """Show the start page."""
        self.show("start")

    # going about

    def show(self, name: str, *, focus: bool = True) -> None:
        """Show a page as things stand now."""
        shell = self.shell
        if shell.page_name() not in BESIDE:
            self._came_from = shell.page_name() or "start"
        room = self._rooms.room(name)
        room.show()
        self.teller.forget()
        self._offer_steps()
        shell.show_page(name, focus=focus)

    def prepare(self, name: str) -> None:
        """Make a page that is likely to be shown soon."""
        self._rooms.room(name)

    def back(self) -> None:
        """To the page before."""
        name = self.shell.page_name()
        if name in BESIDE:
            self.show(self._came_from)
        elif name == "overview":
            self._to_questions()
        elif name == "review":
            self.visit.back()
        elif name in {"results", "plan", "take_away"}:
            self.step(STEPS[STEPS.index(name) - 1])
        else:
            self.shell.page().back_asked.emit()

    def onward(self) -> None:
        """To the page after."""
        name = self.shell.page_name()
        if name in {"review", "results", "plan"}:
            self.step(STEPS[STEPS.index(name) + 1])
        elif name == "overview":
            self._to_questions()
        else:
            self.shell.page().onward_asked.emit()

    def step(self, name: str) -> None:
        """To one of the steps of the visit."""
        if not self.visit.is_open:
            return
        self._keep_typed()
        if name == "question":
            self._to_questions()
        elif name == "review":
            self.visit.review()
        else:
            if self.visit.flow.current is not None:
                # what is opened from now on leads back here, not to the question left
                self.visit.rest()
            self.show(name)

    def _to_questions(self) -> None:
        visit = self.visit
        if not visit.is_open:
            return
        if visit.flow.current is not None:
            self.show("question")
        elif visit.flow.unanswered:
            visit.go_on()
        else:
            visit.back()

    def ask(self, question: str) -> None:
        """Open a question from the page that is shown, and come back there."""
        name = self.shell.page_name()
        self._keep_typed()
        self.visit.go_to(question, return_to=name if name in STEPS[1:] else "review")

    def _on_moved(self) -> None:
        visit = self.visit
        self.show("question" if visit.flow.current is not None else visit.return_to)

    def _on_answered(self) -> None:
        self._offer_steps()
        if self.shell.page_name() not in {"question", ""}:
            self._rooms.room(self.shell.page_name()).show()

    def _on_ended(self) -> None:
        self._rooms.forget()
        self.dialogs.forget()
        self.looks.begin_anew()
        self.visit.speak(self._first_language)
        self.show("start")

    def _offer_steps(self) -> None:
        is_open = self.visit.is_open
        has_answers = is_open and bool(self.visit.answers.answers)
        open_ones = frozenset(STEPS if has_answers else STEPS[:1])
        self.shell.set_steps(STEPS if is_open else (), open_ones=open_ones)
        self.shell.top.offer_over(is_open=is_open)

    # telling

    def _on_refused(self, error: CcsError) -> None:
        if isinstance(error, StorageError) and self.visit.is_open:
            self.teller.tell(
                lambda words: told(error, words),
                theme.MISTAKE,
                action=lambda words: words.say("Go on without saving"),
                name="unsaved",
            )
            return
        if isinstance(error, StorageError) and self.visit.unbegun is not None:
            self._unbegun = self.visit.unbegun
            self.teller.tell(
                lambda words: told(error, words),
                theme.MISTAKE,
                action=lambda words: words.say("Begin without saving"),
                name="unbegun",
            )
            return
        self.teller.error(error)

    def _tell_unsaved(self) -> None:
        self.teller.tell(
            lambda words: words.say(
                "From now on your answers are kept only while the program runs."
            ),
            theme.WARNING,
        )

    def _on_stayed(self) -> None:
        """Leave all as it is; the keyboard goes back into the page."""
        self.teller.clear()
        self.shell.page().focus_first()

    def _on_acted(self, name: str) -> None:
        self.teller.clear()
        match name:
            case "unsaved":
                self.visit.go_on_unsaved()
                self._tell_unsaved()
            case "unbegun":
                mode, answers = self._unbegun
                self.visit.start_unsaved(mode, answers)
                self._tell_unsaved()
            case "over":
                self.visit.finish()
            case "open":
                self.visit.finish()
                self.open_answers()
            case "example":
                self.visit.finish()
                self.open_example()
            case "close":
                self._closes = True
                self.shell.window().close()
            case _:
                pass

    # language and look

    def _speak(self) -> None:
        words = self.visit.words
        self.looks.speak(words.language)
        self.shell.say_in(words)
        self._rooms.say_in(words)
        self._show_look()

    def _on_language_changed(self) -> None:
        name = self.shell.page_name()
        inside = self.shell.page().focusWidget() if name else None
        self._speak()
        if name:
            self._rooms.room(name).show()
            self.shell.show_page(name, focus=False)
        # whoever chose it in the bar goes on where they were
        if inside is not None and isValid(inside):
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
        self.teller.again()

    def switch_language(self) -> None:
        """To the next language of the catalogue."""
        languages = self.visit.catalogue.languages
        here = languages.index(self.visit.words.language)
        self.visit.speak(languages[(here + 1) % len(languages)])

    def _on_look_changing(self) -> None:
        """Every widget is dressed anew, seen or not: pages that are not seen are made again later."""
        self._rooms.keep()
        self._rooms.forget(but=self.shell.page_name())

    def _show_look(self) -> None:
        self.shell.top.show_look(theme.current())
        self._rooms.show_look(theme.current())

    # the ways in and out

    def _on_place_asked(self, name: str) -> None:
        match name:
            case "browse" | "about":
                self._keep_typed()
                self.show(name)
            case "open":
                self.open_answers()
            case "keys":
                self.show_keys()
            case "over":
                self.start_over()
            case _:
                pass

    def show_keys(self) -> None:
        """The sheet of keys, beside the page."""
        sheet = self.key_sheet()
        sheet.say_in(self.visit.words)
        sheet.open()

    def key_sheet(self) -> ShortcutSheet:
        """The sheet itself, shown or not."""
        from ccsdesk.ui.pages.shortcuts import ShortcutSheet

        if self._keys is None:
            self._keys = ShortcutSheet(self.shell.window())
        return self._keys

    def show_sections(self) -> None:
        """The sections of the questionnaire."""
        if self.visit.is_open:
            self._keep_typed()
            self.show("overview")

    def do(self, what: str) -> None:
        """Have the page that is shown search, save or print, where it can."""
        page = self.shell.page()
        act = {"search": page.search, "save": page.save, "print": page.print}[what]
        act()

    def start_over(self) -> None:
        """Forget this visit and begin anew; asked about once where answers would go."""
        if not self.visit.is_open:
            self.show("start")
        elif not self.visit.answers.answers:
            self.visit.finish()
        else:
            self.teller.ask_first("over")

    def _may_go(self, name: str) -> bool:
        """Whether the visit that is open has nothing to lose, and is over then; asks otherwise."""
        if not self.visit.is_open:
            return True
        if self.visit.answers.answers:
            self.teller.ask_first(name)
            return False
        self.visit.finish()
        return True

    def open_answers(self) -> None:
        """Ask for a file of answers and go on with them."""
        if self._may_go("open"):
            self.dialogs.ask_for_answers(self.visit.words, self.read_answers)

    def open_example(self) -> None:
        """Go on with the answers of an example firm."""
        if self.opening.example is not None and self._may_go("example"):
            self.read_answers(self.opening.example, is_example=True)

    def read_answers(self, path: Path, *, is_example: bool = False) -> None:
        """Begin a visit with the answers of a file; what does not fit is said."""
        from ccsdesk.services.answer_files import OpenedAnswers, open_answers
        from ccsdesk.services.examples import as_example

        visit = self.visit
        catalogue, day = visit.catalogue, visit.day

        def begin(opened: OpenedAnswers) -> None:
            if visit.is_open:
                # begun by hand while the file was read
                return
            asked = catalogue.dictionary.questions
            quick = all(asked[name].quick for name in opened.answers.answers)
            visit.delete_interrupted()
            answers = as_example(opened.answers, visit.words) if is_example else opened.answers
            if not visit.start(Mode.QUICK if quick else Mode.FULL, answers):
                return
            visit.review()
            self.teller.tell(
                lambda words: opened.told(words, path.name),
                theme.WARNING if opened.left_out else theme.SUCCESS,
            )

        visit.jobs.run(
            lambda: open_answers(path, catalogue, day), then=begin, otherwise=self.teller.error
        )

    def on_resumed(self, resumed: Resumed) -> None:
        """Say what the way back from a crash has cost, if anything."""
        left = len(resumed.left_out)
        if left:
            self.teller.tell(
                lambda words: words.count(
                    "{n} answer no longer fits the catalogue and was left out.",
                    "{n} answers no longer fit the catalogue and were left out.",
                    left,
                ),
                theme.WARNING,
            )
        else:
            self.teller.tell(
                lambda words: words.say("You are back where you were; all your answers are here."),
                theme.SUCCESS,
            )

    def may_close(self) -> bool:
        """Whether nothing would be lost; asks otherwise."""
        self._keep_typed()
        visit = self.visit
        if self._closes or not visit.is_open or visit.is_kept or not visit.answers.answers:
            return True
        self.teller.ask_first("close")
        return False

    def _on_rested(self) -> None:
        # what the disk would not let go is told already, and then it is not deleted
        if self.visit.forget_if_idle() and not self.teller.is_telling:
            self.teller.tell(
                lambda words: words.say(
                    "Nothing happened for a long time, so the last visit and its answers were deleted."
                )
            )

    def _keep_typed(self) -> None:
        self._rooms.keep()

    def _on_made(self, name: str) -> None:
        """A page was made: give it its words and its place."""
        page = self._rooms.room(name).page
        page.say_in(self.visit.words)
        self.shell.add(name, page)
        self._rooms.show_look(theme.current())
