"""How long does a plan take, and how much memory? `python -m benchmarks.plan [RUNS]`.

Inside a running program from the answers to the bytes of the PDF, match included; and as a whole command, from
starting Python to the finished file.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.both import both_of, busy, measured, ratio, yardstick
from benchmarks.children import Told, in_turn
from benchmarks.firms import day_of, firms
from benchmarks.measure import Report
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import Planning
from ccsdesk.services.results import Results

AIM = 500.0
"""Milliseconds a plan may take."""
WHOLE_RUNS = 9

PEAK = """
def peak():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0
"""
"""The most memory the child ever held, in MB; 0 where the system does not say.

Not getrusage: on Linux its figure survives the start of a new program, so that a child has at least its parent's.
"""
EMPTY = f"import sys\n{PEAK}\ntell(peak=peak())"
LOADED = f"""import sys
{PEAK}
from ccsdesk.services.catalogue_care import open_catalogue
open_catalogue()
tell(peak=peak())
"""
WHOLE = """import sys
{peak}
from ccsdesk.app import main
code = main(["plan", "examples/{firm}.yaml", "-o", {file!r}, "--day", "{day}"])
assert code == 0, code
tell(peak=peak())
"""


def main(runs: int) -> int:
    """Measure, and write the result."""
    load = busy()
    catalogue = open_catalogue()
    report = Report("plan", "From answers to the plan as a PDF: how long, and how much memory?")
    report.add(load)
    report.add(f"asked:   day {day_of(catalogue).isoformat()}; aim {AIM:.0f} ms")
    report.add("")
    _inside(report, catalogue, runs)
    _whole(report, catalogue)
    report.write()
    return 0


def _inside(report: Report, catalogue: Catalogue, runs: int) -> None:
    plain = measured(yardstick, runs=runs)
    for line in plain.lines("yardstick (plain Python)"):
        report.add(line)
    report.add("")
    report.add("in a program that has made a plan before:")
    planning = Planning(Results(catalogue, day_of(catalogue)))
    slowest = plain
    for name, answers in firms(catalogue).items():
        for language in catalogue.languages:
            made = measured(partial(planning.document, answers, language), runs=runs)
            size = f"{len(planning.document(answers, language)) / 1024:.0f} KB"
            for line in made.lines(f"  {name}, {language} ({size})"):
                report.add(line)
            slowest = max(slowest, made, key=lambda times: times.processor.median)
    report.add(f"  the slowest takes {ratio(slowest, plain)} the yardstick")


def _whole(report: Report, catalogue: Catalogue) -> None:
    """The command in a fresh interpreter; an empty one and one that only loads the catalogue beside it."""
    names = [name for name, answers in firms(catalogue).items() if answers.answers]
    with tempfile.TemporaryDirectory() as folder:
        codes = [
            WHOLE.format(
                peak=PEAK,
                firm=name,
                file=str(Path(folder) / f"{name}.pdf"),
                day=day_of(catalogue).isoformat(),
            )
            for name in names
        ]
        empty, loaded, *whole = in_turn([EMPTY, LOADED, *codes], runs=WHOLE_RUNS)
    report.add("")
    report.add("`ccsdesk plan` from the start of Python to the finished file, catalogue cached:")
    _add(report, "  Python alone", empty)
    _add(report, "  and the catalogue loaded", loaded)
    for name, told in zip(names, whole, strict=True):
        _add(report, f"  {name}, {catalogue.languages[0]}", told)


def _add(report: Report, name: str, told: list[Told]) -> None:
    for line in both_of([one.both for one in told]).lines(name):
        report.add(line)
    most = statistics.median(one.found["peak"] for one in told)
    report.add(f"{'  peak memory':<34} {f'{most:.0f} MB' if most else 'not known here'}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
