"""A whole match over a small catalogue written as its authors would: meaning of answers, days, hidden questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.verdict import Group, Truth, Verdict, Window
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import catalogues
from tests.support.garden_match import DAY, WORDS, answered, built, matched, said

# -- doesn't apply -------------------------------------------------------------------------------


def test_every_comparison_on_what_does_not_apply_is_no(tmp_path: Path) -> None:
    lines = (
        "grade is gold",
        "grade in [bronze, silver, gold]",
        "grade at least bronze",
        "grade is not gold",
        "grade not in [bronze, silver, gold]",
        "not grade at least bronze",
    )
    text = "grade: does_not_apply"
    assert said(tmp_path, text, *lines) == ["no", "no", "no", "yes", "yes", "yes"]


def test_a_question_that_is_not_asked_does_not_apply(tmp_path: Path) -> None:
    lines = (
        "area at least 10",
        "area at most 900",
        "not area at least 10",
        "age of rented on submission at least 0",
        "rented before 2030-01-01",
        "not rented before 2030-01-01",
        "area divided by 2 at least 1",
        "area plus 5 at least 1",
    )
    expected = ["no", "no", "yes", "no", "no", "yes", "no", "no"]
    assert said(tmp_path, "has_plot: false", *lines) == expected


def test_derived_facts_inherit_it(tmp_path: Path) -> None:
    lines = (
        "plot_size is small",
        "plot_size is large",
        "plot_size in [small, large]",
        "plot_size is not small",
        "not plot_size in [small, large]",
        "lease_age at least 0",
        "not lease_age at least 0",
    )
    expected = ["no", "no", "no", "yes", "yes", "no", "yes"]
    assert said(tmp_path, "has_plot: false", *lines) == expected


def test_a_table_that_is_not_asked_is_the_empty_list(tmp_path: Path) -> None:
    grower = catalogues.QUESTIONS_GROWER.replace(
        "kind: table\n", "kind: table\n    asked_when: has_plot\n"
    )
    lines = (
        "count of aid at most 0",
        "sum of aid.amount at most 0 EUR",
        "average of aid.amount at least 0 EUR",
        "smallest aid.amount at least 0 EUR",
        "largest aid.amount at least 0 EUR",
        "share of aid where (kind is seeds) at least 0 %",
        "all of aid satisfies (kind is seeds)",
        "none of aid where (kind is seeds)",
        "any of aid where (kind is seeds)",
    )
    catalogue = built(tmp_path, *lines, files={"questions/2-grower.yaml": grower})
    result = matched(tmp_path, catalogue, "has_plot: false")
    words = [WORDS[result.programme(f"p{index:02}").verdict] for index in range(len(lines))]
    assert words == ["yes", "yes", "no", "no", "no", "no", "yes", "yes", "no"]
    perhaps = "aid: [{given: 2026-01-05, amount: 10, kind: money}]"
    result = matched(tmp_path, catalogue, perhaps)
    assert result.programme("p00").verdict is Verdict.OPEN
    assert result.programme("p00").missing == ("has_plot",)
    assert result.programme("p06").verdict is Verdict.OPEN


# -- answers that are not used -------------------------------------------------------------------


def test_an_answer_whose_question_is_not_asked_is_kept_but_ignored(tmp_path: Path) -> None:
    catalogue = built(tmp_path, "area at least 50")
    result = matched(tmp_path, catalogue, "has_plot: false, rented: 2020-01-01, area: 80")
    assert result.ignored == ("area", "rented")
    assert result.programme("p00").verdict is Verdict.NOT_ELIGIBLE
    assert result.programme("p00").because == ("has_plot",)


def test_an_answer_whose_question_is_perhaps_asked_is_used_where_it_is(tmp_path: Path) -> None:
    catalogue = built(tmp_path, "area at least 50", "area less than 50", "not area less than 50")
    result = matched(tmp_path, catalogue, "area: 80")
    assert result.ignored == ()
    assert [result.programme(name).verdict for name in ("p00", "p01", "p02")] == [
        Verdict.OPEN,
        Verdict.NOT_ELIGIBLE,
        Verdict.ELIGIBLE,
    ]
    assert result.programme("p00").missing == ("has_plot",)
    assert result.programme("p02").because == ("area",)


def test_whether_a_question_is_asked_is_decided_exactly(tmp_path: Path) -> None:
    plot = catalogues.QUESTIONS_PLOT.replace(
        "asked_when: has_plot\n    text: {en: How large",
        "asked_when: role is member and not role in [member, guest]\n    text: {en: How large",
    )
    catalogue = catalogues.garden(
        tmp_path / "catalogue", {"questions/1-plot.yaml": plot, "cases/members.yaml": None}
    )
    answers = answered(tmp_path, catalogue, "area: 80")
    matcher = Matcher(catalogue, DAY)
    assert matcher.asked(answers)["area"] is Truth.NO
    assert matcher.match(answers).ignored == ("area",)


def test_asked_says_yes_no_and_open(tmp_path: Path) -> None:
    matcher = Matcher(built(tmp_path), DAY)
    asked = matcher.asked(AnswerSet({}))
    assert (asked["has_plot"], asked["area"]) == (Truth.YES, Truth.OPEN)
    yes = answered(tmp_path, matcher.catalogue, "has_plot: true")
    no = answered(tmp_path, matcher.catalogue, "has_plot: false")
    assert matcher.asked(yes)["area"] is Truth.YES
    assert matcher.asked(no)["area"] is Truth.NO
    assert list(asked) == list(matcher.catalogue.dictionary.questions)


def test_a_chain_of_questions_is_followed_to_its_end(tmp_path: Path) -> None:
    plot = catalogues.QUESTIONS_PLOT.replace(
        "asked_when: has_plot\n    text: {en: Since",
        "asked_when: area at least 100\n    text: {en: Since",
    )
    files = {"questions/1-plot.yaml": plot, "cases/members.yaml": None}
    catalogue = built(tmp_path, "rented before 2020-01-01", files=files)

    def one(answers: str) -> tuple[Verdict, tuple[str, ...], tuple[str, ...]]:
        found = matched(tmp_path, catalogue, answers).programme("p00")
        return found.verdict, found.because, found.missing

    assert one("") == (Verdict.OPEN, (), ("has_plot", "area", "rented"))
    assert one("rented: 2019-05-01") == (Verdict.OPEN, (), ("has_plot", "area"))
    assert one("area: 50") == (Verdict.NOT_ELIGIBLE, ("area",), ())
    assert one("has_plot: false, rented: 2019-05-01") == (Verdict.NOT_ELIGIBLE, ("has_plot",), ())
    assert one("has_plot: true, area: 200, rented: 2019-05-01") == (
        Verdict.ELIGIBLE,
        ("has_plot", "area", "rented"),
        (),
    )


# -- sets of values ------------------------------------------------------------------------------


def test_what_all_values_of_a_set_agree_on_is_settled(tmp_path: Path) -> None:
    lines = ("any: [role is member, role is guest]", "role is member", "role is waiting")
    text = "role: {one_of: [member, guest]}"
    assert said(tmp_path, text, *lines) == ["yes", "open", "no"]


def test_a_band_that_could_be_narrowed_is_missing(tmp_path: Path) -> None:
    catalogue = built(tmp_path, "budget at least 100 EUR", "budget at least 20 EUR")
    result = matched(tmp_path, catalogue, "budget: {between: [50, 150]}")
    assert result.programme("p00").missing == ("budget",)
    assert result.programme("p01").because == ("budget",)


def test_dont_know_is_missing_like_what_was_never_asked(tmp_path: Path) -> None:
    catalogue = built(tmp_path, "role is member")
    for text in ("role: dont_know", ""):
        assert matched(tmp_path, catalogue, text).programme("p00").missing == ("role",)


def test_a_table_is_missing_by_its_name(tmp_path: Path) -> None:
    line = "sum of aid.amount where (kind is money) in the last 36 months plus 900 EUR at most 1000 EUR"
    catalogue = built(tmp_path, line)

    def one(text: str) -> tuple[Verdict, tuple[str, ...], tuple[str, ...]]:
        found = matched(tmp_path, catalogue, text).programme("p00")
        return found.verdict, found.because, found.missing

    assert one("") == (Verdict.OPEN, (), ("aid",))
    assert one("aid: [{given: 2026-01-05, amount: 200}]") == (Verdict.OPEN, (), ("aid",))
    full = "aid: [{given: 2026-01-05, amount: 200, kind: money}]"
    assert one(full) == (Verdict.NOT_ELIGIBLE, ("aid",), ())
    assert one("aid: []") == (Verdict.ELIGIBLE, ("aid",), ())


# -- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "word"),
    [("2026-02-27", "no"), ("2026-02-28", "yes"), ("2026-03-01", "yes")],
)
def test_a_year_is_complete_on_its_last_day_and_29_february_on_the_28th(
    tmp_path: Path, day: str, word: str
) -> None:
    text, line = (
        "has_plot: true, rented: 2024-02-29",
        "age of rented on submission at least 24 months",
    )
    assert said(tmp_path, text, line, day=date.fromisoformat(day)) == [word]


@pytest.mark.parametrize(
    ("day", "older", "younger"),
    [("2026-03-14", "no", "yes"), ("2026-03-15", "yes", "yes"), ("2026-04-15", "yes", "no")],
)
def test_between_is_closed_and_age_counts_complete_months(
    tmp_path: Path, day: str, older: str, younger: str
) -> None:
    lines = (
        "lease_age at least 12 months",
        "lease_age between 0 months and 12 months",
        "lease_age more than 12 months",
        "lease_age less than 13 months",
    )
    found = said(
        tmp_path, "has_plot: true, rented: 2025-03-15", *lines, day=date.fromisoformat(day)
    )
    opposite = {"yes": "no", "no": "yes"}
    assert found == [older, younger, opposite[younger], younger]


def test_a_month_is_any_of_its_days(tmp_path: Path) -> None:
    lines = (
        "rented on or after 2025-03-01",
        "rented on or before 2025-03-31",
        "rented before 2025-03-31",
        "rented after 2025-03-01",
        "rented before 2025-03-01",
        "age of rented on submission at least 11 months",
        "age of rented on submission at least 12 months",
    )
    found = said(tmp_path, "has_plot: true, rented: 2025-03", *lines)
    assert found == ["yes", "yes", "open", "open", "no", "yes", "open"]


def test_moments_follow_the_programme(tmp_path: Path) -> None:
    coming = "rounds: [{opens: 2026-04-10, closes: 2026-05-20}]\n"
    lines = (
        "rented before 12 months before submission",
        "months from rented to opening at least 12",
        "rented after 12 months before deadline",
        "rented on or before month_end",
        "rented before today",
    )
    catalogue = built(tmp_path, *lines, more=coming, window="{kind: recurring, month: 4}")

    def said_of(rented: str) -> list[str]:
        result = matched(tmp_path, catalogue, f"has_plot: true, rented: {rented}")
        return [WORDS[result.programme(f"p{index:02}").verdict] for index in range(len(lines))]

    assert said_of("2025-04-09") == ["yes", "yes", "no", "yes", "yes"]
    assert said_of("2025-04-10") == ["no", "yes", "no", "yes", "yes"]
    assert said_of("2025-05-20") == ["no", "no", "no", "yes", "yes"]
    assert said_of("2025-05-21") == ["no", "no", "yes", "yes", "yes"]
    assert said_of("2026-02-28") == ["no", "no", "yes", "yes", "yes"]
    assert said_of("2026-03-01") == ["no", "no", "yes", "yes", "no"]


def test_a_day_of_a_past_round_gives_way_to_what_is_expected(tmp_path: Path) -> None:
    catalogue = catalogues.garden(tmp_path / "catalogue")
    base = "role: member, has_plot: true, area: 250, site: north, aid: [], rented: "
    answers = f"{base}2020-06-01"
    announced = matched(tmp_path, catalogue, answers, date(2026, 4, 10)).programme("rain-barrel")
    assert (announced.window.window, announced.verdict) == (Window.NOW, Verdict.ELIGIBLE)
    past = matched(tmp_path, catalogue, answers, date(2026, 6, 1)).programme("rain-barrel")
    assert past.window.assumed_round
    assert past.verdict is Verdict.NOT_ELIGIBLE
    later = matched(tmp_path, catalogue, f"{base}2021-06-01", date(2026, 6, 1))
    assert later.programme("rain-barrel").verdict is Verdict.ELIGIBLE
    assert later.programme("rain-barrel").group is Group.OPENS_LATER


# -- the whole -----------------------------------------------------------------------------------


def test_all_programmes_and_measures_are_listed_by_id(tmp_path: Path) -> None:
    result = matched(tmp_path, built(tmp_path, "has_plot"), "")
    assert [item.id for item in result.programmes] == ["p00", "rain-barrel", "soil-advice"]
    assert [item.id for item in result.measures] == ["m-water"]
    assert dict(result.delivered_by) == {"m-water": ("rain-barrel",)}
    assert (result.day, result.next) == (DAY, ())
    assert result.catalogue.name == "Garden help"
    with pytest.raises(KeyError, match="nothing"):
        result.programme("nothing")


def test_a_programme_without_rules_is_for_everybody(tmp_path: Path) -> None:
    found = matched(tmp_path, built(tmp_path), "").programme("soil-advice")
    assert (found.verdict, found.rules, found.because, found.missing) == (
        Verdict.ELIGIBLE,
        0,
        (),
        (),
    )
    assert found.group is Group.APPLY_NOW


def test_check_yourself_lines_never_change_a_verdict(tmp_path: Path) -> None:
    line = "check_yourself: [{en: New., de: Neu.}]\n"
    catalogue = built(tmp_path, "has_plot", more=line)
    found = matched(tmp_path, catalogue, "has_plot: true").programme("p00")
    assert (found.verdict, found.check_yourself, found.group) == (
        Verdict.ELIGIBLE,
        1,
        Group.APPLY_NOW,
    )


def test_a_corrected_stage_sets_targets_and_fit(tmp_path: Path) -> None:
    catalogue = catalogues.garden(tmp_path / "catalogue")
    answers = answered(tmp_path, catalogue, "skill: little, watering: w1")
    corrected = AnswerSet(answers.answers, stage="bloom")
    before = Matcher(catalogue, DAY).match(answers)
    after = Matcher(catalogue, DAY).match(corrected)
    assert before.profile.stage is not None
    assert before.profile.stage.id == "seed"
    assert [item.target for item in before.profile.capabilities] == [25]
    assert [item.target for item in after.profile.capabilities] == [75]
    assert before.programme("soil-advice").fit_parts.stage == 1
    assert after.programme("soil-advice").fit_parts.stage == 0
    changed: Sequence[Verdict] = [item.verdict for item in after.programmes]
    assert changed == [item.verdict for item in before.programmes]


def test_because_takes_what_was_asked_early_and_leaves_out_what_it_can(tmp_path: Path) -> None:
    catalogue = built(
        tmp_path, "any: [has_plot, role is member]", "all: [has_plot, role is member]"
    )
    result = matched(tmp_path, catalogue, "has_plot: true, role: member")
    assert result.programme("p00").because == ("has_plot",)
    assert result.programme("p01").because == ("has_plot", "role")
    result = matched(tmp_path, catalogue, "has_plot: false, role: guest")
    assert result.programme("p00").because == ("has_plot", "role")
    assert result.programme("p01").because == ("has_plot",)
