"""Opening a file of answers: all that fits goes on, what does not is said, a broken file harms nothing."""

from __future__ import annotations

import pytest

from ccsdesk import paths
from tests.support.dialogs import Chosen

OLDER = """
catalogue: {name: CCS Desk, version: "2024-01-01", digest: "sha256:0"}
answers:
  legal_form: sp
  seat: kamnik
  hobbies: [chess]
  ambition: conquer_the_world
"""


def asked_for(visitor):
    visitor.pick_from(visitor.words.say("More"), visitor.words.say("Open answers …"))


@pytest.mark.parametrize("language", ["sl", "en"])
def test_an_answers_file_leads_to_its_review(come, example, language):
    path = paths.examples() / "photographer.yaml"
    visitor = come(language=language, dialogs=Chosen(answers=path))
    asked_for(visitor)
    visitor.wait(lambda: visitor.page == "review")
    assert visitor.answers == example("photographer")
    assert "photographer.yaml" in visitor.told()


def test_a_file_of_another_catalogue_keeps_what_fits_and_says_what_does_not(come, tmp_path):
    path = tmp_path / "older.yaml"
    path.write_text(OLDER, encoding="utf-8")
    visitor = come(language="en", dialogs=Chosen(answers=path))
    asked_for(visitor)
    visitor.wait(lambda: visitor.page == "review")
    assert set(visitor.answers) == {"legal_form", "seat"}
    assert "hobbies" in visitor.told()
    assert "2 answers from older.yaml are here." in visitor.told()


def test_a_file_that_is_no_answers_file_is_told_where_one_stands(come, tmp_path):
    path = tmp_path / "holiday.yaml"
    path.write_text("- this\n- is: a list", encoding="utf-8")
    visitor = come(language="en", dialogs=Chosen(answers=path))
    asked_for(visitor)
    visitor.wait(lambda: bool(visitor.told()))
    assert visitor.page == "start"
    assert "holiday.yaml" in visitor.told()
    assert not visitor.front.visit.is_open


def test_a_visit_under_way_is_not_swept_away_by_a_file(come, example):
    path = paths.examples() / "dancer.yaml"
    visitor = come(language="en", dialogs=Chosen(answers=path))
    visitor.begin()
    visitor.answer(visitor.question, example("photographer")[visitor.question])
    visitor.press_onward()
    asked_for(visitor)
    assert visitor.setting.dialogs.asked == []
    assert visitor.told()
    assert visitor.page == "question"
