"""Small catalogues for property tests: five questions of few values, random conditions and answers on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    Selection,
    Span,
)
from ccsdesk.domain.programme import Programme
from ccsdesk.domain.question import Changeable, Column, Kind, Option, Question, Section
from ccsdesk.rules.catalogue.catalogue import Catalogue, StageModel
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Any,
    Applies,
    Arithmetic,
    Compare,
    Constant,
    CountOf,
    CountSelected,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Operator,
    Relation,
    Rule,
    RuleKind,
    Test,
    Value,
    all_of,
)
from ccsdesk.rules.language.facts import Dictionary, Tree
from ccsdesk.rules.language.questions import questions_of

DAY = date(2026, 11, 22)
FORMS = ("none", "sp", "doo")
GOALS = ("learn", "create", "share")
MOST_PEOPLE = 3


def _text(words: str) -> dict[str, str]:
    return {"en": words}


def _options(ids: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(id=name, text=_text(name)) for name in ids)


def questions() -> dict[str, Question]:
    """Five questions: a choice, a yes/no, two small numbers, several goals."""
    made = [
        Question(
            id="form",
            kind=Kind.SINGLE,
            text=_text("form"),
            label=_text("form"),
            options=_options(FORMS),
        ),
        Question(
            id="young",
            kind=Kind.YES_NO,
            text=_text("young"),
            label=_text("young"),
            may_not_apply=True,
        ),
        Question(
            id="people",
            kind=Kind.NUMBER,
            text=_text("people"),
            label=_text("people"),
            minimum=Decimal(0),
            maximum=Decimal(MOST_PEOPLE),
            may_not_apply=True,
        ),
        Question(
            id="goals",
            kind=Kind.SEVERAL,
            text=_text("goals"),
            label=_text("goals"),
            options=_options(GOALS),
            may_not_apply=True,
        ),
        Question(
            id="rooms",
            kind=Kind.NUMBER,
            text=_text("rooms"),
            label=_text("rooms"),
            minimum=Decimal(0),
            maximum=Decimal(2),
        ),
    ]
    return {question.id: question for question in made}


NAMES = ("form", "young", "people", "goals", "rooms")
"""The questions; what decides whether one is asked comes before it here, but not always in the questionnaire."""


def world(asked_when: Mapping[str, Test], order: Sequence[str] = NAMES) -> Catalogue:
    """A catalogue of the five questions in this order, with these conditions for asking."""
    all_questions = questions()
    made = {name: all_questions[name] for name in order}
    trees = {name: Tree.of(question.options) for name, question in made.items() if question.options}
    dictionary = Dictionary(
        languages=("en",),
        currency="EUR",
        questions=made,
        places={},
        place_tree=Tree.of(()),
        option_trees=trees,
    )
    return Catalogue(
        name=_text("World"),
        version="2026-11-22",
        digest="sha256:0",
        languages=("en",),
        currency="EUR",
        sections=(Section("all", _text("All"), tuple(made)),),
        dictionary=dictionary,
        asked_when={name: asked_when.get(name) for name in made},
        asked_when_rules={},
        programmes={},
        rules={},
        lots={},
        measures={},
        measure_rules={},
        support_places={},
        stories={},
        stages=StageModel(proposal=_text("proposal"), margin=2, stages=()),
        capabilities=(),
        needs_rules=(),
        swot=(),
        needs={},
        levels={},
        kinds={},
    )


def with_partners(catalogue: Catalogue, asked_when: Test | None = None) -> Catalogue:
    """The same with a table of at most two partners."""
    agreed = Column("agreed", Kind.YES_NO, _text("agreed"), _text("agreed"))
    table = Question(
        "partners", Kind.TABLE, _text("partners"), _text("partners"), columns=(agreed,), most=2
    )
    made = {**catalogue.dictionary.questions, "partners": table}
    return replace(
        catalogue,
        dictionary=replace(catalogue.dictionary, questions=made),
        asked_when={**catalogue.asked_when, "partners": asked_when},
    )


def partners(least: int) -> Test:
    """That there are at least so many partners."""
    number = Aggregate(AggregateKind.COUNT, "partners")
    return Compare(Relation.AT_LEAST, number, Constant(Decimal(least)))


def changeable(to: Sequence[str] = (), direction: str | None = None, effort: int = 1) -> Changeable:
    """What a firm can do about a fact."""
    return Changeable(frozenset(to), direction, effort, None)


def with_changes(catalogue: Catalogue, **changes: Changeable) -> Catalogue:
    """The same with questions that a firm can change the answer of."""
    questions = {
        name: replace(question, changeable=changes.get(name, question.changeable))
        for name, question in catalogue.dictionary.questions.items()
    }
    return replace(catalogue, dictionary=replace(catalogue.dictionary, questions=questions))


def with_programme(
    catalogue: Catalogue, item: Programme, *tests: Test, **lots: Sequence[Test]
) -> Catalogue:
    """The same with a programme that asks all of these; or, for each of its lots, these and those of the lot."""
    shared = [rule(test) for test in tests]
    whole = {
        name: rule(all_of((*tests, *more)), RuleKind.ALL, *shared, *map(rule, more))
        for name, more in lots.items()
    }
    return replace(
        catalogue,
        programmes=dict(sorted({**catalogue.programmes, item.id: item}.items())),
        rules={**catalogue.rules, item.id: rule(all_of(tests), RuleKind.ALL, *shared)},
        lots={**catalogue.lots, item.id: tuple(whole.items())} if lots else catalogue.lots,
    )


def rule(test: Test, kind: RuleKind = RuleKind.LINE, *children: Rule) -> Rule:
    """A condition with this meaning, made of these."""
    looked_at = questions_of(test, world({}).dictionary)
    return Rule(kind, test, _text(kind.value), looked_at, children)


def _numbers(names: tuple[str, ...]) -> st.SearchStrategy[Value]:
    constants = st.integers(-1, MOST_PEOPLE + 1).map(lambda value: Constant(Decimal(value)))
    facts: list[st.SearchStrategy[Value]] = [constants]
    if "people" in names:
        facts.append(st.just(FactValue("people")))
    if "rooms" in names:
        facts.append(st.just(FactValue("rooms")))
    if "goals" in names:
        facts.append(st.just(CountSelected("goals")))
    leaf = st.one_of(facts)
    joined = st.builds(Arithmetic, st.sampled_from(Operator), leaf, leaf)
    return st.one_of(leaf, leaf, joined)


def _subsets(options: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(options), min_size=1)


def orders() -> st.SearchStrategy[Sequence[str]]:
    """Orders of the questionnaire."""
    return st.permutations(NAMES)


def conditions(names: tuple[str, ...] = NAMES) -> st.SearchStrategy[Test]:
    """Random conditions over these questions."""
    leaves: list[st.SearchStrategy[Test]] = []
    if "form" in names:
        leaves.append(st.builds(IsOneOf, st.just("form"), _subsets(FORMS)))
    if "young" in names:
        leaves.append(st.builds(IsOneOf, st.just("young"), _subsets(("yes", "no"))))
    if "goals" in names:
        leaves.append(st.builds(HasAny, st.just("goals"), _subsets(GOALS)))
    leaves += [st.just(Applies(name)) for name in ("young", "people", "goals") if name in names]
    if {"people", "rooms", "goals"} & set(names):
        values = _numbers(names)
        leaves.append(st.builds(Compare, st.sampled_from(Relation), values, values))

    def groups(items: st.SearchStrategy[Test]) -> st.SearchStrategy[Test]:
        several = st.lists(items, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            st.builds(All, several),
            st.builds(Any, several),
            st.builds(Not, items),
            st.builds(CountOf, several, st.integers(0, 3), st.none() | st.integers(0, 3)),
        )

    return st.recursive(st.one_of(leaves), groups, max_leaves=6)


def asking() -> st.SearchStrategy[dict[str, Test]]:
    """Random conditions for asking, each on earlier questions only."""
    return st.fixed_dictionaries(
        {},
        optional={
            "young": conditions(("form",)),
            "people": conditions(("form", "young")),
            "goals": conditions(("form", "people")),
            "rooms": conditions(("young", "people")),
        },
    )


def _spans(most: int) -> st.SearchStrategy[Answer]:
    ends = st.integers(0, most)
    return st.tuples(ends, ends).map(
        lambda pair: Amounts((Span(Decimal(min(pair)), Decimal(max(pair))),))
    )


def answer_sets() -> st.SearchStrategy[AnswerSet]:
    """Random answers: single values, bands, several possible ones, don't know, doesn't apply, not asked."""
    unsure: st.SearchStrategy[Answer] = st.just(DontKnow())
    unsure_or_not: st.SearchStrategy[Answer] = st.just(DontKnow()) | st.just(DoesNotApply())
    answers: dict[str, st.SearchStrategy[Answer]] = {
        "form": st.builds(Choice, _subsets(FORMS)) | unsure,
        "young": st.builds(Choice, _subsets(("yes", "no"))) | unsure_or_not,
        "people": _spans(MOST_PEOPLE) | unsure_or_not,
        "goals": st.builds(
            Selection,
            st.frozensets(st.frozensets(st.sampled_from(GOALS)), min_size=1, max_size=2),
        )
        | unsure_or_not,
        "rooms": _spans(2) | unsure,
    }
    return st.fixed_dictionaries({}, optional=answers).map(AnswerSet)
