"""However a file is spoilt, nothing but errors for people comes out, and never a wrong catalogue without a word."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import AnswerError, CatalogueError
from ccsdesk.rules.catalogue.answers_file import read_answer_bytes
from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.folder import Folder, digest_of
from ccsdesk.rules.catalogue.marks import Entries, Items, Word
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from ccsdesk.rules.catalogue.source import read_bytes
from tests.support.catalogues import FILES, garden

DAY = date(2026, 11, 22)
ANSWERS = """\
name: Ana
answers:
  has_plot: true
  area: {between: [20, 80.5]}
  rented: 2024-05
  site: town
  crops: {one_of: [[roots], [fruit, leaves]]}
  skill: 3
  aid: [{given: 2024-05-01, amount: 20, kind: seeds}]
stage: bloom
plan: {chosen: [soil-advice], notes: {soil-advice: Ask Eva}}
"""
PIECES = [
    *"[]{}:,#&*!|>'\"%@`-? \n\t~=",
    *(
        "- ",
        ": ",
        " #",
        "null",
        "true",
        "in",
        "any",
        "not",
        "((",
        "0",
        "-1",
        "1e99",
        "9" * 30,
        "[]",
        "{}",
    ),
    *(
        "has_plot",
        "area",
        "id: ",
        "when: ",
        "2026-02-30",
        "\x00",
        "\ufeff",
        "č",
        "dont_know",
        "EUR",
        "%",
    ),
]


@st.composite
def spoilt(draw, text):
    """The text with a few pieces cut out, doubled, put in, or lines changed round."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        match draw(st.sampled_from(["cut", "put", "double", "lines"])):
            case "cut":
                text = text[:start] + text[end:]
            case "put":
                text = text[:start] + draw(st.sampled_from(PIECES)) + text[start:]
            case "double":
                text = text[:end] + text[start:]
            case _:
                lines = text.split("\n")
                index = draw(st.integers(0, len(lines) - 1))
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(index))
                text = "\n".join(lines)
    return text


def folder_with(name, content):
    files = {key: value.encode() for key, value in FILES.items()}
    files[name] = content
    return Folder(Path("garden"), files, digest_of(files))


@cache
def catalogue():
    with TemporaryDirectory() as folder:
        return garden(Path(folder))


CALM = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))


def outcome(call, kind):
    """What a call gives: a value, or an error of this kind; anything else fails the test."""
    try:
        return call()
    except kind as error:
        return error


@CALM
@given(
    st.sampled_from(sorted(FILES)).flatmap(
        lambda name: st.tuples(st.just(name), spoilt(FILES[name]))
    )
)
def test_a_spoilt_catalogue_file_gives_a_catalogue_or_errors_with_places(change):
    name, text = change
    result = outcome(lambda: build_catalogue(folder_with(name, text.encode())), CatalogueErrors)
    if isinstance(result, CatalogueErrors):
        assert all(error.file and error.advice and str(error) for error in result.errors)
    else:
        assert isinstance(result, Catalogue)


@CALM
@given(spoilt(ANSWERS))
def test_a_spoilt_answers_file_gives_answers_or_an_error_with_its_place(text):
    result = outcome(
        lambda: read_answer_bytes(text.encode(), catalogue(), day=DAY, name="a.yaml"), AnswerError
    )
    if isinstance(result, AnswerError):
        assert str(result).startswith(f"a.yaml:{result.line}:{result.column}: ")
        assert result.line
        assert result.column
    else:
        assert isinstance(result, AnswerSet)


@CALM
@given(
    st.sampled_from(["f.yaml", "f.json"]),
    st.binary(max_size=60)
    | st.text(st.sampled_from("ab:-[]{},'\"#&*!|>%@? \n\t1"), max_size=60).map(str.encode),
)
def test_any_bytes_at_all_are_data_or_an_error(name, content):
    result = outcome(lambda: read_bytes(content, name), CatalogueError)
    if isinstance(result, CatalogueError):
        assert result.file == name
    else:
        assert result is None or isinstance(result, (Word, Items, Entries))
