"""A catalogue starts from its compiled copy when the files are the same, and never trusts a copy that is not."""

from __future__ import annotations

import os
import stat
import sys

import pytest

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue import build, cache, frozen
from ccsdesk.rules.catalogue.cache import load_catalogue, load_last_good
from tests.support.catalogues import changed, write


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "garden")


@pytest.fixture
def copies(tmp_path):
    return tmp_path / "copies"


@pytest.fixture
def builds(monkeypatch):
    """How often a catalogue was built from its files."""
    done = []
    real = build.build_catalogue
    monkeypatch.setattr(build, "build_catalogue", lambda files: done.append(1) or real(files))
    return done


def copy_in(copies):
    return next(copies.glob("catalogue-*.bin"))


def test_the_second_start_reads_the_copy(folder, copies, builds):
    first = load_catalogue(folder, cache=copies)
    assert load_catalogue(folder, cache=copies) == first
    assert len(builds) == 1


def test_without_a_cache_the_files_are_read(folder, builds):
    assert load_catalogue(folder, cache=None) == load_catalogue(folder, cache=None)
    assert len(builds) == 2


def test_a_changed_file_is_seen(folder, copies, builds):
    load_catalogue(folder, cache=copies)
    write(folder, changed("needs.yaml", "weight: 0.5", "weight: 0.75"))
    assert str(load_catalogue(folder, cache=copies).needs_rules[0].weight) == "0.75"
    assert len(builds) == 2


@pytest.mark.parametrize("damage", [b"", b"not a pickle", b"\x80\x05}.", b"\x80\x05cnowhere\nX\n."])
def test_a_damaged_copy_is_made_again(folder, copies, builds, damage):
    first = load_catalogue(folder, cache=copies)
    copy_in(copies).write_bytes(damage)
    assert load_catalogue(folder, cache=copies) == first
    assert load_catalogue(folder, cache=copies) == first
    assert len(builds) == 2


def test_a_cut_copy_is_made_again(folder, copies, builds):
    first = load_catalogue(folder, cache=copies)
    content = copy_in(copies).read_bytes()
    copy_in(copies).write_bytes(content[: len(content) // 2])
    assert load_catalogue(folder, cache=copies) == first


def test_a_copy_of_another_version_is_not_read(folder, copies, builds, monkeypatch):
    load_catalogue(folder, cache=copies)
    monkeypatch.setattr(cache, "__version__", "0.0.0-other")
    assert load_last_good(folder, cache=copies) is None
    load_catalogue(folder, cache=copies)
    assert len(builds) == 2


def test_a_copy_of_other_content_under_the_same_name_is_not_believed(folder, copies, builds):
    first = load_catalogue(folder, cache=copies)
    write(folder, changed("needs.yaml", "weight: 0.5", "weight: 0.75"))
    load_catalogue(folder, cache=copies)
    one, other = sorted(copies.glob("catalogue-*.bin"))
    one.write_bytes(other.read_bytes())
    other.write_bytes(one.read_bytes())
    write(folder)
    assert load_catalogue(folder, cache=copies) == first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_the_owner_may_read_a_copy(folder, copies):
    load_catalogue(folder, cache=copies)
    assert stat.S_IMODE(copy_in(copies).stat().st_mode) == 0o600
    assert stat.S_IMODE(copies.stat().st_mode) == 0o700


def test_a_cache_that_cannot_be_written_does_no_harm(folder, tmp_path, builds):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert load_catalogue(folder, cache=blocked).programmes
    assert load_last_good(folder, cache=blocked) is None


def test_a_broken_folder_runs_on_its_last_good_copy(folder, copies):
    good = load_catalogue(folder, cache=copies)
    write(folder, {"needs.yaml": "- ["})
    with pytest.raises(CatalogueError):
        load_catalogue(folder, cache=copies)
    assert load_last_good(folder, cache=copies) == good


def test_each_folder_has_its_own_last_good_copy(folder, copies, tmp_path):
    load_catalogue(folder, cache=copies)
    assert load_last_good(tmp_path / "other", cache=copies) is None
    assert load_last_good(folder, cache=None) is None


def test_a_pointer_leads_nowhere_but_into_the_cache(folder, copies):
    load_catalogue(folder, cache=copies)
    pointer = next(copies.glob("last-good-*.txt"))
    pointer.write_text(os.path.join("..", "garden", "needs.yaml"))  # noqa: PTH118 - as text
    assert load_last_good(folder, cache=copies) is None


def test_old_copies_go_but_the_last_good_one_stays(folder, copies, tmp_path):
    kept = write(tmp_path / "kept")
    good = load_catalogue(kept, cache=copies)
    for number in range(cache.MOST_COPIES + 3):
        write(folder, changed("needs.yaml", "weight: 0.5", f"weight: 0.{number + 10}"))
        load_catalogue(folder, cache=copies)
    assert len(list(copies.glob("catalogue-*.bin"))) <= cache.MOST_COPIES + 1
    assert load_last_good(kept, cache=copies) == good


def test_no_half_written_file_is_left(folder, copies):
    load_catalogue(folder, cache=copies)
    assert [path.name for path in copies.iterdir() if path.name.startswith(".new-")] == []


def test_bytes_and_back_are_the_same_catalogue(folder):
    catalogue = load_catalogue(folder, cache=None)
    assert frozen.loads(frozen.dumps(catalogue)) == catalogue
