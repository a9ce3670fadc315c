"""What is said of a recurring call that may be open although nothing is announced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ccsdesk.domain.programme import UsualClosing
from ccsdesk.domain.verdict import Expected, Group, Window, WindowState
from ccsdesk.report import compose
from ccsdesk.report.season_words import season_words
from ccsdesk.text import Words
from tests.support.block_text import document_text
from tests.support.plans import content

ASK = {
    "en": "; ask the provider whether it is open now.",
    "sl": "; pri ponudniku preverite, ali je razpis zdaj odprt.",
}


@pytest.mark.parametrize(
    ("language", "month", "closing", "said"),
    [
        ("en", 10, UsualClosing(11), "It is usually open from October to the end of November"),
        ("sl", 10, UsualClosing(11), "Običajno je odprto od oktobra do konca novembra"),
        ("en", 12, UsualClosing(1, 10), "It is usually open from December to 10 January"),
        ("sl", 12, UsualClosing(1, 10), "Običajno je odprto od decembra do 10. januarja"),
        ("en", 3, UsualClosing(3), "It is usually open in March"),
        ("sl", 3, UsualClosing(3), "Običajno je odprto marca"),
        (
            "sl",
            6,
            UsualClosing(7, inferred=True),
            "Po preteklih razpisih sodeč je odprto od junija do konca julija",
        ),
    ],
)
def test_the_months_and_whom_to_ask(
    language: str, month: int, closing: UsualClosing, said: str
) -> None:
    expected = Expected(month, "medium", closing, in_season=True)
    assert season_words(Words(language), expected) == said + ASK[language]


def test_nothing_outside_the_season() -> None:
    words = Words("en")
    assert season_words(words, Expected(10, "medium", UsualClosing(11))) == ""
    assert season_words(words, Expected(None, "low")) == ""
    assert season_words(words, None) == ""


@pytest.mark.parametrize("chosen", [True, False])
def test_the_paper_never_says_that_what_is_usually_open_now_opens_later(*, chosen: bool) -> None:
    plan = content("en")
    season = WindowState(
        Window.LATER, expected=Expected(10, "medium", UsualClosing(11), in_season=True)
    )
    programmes = tuple(
        replace(one, group=Group.OPENS_LATER, window=season) if one.id == "voucher" else one
        for one in plan.match.programmes
        if one.id == "voucher"
    )
    match = replace(plan.match, programmes=programmes)
    wanted = replace(plan.plan, chosen=("voucher",) if chosen else (), advice=())
    said = document_text(compose(replace(plan, match=match, plan=wanted)))
    assert "It is usually open from October to the end of November" in said
    assert "Usually open at this time of the year" in said
    headings = ["tally"] if chosen else ["tally", "table"]
    assert said.count("Opens later") == len(headings)
