"""The rules of the house that no linter knows. Each failure lists the offenders."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib

import pytest

from tests.support.checkout import ROOT, named, python_files
from tools import environment

LONGEST = 450
STYLE_SHEET_DOOR = "ccsdesk/ui/theme"
EVENT_LOOP_DOOR = "ccsdesk/app.py"
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def offenders(pattern, files):
    """List `file:line` of every match."""
    return [
        f"{named(path)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(pattern, line)
    ]


def outside(door):
    return [path for path in python_files("ccsdesk") if not named(path).startswith(door)]


def section(title):
    """Give the lines of README's section, fences included."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_no_file_is_too_long_to_read():
    lengths = {named(path): len(path.read_bytes().splitlines()) for path in python_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_file_says_what_it_is_for():
    silent = [
        named(path)
        for path in python_files()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_style_sheets_are_set_by_the_theme_alone():
    assert offenders(r"\bsetStyleSheet\(", outside(STYLE_SHEET_DOOR)) == []


def test_dialogs_are_opened_and_never_executed():
    assert offenders(r"\bexec_?\(", outside(EVENT_LOOP_DOOR)) == []


def test_the_focus_chain_of_qt_is_never_walked():
    """With PySide6 6.12 that breaks the ownership of widgets, and the program with it."""
    assert offenders(r"\b(next|previous)InFocusChain\(", python_files("ccsdesk")) == []


def test_the_items_of_a_layout_are_never_asked_for():
    """PySide6 6.12 is not told when they go, and takes for them what comes to stand at their place."""
    files = [path for path in python_files("ccsdesk/ui") if path.name != "flow_layout.py"]
    assert offenders(r"\bitemAt\(", files) == []


def test_nothing_is_left_to_be_done():
    texts = [
        path
        for folder in ("resources", "docs", "examples")
        for ending in ("*.yaml", "*.md", "*.po")
        for path in (ROOT / folder).rglob(ending)
    ]
    assert offenders(UNFINISHED, [*python_files(), *texts, ROOT / "README.md"]) == []


def test_tests_never_sleep():
    assert offenders(r"\b(time\.sleep|qWait|qtbot\.wait)\(", python_files("tests")) == []


def rooms():
    package = ROOT / "ccsdesk"
    inside = [*package.iterdir(), *(package / "rules").iterdir()]
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in inside
        if (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem != "__init__")
    )


@pytest.mark.parametrize("room", rooms())
def test_the_architecture_names_every_room(room):
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    if room == "ccsdesk.rules":
        room = "ccsdesk.rules."
    assert room in text


def test_every_test_folder_mirrors_a_room():
    known = {path.name for path in (ROOT / "ccsdesk").iterdir()} | {"tools", "support"}
    folders = {path.name for path in (ROOT / "tests" / "unit").iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} <= known


@pytest.mark.parametrize(
    ("title", "command"), [("Start", "python3 main.py"), ("Test", "python3 tools/test.py")]
)
def test_the_readme_has_one_block_of_one_line(title, command):
    blocks = re.findall(r"(?ms)^```\w*\n(.*?)^```$", section(title))
    assert blocks == [f"{command}\n"]


def test_the_notice_names_every_library_that_is_installed_with_the_program():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    libraries = environment.pinned(environment.read_lock()["runtime"])
    assert [name for name in libraries if not re.search(rf"\b{re.escape(name)}\b", notice)] == []


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"(?m)^## (\S+)", changes)
    code = (ROOT / "ccsdesk" / "__init__.py").read_text(encoding="utf-8")
    assert newest is not None
    assert newest.group(1) == project["version"]
    assert f'__version__ = "{project["version"]}"' in code


def test_links_between_documents_lead_somewhere():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{named(document)} -> {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []


@pytest.mark.parametrize(
    "module", ["ccsdesk", "ccsdesk.paths", "ccsdesk.domain.clock", "ccsdesk.cli"]
)
def test_what_runs_without_a_window_does_not_import_qt(module):
    code = (
        f"import sys, {module}; "
        "print([n for n in sys.modules if n.split('.')[0] in ('PySide6', 'shiboken6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
