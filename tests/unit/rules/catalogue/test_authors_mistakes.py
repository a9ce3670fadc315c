"""Every kind of mistake an author can make is told with file, line, column and what to do."""

from __future__ import annotations

from functools import cache

import pytest

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from tests.support.catalogues import FILES, changed, garden, write
from tests.support.checkout import ROOT
from tools import translations

BARREL = "programmes/rain-barrel.yaml"
PLOT = "questions/1-plot.yaml"
GROWER = "questions/2-grower.yaml"


def mistakes(tmp_path, changes):
    with pytest.raises(CatalogueErrors) as caught:
        garden(tmp_path, changes)
    return caught.value.errors


@cache
def sentences_to_translate():
    """Everything the translator's tool finds in the program."""
    return {form for found in translations.sentences(ROOT / "ccsdesk") for form in found.forms}


def place_of(file, piece):
    """Line and column of a piece of text that stands once in a changed file."""
    before = file[: file.index(piece)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


# what is changed in which file; the code; the text at whose beginning the mistake is told; words it must say
CASES = [
    (BARREL, "area at most round", "aera at most round", "unknown-name", "aera", "area"),
    (BARREL, "most_area: 300 m2", "most_area: 300 EUR", "unit", "round.most_area", "EUR"),
    (BARREL, ", de: Stadt}", "}", "missing-translation", "{en: City}", "de"),
    (BARREL, "de: Stadt}", "de: ''}", "missing-translation", "de: ''", "de"),
    (BARREL, "en: City, de", "en: City, suburbs, de", "bad-value", "suburbs", "comma"),
    (BARREL, "de: Stadt}", "de: Stadt, fr: Ville}", "bad-value", "fr:", "en, de"),
    (BARREL, "kind: grant\nlevel", "kind: grnt\nlevel", "unknown-kind", "grnt", "grant"),
    (BARREL, "level: city", "level: citi", "unknown-level", "citi", "city"),
    (BARREL, "[seed, bloom]", "[seed, blom]", "unknown-stage", "blom", "bloom"),
    (BARREL, "needs: [water]", "needs: [watr]", "unknown-need", "watr", "water"),
    (BARREL, "programme: soil-advice", "programme: soil-advise", "unknown-programme", "soil-advise", "soil-advice"),
    (BARREL, "programme: soil-advice", "programme: rain-barrel", "ring", "rain-barrel}]", "itself"),
    (BARREL, "kind: leads-to", "kind: leads", "bad-value", "leads,", "leads-to"),
    (BARREL, "summary:", "sumary:", "unknown-key", "sumary", "summary"),
    (BARREL, "status: open-recurring\n", "", "missing-key", "id: rain", "status"),
    (BARREL, "status: open-recurring", "status: open", "bad-value", "open\n", "open-recurring"),
    (BARREL, "minimum: 50 EUR", "minimum: 50 USD", "bad-value", "50 USD", "EUR"),
    (BARREL, "30\n    param", "30\n    award: 2026-04-29\n    param", "bad-value", "2026-04-29", "signing, claim"),
    (BARREL, "30\n    param", "30\n    claim: 2026-04-03\n    param", "bad-value", "2026-04-03", "claim"),
    ("catalogue.yaml", "currency: EUR", "fiscal_year_begins: 13", "bad-value", "13", "1 to 12"),
    ("facts.yaml", "value: 100 m2, source", "source", "bad-value", "limit.small", "values"),
    ("facts.yaml", "value: 100 m2", "values: [{value: 9 m2}, {value: 8 m2, from: 2020-01-01}]", "reversed", "8 m2", ""),
    ("facts.yaml", "value: 100 m2", "values: [{value: 9, from: 2021-01-01, to: 2020-01-09}]", "reversed", "2021", ""),
    ("facts.yaml", "value: 100 m2", "values: [{value: 9 m2, to: 2020-01-01}, {value: 8 EUR}]", "unit", "8 EUR", ""),
    ("facts.yaml", "value: 100 m2", "values: [{value: 2020-01-01}]", "bad-value", "2020-01-01", "300000"),
    (BARREL, "minimum: 50 EUR", "minimum: 250 EUR", "reversed", "250", "Swap"),
    (BARREL, "rate: 80 %", "rate: 80", "bad-value", "80", "60 %"),
    (BARREL, "month: 4", "month: 13", "bad-value", "13", "12"),
    (BARREL, "month: 4,", "ended: 2020-01-01,", "bad-window", "2020-01-01,", "ended"),
    (BARREL, "month: 4,", "month: 4, closing: {month: 0},", "bad-value", "0},", "12"),
    (BARREL, "month: 4,", "month: 4, closing: {month: 6, day: 31},", "bad-value", "31}", "30"),
    (BARREL, "month: 4,", "month: 4, closing: {month: 2, day: 30},", "bad-value", "30}", "29"),
    (BARREL, "month: 4,", "month: 4, closing: {day: 30},", "missing-key", "{day", "month"),
    (BARREL, "month: 4,", "month: 4, closing: {month: 6, source: 7},", "unknown-source", "7}", "1"),
    (BARREL, "month: 4,", "month: 4, closing: {mont: 6},", "unknown-key", "mont:", "month"),
    (BARREL, "month: 4,", "month: 4, closng: {month: 6},", "unknown-key", "closng", "closing"),
    (BARREL, "month: 4,", "closing: {month: 6},", "bad-window", "{month: 6}", "month:"),
    (BARREL, "recurring, month: 4,", "unknown, closing: {month: 6},", "bad-window", "{m", "closing"),
    (BARREL, "opens: 2026-04-01", "opens: 2026-05-01", "reversed", "2026-05", "Swap"),
    (BARREL, "opens: 2026-04-01", "opens: 2026-04-31", "bad-value", "2026-04-31", "YYYY"),
    (BARREL, "    source: 1\n", "    source: 2\n", "unknown-source", "2\neligible", "1"),
    (BARREL, "source: 1, shape", "source: 0, shape", "unknown-source", "role in", "0"),
    (BARREL, "true, source: 1", "true, source: 3", "unknown-source", "3}", "3"),
    (
        BARREL, "{value: 2020-01-01, expected: 5 years before opening}",
        "2020-01-01",
        "missing-expected",
        "2020-01",
        "expected",
    ),
    (BARREL, "expected: 5 years before opening", "expected: 5 years", "bad-parameter", "5 years", "day"),
    (BARREL, "without: [role]", "without: [rol]", "unknown-condition", "rol]", "role"),
    (BARREL, "id: large", "id: Large", "bad-value", "Large\n", "small letters"),
    (BARREL, "no_older_than: 30 days", "no_older_than: 30", "bad-value", "30}", "30 days"),
    (BARREL, "https://example.org/barrel, seen", "example.org, seen", "bad-value", "example.org,", "https"),
    (BARREL, "id: rain-barrel", "id: rain-barel", "file-name", "rain-barel", "programmes/rain-barel.yaml"),
    (BARREL, "site within town", "site within twon", "unknown-option", "twon", "town"),
    (PLOT, "id: area", "id: has_plot", "duplicate-id", "has_plot\n    kind: number", "twice"),
    (PLOT, "minimum: 10\n", "minimum: 1000\n", "reversed", "1000", "Swap"),
    (PLOT, "    minimum: 10\n", "", "missing-key", "id: area", "minimum"),
    (PLOT, "minimum: 10\n", "minimum: 10 m2\n", "bad-value", "10 m2", "unit"),
    (PLOT, "kind: number", "kind: numbr", "bad-value", "numbr", "number"),
    (PLOT, "maximum: today", "maximum: tomorrow", "bad-value", "tomorrow", "today"),
    (PLOT, "quick: true", "quick: yes", "bad-value", "yes\n", "true"),
    (PLOT, "options_from: crops", "options_from: crop", "unknown-code-tree", "crop\n", "crops"),
    (PLOT, "{direction: up, ", "{to: [area], ", "bad-question", "{to", "direction"),
    (PLOT, "effort: 3", "effort: 9", "bad-value", "9, how", "5"),
    (GROWER, "to: [member]", "to: [membr]", "unknown-option", "membr", "member"),
    (GROWER, "- {id: guest,", "- {id: member,", "duplicate-id", "member, text: {en: guest", "twice"),
    (GROWER, "      - {id: w4, text: {en: daily, de: täglich}}\n", "", "bad-question", "- {id: w0", "4"),
    (GROWER, "    date: given\n", "    date: amount\n", "unknown-column-with-days", "amount\n", "given"),
    (GROWER, "minimum: 0, maximum: 1000", "maximum: 1000", "missing-key", "{id: amount", "minimum"),
    (PLOT, "kind: number", "ordered: true\n    kind: number", "bad-question", "true\n    kind: number", "ordered"),
    (
        "codes/crops.yaml",
        "parent: vegetables}\n  - {id: fruit",
        "parent: vegetable}\n  - {id: fruit",
        "unknown-code",
        "vegetable}",
        "vegetables",
    ),
    (
        "places.yaml",
        "{id: town, name: {en: Town, de: Stadt}, kind: city}",
        "{id: town, name: {en: Town, de: Stadt}, kind: city, parent: north}",
        "ring",
        "north}",
        "itself",
    ),
    (
        "places.yaml",
        "kind: district, parent: town}\n- {id: abroad",
        "kind: district, parent: twon}\n- {id: abroad",
        "unknown-place",
        "twon",
        "town",
    ),
    ("places.yaml", "id: south", "id: north", "duplicate-id", "north, name: {en: South", "twice"),
    ("facts.yaml", "value: 100 m2", "value: lots", "bad-value", "lots", "EUR"),
    ("facts.yaml", "items: [member, guest]", "items: [member, gust]", "unknown-option", "gust", "guest"),
    ("facts.yaml", "of: role", "of: rol", "unknown-question", "rol,", "role"),
    (
        "facts.yaml",
        "value: age of rented on submission",
        "value: age of lease_age on submission",
        "ring",
        "lease_age\n",
        "itself",
    ),
    ("facts.yaml", "{is: large}", "{is: lage}", "unknown-option", "lage", "large"),
    ("facts.yaml", "id: limit.small", "id: area", "duplicate-id", "area", "twice"),
    ("blocks.yaml", "skill at least good", "skill at least god", "unknown-option", "god", "good"),
    ("blocks.yaml", "    text: {en: You are keen., de: Sie sind eifrig.}\n", "", "missing-key", "id: keen", "text"),
    ("stages.yaml", "points: {bloom: 2}", "points: {blom: 2}", "unknown-stage", "2}}\ngates", "bloom"),
    ("stages.yaml", "when: skill at least good", "when: role is member", "foreign-points", "role is member", "skill"),
    ("stages.yaml", "stage: seed, text", "stage: sed, text", "unknown-stage", "sed,", "seed"),
    ("stages.yaml", "question: grade", "question: grad", "unknown-question-with-one-answer", "grad}", "grade"),
    ("capabilities.yaml", "[skill, watering]", "[skill, role]", "unknown-question-of-kind-scale", "role", "skill"),
    ("capabilities.yaml", "{seed: 25, bloom: 75}", "{seed: 25}", "missing-key", "{seed", "bloom"),
    ("capabilities.yaml", "bloom: 75", "bloom: 175", "bad-value", "175", "100"),
    ("capabilities.yaml", "below: 101", "below: 90", "bad-value", "90", "101"),
    ("capabilities.yaml", "needs: {water: 0.5}", "needs: {water: 5}", "bad-value", "5}\n  weight", "1"),
    ("needs.yaml", "weight: 0.5", "weight: much", "bad-value", "much", "0.5"),
    ("needs.yaml", "need: tools", "need: tols", "unknown-need", "tols", "tools"),
    ("needs.yaml", "budget at most 50 EUR", "budget at most 50 m2", "unit", "50 m2", "m2"),
    ("swot.yaml", "side: strength", "side: strong", "bad-value", "strong", "strength"),
    ("swot.yaml", "when: keen", "when: has_headroom", "grant", "has_headroom", "grant"),
    (
        "measures.yaml",
        "delivered_by: [rain-barrel]",
        "delivered_by: [rain-barrels]",
        "unknown-programme",
        "rain-barrels",
        "rain-barrel",
    ),
    ("measures.yaml", "- id: m-water", "- id: soil-advice", "duplicate-id", "soil-advice", "twice"),
    ("support_places.yaml", "place: north", "place: nort", "unknown-place", "nort\n", "north"),
    ("stories.yaml", "stages: [seed]", "stages: [sed]", "unknown-stage", "sed", "seed"),
    ("cases/members.yaml", "role: member", "role: membr", "unknown-option", "membr", "member"),
    ("cases/members.yaml", "eligible: [soil-advice]", "eligible: [soil]", "unknown-programme", "soil]", "soil"),
    (
        "cases/members.yaml",
        "not_eligible: {}",
        "not_eligible: {rain-barrel: [rol]}",
        "unknown-question",
        "rol]",
        "role",
    ),
    ("cases/members.yaml", "stage: seed", "stage: sed", "unknown-stage", "sed", "seed"),
    ("cases/members.yaml", "day: 2026-03-01", "day: 2026-02-30", "bad-value", "2026-02-30", "YYYY"),
    (BARREL, "most_area: 300 m2", "most_area: [300]", "bad-parameter", "[300]", "72000 EUR"),
    (BARREL, "{value: 2020-01-01, ", "{valu: 2020-01-01, ", "unknown-key", "valu:", "value"),
    ("programmes/soil-advice.yaml", "window: {kind: rolling}\n", "", "missing-key", "id: soil", "window"),
    (
        PLOT,
        "    statement:\n",
        "    options: [{id: a, text: {en: a, de: b}}]\n    statement:\n",
        "bad-question",
        "[{id: a,",
        "options",
    ),
    (GROWER, "kind: table\n", "kind: table\n    unit: m2\n", "bad-question", "m2\n", "unit"),
    (
        GROWER,
        "{id: given, kind: date, label: {en: day, de: Tag},",
        "{id: given, kind: date,",
        "missing-key",
        "{id: given",
        "label",
    ),
    (GROWER, "{id: given, kind: date,", "{id: given, kind: table,", "bad-question", "table, label", "stand in a table"),
    (GROWER, "kind: percent\n", "kind: percent\n    unit: m2\n", "bad-question", "m2\n", "%"),
    (GROWER, "maximum: 5000\n", "maximum: 5000\n    decimals: 7\n", "bad-value", "7\n", "6"),
    ("facts.yaml", "value: age of rented on submission", "cases: [{is: a}]", "bad-fact", "id: lease_age", "options"),
    ("blocks.yaml", "  - id: keen", "  - words\n  - id: keen", "bad-value", "words", "map"),
    ("stages.yaml", "margin: 2", "margin: -2", "bad-value", "-2", "0"),
    (
        "stages.yaml",
        "name: {en: badge, de: Abzeichen}, question: grade",
        "name: {en: badge, de: Abzeichen}",
        "bad-overlay",
        "{name: {en: badge",
        "levels",
    ),
    ("stages.yaml", "- {id: bloom,", "- {id: seed,", "duplicate-id", "seed, name: {en: bloom", "twice"),
    ("capabilities.yaml", "below: 50", "below: 150", "reversed", "101", "low to high"),
    ("cases/members.yaml", "open: []", "open: soil-advice", "bad-value", "soil-advice, not", "list"),
    ("cases/members.yaml", "open: []", "open: {soil-advice: role}", "bad-value", "role}, not", "list"),
    ("cases/members.yaml", "open: []", "open: [soil]", "unknown-programme", "soil], not", "soil"),
    ("catalogue.yaml", "sections: [plot, grower]", "sections: [plot, growers]", "unknown-section", "", "growers"),
    ("catalogue.yaml", "version: 2026-03-01", "version: one", "bad-value", "one", "YYYY"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at", "says"),
    CASES,
    ids=[f"{case[0].rpartition('/')[2]}: {case[2][:30]!r}" for case in CASES],
)
def test_a_mistake_is_told_once_at_its_place(tmp_path, file, old, new, code, at, says):
    change = changed(file, old, new)
    found = mistakes(tmp_path, change)
    matching = [one for one in found if one.code == code and says in str(one)]
    assert len(matching) == 1, [f"{one.code}: {one}" for one in found]
    if at:
        assert (matching[0].file, (matching[0].line, matching[0].column)) == (
            file,
            place_of(change[file], at),
        )
    assert matching[0].advice
    assert {matching[0].message, matching[0].advice} <= sentences_to_translate()


def test_all_mistakes_of_all_files_are_told_together(tmp_path):
    changes = {
        **changed(BARREL, "kind: grant\nlevel", "kind: grnt\nlevel"),
        **changed("needs.yaml", "need: tools", "need: tols"),
        **changed("stages.yaml", "skill at least good", "skil at least good"),
    }
    found = mistakes(tmp_path, changes)
    assert [one.file for one in found] == ["needs.yaml", BARREL, "stages.yaml"]


def test_all_wrong_lines_of_one_programme_are_told(tmp_path):
    text = FILES[BARREL].replace("area at most", "aera at most").replace("rented on", "rentd on")
    assert len(mistakes(tmp_path, {BARREL: text})) == 2


def test_one_sentence_says_how_many_more_there_are(tmp_path):
    text = FILES[BARREL].replace("area at most", "aera at most").replace("rented on", "rentd on")
    with pytest.raises(CatalogueErrors, match="one more mistake"):
        garden(tmp_path, {BARREL: text})


def test_errors_of_form_come_before_those_of_meaning(tmp_path):
    changes = {
        **changed(BARREL, "kind: grant\nlevel", "kind: grnt\nlevel"),
        "swot.yaml": "- [",
    }
    assert [one.file for one in mistakes(tmp_path, changes)] == ["swot.yaml"]


def test_a_ring_of_asked_when_is_told(tmp_path):
    changes = changed(
        PLOT,
        "  - id: has_plot\n    kind: yes_no\n",
        "  - id: has_plot\n    kind: yes_no\n    asked_when: area at least 20 m2\n",
    )
    found = mistakes(tmp_path, changes)
    assert [(one.code, one.file, one.line) for one in found] == [("ring", PLOT, 5)]
    assert "has_plot → area → has_plot" in str(found[0])


def test_a_parameter_keeps_its_unit_from_round_to_round(tmp_path):
    second = "rounds:\n  - {opens: 2025-04-01, parameters: {most_area: 10 people}}\n"
    found = mistakes(tmp_path, changed(BARREL, "rounds:\n", second))
    assert "bad-parameter" in {one.code for one in found}


@pytest.mark.parametrize(
    ("changes", "code", "file"),
    [
        ({"catalogue.yaml": None}, "missing-file", "catalogue.yaml"),
        ({"stages.yaml": None}, "missing-file", "stages.yaml"),
        ({"programme/x.yaml": "a: b"}, "unknown-file", "programme/x.yaml"),
        ({"programmes/x.yml": "a: b"}, "unknown-file", "programmes/x.yml"),
        ({"fact.yaml": "a: b"}, "unknown-file", "fact.yaml"),
        ({"needs.yaml": ""}, "empty-file", "needs.yaml"),
        ({"needs.yaml": "needs: nothing"}, "bad-value", "needs.yaml"),
        ({"blocks.yaml": "blocks: keen"}, "bad-value", "blocks.yaml"),
        ({"measures.yaml": "- just words"}, "bad-value", "measures.yaml"),
        ({"catalogue.yaml": "just words"}, "bad-value", "catalogue.yaml"),
    ],
)
def test_a_folder_that_is_no_whole_catalogue_is_told(tmp_path, changes, code, file):
    found = mistakes(tmp_path, changes)
    assert (code, file) in {(one.code, one.file) for one in found}


def test_a_missing_folder_is_told_by_name(tmp_path):
    with pytest.raises(CatalogueError) as caught:
        read_folder(tmp_path / "nowhere")
    assert caught.value.code == "missing-catalogue"
    assert "nowhere" in str(caught.value)


def test_hidden_and_foreign_files_are_none_of_ours(tmp_path):
    write(tmp_path, {".swap.yaml": "[", "README.md": "words", "programmes/.x.yaml": "["})
    assert build_catalogue(read_folder(tmp_path)).digest
