"""What the page of results shows: stage, profile, priorities, SWOT, and the rows of programmes and measures.

All of it in the words of the plan on paper. Decides nothing and knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan
from ccsdesk.domain.profile import StageResult, make_a_picture
from ccsdesk.domain.verdict import Reason, Shelf, Truth, Window
from ccsdesk.report.priorities import gap_words, helps_words, priorities
from ccsdesk.report.profile_words import (
    MOST_BECAUSE,
    band_words,
    need_because,
    need_strength,
    overlay_lines,
    stage_sentences,
)
from ccsdesk.report.voice import Voice
from ccsdesk.services.presenting.rows import Filters, RowGroup, filters_of, matched_groups
from ccsdesk.text.names import SHELF_NAMES, SIDE_NAMES

MOST_HELPS = 3


@dataclass(frozen=True, slots=True)
class QuestionLink:
    """A question a person may go to. `said` is the answer as a clause, "" where there is none."""

    id: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class StageChoice:
    """A stage one may choose, with the sentence that lets a person recognise it."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class StageView:
    """The stage and how it came about.

    `line` says it in one line. `here` is the position of the person's stage and `near` that of the
    runner-up among `stages`, None where there is none. `computed` is what the answers point to,
    `corrected` the person's own choice.
    `ask` is a question that would help where nothing about the stage is known.
    """

    stages: tuple[StageChoice, ...]
    here: int | None
    near: int | None
    line: str
    name: str
    description: str
    next: str
    sentences: tuple[str, ...]
    evidence: tuple[QuestionLink, ...]
    proposal: str
    computed: str | None
    corrected: str | None
    settled: bool
    ask: QuestionLink | None


@dataclass(frozen=True, slots=True)
class PriorityView:
    """Something worth working on: name, how far from the target, what helps."""

    name: str
    gap: str
    helps: str


@dataclass(frozen=True, slots=True)
class CapabilityView:
    """One capability. `score` and `target` are 0 to 100; the words stand for them where a person reads."""

    id: str
    name: str
    score: int | None
    target: int | None
    score_word: str
    target_word: str
    advice: str

    @property
    def is_short(self) -> bool:
        """Whether the score is known to lie below the target."""
        return self.score is not None and self.target is not None and self.score < self.target


@dataclass(frozen=True, slots=True)
class NeedView:
    """One need, how strong it is and which answers it comes from."""

    id: str
    name: str
    strength: str
    because: str


@dataclass(frozen=True, slots=True)
class SwotLine:
    """One entry with the answers behind it."""

    text: str
    said: str


@dataclass(frozen=True, slots=True)
class SwotSide:
    """One of the four sides; `none` is said where it has no line."""

    id: str
    name: str
    lines: tuple[SwotLine, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are on one shelf."""

    state: Shelf
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Deciding:
    """The question whose answer alone decides most, with a sentence that says so."""

    question: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The whole page in one language. `deciding` is None where no single answer decides anything."""

    stage: StageView
    beside: tuple[tuple[str, str], ...]
    priorities: tuple[PriorityView, ...]
    no_priorities: str
    capabilities: tuple[CapabilityView, ...]
    needs: tuple[NeedView, ...]
    swot: tuple[SwotSide, ...]
    tally: tuple[Tally, ...]
    deciding: Deciding | None
    groups: tuple[RowGroup, ...]
    filters: Filters
    advice: str
    """That this is advice and no decision."""

    @property
    def has_profile(self) -> bool:
        """Whether enough capabilities are known for a picture of them: half of them at least."""
        return make_a_picture(one.score for one in self.capabilities)


def results_view(
    voice: Voice,
    match: MatchResult,
    plan: Plan,
    *,
    asked: Mapping[str, Truth],
    reason_of: Callable[[str], Reason],
) -> ResultsView:
    """Everything a match says. `plan` is the one proposed or chosen: what it holds counts as help first."""
    groups = matched_groups(voice, match, reason_of)
    return ResultsView(
        stage=_stage(voice, match.profile.stage, asked),
        beside=tuple(overlay_lines(voice, match.profile)),
        priorities=tuple(_priorities(voice, match, plan)),
        no_priorities=voice.say("No gap stands out from the answers given so far."),
        capabilities=tuple(_capabilities(voice, match)),
        needs=tuple(_needs(voice, match)),
        swot=tuple(_swot(voice, match)),
        tally=_tally(voice, match),
        deciding=_deciding(voice, match, asked),
        groups=groups,
        filters=filters_of(voice, groups),
        advice=voice.say(
            "This is advice, not a decision: whether you get support is for the funder alone to decide."
        ),
    )


def question_links(
    voice: Voice, question_ids: Iterable[str], asked: Mapping[str, Truth]
) -> tuple[QuestionLink, ...]:
    """Those of the questions that are asked, so that a person can go to them."""
    return tuple(
        QuestionLink(key, voice.label(key), voice.said(key))
        for key in dict.fromkeys(question_ids)
        if asked.get(key) is Truth.YES
    )


# stage


def _stage(voice: Voice, stage: StageResult | None, asked: Mapping[str, Truth]) -> StageView:
    model = voice.catalogue.stages
    models = {one.id: one for one in model.stages}
    order = list(models)
    here = models.get(stage.effective) if stage else None
    near = stage.runner_up if stage and not stage.corrected_to else None
    links = question_links(voice, stage.because if stage else (), asked)
    unknown = voice.say("Not known yet: no question about the stage has been answered.")
    return StageView(
        stages=tuple(
            StageChoice(one.id, voice.begun(voice.pick(one.name)), voice.pick(one.description))
            for one in model.stages
        ),
        here=order.index(here.id) if here else None,
        near=order.index(near) if near in models else None,
        line=_stage_line(voice, stage),
        name=voice.begun(voice.stage(stage.effective)) if stage else "",
        description=voice.pick(here.description) if here else "",
        next=voice.pick(here.next) if here else "",
        sentences=tuple(stage_sentences(voice, stage)) if stage else (unknown,),
        evidence=tuple(link for link in links if link.said),
        proposal=voice.pick(model.proposal),
        computed=stage.id if stage else None,
        corrected=stage.corrected_to if stage else None,
        settled=stage is not None and stage.settled,
        ask=None if stage else _first_about_stage(voice, asked),
    )


def _stage_line(voice: Voice, stage: StageResult | None) -> str:
    if stage is None:
        return voice.say("Your stage is not known yet.")
    name = voice.stage(stage.effective)
    if stage.corrected_to is not None and stage.corrected_to != stage.id:
        return voice.say("Your stage: {stage} (your own choice)", stage=name)
    return voice.say("Your stage: {stage}", stage=name)


def _first_about_stage(voice: Voice, asked: Mapping[str, Truth]) -> QuestionLink | None:
    about = {line.question for line in voice.catalogue.stages.points}
    order = [key for section in voice.catalogue.sections for key in section.questions]
    waiting = [key for key in order if key in about and key not in voice.given]
    return next(iter(question_links(voice, waiting, asked)), None)


# profile


def _priorities(voice: Voice, match: MatchResult, plan: Plan) -> Iterable[PriorityView]:
    for priority in priorities(voice, match, plan):
        name = voice.begun(priority.name)
        yield PriorityView(
            name,
            voice.begun(gap_words(voice, priority)),
            helps_words(voice, priority, MOST_HELPS),
        )


def _capabilities(voice: Voice, match: MatchResult) -> Iterable[CapabilityView]:
    names = {model.id: model.name for model in voice.catalogue.capabilities}
    for result in match.profile.capabilities:
        score, target = result.score, result.target
        yield CapabilityView(
            id=result.id,
            name=voice.begun(voice.pick(names[result.id])),
            score=score,
            target=target,
            score_word=voice.say("not enough answers") if score is None else str(score),
            target_word="–" if target is None else str(target),
            advice=band_words(voice, result.id, score),
        )


def _needs(voice: Voice, match: MatchResult) -> Iterable[NeedView]:
    for need in match.profile.strongest_needs:
        yield NeedView(
            need.id,
            voice.begun(voice.need(need.id)),
            need_strength(voice, need.weight),
            need_because(voice, need.because),
        )


def _swot(voice: Voice, match: MatchResult) -> Iterable[SwotSide]:
    if not match.profile.swot:
        return
    for side, name in SIDE_NAMES.items():
        lines = tuple(
            SwotLine(voice.pick(entry.text), voice.you_said(entry.because, most=MOST_BECAUSE))
            for entry in match.profile.swot
            if entry.side == side
        )
        none = voice.say("Nothing in your answers points to one.")
        yield SwotSide(side, voice.say(name), lines, none)


def _deciding(voice: Voice, match: MatchResult, asked: Mapping[str, Truth]) -> Deciding | None:
    """Among the questions that can be asked now; at equal numbers the one for what fits best.

    One that settles by itself comes before any that may need another answer after it.
    """
    alone: dict[str, list[Decimal]] = {}
    first: dict[str, list[Decimal]] = {}
    for result in (*match.programmes, *match.measures):
        # what nobody knows to be open stays unclear whatever is answered
        if result.shelf is not Shelf.NOT_CLEAR or result.window.window is Window.UNKNOWN:
            continue
        # what is asked only after another answer may never have to be
        now = [
            key for key in result.missing if asked.get(key) is Truth.YES and key not in voice.given
        ]
        if len(now) == 1:
            found = alone if len(result.missing) == 1 else first
            found.setdefault(now[0], []).append(result.fit or Decimal(0))
    waiting = alone or first
    if not waiting:
        return None
    best = min(waiting, key=lambda key: (-len(waiting[key]), -max(waiting[key]), key))
    return Deciding(
        best,
        voice.words.count(
            "One answer can decide {n} that is not clear: {question}",
            "One answer can decide {n} that are not clear: {question}",
            len(waiting[best]),
            question=voice.pick(voice.catalogue.dictionary.questions[best].text),
        ),
    )


def _tally(voice: Voice, match: MatchResult) -> tuple[Tally, ...]:
    counts = match.counts.items()
    return tuple(Tally(state, n, voice.say(SHELF_NAMES[state])) for state, n in counts)
