"""Conditions as an author wrote them, before they mean anything: lines with their place, and groups of them.

The catalogue's reader makes these out of YAML; the compiler turns them into rules. No checking happens here.
"""

from __future__ import annotations

from dataclasses import dataclass

from ccsdesk.domain.question import Texts
from ccsdesk.rules.language.core import RuleKind


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One condition line. `line_number` and `column` (both from 1) say where its text begins in the file."""

    text: str
    file: str | None = None
    line_number: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A line (kind LINE) or a group.

    A VARIANT has two or three children: when, then, otherwise; each an ALL group or a line.
    """

    kind: RuleKind
    line: WrittenLine | None = None
    children: tuple[WrittenRule, ...] = ()
    unless: WrittenRule | None = None
    count: int | None = None
    id: str | None = None
    text: Texts | None = None
    subject: str = "applicant"
    moment: Texts | None = None
    assumed: bool = False
    source: int | None = None
    shape: tuple[str, ...] = ()
    file: str | None = None
    line_number: int | None = None
    column: int | None = None
