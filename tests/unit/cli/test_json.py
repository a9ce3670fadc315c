"""What other programs read, to the letter: keys, types, orders, and what follows from what."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

import pytest

from tests.support.checkout import ROOT
from tests.support.command_line import call
from tests.support.promises import broken_in_explain, broken_in_match, objects

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
KINDS = {
    *("single", "several", "scale", "yes_no", "number", "money", "percent"),
    *("date", "month", "place", "text", "table"),
}
QUESTION = (
    *("id", "kind", "text", "help", "why", "options", "unit", "minimum", "maximum"),
    *("decimals", "columns", "quick", "may_not_apply", "asked_when"),
)
COLUMN = ("id", "kind", "text", "options", "unit", "minimum", "maximum")
VARIANTS = 6


@pytest.fixture(scope="module")
def questions(kept):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CCSDESK_DATA", str(kept))
        return call("questions", "--json").document


@pytest.fixture(scope="module")
def order(questions):
    """Give the ids of all questions in questionnaire order."""
    return [str(question["id"]) for question in all_questions(questions)]


def all_questions(questions):
    return [
        question
        for section in objects(questions["sections"])
        for question in objects(section["questions"])
    ]


def given_in(path):
    """Give the questions an example answers, read without the reader under test."""
    lines = path.read_text(encoding="utf-8").splitlines()
    inside = lines[lines.index("answers:") + 1 :]
    return [
        line.split(":")[0].strip()
        for line in inside
        if line.startswith("  ") and not line.startswith(("   ", "  #", "  -"))
    ]


# questions


def test_the_questionnaire_has_the_promised_keys(questions):
    assert list(questions) == ["catalogue", "languages", "sections", "places"]
    assert list(questions["catalogue"]) == ["name", "version", "digest"]
    assert questions["catalogue"]["digest"].startswith("sha256:")
    assert questions["languages"] == ["sl", "en"]
    assert {tuple(section) for section in questions["sections"]} == {("id", "title", "questions")}
    assert {tuple(place) for place in questions["places"]} == {("id", "name", "parent")}
    for question in all_questions(questions):
        assert tuple(question) == QUESTION
        assert all(tuple(option) == ("id", "text") for option in question["options"])
        assert all(tuple(column) == COLUMN for column in question["columns"])


def test_every_question_is_described_as_its_kind_needs(questions):
    found = all_questions(questions)
    assert len({question["id"] for question in found}) == len(found)
    for question in found:
        kind = question["kind"]
        assert kind in KINDS
        assert bool(question["options"]) == (kind in {"single", "several", "scale"}), question["id"]
        assert bool(question["columns"]) == (kind == "table"), question["id"]
        assert type(question["decimals"]) is int
        assert type(question["quick"]) is bool
        assert type(question["may_not_apply"]) is bool
        assert question["asked_when"] is None or question["asked_when"].strip()
        if kind in {"number", "money", "percent", "date", "month"}:
            assert question["minimum"] <= question["maximum"], question["id"]


def test_every_text_is_there_in_every_language(questions):
    found = all_questions(questions)
    texts = [section["title"] for section in questions["sections"]]
    texts += [place["name"] for place in questions["places"]]
    for question in found:
        texts += [question["text"], *(option["text"] for option in question["options"])]
        texts += [text for text in (question["help"], question["why"]) if text is not None]
        texts += [column["text"] for column in question["columns"]]
    assert all(list(text) == ["sl", "en"] and all(text.values()) for text in texts)


def test_every_place_lies_in_a_place(questions):
    places = {place["id"]: place["parent"] for place in questions["places"]}
    assert len(places) == len(questions["places"])
    assert {parent for parent in places.values() if parent is not None} <= places.keys()


def test_a_limit_that_says_today_is_the_day_asked_for():
    document = call("questions", "--json", "--day", "2027-05-06").document
    limits = {
        question["id"]: question["maximum"]
        for question in all_questions(document)
        if question["kind"] == "date"
    }
    assert limits["registered"] == "2027-05-06"


# match


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_match_keeps_every_promise(example, order):
    ran = call("match", example, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert broken_in_match(ran.document, questions=order, given=given_in(example)) == []


def test_without_any_answers_every_promise_is_kept(order):
    match = call("match", "-", "--json", piped="answers: {}").document
    assert broken_in_match(match, questions=order, given=[]) == []
    assert match["stage"] is None
    assert match["needs"] == []
    assert all(capability["score"] is None for capability in match["capabilities"])
    assert all(programme["fit"] is None for programme in match["programmes"])


@pytest.mark.parametrize("seed", range(VARIANTS))
def test_with_answers_left_out_or_not_known_every_promise_is_kept(seed, order):
    """Examples with answers taken away or turned into "don't know", by chance but always the same."""
    chance = random.Random(seed)  # noqa: S311 - a fixed sequence, nothing secret
    example = EXAMPLES[seed % len(EXAMPLES)]
    lines, given = [], []
    for line in example.read_text(encoding="utf-8").splitlines():
        key = line.split(":")[0].strip()
        if key not in given_in(example):
            lines.append(line)
        elif chance.random() < 0.6 or not line.split(":", 1)[1].strip():
            lines.append(line)
            given.append(key)
        elif chance.random() < 0.5:
            lines.append(f"  {key}: dont_know")
            given.append(key)
    match = call("match", "-", "--json", piped="\n".join(lines)).document
    assert broken_in_match(match, questions=order, given=given) == []


def test_all_programmes_and_measures_are_listed_closed_ones_too(order):
    match = call("match", EXAMPLES[0], "--json").document
    files = (ROOT / "resources" / "catalogue" / "programmes").glob("*.yaml")
    assert [item["id"] for item in match["programmes"]] == sorted(path.stem for path in files)
    assert match["measures"]
    assert any(item["window"] == "closed" for item in match["programmes"])


def test_the_day_is_in_the_match_and_moves_the_windows():
    early, late = (
        call("match", EXAMPLES[0], "--json", "--day", day).document
        for day in ("2026-11-23", "2035-01-01")
    )
    assert (early["day"], late["day"]) == ("2026-11-23", "2035-01-01")
    windows = [[item["window"] for item in match["programmes"]] for match in (early, late)]
    assert windows[0] != windows[1]


def test_until_is_the_last_day_with_the_verdict_of_today():
    example = next(path for path in EXAMPLES if path.stem == "dancer")

    def eligible(day):
        match = call("match", example, "--json", "--day", day).document
        found = (item for item in match["programmes"] if item["verdict"] == "eligible")
        return {item["id"]: item["until"] for item in found}

    ends = {key: until for key, until in eligible("2026-11-24").items() if until is not None}
    assert ends
    for key, until in ends.items():
        next_day = date.fromisoformat(until) + timedelta(days=1)
        assert eligible(until)[key] == until
        assert key not in eligible(next_day.isoformat())


def test_an_answer_whose_question_is_not_asked_is_listed_as_ignored():
    answers = "answers: {legal_form: none, registered: 2020-01-01}"
    match = call("match", "-", "--json", piped=answers).document
    assert match["ignored"] == ["registered"]


def test_the_correction_of_the_stage_is_kept_beside_the_computed_one():
    answers = "stage: growth\nanswers: {legal_form: sp, growth: over_20, offer_stage: repeatable}"
    stage = call("match", "-", "--json", piped=answers).document["stage"]
    assert stage["corrected_to"] == "growth"
    assert stage["id"] in {"idea", "start-up", "survival", "growth", "established", "renewal"}


@pytest.mark.parametrize("command", ["match", "explain", "questions", "check"])
def test_the_same_input_gives_the_same_bytes(command, garden):
    words = {
        "match": ["match", EXAMPLES[0]],
        "explain": ["explain", EXAMPLES[0], "sps-v2-ip"],
        "questions": ["questions"],
        "check": ["check", garden],
    }[command]
    first, second = (call(*words, "--json") for _ in range(2))
    assert first == second
    assert first.out.endswith("\n")


def test_json_and_yaml_say_the_same(answers):
    as_json = answers(json.dumps({"answers": {"legal_form": "sp", "employees": 0}}), "a.json")
    as_yaml = answers("answers: {legal_form: sp, employees: 0}")
    assert call("match", as_json, "--json") == call("match", as_yaml, "--json")


# explain


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_programmes_are_explained_as_they_were_matched(example, order):
    match = call("match", example, "--json").document
    faults = []
    # each example takes other programmes; each of them costs a whole match
    for matched in match["programmes"][EXAMPLES.index(example) :: 8]:
        ran = call("explain", example, matched["id"], "--json")
        assert (ran.code, ran.err) == (0, "")
        faults += broken_in_explain(ran.document, matched, questions=order, languages=["sl", "en"])
    assert faults == []


def test_fit_is_the_sum_of_its_halves():
    match = call("match", EXAMPLES[0], "--json").document
    for matched in match["programmes"][:5]:
        parts = call("explain", EXAMPLES[0], matched["id"], "--json").document["fit_parts"]
        assert list(parts) == ["stage", "needs"]
        half = sum(part for part in parts.values() if part is not None) / 2
        assert matched["fit"] == pytest.approx(half, abs=0.01)


def test_a_relation_names_its_kind_and_the_other_programme(garden, answers):
    ran = call("explain", answers("answers: {}"), "rain-barrel", "--json", "--catalogue", garden)
    assert ran.document["relations"] == [{"kind": "leads-to", "programme": "soil-advice"}]


# the promises themselves must be able to break


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"verdict": "open"}, "is open with [] missing"),
        ({"missing": ["legal_form"]}, "missing"),
        ({"window": "someday"}, "the window is someday"),
        ({"group": "apply_now", "window": "closed"}, "stands under apply_now"),
        ({"fit": 1}, "is no share"),
        ({"fit": 0.123}, "is no share"),
        ({"opens": "soon"}, "opens is soon"),
        ({"until": "2027-03-01"}, "is never eligible"),
        ({"from": "2027-03-02", "until": "2027-03-01"}, "until is before from"),
        ({"verdict": "eligible", "from": "2027-03-02"}, "is eligible and has from"),
        ({"verdict": "open", "until": "2027-03-02"}, "is open and has from or until"),
        ({"because": ["seat", "legal_form"]}, "questionnaire order"),
        ({"extra": 1}, "has the keys"),
    ],
)
def test_a_broken_promise_is_noticed(change, fault, order):
    match = call("match", EXAMPLES[0], "--json").document
    settled = next(
        item for item in match["programmes"] if item["verdict"] == "not_eligible" and item["rules"]
    )
    settled.update(change)
    faults = broken_in_match(match, questions=order, given=given_in(EXAMPLES[0]))
    assert any(fault in one for one in faults), faults
