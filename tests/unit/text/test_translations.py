"""The translations are complete and fresh, and the tool that says so notices when they are not."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools/translations.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    # dataclasses look their module up while it is being made
    monkeypatch.setitem(__import__("sys").modules, "translations", made)
    spec.loader.exec_module(made)
    return made


def test_every_sentence_is_translated_and_compiled(tool: ModuleType) -> None:
    wanted = tool.template(ROOT / "ccsdesk")
    assert [fault for code in tool.languages() for fault in tool.problems(code, wanted)] == []


def test_a_new_sentence_is_found_wherever_it_may_stand(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text(
        "class OwnError(CcsError): ...\n"
        "raise OwnError('It is {colour}.', advice='Paint it.', colour='red')\n"
        "words.say('Good ' 'day')\n"
        "words.say(message('a') if x else message('b'))\n"
        "words.count('{n} cat', '{n} cats', 3)\n"
        "raise StorageError('Full.' if full else 'Locked.')\n"
        "words.say(sentence)\n",
        encoding="utf-8",
    )
    found = [entry.forms for entry in tool.sentences(tmp_path)]
    assert sorted(found) == [
        ("Full.",),
        ("Good day",),
        ("It is {colour}.",),
        ("Locked.",),
        ("Paint it.",),
        ("a",),
        ("b",),
        ("{n} cat", "{n} cats"),
    ]


def test_what_is_missing_or_stale_is_named(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "room.py").write_text("say('New {thing}')\n", encoding="utf-8")
    po = tmp_path / "sl" / "LC_MESSAGES" / "ccsdesk.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "New {thing}"\nmsgstr "Nov {stvar}"\n', encoding="utf-8")
    monkeypatch.setattr(tool, "LOCALES", tmp_path)
    faults = tool.problems("sl", tool.template(tmp_path / "src"))
    assert faults == [
        "sl: unknown placeholder stvar in 'New {thing}'",
        "sl: ccsdesk.po is not up to date",
        "sl: ccsdesk.mo is not up to date",
    ]
    po.write_text('msgid "Old"\nmsgstr "Star"\n', encoding="utf-8")
    assert tool.problems("sl", tool.template(tmp_path / "src"))[0] == (
        "sl: not translated: 'New {thing}' (src/room.py)"
    )
