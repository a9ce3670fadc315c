"""What README shows can be used as it stands: its answers file, its programme, its cases."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

from ccsdesk import cli
from ccsdesk.domain.clock import SystemClock
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.services import catalogue_care
from tests.support.checkout import ROOT


def shown(title: str) -> list[str]:
    """The YAML blocks of a section, without the indent of a list."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    blocks = re.findall(r"(?ms)^( *)```yaml\n(.*?)^\1```$", section)
    return [textwrap.dedent(block) for _, block in blocks]


def test_what_explain_begins_with_is_what_it_says(capsys) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (quoted,) = re.findall(r"(?ms)^```\n(sps-v2-ip .*?)^```$", text)
    answers = str(ROOT / "examples" / "photographer.yaml")
    words = ["explain", answers, "sps-v2-ip", "--lang", "en", "--day", "2026-11-22"]
    assert cli.run(words, SystemClock(), without_command=lambda _: 1) == 0
    assert capsys.readouterr().out.startswith(quoted)


def test_the_answers_file_can_be_read(tmp_path: Path) -> None:
    (example,) = shown("Answers")
    path = tmp_path / "answers.yaml"
    path.write_text(example, encoding="utf-8")
    catalogue = catalogue_care.open_catalogue()
    answers = read_answers(path, catalogue, day=SystemClock().today())
    assert answers.name == "Atelje Breza"
    assert set(answers.plan.chosen or ()) <= set(catalogue.programmes)


def test_the_programme_fits_the_catalogue_and_its_cases_come_out(tmp_path: Path, capsys) -> None:
    programme, cases = shown("Add a programme")
    mine = tmp_path / "mine"
    shutil.copytree(catalogue_care.shipped(), mine)
    (mine / "programmes" / "town-rehearsal.yaml").write_text(programme, encoding="utf-8")
    (mine / "cases" / "90-town.yaml").write_text(cases, encoding="utf-8")
    for command in ("check", "test"):
        code = cli.run([command, str(mine)], SystemClock(), without_command=lambda _: 1)
        assert code == 0, capsys.readouterr()
    assert "A dancer in Ljubljana" in capsys.readouterr().out
