"""Forms of programmes, measures, support places and stories into domain values, with their references checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ccsdesk.domain.programme import (
    Benefit,
    Contact,
    Lot,
    Measure,
    Offer,
    Programme,
    Relation,
    Round,
    Source,
    Status,
    Story,
    SupportPlace,
    UsualClosing,
    WindowKind,
    WindowRule,
)
from ccsdesk.rules.catalogue.build_notes import (
    check_notes,
    check_source,
    documents_of_lots,
    notes_of,
)
from ccsdesk.rules.catalogue.forms_frame import SourceForm
from ccsdesk.rules.catalogue.forms_programmes import (
    BenefitForm,
    ClosingForm,
    MeasureForm,
    ProgrammeForm,
    RoundForm,
    StoryForm,
    SupportPlaceForm,
    WindowForm,
)
from ccsdesk.rules.catalogue.marks import Items
from ccsdesk.rules.catalogue.parameters import build_rounds
from ccsdesk.rules.catalogue.spot import Spot, Workshop

DAYS_OF_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The most days that a month can have."""


@dataclass(frozen=True)
class Names:
    """The closed lists that entries refer to."""

    stages: tuple[str, ...]
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    places: tuple[str, ...]


def build_programme(form: ProgrammeForm, spot: Spot, names: Names, work: Workshop) -> Programme:
    """The programme of a form; its conditions are compiled elsewhere."""
    work.known("kind", form.kind, names.kinds, spot.at("kind"))
    work.known("level", form.level, names.levels, spot.at("level"))
    _check_words(spot, names, work)
    for index, lot in enumerate(form.lots):
        work.unique(f"lots of {form.id}", lot.id, spot.at("lots", index, "id"))
    noted = ("check_yourself", "points", "duties", "costs", "quotas", "documents", "steps")
    for key in noted:
        check_notes(getattr(form, key), spot.maybe(key), len(form.sources), work)
    for index, lot in enumerate(form.lots):
        place = spot.at("lots", index).maybe("documents")
        check_notes(lot.documents, place, len(form.sources), work)
    return Programme(
        id=form.id,
        name=form.name,
        provider=form.provider,
        kind=form.kind,
        level=form.level,
        stages=form.stages,
        international=form.international,
        needs=form.needs,
        advice=form.advice,
        summary=form.summary,
        benefit=_benefit(form.benefit, spot.maybe("benefit"), work),
        status=form.status,
        window=_window(form, spot, work),
        rounds=_rounds(form, spot, work),
        check_yourself=notes_of(form.check_yourself),
        points=notes_of(form.points),
        duties=notes_of(form.duties),
        costs=notes_of(form.costs),
        quotas=notes_of(form.quotas),
        documents=(*notes_of(form.documents), *documents_of_lots(form)),
        steps=notes_of(form.steps),
        lots=tuple(
            Lot(
                lot.id,
                lot.name,
                None
                if lot.benefit is None
                else _benefit(lot.benefit, spot.at("lots", index, "benefit"), work),
            )
            for index, lot in enumerate(form.lots)
        ),
        relations=tuple(Relation(one.kind, one.programme, one.note) for one in form.relations),
        contact=Contact(form.contact.web, form.contact.verified, form.contact.text),
        sources=_sources(form.sources),
        checked=form.checked,
        note=form.note,
    )


def build_measure(form: MeasureForm, spot: Spot, names: Names, work: Workshop) -> Measure:
    """The measure of a form; its conditions are compiled elsewhere."""
    _check_words(spot, names, work)
    check_notes(form.check_yourself, spot.maybe("check_yourself"), len(form.sources), work)
    return Measure(
        id=form.id,
        name=form.name,
        what=form.what,
        who=form.who,
        stages=form.stages,
        international=form.international,
        needs=form.needs,
        status=form.status,
        window=_window(form, spot, work),
        rounds=_rounds(form, spot, work),
        check_yourself=notes_of(form.check_yourself),
        delivered_by=form.delivered_by,
        sources=_sources(form.sources),
        checked=form.checked,
    )


def build_support_place(
    form: SupportPlaceForm, spot: Spot, names: Names, work: Workshop
) -> SupportPlace:
    """The support place of a form."""
    _check_list("need", names.needs, spot.maybe("needs"), work)
    if form.place is not None:
        work.known("place", form.place, names.places, spot.at("place"))
    for index in range(len(form.offers)):
        _check_list("stage", names.stages, spot.at("offers", index, "stages"), work)
    return SupportPlace(
        id=form.id,
        name=form.name,
        place=form.place,
        offers=tuple(Offer(offer.stages, offer.text) for offer in form.offers),
        needs=form.needs,
        web=form.web,
        status=form.status,
        sources=_sources(form.sources),
        checked=form.checked,
        note=form.note,
    )


def build_story(form: StoryForm, spot: Spot, names: Names, work: Workshop) -> Story:
    """The story of a form."""
    _check_words(spot, names, work)
    sources = _sources(form.sources)
    return Story(form.id, form.name, form.text, form.stages, form.needs, sources)


def _check_words(spot: Spot, names: Names, work: Workshop) -> None:
    """Stages and needs must be those of the catalogue."""
    _check_list("stage", names.stages, spot.maybe("stages"), work)
    _check_list("need", names.needs, spot.maybe("needs"), work)


def check_programmes(
    programmes: Mapping[str, tuple[ProgrammeForm, Spot]],
    measures: Iterable[Spot],
    work: Workshop,
) -> None:
    """What refers to programmes must refer to ones that exist."""
    for form, spot in programmes.values():
        for index, relation in enumerate(form.relations):
            place = spot.at("relations", index, "programme")
            if relation.programme == form.id:
                work.wrong(
                    place,
                    "The programme stands in a relation to itself.",
                    advice="Name another programme, or leave the relation out.",
                    code="ring",
                )
            else:
                work.known("programme", relation.programme, programmes, place)
    for spot in measures:
        _check_list("programme", programmes, spot.maybe("delivered_by"), work)


def _check_list(what: str, known: Iterable[str], spot: Spot, work: Workshop) -> None:
    names = tuple(known)
    words = spot.data if isinstance(spot.data, Items) else ()
    for index, word in enumerate(words):
        work.known(what, str(word), names, spot.at(index))


def _sources(forms: tuple[SourceForm, ...]) -> tuple[Source, ...]:
    return tuple(Source(form.url, form.seen) for form in forms)


def _benefit(form: BenefitForm, spot: Spot, work: Workshop) -> Benefit:
    if form.minimum is not None and form.maximum is not None and form.minimum > form.maximum:
        work.wrong(
            spot.at("minimum"),
            "The minimum is greater than the maximum.",
            advice="Swap them.",
            code="reversed",
        )
    return Benefit(
        form.kind, form.minimum, form.maximum, form.rate, form.aid, form.text, form.basis
    )


def _window(form: ProgrammeForm | MeasureForm, spot: Spot, work: Workshop) -> WindowRule:
    if form.window is None:
        return _window_from_rounds(form, spot, work)
    window, place = form.window, spot.at("window")
    _check_window(window, place, work)
    return WindowRule(
        WindowKind(window.kind),
        until=window.until,
        month=window.month,
        confidence=window.confidence,
        ended=window.ended,
        note=window.note,
        closing=_closing(window.closing, place, len(form.sources), work),
    )


def _window_from_rounds(
    form: ProgrammeForm | MeasureForm, spot: Spot, work: Workshop
) -> WindowRule:
    if form.rounds:
        return WindowRule(WindowKind.ROUNDS)
    if form.status is Status.OPEN_RECURRING:
        work.wrong(
            spot,
            "It is not said when one can apply.",
            advice="Add window: or rounds:, or set status: to unknown.",
            code="missing-key",
        )
    ended = form.status is Status.HISTORIC
    return WindowRule(WindowKind.ENDED if ended else WindowKind.UNKNOWN)


def _closing(
    form: ClosingForm | None, window: Spot, sources: int, work: Workshop
) -> UsualClosing | None:
    if form is None:
        return None
    spot = window.at("closing")
    if form.source is not None:
        check_source(form.source, sources, spot.at("source"), work)
    if not _is_month(form.month, spot, work):
        return None
    longest = DAYS_OF_MONTH[form.month - 1]
    if form.day is not None and not 1 <= form.day <= longest:
        work.wrong(
            spot.at("day"),
            "Month {month} has no day {day}.",
            advice="Give a day from 1 to {longest}, or leave it out for the end of the month.",
            code="bad-value",
            month=form.month,
            day=form.day,
            longest=longest,
        )
    return UsualClosing(form.month, form.day, form.inferred, form.source)


def _is_month(month: int, spot: Spot, work: Workshop) -> bool:
    if 1 <= month <= 12:
        return True
    work.wrong(
        spot.at("month"),
        "A month lies between 1 and 12.",
        advice="Give a number from 1 to 12; 5 is May.",
        code="bad-value",
    )
    return False


def _check_window(form: WindowForm, spot: Spot, work: Workshop) -> None:
    belongs = {
        "until": ("rolling",),
        "month": ("recurring",),
        "closing": ("recurring", "rolling"),
        "confidence": ("recurring",),
        "ended": ("ended",),
    }
    for key, kinds in belongs.items():
        if getattr(form, key) is not None and form.kind not in kinds:
            work.wrong(
                spot.at(key),
                "A window of the kind “{kind}” has no “{key}”.",
                advice="Leave it out, or change the kind to {other}.",
                code="bad-window",
                kind=form.kind,
                key=key,
                other=kinds[0],
            )
    if form.month is not None:
        _is_month(form.month, spot, work)
    elif form.closing is not None and form.kind == "recurring":
        work.wrong(
            spot.at("closing"),
            "A usual closing needs the month of the usual opening.",
            advice="Add month: with its number, or leave the closing out.",
            code="bad-window",
        )


def _rounds(form: ProgrammeForm | MeasureForm, spot: Spot, work: Workshop) -> tuple[Round, ...]:
    place = spot.maybe("rounds")
    for index, one in enumerate(form.rounds):
        _check_round(one, place.at(index), len(form.sources), work)
    return build_rounds(form.rounds, place, work)


def _check_round(form: RoundForm, spot: Spot, sources: int, work: Workshop) -> None:
    if form.opens is not None and form.closes is not None and form.opens > form.closes:
        work.wrong(
            spot.at("opens"),
            "The round opens after it closes.",
            advice="Swap the days.",
            code="reversed",
        )
    if form.source is not None:
        check_source(form.source, sources, spot.at("source"), work)
