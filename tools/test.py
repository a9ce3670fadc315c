"""Run the tests in the checkout's own environment; arguments go on to pytest.

`python3 tools/test.py` runs all, `python3 tools/test.py tests/unit/rules -x` a part.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

from tools import environment  # noqa: E402 - only after the checkout can be imported from


def main(arguments: list[str]) -> None:
    """Prepare, look for what Qt needs, hand over to pytest; its exit code becomes ours."""
    with environment.told_in_one_sentence():
        environment.check_python()
        from ccsdesk.ui.system_libraries import missing_offscreen, sentence
        from tools.installing import missing_venv

        suits = environment.suits(environment.SECTIONS)
        missing = missing_offscreen()
        if missing:
            missing |= {} if suits else missing_venv()
            raise environment.SetupError(sentence(missing, purpose="The test run"))
        python = Path(sys.executable) if suits else environment.prepare(environment.SECTIONS)
        os.chdir(ROOT)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        environment.hand_over([str(python), "-m", "pytest", *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
