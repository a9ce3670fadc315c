"""What to work on first: the widest gaps and the strongest needs, and what helps. Words only, no blocks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan
from ccsdesk.domain.verdict import Shelf
from ccsdesk.report.offers import by_fit, measures_of_help
from ccsdesk.report.voice import Voice
from ccsdesk.rules.catalogue.catalogue import CapabilityModel

MOST = 3
MOST_UNCLEAR = 1
WITHIN_REACH = frozenset({Shelf.APPLY_NOW, Shelf.OPENS_LATER})


@dataclass(frozen=True, slots=True)
class Priority:
    """Something worth working on, score and target where there are any, and names of what helps, best first."""

    name: str
    score: int | None
    target: int | None
    helps: tuple[str, ...]


def priorities(voice: Voice, match: MatchResult, plan: Plan) -> list[Priority]:
    """At most three: capabilities by gap times weight, then needs no gap stands for, by weight.

    Which ones follows from the answers alone; the plan decides only what is named as help first.
    """
    found: list[Priority] = []
    covered: set[str] = set()
    for model, score, target in _gaps(voice, match):
        helps = _helps(voice, match, plan, frozenset(model.needs))
        found.append(Priority(voice.pick(model.name), score, target, helps))
        covered |= set(model.needs)
    for need in match.profile.strongest_needs:
        if need.id not in covered:
            helps = _helps(voice, match, plan, frozenset({need.id}))
            found.append(Priority(voice.need(need.id), None, None, helps))
    return found[:MOST]


def _gaps(voice: Voice, match: MatchResult) -> list[tuple[CapabilityModel, int, int]]:
    """Capabilities below their target with score and target, the largest gap times weight first."""
    models = {model.id: model for model in voice.catalogue.capabilities}
    weights = {need.id: need.weight for need in match.profile.needs}

    def worth(gap: tuple[CapabilityModel, int, int]) -> Decimal:
        model, score, target = gap
        wanted = max((weights.get(need, Decimal(0)) for need in model.needs), default=Decimal(0))
        return (target - score) * model.weight * wanted

    gaps = [
        (models[result.id], result.score, result.target)
        for result in match.profile.capabilities
        if result.id in models and result.score is not None and result.target is not None
    ]
    below = [gap for gap in gaps if gap[1] < gap[2] and worth(gap) > 0]
    return sorted(below, key=lambda gap: (-worth(gap), gap[0].id))


def _helps(voice: Voice, match: MatchResult, plan: Plan, needs: frozenset[str]) -> tuple[str, ...]:
    """Programmes of the plan, then others within reach, then measures; those that do more than advise first.

    At most one that is not clear yet comes last and says so. Whoever the catalogue is not made for is told
    no unclear measure: it most likely is of another region.
    """
    programmes = voice.catalogue.programmes
    results = {result.id: result for result in match.programmes}
    planned = [*plan.chosen, *plan.advice]
    reach = [
        result.id
        for result in by_fit(voice, match.programmes)
        if result.shelf in WITHIN_REACH and not plan.is_taken_out(result.id)
    ]
    serving = [
        results[key]
        for key in dict.fromkeys((*planned, *reach))
        if key in results and key in programmes and needs & set(programmes[key].needs)
    ]
    serving.sort(key=lambda result: programmes[result.id].advice)
    measures = {measure.id for measure in measures_of_help(voice.catalogue, match)}
    serving += [
        result
        for result in match.measures
        if result.id in measures and needs & set(voice.catalogue.measures[result.id].needs)
    ]
    clear = [voice.item(one.id) for one in serving if one.shelf in WITHIN_REACH]
    unclear = [
        voice.item(one.id)
        for one in serving
        if one.shelf is Shelf.NOT_CLEAR and not (match.is_for_others and one.id in measures)
    ]
    marked = [voice.say("{name} (not clear yet)", name=name) for name in unclear[:MOST_UNCLEAR]]
    return tuple(dict.fromkeys([*clear, *marked]))


def gap_words(voice: Voice, priority: Priority) -> str:
    """How far one is from the target; "" where there is no score."""
    if priority.score is None or priority.target is None:
        return ""
    return voice.say(
        "you have {score} of 100, the target is {target}",
        score=priority.score,
        target=priority.target,
    )


def helps_words(voice: Voice, priority: Priority, most: int) -> str:
    """What helps, at most so many names."""
    if not priority.helps:
        return voice.say("We found no support that surely fits for this now.")
    names = voice.words.listing(list(priority.helps[:most]))
    return voice.say("What helps: {names}.", names=names)
