"""How long do the verdicts of many people take? `python -m benchmarks.bulk [--peers]`.

Made-up programmes and people (`benchmarks.crowd`), one core. Each size runs in a process of its own, so that its memory
is its own. A sample is held against one person after the other. With `--peers` query engines are installed into an
environment that is thrown away, and asked the same where they can be: with answers that are all certain.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.both import busy, measured, timed
from benchmarks.crowd import Crowd
from benchmarks.measure import Report
from benchmarks.peer_text import as_text
from ccsdesk.domain.answers import Answer
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bulk.bulk import Bulk
from ccsdesk.rules.reasoning.bulk.columns import Columns
from ccsdesk.rules.reasoning.bulk.index import Index
from ccsdesk.rules.reasoning.view import View
from ccsdesk.services.catalogue_care import open_catalogue

DAY = date(2026, 11, 22)
SEED = 2026
SIZES = tuple(
    (programmes, people)
    for programmes in (100, 1_000, 10_000)
    for people in (10_000, 100_000, 1_000_000)
)
SAMPLE = 40
"""People held against one after the other, at every size."""
DIFFERENT = (1_000, 1_000_000)
EXACT = (1_000, 300)
PEERS = ("polars", "duckdb")
PEOPLE_OF_PEERS = 100_000
FEW, MANY = 3, 15
"""Runs of what takes seconds, and of what takes milliseconds."""


def main(arguments: list[str]) -> int:
    """Measure, and write the result."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(_one(int(arguments[1]), int(arguments[2]))))
        return 0
    report = Report("bulk", "The three-valued verdicts of many people, with counts: how long?")
    report.add(busy())
    report.add(
        "aim:     1,000 programmes, 1,000,000 people: 1.5 s from an index, 4 s from columns, 700 MB;"
    )
    report.add("         what if one programme were different: 10 ms")
    report.add("made up: 80 questions, 8 of them hidden from some; 5 to 15 conditions a programme;")
    report.add(f"         a tenth of the answers missing, unknown or a band; seed {SEED}")
    for programmes, people in SIZES:
        report.add("")
        report.add(f"{programmes:,} programmes, {people:,} people")
        for line in _in_its_own_process(programmes, people):
            report.add("  " + line)
    report.add("")
    for line in (*_different(), "", *_exact()):
        report.add(line)
    if "--peers" in arguments:
        report.add("")
        for line in _peers():
            report.add(line)
    report.write()
    return 0


def _in_its_own_process(programmes: int, people: int) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.bulk", "--one", str(programmes), str(people)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    lines: list[str] = json.loads(done.stdout)
    return lines


def _one(programmes: int, people: int) -> list[str]:
    """Everything about one size."""
    crowd = Crowd.of(open_catalogue(), programmes, SEED)
    columns = crowd.people(people, SEED + 1)
    made = measured(lambda: Bulk(crowd.catalogue, DAY), runs=1, warm_up=0)
    bulk = Bulk(crowd.catalogue, DAY)
    runs = FEW if programmes * people > 10**8 else MANY
    raw = measured(lambda: bulk.counts(columns), runs=runs)
    before = _peak()
    building = measured(lambda: Index.of(columns), runs=FEW, warm_up=0)
    index = Index.of(columns)
    counted = measured(lambda: bulk.counts(index), runs=runs)
    rule = bulk.bound[f"p{programmes // 2:05}"].rule
    what_if = measured(lambda: bulk.what_if(index, rule.test), runs=MANY)
    counts = bulk.counts(index)
    tallies = [each.verdicts for each in counts.programmes.values()]
    total = programmes * people
    rate = total / counted.processor.median / 1000
    shares = [100 * sum(tally[place] for tally in tallies) / total for place in range(3)]
    named = (
        ("making the rules ready", made),
        ("counts from columns", raw),
        ("making the index", building),
        ("counts from the index", counted),
        ("what if one programme", what_if),
    )
    lines = [line for name, both in named for line in both.lines(name)]
    return [
        *lines,
        f"{rate:,.0f} million verdicts a second from the index, by processor time",
        f"most memory of the process: {before} MB with columns alone, {_peak()} MB in the end",
        f"eligible {shares[0]:.2f} %, not eligible {shares[1]:.2f} %, open {shares[2]:.2f} %",
        _agreement(bulk, columns),
    ]


def _peak() -> int:
    """The most memory so far, in MB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return int(lines["VmHWM"].split()[0]) // 1024


def _agreement(bulk: Bulk, columns: Columns) -> str:
    """Some people, each alone, against the verdicts of all."""
    places = sorted(Random(SEED).sample(range(columns.people), SAMPLE))  # noqa: S311
    differ, seen = 0, 0
    for batch in bulk.verdicts(columns):
        for person in places:
            at = person - batch.start
            if 0 <= at < batch.people:
                view = View.of_answers(bulk.engine, _answers(columns, person))
                for key, bits in batch.programmes.items():
                    yes, no = bits.yes >> at & 1, bits.no >> at & 1
                    found = YES if yes else NO if no else OPEN
                    differ += found != bulk.bound[key].condition.truth(view)
                    seen += 1
    return f"{differ} of {seen:,} verdicts of {SAMPLE} people differ from one after the other"


def _answers(columns: Columns, person: int) -> dict[str, Answer]:
    found = {name: one.answers[one.codes[person]] for name, one in columns.columns.items()}
    return {name: answer for name, answer in found.items() if answer is not None}


def _exact() -> list[str]:
    """What settling the open ones costs, and how many it settles."""
    programmes, people = EXACT
    crowd = Crowd.of(open_catalogue(), programmes, SEED)
    columns = crowd.people(people, SEED + 1)
    bulk = Bulk(crowd.catalogue, DAY)
    start = perf_counter()
    exact = bulk.counts(columns, exact=True)
    took = perf_counter() - start
    quick = bulk.counts(columns)
    left, settled = (
        sum(one.verdicts.open for one in counts.programmes.values()) for counts in (quick, exact)
    )
    gone = left - settled
    return [
        f"the exact step: {programmes:,} programmes, {people:,} people, first time",
        f"  {left:,} verdicts open, {gone:,} of them settled by it ({100 * gone / left:.2f} %); {took:.2f} s",
        f"  {1000 * took / left:.2f} ms an open verdict",
    ]


def _different() -> list[str]:
    """The same where a fifth of the questions has so many different answers that no bits are kept of each."""
    programmes, people = DIFFERENT
    crowd = Crowd.of(open_catalogue(), programmes, SEED)
    columns = crowd.people(people, SEED + 1, numbers=1_000)
    bulk, index = Bulk(crowd.catalogue, DAY), Index.of(columns)
    wide = sum(not column.has_few for column in columns.columns.values())
    heading = f"{programmes:,} programmes, {people:,} people, {wide} questions with 1,000 different answers"
    counted = measured(lambda: bulk.counts(index), runs=FEW)
    lines = counted.lines("counts from the index")
    return [heading, *("  " + line for line in lines), "  " + _agreement(bulk, columns)]


def _peers() -> list[str]:
    """The same counts by query engines, all answers being certain."""
    crowd = Crowd.of(open_catalogue(), 1_000, SEED, hidden=0)
    columns = crowd.people(PEOPLE_OF_PEERS, SEED + 1, unknown=0)
    bulk = Bulk(crowd.catalogue, DAY)
    ours = bulk.counts(columns)
    seconds = [timed(lambda: bulk.counts(columns))[0] for _ in range(FEW)]
    true = [ours.programmes[key].verdicts.yes for key in sorted(bulk.bound)]
    texts = [as_text(crowd.catalogue.rules[key].test, columns) for key in sorted(bulk.bound)]
    lines = [
        f"peers: 1,000 programmes, {PEOPLE_OF_PEERS:,} people, all answers certain;",
        f"  one thread, clock on the wall, best of {FEW}, installed into a throwaway environment",
        f"  this program, from columns     {1000 * min(seconds):,.0f} ms",
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for question, column in columns.columns.items():
            (folder / question).write_bytes(bytes(column.codes))
        task = {"columns": list(columns.columns), "conditions": texts}
        (folder / "task.json").write_text(json.dumps(task), encoding="utf-8")
        lines.extend(_peer(engine, folder, true) for engine in PEERS)
    return lines


def _peer(engine: str, folder: Path, true: list[int]) -> str:
    """One engine, in an environment of its own; a line of the report."""
    place = folder / f"env-{engine}"
    venv.create(place, with_pip=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--only-binary=:all:", engine, "numpy"]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        return f"  {engine:<30} could not be installed here"
    one_thread = {**os.environ, "POLARS_MAX_THREADS": "1"}
    script = Path(__file__).with_name("peer.py")
    done = subprocess.run(
        [python, script, engine, folder],
        check=False,
        capture_output=True,
        text=True,
        env=one_thread,
    )
    if done.returncode:
        return f"  {engine:<30} failed: {done.stderr.strip().splitlines()[-1][:100]}"
    said = json.loads(done.stdout)
    differ = sum(one != other for one, other in zip(said["true"], true, strict=True))
    name = f"{engine} {said['version']}"
    return f"  {name:<30} {1000 * min(said['seconds']):,.0f} ms; {differ} of {len(true):,} counts differ"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
