"""What does a start cost? `python -m benchmarks.start [RUNS]`.

Importing the program, loading the catalogue from its files and from its compiled copy. Every figure is a fresh
interpreter. What the window costs is asked by `benchmarks.window`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence

from benchmarks.both import Both, both_of, busy
from benchmarks.children import Told, in_turn
from benchmarks.measure import Report, times_of

AIM = 20.0
"""Milliseconds that import and loading from the copy may take."""

NOTHING = "tell()"
IMPORT = "import ccsdesk\ntell()"
LINE = "import ccsdesk.app\ntell()"
LOAD = """
from time import process_time
start = process_time()
from ccsdesk.services.catalogue_care import open_catalogue
imported = process_time()
open_catalogue()
tell(importing=imported - start, loading=process_time() - imported)
"""
COLD = """
import os, tempfile
from time import process_time
with tempfile.TemporaryDirectory() as folder:
    os.environ["CCSDESK_DATA"] = folder
    start = process_time()
    from ccsdesk.services.catalogue_care import open_catalogue
    imported = process_time()
    open_catalogue()
    tell(importing=imported - start, loading=process_time() - imported)
"""
"""With an empty cache: reading, checking and compiling all files, and writing the copy."""


def main(runs: int) -> int:
    """Measure, and write the result."""
    load = busy()
    report = Report("start", "What does a start of the program cost?")
    report.add(load)
    report.add(f"aim:     import and load from the compiled copy, {AIM:.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        here = {"CCSDESK_DATA": folder}
        _plain(report, runs, here)
    report.write()
    return 0


def _plain(report: Report, runs: int, here: dict[str, str]) -> None:
    codes = [NOTHING, IMPORT, LINE, LOAD, COLD]
    nothing, package, line, cached, cold = in_turn(codes, runs=runs, environment=here)
    report.add("")
    report.add("from the start of the interpreter:")
    alone = _add(report, "  Python alone", nothing)
    _add(report, "  import ccsdesk", package)
    _add(report, "  import ccsdesk.app (all commands)", line)
    copied = _add(report, "  catalogue from its copy", cached)
    _add(report, "  catalogue from its files", cold)
    extra = copied.processor.median - alone.processor.median
    report.add(
        f"  import and load from the copy, beyond Python alone: {extra:.1f} ms processor time"
    )
    report.add("")
    report.add("inside, processor time:")
    for name, told in (("from its copy", cached), ("from its files", cold)):
        for part in ("importing", "loading"):
            report.add(f"{f'  {name}, {part}':<34} {_inside(told, part)}")


def _add(report: Report, name: str, told: Sequence[Told]) -> Both:
    both = both_of([one.both for one in told])
    for line in both.lines(name):
        report.add(line)
    return both


def _inside(told: Sequence[Told], part: str) -> str:
    return str(times_of([one.found[part] for one in told]))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
