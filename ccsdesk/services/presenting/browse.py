"""What browsing shows: every programme, measure, place and story of a catalogue, without a word about anybody.

Conditions are said as they are written, with no verdict. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.programme import Measure, Programme, Source, Status, Story, SupportPlace
from ccsdesk.domain.verdict import ProgrammeResult, Window
from ccsdesk.report.condition_words import Condition, conditions
from ccsdesk.report.offer_words import when_notes
from ccsdesk.report.voice import Voice, seen_words
from ccsdesk.services.presenting.programme import (
    Link,
    NoteLine,
    NoteList,
    ProgrammeView,
    programme_view,
)
from ccsdesk.services.presenting.rows import (
    Filters,
    Named,
    Row,
    RowGroup,
    filters_of,
    plain_groups,
)
from ccsdesk.services.presenting.standing import item_of
from ccsdesk.services.results import Results
from ccsdesk.text import Words, message
from ccsdesk.text.wanted import fold

PLACE, STORY = "place", "story"
"""The kinds of rows that are neither a programme nor a measure; their ids begin with it."""
CLOSED = "closed"
WINDOWS: Mapping[str, str] = {
    "open": message("Available now"),
    "later": message("Opens later or comes back"),
    "unknown": message("Not known whether it is open"),
    CLOSED: message("Closed"),
}


class Browsing:
    """A catalogue on a day, told in one language. `match` is that of no answers at all: it knows the windows."""

    def __init__(self, results: Results, match: MatchResult, words: Words) -> None:
        self._results = results
        self._voice = Voice(results.catalogue, words)
        self._found = {result.id: result for result in (*match.programmes, *match.measures)}

    def groups(self) -> tuple[RowGroup, ...]:
        """Everything, by whether it is open; then places, stories, and last what is over."""
        voice = self._voice
        by_window = self._by_window()
        catalogue = voice.catalogue
        places = catalogue.support_places.values()
        gone = self._places(place for place in places if place.status is Status.HISTORIC)
        groups = [group for group in by_window if group.key != CLOSED]
        closed = next((group for group in by_window if group.key == CLOSED), None)
        here = self._places(place for place in places if place.status is not Status.HISTORIC)
        groups.append(RowGroup(PLACE, voice.say("Places to go to"), here))
        stories = tuple(self._story_row(story) for story in catalogue.stories.values())
        groups.append(RowGroup(STORY, voice.say("Someone did this before"), stories))
        over = () if closed is None else closed.rows
        groups.append(RowGroup(CLOSED, voice.say("Closed"), (*over, *gone)))
        return tuple(group for group in groups if group.rows)

    def filters(self, groups: tuple[RowGroup, ...]) -> Filters:
        """What these rows can be filtered by."""
        found = filters_of(self._voice, groups)
        kinds = {row.kind for group in groups for row in group.rows}
        others = (
            Named(PLACE, self._voice.say("Place")),
            Named(STORY, self._voice.say("Story")),
        )
        return replace(found, kinds=(*found.kinds, *(one for one in others if one.id in kinds)))

    def item(self, item_id: str) -> ProgrammeView | None:
        """One of them in full; None if there is none of that id."""
        kind, _, name = item_id.partition(":")
        catalogue = self._voice.catalogue
        if kind == PLACE and name in catalogue.support_places:
            return self._place(catalogue.support_places[name])
        if kind == STORY and name in catalogue.stories:
            return self._story(catalogue.stories[name])
        if item_id not in self._found:
            return None
        item = item_of(self._voice, item_id)
        view = programme_view(self._voice, item)
        return replace(
            view,
            window=tuple(self._when(item)),
            lists=(*self._conditions(item), *view.lists),
        )

    # programmes and measures

    def _by_window(self) -> tuple[RowGroup, ...]:
        voice = self._voice
        named = {key: Named(key, voice.say(title)) for key, title in WINDOWS.items()}
        items: list[tuple[Named, Programme | Measure]] = []
        for key, heading in named.items():
            items += [
                (heading, item_of(voice, found.id))
                for found in self._found.values()
                if _standing(found) == key
            ]
        groups = plain_groups(voice, items)
        return tuple(
            replace(
                group,
                rows=tuple(
                    replace(row, when=voice.when(self._found[row.id])) for row in group.rows
                ),
            )
            for group in groups
        )

    def _when(self, item: Programme | Measure) -> Iterator[str]:
        result = self._found[item.id]
        yield self._voice.when(result)
        yield from when_notes(self._voice, item, result)

    def _conditions(self, item: Programme | Measure) -> Iterator[NoteList]:
        reason = self._results.reason(AnswerSet(), item.id)
        found = conditions(self._voice, item, reason)
        title = self._voice.say("Conditions")
        has_any = bool(reason.children or reason.questions)
        shared = [one for one in found if not one.is_lot] if has_any else []
        if shared:
            yield NoteList(title, tuple(_condition(one) for one in shared))
        for lot in found if has_any else ():
            if lot.is_lot:
                name = self._voice.say("{title}: {name}", title=title, name=lot.text)
                yield NoteList(name, tuple(_condition(one) for one in lot.children))

    # places and stories

    def _places(self, places: Iterable[SupportPlace]) -> tuple[Row, ...]:
        rows = (self._place_row(place) for place in places)
        return tuple(sorted(rows, key=lambda row: self._voice.words.sort_key(row.name)))

    def _place_row(self, place: SupportPlace) -> Row:
        offers = "; ".join(self._voice.pick(offer.text) for offer in place.offers)
        is_gone = place.status is Status.HISTORIC
        row = self._row(PLACE, place, self._voice.say("Place"), self._voice.begun(offers))
        return replace(
            row,
            provider=self._town(place),
            when=self._voice.say("Closed.") if is_gone else "",
            found_by=f"{row.found_by} {fold(self._town(place))}",
        )

    def _story_row(self, story: Story) -> Row:
        text = self._voice.pick(story.text)
        return self._row(STORY, story, self._voice.say("Story"), text)

    def _row(self, kind: str, item: SupportPlace | Story, mark: str, why: str) -> Row:
        name = self._voice.pick(item.name)
        needs = map(self._voice.need, item.needs)
        return Row(
            id=f"{kind}:{item.id}",
            is_measure=False,
            name=name,
            provider="",
            amount="",
            when="",
            why=why,
            marks=(mark,),
            kind=kind,
            level="",
            needs=item.needs,
            found_by=fold(" ".join((name, mark, why, *needs))),
        )

    def _place(self, place: SupportPlace) -> ProgrammeView:
        voice = self._voice
        lines = tuple(
            NoteLine(voice.begun(voice.pick(offer.text)), voice.stages(offer.stages))
            for offer in place.offers
        )
        beside = " · ".join(part for part in (voice.say("Place"), self._town(place)) if part)
        empty = self._empty(PLACE, place, beside)
        return replace(
            empty,
            summary=self._helps_with(place),
            lists=(NoteList(voice.say("What it does for firms"), lines),) if lines else (),
            good_to_know=voice.pick(place.note),
            window=(voice.say("Closed."),) if place.status is Status.HISTORIC else (),
            web=Link(place.web) if place.web else None,
            checked=""
            if place.checked is None
            else voice.say("Facts last checked on {day}.", day=place.checked),
        )

    def _helps_with(self, place: SupportPlace) -> str:
        names = self._voice.words.listing([self._voice.need(need) for need in place.needs])
        return self._voice.say("Helps with: {needs}.", needs=names) if names else ""

    def _story(self, story: Story) -> ProgrammeView:
        voice = self._voice
        names = voice.stages(story.stages)
        stages = voice.say("For firms at these stages: {stages}.", stages=names) if names else ""
        empty = self._empty(STORY, story, voice.say("Story"))
        return replace(empty, summary=voice.pick(story.text), stages=stages)

    def _empty(self, kind: str, item: SupportPlace | Story, beside: str) -> ProgrammeView:
        return ProgrammeView(
            id=f"{kind}:{item.id}",
            is_measure=False,
            name=self._voice.pick(item.name),
            beside=beside,
            amount="",
            summary="",
            gives=(),
            lots=(),
            standing=None,
            window=(),
            stages="",
            lists=(),
            good_to_know="",
            relations=(),
            contact=(),
            web=None,
            sources=tuple(self._sources(item.sources)),
            checked="",
        )

    def _sources(self, sources: tuple[Source, ...]) -> Iterator[Link]:
        for source in sources:
            yield Link(source.url, seen_words(self._voice.words, source.seen or ""))

    def _town(self, place: SupportPlace) -> str:
        found = self._voice.catalogue.dictionary.places.get(place.place or "")
        return "" if found is None else self._voice.pick(found.name)


def _standing(result: ProgrammeResult) -> str:
    match result.window.window:
        case Window.NOW | Window.ROLLING:
            return "open"
        case Window.LATER:
            return "later"
        case Window.UNKNOWN:
            return "unknown"
        case Window.CLOSED:
            return CLOSED
        case _:
            assert_never(result.window.window)


def _condition(condition: Condition) -> NoteLine:
    """A group that has no sentence of its own is said with its parts."""
    if not condition.text.endswith(":"):
        return NoteLine(condition.text)
    parts = "; ".join(_condition(part).text.removesuffix(".") for part in condition.children)
    return NoteLine(f"{condition.text} {parts}.")
