"""The PDF itself: the same bytes every time, full pages, embedded letters, tags, nothing beyond the edge."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from ccsdesk.domain.errors import ExportError, GivenUpError
from ccsdesk.paths import resources
from ccsdesk.report import render_plan
from ccsdesk.report.fonts import FILES
from tests.support.pdf_structure import structure
from tests.support.plans import content, programme
from tests.support.small_questions import both

LONG = "Podpora ustvarjalkam in ustvarjalcem na področju oblikovanja, arhitekture in uprizoritvenih umetnosti"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


@pytest.fixture(scope="module", params=["sl", "en"])
def plan(request: pytest.FixtureRequest) -> bytes:
    return render_plan(content(str(request.param)))


def _texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def _edges(pdf: bytes) -> list[tuple[str, float, float]]:
    """Every piece of text with its x and y."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            found.append((text, matrix[4], matrix[5]))

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return found


def test_the_same_content_gives_the_same_bytes(plan: bytes) -> None:
    assert plan in {render_plan(content("sl")), render_plan(content("en"))}


def test_what_stops_the_work_on_the_way_ends_it_there() -> None:
    calls: list[int] = []

    def go_on() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        render_plan(content("en"), go_on=go_on)
    assert len(calls) == 2


def test_no_page_is_empty_and_every_page_has_its_number(plan: bytes) -> None:
    texts = _texts(plan)
    for number, text in enumerate(texts, 1):
        assert f"{number} / {len(texts)}" in text
        assert len(text) > 150


def test_slovenian_letters_can_be_copied_out() -> None:
    said = " ".join(_texts(render_plan(content("sl"))))
    for word in (
        "Studio Češnja",
        "Žepnina",
        "Vaš načrt podpore",
        "od 500 € do 9.999 €",
        "<b>čšž</b>",
    ):
        assert word in said


def test_all_fonts_are_embedded_and_the_file_is_small(plan: bytes) -> None:
    fonts = {}
    for page in PdfReader(io.BytesIO(plan)).pages:
        for name, font in page["/Resources"]["/Font"].items():
            fonts[name] = font.get_object()
    used = [font for font in fonts.values() if "SourceSans3" in font["/BaseFont"]]
    assert used
    assert all("/FontFile2" in font["/FontDescriptor"] for font in used)
    assert 20_000 < len(plan) < 400_000


def test_only_embedded_fonts_are_drawn_with(plan: bytes) -> None:
    names = set()

    def visit(
        text: str, _cm: object, _tm: object, font: dict[str, str] | None, _size: float
    ) -> None:
        if text.strip() and font is not None:
            names.add(font["/BaseFont"].partition("+")[2])

    for page in PdfReader(io.BytesIO(plan)).pages:
        page.extract_text(visitor_text=visit)
    assert names == {"SourceSans3-Regular", "SourceSans3-SemiBold"}


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(io.BytesIO(render_plan(content("sl"))))
    assert reader.metadata.title == "Vaš načrt podpore: Studio Češnja"
    assert reader.metadata.author == "Center Rog"
    assert reader.metadata.creation_date.date().isoformat() == "2026-11-22"
    assert reader.trailer["/Root"]["/Lang"] == "sl"
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[:3] == [
        "Vaš načrt podpore: Studio Češnja",
        "Vaš profil",
        "Kaj lahko izkoristite",
    ]


def test_every_mark_on_a_page_belongs_to_a_tag_or_is_decoration(plan: bytes) -> None:
    found = structure(plan)
    assert found.faults == []
    assert found.headings[0] == 1
    assert found.headings.count(1) == 1
    assert found.kinds["Table"] >= 6
    assert found.kinds["Link"] >= 5
    assert found.kinds["Figure"] == 6
    assert all(found.pictures)


def test_a_link_leads_to_its_address() -> None:
    reader = PdfReader(io.BytesIO(render_plan(content("en"))))
    targets = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", ArrayObject())
    }
    assert {"https://example.org/vavcer", "https://mao.si"} <= targets


def test_an_address_that_is_no_web_address_is_text_only() -> None:
    full = content("en")
    programmes = dict(full.catalogue.programmes)
    contact = replace(programmes["fair"].contact, web="javascript:alert(1)")
    programmes["fair"] = replace(programmes["fair"], contact=contact)
    pdf = render_plan(replace(full, catalogue=replace(full.catalogue, programmes=programmes)))
    assert b"javascript:" not in pdf
    assert "javascript:alert(1)" in " ".join(_texts(pdf))


@pytest.mark.parametrize("name", [f"{LONG} – {LONG}", WORD], ids=["long", "one word"])
def test_long_names_wrap_and_stay_on_the_page(name: str) -> None:
    pdf = render_plan(content("sl", name=both(name, name), person=name, note=f"{WORD} {LONG}"))
    assert all(40 < x < 560 and 20 < y < 830 for _, x, y in _edges(pdf))
    letters = "".join("".join(_texts(pdf)).split())
    assert "".join(name.split()) in letters
    assert structure(pdf).faults == []


def test_the_first_page_stands_alone_even_with_long_names() -> None:
    texts = _texts(render_plan(content("sl", name=both(LONG, LONG), person=f"{LONG} {LONG}")))
    assert "Pomembno" in texts[0]
    assert texts[1].count("Vaš profil") == 1


def test_a_text_longer_than_a_page_goes_on_over_pages() -> None:
    pdf = render_plan(content("sl", note=" ".join(f"beseda{number}" for number in range(3000))))
    said = " ".join(_texts(pdf))
    assert "beseda0 " in said
    assert "beseda2999" in said
    assert all(20 < y < 830 for _, _, y in _edges(pdf))


def test_many_programmes_keep_every_heading_with_what_follows() -> None:
    full = content("sl")
    many = {f"p{n}": programme(f"p{n}", both(f"Program {n}", f"Programme {n}")) for n in range(12)}
    plan = replace(full.plan, chosen=tuple(many))
    texts = _texts(
        render_plan(replace(full, catalogue=replace(full.catalogue, programmes=many), plan=plan))
    )
    for text in texts:
        last = [line for line in text.splitlines() if line.strip()][-1]
        assert not last.startswith("Program ")


WEIRD = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(person=WEIRD, name=WEIRD, note=WEIRD)
def test_any_name_and_note_can_be_printed(person: str, name: str, note: str) -> None:
    pdf = render_plan(content("sl", name=both(name, name), person=person, note=note))
    assert structure(pdf).faults == []
    assert all(texts.strip() for texts in _texts(pdf))


def test_what_has_no_letter_in_the_font_gets_a_visible_substitute() -> None:
    said = " ".join(_texts(render_plan(content("sl", person="Maja 🎨 שלום"))))
    assert "Maja □ □□□□" in said


def test_a_missing_font_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        ExportError, match=r"the font .*SourceSans3-Regular\.ttf is missing or damaged"
    ) as told:
        render_plan(content("sl"), fonts=tmp_path)
    assert "Install CCS Desk again." in str(told.value)


def test_a_damaged_font_is_one_sentence(tmp_path: Path) -> None:
    for name in FILES.values():
        whole = (resources() / "fonts" / name).read_bytes()
        (tmp_path / name).write_bytes(whole[:2000])
    with pytest.raises(ExportError, match="missing or damaged"):
        render_plan(content("sl"), fonts=tmp_path)


def test_a_plan_is_made_quickly() -> None:
    render_plan(content("sl"))
    start = time.perf_counter()
    render_plan(content("sl"))
    # about 0.1 s here; the bound only catches something gone badly wrong
    assert time.perf_counter() - start < 2


def test_the_bytes_do_not_depend_on_the_process() -> None:
    code = (
        "import hashlib; from ccsdesk.report import render_plan; from tests.support.plans import content;"
        "print(hashlib.sha256(render_plan(content('sl'))).hexdigest())"
    )
    root = Path(__file__).resolve().parents[3]
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert said == {f"{hashlib.sha256(render_plan(content('sl'))).hexdigest()}\n"}


def test_the_file_is_sound(plan: bytes) -> None:
    with pikepdf.open(io.BytesIO(plan)) as pdf:
        assert pdf.check_pdf_syntax() == []
