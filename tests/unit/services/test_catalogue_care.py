"""Whether the days of a catalogue can be trusted on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ccsdesk import paths
from ccsdesk.domain.errors import StorageError
from ccsdesk.services.catalogue_care import freshness, open_catalogue
from ccsdesk.text import Words
from tests.support.flows import small_catalogue

CATALOGUE = replace(small_catalogue(), version="2026-03-01")


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 12, 31), date(2027, 3, 2)])
def test_a_catalogue_is_good_from_its_own_day_for_a_year(day):
    assert freshness(CATALOGUE, day) is None


def test_an_installation_without_its_catalogue_is_told_as_incomplete(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(StorageError, match="Install CCS Desk again"):
        open_catalogue()


def test_an_old_catalogue_is_told_with_its_day_and_what_to_do():
    problem = freshness(CATALOGUE, date(2027, 3, 3))
    assert problem is not None
    said = Words("en").error(problem)
    assert "from 1 March 2026 and more than a year old" in said
    assert "check each programme at its source" in said


def test_a_clock_before_the_catalogue_is_told_with_both_days():
    problem = freshness(CATALOGUE, date(2026, 2, 28))
    assert problem is not None
    said = Words("en").error(problem)
    assert "28 February 2026" in said
    assert "1 March 2026" in said
    assert "Set the computer’s date" in said
