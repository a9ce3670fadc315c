"""Opening answers files of another version of the catalogue: what is kept, what is said to be gone."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.domain.answers import DontKnow, PlanWishes, exactly
from ccsdesk.domain.errors import AnswerError
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.services.answer_files import open_answers
from ccsdesk.services.planning import answers_document
from ccsdesk.text import Words
from tests.support.catalogues import garden
from tests.support.checkout import ROOT

DAY = date(2026, 11, 22)
ENGLISH = Words("en", first="en")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return garden(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def opened(tmp_path, catalogue):
    def opening(content):
        path = tmp_path / "mine.yaml"
        path.write_text(content, encoding="utf-8")
        return open_answers(path, catalogue, DAY)

    return opening


def told(opened):
    return opened.told(ENGLISH, "mine.yaml")


def test_a_file_that_fits_is_what_the_strict_reader_reads(tmp_path, catalogue):
    path = tmp_path / "mine.yaml"
    programme = next(iter(catalogue.programmes))
    path.write_text(
        "name: Ana\nanswers: {has_plot: true, role: guest, area: 80, grade: does_not_apply}\n"
        f"plan: {{chosen: [{programme}], notes: {{{programme}: Call.}}, dates: {{{programme}: 2027-01-02}}}}\n",
        encoding="utf-8",
    )
    found = open_answers(path, catalogue, DAY)
    assert found.answers == read_answers(path, catalogue, day=DAY)
    assert found.left_out == ()
    assert told(found) == "4 answers from mine.yaml are here."


def test_what_a_visit_saved_comes_back_whole(tmp_path, catalogue):
    path = tmp_path / "mine.yaml"
    text = "answers: {has_plot: true, role: {one_of: [guest, member]}, area: {between: [20, 30]}}\n"
    path.write_text(text, encoding="utf-8")
    strict = read_answers(path, catalogue, day=DAY)
    path.write_bytes(answers_document(strict, catalogue))
    assert open_answers(path, catalogue, DAY).answers == strict


def test_answers_that_do_not_fit_are_left_out_and_named(opened):
    found = opened(
        "answers: {gone: 1, role: emperor, area: 5000, has_plot: true, site: dont_know}\n"
    )
    assert found.answers.answers == {"has_plot": exactly("yes"), "site": DontKnow()}
    assert [item.name for item in found.left_out] == ["gone", "role", "area"]
    assert told(found) == (
        "2 answers from mine.yaml are here. 3 answers do not fit this catalogue and were left out:"
        " gone, your role and area of the plot."
    )


def test_stage_programmes_and_other_parts_are_left_out_too(opened, catalogue):
    programme = next(iter(catalogue.programmes))
    found = opened(
        f"answers: {{has_plot: true}}\nstage: old-age\nmood: good\n"
        f"plan: {{chosen: [gone, {programme}], notes: {{gone: a}}, dates: {{{programme}: 2027-02-30}}}}\n"
    )
    assert found.answers.stage is None
    assert found.answers.plan == PlanWishes((programme,))
    said = told(found)
    assert "no stage “old-age”" in said
    assert "2 entries of the plan do not fit" in said
    assert "1 other part of the file was not understood: mood." in said


def test_where_no_programme_chosen_is_left_the_plan_is_proposed_anew(opened):
    assert opened("answers: {}\nplan: {chosen: [gone]}\n").answers.plan.chosen is None
    assert opened("answers: {}\nplan: {chosen: []}\n").answers.plan.chosen == ()


def test_a_plan_of_another_form_is_left_out(opened):
    for plan in ("5", "[a]", "{chosen: [[a], {b: 1}, null]}", "{chosen: 5}", "{notes: [a]}"):
        found = opened(f"answers: {{has_plot: true}}\nplan: {plan}\n")
        assert found.left_out
        assert found.answers.plan == PlanWishes()


def test_of_many_names_the_first_few_are_said(opened):
    gone = ", ".join(f"gone{number}: 1" for number in range(8))
    assert told(opened(f"answers: {{has_plot: true, {gone}}}\n")).endswith(
        "gone0, gone1, gone2, gone3, gone4 and 3 more."
    )


def test_a_file_of_very_many_names_is_read_in_passing(opened):
    gone = "".join(f"  gone{number}: 1\n" for number in range(9_000))
    found = opened(f"answers:\n  has_plot: true\n{gone}")
    assert len(found.left_out) == 9_000


def test_names_from_a_file_can_do_no_harm_in_a_sentence(opened):
    said = told(opened('answers: {has_plot: true, "x\\u202e{n}' + "y" * 500 + '": 1}\n'))
    assert "{n}" in said
    assert "\u202e" not in said
    assert len(said) < 250


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("answers: [1, 2]\n", "wrong-kind"),
        ("just text\n", "wrong-kind"),
        ("name: Ana\n", "missing-key"),
        ("answers: {has_plot: true\n", "yaml"),
        ("answers: {gone: 1, lost: 2}\n", "other-catalogue"),
    ],
)
def test_what_is_no_answers_file_of_this_catalogue_is_one_error(opened, content, code):
    with pytest.raises(AnswerError) as caught:
        opened(content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "answers: {}".encode("utf-16"),
        b"answers: {}\0",
        b"#" * 1_000_001,
    ],
)
def test_what_was_only_taken_for_answers_is_said_to_be_none(tmp_path, catalogue, content):
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    with pytest.raises(AnswerError) as caught:
        open_answers(path, catalogue, DAY)
    assert str(caught.value) == (
        "plan.pdf is not a file with answers. Open a file that was saved with “Save my answers”."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path, catalogue):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(AnswerError, match="is not a file with answers"):
        open_answers(tmp_path / "pipe.yaml", catalogue, DAY)


def test_a_file_that_is_not_there_is_one_error(tmp_path, catalogue):
    with pytest.raises(AnswerError):
        open_answers(tmp_path / "none.yaml", catalogue, DAY)


def test_no_answers_at_all_are_answers(opened):
    assert opened("answers: {}\n").answers.answers == {}


def test_an_example_of_one_catalogue_does_not_fit_another(catalogue):
    with pytest.raises(AnswerError, match="fits this catalogue"):
        open_answers(ROOT / "examples" / "photographer.yaml", catalogue, DAY)


def test_a_number_keeps_its_decimals(opened):
    found = opened(json.dumps({"answers": {"area": 12.5, "gone": 1}}))
    assert found.answers.answers == {"area": exactly(Decimal("12.5"))}
