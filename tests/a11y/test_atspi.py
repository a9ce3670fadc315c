"""A whole quick visit by a screen reader: found, read and pressed over the accessibility bus, to a plan on the disk."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from ccsdesk.text import Words
from tests.support.desktop import desktop, program, screen_reader

MOST_QUESTIONS = 25
MOST_LOOKS = 100


@pytest.fixture
def reading(screen_reader_installed, tmp_path):
    """Give a screen reader, and the folder that is the person's own."""
    with (
        desktop(tmp_path) as environ,
        program(environ, "--lang", "sl", log=tmp_path / "said.txt"),
        screen_reader(environ) as reader,
    ):
        yield reader, tmp_path


def named(reader, role):
    return [one.name for one in reader.everything() if one.role == role]


def title(reader):
    """The first heading on the screen; a page that is just being put up has none yet."""
    for _ in range(MOST_LOOKS):
        headings = named(reader, "heading")
        if headings:
            return headings[0]
    pytest.fail(f"no heading among\n{reader.tree()}")


@pytest.mark.slow
def test_a_screen_reader_walks_a_quick_visit_and_saves_the_plan(reading):
    reader, home = reading
    say = Words("sl").say
    assert reader.find(say("Which support fits you?"), "heading")
    reader.press(say("Begin the quick check"))
    asked = []
    while len(asked) < MOST_QUESTIONS:
        asked.append(title(reader))
        assert asked[-1] in " ".join(reader.hear(asked[-1]))
        reader.press(say("I don’t know"))
        reader.press(say("Continue"))
        assert reader.is_gone(asked[-1], "heading")
        if title(reader) == say("Your answers"):
            break
    assert len(asked) == len(set(asked)) > 5
    reader.hear(say("Your answers"))
    for onward, page in (
        ("See my results", "Your results"),
        ("Make my plan", "Your plan"),
        ("Take it with you", "Take your plan with you"),
    ):
        reader.press(say(onward), "push button")
        assert reader.find(say(page), "heading")
        assert any(say(page) in one for one in reader.hear(say(page)))
    reader.press(say("Save the plan"))
    assert reader.find(say("Save the plan"), "dialog")
    target = home / "moj načrt.pdf"
    reader.write(say("File name:"), str(target))
    reader.press(say("Save"), "push button")
    reader.hear(str(target.name))
    assert len(PdfReader(io.BytesIO(target.read_bytes())).pages) > 3


def test_everything_a_screen_reader_meets_first_has_a_name(reading):
    reader, _home = reading
    reader.find(Words("sl").say("Which support fits you?"), "heading")
    reachable = [one for one in reader.everything() if "focusable" in one.states]
    assert len(reachable) > 10
    assert [one for one in reachable if not one.name and one.role != "frame"] == []
    assert title(reader) in {one.name for one in reachable}


def test_levels_of_headings_and_the_state_of_folds_reach_a_screen_reader(reading):
    reader, _home = reading
    say = Words("sl").say
    assert reader.find(say("Which support fits you?"), "heading").level == "1"
    assert "checked" in reader.find("Slovenščina", "radio button").states
    assert "checked" not in reader.find("English", "radio button").states
    reader.press(say("Begin the quick check"))
    fold = reader.find(say("Why do we ask?"))
    assert fold.role == "push button"
    assert "expandable" in fold.states
    assert "expanded" not in fold.states
    reader.press(fold.name, "push button")
    assert "expanded" in reader.find(fold.name, "push button").states
