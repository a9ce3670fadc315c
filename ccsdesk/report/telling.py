"""What every chapter of the plan needs to say: names, answers, windows, amounts. Makes no blocks of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import Answer
from ccsdesk.domain.programme import Benefit, Measure, Status
from ccsdesk.domain.question import Kind, Question, Texts
from ccsdesk.domain.verdict import Group, ProgrammeResult, Verdict, Window, WindowState
from ccsdesk.report.answers_in_words import AnswerWords
from ccsdesk.report.blocks import Mark
from ccsdesk.report.content import PlanContent
from ccsdesk.text import Words, message

GROUP_MARKS = {
    Group.APPLY_NOW: Mark.YES,
    Group.OPENS_LATER: Mark.LATER,
    Group.ONE_STEP: Mark.STEP,
    Group.NOT_CLEAR: Mark.OPEN,
    Group.NOT_FOR_YOU: Mark.NO,
}
CONFIDENCE = {"low": message("unsure"), "medium": message("likely"), "high": message("very likely")}


class Telling:
    """A plan's content together with the words to tell it in."""

    def __init__(self, content: PlanContent) -> None:
        self.content = content
        self.catalogue = content.catalogue
        self.match = content.match
        self.plan = content.plan
        self.words = Words(content.language, first=next(iter(content.catalogue.languages), None))
        self.answers = AnswerWords(self.words, content.catalogue.dictionary)
        self.results = {result.id: result for result in content.match.programmes}

    # names

    def say(self, sentence: str, /, **parameters: object) -> str:
        """As `Words.say`."""
        return self.words.say(sentence, **parameters)

    def pick(self, texts: Texts | None) -> str:
        """As `Words.pick`; "" for None."""
        return "" if texts is None else self.words.pick(texts)

    def programme(self, programme_id: str) -> str:
        """The programme's name, its id where the catalogue no longer has it."""
        programme = self.catalogue.programmes.get(programme_id)
        return programme_id if programme is None else self.pick(programme.name)

    def stage(self, stage_id: str) -> str:
        """The stage's name."""
        names = {stage.id: stage.name for stage in self.catalogue.stages.stages}
        return self.pick(names.get(stage_id)) or stage_id

    def begun(self, text: str) -> str:
        """The text with a capital at its beginning, for headings and tables."""
        return text[:1].upper() + text[1:]

    def need(self, need_id: str) -> str:
        """The need's name."""
        return self.pick(self.catalogue.needs.get(need_id)) or need_id

    def stages(self, stage_ids: Iterable[str]) -> str:
        """The names of stages, in the order of the model."""
        wanted = set(stage_ids)
        return self.words.listing(
            [self.pick(s.name) for s in self.catalogue.stages.stages if s.id in wanted]
        )

    def label(self, question_id: str) -> str:
        """The question as a noun phrase."""
        question = self.catalogue.dictionary.questions.get(question_id)
        return question_id if question is None else self.pick(question.label)

    # answers

    def said(self, question_id: str) -> str:
        """The answer to one question as a clause, "" if there is none."""
        return "".join(self._said([question_id]))

    def you_said(self, question_ids: Iterable[str], *, most: int | None = None) -> str:
        """What the person answered to these as a sentence, at most so many; "" if to none of them."""
        said = self._said(question_ids)
        if not said:
            return ""
        more = 0 if most is None else len(said) - most
        if more > 1:
            said = [*said[:most], self.words.count("{n} other answer", "{n} other answers", more)]
        sentence = self.say("You said: {answers}.", answers="; ".join(said))
        return sentence.removesuffix(".") if sentence.endswith("..") else sentence

    def _said(self, question_ids: Iterable[str]) -> list[str]:
        given = self.content.answers.answers
        questions = self.catalogue.dictionary.questions
        return [
            self._clause(questions[key], given[key])
            for key in question_ids
            if key in given and key in questions
        ]

    def _clause(self, question: Question, answer: Answer) -> str:
        """A statement stands among others, so its full stop goes; that of "s. p." stays."""
        said = self.answers.said(question, answer)
        return said.removesuffix(".") if question.kind is Kind.YES_NO else said

    # money and time

    def gives(self, benefit: Benefit) -> str:
        """The amount in a few words ("up to €5,000"); "" where no amount is stated."""
        low, high = benefit.minimum, benefit.maximum
        money = self._money
        if low is not None and high is not None and low != high:
            return self.say("from {low} to {high}", low=money(low), high=money(high))
        if high is not None:
            return money(high) if low == high else self.say("up to {amount}", amount=money(high))
        if low is not None:
            return self.say("from {amount}", amount=money(low))
        return (
            ""
            if benefit.rate is None
            else self.say("{share} of the costs", share=self.words.percent(benefit.rate))
        )

    def rate(self, benefit: Benefit) -> str:
        """The share of costs, where an amount is stated too."""
        stated = benefit.minimum is not None or benefit.maximum is not None
        if benefit.rate is None or not stated:
            return ""
        return self.say("Covers {share} of the costs.", share=self.words.percent(benefit.rate))

    def _money(self, amount: Decimal) -> str:
        return self.words.money(amount, self.catalogue.currency)

    def when(self, result: ProgrammeResult) -> str:
        """The window in words: what is announced, what is usual, what is not known."""
        programme = self.catalogue.programmes.get(result.id)
        state = result.window
        if state.window is Window.NOW:
            if state.closes is None:
                return self.say("Open now.")
            return self.say("Open until {day}.", day=state.closes)
        if state.window is Window.ROLLING:
            until = state.closes or (programme.window.until if programme else None)
            return (
                self.say("Open at any time, until {day}.", day=until)
                if until
                else self.say("Open at any time.")
            )
        if state.window is Window.LATER:
            return self._later(state)
        if state.window is Window.CLOSED:
            ended = programme.window.ended if programme else None
            return self.say("Closed since {day}.", day=ended) if ended else self.say("Closed.")
        return self.say("Not known whether it is open; ask first.")

    def _later(self, state: WindowState) -> str:
        if state.opens is not None and state.closes is not None:
            return self.say(
                "Opens on {opens}, closes on {closes}.", opens=state.opens, closes=state.closes
            )
        if state.opens is not None:
            return self.say("Opens on {opens}.", opens=state.opens)
        if state.expected is None or state.expected.month is None:
            return self.say("Comes back, the day is not announced.")
        return self.say(
            "Usually opens in {month} ({confidence}); not announced yet.",
            month=self.words.month(state.expected.month, inline=True),
            confidence=self.say(CONFIDENCE.get(state.expected.confidence, "unsure")),
        )

    def measures(self) -> list[Measure]:
        """The measures that may be of help, in the catalogue's order: not ruled out and not over."""
        helps = {
            result.id
            for result in self.match.measures
            if result.verdict is not Verdict.NOT_ELIGIBLE
            and result.window.window is not Window.CLOSED
        }
        return [
            measure
            for measure in self.catalogue.measures.values()
            if measure.id in helps and measure.status is not Status.HISTORIC
        ]

    def by_fit(self, group: Group) -> list[ProgrammeResult]:
        """The programmes of a group that are not in the plan, best fit first, then by name."""
        planned = {*self.plan.chosen, *self.plan.advice}
        rest = [r for r in self.match.programmes if r.group is group and r.id not in planned]
        return sorted(
            rest, key=lambda r: (-(r.fit or Decimal(0)), self.words.sort_key(self.programme(r.id)))
        )


def seen_words(words: Words, seen: str) -> str:
    """The day a source was seen; as the source gives it where that is no day, "" where it is not known."""
    if seen.startswith("n/d"):
        return ""
    try:
        return words.day(date.fromisoformat(seen))
    except ValueError:
        return seen


def months_between(start: date, day: date) -> float:
    """Months from the first of `start`'s month to `day`; the fraction is the part of the month gone by."""
    whole = (day.year - start.year) * 12 + day.month - start.month
    return whole + (day.day - 1) / 31
