"""One programme or measure in words: when, why it fits, what decides, marks of a note. For paper and screen alike."""

from __future__ import annotations

from ccsdesk.domain.plan import Plan
from ccsdesk.domain.profile import Profile
from ccsdesk.domain.programme import Measure, Note, Programme
from ccsdesk.domain.verdict import Group, ProgrammeResult, Window
from ccsdesk.report.voice import Voice

MOST_MISSING = 4


def beside(voice: Voice, programme: Programme) -> str:
    """Who gives it, of what kind and on which level."""
    kind = voice.pick(voice.catalogue.kinds.get(programme.kind))
    level = voice.pick(voice.catalogue.levels.get(programme.level))
    return " · ".join(part for part in (voice.pick(programme.provider), kind, level) if part)


def short_gives(voice: Voice, programme: Programme) -> str:
    """The amount, or where none is stated the kind of support."""
    gives = voice.gives(programme.benefit) or voice.pick(voice.catalogue.kinds.get(programme.kind))
    return voice.begun(gives)


def own_words(voice: Voice, programme: Programme) -> str:
    """What the catalogue adds to the amount, else the share of costs."""
    return voice.pick(programme.benefit.text) or voice.rate(programme.benefit)


def when_lines(voice: Voice, result: ProgrammeResult) -> list[str]:
    """The window, and from and until when the conditions are met."""
    lines = [voice.when(result)]
    by_time = by_time_alone(voice, result)
    return [*lines, by_time] if by_time else lines


def by_time_alone(voice: Voice, result: ProgrammeResult) -> str:
    """From and until when the conditions are met while no answer changes; "" for days far off and for what is over."""
    if result.window.window is Window.CLOSED:
        return ""
    starts, until = result.near_starts, result.near_until
    if starts is not None and until is not None:
        return voice.say(
            "You will meet the conditions from {first} until {last}, if nothing else changes.",
            first=starts,
            last=until,
        )
    if starts is not None:
        return voice.say(
            "You will meet the conditions from {day}, if nothing else changes.", day=starts
        )
    return "" if until is None else voice.say("You meet the conditions until {day}.", day=until)


def when_notes(voice: Voice, item: Programme | Measure, result: ProgrammeResult) -> list[str]:
    """What else there is to know about the window."""
    notes = [voice.pick(item.window.note)]
    if result.window.assumed_round:
        notes.append(
            voice.say("The next round is not announced; the values of the last one are used.")
        )
    return [note for note in notes if note]


def why_it_fits(voice: Voice, profile: Profile, item: Programme | Measure) -> list[str]:
    """The stages it is meant for, and which of the person's needs it serves."""
    lines = []
    names = voice.stages(item.stages)
    if profile.stage is not None and profile.stage.effective in item.stages:
        name = voice.stage(profile.stage.effective)
        lines.append(voice.say("It is meant for firms at your stage, “{stage}”.", stage=name))
    elif names and profile.stage is None:
        lines.append(voice.say("For firms at these stages: {stages}.", stages=names))
    served = serves(voice, profile, item)
    if served:
        lines.append(served)
    return lines


def what_speaks_against(voice: Voice, profile: Profile, item: Programme | Measure) -> list[str]:
    """That it is meant for other stages; nothing that the rules decide."""
    names, stage = voice.stages(item.stages), profile.stage
    if not names or stage is None or stage.effective in item.stages:
        return []
    return [
        voice.say(
            "It is mainly meant for firms at other stages: {stages}. Ask whether it also helps at yours.",
            stages=names,
        )
    ]


def who_chose(voice: Voice, plan: Plan) -> str:
    """Whose choice the plan is."""
    if plan.is_changed_proposal:
        return voice.say("The proposal of CCS Desk, with your changes.")
    if plan.by_person:
        return voice.say("You chose these yourself, in this order.")
    return voice.say("Proposed by CCS Desk: the programmes that fit your stage and needs best.")


def serves(
    voice: Voice, profile: Profile, item: Programme | Measure, *, most: int | None = None
) -> str:
    """Which of the person's needs it serves, the strongest first and at most so many; "" if none."""
    served = [need.id for need in profile.strongest_needs if need.id in item.needs]
    if not served:
        return ""
    names = "; ".join(voice.need(key) for key in served[:most])
    return voice.say("It serves what you need: {needs}.", needs=names)


def decides(voice: Voice, result: ProgrammeResult) -> tuple[str, str]:
    """In one line what it hangs on, and what to do about it: the step, the answers, or the day."""
    if result.group is Group.ONE_STEP:
        return _step(voice, result)
    if result.group is Group.NOT_CLEAR and result.missing:
        return voice.begun(missing_words(voice, result)), ""
    if result.group is Group.NOT_CLEAR and result.window.window in {Window.NOW, Window.ROLLING}:
        return voice.say("No rule decides; check its conditions yourself."), ""
    return voice.when(result), ""


def missing_words(voice: Voice, result: ProgrammeResult) -> str:
    """The answers that would decide, as they stand within a sentence."""
    labels = [voice.label(key) for key in result.missing]
    more = len(labels) - MOST_MISSING
    if more > 1:
        labels = [*labels[:MOST_MISSING], voice.words.count("{n} other", "{n} others", more)]
    return voice.words.listing(labels)


def waiting_words(voice: Voice, result: ProgrammeResult) -> str:
    """From when time alone makes it fit; "" where it does not, or only much later."""
    if not result.waits:
        return ""
    return voice.say("From {day} on, by time alone.", day=result.starts)


def _step(voice: Voice, result: ProgrammeResult) -> tuple[str, str]:
    waiting = waiting_words(voice, result)
    if waiting:
        return waiting, ""
    if result.step is None:
        return voice.when(result), ""
    question = voice.catalogue.dictionary.questions.get(result.step)
    how = voice.pick(question.changeable.how) if question and question.changeable else ""
    return voice.say("Change: {what}.", what=voice.label(result.step)), how


def note_marks(voice: Voice, note: Note) -> str:
    """How old a paper may be, and that a note is not verified; "" for neither."""
    parts = []
    if note.no_older_than is not None:
        age = voice.words.amount(note.no_older_than, "days")
        parts.append(voice.say("not older than {age}", age=age))
    if note.unverified:
        parts.append(voice.say("not verified"))
    return ", ".join(parts)
