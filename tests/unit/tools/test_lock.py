"""The lock file as it stands, and how it is put together."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.checkout import ROOT
from tools import environment, lock

ALPHA = "alpha==1.0 \\\n    --hash=sha256:aa\n"
BETA = "beta==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"


@pytest.fixture(scope="module")
def text():
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements):
    return {re.split(r"[<>=! ]", line)[0].lower() for line in requirements}


def test_blocks_keep_markers_and_every_hash():
    assert lock.blocks(f"# a comment\n{ALPHA}{BETA}") == {"alpha": ALPHA, "beta": BETA}


def test_a_library_stands_in_one_section_only():
    composed = environment.split_lock(
        lock.compose({"alpha": ALPHA}, {"alpha": ALPHA, "beta": BETA})
    )
    assert composed == {"runtime": ALPHA, "development": BETA}


def test_the_lock_has_what_the_program_and_its_developers_ask_for(text, project):
    sections = environment.split_lock(text)
    runtime, development = (environment.pinned(sections[name]).keys() for name in sections)
    assert names(project["project"]["dependencies"]) <= runtime
    assert names(project["dependency-groups"]["dev"]) <= development
    assert not runtime & development


def test_every_pin_has_a_hash_and_nothing_of_a_machine_is_in_it(text):
    whole = "".join(environment.split_lock(text).values())
    pins = re.findall(r"(?m)^[\w.-]+==", whole)
    assert len(pins) == len(lock.blocks(whole)) > 40
    assert not re.search(r"(?m)^\s*-(?!-hash=sha256:[0-9a-f]{64}\b)", whole)
    assert "/" not in re.sub(r"(?m)^#.*$", "", text)
