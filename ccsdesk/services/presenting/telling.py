"""One match told in one language: the page of results, any programme of it in full, and what has changed since another.

What a presenter holds on to between two changes of the answers. Works nothing out but words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.voice import Voice
from ccsdesk.services.presenting.compare import Comparison, compare
from ccsdesk.services.presenting.programme import ProgrammeView, Told, programme_view
from ccsdesk.services.presenting.results import ResultsView, results_view
from ccsdesk.services.presenting.standing import item_of
from ccsdesk.services.results import Results
from ccsdesk.text import Words


class MatchTelling:
    """`asked` says of every question whether it is asked after these answers."""

    def __init__(
        self,
        results: Results,
        answers: AnswerSet,
        match: MatchResult,
        *,
        asked: Mapping[str, Truth],
        words: Words,
    ) -> None:
        self._results = results
        self._answers = answers
        self._match = match
        self._asked = asked
        self.plan = results.propose(answers, match)
        self._unasked = results.unasked(answers)
        self._voice = Voice(results.catalogue, words, given=answers, unasked=self._unasked)
        self._found = {result.id: result for result in (*match.programmes, *match.measures)}

    def view(self) -> ResultsView:
        """The page of results."""
        return results_view(
            self._voice, self._match, self.plan, asked=self._asked, reason_of=self._reason
        )

    def programme(self, item_id: str) -> ProgrammeView | None:
        """One programme or measure in full; None if there is none of that id."""
        result = self._found.get(item_id)
        if result is None:
            return None
        result = replace(result, changes=self._results.changes(self._answers, item_id))
        told = Told(result, self._reason(item_id), self._match.profile, self._asked, self.plan)
        return programme_view(self._voice, item_of(self._voice, item_id), told)

    def since(self, before: MatchResult, question: str | None = None) -> Comparison:
        """What is different from a match before, where the answer to this question was changed."""
        return compare(self._voice, before, self._match, question=question)

    def name(self, item_id: str) -> str:
        """The name of a programme or measure."""
        return self._voice.item(item_id)

    def _reason(self, item_id: str) -> Reason:
        return self._results.seen(self._answers, item_id, self._unasked)
