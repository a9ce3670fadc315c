"""Known cases run against a catalogue: what should come out, and what does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.verdict import ProgrammeResult, Verdict
from ccsdesk.rules.catalogue.catalogue import Case, Catalogue
from ccsdesk.rules.reasoning.match import Matcher


@dataclass(frozen=True, slots=True)
class Difference:
    """One expectation that is not met: of which programme (None: the stage), what was expected and what came out.

    `questions` are those expected among the reasons or the missing ones but not found there.
    """

    programme: str | None
    expected: str
    found: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case and every difference from what it expects; none: it passed."""

    case: Case
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.differences


def run_cases(catalogue: Catalogue) -> Iterator[CaseResult]:
    """Run all cases in order; cases of the same day share one matcher."""
    matchers: dict[date, Matcher] = {}
    for case in catalogue.cases:
        matcher = matchers.get(case.day)
        if matcher is None:
            matcher = matchers[case.day] = Matcher(catalogue, case.day)
        match = matcher.match(case.answers)
        yield CaseResult(case, tuple(_differences(case, match)))


def _differences(case: Case, match: MatchResult) -> Iterator[Difference]:
    results = {result.id: result for result in (*match.programmes, *match.measures)}
    for programme in case.eligible:
        yield from _verdict(results[programme], Verdict.ELIGIBLE)
    for programme, questions in case.open.items():
        result = results[programme]
        yield from _verdict(result, Verdict.OPEN)
        yield from _questions(result, questions, result.missing)
    for programme, questions in case.not_eligible.items():
        result = results[programme]
        yield from _verdict(result, Verdict.NOT_ELIGIBLE)
        yield from _questions(result, questions, result.because)
    if case.stage is not None:
        stage = match.profile.stage.id if match.profile.stage is not None else "none"
        if stage != case.stage:
            yield Difference(None, case.stage, stage)


def _verdict(result: ProgrammeResult, expected: Verdict) -> Iterator[Difference]:
    if result.verdict is not expected:
        yield Difference(result.id, expected.value, result.verdict.value)


def _questions(
    result: ProgrammeResult, expected: tuple[str, ...], found: tuple[str, ...]
) -> Iterator[Difference]:
    absent = tuple(question for question in expected if question not in found)
    if absent:
        yield Difference(result.id, result.verdict.value, result.verdict.value, absent)
