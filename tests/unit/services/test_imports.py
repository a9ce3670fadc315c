"""The rooms a window opens first must not bring the heavy libraries with them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.checkout import ROOT

LOADED = "import sys; print([n for n in ('sqlalchemy', 'alembic', 'PySide6') if n in sys.modules])"


@pytest.mark.parametrize(
    "module",
    [
        "ccsdesk.services.consultation",
        "ccsdesk.services.ports",
        "ccsdesk.flow.state",
        "ccsdesk.store.codec",
    ],
)
def test_importing_does_not_bring_a_database(module: str):
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}; {LOADED}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_opening_a_store_of_this_version_does_not_bring_the_migrations(tmp_path):
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from ccsdesk.domain.clock import SystemClock\n"
        "from ccsdesk.store.opening import open_store\n"
        "open_store(Path(sys.argv[1]), clock=SystemClock()).close()\n"
        "print('alembic' in sys.modules)\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]
