"""Findings about a whole catalogue: mistakes are errors, what only deserves a look is a warning."""

from __future__ import annotations

from datetime import date

import pytest

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.check import check_folder
from ccsdesk.rules.catalogue.finding import Severity
from tests.support.catalogues import FILES, changed, write

DAY = date(2026, 3, 15)
BARREL = "programmes/rain-barrel.yaml"
ADVICE = "programmes/soil-advice.yaml"


def found(tmp_path, changes=None, day=DAY):
    _, findings = check_folder(write(tmp_path, changes), day=day)
    return findings


def told(findings):
    return [(one.code, one.severity.value, one.file, one.line) for one in findings]


def unused(tmp_path, changes=None):
    findings = found(tmp_path, changes)
    return {
        one.message.split("“")[1].split("”")[0] for one in findings if one.code == "unused-question"
    }


def test_mistakes_are_errors_with_place_and_remedy(tmp_path):
    built, findings = check_folder(
        write(tmp_path, changed(BARREL, "needs: [water]", "needs: [watr]")), day=DAY
    )
    assert built is None
    assert told(findings) == [("unknown-need", "error", BARREL, 7)]
    assert findings[0].column == 9
    assert findings[0].remedy == "Did you mean “water”?"


def test_a_question_nothing_looks_at_is_told_at_its_id(tmp_path):
    assert unused(tmp_path) == {"crops", "share", "start"}
    line = (
        FILES["questions/1-plot.yaml"][: FILES["questions/1-plot.yaml"].index("id: crops")].count(
            "\n"
        )
        + 1
    )
    assert ("unused-question", "warning", "questions/1-plot.yaml", line) in told(found(tmp_path))


@pytest.mark.parametrize(
    ("file", "more"),
    [
        ("needs.yaml", "- {need: tools, when: crops has roots, weight: 0.5}\n"),
        (
            "swot.yaml",
            "- {id: r, side: threat, when: crops has roots, text: {en: a, de: b}, weight: 1}\n",
        ),
        (ADVICE, "eligible: [crops has roots]\n"),
        (ADVICE, "lots: [{id: r, name: {en: a, de: b}, eligible: [crops has roots]}]\n"),
    ],
)
def test_any_place_that_looks_at_a_question_uses_it(tmp_path, file, more):
    assert "crops" not in unused(tmp_path, {file: FILES[file] + more})


def test_a_question_that_decides_on_a_used_one_is_used(tmp_path):
    turned = changed(
        "questions/2-grower.yaml",
        "    text: {en: What can you spend?",
        "    asked_when: share at least 10 %\n    text: {en: What can you spend?",
    )
    assert "share" not in unused(tmp_path, turned)


def test_facts_not_looked_at_for_a_year_are_told(tmp_path):
    assert "stale-source" not in {one.code for one in found(tmp_path, day=date(2027, 1, 31))}
    findings = found(tmp_path, day=date(2027, 2, 1))
    files = {one.file for one in findings if one.code == "stale-source"}
    assert files == {BARREL, ADVICE, "measures.yaml", "support_places.yaml"}


def test_facts_never_looked_at_are_told(tmp_path):
    findings = found(tmp_path, changed(ADVICE, "checked: 2026-02-01\n", ""))
    assert ("never-checked", "warning", ADVICE, 1) in told(findings)


def test_rounds_that_are_over_and_do_not_come_back_are_told(tmp_path):
    change = changed(BARREL, "window: {kind: recurring, month: 4, confidence: high}\n", "")
    assert "rounds-passed" not in {one.code for one in found(tmp_path, change, date(2026, 4, 30))}
    assert "rounds-passed" in {one.code for one in found(tmp_path, change, date(2026, 5, 1))}


def test_a_rolling_window_that_ended_is_told(tmp_path):
    change = changed(ADVICE, "{kind: rolling}", "{kind: rolling, until: 2026-03-01}")
    assert ("rounds-passed", "warning", ADVICE, 11) in told(found(tmp_path, change))


def test_programmes_that_require_each_other_are_an_error(tmp_path):
    changes = {
        **changed(BARREL, "kind: leads-to", "kind: requires"),
        ADVICE: FILES[ADVICE] + "relations: [{kind: requires, programme: rain-barrel}]\n",
    }
    errors = [one for one in found(tmp_path, changes) if one.severity is Severity.ERROR]
    assert [one.code for one in errors] == ["ring"]
    assert "rain-barrel → soil-advice → rain-barrel" in errors[0].message


def test_a_missing_folder_is_no_finding_but_an_error(tmp_path):
    with pytest.raises(CatalogueError):
        check_folder(tmp_path / "nowhere", day=DAY)
