"""What programmes say beside their conditions - windows, duties, lots, relations - and the lines the guide shows."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ccsdesk.domain.verdict import Window
from ccsdesk.rules.reasoning.moments import window_on
from tests.support.catalogues import changed, garden
from tests.support.checkout import ROOT
from tests.support.tiny import DAY, Shape, built, verdict
from tests.unit.rules.language.test_shapes_firms import SHAPES as FIRMS
from tests.unit.rules.language.test_shapes_projects import SHAPES

CODES = {name.split()[0] for name in (*FIRMS, *SHAPES) if name.split()[0].isupper()}


def test_a_shape_that_is_no_condition_is_told_and_changes_no_verdict(tmp_path):
    for name, told in {
        "COMMIT": "duties",
        "RESERVE": "quotas",
        "SOFT": "points",
        "DOC": "documents",
    }.items():
        catalogue = built(tmp_path / name, SHAPES[name])
        (programme,) = catalogue.programmes.values()
        assert getattr(programme, told)
    assert programme.documents[0].no_older_than == 5


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("2024-05-14", Window.LATER),
        ("2024-05-15", Window.NOW),
        ("2024-06-01", Window.LATER),
        ("2024-06-15", Window.NOW),
        ("2024-10-16", Window.CLOSED),
    ],
)
def test_several_cut_offs_are_several_rounds(tmp_path, day, window):
    rounds = """\
rounds:
  - {opens: 2024-05-15, closes: 2024-05-31}
  - {opens: 2024-06-15, closes: 2024-10-15}
"""
    shape = Shape("sps-p1-plus-guarantee", "{id: keeps, kind: yes_no}", rounds, "", "", "")
    (programme,) = built(tmp_path, shape).programmes.values()
    assert window_on(programme, date.fromisoformat(day)).window is window


@pytest.mark.parametrize(
    ("written", "window"),
    [
        (
            "{kind: recurring, month: 6, confidence: low, note: {en: every five years}}",
            Window.LATER,
        ),
        ("{kind: rolling, until: 2026-12-31}", Window.ROLLING),
        ("{kind: unknown, note: {en: not announced yet}}", Window.UNKNOWN),
        ("{kind: ended, ended: 2021-12-31}", Window.CLOSED),
    ],
)
def test_other_windows_are_told_and_change_no_verdict(tmp_path, written, window):
    text = f"window: {written}\neligible: [keeps]\n"
    shape = Shape("mglc-svicarija-studios", "{id: keeps, kind: yes_no}", text, "", "", "")
    catalogue = built(tmp_path, shape)
    (programme,) = catalogue.programmes.values()
    assert window_on(programme, DAY).window is window
    assert verdict(tmp_path, catalogue, "keeps: true") == "yes"


def test_the_guide_shows_a_tested_line_of_a_real_programme_for_every_shape():
    guide = (ROOT / "docs" / "catalogue-authors.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `([A-Z-]+)` \| `([a-z0-9-]+)` \| `(.+?)` \|", guide, re.MULTILINE)
    assert {code for code, _, _ in shown} >= {*CODES, "WINDOW"}
    assert len(shown) == 29
    tested = [*FIRMS.values(), *SHAPES.values()]
    for code, programme, line in shown:
        written = [shape.conditions for shape in tested if shape.programme == programme]
        assert code == "WINDOW" or any(line in conditions for conditions in written), line


RELATIONS = [
    "requires",
    "excludes",
    "excludes-same-cost",
    "reduced-by",
    "adds-points",
    "leads-to",
    "replaced-by",
]


@pytest.mark.parametrize("kind", RELATIONS)
def test_every_relation_between_programmes_can_be_said(tmp_path, kind):
    catalogue = garden(
        tmp_path, changed("programmes/rain-barrel.yaml", "kind: leads-to", f"kind: {kind}")
    )
    (relation,) = catalogue.programmes["rain-barrel"].relations
    assert (relation.kind, relation.programme) == (kind, "soil-advice")


def test_documents_of_a_lot_come_after_those_of_all_and_name_it(tmp_path):
    text = """\
documents: [{en: Report on the year}]
eligible: [keeps]
lots:
  - {id: one, name: {en: First lot}, documents: [{en: Offer, no_older_than: 30 days}]}
  - {id: two, name: {en: Second lot}}
"""
    shape = Shape("mk-czk-a1-seed", "{id: keeps, kind: yes_no}", text, "", "", "")
    (programme,) = built(tmp_path, shape).programmes.values()
    told = [(note.text["en"], note.no_older_than) for note in programme.documents]
    assert told == [("Report on the year", None), ("First lot: Offer", 30)]


def test_a_lot_inherits_drops_and_adds_conditions_and_has_its_own_rate(tmp_path):
    catalogue = built(tmp_path, SHAPES["VARIANT"])
    (programme,) = catalogue.programmes.values()
    assert [lot.benefit.maximum for lot in programme.lots] == [9000, 5000]
    assert [lot.benefit.rate for lot in programme.lots] == [None, 50]
