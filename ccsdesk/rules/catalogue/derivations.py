"""Derived facts and blocks: read, put in an order in which each only uses earlier ones, and given their meaning.

Most mean the same everywhere and go into the dictionary once. One that speaks of `grant` or of a round means something
else in each programme; it waits (`Workshop.later`) and is derived anew where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Kind, Option
from ccsdesk.rules.catalogue.compiling import compile_tree, lines_of, names_in
from ccsdesk.rules.catalogue.conditions import read_line, read_rule, read_rules
from ccsdesk.rules.catalogue.forms import read_form
from ccsdesk.rules.catalogue.forms_frame import BlockForm, FactForm, FactsForm
from ccsdesk.rules.catalogue.marks import Entries, Items
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.compile import compile_value
from ccsdesk.rules.language.core import Always, Applies, Rule, Test, all_of, any_of, negate
from ccsdesk.rules.language.facts import (
    Block,
    DerivedChoice,
    DerivedValue,
    Dictionary,
    Setting,
)
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

_OF_A_PROGRAMME = re.compile(r"\bgrant\b|\bround\.")


@dataclass(frozen=True)
class _Value:
    form: FactForm
    line: WrittenLine


@dataclass(frozen=True)
class _Choice:
    form: FactForm
    cases: tuple[tuple[str, WrittenRule], ...]


@dataclass(frozen=True)
class _Block:
    form: BlockForm
    written: WrittenRule


_Body: TypeAlias = _Value | _Choice | _Block


@dataclass(frozen=True)
class Derivation:
    """A derived fact or block as written."""

    id: str
    spot: Spot
    body: _Body

    @property
    def lines(self) -> tuple[WrittenLine, ...]:
        """All its lines."""
        match self.body:
            case _Value():
                return (self.body.line,)
            case _Choice():
                return tuple(line for _, rule in self.body.cases for line in lines_of(rule))
            case _Block():
                return tuple(lines_of(self.body.written))

    @property
    def uses(self) -> frozenset[str]:
        """All names in its lines, of whatever kind."""
        return names_in(self.lines)

    @property
    def of_a_programme(self) -> bool:
        """Whether its lines speak of a programme's grant or round."""
        return any(_OF_A_PROGRAMME.search(line.text) for line in self.lines)

    def derived(self, dictionary: Dictionary, setting: Setting) -> Dictionary:
        """The dictionary with this one in it, as it is meant in a setting.

        Raises:
            CatalogueErrors: its lines are wrong there.
        """
        match self.body:
            case _Value(form, line):
                value, unit, is_day = compile_value(line, dictionary, setting)
                values = DerivedValue(self.id, form.label, value, unit, is_day)
                return replace(dictionary, values={**dictionary.values, self.id: values})
            case _Choice(form, cases):
                choice = _choice(form, cases, dictionary, setting)
                return replace(dictionary, choices={**dictionary.choices, self.id: choice})
            case _Block(own, written):
                rule = compile_tree(written, dictionary, setting)
                block = Block(self.id, own.label, own.text, rule)
                return replace(dictionary, blocks={**dictionary.blocks, self.id: block})


def add_derived(
    facts: Iterable[tuple[FactForm, Spot]], blocks: Iterable[Spot], work: Workshop
) -> None:
    """Derived facts and blocks into the workshop's dictionary, whatever their order in the files."""
    found: dict[str, Derivation] = {}
    read = [_read_fact(form, spot, work) for form, spot in facts]
    for one in (*read, *(_read_block(spot, work) for spot in blocks)):
        if one is not None and work.unique("name", one.id, one.spot.at("id")):
            found[one.id] = one
    for name in _in_order(found, work):
        _add(found[name], work)


def _in_order(found: dict[str, Derivation], work: Workshop) -> list[str]:
    uses = {name: sorted(one.uses & found.keys()) for name, one in found.items()}
    try:
        return list(TopologicalSorter(uses).static_order())
    except CycleError as error:
        ring = [str(name) for name in error.args[1]]
        work.wrong(
            found[ring[0]].spot.at("id"),
            "“{id}” is made from itself ({ring}).",
            advice="Break the ring: one of them must not use the next.",
            code="ring",
            id=ring[0],
            ring=" → ".join(reversed(ring)),
        )
        return []


def _add(one: Derivation, work: Workshop) -> None:
    if one.uses & work.later.keys():
        work.later[one.id] = one
        return
    try:
        work.dictionary = one.derived(work.dictionary, Setting())
    except CatalogueError as error:
        if one.of_a_programme:
            work.later[one.id] = one
        else:
            work.mistakes.add(error)


# -- reading -----------------------------------------------------------------------------------


def facts_of(form: FactsForm, spot: Spot) -> list[tuple[FactForm, Spot]]:
    """The derived facts of a file with their places."""
    return [(fact, spot.at("facts", index)) for index, fact in enumerate(form.facts)]


def blocks_of(spot: Spot) -> list[Spot]:
    """The places of the blocks of a file."""
    inner = spot.at("blocks")
    count = len(inner.data) if isinstance(inner.data, Items) else 0
    return [inner.at(index) for index in range(count)]


def _read_fact(form: FactForm, spot: Spot, work: Workshop) -> Derivation | None:
    by_value = spot.maybe("value").data is not None
    if by_value == bool(form.cases) or bool(form.cases) != bool(form.options):
        work.wrong(
            spot,
            "A derived fact has either a value, or options and cases.",
            advice="Give value:, or options: and cases:.",
            code="bad-fact",
        )
        return None
    if by_value:
        line = read_line(spot.at("value"), work)
        return None if line is None else Derivation(form.id, spot, _Value(form, line))
    known = [option.id for option in form.options]
    cases = []
    for index, case in enumerate(form.cases):
        work.known("option", case.option, known, spot.at("cases", index, "is"))
        written = read_rules(spot.at("cases", index).maybe("when"), work)
        cases.append((case.option, written))
    return Derivation(form.id, spot, _Choice(form, tuple(cases)))


def _read_block(spot: Spot, work: Workshop) -> Derivation | None:
    entries = spot.data
    if not isinstance(entries, Entries):
        work.wrong(
            spot,
            "A block must be a map.",
            advice="Give id, label, text and a condition.",
            code="bad-value",
        )
        return None
    words = ("id", "label", "text")
    form: BlockForm | None = None
    with work.mistakes.kept():
        form = read_form(BlockForm, entries.only(words), file=spot.file, frame=work.frame)
    written = read_rule(Spot(spot.file, entries.without(words), spot.mark), work)
    if form is None or written is None:
        return None
    return Derivation(form.id, spot, _Block(form, written))


# -- choices -----------------------------------------------------------------------------------


def _choice(
    form: FactForm,
    cases: tuple[tuple[str, WrittenRule], ...],
    dictionary: Dictionary,
    setting: Setting,
) -> DerivedChoice:
    """For each option: one of its cases holds and none before it, and the fact applies at all.

    It applies if any question it looks at does; else the last case would catch firms it says nothing about.
    """
    rules = [(option, compile_tree(written, dictionary, setting)) for option, written in cases]
    applies = _applies([rule for _, rule in rules], dictionary)
    tests: dict[str, list[Test]] = {option.id: [] for option in form.options}
    before: list[Test] = []
    for option, rule in rules:
        tests.setdefault(option, []).append(all_of((rule.test, *before, applies)))
        before.append(negate(rule.test))
    options = tuple(Option(option.id, option.text) for option in form.options)
    joined = {option: any_of(tuple(ways)) for option, ways in tests.items()}
    return DerivedChoice(form.id, form.label, options, joined)


def _applies(rules: Iterable[Rule], dictionary: Dictionary) -> Test:
    asked = dict.fromkeys(question for rule in rules for question in rule.questions)
    tests: list[Test] = []
    for name in asked:
        question = dictionary.questions[name]
        absent = question.may_not_apply or question.asked_when is not None
        if question.kind is Kind.TABLE or not absent:
            return Always(truth=True)
        tests.append(Applies(name))
    return any_of(tuple(tests)) if tests else Always(truth=True)
