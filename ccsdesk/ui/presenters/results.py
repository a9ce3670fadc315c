"""Joins the page of results with the visit: matches, compares, corrects the stage, puts programmes into the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ccsdesk.domain.answers import Answer
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.match import MatchResult
from ccsdesk.services.examples import example_line
from ccsdesk.services.presenting.telling import MatchTelling
from ccsdesk.ui import theme
from ccsdesk.ui.links import open_link
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.results import ResultsPage
from ccsdesk.ui.visit import Visit


class ResultsPresenter(QObject):
    """`question_asked` names a question to be opened; one comes back here from it."""

    question_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, page: ResultsPage, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._telling: MatchTelling | None = None
        self._told: Mapping[str, Answer] = {}
        page.question_asked.connect(self.question_asked)
        page.programme_chosen.connect(self._on_programme_chosen)
        page.stage_corrected.connect(self._on_stage_corrected)
        page.grow_asked.connect(visit.grow)
        page.undo_asked.connect(visit.undo_change)
        page.changes_dismissed.connect(self._on_changes_dismissed)
        page.back_asked.connect(lambda: self.page_asked.emit("review"))
        page.onward_asked.connect(lambda: self.page_asked.emit("plan"))
        detail = page.support.detail
        detail.plan_add_asked.connect(self._on_plan_add_asked)
        detail.plan_drop_asked.connect(self._on_plan_drop_asked)
        detail.link_asked.connect(self._on_link_asked)
        visit.wished.connect(self._on_wished)

    def show(self) -> None:
        """Show what the rules say about the answers as they are."""
        if not self._visit.is_open:
            return
        if not self._page.isVisible():
            self._page.notice.say("")
        words, visit = self._visit.words, self._visit
        self._page.say_in(words)
        self._page.show_example(example_line(visit.answers, words, visit.catalogue.languages))
        self._page.wait()
        self._visit.match(self._on_match, receiver=self)

    def _on_match(self, match: MatchResult) -> None:
        visit = self._visit
        if not visit.is_open:
            return
        telling = MatchTelling(
            visit.results, visit.answers, match, asked=visit.flow.asked, words=visit.words
        )
        is_new = self._told != visit.answers.answers
        self._telling, self._told = telling, visit.answers.answers
        may_grow = visit.flow.mode is Mode.QUICK
        self._page.show_results(telling.view(), visit.words, may_grow=may_grow)
        self._show_changes()
        self._show_detail(is_new=is_new)

    def _show_changes(self) -> None:
        """What the answer opened from here has changed, if it was changed."""
        before, telling = self._visit.before, self._telling
        is_changed = before is not None and before.answers.answers != self._visit.answers.answers
        if before is None or before.match is None or telling is None or not is_changed:
            self._page.show_changes(None)
        else:
            self._page.show_changes(telling.since(before.match, before.question))

    def _show_detail(self, *, is_new: bool) -> None:
        """The one that is open again, as things stand now; else the first of the list. The list comes first."""
        pane = self._page.support
        shown = pane.detail.shown()
        if shown and not is_new:
            self._on_programme_chosen(shown)
            return
        first = pane.list.view.programmes.first()
        if shown or first.isValid():
            pane.prepare_soon(shown or str(first.data(ItemRole.ID)))

    def _on_programme_chosen(self, item_id: str) -> None:
        view = None if self._telling is None else self._telling.programme(item_id)
        if view is not None:
            self._page.show_programme(view)

    # what the person does

    def _on_wished(self) -> None:
        if self._page.isVisible():
            self.show()

    def _on_stage_corrected(self, stage: str) -> None:
        if not self._visit.correct_stage(stage or None):
            return
        say = self._visit.words.say
        self._tell(
            say("Your own stage is kept beside what your answers say.")
            if stage
            else say("Your stage is again the one that your answers point to.")
        )

    def _on_plan_add_asked(self, item_id: str) -> None:
        telling = self._telling
        if telling is not None and self._wish((*telling.plan.chosen, item_id)):
            name = telling.name(item_id)
            self._tell(self._visit.words.say("Added to your plan: {name}.", name=name))

    def _on_plan_drop_asked(self, item_id: str) -> None:
        telling = self._telling
        if telling is None:
            return
        if self._wish(tuple(name for name in telling.plan.chosen if name != item_id)):
            name = telling.name(item_id)
            self._tell(self._visit.words.say("Taken out of your plan: {name}.", name=name))

    def _wish(self, chosen: tuple[str, ...]) -> bool:
        wishes = replace(self._visit.answers.plan, chosen=tuple(dict.fromkeys(chosen)))
        return self._visit.wish(wishes)

    def _tell(self, sentence: str) -> None:
        self._page.notice.tell(sentence, theme.SUCCESS)

    def _on_changes_dismissed(self) -> None:
        self._visit.forget_before()
        self._page.show_changes(None)

    def _on_link_asked(self, address: str) -> None:
        if not open_link(address):
            sentence = self._visit.words.say(
                "No browser could be opened on this computer; write the address down: {address}",
                address=address,
            )
            self._page.notice.tell(sentence, theme.WARNING)
