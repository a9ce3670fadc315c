"""Results as the JSON that other programs rely on; the shapes are promised to the outside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from ccsdesk.domain.match import CatalogueStamp, MatchResult
from ccsdesk.domain.profile import Profile
from ccsdesk.domain.programme import Measure, Note, Programme
from ccsdesk.domain.question import DAY_KINDS, Field, Option, Question, Texts
from ccsdesk.domain.verdict import ProgrammeResult, Reason, WindowState
from ccsdesk.rules.catalogue import answer_dump
from ccsdesk.rules.catalogue.answer_dump import answer_as_json
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.finding import Finding
from ccsdesk.rules.language.facts import Dictionary
from ccsdesk.rules.reasoning.profile import two_decimals
from ccsdesk.services.telling import said
from ccsdesk.text import Words

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def write(value: Json) -> str:
    """One JSON document with a newline at the end; the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def number(value: Decimal | None) -> int | float | None:
    """An amount as it is in the catalogue: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def decimals(value: Decimal | None) -> float | None:
    """A share, weight or expectation: a number with a point even where it is whole."""
    return None if value is None else float(value)


def day(value: date | None) -> str | None:
    """YYYY-MM-DD."""
    return None if value is None else value.isoformat()


def texts(value: Texts | None) -> Json:
    """A text by language."""
    return None if value is None else dict(value)


def _ids(values: tuple[str, ...]) -> list[Json]:
    return list(values)


def stamp(value: CatalogueStamp) -> dict[str, Json]:
    """Which catalogue."""
    return {"name": value.name, "version": value.version, "digest": value.digest}


# -- questions ---------------------------------------------------------------------------------------------------------


def questions(catalogue: Catalogue, which: CatalogueStamp, today: date) -> Json:
    """The questionnaire; limits that say "today" are the day's."""
    dictionary = catalogue.dictionary
    return {
        "catalogue": stamp(which),
        "languages": _ids(catalogue.languages),
        "sections": [
            {
                "id": section.id,
                "title": texts(section.title),
                "questions": [
                    _question(dictionary.questions[name], today) for name in section.questions
                ],
            }
            for section in catalogue.sections
        ],
        "places": [
            {"id": place.id, "name": texts(place.name), "parent": place.parent}
            for place in dictionary.places.values()
        ],
    }


def _question(question: Question, today: date) -> dict[str, Json]:
    return {
        **_named(question),
        "help": texts(question.help),
        "why": texts(question.why),
        **_limited(question, today),
        "decimals": question.decimals,
        "columns": [{**_named(column), **_limited(column, today)} for column in question.columns],
        "quick": question.quick,
        "may_not_apply": question.may_not_apply,
        "asked_when": question.asked_when,
    }


def _named(field: Field) -> dict[str, Json]:
    return {"id": field.id, "kind": field.kind.value, "text": texts(field.text)}


def _limited(field: Field, today: date) -> dict[str, Json]:
    return {
        "options": [_option(option) for option in field.options],
        "unit": field.unit,
        "minimum": _limit(field.minimum),
        "maximum": day(today) if _until_today(field) else _limit(field.maximum),
    }


def _option(option: Option) -> dict[str, Json]:
    return {"id": option.id, "text": texts(option.text)}


def _until_today(field: Field) -> bool:
    return field.kind in DAY_KINDS and field.maximum is None


def _limit(value: Decimal | date | None) -> Json:
    return day(value) if isinstance(value, date) else number(value)


# -- match -------------------------------------------------------------------------------------------------------------


def match(result: MatchResult, dictionary: Dictionary) -> Json:
    """Everything the rules say."""
    return {
        "catalogue": stamp(result.catalogue),
        "day": day(result.day),
        "ignored": _ids(result.ignored),
        **_profile(result.profile),
        "programmes": [_programme(item, dictionary) for item in result.programmes],
        "measures": [_measure(item, delivered_by) for item, delivered_by in _delivered(result)],
        "next": [
            {"question": item.question, "settles": decimals(item.settles)} for item in result.next
        ],
    }


def _delivered(result: MatchResult) -> list[tuple[ProgrammeResult, tuple[str, ...]]]:
    return [(item, result.delivered_by.get(item.id, ())) for item in result.measures]


def _profile(profile: Profile) -> dict[str, Json]:
    stage = profile.stage
    return {
        "stage": None
        if stage is None
        else {
            "id": stage.id,
            "runner_up": stage.runner_up,
            "margin": stage.margin,
            "settled": stage.settled,
            "corrected_to": stage.corrected_to,
            "because": _ids(stage.because),
        },
        "overlays": {"international": profile.international, "ambition": profile.ambition},
        "capabilities": [
            {"id": item.id, "score": item.score, "target": item.target}
            for item in profile.capabilities
        ],
        "needs": [
            {"id": item.id, "weight": decimals(item.weight), "because": _ids(item.because)}
            for item in profile.needs
        ],
    }


def _window(window: WindowState) -> dict[str, Json]:
    expected = window.expected
    return {
        "opens": day(window.opens),
        "closes": day(window.closes),
        "expected": None
        if expected is None
        else {"month": expected.month, "confidence": expected.confidence},
    }


def _programme(item: ProgrammeResult, dictionary: Dictionary) -> dict[str, Json]:
    return {
        "id": item.id,
        "verdict": item.verdict.value,
        "window": item.window.window.value,
        "group": item.group.value,
        **_window(item.window),
        "fit": decimals(item.fit),
        "rules": item.rules,
        "check_yourself": item.check_yourself,
        "assumed_round": item.window.assumed_round,
        "because": _ids(item.because),
        "missing": _ids(item.missing),
        "changes": _changes(item, dictionary),
        "from": day(item.starts),
        "until": day(item.until),
        "lots": [{"id": lot.id, "verdict": lot.verdict.value} for lot in item.lots],
    }


def _changes(item: ProgrammeResult, dictionary: Dictionary) -> Json:
    return [
        [
            {
                "question": change.question,
                "to": _plain(
                    answer_as_json(change.to, dictionary.questions[change.question], dictionary)
                ),
                "assumed": change.assumed,
            }
            for change in way
        ]
        for way in item.changes
    ]


def _plain(value: answer_dump.Json) -> Json:
    """The same with numbers as JSON knows them."""
    match value:
        case Decimal():
            return number(value)
        case list():
            return [_plain(one) for one in value]
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
        case _:
            return value


def _measure(item: ProgrammeResult, delivered_by: tuple[str, ...]) -> dict[str, Json]:
    return {
        "id": item.id,
        "verdict": item.verdict.value,
        "window": item.window.window.value,
        "fit": decimals(item.fit),
        "because": _ids(item.because),
        "missing": _ids(item.missing),
        "delivered_by": _ids(delivered_by),
    }


# -- explain -----------------------------------------------------------------------------------------------------------


def explain(
    item: Programme | Measure, result: ProgrammeResult, reason: Reason, dictionary: Dictionary
) -> Json:
    """One programme or measure in full; a measure has no points, duties, documents or relations."""
    parts = result.fit_parts
    programme = item if isinstance(item, Programme) else None
    return {
        "id": result.id,
        "verdict": result.verdict.value,
        "window": result.window.window.value,
        "group": result.group.value,
        "conditions": _reason(reason),
        "because": _ids(result.because),
        "missing": _ids(result.missing),
        "changes": _changes(result, dictionary),
        "from": day(result.starts),
        "until": day(result.until),
        "check_yourself": _notes(item.check_yourself),
        "points": _notes(programme.points if programme else ()),
        "duties": _notes(programme.duties if programme else ()),
        "documents": _notes(programme.documents if programme else ()),
        "relations": [
            {"kind": relation.kind, "programme": relation.programme}
            for relation in (programme.relations if programme else ())
        ],
        "fit_parts": {"stage": _part(parts.stage), "needs": _part(parts.needs)},
    }


def finding(value: Finding, words: Words) -> Json:
    """One finding about a catalogue, said in these words."""
    message, remedy = said(value, words)
    return {
        "code": value.code,
        "severity": value.severity.value,
        "file": value.file,
        "line": value.line,
        "column": value.column,
        "message": message,
        "remedy": remedy,
    }


def _part(value: Decimal | None) -> float | None:
    return None if value is None else decimals(two_decimals(value))


def _notes(notes: tuple[Note, ...]) -> list[Json]:
    return [texts(note.text) for note in notes]


def _reason(reason: Reason) -> dict[str, Json]:
    return {
        "kind": reason.kind,
        "state": reason.state.value,
        "subject": reason.subject,
        "text": texts(reason.text),
        "questions": _ids(reason.questions),
        "assumed": reason.assumed,
        "source": reason.source,
        "children": [_reason(child) for child in reason.children],
    }
