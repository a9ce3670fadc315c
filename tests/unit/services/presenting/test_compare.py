"""What a changed answer has changed, in words: stage, groups, scores, or nothing."""

from __future__ import annotations

import pytest

from ccsdesk.domain.verdict import Shelf
from tests.support.garden_match import answered, built
from tests.support.tellings import match_of, told


@pytest.fixture
def since(tmp_path):
    """Give a function that says what became different from one map of answers to another."""

    def make(before, after, *lines):
        catalogue = built(tmp_path, *lines)
        old = match_of(catalogue, answered(tmp_path, catalogue, before))
        return told(catalogue, answered(tmp_path, catalogue, after)).since(old)

    return make


def test_a_programme_that_moved_says_from_where_to_where(since):
    found = since("role: guest", "role: member", "role is member")
    (move,) = [move for move in found.moves if move.id == "p00"]
    assert move.text == "Offer: from “One step away” to “Available now”"
    assert (move.to, move.better) == (Shelf.APPLY_NOW, True)
    assert "Offer: from “One step away” to “Available now”." in found.headline


def test_what_became_worse_is_not_called_better(since):
    found = since("role: member", "role: guest", "role is member")
    (move,) = [move for move in found.moves if move.id == "p00"]
    assert not move.better


def test_a_changed_stage_comes_first(since):
    found = since("skill: little, watering: w1", "skill: good, watering: w1")
    assert found.headline.startswith("Your stage was “Seed” and is now “Bloom”.")
    assert "Soil: 25 before, 50 of 100 now." in found.lines


def test_a_stage_that_became_known_says_so(since):
    assert since("budget: 20", "skill: good, budget: 20").lines[0] == (
        "Your stage is now known: Bloom."
    )


def test_no_difference_is_said_too(since):
    found = since("role: member", "role: member, wish: 'a bench'")
    assert found.is_same
    assert found.headline == "You changed an answer. It makes no difference to your results."


def test_a_few_moves_are_named(since):
    found = since("role: guest", "role: member", *["role is member"] * 2)
    assert found.headline == "2 entries have moved to another group: Offer and Offer."


def test_of_many_moves_the_numbers_before_and_after_are_told(since):
    found = since("role: guest", "role: member", *["role is member"] * 6)
    # a number stays beside its group where the line wraps
    headline = found.headline.replace("\N{NO-BREAK SPACE}", " ")
    assert headline == "6 entries have moved: Available now 1 → 7, One step away 6 → 0."
    assert "now\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}→" in found.headline
    assert len(found.moves) == 6


def test_what_went_the_same_way_stands_together_best_news_first(since):
    found = since(
        "role: guest, skill: good", "role: member", "role is member", "skill at least good"
    )
    assert [(shift.title, [move.id for move in shift.moves]) for shift in found.shifts] == [
        ("From “One step away” to “Available now”", ["p00"]),
        ("From “Available now” to “Not clear yet”", ["p01"]),
    ]


def test_the_answer_that_was_changed_is_named(tmp_path):
    catalogue = built(tmp_path, "role is member")
    old = match_of(catalogue, answered(tmp_path, catalogue, "role: guest"))
    found = told(catalogue, answered(tmp_path, catalogue, "role: member")).since(old, "role")
    assert found.headline.startswith("You changed: your role. Offer: from")
