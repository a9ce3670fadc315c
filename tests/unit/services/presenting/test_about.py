"""What the page about the program says of it, of the catalogue and of what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ccsdesk import __version__, paths
from ccsdesk.domain.errors import ExportError
from ccsdesk.services.presenting.about import about_view, licence_text
from ccsdesk.text import Words
from tests.support.plans import catalogue, programme
from tests.support.small_questions import both

DAY = date(2026, 11, 22)
SMALL = catalogue({"voucher": programme("voucher", both("Vavčer", "Voucher"))})


def view_of(small=SMALL, language="en", **more):
    asked = {"day": DAY, "qt": "6.12.0", "is_kept": True, "has_answers": False, **more}
    return about_view(small, Words(language, first="sl"), **asked)


def test_versions_and_catalogue_are_named():
    facts = {fact.label: fact.value for fact in (*view_of().versions, *view_of().catalogue)}
    assert facts["CCS Desk"] == __version__
    assert facts["Qt"] == "6.12.0"
    assert facts["Catalogue"] == "Small catalogue"
    assert facts["Version"] == "22 November 2026"
    assert facts["Fingerprint"] == "sha256:0123456789ab"
    assert facts["It holds"].startswith("1 programme, 1 measure, 1 support place and ")


def test_what_is_copied_has_all_of_it_and_nothing_of_the_person():
    view = view_of()
    assert "Qt: 6.12.0" in view.lines.splitlines()
    assert "Version: 22 November 2026" in view.lines.splitlines()
    assert str(paths.places().data) not in view.lines


def test_sources_are_the_sites_that_facts_come_from():
    other = replace(
        SMALL.programmes["voucher"],
        sources=(type(SMALL.programmes["voucher"].sources[0])("https://www.spirit.si/a"),),
    )
    hosts = view_of(replace(SMALL, programmes={"voucher": other})).sources
    assert "spirit.si" in hosts
    assert list(hosts) == sorted(set(hosts))


def test_an_old_catalogue_is_warned_of():
    assert view_of().warning == ""
    assert "more than a year old" in view_of(day=date(2028, 1, 1)).warning


def test_what_is_kept_depends_on_whether_anything_is():
    assert "saved on this computer" in view_of().private[0]
    assert "Nothing is written" in view_of(is_kept=False).private[0]
    assert view_of().delete == ""
    assert view_of(has_answers=True).delete == "Delete what is kept now"
    folder = paths.places().data
    assert view_of().folder == f"Everything is kept in {folder}."
    # nothing of a person lies there
    assert view_of(is_kept=False).folder == f"The working copy and such a report are in {folder}."


def test_every_licence_can_be_read():
    beginnings = {licence.id: licence_text(licence.id) for licence in view_of().licences}
    assert "Apache License" in beginnings["program"]
    assert "CC-BY-4.0" in beginnings["catalogue"]
    assert "Other libraries" in beginnings["notice"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in beginnings["lgpl"]
    assert "GNU GENERAL PUBLIC LICENSE" in beginnings["gpl"]
    assert "SIL OPEN FONT LICENSE" in beginnings["font"]


def test_a_licence_that_is_missing_is_told_in_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "licences").mkdir()
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(ExportError, match=r"LGPL-3\.0\.txt cannot be read"):
        licence_text("lgpl")
