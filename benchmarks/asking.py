"""How much sooner are verdicts settled if the next question is chosen? `python -m benchmarks.asking [VISITORS]`.

Made-up visitors answer the quick check twice: in the order of the catalogue, and each time the question that the rules
find most worth asking of those in the quick check. Counted is, after every answer, how many programmes that are not
closed are settled. Both ways end with the same answers, and so with the same verdicts, which is checked.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.both import busy
from benchmarks.firms import day_of
from benchmarks.measure import Report
from ccsdesk.domain.answers import Answer, AnswerSet, Choice, DontKnow, Selection, exactly
from ccsdesk.domain.question import DAY_KINDS, Kind, Question
from ccsdesk.domain.verdict import Truth, Verdict, Window
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.services.catalogue_care import open_catalogue

SEED = 20261124
UNSURE = 0.1
"""How often a visitor does not know."""
SHARES = (0.5, 0.8, 0.9)

Asking = Callable[[AnswerSet, Sequence[str]], str]


def main(visitors: int) -> int:
    """Walk with all visitors, and write the curve."""
    load = busy()
    catalogue = open_catalogue()
    day = day_of(catalogue)
    matcher = Matcher(catalogue, day)
    for _ in matcher.warm():
        pass
    chance = random.Random(SEED)  # noqa: S311 - made-up people, no secrets
    quick = [name for name, one in catalogue.dictionary.questions.items() if one.quick]
    fixed: list[list[int]] = []
    chosen: list[list[int]] = []
    for _ in range(visitors):
        person = {name: _answer(catalogue, name, day, chance) for name in quick}
        first, last = _walk(matcher, quick, person, lambda _answers, waiting: waiting[0])
        second, other = _walk(matcher, quick, person, _by_worth(matcher))
        if last != other:
            raise AssertionError("The two orders end in different verdicts.")
        fixed.append(first)
        chosen.append(second)
    asked = f"{visitors} made-up visitors, seed {SEED}, {len(quick)} questions, quick check"
    _report(load, asked, fixed, chosen)
    return 0


def _by_worth(matcher: Matcher) -> Asking:
    def best(answers: AnswerSet, waiting: Sequence[str]) -> str:
        match = matcher.match(answers)
        worth = [one.question for one in matcher.next(answers, match)]
        return next((name for name in worth if name in waiting), waiting[0])

    return best


def _walk(
    matcher: Matcher, quick: Sequence[str], person: Mapping[str, Answer], ask: Asking
) -> tuple[list[int], Mapping[str, Verdict]]:
    """The settled verdicts before the first answer and after each, and all verdicts at the end."""
    answers = AnswerSet()
    curve = [_settled(matcher, answers)]
    while True:
        asked = matcher.asked(answers)
        waiting = [
            name for name in quick if asked[name] is Truth.YES and name not in answers.answers
        ]
        if not waiting:
            break
        name = ask(answers, waiting)
        answers = answers.with_answer(name, person[name])
        curve.append(_settled(matcher, answers))
    return curve, {one.id: one.verdict for one in matcher.match(answers).programmes}


def _settled(matcher: Matcher, answers: AnswerSet) -> int:
    return sum(
        one.verdict is not Verdict.OPEN and one.window.window is not Window.CLOSED
        for one in matcher.match(answers).programmes
    )


def _answer(catalogue: Catalogue, name: str, day: date, chance: random.Random) -> Answer:
    question = catalogue.dictionary.questions[name]
    if chance.random() < UNSURE:
        return DontKnow()
    if question.kind is Kind.YES_NO:
        return exactly(chance.choice(("yes", "no")))
    if question.kind is Kind.PLACE:
        return Choice(frozenset({chance.choice(sorted(catalogue.dictionary.place_tree.leaves))}))
    if question.kind is Kind.SEVERAL:
        options = [option.id for option in question.options]
        some = chance.sample(options, min(len(options), chance.randint(1, 4)))
        return Selection(frozenset({frozenset(some)}))
    if question.kind in DAY_KINDS:
        return exactly(day - timedelta(days=chance.randint(0, 20 * 365)))
    if question.options:
        return exactly(chance.choice(question.options).id)
    return exactly(_number(question, chance))


def _number(question: Question, chance: random.Random) -> Decimal:
    """Small numbers are likelier than large ones."""
    return Decimal(round(10 ** chance.uniform(0, 2 if question.kind is Kind.NUMBER else 6)) - 1)


def _report(load: str, asked: str, fixed: list[list[int]], chosen: list[list[int]]) -> None:
    report = Report(
        "asking", "How much sooner are verdicts settled if the next question is chosen?"
    )
    report.add(load)
    report.add(f"asked:   {asked}")
    report.add("")
    report.add("settled verdicts on average after so many answers, of those settled at the end:")
    report.add("answers   order of the catalogue   chosen each time")
    for count in range(max(map(len, fixed))):
        first, second = (_share(curves, count) for curves in (fixed, chosen))
        report.add(f"{count:7}   {first:20.1f} %   {second:14.1f} %")
    report.add("")
    for share in SHARES:
        first, second = (_needed(curves, share) for curves in (fixed, chosen))
        report.add(
            f"answers until {share:.0%} of them are settled: {first:.1f} in order, {second:.1f} chosen"
        )
    report.write()


def _share(curves: list[list[int]], count: int) -> float:
    done = sum(curve[min(count, len(curve) - 1)] for curve in curves)
    return 100 * done / sum(curve[-1] for curve in curves)


def _needed(curves: list[list[int]], share: float) -> float:
    found = [
        next(count for count, settled in enumerate(curve) if settled >= share * curve[-1])
        for curve in curves
    ]
    return sum(found) / len(found)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
