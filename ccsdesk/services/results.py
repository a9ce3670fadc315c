"""What the rules say about answers: one catalogue, one day, any number of answer sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import CcsError
from ccsdesk.domain.match import CatalogueStamp, MatchResult, Tally
from ccsdesk.domain.plan import Plan
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import Change, ProgrammeResult, Reason, Truth
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.planner import propose
from ccsdesk.rules.reasoning.seen import as_seen


@dataclass(frozen=True, slots=True)
class Explanation:
    """One programme or measure in full, for one answer set; `unasked` as in `Results.unasked`.

    `reason` is the condition tree to the rules, `seen` as a person may be told it.
    """

    item: Programme | Measure
    result: ProgrammeResult
    reason: Reason
    seen: Reason
    unasked: Mapping[str, tuple[str, ...]]


class Results:
    """The rules, ready to be asked."""

    def __init__(self, catalogue: Catalogue, day: date, matcher: Matcher | None = None) -> None:
        self.catalogue = catalogue
        self.day = day
        self._matcher = Matcher(catalogue, day) if matcher is None else matcher
        questions = catalogue.dictionary.questions
        self._wishes = {name for name, question in questions.items() if question.wish}

    def beside(self) -> Results:
        """The same rules for another thread; what these have got ready serves those, too."""
        return Results(self.catalogue, self.day, self._matcher.beside())

    def stamp(self) -> CatalogueStamp:
        """Which catalogue it is."""
        return self._matcher.stamp()

    def match(self, answers: AnswerSet) -> MatchResult:
        """Profile and verdicts."""
        return self._matcher.match(answers)

    def match_in_full(self, answers: AnswerSet) -> MatchResult:
        """The same with what could be changed and what is worth asking next, which take longer than all the rest."""
        match = self._matcher.match(answers)
        return replace(
            match,
            programmes=tuple(self._with_changes(answers, one) for one in match.programmes),
            measures=tuple(self._with_changes(answers, one) for one in match.measures),
            next=self._matcher.next(answers, match),
        )

    def _with_changes(self, answers: AnswerSet, result: ProgrammeResult) -> ProgrammeResult:
        return replace(result, changes=self._matcher.changes(answers, result.id))

    def changes(self, answers: AnswerSet, programme: str) -> tuple[tuple[Change, ...], ...]:
        """What a firm could change so that one programme or measure fits; KeyError if there is none of that id."""
        return self._matcher.changes(answers, programme)

    def tally(self, answers: AnswerSet) -> Tally:
        """How many programmes and measures fit and how many are not clear: quick enough after every answer."""
        return self._matcher.tally(answers)

    def warm(self) -> Iterator[None]:
        """Get ready in small steps, so that few answers are judged as quickly as many."""
        yield from self._matcher.warm()

    def forget(self) -> None:
        """Keep nothing of any answers."""
        self._matcher.forget()

    def asked(self, answers: AnswerSet) -> Mapping[str, Truth]:
        """For every question whether it is asked."""
        return self._matcher.asked(answers)

    def unasked(self, answers: AnswerSet) -> Mapping[str, tuple[str, ...]]:
        """The questions that are not asked, each with the answered questions that decide so."""
        asked = self.asked(answers)
        behind = {
            question: self._behind(question, asked, answers)
            for question, state in asked.items()
            if state is Truth.NO
        }
        kept_out: dict[str, list[str]] = {}
        for question, names in behind.items():
            for name in names:
                kept_out.setdefault(name, []).append(question)
        without = {
            name: self._matcher.asked_without(answers, name, questions)
            for name, questions in kept_out.items()
        }
        # where one answer alone keeps it from being asked, the others are no reason
        return {
            question: tuple(name for name in names if without[name][question] is not Truth.NO)
            or names
            for question, names in behind.items()
        }

    def _behind(
        self, question: str, asked: Mapping[str, Truth], answers: AnswerSet
    ) -> tuple[str, ...]:
        """Behind a question that is itself not asked stand those that kept it from being asked."""
        rules = self.catalogue.asked_when_rules
        found: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [question]
        while waiting:
            rule = rules.get(waiting.pop(0))
            for name in () if rule is None else rule.questions:
                if name in seen:
                    continue
                seen.add(name)
                if asked[name] is Truth.NO:
                    waiting.append(name)
                elif name in answers.answers:
                    found[name] = None
        return tuple(found)

    def explain(self, answers: AnswerSet, programme: str) -> Explanation:
        """One programme or measure in full.

        Raises:
            CcsError: the catalogue has none of that id.
        """
        items: dict[str, Programme | Measure] = {
            **self.catalogue.programmes,
            **self.catalogue.measures,
        }
        if programme not in items:
            raise _no_such_programme(programme, items)
        result = self._matcher.result(answers, programme)
        reason = self.reason(answers, programme)
        unasked = self.unasked(answers)
        seen = as_seen(reason, unasked, self._wishes)
        return Explanation(items[programme], result, reason, seen, unasked)

    def reason(self, answers: AnswerSet, programme: str) -> Reason:
        """The condition tree alone, where the match is known already; KeyError if there is none of that id."""
        return self._matcher.explain(answers, programme)

    def seen(
        self, answers: AnswerSet, programme: str, unasked: Mapping[str, tuple[str, ...]]
    ) -> Reason:
        """The condition tree as a person may be told it; `unasked` as in `Results.unasked`."""
        return as_seen(self.reason(answers, programme), unasked, self._wishes)

    def propose(self, answers: AnswerSet, match: MatchResult) -> Plan:
        """A plan out of a match, with what the person chose where they did."""
        return propose(self.catalogue, match, answers.plan)


def _no_such_programme(programme: str, known: Mapping[str, object]) -> CcsError:
    near = get_close_matches(programme, known, n=1)
    if near:
        return CcsError(
            "The catalogue has no programme “{programme}”.",
            advice="Did you mean “{near}”?",
            programme=programme,
            near=near[0],
        )
    return CcsError(
        "The catalogue has no programme “{programme}”.",
        advice="`ccsdesk match` lists all of them.",
        programme=programme,
    )
