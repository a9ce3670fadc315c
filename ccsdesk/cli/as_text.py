"""Results as lines for a person at a terminal: the questionnaire, a match, findings, cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.profile import StageResult
from ccsdesk.domain.question import Kind, Question
from ccsdesk.domain.verdict import Group, ProgrammeResult, Shelf, Verdict, Window
from ccsdesk.report.offer_words import when_lines
from ccsdesk.report.voice import Voice
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.finding import Finding, Severity
from ccsdesk.rules.reasoning.cases import CaseResult, Difference
from ccsdesk.rules.reasoning.planner import by_fit
from ccsdesk.services.telling import said
from ccsdesk.text import Words
from ccsdesk.text.names import SHELF_NAMES

MOST_OPTIONS = 12
MOST_NEXT = 3
"""Questions worth answering next that are named."""
REPLACED_BY = "replaced-by"
DATED = frozenset({Group.APPLY_NOW, Group.OPENS_LATER, Group.ONE_STEP})


def questions(catalogue: Catalogue, words: Words) -> Iterator[str]:
    """The questionnaire, a line a question; those of the quick check have a star."""
    for section in catalogue.sections:
        yield f"# {words.pick(section.title)}"
        for name in section.questions:
            yield from _question(catalogue.dictionary.questions[name], words)
        yield ""
    yield words.say("* part of the quick check")


def _question(question: Question, words: Words) -> Iterator[str]:
    mark = "*" if question.quick else " "
    yield f"{mark} {question.id} ({question.kind.value}): {words.pick(question.text)}"
    if question.asked_when:
        yield f"      {words.say('asked when:')} {question.asked_when}"
    names = [option.id for option in question.options]
    if question.kind is Kind.TABLE:
        names = [column.id for column in question.columns]
    if names:
        more = len(names) - MOST_OPTIONS
        listed = ", ".join(names[:MOST_OPTIONS])
        yield f"      {listed}" + (f", … (+{more})" if more > 0 else "")


def match(catalogue: Catalogue, result: MatchResult, words: Words) -> Iterator[str]:
    """The whole match in short: a line a programme or measure, in the five groups, closed ones apart."""
    yield _stage(catalogue, result.profile.stage, words)
    needs = [words.pick(catalogue.needs[need.id]) for need in result.profile.strongest_needs[:5]]
    if needs:
        yield words.say("Needs: {needs}", needs=words.listing(needs))
    scores = list(_scores(catalogue, result, words))
    if scores:
        yield words.say("Profile (score of target): {scores}", scores=", ".join(scores))
    everything = (*result.programmes, *result.measures)
    for shelf in Shelf:
        members = [item for item in everything if item.shelf is shelf]
        yield from _group(catalogue, words.say(SHELF_NAMES[shelf]), members, words)
    if result.next:
        yield ""
        yield words.say(
            "Worth answering next: {questions}",
            questions=_labels(
                catalogue, [item.question for item in result.next[:MOST_NEXT]], words
            ),
        )
    if result.ignored:
        yield ""
        yield words.say(
            "Not used, because these questions are not asked: {questions}",
            questions=_labels(catalogue, result.ignored, words),
        )


def _group(
    catalogue: Catalogue, name: str, members: Iterable[ProgrammeResult], words: Words
) -> Iterator[str]:
    ranked = by_fit(members)
    if ranked:
        yield ""
        yield f"{name} ({len(ranked)})"
        for item in ranked:
            yield "  " + " · ".join(_parts(catalogue, item, words))


def _stage(catalogue: Catalogue, stage: StageResult | None, words: Words) -> str:
    if stage is None:
        return words.say("Stage: not known yet")
    names = {item.id: words.pick(item.name) for item in catalogue.stages.stages}
    if stage.corrected_to is not None:
        return words.say(
            "Stage: {stage} (your correction; computed: {computed})",
            stage=names[stage.corrected_to],
            computed=names[stage.id],
        )
    if stage.runner_up is None:
        return words.say("Stage: {stage}", stage=names[stage.id])
    return words.say(
        "Stage: {stage} (runner-up: {runner_up})",
        stage=names[stage.id],
        runner_up=names[stage.runner_up],
    )


def _scores(catalogue: Catalogue, result: MatchResult, words: Words) -> Iterator[str]:
    names = {model.id: words.pick(model.name) for model in catalogue.capabilities}
    for item in result.profile.capabilities:
        if item.score is not None:
            target = "" if item.target is None else f"/{item.target}"
            yield f"{names[item.id]} {item.score}{target}"


def _parts(catalogue: Catalogue, item: ProgrammeResult, words: Words) -> Iterator[str]:
    programme = catalogue.programmes.get(item.id)
    name = catalogue.measures[item.id].name if programme is None else programme.name
    yield f"{item.id}  {words.pick(name)}"
    if item.fit is not None:
        yield words.say("fit {percent}", percent=words.percent(int(item.fit * 100)))
    if item.window.window is Window.CLOSED:
        relations = () if programme is None else programme.relations
        successors = [one.programme for one in relations if one.kind == REPLACED_BY]
        if successors:
            names = [words.pick(catalogue.programmes[key].name) for key in successors]
            yield words.say("replaced by: {programmes}", programmes=words.listing(names))
        return
    if item.group in DATED or item.window.window is Window.UNKNOWN:
        for line in when_lines(Voice(catalogue, words), item):
            yield line.rstrip(".")
    if item.missing:
        yield words.say("open: {questions}", questions=_labels(catalogue, item.missing, words))
    elif item.verdict is Verdict.NOT_ELIGIBLE and item.because:
        labels = _labels(catalogue, item.because, words)
        yield words.say("because of: {questions}", questions=labels)
    if item.verdict is Verdict.ELIGIBLE and not item.rules and item.check_yourself:
        yield words.say("nothing but lines to check yourself")


def _labels(catalogue: Catalogue, questions: Iterable[str], words: Words) -> str:
    known = catalogue.dictionary.questions
    return "; ".join(words.pick(known[key].label) for key in questions)


def finding(item: Finding, words: Words) -> str:
    """A finding as one line: place, what, what to do."""
    place = ":".join(str(part) for part in (item.file, item.line, item.column) if part is not None)
    kind = words.say("error") if item.severity is Severity.ERROR else words.say("warning")
    return " ".join((f"{place}:" if place else "", f"{kind}:", *said(item, words))).strip()


def case(result: CaseResult, words: Words) -> Iterator[str]:
    """A case in one line, and what differs."""
    yield f"{'ok  ' if result.passed else 'FAIL'}  {result.case.name}"
    for difference in result.differences:
        yield f"        {_difference(difference, words)}"


def _difference(difference: Difference, words: Words) -> str:
    if difference.programme is None:
        return words.say(
            "stage: expected {expected}, found {found}",
            expected=difference.expected,
            found=difference.found,
        )
    if difference.questions:
        return words.say(
            "{programme}: {verdict}, but not on account of {questions}",
            programme=difference.programme,
            verdict=difference.found,
            questions=", ".join(difference.questions),
        )
    return words.say(
        "{programme}: expected {expected}, found {found}",
        programme=difference.programme,
        expected=difference.expected,
        found=difference.found,
    )
