"""Made-up programmes and people for benchmarks of many: conditions that programmes share, answers that people share.

Seeded. 80 questions (yes/no, one of some, several of some, numbers), of which a few are asked of some people alone;
conditions of a pool of about a thousand; 5 to 15 of them a programme. A tenth of the answers is missing, unknown or a
band. Nothing here is about anybody.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from ccsdesk.domain.answers import Amounts, Answer, Choice, DontKnow, Selection, Span
from ccsdesk.domain.question import Kind, Option, Question
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    Any,
    Compare,
    Constant,
    CountOf,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Relation,
    Rule,
    RuleKind,
    Test,
    all_of,
)
from ccsdesk.rules.language.facts import Dictionary, Tree
from ccsdesk.rules.language.questions import questions_of
from ccsdesk.rules.reasoning.bulk.columns import Column, Columns

FACTS = 80
POOL = 1000
"""Conditions that programmes choose from."""
HIDDEN = 8
"""Questions that are only asked of those who said yes to another one."""
UNKNOWN = 10
"""Of a hundred answers so many say nothing, or not everything."""
STEPS = 12
"""Different numbers people answer a question with."""
_KINDS = (Kind.YES_NO, Kind.SINGLE, Kind.NUMBER, Kind.SINGLE, Kind.SEVERAL)


def _words(name: str) -> dict[str, str]:
    return {"en": name}


def question(number: int) -> Question:
    """The question of this number."""
    kind = _KINDS[number % len(_KINDS)]
    name = f"q{number:02}"
    options = tuple(
        Option(id=f"o{index}", text=_words(f"o{index}"))
        for index in range(0 if kind in {Kind.YES_NO, Kind.NUMBER} else 3 + number % 4)
    )
    most = Decimal(100) if kind is Kind.NUMBER else None
    least = Decimal(0) if kind is Kind.NUMBER else None
    return Question(
        name, kind, _words(name), _words(name), options=options, minimum=least, maximum=most
    )


@dataclass(frozen=True)
class Crowd:
    """A made-up catalogue to which people can be made up."""

    catalogue: Catalogue
    questions: tuple[Question, ...]

    @classmethod
    def of(cls, shipped: Catalogue, programmes: int, seed: int, *, hidden: int = HIDDEN) -> Crowd:
        """So many programmes, in the form of the shipped catalogue and with nothing of it."""
        random = Random(seed)  # noqa: S311 - nobody has to guess it
        questions = tuple(question(number) for number in range(FACTS))
        by_id = {one.id: one for one in questions}
        trees = {one.id: Tree.of(one.options) for one in questions if one.options}
        dictionary = Dictionary(
            languages=("en",),
            currency="EUR",
            questions=by_id,
            places={},
            place_tree=Tree.of(()),
            option_trees=trees,
        )
        pool = [_condition(random, questions) for _ in range(POOL)]
        asked: dict[str, Test | None] = dict.fromkeys(by_id)
        for number in range(hidden):
            asked[f"q{10 * number + 7:02}"] = IsOneOf(f"q{10 * number:02}", frozenset({"yes"}))
        like = next(iter(shipped.programmes.values()))
        items, rules = {}, {}
        for number in range(programmes):
            name = f"p{number:05}"
            items[name] = replace(like, id=name)
            tests = random.sample(pool, random.randint(5, 15))
            rules[name] = _rule(tests, dictionary)
        catalogue = replace(
            shipped,
            dictionary=dictionary,
            asked_when=asked,
            asked_when_rules={},
            programmes=items,
            rules=rules,
            lots={},
            measures={},
            measure_rules={},
            stages=replace(shipped.stages, stages=(), points=(), gates=(), overlays={}),
            capabilities=(),
            needs_rules=(),
            swot=(),
        )
        return cls(catalogue, questions)

    def people(self, many: int, seed: int, *, unknown: int = UNKNOWN, numbers: int = 0) -> Columns:
        """The answers of so many people, as columns; of a hundred answers so many are not certain.

        `numbers`: so many different bands are answered to each question about a number.
        """
        random = Random(seed)  # noqa: S311 - nobody has to guess it
        columns = {}
        for one in self.questions:
            if numbers and one.kind is Kind.NUMBER:
                columns[one.id] = _bands(random, many, numbers)
                continue
            answers = _answers(one)
            known = len(answers) - 4
            weights = [random.random() + 0.2 for _ in range(known)]
            scale = (100 - unknown) / sum(weights)
            weights = [weight * scale for weight in weights] + [unknown / 4] * 4
            # drawn by cutting one random byte: quick enough for a million
            cuts = _cuts(weights)
            columns[one.id] = Column(answers, random.randbytes(many).translate(cuts))
        return Columns(many, columns)


def _cuts(weights: list[float]) -> bytes:
    """A table from 256 random bytes to the places of the weights."""
    total, reached, table = sum(weights), 0.0, bytearray()
    for place, weight in enumerate(weights):
        reached += weight
        while len(table) < round(256 * reached / total):
            table.append(place)
    return bytes(table)


def _answers(one: Question) -> tuple[Answer | None, ...]:
    """What people answer: first what is certain, then four that are not."""
    if one.kind is Kind.NUMBER:
        certain: list[Answer] = [_between(9 * step, 9 * step) for step in range(STEPS)]
        unsure: list[Answer | None] = [_between(10, 49), _between(50, 100), DontKnow(), None]
        return (*certain, *unsure)
    names = [option.id for option in one.options] or ["yes", "no"]
    if one.kind is Kind.SEVERAL:
        chosen = [frozenset(names[:size]) for size in range(len(names) + 1)]
        certain = [Selection(frozenset({item})) for item in chosen]
        unsure = [Selection(frozenset(chosen[:2])), Selection(frozenset(chosen[1:3]))]
        return (*certain, *unsure, DontKnow(), None)
    certain = [Choice(frozenset({name})) for name in names]
    unsure = [Choice(frozenset(names[:2])), Choice(frozenset(names[-2:]))]
    return (*certain, *unsure, DontKnow(), None)


def _bands(random: Random, many: int, different: int) -> Column:
    """Bands of numbers, so many different ones, evenly drawn."""
    pairs = [(low, high) for low in range(101) for high in range(low, 101)]
    answers = tuple(_between(low, high) for low, high in random.sample(pairs, different))
    return Column(answers, array("I", random.choices(range(different), k=many)))


def _between(low: int, high: int) -> Amounts:
    return Amounts((Span(Decimal(low), Decimal(high)),))


def _condition(random: Random, questions: tuple[Question, ...]) -> Test:
    """A condition: most look at one fact, some are groups."""
    kind = random.random()
    if kind < 0.85:
        return _single(random, questions)
    items = tuple(_single(random, questions) for _ in range(random.randint(2, 4)))
    if kind < 0.93:
        return Any(items)
    return CountOf(items, random.randint(1, len(items) - 1), None) if kind < 0.97 else Not(items[0])


def _single(random: Random, questions: tuple[Question, ...]) -> Test:
    one = random.choice(questions)
    if one.kind is Kind.NUMBER:
        low, high = random.randint(3, 40), random.randint(60, 97)
        at_least = random.random() < 1 / 2
        relation = Relation.AT_LEAST if at_least else Relation.AT_MOST
        return Compare(relation, FactValue(one.id), Constant(Decimal(low if at_least else high)))
    names = [option.id for option in one.options] or ["yes", "no"]
    some = frozenset(random.sample(names, random.randint(max(1, len(names) - 2), len(names) - 1)))
    return HasAny(one.id, some) if one.kind is Kind.SEVERAL else IsOneOf(one.id, some)


def _rule(tests: list[Test], dictionary: Dictionary) -> Rule:
    def line(test: Test, kind: RuleKind, *children: Rule) -> Rule:
        return Rule(kind, test, _words(""), questions_of(test, dictionary), children)

    return line(all_of(tests), RuleKind.ALL, *(line(test, RuleKind.LINE) for test in tests))
