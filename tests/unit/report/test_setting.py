"""Lines that fit, pieces that stay together, pages that are full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.paths import resources
from ccsdesk.report.blocks import Run, link, rich, strong
from ccsdesk.report.fonts import Fonts, glued
from ccsdesk.report.lines import Breaker
from ccsdesk.report.pieces import Piece, beside, kept, paginate
from ccsdesk.report.style import BODY


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(resources() / "fonts")


WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), max_size=40), max_size=30)


@given(words=WORDS, width=st.integers(30, 400))
def test_no_line_is_wider_than_its_place_and_no_letter_is_lost(
    fonts: Fonts, words: list[str], width: int
) -> None:
    text = " ".join(words)
    lines = Breaker(fonts, BODY, width).lines(rich(text))
    assert all(line.width <= width + 0.01 for line in lines if len(line.text) > 1)
    kept_letters = "".join("".join(line.text for line in lines).split())
    assert kept_letters == "".join(fonts.drawable(text).split())


def test_a_word_may_change_its_face_inside_and_stays_one_word(fonts: Fonts) -> None:
    text = rich("en ", strong("dva"), ", tri")
    (line,) = Breaker(fonts, BODY, 200).lines(text)
    assert line.text == "en dva, tri"
    assert [fragment.text for fragment in line.fragments] == ["en ", "dva", ", tri"]
    assert Breaker(fonts, BODY, 25).lines(text)[1].text == "dva,"


def test_a_long_address_fills_the_line_it_begins_on(fonts: Fonts) -> None:
    address = "https://example.org/zelo/dolga/pot/do/neke/strani/na/spletu"
    lines = Breaker(fonts, BODY, 150).lines((Run("Vir: "), link(address)))
    assert lines[0].text.startswith("Vir: example.org/")
    assert {fragment.run for line in lines[1:] for fragment in line.fragments} == {1}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("od 10 do 49 oseb", "od 10~do 49~oseb"),
        ("s 5.000 € v žepu", "s~5.000~€ v~žepu"),
        ("15. marec 2027", "15.~marec 2027"),
        ("besedas 5", "besedas 5"),
    ],
)
def test_numbers_and_short_words_hold_on_to_what_follows(text: str, shown: str) -> None:
    assert glued(text).replace("\u00a0", "~") == shown


def _pieces(*heights: float) -> list[Piece]:
    return [Piece(height) for height in heights]


@given(
    st.lists(
        st.builds(
            Piece,
            height=st.floats(1, 150),
            before=st.floats(0, 30),
            with_next=st.booleans(),
            room=st.sampled_from([0.0, 40.0]),
        ),
        max_size=40,
    )
)
def test_pages_hold_every_piece_once_in_order_and_none_is_empty(pieces: list[Piece]) -> None:
    pages = paginate(pieces, 100)
    assert [placed.piece for page in pages for placed in page] == pieces
    for page in pages:
        assert page
        assert page[0].down == 0
        last = page[-1]
        assert last.down + last.piece.height <= 100.001 or len(page) == 1


def test_a_heading_goes_over_with_what_it_heads() -> None:
    heading, text = _pieces(20, 40)
    heading.with_next = True
    pages = paginate([*_pieces(50), heading, text], 100)
    assert [len(page) for page in pages] == [1, 2]


def test_what_cannot_stay_together_on_any_page_is_divided() -> None:
    pages = paginate(kept(_pieces(*[30] * 10)), 100)
    assert [len(page) for page in pages] == [3, 3, 3, 1]


def test_a_head_comes_again_at_the_top_of_the_next_page() -> None:
    head = Piece(10)
    rows = [Piece(40, head=head) for _ in range(3)]
    pages = paginate([Piece(10), *rows], 100)
    assert [placed.piece for placed in pages[1]] == [head, rows[2]]


def test_a_chapter_begins_on_a_new_page_when_little_is_left() -> None:
    chapter = Piece(10, room=50)
    assert len(paginate([Piece(60), chapter], 100)) == 2
    assert len(paginate([Piece(40), chapter], 100)) == 1


def test_something_beside_keeps_the_pieces_it_reaches_down_to_together() -> None:
    pieces = beside(_pieces(10, 10, 10), lambda _pen, _top: None, 15)
    assert [piece.with_next for piece in pieces] == [True, False, False]
    (short,) = beside(_pieces(10), lambda _pen, _top: None, 15)
    assert short.height == 15
