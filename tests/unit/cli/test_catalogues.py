"""Any catalogue, on any subject, in any language; broken ones are told with their place."""

from __future__ import annotations

import pytest

from tests.support.catalogues import changed
from tests.support.command_line import call
from tests.support.promises import broken_in_explain, broken_in_match, objects

ANSWERS = """\
answers:
  has_plot: true
  area: 80.5
  rented: 2024-05
  site: town
  crops: [roots, leaves]
  role: {one_of: [member, guest]}
  skill: good
  watering: 4
  budget: {at_most: 40}
  aid:
    - {given: 2025-06-01, amount: 100, kind: seeds}
    - {given: 2026-01}
"""
FINDING = ["code", "severity", "file", "line", "column", "message", "remedy"]


def ids(document):
    return [
        question["id"]
        for section in objects(document["sections"])
        for question in objects(section["questions"])
    ]


@pytest.mark.parametrize("language", [None, "en", "de"])
@pytest.mark.parametrize("command", ["questions", "match", "explain", "check", "test", "plan"])
def test_every_command_works_on_another_subject(command, language, garden, answers, tmp_path):
    path, target = answers(ANSWERS), tmp_path / "plan.pdf"
    words = {
        "match": [path],
        "explain": [path, "rain-barrel"],
        "plan": [path, "-o", target],
    }.get(command, [])
    spoken = [] if language is None else ["--lang", language]
    ran = call(command, *words, "--catalogue", garden, "--day", "2026-03-02", *spoken)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
    assert target.exists() == (command == "plan")


def test_json_of_another_subject_keeps_every_promise(garden, answers):
    path = answers(ANSWERS)
    options = ("--json", "--catalogue", garden, "--day", "2026-03-02")
    questions = call("questions", *options).document
    assert questions["languages"] == ["en", "de"]
    match = call("match", path, *options).document
    order = ids(questions)
    given = [line.split(":")[0].strip() for line in ANSWERS.splitlines() if line[2:3].islower()]
    assert broken_in_match(match, questions=order, given=given) == []
    for matched in objects(match["programmes"]):
        explained = call("explain", path, matched["id"], *options).document
        faults = broken_in_explain(explained, matched, questions=order, languages=["en", "de"])
        assert faults == []


def test_words_are_those_of_the_catalogues_language(garden, answers):
    path = answers(ANSWERS)
    german = call("explain", path, "rain-barrel", "--catalogue", garden, "--lang", "de")
    assert "Zuschuss für die Regentonne" in german.out
    assert "Rain barrel" not in german.out


# explained to a person


def test_every_condition_is_shown_with_state_answers_and_source(own_garden, answers):
    folder = own_garden(changed("programmes/rain-barrel.yaml", "    without: [role]\n", ""))
    path = answers("answers: {role: waiting, has_plot: true, area: 800}")
    ran = call("explain", path, "rain-barrel", "--catalogue", folder, "--day", "2026-03-02")
    assert "Does not fit · " in ran.out
    assert "(your role) [1]" in ran.out
    assert "[1] https://example.org/barrel (2026)" in ran.out
    assert "Decided by: " in ran.out
    assert "Opens on 1 April 2026, closes on 30 April 2026." in ran.out
    assert "[ ] The barrel is new. (not verified)" in ran.out


def test_a_question_that_is_not_asked_is_shown_with_what_decides_it(garden, answers):
    path = answers("answers: {role: member, has_plot: false}")
    ran = call("explain", path, "rain-barrel", "--catalogue", garden)
    assert "not asked, because of:" in ran.out


@pytest.mark.parametrize(
    ("seen", "told"), [("2023-10", "(October 2023)"), ("2023-09-22", "(22 September 2023)")]
)
def test_the_day_a_source_was_seen_is_told_in_words(seen, told, own_garden, answers):
    folder = own_garden(changed("programmes/rain-barrel.yaml", 'seen: "2026"', f'seen: "{seen}"'))
    ran = call("explain", answers("answers: {role: member}"), "rain-barrel", "--catalogue", folder)
    assert f"[1] https://example.org/barrel {told}" in ran.out


def test_lots_are_shown_by_name(garden, answers):
    path = answers("answers: {role: member}")
    ran = call("explain", path, "rain-barrel", "--catalogue", garden)
    assert "Large barrel:" in ran.out


def test_a_match_names_what_is_open_and_what_decided(garden, answers):
    path = answers("answers: {has_plot: true, role: member}")
    ran = call("match", path, "--catalogue", garden, "--day", "2026-03-02")
    assert "rain-barrel  Rain barrel grant" in ran.out
    assert "open: " in ran.out


# broken


BROKEN = {
    "unknown fact": changed("programmes/rain-barrel.yaml", "role in insiders", "rol in insiders"),
    "wrong unit": changed("facts.yaml", "value: 100 m2", "value: 100 EUR"),
    "missing translation": changed(
        "programmes/soil-advice.yaml", "{en: Soil advice, de: Bodenberatung}", "{en: Soil advice}"
    ),
    "duplicate id": changed("needs.yaml", "need: tools", "need: tools, need: tools"),
    "unclosed bracket": changed("needs.yaml", "weight: 0.5}", "weight: 0.5"),
    "missing file": {"stages.yaml": None},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_found_with_its_place(name, own_garden):
    folder = own_garden(BROKEN[name])
    ran = call("check", folder, "--json")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert ran.items
    for finding in ran.items:
        assert list(finding) == FINDING
        assert finding["severity"] in {"error", "warning"}
        assert finding["file"] in next(iter(BROKEN[name]))
        assert finding["message"]
        assert finding["remedy"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_catalogue_stops_every_other_command(name, own_garden, answers, tmp_path):
    folder, path = own_garden(BROKEN[name]), answers("answers: {}")
    target = tmp_path / "plan.pdf"
    (file,) = BROKEN[name]
    for words in (["match", path, "--json"], ["plan", path, "-o", target], ["test"]):
        ran = call(*words, "--catalogue", folder)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"ccsdesk: {file}")
        assert ran.err.count("\n") == 1
    assert not target.exists()


def test_several_mistakes_are_counted(own_garden, answers):
    another = changed("stories.yaml", "{en: Anna, de: Anna}", "{en: Anna}")
    folder = own_garden({**BROKEN["missing translation"], **another})
    ran = call("match", answers("answers: {}"), "--catalogue", folder, "--lang", "sl")
    assert ran.err.count("\n") == 1
    assert "`ccsdesk check`" in ran.err
    assert "še 1 napaka" in ran.err


def test_findings_are_told_in_the_language_asked_for(own_garden):
    folder = own_garden(BROKEN["missing file"])
    in_english, in_slovenian = (
        call("check", folder, "--json", "--lang", language).items for language in ("en", "sl")
    )
    assert [one["code"] for one in in_english] == [one["code"] for one in in_slovenian]
    assert in_english[0]["message"] != in_slovenian[0]["message"]


def test_a_sound_catalogue_has_an_empty_list(garden):
    ran = call("check", garden, "--json", "--day", "2026-03-02")
    errors = [finding for finding in ran.items if finding["severity"] == "error"]
    assert (ran.code, ran.err, errors) == (0, "", [])


def test_warnings_are_told_and_stop_nothing(garden):
    ran = call("check", garden, "--json", "--day", "2028-03-02")
    assert (ran.code, ran.err) == (0, "")
    assert {finding["severity"] for finding in ran.items} == {"warning"}
    as_lines = call("check", garden, "--day", "2028-03-02")
    assert len(as_lines.out.splitlines()) == len(ran.items)


def test_the_folder_after_the_command_comes_before_the_option(garden, tmp_path):
    assert call("check", garden, "--catalogue", tmp_path / "nowhere").code == 0
    assert call("test", garden, "--catalogue", tmp_path / "nowhere").code == 0


def test_a_case_that_comes_out_otherwise_fails_and_is_told(own_garden):
    folder = own_garden(changed("cases/members.yaml", "stage: seed", "stage: bloom"))
    ran = call("test", folder)
    assert ran.code == 1
    assert ran.out.startswith("FAIL  A member on a small plot")
    assert "expected bloom, found" in ran.out
    assert ran.err == ("ccsdesk: Cases that came out otherwise than expected: 1 of 1.\n")


def test_a_case_as_expected_passes(garden):
    ran = call("test", garden)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("ok    A member on a small plot")


def test_the_shipped_catalogue_has_no_mistake():
    ran = call("check", "--json")
    assert [finding for finding in ran.items if finding["severity"] == "error"] == []
    assert ran.code == 0
