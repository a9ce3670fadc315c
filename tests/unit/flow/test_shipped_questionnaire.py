"""The questionnaire that ships: walkable in order, its quick check complete in itself."""

from __future__ import annotations

from datetime import date

import pytest

from ccsdesk.domain.answers import Answer, DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.question import Kind, Question
from ccsdesk.flow.fitting import fits
from ccsdesk.flow.progress import progress, sections
from ccsdesk.flow.script import Script
from ccsdesk.flow.state import Flow
from ccsdesk.rules.catalogue.cache import load_catalogue
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.catalogue_care import shipped
from ccsdesk.services.ports import QuestionRules
from ccsdesk.services.results import Results

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(shipped(), cache=None)


@pytest.fixture(scope="module")
def rules(catalogue: Catalogue) -> QuestionRules:
    return Results(catalogue, DAY)


def first_answer(question: Question) -> Answer:
    if question.kind is Kind.YES_NO:
        return exactly("yes")
    if question.kind in {Kind.SINGLE, Kind.SCALE}:
        return exactly(question.options[-1].id)
    return DontKnow()


@pytest.mark.parametrize("mode", list(Mode))
def test_a_visit_reaches_its_review_and_nothing_is_left(
    catalogue: Catalogue, rules: QuestionRules, mode: Mode
):
    flow = Flow.begin(Script.of(catalogue), rules, mode)
    count = 0
    while flow.current is not None:
        question = flow.script.questions[flow.current]
        answer = first_answer(question)
        assert fits(question, answer, dictionary=catalogue.dictionary, day=DAY)
        flow = flow.answer(flow.current, answer)
        count += 1
    assert progress(flow).answered == progress(flow).at_most == count
    assert all(section.is_done for section in sections(flow))


def test_the_quick_check_is_quick(catalogue: Catalogue, rules: QuestionRules):
    begun = progress(Flow.begin(Script.of(catalogue), rules, Mode.QUICK))
    assert begun.at_most <= 14
    assert begun.seconds[1] <= 5 * 60


def test_no_question_of_the_quick_check_hangs_on_one_outside_it(catalogue: Catalogue):
    script = Script.of(catalogue)
    blocked = [
        (question, name)
        for question, names in script.decided_by.items()
        for name in names
        if script.questions[question].quick and not script.questions[name].quick
    ]
    assert blocked == []
