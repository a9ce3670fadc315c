"""What the person reads: sentences, counts, days, money, lists, order."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.errors import CatalogueError, StorageError
from ccsdesk.text import Words
from ccsdesk.text.setting import NO_BREAK

SL, EN, OTHER = Words("sl", first="sl"), Words("en", first="sl"), Words("de", first="sl")
DAY = date(2027, 3, 15)


@pytest.mark.parametrize("content", [b"", b"junk", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_damaged_translations_are_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "sl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "ccsdesk.mo").write_bytes(content)
    words = Words("sl", locales=tmp_path)
    assert words.say("Yes") == "Yes"
    assert words.day(DAY) == "15 March 2027"
    assert words.number(5000) == "5,000"


@pytest.mark.parametrize(
    ("words", "alone", "inline"),
    [
        (SL, "15. marec 2027", "15. marca 2027"),
        (EN, "15 March 2027", "15 March 2027"),
        (OTHER, "15 March 2027", "15 March 2027"),
    ],
)
def test_a_day_is_written_in_words(words: Words, alone: str, inline: str) -> None:
    assert (words.day(DAY), words.day(DAY, inline=True)) == (alone, inline)


@pytest.mark.parametrize(
    ("words", "amount", "currency", "said"),
    [
        (SL, 5000, "EUR", f"5.000{NO_BREAK}€"),
        (EN, 5000, "EUR", "€5,000"),
        (SL, Decimal("1234.50"), "EUR", f"1.234,50{NO_BREAK}€"),
        (EN, Decimal("1234.50"), "EUR", "€1,234.50"),
        (EN, Decimal("2000000.00"), "CHF", f"CHF{NO_BREAK}2,000,000"),
        (SL, -20, "EUR", f"−20{NO_BREAK}€"),
    ],
)
def test_money_shows_cents_only_where_there_are_any(
    words: Words, amount: Decimal, currency: str, said: str
) -> None:
    assert words.money(amount, currency) == said


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 mesecev"),
        (1, "1 mesec"),
        (2, "2 meseca"),
        (3, "3 meseci"),
        (4, "4 meseci"),
        (5, "5 mesecev"),
        (101, "101 mesec"),
        (102, "102 meseca"),
        (1003, "1.003 meseci"),
    ],
)
def test_slovenian_counts_in_four_forms(n: int, said: str) -> None:
    assert SL.amount(n, "months") == said


def test_units_are_said_as_a_person_would() -> None:
    assert SL.amount(Decimal("2.5"), "hours") == "2,5 ure"
    assert SL.amount(60, "%") == f"60{NO_BREAK}%"
    assert EN.amount(60, "%") == "60%"
    assert EN.amount(1, "people") == "1 person"
    assert EN.amount(12, "m2") == "12 m²"
    assert SL.amount(12, "koles") == "12 koles"
    assert EN.amount(5000, "EUR") == "€5,000"
    assert SL.amount(Decimal("7.50"), None) == "7,5"


def test_lists_end_with_a_word() -> None:
    assert SL.listing(["a", "b", "c"]) == "a, b in c"
    assert SL.listing(["a", "b"], last="or") == "a ali b"
    assert SL.listing(["a", "b in c"]) == "a; b in c"
    assert SL.listing(["a", "b, ki c", "d"], last="or") == "a; b, ki c; ali d"
    assert SL.listing(["a", "b in c"], last="or") == "a ali b in c"
    assert EN.listing(["a"]) == "a"
    assert EN.listing([]) == ""


def test_slovenian_order_gives_the_caron_letters_a_place_of_their_own() -> None:
    towns = ["Žalec", "Čatež", "Zagorje", "Cerknica", "šola", "sol", "Ćosić", "Đakovo", "Dravograd"]
    assert SL.sorted(towns) == [
        "Cerknica",
        "Čatež",
        "Ćosić",
        "Dravograd",
        "Đakovo",
        "sol",
        "šola",
        "Zagorje",
        "Žalec",
    ]


def test_other_accents_follow_their_base_letter() -> None:
    assert SL.sorted(["Edvard", "étude", "Etel", "etude"]) == ["Edvard", "Etel", "etude", "étude"]


@given(st.lists(st.text(), unique=True))
def test_order_is_total_and_stable_for_any_text(texts: list[str]) -> None:
    ordered = SL.sorted(texts)
    assert SL.sorted(texts[::-1]) == ordered
    assert all(SL.sort_key(low) <= SL.sort_key(high) for low, high in pairwise(ordered))


def test_a_text_is_picked_in_the_language_then_in_the_first_then_in_any() -> None:
    assert EN.pick({"sl": "obrazec", "en": "form"}) == "form"
    assert OTHER.pick({"en": "form", "sl": "obrazec"}) == "obrazec"
    assert OTHER.pick({"en": "form"}) == "form"
    assert EN.pick({"en": "", "sl": "obrazec"}) == "obrazec"
    assert EN.pick({}) == ""


def test_an_error_is_said_in_the_language_with_its_place_and_advice() -> None:
    error = StorageError(
        "The files that belong to CCS Desk are missing from {place}.",
        advice="Install CCS Desk again.",
        place="/opt/ccsdesk",
    )
    assert SL.error(error) == (
        "Datotek, ki so del programa CCS Desk, ni v mapi /opt/ccsdesk. "
        "Program CCS Desk namestite znova."
    )
    assert EN.error(error) == str(error)
    placed = CatalogueError("Only {n} here.", file="a.yaml", line=3, n=2)
    assert OTHER.error(placed) == "a.yaml:3: Only 2 here."


def test_the_language_of_the_sentences_is_english_where_there_is_no_translation() -> None:
    assert [words.spoken for words in (SL, EN, OTHER)] == ["sl", "en", "en"]


def test_importing_the_words_loads_neither_babel_nor_translations() -> None:
    code = "import sys, ccsdesk.text; print([m for m in ('babel', 'gettext') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "unit", "said"),
    [
        (EN, "EUR", "€1,000 to €5,000"),
        (SL, "EUR", f"od 1.000 do 5.000{NO_BREAK}€"),
        (EN, "%", "1,000% to 5,000%"),
        (EN, "people", "1,000 to 5,000 people"),
        (EN, None, "1,000 to 5,000"),
    ],
)
def test_a_sign_that_stands_at_its_number_is_said_with_both_ends(
    words: Words, unit: str | None, said: str
) -> None:
    assert words.amounts(1000, 5000, unit) == said
