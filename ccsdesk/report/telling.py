"""A whole plan and the words to tell it in, for the chapters. Makes no blocks of its own."""

from __future__ import annotations

from datetime import date

from ccsdesk.domain.programme import Measure
from ccsdesk.domain.verdict import ProgrammeResult, Shelf
from ccsdesk.report.blocks import Mark
from ccsdesk.report.content import PlanContent
from ccsdesk.report.offers import by_fit, measures_of_help
from ccsdesk.report.voice import Voice
from ccsdesk.text import Words

SHELF_MARKS = {
    Shelf.APPLY_NOW: Mark.YES,
    Shelf.OPENS_LATER: Mark.LATER,
    Shelf.ONE_STEP: Mark.STEP,
    Shelf.NOT_CLEAR: Mark.OPEN,
    Shelf.NOT_CHOSEN: Mark.BOX,
    Shelf.NOT_FOR_YOU: Mark.NO,
    Shelf.CLOSED: Mark.NO,
}


class Telling(Voice):
    """A plan's content together with the words to tell it in."""

    def __init__(self, content: PlanContent) -> None:
        catalogue = content.catalogue
        words = Words(content.language, first=next(iter(catalogue.languages), None))
        super().__init__(catalogue, words, given=content.answers, unasked=content.unasked)
        self.content = content
        self.match = content.match
        self.plan = content.plan
        self.results = {result.id: result for result in content.match.programmes}

    @property
    def said_to_others(self) -> str:
        """What the catalogue says to somebody whom it was not made for; "" to everybody else."""
        return self.pick(self.catalogue.said_to_others) if self.match.is_for_others else ""

    def measures(self) -> list[Measure]:
        """The measures that may be of help, in the catalogue's order: not ruled out and not over."""
        return measures_of_help(self.catalogue, self.match)

    def by_fit(self, shelf: Shelf) -> list[ProgrammeResult]:
        """The programmes of a shelf that are not in the plan, best fit first, then by name."""
        planned = {*self.plan.chosen, *self.plan.advice}
        rest = [r for r in self.match.programmes if r.shelf is shelf and r.id not in planned]
        return by_fit(self, rest)


def months_between(start: date, day: date) -> float:
    """Months from the first of `start`'s month to `day`; the fraction is the part of the month gone by."""
    whole = (day.year - start.year) * 12 + day.month - start.month
    return whole + (day.day - 1) / 31
