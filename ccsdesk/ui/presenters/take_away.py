"""Joins the last page with the visit: has the plan made, printed and saved, then everything forgotten."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import CcsError
from ccsdesk.services.planning import Planning, answers_document, save_document
from ccsdesk.services.telling import legible, told
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice
from ccsdesk.ui.dialogs import FileDialogs, Saving
from ccsdesk.ui.jobs import Jobs
from ccsdesk.ui.pages.take_away import TakeAwayPage
from ccsdesk.ui.printing import Printers, QtPrinters, print_pages
from ccsdesk.ui.visit import Taken, Visit

Sentence = Callable[[Words], str]


@dataclass(frozen=True, slots=True)
class _Made:
    """What a plan was made of, and the plan."""

    answers: AnswerSet
    language: str
    document: bytes


class TakeAwayPresenter(QObject):
    """The plan is made anew when answers, wishes or its language have changed; of several only the newest is shown."""

    _printing = Signal(int, int)

    def __init__(
        self,
        page: TakeAwayPage,
        visit: Visit,
        dialogs: FileDialogs,
        *,
        printers: Printers | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._dialogs = dialogs
        self._printers: Printers = printers or QtPrinters(page)
        # a printer takes its time, and the rules do not wait for it
        self.jobs = Jobs(self)
        self._has_printer: bool | None = None
        self._is_printing = False
        self._language: str | None = None
        self._made: _Made | None = None
        self._ticket = 0
        self._saved: set[Path] = set()
        self._instead: tuple[Sentence, Sentence, Callable[[], None]] | None = None
        self._told: dict[Notice, tuple[Sentence, str]] = {}
        page.print_asked.connect(self._on_print_asked)
        page.save_asked.connect(self._on_save_asked)
        page.save_answers_asked.connect(self._on_save_answers_asked)
        page.finish_asked.connect(self._on_finish_asked)
        page.language_chosen.connect(self._on_language_chosen)
        page.preview.act_asked.connect(self._on_act_asked)
        visit.ended.connect(self._on_ended)
        self._printing.connect(self._on_printing)

    def show(self) -> None:
        """Show the plan of the present answers, in the language of the window unless another was chosen."""
        if not self._visit.is_open:
            return
        if self._has_printer is None:
            self._has_printer = self._printers.are_there()
        if not self._page.isVisible():
            self._page.finish.ask_no_more()
        self._page.choose_language(self._wanted)
        if not self._is_made:
            self._make()
        self._say()

    # the plan

    @property
    def _wanted(self) -> str:
        return self._language or self._visit.words.language

    @property
    def _is_made(self) -> bool:
        made = self._made
        return (
            made is not None
            and made.answers == self._visit.answers
            and made.language == self._wanted
        )

    def _make(self) -> None:
        """Have the plan made in a job; what comes too late, or was cancelled, is not shown."""
        self._ticket += 1
        ticket, answers, language = self._ticket, self._visit.answers, self._wanted
        self._instead = (
            lambda words: words.say("Making the plan …"),
            lambda words: words.say("Cancel"),
            self._cancel,
        )
        self._page.preview.wait()
        self._say()

        def wanted() -> bool:
            return ticket == self._ticket

        def then(document: bytes) -> None:
            if wanted():
                self._take(_Made(answers, language, document))

        def otherwise(error: CcsError) -> None:
            if wanted():
                self._say_instead(
                    lambda words: told(error, words), lambda words: words.say("Try again")
                )

        self._visit.work(
            lambda results: Planning(results).document(answers, language, wanted=wanted),
            then,
            otherwise,
            receiver=self,
            wanted=wanted,
        )

    def _take(self, made: _Made) -> None:
        self._made, self._instead = made, None
        self._page.preview.show_document(made.document)
        for notice in (self._page.print_told, self._page.save_told):
            self._told.pop(notice, None)
        self._say()

    def _on_ended(self) -> None:
        """Nobody waits for the plan any longer."""
        self._ticket += 1
        self._saved.clear()

    def _cancel(self) -> None:
        self._ticket += 1
        self._say_instead(
            lambda words: words.say("The plan was not made."),
            lambda words: words.say("Make the plan"),
        )

    def _say_instead(self, sentence: Sentence, action: Sentence) -> None:
        """Say why there is no plan; the button beside it makes one."""
        self._instead = (sentence, action, self._make_again)
        words = self._visit.words
        self._page.preview.say_instead(sentence(words), action(words))
        self._say()

    def _make_again(self) -> None:
        words = self._visit.words
        self._page.preview.say_instead(words.say("Making the plan …"), words.say("Cancel"))
        self._make()

    def _on_act_asked(self) -> None:
        if self._instead is not None:
            self._instead[2]()

    def _on_language_chosen(self, language: str) -> None:
        self._language = language
        self.show()

    # saying

    def _say(self) -> None:
        """Everything that is said, in the present words."""
        page, words = self._page, self._visit.words
        page.offer(
            is_ready=self._is_made and not self._is_printing,
            has_printer=bool(self._has_printer),
            is_taken=self._is_taken,
        )
        page.say_pages(page.preview.pages() if self._is_made else 0)
        for notice in (page.print_told, page.save_told, page.answers_told):
            said = self._told.get(notice)
            if said is not None:
                notice.tell(said[0](words), said[1])
            else:
                notice.say("")
        if self._instead is not None and not page.preview.is_waiting():
            page.preview.say_instead(self._instead[0](words), self._instead[1](words))
        page.finish.say_state(self._taken(words), files=len(self._saved))

    @property
    def _is_taken(self) -> bool:
        """Whether the plan as it is now was printed or saved."""
        taken = self._visit.taken
        return taken is not None and taken.answers == self._visit.answers

    def _taken(self, words: Words) -> str:
        taken = self._visit.taken
        if taken is not None and taken.answers != self._visit.answers:
            return words.say("You have changed the plan since you printed or saved it.")
        if taken is not None:
            return (
                words.say("The plan is printed.")
                if taken.is_printed
                else words.say("The plan is saved.")
            )
        return words.say("You have neither printed nor saved the plan.")

    def _tell(self, notice: Notice, sentence: Sentence, kind: str = theme.SUCCESS) -> None:
        self._told[notice] = (sentence, kind)
        self._say()

    def _tell_error(self, notice: Notice, error: CcsError) -> None:
        self._tell(notice, lambda words: told(error, words), theme.MISTAKE)

    # printing

    def _on_print_asked(self) -> None:
        made = self._made
        if made is None or not self._is_made:
            return
        pages = self._page.preview.pages()
        self._printers.ask(self._visit.words, pages, lambda printer: self._print(made, printer))

    def _print(self, made: _Made, printer: QPrinter) -> None:
        notice, name = self._page.print_told, self._file_name("plan")
        self._is_printing = True
        self._on_printing(0, 0)

        def then(_: None) -> None:
            self._is_printing = False
            self._visit.taken = Taken(made.answers, is_printed=True)
            self._tell(notice, lambda words: words.say("The plan is on its way to the printer."))

        def otherwise(error: CcsError) -> None:
            self._is_printing = False
            self._tell_error(notice, error)

        def progressed(page: int, total: int) -> None:
            # whoever finishes while it prints still gets all pages
            with suppress(RuntimeError):
                self._printing.emit(page, total)

        self.jobs.run(
            lambda: print_pages(made.document, printer, name, progressed),
            then=then,
            otherwise=otherwise,
            receiver=self,
        )

    def _on_printing(self, page: int, total: int) -> None:
        def say(words: Words) -> str:
            if not total:
                return words.say("Printing …")
            return words.say("Printing page {n} of {total} …", n=page, total=total)

        self._told[self._page.print_told] = (say, theme.INFORMATION)
        self._page.print_told.say(say(self._visit.words))
        if not page:
            self._say()

    # saving

    def _file_name(self, what: str) -> str:
        words, visit = self._visit.words, self._visit
        kind = words.say("Support plan") if what == "plan" else words.say("My answers")
        parts = (kind, visit.answers.name or "", visit.day.isoformat())
        return " ".join(part for part in parts if part)

    def _on_save_asked(self) -> None:
        made, words = self._made, self._visit.words
        if made is None or not self._is_made:
            return
        saving = Saving(words.say("Save the plan"), self._file_name("plan"), "PDF", "pdf")
        self._dialogs.ask_where_to_save(words, saving, lambda path: self._save(made, path))

    def _save(self, made: _Made, path: Path) -> None:
        def saved() -> None:
            self._visit.taken = Taken(made.answers, is_printed=False)

        self._write(self._page.save_told, path, made.document, saved)

    def _on_save_answers_asked(self) -> None:
        visit, words = self._visit, self._visit.words
        document = answers_document(visit.answers, visit.catalogue)
        title = words.say("Save my answers")
        saving = Saving(title, self._file_name("answers"), words.say("Answers"), "yaml")
        self._dialogs.ask_where_to_save(
            words,
            saving,
            lambda path: self._write(self._page.answers_told, path, document, lambda: None),
        )

    def _write(self, notice: Notice, path: Path, document: bytes, then: Callable[[], None]) -> None:
        def done(_: None) -> None:
            then()
            self._saved.add(path)
            self._tell(notice, lambda words: words.say("Saved: {path}", path=legible(str(path))))

        self.jobs.run(
            lambda: save_document(path, document),
            then=done,
            otherwise=lambda error: self._tell_error(notice, error),
            receiver=self,
        )

    # the end

    def _on_finish_asked(self) -> None:
        self._visit.finish()
