"""Small catalogues about time: days, a table of aid, one programme with rounds; random conditions and answers on them.

Days lie close to where conditions turn, so that something happens within the few days that tests walk through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Span,
)
from ccsdesk.domain.programme import Programme, Round, UsualClosing, WindowKind, WindowRule
from ccsdesk.domain.question import Column, Kind, Option, Question
from ccsdesk.domain.verdict import Verdict
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Any,
    Arithmetic,
    CellIsOneOf,
    CellValue,
    Compare,
    Constant,
    CountOf,
    Dated,
    DaysBetween,
    FactValue,
    IsOneOf,
    Moment,
    MomentName,
    MonthsBetween,
    Not,
    Operator,
    Period,
    RecordWindow,
    Relation,
    RoundParameter,
    Shift,
    Test,
    Value,
    WindowUnit,
)
from ccsdesk.rules.language.facts import Tree
from ccsdesk.rules.language.questions import questions_of
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bound import bind
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.timing import FAR, last_day
from ccsdesk.rules.reasoning.view import View
from tests.support import worlds
from tests.support.offers import call, programme

DAY = date(2024, 1, 15)
"""Six weeks before a leap day."""
KINDS = ("seeds", "tools")
VERDICTS = {NO: Verdict.NOT_ELIGIBLE, OPEN: Verdict.OPEN, YES: Verdict.ELIGIBLE}


def _text(words: str) -> dict[str, str]:
    return {"en": words}


def _day(name: str, **more: object) -> Question:
    made = Question(name, Kind.DATE, _text(name), _text(name), minimum=date(1990, 1, 1))
    return replace(made, **more)  # type: ignore[arg-type]


AID = Question(
    "aid",
    Kind.TABLE,
    _text("aid"),
    _text("aid"),
    columns=(
        Column(
            "amount",
            Kind.MONEY,
            _text("amount"),
            _text("amount"),
            minimum=Decimal(0),
            maximum=Decimal(9),
        ),
        Column("granted", Kind.DATE, _text("granted"), _text("granted"), minimum=date(2000, 1, 1)),
        Column(
            "kind",
            Kind.SINGLE,
            _text("kind"),
            _text("kind"),
            options=tuple(Option(name, _text(name)) for name in KINDS),
        ),
    ),
    most=3,
)
DAYS = (
    _day("founded"),
    _day("born", may_not_apply=True),
    _day("planned", maximum=date(2040, 12, 31)),
    _day("today", minimum=None),
)


def world(
    test: Test,
    *,
    asked_when: Mapping[str, Test] | None = None,
    window: WindowRule | None = None,
    rounds: Sequence[Round] = (),
) -> Catalogue:
    """A catalogue with the programme `one`, which asks this."""
    plain = worlds.world({})
    questions = {item.id: item for item in (*plain.dictionary.questions.values(), *DAYS, AID)}
    trees = {**plain.dictionary.option_trees, "aid.kind": Tree.of(AID.columns[2].options)}
    dictionary = replace(plain.dictionary, questions=questions, option_trees=trees)
    item = programme(window=window or WindowRule(WindowKind.ROLLING), rounds=tuple(rounds))
    made = replace(
        plain,
        dictionary=dictionary,
        asked_when={name: (asked_when or {}).get(name) for name in questions},
    )
    rule = replace(worlds.rule(test), questions=questions_of(test, dictionary))
    return replace(made, programmes={item.id: item}, rules={item.id: rule})


def item_of(catalogue: Catalogue) -> Programme:
    """The one programme."""
    return catalogue.programmes["one"]


# -- brute force ---------------------------------------------------------------------------------


def verdict_on(catalogue: Catalogue, answers: AnswerSet, day: date) -> Verdict:
    """What an engine of this day, made for it alone, says about the programme."""
    engine = Engine(catalogue, day)
    bound = bind(engine, item_of(catalogue), catalogue.rules["one"])
    view = View.of_answers(engine, answers.answers)
    return VERDICTS[bound.condition.settled(view)]


@dataclass(frozen=True)
class Walked:
    """The first eligible day after a day that was not, and the last without a break, among the days walked through."""

    starts: date | None
    until: date | None


def walked(catalogue: Catalogue, answers: AnswerSet, day: date, days: int) -> Walked:
    """What comes of trying this many days after a day, one by one; nothing while it is open at first."""
    now = verdict_on(catalogue, answers, day)
    if now is Verdict.OPEN:
        return Walked(None, None)
    starts = None
    for ahead in range(1, days + 1):
        there = day + timedelta(days=ahead)
        before, now = now, verdict_on(catalogue, answers, there)
        if before is Verdict.ELIGIBLE and now is not Verdict.ELIGIBLE:
            return Walked(starts, there - timedelta(days=1))
        if before is not Verdict.ELIGIBLE and now is Verdict.ELIGIBLE:
            starts = there
    return Walked(starts, None)


def within(found: Walked, day: date, days: int) -> Walked:
    """The same as far as somebody can see who walks through this many days."""
    last = day + timedelta(days=days)
    starts = found.starts if found.starts is not None and found.starts <= last else None
    until = found.until if found.until is not None and found.until < last else None
    return Walked(starts, until)


def ten_years(day: date) -> int:
    """How many days are looked at."""
    return (last_day(day, FAR) - day).days


# -- random worlds -------------------------------------------------------------------------------


RELATIONS = st.sampled_from(tuple(Relation))
MOMENTS = st.sampled_from(tuple(MomentName)).map(Moment)
NEAR = st.sampled_from((-366, -366, -366, -731, 0)).flatmap(
    lambda base: st.integers(base - 5, base + 100)
)
"""Days from the first day on, near to it or to whole years around it."""
TURNS = st.builds(
    Shift, MOMENTS, st.sampled_from((-12, -12, -12, -24, 0, -1)), st.sampled_from((0, 0, 0, -30, 7))
)
PARAMETERS = st.builds(RoundParameter, st.sampled_from(("born_after", "limit_day")), TURNS)
LATER = st.one_of(TURNS, TURNS, TURNS, PARAMETERS, MOMENTS)


def days() -> st.SearchStrategy[date]:
    """Days that matter soon."""
    return NEAR.map(lambda ahead: DAY + timedelta(days=ahead))


def _compared(
    left: st.SearchStrategy[Value], right: st.SearchStrategy[Value]
) -> st.SearchStrategy[Test]:
    return st.builds(Compare, RELATIONS, left, right)


def _constants(*numbers: int) -> st.SearchStrategy[Value]:
    return st.sampled_from(numbers).map(lambda number: Constant(Decimal(number)))


def _dated() -> st.SearchStrategy[Value]:
    """A number that becomes another one soon; on some days between, none is told."""
    return st.builds(
        lambda change, gap, one, other: Dated(
            (
                Period(Decimal(one), None, change - timedelta(days=gap)),
                Period(Decimal(other), change, None),
            )
        ),
        days(),
        st.sampled_from((1, 1, 20)),
        st.integers(0, 3),
        st.integers(0, 3),
    )


def _facts(names: Sequence[str]) -> st.SearchStrategy[Value]:
    return st.sampled_from(tuple(names)).map(FactValue)


def _of_days(names: Sequence[str]) -> st.SearchStrategy[Test]:
    facts = _facts(names)
    return st.one_of(
        _compared(facts, LATER),
        _compared(LATER, facts),
        _compared(facts, days().map(Constant)),
        _compared(st.builds(MonthsBetween, facts, MOMENTS), _constants(12, 12, 13, 24, 1)),
        _compared(st.builds(MonthsBetween, MOMENTS, facts), _constants(-12, -12, 0)),
        _compared(st.builds(DaysBetween, facts, MOMENTS), _constants(365, 400, 366, 30, 0)),
        _compared(st.just(FactValue("people")), _dated()),
        _compared(
            st.builds(
                Arithmetic,
                st.sampled_from((Operator.PLUS, Operator.MINUS)),
                st.builds(MonthsBetween, facts, MOMENTS),
                st.one_of(st.just(FactValue("people")), st.builds(MonthsBetween, facts, MOMENTS)),
            ),
            _constants(1, 12, 14),
        ),
    )


def _row_tests() -> st.SearchStrategy[Test]:
    cell = CellValue("granted")
    return st.one_of(
        st.sampled_from(KINDS).map(lambda kind: CellIsOneOf("kind", frozenset({kind}))),
        _compared(st.just(cell), TURNS),
        _compared(st.builds(MonthsBetween, st.just(cell), MOMENTS), _constants(1, 12)),
        _compared(st.just(cell), st.just(FactValue("founded"))),
    )


def _windows() -> st.SearchStrategy[RecordWindow]:
    return st.builds(
        RecordWindow,
        st.just("granted"),
        st.sampled_from((12, 12, 1, 2)),
        st.sampled_from(tuple(WindowUnit)),
        st.one_of(MOMENTS, TURNS),
        st.sampled_from((1, 1, 4)),
    )


def _aggregates(*kinds: AggregateKind) -> st.SearchStrategy[Value]:
    return st.builds(
        lambda kind, where, window: Aggregate(
            kind,
            "aid",
            None if kind in {AggregateKind.COUNT, AggregateKind.SHARE} else "amount",
            where,
            window,
        ),
        st.sampled_from(kinds),
        st.none() | _row_tests() | _row_tests().map(Not),
        st.none() | _windows() | _windows(),
    )


def _of_tables() -> st.SearchStrategy[Test]:
    numbers = _aggregates(
        AggregateKind.COUNT,
        AggregateKind.SUM,
        AggregateKind.SUM,
        AggregateKind.SHARE,
        AggregateKind.AVERAGE,
        AggregateKind.LARGEST,
    )
    last = Aggregate(AggregateKind.LARGEST, "aid", "granted")
    joined = st.builds(Arithmetic, st.just(Operator.PLUS), numbers, _facts(("people",)))
    return st.one_of(
        _compared(numbers, _constants(0, 1, 4, 8, 50)),
        _compared(joined, _constants(1, 4, 8)),
        _compared(st.just(last), LATER),
    )


def singles(names: Sequence[str]) -> st.SearchStrategy[Test]:
    """Single tests, most of them about time; some about two questions."""
    fixed = st.sampled_from(("yes", "no")).map(lambda word: IsOneOf("young", frozenset({word})))
    two = _compared(_facts(names), st.builds(Shift, _facts(names), st.just(12), st.just(0)))
    return st.one_of(_of_days(names), _of_days(names), _of_tables(), fixed, two)


def conditions(
    names: Sequence[str] = ("founded", "born", "planned", "today"),
) -> st.SearchStrategy[Test]:
    """Single tests and groups of a few of them."""
    return st.recursive(
        singles(names),
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda items: All(tuple(items))),
            st.lists(inner, min_size=2, max_size=3).map(lambda items: Any(tuple(items))),
            st.lists(inner, min_size=2, max_size=3).map(lambda items: CountOf(tuple(items), 1, 1)),
            inner.map(Not),
            # both a test and its opposite in words of its own: only the exact step settles it
            _of_days(names).map(lambda test: Any((test, Not(test)))),
        ),
        max_leaves=5,
    )


def asking() -> st.SearchStrategy[dict[str, Test]]:
    """Whether some questions are asked hangs on days, too."""
    return st.dictionaries(
        st.sampled_from(("planned", "people", "aid")), singles(("founded",)), max_size=1
    ).map(lambda found: {name: test for name, test in found.items() if _asks_earlier(name, test)})


def _asks_earlier(name: str, test: Test) -> bool:
    """No question may decide about itself."""
    looked_at = questions_of(test, world(test).dictionary)
    return not {name, "people", "aid"} & set(looked_at)


def _spans() -> st.SearchStrategy[Amounts]:
    return st.one_of(
        days().map(lambda day: Amounts((Span(day, day),))),
        days().map(lambda day: Amounts((Span(day, day),))),
        st.builds(
            lambda day, length: Amounts((Span(day, day + timedelta(days=length)),)),
            days(),
            st.integers(0, 40),
        ),
        st.builds(
            lambda day, gap: Amounts(
                (Span(day, day), Span(day + timedelta(days=gap), day + timedelta(days=gap + 5)))
            ),
            days(),
            st.integers(2, 20),
        ),
    )


def _day_answers(name: str) -> st.SearchStrategy[Answer]:
    ended = days().map(lambda day: Amounts((Span(min(day, DAY), None),)))
    more: list[st.SearchStrategy[Answer]] = [st.just(DontKnow()), ended]
    if name == "born":
        more.append(st.just(DoesNotApply()))
    return st.one_of(_spans(), _spans(), _spans(), _spans(), st.one_of(*more))


def _cells() -> st.SearchStrategy[Mapping[str, Cell]]:
    amounts = st.integers(0, 9).map(
        lambda number: Amounts((Span(Decimal(number), Decimal(number)),))
    )
    unsure = st.just(Amounts((Span(Decimal(1), Decimal(5)),)))
    kinds = st.sampled_from(KINDS).map(lambda kind: Choice(frozenset({kind})))
    granted = _spans() | days().map(lambda day: Amounts((Span(min(day, DAY), None),)))
    return st.fixed_dictionaries(
        {}, optional={"amount": amounts | unsure, "granted": granted, "kind": kinds}
    )


def answer_sets() -> st.SearchStrategy[AnswerSet]:
    """Answers to some of the questions, most of them certain."""
    tables: st.SearchStrategy[Answer] = st.lists(_cells(), max_size=3).map(
        lambda rows: Records(tuple(rows))
    )
    number = st.integers(0, 3).map(Decimal)
    each: dict[str, st.SearchStrategy[Answer]] = {
        **{item.id: _day_answers(item.id) for item in DAYS},
        "aid": tables,
        "people": number.map(lambda value: Amounts((Span(value, value),))),
        "young": st.sampled_from(("yes", "no")).map(lambda word: Choice(frozenset({word}))),
    }
    unasked = st.just(frozenset[str]()) | st.frozensets(st.sampled_from(tuple(each)), max_size=2)
    return st.builds(
        lambda given, without: AnswerSet(
            {name: answer for name, answer in given.items() if name not in without}
        ),
        st.fixed_dictionaries(each),
        unasked,
    )


def offers() -> st.SearchStrategy[tuple[WindowRule, tuple[Round, ...]]]:
    """Windows and rounds: none, always open, until a day, every year, and rounds around the first days."""
    ends = st.integers(-40, 140).map(lambda ahead: DAY + timedelta(days=ahead))
    rules = st.one_of(
        st.just(WindowRule(WindowKind.ROLLING)),
        st.just(WindowRule(WindowKind.ROUNDS)),
        ends.map(lambda day: WindowRule(WindowKind.ROLLING, until=day)),
        st.builds(
            lambda month, day: WindowRule(WindowKind.ROLLING, closing=UsualClosing(month, day)),
            st.integers(1, 6),
            st.none() | st.integers(1, 31),
        ),
        st.just(WindowRule(WindowKind.RECURRING, month=2, confidence="high")),
    )
    return st.tuples(rules, st.lists(_rounds(ends), max_size=2).map(tuple))


def _rounds(ends: st.SearchStrategy[date]) -> st.SearchStrategy[Round]:
    return st.builds(
        lambda opens, length, shape, parameters, later: replace(
            call(
                None if shape == "closes" else opens.isoformat(),
                None if shape == "opens" else (opens + timedelta(days=length)).isoformat(),
                **parameters,
            ),
            signing=None if later is None else opens + timedelta(days=length + later),
        ),
        ends,
        st.integers(0, 40),
        st.sampled_from(("both", "both", "opens", "closes")),
        st.dictionaries(st.sampled_from(("born_after", "limit_day")), days(), max_size=1),
        st.none() | st.integers(0, 60),
    )
