"""Results as lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.profile import StageResult
from ccsdesk.domain.programme import Note, Programme
from ccsdesk.domain.question import Kind, Question
from ccsdesk.domain.verdict import (
    Group,
    ProgrammeResult,
    Reason,
    Truth,
    Verdict,
    Window,
    WindowState,
)
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.check import Finding
from ccsdesk.rules.reasoning.cases import CaseResult, Difference
from ccsdesk.services.results import Explanation
from ccsdesk.text import Words

SIGNS = {Truth.YES: "+", Truth.NO: "-", Truth.OPEN: "?"}


def group_name(words: Words, group: Group) -> str:
    """The group's heading."""
    return {
        Group.APPLY_NOW: words.say("Apply now"),
        Group.OPENS_LATER: words.say("Opens later"),
        Group.ONE_STEP: words.say("One step away"),
        Group.NOT_CLEAR: words.say("Not clear yet"),
        Group.NOT_FOR_YOU: words.say("Not for you"),
    }[group]


def questions(catalogue: Catalogue, words: Words) -> Iterator[str]:
    """The questionnaire, a line a question."""
    for section in catalogue.sections:
        yield f"# {words.pick(section.title)}"
        for name in section.questions:
            yield from _question(catalogue.dictionary.questions[name], words)
        yield ""


def _question(question: Question, words: Words) -> Iterator[str]:
    mark = "*" if question.quick else " "
    yield f"{mark} {question.id} ({question.kind.value}): {words.pick(question.text)}"
    if question.asked_when:
        yield f"      {words.say('asked when:')} {question.asked_when}"
    if question.options and question.kind is not Kind.PLACE:
        options = ", ".join(option.id for option in question.options)
        yield f"      {options}"


def match(catalogue: Catalogue, result: MatchResult, words: Words) -> Iterator[str]:
    """The whole match in short."""
    yield _stage(catalogue, result.profile.stage, words)
    needs = [words.pick(catalogue.needs[need.id]) for need in result.profile.needs[:5]]
    if needs:
        yield words.say("Needs: {needs}", needs=words.listing(needs))
    for group in Group:
        members = [item for item in result.programmes if item.group is group]
        if not members:
            continue
        yield ""
        yield f"{group_name(words, group)} ({len(members)})"
        ranked = sorted(members, key=lambda item: (-(item.fit or 0), item.id))
        for item in ranked:
            yield _line(catalogue.programmes[item.id], item, words)
    if result.ignored:
        yield ""
        yield words.say(
            "Not used, because these questions are not asked: {questions}",
            questions=", ".join(result.ignored),
        )


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
        "Stage: {stage} (next: {runner_up})",
        stage=names[stage.id],
        runner_up=names[stage.runner_up],
    )


def _line(programme: Programme, item: ProgrammeResult, words: Words) -> str:
    fit = "" if item.fit is None else words.percent(int(item.fit * 100))
    line = f"  {item.id}  {words.pick(programme.name)}  {fit}".rstrip()
    if item.missing:
        line += "  " + words.say("open: {questions}", questions=", ".join(item.missing))
    elif item.verdict is Verdict.NOT_ELIGIBLE and item.because:
        line += "  " + words.say("because of: {questions}", questions=", ".join(item.because))
    return line


def window(state: WindowState, words: Words) -> str:
    """The window in words."""
    match state.window:
        case Window.NOW | Window.ROLLING if state.closes is not None:
            return words.say("Open until {day}.", day=words.day(state.closes, inline=True))
        case Window.NOW | Window.ROLLING:
            return words.say("Open all the time.")
        case Window.LATER if state.opens is not None:
            return words.say("Opens on {day}.", day=words.day(state.opens, inline=True))
        case Window.LATER if state.expected is not None and state.expected.month is not None:
            month = words.month(state.expected.month, inline=True)
            return words.say("Not open now; usually opens about {month}.", month=month)
        case Window.LATER:
            return words.say("Not open now; it comes back, no date is known.")
        case Window.CLOSED:
            return words.say("Closed.")
        case _:
            return words.say("Whether it is open is not known.")


def explain(explanation: Explanation, words: Words) -> Iterator[str]:
    """One programme with its condition tree."""
    item, result = explanation.item, explanation.result
    yield words.pick(item.name)
    yield f"{verdict(words, result.verdict)} · {group_name(words, result.group)} · {window(result.window, words)}"
    yield ""
    for child in explanation.reason.children or (explanation.reason,):
        yield from _reason(child, words, 1)
    if result.missing:
        yield ""
        yield words.say("Still open: {questions}", questions=", ".join(result.missing))
    if result.because:
        yield ""
        yield words.say("Decided by: {questions}", questions=", ".join(result.because))
    yield from _notes(words.say("Check yourself:"), item.check_yourself, words)
    if isinstance(item, Programme):
        yield from _notes(words.say("Documents:"), item.documents, words)
        yield from _notes(words.say("Steps:"), item.steps, words)
        yield from _notes(words.say("What you promise:"), item.duties, words)


def verdict(words: Words, value: Verdict) -> str:
    """The verdict in words."""
    return {
        Verdict.ELIGIBLE: words.say("Fits by the rules"),
        Verdict.NOT_ELIGIBLE: words.say("Does not fit"),
        Verdict.OPEN: words.say("Not clear yet"),
    }[value]


def _reason(reason: Reason, words: Words, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{SIGNS[reason.state]} {words.pick(reason.text)}"
    for child in reason.children:
        yield from _reason(child, words, depth + 1)


def _notes(heading: str, notes: Iterable[Note], words: Words) -> Iterator[str]:
    lines = [f"  [ ] {words.pick(note.text)}" for note in notes]
    if lines:
        yield ""
        yield heading
        yield from lines


def finding(item: Finding, words: Words) -> str:
    """A finding as one line: place, what, what to do."""
    place = ":".join(str(part) for part in (item.file, item.line, item.column) if part is not None)
    kind = words.say("error") if item.severity == "error" else words.say("warning")
    return f"{place}: {kind}: {item.message} {item.remedy}".strip().removeprefix(": ")


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
