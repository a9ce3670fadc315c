"""Rows of programmes and measures: where they stand, what they say, what they can be found by."""

from __future__ import annotations

import pytest

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.verdict import Shelf
from ccsdesk.report.voice import Voice
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.presenting.rows import CLOSED, MEASURE, Named, filters_of, plain_groups
from ccsdesk.services.presenting.standing import Part
from ccsdesk.text import Words
from tests.support.catalogues import changed
from tests.support.checkout import ROOT
from tests.support.command_line import DAY as SHIPPED_DAY
from tests.support.garden_match import answered, built
from tests.support.tellings import rows_of, told


@pytest.fixture
def rows(tmp_path):
    """Give a function that makes the rows of a garden with these condition lines and answers."""

    def make(text, *lines, language="en", **named):
        catalogue = built(tmp_path, *lines, **named)
        return rows_of(told(catalogue, answered(tmp_path, catalogue, text), language=language))

    return make


def test_a_row_one_can_apply_for_says_amount_time_and_the_need_it_serves(rows):
    row = rows("has_plot: true, role: member, budget: 20", "role is member")["p00"]
    assert (row.name, row.provider, row.state) == ("Offer", "City", Shelf.APPLY_NOW)
    assert row.state_word == "Available now"
    assert row.when == "Open at any time."
    assert row.marks == ("grant",)


def test_an_open_row_names_the_answers_that_would_decide(rows):
    row = rows("role: member", "skill at least good")["p00"]
    assert row.state is Shelf.NOT_CLEAR
    assert row.why == "1 answer would decide: knowledge of soil."


def test_a_row_that_fits_not_says_the_condition_that_fails_and_not_its_whole_rule(rows):
    rule = "{any: [keen, site within town]}"
    row = rows("site: abroad, skill: none, watering: w0", rule)["p00"]
    assert row.state is Shelf.NOT_FOR_YOU
    assert row.why == "Not met: You are keen."


WISHED = changed(
    "questions/1-plot.yaml", "    label: {en: crops", "    wish: true\n    label: {en: crops"
)


def test_what_was_not_chosen_is_told_apart_from_what_is_not_met(tmp_path):
    lines = ("crops has fruit", "skill at least good")
    catalogue = built(tmp_path, *lines, files=WISHED)
    answers = answered(tmp_path, catalogue, "crops: [roots], skill: none")
    view = told(catalogue, answers).view()
    groups = {group.key: group for group in view.groups}
    assert [row.id for row in groups["not_chosen"].rows] == ["p00"]
    assert groups["not_chosen"].note == "These are for plans or wishes that you did not tick."
    assert [row.id for row in groups["not_for_you"].rows] == ["p01"]
    counted = {one.state: one.number for one in view.tally}
    assert (counted[Shelf.NOT_CHOSEN], counted[Shelf.NOT_FOR_YOU]) == (1, 1)


def test_a_wish_among_other_reasons_is_no_mere_choice(tmp_path):
    line = "{any: [crops has fruit, skill at least good]}"
    catalogue = built(tmp_path, line, files=WISHED)
    answers = answered(tmp_path, catalogue, "crops: [roots], skill: none")
    assert rows_of(told(catalogue, answers))["p00"].state is Shelf.NOT_FOR_YOU


def test_what_no_answer_can_clear_stands_apart_from_what_an_answer_decides(tmp_path):
    unknown = "{kind: unknown}"
    catalogue = built(tmp_path, "role is member", "skill at least good", window=unknown)
    answers = answered(tmp_path, catalogue, "role: member")
    groups = {group.key: group for group in told(catalogue, answers).view().groups}
    parts = {row.id: row.part for row in groups["not_clear"].rows}
    assert parts["p00"] is Part.NO_DAY
    assert parts["p01"] is Part.ANSWERS
    rows = rows_of(told(catalogue, answers))
    assert rows["p00"].when == "No deadline is published yet; ask the provider."
    assert rows["p01"].why == "1 answer would decide: knowledge of soil."
    assert list(groups["not_clear"].parts) == [Part.ANSWERS, Part.NO_DAY]


def test_what_is_usually_open_now_stands_before_what_opens_another_time():
    catalogue = open_catalogue()
    answers = read_answers_of(ROOT / "examples" / "dancer.yaml", catalogue, SHIPPED_DAY)
    groups = {one.key: one for one in told(catalogue, answers, day=SHIPPED_DAY).view().groups}
    later = groups["opens_later"]
    assert [row.part for row in later.rows][:2] == [Part.SEASON, Part.WAITS]
    assert list(later.parts) == [Part.SEASON, Part.WAITS]
    assert later.rows[0].id == "mol-culture-projects"
    words = [row.state_word for row in later.rows[:2]]
    assert words == ["Usually open at this time of the year", "Opens later"]
    full = told(catalogue, answers, day=SHIPPED_DAY).programme(later.rows[0].id)
    assert full is not None
    assert full.standing.shelf_word == words[0]
    assert later.rows[0].when.startswith("It is usually open from October to the end of November;")


def test_without_a_season_what_opens_later_is_not_parted(tmp_path):
    catalogue = built(tmp_path, "role is member", window="{kind: recurring, month: 1}")
    answers = answered(tmp_path, catalogue, "role: member")
    groups = {group.key: group for group in told(catalogue, answers).view().groups}
    assert {row.part for row in groups["opens_later"].rows} == {None}
    assert groups["opens_later"].parts == {}


def test_advice_is_no_application(rows):
    assert rows("role: member")["soil-advice"].when == ("You can ask for advice all year round.")


def test_what_comes_round_every_year_says_by_when(rows):
    window = "{kind: rolling, closing: {month: 3, day: 31}}"
    more = "benefit: {kind: relief, rate: 40 %, basis: tax-base}\n"
    row = rows("role: member", "role is member", window=window, more=more)["p00"]
    assert row.when == "Every year by 31 March."
    assert row.amount == "40% of the investment off the tax base"


def test_a_row_one_step_away_says_which_step_and_how(rows):
    row = rows("role: guest", "role is member")["p00"]
    assert row.state is Shelf.ONE_STEP
    assert row.why == "Change: your role. Join."


def test_what_is_over_stands_apart_with_what_replaced_it(tmp_path):
    ended = "{kind: ended, ended: 2024-05-31}"
    more = "relations: [{kind: replaced-by, programme: soil-advice}]\n"
    catalogue = built(tmp_path, "role is member", window=ended, more=more)
    telling = told(catalogue, answered(tmp_path, catalogue, "role: member"))
    closed = telling.view().groups[-1]
    assert (closed.key, closed.title) == (CLOSED, "Closed")
    (row,) = closed.rows
    assert (row.state_word, row.when) == ("Closed since 31 May 2024", "")
    assert row.why == "Replaced by: Soil advice."


def test_a_part_of_a_group_can_be_filtered_by(tmp_path):
    lines = ("role is member", "skill at least good")
    catalogue = built(tmp_path, *lines, window="{kind: unknown}")
    view = told(catalogue, answered(tmp_path, catalogue, "role: member")).view()
    named = [(one.id, one.name) for one in view.filters.groups if one.id.startswith("not_clear")]
    assert named == [
        ("not_clear", "Not clear yet"),
        ("not_clear/answers", "Not clear yet: Your answers will decide"),
        ("not_clear/no_day", "Not clear yet: No deadline is published"),
    ]


def test_advice_and_measures_come_after_what_one_can_apply_for(tmp_path):
    catalogue = built(tmp_path, "role is member")
    telling = told(catalogue, answered(tmp_path, catalogue, "has_plot: true, role: member"))
    first = telling.view().groups[0]
    assert [row.id for row in first.rows] == ["p00", "soil-advice", "m-water"]


def test_a_measure_says_that_it_is_one_and_who_delivers_it(rows):
    row = rows("has_plot: true")["m-water"]
    assert row.is_measure
    assert row.kind == MEASURE
    assert row.marks[0] == "measure"
    assert row.provider == "Delivered by: Rain barrel grant"


def test_a_condition_nobody_could_confirm_marks_the_row(rows):
    found = rows("role: member")
    assert "not all verified" in found["rain-barrel"].marks
    assert "not all verified" not in found["soil-advice"].marks


def test_a_row_is_found_by_name_provider_kind_and_need_without_accents(rows):
    found = rows("role: member", language="de")["rain-barrel"].found_by
    for word in ("regentonne", "stadt", "zuschuss", "wasser"):
        assert word in found
    assert "rain barrel" in found, "what was typed in another language still finds it"
    names = changed("programmes/rain-barrel.yaml", "Rain barrel grant", "Čebelja Žlica")
    assert "cebelja zlica" in rows("role: member", files=names)["rain-barrel"].found_by


def test_only_what_occurs_can_be_filtered_by(tmp_path):
    catalogue = built(tmp_path)
    view = told(catalogue, answered(tmp_path, catalogue, "role: member")).view()
    assert [one.name for one in view.filters.kinds] == ["Advice", "Grant", "Measure"]
    assert [one.name for one in view.filters.needs] == ["Tools", "Water"]
    assert [one.name for one in view.filters.levels] == ["City"]
    assert [one.id for one in view.filters.groups] == [group.key for group in view.groups]


def test_rows_without_a_match_say_nothing_about_anybody(tmp_path):
    catalogue = built(tmp_path)
    voice = Voice(catalogue, Words("en", first="en"))
    heading = Named("all", "All")
    items = [(heading, catalogue.programmes[key]) for key in ("soil-advice", "rain-barrel")]
    (group,) = plain_groups(voice, items)
    assert [row.name for row in group.rows] == ["Rain barrel grant", "Soil advice"]
    assert all(row.state is None and not row.state_word and not row.when for row in group.rows)
    assert group.rows[0].why == "Pays for a barrel."
    assert group.rows[0].amount == "From €50 to €200"
    assert [one.id for one in filters_of(voice, (group,)).kinds] == ["advice", "grant"]


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("example", ["photographer", "student", "architects"])
def test_every_row_of_the_shipped_catalogue_has_a_name_a_time_and_a_reason(language, example):
    catalogue = open_catalogue()
    answers = read_answers_of(ROOT / "examples" / f"{example}.yaml", catalogue, SHIPPED_DAY)
    view = told(catalogue, answers, language=language, day=SHIPPED_DAY).view()
    rows = [row for group in view.groups for row in group.rows]
    assert len(rows) == len({row.id for row in rows})
    assert len(rows) == len(catalogue.programmes) + len(catalogue.measures)
    for group in view.groups:
        for row in group.rows:
            assert row.name
            assert row.when or group.key == CLOSED, row.id
            assert row.why or group.key == CLOSED, row.id
            assert "{" not in f"{row.why}{row.when}{row.amount}"


def test_with_nothing_answered_nothing_is_ruled_out(tmp_path):
    catalogue = open_catalogue()
    groups = told(catalogue, AnswerSet(), day=SHIPPED_DAY).view().groups
    assert {group.key for group in groups} <= {"not_clear", "apply_now", "opens_later", CLOSED}
