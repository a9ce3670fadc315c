"""What the plan rests on: every answer given, the catalogue and its day, what is not verified."""

from __future__ import annotations

from ccsdesk.domain.answers import Answer, DontKnow
from ccsdesk.domain.question import Question, Section
from ccsdesk.report.blocks import (
    Block,
    Cell,
    Heading,
    Item,
    Labelled,
    Mark,
    Paragraph,
    Points,
    Table,
    muted,
    rich,
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
        rows = _rows(telling, section)
        if rows:
            blocks.append(Heading(telling.pick(section.title), 2))
            blocks.append(
                Table((telling.say("Question"), telling.say("Your answer")), rows, (0.45, 0.55))
            )
    return tuple(blocks)


def _rows(telling: Telling, section: Section) -> tuple[tuple[Cell, ...], ...]:
    questions = telling.catalogue.dictionary.questions
    given = telling.content.answers.answers
    return tuple(
        _row(telling, questions[key], given[key])
        for key in section.questions
        if key in given and key in questions
    )


def _row(telling: Telling, question: Question, answer: Answer) -> tuple[Cell, ...]:
    said = telling.answers.answer(question, answer)
    tail = muted(f" ({telling.say('not used: the question does not apply')})")
    unused = question.id in telling.match.ignored
    unknown = isinstance(answer, DontKnow)
    return (
        Cell(rich(telling.begun(telling.pick(question.label)))),
        Cell(rich(said, tail if unused else ""), Mark.OPEN if unknown else None),
    )


def _unverified(telling: Telling) -> tuple[Block, ...]:
    items = []
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
            items.append(Item(rich(said), Mark.OPEN))
    if not items:
        return ()
    lead = Paragraph(
        rich(
            telling.say("These points could not be confirmed at a source and are marked so above:")
        )
    )
    return (
        Heading(telling.say("Sources and catalogue"), 2),
        Labelled(telling.say("Not verified"), (lead, Points(tuple(items)))),
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
