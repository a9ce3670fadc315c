"""The dictionary of a catalogue, as far as it is not derived: places, code trees, questions, limits, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ccsdesk.domain.question import Kind, Option, Place, Question, Section
from ccsdesk.rules.catalogue.build_limits import build_limit
from ccsdesk.rules.catalogue.build_questions import build_question
from ccsdesk.rules.catalogue.forms_frame import (
    CodesForm,
    LimitForm,
    ListForm,
    PlacesForm,
    QuestionsForm,
)
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.trees import sound_tree
from ccsdesk.rules.language.facts import (
    Dictionary,
    Limit,
    NamedList,
    Tree,
)

_NAMES = re.compile(r"[a-z0-9_.]+")


@dataclass
class Draft:
    """What a dictionary is made of while it grows."""

    languages: tuple[str, ...]
    currency: str
    fiscal_year_begins: int = 1
    sections: list[Section] = field(default_factory=list)
    spots: dict[str, Spot] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    limits: dict[str, Limit] = field(default_factory=dict)
    lists: dict[str, NamedList] = field(default_factory=dict)

    def dictionary(self) -> Dictionary:
        """The dictionary over what was gathered so far; limits and lists added later appear in it."""
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
            fiscal_year_begins=self.fiscal_year_begins,
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
    _check_renewals(draft, work)


def _check_renewals(draft: Draft, work: Workshop) -> None:
    """What a change makes new has to be questions, too."""
    for name, question in draft.questions.items():
        if question.changeable is not None:
            for index, renewed in enumerate(question.changeable.renews):
                spot = draft.spots[name].at("changeable", "renews", index)
                work.known("question", renewed, draft.questions, spot)
            for settled, option in question.changeable.settles.items():
                spot = draft.spots[name].at("changeable", "settles", settled)
                if work.known("question", settled, draft.questions, spot):
                    work.known("option", option, _said_by(draft.questions[settled]), spot)


def _said_by(question: Question) -> tuple[str, ...]:
    """The options of a question; those of yes and no are not written down."""
    if question.kind is Kind.YES_NO:
        return "yes", "no"
    return tuple(option.id for option in question.options)


# -- limits and lists --------------------------------------------------------------------------


def add_limit(form: LimitForm, spot: Spot, draft: Draft, work: Workshop) -> None:
    """A named constant."""
    if work.unique("name", form.id, spot.at("id")):
        limit = build_limit(form, spot, work)
        if limit is not None:
            draft.limits[limit.id] = limit


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
