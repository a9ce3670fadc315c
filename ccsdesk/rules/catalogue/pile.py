"""All files of a catalogue read into their forms, before anything refers to anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.folder import Folder, misplaced
from ccsdesk.rules.catalogue.forms import Form, read_form
from ccsdesk.rules.catalogue.forms_frame import (
    CatalogueForm,
    CodesForm,
    FactsForm,
    PlacesForm,
    QuestionsForm,
)
from ccsdesk.rules.catalogue.forms_models import (
    CapabilitiesForm,
    CasesForm,
    NeedsForm,
    StagesForm,
    SwotsForm,
)
from ccsdesk.rules.catalogue.forms_programmes import (
    MeasureForm,
    MeasuresForm,
    ProgrammeForm,
    StoriesForm,
    StoryForm,
    SupportPlaceForm,
    SupportPlacesForm,
)
from ccsdesk.rules.catalogue.marks import Data, Entries, Items, Mark, Word
from ccsdesk.rules.catalogue.mistakes import Mistakes
from ccsdesk.rules.catalogue.source import read_bytes
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.values import Frame

FormT = TypeVar("FormT", bound=Form)
Read: TypeAlias = tuple[FormT, Spot]


@dataclass(frozen=True)
class Pile:
    """Every file as its form, beside the spot of the data it came from."""

    catalogue: CatalogueForm
    frame: Spot
    made_for: Spot
    questions: list[Read[QuestionsForm]]
    facts: Read[FactsForm] | None
    blocks: Spot | None
    codes: list[Read[CodesForm]]
    places: Read[PlacesForm]
    stages: Read[StagesForm]
    capabilities: Read[CapabilitiesForm]
    needs: Read[NeedsForm]
    swot: Read[SwotsForm]
    programmes: list[Read[ProgrammeForm]]
    measures: list[Read[MeasureForm]]
    support_places: list[Read[SupportPlaceForm]]
    stories: list[Read[StoryForm]]
    cases: list[Read[CasesForm]]


def read_pile(folder: Folder) -> tuple[Pile, Workshop]:
    """All files in their forms, and a workshop to build on.

    Raises:
        CatalogueErrors: all mistakes of form in all files; references are only looked at when there is none.
    """
    mistakes = Mistakes()
    for error in misplaced(folder):
        mistakes.add(error)
    if "catalogue.yaml" not in folder.files:
        mistakes.tell()
    spots = _spots(folder, mistakes)
    if "catalogue.yaml" not in spots:
        # without its languages every text in every other file would count as a mistake
        mistakes.tell()
    work = Workshop(_frame(spots.get("catalogue.yaml")), mistakes)
    reader = _Reader(spots, work)
    pile = reader.pile()
    mistakes.tell()
    if pile is None:
        raise CatalogueError("The catalogue is not complete.", advice="Add the missing files.")
    return pile, work


def _spots(folder: Folder, mistakes: Mistakes) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for name, content in folder.files.items():
        with mistakes.kept():
            found[name] = Spot.of_file(name, read_bytes(content, name))
    return found


def _frame(spot: Spot | None) -> Frame:
    """Languages and currency, as far as they can be made out before anything is checked."""
    entries = spot.data if spot is not None else None
    if not isinstance(entries, Entries):
        return Frame(())
    languages = entries.get("languages")
    currency = entries.get("currency")
    return Frame(
        tuple(str(one) for one in languages if isinstance(one, Word))
        if isinstance(languages, Items)
        else (),
        str(currency) if isinstance(currency, Word) else "EUR",
    )


class _Reader:
    def __init__(self, spots: dict[str, Spot], work: Workshop) -> None:
        self._spots = spots
        self._work = work

    def pile(self) -> Pile | None:
        """All forms, as far as they fit; None if one that everything needs does not."""
        catalogue = self._one(CatalogueForm, "catalogue.yaml")
        stages = self._one(StagesForm, "stages.yaml")
        questions = self._all(QuestionsForm, "questions")
        facts = self._one(FactsForm, "facts.yaml")
        codes = self._all(CodesForm, "codes")
        places = self._listed(PlacesForm, "places")
        capabilities = self._listed(CapabilitiesForm, "capabilities")
        needs = self._listed(NeedsForm, "needs")
        swot = self._listed(SwotsForm, "swot")
        programmes = self._all(ProgrammeForm, "programmes")
        measures, at_measures = self._listed(MeasuresForm, "measures")
        support, at_support = self._listed(SupportPlacesForm, "support_places")
        stories, at_stories = self._listed(StoriesForm, "stories")
        cases = self._cases()
        if catalogue is None or stages is None:
            return None
        return Pile(
            catalogue=catalogue[0],
            frame=catalogue[1],
            made_for=catalogue[1].maybe("made_for"),
            questions=questions,
            facts=facts,
            blocks=self._blocks(),
            codes=codes,
            places=places,
            stages=stages,
            capabilities=capabilities,
            needs=needs,
            swot=swot,
            programmes=programmes,
            measures=_apart(measures.measures, at_measures.maybe("measures")),
            support_places=_apart(support.support_places, at_support.maybe("support_places")),
            stories=_apart(stories.stories, at_stories.maybe("stories")),
            cases=cases,
        )

    def _read(self, form: type[FormT], spot: Spot) -> Read[FormT] | None:
        with self._work.mistakes.kept():
            return read_form(form, spot.data, file=spot.file, frame=self._work.frame), spot
        return None

    def _one(self, form: type[FormT], name: str) -> Read[FormT] | None:
        spot = self._spots.get(name)
        return None if spot is None else self._read(form, spot)

    def _all(self, form: type[FormT], folder: str) -> list[Read[FormT]]:
        found = (
            self._read(form, spot)
            for name, spot in self._spots.items()
            if name.startswith(f"{folder}/")
        )
        return [one for one in found if one is not None]

    def _listed(self, form: type[FormT], key: str) -> Read[FormT]:
        """A file that is a list, read as a map with this one key; a missing file is an empty list."""
        nothing = Spot(f"{key}.yaml", _wrapped(key, Items(Mark(1, 1))), Mark(1, 1))
        spot = self._spots.get(nothing.file)
        read = None if spot is None else self._read(form, _wrap(key, spot))
        if read is not None:
            return read
        empty = read_form(form, nothing.data, file=nothing.file, frame=self._work.frame)
        return empty, nothing

    def _cases(self) -> list[Read[CasesForm]]:
        found = (
            self._read(CasesForm, _wrap("cases", spot))
            for name, spot in self._spots.items()
            if name.startswith("cases/")
        )
        return [one for one in found if one is not None]

    def _blocks(self) -> Spot | None:
        spot = self._spots.get("blocks.yaml")
        if spot is None:
            return None
        wrapped = _wrap("blocks", spot)
        if not isinstance(wrapped.maybe("blocks").data, Items):
            self._work.wrong(
                spot,
                "The file is a list of blocks under the key “blocks”.",
                advice="Begin it with blocks:, then one block after each dash.",
                code="bad-value",
            )
            return None
        return wrapped


def _apart(forms: Iterable[FormT], spot: Spot) -> list[Read[FormT]]:
    return [(form, spot.at(index)) for index, form in enumerate(forms)]


def _wrap(key: str, spot: Spot) -> Spot:
    """A file that is a list as a map with one key; a map is left as it is."""
    if isinstance(spot.data, Entries):
        return spot
    return Spot(spot.file, _wrapped(key, spot.data), spot.mark)


def _wrapped(key: str, data: Data) -> Entries:
    mark = Mark(1, 1) if data is None else data.mark
    entries = Entries(mark)
    entries.put(Word.at(key, mark), data, mark)
    return entries
