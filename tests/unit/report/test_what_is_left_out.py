"""What a plan does not offer as help, and what it says of questions that were never asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ccsdesk.domain.programme import Status
from ccsdesk.domain.verdict import Truth, Window, WindowState
from ccsdesk.report import PlanContent, compose
from ccsdesk.report.blocks import Run, short_link
from tests.support.block_text import document_text
from tests.support.plans import condition, content
from tests.support.small_questions import both


def told(plan: PlanContent) -> str:
    return document_text(compose(plan))


def test_a_measure_that_is_over_is_not_offered() -> None:
    plan = content("en")
    assert "Measure A1" in told(plan)
    [result] = plan.match.measures
    closed = replace(result, window=WindowState(Window.CLOSED))
    assert "Measure A1" not in told(replace(plan, match=replace(plan.match, measures=(closed,))))


def test_a_measure_of_the_past_is_not_offered() -> None:
    plan = content("en")
    past = replace(plan.catalogue.measures["lur-a1"], status=Status.HISTORIC)
    catalogue = replace(plan.catalogue, measures={"lur-a1": past})
    assert "Measure A1" not in told(replace(plan, catalogue=catalogue))


def test_a_place_that_has_closed_is_not_offered() -> None:
    plan = content("en")
    assert "Advises designers." in told(plan)
    past = replace(plan.catalogue.support_places["mao"], status=Status.HISTORIC)
    catalogue = replace(plan.catalogue, support_places={"mao": past})
    assert "Advises designers." not in told(replace(plan, catalogue=catalogue))


@pytest.mark.parametrize("state", [Truth.NO, Truth.YES])
def test_a_condition_about_a_question_never_asked_says_why(state: Truth) -> None:
    plan = content("en")
    leaf = condition(state, both("Delež je nizek.", "The share is low."), "own_share")
    without = {key: item for key, item in plan.answers.answers.items() if key != "own_share"}
    said = told(
        replace(
            plan,
            answers=replace(plan.answers, answers=without),
            reasons={"voucher": leaf},
            unasked={"own_share": ("legal_form",)},
        )
    )
    label = plan.catalogue.dictionary.questions["own_share"].label["en"]
    assert f"Not asked: {label} (because you said: legal form" in said.replace("Legal", "legal")


def test_an_answer_to_a_question_that_is_not_asked_is_not_held_up() -> None:
    plan = content("en")
    leaf = condition(Truth.NO, both("Oblika je prava.", "The form is right."), "legal_form")
    said = told(replace(plan, reasons={"voucher": leaf}, unasked={"legal_form": ()}))
    assert "Not asked: legal form.\n" in said


def test_a_profile_of_which_little_is_known_is_told_and_not_drawn() -> None:
    full = content("en")
    unknown = tuple(replace(one, score=None) for one in full.match.profile.capabilities)
    profile = replace(full.match.profile, capabilities=unknown)
    said = document_text(compose(replace(full, match=replace(full.match, profile=profile))))
    assert "Too little has been answered to draw this" in said
    assert "<Radar" not in said
    assert "Nothing in your answers points to one." not in said
    assert "<Radar" in document_text(compose(full))


def test_a_long_address_is_printed_as_its_site_and_still_leads_to_the_page() -> None:
    long = "https://example.org/razpisi/2026/javni-razpis-za-vavcerje/"
    assert short_link(long) == Run("example.org/…", url=long)
    assert short_link("https://example.org/razpis").text == "example.org/razpis"
    assert short_link("by letter/only, not an address at all").url is None
