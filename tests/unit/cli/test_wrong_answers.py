"""Answers files that cannot be used: one sentence with the place and the nearest name, nothing for the consumer."""

from __future__ import annotations

import pytest

from tests.support.command_line import call

# what stands in the file, where the mistake is (line:column), what is said about it
WRONG = {
    "an unknown question": ("answers: {areaa: 3}", "1:11", "“area”"),
    "an unknown option": ("answers: {role: membre}", "1:17", "“member”"),
    "an unknown option among several": ("answers: {crops: [roots, leafs]}", "1:26", "“leaves”"),
    "an unknown place": ("answers: {site: nord}", "1:17", "“north”"),
    "a word for a number": ("answers: {area: large}", "1:17", "area"),
    "a number for a yes or no": ("answers: {has_plot: 3}", "1:21", "has_plot"),
    "a list for one option": ("answers: {role: [member]}", "1:17", "role"),
    "one option for a list": ("answers: {crops: roots}", "1:18", "crops"),
    "a text for a table": ("answers: {aid: some}", "1:16", "aid"),
    "too small a number": ("answers: {area: 9}", "1:17", "10"),
    "too large a number": ("answers: {budget: 5001}", "1:19", "5000"),
    "too many decimals": ("answers: {budget: 5.5}", "1:19", "budget"),
    "a number outside in a set": ("answers: {area: {between: [1, 20]}}", "1:28", "10"),
    "a day that does not exist": ("answers: {rented: 2025-02-30}", "1:19", "2025-02-30"),
    "a month that does not exist": ("answers: {rented: 2025-13}", "1:19", "2025-13"),
    "a day in the future": ("answers: {rented: 2031-01-01}", "1:19", "rented"),
    "a reversed set": ("answers: {area: {between: [49, 12]}}", "1:", "area"),
    "an empty set": ("answers: {role: {one_of: []}}", "1:", "role"),
    "a set of no kind": ("answers: {area: {about: 5}}", "1:", "about"),
    "not a number": ("answers: {area: .nan}", "1:17", "area"),
    "an infinite number": ("answers: {area: .inf}", "1:17", "area"),
    "a key twice": ("answers: {area: 20, area: 30}", "1:21", "area"),
    "an alias": ("answers: {area: &a 20, budget: *a}", "1:", ""),
    "a tag": ("answers: {area: !!int 20}", "1:", ""),
    "two documents": ("answers: {}\n---\nanswers: {}", "2:", ""),
    "an unclosed bracket": ("answers: {area: 20", "1:", ""),
    "a tab as indentation": ("answers:\n\tarea: 20", "2:", ""),
    "an empty file": ("", "", "empty"),
    "a list": ("- area", "1:1", "answers"),
    "a key that is none": ("answer: {}", "1:1", "“answers”"),
    "a question beside the answers": ("answers: {}\narea: 20", "2:1", "area"),
    "an unknown stage": ("stage: sead\nanswers: {}", "1:8", "“seed”"),
    "an unknown chosen programme": (
        "answers: {}\nplan: {chosen: [rain-barel]}",
        "2:17",
        "“rain-barrel”",
    ),
    "does not apply where it must": ("answers: {area: does_not_apply}", "1:17", "area"),
    "a record with an unknown column": ("answers: {aid: [{amuont: 5}]}", "1:18", "amount"),
    "a record out of range": ("answers: {aid: [{amount: 1001}]}", "1:26", "1000"),
    "too many records": ("answers: {aid: [{}, {}, {}, {}]}", "1:", "3"),
}


@pytest.mark.parametrize("name", WRONG)
def test_it_is_told_with_its_place_and_nothing_is_printed(name, garden, answers):
    content, place, said = WRONG[name]
    path = answers(content)
    ran = call("match", path, "--json", "--catalogue", garden, "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"ccsdesk: {path}:{place}" if place else f"ccsdesk: {path}")
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [["explain", "rain-barrel"], ["plan"]])
def test_no_command_goes_on_with_a_wrong_answer(words, garden, answers, tmp_path):
    path = answers("answers: {role: membre}")
    target = tmp_path / "plan.pdf"
    rest = ["-o", target] if words == ["plan"] else words[1:]
    ran = call(words[0], path, *rest, "--catalogue", garden)
    assert (ran.code, ran.out) == (1, "")
    assert "“member”" in ran.err
    assert not target.exists()


def test_a_file_that_is_missing_or_a_folder_is_told(garden, tmp_path):
    for path in (tmp_path / "nothing.yaml", tmp_path):
        ran = call("match", path, "--json", "--catalogue", garden)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"ccsdesk: {path}: ")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"answers: {wish: \x00}", b"a" * 5_000_000])
def test_a_file_that_is_no_text_is_told(content, garden, tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_bytes(content)
    ran = call("match", path, "--json", "--catalogue", garden)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"ccsdesk: {path}")
    assert ran.err.count("\n") == 1


def test_what_is_piped_in_is_read_and_its_mistakes_are_placed(garden):
    good = call("match", "-", "--json", "--catalogue", garden, piped="answers: {role: member}")
    assert good.code == 0
    wrong = call("match", "-", "--json", "--catalogue", garden, piped="answers: {role: membre}")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.startswith("ccsdesk: -:1:17: ")


def test_no_answers_at_all_are_valid(garden):
    ran = call("match", "-", "--json", "--catalogue", garden, piped="answers: {}")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document["stage"] is None
