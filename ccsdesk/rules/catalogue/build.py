"""From the files of a folder to a checked, compiled `Catalogue`; all mistakes of all files are told together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.question import Option, Texts
from ccsdesk.rules.catalogue.build_dictionary import (
    Draft,
    add_limit,
    add_list,
    add_places,
    add_questions,
    code_options,
)
from ccsdesk.rules.catalogue.build_help import (
    Names,
    build_measure,
    build_programme,
    build_story,
    build_support_place,
    check_programmes,
)
from ccsdesk.rules.catalogue.build_models import (
    build_capabilities,
    build_needs,
    build_stages,
    build_swot,
    build_when,
)
from ccsdesk.rules.catalogue.build_rules import compile_measure, compile_programme
from ccsdesk.rules.catalogue.cases import build_cases
from ccsdesk.rules.catalogue.catalogue import Case, Catalogue, StageModel
from ccsdesk.rules.catalogue.compiling import compile_asked_when
from ccsdesk.rules.catalogue.derivations import add_derived, blocks_of, facts_of
from ccsdesk.rules.catalogue.folder import Folder
from ccsdesk.rules.catalogue.forms_frame import FactForm, TermForm
from ccsdesk.rules.catalogue.pile import Pile, read_pile
from ccsdesk.rules.catalogue.rings import rings
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.core import Rule


@dataclass(frozen=True)
class Built:
    """A catalogue, with the spots in its files where questions and entries stand, for findings about it."""

    catalogue: Catalogue
    questions: Mapping[str, Spot]
    entries: Mapping[str, Spot]
    """By `programme`, `measure` or `place`, a blank, and the id."""


def build_catalogue(folder: Folder) -> Catalogue:
    """The catalogue in these files.

    Raises:
        CatalogueErrors: everything that is wrong with it.
    """
    return build_with_spots(folder).catalogue


def build_with_spots(folder: Folder) -> Built:
    """The catalogue in these files, and where its parts stand.

    Raises:
        CatalogueErrors: everything that is wrong with it.
    """
    pile, work = read_pile(folder)
    draft = _dictionary(pile, work)
    work.mistakes.tell()
    asked_when = _asked_when(draft, work)
    names = _names(pile, draft)
    programmes = _programmes(pile, names, work)
    measures = _measures(pile, names, work)
    support_places = {
        form.id: build_support_place(form, spot, names, work)
        for form, spot in pile.support_places
        if work.unique("support place", form.id, spot.at("id"))
    }
    stories = {
        form.id: build_story(form, spot, names, work)
        for form, spot in pile.stories
        if work.unique("story", form.id, spot.at("id"))
    }
    compiled = _rules(pile, programmes, measures, work)
    stages, spot = pile.stages
    model = build_stages(stages, spot, work)
    capabilities = build_capabilities(*pile.capabilities, names, work)
    needs_rules = build_needs(*pile.needs, names, work)
    swot = build_swot(*pile.swot, work)
    place_rules = build_when(((form.id, spot) for form, spot in pile.support_places), work)
    story_rules = build_when(((form.id, spot) for form, spot in pile.stories), work)
    made_for = build_when((("made_for", pile.made_for),), work)
    cases = _cases(pile, (*programmes, *measures), model, work)
    work.mistakes.tell()
    frame = pile.catalogue
    catalogue = Catalogue(
        name=frame.name,
        version=frame.version.isoformat(),
        digest=folder.digest,
        languages=work.frame.languages,
        currency=frame.currency,
        sections=tuple(draft.sections),
        dictionary=work.dictionary,
        asked_when={
            name: rule.test if (rule := asked_when.get(name)) else None for name in draft.questions
        },
        asked_when_rules=asked_when,
        programmes=programmes,
        rules=compiled.programmes,
        lots=compiled.lots,
        measures=measures,
        measure_rules=compiled.measures,
        support_places=support_places,
        stories=stories,
        stages=model,
        capabilities=capabilities,
        needs_rules=needs_rules,
        swot=swot,
        needs=_terms(frame.needs),
        levels=_terms(frame.levels),
        kinds=_terms(frame.kinds),
        regimes=_terms(frame.regimes),
        cases=cases,
        licence=frame.licence,
        made_for=made_for.get("made_for"),
        said_to_others=None if frame.made_for is None else frame.made_for.otherwise,
        place_rules=place_rules,
        story_rules=story_rules,
    )
    entries = {f"programme {form.id}": spot for form, spot in pile.programmes}
    entries |= {f"measure {form.id}": spot for form, spot in pile.measures}
    entries |= {f"place {form.id}": spot for form, spot in pile.support_places}
    return Built(catalogue, draft.spots, entries)


def _terms(forms: tuple[TermForm, ...]) -> dict[str, Texts]:
    return {form.id: form.name for form in forms}


def _dictionary(pile: Pile, work: Workshop) -> Draft:
    draft = Draft(work.frame.languages, work.frame.currency, _fiscal_month(pile, work))
    add_places(*pile.places, draft, work)
    codes: dict[str, tuple[Option, ...]] = {}
    for form, spot in pile.codes:
        if work.unique("code tree", form.id, spot.at("id")):
            codes[form.id] = code_options(form, spot, work)
    for name in ("needs", "levels", "kinds", "regimes"):
        terms: tuple[TermForm, ...] = getattr(pile.catalogue, name)
        codes.setdefault(name, tuple(Option(term.id, term.name) for term in terms))
    add_questions(pile.questions, draft, work, order=pile.catalogue.sections, codes=codes)
    work.dictionary = draft.dictionary()
    facts: list[tuple[FactForm, Spot]] = []
    if pile.facts is not None:
        form_of_facts, spot = pile.facts
        for index, limit in enumerate(form_of_facts.limits):
            add_limit(limit, spot.at("limits", index), draft, work)
        for index, one in enumerate(form_of_facts.lists):
            add_list(one, spot.at("lists", index), draft, work)
        facts = facts_of(form_of_facts, spot)
    add_derived(facts, [] if pile.blocks is None else blocks_of(pile.blocks), work)
    return draft


def _fiscal_month(pile: Pile, work: Workshop) -> int:
    """The month on whose first day a fiscal year begins."""
    month = pile.catalogue.fiscal_year_begins
    if 1 <= month <= 12:
        return month
    work.wrong(
        pile.frame.at("fiscal_year_begins"),
        "{month} is no month.",
        advice="Give the month as a number from 1 to 12.",
        code="bad-value",
        month=month,
    )
    return 1


def _asked_when(draft: Draft, work: Workshop) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for name, question in draft.questions.items():
        rule = compile_asked_when(question, draft.spots[name], work)
        if rule is not None:
            found[name] = rule
    uses = {name: rule.questions for name, rule in found.items()}
    for ring in rings(uses):
        work.wrong(
            draft.spots[ring[0]].at("asked_when"),
            "Whether “{id}” is asked depends on its own answer ({ring}).",
            advice="Break the ring: one of them must not look at the next.",
            code="ring",
            id=ring[0],
            ring=" → ".join(ring),
        )
    return found


def _names(pile: Pile, draft: Draft) -> Names:
    return Names(
        stages=tuple(stage.id for stage in pile.stages[0].stages),
        needs=tuple(need.id for need in pile.catalogue.needs),
        kinds=tuple(kind.id for kind in pile.catalogue.kinds),
        levels=tuple(level.id for level in pile.catalogue.levels),
        places=tuple(draft.places),
    )


def _programmes(pile: Pile, names: Names, work: Workshop) -> dict[str, Programme]:
    found: dict[str, Programme] = {}
    for form, spot in pile.programmes:
        if work.unique("programme", form.id, spot.at("id")):
            found[form.id] = build_programme(form, spot, names, work)
        expected = f"programmes/{form.id}.yaml"
        if spot.file != expected:
            work.wrong(
                spot.at("id"),
                "The id “{id}” is not the name of the file.",
                advice="Rename the file to {expected}, or correct the id.",
                code="file-name",
                id=form.id,
                expected=expected,
            )
    check_programmes(
        {form.id: (form, spot) for form, spot in pile.programmes},
        [spot for _, spot in pile.measures],
        work,
    )
    return dict(sorted(found.items()))


def _measures(pile: Pile, names: Names, work: Workshop) -> dict[str, Measure]:
    found = {
        form.id: build_measure(form, spot, names, work)
        for form, spot in pile.measures
        if work.unique("programme", form.id, spot.at("id"))
    }
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class _Compiled:
    programmes: dict[str, Rule]
    lots: dict[str, tuple[tuple[str, Rule], ...]]
    measures: dict[str, Rule]


def _rules(
    pile: Pile,
    programmes: Mapping[str, Programme],
    measures: Mapping[str, Measure],
    work: Workshop,
) -> _Compiled:
    done = _Compiled({}, {}, {})
    for form, spot in sorted(pile.programmes, key=lambda one: one[0].id):
        built = programmes[form.id]
        if len(built.lots) != len(form.lots):
            continue
        rule, lots = compile_programme(form, built, spot, work)
        if rule is not None:
            done.programmes[form.id] = rule
        if lots:
            done.lots[form.id] = lots
    for measure_form, spot in sorted(pile.measures, key=lambda one: one[0].id):
        if measure_form.id not in measures:
            continue
        rule = compile_measure(measures[measure_form.id], spot, work)
        if rule is not None:
            done.measures[measure_form.id] = rule
    return done


def _cases(
    pile: Pile, programmes: tuple[str, ...], model: StageModel, work: Workshop
) -> tuple[Case, ...]:
    stages = tuple(stage.id for stage in model.stages)
    found: list[Case] = []
    for form, spot in pile.cases:
        found.extend(build_cases(form, spot, work, programmes=programmes, stages=stages))
    return tuple(found)
