"""How long does the whole match of one firm take? `python -m benchmarks.match [RUNS]`.

Everything is included that a window shows after an answer: stage, profile, needs, SWOT, and of every programme and
measure the verdict, the exact step, `because`, `missing`, the one step, window, group and fit. Reading files is not.
What could be changed and what is worth asking next stand apart: only the command asks that of all programmes at once.
"""

from __future__ import annotations

import sys
from collections import deque
from datetime import date
from time import perf_counter, process_time

from benchmarks.both import Both, both_of, busy, measured, ratio, timed, yardstick
from benchmarks.firms import NOBODY, day_of, firms
from benchmarks.large import grown
from benchmarks.measure import Report
from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.verdict import Verdict
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.results import Results

AIM = 10.0
"""Milliseconds a match may take."""
FEW = 15
"""Runs of what takes long because everything is made anew."""
FIRST_ANSWERS = (0, 1, 2, 3, 5, 8, 13)
"""After so many answers the results are asked for at once, in the order of the questionnaire."""


def main(runs: int) -> int:
    """Measure, and write the result."""
    load = busy()
    catalogue = open_catalogue()
    day = day_of(catalogue)
    report = Report("match", "What the rules say about one firm, everything included: how long?")
    report.add(load)
    report.add(f"asked:   {_size(catalogue)}, day {day.isoformat()}; aim {AIM:.0f} ms")
    report.add("")
    plain = measured(yardstick, runs=FEW)
    for line in plain.lines("yardstick (plain Python)"):
        report.add(line)
    made = measured(lambda: Results(catalogue, day), runs=FEW)
    for line in made.lines("making the rules ready for a day"):
        report.add(line)
    later = [
        _one(report, catalogue, name=name, answers=answers, runs=runs)
        for name, answers in firms(catalogue).items()
    ]
    report.add("")
    slowest = max(later, key=lambda times: times.processor.median)
    report.add(
        f"slowest median of later matches: {slowest.processor.median:.2f} ms processor time,"
    )
    report.add(f"  {ratio(slowest, plain)} the yardstick")
    _after_few(report, catalogue)
    report.write()
    return 0


def _after_few(report: Report, shipped: Catalogue) -> None:
    """The first match of a visit after few answers, by rules that had the time to get ready."""
    catalogue = grown(shipped)
    results = Results(catalogue, day_of(shipped))
    report.add("")
    report.add(f"on a catalogue of {len(catalogue.programmes)} programmes, each firm once:")
    for line in both_of([timed(lambda: deque(results.warm(), maxlen=0))]).lines("  getting ready"):
        report.add(line)
    for few in FIRST_ANSWERS:
        runs = []
        for answers in firms(shipped).values():
            given = [name for name in catalogue.dictionary.questions if name in answers.answers]
            part = AnswerSet({name: answers.answers[name] for name in given[:few]})
            results.forget()
            runs.append(timed(lambda part=part: results.match(part)))
        for line in both_of(runs).lines(f"  {few} answers"):
            report.add(line)


def _one(report: Report, catalogue: Catalogue, *, name: str, answers: AnswerSet, runs: int) -> Both:
    day = day_of(catalogue)
    ready = Results(catalogue, day)
    match = ready.match(answers)
    left = sum(item.verdict is Verdict.OPEN for item in match.programmes)
    first = _first(catalogue, answers)
    later = measured(lambda: ready.match(answers), runs=runs)
    report.add("")
    report.add(f"{name}: {len(answers.answers)} answers; programmes left open: {left}")
    for line in (*first.lines("  first match"), *later.lines("  later matches")):
        report.add(line)
    report.add(f"  the first takes {ratio(first, later)} a later one")
    asking = measured(lambda: ready.match_in_full(answers), runs=runs)
    for line in asking.lines("  later, with changes and next"):
        report.add(line)
    if name != NOBODY:
        for line in _growing(catalogue, day, answers).lines("  after each of the answers in turn"):
            report.add(line)
    return later


def _first(catalogue: Catalogue, answers: AnswerSet) -> Both:
    """The first match after the rules were made ready: nothing is remembered yet."""
    runs = []
    for _ in range(FEW):
        fresh = Results(catalogue, day_of(catalogue))
        wall, own = perf_counter(), process_time()
        fresh.match(answers)
        runs.append((perf_counter() - wall, process_time() - own))
    return both_of(runs)


def _growing(catalogue: Catalogue, day: date, answers: AnswerSet) -> Both:
    """A visit: one more answer, one more match, in the order of the questionnaire."""
    results = Results(catalogue, day)
    results.match(AnswerSet())
    given = [name for name in catalogue.dictionary.questions if name in answers.answers]
    runs = []
    for count in range(1, len(given) + 1):
        so_far = AnswerSet({name: answers.answers[name] for name in given[:count]})

        def work(part: AnswerSet = so_far) -> object:
            return results.match(part)

        runs.append(timed(work))
    return both_of(runs)


def _size(catalogue: Catalogue) -> str:
    programmes, measures = len(catalogue.programmes), len(catalogue.measures)
    questions = len(catalogue.dictionary.questions)
    return f"{programmes} programmes, {measures} measures, {questions} questions"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
