"""Rounds with their parameters, and the types of these parameters that condition lines may rely on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.programme import Benefit, Parameter, Round
from ccsdesk.rules.catalogue.forms import read_form
from ccsdesk.rules.catalogue.forms_programmes import ParameterForm, RoundForm
from ccsdesk.rules.catalogue.marks import Entries, Word
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.values import day_of, quantity_of
from ccsdesk.rules.language.compile import compile_value
from ccsdesk.rules.language.facts import ParameterType, Setting
from ccsdesk.rules.language.written import WrittenLine

_REPAID = frozenset({"loan", "guarantee"})


def build_rounds(forms: Iterable[RoundForm], spot: Spot, work: Workshop) -> tuple[Round, ...]:
    """All rounds of an entry, in the order of the file."""
    rounds = []
    for index, form in enumerate(forms):
        parameters = {}
        for name in form.parameters:
            place = spot.at(index, "parameters", name)
            if (parameter := _parameter(place, work)) is not None:
                parameters[name] = parameter
        _check_order(form, spot.at(index), work)
        rounds.append(
            Round(
                form.opens,
                form.closes,
                parameters,
                form.source,
                form.award,
                form.signing,
                form.claim,
            )
        )
    return tuple(rounds)


def _check_order(form: RoundForm, spot: Spot, work: Workshop) -> None:
    """What comes after the deadline comes in this order."""
    earlier, latest = "closes", form.closes
    for name, day in (("award", form.award), ("signing", form.signing), ("claim", form.claim)):
        if day is None:
            continue
        if latest is not None and day < latest:
            work.wrong(
                spot.at(name),
                "“{later}” of this round lies before “{earlier}”.",
                advice="The days of a round follow one another: opens, closes, award, signing, claim.",
                code="bad-value",
                later=name,
                earlier=earlier,
            )
        earlier, latest = name, day


def parameter_types(
    rounds: Iterable[Round], spot: Spot, work: Workshop
) -> dict[str, ParameterType]:
    """The type of each parameter; one that changes its unit from round to round is a mistake."""
    found: dict[str, ParameterType] = {}
    for index, one in enumerate(rounds):
        for name, parameter in one.parameters.items():
            if isinstance(parameter.value, str):
                continue
            is_day = isinstance(parameter.value, date)
            new = ParameterType(name, parameter.unit, is_day, parameter.expected)
            old = found.setdefault(name, new)
            if (old.unit, old.is_day) != (new.unit, new.is_day):
                work.wrong(
                    spot.at(index, "parameters", name),
                    "The parameter “{name}” has another unit than in an earlier round.",
                    advice="Give it the same unit in all rounds, or another name.",
                    code="bad-parameter",
                    name=name,
                )
            elif new.expected is not None:
                found[name] = new
    return found


def check_expected(rounds: Iterable[Round], spot: Spot, work: Workshop) -> None:
    """What stands in for the day of a coming round must itself be a day."""
    for index, one in enumerate(rounds):
        for name, parameter in one.parameters.items():
            if parameter.expected is None:
                continue
            place = spot.at(index, "parameters", name, "expected")
            line = WrittenLine(parameter.expected, place.file, place.mark.line, place.mark.column)
            is_day = None
            with work.mistakes.kept():
                _, _, is_day = compile_value(line, work.dictionary, Setting())
            if is_day is False and isinstance(parameter.value, date):
                work.wrong(
                    place,
                    "“{written}” is not a day.",
                    advice="Write it as 15 months before opening.",
                    code="bad-parameter",
                    written=parameter.expected,
                )


def grant_of(benefit: Benefit) -> Decimal | None:
    """What `grant` means in a line: the stated aid element, else the smallest benefit, but never a loan's amount."""
    if benefit.aid is not None:
        return benefit.aid
    if benefit.kind is not None and _REPAID & set(benefit.kind.split("-")):
        return None
    return benefit.minimum


def _parameter(spot: Spot, work: Workshop) -> Parameter | None:
    expected = None
    text: str
    if isinstance(spot.data, Entries):
        try:
            form = read_form(ParameterForm, spot.data, file=spot.file, frame=work.frame)
        except CatalogueError as error:
            work.mistakes.add(error)
            return None
        text, expected = form.value, form.expected
    elif isinstance(spot.data, Word):
        text = str(spot.data)
    else:
        work.wrong(
            spot,
            "A parameter is a number with its unit, a day or a word.",
            advice="Write it as 72000 EUR, or as {{value: ..., expected: ...}}.",
            code="bad-parameter",
        )
        return None
    day, quantity = day_of(text), quantity_of(text)
    if day is not None:
        if expected is None:
            work.wrong(
                spot,
                "A parameter that is a day needs “expected”.",
                advice="Write it as {{value: {value}, expected: 15 months before opening}}.",
                code="missing-expected",
                value=text,
            )
        return Parameter(day, None, expected)
    if quantity is None:
        return Parameter(text, None, expected)
    if quantity.unit == "years":
        return Parameter(quantity.value * 12, "months", expected)
    return Parameter(quantity.value, quantity.unit, expected)
