"""A leaflet of one thing: one or two tagged pages, in both languages, the same bytes every time."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.leaflet import make_leaflet
from ccsdesk.services.presenting.browse import Browsing
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from tests.support.pdf_structure import structure

DAY = date(2026, 11, 22)
ONE_OF_EACH = ("ce-cooperation-small", "place:rra-lur", "story:mag-lev")


@pytest.fixture(scope="module")
def results():
    return Results(open_catalogue(), DAY)


@pytest.fixture(scope="module")
def match(results):
    return results.match(AnswerSet())


@pytest.fixture(scope="module")
def make(results, match):
    """Give a function that makes the leaflet of one thing."""

    def make_it(item_id, language="en"):
        words = Words(language, first="sl")
        view = Browsing(results, match, words).item(item_id)
        return make_leaflet(view, results.catalogue, words, DAY)

    return make_it


def pages(pdf):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("item", ONE_OF_EACH)
def test_a_leaflet_is_tagged_without_fault_and_says_its_language(make, item, language):
    pdf = make(item, language)
    found = structure(pdf)
    assert found.faults == []
    assert found.headings[0] == 1
    assert set(found.headings[1:]) == {2}
    assert str(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Lang"]) == language


def test_everything_fits_on_two_pages_in_both_languages(make, results):
    catalogue = results.catalogue
    longest = sorted(
        catalogue.programmes.values(),
        key=lambda one: -len(one.check_yourself) - len(one.documents) - len(one.steps),
    )[:4]
    for item in (*(one.id for one in longest), *catalogue.measures):
        for language in ("sl", "en"):
            assert len(pages(make(item, language))) <= 2, item


def test_it_says_what_when_for_whom_and_where_to_ask(make):
    said = " ".join("\n".join(pages(make("ce-cooperation-small"))).split())
    for words in (
        "Cooperation projects – small scale (Creative Europe)",
        "Up to €200,000",
        "The project lasts at most 48 months.",
        "Where to ask",
        "culture.ec.europa.eu",
        "This is information, not a decision",
        "Printed on 22 November 2026.",
        "version of 22 November 2026",
    ):
        assert words in said


def test_the_address_is_also_a_picture_with_words(make):
    assert structure(make("place:rra-lur")).pictures == ["QR code that leads to https://rralur.si."]
    assert structure(make("story:mag-lev")).pictures == []


def test_the_same_thing_gives_the_same_bytes(make):
    assert make("place:rra-lur", "sl") == make("place:rra-lur", "sl")
