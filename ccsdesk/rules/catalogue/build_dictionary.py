"""The dictionary of a catalogue: places, code trees, questions, limits, lists, derived facts and blocks.

Derived facts and blocks are put in an order in which each only uses what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from ccsdesk.domain.question import Option, Place, Question, Section
from ccsdesk.rules.catalogue.build_questions import build_question
from ccsdesk.rules.catalogue.compiling import applies_test, compile_or_tell, lines_of
from ccsdesk.rules.catalogue.conditions import read_line, read_rule, read_rules
from ccsdesk.rules.catalogue.forms import read_form
from ccsdesk.rules.catalogue.forms_frame import (
    BlockForm,
    CodesForm,
    FactForm,
    FactsForm,
    LimitForm,
    ListForm,
    PlacesForm,
    QuestionsForm,
)
from ccsdesk.rules.catalogue.marks import Entries, Items
from ccsdesk.rules.catalogue.scalars import day_of, quantity_of
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.trees import sound_tree
from ccsdesk.rules.language.compile import compile_value
from ccsdesk.rules.language.core import Always, Rule, Test, all_of, any_of, negate
from ccsdesk.rules.language.facts import (
    Block,
    DerivedChoice,
    DerivedValue,
    Dictionary,
    Limit,
    NamedList,
    Setting,
    Tree,
)
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

_NAMES = re.compile(r"[a-z0-9_.]+")


@dataclass
class Draft:
    """A dictionary while it grows; the maps are those of `dictionary` itself."""

    languages: tuple[str, ...]
    currency: str
    sections: list[Section] = field(default_factory=list)
    spots: dict[str, Spot] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    limits: dict[str, Limit] = field(default_factory=dict)
    lists: dict[str, NamedList] = field(default_factory=dict)
    values: dict[str, DerivedValue] = field(default_factory=dict)
    choices: dict[str, DerivedChoice] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)

    def dictionary(self) -> Dictionary:
        """The dictionary over what was gathered so far; facts and blocks added later appear in it."""
        trees: dict[str, Tree] = {}
        for question in self.questions.values():
            if question.options:
                trees[question.id] = Tree.of(question.options)
            for column in question.columns:
                if column.options:
                    trees[f"{question.id}.{column.id}"] = Tree.of(column.options)
        return Dictionary(
            self.languages,
            self.currency,
            self.questions,
            self.places,
            Tree.of(self.places.values()),
            trees,
            self.limits,
            self.lists,
            self.values,
            self.choices,
            self.blocks,
        )


# -- places and codes --------------------------------------------------------------------------


def add_places(form: PlacesForm, spot: Spot, draft: Draft, work: Workshop) -> None:
    """The tree of places."""
    if sound_tree("place", form.places, spot.at("places"), work):
        for place in form.places:
            draft.places[place.id] = Place(place.id, place.name, place.kind, place.parent)


def code_options(form: CodesForm, spot: Spot, work: Workshop) -> tuple[Option, ...]:
    """The options of a code tree."""
    if not sound_tree("code", form.codes, spot.at("codes"), work):
        return ()
    return tuple(Option(code.id, code.text, code.parent, code.code) for code in form.codes)


# -- questions ---------------------------------------------------------------------------------


def add_questions(
    found: Iterable[tuple[QuestionsForm, Spot]],
    draft: Draft,
    work: Workshop,
    *,
    order: tuple[str, ...],
    codes: Mapping[str, tuple[Option, ...]],
) -> None:
    """All questions, in the order of sections that the catalogue gives (the order of files if it gives none)."""
    files = list(found)
    for form, spot in files:
        work.unique("section", form.section.id, spot.at("section", "id"))
        if order:
            work.known("section", form.section.id, order, spot.at("section", "id"))
    rank = {section: index for index, section in enumerate(order)}
    for form, spot in sorted(files, key=lambda one: rank.get(one[0].section.id, len(rank))):
        ids = []
        for index, question in enumerate(form.questions):
            place = spot.at("questions", index)
            if work.unique("name", question.id, place.at("id")):
                built = build_question(question, place, work, section=form.section.id, codes=codes)
                draft.questions[question.id] = built
                draft.spots[question.id] = place
                ids.append(question.id)
        draft.sections.append(Section(form.section.id, form.section.title, tuple(ids)))


# -- limits and lists --------------------------------------------------------------------------


def add_limit(form: LimitForm, spot: Spot, draft: Draft, work: Workshop) -> None:
    """A named constant; years become months."""
    if not work.unique("name", form.id, spot.at("id")):
        return
    day, quantity = day_of(form.value), quantity_of(form.value)
    if day is not None:
        draft.limits[form.id] = Limit(form.id, day, None)
    elif quantity is None:
        work.wrong(
            spot.at("value"),
            "“{value}” is neither a number with its unit nor a day.",
            advice="Write it as 300000 EUR, 12 months or 2026-01-01.",
            code="bad-value",
            value=form.value,
        )
    elif quantity.unit == "years":
        draft.limits[form.id] = Limit(form.id, quantity.value * 12, "months")
    else:
        draft.limits[form.id] = Limit(form.id, quantity.value, quantity.unit)


def add_list(form: ListForm, spot: Spot, draft: Draft, work: Workshop) -> None:
    """A named list; its items must be options of its question, or places."""
    if not work.unique("name", form.id, spot.at("id")):
        return
    known: Iterable[str] = draft.places
    what = "place"
    if form.of != "place":
        options = _options_of(form.of, draft)
        if options is None:
            names = [*draft.questions, "place"]
            work.known("question", form.of, names, spot.at("of"))
            return
        known, what = options, "option"
    names = list(known)
    found = [
        work.known(what, item, names, spot.at("items", index))
        for index, item in enumerate(form.items)
    ]
    if all(found):
        draft.lists[form.id] = NamedList(form.id, form.of, frozenset(form.items))


def _options_of(name: str, draft: Draft) -> tuple[str, ...] | None:
    if name in draft.questions:
        return tuple(option.id for option in draft.questions[name].options)
    for question in draft.questions.values():
        for column in question.columns:
            if name == f"{question.id}.{column.id}":
                return tuple(option.id for option in column.options)
    return None


# -- derived facts and blocks ------------------------------------------------------------------


@dataclass(frozen=True)
class _Waiting:
    """A derived fact or block that waits for those it uses."""

    id: str
    spot: Spot
    fact: FactForm | None = None
    block: BlockForm | None = None
    written: WrittenRule | None = None
    cases: tuple[tuple[str, WrittenRule], ...] = ()
    line: WrittenLine | None = None


def add_derived(
    facts: Iterable[tuple[FactForm, Spot]],
    blocks: Iterable[Spot],
    draft: Draft,
    work: Workshop,
) -> None:
    """Derived facts and blocks, in an order that works, whatever the order in the files.

    The workshop's dictionary must be the draft's, so that what is added is known to what follows.
    """
    waiting: dict[str, _Waiting] = {}
    for form, spot in facts:
        if work.unique("name", form.id, spot.at("id")):
            waiting[form.id] = _read_fact(form, spot, work)
    for spot in blocks:
        one = _read_block(spot, work)
        if one is not None and work.unique("name", one.id, spot.at("id")):
            waiting[one.id] = one
    uses = {name: _uses(one) & waiting.keys() for name, one in waiting.items()}
    try:
        order = list(TopologicalSorter({key: sorted(uses[key]) for key in waiting}).static_order())
    except CycleError as error:
        ring = [str(name) for name in error.args[1]]
        work.wrong(
            waiting[ring[0]].spot.at("id"),
            "“{id}” is made from itself ({ring}).",
            advice="Break the ring: one of them must not use the next.",
            code="ring",
            id=ring[0],
            ring=" → ".join(reversed(ring)),
        )
        return
    for name in order:
        with work.mistakes.kept():
            _add(waiting[name], draft, work)


def _read_fact(form: FactForm, spot: Spot, work: Workshop) -> _Waiting:
    by_value = spot.maybe("value").data is not None
    if by_value == bool(form.cases) or bool(form.cases) != bool(form.options):
        work.wrong(
            spot,
            "A derived fact has either a value, or options and cases.",
            advice="Give value:, or options: and cases:.",
            code="bad-fact",
        )
        return _Waiting(form.id, spot)
    if by_value:
        return _Waiting(form.id, spot, fact=form, line=read_line(spot.at("value"), work))
    known = [option.id for option in form.options]
    cases = []
    for index, case in enumerate(form.cases):
        work.known("option", case.option, known, spot.at("cases", index, "is"))
        written = read_rules(spot.at("cases", index).maybe("when"), work)
        cases.append((case.option, written))
    return _Waiting(form.id, spot, fact=form, cases=tuple(cases))


def _read_block(spot: Spot, work: Workshop) -> _Waiting | None:
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
        own = entries.only(words)
        form = read_form(BlockForm, own, file=spot.file, frame=work.frame)
    inner = Spot(spot.file, entries.without(words), spot.mark)
    written = read_rule(inner, work)
    if form is None:
        return None
    return _Waiting(form.id, spot, block=form, written=written)


def _uses(one: _Waiting) -> set[str]:
    lines = [one.line] if one.line else []
    for rule in (one.written, *(written for _, written in one.cases)):
        if rule is not None:
            lines.extend(lines_of(rule))
    return {name for line in lines for name in _NAMES.findall(line.text)}


def _add(one: _Waiting, draft: Draft, work: Workshop) -> None:
    if one.block is not None and one.written is not None:
        rule = compile_or_tell(one.written, Setting(), work)
        if rule is not None:
            block = one.block
            draft.blocks[one.id] = Block(one.id, block.label, block.text, rule)
    elif one.fact is not None and one.line is not None:
        value, unit, is_day = compile_value(one.line, work.dictionary, Setting())
        draft.values[one.id] = DerivedValue(one.id, one.fact.label, value, unit, is_day)
    elif one.fact is not None and one.cases:
        _add_choice(one, draft, work)


def _add_choice(one: _Waiting, draft: Draft, work: Workshop) -> None:
    fact = one.fact

    rules = [(option, compile_or_tell(written, Setting(), work)) for option, written in one.cases]
    ready = [(option, rule) for option, rule in rules if rule is not None]
    if fact is None or len(ready) < len(rules):
        return
    options = tuple(Option(option.id, option.text) for option in fact.options)
    draft.choices[one.id] = DerivedChoice(
        one.id, fact.label, options, _choice_tests(ready, options, work.dictionary)
    )


def _choice_tests(
    rules: list[tuple[str, Rule]], options: tuple[Option, ...], dictionary: Dictionary
) -> dict[str, Test]:
    """For each option: one of its cases holds and none before it, and the fact applies at all.

    It applies if any question it looks at does; else the last case would catch firms it says nothing about.
    """
    asked = dict.fromkeys(question for _, rule in rules for question in rule.questions)
    applies = any_of(tuple(applies_test(question, dictionary) for question in asked))
    if not asked:
        applies = Always(truth=True)
    tests: dict[str, list[Test]] = {option.id: [] for option in options}
    before: list[Test] = []
    for option, rule in rules:
        tests.setdefault(option, []).append(all_of((rule.test, *before, applies)))
        before.append(negate(rule.test))
    return {option: any_of(tuple(ways)) for option, ways in tests.items()}


def facts_of(form: FactsForm, spot: Spot) -> list[tuple[FactForm, Spot]]:
    """The derived facts of a file with their places."""
    return [(fact, spot.at("facts", index)) for index, fact in enumerate(form.facts)]


def blocks_of(spot: Spot) -> list[Spot]:
    """The places of the blocks of a file."""
    inner = spot.at("blocks")
    count = len(inner.data) if isinstance(inner.data, Items) else 0
    return [inner.at(index) for index in range(count)]
