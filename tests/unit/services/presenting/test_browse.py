"""Browsing: everything there is, by whether it is open, said without a word about anybody."""

from __future__ import annotations

from datetime import date

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.programme import Status
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.presenting.browse import Browsing
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.text.wanted import fold

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def results():
    return Results(open_catalogue(), DAY)


@pytest.fixture(scope="module")
def match(results):
    return results.match(AnswerSet())


@pytest.fixture(scope="module", params=["sl", "en"])
def browsing(request, results, match):
    return Browsing(results, match, Words(request.param, first="sl"))


@pytest.fixture(scope="module")
def english(results, match):
    return Browsing(results, match, Words("en", first="sl"))


def rows_of(browsing):
    return [row for group in browsing.groups() for row in group.rows]


def test_everything_of_the_catalogue_is_there_once(browsing, results):
    catalogue = results.catalogue
    expected = [*catalogue.programmes, *catalogue.measures]
    expected += [f"place:{key}" for key in catalogue.support_places]
    expected += [f"story:{key}" for key in catalogue.stories]
    assert sorted(row.id for row in rows_of(browsing)) == sorted(expected)


def test_headings_say_whether_it_is_open_and_what_is_over_comes_last(english):
    titles = [group.title for group in english.groups()]
    assert titles[0] == "Available now"
    assert titles[-1] == "Closed"
    assert titles.index("Places to go to") < titles.index("Someone did this before")


def test_a_place_that_is_gone_is_among_what_is_over(english, results):
    gone = {
        f"place:{key}"
        for key, place in results.catalogue.support_places.items()
        if place.status is Status.HISTORIC
    }
    closed = next(group for group in english.groups() if group.key == "closed")
    assert {row.id for row in closed.rows if row.id.startswith("place:")} == gone


def test_no_row_and_no_detail_bears_a_verdict(browsing):
    for row in rows_of(browsing):
        assert (row.state, row.state_word) == (None, "")
        view = browsing.item(row.id)
        assert view is not None
        assert (view.standing, view.in_plan) == (None, None)


def test_every_row_says_what_it_is_about_and_every_detail_has_sources(browsing):
    for row in rows_of(browsing):
        view = browsing.item(row.id)
        assert row.name == view.name
        assert row.why
        assert view.sources, row.id


def test_conditions_are_said_as_they_are_written(english):
    lists = {notes.title: notes for notes in english.item("ce-cooperation-small").lists}
    lines = [line.text for line in lists["Conditions"].lines]
    assert "The project lasts at most 48 months." in lines
    assert not lists["Conditions"].ticks


def test_no_condition_is_left_without_its_words(browsing):
    for row in rows_of(browsing):
        for notes in browsing.item(row.id).lists:
            assert all(line.text.strip() for line in notes.lines), row.id
            assert not any(line.text.endswith(":") for line in notes.lines), row.id


def test_when_it_is_open_stands_in_the_row_and_in_the_detail(english, match):
    for row in rows_of(english):
        if ":" not in row.id:
            assert row.when
            assert english.item(row.id).window[0] == row.when


def test_places_and_stories_can_be_filtered_by_kind_and_found_by_words(english):
    groups = english.groups()
    kinds = {one.id: one.name for one in english.filters(groups).kinds}
    assert (kinds["place"], kinds["story"], kinds["measure"]) == ("Place", "Story", "Measure")
    place = next(row for row in rows_of(english) if row.id == "place:rra-lur")
    assert all(word in place.found_by for word in fold("LJUBLJANA regional").split())


def test_a_place_says_what_it_does_for_which_stage(english):
    view = english.item("place:spot")
    (offers,) = view.lists
    assert offers.lines[0].mark == "idea and start-up"
    assert view.summary.startswith("Helps with: ")
    assert view.web.address == "https://spot.gov.si"


def test_what_is_not_there_is_none(english):
    assert english.item("place:nowhere") is None
    assert english.item("story:never") is None
    assert english.item("nothing") is None
