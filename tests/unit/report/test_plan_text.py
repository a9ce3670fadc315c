"""What a plan says, line by line, in both languages. Renew with CCSDESK_RENEW_GOLDEN=1 and read the difference."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.plan import Plan
from ccsdesk.domain.profile import Profile
from ccsdesk.report import compose
from ccsdesk.report.priorities import helps_words, priorities
from ccsdesk.report.voice import Voice, seen_words
from ccsdesk.text import Words
from tests.support.block_text import document_text
from tests.support.plans import content

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


@pytest.mark.parametrize("language", ["sl", "en"])
def test_a_plan_says_what_it_said_before(language: str) -> None:
    said = document_text(compose(content(language)))
    golden = GOLDEN / f"plan_{language}.txt"
    if os.environ.get("CCSDESK_RENEW_GOLDEN"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")


def test_a_language_without_translations_takes_the_catalogues_words_and_english_sentences() -> None:
    said = document_text(compose(content("de")))
    assert "Your support plan" in said
    assert "Vavčer za prototip" in said


def test_nothing_answered_still_gives_a_plan_that_says_so() -> None:
    full = content("en")
    empty = replace(
        full,
        answers=AnswerSet(),
        match=replace(
            full.match, profile=Profile(None, None, None, (), (), ()), programmes=(), measures=()
        ),
        plan=Plan((), (), {}, (), (), by_person=False),
        reasons={},
        hub=None,
    )
    said = document_text(compose(empty))
    assert "Not known yet: no question about the stage has been answered." in said
    assert "No question has been answered." in said
    assert "Made on 22 November 2026" in said


def test_a_stage_the_person_corrected_is_said_with_what_was_computed() -> None:
    full = content("en")
    stage = full.match.profile.stage
    assert stage is not None
    corrected = replace(stage, corrected_to="growth", settled=True)
    profile = replace(full.match.profile, stage=corrected)
    said = document_text(compose(replace(full, match=replace(full.match, profile=profile))))
    assert "(stage) Growth" in said
    assert "You chose this stage yourself; your answers point to “Start-up”." in said
    assert "More answers can still change the stage." not in said


def test_priorities_put_the_widest_gap_first_and_name_what_helps() -> None:
    said = document_text(compose(content("en")))
    first = said.index("1. *Finance* – you have 25 of 100, the target is 60")
    assert said.index("What helps: Prototype voucher") > first
    assert "*Market* – you have" not in said


def test_priorities_do_not_hang_on_what_is_in_the_plan() -> None:
    full = content("en")
    voice = Voice(full.catalogue, Words("en"), given=full.answers)
    empty = replace(full.plan, chosen=(), advice=())
    with_plan, without = (priorities(voice, full.match, plan) for plan in (full.plan, empty))
    assert [one.name for one in with_plan] == [one.name for one in without]


def test_what_was_taken_out_is_not_named_as_help() -> None:
    full = content("en")
    voice = Voice(full.catalogue, Words("en"), given=full.answers)
    taken = replace(full.plan, chosen=(), advice=(), proposed=("voucher",), by_person=True)
    kept = replace(taken, by_person=False)
    name = voice.programme("voucher")
    for plan, is_named in ((kept, True), (taken, False)):
        helps = {help_ for one in priorities(voice, full.match, plan) for help_ in one.helps}
        assert (name in helps) is is_named


def test_help_that_is_not_clear_says_so_and_comes_last_and_none_is_said_honestly() -> None:
    full = content("en")
    voice = Voice(full.catalogue, Words("en"), given=full.answers)
    plan = replace(full.plan, chosen=("unclear", "voucher"), advice=())
    helps = [name for one in priorities(voice, full.match, plan) for name in one.helps]
    assert any(name.endswith("(not clear yet)") for name in helps)
    for one in priorities(voice, full.match, plan):
        marked = [name.endswith("(not clear yet)") for name in one.helps]
        assert marked == sorted(marked)
    nothing = replace(full.match, programmes=(), measures=())
    first = priorities(voice, nothing, replace(full.plan, chosen=(), advice=()))[0]
    assert helps_words(voice, first, 3) == "We found no support that surely fits for this now."


def test_a_programme_the_catalogue_no_longer_has_does_not_stop_the_plan() -> None:
    full = content("en")
    plan = replace(full.plan, chosen=(*full.plan.chosen, "gone"))
    assert "gone" not in document_text(compose(replace(full, plan=plan)))


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("2023-09-22", "22 September 2023"),
        ("2023-10", "October 2023"),
        ("2018–2022", "2018–2022"),
        ("2018-2022", "2018-2022"),
        ("2026", "2026"),
        ("n/d", ""),
    ],
)
def test_when_a_source_was_seen_is_said_as_exactly_as_it_is_known(seen: str, said: str) -> None:
    assert seen_words(Words("en"), seen) == said
