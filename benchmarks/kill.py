"""Does kill -9 ever cost an acknowledged answer? `python -m benchmarks.kill [KILLS] [SEED]`."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Report, times_of
from ccsdesk.domain.clock import SystemClock
from ccsdesk.domain.draft import Mode
from ccsdesk.services.consultation import Consultation
from ccsdesk.store.opening import open_store
from tests.support.drafts import STAMP
from tests.support.flows import PlainRules, small_catalogue
from tests.support.kill import QUESTIONS, Give, Kill, TrialError, deed, kills


def main(count: int, seed: int) -> int:
    """Run the trial and write the result; 1 if anything was lost."""
    report = Report("kill", "After SIGKILL at random moments: is every acknowledged answer there?")
    lost = _trial(report, count, seed)
    _speed(report)
    report.write()
    return 1 if lost else 0


def _trial(report: Report, count: int, seed: int) -> bool:
    start = perf_counter()
    seen: list[Kill] = []
    error = None
    with tempfile.TemporaryDirectory() as folder:
        try:
            seen.extend(kills(Path(folder), seed=seed, count=count))
        except TrialError as found:
            error = found
    report.add(f"kills:              {len(seen)} of {count} (seed {seed})")
    report.add(f"  while opening:    {sum(not kill.was_working for kill in seen)}")
    report.add(f"deeds acknowledged: {sum(kill.acknowledged for kill in seen)}")
    report.add(f"deeds found:        {seen[-1].found if seen else 0}")
    report.add("  (begin, answer, finish; found in excess: saved, but killed before saying so)")
    report.add(f"lost or damaged:    {'none' if error is None else error}")
    report.add(
        f"took:               {perf_counter() - start:.0f} s, SQLite {sqlite3.sqlite_version}"
    )
    return error is not None


def _speed(report: Report) -> None:
    """How long a person waits for an answer to be on the disk."""
    catalogue = small_catalogue(QUESTIONS)
    clock = SystemClock()
    durations = []
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), clock=clock) as store:
        rules = PlainRules(catalogue, STAMP)
        visit = Consultation(catalogue, rules=rules, clock=clock, drafts=store.drafts)
        visit.start(Mode.FULL, language="sl")
        for number in range(400):
            match deed(number):
                case Give(question, answer):
                    start = perf_counter()
                    visit.record(question, answer)
                    durations.append(perf_counter() - start)
                case _:
                    pass
    report.add(f"saving one answer:  {times_of(durations)}")


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(arguments + [50, 1][len(arguments) :])))
