"""What the plan rests on: every answer given, the catalogue and its day, what is not verified."""

from __future__ import annotations

from ccsdesk.domain.answers import Answer
from ccsdesk.domain.question import Question, Section
from ccsdesk.report.blocks import (
    Block,
    Heading,
    Labelled,
    Mark,
    Paragraph,
    Rich,
    Run,
    muted,
    rich,
    strong,
)
from ccsdesk.report.telling import Telling

SHORT_DIGEST = 19
"""Enough of "sha256:..." to tell two catalogues apart on paper."""


def evidence_chapter(telling: Telling) -> tuple[Block, ...]:
    """Answers by section, then the catalogue."""
    return (
        Heading(telling.say("What this plan rests on"), 1),
        *_answers(telling),
        *_unverified(telling),
        *_stamp(telling),
    )


def _answers(telling: Telling) -> tuple[Block, ...]:
    given = telling.content.answers.answers
    if not given:
        return (Paragraph(rich(telling.say("No question has been answered."))),)
    blocks: list[Block] = []
    for section in telling.catalogue.sections:
        said = _section(telling, section)
        if said:
            blocks.append(Labelled(telling.pick(section.title), (Paragraph(said),)))
    return tuple(blocks)


def _section(telling: Telling, section: Section) -> Rich:
    """The answers of a section in running text: nobody reads them row by row, and paper is short."""
    questions = telling.catalogue.dictionary.questions
    given = telling.content.answers.answers
    answered = [key for key in section.questions if key in given and key in questions]
    runs: list[str | Run] = []
    for key in answered:
        if runs:
            runs.append(" · ")
        runs += _answer(telling, questions[key], given[key])
    return rich(*runs)


def _answer(telling: Telling, question: Question, answer: Answer) -> list[str | Run]:
    said = telling.answers.answer(question, answer)
    unused = question.id in telling.match.ignored
    tail = f" ({telling.say('not used: the question does not apply')})" if unused else ""
    label = telling.begun(telling.pick(question.label))
    return [muted(f"{label}: "), strong(said), muted(tail)]


def _unverified(telling: Telling) -> tuple[Block, ...]:
    points = []
    for key in (*telling.plan.chosen, *telling.plan.advice):
        programme = telling.catalogue.programmes.get(key)
        if programme is None:
            continue
        marked = sum(note.unverified for note in programme.check_yourself) + (
            not programme.contact.verified
        )
        if marked:
            name = telling.pick(programme.name)
            said = telling.words.count("{name}: {n} point", "{name}: {n} points", marked, name=name)
            points.append(said)
    if not points:
        return ()
    lead = Paragraph(
        rich(
            telling.say("These points could not be confirmed at a source and are marked so above:")
        )
    )
    return (
        Heading(telling.say("Sources and catalogue"), 2),
        Labelled(
            telling.say("Not verified"),
            (lead, Paragraph(rich("; ".join(points) + "."), mark=Mark.OPEN)),
        ),
    )


def _stamp(telling: Telling) -> tuple[Block, ...]:
    stamp = telling.match.catalogue
    used = telling.say(
        "{name}, version {version}, {digest}.",
        name=stamp.name,
        version=stamp.version,
        digest=stamp.digest[:SHORT_DIGEST],
    )
    day = telling.say("Everything here holds for {day}.", day=telling.match.day)
    blocks: list[Block] = [Paragraph(rich(used)), Paragraph(rich(day))]
    if telling.catalogue.licence:
        blocks.append(
            Paragraph(
                rich(muted(telling.say("Licence: {licence}", licence=telling.catalogue.licence)))
            )
        )
    return (Labelled(telling.say("Catalogue"), tuple(blocks)),)
