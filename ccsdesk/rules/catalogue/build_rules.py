"""Conditions of programmes, lots and measures, compiled each in its own setting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ccsdesk.domain.programme import Benefit, Measure, Programme, Round
from ccsdesk.rules.catalogue.build_notes import check_source
from ccsdesk.rules.catalogue.compiling import compile_or_tell
from ccsdesk.rules.catalogue.conditions import read_rules
from ccsdesk.rules.catalogue.forms_programmes import LotForm, ProgrammeForm
from ccsdesk.rules.catalogue.marks import Mark
from ccsdesk.rules.catalogue.parameters import check_expected, grant_of, parameter_types
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.core import Rule
from ccsdesk.rules.language.facts import Setting
from ccsdesk.rules.language.written import WrittenRule


def compile_programme(
    form: ProgrammeForm, built: Programme, spot: Spot, work: Workshop
) -> tuple[Rule | None, tuple[tuple[str, Rule], ...]]:
    """The rule of a programme, and of each of its lots."""
    setting = _setting(built.rounds, built.benefit, spot, work)
    written = _read(spot, len(form.sources), work)
    _check_ids(written, (), work)
    rule = compile_or_tell(written, setting, work)
    lots = []
    for index, lot in enumerate(form.lots):
        place = spot.at("lots", index)
        full = _lot(written, lot, place, work, sources=len(form.sources))
        benefit = built.lots[index].benefit or built.benefit
        own = replace(setting, grant=grant_of(benefit))
        lot_rule = None if rule is None else compile_or_tell(full, own, work)
        if lot_rule is not None:
            lots.append((lot.id, lot_rule))
    return rule, tuple(lots)


def compile_measure(measure: Measure, spot: Spot, work: Workshop) -> Rule | None:
    """The rule of a measure."""
    setting = _setting(measure.rounds, Benefit(), spot, work)
    return compile_or_tell(_read(spot, len(measure.sources), work), setting, work)


def _setting(rounds: tuple[Round, ...], benefit: Benefit, spot: Spot, work: Workshop) -> Setting:
    place = spot.maybe("rounds")
    types = parameter_types(rounds, place, work)
    check_expected(rounds, place, work)
    return Setting(parameters=types, grant=grant_of(benefit), file=spot.file)


def _read(spot: Spot, sources: int, work: Workshop) -> WrittenRule:
    written = read_rules(spot.maybe("eligible"), work)
    for rule in _all(written):
        if rule.source is not None:
            check_source(rule.source, sources, _spot_of(rule), work)
    return written


def _lot(
    base: WrittenRule, lot: LotForm, spot: Spot, work: Workshop, *, sources: int
) -> WrittenRule:
    own = _read(spot, sources, work)
    ids = [rule.id for rule in _all(base) if rule.id is not None]
    for index, name in enumerate(lot.without):
        work.known("condition", name, ids, spot.at("without", index))
    inherited = _left(base, frozenset(lot.without))
    _check_ids(own, tuple(name for name in ids if name not in lot.without), work)
    return replace(base, children=(*inherited.children, *own.children))


def _left(rule: WrittenRule, without: frozenset[str]) -> WrittenRule:
    children = tuple(_left(child, without) for child in rule.children if child.id not in without)
    return replace(rule, children=children)


def _all(rule: WrittenRule) -> Iterator[WrittenRule]:
    yield rule
    for child in rule.children:
        yield from _all(child)
    if rule.unless is not None:
        yield from _all(rule.unless)


def _check_ids(written: WrittenRule, taken: tuple[str, ...], work: Workshop) -> None:
    seen = set(taken)
    for rule in _all(written):
        if rule.id is not None and rule.id in seen:
            work.wrong(
                _spot_of(rule),
                "The condition id “{id}” is used twice.",
                advice="Choose another id.",
                code="duplicate-id",
                id=rule.id,
            )
        if rule.id is not None:
            seen.add(rule.id)


def _spot_of(rule: WrittenRule) -> Spot:
    return Spot(rule.file or "", None, Mark(rule.line_number or 1, rule.column or 1))
