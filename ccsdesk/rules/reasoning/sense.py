"""What is right in form but makes no sense: conditions that no answers meet, or all do, or that another one implies.

Looks at the conditions of a catalogue on one day, before any answer. Every finding is certain: what would take too long
to find out is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import permutations

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.question import Kind, Question
from ccsdesk.domain.verdict import Window
from ccsdesk.rules.catalogue.build import Built
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.finding import Finding, Severity
from ccsdesk.rules.catalogue.spot import Spot
from ccsdesk.rules.language.core import (
    All,
    Any,
    CountOf,
    CountSelected,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Rule,
    RuleKind,
    Test,
    Value,
)
from ccsdesk.rules.language.questions import parts
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bound import Bound, bind
from ccsdesk.rules.reasoning.circuit import Every, Opposite
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.groups import conjuncts
from ccsdesk.rules.reasoning.moments import Moments
from ccsdesk.rules.reasoning.view import View
from ccsdesk.text import message


def senseless(built: Built, day: date) -> tuple[Finding, ...]:
    """Everything found, by file and line. What many programmes share is told once."""
    looking = _Looking(built.catalogue, Engine(built.catalogue, day), built.questions)
    found: dict[tuple[object, ...], Finding] = {}
    for error in looking.errors():
        finding = Finding.of(error, Severity.WARNING)
        found.setdefault((finding.code, finding.file, finding.line, finding.message), finding)
    return tuple(
        sorted(found.values(), key=lambda one: (one.file or "", one.line or 0, one.message))
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the conditions that all have to hold, with the questions (bits) it looks at itself.

    `free`: the same as if every question were asked, so that what a condition says is not mixed with who is asked.
    """

    rule: Rule
    condition: Condition
    free: Condition
    own: int


@dataclass(slots=True)
class _Looking:
    """One look over a catalogue; remembers what it found out about equal conditions."""

    catalogue: Catalogue
    engine: Engine
    spots: Mapping[str, Spot]
    nothing: View = field(init=False)
    free: Engine = field(init=False)
    _implied: dict[tuple[int, int], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nothing = View.of_answers(self.engine, {})
        catalogue = self.catalogue
        everything = dict.fromkeys(catalogue.asked_when)
        self.free = Engine(replace(catalogue, asked_when=everything), self.engine.day)

    def errors(self) -> Iterator[CatalogueError]:
        """Everything there is to tell."""
        yield from self._never_asked()
        yield from self._apart_from_programmes()
        found: dict[frozenset[int], Bound] = {}
        for bound in self._bound():
            ways = [self._parts(rule, bound.moments) for rule in _rules_of(bound)]
            yield from self._programme(bound, ways)
            yield from self._as_another(bound, ways, found)
        yield from self._unused_options()

    def _bound(self) -> Iterator[Bound]:
        """All that somebody could still apply for; of what is over, a past day may well be asked."""
        catalogue = self.catalogue
        items: list[tuple[Programme | Measure, Rule]] = [
            (catalogue.programmes[key], catalogue.rules[key]) for key in catalogue.programmes
        ]
        items += [
            (catalogue.measures[key], catalogue.measure_rules[key]) for key in catalogue.measures
        ]
        for item, rule in items:
            bound = bind(self.engine, item, rule, catalogue.lots.get(item.id, ()))
            if bound.window.window is not Window.CLOSED:
                yield bound

    # -- single conditions ------------------------------------------------------------------------------------------

    def _truth(self, rule: Rule, moments: Moments) -> int:
        """The truth of a rule before any answer."""
        return Condition(self.engine, self.engine.node(rule.test, moments)).settled(self.nothing)

    def _never_asked(self) -> Iterator[CatalogueError]:
        for name, rule in self.catalogue.asked_when_rules.items():
            truth = self._truth(rule, self.engine.plain)
            if truth == NO:
                yield _told(
                    rule,
                    message("The question “{name}” can never be asked."),
                    message("Change or delete its asked_when, or delete the question."),
                    "never-asked",
                    name=name,
                )
            elif truth == YES:
                yield _told(
                    rule,
                    message("The question “{name}” is always asked; its asked_when says nothing."),
                    message("Delete its asked_when."),
                    "always-asked",
                    name=name,
                )

    def _apart_from_programmes(self) -> Iterator[CatalogueError]:
        """Conditions of the models: gates, levels, needs, SWOT, support places and stories."""
        catalogue = self.catalogue
        stages = catalogue.stages
        rules = [
            *(gate.rule for gate in stages.gates),
            *(level.rule for overlay in stages.overlays.values() for level in overlay.levels),
            *(one.rule for one in catalogue.needs_rules),
            *(one.rule for one in catalogue.swot),
            *catalogue.place_rules.values(),
            *catalogue.story_rules.values(),
        ]
        for rule in rules:
            if self._truth(rule, self.engine.plain) == NO:
                yield _impossible(rule)

    # -- programmes -------------------------------------------------------------------------------------------------

    def _parts(self, rule: Rule, moments: Moments) -> list[_Part]:
        found = []
        for part in conjuncts(rule):
            condition = Condition(self.engine, self.engine.node(part.test, moments))
            free = Condition(self.free, self.free.node(part.test, moments))
            own = sum(self.engine.bit[name] for name in part.questions)
            found.append(_Part(part, condition, free, own))
        return found

    def _programme(self, bound: Bound, ways: Sequence[Sequence[_Part]]) -> Iterator[CatalogueError]:
        """What is wrong with single conditions; where nothing is, whether they can hold together."""
        told = False
        for part in (part for way in ways for part in way):
            for rule in _lines_in(part.rule):
                truth = self._truth(rule, bound.moments)
                if truth == NO:
                    told = True
                    yield _impossible(rule)
                elif truth == YES:
                    yield _told(
                        rule,
                        message("All answers meet this condition."),
                        message("Delete it, or say what it is meant to keep out."),
                        "always-met",
                    )
        if not told and bound.condition.settled(self.nothing) == NO:
            yield _told(
                ways[0][0].rule,
                message("No answers can meet the conditions of “{id}” together."),
                message("Look for two that exclude each other."),
                "never-met",
                id=bound.item.id,
            )
            return
        for way in ways:
            yield from self._implied_in(way)

    def _implied_in(self, parts: Sequence[_Part]) -> Iterator[CatalogueError]:
        gone: set[int] = set()
        for place, (one, other) in zip(
            permutations(range(len(parts)), 2), permutations(parts, 2), strict=True
        ):
            shares = one.own & other.own and place[1] not in gone and place[0] not in gone
            if shares and self._implies(one.free, other.free):
                gone.add(place[1])
                yield _told(
                    other.rule,
                    message(
                        "Whoever meets the condition of line {other} meets this condition, too."
                    ),
                    message("Delete it, or say what it asks beyond the other one."),
                    "implied",
                    other=_line_of(one.rule)[1] or 0,
                )

    def _implies(self, one: Condition, other: Condition) -> bool:
        """Whether nobody meets one condition and fails the other, where both can be met and failed."""
        key = (one.number, other.number)
        known = self._implied.get(key)
        if known is None:
            nothing = View.of_answers(self.free, {})
            alone = one.settled(nothing) == OPEN == other.settled(nothing)
            both = Every((one.node, Opposite(other.node)))
            known = alone and Condition(self.free, both).settled(nothing) == NO
            self._implied[key] = known
        return known

    def _as_another(
        self,
        bound: Bound,
        ways: Sequence[Sequence[_Part]],
        found: dict[frozenset[int], Bound],
    ) -> Iterator[CatalogueError]:
        """Programmes of several conditions that all say the same are perhaps one programme."""
        if len(ways) > 1 or not isinstance(bound.item, Programme) or bound.rules < 2:
            return
        key = frozenset(part.condition.number for part in ways[0])
        first = found.setdefault(key, bound)
        if first is not bound:
            yield _told(
                ways[0][0].rule,
                message("“{id}” asks the same as “{other}”."),
                message("See whether they are one programme, or what sets them apart."),
                "same-rules",
                id=bound.item.id,
                other=first.item.id,
            )

    # -- options ----------------------------------------------------------------------------------------------------

    def _unused_options(self) -> Iterator[CatalogueError]:
        """Options that no condition names; one may always be all the rest, several only if the author says so."""
        tests = [*(atom.test for atom in self.engine.atoms), *self._points()]
        for name, question in self.catalogue.dictionary.questions.items():
            used = _named_options(question, tests)
            if not used:
                continue
            rest = [one.id for one in question.options if one.id not in used | question.rest]
            if len(rest) > (0 if question.rest else 1):
                yield self.spots[name].error(
                    "No condition names these options of “{question}”: {options}.",
                    "options",
                    advice="Use them, make them one option, or list them under rest: of the question.",
                    code="unused-option",
                    question=name,
                    options=", ".join(rest),
                )

    def _points(self) -> Iterator[Test]:
        for points in self.catalogue.stages.points:
            for line in points.give:
                yield from _tests_in(line.test)


def _tests_in(test: Test) -> Iterator[Test]:
    """The single tests in a test."""
    match test:
        case Not(item):
            yield from _tests_in(item)
        case All(items) | Any(items) | CountOf(items):
            for item in items:
                yield from _tests_in(item)
        case _:
            yield test


def _named_options(question: Question, tests: Sequence[Test]) -> frozenset[str]:
    """The options that tests name; none where that says nothing: they are compared, or come from a tree of codes."""
    if question.kind not in {Kind.SINGLE, Kind.SEVERAL} or any(
        option.parent for option in question.options
    ):
        return frozenset()
    used: frozenset[str] = frozenset()
    for test in tests:
        if isinstance(test, IsOneOf | HasAny):
            used |= test.options if test.question == question.id else frozenset()
        elif question.id in _looked_at(test):
            return frozenset()
    return used


def _looked_at(test: Test) -> frozenset[str]:
    """The questions whose values a test compares or counts."""
    found: set[str] = set()
    waiting: list[Test | Value] = [test]
    while waiting:
        node = waiting.pop()
        waiting.extend(parts(node))
        if isinstance(node, FactValue | CountSelected):
            found.add(node.question)
    return frozenset(found)


def _rules_of(bound: Bound) -> list[Rule]:
    return [lot.rule for lot in bound.lots] or [bound.rule]


def _lines_in(rule: Rule) -> Iterator[Rule]:
    """The single conditions in a rule."""
    if rule.kind is RuleKind.LINE or not rule.children:
        yield rule
    for child in rule.children:
        yield from _lines_in(child)


def _line_of(rule: Rule) -> tuple[str | None, int | None]:
    """File and line of a rule; of a group, those of the first condition in it."""
    if rule.line_number is not None or not rule.children:
        return rule.file, rule.line_number
    return _line_of(rule.children[0])


def _impossible(rule: Rule) -> CatalogueError:
    return _told(
        rule,
        message("No answers can meet this condition."),
        message("Correct it, or delete what hangs on it."),
        "never-met",
    )


def _told(
    rule: Rule, sentence: str, advice: str, code: str, **parameters: object
) -> CatalogueError:
    file, line = _line_of(rule)
    return CatalogueError(
        sentence, advice=advice, code=code, file=file, line=line, column=None, **parameters
    )
