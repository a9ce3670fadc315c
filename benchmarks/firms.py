"""The firms that benchmarks ask about: the five examples, and one that has not said anything."""

from __future__ import annotations

from datetime import date

from ccsdesk import paths
from ccsdesk.domain.answers import AnswerSet
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.catalogue.catalogue import Catalogue

NOBODY = "no answers"


def day_of(catalogue: Catalogue) -> date:
    """The day of the catalogue's version, so that a run is the same on every day."""
    return date.fromisoformat(catalogue.version)


def firms(catalogue: Catalogue) -> dict[str, AnswerSet]:
    """Answers by name; the one without answers last."""
    day = day_of(catalogue)
    found = {
        path.stem: read_answers(path, catalogue, day=day)
        for path in sorted(paths.examples().glob("*.yaml"))
    }
    return {**found, NOBODY: AnswerSet()}
