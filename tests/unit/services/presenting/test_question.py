"""Which question it is, of how many: on the way on, the number never goes back."""

from __future__ import annotations

from ccsdesk.domain.answers import DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.flow.progress import progress
from ccsdesk.flow.state import Flow
from ccsdesk.services.presenting.question import place_words
from ccsdesk.text import Words
from tests.support.flows import small_flow

UNSURE = DontKnow()


def _number(flow: Flow) -> int:
    return int(place_words(flow, progress(flow), Words("en")).split()[1])


def _answered(flow: Flow) -> Flow:
    assert flow.current is not None
    return flow.answer(flow.current, exactly("sp") if flow.current == "form" else UNSURE)


def test_numbers_go_on_where_a_quick_check_grows():
    flow, numbers = small_flow(Mode.QUICK), []
    while flow.current is not None:
        numbers.append(_number(flow))
        flow = _answered(flow)
    flow = flow.grow()
    while flow.current is not None:
        numbers.append(_number(flow))
        kept = flow.record(flow.current, UNSURE)
        assert _number(kept) == numbers[-1]
        flow = _answered(flow)
    assert numbers == list(range(1, len(numbers) + 1))


def test_back_from_the_first_question_after_growing_is_one_less():
    flow = small_flow(Mode.QUICK)
    while flow.current is not None:
        flow = _answered(flow)
    grown = flow.grow()
    assert _number(grown.back()) == _number(grown) - 1
