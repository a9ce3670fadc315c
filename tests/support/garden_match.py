"""Matches over the small garden catalogue, with one programme for each condition line a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.verdict import Verdict
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import catalogues

DAY = date(2026, 3, 1)

ENTRY = """\
id: {id}
name: {{en: Offer, de: Angebot}}
provider: {{en: City, de: Stadt}}
kind: grant
level: city
stages: [seed]
needs: [water]
summary: {{en: An offer., de: Ein Angebot.}}
status: open-recurring
window: {window}
checked: 2026-02-01
"""


def built(
    tmp_path: Path,
    *lines: str,
    more: str = "",
    window: str = "{kind: rolling}",
    files: Mapping[str, str | None] | None = None,
) -> Catalogue:
    """The small catalogue with one programme for each of these lines: p00, p01 ..."""
    changes = dict(files or {})
    for index, line in enumerate(lines):
        name = f"p{index:02}"
        entry = ENTRY.format(id=name, window=window)
        changes[f"programmes/{name}.yaml"] = f"{entry}eligible:\n  - {line}\n{more}"
    return catalogues.garden(tmp_path / "catalogue", changes)


def answered(tmp_path: Path, catalogue: Catalogue, text: str, day: date = DAY) -> AnswerSet:
    """The answers written as the inside of a map."""
    file = tmp_path / "answers.yaml"
    file.write_text(f"answers: {{{text}}}\n", encoding="utf-8")
    return read_answers(file, catalogue, day=day)


def matched(tmp_path: Path, catalogue: Catalogue, text: str, day: date = DAY) -> MatchResult:
    """What comes out of these answers."""
    return Matcher(catalogue, day).match(answered(tmp_path, catalogue, text, day))


WORDS = {Verdict.ELIGIBLE: "yes", Verdict.NOT_ELIGIBLE: "no", Verdict.OPEN: "open"}


def said(tmp_path: Path, text: str, *lines: str, day: date = DAY) -> list[str]:
    """The verdict on each line, alone, for these answers."""
    result = matched(tmp_path, built(tmp_path, *lines), text, day)
    return [WORDS[result.programme(f"p{index:02}").verdict] for index in range(len(lines))]
