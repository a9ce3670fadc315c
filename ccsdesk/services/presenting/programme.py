"""One programme or measure in full, in the words and the order of the plan on paper. Knows no widget.

With an `Explanation` it says what the answers mean for it; without one only what it is (for reading
without a visit).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccsdesk.domain.plan import Plan
from ccsdesk.domain.profile import Profile
from ccsdesk.domain.programme import Measure, Note, Programme, Relation
from ccsdesk.domain.verdict import Group, ProgrammeResult, Reason, Shelf, Truth, Window
from ccsdesk.report.change_words import Way, ways_there
from ccsdesk.report.condition_words import Condition, conditions, state_words
from ccsdesk.report.offer_words import (
    beside,
    note_marks,
    own_words,
    waiting_words,
    what_speaks_against,
    when_lines,
    when_notes,
    why_it_fits,
)
from ccsdesk.report.season_words import shelf_words
from ccsdesk.report.voice import Voice, seen_words
from ccsdesk.services.presenting.results import QuestionLink, question_links
from ccsdesk.services.presenting.standing import PART_NOTES, Part, part_of, when_of
from ccsdesk.text import message

RELATIONS: Mapping[str, str] = {
    "requires": message("Needs first: {name}"),
    "excludes": message("Cannot be had together with: {name}"),
    "excludes-same-cost": message("Not for the same cost as: {name}"),
    "reduced-by": message("Gives less if you have: {name}"),
    "leads-to": message("Leads to: {name}"),
    "replaced-by": message("Replaced by: {name}"),
}
OTHER_RELATION = message("See also: {name}")


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition with its state in a word. `links` are the questions that decide it and can be opened."""

    text: str
    state: Truth
    state_word: str
    notes: tuple[str, ...]
    links: tuple[QuestionLink, ...]
    children: tuple[ConditionLine, ...]
    is_lot: bool


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a list; `mark` says how old a paper may be, or that it is not verified."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NoteList:
    """A titled list. `numbered`: the order counts; `ticks`: to be ticked off on paper; `lead` stands above."""

    title: str
    lines: tuple[NoteLine, ...]
    numbered: bool = False
    ticks: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another programme or measure that can be opened."""

    id: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address; `note` stands in brackets behind it."""

    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WayView:
    """One way in which a firm could make it fit. `links` lead to the questions whose answers would change."""

    what: str
    how: tuple[str, ...]
    assumed: str
    links: tuple[QuestionLink, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the person stands with it: shelf, time, why it fits, what it hangs on, what is `against` it.

    `warnings` speak against it and decide nothing. `waiting` says when time alone makes it fit, `ways` what else would.
    `unclear` says why no answer can clear it; "" where answers would, or where all is clear.
    `later` says that some of the `missing` answers are only asked for after others.
    """

    shelf: Shelf
    shelf_word: str
    when: tuple[str, ...]
    when_notes: tuple[str, ...]
    fits: tuple[str, ...]
    warnings: tuple[str, ...]
    waiting: str
    ways: tuple[WayView, ...]
    against: str
    against_links: tuple[QuestionLink, ...]
    unclear: str
    missing: tuple[QuestionLink, ...]
    later: str
    conditions: tuple[ConditionLine, ...]
    no_conditions: str


@dataclass(frozen=True, slots=True)
class InPlan:
    """Whether it is in the plan, and whether the person may put it in or take it out; `note` says why not."""

    is_in: bool
    may_change: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Everything there is to say about one programme or measure, in one language."""

    id: str
    is_measure: bool
    name: str
    beside: str
    amount: str
    summary: str
    gives: tuple[str, ...]
    lots: tuple[tuple[str, str], ...]
    standing: Standing | None
    window: tuple[str, ...]
    stages: str
    lists: tuple[NoteList, ...]
    good_to_know: str
    relations: tuple[Related, ...]
    contact: tuple[str, ...]
    web: Link | None
    sources: tuple[Link, ...]
    checked: str
    in_plan: InPlan | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the rules say about the one that is shown: result and condition tree, the profile, what is asked."""

    result: ProgrammeResult
    reason: Reason
    profile: Profile
    asked: Mapping[str, Truth]
    plan: Plan | None = None


def programme_view(
    voice: Voice, item: Programme | Measure, told: Told | None = None
) -> ProgrammeView:
    """The detail of one programme or measure."""
    programme = item if isinstance(item, Programme) else None
    return ProgrammeView(
        id=item.id,
        is_measure=programme is None,
        name=voice.pick(item.name),
        beside=voice.say("Measure") if programme is None else beside(voice, programme),
        amount="" if programme is None else voice.begun(voice.gives(programme.benefit)),
        summary=voice.pick(item.summary if isinstance(item, Programme) else item.what),
        gives=tuple(_gives(voice, item)),
        lots=() if programme is None else tuple(_lots(voice, programme)),
        standing=None if told is None else _standing(voice, item, told),
        window=tuple(_window(voice, item)),
        stages=_stages(voice, item),
        lists=tuple(_lists(voice, item)),
        good_to_know="" if programme is None else voice.pick(programme.note),
        relations=tuple(_relations(voice, item)),
        contact=() if programme is None else tuple(_contact(voice, programme)),
        web=None if programme is None else _web(voice, programme),
        sources=tuple(
            Link(source.url, seen_words(voice.words, source.seen or "")) for source in item.sources
        ),
        checked=""
        if item.checked is None
        else voice.say("Facts last checked on {day}.", day=item.checked),
        in_plan=_in_plan(voice, item, told),
    )


# what it gives


def _gives(voice: Voice, item: Programme | Measure) -> Iterator[str]:
    if isinstance(item, Programme):
        said = own_words(voice, item)
        if said:
            yield said
    else:
        yield voice.say("For: {who}.", who=voice.pick(item.who).removesuffix("."))


def _lots(voice: Voice, programme: Programme) -> Iterator[tuple[str, str]]:
    for lot in programme.offered_lots:
        yield voice.pick(lot.name), voice.gives(lot.benefit) if lot.benefit else ""


def _window(voice: Voice, item: Programme | Measure) -> Iterator[str]:
    """What is known of the window where nobody has answered anything."""
    note = voice.pick(item.window.note)
    if note:
        yield note


def _stages(voice: Voice, item: Programme | Measure) -> str:
    names = voice.stages(item.stages)
    return voice.say("For firms at these stages: {stages}.", stages=names) if names else ""


# how the person stands with it


def _standing(voice: Voice, item: Programme | Measure, told: Told) -> Standing:
    result = told.result
    part = part_of(result)
    lines = tuple(_line(voice, one, told.asked) for one in conditions(voice, item, told.reason))
    missing = question_links(voice, result.missing, told.asked)
    return Standing(
        shelf=result.shelf,
        shelf_word=shelf_words(voice.words, result),
        when=(when_of(voice, result), *when_lines(voice, result)[1:]),
        when_notes=tuple(when_notes(voice, item, result)),
        fits=tuple(why_it_fits(voice, told.profile, item)),
        warnings=tuple(what_speaks_against(voice, told.profile, item)),
        waiting=waiting_words(voice, result),
        ways=tuple(_way(voice, way, told.asked) for way in ways_there(voice, result)),
        against=_against(voice, result),
        against_links=question_links(
            voice, result.because if _is_against(result) else (), told.asked
        ),
        unclear=voice.say(PART_NOTES[part]) if part is Part.NO_DAY else "",
        missing=missing,
        later=_later(voice, len(result.missing) - len(missing)),
        conditions=lines if told.reason.children or told.reason.questions else (),
        no_conditions=voice.say("No rule decides here; see what to check yourself."),
    )


def _way(voice: Voice, way: Way, asked: Mapping[str, Truth]) -> WayView:
    return WayView(way.what, way.how, way.assumed, question_links(voice, way.questions, asked))


def _later(voice: Voice, number: int) -> str:
    if number <= 0:
        return ""
    return voice.words.count(
        "{n} more question comes later, or only in the full assessment.",
        "{n} more questions come later, or only in the full assessment.",
        number,
    )


def _is_against(result: ProgrammeResult) -> bool:
    return result.group is Group.NOT_FOR_YOU and result.window.window is not Window.CLOSED


def _against(voice: Voice, result: ProgrammeResult) -> str:
    if not _is_against(result):
        return ""
    if result.shelf is Shelf.NOT_CHOSEN:
        return voice.say(
            "Among plans and wishes you ticked nothing that it is for. Change your answer if you want it "
            "after all; its conditions are then looked at in full."
        )
    return voice.say("By your answers, one of its conditions is not met.")


def _line(voice: Voice, condition: Condition, asked: Mapping[str, Truth]) -> ConditionLine:
    return ConditionLine(
        text=condition.text,
        state=condition.state,
        state_word=state_words(voice, condition),
        notes=(*condition.notes, *([condition.caution] if condition.caution else ())),
        links=question_links(voice, condition.questions, asked),
        children=tuple(_line(voice, child, asked) for child in condition.children),
        is_lot=condition.is_lot,
    )


def _in_plan(voice: Voice, item: Programme | Measure, told: Told | None) -> InPlan | None:
    if told is None or told.plan is None or isinstance(item, Measure):
        return None
    plan, closed = told.plan, told.result.window.window is Window.CLOSED
    if item.id in plan.advice:
        return InPlan(True, False, voice.say("In your plan as a place to ask."))
    if item.id in plan.chosen:
        return InPlan(True, True, voice.say("In your plan."))
    if closed:
        return InPlan(False, False)
    return InPlan(False, True)


# lists


def _lists(voice: Voice, item: Programme | Measure) -> Iterator[NoteList]:
    lead = voice.say("No program can judge these; check each of them.")
    yield from _list(voice, voice.say("Check yourself"), item.check_yourself, ticks=True, lead=lead)
    if isinstance(item, Measure):
        return
    yield from _list(voice, voice.say("Papers"), item.documents, ticks=True)
    yield from _list(voice, voice.say("Steps in order"), item.steps, numbered=True)
    yield from _list(voice, voice.say("What earns points"), item.points)
    yield from _list(voice, voice.say("What it pays for"), item.costs)
    yield from _list(voice, voice.say("What you promise"), item.duties)
    yield from _list(voice, voice.say("How many get it"), item.quotas)


def _list(
    voice: Voice,
    title: str,
    notes: Iterable[Note],
    *,
    numbered: bool = False,
    ticks: bool = False,
    lead: str = "",
) -> Iterator[NoteList]:
    lines = tuple(NoteLine(voice.pick(note.text), note_marks(voice, note)) for note in notes)
    if lines:
        yield NoteList(title, lines, numbered, ticks, lead)


# what it is tied to


def _relations(voice: Voice, item: Programme | Measure) -> Iterator[Related]:
    if isinstance(item, Measure):
        for key in item.delivered_by:
            if key in voice.catalogue.programmes:
                yield Related(key, voice.say("Delivered by: {names}", names=voice.item(key)))
        return
    for relation in item.relations:
        if relation.programme in voice.catalogue.programmes:
            yield _related(voice, relation)
    for measure in voice.catalogue.measures.values():
        if item.id in measure.delivered_by:
            name = voice.item(measure.id)
            yield Related(measure.id, voice.say("Part of the measure: {name}", name=name))


def _related(voice: Voice, relation: Relation) -> Related:
    sentence = RELATIONS.get(relation.kind, OTHER_RELATION)
    name = voice.item(relation.programme)
    return Related(relation.programme, voice.say(sentence, name=name), voice.pick(relation.note))


def _contact(voice: Voice, programme: Programme) -> Iterator[str]:
    yield voice.pick(programme.provider)
    if programme.contact.text:
        yield voice.pick(programme.contact.text)


def _web(voice: Voice, programme: Programme) -> Link | None:
    contact = programme.contact
    if not contact.web:
        return None
    return Link(contact.web, "" if contact.verified else voice.say("address not verified"))
