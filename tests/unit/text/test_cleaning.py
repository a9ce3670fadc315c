"""Pasted and typed text: bounded, visible, harmless; what was changed is said."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.text import Words
from ccsdesk.text.cleaning import MOST_MARKS, SUBSTITUTE, Cleaned, clean, drawn, is_lost, said

EN = Words("en")
NASTY = st.text(
    st.characters()
    | st.sampled_from("\x00\x07\x1b\x85\ud83c\udfbb\u202e\u2066\u0301\u0300\ufeff\r\n\u2028🎻أא")
)


def in_lines(text: str) -> Cleaned:
    return clean(text, most=100, lines=True)


def in_a_line(text: str) -> Cleaned:
    return clean(text, most=100, lines=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ime in priimek",
        "čšž ČŠŽ đć ß ﬁ",
        "🎻 violina 👩‍👩‍👧",
        "أهلا وسهلا",
        "שלום \u200fab",
        "中文",
        "a\u00a0b  c ",
        "",
    ],
)
def test_writing_of_any_people_stays_as_it_is(text: str) -> None:
    assert in_lines(text) == Cleaned(text)
    assert in_a_line(text) == Cleaned(text)


def test_lines_end_one_way_or_become_spaces() -> None:
    text = "a\r\nb\rc\u2028d\ve"
    assert in_lines(text) == Cleaned("a\nb\nc\nd\ne")
    assert in_a_line(text) == Cleaned("a b c d e")
    assert in_lines("a\tb") == Cleaned("a b")


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x9b", "\ud83c", "\uffff"])
def test_control_characters_and_halves_become_visible(sign: str) -> None:
    assert in_lines(f"a{sign}b") == Cleaned(f"a{SUBSTITUTE}b", replaced=1)


def test_nothing_can_turn_the_direction_of_what_follows() -> None:
    assert in_a_line("abc\u202egnp.exe\u202c") == Cleaned("abc□gnp.exe□", replaced=2)
    assert in_a_line("\u2067a\u2069") == Cleaned("□a□", replaced=2)


def test_letters_take_their_composed_form() -> None:
    assert in_lines("c\u030c") == Cleaned("č")


def test_accents_do_not_pile_up() -> None:
    assert in_lines("a" + "\u0316" * 90) == Cleaned("a" + "\u0316" * MOST_MARKS)


def test_megabytes_are_cut_and_the_cut_is_said() -> None:
    cut = clean("beseda " * 300_000, most=4000, lines=True)
    assert len(cut.text) == 4000
    assert said(cut, EN) == "The text was cut to 4,000 characters."
    assert clean("a" + "\u0301" * 2_000_000, most=4000, lines=True).cut == 4000


def test_what_was_changed_is_said_and_nothing_else() -> None:
    assert said(in_lines("a"), EN) == ""
    assert said(in_lines("a\x00"), EN) == "Characters that cannot be shown were replaced by □."
    both = clean("\x00" * 9, most=2, lines=True)
    assert said(both, EN) == (
        "The text was cut to 2 characters. Characters that cannot be shown were replaced by □."
    )


@given(NASTY, st.booleans())
def test_a_clean_text_stays_clean(text: str, lines: bool) -> None:  # noqa: FBT001 - drawn
    once = clean(text, most=50, lines=lines)
    assert clean(once.text, most=50, lines=lines) == Cleaned(once.text)
    assert len(once.text) <= 50
    assert unicodedata.is_normalized("NFC", once.text)
    assert once.text.encode("utf-8").decode("utf-8") == once.text
    assert lines or "\n" not in once.text


# on paper


def has_glyph(letter: str) -> bool:
    return letter.isascii() or letter in "čšž□"


def test_what_has_no_glyph_is_a_square_on_paper() -> None:
    assert drawn("čas 🎻 中", has_glyph) == "čas □ □"
    assert drawn("a\u200db\u2009c", has_glyph) == "ab c"


def test_a_loss_on_paper_is_noticed() -> None:
    assert is_lost("čas 🎻", has_glyph)
    assert not is_lost("čas □", has_glyph)
    assert not is_lost("a\u200db", has_glyph)
