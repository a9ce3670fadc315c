"""Answers files: YAML or JSON (or what is piped in) into an `AnswerSet`, with every mistake named at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from ccsdesk.domain.answers import Answer, AnswerSet, PlanWishes
from ccsdesk.domain.errors import AnswerError, CatalogueError
from ccsdesk.rules.catalogue.answer_place import Asked, placed, refuse_unknown_keys
from ccsdesk.rules.catalogue.answer_spans import DAY_LIKE
from ccsdesk.rules.catalogue.answer_values import read_answer
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.marks import Entries, Items, Word
from ccsdesk.rules.catalogue.source import read_bytes, read_file, read_standard_input
from ccsdesk.rules.catalogue.spot import Spot, unknown
from ccsdesk.rules.catalogue.values import day_of
from ccsdesk.rules.language.facts import Dictionary
from ccsdesk.text import message

LONGEST_NAME: Final = 200
LONGEST_NOTE: Final = 20_000

_KEYS: Final = ("answers", "name", "stage", "plan")


def read_answers(path: Path | str, catalogue: Catalogue, *, day: date) -> AnswerSet:
    """The answers in a file; `-` reads what is piped in. `day` is what “today” means in bounds.

    Raises:
        AnswerError: the first thing in the file that cannot be used, with its place.
    """
    return read_answer_file(read_answer_spot(path), catalogue, day=day)


def read_answer_spot(path: Path | str) -> Spot:
    """The data in a file, whatever they say; `-` reads what is piped in.

    Raises:
        AnswerError: it cannot be read, or is neither YAML nor JSON.
    """
    try:
        piped = str(path) == "-"
        data = read_standard_input() if piped else read_file(Path(path), name=str(path))
    except CatalogueError as error:
        raise _as_answer_error(error) from error
    return Spot.of_file(str(path), data)


def read_answer_bytes(content: bytes, catalogue: Catalogue, *, day: date, name: str) -> AnswerSet:
    """The answers in the bytes of a file; `name` is what errors call it.

    Raises:
        AnswerError: the first thing that cannot be used, with its place.
    """
    try:
        data = read_bytes(content, name)
    except CatalogueError as error:
        raise _as_answer_error(error) from error
    return read_answer_file(Spot.of_file(name, data), catalogue, day=day)


def read_answer_file(spot: Spot, catalogue: Catalogue, *, day: date) -> AnswerSet:
    """The answers in data already read.

    Raises:
        AnswerError: the first thing that cannot be used, with its place.
    """
    if not isinstance(spot.data, Entries):
        raise placed(
            spot,
            "An answers file is a map with the key “answers”.",
            advice="Write it as answers: {{question: value}}.",
            code="wrong-kind",
        )
    hints = {
        key: message("It is a question: move it under answers:.")
        for key in spot.data
        if key in catalogue.dictionary.questions
    }
    refuse_unknown_keys(spot, _KEYS, hints)
    if "answers" not in spot.data:
        raise placed(
            spot,
            "The key “answers” is missing.",
            advice="Add answers: with the answers, or answers: {{}} if there are none.",
            code="missing-key",
        )
    return AnswerSet(
        read_answer_map(spot.at("answers"), catalogue.dictionary, day=day),
        _name(spot.maybe("name")),
        _stage(spot.maybe("stage"), catalogue),
        _plan(spot.maybe("plan"), catalogue),
    )


def read_answer_map(spot: Spot, dictionary: Dictionary, *, day: date) -> dict[str, Answer]:
    """Answers by question id, in questionnaire order.

    Raises:
        AnswerError: the first thing that cannot be used, with its place.
    """
    if not isinstance(spot.data, Entries):
        raise placed(
            spot,
            "“answers” is a map from questions to values.",
            advice="Write it as answers: {{question: value}}, or answers: {{}} if there are none.",
            code="wrong-kind",
        )
    found: dict[str, Answer] = {}
    for key in spot.data:
        question = dictionary.questions.get(key)
        if question is None:
            at_key = Spot(spot.file, None, spot.data.keys_at[key])
            raise _unknown("question", key, dictionary.questions, at_key)
        asked = Asked(question, key, spot.at(key), dictionary, day, question.may_not_apply)
        found[key] = read_answer(asked)
    return {name: found[name] for name in dictionary.questions if name in found}


def _name(spot: Spot) -> str | None:
    if spot.data is None:
        return None
    return _text(spot, "name", LONGEST_NAME) or None


def _stage(spot: Spot, catalogue: Catalogue) -> str | None:
    if spot.data is None:
        return None
    stages = [stage.id for stage in catalogue.stages.stages]
    if not isinstance(spot.data, Word) or spot.data not in stages:
        raise _unknown("stage", str(spot.data), stages, spot)
    return str(spot.data)


def _plan(spot: Spot, catalogue: Catalogue) -> PlanWishes:
    if spot.data is None:
        return PlanWishes()
    if not isinstance(spot.data, Entries):
        raise placed(
            spot,
            "“plan” is a map with “chosen”, “notes” and “dates”.",
            advice="Write it as plan: {{chosen: [...], notes: {{...}}, dates: {{...}}}}.",
            code="wrong-kind",
        )
    refuse_unknown_keys(spot, ("chosen", "notes", "dates"), {})
    chosen = _chosen(spot.at("chosen"), catalogue) if "chosen" in spot.data else None
    notes = _notes(spot.at("notes"), catalogue) if "notes" in spot.data else {}
    dates = _dates(spot.at("dates"), catalogue) if "dates" in spot.data else {}
    return PlanWishes(chosen, notes, dates)


def _chosen(spot: Spot, catalogue: Catalogue) -> tuple[str, ...]:
    if not isinstance(spot.data, Items):
        raise placed(
            spot,
            "“chosen” is a list of programmes.",
            advice="Write it as [first, second].",
            code="wrong-kind",
        )
    chosen: list[str] = []
    for index, item in enumerate(spot.data):
        place = spot.at(index)
        if not isinstance(item, Word) or item not in catalogue.programmes:
            raise _unknown("programme", str(item), catalogue.programmes, place)
        if item in chosen:
            raise placed(
                place,
                "The programme “{name}” is chosen twice.",
                advice="Name it once.",
                code="duplicate",
                name=str(item),
            )
        chosen.append(str(item))
    return tuple(chosen)


def _notes(spot: Spot, catalogue: Catalogue) -> dict[str, str]:
    if not isinstance(spot.data, Entries):
        raise placed(
            spot,
            "“notes” is a map from programmes to texts.",
            advice="Write it as {{programme: text}}.",
            code="wrong-kind",
        )
    return {
        key: _text(spot.at(key), key, LONGEST_NOTE)
        for key in _programmes(spot, spot.data, catalogue)
    }


def _dates(spot: Spot, catalogue: Catalogue) -> dict[str, date]:
    if not isinstance(spot.data, Entries):
        raise placed(
            spot,
            "“dates” is a map from programmes to days.",
            advice="Write it as {{programme: YYYY-MM-DD}}.",
            code="wrong-kind",
        )
    return {key: _day(spot.at(key), key) for key in _programmes(spot, spot.data, catalogue)}


def _day(spot: Spot, name: str) -> date:
    word = spot.data
    day = day_of(word) if isinstance(word, Word) else None
    if day is not None:
        return day
    if isinstance(word, Word) and DAY_LIKE.fullmatch(word):
        raise placed(
            spot,
            "“{given}” is not a day that exists.",
            advice="Write the day for “{name}” as YYYY-MM-DD.",
            code="no-such-day",
            given=str(word),
            name=name,
        )
    raise placed(
        spot,
        "The day for “{name}” is a day of the calendar.",
        advice="Write it as YYYY-MM-DD.",
        code="wrong-kind",
        name=name,
    )


def _programmes(spot: Spot, entries: Entries, catalogue: Catalogue) -> Iterator[str]:
    for key in entries:
        if key not in catalogue.programmes:
            at_key = Spot(spot.file, None, entries.keys_at[key])
            raise _unknown("programme", key, catalogue.programmes, at_key)
        yield key


def _text(spot: Spot, name: str, longest: int) -> str:
    if not isinstance(spot.data, Word) or len(spot.data) > longest:
        raise placed(
            spot,
            "“{name}” is a text of at most {limit} characters.",
            advice="Write it in quotes.",
            code="wrong-kind",
            name=name,
            limit=longest,
        )
    return str(spot.data)


def _unknown(what: str, name: str, known: Iterable[str], spot: Spot) -> AnswerError:
    return _as_answer_error(unknown(what, name, known, spot))


def _as_answer_error(error: CatalogueError) -> AnswerError:
    return AnswerError(
        error.message,
        advice=error.advice,
        code=error.code,
        file=error.file,
        line=error.line,
        column=error.column,
        **error.parameters,
    )
