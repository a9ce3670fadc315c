"""Make requirements.lock anew from the ranges in pyproject.toml. Needs uv and a network.

    python3 tools/lock.py             keep what is locked, add and drop what pyproject.toml says
    python3 tools/lock.py --upgrade   take the newest versions the ranges allow

One resolution for Windows, Linux and macOS; every file with its hash; the program's own
libraries first, then what only developers need. Settings of this machine stay out of it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
HEADER = """\
# Every library CCS Desk installs, for every system, with the hashes of its files.
# Made by tools/lock.py from the ranges in pyproject.toml; not edited by hand.
# "runtime" is what the program needs; "development" is added for tests and checks.
"""


def main(arguments: list[str]) -> int:
    """Write the lock; gives the exit code."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".venv" / "bin"))
    if uv is None:
        print("tools/lock.py needs uv. Install it with: python3 -m pip install uv", file=sys.stderr)
        return 1
    if not set(arguments) <= {"--upgrade"}:
        print("usage: lock.py [--upgrade]", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.txt"
        if LOCK.exists() and not arguments:
            whole.write_text(LOCK.read_text(encoding="utf-8"), encoding="utf-8")
        everything = _compile(uv, whole, "--group", "dev")
        runtime = _compile(uv, Path(folder) / "runtime.txt", "--constraints", str(whole))
    LOCK.write_text(compose(runtime, everything), encoding="utf-8", newline="\n")
    print(f"{LOCK.name}: {len(runtime)} runtime, {len(everything) - len(runtime)} development")
    return 0


def compose(runtime: dict[str, str], everything: dict[str, str]) -> str:
    """Put the two sections together; a library stands in one of them only."""
    development = [block for name, block in everything.items() if name not in runtime]
    first = "".join(everything[name] for name in runtime)
    return f"{HEADER}\n# --- runtime ---\n{first}\n# --- development ---\n{''.join(development)}"


def blocks(text: str) -> dict[str, str]:
    """Split what uv wrote into one block a library: its pin and its hashes."""
    found = re.findall(r"(?m)^([\w.-]+)(==.*\n(?:    --hash.*\n)+)", text)
    return {name: name + rest for name, rest in found}


def _compile(uv: str, output: Path, *more: str) -> dict[str, str]:
    command = [uv, "pip", "compile", "pyproject.toml", "--no-config", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"]
    command += ["--quiet", "--output-file", str(output), *more]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("UV_", "PIP_"))}
    subprocess.run(command, check=True, cwd=ROOT, env=clean)
    return blocks(output.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
