"""Saying what a catalogue and a person's answers hold: names, answers, windows, amounts. Words only.

The window and the plan on paper both speak through it, so that they say the same. Knows no block,
no page and no widget, and needs no match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import Answer, AnswerSet
from ccsdesk.domain.programme import Basis, Benefit, Measure, Programme
from ccsdesk.domain.question import Kind, Question, Texts
from ccsdesk.domain.verdict import ProgrammeResult, Window, WindowState
from ccsdesk.report.answers_in_words import AnswerWords
from ccsdesk.report.season_words import closing_words, season_words
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.text import Words, begun, message

CONFIDENCE = {"low": message("unsure"), "medium": message("likely"), "high": message("very likely")}

LAST_MONTH = 12


class Voice:
    """A catalogue and answers together with the words to speak of them.

    `unasked`: the questions that are not asked, each with the answered questions that decide so.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        words: Words,
        *,
        given: AnswerSet | None = None,
        unasked: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.words = words
        self.given: Mapping[str, Answer] = {} if given is None else given.answers
        self.unasked: Mapping[str, tuple[str, ...]] = {} if unasked is None else unasked
        self.answers = AnswerWords(words, catalogue.dictionary)

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

    def item(self, item_id: str) -> str:
        """The name of a programme or a measure."""
        item = self._item(item_id)
        return item_id if item is None else self.pick(item.name)

    def stage(self, stage_id: str) -> str:
        """The stage's name."""
        names = {stage.id: stage.name for stage in self.catalogue.stages.stages}
        return self.pick(names.get(stage_id)) or stage_id

    def begun(self, text: str) -> str:
        """The text with a capital at its beginning, for headings and tables."""
        return begun(text)

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
        given = self.given
        questions = self.catalogue.dictionary.questions
        return [
            self._clause(questions[key], given[key])
            for key in question_ids
            if key in given and key in questions
        ]

    def _clause(self, question: Question, answer: Answer) -> str:
        """A statement stands among others, so full stop and capital go; the full stop of "s. p." stays."""
        said = self.answers.said(question, answer)
        if question.kind is not Kind.YES_NO:
            return said
        is_abbreviation = said[1:2].isupper()
        return (said if is_abbreviation else said[:1].lower() + said[1:]).removesuffix(".")

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
        if benefit.rate is None:
            return ""
        share = self.words.percent(benefit.rate)
        if benefit.basis is Basis.TAX_BASE:
            return self.say("{share} of the investment off the tax base", share=share)
        return self.say("{share} of the costs", share=share)

    def rate(self, benefit: Benefit) -> str:
        """The share of costs, where an amount is stated too."""
        stated = benefit.minimum is not None or benefit.maximum is not None
        if benefit.rate is None or not stated or benefit.basis is not Basis.COST:
            return ""
        return self.say("Covers {share} of the costs.", share=self.words.percent(benefit.rate))

    def _money(self, amount: Decimal) -> str:
        return self.words.money(amount, self.catalogue.currency)

    def when(self, result: ProgrammeResult) -> str:
        """The window in words: what is announced, what is usual, what is not known."""
        item = self._item(result.id)
        state = result.window
        if state.window is Window.NOW:
            if state.closes is None:
                return self.say("Open now.")
            return self.say("Open until {day}.", day=state.closes)
        if state.window is Window.ROLLING:
            until = state.closes or (item.window.until if item else None)
            closing = item.window.closing if item else None
            if closing is not None:
                return self.say("Every year by {day}.", day=closing_words(self.words, closing))
            if until is None and isinstance(item, Programme) and item.advice:
                return self.say("You can ask for advice all year round.")
            return (
                self.say("Open at any time, until {day}.", day=until)
                if until
                else self.say("Open at any time.")
            )
        if state.window is Window.LATER:
            return season_words(self.words, state.expected) or self._later(state)
        if state.window is Window.CLOSED:
            ended = item.window.ended if item else None
            return self.say("Closed since {day}.", day=ended) if ended else self.say("Closed.")
        return self.say("Not known whether it is open; ask first.")

    def _item(self, item_id: str) -> Programme | Measure | None:
        return self.catalogue.programmes.get(item_id) or self.catalogue.measures.get(item_id)

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


def seen_words(words: Words, seen: str) -> str:
    """The day a source was seen; as the source gives it where that is no day, "" where it is not known."""
    if seen.startswith("n/d"):
        return ""
    year, _, month = seen.partition("-")
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= LAST_MONTH:
        return words.month(int(month), int(year))
    try:
        return words.day(date.fromisoformat(seen))
    except ValueError:
        return seen
