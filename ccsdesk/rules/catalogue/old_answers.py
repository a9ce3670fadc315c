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
from ccsdesk.rules.catalogue.marks import Data, Entries, Items
from ccsdesk.rules.catalogue.spot import Spot


class What(StrEnum):
    """What a part of an answers file is."""

    ANSWER = "answer"
    STAGE = "stage"
    PROGRAMME = "programme"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a file that does not fit this catalogue: its name there, and what is wrong with it."""

    what: What
    name: str
    error: AnswerError


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of a file, in a file of its own that holds nothing else."""

    what: What
    name: str
    file: Entries


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
    for piece in _pieces(whole):
        try:
            read = read_answer_file(Spot(spot.file, piece.file, spot.mark), catalogue, day=day)
        except AnswerError as error:
            left_out.append(LeftOut(piece.what, piece.name, error))
        else:
            kept.add(read)
    in_order = {
        name: kept.answers[name] for name in catalogue.dictionary.questions if name in kept.answers
    }
    chosen = None if kept.chosen is None else tuple(kept.chosen)
    wishes = PlanWishes(chosen, kept.notes, kept.dates)
    return AnswerSet(in_order, kept.name, kept.stage, wishes), tuple(left_out)


def _pieces(whole: Entries) -> Iterator[_Piece]:
    answers = whole["answers"]
    if not isinstance(answers, Entries):
        return
    empty = _with(whole.only(()), whole, "answers", answers.only(()))
    for question in answers:
        yield _Piece(
            What.ANSWER, question, _with(empty, whole, "answers", answers.only([question]))
        )
    for key, item in whole.items():
        if key == "plan" and isinstance(item, Entries):
            for name, part in _parts_of_plan(item):
                yield _Piece(What.PROGRAMME, name, _with(empty, whole, "plan", part))
        elif key != "answers":
            what = What.STAGE if key == "stage" else What.OTHER
            name = str(item) if what is What.STAGE else key
            yield _Piece(what, name, _with(empty, whole, key, item))


def _parts_of_plan(plan: Entries) -> Iterator[tuple[str, Entries]]:
    """Each programme chosen, each note and each day by itself."""
    for key, item in plan.items():
        alone = plan.only([key])
        if isinstance(item, Items) and item:
            for index, programme in enumerate(item):
                one = Items(item.mark)
                one.put(programme, item.marks[index])
                yield str(programme), _with(alone, plan, key, one)
        elif isinstance(item, Entries):
            for name in item:
                yield name, _with(alone, plan, key, item.only([name]))
        else:
            yield key, alone


def _with(entries: Entries, places: Entries, key: str, item: Data) -> Entries:
    """The map with one entry more, at the place it has in the whole."""
    made = entries.only(entries)
    made[key] = item
    made.keys_at[key] = places.keys_at[key]
    made.values_at[key] = places.values_at[key]
    return made
