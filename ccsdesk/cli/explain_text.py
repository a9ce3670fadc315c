"""One programme in full, as lines for a person at a terminal: every condition with its state, answers and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccsdesk.domain.programme import Measure, Note, Programme, Source
from ccsdesk.domain.verdict import ProgrammeResult, Reason, Truth
from ccsdesk.report.change_words import ways_there
from ccsdesk.report.offer_words import when_lines
from ccsdesk.report.season_words import shelf_words
from ccsdesk.report.voice import Voice, seen_words
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.results import Explanation
from ccsdesk.text import Words
from ccsdesk.text.names import VERDICT_NAMES

SIGNS = {Truth.YES: "+", Truth.NO: "-", Truth.OPEN: "?"}


def explain(explanation: Explanation, catalogue: Catalogue, words: Words) -> Iterator[str]:
    """One programme or measure with its condition tree."""
    item, result = explanation.item, explanation.result
    voice = Voice(catalogue, words)
    yield f"{item.id}  {words.pick(item.name)}"
    standing = (words.say(VERDICT_NAMES[result.verdict]), shelf_words(words, result))
    when, *by_time = when_lines(voice, result)
    yield " · ".join((*dict.fromkeys(standing), when))
    yield from by_time
    yield ""
    yield words.say(
        "Conditions (+ met, - not met, ? not clear yet), with the answers they look at:"
    )
    yield from _tree(explanation, voice)
    if result.missing:
        yield ""
        yield words.say("Still open: {questions}", questions=_labels(voice, result.missing))
    if not result.exact:
        yield voice.say("Too much is joined here to tell whether this is settled already.")
    if result.because:
        yield ""
        yield words.say("Decided by: {questions}", questions=_labels(voice, result.because))
    yield from _ways(voice, result)
    yield from _notes(words.say("Check yourself:"), item.check_yourself, words)
    if isinstance(item, Programme):
        yield from _notes(words.say("Documents:"), item.documents, words)
        yield from _notes(words.say("Steps:"), item.steps, words)
        yield from _notes(words.say("What you promise:"), item.duties, words)
        yield from _notes(words.say("What gives points:"), item.points, words)
    yield from _sources(item, words)


def _ways(voice: Voice, result: ProgrammeResult) -> Iterator[str]:
    ways = ways_there(voice, result)
    if ways:
        yield ""
        yield voice.say("What would change it:")
    for way in ways:
        yield f"  - {way.what}"
        yield from (f"    {line}" for line in (*way.how, way.assumed) if line)


def _labels(voice: Voice, questions: Iterable[str]) -> str:
    return "; ".join(voice.label(key) for key in questions)


def _tree(explanation: Explanation, voice: Voice) -> Iterator[str]:
    item, root, words = explanation.item, explanation.seen, voice.words
    lots = item.lots if isinstance(item, Programme) else ()
    if lots and len(lots) == len(root.children):
        for lot, child in zip(lots, root.children, strict=True):
            yield f"  {SIGNS[child.state]} {words.pick(lot.name)}:"
            for part in child.children or (child,):
                yield from _reason(part, explanation, voice, 2)
        return
    for child in root.children or (root,):
        yield from _reason(child, explanation, voice, 1)


def _reason(reason: Reason, explanation: Explanation, voice: Voice, depth: int) -> Iterator[str]:
    words = voice.words
    text = words.pick(reason.text) or words.say("no conditions")
    looked_at = "" if reason.children else _looked_at(reason, explanation, voice)
    number = _number(reason.source, explanation.item.sources)
    yield f"{'  ' * depth}{SIGNS[reason.state]} {text}{looked_at}{number}"
    for child in reason.children:
        yield from _reason(child, explanation, voice, depth + 1)


def _looked_at(reason: Reason, explanation: Explanation, voice: Voice) -> str:
    """The questions in brackets; one that is not asked says so and names those that decide it."""
    words, unasked = voice.words, explanation.unasked
    asked = [key for key in reason.questions if key not in unasked]
    said = [_labels(voice, asked)] if asked else []
    for key in reason.questions:
        if unasked.get(key):
            because = ", ".join(voice.label(one) for one in unasked[key])
            said.append(
                words.say(
                    "{question}: not asked, because of: {because}",
                    question=voice.label(key),
                    because=because,
                )
            )
        elif key in unasked:
            said.append(words.say("{question}: not asked", question=voice.label(key)))
    return f" ({'; '.join(said)})" if said else ""


def _number(url: str | None, sources: tuple[Source, ...]) -> str:
    """The mark of a source, counted from 1 as below."""
    numbers = (f" [{number}]" for number, one in enumerate(sources, start=1) if one.url == url)
    return next(numbers, "")


def _notes(heading: str, notes: Iterable[Note], words: Words) -> Iterator[str]:
    lines = [f"  [ ] {words.pick(note.text)}{_unverified(note, words)}" for note in notes]
    if lines:
        yield ""
        yield heading
        yield from lines


def _unverified(note: Note, words: Words) -> str:
    return f" ({words.say('not verified')})" if note.unverified else ""


def _sources(item: Programme | Measure, words: Words) -> Iterator[str]:
    if item.sources:
        yield ""
        yield words.say("Sources:")
        for number, source in enumerate(item.sources, start=1):
            seen = seen_words(words, source.seen or "")
            yield f"  [{number}] {source.url}" + (f" ({seen})" if seen else "")
    if item.checked is not None:
        yield words.say("Last checked: {day}", day=words.day(item.checked))
