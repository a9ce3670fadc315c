"""An answers file that was written for another version of the catalogue: what still fits is kept, the rest is named.

Asks the strict reader about every piece by itself, so that both always agree on what an answer is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from ccsdesk.domain.answers import Answer, AnswerSet, PlanWishes
from ccsdesk.domain.errors import AnswerError
from ccsdesk.rules.catalogue.answers_file import read_answer_file, read_answer_spot
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.marks import Data, Entries, Items, Word
from ccsdesk.rules.catalogue.spot import Spot


class What(StrEnum):
    """What a part of an answers file is."""

    ANSWER = "answer"
    STAGE = "stage"
    PROGRAMME = "programme"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a file that does not fit this catalogue, by the name it has there."""

    what: What
    name: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of a file, in a file of its own that holds nothing else; None: the catalogue does not know its name."""

    what: What
    name: str
    file: Entries | None


@dataclass(slots=True)
class _Kept:
    """What was read so far."""

    answers: dict[str, Answer] = field(default_factory=dict)
    name: str | None = None
    stage: str | None = None
    chosen: list[str] | None = None
    notes: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)

    def add(self, read: AnswerSet) -> None:
        """One piece more."""
        self.answers.update(read.answers)
        self.name = read.name or self.name
        self.stage = read.stage or self.stage
        if read.plan.chosen is not None:
            known = self.chosen or []
            self.chosen = [*known, *(name for name in read.plan.chosen if name not in known)]
        self.notes.update(read.plan.notes)
        self.dates.update(read.plan.dates)


def read_old_answers(
    path: Path, catalogue: Catalogue, *, day: date
) -> tuple[AnswerSet, tuple[LeftOut, ...]]:
    """What of a file fits this catalogue, and what does not.

    Raises:
        AnswerError: it cannot be read, or is no answers file.
    """
    spot = read_answer_spot(path)
    whole = spot.data
    if not isinstance(whole, Entries) or not isinstance(whole.get("answers"), Entries):
        return read_answer_file(spot, catalogue, day=day), ()
    kept = _Kept()
    left_out: list[LeftOut] = []
    for piece in _pieces(whole, catalogue):
        try:
            if piece.file is not None:
                alone = Spot(spot.file, piece.file, spot.mark)
                kept.add(read_answer_file(alone, catalogue, day=day))
                continue
        except AnswerError:
            pass
        left_out.append(LeftOut(piece.what, piece.name))
    in_order = {
        name: kept.answers[name] for name in catalogue.dictionary.questions if name in kept.answers
    }
    chosen = None if kept.chosen is None else tuple(kept.chosen)
    wishes = PlanWishes(chosen, kept.notes, kept.dates)
    return AnswerSet(in_order, kept.name, kept.stage, wishes), tuple(left_out)


def _pieces(whole: Entries, catalogue: Catalogue) -> Iterator[_Piece]:
    answers = whole["answers"]
    if not isinstance(answers, Entries):
        return
    none = Entries(answers.mark)
    for question in answers:
        known = question in catalogue.dictionary.questions
        file = _one(whole, "answers", _one(answers, question)) if known else None
        yield _Piece(What.ANSWER, question, file)
    for key, item in whole.items():
        if key == "plan" and isinstance(item, Entries):
            for name, part in _parts_of_plan(item, catalogue):
                file = None if part is None else _one(whole, "answers", none, plan=part)
                yield _Piece(What.PROGRAMME, name, file)
        elif key in {"name", "plan"}:
            yield _Piece(What.OTHER, key, _one(whole, "answers", none, **{key: item}))
        elif key == "stage":
            yield _Piece(What.STAGE, str(item), _one(whole, "answers", none, stage=item))
        elif key != "answers":
            yield _Piece(What.OTHER, key, None)


def _parts_of_plan(plan: Entries, catalogue: Catalogue) -> Iterator[tuple[str, Entries | None]]:
    """Each programme chosen, each note and each day by itself; None where the catalogue does not know its programme."""
    for key, item in plan.items():
        if isinstance(item, Items) and item:
            for index, programme in enumerate(item):
                one = Items(item.mark)
                one.put(programme, item.marks[index])
                known = isinstance(programme, Word) and programme in catalogue.programmes
                yield str(programme), _one(plan, key, one) if known else None
        elif isinstance(item, Entries):
            for name in item:
                known = name in catalogue.programmes
                yield name, _one(plan, key, _one(item, name)) if known else None
        else:
            yield key, _one(plan, key)


def _one(entries: Entries, key: str, item: Data = None, **more: Data) -> Entries:
    """A map with one entry of these, or with other data at its place; and with more entries."""
    made = Entries(entries.mark)
    chosen = {key: entries[key] if item is None else item, **more}
    for name, data in chosen.items():
        made[name] = data
        made.keys_at[name] = entries.keys_at[name]
        made.values_at[name] = entries.values_at[name]
    return made
