"""Compile what Qt says in our languages: `qtbase_*.ts` to `.qm`; `--check` only looks.

Run by hand after editing: `python tools/qt_translations.py`. The compiler is the one that comes with PySide6.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "resources" / "locale"


def sources() -> list[Path]:
    """The files a translator edits."""
    return sorted(LOCALES.glob("*/qtbase_*.ts"))


def compiled(source: Path) -> bytes:
    """The file Qt reads; raises OSError with the compiler's own words when the source is broken."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "compiled.qm"
        run = subprocess.run(
            [str(_compiler()), "-silent", str(source), "-qm", str(target)],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode or not target.is_file():
            message = (
                f"{source.name} cannot be compiled: {run.stderr.strip() or run.stdout.strip()}"
            )
            raise OSError(message)
        return target.read_bytes()


def problems(source: Path) -> list[str]:
    """What is not as it should be, one line each."""
    target = source.with_suffix(".qm")
    if not target.is_file() or target.read_bytes() != compiled(source):
        return [f"{target.name} is not up to date: run python tools/qt_translations.py"]
    return []


def main(arguments: list[str]) -> int:
    """Compile, or with --check only look; 1 when something is out of date."""
    parser = argparse.ArgumentParser(description="Compile what Qt says in our languages.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if out of date")
    check = parser.parse_args(arguments).check
    faults: list[str] = []
    for source in sources():
        if not check:
            source.with_suffix(".qm").write_bytes(compiled(source))
        faults += problems(source)
    print(*(faults or [f"up to date: {', '.join(path.stem for path in sources())}"]), sep="\n")
    return 1 if faults else 0


def _compiler() -> Path:
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(PySide6.__file__).resolve().parent / name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
