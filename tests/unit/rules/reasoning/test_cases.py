"""Known cases run against a catalogue: every expectation that is not met is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.rules.catalogue.catalogue import Case, Catalogue
from ccsdesk.rules.language.core import Compare, Constant, FactValue, IsOneOf, Relation
from ccsdesk.rules.reasoning.cases import CaseResult, Difference, run_cases
from tests.support import catalogues, worlds
from tests.support.offers import programme

SP = IsOneOf("form", frozenset({"sp"}))
TWO = Compare(Relation.AT_LEAST, FactValue("people"), Constant(Decimal(2)))
DAY = date(2026, 11, 22)


def world(*cases: Case) -> Catalogue:
    made = worlds.with_programme(worlds.world({}), programme("for-sp"), SP)
    made = worlds.with_programme(made, programme("for-two"), TWO)
    return replace(made, cases=cases)


def run(case: Case) -> CaseResult:
    (found,) = run_cases(world(case))
    return found


def case(form: str, **expected: object) -> Case:
    made = Case("a case", DAY, AnswerSet({"form": exactly(form)}))
    return replace(made, **expected)  # type: ignore[arg-type]


def test_a_case_that_comes_out_as_expected_passes() -> None:
    found = run(case("sp", eligible=("for-sp",), open={"for-two": ("people",)}))
    assert found.passed
    assert run(case("doo", not_eligible={"for-sp": ("form",)}, open={"for-two": ()})).passed


def test_another_verdict_is_told() -> None:
    assert run(case("doo", eligible=("for-sp",))).differences == (
        Difference("for-sp", "eligible", "not_eligible"),
    )
    assert run(case("sp", not_eligible={"for-sp": ()}, open={"for-sp": ()})).differences == (
        Difference("for-sp", "open", "eligible"),
        Difference("for-sp", "not_eligible", "eligible"),
    )


def test_expected_questions_that_do_not_come_out_are_told() -> None:
    found = run(case("sp", open={"for-two": ("people", "rooms", "young")}))
    assert found.differences == (Difference("for-two", "open", "open", ("rooms", "young")),)
    assert not found.passed
    found = run(case("doo", not_eligible={"for-sp": ("form", "young")}))
    assert found.differences == (Difference("for-sp", "not_eligible", "not_eligible", ("young",)),)


def test_another_stage_is_told() -> None:
    assert run(case("sp", stage="seed")).differences == (Difference(None, "seed", "none"),)


def test_the_expected_stage_may_be_the_only_expectation(tmp_path: Path) -> None:
    (found,) = run_cases(catalogues.garden(tmp_path))
    assert (found.case.stage, found.passed) == ("seed", True)


def test_every_case_is_run_on_its_day_in_order() -> None:
    later = replace(case("sp", eligible=("for-sp",)), name="later", day=date(2027, 1, 1))
    cases = (case("sp"), later, replace(case("doo"), name="again"))
    found = list(run_cases(world(*cases)))
    assert [each.case.name for each in found] == ["a case", "later", "again"]
    assert all(each.passed for each in found)
