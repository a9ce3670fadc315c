"""Which question to ask next: the one whose answer can be expected to settle most for the time it takes.

One step ahead and no further: every part of what a question may be is tried, and counted is what is settled then. All
options of a choice are taken to be as likely as each other, and so are the parts of numbers and of selections that
conditions tell apart. Nobody has to be asked once no open verdict hangs on a question that may be asked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ccsdesk.domain.match import NextQuestion
from ccsdesk.rules.reasoning.atoms import OPEN
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.sets import AnyText, ChoiceSet, PossibleSet, SelectionSet, TableSet
from ccsdesk.rules.reasoning.splitting import classes_of, parts_of
from ccsdesk.rules.reasoning.view import View

TENTH = Decimal("0.1")
UNFIT = Fraction(1, 4)
"""What settling a programme counts that does not fit at all, of one that fits best."""


@dataclass(frozen=True, slots=True)
class OpenVerdict:
    """An open verdict: its condition, the questions that can still decide it, how well the programme fits (0 to 1)."""

    condition: Condition
    missing: Collection[str]
    fit: Decimal | None


def next_questions(
    engine: Engine, view: View, verdicts: Sequence[OpenVerdict], may_be_asked: Collection[str]
) -> tuple[NextQuestion, ...]:
    """The questions that may be asked and can still decide, best first; empty once there is none.

    Best is what settles most a second, each verdict weighted by fit; where nothing is settled at once, what most
    verdicts hang on.
    """
    seconds = {name: one.seconds for name, one in engine.catalogue.dictionary.questions.items()}
    ranked: list[tuple[Fraction, Fraction, int, NextQuestion]] = []
    for place, name in enumerate(engine.questions):
        about = [verdict for verdict in verdicts if name in verdict.missing]
        if name not in may_be_asked or not about:
            continue
        chances = _chances(engine, view, name, about)
        settles = sum(chances, Fraction(0))
        time = max(seconds[name], 1)
        worth = sum(
            (chance * _weight(verdict.fit) for chance, verdict in zip(chances, about, strict=True)),
            Fraction(0),
        )
        hopes = sum((_weight(verdict.fit) for verdict in about), Fraction(0))
        question = NextQuestion(name, _rounded(settles))
        ranked.append((-worth / time, -hopes / time, place, question))
    ranked.sort(key=lambda one: one[:3])
    return tuple(question for *_, question in ranked)


def _chances(
    engine: Engine, view: View, question: str, verdicts: Sequence[OpenVerdict]
) -> list[Fraction]:
    """For each verdict, how likely an answer to the question settles it."""
    parts = _parts(engine, view, question, verdicts)
    total = sum(parts.values())
    found = []
    for verdict in verdicts:
        settled = sum(
            weight
            for part, weight in parts.items()
            if verdict.condition.settled(view.child(question, part)) != OPEN
        )
        found.append(Fraction(settled, total))
    return found


def _parts(
    engine: Engine, view: View, question: str, verdicts: Sequence[OpenVerdict]
) -> Mapping[PossibleSet, int]:
    """What the question may be, in parts that the verdicts tell apart, each with its weight."""
    whole = view.raw(question)
    about: dict[int, Atom] = {}
    for verdict in verdicts:
        for atom in verdict.condition.tests_about(question):
            about[atom.number] = atom
    atoms = list(about.values())
    if isinstance(whole, AnyText):
        return {whole: 1}
    if isinstance(whole, TableSet):
        return {TableSet((), na=False): 1, whole: 1}
    if isinstance(whole, SelectionSet) and whole.listed is None:
        return dict.fromkeys(_selections(engine, question, whole, atoms), 1)
    return {part: _likely(part) for part in parts_of(engine, view, question, atoms)}


def _likely(part: PossibleSet) -> int:
    return part.mask.bit_count() + part.na if isinstance(part, ChoiceSet) else 1


def _selections(
    engine: Engine, question: str, whole: SelectionSet, atoms: Sequence[Atom]
) -> list[SelectionSet]:
    """Nothing chosen, or all options of one kind that the tests tell apart."""
    chosen = [0, *(group.options for group in classes_of(engine, question, atoms))]
    return [SelectionSet((one,), 0, 0, whole.full, na=False) for one in chosen]


def _weight(fit: Decimal | None) -> Fraction:
    return UNFIT + (1 - UNFIT) * Fraction(fit or 0)


def _rounded(number: Fraction) -> Decimal:
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(TENTH)
