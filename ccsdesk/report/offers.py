"""Which programmes and measures of a match to speak of, and in which order. No words but names to sort by."""

from __future__ import annotations

from collections.abc import Iterable

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.programme import Measure, Status
from ccsdesk.domain.verdict import ProgrammeResult, Verdict, Window
from ccsdesk.report.voice import Voice
from ccsdesk.rules.catalogue.catalogue import Catalogue


def by_fit(voice: Voice, results: Iterable[ProgrammeResult]) -> list[ProgrammeResult]:
    """Best first, then by name."""
    return sorted(results, key=lambda r: (r.rank, voice.words.sort_key(voice.item(r.id))))


def measures_of_help(catalogue: Catalogue, match: MatchResult) -> list[Measure]:
    """The measures that may be of help, in the catalogue's order: not ruled out and not over."""
    helps = {
        result.id
        for result in match.measures
        if result.verdict is not Verdict.NOT_ELIGIBLE and result.window.window is not Window.CLOSED
    }
    return [
        measure
        for measure in catalogue.measures.values()
        if measure.id in helps and measure.status is not Status.HISTORIC
    ]
