"""Answers, catalogue and day in; profile and verdicts out. The same input gives the same result, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ccsdesk.domain.answers import AnswerSet, DontKnow
from ccsdesk.domain.match import CatalogueStamp, MatchResult, NextQuestion, Tally
from ccsdesk.domain.profile import Profile
from ccsdesk.domain.verdict import (
    Change,
    Group,
    LotResult,
    ProgrammeResult,
    Reason,
    Truth,
    Verdict,
    Window,
)
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import Rule
from ccsdesk.rules.reasoning.atoms import NO, OPEN, TRUTHS, YES
from ccsdesk.rules.reasoning.bound import Bound, bind
from ccsdesk.rules.reasoning.changes import Changes
from ccsdesk.rules.reasoning.circuit import Opposite
from ccsdesk.rules.reasoning.engine import Engine, Wholes
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.fit import fit, fit_parts
from ccsdesk.rules.reasoning.groups import group_of
from ccsdesk.rules.reasoning.memo import Memo
from ccsdesk.rules.reasoning.next_question import OpenVerdict, next_questions
from ccsdesk.rules.reasoning.profile import Profiling
from ccsdesk.rules.reasoning.reasons import Told, reason_tree, told_rules
from ccsdesk.rules.reasoning.stage import Staging
from ccsdesk.rules.reasoning.timing import NOTHING_TURNS, Clocks, Outlook, Timing
from ccsdesk.rules.reasoning.view import AnswersView, View

VERDICTS = {NO: Verdict.NOT_ELIGIBLE, OPEN: Verdict.OPEN, YES: Verdict.ELIGIBLE}


class Matcher:
    """A catalogue bound to a day. Use one for as many answer sets as there are, and in one thread only.

    It remembers the answers asked about last and what came of them: where little changes, little is worked out anew.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        day: date,
        wholes: Wholes | None = None,
        clocks: Clocks | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.day = day
        self._engine = Engine(catalogue, day, wholes)
        self._asking = {
            question: Condition(self._engine, node) for question, node in self._engine.asked.items()
        }
        self._staging = Staging(self._engine)
        self._profiling = Profiling(self._engine)
        self._changes = Changes(self._engine)
        made_for = catalogue.made_for
        self._made_for = self._whens({} if made_for is None else {"made_for": made_for})
        self._places = self._whens(catalogue.place_rules)
        self._stories = self._whens(catalogue.story_rules)
        self._programmes = [
            bind(self._engine, item, catalogue.rules[key], catalogue.lots.get(key, ()))
            for key, item in sorted(catalogue.programmes.items())
        ]
        self._measures = [
            bind(self._engine, item, catalogue.measure_rules[key])
            for key, item in sorted(catalogue.measures.items())
        ]
        self._bound = {bound.item.id: bound for bound in (*self._measures, *self._programmes)}
        self._told: dict[str, tuple[Told, ...]] = {}
        self._timing = Timing(self._engine, clocks=clocks)
        self.forget()

    def _whens(self, rules: Mapping[str, Rule]) -> dict[str, Condition]:
        engine = self._engine
        return {
            name: Condition(engine, engine.node(rule.test, engine.plain))
            for name, rule in rules.items()
        }

    def beside(self) -> Matcher:
        """One for another thread, of the same catalogue and day; what either has got ready serves both.

        Both number the same conditions alike as long as they are made in the same order, here above.
        """
        return Matcher(self.catalogue, self.day, self._engine.wholes, self._timing.clocks)

    def forget(self) -> None:
        """Keep nothing of the answers asked about."""
        self._last = View.of_answers(self._engine, {})
        self._steps: Memo[tuple[str | None]] = Memo()
        self._ways: Memo[tuple[tuple[Change, ...], ...]] = Memo()
        self._exact: Memo[bool] = Memo()
        self._reasons: Memo[Reason] = Memo()
        self._outlooks: Memo[Outlook] = Memo()

    def asked(self, answers: AnswerSet) -> Mapping[str, Truth]:
        """For every question, whether it is asked given these answers; open while that hangs on others."""
        view = self._view(answers)
        return {
            question: TRUTHS[self._asked(view, question)] for question in self._engine.questions
        }

    def asked_without(
        self, answers: AnswerSet, question: str, about: Iterable[str]
    ) -> Mapping[str, Truth]:
        """The same for some questions, as if this one had no answer."""
        engine = self._engine
        view = self._view(answers)
        without = view.child(question, engine.universes[question].full)
        return {
            name: TRUTHS[
                self._asked(without if engine.reach[name] & engine.bit[question] else view, name)
            ]
            for name in about
        }

    def _asked(self, view: View, question: str) -> int:
        """Whether a question is asked, every completion agreeing."""
        condition = self._asking.get(question)
        return YES if condition is None else condition.settled(view)

    def tally(self, answers: AnswerSet) -> Tally:
        """How many programmes and measures fit, and how many are not clear: the groups of `match`, without the rest."""
        view = self._view(answers)
        groups = [
            group_of(
                VERDICTS[bound.condition.settled(view)],
                bound.window.window,
                rules=bound.rules,
                check_yourself=len(bound.item.check_yourself),
                one_step=False,
            )
            for bound in self._bound.values()
            if bound.window.window is not Window.CLOSED
        ]
        return Tally(
            fit=groups.count(Group.APPLY_NOW) + groups.count(Group.OPENS_LATER),
            possible=groups.count(Group.NOT_CLEAR),
        )

    def warm(self) -> Iterator[None]:
        """Get ready in small steps for whatever is answered; each `next` takes a moment, a second time none.

        What has not been made by then is worked out when it is asked for.
        """
        for condition in self._conditions():
            yield from condition.get_ready()
        for programme, bound in self._bound.items():
            self._rules_of(programme)
            self._timing.get_ready(bound)
            yield

    def _conditions(self) -> Iterator[Condition]:
        """All that the rules ask; what most is asked of comes first."""
        yield from self._asking.values()
        for bound in self._bound.values():
            yield bound.condition
            for way in bound.ways:
                yield from (way.condition, *way.parts)
        yield from self._staging.conditions
        yield from self._profiling.conditions
        whens = (self._made_for, self._places, self._stories)
        yield from (condition for found in whens for condition in found.values())

    def match(self, answers: AnswerSet) -> MatchResult:
        """Everything the rules say about these answers."""
        view = self._view(answers)
        given = self._given(view, answers)
        profile = self._profile(view, given, answers.stage)
        return MatchResult(
            catalogue=self.stamp(),
            day=self.day,
            ignored=self._ignored(view, answers),
            profile=profile,
            programmes=tuple(
                self._result(bound, view, given, profile) for bound in self._programmes
            ),
            measures=tuple(self._result(bound, view, given, profile) for bound in self._measures),
            next=(),
            delivered_by={key: item.delivered_by for key, item in self.catalogue.measures.items()},
            is_for_others=bool(_failing(self._made_for, view)),
            places_of_others=_failing(self._places, view),
            stories_of_others=_failing(self._stories, view),
        )

    def next(self, answers: AnswerSet, match: MatchResult) -> tuple[NextQuestion, ...]:
        """The questions never asked that may be asked now and can still decide something, the best first.

        Programmes that are closed do not count. `match` is what `match` said about these answers.
        """
        view = self._view(answers)
        verdicts = [
            OpenVerdict(self._bound[one.id].condition, one.missing, one.fit)
            for one in match.programmes
            if one.verdict is Verdict.OPEN and one.window.window is not Window.CLOSED
        ]
        never = [
            name
            for name in self._engine.questions
            if name not in answers.answers and self._asked(view, name) == YES
        ]
        return next_questions(self._engine, view, verdicts, never)

    def result(self, answers: AnswerSet, programme: str) -> ProgrammeResult:
        """What `match` says about one programme or measure, with `changes`; KeyError if there is none of that id."""
        bound = self._bound[programme]
        view = self._view(answers)
        given = self._given(view, answers)
        found = self._result(bound, view, given, self._profile(view, given, answers.stage))
        return replace(
            found,
            changes=self.changes(answers, programme),
            exact=self.is_exact(answers, programme),
        )

    def is_exact(self, answers: AnswerSet, programme: str) -> bool:
        """Whether a verdict is settled, or open because it can surely turn out either way."""
        bound, view = self._bound[programme], self._view(answers)
        condition = bound.condition
        if condition.settled(view) != OPEN:
            return True
        known = self._exact.get(programme)
        if known is None:
            opposite = Condition(self._engine, Opposite(condition.node))
            found = all(self._changes.can_hold(one, view) for one in (condition, opposite))
            known = self._exact.keep(programme, condition.reach, found)
        return known

    def changes(self, answers: AnswerSet, programme: str) -> tuple[tuple[Change, ...], ...]:
        """What a firm could change so that a programme or measure fits; KeyError if there is none of that id.

        Nothing where it fits or is not settled.
        """
        bound, view = self._bound[programme], self._view(answers)
        if bound.condition.settled(view) != NO:
            return ()
        known = self._ways.get(programme)
        if known is None:
            found = self._changes.of(bound.condition, view)
            known = self._ways.keep(programme, bound.condition.reach, found)
        return known

    def explain(self, answers: AnswerSet, programme: str) -> Reason:
        """The condition tree of one programme or measure with states; KeyError if there is none of that id."""
        view = self._view(answers)
        known = self._reasons.get(programme)
        if known is not None:
            return known
        bound, rules = self._bound[programme], self._rules_of(programme)
        reach = bound.condition.reach
        for told in rules:
            reach |= told.condition.reach
        return self._reasons.keep(programme, reach, reason_tree(self._engine, bound, rules, view))

    def _rules_of(self, programme: str) -> tuple[Told, ...]:
        rules = self._told.get(programme)
        if rules is None:
            rules = self._told[programme] = told_rules(self._engine, self._bound[programme])
        return rules

    def stamp(self) -> CatalogueStamp:
        """Which catalogue this is."""
        catalogue = self.catalogue
        name = catalogue.name[catalogue.languages[0]]
        return CatalogueStamp(name, catalogue.version, catalogue.digest)

    def _view(self, answers: AnswerSet) -> AnswersView:
        view = self._last.after(answers.answers)
        if view is not self._last:
            self._last = view
            self._steps = self._steps.without(view.changed)
            self._ways = self._ways.without(view.changed)
            self._exact = self._exact.without(view.changed)
            self._reasons = self._reasons.without(view.changed)
            self._outlooks = self._outlooks.without(view.changed)
        return view

    def _given(self, view: View, answers: AnswerSet) -> frozenset[str]:
        """Questions with an answer that says something and is used."""
        return frozenset(
            question
            for question, answer in answers.answers.items()
            if not isinstance(answer, DontKnow) and self._asked(view, question) != NO
        )

    def _ignored(self, view: View, answers: AnswerSet) -> tuple[str, ...]:
        return tuple(
            question
            for question in self._engine.questions
            if question in answers.answers and self._asked(view, question) == NO
        )

    def _profile(self, view: View, given: frozenset[str], corrected_to: str | None) -> Profile:
        stage = self._staging.result(view, given, corrected_to=corrected_to)
        effective = stage.effective if stage is not None else corrected_to
        capabilities = self._profiling.capabilities(view, effective)
        overlays = self.catalogue.stages.overlays
        return Profile(
            stage=stage,
            international=self._staging.level(view, "international")
            if "international" in overlays
            else None,
            ambition=self._staging.choice(view, "ambition") if "ambition" in overlays else None,
            capabilities=capabilities,
            needs=self._profiling.needs(view, given, capabilities),
            swot=self._profiling.swot(view, given),
        )

    def _result(
        self, bound: Bound, view: AnswersView, given: frozenset[str], profile: Profile
    ) -> ProgrammeResult:
        truth = bound.condition.settled(view)
        verdict = VERDICTS[truth]
        outlook = self._outlook(bound, view, truth)
        waits = self._timing.is_soon(outlook.starts)
        step = self._step(bound, view) if verdict is Verdict.NOT_ELIGIBLE else None
        parts = fit_parts(
            bound.item,
            profile.stage,
            profile.needs,
            international=profile.international,
            margin=self.catalogue.stages.margin,
        )
        check_yourself = len(bound.item.check_yourself)
        because = bound.condition.because(view, given) if truth != OPEN else ()
        return ProgrammeResult(
            id=bound.item.id,
            verdict=verdict,
            window=bound.window,
            group=group_of(
                verdict,
                bound.window.window,
                rules=bound.rules,
                check_yourself=check_yourself,
                one_step=step is not None or waits,
            ),
            fit=fit(parts),
            fit_parts=parts,
            rules=bound.rules,
            check_yourself=check_yourself,
            because=because,
            missing=bound.condition.missing(view) if truth == OPEN else (),
            starts=outlook.starts,
            until=outlook.until,
            near=self._timing.near,
            waits=waits,
            lots=tuple(
                LotResult(lot.id, VERDICTS[lot.condition.settled(view)]) for lot in bound.lots
            ),
            step=step,
            unchosen=verdict is Verdict.NOT_ELIGIBLE and self._are_wishes(because),
        )

    def _outlook(self, bound: Bound, view: AnswersView, truth: int) -> Outlook:
        """From when and until when it fits by time alone."""
        if truth == OPEN:
            return NOTHING_TURNS
        known = self._outlooks.get(bound.item.id)
        if known is None:
            found = self._timing.outlook(bound, view, truth)
            known = self._outlooks.keep(bound.item.id, bound.condition.reach, found)
        return known

    def _are_wishes(self, names: tuple[str, ...]) -> bool:
        questions = self.catalogue.dictionary.questions
        return bool(names) and all(questions[name].wish for name in names)

    def _step(self, bound: Bound, view: View) -> str | None:
        """The question whose change alone could make it fit."""
        known = self._steps.get(bound.item.id)
        if known is None:
            found = (self._changes.step(bound.condition, view),)
            known = self._steps.keep(bound.item.id, bound.condition.reach, found)
        return known[0]


def _failing(conditions: Mapping[str, Condition], view: View) -> frozenset[str]:
    return frozenset(name for name, each in conditions.items() if each.settled(view) == NO)
