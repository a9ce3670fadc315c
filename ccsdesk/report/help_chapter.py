"""Who else can help: measures that apply, places for the stage, and someone who did this before."""

from __future__ import annotations

from decimal import Decimal

from ccsdesk.domain.programme import Status, Story, SupportPlace
from ccsdesk.domain.verdict import Verdict
from ccsdesk.report.blocks import (
    Block,
    Cell,
    Heading,
    Labelled,
    Paragraph,
    Role,
    Table,
    link,
    muted,
    rich,
    short_link,
    strong,
)
from ccsdesk.report.telling import Telling

MOST_PLACES = 8
MOST_MEASURES = 8


def help_chapter(telling: Telling) -> tuple[Block, ...]:
    """Nothing where the catalogue has none of it."""
    parts = (*_places(telling), *_measures(telling), *_story(telling))
    return (Heading(telling.say("Who can help"), 1), *parts) if parts else ()


def _weights(telling: Telling) -> dict[str, Decimal]:
    return {need.id: need.weight for need in telling.match.profile.needs}


def _stage(telling: Telling) -> str | None:
    stage = telling.match.profile.stage
    return None if stage is None else stage.effective


# places


def _places(telling: Telling) -> tuple[Block, ...]:
    weights = _weights(telling)
    stage = _stage(telling)
    fitting = [
        place
        for place in telling.catalogue.support_places.values()
        if place.status is not Status.HISTORIC
        and place.id not in telling.match.places_of_others
        and (
            stage is None
            or not place.offers
            or any(stage in offer.stages or not offer.stages for offer in place.offers)
        )
    ]
    fitting.sort(
        key=lambda p: (
            -sum(weights.get(n, Decimal(0)) for n in p.needs),
            telling.words.sort_key(telling.pick(p.name)),
        )
    )
    if not fitting:
        return ()
    rows = tuple(_place(telling, place, stage) for place in fitting[:MOST_PLACES])
    head = (telling.say("Place"), telling.say("What it does for you"), telling.say("Web"))
    said = telling.said_to_others
    note = (Paragraph(rich(said)),) if said else ()
    heading = Heading(telling.say("Places to go to"), 2)
    return (heading, *note, Table(head, rows, (0.27, 0.48, 0.25)))


def _place(telling: Telling, place: SupportPlace, stage: str | None) -> tuple[Cell, ...]:
    offers = [
        o for o in place.offers if stage is None or not o.stages or stage in o.stages
    ] or list(place.offers)
    what = "; ".join(telling.pick(offer.text) for offer in offers[:2])
    return (
        Cell(rich(strong(telling.pick(place.name)))),
        Cell(rich(telling.begun(what))),
        Cell(rich(link(place.web)) if place.web else rich(muted("–"))),
    )


# measures


def _measures(telling: Telling) -> tuple[Block, ...]:
    """Those whose conditions are met: what is not clear yet may be of another region."""
    fit = {one.id for one in telling.match.measures if one.verdict is Verdict.ELIGIBLE}
    stage = _stage(telling)
    weights = _weights(telling)
    fitting = [
        measure
        for measure in telling.measures()
        if measure.id in fit and (stage is None or not measure.stages or stage in measure.stages)
    ]
    fitting.sort(key=lambda m: (-sum(weights.get(need, Decimal(0)) for need in m.needs), m.id))
    if not fitting:
        return ()
    rows = tuple(
        (
            Cell(rich(strong(telling.pick(measure.name)))),
            Cell(rich(telling.pick(measure.what))),
            Cell(
                rich(
                    telling.words.listing([telling.programme(key) for key in measure.delivered_by])
                    or muted("–")
                )
            ),
        )
        for measure in fitting[:MOST_MEASURES]
    )
    head = (telling.say("Measure"), telling.say("What it does"), telling.say("Delivered by"))
    return (
        Heading(telling.say("Measures of the action plan"), 2),
        Table(head, rows, (0.27, 0.43, 0.3)),
    )


# a story


def _story(telling: Telling) -> tuple[Block, ...]:
    stage = _stage(telling)
    weights = _weights(telling)

    def closeness(story: Story) -> tuple[bool, Decimal]:
        served = sum((weights.get(need, Decimal(0)) for need in story.needs), Decimal(0))
        return stage in story.stages, served

    others = telling.match.stories_of_others
    stories = [story for story in telling.catalogue.stories.values() if story.id not in others]
    if not stories:
        return ()
    best = max(stories, key=closeness)
    if not any(closeness(best)):
        return ()
    sources = [
        Paragraph(rich(muted(telling.say("Source: ")), short_link(source.url)), Role.CAPTION)
        for source in best.sources
    ]
    blocks = (
        Paragraph(rich(strong(telling.pick(best.name)))),
        Paragraph(rich(telling.pick(best.text))),
        *sources,
    )
    return (
        Heading(telling.say("Someone did this before"), 2),
        Labelled(telling.say("A story"), blocks),
    )
