"""Joins the page of the plan with the visit: every change is kept at once, and the last choice can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan
from ccsdesk.report.voice import Voice
from ccsdesk.services import wishes
from ccsdesk.services.presenting.plan import plan_view
from ccsdesk.services.presenting.rows import RowGroup, matched_groups
from ccsdesk.text import Words
from ccsdesk.ui.pages.plan import PlanPage
from ccsdesk.ui.visit import Visit


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done last: `programme` went out of or came into a place, or (None) all was proposed again."""

    chosen_before: tuple[str, ...] | None
    programme: str | None
    place: int
    was_added: bool = False


class PlanPresenter(QObject):
    """Asks for no other page: the footer leads on."""

    def __init__(self, page: PlanPage, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._plan: Plan | None = None
        self._done: _Done | None = None
        self._rows: tuple[MatchResult, str, tuple[RowGroup, ...]] | None = None
        page.moved.connect(self._on_moved)
        page.removed.connect(self._on_removed)
        page.added.connect(self._on_added)
        page.note_given.connect(self._on_note_given)
        page.day_given.connect(self._on_day_given)
        page.undo_asked.connect(self._on_undo_asked)
        page.proposal_asked.connect(self._on_proposal_asked)

    def show(self) -> None:
        """Show the plan of the present answers."""
        if not self._page.isVisible():
            self._done = None
        if self._visit.is_open:
            self._visit.match(self._show, receiver=self)

    def keep(self) -> None:
        """Keep what is typed and not kept yet."""
        if self._visit.is_open:
            self._page.keep_typed()

    def _show(self, match: MatchResult) -> None:
        visit = self._visit
        self._plan = plan = visit.results.propose(visit.answers, match)
        voice = Voice(visit.catalogue, visit.words, given=visit.answers)
        view = plan_view(voice, match, plan, self._groups(match, voice))
        self._page.show_view(view, visit.words, earliest=visit.day)
        self._offer_undo(voice)

    def _groups(self, match: MatchResult, voice: Voice) -> tuple[RowGroup, ...]:
        """The rows of the match, made once for a match and a language."""
        visit, language = self._visit, self._visit.words.language
        if self._rows is None or self._rows[0] is not match or self._rows[1] != language:
            answers = visit.answers
            unasked = visit.results.unasked(answers)
            groups = matched_groups(
                voice, match, lambda name: visit.results.seen(answers, name, unasked)
            )
            self._rows = (match, language, groups)
        return self._rows[2]

    def _offer_undo(self, voice: Voice) -> None:
        done, words = self._done, voice.words
        if done is None:
            self._page.offer_undo("", "")
        elif done.programme is None:
            self._page.offer_undo(
                words.say("This is the proposal again; your notes and days are still there."),
                words.say("Back to my own choice"),
            )
        else:
            self._offer_undo_of(done, voice.programme(done.programme), words)

    def _offer_undo_of(self, done: _Done, name: str, words: Words) -> None:
        if done.was_added:
            sentence = words.say(
                "“{name}” is now number {n} of your plan.", name=name, n=done.place + 1
            )
            self._page.offer_undo(sentence, words.say("Take it out again"))
        else:
            sentence = words.say("“{name}” is no longer in your plan.", name=name)
            self._page.offer_undo(sentence, words.say("Put it back"), done.place)

    # what the person does

    def _change(self, wanted: PlanWishes, done: _Done | None) -> bool:
        """Keep the wishes; whether they could be kept."""
        if wanted == self._visit.answers.plan:
            return True
        kept = self._visit.wish(wanted)
        if kept:
            self._done = done
            self.show()
        return kept

    def _on_moved(self, programme: str, by: int) -> None:
        if self._plan is None:
            return
        if self._change(wishes.moved(self._wished, self._plan, programme, by), None):
            words, chosen = self._visit.words, self._plan.chosen
            sentence = words.say(
                "Number {n} of {total}", n=chosen.index(programme) + 1, total=len(chosen)
            )
            self._page.show_place(programme, sentence)

    def _on_removed(self, programme: str) -> None:
        if self._plan is None or programme not in self._plan.chosen:
            return
        self._page.cards[programme].own.keep()
        done = _Done(self._wished.chosen, programme, self._plan.chosen.index(programme))
        if self._change(wishes.removed(self._wished, self._plan, programme), done):
            self._page.undone.action.setFocus()

    def _on_added(self, programme: str) -> None:
        if self._plan is not None:
            done = _Done(self._wished.chosen, programme, len(self._plan.chosen), was_added=True)
            if self._change(wishes.added(self._wished, self._plan, programme), done):
                # what was looked for has been found
                self._page.offers.clear_search()

    def _on_note_given(self, programme: str, note: str) -> None:
        self._change(wishes.noted(self._wished, programme, note), self._done)

    def _on_day_given(self, programme: str, day: date | None) -> None:
        self._change(wishes.dated(self._wished, programme, day), self._done)

    def _on_proposal_asked(self) -> None:
        done = _Done(self._wished.chosen, None, 0)
        if self._change(wishes.proposed_again(self._wished), done):
            self._page.undone.action.setFocus()

    def _on_undo_asked(self) -> None:
        done = self._done
        if done is None:
            return
        if self._change(replace(self._wished, chosen=done.chosen_before), None):
            if done.programme in self._page.cards:
                self._page.show_place(str(done.programme))
            else:
                self._page.heading.setFocus()

    @property
    def _wished(self) -> PlanWishes:
        return self._visit.answers.plan
