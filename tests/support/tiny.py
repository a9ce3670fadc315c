"""A catalogue of one programme, written in a test with no more than its conditions and the questions they look at.

Questions, options, columns and places are written without texts, which they get from their ids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.reasoning.match import Matcher
from tests.support.garden_match import WORDS

DAY = date(2026, 11, 22)

_FRAME = """\
name: {en: One programme}
version: 2026-11-22
languages: [en]
needs: [{id: finance, name: {en: finance}}]
levels: [{id: national, name: {en: national}}]
kinds: [{id: grant, name: {en: grant}}]
"""
_STAGES = """\
proposal: {en: proposal}
margin: 0
stages: [{id: idea, name: {en: idea}, description: {en: idea}}]
"""
_ENTRY = """\
name: {{en: {id}}}
provider: {{en: provider}}
kind: grant
level: national
stages: [idea]
needs: [finance]
summary: {{en: summary}}
status: open-recurring
checked: 2026-11-22
id: {id}
"""
_ROLLING = "window: {kind: rolling}\n"
_FIELD = re.compile(r"\{id: ([a-z0-9_.]+), kind: ")
_OPTION = re.compile(r"\{id: ([a-z0-9_.]+)(?=[,}])(?!, (?:kind|text|label|value|name|of)\b)")


@dataclass(frozen=True)
class Shape:
    """A real condition: its programme, what it asks, and answers that make it yes, no and open.

    `questions` are one a line; `conditions` is what stands in the programme's file; the others are whole files.
    """

    programme: str
    questions: str
    conditions: str
    yes: str
    no: str
    open: str
    facts: str = ""
    places: str = ""
    codes: str = ""


def _with_texts(text: str) -> str:
    told = _FIELD.sub(r"{id: \1, text: {en: \1}, label: {en: \1}, kind: ", text)
    return _OPTION.sub(r"{id: \1, text: {en: \1}", told)


def _files(shape: Shape) -> dict[str, str]:
    lines = [line.strip() for line in shape.questions.strip().splitlines()]
    listed = "".join(f"  - {_with_texts(line)}\n" for line in lines)
    window = "" if "window:" in shape.conditions or "rounds:" in shape.conditions else _ROLLING
    files = {
        "catalogue.yaml": _FRAME,
        "stages.yaml": _STAGES,
        "questions/1-all.yaml": "section: {id: all, title: {en: all}}\nquestions:\n" + listed,
        f"programmes/{shape.programme}.yaml": (
            _ENTRY.format(id=shape.programme) + window + shape.conditions
        ),
        "facts.yaml": _with_texts(shape.facts),
        "places.yaml": shape.places,
        "codes/nace.yaml": shape.codes,
    }
    return {name: content for name, content in files.items() if content}


def built(folder: Path, shape: Shape) -> Catalogue:
    """The catalogue of the one programme."""
    for name, content in _files(shape).items():
        path = folder / "catalogue" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return build_catalogue(read_folder(folder / "catalogue"))


def verdict(folder: Path, catalogue: Catalogue, answers: str, day: date = DAY) -> str:
    """The verdict on the one programme for the inside of a map of answers."""
    file = folder / "answers.yaml"
    file.write_text(f"answers: {{{answers}}}\n", encoding="utf-8")
    result = Matcher(catalogue, day).match(read_answers(file, catalogue, day=day))
    (programme,) = catalogue.programmes
    return WORDS[result.programme(programme).verdict]
