"""Files are plain data in UTF-8; everything else is refused with its place."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
import yaml

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue import source
from ccsdesk.rules.catalogue.marks import Mark, follow


@pytest.fixture(params=["fast", "pure"])
def loader(request, monkeypatch):
    """Both ways of reading YAML, with and without the C library."""
    if request.param == "pure":
        monkeypatch.setattr(source, "_LOADER", yaml.BaseLoader)
    return request.param


def refused(content, name="f.yaml"):
    with pytest.raises(CatalogueError) as caught:
        source.read_bytes(content, name)
    return caught.value


def test_every_scalar_stays_text(loader):
    data = source.read_bytes(b"a: no\nb: 12:30\nc: 2026-02-30\nd: 010\ne: =\n", "f.yaml")
    assert data == {"a": "no", "b": "12:30", "c": "2026-02-30", "d": "010", "e": "="}


def test_nothing_null_and_tilde_are_no_value_but_keys_stay(loader):
    data = source.read_bytes(b"a:\nb: null\nc: ~\nd: 'null'\nnull: x\n", "f.yaml")
    assert data == {"a": None, "b": None, "c": None, "d": "null", "null": "x"}


def test_places_count_from_one(loader):
    data = source.read_bytes(b"a:\n  - x\n  - {b: c}\n", "f.yaml")
    assert follow(data, ("a", 1, "b"))[1:] == (Mark(3, 6), Mark(3, 9))


def test_a_byte_order_mark_and_windows_line_ends_are_fine(loader):
    data = source.read_bytes(b"\xef\xbb\xbfa: 1\r\nb: [x,\r\n  y]\r\n", "f.yaml")
    assert data == {"a": "1", "b": ["x", "y"]}
    assert follow(data, ("b",))[1] == Mark(2, 1)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "empty-file", (1, 1)),
        (b" \n\n", "empty-file", (1, 1)),
        (b"# only words\n", "empty-file", (1, 1)),
        (b"a: b\nc: \xff", "not-utf8", (2, 4)),
        (b"a: b\nc: x\x07", "control-character", (2, 5)),
        (b'a: "\\x07"', "control-character", (1, 4)),
        (b"a: 1\nb: 2\na: 3", "duplicate-key", (3, 1)),
        (b"a: {b: 1, b: 2}", "duplicate-key", (1, 11)),
        (b"a: &x 1", "anchor", (1, 4)),
        (b"a: [1, *x]", "alias", (1, 8)),
        (b"a: !!int 3", "tag", (1, 4)),
        (b"a: !x [1]", "tag", (1, 4)),
        (b"a: [b\nc: d\n", "yaml", (1, 4)),
        (b"x: 1\na: {b: c\n", "yaml", (2, 4)),
        (b"x: 1\na: 'b\n", "yaml", (2, 4)),
        (b"a: [x in [y]]", "yaml", (1, 10)),
        (b"a: b: c", "yaml", (1, 5)),
        (b"a:\n\t- b", "yaml", (2, 1)),
        (b"a: @b", "yaml", (1, 4)),
        (b"a: 1\n---\nb: 2\n", "documents", (2, 1)),
        (b"? [a]\n: b", "bad-key", (1, 3)),
        (b"[" * 100, "too-deep", (1, 41)),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_place(loader, content, code, place):
    error = refused(content)
    assert (error.code, (error.line, error.column), error.file) == (code, place, "f.yaml")
    assert error.advice


def test_a_bracket_that_is_not_closed_is_told_where_it_opens(loader):
    assert "bracket opened here is not closed" in str(refused(b"a: [b, c\nd: e\n"))


def test_a_huge_file_is_refused():
    assert refused(b"a: " + b"x" * source.LARGEST).code == "too-large"


def test_a_missing_file_is_told_by_name(tmp_path):
    with pytest.raises(CatalogueError) as caught:
        source.read_file(tmp_path / "no.yaml")
    assert caught.value.code == "unreadable"
    assert str(tmp_path / "no.yaml") in str(caught.value)


def test_a_folder_in_place_of_a_file_is_told(tmp_path):
    with pytest.raises(CatalogueError, match="This is a folder, not a file"):
        source.read_file(tmp_path)


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "You have no right to read the file."),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory"), "There is no such file."),
        (OSError(errno.EIO, "Input/output error"), "cannot be read (Input/output error)"),
    ],
)
def test_why_a_file_is_not_opened_is_told(tmp_path, monkeypatch, refusal, said):
    def refuse(*_of_any_kind):
        raise refusal

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CatalogueError) as caught:
        source.read_file(tmp_path / "no.yaml")
    assert said in str(caught.value)


def test_of_a_file_without_end_only_the_beginning_is_read(tmp_path, monkeypatch):
    class Endless(io.BytesIO):
        def read(self, size=-1):
            assert size >= 0, "it would never come back"
            return b"#" * size

    monkeypatch.setattr(Path, "open", lambda *_: Endless())
    with pytest.raises(CatalogueError) as caught:
        source.read_file(tmp_path / "endless.yaml")
    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\0b.yaml", "There is no such file"),
        ("half \ud83d.yaml", "There is no such file"),
        ("n" * 300, "too long"),
    ],
)
def test_a_name_that_no_file_can_have_is_told(tmp_path, name, said):
    with pytest.raises(CatalogueError, match=said):
        source.read_file(tmp_path / name)


# -- JSON --------------------------------------------------------------------------------------


def test_json_is_read_with_its_places():
    content = b'{"a": [1, true, null, "x\\ud83d\\ude00"],\n\t"b": {}}'
    data = source.read_bytes(content, "-")
    assert data == {"a": ["1", "true", None, "x\U0001f600"], "b": {}}
    assert follow(data, ("b",))[1] == Mark(2, 2)


def test_a_yaml_map_in_brackets_is_no_broken_json():
    assert source.read_bytes(b"{a: b, c: [d]}", "f.yaml") == {"a": "b", "c": ["d"]}


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b'{"a": 1, "a": 2}', "duplicate-key", (1, 10)),
        (b'{"a": 1', "json", (1, 8)),
        (b'{"a": 1,\n "b" 2}', "json", (2, 6)),
        (b'{"a": NaN}', "json", (1, 7)),
        (b'{"a": 1} x', "json", (1, 10)),
        (b'{"a": "x}', "json", (1, 7)),
        (b'{"a": "\\u0007"}', "control-character", (1, 7)),
        (b'{"a": "\\ud800"}', "control-character", (1, 7)),
        (b'{"a":' + b"[" * 60, "too-deep", (1, 45)),
    ],
)
def test_broken_json_is_refused_with_its_place(content, code, place):
    error = refused(content, "f.json")
    assert (error.code, (error.line, error.column)) == (code, place)
